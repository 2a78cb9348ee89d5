//! GatewayTemplate: what gateways made from it have in common.

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
