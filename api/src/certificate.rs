//! Certificate: TLS material.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

use crate::condition::Condition;
use crate::kind::Kind;
use crate::object::{Object, Spec};

/// TLS material of an account.
pub type Certificate = Object<CertificateSpec>;

/// What the API shows where a private key is. Sent back in an update it means: the key that is
/// stored.
pub const REDACTED: &str = "<redacted>";

/// A certificate with its key, or, without a key, certificates of authorities.
#[derive(Clone, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CertificateSpec {
    /// PEM: the leaf first, then the intermediates; or a bundle of authorities.
    pub certificate: String,
    /// PEM: the leaf's private key (PKCS#8, PKCS#1 or SEC1). Never shown again. Absent for
    /// authorities.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private_key: Option<String>,
}

impl fmt::Debug for CertificateSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CertificateSpec")
            .field("certificate", &self.certificate)
            .field("private_key", &REDACTED)
            .finish()
    }
}

/// What the leaf says.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificateStatus {
    /// `Ready`: the leaf is valid now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// DNS names of the leaf.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dns_names: Vec<String>,
    /// The leaf's first moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub not_before: Option<Timestamp>,
    /// The leaf's last moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub not_after: Option<Timestamp>,
    /// SHA-256 of the leaf, hexadecimal.
    #[serde(default)]
    pub fingerprint: String,
}

impl Spec for CertificateSpec {
    const KIND: Kind = Kind::Certificate;
    type Status = CertificateStatus;
}
