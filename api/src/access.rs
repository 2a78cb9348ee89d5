//! Who may do what: users, tokens, roles, and the questions about them (`/auth/v1`).
//!
//! ```text
//! GET|POST        /auth/v1/users            GET|PUT|DELETE  /auth/v1/users/{name}
//! GET|POST        /auth/v1/tokens           DELETE          /auth/v1/tokens/{id}
//! GET             /auth/v1/whoami           POST            /auth/v1/can-i
//! POST            /auth/v1/nodes/{node}/revoke
//! ```

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kind::Kind;

/// What somebody may do.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Everything, users and tokens included.
    Admin,
    /// Every kind in every account, nodes, pools and templates; no users, and of tokens only those
    /// that nodes join with.
    Operator,
    /// Everything inside some accounts.
    Owner,
    /// Reads in some accounts, or everywhere.
    Viewer,
    /// A program that writes objects into some accounts.
    Controller,
    /// The agent of one node. Not bound to users: it comes with a node's certificate or token.
    Agent,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 6] = [
        Role::Admin,
        Role::Operator,
        Role::Owner,
        Role::Viewer,
        Role::Controller,
        Role::Agent,
    ];

    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Role::Admin => "admin",
            Role::Operator => "operator",
            Role::Owner => "owner",
            Role::Viewer => "viewer",
            Role::Controller => "controller",
            Role::Agent => "agent",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Role::ALL
            .into_iter()
            .find(|role| role.name() == text)
            .ok_or_else(|| {
                let names = Role::ALL.map(Role::name).join(", ");
                format!("there is no role `{text}`; the roles are {names}")
            })
    }
}

/// A role somebody has, and where.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Binding {
    /// The role.
    pub role: Role,
    /// The account it counts in: needed for owner and controller; a viewer without one reads
    /// everywhere; admin and operator have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
}

impl Binding {
    /// A role that counts everywhere.
    pub const fn everywhere(role: Role) -> Self {
        Binding {
            role,
            account: None,
        }
    }

    /// A role in an account.
    pub fn within(role: Role, account: impl Into<String>) -> Self {
        Binding {
            role,
            account: Some(account.into()),
        }
    }
}

impl fmt::Display for Binding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.account {
            Some(account) => write!(f, "{}:{account}", self.role),
            None => write!(f, "{}", self.role),
        }
    }
}

impl FromStr for Binding {
    type Err = String;

    /// `admin`, `owner:acme`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (role, account) = match text.split_once(':') {
            Some((role, account)) => (role, Some(account.to_owned())),
            None => (text, None),
        };
        Ok(Binding {
            role: role.parse()?,
            account,
        })
    }
}

/// Somebody who may sign in. What is sent to make or change one; the answer adds `created`.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct User {
    /// The name; a DNS label. Not needed where the path says it.
    #[serde(default)]
    pub name: String,
    /// What the user may do.
    #[serde(default)]
    pub bindings: Vec<Binding>,
    /// Whether every token of the user is refused.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
    /// When it was made; set by epicd.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub created: Option<Timestamp>,
}

/// What a token is for.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TokenPurpose {
    /// A user signs in with it.
    User,
    /// A program that writes objects for others signs in with it.
    Controller,
    /// The agent of a node signs in with it, for as long as it lives.
    Agent,
    /// An agent gets its certificate for it, once.
    Join,
}

impl TokenPurpose {
    /// Every purpose.
    pub const ALL: [TokenPurpose; 4] = [
        TokenPurpose::User,
        TokenPurpose::Controller,
        TokenPurpose::Agent,
        TokenPurpose::Join,
    ];

    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            TokenPurpose::User => "user",
            TokenPurpose::Controller => "controller",
            TokenPurpose::Agent => "agent",
            TokenPurpose::Join => "join",
        }
    }
}

/// What to make.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TokenRequest {
    /// What it is for.
    pub purpose: TokenPurpose,
    /// The user, the controller or the node it is for. A user's token without it is for whoever asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The accounts a controller writes in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<String>,
    /// How long it is good for. Without it: one hour to join, else until it is deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in_seconds: Option<u64>,
    /// A few words for people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
}

impl TokenRequest {
    /// A token for somebody or something.
    pub fn new(purpose: TokenPurpose, subject: impl Into<String>) -> Self {
        TokenRequest {
            purpose,
            subject: Some(subject.into()),
            accounts: Vec::new(),
            expires_in_seconds: None,
            description: String::new(),
        }
    }
}

/// A token without its secret.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TokenInfo {
    /// What to delete it by.
    pub id: String,
    /// What it is for.
    pub purpose: TokenPurpose,
    /// Whom or what it is for.
    pub subject: String,
    /// The accounts a controller writes in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<String>,
    /// A few words for people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// When it was made.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub created: Timestamp,
    /// When it ends; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub expires: Option<Timestamp>,
    /// When it was last used, to some minutes; never, or not since epicd's last start, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub last_used: Option<Timestamp>,
}

