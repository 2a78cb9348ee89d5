//! History in SQLite: written by the writer's transaction, read on a connection of its own.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use epic_api::revision::{
    ChangeOperation, Revision, RevisionChange, RevisionPage, SHOWN_CHANGES, Trial,
};
use epic_api::{Kind, ObjectKey, RawObject};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::de::DeserializeOwned;

use super::schema::{OpenError, operation_named, read_object};
use crate::store::Operation;
use crate::store::history::{
    Entry, History, HistoryError, HistoryLimits, Record, Unanswered, column,
};
use crate::store::seal::Sealer;

/// The request each write belongs to, by the write's revision.
pub(super) fn requests(entries: &[Entry]) -> BTreeMap<u64, u64> {
    let mut requests = BTreeMap::new();
    for entry in entries {
        if let Entry::Revision(record) = entry {
            let number = record.revision.revision;
            requests.extend(record.writes.iter().map(|write| (*write, number)));
        }
    }
    requests
}

/// Writes one entry. Its account forgets what is beyond the limits in the same step.
pub(super) fn write(
    connection: &Connection,
    entry: &Entry,
    limits: HistoryLimits,
    now: Timestamp,
) -> rusqlite::Result<()> {
    match entry {
        Entry::Revision(record) => {
            insert(connection, record)?;
            trim(connection, &record.revision.account, limits, now)
        }
        Entry::Fate {
            account,
            revision,
            fate,
        } => connection
            .prepare_cached("UPDATE intents SET fate = ?3 WHERE account = ?1 AND revision = ?2")?
            .execute(params![account, revision.cast_signed(), json(fate)])
            .map(drop),
        Entry::Trial(trial) => connection
            .execute(
                "INSERT OR REPLACE INTO trials (account, trial) VALUES (?1, ?2)",
                params![trial.account, json(trial)],
            )
            .map(drop),
        Entry::TrialEnds { account } => connection
            .execute("DELETE FROM trials WHERE account = ?1", [account])
            .map(drop),
        Entry::Forget { account } => {
            for table in ["intents", "remembered", "trials"] {
                connection.execute(
                    &format!("DELETE FROM {table} WHERE account = ?1"),
                    [account],
                )?;
            }
            connection
                .execute(
                    "UPDATE revisions SET request = NULL WHERE account = ?1 AND request IS NOT NULL",
                    [column(account)],
                )
                .map(drop)
        }
    }
}

fn insert(connection: &Connection, record: &Record) -> rusqlite::Result<()> {
    let revision = &record.revision;
    connection
        .prepare_cached(
            "INSERT INTO intents
                 (account, revision, at, user, source, request_id, summary, restores, fate, gateways)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            revision.account,
            revision.revision.cast_signed(),
            revision.time.as_millisecond(),
            revision.user,
            revision.source.to_string(),
            revision.request_id,
            revision.summary,
            revision.restores.map(u64::cast_signed),
            json(&revision.fate),
            json(&record.gateways),
        ])?;
    connection
        .prepare_cached("INSERT OR IGNORE INTO remembered (account, oldest) VALUES (?1, ?2)")?
        .execute(params![revision.account, revision.revision.cast_signed()])
        .map(drop)
}

