//! Route: rules that lead a gateway's traffic to backends, in the Gateway API's own shape
//! (`HTTPRouteRule`, `GRPCRouteRule`, `TLSRouteRule`, `TCPRouteRule`, `UDPRouteRule`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::duration::Duration;
use crate::kind::Kind;
use crate::object::{Object, Spec};

/// Rules that lead a gateway's traffic to backends.
pub type Route = Object<RouteSpec>;

/// Whose traffic goes where. Exactly one of `http`, `grpc`, `tls`, `tcp` and `udp` is given.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RouteSpec {
    /// The gateways, or single listeners of them, that the route is bound to; at least one.
    pub parent_refs: Vec<ParentRef>,
    /// Only requests for these hosts, exact or wildcard; every host of the listener when empty.
    /// Not for TCP and UDP; at least one for TLS.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hostnames: Vec<String>,
    /// Rules for HTTP and HTTPS listeners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub http: Option<HttpRules>,
    /// Rules for gRPC calls on HTTP and HTTPS listeners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grpc: Option<GrpcRules>,
    /// Rules for TLS listeners; connections are told apart by SNI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls: Option<L4Rules>,
    /// Rules for TCP listeners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tcp: Option<L4Rules>,
    /// Rules for UDP listeners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub udp: Option<L4Rules>,
}

/// A gateway of the same account (Gateway API `ParentReference`).
#[derive(
    Clone, Debug, Default, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParentRef {
    /// The gateway's name.
    pub name: String,
    /// Only the listener of this name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section_name: Option<String>,
    /// Only listeners on this port.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub port: Option<u16>,
}

/// HTTP rules, at most 64.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HttpRules {
    /// The rules. Which one a request takes is decided by the Gateway API's precedence (exact path,
    /// longest prefix, method, most headers, most query parameters, oldest route), not by order.
    pub rules: Vec<HttpRule>,
}

/// Gateway API `HTTPRouteRule`.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HttpRule {
    /// A name for people and statistics; unique in the route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The request fits if one of these does; every request when empty. At most 64.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matches: Vec<HttpMatch>,
    /// What is done to request and response, at most 16.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<HttpFilter>,
    /// Where requests go, by weight; 500 when empty and no filter redirects. At most 16.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub backend_refs: Vec<HttpBackendRef>,
    /// Time limits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeouts: Option<HttpTimeouts>,
    /// When a failed try is repeated. When absent, only what never reached a backend: a connection
    /// that could not be made or that the backend closed before it took the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry: Option<HttpRetry>,
    /// Keeps a client's requests at one endpoint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_persistence: Option<SessionPersistence>,
}

/// Gateway API `HTTPRouteMatch`: all of it must fit.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HttpMatch {
    /// The path; prefix `/` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<PathMatch>,
    /// Headers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<ValueMatch>,
    /// Query parameters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub query_params: Vec<ValueMatch>,
    /// The method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<HttpMethod>,
}

/// Gateway API `HTTPPathMatch`.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PathMatch {
    /// How; PathPrefix when absent.
    #[serde(default, rename = "type")]
    pub kind: PathMatchType,
    /// What; starts with `/` unless it is a regular expression.
    #[serde(default = "root")]
    pub value: String,
}

impl Default for PathMatch {
    fn default() -> Self {
        PathMatch {
            kind: PathMatchType::PathPrefix,
            value: root(),
        }
    }
}

fn root() -> String {
    "/".to_owned()
}

/// How a path is compared.
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum PathMatchType {
    /// The whole path.
    Exact,
    /// Whole path elements from the start: `/foo` fits `/foo` and `/foo/bar`, not `/foobar`.
    #[default]
    PathPrefix,
    /// An RE2 expression that fits the whole path.
    RegularExpression,
}

/// Gateway API `HTTPHeaderMatch` and `HTTPQueryParamMatch`.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ValueMatch {
    /// How; Exact when absent.
    #[serde(default, rename = "type")]
    pub kind: ValueMatchType,
    /// The header (case-insensitive) or parameter (case-sensitive).
    pub name: String,
    /// What.
    pub value: String,
}

