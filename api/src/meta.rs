//! The part of an object that is the same for every kind.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kind::{Kind, Scope};
use crate::ownership::ManagedFields;

/// Kubernetes' ObjectMeta, as far as EPIC uses it. `account` stands where Kubernetes has
/// `namespace`.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ObjectMeta {
    /// Unique among objects of the kind in the account: an RFC 1123 label of at most 63 characters.
    pub name: String,
    /// The account the object belongs to; absent on cluster-scoped kinds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Set by EPIC at creation; never reused, so that an object made anew under an old name is
    /// seen to be another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
    /// The store revision of the last change. On update: the revision the change was based on; a
    /// stale one is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource_version: Option<String>,
    /// Counts changes of `spec`, from 1.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub generation: u64,
    /// The store revision of the last change of `spec`. What agents acknowledge is compared to it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub spec_revision: u64,
    /// When the object was created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub creation_timestamp: Option<Timestamp>,
    /// For selecting.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// For people and tools.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub annotations: BTreeMap<String, String>,
    /// Who owns which field; set by EPIC once the object is applied server-side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub managed_fields: Vec<ManagedFields>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_zero(value: &u64) -> bool {
    *value == 0
}

/// What identifies an object: kind, account and name. Ordered so that listings are.
#[derive(
    Clone, Debug, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize, Deserialize,
)]
pub struct ObjectKey {
    /// The kind.
    pub kind: Kind,
    /// The account, for account-scoped kinds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The name.
    pub name: String,
}

impl ObjectKey {
    /// The key of a cluster-scoped object.
    pub fn cluster(kind: Kind, name: impl Into<String>) -> Self {
        debug_assert!(kind.scope() == Scope::Cluster);
        ObjectKey {
            kind,
            account: None,
            name: name.into(),
        }
    }

    /// The key of an object inside an account.
    pub fn in_account(kind: Kind, account: impl Into<String>, name: impl Into<String>) -> Self {
        debug_assert!(kind.scope() == Scope::Account);
        ObjectKey {
            kind,
            account: Some(account.into()),
            name: name.into(),
        }
    }

    /// The key of an object of another kind beside this one (same account).
    pub fn sibling(&self, kind: Kind, name: impl Into<String>) -> Self {
        let account = if kind.scope() == Scope::Account {
            self.account.clone()
        } else {
            None
        };
        ObjectKey {
            kind,
            account,
            name: name.into(),
        }
    }
}

impl fmt::Display for ObjectKey {
    /// `Gateway acme/web`, or `IPPool public`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.account {
            Some(account) => write!(f, "{} {account}/{}", self.kind, self.name),
            None => write!(f, "{} {}", self.kind, self.name),
        }
    }
}
