//! `epicctl apply|diff|delete|validate -f`.

use std::path::PathBuf;

use clap::Args;
use epic_api::client::WriteOptions;
use epic_api::{ObjectKey, RawObject};
use serde_json::{Value, json};
use similar::TextDiff;

use crate::args::WriteArgs;
use crate::ask;
use crate::config;
use crate::failure::{Code, Failure, Outcome};
use crate::manifest::{self, Fault, Manifest};
use crate::objects::{changed_word, find, is_changed};
use crate::output::{self, short_name, yaml};
use crate::session::{Session, parse_kind};

#[derive(Args, Debug)]
struct Files {
    /// A file, a folder, or `-` for stdin
    #[arg(short, long = "filename", value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Folders inside folders too
    #[arg(short = 'R', long)]
    recursive: bool,
}

/// `apply`.
#[derive(Args, Debug)]
pub struct ApplyArgs {
    #[command(flatten)]
    files: Files,
    /// Own only the fields in the files; others keep theirs
    #[arg(long)]
    server_side: bool,
    /// In whose name fields are owned
    #[arg(
        long,
        value_name = "NAME",
        default_value = "epicctl",
        requires = "server_side"
    )]
    field_manager: String,
    /// Take over fields of other managers
    #[arg(long, requires = "server_side")]
    force_conflicts: bool,
    #[command(flatten)]
    write: WriteArgs,
}

/// `diff`.
#[derive(Args, Debug)]
pub struct DiffArgs {
    #[command(flatten)]
    files: Files,
}

/// `delete -f`.
#[derive(Args, Debug)]
pub struct DeleteFilesArgs {
    #[command(flatten)]
    files: Files,
    /// What does not exist is no failure
    #[arg(long)]
    ignore_not_found: bool,
    #[command(flatten)]
    write: WriteArgs,
}

/// `validate`.
#[derive(Args, Debug)]
pub struct ValidateArgs {
    #[command(flatten)]
    files: Files,
}

impl Files {
    fn check(&self, account: &str) -> Outcome<(Vec<Manifest>, Vec<Fault>)> {
        let (documents, mut faults) = manifest::read(&self.files, self.recursive)?;
        let (manifests, more) = manifest::check(documents, account);
        faults.extend(more);
        Ok((manifests, faults))
    }

    /// The objects, if every document is valid.
    fn load(&self, session: &Session) -> Outcome<Vec<Manifest>> {
        // Faults are told even where no server is configured.
        let fallback = config::account(&session.flags, &session.environment, None);
        let account = session.account().map_or(fallback, str::to_owned);
        let (manifests, faults) = self.check(&account)?;
        if faults.is_empty() {
            Ok(manifests)
        } else {
            Err(manifest::refused(&faults))
        }
    }
}

impl ValidateArgs {
    /// Does it; needs no server.
    ///
    /// # Errors
    /// Exit code 79 when there are faults.
    pub fn run(self, session: &Session) -> Outcome {
        let account = config::account(&session.flags, &session.environment, None);
        let (manifests, faults) = self.files.check(&account)?;
        if session.output.format.is_table() {
            for fault in &faults {
                session.output.data(fault.to_string())?;
            }
        } else {
            let faults: Vec<_> = faults
                .iter()
                .map(|f| json!({ "place": f.place, "object": f.object, "error": f.error }))
                .collect();
            session
                .output
                .value(&json!({ "valid": manifests.len(), "faults": faults }))?;
        }
        if faults.is_empty() {
            let count = manifests.len();
            let noun = if count == 1 {
                "object is"
            } else {
                "objects are"
            };
            session.output.note(format!("{count} {noun} valid"));
            Ok(())
        } else {
            Err(Failure::silent(Code::Issues))
        }
    }
}

/// What became of several objects.
#[derive(Default)]
struct Tally {
    done: usize,
    failed: Vec<Code>,
}

impl Tally {
    fn fail(&mut self, manifest: &Manifest, failure: Failure) {
        self.failed.push(failure.code);
        output::report(&failure.context(format!(
            "{} ({})",
            short_name(&manifest.object),
            manifest.place
        )));
    }

