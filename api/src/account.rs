//! Account: a tenant.

use ipnet::IpNet;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::kind::Kind;
use crate::object::{Object, Spec};

/// A tenant. Gateways, routes, backends and certificates live inside one and can name only what is
/// in the same one.
pub type Account = Object<AccountSpec>;

/// What an account may have.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccountSpec {
    /// A name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The most the account may have.
    #[serde(default, skip_serializing_if = "Quotas::is_default")]
    pub quotas: Quotas,
    /// The templates its gateways may name; every one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed_templates: Option<Vec<String>>,
    /// The pools its gateways may get addresses from; those of the allowed templates when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed_pools: Option<Vec<String>>,
    /// Networks of the gateway cluster itself (CIDRs) that its endpoints may lie in all the same.
    /// Without it an endpoint may not be on loopback or link-local addresses, on nodes, in pools or
    /// in networks epicd was told are its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(schema_with = "cidrs")]
    pub allowed_networks: Vec<IpNet>,
}

fn cidrs(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": { "type": "string", "format": "cidr" } })
}

/// How many objects; no limit where absent.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Quotas {
    /// Gateways.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gateways: Option<u32>,
    /// Routes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub routes: Option<u32>,
    /// Backends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backends: Option<u32>,
    /// Endpoints of all backends together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoints: Option<u32>,
    /// Certificates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificates: Option<u32>,
}

impl Quotas {
    fn is_default(&self) -> bool {
        *self == Quotas::default()
    }
}

/// What an account has.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AccountStatus {
    /// `Ready`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// Gateways the account has.
    #[serde(default)]
    pub gateways: u32,
}

impl Spec for AccountSpec {
    const KIND: Kind = Kind::Account;
    type Status = AccountStatus;
}
