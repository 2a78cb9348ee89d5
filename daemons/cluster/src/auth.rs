//! Who may call: bearer tokens, of which only a hash is kept.
//!
//! A token is `epic_<id>_<secret>`. The id finds the row, the secret is compared by its SHA-256 in
//! constant time.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use epic_api::{ApiError, Reason};
use jiff::Timestamp;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

/// The most tokens there may be.
const TOKENS: usize = 10_000;

/// What a token may do.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Everything on the REST API.
    Admin,
    /// Its own node's intent and report.
    Agent,
}

impl Role {
    const fn name(self) -> &'static str {
        match self {
            Role::Admin => "admin",
            Role::Agent => "agent",
        }
    }
}

/// A token without its secret.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TokenInfo {
    /// What to delete it by.
    pub id: String,
    /// What it may do.
    pub role: Role,
    /// The node an agent's token is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<String>,
    /// A few words for people.
    #[serde(default)]
    pub description: String,
    /// When it was made.
    pub created: Timestamp,
}

/// What to make.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TokenRequest {
    /// What it may do.
    pub role: Role,
    /// The node, for an agent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<String>,
    /// A few words for people.
    #[serde(default)]
    pub description: String,
}

/// A token that was just made.
#[derive(Clone, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewToken {
    /// What to delete it by.
    pub id: String,
    /// What to send; never shown again.
    pub token: String,
}

/// Every token. Checks are made in memory, changes go to the store's file first.
#[derive(Clone)]
pub struct Tokens {
    known: Arc<RwLock<BTreeMap<String, Known>>>,
    connection: Arc<Mutex<Connection>>,
}

#[derive(Clone)]
struct Known {
    hash: [u8; 32],
    info: TokenInfo,
}

impl Tokens {
    /// Reads the tokens from a store's file, which must exist.
    ///
    /// # Errors
    /// SQLite's.
    pub fn open(database: &Path) -> rusqlite::Result<Tokens> {
        let connection = Connection::open(database)?;
        connection.busy_timeout(std::time::Duration::from_secs(5))?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        let known = load(&connection)?;
        Ok(Tokens {
            known: Arc::new(RwLock::new(known)),
            connection: Arc::new(Mutex::new(connection)),
        })
    }

    /// Whose token this is.
    pub fn check(&self, token: &str) -> Option<TokenInfo> {
        let (id, _) = token.strip_prefix("epic_")?.split_once('_')?;
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let candidate = known.get(id)?;
        let same: bool = hash(token).ct_eq(&candidate.hash).into();
        same.then(|| candidate.info.clone())
    }

    /// Every token, by id.
    pub fn list(&self) -> Vec<TokenInfo> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.values().map(|known| known.info.clone()).collect()
    }

    /// Makes a token. Blocks on the disk.
    ///
    /// # Errors
    /// The request makes no sense, there are too many, or the disk refuses.
    pub fn create(&self, request: TokenRequest, now: Timestamp) -> Result<NewToken, ApiError> {
        match (request.role, &request.node) {
            (Role::Agent, None) => {
                return Err(ApiError::new(
                    Reason::BadRequest,
                    "a token for an agent needs a `node`",
                ));
            }
            (Role::Admin, Some(_)) => {
                return Err(ApiError::new(
                    Reason::BadRequest,
                    "only a token for an agent has a `node`",
                ));
            }
            _ => {}
        }
        if self.list().len() >= TOKENS {
            let full = format!("there are {TOKENS} tokens already");
            return Err(ApiError::new(Reason::TooManyRequests, full).with_hint("delete some first"));
        }
        let id = Uuid::new_v4().simple().to_string()[..12].to_owned();
        let secret = [Uuid::new_v4(), Uuid::new_v4()]
            .map(|half| half.simple().to_string())
            .concat();
        let token = format!("epic_{id}_{secret}");
        let info = TokenInfo {
            id: id.clone(),
            role: request.role,
            node: request.node,
            description: request.description,
            created: now,
        };
        let known = Known {
            hash: hash(&token),
            info,
        };
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .execute(
                "INSERT INTO tokens (id, hash, role, node, description, created)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    id,
                    known.hash,
                    known.info.role.name(),
                    known.info.node,
                    known.info.description,
                    now.as_second()
                ],
            )
            .map_err(|error| unavailable(&error))?;
        self.known
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(id.clone(), known);
        Ok(NewToken { id, token })
    }

    /// Makes a token worthless at once. Blocks on the disk.
    ///
    /// # Errors
    /// There is no such token, or the disk refuses.
    pub fn delete(&self, id: &str) -> Result<TokenInfo, ApiError> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .execute("DELETE FROM tokens WHERE id = ?1", [id])
            .map_err(|error| unavailable(&error))?;
        self.known
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(id)
            .map(|known| known.info)
            .ok_or_else(|| {
                ApiError::new(Reason::NotFound, format!("there is no token `{id}`"))
                    .with_hint("GET /auth/v1/tokens lists them")
            })
    }
}