/// Forgets the account's oldest revisions, in steps of a tenth of what is kept.
fn trim(
    connection: &Connection,
    account: &str,
    limits: HistoryLimits,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let keep = limits.revisions.max(1);
    let oldest_wanted = |offset: u64| -> rusqlite::Result<Option<i64>> {
        connection
            .prepare_cached(
                "SELECT revision FROM intents WHERE account = ?1 ORDER BY revision DESC LIMIT 1 OFFSET ?2",
            )?
            .query_row(params![account, offset.cast_signed()], |row| row.get(0))
            .optional()
    };
    let mut cutoff = None;
    if oldest_wanted(keep + keep / 10)?.is_some() {
        cutoff = oldest_wanted(keep - 1)?;
    }
    let too_old = now.as_millisecond() - limits.age.saturating_mul(1_000);
    // The newest one stays, however old it is: there must be something to compare with.
    let aged: Option<i64> = connection
        .prepare_cached(
            "SELECT min(revision) FROM intents WHERE account = ?1 AND at >= ?2
             AND EXISTS (SELECT 1 FROM intents AS old WHERE old.account = ?1 AND old.at < ?2)",
        )?
        .query_row(params![account, too_old], |row| row.get(0))?;
    let Some(cutoff) = cutoff.max(aged) else {
        return Ok(());
    };
    connection.execute(
        "DELETE FROM intents WHERE account = ?1 AND revision < ?2",
        params![account, cutoff],
    )?;
    connection.execute(
        "UPDATE remembered SET oldest = ?2 WHERE account = ?1",
        params![account, cutoff],
    )?;
    // What was replaced before the oldest revision that is kept is nobody's history any more.
    connection.execute(
        "UPDATE revisions SET request = NULL
         WHERE account = ?1 AND request IS NOT NULL AND request <= ?2 AND (op = 'delete' OR EXISTS (
             SELECT 1 FROM revisions AS newer INDEXED BY revisions_by_key
             WHERE newer.kind = revisions.kind AND newer.account = revisions.account
               AND newer.name = revisions.name AND newer.revision > revisions.revision
               AND newer.request IS NOT NULL AND newer.request <= ?2))
         AND request < ?2",
        params![column(account), cutoff],
    )?;
    Ok(())
}

/// Reads while the writer writes.
#[derive(Debug)]
pub(super) struct Reader {
    connection: Mutex<Connection>,
    sealer: Arc<Sealer>,
}

impl Reader {
    pub(super) fn open(file: &Path, sealer: Arc<Sealer>) -> Result<Reader, OpenError> {
        let open = || -> rusqlite::Result<Connection> {
            let connection = Connection::open(file)?;
            connection.busy_timeout(std::time::Duration::from_secs(5))?;
            connection.pragma_update(None, "query_only", "ON")?;
            Ok(connection)
        };
        let connection = open().map_err(|cause| OpenError::Sqlite {
            file: file.to_owned(),
            cause,
        })?;
        Ok(Reader {
            connection: Mutex::new(connection),
            sealer,
        })
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn object(&self, row: &Row<'_>) -> rusqlite::Result<RawObject> {
        let revision: i64 = row.get(0)?;
        let text: String = row.get(1)?;
        read_object(&text, revision.cast_unsigned(), &self.sealer).map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, error.into())
        })
    }
}

const COLUMNS: &str = "account, revision, at, user, source, request_id, summary, restores, fate";

impl History for Reader {
    fn page(
        &self,
        account: Option<&str>,
        before: Option<u64>,
        limit: usize,
    ) -> Result<RevisionPage, HistoryError> {
        let connection = self.lock();
        let before = before.map_or(i64::MAX, u64::cast_signed);
        // One more than asked for tells whether there is a next page.
        let wanted = i64::try_from(limit).unwrap_or(i64::MAX - 1) + 1;
        let mut items = Vec::new();
        let sql = format!(
            "SELECT {COLUMNS} FROM intents WHERE revision < ?1 AND (?3 IS NULL OR account = ?3)
             ORDER BY revision DESC LIMIT ?2"
        );
        {
            let mut statement = connection.prepare_cached(&sql).map_err(unavailable)?;
            let mut rows = statement
                .query(params![before, wanted, account])
                .map_err(unavailable)?;
            while let Some(row) = rows.next().map_err(unavailable)? {
                items.push(revision(row).map_err(unavailable)?);
            }
        }
        let more = items.len() > limit;
        items.truncate(limit);
        for item in &mut items {
            fill(&connection, item, SHOWN_CHANGES).map_err(unavailable)?;
        }
        let next = items.last().filter(|_| more).map(|last| last.revision);
        let (mut oldest, mut trial) = (0, None);
        if let Some(account) = account {
            oldest = oldest_of(&connection, account).map_err(unavailable)?;
            trial = connection
                .query_row(
                    "SELECT trial FROM trials WHERE account = ?1",
                    [account],
                    |row| from_json(row, 0),
                )
                .optional()
                .map_err(unavailable)?;
        }
        Ok(RevisionPage {
            items,
            next,
            oldest,
            trial,
        })
    }