    /// One reason for all: its own code. Some done, some not: partial success.
    fn outcome(self) -> Outcome {
        match (self.done, self.failed.first()) {
            (_, None) => Ok(()),
            (0, Some(first)) if self.failed.iter().all(|code| code == first) => {
                Err(Failure::silent(*first))
            }
            (0, Some(_)) => Err(Failure::silent(Code::Failure)),
            (_, Some(_)) => Err(Failure::silent(Code::Partial)),
        }
    }
}

/// Whether trying further objects is pointless.
fn is_hopeless(failure: &Failure) -> bool {
    matches!(failure.code, Code::Unreachable | Code::Auth)
}

impl ApplyArgs {
    /// Does it: everything or nothing where faults can be told beforehand, and every object by
    /// itself from then on.
    ///
    /// # Errors
    /// A document is not valid, or epicd refuses one; exit code 8 when others were done.
    pub async fn run(self, session: &Session) -> Outcome {
        if self.server_side {
            return self.server_side(session).await;
        }
        let manifests = self.files.load(session)?;
        let mut tally = Tally::default();
        let mut applied = Vec::new();
        for manifest in &manifests {
            match apply(&manifest.object, self.write, session).await {
                Ok((object, word)) => {
                    tally.done += 1;
                    if session.output.format.is_table() {
                        session.written(&object, word, self.write.dry_run)?;
                    }
                    applied.push(object);
                }
                Err(failure) => {
                    let hopeless = is_hopeless(&failure);
                    tally.fail(manifest, failure);
                    if hopeless {
                        break;
                    }
                }
            }
        }
        if !session.output.format.is_table() {
            session.output.objects(&applied)?;
        }
        tally.outcome()
    }
}

impl ApplyArgs {
    /// What is in the files need not be whole objects: epicd puts them together and checks them.
    async fn server_side(self, session: &Session) -> Outcome {
        let (documents, faults) = manifest::read(&self.files.files, self.files.recursive)?;
        if !faults.is_empty() {
            return Err(manifest::refused(&faults));
        }
        let options = WriteOptions {
            dry_run: self.write.dry_run,
            field_manager: Some(self.field_manager),
            force: self.force_conflicts,
            ..WriteOptions::default()
        };
        let client = session.client()?;
        let mut applied = Vec::new();
        for document in &documents {
            let key = key_of(&document.value, session)
                .map_err(|failure| failure.context(&document.place))?;
            let object = client
                .apply_fields(&key, &document.value, &options)
                .await
                .map_err(|error| {
                    Failure::from(error).context(format!("{key} ({})", document.place))
                })?;
            if session.output.format.is_table() {
                session.written(&object, "applied", options.dry_run)?;
            }
            applied.push(object);
        }
        if session.output.format.is_table() {
            return Ok(());
        }
        session.output.objects(&applied)
    }
}

fn key_of(document: &Value, session: &Session) -> Outcome<ObjectKey> {
    let text = |pointer: &str| document.pointer(pointer).and_then(Value::as_str);
    let kind = parse_kind(text("/kind").unwrap_or_default())?;
    let name = text("/metadata/name")
        .ok_or_else(|| Failure::usage("metadata.name is missing"))?
        .to_owned();
    let account = match text("/metadata/account") {
        Some(account) => Some(account.to_owned()),
        None => session.account_for(kind)?.map(str::to_owned),
    };
    Ok(ObjectKey {
        kind,
        account,
        name,
    })
}

async fn apply(
    object: &RawObject,
    write: WriteArgs,
    session: &Session,
) -> Outcome<(RawObject, &'static str)> {
    let client = session.client()?;
    let before = find(client, &object.key()).await?;
    let after = client.apply(object, write.dry_run).await?;
    let word = match &before {
        None => "created",
        Some(before) => changed_word(is_changed(before, &after)),
    };
    Ok((after, word))
}

impl DiffArgs {
    /// Does it: exit 0 nothing would change, 1 something would, more: error.
    ///
    /// # Errors
    /// Exit code 1 for differences, as kubectl has it; failures that would be 1 are 2.
    pub async fn run(self, session: &Session) -> Outcome {
        let differs = self
            .differences(session)
            .await
            .map_err(|failure| match failure.code {
                Code::Failure => Failure {
                    code: Code::Usage,
                    ..failure
                },
                _ => failure,
            })?;
        if differs {
            Err(Failure::silent(Code::Failure))
        } else {
            Ok(())
        }
    }

