//! The file that says where a gateway cluster is and how to be known to it.

use serde::{Deserialize, Serialize};

use crate::client::Credentials;

/// What `epicd init` and `epicctl node join` write and `epicctl context import` and
/// `epic-agent --context` read, as TOML. It holds a token: mode 0600.
#[derive(Clone, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ContextFile {
    /// What to call the cluster.
    pub name: String,
    /// `https://host:port`.
    pub server: String,
    /// The account to use where none is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The node whose agent the token is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<String>,
    /// The bearer token.
    pub token: String,
    /// The CA that the server's certificate comes from, PEM.
    pub ca: String,
}

impl ContextFile {
    /// What a client needs.
    pub fn credentials(&self) -> Credentials {
        Credentials {
            server: self.server.clone(),
            ca_pem: self.ca.clone(),
            token: self.token.clone(),
        }
    }
}
