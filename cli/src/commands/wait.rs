//! `epicctl wait`, and `--wait` of writes.

use std::fmt;
use std::io::IsTerminal as _;
use std::str::FromStr;
use std::time::Duration;

use clap::Args;
use epic_api::client::WatchEvent;
use epic_api::condition::{Condition, ConditionStatus};
use epic_api::{Kind, ObjectKey, RawObject};
use indicatif::{ProgressBar, ProgressStyle};

use crate::failure::{Code, Failure, Outcome};
use crate::objects::find;
use crate::session::Session;

/// `wait`.
#[derive(Args, Debug)]
pub struct WaitArgs {
    /// The object
    #[arg(value_name = "KIND/NAME")]
    object: String,
    /// What is waited for: `condition=NAME`, `condition=NAME=False`, `create`, `delete`
    #[arg(long = "for", value_name = "GOAL")]
    goal: Goal,
    /// The longest wait
    #[arg(long, value_name = "DURATION", default_value = "60s")]
    timeout: epic_api::Duration,
}

/// What is waited for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Goal {
    /// A condition has this answer, for the object's newest generation.
    Condition(String, ConditionStatus),
    /// The object exists.
    Create,
    /// The object does not exist.
    Delete,
}

impl Goal {
    /// A condition that is true.
    pub fn condition(name: &str) -> Self {
        Goal::Condition(name.to_owned(), ConditionStatus::True)
    }

    fn is_reached(&self, object: Option<&RawObject>) -> bool {
        match (self, object) {
            (Goal::Create, Some(_)) | (Goal::Delete, None) => true,
            (Goal::Condition(name, status), Some(object)) => {
                let conditions: Vec<Condition> = conditions(object)
                    .into_iter()
                    .filter(|condition| condition.kind == *name)
                    .collect();
                !conditions.is_empty()
                    && conditions.iter().all(|condition| {
                        condition.status == *status
                            && condition.observed_generation >= object.metadata.generation
                    })
            }
            _ => false,
        }
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Goal::Condition(name, ConditionStatus::True) => f.write_str(name),
            Goal::Condition(name, status) => write!(f, "{name}={status:?}"),
            Goal::Create => f.write_str("created"),
            Goal::Delete => f.write_str("deleted"),
        }
    }
}

impl FromStr for Goal {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || {
            "write `condition=Programmed`, `condition=NAME=False`, `create` or `delete`".to_owned()
        };
        match text {
            "create" => return Ok(Goal::Create),
            "delete" => return Ok(Goal::Delete),
            _ => {}
        }
        let condition = text.strip_prefix("condition=").ok_or_else(wrong)?;
        let (name, status) = condition.split_once('=').unwrap_or((condition, "True"));
        let status = match status.to_ascii_lowercase().as_str() {
            "true" => ConditionStatus::True,
            "false" => ConditionStatus::False,
            "unknown" => ConditionStatus::Unknown,
            _ => return Err(wrong()),
        };
        if name.is_empty() {
            return Err(wrong());
        }
        Ok(Goal::Condition(name.to_owned(), status))
    }
}

/// The conditions of any object; of a route, those of all its parents.
pub fn conditions(object: &RawObject) -> Vec<Condition> {
    let read = |value: &serde_json::Value| -> Vec<Condition> {
        value
            .get("conditions")
            .and_then(|conditions| serde_json::from_value(conditions.clone()).ok())
            .unwrap_or_default()
    };
    let Some(status) = &object.status else {
        return Vec::new();
    };
    match (
        object.kind,
        status.get("parents").and_then(|p| p.as_array()),
    ) {
        (Kind::Route, Some(parents)) => parents.iter().flat_map(read).collect(),
        _ => read(status),
    }
}

impl WaitArgs {
    /// Does it.
    ///
    /// # Errors
    /// Exit code 6 when the goal is not reached in time.
    pub async fn run(self, session: &Session) -> Outcome {
        let key = session.reference(&self.object)?;
        until(session, &key, &self.goal, self.timeout).await?;
        session.output.note(format!("{key}: {}", self.goal));
        Ok(())
    }
}

/// Waits until the goal is reached and answers with how the object is then.
///
/// # Errors
/// The time is over, with the reason the object gives; the object does not exist; epicd refuses.
pub async fn until(
    session: &Session,
    key: &ObjectKey,
    goal: &Goal,
    timeout: epic_api::Duration,
) -> Outcome<Option<RawObject>> {
    let spinner = spinner(session, key, goal);
    let mut last = None;
    let outcome =
        tokio::time::timeout(timeout.to_std(), reach(session, key, goal, &mut last)).await;
    spinner.finish_and_clear();
    match outcome {
        Ok(outcome) => outcome,
        Err(_) => Err(timed_out(key, goal, timeout, last.as_ref())),
    }
}

