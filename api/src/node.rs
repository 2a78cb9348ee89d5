//! Node: an enrolled agent.

use std::net::IpAddr;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::kind::Kind;
use crate::object::{Object, Spec};

/// An enrolled agent.
pub type Node = Object<NodeSpec>;

/// What an operator wants of a node.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeSpec {
    /// What the agent does.
    #[serde(default)]
    pub role: NodeRole,
    /// No new gateways are placed here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unschedulable: bool,
}

/// What an agent does.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NodeRole {
    /// Runs Envoys.
    #[default]
    Gateway,
}

/// What a node reports.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NodeStatus {
    /// `Ready`: its agent is heard of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// Its addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<IpAddr>,
    /// The agent's version.
    #[serde(default)]
    pub agent_version: String,
    /// The Envoy it starts.
    #[serde(default)]
    pub envoy_version: String,
    /// The kernel.
    #[serde(default)]
    pub kernel: String,
    /// How gateways are kept apart: `netns`, or `none` without root.
    #[serde(default)]
    pub isolation: String,
    /// Gateways placed here.
    #[serde(default)]
    pub gateways: u32,
    /// When the agent was last heard of, to the minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub last_seen: Option<Timestamp>,
}

impl Spec for NodeSpec {
    const KIND: Kind = Kind::Node;
    type Status = NodeStatus;
}
