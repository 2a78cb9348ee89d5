//! Users, tokens and nodes' enrolments in the store's file, beside the objects.
//!
//! The tables have a layout number of their own: what the store does to its tables, and when, does
//! not concern them.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use epic_api::access::{Binding, Role, TokenInfo, TokenPurpose, User};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Enrolment, FIRST_ADMIN, Known, State};

const LAYOUT: i64 = 1;

const TABLES: &str = "
CREATE TABLE users (
    name     TEXT PRIMARY KEY,
    bindings TEXT NOT NULL, -- JSON
    disabled INTEGER NOT NULL,
    created  INTEGER NOT NULL -- seconds since 1970, as all times here
);
CREATE TABLE credentials (
    id          TEXT PRIMARY KEY,
    hash        BLOB NOT NULL, -- SHA-256 of the token
    purpose     TEXT NOT NULL,
    subject     TEXT NOT NULL,
    accounts    TEXT NOT NULL, -- JSON
    description TEXT NOT NULL,
    created     INTEGER NOT NULL,
    expires     INTEGER,
    last_used   INTEGER,
    claimed_by  TEXT -- of a join token: agent and key that have got their certificate for it
);
CREATE TABLE enrolments (
    node       TEXT PRIMARY KEY,
    agent_id   TEXT NOT NULL, -- '' when revoked
    generation INTEGER NOT NULL
);
";

/// Opens the file, which must exist, and brings its tables up to date.
pub(super) fn open(file: &Path, now: Timestamp) -> rusqlite::Result<Connection> {
    let mut connection = Connection::open(file)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(
        "CREATE TABLE IF NOT EXISTS auth_layout (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL)",
    )?;
    let found: Option<i64> = transaction
        .query_row("SELECT number FROM auth_layout", [], |row| row.get(0))
        .optional()?;
    if found.is_none() {
        transaction.execute_batch(TABLES)?;
        transaction.execute("INSERT INTO auth_layout VALUES (1, ?1)", [LAYOUT])?;
        take_over(&transaction, now)?;
    }
    transaction.commit()?;
    Ok(connection)
}

/// Takes over the tokens of the first layout, which knew admins and agents only.
fn take_over(connection: &Connection, now: Timestamp) -> rusqlite::Result<()> {
    let old = connection
        .query_row(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'tokens'",
            [],
            |_| Ok(()),
        )
        .optional()?;
    if old.is_none() {
        return Ok(());
    }
    connection.execute(
        "INSERT INTO credentials (id, hash, purpose, subject, accounts, description, created)
         SELECT id, hash, CASE role WHEN 'admin' THEN 'user' ELSE 'agent' END,
                CASE role WHEN 'admin' THEN ?1 ELSE coalesce(node, '') END, '[]', description, created
         FROM tokens",
        [FIRST_ADMIN],
    )?;
    let admins: i64 = connection.query_row(
        "SELECT count(*) FROM tokens WHERE role = 'admin'",
        [],
        |row| row.get(0),
    )?;
    if admins > 0 {
        let user = User {
            name: FIRST_ADMIN.to_owned(),
            bindings: vec![Binding::everywhere(Role::Admin)],
            disabled: false,
            created: Some(now),
        };
        put_user(connection, &user)?;
    }
    connection.execute_batch("DROP TABLE tokens")
}

/// Everything there is.
pub(super) fn load(connection: &Connection) -> rusqlite::Result<State> {
    Ok(State {
        users: users(connection)?,
        tokens: tokens(connection)?,
        enrolments: enrolments(connection)?,
    })
}

fn users(connection: &Connection) -> rusqlite::Result<BTreeMap<String, User>> {
    let mut statement =
        connection.prepare("SELECT name, bindings, disabled, created FROM users")?;
    let rows = statement.query_map([], |row| {
        let name: String = row.get(0)?;
        let bindings: String = row.get(1)?;
        // What this version can't read counts for nothing, not for something else.
        let bindings = serde_json::from_str(&bindings).unwrap_or_default();
        let user = User {
            name: name.clone(),
            bindings,
            disabled: row.get(2)?,
            created: Some(time(row.get(3)?)),
        };
        Ok((name, user))
    })?;
    rows.collect()
}

