//! The embedded store: one SQLite file with an append-only table of revisions.
//!
//! ```text
//!   commit ──► queue ──► writer thread ──► one transaction, one fsync ──► memory ──► watchers
//!                        (takes all that wait)
//! ```
//!
//! Memory is changed only after the disk has been, so nobody ever sees a write that a crash could
//! take back.

use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;

use epic_api::{Kind, ObjectKey, RawObject};
use futures::FutureExt as _;
use futures::future::BoxFuture;
use tokio::sync::{mpsc, oneshot, watch};

use super::history::{History, HistoryLimits};
use super::memory::{Memory, RingLimits};
use super::{Batch, Change, CommitError, Expired, Snapshot, Store};

mod history;
mod schema;
mod writer;

pub use schema::{OpenError, check_secrets, key_file, layout, rotate_key};

/// Batches that may wait for the writer; more wait outside.
const QUEUE: usize = 256;

/// Bounds of the store.
#[derive(Clone, Copy, Debug)]
pub struct SqliteOptions {
    /// Revisions that are kept beside the newest one of each object; watches can resume that far
    /// back.
    pub keep_revisions: u64,
    /// Bytes of recent changes that are kept in memory.
    pub recent_bytes: usize,
    /// The largest size of the file in pages of 4 KiB; only the disk limits it when absent.
    pub max_pages: Option<u32>,
    /// How much of the past is kept.
    pub history: HistoryLimits,
}

impl Default for SqliteOptions {
    fn default() -> Self {
        SqliteOptions {
            keep_revisions: 10_000,
            recent_bytes: 64 << 20,
            max_pages: None,
            history: HistoryLimits::default(),
        }
    }
}

/// The embedded store.
#[derive(Debug)]
pub struct SqliteStore {
    memory: Arc<Memory>,
    history: Arc<history::Reader>,
    queue: Option<mpsc::Sender<writer::Job>>,
    writer: Option<JoinHandle<()>>,
}

impl SqliteStore {
    /// Opens the file, makes it if there is none, and reads everything into memory. Nobody else
    /// may have it open.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open(file: &Path, options: SqliteOptions) -> Result<SqliteStore, OpenError> {
        let (connection, sealer) = schema::open(file, options.max_pages)?;
        let sealer = Arc::new(sealer);
        let limits = RingLimits {
            changes: usize::try_from(options.keep_revisions).unwrap_or(usize::MAX),
            bytes: options.recent_bytes,
        };
        let memory = Arc::new(schema::load(&connection, limits, &sealer)?);
        let history = Arc::new(history::Reader::open(file, sealer.clone())?);
        let (queue, jobs) = mpsc::channel(QUEUE);
        let writer = writer::Writer::new(connection, memory.clone(), sealer, options);
        let writer = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || writer.run(jobs))
            .map_err(OpenError::Thread)?;
        Ok(SqliteStore {
            memory,
            history,
            queue: Some(queue),
            writer: Some(writer),
        })
    }
}

impl Drop for SqliteStore {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(writer) = self.writer.take() {
            // A writer that panicked has said so on stderr; there is nothing left to close.
            let _ = writer.join();
        }
    }
}

impl Store for SqliteStore {
    fn get(&self, key: &ObjectKey) -> Option<Arc<RawObject>> {
        self.memory.get(key)
    }

    fn list(&self, kind: Kind, account: Option<&str>) -> Snapshot {
        self.memory.list(kind, account)
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<Vec<Arc<Change>>, CommitError>> {
        async move {
            let gone = || CommitError::Unavailable("the writer has stopped".to_owned());
            let (reply, answer) = oneshot::channel();
            let queue = self.queue.as_ref().ok_or_else(gone)?;
            queue
                .send(writer::Job { batch, reply })
                .await
                .map_err(|_| gone())?;
            answer.await.map_err(|_| gone())?
        }
        .boxed()
    }

    fn changes(&self, after: u64, limit: usize) -> Result<Vec<Arc<Change>>, Expired> {
        self.memory.changes(after, limit)
    }

    fn history(&self) -> Arc<dyn History> {
        self.history.clone()
    }

    fn head(&self) -> watch::Receiver<u64> {
        self.memory.head()
    }
}

#[cfg(test)]
mod tests;
