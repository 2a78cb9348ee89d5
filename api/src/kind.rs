//! The kinds of resource, their names and where they live.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The API group of every EPIC resource.
pub const GROUP: &str = "epic-gateway.org";
/// The served version of the API group.
pub const VERSION: &str = "v1alpha1";
/// The value of `apiVersion` in every object.
pub const API_VERSION: &str = "epic-gateway.org/v1alpha1";

/// A kind of resource.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum Kind {
    /// A tenant.
    Account,
    /// Addresses that gateways may get.
    #[serde(rename = "IPPool")]
    IpPool,
    /// What gateways made from it have in common.
    GatewayTemplate,
    /// A public entry point with its listeners.
    Gateway,
    /// Rules that lead requests of a gateway to backends.
    Route,
    /// A named set of endpoints.
    Backend,
    /// TLS material.
    Certificate,
    /// An enrolled agent.
    Node,
    /// Something that happened.
    Event,
}

/// Whether objects of a kind belong to an account.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scope {
    /// One for the whole gateway cluster.
    Cluster,
    /// Inside an account.
    Account,
}

impl Kind {
    /// Every kind, in the order in which a file that holds all of them can be applied.
    pub const ALL: [Kind; 9] = [
        Kind::Account,
        Kind::IpPool,
        Kind::GatewayTemplate,
        Kind::Certificate,
        Kind::Backend,
        Kind::Gateway,
        Kind::Route,
        Kind::Node,
        Kind::Event,
    ];

    /// The name in `kind:`.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Account => "Account",
            Kind::IpPool => "IPPool",
            Kind::GatewayTemplate => "GatewayTemplate",
            Kind::Gateway => "Gateway",
            Kind::Route => "Route",
            Kind::Backend => "Backend",
            Kind::Certificate => "Certificate",
            Kind::Node => "Node",
            Kind::Event => "Event",
        }
    }

    /// The name in URLs.
    pub const fn plural(self) -> &'static str {
        match self {
            Kind::Account => "accounts",
            Kind::IpPool => "ippools",
            Kind::GatewayTemplate => "gatewaytemplates",
            Kind::Gateway => "gateways",
            Kind::Route => "routes",
            Kind::Backend => "backends",
            Kind::Certificate => "certificates",
            Kind::Node => "nodes",
            Kind::Event => "events",
        }
    }

    /// Other names people may type, the original EPIC's among them.
    pub const fn aliases(self) -> &'static [&'static str] {
        match self {
            Kind::Account => &["acct"],
            Kind::IpPool => &["pool", "prefix", "serviceprefix"],
            Kind::GatewayTemplate => &["template", "servicegroup", "sg", "lbservicegroup"],
            Kind::Gateway => &["gw", "gwproxy"],
            Kind::Route => &["rt", "gwroute"],
            Kind::Backend => &["be", "gwendpointslice"],
            Kind::Certificate => &["cert"],
            Kind::Node => &["no"],
            Kind::Event => &["ev"],
        }
    }

    /// Whether objects of this kind belong to an account.
    pub const fn scope(self) -> Scope {
        match self {
            Kind::Account | Kind::IpPool | Kind::GatewayTemplate | Kind::Node => Scope::Cluster,
            Kind::Gateway | Kind::Route | Kind::Backend | Kind::Certificate | Kind::Event => {
                Scope::Account
            }
        }
    }

    /// The kind a URL's plural names; exact.
    pub fn from_plural(plural: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.plural() == plural)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// No kind has this name.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("there is no kind `{0}`; the kinds are {kinds}", kinds = Kind::ALL.map(Kind::name).join(", "))]
pub struct UnknownKind(pub String);

impl FromStr for Kind {
    type Err = UnknownKind;

    /// Takes a kind's name, plural or alias, in any case, with or without a plural `s`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wanted = text.to_ascii_lowercase();
        let singular = wanted.strip_suffix('s').unwrap_or(&wanted);
        Kind::ALL
            .into_iter()
            .find(|kind| {
                kind.plural() == wanted
                    || kind.name().eq_ignore_ascii_case(&wanted)
                    || kind
                        .aliases()
                        .iter()
                        .any(|alias| *alias == wanted || *alias == singular)
            })
            .ok_or_else(|| UnknownKind(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_found_by_name_plural_alias_and_the_names_of_the_original() {
        for (text, kind) in [
            ("Gateway", Kind::Gateway),
            ("gateways", Kind::Gateway),
            ("gw", Kind::Gateway),
            ("servicegroups", Kind::GatewayTemplate),
            ("templates", Kind::GatewayTemplate),
            ("IPPool", Kind::IpPool),
            ("serviceprefix", Kind::IpPool),
        ] {
            assert_eq!(text.parse::<Kind>(), Ok(kind), "{text}");
        }
    }

    #[test]
    fn an_unknown_kind_names_the_known_ones() {
        let error = "frobnicator".parse::<Kind>().unwrap_err().to_string();
        assert!(
            error.contains("`frobnicator`") && error.contains("GatewayTemplate"),
            "{error}"
        );
    }

    #[test]
    fn no_two_kinds_answer_to_one_name() {
        let mut names: Vec<&str> = Kind::ALL
            .iter()
            .flat_map(|kind| kind.aliases().iter().copied().chain([kind.plural()]))
            .collect();
        names.sort_unstable();
        let total = names.len();
        names.dedup();
        assert_eq!(names.len(), total);
    }
}
