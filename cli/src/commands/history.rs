//! `epicctl config`: what was asked for, by whom, what became of it, and going back.

use clap::{Args, Subcommand};
use epic_api::RawObject;
use epic_api::revision::{
    ChangeOperation, Fate, ObjectDiff, Revision, RevisionDiff, RollbackRequest, Trial,
};
use serde_json::json;
use similar::TextDiff;

use crate::args::WriteArgs;
use crate::ask;
use crate::choice::{Rows, TableArgs};
use crate::columns::age;
use crate::failure::{Code, Failure, Outcome};
use crate::output::{Format, yaml};
use crate::session::Session;
use crate::table::{Cell, Tone};

/// Verbs of the history of an account.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// List revisions, newest first: who asked for what, and what became of it
    #[command(visible_alias = "list")]
    History(HistoryArgs),
    /// Show a revision: who, when, from where, its fate, and what it changed
    Show(ShowArgs),
    /// Show what differs between two revisions, or from one to now: exit 0 nothing, 1 something
    Diff(DiffArgs),
    /// Bring the account's objects back as they were, as a new revision
    Rollback(RollbackArgs),
    /// Keep a rollback that was made with --confirm-within
    Confirm(ConfirmArgs),
}

/// `config history`.
#[derive(Args, Debug)]
pub struct HistoryArgs {
    /// How many
    #[arg(long, value_name = "NUMBER", default_value = "20")]
    limit: usize,
    /// Only those before this revision
    #[arg(long, value_name = "REVISION")]
    before: Option<u64>,
    /// Of every account
    #[arg(short = 'A', long)]
    all_accounts: bool,
    #[command(flatten)]
    table: TableArgs,
}

/// `config show`.
#[derive(Args, Debug)]
pub struct ShowArgs {
    /// The revision
    revision: u64,
}

/// `config diff`.
#[derive(Args, Debug)]
pub struct DiffArgs {
    /// The revision to compare from
    from: u64,
    /// The revision to compare to; what is now without it
    to: Option<u64>,
}

/// `config rollback`.
#[derive(Args, Debug)]
pub struct RollbackArgs {
    /// The revision whose objects come back
    revision: u64,
    /// Take it back after this long unless `config confirm` comes first
    #[arg(long, value_name = "DURATION")]
    confirm_within: Option<epic_api::Duration>,
    #[command(flatten)]
    write: WriteArgs,
}

/// `config confirm`.
#[derive(Args, Debug)]
pub struct ConfirmArgs {}

impl ConfigCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            ConfigCommand::History(args) => history(&args, session).await,
            ConfigCommand::Show(args) => show(args.revision, session).await,
            ConfigCommand::Diff(args) => diff(&args, session).await,
            ConfigCommand::Rollback(args) => rollback(&args, session).await,
            ConfigCommand::Confirm(_) => confirm(session).await,
        }
    }
}

async fn history(args: &HistoryArgs, session: &Session) -> Outcome {
    let account = match args.all_accounts {
        true => None,
        false => Some(session.account()?),
    };
    let limit = args.limit.clamp(1, epic_api::revision::PAGE_LIMIT);
    let page = session
        .client()?
        .revisions(account, limit, args.before)
        .await?;
    match session.output.format {
        format if format.is_data() => return session.output.value(&page),
        Format::Name => {
            let names = page.items.iter().map(|r| format!("{}\n", r.revision));
            return session.output.data(names.collect::<String>());
        }
        _ => {}
    }
    let row = |revision: &Revision| {
        let mut cells = vec![
            Cell::from(revision.revision.to_string()),
            Cell::from(age(revision.time, session.now)),
            Cell::from(revision.user.clone()),
            fate_cell(&revision.fate),
            Cell::from(revision.summary.clone()),
        ];
        if args.all_accounts {
            cells.insert(0, Cell::from(revision.account.clone()));
        }
        cells
    };
    let mut headers = vec!["REVISION", "AGE", "USER", "FATE", "SUMMARY"];
    if args.all_accounts {
        headers.insert(0, "ACCOUNT");
    }
    let rows = page.items.iter().map(row).collect();
    session
        .output
        .table(&args.table, Rows::new(&headers, rows))?;
    if let Some(next) = page.next {
        session.output.note(format!(
            "there are older ones: `epicctl config history --before {next}`"
        ));
    }
    if let Some(trial) = &page.trial {
        session.output.warn(waiting(trial));
    }
    Ok(())
}