    async fn differences(&self, session: &Session) -> Outcome<bool> {
        let manifests = self.files.load(session)?;
        let several = manifests.len() > 1;
        let client = session.client()?;
        let mut differs = false;
        for manifest in &manifests {
            let key = manifest.object.key();
            let before = find(client, &key).await?;
            let after = match client.apply(&manifest.object, true).await {
                Ok(after) => after,
                // What it needs may be in the same files and not be there yet.
                Err(error) if before.is_none() && several => {
                    let failure = Failure::from(error);
                    if is_hopeless(&failure) {
                        return Err(failure);
                    }
                    session.output.note(format!(
                        "{key} is shown as written: epicd says `{}` as things are",
                        failure.message
                    ));
                    manifest.object.clone()
                }
                Err(error) => {
                    return Err(Failure::from(error).context(format!("{key} ({})", manifest.place)));
                }
            };
            let old = before
                .as_ref()
                .map(comparable)
                .transpose()?
                .unwrap_or_default();
            let new = comparable(&after)?;
            if old != new {
                differs = true;
                let name = short_name(&after);
                session.output.data(unified(&name, &old, &new))?;
            }
        }
        Ok(differs)
    }
}

/// The object without what the server counts and reports.
fn comparable(object: &RawObject) -> Outcome<String> {
    let mut object = object.clone();
    object.status = None;
    let metadata = &mut object.metadata;
    metadata.uid = None;
    metadata.resource_version = None;
    metadata.creation_timestamp = None;
    metadata.generation = 0;
    metadata.spec_revision = 0;
    yaml(&object)
}

fn unified(name: &str, old: &str, new: &str) -> String {
    let text = TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(&format!("live/{name}"), &format!("file/{name}"))
        .to_string();
    let red = anstyle::AnsiColor::Red.on_default();
    let green = anstyle::AnsiColor::Green.on_default();
    text.lines()
        .map(|line| match line.as_bytes().first() {
            Some(b'-') => format!("{red}{line}{red:#}\n"),
            Some(b'+') => format!("{green}{line}{green:#}\n"),
            _ => format!("{line}\n"),
        })
        .collect()
}

impl DeleteFilesArgs {
    /// Does it: what needs others goes first.
    ///
    /// # Errors
    /// epicd refuses one; exit code 8 when others were deleted.
    pub async fn run(self, session: &Session) -> Outcome {
        let manifests = self.files.load(session)?;
        let names: Vec<String> = manifests.iter().map(|m| short_name(&m.object)).collect();
        if !self.write.dry_run
            && !session.yes
            && !ask::confirm(&format!("Delete {}?", names.join(", ")))?
        {
            return Err(Failure::new(Code::Failure, "nothing was deleted"));
        }
        let client = session.client()?;
        let mut tally = Tally::default();
        for manifest in manifests.iter().rev() {
            let key = manifest.object.key();
            let deleted = if self.write.dry_run {
                client.get(&key).await
            } else {
                client.delete(&key).await
            };
            match deleted {
                Ok(object) => {
                    tally.done += 1;
                    session.written(&object, "deleted", self.write.dry_run)?;
                }
                Err(error) if error.is_not_found() && self.ignore_not_found => tally.done += 1,
                Err(error) => {
                    let failure = Failure::from(error);
                    let hopeless = is_hopeless(&failure);
                    tally.fail(manifest, failure);
                    if hopeless {
                        break;
                    }
                }
            }
        }
        tally.outcome()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_shows_only_what_changes_with_its_surroundings() {
        let text = unified("backend/cart", "a: 1\nb: 2\n", "a: 1\nb: 3\n");
        let plain = anstream::adapter::strip_str(&text).to_string();
        assert_eq!(
            plain,
            "--- live/backend/cart\n+++ file/backend/cart\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+b: 3\n"
        );
    }

    #[test]
    fn some_done_and_some_not_is_partial_success() {
        let code = |done, failed: &[Code]| {
            let tally = Tally {
                done,
                failed: failed.to_vec(),
            };
            tally
                .outcome()
                .map_or_else(|failure| failure.code, |()| Code::Ok)
        };
        assert_eq!(code(2, &[]), Code::Ok);
        assert_eq!(code(1, &[Code::Conflict]), Code::Partial);
        assert_eq!(code(0, &[Code::Conflict, Code::Conflict]), Code::Conflict);
        assert_eq!(code(0, &[Code::Conflict, Code::Failure]), Code::Failure);
    }
}
