//! Backend: a named set of endpoints.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

use crate::condition::Condition;
use crate::duration::Duration;
use crate::gateway::CertificateRef;
use crate::kind::Kind;
use crate::object::{Object, Spec};

/// A named set of endpoints that routes send traffic to.
pub type Backend = Object<BackendSpec>;

/// Where the endpoints are and how to speak to them.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackendSpec {
    /// What is spoken to the endpoints; HTTP when absent. TCP routes ignore it.
    #[serde(default, skip_serializing_if = "BackendProtocol::is_default")]
    pub protocol: BackendProtocol,
    /// The endpoints, at most 10,000; no two with the same address and port. None at all answers
    /// 503.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub endpoints: Vec<Endpoint>,
    /// Probes that take endpoints that fail out of the load balancing; no probes when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub health_check: Option<HealthCheck>,
    /// TLS towards the endpoints; none when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls: Option<BackendTls>,
    /// How an endpoint is chosen; round robin when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load_balancing: Option<LoadBalancing>,
    /// Takes endpoints that fail real requests out for a while; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlier_detection: Option<OutlierDetection>,
    /// Bounds what is open at a time; no bounds when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub circuit_breaker: Option<CircuitBreaker>,
    /// Tells endpoints the client's address by the PROXY protocol, of this version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_protocol: Option<ProxyProtocolVersion>,
}

/// What is spoken to endpoints.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum BackendProtocol {
    /// HTTP/1.1.
    #[default]
    #[serde(rename = "HTTP")]
    Http,
    /// HTTP/2 by prior knowledge: without TLS, or over it where the backend has `tls`.
    #[serde(rename = "H2C")]
    H2c,
}

impl BackendProtocol {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes a reference"
    )]
    fn is_default(&self) -> bool {
        *self == BackendProtocol::default()
    }
}

/// An address and port that takes traffic.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Endpoint {
    /// The address.
    pub address: IpAddr,
    /// The port.
    #[schemars(range(min = 1))]
    pub port: u16,
    /// A name for people: the pod or process.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it may get traffic; true when absent.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub ready: bool,
}

fn yes() -> bool {
    true
}

/// Active health checks (Envoy `HealthCheck`). Exactly one of `http`, `tcp` and `grpc` is given.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HealthCheck {
    /// Asks a path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub http: Option<HttpHealthCheck>,
    /// Opens a connection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tcp: Option<TcpHealthCheck>,
    /// Asks `grpc.health.v1.Health`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grpc: Option<GrpcHealthCheck>,
    /// Between probes; 5s when absent, at least 100ms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Duration>,
    /// For one probe; 2s when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout: Option<Duration>,
    /// Failures in a row that take an endpoint out; 3 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 100))]
    pub unhealthy_threshold: Option<u32>,
    /// Successes in a row that bring it back; 1 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 100))]
    pub healthy_threshold: Option<u32>,
}

/// A probe by HTTP GET.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HttpHealthCheck {
    /// The path.
    pub path: String,
    /// The Host header; the backend's name when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hostname: Option<String>,
    /// Statuses that are healthy; 200 when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expected_statuses: Vec<u16>,
}

/// A probe by opening a connection.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TcpHealthCheck {}

/// A probe by the gRPC health checking protocol.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GrpcHealthCheck {
    /// The service that is asked about; the whole server when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
}

/// TLS towards endpoints (Gateway API `BackendTLSPolicy`). Exactly one of `caCertificateRefs` and
/// `wellKnownCaCertificates` is given: an endpoint is always verified.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackendTls {
    /// The SNI that is sent, and the name the endpoint's certificate must have unless
    /// `subjectAltNames` are given.
    pub hostname: String,
    /// Certificates of the account that hold the authorities endpoints are verified by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ca_certificate_refs: Vec<CertificateRef>,
    /// Or a set of authorities everybody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub well_known_ca_certificates: Option<WellKnownCaCertificates>,
    /// Names of which the endpoint's certificate must have one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subject_alt_names: Vec<SubjectAltName>,
    /// What the gateway shows when an endpoint asks for a client certificate; the gateway's
    /// `backendTls` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_certificate_ref: Option<CertificateRef>,
}