fn fate_cell(fate: &Fate) -> Cell {
    let tone = match fate {
        Fate::Programmed { .. } => Tone::Good,
        Fate::Pending => Tone::Doubtful,
        Fate::Tainted { .. } => Tone::Bad,
        Fate::Superseded { .. } | Fate::NotServed => Tone::Plain,
    };
    Cell::toned(fate.name(), tone)
}

fn waiting(trial: &Trial) -> String {
    format!(
        "revision {}, a rollback by {}, is taken back at {} unless it is confirmed: `epicctl config confirm`",
        trial.revision, trial.user, trial.deadline
    )
}

async fn show(number: u64, session: &Session) -> Outcome {
    let (client, account) = (session.client()?, session.account()?);
    let revision = client.revision(account, number).await?;
    // Where the history begins, there is nothing to compare with.
    let before = number.saturating_sub(1);
    let diff = match client.revision_diff(account, before, Some(number)).await {
        Ok(diff) => diff,
        Err(_) => {
            let all = client.revision_objects(account, number).await?;
            first_of(&revision, all.items)
        }
    };
    if session.output.format.is_data() {
        return session
            .output
            .value(&json!({ "revision": revision, "diff": diff }));
    }
    session.output.data(head(&revision))?;
    session.output.data(text(&diff)?)
}

/// What the first revision that is kept made.
fn first_of(revision: &Revision, objects: Vec<RawObject>) -> RevisionDiff {
    let made = |object: &RawObject| {
        let key = object.key();
        revision.changes.iter().any(|change| change.object == key)
    };
    let items = objects.into_iter().filter(made);
    RevisionDiff {
        from: 0,
        to: revision.revision,
        items: items
            .map(|object| ObjectDiff {
                object: object.key(),
                before: None,
                after: Some(object),
            })
            .collect(),
    }
}

fn head(revision: &Revision) -> String {
    let mut lines = vec![
        format!("Revision:  {}", revision.revision),
        format!("Account:   {}", revision.account),
        format!("Time:      {}", revision.time),
        format!("User:      {}", revision.user),
        format!("From:      {}", revision.source),
        format!("Request:   {}", revision.request_id),
        format!("Summary:   {}", revision.summary),
    ];
    if let Some(to) = revision.restores {
        lines.push(format!("Restores:  {to}"));
    }
    let fate = match &revision.fate {
        Fate::Programmed { at } => format!("Programmed at {at}"),
        Fate::Superseded { by } => format!("Superseded by {by}"),
        Fate::NotServed => "NotServed: no gateway serves what it changed".to_owned(),
        fate => fate.name().to_owned(),
    };
    lines.push(format!("Fate:      {fate}"));
    if let Fate::Tainted { rejections } = &revision.fate {
        for taint in rejections {
            let objects: Vec<String> = taint.objects.iter().map(ToString::to_string).collect();
            lines.push(format!(
                "  gateway {} on node {} refuses {}: {}",
                taint.gateway,
                taint.node,
                objects.join(", "),
                taint.message
            ));
        }
    }
    lines.join("\n") + "\n"
}

async fn diff(args: &DiffArgs, session: &Session) -> Outcome {
    let (client, account) = (session.client()?, session.account()?);
    let diff = client.revision_diff(account, args.from, args.to).await?;
    if session.output.format.is_data() {
        session.output.value(&diff)?;
    } else {
        session.output.data(text(&diff)?)?;
    }
    if diff.items.is_empty() {
        Ok(())
    } else {
        Err(Failure::silent(Code::Failure))
    }
}

async fn rollback(args: &RollbackArgs, session: &Session) -> Outcome {
    let (client, account) = (session.client()?, session.account()?);
    let mut request = RollbackRequest {
        to: args.revision,
        confirm_within: args.confirm_within,
        dry_run: true,
    };
    if args.write.dry_run || (!session.yes && crate::output::can_ask()) {
        let preview = client.rollback(account, &request).await?;
        if args.write.dry_run {
            return if session.output.format.is_data() {
                session.output.value(&preview)
            } else {
                session.output.data(text(&preview.diff)?)
            };
        }
        session.output.note(text(&preview.diff)?);
        let count = preview.diff.items.len();
        let question = format!(
            "Bring account {account} back to revision {}: {count} objects change?",
            args.revision
        );
        if count > 0 && !ask::confirm(&question)? {
            return Err(Failure::new(Code::Failure, "nothing was changed"));
        }
    }
    request.dry_run = false;
    let done = client.rollback(account, &request).await?;
    if session.output.format.is_data() {
        return session.output.value(&done);
    }
    match done.revision {
        Some(revision) => session.output.data(format!(
            "account/{account} is back at revision {}, as revision {revision}",
            args.revision
        ))?,
        None => session.output.data(format!(
            "account/{account} unchanged: it is as it was at revision {}",
            args.revision
        ))?,
    }
    if let Some(trial) = &done.trial {
        session.output.warn(waiting(trial));
    }
    Ok(())
}

