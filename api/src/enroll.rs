//! How an agent gets and keeps the certificate it is known by.
//!
//! ```text
//!   epicctl node join edge-1 ──► join token, good once
//!   POST /auth/v1/enroll   Authorization: Bearer JOIN-TOKEN   EnrollRequest ──► Enrollment
//!   POST /auth/v1/renew    over TLS with the certificate      RenewRequest  ──► Enrollment
//! ```
//!
//! The agent makes its key itself and sends a certificate signing request; what the request says
//! about names is ignored: the certificate is for the node that the join token, or the certificate
//! that asks for its successor, is for. From then on the agent presents the certificate when it
//! connects (TLS client authentication) and sends no token.
//!
//! A join token whose answer got lost may be sent again with the same key and agent id. A node has one
//! agent: when another one enrols for it, the certificates of the first are refused, and while the
//! first still reports the other is refused (409). A node that is deleted, or revoked
//! (`epicctl node revoke`), takes all its certificates with it: 401 on every call, and open intent
//! streams end. The agent then needs a new join token.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where an agent with a join token gets its first certificate.
pub const ENROLL_PATH: &str = "/auth/v1/enroll";
/// Where an agent with a certificate gets the next one.
pub const RENEW_PATH: &str = "/auth/v1/renew";

/// Asks for the first certificate.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EnrollRequest {
    /// The certificate signing request (PKCS #10), PEM. ECDSA P-256 or P-384, Ed25519, or RSA.
    pub csr: String,
    /// What tells this installation of an agent from any other: letters, digits and `-`, at most 64.
    /// The agent makes it once and keeps it in its state folder.
    pub agent_id: String,
}

/// Asks for the next certificate; the key may be a new one.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RenewRequest {
    /// The certificate signing request, PEM.
    pub csr: String,
}

/// A certificate for the agent of a node.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Enrollment {
    /// The node it is for.
    pub node: String,
    /// The certificate, PEM.
    pub certificate: String,
    /// The CA that epicd's own certificate comes from, PEM.
    pub ca: String,
    /// When the certificate begins to count.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub not_before: Timestamp,
    /// When it ends. Renew when two thirds of the time from `notBefore` are over.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub not_after: Timestamp,
}
