//! `epicctl doctor`: the way from here to epicd and its nodes, step by step.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use clap::Args;
use epic_api::client::ClientError;
use epic_api::{Kind, Node, Reason, condition};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::json;

use super::whoami::who;
use crate::choice::{Rows, TableArgs};
use crate::failure::{Code, Failure, Outcome};
use crate::session::Session;
use crate::table::{Cell, Tone};

/// How far two clocks may be apart, in seconds: certificates and ages are judged by them.
const SKEW: i64 = 5;

/// `doctor`.
#[derive(Args, Debug)]
pub struct DoctorArgs {
    #[command(flatten)]
    table: TableArgs,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Ok,
    Warning,
    Wrong,
    Skipped,
}

#[derive(Debug, Serialize)]
struct Check {
    check: &'static str,
    state: State,
    message: String,
}

impl Check {
    fn new(check: &'static str, state: State, message: impl Into<String>) -> Check {
        Check {
            check,
            state,
            message: message.into(),
        }
    }

    fn failed(check: &'static str, failure: &Failure) -> Check {
        let causes = failure.causes.iter().map(|cause| format!(": {cause}"));
        let causes: String = causes.collect();
        let message = format!("{}{causes}", failure.message);
        Check::new(check, State::Wrong, message)
    }
}

impl DoctorArgs {
    /// Does it.
    ///
    /// # Errors
    /// Something is wrong (exit 79).
    pub async fn run(self, session: &Session) -> Outcome {
        let checks = checks(session).await;
        if session.output.format.is_data() {
            session.output.value(&json!({ "checks": checks }))?;
        } else {
            let rows = checks.iter().map(|one| {
                let (word, tone) = match one.state {
                    State::Ok => ("ok", Tone::Good),
                    State::Warning => ("warning", Tone::Doubtful),
                    State::Wrong => ("wrong", Tone::Bad),
                    State::Skipped => ("skipped", Tone::Plain),
                };
                vec![
                    Cell::from(one.check),
                    Cell::toned(word, tone),
                    Cell::from(one.message.as_str()),
                ]
            });
            let rows = Rows::new(&["CHECK", "STATE", "MESSAGE"], rows.collect());
            session.output.table(&self.table, rows)?;
        }
        if checks.iter().any(|one| one.state == State::Wrong) {
            return Err(Failure::silent(Code::Issues));
        }
        Ok(())
    }
}

/// In the order of the way: what comes after a step that fails can't be told.
async fn checks(session: &Session) -> Vec<Check> {
    let mut all = vec![Check::new(
        "epicctl",
        State::Ok,
        concat!("version ", env!("CARGO_PKG_VERSION")),
    )];
    let target = match session.target() {
        Ok(target) => target,
        Err(failure) => {
            all.push(Check::failed("context", &failure));
            return all;
        }
    };
    let message = format!("{}, {}", target.name, target.credentials.server);
    all.push(Check::new("context", State::Ok, message));
    all.extend(
        files(session, &target.name)
            .into_iter()
            .map(|path| permissions(&path)),
    );
    let client = match session.client() {
        Ok(client) => client,
        Err(failure) => {
            all.push(Check::failed("epicd", &failure));
            return all;
        }
    };
    match client.server_time().await {
        Ok(time) => {
            let message = "answers, with a certificate of the context's CA";
            all.push(Check::new("epicd", State::Ok, message));
            all.push(clock(time, Timestamp::now()));
        }
        Err(error) => {
            all.push(Check::failed("epicd", &error.into()));
            return all;
        }
    }
    match who(session).await {
        Ok(who) => all.push(Check::new("token", State::Ok, format!("of {}", who.name))),
        Err(failure) => {
            all.push(Check::failed("token", &failure));
            return all;
        }
    }
    match client.list(Kind::Node, None).await {
        Ok(list) if list.items.is_empty() => {
            let message = "there are none: `epicctl node join` makes one";
            all.push(Check::new("nodes", State::Warning, message));
        }
        Ok(list) => all.extend(list.items.iter().map(|raw| match Node::from_raw(raw) {
            Ok(node) => of_node(&node),
            Err(error) => Check::new("node", State::Wrong, error.to_string()),
        })),
        Err(ClientError::Api(error)) if error.reason == Reason::Forbidden => {
            let message = "this token may not see them";
            all.push(Check::new("nodes", State::Skipped, message));
        }
        Err(error) => all.push(Check::failed("nodes", &error.into())),
    }
    all
}

