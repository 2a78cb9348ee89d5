//! What is kept of the past: each accepted intent, what it made of its objects, and what became of
//! it. Written in the same commit as the objects themselves.

use std::collections::BTreeSet;

use epic_api::event::SYSTEM_ACCOUNT;
use epic_api::revision::{Fate, Revision, RevisionPage, Trial};
use epic_api::{ApiError, ObjectKey, RawObject, Reason};

/// How much of the past is kept.
#[derive(Clone, Copy, Debug)]
pub struct HistoryLimits {
    /// Revisions of one account.
    pub revisions: u64,
    /// How old a revision may get, in seconds.
    pub age: i64,
}

impl Default for HistoryLimits {
    fn default() -> Self {
        HistoryLimits {
            revisions: 1_000,
            age: 90 * 24 * 60 * 60,
        }
    }
}

/// What a commit adds to history.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A revision; its objects are writes of the same batch.
    Revision(Box<Record>),
    /// What became of an earlier one.
    Fate {
        /// Its account.
        account: String,
        /// Its number.
        revision: u64,
        /// The fate.
        fate: Fate,
    },
    /// A rollback waits to be confirmed.
    Trial(Trial),
    /// It is confirmed, or taken back.
    TrialEnds {
        /// Whose.
        account: String,
    },
    /// The account is gone, and its history with it: the next account of that name is another's.
    Forget {
        /// Which.
        account: String,
    },
}

/// A revision and what only epicd has to know of it.
#[derive(Clone, Debug)]
pub struct Record {
    /// What is told of it.
    pub revision: Revision,
    /// The store revisions of its changes, in their order.
    pub writes: Vec<u64>,
    /// The gateways it concerns.
    pub gateways: BTreeSet<ObjectKey>,
}

/// A revision whose gateways have not all answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Unanswered {
    /// Its account.
    pub account: String,
    /// Its number.
    pub revision: u64,
    /// Its objects, each with the store revision of its change.
    pub objects: Vec<(ObjectKey, u64)>,
    /// The gateways it concerns.
    pub gateways: BTreeSet<ObjectKey>,
}

/// Why the past can't be told.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum HistoryError {
    /// There is no such revision of the account.
    #[error("account `{account}` has no revision {revision}")]
    NotFound {
        /// The account.
        account: String,
        /// What was asked for.
        revision: u64,
    },
    /// It is older than what is kept.
    #[error(
        "revision {revision} of account `{account}` is not kept any more; the oldest is {oldest}"
    )]
    Forgotten {
        /// The account.
        account: String,
        /// What was asked for.
        revision: u64,
        /// The oldest that can be asked for.
        oldest: u64,
    },
    /// The disk or what is on it.
    #[error("can't read the history: {0}")]
    Unavailable(String),
}

impl From<HistoryError> for ApiError {
    fn from(error: HistoryError) -> Self {
        let (reason, hint) = match &error {
            HistoryError::NotFound { .. } => {
                (Reason::NotFound, "`epicctl config history` lists them")
            }
            HistoryError::Forgotten { .. } => (
                Reason::Expired,
                "`epicctl config history` lists those that are kept",
            ),
            HistoryError::Unavailable(_) => (
                Reason::Unavailable,
                "check the disk epicd's data is on, then try again",
            ),
        };
        ApiError::new(reason, error.to_string()).with_hint(hint)
    }
}

/// Reads the past. Everything here blocks on the disk.
pub trait History: Send + Sync + 'static {
    /// At most `limit` revisions, newest first, of one account or of all.
    ///
    /// # Errors
    /// The disk.
    fn page(
        &self,
        account: Option<&str>,
        before: Option<u64>,
        limit: usize,
    ) -> Result<RevisionPage, HistoryError>;

    /// One revision with every change.
    ///
    /// # Errors
    /// There is none, or the disk.
    fn revision(&self, account: &str, number: u64) -> Result<Revision, HistoryError>;

    /// The account's objects as of a revision, by kind and name, as they were stored then: with
    /// their secrets, and with a status that was old already.
    ///
    /// # Errors
    /// The past is not kept that far, or the disk.
    fn objects(&self, account: &str, number: u64) -> Result<Vec<RawObject>, HistoryError>;

    /// An object as it was when it was last deleted.
    ///
    /// # Errors
    /// The disk.
    fn last_deleted(&self, key: &ObjectKey) -> Result<Option<RawObject>, HistoryError>;

    /// The newest revision of the account before a number.
    ///
    /// # Errors
    /// The disk.
    fn newest_before(&self, account: &str, number: u64) -> Result<Option<u64>, HistoryError>;

    /// Every revision whose fate is open.
    ///
    /// # Errors
    /// The disk.
    fn unanswered(&self) -> Result<Vec<Unanswered>, HistoryError>;

    /// Every rollback that waits to be confirmed.
    ///
    /// # Errors
    /// The disk.
    fn trials(&self) -> Result<Vec<Trial>, HistoryError>;
}

/// The account an object's history is in.
pub fn account_of(key: &ObjectKey) -> &str {
    key.account.as_deref().unwrap_or(SYSTEM_ACCOUNT)
}

/// How the table of revisions writes the account.
pub(super) fn column(account: &str) -> &str {
    if account == SYSTEM_ACCOUNT {
        ""
    } else {
        account
    }
}
