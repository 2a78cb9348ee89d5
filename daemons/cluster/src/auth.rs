//! Who may call: users, tokens of which only a hash is kept, and agents' certificates.
//!
//! ```text
//!   token ───────┐                        ┌─ permit::allowed ── may they do this to that?
//!   certificate ─┴─► Auth::… ──► Caller ──┤
//!                                         └─ Sight ── which objects exist for them?
//! ```
//!
//! A token is `epic_<id>_<secret>`. The id finds the row, the secret is compared by its SHA-256 in
//! constant time. Checks are made in memory, changes go to the store's file first.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use epic_api::access::{Binding, NewToken, Role, TokenInfo, TokenPurpose, TokenRequest, User};
use epic_api::{ApiError, Kind, ObjectKey, Reason};
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use tokio::sync::watch;
use uuid::Uuid;

mod caller;
mod database;
mod permit;
mod request;
mod throttle;

pub use caller::{Caller, Proof, Sight, Subject};
pub use permit::{Decision, Target, allowed};
pub(crate) use request::no_token;

use crate::store::Store;
use throttle::Throttle;

/// The user that `epicd init` makes, and to whom admins' tokens from before there were users belong.
pub const FIRST_ADMIN: &str = "admin";
/// The most tokens there may be.
const TOKENS: usize = 10_000;
/// The most users there may be.
const USERS: usize = 10_000;
/// "Last used" is written down when it has moved by this much.
const USED_STEP: SignedDuration = SignedDuration::from_mins(5);

/// What a node's certificate says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct AgentIdentity {
    /// The node.
    pub node: String,
    /// The Node object's uid: a node made anew is another one.
    pub uid: String,
    /// The installation of the agent.
    pub agent_id: String,
    /// Counts the times the node's certificates were revoked.
    pub generation: u64,
    /// When the certificate ends.
    pub expires: Timestamp,
}

/// Users, tokens and enrolments. Cheap to clone.
#[derive(Clone)]
pub struct Auth {
    inner: Arc<Inner>,
}

struct Inner {
    state: RwLock<State>,
    /// Held for as long as a change takes, so that changes see each other.
    connection: Mutex<Connection>,
    throttle: Mutex<Throttle>,
    changed: watch::Sender<u64>,
}

struct State {
    users: BTreeMap<String, User>,
    tokens: BTreeMap<String, Known>,
    /// By node.
    enrolments: BTreeMap<String, Enrolment>,
}

#[derive(Clone)]
struct Known {
    hash: [u8; 32],
    info: TokenInfo,
    claimed_by: Option<String>,
}

/// Which agent a node has.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Enrolment {
    /// The installation; empty when it was revoked.
    agent_id: String,
    /// Certificates of earlier generations are refused.
    generation: u64,
}

impl Auth {
    /// Reads everything from a store's file, which must exist.
    ///
    /// # Errors
    /// SQLite's.
    pub fn open(database: &Path, now: Timestamp) -> rusqlite::Result<Auth> {
        let connection = database::open(database, now)?;
        let state = database::load(&connection)?;
        let inner = Inner {
            state: RwLock::new(state),
            connection: Mutex::new(connection),
            throttle: Mutex::default(),
            changed: watch::Sender::new(0),
        };
        Ok(Auth {
            inner: Arc::new(inner),
        })
    }

    /// Moves whenever a user, a token or an enrolment changes.
    pub fn changed(&self) -> watch::Receiver<u64> {
        self.inner.changed.subscribe()
    }