/// A token that was just made.
#[derive(Clone, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewToken {
    /// What to delete it by.
    pub id: String,
    /// What to send; never shown again.
    pub token: String,
    /// When it ends; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub expires: Option<Timestamp>,
}

/// Something one may do.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verb {
    /// Read one.
    Get,
    /// Read many.
    List,
    /// Be told of changes.
    Watch,
    /// Make one.
    Create,
    /// Make it what is sent.
    Apply,
    /// Change parts.
    Patch,
    /// Remove it.
    Delete,
}

impl Verb {
    /// Every verb.
    pub const ALL: [Verb; 7] = [
        Verb::Get,
        Verb::List,
        Verb::Watch,
        Verb::Create,
        Verb::Apply,
        Verb::Patch,
        Verb::Delete,
    ];

    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Verb::Get => "get",
            Verb::List => "list",
            Verb::Watch => "watch",
            Verb::Create => "create",
            Verb::Apply => "apply",
            Verb::Patch => "patch",
            Verb::Delete => "delete",
        }
    }

    /// Whether nothing changes by it.
    pub const fn reads(self) -> bool {
        matches!(self, Verb::Get | Verb::List | Verb::Watch)
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Verb {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // `update` is what Kubernetes calls it.
        let wanted = if text == "update" { "apply" } else { text };
        Verb::ALL
            .into_iter()
            .find(|verb| verb.name() == wanted)
            .ok_or_else(|| {
                let names = Verb::ALL.map(Verb::name).join(", ");
                format!("there is no verb `{text}`; the verbs are {names}")
            })
    }
}

/// What the API has besides objects.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Facility {
    /// Users.
    Users,
    /// Tokens of anybody.
    Tokens,
    /// Tokens that nodes join with, and revoking what they got for them.
    Joins,
    /// Who did what.
    Audit,
    /// Former specs, and going back to them.
    History,
    /// Everything there is, in one file.
    Backup,
    /// Figures for Prometheus.
    Metrics,
    /// The API's description.
    OpenApi,
}

impl Facility {
    /// Every one.
    pub const ALL: [Facility; 8] = [
        Facility::Users,
        Facility::Tokens,
        Facility::Joins,
        Facility::Audit,
        Facility::History,
        Facility::Backup,
        Facility::Metrics,
        Facility::OpenApi,
    ];

    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Facility::Users => "users",
            Facility::Tokens => "tokens",
            Facility::Joins => "joins",
            Facility::Audit => "audit",
            Facility::History => "history",
            Facility::Backup => "backup",
            Facility::Metrics => "metrics",
            Facility::OpenApi => "openapi",
        }
    }
}

/// What a question is about: a kind, or what the API has besides.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Resource {
    /// Objects of a kind.
    Kind(Kind),
    /// Something else.
    Facility(Facility),
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Resource::Kind(kind) => f.pad(kind.plural()),
            Resource::Facility(facility) => f.pad(facility.name()),
        }
    }
}

impl FromStr for Resource {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wanted = text.to_ascii_lowercase();
        let facility = Facility::ALL
            .into_iter()
            .find(|facility| facility.name() == wanted || facility.name() == format!("{wanted}s"));
        match facility {
            Some(facility) => Ok(Resource::Facility(facility)),
            None => {
                wanted
                    .parse()
                    .map(Resource::Kind)
                    .map_err(|error: crate::kind::UnknownKind| {
                        let others = Facility::ALL.map(Facility::name).join(", ");
                        format!("{error}; besides there are {others}")
                    })
            }
        }
    }
}

/// Who is asking.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WhoAmI {
    /// The name as audit and history have it: `alice`, `node:edge-1`, `controller:kubernetes`.
    pub name: String,
    /// What it may do.
    pub bindings: Vec<Binding>,
    /// The token that was used; absent with a certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// When the token or certificate ends; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub expires: Option<Timestamp>,
}

/// May I?
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Question {
    /// Do what.
    pub verb: Verb,
    /// To what.
    pub resource: Resource,
    /// In which account; none for kinds outside accounts, and for lists of every account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Which one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Yes or no.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// Whether the asker may.
    pub allowed: bool,
    /// Why not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_binding_is_read_as_it_is_written() {
        for text in ["admin", "viewer", "owner:acme", "controller:default"] {
            assert_eq!(text.parse::<Binding>().unwrap().to_string(), text);
        }
        let error = "god".parse::<Binding>().unwrap_err();
        assert!(
            error.contains("`god`") && error.contains("operator"),
            "{error}"
        );
    }

    #[test]
    fn a_resource_is_a_kind_or_a_facility() {
        assert_eq!("gw".parse(), Ok(Resource::Kind(Kind::Gateway)));
        assert_eq!("token".parse(), Ok(Resource::Facility(Facility::Tokens)));
        let text = serde_json::to_string(&Resource::Facility(Facility::Audit)).unwrap();
        assert_eq!(text, "\"audit\"");
        let kind: Resource = serde_json::from_str("\"IPPool\"").unwrap();
        assert_eq!(kind, Resource::Kind(Kind::IpPool));
    }
}