    fn revision(&self, account: &str, number: u64) -> Result<Revision, HistoryError> {
        let connection = self.lock();
        let found = connection
            .query_row(
                &format!("SELECT {COLUMNS} FROM intents WHERE account = ?1 AND revision = ?2"),
                params![account, number.cast_signed()],
                revision,
            )
            .optional()
            .map_err(unavailable)?;
        let Some(mut found) = found else {
            return Err(missing(&connection, account, number).map_err(unavailable)?);
        };
        fill(&connection, &mut found, usize::MAX).map_err(unavailable)?;
        Ok(found)
    }

    fn objects(&self, account: &str, number: u64) -> Result<Vec<RawObject>, HistoryError> {
        let connection = self.lock();
        let oldest = oldest_of(&connection, account).map_err(unavailable)?;
        if oldest == 0 || number < oldest {
            return Err(missing(&connection, account, number).map_err(unavailable)?);
        }
        let mut statement = connection
            .prepare_cached(
                "SELECT revision, object FROM revisions AS was
                 WHERE account = ?1 AND request IS NOT NULL AND request <= ?2 AND op <> 'delete'
                 AND NOT EXISTS (
                     SELECT 1 FROM revisions AS newer INDEXED BY revisions_by_key
                     WHERE newer.kind = was.kind AND newer.account = was.account
                       AND newer.name = was.name AND newer.revision > was.revision
                       AND newer.request <= ?2)",
            )
            .map_err(unavailable)?;
        let rows = statement
            .query_map(params![column(account), number.cast_signed()], |row| {
                self.object(row)
            })
            .map_err(unavailable)?;
        let mut objects = rows
            .collect::<rusqlite::Result<Vec<_>>>()
            .map_err(unavailable)?;
        objects.sort_by_key(RawObject::key);
        Ok(objects)
    }

    fn last_deleted(&self, key: &ObjectKey) -> Result<Option<RawObject>, HistoryError> {
        self.lock()
            .query_row(
                "SELECT revision, object FROM revisions
                 WHERE kind = ?1 AND account = ?2 AND name = ?3 AND op = 'delete'
                 ORDER BY revision DESC LIMIT 1",
                params![
                    key.kind.name(),
                    key.account.as_deref().unwrap_or_default(),
                    key.name
                ],
                |row| self.object(row),
            )
            .optional()
            .map_err(unavailable)
    }

    fn newest_before(&self, account: &str, number: u64) -> Result<Option<u64>, HistoryError> {
        let connection = self.lock();
        let newest: Option<i64> = connection
            .query_row(
                "SELECT max(revision) FROM intents WHERE account = ?1 AND revision < ?2",
                params![account, number.cast_signed()],
                |row| row.get(0),
            )
            .map_err(unavailable)?;
        let oldest = oldest_of(&connection, account).map_err(unavailable)?;
        Ok(newest
            .map(i64::cast_unsigned)
            .or_else(|| Some(oldest).filter(|oldest| *oldest > 0 && *oldest < number)))
    }

    fn unanswered(&self) -> Result<Vec<Unanswered>, HistoryError> {
        let connection = self.lock();
        let read = || -> rusqlite::Result<Vec<Unanswered>> {
            let mut statement = connection.prepare(
                "SELECT account, revision, gateways FROM intents
                 WHERE fate = '{\"state\":\"Pending\"}' ORDER BY revision",
            )?;
            let rows = statement.query_map([], |row| {
                Ok(Unanswered {
                    account: row.get(0)?,
                    revision: row.get(1).map(i64::cast_unsigned)?,
                    objects: Vec::new(),
                    gateways: from_json(row, 2)?,
                })
            })?;
            let mut found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
            for one in &mut found {
                let mut statement = connection.prepare_cached(
                    "SELECT kind, account, name, revision FROM revisions
                     WHERE account = ?1 AND request = ?2",
                )?;
                let rows = statement.query_map(
                    params![column(&one.account), one.revision.cast_signed()],
                    |row| Ok((key(row, 0)?, row.get(3).map(i64::cast_unsigned)?)),
                )?;
                one.objects = rows.collect::<rusqlite::Result<Vec<_>>>()?;
            }
            Ok(found)
        };
        read().map_err(unavailable)
    }

    fn trials(&self) -> Result<Vec<Trial>, HistoryError> {
        let connection = self.lock();
        let read = || -> rusqlite::Result<Vec<Trial>> {
            let mut statement = connection.prepare("SELECT trial FROM trials ORDER BY account")?;
            let rows = statement.query_map([], |row| from_json(row, 0))?;
            rows.collect()
        };
        read().map_err(unavailable)
    }
}