    /// Whose token this is.
    ///
    /// # Errors
    /// It is nobody's, has ended, its user is disabled, or the source has tried too many.
    pub fn check(&self, token: &str, source: IpAddr, now: Timestamp) -> Result<Caller, ApiError> {
        let (id, _) = token
            .strip_prefix("epic_")
            .and_then(|rest| rest.split_once('_'))
            .unwrap_or_default();
        let state = self.state();
        let candidate = state.tokens.get(id);
        let counted = candidate.map_or("", |known| known.info.id.as_str());
        let mut throttle = lock(&self.inner.throttle);
        if let Some(wait) = throttle.wait(source, counted, now) {
            let message = format!("too many wrong tokens; wait {} s", wait.as_secs());
            return Err(ApiError::new(Reason::TooManyRequests, message)
                .with_hint("`epicctl context` shows which token is used"));
        }
        let same = candidate.is_some_and(|known| hash(token).ct_eq(&known.hash).into());
        let Some(known) = candidate.filter(|_| same) else {
            throttle.was_wrong(source, counted, now);
            return Err(unauthorized(
                "the token is not known here",
                "it was deleted, or is another cluster's; admin-context.toml in epicd's data folder holds one that works",
            ));
        };
        drop(throttle);
        let caller = state.caller(known, now)?;
        let due = known
            .info
            .last_used
            .is_none_or(|used| now.duration_since(used) >= USED_STEP);
        let id = known.info.id.clone();
        drop(state);
        if due && let Some(known) = self.state_mut().tokens.get_mut(&id) {
            known.info.last_used = Some(now);
        }
        Ok(caller)
    }

    /// The agent that presents a certificate of this cluster's CA.
    ///
    /// # Errors
    /// It has ended or was revoked, or the node was deleted.
    pub fn check_certificate(
        &self,
        identity: &AgentIdentity,
        store: &dyn Store,
        now: Timestamp,
    ) -> Result<Caller, ApiError> {
        let node = &identity.node;
        let object = store.get(&ObjectKey::cluster(Kind::Node, node.clone()));
        let uid = object.and_then(|object| object.metadata.uid.clone());
        let state = self.state();
        let current = state.enrolments.get(node).is_some_and(|enrolment| {
            enrolment.agent_id == identity.agent_id && enrolment.generation == identity.generation
        });
        if !current || uid.as_ref() != Some(&identity.uid) || identity.expires <= now {
            return Err(unauthorized(
                "the certificate is not good any more: it has ended, was revoked, or another agent has enrolled",
                "`epicctl node join NAME` makes a token to enroll anew with",
            ));
        }
        Ok(Caller {
            subject: Subject::Agent { node: node.clone() },
            bindings: vec![Binding::everywhere(Role::Agent)],
            proof: Proof::Certificate(identity.clone()),
            expires: Some(identity.expires),
        })
    }

    /// Whether a caller is still who it was and may still do what it might.
    pub fn stands(&self, caller: &Caller, store: &dyn Store, now: Timestamp) -> bool {
        let again = match &caller.proof {
            Proof::Certificate(identity) => self.check_certificate(identity, store, now),
            Proof::Token(id) => {
                let state = self.state();
                match state.tokens.get(id) {
                    Some(known) => state.caller(known, now),
                    None => return false,
                }
            }
        };
        again.is_ok_and(|again| again == *caller)
    }

    /// Every user, by name.
    pub fn users(&self) -> Vec<User> {
        self.state().users.values().cloned().collect()
    }

    /// One user.
    ///
    /// # Errors
    /// There is none of the name.
    pub fn user(&self, name: &str) -> Result<User, ApiError> {
        let state = self.state();
        let found = state.users.get(name).cloned();
        found.ok_or_else(|| request::no_user(name))
    }

    /// Makes a user. Blocks on the disk.
    ///
    /// # Errors
    /// It exists, something is wrong with it, or the disk refuses.
    pub fn create_user(&self, user: User, now: Timestamp) -> Result<User, ApiError> {
        let connection = lock(&self.inner.connection);
        request::check_user(&user)?;
        let count = {
            let state = self.state();
            if state.users.contains_key(&user.name) {
                let message = format!("there is a user `{}` already", user.name);
                return Err(ApiError::new(Reason::AlreadyExists, message)
                    .with_hint("`epicctl user set` changes it"));
            }
            state.users.len()
        };
        if count >= USERS {
            let full = format!("there are {USERS} users already");
            return Err(ApiError::new(Reason::TooManyRequests, full).with_hint("delete some first"));
        }
        let user = User {
            created: Some(now),
            ..user
        };
        self.put_user(&connection, user)
    }

