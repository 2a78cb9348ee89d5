//! What should be looked at: findings with stable codes, over objects from a server or from files.
//!
//! Pure: the same objects and the same time give the same findings, sorted. A code never changes
//! its meaning and is never used again.
//!
//! ```text
//!   code ── the table of codes      routing ── routes, listeners, hostnames
//!   supply ── backends, certificates, templates, pools, nodes, quotas
//! ```

use std::fmt;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::inventory::Inventory;
use crate::meta::ObjectKey;

mod code;
mod routing;
mod supply;

pub use code::Code;

/// How bad it is. Ordered: the worst is the greatest.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Works, but not as was meant, or not for long.
    Warning,
    /// Requests fail.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

/// Something that should be looked at.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The code, like `EPIC0101`.
    pub code: String,
    /// Whose fault it is.
    pub object: ObjectKey,
    /// What it is.
    pub message: String,
}

/// Every finding: the worst first, then by code, object and message.
pub fn analyze(inventory: &Inventory, now: Timestamp) -> Vec<Finding> {
    let mut found = Findings::default();
    routing::look(inventory, &mut found);
    supply::look(inventory, now, &mut found);
    let mut all = found.0;
    all.sort_by(|a, b| {
        (b.severity, &a.code, &a.object, &a.message)
            .cmp(&(a.severity, &b.code, &b.object, &b.message))
    });
    all.dedup();
    all
}

#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, code: Code, object: ObjectKey, message: impl Into<String>) {
        self.0.push(Finding {
            severity: code.severity(),
            code: code.to_string(),
            object,
            message: message.into(),
        });
    }
}

#[cfg(test)]
mod tests;