/// The files that hold the token in use.
fn files(session: &Session, context: &str) -> Option<PathBuf> {
    if session.environment.get("EPICCTL_TOKEN").is_some() {
        return None;
    }
    let flag = session.flags.context_file.clone();
    let named = || session.environment.get("EPICCTL_CONTEXT_FILE");
    let file = match &session.flags.context {
        Some(_) => flag,
        None => flag.or_else(|| named().map(PathBuf::from)),
    };
    Some(file.unwrap_or_else(|| session.paths.token(context)))
}

fn permissions(path: &Path) -> Check {
    let mode = fs::metadata(path).map(|metadata| metadata.permissions().mode() & 0o777);
    let shown = path.display();
    match mode {
        Ok(mode) if mode & 0o077 == 0 => Check::new("token file", State::Ok, shown.to_string()),
        Ok(mode) => {
            let message =
                format!("{shown} has mode {mode:04o}, others get at the token: chmod 600 {shown}");
            Check::new("token file", State::Wrong, message)
        }
        Err(error) => Check::new("token file", State::Wrong, format!("{shown}: {error}")),
    }
}

fn clock(there: Option<Timestamp>, here: Timestamp) -> Check {
    let Some(there) = there else {
        return Check::new("clock", State::Skipped, "epicd does not tell its time");
    };
    let apart = here.as_second() - there.as_second();
    if apart.abs() <= SKEW {
        return Check::new("clock", State::Ok, "as epicd's");
    }
    let (seconds, word) = match apart {
        ..0 => (-apart, "behind"),
        _ => (apart, "ahead of"),
    };
    let message = format!("this machine's clock is {seconds} s {word} epicd's");
    Check::new("clock", State::Wrong, message)
}

fn of_node(node: &Node) -> Check {
    let name = &node.metadata.name;
    let status = node.status.clone().unwrap_or_default();
    let ready = condition::find(&status.conditions, "Ready");
    if !ready.is_some_and(epic_api::Condition::is_true) {
        let why = ready.map_or("its agent has not reported", |ready| &ready.message);
        return Check::new("node", State::Wrong, format!("{name} is not ready: {why}"));
    }
    let version = &status.agent_version;
    let message = format!(
        "{name} is ready: agent {version}, Envoy {}",
        status.envoy_version
    );
    if version != env!("CARGO_PKG_VERSION") {
        let message = format!("{message}; epicctl is of another version");
        return Check::new("node", State::Warning, message);
    }
    Check::new("node", State::Ok, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_off_is_told_with_how_much_and_which_way() {
        let at = |second| Timestamp::from_second(second).unwrap();

        assert_eq!(clock(Some(at(100)), at(103)).state, State::Ok);
        assert_eq!(
            clock(Some(at(100)), at(40)).message,
            "this machine's clock is 60 s behind epicd's"
        );
        assert_eq!(clock(Some(at(100)), at(160)).state, State::Wrong);
        assert_eq!(clock(None, at(160)).state, State::Skipped);
    }

    #[test]
    fn a_token_that_others_can_read_is_wrong_and_says_what_to_do() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let check = |mode| {
            fs::set_permissions(file.path(), fs::Permissions::from_mode(mode)).unwrap();
            permissions(file.path())
        };

        assert_eq!(check(0o600).state, State::Ok);
        let open = check(0o644);
        assert_eq!(open.state, State::Wrong);
        assert!(open.message.contains("chmod 600"), "{}", open.message);
    }
}