/// How a value is compared.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum ValueMatchType {
    /// The whole value.
    #[default]
    Exact,
    /// An RE2 expression that fits the whole value.
    RegularExpression,
}

/// Gateway API `HTTPMethod`.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "the names of RFC 9110 and RFC 5789")]
pub enum HttpMethod {
    Get,
    Head,
    Post,
    Put,
    Delete,
    Connect,
    Options,
    Trace,
    Patch,
}

/// Gateway API `HTTPRouteFilter`: `type` names the one other field that is given.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HttpFilter {
    /// Which.
    #[serde(rename = "type")]
    pub kind: HttpFilterType,
    /// For RequestHeaderModifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_header_modifier: Option<HeaderModifier>,
    /// For ResponseHeaderModifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_header_modifier: Option<HeaderModifier>,
    /// For RequestRedirect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_redirect: Option<RequestRedirect>,
    /// For URLRewrite.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url_rewrite: Option<UrlRewrite>,
    /// For RequestMirror.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_mirror: Option<RequestMirror>,
    /// For CORS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cors: Option<Cors>,
}

/// What a filter does.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum HttpFilterType {
    /// Changes request headers.
    RequestHeaderModifier,
    /// Changes response headers.
    ResponseHeaderModifier,
    /// Answers with a redirect.
    RequestRedirect,
    /// Changes host or path on the way to the backend.
    #[serde(rename = "URLRewrite")]
    UrlRewrite,
    /// Sends a copy of the request elsewhere and drops the answer; the one type that may be there
    /// more than once.
    RequestMirror,
    /// Answers cross-origin preflights and marks answers.
    #[serde(rename = "CORS")]
    Cors,
}

/// Gateway API `HTTPHeaderFilter`.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HeaderModifier {
    /// Replaces the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set: Vec<Header>,
    /// Adds a value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add: Vec<Header>,
    /// Takes the header away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remove: Vec<String>,
}

/// A header with its value.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Header {
    /// The name, case-insensitive.
    pub name: String,
    /// The value.
    pub value: String,
}

/// Gateway API `HTTPRequestRedirectFilter`. What is absent stays as in the request.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RequestRedirect {
    /// `http` or `https`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// The host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hostname: Option<String>,
    /// The path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<PathModifier>,
    /// The port. When absent: the well-known port of `scheme` if that is given, else the
    /// listener's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub port: Option<u16>,
    /// 301, 302 (when absent), 303, 307 or 308.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_code: Option<u16>,
}

/// Gateway API `HTTPURLRewriteFilter`.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UrlRewrite {
    /// The Host header the backend gets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hostname: Option<String>,
    /// The path the backend gets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<PathModifier>,
}

/// Gateway API `HTTPPathModifier`: `type` names the one other field that is given.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PathModifier {
    /// Which.
    #[serde(rename = "type")]
    pub kind: PathModifierType,
    /// For ReplaceFullPath.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replace_full_path: Option<String>,
    /// For ReplacePrefixMatch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replace_prefix_match: Option<String>,
}

/// How a path is changed.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum PathModifierType {
    /// The whole path.
    ReplaceFullPath,
    /// The prefix that matched; only with PathPrefix matches.
    ReplacePrefixMatch,
}

/// Gateway API `HTTPRouteTimeouts`. `0s` means no limit.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HttpTimeouts {
    /// From the whole request in to the whole response out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Duration>,
    /// One try at a backend; not more than `request`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backend_request: Option<Duration>,
}

/// Gateway API `HTTPRequestMirrorFilter`. Every request when neither `percent` nor `fraction` is
/// given.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RequestMirror {
    /// Where copies go.
    pub backend_ref: MirrorRef,
    /// The share of requests, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 100))]
    pub percent: Option<u32>,
    /// The share of requests, where percents are too coarse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fraction: Option<Fraction>,
}

/// A Backend of the same account.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MirrorRef {
    /// The Backend's name.
    pub name: String,
}

/// Gateway API `Fraction`.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fraction {
    /// How many; at most `denominator`.
    pub numerator: u32,
    /// Of how many; 100 when absent.
    #[serde(default = "hundred")]
    #[schemars(range(min = 1))]
    pub denominator: u32,
}