fn tokens(connection: &Connection) -> rusqlite::Result<BTreeMap<String, Known>> {
    let mut statement = connection.prepare(
        "SELECT id, hash, purpose, subject, accounts, description, created, expires, last_used, claimed_by
         FROM credentials",
    )?;
    let rows = statement.query_map([], |row| {
        let id: String = row.get(0)?;
        let purpose: String = row.get(2)?;
        let accounts: String = row.get(4)?;
        let purpose = TokenPurpose::ALL
            .into_iter()
            .find(|known| known.name() == purpose);
        let info = TokenInfo {
            id: id.clone(),
            // A purpose this version does not know gets the least it knows, not the most.
            purpose: purpose.unwrap_or(TokenPurpose::Join),
            subject: row.get(3)?,
            accounts: serde_json::from_str(&accounts).unwrap_or_default(),
            description: row.get(5)?,
            created: time(row.get(6)?),
            expires: row.get::<_, Option<i64>>(7)?.map(time),
            last_used: row.get::<_, Option<i64>>(8)?.map(time),
        };
        let known = Known {
            hash: row.get(1)?,
            info,
            claimed_by: row.get(9)?,
        };
        Ok((id, known))
    })?;
    rows.collect()
}

fn enrolments(connection: &Connection) -> rusqlite::Result<BTreeMap<String, Enrolment>> {
    let mut statement = connection.prepare("SELECT node, agent_id, generation FROM enrolments")?;
    let rows = statement.query_map([], |row| {
        let enrolment = Enrolment {
            agent_id: row.get(1)?,
            generation: row.get::<_, i64>(2)?.cast_unsigned(),
        };
        Ok((row.get(0)?, enrolment))
    })?;
    rows.collect()
}

pub(super) fn put_user(connection: &Connection, user: &User) -> rusqlite::Result<()> {
    let bindings = serde_json::to_string(&user.bindings).unwrap_or_default();
    let created = user.created.unwrap_or_default().as_second();
    connection
        .execute(
            "INSERT OR REPLACE INTO users (name, bindings, disabled, created) VALUES (?1, ?2, ?3, ?4)",
            params![user.name, bindings, user.disabled, created],
        )
        .map(drop)
}

/// Removes a user with all of its tokens.
pub(super) fn delete_user(connection: &Connection, name: &str) -> rusqlite::Result<()> {
    let transaction = connection.unchecked_transaction()?;
    transaction.execute(
        "DELETE FROM credentials WHERE purpose = 'user' AND subject = ?1",
        [name],
    )?;
    transaction.execute("DELETE FROM users WHERE name = ?1", [name])?;
    transaction.commit()
}

pub(super) fn put_token(connection: &Connection, known: &Known) -> rusqlite::Result<()> {
    let info = &known.info;
    connection
        .execute(
            "INSERT INTO credentials
             (id, hash, purpose, subject, accounts, description, created, expires)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                info.id,
                known.hash,
                info.purpose.name(),
                info.subject,
                serde_json::to_string(&info.accounts).unwrap_or_default(),
                info.description,
                info.created.as_second(),
                info.expires.map(Timestamp::as_second),
            ],
        )
        .map(drop)
}

pub(super) fn delete_token(connection: &Connection, id: &str) -> rusqlite::Result<()> {
    connection
        .execute("DELETE FROM credentials WHERE id = ?1", [id])
        .map(drop)
}

pub(super) fn set_last_used(
    connection: &Connection,
    id: &str,
    used: Timestamp,
) -> rusqlite::Result<()> {
    connection
        .execute(
            "UPDATE credentials SET last_used = ?2 WHERE id = ?1",
            params![id, used.as_second()],
        )
        .map(drop)
}

/// Remembers which agent a node has, and who has used up the join token.
pub(super) fn put_enrolment(
    connection: &Connection,
    node: &str,
    enrolment: &Enrolment,
    claim: Option<(&str, &str)>,
) -> rusqlite::Result<()> {
    let transaction = connection.unchecked_transaction()?;
    if let Some((token, claimed_by)) = claim {
        transaction.execute(
            "UPDATE credentials SET claimed_by = ?2 WHERE id = ?1",
            params![token, claimed_by],
        )?;
    }
    transaction.execute(
        "INSERT OR REPLACE INTO enrolments (node, agent_id, generation) VALUES (?1, ?2, ?3)",
        params![node, enrolment.agent_id, enrolment.generation.cast_signed()],
    )?;
    transaction.commit()
}

/// Forgets a node: its enrolment and every token for it.
pub(super) fn delete_node(connection: &Connection, node: &str) -> rusqlite::Result<()> {
    let transaction = connection.unchecked_transaction()?;
    transaction.execute(
        "DELETE FROM credentials WHERE purpose IN ('agent', 'join') AND subject = ?1",
        [node],
    )?;
    transaction.execute("DELETE FROM enrolments WHERE node = ?1", [node])?;
    transaction.commit()
}

fn time(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or_default()
}
