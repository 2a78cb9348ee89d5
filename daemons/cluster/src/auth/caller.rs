//! Who asks, and what of the cluster exists for them.

use std::collections::BTreeSet;

use epic_api::access::{Binding, Role, WhoAmI};
use epic_api::{Account, GatewayTemplate, Kind, ObjectKey, RawObject, Scope};
use jiff::Timestamp;

use crate::store::Store;

/// Who or what asks.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Subject {
    /// A person.
    User {
        /// The user's name.
        name: String,
    },
    /// A program that writes objects.
    Controller {
        /// What it calls itself.
        name: String,
    },
    /// A node's agent.
    Agent {
        /// The node.
        node: String,
    },
    /// Whoever holds the token that lets a node join.
    Join {
        /// The node.
        node: String,
    },
}

/// Somebody who is known, and what they may do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Caller {
    /// Who.
    pub subject: Subject,
    /// What they may do.
    pub bindings: Vec<Binding>,
    /// How they showed who they are.
    pub proof: Proof,
    /// Until when that is good.
    pub expires: Option<Timestamp>,
}

/// How somebody showed who they are.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Proof {
    /// By the token of this id.
    Token(String),
    /// By a certificate.
    Certificate(super::AgentIdentity),
}

impl Caller {
    /// The name in audit and history: `alice`, `controller:kubernetes`, `node:edge-1`.
    pub fn name(&self) -> String {
        match &self.subject {
            Subject::User { name } => name.clone(),
            Subject::Controller { name } => format!("controller:{name}"),
            Subject::Agent { node } | Subject::Join { node } => format!("node:{node}"),
        }
    }

    /// What the caller is told about itself.
    pub fn who(&self) -> WhoAmI {
        WhoAmI {
            name: self.name(),
            bindings: self.bindings.clone(),
            token: match &self.proof {
                Proof::Token(id) => Some(id.clone()),
                Proof::Certificate(_) => None,
            },
            expires: self.expires,
        }
    }
}

/// Which objects exist for a caller. As of when it was made: [`Sight::of`] looks at what accounts
/// may use, so whoever keeps one has to compare it with a new one from time to time.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Sight {
    /// All of them.
    Everything,
    /// Those of some accounts, and what these accounts may use.
    Accounts {
        /// The accounts.
        accounts: BTreeSet<String>,
        /// The templates; `None` for every one.
        templates: Option<BTreeSet<String>>,
        /// The pools; `None` for every one.
        pools: Option<BTreeSet<String>>,
    },
}

impl Sight {
    /// What the caller sees at the moment.
    pub fn of(caller: &Caller, store: &dyn Store) -> Sight {
        let everything = |binding: &Binding| match binding.role {
            Role::Admin | Role::Operator => true,
            Role::Viewer => binding.account.is_none(),
            _ => false,
        };
        if caller.bindings.iter().any(everything) {
            return Sight::Everything;
        }
        let accounts: BTreeSet<String> = caller
            .bindings
            .iter()
            .filter_map(|binding| binding.account.clone())
            .collect();
        let specs: Vec<_> = accounts
            .iter()
            .filter_map(|name| store.get(&ObjectKey::cluster(Kind::Account, name.clone())))
            .filter_map(|raw| Account::from_raw(&raw).ok())
            .map(|account| account.spec)
            .collect();
        let all = |lists: Vec<Option<Vec<String>>>| -> Option<BTreeSet<String>> {
            let lists: Option<Vec<Vec<String>>> = lists.into_iter().collect();
            Some(lists?.into_iter().flatten().collect())
        };
        let pools = specs.iter().map(|spec| {
            let templates = spec.allowed_templates.as_deref();
            (spec.allowed_pools.clone()).or_else(|| Some(pools_of(templates?, store)))
        });
        Sight::Accounts {
            templates: all(specs
                .iter()
                .map(|spec| spec.allowed_templates.clone())
                .collect()),
            pools: all(pools.collect()),
            accounts,
        }
    }

    /// Whether the object exists for the caller.
    pub fn sees(&self, key: &ObjectKey) -> bool {
        self.sees_named(key.kind, key.account.as_deref(), &key.name)
    }

    /// The same for an object.
    pub fn sees_object(&self, object: &RawObject) -> bool {
        let metadata = &object.metadata;
        self.sees_named(object.kind, metadata.account.as_deref(), &metadata.name)
    }

    fn sees_named(&self, kind: Kind, account: Option<&str>, name: &str) -> bool {
        let Sight::Accounts {
            accounts,
            templates,
            pools,
        } = self
        else {
            return true;
        };
        let among =
            |set: &Option<BTreeSet<String>>| set.as_ref().is_none_or(|set| set.contains(name));
        match kind {
            Kind::Account => accounts.contains(name),
            Kind::GatewayTemplate => among(templates),
            Kind::IpPool => among(pools),
            Kind::Node => false,
            _ if kind.scope() == Scope::Account => {
                account.is_some_and(|account| accounts.contains(account))
            }
            _ => false,
        }
    }
}

fn pools_of(templates: &[String], store: &dyn Store) -> Vec<String> {
    templates
        .iter()
        .filter_map(|name| store.get(&ObjectKey::cluster(Kind::GatewayTemplate, name.clone())))
        .filter_map(|raw| GatewayTemplate::from_raw(&raw).ok())
        .flat_map(|template| template.spec.pools)
        .collect()
}
