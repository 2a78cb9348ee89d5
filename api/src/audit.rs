//! Who did what, from where: `GET /audit/v1`.

use std::net::IpAddr;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Reason;
use crate::meta::ObjectKey;

/// Where the audit log is read.
pub const AUDIT_PATH: &str = "/audit/v1";
/// The most entries of an answer.
pub const MAX_ENTRIES: usize = 10_000;

/// One thing somebody did or tried to do. There is never a secret in it: no body, no query, no
/// token.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AuditEntry {
    /// When it was answered.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub time: Timestamp,
    /// The request; items of a batch share it.
    pub request_id: String,
    /// Who; empty if nobody known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub user: String,
    /// From where.
    #[schemars(with = "String", extend("format" = "ip"))]
    pub source: IpAddr,
    /// What the client calls itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<String>,
    /// What: `create`, `apply`, `patch`, `delete`, `token`, …
    pub verb: String,
    /// To which object, if it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<ObjectKey>,
    /// The request's path.
    pub path: String,
    /// The HTTP status of the answer.
    pub status: u16,
    /// Why not, if it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Nothing was stored because nothing was to be.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dry_run: bool,
}

/// Entries, oldest first.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AuditList {
    /// The newest that were asked for.
    pub items: Vec<AuditEntry>,
}

/// Which entries.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditQuery {
    /// After this moment.
    #[serde(default)]
    pub since: Option<Timestamp>,
    /// Of this user.
    #[serde(default)]
    pub user: Option<String>,
    /// About objects of this kind.
    #[serde(default)]
    pub kind: Option<String>,
    /// The most entries, the newest; 1,000 when absent.
    #[serde(default)]
    pub limit: Option<usize>,
}
