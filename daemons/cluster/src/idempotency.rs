//! `Idempotency-Key`: a request that is sent again is answered again and not done again.
//!
//! Answers are kept in a file of their own, so that they outlive a restart, and so does the note
//! that a request has begun: if epicd dies in between, nobody knows whether it was done, and that is
//! what the repetition is told.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use epic_api::{ApiError, Reason};
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};

/// The header a key comes in.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// How long an answer is kept, in hours.
const HOURS: i64 = 24;
/// The most answers; the oldest go first.
const ANSWERS: i64 = 10_000;
/// The longest key.
const LONGEST: usize = 200;
/// The largest answer that is kept.
const LARGEST: usize = 4 << 20;

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS answers (
        user    TEXT NOT NULL,
        key     TEXT NOT NULL,
        request BLOB NOT NULL,
        begun   INTEGER NOT NULL,
        status  INTEGER,
        body    BLOB,
        PRIMARY KEY (user, key)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS answers_begun ON answers (begun);";

/// The answers that are kept. Cheap to clone. Every call blocks on the disk.
#[derive(Clone)]
pub struct Idempotency {
    connection: Arc<Mutex<Connection>>,
    /// When this process began: what began before and has no answer never gets one.
    start: i64,
}

/// An answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Kept {
    /// The HTTP status.
    pub status: u16,
    /// The body, JSON.
    pub body: Vec<u8>,
}

/// What a key says about a request.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Known {
    /// Nothing: do it, then say [`Idempotency::finish`] or [`Idempotency::forget`].
    New,
    /// It was done.
    Done(Kept),
}

impl Idempotency {
    /// Opens the file and makes it if there is none.
    ///
    /// # Errors
    /// SQLite's.
    pub fn open(file: &Path, now: Timestamp) -> rusqlite::Result<Self> {
        let connection = Connection::open(file)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.execute_batch(SCHEMA)?;
        Ok(Idempotency {
            connection: Arc::new(Mutex::new(connection)),
            start: now.as_microsecond(),
        })
    }

    /// Notes that a request begins, or says what became of it.
    ///
    /// # Errors
    /// 409 while it is under way or when its outcome is not known, 422 for another request under
    /// the same key, 503 if the disk refuses.
    pub fn begin(
        &self,
        user: &str,
        key: &str,
        request: &[u8; 32],
        now: Timestamp,
    ) -> Result<Known, ApiError> {
        let connection = self.lock();
        let oldest = (now - SignedDuration::from_hours(HOURS)).as_microsecond();
        let found = connection
            .query_row(
                "SELECT request, begun, status, body FROM answers WHERE user = ?1 AND key = ?2 AND begun > ?3",
                params![user, key, oldest],
                |row| {
                    let request: Vec<u8> = row.get(0)?;
                    let begun: i64 = row.get(1)?;
                    let status: Option<u16> = row.get(2)?;
                    let body: Option<Vec<u8>> = row.get(3)?;
                    Ok((request, begun, status, body))
                },
            )
            .optional()
            .map_err(|error| unavailable(&error))?;
        let Some((known, begun, status, body)) = found else {
            note(&connection, user, key, request, now, oldest)
                .map_err(|error| unavailable(&error))?;
            return Ok(Known::New);
        };
        if known != request {
            let message = "the Idempotency-Key was used for another request";
            return Err(ApiError::new(Reason::Invalid, message)
                .with_hint("a key stands for one request, body included: take a new one"));
        }
        match (status, body) {
            (Some(status), Some(body)) => Ok(Known::Done(Kept { status, body })),
            _ if begun < self.start => Err(ApiError::new(
                Reason::Conflict,
                "epicd was stopped while it did this request; whether it was done is not known",
            )
            .with_hint("read the object, then send what is still to do under a new key")),
            _ => Err(
                ApiError::new(Reason::Conflict, "the same request is under way")
                    .with_hint("wait for it, then send it again"),
            ),
        }
    }

    /// Keeps an answer. One that is too large is kept as the fact that it was.
    ///
    /// # Errors
    /// SQLite's.
    pub fn finish(&self, user: &str, key: &str, answer: &Kept) -> rusqlite::Result<()> {
        let long;
        let body = if answer.body.len() > LARGEST {
            long = b"{}".to_vec();
            &long
        } else {
            &answer.body
        };
        self.lock().execute(
            "UPDATE answers SET status = ?3, body = ?4 WHERE user = ?1 AND key = ?2",
            params![user, key, answer.status, body],
        )?;
        Ok(())
    }

