//! Gateway: a public entry point. Listeners are as in the Gateway API.

use std::net::IpAddr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::kind::Kind;
use crate::meta::ObjectKey;
use crate::object::{Object, Spec};

/// A public entry point: addresses from a template's pools, an Envoy of its own on every node it is
/// placed on, and listeners.
pub type Gateway = Object<GatewaySpec>;

/// What a gateway listens to.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GatewaySpec {
    /// The GatewayTemplate. Can't be changed later.
    pub template: String,
    /// At least one, at most 64; no two with the same port and hostname.
    pub listeners: Vec<Listener>,
    /// Addresses asked for by name instead of the next free one; each must be in one of the
    /// template's pools, at most one per pool.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<IpAddr>,
    /// What the gateway shows to backends that ask for a client certificate (Gateway API
    /// `GatewayBackendTLS`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backend_tls: Option<GatewayBackendTls>,
}

/// A gateway's own identity towards backends.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GatewayBackendTls {
    /// A Certificate of the account, with its key.
    pub client_certificate_ref: CertificateRef,
}

/// A port that is listened on (Gateway API `Listener`).
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Listener {
    /// Unique in the gateway: an RFC 1123 label.
    pub name: String,
    /// What is spoken.
    pub protocol: Protocol,
    /// The port.
    #[schemars(range(min = 1))]
    pub port: u16,
    /// Only requests for this host: exact (`www.example.com`) or wildcard (`*.example.com`). Not for
    /// TCP and UDP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hostname: Option<String>,
    /// For HTTPS and TLS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls: Option<ListenerTls>,
}

/// What a listener speaks (Gateway API `ProtocolType`).
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum Protocol {
    /// HTTP/1.1 and HTTP/2 without TLS.
    #[serde(rename = "HTTP")]
    Http,
    /// HTTP over TLS, ended here.
    #[serde(rename = "HTTPS")]
    Https,
    /// Connections told apart by SNI: passed through as they are, or TLS ended here.
    #[serde(rename = "TLS")]
    Tls,
    /// Bytes.
    #[serde(rename = "TCP")]
    Tcp,
    /// Datagrams.
    #[serde(rename = "UDP")]
    Udp,
}

impl Protocol {
    /// Every protocol.
    pub const ALL: [Protocol; 5] = [
        Protocol::Http,
        Protocol::Https,
        Protocol::Tls,
        Protocol::Tcp,
        Protocol::Udp,
    ];

    /// The name in YAML.
    pub const fn name(self) -> &'static str {
        match self {
            Protocol::Http => "HTTP",
            Protocol::Https => "HTTPS",
            Protocol::Tls => "TLS",
            Protocol::Tcp => "TCP",
            Protocol::Udp => "UDP",
        }
    }
}

impl std::fmt::Display for Protocol {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// TLS at the listener (Gateway API `ListenerTLSConfig`).
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListenerTls {
    /// Where TLS ends; here when absent. HTTPS listeners know nothing else.
    #[serde(default, skip_serializing_if = "TlsMode::is_default")]
    pub mode: TlsMode,
    /// Certificates of the account, at least one unless TLS is passed through. Among several, Envoy
    /// takes the one whose names fit the client's SNI, else the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certificate_refs: Vec<CertificateRef>,
    /// Asks clients for a certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_validation: Option<ClientValidation>,
}

/// Where TLS ends (Gateway API `TLSModeType`).
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum TlsMode {
    /// Here.
    #[default]
    Terminate,
    /// At the backend.
    Passthrough,
}

impl TlsMode {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes a reference"
    )]
    fn is_default(&self) -> bool {
        *self == TlsMode::default()
    }
}

/// How clients prove who they are (Gateway API `FrontendTLSValidation`, GEP-91).
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClientValidation {
    /// Certificates of the account that hold the authorities; at least one.
    pub ca_certificate_refs: Vec<CertificateRef>,
    /// Who gets in; only clients with a valid certificate when absent.
    #[serde(default)]
    pub mode: ClientValidationMode,
}

