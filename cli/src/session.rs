//! What every command works with: where it goes, as which account, and where its words go. Nothing
//! is read or connected before it is needed.

use std::cell::OnceCell;

use epic_api::client::Client;
use epic_api::{Kind, ObjectKey, Scope};
use jiff::Timestamp;

use crate::config::{self, Environment, Flags, Paths, Target};
use crate::failure::{Failure, Outcome};
use crate::output::Output;

/// One run of epicctl.
pub struct Session {
    /// What the command line says about the target.
    pub flags: Flags,
    /// The environment.
    pub environment: Environment,
    /// Where epicctl's files are.
    pub paths: Paths,
    /// Where words go.
    pub output: Output,
    /// Whether questions are answered with yes.
    pub yes: bool,
    /// The time ages are counted to.
    pub now: Timestamp,
    target: OnceCell<Target>,
    client: OnceCell<Client>,
}

impl Session {
    /// A session that has touched nothing yet.
    pub fn new(
        flags: Flags,
        environment: Environment,
        output: Output,
        yes: bool,
        now: Timestamp,
    ) -> Self {
        let paths = Paths::of(&environment);
        Session {
            flags,
            environment,
            paths,
            output,
            yes,
            now,
            target: OnceCell::new(),
            client: OnceCell::new(),
        }
    }

    /// Where to go.
    ///
    /// # Errors
    /// See [`config::resolve`].
    pub fn target(&self) -> Outcome<&Target> {
        if let Some(target) = self.target.get() {
            return Ok(target);
        }
        let target = config::resolve(&self.flags, &self.environment, &self.paths)?;
        Ok(self.target.get_or_init(|| target))
    }

    /// The connection to epicd.
    ///
    /// # Errors
    /// No context, or one that can't be used.
    pub fn client(&self) -> Outcome<&Client> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        let client = Client::new(&self.target()?.credentials)?;
        Ok(self.client.get_or_init(|| client))
    }

    /// The account commands work in.
    ///
    /// # Errors
    /// No context.
    pub fn account(&self) -> Outcome<&str> {
        Ok(&self.target()?.account)
    }

    /// The account of a new object: none for kinds that have none.
    ///
    /// # Errors
    /// No context.
    pub fn account_for(&self, kind: Kind) -> Outcome<Option<&str>> {
        Ok(match kind.scope() {
            Scope::Cluster => None,
            Scope::Account => Some(self.account()?),
        })
    }

    /// The object that is meant by `NAME` or `ACCOUNT/NAME`.
    ///
    /// # Errors
    /// No context, or an account where the kind has none.
    pub fn key(&self, kind: Kind, name: &str) -> Outcome<ObjectKey> {
        // Names become parts of URLs; nothing else may be written into one.
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        if name
            .split('/')
            .any(|part| part.is_empty() || !part.chars().all(plain))
        {
            return Err(Failure::usage(format!("`{name}` is not a name"))
                .hint("names have lower-case letters, digits and `-`, like `web-1`"));
        }
        match (name.split_once('/'), kind.scope()) {
            (None, Scope::Cluster) => Ok(ObjectKey::cluster(kind, name)),
            (None, Scope::Account) => Ok(ObjectKey::in_account(kind, self.account()?, name)),
            (Some((account, name)), Scope::Account) => {
                Ok(ObjectKey::in_account(kind, account, name))
            }
            (Some((_, rest)), Scope::Cluster) => Err(Failure::usage(format!(
                "`{name}` names an account, but a {kind} belongs to none"
            ))
            .hint(format!("write `{rest}`"))),
        }
    }

    /// The object that is meant by `KIND/NAME` or `KIND/ACCOUNT/NAME`.
    ///
    /// # Errors
    /// There is no such kind, or what follows is no name.
    pub fn reference(&self, text: &str) -> Outcome<ObjectKey> {
        let (kind, name) = text
            .split_once('/')
            .filter(|(_, name)| !name.is_empty())
            .ok_or_else(|| {
                Failure::usage(format!("`{text}` is not KIND/NAME")).hint("write `gateway/web`")
            })?;
        self.key(parse_kind(kind)?, name)
    }
}

/// The kind of this name or alias.
///
/// # Errors
/// There is none; the failure names those there are.
pub fn parse_kind(text: &str) -> Outcome<Kind> {
    text.parse()
        .map_err(|error: epic_api::kind::UnknownKind| Failure::usage(error.to_string()))
}