    /// Makes a user that exists what is given. Blocks on the disk.
    ///
    /// # Errors
    /// There is none of the name, something is wrong with it, it is the last admin, or the disk
    /// refuses.
    pub fn change_user(&self, user: User, now: Timestamp) -> Result<User, ApiError> {
        let connection = lock(&self.inner.connection);
        request::check_user(&user)?;
        let created = self.user(&user.name)?.created;
        let user = User { created, ..user };
        self.keep_an_admin(now, |state| {
            state.users.insert(user.name.clone(), user.clone());
        })?;
        self.put_user(&connection, user)
    }

    fn put_user(&self, connection: &Connection, user: User) -> Result<User, ApiError> {
        database::put_user(connection, &user).map_err(|error| unavailable(&error))?;
        self.state_mut()
            .users
            .insert(user.name.clone(), user.clone());
        self.announce();
        Ok(user)
    }

    /// Removes a user and all of its tokens. Blocks on the disk.
    ///
    /// # Errors
    /// There is none of the name, it is the last admin, or the disk refuses.
    pub fn delete_user(&self, name: &str, now: Timestamp) -> Result<User, ApiError> {
        let connection = lock(&self.inner.connection);
        let user = self.user(name)?;
        self.keep_an_admin(now, |state| state.remove_user(name))?;
        database::delete_user(&connection, name).map_err(|error| unavailable(&error))?;
        self.state_mut().remove_user(name);
        self.announce();
        Ok(user)
    }

    /// Every token, by id.
    pub fn tokens(&self) -> Vec<TokenInfo> {
        let state = self.state();
        state
            .tokens
            .values()
            .map(|known| known.info.clone())
            .collect()
    }

    /// Makes a token for the request's subject. Blocks on the disk.
    ///
    /// # Errors
    /// The request makes no sense, there is no such user, there are too many tokens, or the disk
    /// refuses.
    pub fn create_token(
        &self,
        request: TokenRequest,
        now: Timestamp,
    ) -> Result<NewToken, ApiError> {
        let connection = lock(&self.inner.connection);
        let subject = request.subject.clone().unwrap_or_default();
        let seconds = request::check_token(&request, &subject)?;
        if request.purpose == TokenPurpose::User {
            self.user(&subject)?;
        }
        self.forget_ended_tokens(&connection, now)?;
        if self.state().tokens.len() >= TOKENS {
            let full = format!("there are {TOKENS} tokens already");
            return Err(ApiError::new(Reason::TooManyRequests, full).with_hint("delete some first"));
        }
        let id = Uuid::new_v4().simple().to_string()[..12].to_owned();
        let secret = [Uuid::new_v4(), Uuid::new_v4()]
            .map(|half| half.simple().to_string())
            .concat();
        let token = format!("epic_{id}_{secret}");
        let expires = seconds
            .and_then(|seconds| i64::try_from(seconds).ok())
            .and_then(|seconds| now.checked_add(SignedDuration::from_secs(seconds)).ok());
        let known = Known {
            hash: hash(&token),
            info: TokenInfo {
                id: id.clone(),
                purpose: request.purpose,
                subject,
                accounts: request.accounts,
                description: request.description,
                created: now,
                expires,
                last_used: None,
            },
            claimed_by: None,
        };
        database::put_token(&connection, &known).map_err(|error| unavailable(&error))?;
        self.state_mut().tokens.insert(id.clone(), known);
        Ok(NewToken { id, token, expires })
    }

    fn forget_ended_tokens(&self, connection: &Connection, now: Timestamp) -> Result<(), ApiError> {
        // For a while they can still be looked up by somebody who wonders what happened.
        let kept = SignedDuration::from_hours(24);
        let ended: Vec<String> = self
            .tokens()
            .into_iter()
            .filter(|info| {
                info.expires
                    .is_some_and(|end| now.duration_since(end) > kept)
            })
            .map(|info| info.id)
            .collect();
        for id in ended {
            database::delete_token(connection, &id).map_err(|error| unavailable(&error))?;
            self.state_mut().tokens.remove(&id);
        }
        Ok(())
    }

