//! The verbs that every kind has.

use std::fs;
use std::process::Command as Process;

use epic_api::{Kind, ObjectKey, RawObject};

use super::describe;
use crate::args::{Common, DeleteArgs, EditArgs};
use crate::ask;
use crate::failure::{Code, Failure, Outcome};
use crate::manifest;
use crate::objects::{Listing, changed_word, find, is_changed};
use crate::output::{self, can_ask, yaml};
use crate::session::Session;

impl Common {
    /// Does it for a kind.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(&self, kind: Kind, session: &Session) -> Outcome {
        match self {
            Common::List(args) => session.list(kind, &Listing::from(args)).await,
            Common::Get(args) => {
                let object = session
                    .client()?
                    .get(&session.key(kind, &args.name)?)
                    .await?;
                show(&object, session)
            }
            Common::Describe(args) => {
                describe::describe(&session.key(kind, &args.name)?, session).await
            }
            Common::Edit(args) => edit(kind, args, session).await,
            Common::Delete(args) => {
                let keys = args
                    .names
                    .iter()
                    .map(|name| session.key(kind, name))
                    .collect::<Outcome<Vec<_>>>()?;
                delete(&keys, args, session).await
            }
        }
    }
}

/// Prints one object.
///
/// # Errors
/// Stdout can't be written.
pub fn show(object: &RawObject, session: &Session) -> Outcome {
    if session.output.format.is_table() {
        session.print(
            object.kind,
            std::slice::from_ref(object),
            &Listing::default(),
        )
    } else {
        session.output.object(object)
    }
}

async fn delete(keys: &[ObjectKey], args: &DeleteArgs, session: &Session) -> Outcome {
    let client = session.client()?;
    let mut found = Vec::new();
    for key in keys {
        match find(client, key).await? {
            Some(object) => found.push(object),
            None if args.ignore_not_found => session.output.note(format!("{key} does not exist")),
            None => {
                return Err(
                    Failure::new(Code::NotFound, format!("there is no {key}")).hint(format!(
                        "list them: `epicctl get {}`; nothing was deleted",
                        key.kind.plural()
                    )),
                );
            }
        }
    }
    if args.write.dry_run {
        return found
            .iter()
            .try_for_each(|object| session.written(object, "deleted", true));
    }
    let losses: Vec<String> = found.iter().map(loss).collect();
    if !found.is_empty()
        && !session.yes
        && !ask::confirm(&format!("Delete {}?", losses.join("; ")))?
    {
        return Err(Failure::new(Code::Failure, "nothing was deleted"));
    }
    for (index, object) in found.iter().enumerate() {
        if let Err(error) = client.delete(&object.key()).await {
            let failure = Failure::from(error).context(format!("can't delete {}", object.key()));
            let code = if index == 0 {
                failure.code
            } else {
                Code::Partial
            };
            return Err(Failure { code, ..failure });
        }
        session.written(object, "deleted", false)?;
    }
    Ok(())
}

/// What is lost with an object, in words.
fn loss(object: &RawObject) -> String {
    let name = output::short_name(object);
    let list = |pointer: &str, field: &str| -> Vec<String> {
        object
            .status
            .as_ref()
            .and_then(|status| status.pointer(pointer))
            .and_then(|value| value.as_array())
            .into_iter()
            .flatten()
            .filter_map(|item| Some(item.get(field)?.as_str()?.to_owned()))
            .collect()
    };
    match object.kind {
        Kind::Gateway => {
            let addresses = list("/addresses", "value");
            if addresses.is_empty() {
                name
            } else {
                format!(
                    "{name} (its address {} is given back)",
                    addresses.join(", ")
                )
            }
        }
        _ => name,
    }
}

async fn edit(kind: Kind, args: &EditArgs, session: &Session) -> Outcome {
    let key = session.key(kind, &args.name)?;
    if !can_ask() {
        return Err(Failure::usage("`edit` needs a terminal")
            .hint("change it with `set`, or with `epicctl apply -f FILE`"));
    }
    let client = session.client()?;
    let before = client.get(&key).await?;
    let shown = RawObject {
        status: None,
        ..before.clone()
    };
    let file = tempfile::Builder::new()
        .prefix(&format!("epicctl-{}-", key.name))
        .suffix(".yaml")
        .tempfile()
        .map_err(|error| Failure::new(Code::Failure, "can't make a file to edit").cause(error))?;
    let text = yaml(&shown)?;
    fs::write(file.path(), &text).map_err(|e| Failure::file("write", file.path(), &e))?;
    open_editor(session, file.path())?;
    let edited =
        fs::read_to_string(file.path()).map_err(|e| Failure::file("read", file.path(), &e))?;
    if edited == text {
        session.output.note("nothing was changed");
        return Ok(());
    }
    // From here on the person's work must not be lost.
    let keep = |failure: Failure| match file.keep() {
        Ok((_, path)) => failure.hint(format!("your edit is kept in `{}`", path.display())),
        Err(_) => failure,
    };
    let outcome = async {
        let object = manifest::read_one(&edited, session)?;
        if object.key() != key {
            return Err(Failure::usage(format!(
                "the edit is of {}, not of {key}",
                object.key()
            )));
        }
        Ok(client.apply(&object, args.write.dry_run).await?)
    };
    match outcome.await {
        Ok(after) => session.written(
            &after,
            changed_word(is_changed(&before, &after)),
            args.write.dry_run,
        ),
        Err(failure) => Err(keep(failure)),
    }
}

fn open_editor(session: &Session, path: &std::path::Path) -> Outcome {
    let editor = session
        .environment
        .get("VISUAL")
        .or_else(|| session.environment.get("EDITOR"))
        .unwrap_or("vi");
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or("vi");
    let status = Process::new(program).args(words).arg(path).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(
            Code::Failure,
            format!("`{editor}` ended with {status}; nothing was changed"),
        )),
        Err(error) => Err(
            Failure::new(Code::Failure, format!("can't start `{editor}`"))
                .cause(error)
                .hint("set EDITOR to an editor that is installed"),
        ),
    }
}
