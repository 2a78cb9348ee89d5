//! `epicctl template import`.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;
use epic_api::{Kind, RawObject, validate};

use crate::args::WriteArgs;
use crate::failure::{Failure, Outcome};
use crate::objects::{changed_word, find};
use crate::original::{self, Left, Refusal};
use crate::session::Session;

/// `template import`.
#[derive(Args, Debug)]
pub struct Import {
    /// YAML with LBServiceGroups, and ServicePrefixes if they are to become pools
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The pool of groups that name no service prefix
    #[arg(long, value_name = "NAME")]
    pool: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

impl Import {
    /// Does it. Nothing is written if a file can't be read as a whole; a dry run needs no server.
    ///
    /// # Errors
    /// A file can't be imported; epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        let mut objects: Vec<RawObject> = Vec::new();
        let mut left: Vec<(&Path, Left)> = Vec::new();
        for file in &self.files {
            let imported = original::import(&read(file)?, self.pool.as_deref())
                .map_err(|refusal| refused(file, &refusal))?;
            objects.extend(imported.objects);
            left.extend(imported.left.into_iter().map(|one| (file.as_path(), one)));
        }
        // Templates name pools.
        objects.sort_by_key(|object| object.kind != Kind::IpPool);
        for (file, Left { line, field, why }) in &left {
            session
                .output
                .warn(format!("{}:{line}: {field}: {why}", file.display()));
        }
        if self.write.dry_run {
            if !session.output.format.is_table() {
                return session.output.objects(&objects);
            }
            return objects
                .iter()
                .try_for_each(|object| session.written(object, "created", true));
        }
        for object in &objects {
            write(object, session).await?;
        }
        Ok(())
    }
}

async fn write(object: &RawObject, session: &Session) -> Outcome {
    let client = session.client()?;
    let Some(before) = find(client, &object.key()).await? else {
        let made = session.create(object, false).await?;
        return session.written(&made, "created", false);
    };
    if before.spec == object.spec {
        return session.written(&before, changed_word(false), false);
    }
    let mut after = before;
    after.spec.clone_from(&object.spec);
    let after = client.apply(&after, false).await?;
    session.written(&after, changed_word(true), false)
}

fn read(file: &Path) -> Outcome<String> {
    let failed = |error: std::io::Error| Failure::file("read", file, &error);
    let mut text = String::new();
    File::open(file)
        .map_err(failed)?
        .take(validate::MAX_MANIFEST_BYTES as u64 + 1)
        .read_to_string(&mut text)
        .map_err(failed)?;
    Ok(text)
}

fn refused(file: &Path, refusal: &Refusal) -> Failure {
    let place = match refusal.line {
        Some(line) => format!("{}:{line}", file.display()),
        None => file.display().to_string(),
    };
    Failure::usage(format!("{place}: {}", refusal.message))
        .hint("nothing was imported; give LBServiceGroups and ServicePrefixes of the original EPIC")
}
