//! Account: a tenant.

use schemars::JsonSchema;
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
    /// The most gateways the account may have; no limit when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_gateways: Option<u32>,
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