async fn confirm(session: &Session) -> Outcome {
    let account = session.account()?;
    let trial = session.client()?.confirm_rollback(account).await?;
    if session.output.format.is_data() {
        return session.output.value(&trial);
    }
    let revision = trial.revision;
    session
        .output
        .data(format!("account/{account} revision {revision} confirmed"))
}

/// The changes as unified diffs of documents that `apply -f` takes.
fn text(diff: &RevisionDiff) -> Outcome<String> {
    let mut text = String::new();
    for item in &diff.items {
        let name = format!(
            "{}/{}",
            item.object.kind.name().to_ascii_lowercase(),
            item.object.name
        );
        let (before, after) = (
            document(item.before.as_ref())?,
            document(item.after.as_ref())?,
        );
        let side = |exists: bool, number: u64| match exists {
            true => format!("{number}/{name}"),
            false => "/dev/null".to_owned(),
        };
        let operation = item.operation();
        let from = side(operation != ChangeOperation::Create, diff.from);
        let to = side(operation != ChangeOperation::Delete, diff.to);
        let unified = TextDiff::from_lines(&before, &after)
            .unified_diff()
            .context_radius(3)
            .header(&from, &to)
            .to_string();
        text.push_str(&colored(&unified));
    }
    Ok(text)
}

fn document(object: Option<&RawObject>) -> Outcome<String> {
    let Some(object) = object else {
        return Ok(String::new());
    };
    let mut plain = object.clone();
    plain.status = None;
    let metadata = std::mem::take(&mut plain.metadata);
    plain.metadata.name = metadata.name;
    plain.metadata.account = metadata.account;
    plain.metadata.labels = metadata.labels;
    plain.metadata.annotations = metadata.annotations;
    yaml(&plain)
}

fn colored(unified: &str) -> String {
    let red = anstyle::AnsiColor::Red.on_default();
    let green = anstyle::AnsiColor::Green.on_default();
    unified
        .lines()
        .map(|line| match line.as_bytes().first() {
            Some(b'-') => format!("{red}{line}{red:#}\n"),
            Some(b'+') => format!("{green}{line}{green:#}\n"),
            _ => format!("{line}\n"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use epic_api::revision::Taint;
    use epic_api::{Kind, ObjectKey, ObjectMeta};

    fn backend(port: u16) -> RawObject {
        RawObject {
            kind: Kind::Backend,
            metadata: ObjectMeta {
                name: "a".to_owned(),
                account: Some("default".to_owned()),
                resource_version: Some("7".to_owned()),
                ..ObjectMeta::default()
            },
            spec: json!({ "port": port }),
            status: None,
        }
    }

    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn a_difference_is_shown_as_documents_without_what_only_epic_writes() {
        let diff = RevisionDiff {
            from: 3,
            to: 7,
            items: vec![ObjectDiff {
                object: backend(80).key(),
                before: Some(backend(80)),
                after: Some(backend(81)),
            }],
        };
        insta::assert_snapshot!(plain(&text(&diff).unwrap()), @r"
        --- 3/backend/a
        +++ 7/backend/a
        @@ -4,4 +4,4 @@
           name: a
           account: default
         spec:
        -  port: 80
        +  port: 81
        ");
    }

    #[test]
    fn a_tainted_revision_is_shown_with_envoys_words() {
        let revision = Revision {
            account: "default".to_owned(),
            revision: 7,
            time: jiff::Timestamp::UNIX_EPOCH,
            user: "alice".to_owned(),
            source: [127, 0, 0, 1].into(),
            request_id: "r1".to_owned(),
            summary: "update Route api".to_owned(),
            change_count: 1,
            changes: Vec::new(),
            fate: Fate::Tainted {
                rejections: vec![Taint {
                    gateway: "web".to_owned(),
                    account: "default".to_owned(),
                    node: "n1".to_owned(),
                    objects: vec![ObjectKey::in_account(Kind::Route, "default", "api")],
                    message: "regex too large".to_owned(),
                }],
            },
            restores: None,
        };
        let shown = head(&revision);
        let words = "gateway web on node n1 refuses Route default/api: regex too large";
        assert!(
            shown.contains("Fate:      Tainted") && shown.contains(words),
            "{shown}"
        );
    }
}
