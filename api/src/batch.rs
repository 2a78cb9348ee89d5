//! Many writes in one request: `POST /batch/v1`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::ApiError;
use crate::meta::ObjectKey;

/// Where batches are sent.
pub const BATCH_PATH: &str = "/batch/v1";
/// The most items of a batch.
pub const MAX_ITEMS: usize = 10_000;
/// The most bytes of a batch.
pub const MAX_BATCH_BYTES: usize = 32 << 20;

/// Writes that belong together. They happen in order, in one commit, and each sees what those
/// before it did.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BatchRequest {
    /// All or nothing. Otherwise each item stands for itself.
    #[serde(default)]
    pub atomic: bool,
    /// Check everything, store nothing.
    #[serde(default)]
    pub dry_run: bool,
    /// At most [`MAX_ITEMS`].
    pub items: Vec<BatchItem>,
}

/// One write.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "action", rename_all = "camelCase", deny_unknown_fields)]
pub enum BatchItem {
    /// Make it; refused if it exists.
    Create {
        /// The object.
        object: Value,
    },
    /// Make it what is given, whether it exists or not.
    Apply {
        /// The object.
        object: Value,
    },
    /// Remove it.
    Delete {
        /// Which.
        key: ObjectKey,
    },
}

/// What became of a batch; its items in the order of the request's.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchAnswer {
    /// How many items were done, those that changed nothing included.
    pub done: usize,
    /// How many were not.
    pub failed: usize,
    /// Each of them.
    pub items: Vec<BatchResult>,
}

/// What became of one item.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchResult {
    /// What was done.
    pub outcome: BatchOutcome,
    /// To what, as far as that could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<ObjectKey>,
    /// The object's version now; its last one, when deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource_version: Option<String>,
    /// Why it was not done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<ApiError>,
}

/// What happened to an item.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BatchOutcome {
    /// The object is new.
    Created,
    /// The object is another than before.
    Configured,
    /// The object was so already.
    Unchanged,
    /// The object is gone.
    Deleted,
    /// The item was refused.
    Failed,
    /// The item was fine, but another of an atomic batch was not.
    Skipped,
}

impl BatchOutcome {
    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            BatchOutcome::Created => "created",
            BatchOutcome::Configured => "configured",
            BatchOutcome::Unchanged => "unchanged",
            BatchOutcome::Deleted => "deleted",
            BatchOutcome::Failed => "failed",
            BatchOutcome::Skipped => "skipped",
        }
    }
}
