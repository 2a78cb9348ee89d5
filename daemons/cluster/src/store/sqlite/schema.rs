//! The file's layout: opening, migrating, loading.

use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use epic_api::RawObject;
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::store::memory::{Memory, RingLimits};
use crate::store::seal::{SealError, Sealer};
use crate::store::{Change, Operation};

/// Counts changes of the layout; in the file as `user_version`.
const SCHEMA_VERSION: i64 = 2;

pub(super) const SCHEMA: &str = "
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

/// Layout 2: history. A write that changed what is asked for has the number of its request; such
/// rows outlive compaction for as long as the request is remembered.
const HISTORY: &str = "
ALTER TABLE revisions ADD COLUMN request INTEGER;
CREATE INDEX revisions_by_request ON revisions (account, request) WHERE request IS NOT NULL;

CREATE TABLE intents (
    account    TEXT NOT NULL, -- 'epic' for cluster-scoped objects
    revision   INTEGER NOT NULL,
    at         INTEGER NOT NULL, -- milliseconds since 1970
    user       TEXT NOT NULL,
    source     TEXT NOT NULL,
    request_id TEXT NOT NULL,
    summary    TEXT NOT NULL,
    restores   INTEGER,
    fate       TEXT NOT NULL, -- JSON
    gateways   TEXT NOT NULL, -- JSON; those it concerns
    PRIMARY KEY (account, revision)
) WITHOUT ROWID;
CREATE INDEX intents_by_revision ON intents (revision);
CREATE INDEX intents_unanswered ON intents (revision) WHERE fate = '{\"state\":\"Pending\"}';

-- The history of an account is whole from here on.
CREATE TABLE remembered (
    account TEXT PRIMARY KEY,
    oldest  INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE trials (
    account TEXT PRIMARY KEY,
    trial   TEXT NOT NULL -- JSON
) WITHOUT ROWID;

-- What there was before anything was remembered is where each history begins.
UPDATE revisions SET request = revision
WHERE op <> 'delete' AND kind NOT IN ('Event', 'Node') AND NOT EXISTS (
    SELECT 1 FROM revisions AS newer INDEXED BY revisions_by_key
    WHERE newer.kind = revisions.kind AND newer.account = revisions.account
      AND newer.name = revisions.name AND newer.revision > revisions.revision);
INSERT INTO remembered
SELECT CASE account WHEN '' THEN 'epic' ELSE account END, max(revision)
FROM revisions WHERE request IS NOT NULL GROUP BY 1;
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
    /// Its secrets can't be opened.
    #[error("can't open the secrets in the store: {0}")]
    Seal(#[from] SealError),
    /// The system has no thread for the writer.
    #[error("can't start the store's writer thread: {0}")]
    Thread(io::Error),
}

/// Opens the file, makes or migrates it, and finds its key beside it.
pub(super) fn open(file: &Path, max_pages: Option<u32>) -> Result<(Connection, Sealer), OpenError> {
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
    let sealer = sealer(&key_file(file), found)?;
    if found < SCHEMA_VERSION {
        migrate(&mut connection, found, &sealer, file)?;
    }
    Ok((connection, sealer))
}

/// Where the key of a store is.
pub fn key_file(store: &Path) -> PathBuf {
    store.with_file_name("seal.key")
}

/// A store that holds nothing sealed yet gets a new key, whatever became of an old one.
fn sealer(file: &Path, found: i64) -> Result<Sealer, OpenError> {
    if found >= 2 || file.exists() {
        return Ok(Sealer::read(file)?);
    }
    let sealer = Sealer::generate()?;
    sealer.write(file)?;
    Ok(sealer)
}

/// SQLite would let everybody read the file; its side files take its mode. If this fails, so does
/// SQLite, and says why.
fn make_private(file: &Path) {
    let mut options = OpenOptions::new();
    let _ = options.create_new(true).write(true).mode(0o600).open(file);
}

fn configure(connection: &Connection, max_pages: Option<u32>) -> rusqlite::Result<()> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    // Free pages go back to the disk in small steps; it counts only before the first table.
    connection.pragma_update(None, "auto_vacuum", "INCREMENTAL")?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // Compaction removes old private keys; they are not to linger in free pages.
    connection.pragma_update(None, "secure_delete", "ON")?;
    if let Some(pages) = max_pages {
        connection.pragma_update(None, "max_page_count", pages)?;
    }
    Ok(())
}

fn migrate(
    connection: &mut Connection,
    found: i64,
    sealer: &Sealer,
    file: &Path,
) -> Result<(), OpenError> {
    let failed = |cause| OpenError::Sqlite {
        file: file.to_owned(),
        cause,
    };
    let transaction = connection.transaction().map_err(failed)?;
    if found == 0 {
        transaction.execute_batch(SCHEMA).map_err(failed)?;
    }
    transaction.execute_batch(HISTORY).map_err(failed)?;
    reseal(&transaction, sealer, file)?;
    transaction
        .pragma_update(None, "user_version", SCHEMA_VERSION)
        .map_err(failed)?;
    transaction.commit().map_err(failed)?;
    if found > 0 {
        shred(connection).map_err(failed)?;
        tracing::info!(file = %file.display(), "the store has been brought to layout {SCHEMA_VERSION}");
    }
    Ok(())
}