/// Gateway API `FrontendValidationModeType`.
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum ClientValidationMode {
    /// A client without a valid certificate is turned away in the handshake.
    #[default]
    AllowValidOnly,
    /// Every client gets in, with or without a valid certificate.
    AllowInsecureFallback,
}

/// A Certificate in the same account.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CertificateRef {
    /// Its name.
    pub name: String,
}

/// What is of a gateway. `Programmed` is true when every placed instance has acknowledged
/// `revision` and its address is routed.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GatewayStatus {
    /// The addresses it has. They stay until the gateway is deleted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<GatewayAddress>,
    /// `Accepted` and `Programmed`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// The store revision of the newest change that concerns it.
    #[serde(default)]
    pub revision: u64,
    /// Its listeners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listeners: Vec<ListenerStatus>,
    /// Where it runs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instances: Vec<InstanceStatus>,
}

/// An address and where it came from.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GatewayAddress {
    /// The address.
    pub value: IpAddr,
    /// The IPPool.
    pub pool: String,
}

/// What is of one listener.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListenerStatus {
    /// Its name.
    pub name: String,
    /// Routes that are bound to it.
    pub attached_routes: u32,
    /// `Accepted`, `ResolvedRefs` (its certificates exist) and `Programmed`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
}

/// What is of one instance: an Envoy process on a node.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InstanceStatus {
    /// The node it is placed on.
    pub node: String,
    /// What it is doing.
    pub state: InstanceState,
    /// The newest revision Envoy has acknowledged as a whole.
    pub acknowledged_revision: u64,
    /// The revision Envoy refused, with its own words; the last good one keeps serving.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected: Option<Rejection>,
    /// Why it is not serving.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
}

/// What an instance is doing.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum InstanceState {
    /// Placed, but its agent has not reported it.
    #[default]
    Pending,
    /// Its Envoy starts.
    Starting,
    /// Its Envoy serves and its address is routed.
    Serving,
    /// Its Envoy ended and will be started again.
    Restarting,
    /// It lets open requests finish and stops.
    Draining,
    /// Its agent has not been heard of; the instance may well be serving.
    Unknown,
}

/// A revision that Envoy refused.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rejection {
    /// The store revision it was rendered from.
    pub revision: u64,
    /// Envoy's words.
    pub message: String,
    /// The objects it is their fault. Each is served as it was before, or not at all if it was never
    /// served; everything else of the revision is served. Empty: the whole revision is not served.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objects: Vec<Tainted>,
}

/// An object that Envoy refuses as it is now.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tainted {
    /// Which.
    pub object: ObjectKey,
    /// Its `metadata.specRevision` that is refused; a newer one is tried.
    pub spec_revision: u64,
    /// Envoy's words.
    pub message: String,
}

impl GatewaySpec {
    /// The names of the certificates it names, with repeats: its listeners', those that clients are
    /// verified by, and its own towards backends.
    pub fn certificate_names(&self) -> impl Iterator<Item = &str> {
        let of_listeners = self.listeners.iter().flat_map(Listener::certificate_names);
        let own = self
            .backend_tls
            .iter()
            .map(|tls| &tls.client_certificate_ref);
        of_listeners.chain(own.map(|own| own.name.as_str()))
    }
}

impl Listener {
    /// The names of the certificates it shows and of those that clients are verified by.
    pub fn certificate_names(&self) -> impl Iterator<Item = &str> {
        let shown = self.tls.iter().flat_map(|tls| &tls.certificate_refs);
        let authorities = self.client_authorities();
        shown.chain(authorities).map(|one| one.name.as_str())
    }

    /// The certificates that clients are verified by.
    pub fn client_authorities(&self) -> impl Iterator<Item = &CertificateRef> {
        let validation = self
            .tls
            .iter()
            .filter_map(|tls| tls.client_validation.as_ref());
        validation.flat_map(|validation| &validation.ca_certificate_refs)
    }
}

impl Spec for GatewaySpec {
    const KIND: Kind = Kind::Gateway;
    type Status = GatewayStatus;
}