    /// Nothing was done: the same request may be sent again.
    ///
    /// # Errors
    /// SQLite's.
    pub fn forget(&self, user: &str, key: &str) -> rusqlite::Result<()> {
        self.lock().execute(
            "DELETE FROM answers WHERE user = ?1 AND key = ?2",
            params![user, key],
        )?;
        Ok(())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn note(
    connection: &Connection,
    user: &str,
    key: &str,
    request: &[u8; 32],
    now: Timestamp,
    oldest: i64,
) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM answers WHERE begun <= ?1", [oldest])?;
    connection.execute(
        "DELETE FROM answers WHERE (user, key) IN (
            SELECT user, key FROM answers ORDER BY begun DESC LIMIT -1 OFFSET ?1)",
        [ANSWERS - 1],
    )?;
    connection.execute(
        "INSERT INTO answers (user, key, request, begun) VALUES (?1, ?2, ?3, ?4)",
        params![user, key, request, now.as_microsecond()],
    )?;
    Ok(())
}

/// What makes two requests the same.
pub fn fingerprint(method: &str, path_and_query: &str, body: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [method.as_bytes(), path_and_query.as_bytes(), body] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// Whether a key can be one.
///
/// # Errors
/// 400.
pub fn check_key(key: &str) -> Result<(), ApiError> {
    if (1..=LONGEST).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(());
    }
    let message = "Idempotency-Key is not usable";
    Err(
        ApiError::new(Reason::BadRequest, message).with_hint(format!(
            "send 1 to {LONGEST} visible ASCII characters, best a random UUID"
        )),
    )
}

fn unavailable(error: &rusqlite::Error) -> ApiError {
    let message = format!("can't note the Idempotency-Key: {error}; nothing was changed");
    ApiError::new(Reason::Unavailable, message)
        .with_hint("check the disk epicd's data is on, then try again")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    fn done() -> Kept {
        Kept {
            status: 201,
            body: b"{\"a\":1}".to_vec(),
        }
    }

    #[test]
    fn the_same_request_is_answered_the_same_also_after_a_restart_and_for_a_day() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("requests.db");
        let kept = Idempotency::open(&file, at(0)).unwrap();
        let request = fingerprint("POST", "/a", b"x");
        assert_eq!(kept.begin("alice", "k", &request, at(1)), Ok(Known::New));
        let busy = kept.begin("alice", "k", &request, at(1)).unwrap_err();
        assert!(busy.code == 409 && busy.message.contains("under way"));
        kept.finish("alice", "k", &done()).unwrap();
        assert_eq!(
            kept.begin("alice", "k", &request, at(2)),
            Ok(Known::Done(done()))
        );
        assert_eq!(kept.begin("bob", "k", &request, at(2)), Ok(Known::New));
        drop(kept);
        let kept = Idempotency::open(&file, at(3)).unwrap();
        assert_eq!(
            kept.begin("alice", "k", &request, at(3)),
            Ok(Known::Done(done()))
        );
        let other = fingerprint("POST", "/a", b"y");
        assert_eq!(
            kept.begin("alice", "k", &other, at(3)).unwrap_err().code,
            422
        );
        assert_eq!(kept.begin("alice", "k", &other, at(26)), Ok(Known::New));
    }

    #[test]
    fn a_request_that_epicd_died_in_is_not_done_again_blindly() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("requests.db");
        let request = fingerprint("POST", "/a", b"x");
        let kept = Idempotency::open(&file, at(0)).unwrap();
        assert_eq!(kept.begin("alice", "k", &request, at(1)), Ok(Known::New));
        drop(kept);
        let kept = Idempotency::open(&file, at(2)).unwrap();
        let error = kept.begin("alice", "k", &request, at(3)).unwrap_err();
        assert!(
            error.code == 409 && error.message.contains("not known"),
            "{error}"
        );
        kept.forget("alice", "k").unwrap();
        assert_eq!(kept.begin("alice", "k", &request, at(3)), Ok(Known::New));
    }

    #[test]
    fn a_key_is_short_and_visible() {
        for key in ["", "a b", "ä", "a\n", &"x".repeat(201)] {
            assert_eq!(check_key(key).unwrap_err().code, 400);
        }
        assert!(check_key("0b6b8a3c-2d3f").is_ok());
    }
}