/// Gateway API `WellKnownCACertificatesType`.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum WellKnownCaCertificates {
    /// Those of the gateway node's operating system.
    System,
}

/// Gateway API `SubjectAltName`; exactly one is given.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SubjectAltName {
    /// A DNS name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hostname: Option<String>,
    /// A URI (a SPIFFE id).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
}

/// How an endpoint is chosen (Envoy `load_balancing_policies`).
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LoadBalancing {
    /// By which policy.
    #[serde(default)]
    pub policy: LoadBalancingPolicy,
    /// What RingHash and Maglev choose by, the first that is there; the client's address when
    /// empty. At most 8.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hash_on: Vec<HashOn>,
    /// A new endpoint's share grows to its full size over this long. RoundRobin and LeastRequest
    /// only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slow_start: Option<Duration>,
}

/// Envoy's policies.
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum LoadBalancingPolicy {
    /// In turn.
    #[default]
    RoundRobin,
    /// The one of two picked at random with fewer open requests.
    LeastRequest,
    /// Any.
    Random,
    /// Ketama: a client stays where it is when others come and go.
    RingHash,
    /// Maglev: like RingHash, more even, moves a little more.
    Maglev,
}

/// What a hash is made of; exactly one is given.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HashOn {
    /// The client's address; `true`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub source_address: bool,
    /// A request header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// A cookie, set by the gateway when `ttl` is given and the client has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cookie: Option<HashCookie>,
    /// A query parameter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query_parameter: Option<String>,
}

/// A cookie a hash is made of.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HashCookie {
    /// Its name.
    pub name: String,
    /// The gateway sets it for this long; `0s` until the browser is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ttl: Option<Duration>,
}

/// Passive health checks (Envoy `OutlierDetection`).
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OutlierDetection {
    /// Answers of 5xx in a row that take an endpoint out; 5 when absent, never when 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(rename = "consecutive5xx")]
    pub consecutive_5xx: Option<u32>,
    /// Answers of 502, 503 and 504 in a row that do; never when absent or 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consecutive_gateway_errors: Option<u32>,
    /// Failed connections, timeouts and resets in a row that do; 5 when absent, never when 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consecutive_local_origin_failures: Option<u32>,
    /// Between looks; 10s when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Duration>,
    /// Out for this long the first time, and so much longer each time; 30s when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_ejection_time: Option<Duration>,
    /// The most endpoints out at a time, in percent; 50 when absent. One may always be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 100))]
    pub max_ejection_percent: Option<u32>,
}

/// Bounds of one instance towards the backend (Envoy `CircuitBreakers`); what is over them gets 503
/// at once. No bound where absent.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CircuitBreaker {
    /// Open connections.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_connections: Option<u32>,
    /// Requests that wait for a connection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_pending_requests: Option<u32>,
    /// Requests under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_requests: Option<u32>,
    /// Retries under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_retries: Option<u32>,
}

/// Versions of the PROXY protocol.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum ProxyProtocolVersion {
    /// The line of text.
    V1,
    /// The binary header.
    V2,
}

/// What is of a backend.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BackendStatus {
    /// `Ready`: at least one endpoint is healthy wherever the backend is used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// Endpoints.
    #[serde(default)]
    pub endpoints: u32,
    /// Endpoints that are healthy on every instance that uses them.
    #[serde(default)]
    pub healthy: u32,
}

impl BackendSpec {
    /// The names of the certificates it names, with repeats: those that endpoints are verified by,
    /// and the one that is shown to them.
    pub fn certificate_names(&self) -> impl Iterator<Item = &str> {
        let refs = self.tls.iter().flat_map(|tls| {
            tls.ca_certificate_refs
                .iter()
                .chain(&tls.client_certificate_ref)
        });
        refs.map(|one| one.name.as_str())
    }
}

impl Spec for BackendSpec {
    const KIND: Kind = Kind::Backend;
    type Status = BackendStatus;
}