fn hundred() -> u32 {
    100
}

/// Gateway API `HTTPCORSFilter` (Fetch standard).
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cors {
    /// Origins that may read answers: `https://shop.example`, `https://*.example.com`, or `*`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow_origins: Vec<String>,
    /// Whether the browser may send credentials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_credentials: Option<bool>,
    /// Methods, or `*`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow_methods: Vec<String>,
    /// Request headers, or `*`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow_headers: Vec<String>,
    /// Response headers that scripts may read, or `*`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expose_headers: Vec<String>,
    /// How long a browser may keep the answer to a preflight, in seconds; 5 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1))]
    pub max_age: Option<u32>,
}

/// Gateway API `HTTPRouteRetry` (GEP-1731).
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HttpRetry {
    /// Statuses that are tried again, besides connections that fail.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<u16>,
    /// Tries after the first; 1 when absent, at most 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 10))]
    pub attempts: Option<u32>,
    /// At least this long between tries; Envoy's exponential 25 ms when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backoff: Option<Duration>,
}

/// Gateway API `SessionPersistence` (GEP-1619).
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SessionPersistence {
    /// The cookie's or header's name; one of EPIC's making when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_name: Option<String>,
    /// How the client shows its session; Cookie when absent.
    #[serde(default, rename = "type")]
    pub kind: SessionPersistenceType,
    /// The session ends this long after its begin; when the browser is closed if absent. Cookies
    /// only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absolute_timeout: Option<Duration>,
}

/// How a client shows its session.
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum SessionPersistenceType {
    /// A cookie set by the gateway.
    #[default]
    Cookie,
    /// A header the client sends back.
    Header,
}

/// gRPC rules, at most 64.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GrpcRules {
    /// The rules, by the Gateway API's precedence (service, method, headers, oldest route).
    pub rules: Vec<GrpcRule>,
}

/// Gateway API `GRPCRouteRule`.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GrpcRule {
    /// A name for people and statistics; unique in the route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The call fits if one of these does; every call when empty. At most 64.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matches: Vec<GrpcMatch>,
    /// Header modifiers and mirrors, at most 16.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<HttpFilter>,
    /// Where calls go, by weight, spoken to by HTTP/2; UNAVAILABLE when empty. At most 16.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub backend_refs: Vec<HttpBackendRef>,
    /// Keeps a client's calls at one endpoint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_persistence: Option<SessionPersistence>,
}

/// Gateway API `GRPCRouteMatch`: all of it must fit.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GrpcMatch {
    /// Service and method; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<GrpcMethodMatch>,
    /// Headers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<ValueMatch>,
}

/// Gateway API `GRPCMethodMatch`; at least one of `service` and `method` is given.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GrpcMethodMatch {
    /// How both are compared; Exact when absent.
    #[serde(default, rename = "type")]
    pub kind: ValueMatchType,
    /// The full service name (`shop.v1.Cart`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The method (`AddItem`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
}

/// A Backend of the same account, with its share and what is done to its requests only.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HttpBackendRef {
    /// The Backend's name.
    pub name: String,
    /// Its share of the sum of weights; 1 when absent, none when 0.
    #[serde(default = "one")]
    #[schemars(range(max = 1_000_000))]
    pub weight: u32,
    /// What is done to requests and responses of this backend, at most 16.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<HttpFilter>,
}

impl From<BackendRef> for HttpBackendRef {
    fn from(plain: BackendRef) -> Self {
        HttpBackendRef {
            name: plain.name,
            weight: plain.weight,
            filters: Vec::new(),
        }
    }
}

/// A Backend of the same account, with its share.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackendRef {
    /// The Backend's name.
    pub name: String,
    /// Its share of the sum of weights; 1 when absent, none when 0.
    #[serde(default = "one")]
    #[schemars(range(max = 1_000_000))]
    pub weight: u32,
}

fn one() -> u32 {
    1
}

/// Rules for whole connections (TLS, TCP) or sessions (UDP): exactly one.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct L4Rules {
    /// The rules.
    pub rules: Vec<L4Rule>,
}

