//! Where objects are kept: one log of revisions, and what it adds up to.
//!
//! Every write is one revision, numbered without gaps. Reads and watches are answered from memory;
//! [`Store::commit`] returns when the write is durable. The trait is narrow so that a second store
//! (Kubernetes, with a reflector as its memory) can stand behind the same API server; the
//! conformance tests in `store/conformance.rs` run over each.

use std::fmt;
use std::sync::Arc;

use epic_api::{ApiError, Kind, ObjectKey, RawObject, Reason};
use futures::future::BoxFuture;
use tokio::sync::watch;

pub mod history;
pub mod memory;
pub mod seal;
pub mod sqlite;

#[cfg(test)]
mod conformance;

pub use history::History;
pub use sqlite::SqliteStore;

/// A store of objects. Several tasks may use it at once.
pub trait Store: Send + Sync + 'static {
    /// The object, as of the newest revision.
    fn get(&self, key: &ObjectKey) -> Option<Arc<RawObject>>;

    /// Every object of a kind by account and name, in one account or everywhere, with the revision
    /// it was read at.
    fn list(&self, kind: Kind, account: Option<&str>) -> Snapshot;

    /// Makes every write of the batch durable, or none. Each gets a revision, in order.
    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<Vec<Arc<Change>>, CommitError>>;

    /// At most `limit` changes after a revision, oldest first.
    ///
    /// # Errors
    /// The store no longer knows (or does not yet know) what came after that revision.
    fn changes(&self, after: u64, limit: usize) -> Result<Vec<Arc<Change>>, Expired>;

    /// The past, from the disk.
    fn history(&self) -> Arc<dyn History>;

    /// The newest revision; the receiver wakes up when it moves.
    fn head(&self) -> watch::Receiver<u64>;

    /// The newest revision.
    fn revision(&self) -> u64 {
        *self.head().borrow()
    }
}

/// Objects at one revision.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The store's revision.
    pub revision: u64,
    /// By account and name.
    pub objects: Vec<Arc<RawObject>>,
}

/// Writes that happen together.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// Refuse everything unless this is the newest revision. A writer that numbers revisions ahead
    /// finds out with it that somebody else has written.
    pub after: Option<u64>,
    /// The writes, in order.
    pub writes: Vec<Write>,
    /// What is remembered of them.
    pub history: Vec<history::Entry>,
}

/// One write.
#[derive(Clone, Debug)]
pub enum Write {
    /// Makes the object what is given.
    Put {
        /// The object; the store stamps `resourceVersion` and, if the spec changed,
        /// `specRevision`.
        object: Arc<RawObject>,
        /// Whether the spec is another than before.
        spec_changed: bool,
        /// What must be there.
        expect: Expect,
    },
    /// Removes the object; nothing happens, and no revision is used, if there is none and none is
    /// expected.
    Delete {
        /// Which.
        key: ObjectKey,
        /// What must be there.
        expect: Expect,
    },
}

impl Write {
    /// What is written.
    pub fn key(&self) -> ObjectKey {
        match self {
            Write::Put { object, .. } => object.key(),
            Write::Delete { key, .. } => key.clone(),
        }
    }
}

/// What must be in the store for a write to happen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Expect {
    /// Whatever.
    Anything,
    /// No such object.
    Absent,
    /// The object, last changed at this revision.
    At(u64),
}

/// One revision.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its number.
    pub revision: u64,
    /// What happened.
    pub operation: Operation,
    /// The object after the change; before it, for a deletion. Its resourceVersion is this
    /// revision in every case.
    pub object: Arc<RawObject>,
    /// The object before an update, as far as that is still known: after a restart the first kept
    /// change of an object has none. Says no more than the changes before it do.
    pub previous: Option<Arc<RawObject>>,
}

impl PartialEq for Change {
    fn eq(&self, other: &Self) -> bool {
        (self.revision, self.operation, &self.object)
            == (other.revision, other.operation, &other.object)
    }
}

/// What a revision did to its object.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Operation {
    /// It is new.
    Create,
    /// It is another than before.
    Update,
    /// It is gone.
    Delete,
}

impl Operation {
    /// The word in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Operation::Create => "create",
            Operation::Update => "update",
            Operation::Delete => "delete",
        }
    }
}

/// Why nothing was written.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum CommitError {
    /// The object is not what the write expected. Read it again, then retry.
    #[error("{key} is not what the write expected: {}", Found(*.found))]
    Conflict {
        /// Which object.
        key: ObjectKey,
        /// The revision it is at; `None` if there is no such object.
        found: Option<u64>,
    },
    /// Somebody else has written. Start over from the newest revision.
    #[error("the store is at revision {found}, the writer thought {expected}")]
    Moved {
        /// What the writer thought.
        expected: u64,
        /// What is.
        found: u64,
    },
    /// The disk is full or broken. Nothing is lost; the same write may work later.
    #[error("can't write to the store: {0}")]
    Unavailable(String),
}

struct Found(Option<u64>);

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(revision) => write!(f, "it is at revision {revision}"),
            None => f.write_str("there is no such object"),
        }
    }
}

impl From<CommitError> for ApiError {
    fn from(error: CommitError) -> Self {
        match &error {
            CommitError::Conflict { .. } | CommitError::Moved { .. } => {
                ApiError::new(Reason::Conflict, error.to_string()).with_hint("try again")
            }
            CommitError::Unavailable(_) => ApiError::new(Reason::Unavailable, error.to_string())
                .with_hint(
                    "nothing was changed and reads go on; check the disk epicd's data is on, then try again",
                ),
        }
    }
}

/// What came after a revision is not known.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error(
    "changes after revision {after} are not kept; the store knows those after {oldest}, up to {newest}"
)]
pub struct Expired {
    /// The revision that was asked for.
    pub after: u64,
    /// The lowest revision that can be asked for.
    pub oldest: u64,
    /// The newest revision there is.
    pub newest: u64,
}

/// Writes the revision into the object's metadata. Copies the object only if it must.
pub fn stamp(object: &mut Arc<RawObject>, revision: u64, spec_changed: bool) {
    let version = revision.to_string();
    let stamped = object.metadata.resource_version.as_ref() == Some(&version)
        && (!spec_changed || object.metadata.spec_revision == revision);
    if stamped {
        return;
    }
    let metadata = &mut Arc::make_mut(object).metadata;
    metadata.resource_version = Some(version);
    if spec_changed {
        metadata.spec_revision = revision;
    }
}

/// The revision an object was last changed at; 0 for one that was never stored.
pub fn revision_of(object: &RawObject) -> u64 {
    object
        .metadata
        .resource_version
        .as_deref()
        .and_then(|version| version.parse().ok())
        .unwrap_or_default()
}