async fn reach(
    session: &Session,
    key: &ObjectKey,
    goal: &Goal,
    last: &mut Option<RawObject>,
) -> Outcome<Option<RawObject>> {
    let client = session.client()?;
    let current = find(client, key).await?;
    if goal.is_reached(current.as_ref()) {
        return Ok(current);
    }
    let revision = match &current {
        Some(object) => object.metadata.resource_version.clone().unwrap_or_default(),
        None if *goal == Goal::Create => {
            let list = client.list(key.kind, key.account.as_deref()).await?;
            if let Some(object) = list.items.into_iter().find(|object| object.key() == *key) {
                return Ok(Some(object));
            }
            list.resource_version
        }
        None => return Err(Failure::new(Code::NotFound, format!("there is no {key}"))),
    };
    last.clone_from(&current);
    session
        .follow(key.kind, key.account.as_deref(), revision, |event| {
            let (object, gone) = match event {
                WatchEvent::Added(object) | WatchEvent::Modified(object) => (object, false),
                WatchEvent::Deleted(object) => (object, true),
                WatchEvent::Bookmark(_) | WatchEvent::Error(_) => return Ok(None),
            };
            if object.key() != *key {
                return Ok(None);
            }
            if gone && *goal != Goal::Delete {
                return Err(Failure::new(Code::NotFound, format!("{key} was deleted")));
            }
            let state = (!gone).then_some(object);
            if goal.is_reached(state.as_ref()) {
                return Ok(Some(state));
            }
            *last = state;
            Ok(None)
        })
        .await
}

fn timed_out(
    key: &ObjectKey,
    goal: &Goal,
    timeout: epic_api::Duration,
    last: Option<&RawObject>,
) -> Failure {
    let mut failure = Failure::new(
        Code::Timeout,
        format!("{key} is not {goal} after {timeout}"),
    );
    for condition in last.map(conditions).unwrap_or_default() {
        if !condition.is_true() {
            failure = failure.cause(format!(
                "{} is {:?}: {}: {}",
                condition.kind, condition.status, condition.reason, condition.message
            ));
        }
    }
    failure.hint(format!(
        "look closer: `epicctl {} describe {}`",
        super::describe::noun(key.kind),
        key.name
    ))
}

fn spinner(session: &Session, key: &ObjectKey, goal: &Goal) -> ProgressBar {
    if session.output.quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{spinner} {msg} {elapsed}")
        .unwrap_or_else(|_| ProgressStyle::default_spinner());
    let spinner = ProgressBar::new_spinner()
        .with_style(style)
        .with_message(format!("waiting for {key} to be {goal}"));
    spinner.enable_steady_tick(Duration::from_millis(120));
    spinner
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn route(generation: u64, answers: &[&str]) -> RawObject {
        let parents: Vec<_> = answers
            .iter()
            .map(|status| {
                json!({ "parentRef": { "name": "web" }, "conditions": [{
                    "type": "Programmed", "status": status, "reason": "R", "message": "m",
                    "observedGeneration": 2, "lastTransitionTime": "2026-01-01T00:00:00Z" }] })
            })
            .collect();
        serde_json::from_value(json!({
            "apiVersion": epic_api::API_VERSION, "kind": "Route",
            "metadata": { "name": "r", "account": "a", "generation": generation },
            "spec": {}, "status": { "parents": parents } }))
        .unwrap()
    }

    #[test]
    fn a_condition_holds_when_every_parent_says_so_of_the_newest_generation() {
        let goal = Goal::condition("Programmed");
        assert!(goal.is_reached(Some(&route(2, &["True", "True"]))));
        assert!(!goal.is_reached(Some(&route(2, &["True", "False"]))));
        assert!(!goal.is_reached(Some(&route(3, &["True"]))));
        assert!(!goal.is_reached(Some(&route(2, &[]))));
        assert!(!goal.is_reached(None));
    }

    #[test]
    fn goals_are_read_as_kubectl_writes_them() {
        for (text, goal) in [
            ("condition=Ready", Goal::condition("Ready")),
            (
                "condition=Ready=false",
                Goal::Condition("Ready".into(), ConditionStatus::False),
            ),
            ("delete", Goal::Delete),
        ] {
            assert_eq!(text.parse(), Ok(goal));
        }
        assert!("Ready".parse::<Goal>().is_err());
    }

    #[test]
    fn a_timeout_tells_what_the_object_says_and_where_to_look() {
        let key = ObjectKey::in_account(Kind::Route, "a", "r");
        let failure = timed_out(
            &key,
            &Goal::condition("Programmed"),
            epic_api::Duration::from_secs(5),
            Some(&route(2, &["False"])),
        );
        assert_eq!(failure.code, Code::Timeout);
        assert_eq!(failure.causes, ["Programmed is False: R: m"]);
        assert_eq!(
            failure.hint.unwrap(),
            "look closer: `epicctl route describe r`"
        );
    }
}
