//! Objects by kind and name, as far as they are at hand: from a server, from files, from both.

use std::collections::BTreeMap;

use crate::kind::Kind;
use crate::object::{Object, RawObject, Spec};
use crate::topology::Topology;
use crate::{Account, Backend, Certificate, Gateway, GatewayTemplate, IpPool, Node, Route};

/// Account and name.
pub type Name = (String, String);

/// What trace and analysis look at.
#[derive(Clone, Debug, Default)]
pub struct Inventory {
    /// Accounts.
    pub accounts: BTreeMap<String, Account>,
    /// Pools.
    pub pools: BTreeMap<String, IpPool>,
    /// Templates.
    pub templates: BTreeMap<String, GatewayTemplate>,
    /// Gateways.
    pub gateways: BTreeMap<Name, Gateway>,
    /// Routes.
    pub routes: BTreeMap<Name, Route>,
    /// Backends.
    pub backends: BTreeMap<Name, Backend>,
    /// Certificates.
    pub certificates: BTreeMap<Name, Certificate>,
    /// Nodes.
    pub nodes: BTreeMap<String, Node>,
    /// Live graphs of gateways, where somebody asked for them.
    pub topologies: BTreeMap<Name, Topology>,
}

impl Inventory {
    /// The kinds that are looked at.
    pub const KINDS: [Kind; 8] = [
        Kind::Account,
        Kind::IpPool,
        Kind::GatewayTemplate,
        Kind::Certificate,
        Kind::Backend,
        Kind::Gateway,
        Kind::Route,
        Kind::Node,
    ];

    /// Puts an object in the place of the one with its name; kinds that are not looked at are passed
    /// over.
    ///
    /// # Errors
    /// The object does not have its kind's fields.
    pub fn put(&mut self, raw: &RawObject) -> Result<(), serde_json::Error> {
        match raw.kind {
            Kind::Account => cluster(&mut self.accounts, raw),
            Kind::IpPool => cluster(&mut self.pools, raw),
            Kind::GatewayTemplate => cluster(&mut self.templates, raw),
            Kind::Node => cluster(&mut self.nodes, raw),
            Kind::Gateway => scoped(&mut self.gateways, raw),
            Kind::Route => scoped(&mut self.routes, raw),
            Kind::Backend => scoped(&mut self.backends, raw),
            Kind::Certificate => scoped(&mut self.certificates, raw),
            Kind::Event => Ok(()),
        }
    }

    /// An account's objects of a map, by name.
    pub(crate) fn of_account<'a, T>(
        all: &'a BTreeMap<Name, T>,
        account: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a T)> + 'a {
        all.range((account.to_owned(), String::new())..)
            .take_while(move |((of, _), _)| of == account)
            .map(|((_, name), object)| (name.as_str(), object))
    }
}

/// An object of an account by its name.
pub(crate) fn find<'a, T>(all: &'a BTreeMap<Name, T>, account: &str, name: &str) -> Option<&'a T> {
    all.get(&(account.to_owned(), name.to_owned()))
}

fn cluster<S: Spec>(
    all: &mut BTreeMap<String, Object<S>>,
    raw: &RawObject,
) -> Result<(), serde_json::Error> {
    all.insert(raw.metadata.name.clone(), Object::from_raw(raw)?);
    Ok(())
}

fn scoped<S: Spec>(
    all: &mut BTreeMap<Name, Object<S>>,
    raw: &RawObject,
) -> Result<(), serde_json::Error> {
    let account = raw.metadata.account.clone().unwrap_or_default();
    all.insert((account, raw.metadata.name.clone()), Object::from_raw(raw)?);
    Ok(())
}
