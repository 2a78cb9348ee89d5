//! The file's layout: opening, migrating, loading.

use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use epic_api::RawObject;
use rusqlite::{Connection, OptionalExtension as _};

use crate::store::memory::{Memory, RingLimits};
use crate::store::{Change, Operation};

/// Counts changes of the layout; in the file as `user_version`.
const SCHEMA_VERSION: i64 = 1;

const SCHEMA: &str = "
CREATE TABLE revisions (
    revision INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL,
    account  TEXT NOT NULL, -- '' on cluster-scoped kinds
    name     TEXT NOT NULL,
    uid      TEXT NOT NULL,
    op       TEXT NOT NULL CHECK (op IN ('create', 'update', 'delete')),
    object   TEXT NOT NULL, -- JSON; for a deletion, as it was last
    at       INTEGER NOT NULL -- milliseconds since 1970
);
CREATE INDEX revisions_by_key ON revisions (kind, account, name, revision);

-- Revisions up to here are complete only in their newest row per object.
CREATE TABLE compaction (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    revision INTEGER NOT NULL
);
INSERT INTO compaction VALUES (1, 0);

";

/// Why a store can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// SQLite refuses: not a database, no permission, broken.
    #[error("can't open the store {}: {cause}", file.display())]
    Sqlite {
        /// The file.
        file: PathBuf,
        /// SQLite's words.
        cause: rusqlite::Error,
    },
    /// The file is from a newer epicd.
    #[error(
        "the store {} has layout {found}, this epicd knows layouts up to {SCHEMA_VERSION}; \
         run the newer epicd that wrote it, or restore a backup",
        file.display()
    )]
    TooNew {
        /// The file.
        file: PathBuf,
        /// Its layout.
        found: i64,
    },
    /// A row can't be read.
    #[error("revision {revision} in the store can't be read: {cause}; restore a backup")]
    Damaged {
        /// Which.
        revision: u64,
        /// What is wrong with it.
        cause: String,
    },
    /// The system has no thread for the writer.
    #[error("can't start the store's writer thread: {0}")]
    Thread(io::Error),
}

pub(super) fn open(file: &Path, max_pages: Option<u32>) -> Result<Connection, OpenError> {
    let failed = |cause| OpenError::Sqlite {
        file: file.to_owned(),
        cause,
    };
    make_private(file);
    let mut connection = Connection::open(file).map_err(failed)?;
    configure(&connection, max_pages).map_err(failed)?;
    let found: i64 = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(failed)?;
    if found > SCHEMA_VERSION {
        return Err(OpenError::TooNew {
            file: file.to_owned(),
            found,
        });
    }
    if found == 0 {
        create(&mut connection).map_err(failed)?;
    }
    Ok(connection)
}

/// SQLite would let everybody read the file; its side files take its mode. If this fails, so does
/// SQLite, and says why.
fn make_private(file: &Path) {
    let mut options = OpenOptions::new();
    let _ = options.create_new(true).write(true).mode(0o600).open(file);
}

fn configure(connection: &Connection, max_pages: Option<u32>) -> rusqlite::Result<()> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // Compaction removes old private keys; they are not to linger in free pages.
    connection.pragma_update(None, "secure_delete", "ON")?;
    if let Some(pages) = max_pages {
        connection.pragma_update(None, "max_page_count", pages)?;
    }
    Ok(())
}

fn create(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute_batch(SCHEMA)?;
    transaction.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    transaction.commit()
}

pub(super) fn load(connection: &Connection, limits: RingLimits) -> Result<Memory, OpenError> {
    let failed = |cause| OpenError::Sqlite {
        file: connection.path().unwrap_or_default().into(),
        cause,
    };
    let compacted = connection
        .query_row("SELECT revision FROM compaction", [], |row| row.get(0))
        .optional()
        .map_err(failed)?
        .map_or(0, i64::cast_unsigned);
    let memory = Memory::new(limits, compacted);
    let mut statement = connection
        .prepare("SELECT revision, op, object FROM revisions ORDER BY revision")
        .map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    while let Some(row) = rows.next().map_err(failed)? {
        let revision = row.get(0).map(i64::cast_unsigned).map_err(failed)?;
        let operation: String = row.get(1).map_err(failed)?;
        let text: String = row.get(2).map_err(failed)?;
        let damaged = |cause: String| OpenError::Damaged { revision, cause };
        let operation = operation_named(&operation)
            .ok_or_else(|| damaged(format!("unknown operation `{operation}`")))?;
        let object: RawObject =
            serde_json::from_str(&text).map_err(|error| damaged(error.to_string()))?;
        let object = Arc::new(object);
        if revision > compacted {
            let previous = memory
                .get(&object.key())
                .filter(|_| operation == Operation::Update);
            memory.apply([(
                Arc::new(Change {
                    revision,
                    operation,
                    object,
                    previous,
                }),
                text.len(),
            )]);
        } else if operation != Operation::Delete {
            memory.restore(object);
        }
    }
    Ok(memory)
}

fn operation_named(name: &str) -> Option<Operation> {
    [Operation::Create, Operation::Update, Operation::Delete]
        .into_iter()
        .find(|operation| operation.name() == name)
}