    /// Makes a token worthless at once. Blocks on the disk.
    ///
    /// # Errors
    /// There is no such token, it is the last admin's, or the disk refuses.
    pub fn delete_token(&self, id: &str, now: Timestamp) -> Result<TokenInfo, ApiError> {
        let connection = lock(&self.inner.connection);
        if !self.state().tokens.contains_key(id) {
            return Err(no_token(id));
        }
        self.keep_an_admin(now, |state| {
            state.tokens.remove(id);
        })?;
        database::delete_token(&connection, id).map_err(|error| unavailable(&error))?;
        let removed = self.state_mut().tokens.remove(id);
        self.announce();
        removed.map(|known| known.info).ok_or_else(|| no_token(id))
    }

    /// Notes that an agent takes over a node with a join token. Blocks on the disk.
    ///
    /// `key` tells the agent's key from others, `served` says that the node's agent is heard of.
    ///
    /// # Errors
    /// The token was used already, another agent serves the node, or the disk refuses.
    pub fn enroll(
        &self,
        token: &str,
        node: &str,
        agent_id: &str,
        key: &str,
        served: bool,
    ) -> Result<u64, ApiError> {
        let connection = lock(&self.inner.connection);
        let claim = format!("{agent_id} {key}");
        let (claimed_by, before) = {
            let state = self.state();
            let known = state.tokens.get(token).ok_or_else(|| no_token(token))?;
            (
                known.claimed_by.clone(),
                state.enrolments.get(node).cloned(),
            )
        };
        if claimed_by.is_some_and(|by| by != claim) {
            return Err(unauthorized(
                "the join token was used already",
                "it is good for one agent; `epicctl node join NAME` makes another",
            ));
        }
        let other = before
            .as_ref()
            .filter(|before| !before.agent_id.is_empty() && before.agent_id != agent_id);
        if other.is_some() && served {
            let message = format!("node `{node}` is served by another agent");
            let hint = format!(
                "stop that one and wait until the node is not Ready, or `epicctl node revoke {node}` first"
            );
            return Err(ApiError::new(Reason::Conflict, message).with_hint(hint));
        }
        let generation = before.as_ref().map_or(1, |before| before.generation);
        let enrolment = Enrolment {
            agent_id: agent_id.to_owned(),
            generation: generation + u64::from(other.is_some()),
        };
        database::put_enrolment(&connection, node, &enrolment, Some((token, &claim)))
            .map_err(|error| unavailable(&error))?;
        let generation = enrolment.generation;
        {
            let mut state = self.state_mut();
            if let Some(known) = state.tokens.get_mut(token) {
                known.claimed_by = Some(claim);
            }
            state.enrolments.insert(node.to_owned(), enrolment);
        }
        self.announce();
        Ok(generation)
    }

    /// Whether an agent has enrolled for the node, or may.
    pub fn knows_node(&self, node: &str) -> bool {
        let state = self.state();
        let for_node = |known: &Known| {
            let purposes = [TokenPurpose::Agent, TokenPurpose::Join];
            known.info.subject == node && purposes.contains(&known.info.purpose)
        };
        state.enrolments.contains_key(node) || state.tokens.values().any(for_node)
    }

