//! The one thread that writes.

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, params};
use tokio::sync::{mpsc, oneshot};

use super::{SqliteOptions, history};
use crate::store::history::Entry;
use crate::store::memory::{Memory, Pending};
use crate::store::seal::Sealer;
use crate::store::{Batch, Change, CommitError};

/// Batches that may share a transaction.
const GROUP: usize = 128;
/// Free pages that one step gives back to the disk.
const VACUUM_PAGES: u32 = 1_000;

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
    sealer: Arc<Sealer>,
    options: SqliteOptions,
    /// Up to where old rows are gone.
    compacted: u64,
}

impl Writer {
    pub(super) fn new(
        connection: Connection,
        memory: Arc<Memory>,
        sealer: Arc<Sealer>,
        options: SqliteOptions,
    ) -> Self {
        let compacted = connection
            .query_row("SELECT revision FROM compaction", [], |row| row.get(0))
            .map_or(0, i64::cast_unsigned);
        Writer {
            connection,
            memory,
            sealer,
            options,
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
        let mut entries = Vec::new();
        let outcomes: Vec<Outcome> = batches
            .into_iter()
            .map(|mut batch| {
                let remembered = std::mem::take(&mut batch.history);
                let outcome = self.memory.plan(batch, &mut pending);
                if outcome.is_ok() {
                    entries.extend(remembered);
                }
                outcome
            })
            .collect();
        let changes = outcomes.iter().flatten().flatten();
        let stored = self.insert(changes, &entries)?;
        self.memory.apply(stored);
        Ok(outcomes)
    }

    fn insert<'a>(
        &mut self,
        changes: impl Iterator<Item = &'a Arc<Change>>,
        entries: &[Entry],
    ) -> rusqlite::Result<Vec<(Arc<Change>, usize)>> {
        let now = Timestamp::now();
        let requests = history::requests(entries);
        let transaction = self.connection.transaction()?;
        let mut stored = Vec::new();
        {
            let mut statement = transaction.prepare_cached(
                "INSERT INTO revisions (revision, kind, account, name, uid, op, object, at, request)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?;
            for change in changes {
                let object = &change.object;
                let text = self
                    .sealer
                    .seal_object(object)
                    .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
                statement.execute(params![
                    change.revision.cast_signed(),
                    object.kind.name(),
                    object.metadata.account.as_deref().unwrap_or_default(),
                    object.metadata.name,
                    object.metadata.uid.as_deref().unwrap_or_default(),
                    change.operation.name(),
                    text,
                    now.as_millisecond(),
                    requests
                        .get(&change.revision)
                        .map(|number| number.cast_signed()),
                ])?;
                stored.push((change.clone(), text.len()));
            }
        }
        for entry in entries {
            history::write(&transaction, entry, self.options.history, now)?;
        }
        if !stored.is_empty() || !entries.is_empty() {
            transaction.commit()?;
        }
        Ok(stored)
    }

    /// Forgets revisions that are neither recent, nor the newest of their object, nor history. In
    /// steps of a tenth, so that a write rarely waits for it.
    fn compact(&mut self) {
        let keep = self.options.keep_revisions;
        let target = self.memory.revision().saturating_sub(keep);
        if target < self.compacted + (keep / 10).max(1) {
            return;
        }
        // Tried again after the next write; until then the file is only larger than it need be.
        match delete_before(&mut self.connection, target) {
            Ok(()) => self.compacted = target,
            Err(error) => tracing::warn!(%error, "can't compact the store"),
        }
    }
}

fn delete_before(connection: &mut Connection, target: u64) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute(
        "DELETE FROM revisions WHERE revision <= ?1 AND request IS NULL AND (op = 'delete' OR EXISTS (
             SELECT 1 FROM revisions AS newer INDEXED BY revisions_by_key
             WHERE newer.kind = revisions.kind AND newer.account = revisions.account
               AND newer.name = revisions.name AND newer.revision > revisions.revision))",
        [target.cast_signed()],
    )?;
    transaction.execute(
        "UPDATE compaction SET revision = ?1",
        [target.cast_signed()],
    )?;
    transaction.commit()?;
    // A step at a time, so that no write waits long for it.
    let mut statement =
        connection.prepare(&format!("PRAGMA incremental_vacuum({VACUUM_PAGES})"))?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}

fn unavailable(error: &rusqlite::Error) -> CommitError {
    tracing::error!(%error, "a write to the store failed");
    CommitError::Unavailable(error.to_string())
}

fn answer(reply: oneshot::Sender<Outcome>, outcome: Outcome) {
    // Whoever asked may have gone; what is written stays written.
    let _ = reply.send(outcome);
}
