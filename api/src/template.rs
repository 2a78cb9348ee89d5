//! GatewayTemplate: what gateways made from it have in common.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::duration::Duration;
use crate::gateway::Protocol;
use crate::kind::Kind;
use crate::object::{Object, Spec};

/// What gateways made from it have in common: where addresses come from, how many instances, which
/// listeners are allowed. An edit reaches every gateway of the template.
pub type GatewayTemplate = Object<GatewayTemplateSpec>;

/// The common ground of a template's gateways.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GatewayTemplateSpec {
    /// The pools a gateway gets one address from each; at least one. Two pools, one IPv4 and one
    /// IPv6, make dual-stack gateways.
    pub pools: Vec<String>,
    /// How many nodes serve a gateway; 1 when absent.
    #[serde(default = "one")]
    pub instances: u32,
    /// The protocols a listener may have; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_protocols: Vec<Protocol>,
    /// The ports a listener may have, single (`80`) or ranges (`8000-8999`); all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_ports: Vec<PortRange>,
    /// Time limits of every gateway.
    #[serde(default, skip_serializing_if = "TemplateTimeouts::is_default")]
    pub timeouts: TemplateTimeouts,
    /// Limits of every gateway.
    #[serde(default, skip_serializing_if = "TemplateLimits::is_default")]
    pub limits: TemplateLimits,
    /// Envoy worker threads of an instance; 2 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 256))]
    pub concurrency: Option<u32>,
    /// Whether HTTPS listeners answer HTTP/3 too, on the UDP port of the same number.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub http3: bool,
    /// Whether clients (load balancers before the gateway) send the PROXY protocol; never when
    /// absent. UDP listeners ignore it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_protocol: Option<ProxyProtocol>,
    /// TLS of every listener that ends it.
    #[serde(default, skip_serializing_if = "TemplateTls::is_default")]
    pub tls: TemplateTls,
    /// Writes a line for every request, connection or session; none when absent. `epicctl envoy log`
    /// shows them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_log: Option<AccessLog>,
    /// Changes to generated Envoy resources, in order, at most 32: the way to what EPIC has no field
    /// for. A patch that does not fit leaves its resource as it was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub envoy_patch: Vec<EnvoyPatch>,
}

/// Who sends the PROXY protocol.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum ProxyProtocol {
    /// Every client; others are turned away.
    Required,
    /// Some; connections without it are taken as they are.
    Optional,
}

/// TLS of listeners that end it; Envoy's choice where absent.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TemplateTls {
    /// The oldest version that is spoken; 1.2 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_version: Option<TlsVersion>,
    /// Cipher suites for TLS 1.2, by BoringSSL's names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cipher_suites: Vec<String>,
}

impl TemplateTls {
    fn is_default(&self) -> bool {
        *self == TemplateTls::default()
    }
}

/// Versions of TLS that a gateway speaks.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum TlsVersion {
    /// RFC 5246.
    #[serde(rename = "1.2")]
    V1_2,
    /// RFC 8446.
    #[serde(rename = "1.3")]
    V1_3,
}

/// Access logs (Envoy's command operators: `%START_TIME%`). At most one of `text` and `json` is
/// given; JSON with EPIC's own choice of fields when neither is.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccessLog {
    /// One line, without its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Names and what stands behind them; at most 64.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub json: BTreeMap<String, String>,
}

/// A change to generated Envoy resources.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EnvoyPatch {
    /// Which.
    pub target: EnvoyPatchTarget,
    /// RFC 7396: merged into the resource. Exactly one of `merge` and `json` is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merge: Option<serde_json::Value>,
    /// RFC 6902: a list of operations on the resource.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub json: Option<serde_json::Value>,
}

/// The generated resources a change is for.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EnvoyPatchTarget {
    /// Their type.
    #[serde(rename = "type")]
    pub kind: EnvoyResourceType,
    /// Their name as `epicctl envoy config` shows it; `*` at its end stands for the rest. Every
    /// resource of the type when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Types of generated resources, as in JSON form of Envoy's v3 API.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum EnvoyResourceType {
    /// `envoy.config.listener.v3.Listener`.
    Listener,
    /// `envoy.config.route.v3.RouteConfiguration`.
    RouteConfiguration,
    /// `envoy.config.cluster.v3.Cluster`.
    Cluster,
}

impl Default for GatewayTemplateSpec {
    fn default() -> Self {
        GatewayTemplateSpec {
            pools: Vec::new(),
            instances: one(),
            allowed_protocols: Vec::new(),
            allowed_ports: Vec::new(),
            timeouts: TemplateTimeouts::default(),
            limits: TemplateLimits::default(),
            concurrency: None,
            http3: false,
            proxy_protocol: None,
            tls: TemplateTls::default(),
            access_log: None,
            envoy_patch: Vec::new(),
        }
    }
}

fn one() -> u32 {
    1
}

/// Time limits; Envoy's defaults for an edge proxy where absent.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TemplateTimeouts {
    /// Closes a client's connection without requests; 1h when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle: Option<Duration>,
    /// Until all headers of a request are in; 10s when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_headers: Option<Duration>,
    /// Until a backend takes a connection; 5s when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connect: Option<Duration>,
    /// How long an instance that stops lets open requests finish; 10s when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drain: Option<Duration>,
}

impl TemplateTimeouts {
    fn is_default(&self) -> bool {
        *self == TemplateTimeouts::default()
    }
}

/// Limits of one instance.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TemplateLimits {
    /// Open client connections; no limit when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connections: Option<u32>,
}

impl TemplateLimits {
    fn is_default(&self) -> bool {
        *self == TemplateLimits::default()
    }
}

/// A port or a run of ports: `80`, `8000-8999`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PortRange {
    /// The first port.
    pub first: u16,
    /// The last port, included.
    pub last: u16,
}

impl PortRange {
    /// Whether the port is one of them.
    pub fn contains(&self, port: u16) -> bool {
        (self.first..=self.last).contains(&port)
    }
}

mod port_range {
    use std::borrow::Cow;
    use std::fmt;
    use std::str::FromStr;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::PortRange;

    impl FromStr for PortRange {
        type Err = String;

        fn from_str(text: &str) -> Result<Self, Self::Err> {
            let (first, last) = text.split_once('-').unwrap_or((text, text));
            match (first.parse(), last.parse()) {
                (Ok(first), Ok(last)) if 0 < first && first <= last => {
                    Ok(PortRange { first, last })
                }
                _ => Err(format!(
                    "`{text}` is not a port or range; write `80` or `8000-8999`"
                )),
            }
        }
    }

    impl fmt::Display for PortRange {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            if self.first == self.last {
                write!(f, "{}", self.first)
            } else {
                write!(f, "{}-{}", self.first, self.last)
            }
        }
    }

    impl Serialize for PortRange {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    impl<'de> Deserialize<'de> for PortRange {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            String::deserialize(deserializer)?
                .parse()
                .map_err(D::Error::custom)
        }
    }

    impl JsonSchema for PortRange {
        fn schema_name() -> Cow<'static, str> {
            "PortRange".into()
        }

        fn inline_schema() -> bool {
            true
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "format": "port-range",
                "pattern": "^[0-9]{1,5}(-[0-9]{1,5})?$",
            })
        }
    }
}

/// What became of a template.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GatewayTemplateStatus {
    /// `Accepted`: every pool exists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// Gateways made from it.
    #[serde(default)]
    pub gateways: u32,
}

impl Spec for GatewayTemplateSpec {
    const KIND: Kind = Kind::GatewayTemplate;
    type Status = GatewayTemplateStatus;
}