    /// Makes every certificate and token of a node's agent worthless. Blocks on the disk.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn revoke_node(&self, node: &str) -> Result<(), ApiError> {
        let connection = lock(&self.inner.connection);
        let generation = {
            let state = self.state();
            let before = state.enrolments.get(node);
            before.map_or(0, |before| before.generation)
        };
        let revoked = Enrolment {
            agent_id: String::new(),
            generation: generation + 1,
        };
        database::delete_node(&connection, node)
            .and_then(|()| database::put_enrolment(&connection, node, &revoked, None))
            .map_err(|error| unavailable(&error))?;
        {
            let mut state = self.state_mut();
            state.remove_node(node);
            state.enrolments.insert(node.to_owned(), revoked);
        }
        self.announce();
        Ok(())
    }

    /// Forgets a node that was deleted. Blocks on the disk.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn forget_node(&self, node: &str) -> Result<(), ApiError> {
        let connection = lock(&self.inner.connection);
        database::delete_node(&connection, node).map_err(|error| unavailable(&error))?;
        self.state_mut().remove_node(node);
        self.announce();
        Ok(())
    }

    /// Writes down when tokens were last used. Blocks on the disk; a failure costs nothing but the
    /// figure.
    pub fn write_last_used(&self) {
        let connection = lock(&self.inner.connection);
        for info in self.tokens() {
            if let Some(used) = info.last_used
                && let Err(error) = database::set_last_used(&connection, &info.id, used)
            {
                tracing::debug!(%error, "can't write down when tokens were last used");
                return;
            }
        }
    }

    /// Refuses a change after which nobody could sign in as an admin.
    fn keep_an_admin(
        &self,
        now: Timestamp,
        change: impl FnOnce(&mut State),
    ) -> Result<(), ApiError> {
        let before = self.state();
        let mut after = State {
            users: before.users.clone(),
            tokens: before.tokens.clone(),
            enrolments: BTreeMap::new(),
        };
        change(&mut after);
        if after.has_admin(now) || !before.has_admin(now) {
            return Ok(());
        }
        let message = "this would leave nobody who can sign in as an admin for good";
        Err(ApiError::new(Reason::Conflict, message)
            .with_hint("make another user an admin and give it a token that does not expire first"))
    }

    fn state(&self) -> RwLockReadGuard<'_, State> {
        let state = self.inner.state.read();
        state.unwrap_or_else(PoisonError::into_inner)
    }

    fn state_mut(&self) -> RwLockWriteGuard<'_, State> {
        let state = self.inner.state.write();
        state.unwrap_or_else(PoisonError::into_inner)
    }

    fn announce(&self) {
        self.inner.changed.send_modify(|count| *count += 1);
    }
}

impl State {
    fn caller(&self, known: &Known, now: Timestamp) -> Result<Caller, ApiError> {
        let info = &known.info;
        if info.expires.is_some_and(|expires| expires <= now) {
            return Err(unauthorized(
                "the token has expired",
                "`epicctl token create` makes another",
            ));
        }
        let name = info.subject.clone();
        let (subject, bindings) = match info.purpose {
            TokenPurpose::User => {
                let user = self.users.get(&name).filter(|user| !user.disabled);
                let user = user.ok_or_else(|| {
                    unauthorized("the token's user is disabled", "an admin can enable it")
                })?;
                (Subject::User { name }, user.bindings.clone())
            }
            TokenPurpose::Controller => {
                let accounts = info.accounts.iter();
                let bindings = accounts.map(|account| Binding::within(Role::Controller, account));
                (Subject::Controller { name }, bindings.collect())
            }
            TokenPurpose::Agent => (
                Subject::Agent { node: name },
                vec![Binding::everywhere(Role::Agent)],
            ),
            TokenPurpose::Join => (Subject::Join { node: name }, Vec::new()),
        };
        Ok(Caller {
            subject,
            bindings,
            proof: Proof::Token(info.id.clone()),
            expires: info.expires,
        })
    }

    /// Whether an admin can sign in, now and later.
    fn has_admin(&self, now: Timestamp) -> bool {
        self.tokens.values().any(|known| {
            known.info.purpose == TokenPurpose::User
                && known.info.expires.is_none()
                && self
                    .caller(known, now)
                    .is_ok_and(|caller| caller.bindings.contains(&Binding::everywhere(Role::Admin)))
        })
    }

    fn remove_user(&mut self, name: &str) {
        self.users.remove(name);
        self.tokens.retain(|_, known| {
            known.info.purpose != TokenPurpose::User || known.info.subject != name
        });
    }

    fn remove_node(&mut self, node: &str) {
        self.enrolments.remove(node);
        self.tokens.retain(|_, known| {
            let for_nodes = [TokenPurpose::Agent, TokenPurpose::Join];
            !for_nodes.contains(&known.info.purpose) || known.info.subject != node
        });
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

fn unauthorized(message: &str, hint: &str) -> ApiError {
    ApiError::new(Reason::Unauthorized, message).with_hint(hint)
}

fn unavailable(error: &rusqlite::Error) -> ApiError {
    ApiError::new(
        Reason::Unavailable,
        format!("can't write to the store: {error}"),
    )
}

#[cfg(test)]
mod tests;
