//! Revisions: every accepted intent and what became of it (`/history/v1`).
//!
//! ```text
//! GET   /history/v1/revisions                                   of every account, newest first
//! GET   /history/v1/accounts/{account}/revisions                ?limit=&before=
//! GET   /history/v1/accounts/{account}/revisions/{n}
//! GET   /history/v1/accounts/{account}/revisions/{n}/objects    the account's objects as of n
//! GET   /history/v1/accounts/{account}/diff                     ?from=&to=
//! POST  /history/v1/accounts/{account}/rollback
//! POST  /history/v1/accounts/{account}/confirm
//! ```
//!
//! A revision is one request that changed what is asked for: specs, labels, annotations. Statuses,
//! events and nodes that enrol are none. A request that writes many objects is one revision in each
//! account it touches; cluster-scoped objects are in the account [`SYSTEM_ACCOUNT`].

use std::collections::BTreeSet;
use std::net::IpAddr;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::duration::Duration;
pub use crate::event::SYSTEM_ACCOUNT;
use crate::meta::ObjectKey;
use crate::object::RawObject;

/// Every revision, of every account.
pub const REVISIONS_PATH: &str = "/history/v1/revisions";
/// The most revisions in one page.
pub const PAGE_LIMIT: usize = 500;
/// The longest time a rollback waits to be confirmed.
pub const CONFIRM_LIMIT: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);

/// One accepted request that changed what is asked for.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Revision {
    /// The account; [`SYSTEM_ACCOUNT`] for cluster-scoped objects.
    pub account: String,
    /// The store revision; the last one, where the request wrote several objects.
    pub revision: u64,
    /// When.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub time: Timestamp,
    /// Who asked: `alice`, or `epicd:PART` for what EPIC did by itself.
    pub user: String,
    /// From where.
    pub source: IpAddr,
    /// The request's number, as in the audit log.
    pub request_id: String,
    /// What was done, in a few words.
    pub summary: String,
    /// How many objects were changed.
    pub change_count: u64,
    /// Each of them; in a page of revisions the first [`SHOWN_CHANGES`] only.
    pub changes: Vec<RevisionChange>,
    /// What became of it.
    pub fate: Fate,
    /// The revision whose objects it brought back, where it is a rollback.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restores: Option<u64>,
}

/// Changes that a page shows of one revision.
pub const SHOWN_CHANGES: usize = 20;

/// What a revision did to one object.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RevisionChange {
    /// What it did.
    pub operation: ChangeOperation,
    /// To which object.
    #[schemars(with = "crate::event::Regarding")]
    pub object: ObjectKey,
    /// The object's generation after it; before it, for a deletion.
    pub generation: u64,
    /// The object's revision before; absent where it is new, or the past is not kept so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<u64>,
}

/// What happened to an object.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(rename_all = "camelCase")]
pub enum ChangeOperation {
    /// It is new.
    Create,
    /// It is another than before.
    Update,
    /// It is gone.
    Delete,
}

impl ChangeOperation {
    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            ChangeOperation::Create => "create",
            ChangeOperation::Update => "update",
            ChangeOperation::Delete => "delete",
        }
    }
}

/// What became of a revision.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "state", rename_all_fields = "camelCase")]
pub enum Fate {
    /// Instances of gateways it concerns have not answered yet.
    Pending,
    /// Every placed instance of every gateway it concerns has acknowledged it.
    Programmed {
        /// When the last one had.
        #[schemars(with = "String", extend("format" = "date-time"))]
        at: Timestamp,
    },
    /// An Envoy refused it; what was served before goes on.
    Tainted {
        /// Who refused, and why.
        rejections: Vec<Taint>,
    },
    /// A newer revision replaced what it says before every instance had answered.
    Superseded {
        /// The newer one.
        by: u64,
    },
    /// It concerns no gateway.
    NotServed,
}

impl Fate {
    /// One word for tables: `Programmed`.
    pub const fn name(&self) -> &'static str {
        match self {
            Fate::Pending => "Pending",
            Fate::Programmed { .. } => "Programmed",
            Fate::Tainted { .. } => "Tainted",
            Fate::Superseded { .. } => "Superseded",
            Fate::NotServed => "NotServed",
        }
    }

    /// Whether it stays as it is.
    pub const fn is_final(&self) -> bool {
        !matches!(self, Fate::Pending)
    }
}

/// Why a revision is tainted.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Taint {
    /// The gateway whose Envoy refused it.
    pub gateway: String,
    /// The gateway's account.
    pub account: String,
    /// The node it runs on.
    pub node: String,
    /// The revision's objects that this gateway serves.
    #[schemars(with = "Vec<crate::event::Regarding>")]
    pub objects: Vec<ObjectKey>,
    /// Envoy's own words.
    pub message: String,
}