fn load(connection: &Connection) -> rusqlite::Result<BTreeMap<String, Known>> {
    let mut statement =
        connection.prepare("SELECT id, hash, role, node, description, created FROM tokens")?;
    let rows = statement.query_map([], |row| {
        let id: String = row.get(0)?;
        let role: String = row.get(2)?;
        // A role this version does not know gets the least it knows, not the most.
        let role = if role == Role::Admin.name() {
            Role::Admin
        } else {
            Role::Agent
        };
        let info = TokenInfo {
            id: id.clone(),
            role,
            node: row.get(3)?,
            description: row.get(4)?,
            created: Timestamp::from_second(row.get(5)?).unwrap_or_default(),
        };
        Ok((
            id,
            Known {
                hash: row.get(1)?,
                info,
            },
        ))
    })?;
    rows.collect()
}

fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

fn unavailable(error: &rusqlite::Error) -> ApiError {
    ApiError::new(
        Reason::Unavailable,
        format!("can't write to the store: {error}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sqlite::{SqliteOptions, SqliteStore};

    fn admin() -> TokenRequest {
        TokenRequest {
            role: Role::Admin,
            node: None,
            description: "test".to_owned(),
        }
    }

    #[test]
    fn a_token_is_known_until_it_is_deleted_and_after_reopening() {
        let folder = tempfile::TempDir::new().unwrap();
        let file = folder.path().join("epic.db");
        let _store = SqliteStore::open(&file, SqliteOptions::default()).unwrap();
        let tokens = Tokens::open(&file).unwrap();
        let new = tokens.create(admin(), Timestamp::UNIX_EPOCH).unwrap();

        let tokens = Tokens::open(&file).unwrap();
        assert_eq!(tokens.check(&new.token), Some(tokens.list()[0].clone()));
        for wrong in [
            "",
            "epic_",
            &format!("{}x", new.token),
            &format!("epic_{}_", new.id),
        ] {
            assert_eq!(tokens.check(wrong), None, "{wrong}");
        }
        tokens.delete(&new.id).unwrap();
        assert_eq!(tokens.check(&new.token), None);
        assert!(Tokens::open(&file).unwrap().list().is_empty());
    }

    #[test]
    fn the_file_holds_no_token() {
        let folder = tempfile::TempDir::new().unwrap();
        let file = folder.path().join("epic.db");
        let store = SqliteStore::open(&file, SqliteOptions::default()).unwrap();
        let tokens = Tokens::open(&file).unwrap();
        let new = tokens.create(admin(), Timestamp::UNIX_EPOCH).unwrap();
        drop((tokens, store));
        let secret = new.token.rsplit('_').next().unwrap().as_bytes();
        let bytes = std::fs::read(&file).unwrap();
        assert!(!bytes.windows(secret.len()).any(|window| window == secret));
    }
}
