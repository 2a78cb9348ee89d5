//! The one thread that writes.

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, params};
use tokio::sync::{mpsc, oneshot};

use crate::store::memory::{Memory, Pending};
use crate::store::{Batch, Change, CommitError};

/// Batches that may share a transaction.
const GROUP: usize = 128;

/// A batch and where its outcome goes.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) batch: Batch,
    pub(super) reply: oneshot::Sender<Outcome>,
}

type Outcome = Result<Vec<Arc<Change>>, CommitError>;

pub(super) struct Writer {
    connection: Connection,
    memory: Arc<Memory>,
    keep: u64,
    /// Up to where old rows are gone.
    compacted: u64,
}

impl Writer {
    pub(super) fn new(connection: Connection, memory: Arc<Memory>, keep: u64) -> Self {
        let compacted = connection
            .query_row("SELECT revision FROM compaction", [], |row| row.get(0))
            .map_or(0, i64::cast_unsigned);
        Writer {
            connection,
            memory,
            keep,
            compacted,
        }
    }

    pub(super) fn run(mut self, mut jobs: mpsc::Receiver<Job>) {
        let mut group = Vec::new();
        loop {
            self.compact();
            if jobs.blocking_recv_many(&mut group, GROUP) == 0 {
                return;
            }
            self.commit_group(std::mem::take(&mut group));
        }
    }

    /// All in one transaction. If that fails, each alone: one batch that does not fit on the disk
    /// must not take the others with it.
    fn commit_group(&mut self, group: Vec<Job>) {
        let alone = group.len() == 1;
        let retry: Vec<Batch> = if alone {
            Vec::new()
        } else {
            group.iter().map(|job| job.batch.clone()).collect()
        };
        let (batches, replies): (Vec<Batch>, Vec<_>) =
            group.into_iter().map(|job| (job.batch, job.reply)).unzip();
        match self.commit(batches) {
            Ok(outcomes) => {
                for (reply, outcome) in replies.into_iter().zip(outcomes) {
                    answer(reply, outcome);
                }
            }
            Err(error) if alone => {
                for reply in replies {
                    answer(reply, Err(unavailable(&error)));
                }
            }
            Err(_) => {
                for (reply, batch) in replies.into_iter().zip(retry) {
                    self.commit_group(vec![Job { batch, reply }]);
                }
            }
        }
    }

    fn commit(&mut self, batches: Vec<Batch>) -> rusqlite::Result<Vec<Outcome>> {
        let mut pending = Pending::default();
        let outcomes: Vec<Outcome> = batches
            .into_iter()
            .map(|batch| self.memory.plan(batch, &mut pending))
            .collect();
        let changes = outcomes.iter().flatten().flatten();
        let stored = insert(&mut self.connection, changes)?;
        self.memory.apply(stored);
        Ok(outcomes)
    }

    /// Forgets revisions that are neither recent nor the newest of their object. In steps of a
    /// tenth, so that a write rarely waits for it.
    fn compact(&mut self) {
        let target = self.memory.revision().saturating_sub(self.keep);
        if target < self.compacted + (self.keep / 10).max(1) {
            return;
        }
        // Tried again after the next write; until then the file is only larger than it need be.
        match delete_before(&mut self.connection, target) {
            Ok(()) => self.compacted = target,
            Err(error) => tracing::warn!(%error, "can't compact the store"),
        }
    }
}

fn insert<'a>(
    connection: &mut Connection,
    changes: impl Iterator<Item = &'a Arc<Change>>,
) -> rusqlite::Result<Vec<(Arc<Change>, usize)>> {
    let at = Timestamp::now().as_millisecond();
    let transaction = connection.transaction()?;
    let mut stored = Vec::new();
    {
        let mut statement = transaction.prepare_cached(
            "INSERT INTO revisions (revision, kind, account, name, uid, op, object, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        for change in changes {
            let object = &change.object;
            let text = serde_json::to_string(object.as_ref())
                .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
            statement.execute(params![
                change.revision.cast_signed(),
                object.kind.name(),
                object.metadata.account.as_deref().unwrap_or_default(),
                object.metadata.name,
                object.metadata.uid.as_deref().unwrap_or_default(),
                change.operation.name(),
                text,
                at,
            ])?;
            stored.push((change.clone(), text.len()));
        }
    }
    if !stored.is_empty() {
        transaction.commit()?;
    }
    Ok(stored)
}

fn delete_before(connection: &mut Connection, target: u64) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute(
        "DELETE FROM revisions WHERE revision <= ?1 AND (op = 'delete' OR EXISTS (
             SELECT 1 FROM revisions AS newer
             WHERE newer.kind = revisions.kind AND newer.account = revisions.account
               AND newer.name = revisions.name AND newer.revision > revisions.revision))",
        [target.cast_signed()],
    )?;
    transaction.execute(
        "UPDATE compaction SET revision = ?1",
        [target.cast_signed()],
    )?;
    transaction.commit()
}

fn unavailable(error: &rusqlite::Error) -> CommitError {
    tracing::error!(%error, "a write to the store failed");
    CommitError::Unavailable(error.to_string())
}

fn answer(reply: oneshot::Sender<Outcome>, outcome: Outcome) {
    // Whoever asked may have gone; what is written stays written.
    let _ = reply.send(outcome);
}