fn oldest_of(connection: &Connection, account: &str) -> rusqlite::Result<u64> {
    let oldest = connection
        .prepare_cached("SELECT oldest FROM remembered WHERE account = ?1")?
        .query_row([account], |row| row.get(0))
        .optional()?;
    Ok(oldest.map_or(0, i64::cast_unsigned))
}

fn missing(connection: &Connection, account: &str, number: u64) -> rusqlite::Result<HistoryError> {
    let account = account.to_owned();
    let oldest = oldest_of(connection, &account)?;
    Ok(if number < oldest {
        HistoryError::Forgotten {
            account,
            revision: number,
            oldest,
        }
    } else {
        HistoryError::NotFound {
            account,
            revision: number,
        }
    })
}

/// A revision without its changes.
fn revision(row: &Row<'_>) -> rusqlite::Result<Revision> {
    let source: String = row.get(4)?;
    Ok(Revision {
        account: row.get(0)?,
        revision: row.get(1).map(i64::cast_unsigned)?,
        time: Timestamp::from_millisecond(row.get(2)?).unwrap_or(Timestamp::UNIX_EPOCH),
        user: row.get(3)?,
        source: source.parse().map_err(|_| unreadable(4))?,
        request_id: row.get(5)?,
        summary: row.get(6)?,
        restores: row.get::<_, Option<i64>>(7)?.map(i64::cast_unsigned),
        fate: from_json(row, 8)?,
        change_count: 0,
        changes: Vec::new(),
    })
}

/// Adds the changes, and how many there are.
fn fill(connection: &Connection, revision: &mut Revision, limit: usize) -> rusqlite::Result<()> {
    let place = params![column(&revision.account), revision.revision.cast_signed()];
    let count: i64 = connection
        .prepare_cached("SELECT count(*) FROM revisions WHERE account = ?1 AND request = ?2")?
        .query_row(place, |row| row.get(0))?;
    revision.change_count = count.cast_unsigned();
    let mut statement = connection.prepare_cached(
        "SELECT kind, account, name, op, json_extract(object, '$.metadata.generation'),
             (SELECT max(older.request) FROM revisions AS older INDEXED BY revisions_by_key
              WHERE older.kind = revisions.kind AND older.account = revisions.account
                AND older.name = revisions.name AND older.revision < revisions.revision)
         FROM revisions WHERE account = ?1 AND request = ?2 ORDER BY revision LIMIT ?3",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement.query_map(
        params![
            column(&revision.account),
            revision.revision.cast_signed(),
            limit
        ],
        |row| {
            let operation: String = row.get(3)?;
            let operation = operation_named(&operation).ok_or_else(|| unreadable(3))?;
            let generation: Option<i64> = row.get(4)?;
            let previous: Option<i64> = row.get(5)?;
            Ok(RevisionChange {
                operation: change_operation(operation),
                object: key(row, 0)?,
                generation: generation.unwrap_or_default().cast_unsigned(),
                previous: previous
                    .filter(|_| operation != Operation::Create)
                    .map(i64::cast_unsigned),
            })
        },
    )?;
    revision.changes = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(())
}

/// As the API calls it.
pub(crate) const fn change_operation(operation: Operation) -> ChangeOperation {
    match operation {
        Operation::Create => ChangeOperation::Create,
        Operation::Update => ChangeOperation::Update,
        Operation::Delete => ChangeOperation::Delete,
    }
}

fn key(row: &Row<'_>, first: usize) -> rusqlite::Result<ObjectKey> {
    let kind: String = row.get(first)?;
    let account: String = row.get(first + 1)?;
    let kind = Kind::ALL
        .into_iter()
        .find(|known| known.name() == kind)
        .ok_or_else(|| unreadable(first))?;
    Ok(ObjectKey {
        kind,
        account: Some(account).filter(|account| !account.is_empty()),
        name: row.get(first + 2)?,
    })
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn from_json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|_| unreadable(column))
}

fn unreadable(column: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(column, String::new(), rusqlite::types::Type::Text)
}

#[expect(clippy::needless_pass_by_value, reason = "reads better in map_err")]
fn unavailable(error: rusqlite::Error) -> HistoryError {
    HistoryError::Unavailable(error.to_string())
}