/// Seals every secret with the newest key, whether it was sealed before or not.
pub(super) fn reseal(
    connection: &Connection,
    sealer: &Sealer,
    file: &Path,
) -> Result<u64, OpenError> {
    let failed = |cause| OpenError::Sqlite {
        file: file.to_owned(),
        cause,
    };
    let read = |connection: &Connection| -> rusqlite::Result<Vec<(i64, String)>> {
        let mut statement = connection
            .prepare("SELECT revision, object FROM revisions WHERE kind = 'Certificate'")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect()
    };
    let rows = read(connection).map_err(failed)?;
    let count = rows.len() as u64;
    for (revision, text) in rows {
        let object = read_object(&text, revision.cast_unsigned(), sealer)?;
        connection
            .execute(
                "UPDATE revisions SET object = ?2 WHERE revision = ?1",
                params![revision, sealer.seal_object(&object)?],
            )
            .map_err(failed)?;
    }
    Ok(count)
}

/// The layout that this epicd writes.
pub const fn layout() -> i64 {
    SCHEMA_VERSION
}

/// Whether every secret in a store can be opened.
///
/// # Errors
/// One can't.
pub fn check_secrets(connection: &Connection, sealer: &Sealer) -> Result<(), OpenError> {
    let failed = |cause| OpenError::Sqlite {
        file: connection.path().unwrap_or_default().into(),
        cause,
    };
    let mut statement = connection
        .prepare("SELECT revision, object FROM revisions WHERE kind = 'Certificate'")
        .map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    while let Some(row) = rows.next().map_err(failed)? {
        let revision = row.get(0).map(i64::cast_unsigned).map_err(failed)?;
        let text: String = row.get(1).map_err(failed)?;
        read_object(&text, revision, sealer)?;
    }
    Ok(())
}

/// Seals every secret of a store with a new key; returns how many. Nobody else may have the store
/// open. Cut off at any moment, it leaves a key file that opens everything.
///
/// # Errors
/// See [`OpenError`].
pub fn rotate_key(file: &Path) -> Result<u64, OpenError> {
    let failed = |cause| OpenError::Sqlite {
        file: file.to_owned(),
        cause,
    };
    let (mut connection, sealer) = open(file, None)?;
    let sealer = sealer.with_new_key()?;
    sealer.write(&key_file(file))?;
    let transaction = connection.transaction().map_err(failed)?;
    let count = reseal(&transaction, &sealer, file)?;
    transaction.commit().map_err(failed)?;
    shred(&connection).map_err(failed)?;
    sealer.without_old_keys().write(&key_file(file))?;
    Ok(count)
}

/// Leaves nothing of what was overwritten on the disk, in the file and in the log beside it.
pub(super) fn shred(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("VACUUM")?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

/// A stored object with its secrets.
pub(super) fn read_object(
    text: &str,
    revision: u64,
    sealer: &Sealer,
) -> Result<RawObject, OpenError> {
    let mut object: RawObject = serde_json::from_str(text).map_err(|error| OpenError::Damaged {
        revision,
        cause: error.to_string(),
    })?;
    sealer.open_object(&mut object)?;
    Ok(object)
}

pub(super) fn load(
    connection: &Connection,
    limits: RingLimits,
    sealer: &Sealer,
) -> Result<Memory, OpenError> {
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
    // Older rows of history are on the disk only.
    let mut statement = connection
        .prepare(
            "SELECT revision, op, object FROM revisions
             WHERE revision > ?1 OR NOT EXISTS (
                 SELECT 1 FROM revisions AS newer INDEXED BY revisions_by_key
                 WHERE newer.kind = revisions.kind AND newer.account = revisions.account
                   AND newer.name = revisions.name AND newer.revision > revisions.revision)
             ORDER BY revision",
        )
        .map_err(failed)?;
    let mut rows = statement.query([compacted.cast_signed()]).map_err(failed)?;
    while let Some(row) = rows.next().map_err(failed)? {
        let revision = row.get(0).map(i64::cast_unsigned).map_err(failed)?;
        let operation: String = row.get(1).map_err(failed)?;
        let text: String = row.get(2).map_err(failed)?;
        let operation = operation_named(&operation).ok_or_else(|| OpenError::Damaged {
            revision,
            cause: format!("unknown operation `{operation}`"),
        })?;
        let object = Arc::new(read_object(&text, revision, sealer)?);
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

pub(super) fn operation_named(name: &str) -> Option<Operation> {
    [Operation::Create, Operation::Update, Operation::Delete]
        .into_iter()
        .find(|operation| operation.name() == name)
}