/// Gateway API `TCPRouteRule`, `TLSRouteRule` and `UDPRouteRule`.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct L4Rule {
    /// A name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where connections go, by weight; at least one, at most 16.
    pub backend_refs: Vec<BackendRef>,
}

/// What is of a route, for each parent.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RouteStatus {
    /// One entry per parentRef, in the spec's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<RouteParentStatus>,
}

/// Gateway API `RouteParentStatus`.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RouteParentStatus {
    /// The parent.
    pub parent_ref: ParentRef,
    /// `Accepted` (bound to a listener), `ResolvedRefs` (its backends exist) and `Programmed`
    /// (every instance of the gateway serves this generation).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
}

impl Spec for RouteSpec {
    const KIND: Kind = Kind::Route;
    type Status = RouteStatus;
}

/// Which protocol a route's rules are for.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[expect(missing_docs, reason = "the names of the fields")]
pub enum RouteProtocol {
    Http,
    Grpc,
    Tls,
    Tcp,
    Udp,
}

impl RouteProtocol {
    /// The name in messages.
    pub const fn name(self) -> &'static str {
        match self {
            RouteProtocol::Http => "HTTP",
            RouteProtocol::Grpc => "gRPC",
            RouteProtocol::Tls => "TLS",
            RouteProtocol::Tcp => "TCP",
            RouteProtocol::Udp => "UDP",
        }
    }
}

impl RouteSpec {
    /// Which rules it has; `None` when it has none, or of two protocols (validation refuses both).
    pub fn protocol(&self) -> Option<RouteProtocol> {
        let given = [
            (self.http.is_some(), RouteProtocol::Http),
            (self.grpc.is_some(), RouteProtocol::Grpc),
            (self.tls.is_some(), RouteProtocol::Tls),
            (self.tcp.is_some(), RouteProtocol::Tcp),
            (self.udp.is_some(), RouteProtocol::Udp),
        ];
        let mut given = given
            .into_iter()
            .filter_map(|(given, protocol)| given.then_some(protocol));
        let first = given.next();
        if given.next().is_some() { None } else { first }
    }

    /// The rules for whole connections or sessions: TLS, TCP or UDP.
    pub fn l4(&self) -> Option<&L4Rules> {
        self.tls
            .as_ref()
            .or(self.tcp.as_ref())
            .or(self.udp.as_ref())
    }

    /// The names of the backends the rules name, mirrors' included, with repeats.
    pub fn backend_names(&self) -> impl Iterator<Item = &str> {
        self.destination_names().chain(self.mirror_names())
    }

    /// The names of the backends that answer, with repeats.
    pub fn destination_names(&self) -> impl Iterator<Item = &str> {
        let of_http = self
            .request_rules()
            .flat_map(|(backends, _)| backends)
            .map(|backend| backend.name.as_str());
        let of_l4 = [&self.tls, &self.tcp, &self.udp]
            .into_iter()
            .flatten()
            .flat_map(|l4| &l4.rules)
            .flat_map(|rule| &rule.backend_refs)
            .map(|backend| backend.name.as_str());
        of_http.chain(of_l4)
    }

    /// The names of the backends that get copies, with repeats.
    pub fn mirror_names(&self) -> impl Iterator<Item = &str> {
        self.request_rules()
            .flat_map(|(backends, filters)| {
                let of_backends = backends.iter().flat_map(|backend| &backend.filters);
                filters.iter().chain(of_backends)
            })
            .filter_map(|filter| filter.request_mirror.as_ref())
            .map(|mirror| mirror.backend_ref.name.as_str())
    }

    /// Backends and filters of the rules for HTTP and gRPC.
    fn request_rules(&self) -> impl Iterator<Item = (&[HttpBackendRef], &[HttpFilter])> {
        let http = self.http.iter().flat_map(|http| &http.rules);
        let http = http.map(|rule| (rule.backend_refs.as_slice(), rule.filters.as_slice()));
        let grpc = self.grpc.iter().flat_map(|grpc| &grpc.rules);
        let grpc = grpc.map(|rule| (rule.backend_refs.as_slice(), rule.filters.as_slice()));
        http.chain(grpc)
    }
}