/// Some revisions, newest first.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RevisionPage {
    /// The revisions.
    pub items: Vec<Revision>,
    /// What to send as `before` for the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
    /// The oldest revision of the account that can be shown and rolled back to; 0 if it has none,
    /// or where the page is of every account.
    #[serde(default)]
    pub oldest: u64,
    /// The rollback that waits to be confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trial: Option<Trial>,
}

/// A rollback that is taken back unless somebody confirms it in time.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Trial {
    /// The account.
    pub account: String,
    /// The revision the rollback made.
    pub revision: u64,
    /// The revision that comes back unless it is confirmed.
    pub undo: u64,
    /// Until when; by epicd's clock.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub deadline: Timestamp,
    /// How long it was given.
    pub within: Duration,
    /// Who made it.
    pub user: String,
}

/// An account's objects as of a revision. Private keys are not shown.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RevisionObjects {
    /// The revision.
    pub revision: u64,
    /// By kind and name, without status.
    pub items: Vec<RawObject>,
}

/// What differs between two revisions of an account.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RevisionDiff {
    /// The older one, or the one asked for first.
    pub from: u64,
    /// The other.
    pub to: u64,
    /// By kind and name.
    pub items: Vec<ObjectDiff>,
}

/// One object before and after. Private keys are not shown; two that differ are shown with
/// different placeholders.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ObjectDiff {
    /// Which.
    pub object: ObjectKey,
    /// Before; absent where it was not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<RawObject>,
    /// After; absent where it is not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<RawObject>,
}

impl ObjectDiff {
    /// What happened from the one to the other.
    pub const fn operation(&self) -> ChangeOperation {
        match (&self.before, &self.after) {
            (None, _) => ChangeOperation::Create,
            (Some(_), Some(_)) => ChangeOperation::Update,
            (Some(_), None) => ChangeOperation::Delete,
        }
    }
}

/// What to bring back.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollbackRequest {
    /// The revision as of which the account's objects come back.
    pub to: u64,
    /// Take it back after this long unless it is confirmed; at most [`CONFIRM_LIMIT`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirm_within: Option<Duration>,
    /// Check everything, store nothing; the answer says what would change.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dry_run: bool,
}

/// What a rollback did, or would do.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RollbackAnswer {
    /// The revision it made; absent for a dry run, and where nothing differed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u64>,
    /// What changed.
    pub diff: RevisionDiff,
    /// What waits to be confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trial: Option<Trial>,
}

/// Where an account's history is: `rest` is `revisions`, `revisions/7`, `diff?from=1&to=2` …
pub fn path(account: &str, rest: &str) -> String {
    format!("/history/v1/accounts/{account}/{rest}")
}

/// What was done, in a few words: `update Route api`, `3 changes: create Backend a, …`.
pub fn summary(changes: &[RevisionChange]) -> String {
    let words = |change: &RevisionChange| {
        let (operation, object) = (change.operation.name(), &change.object);
        format!("{operation} {} {}", object.kind, object.name)
    };
    match changes {
        [] => "no change".to_owned(),
        [one] => words(one),
        [first, rest @ ..] => {
            let kinds: BTreeSet<&str> = changes.iter().map(|c| c.object.kind.name()).collect();
            let kinds: Vec<&str> = kinds.into_iter().collect();
            format!(
                "{} and {} more ({})",
                words(first),
                rest.len(),
                kinds.join(", ")
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::Kind;

    fn change(operation: ChangeOperation, kind: Kind, name: &str) -> RevisionChange {
        RevisionChange {
            operation,
            object: ObjectKey::in_account(kind, "acme", name),
            generation: 1,
            previous: None,
        }
    }

    #[test]
    fn a_summary_names_one_change_and_counts_many() {
        let route = change(ChangeOperation::Update, Kind::Route, "api");
        let backend = change(ChangeOperation::Create, Kind::Backend, "v2");
        assert_eq!(summary(std::slice::from_ref(&route)), "update Route api");
        assert_eq!(
            summary(&[backend, route.clone(), route]),
            "create Backend v2 and 2 more (Backend, Route)"
        );
    }

    #[test]
    fn a_fate_is_written_with_its_state_first() {
        let fate = Fate::Superseded { by: 7 };
        let json = serde_json::to_string(&fate).unwrap();
        assert_eq!(json, r#"{"state":"Superseded","by":7}"#);
        assert_eq!(serde_json::from_str::<Fate>(&json).unwrap(), fate);
        let pending = serde_json::to_string(&Fate::Pending).unwrap();
        assert_eq!(pending, r#"{"state":"Pending"}"#);
    }
}
