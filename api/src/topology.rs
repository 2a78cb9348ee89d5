//! The live graph of a gateway: address → listener → Envoy instance → route → backend endpoint.
//!
//! One pure model: epicd computes it, epicctl prints it, the dashboard draws it.
//!
//! ```text
//!   graph ── intent and reports in, nodes and edges out     text ── a tree for a terminal
//!     instances ── addresses, listeners, Envoys             diagram ── DOT and Mermaid
//!     backends ── backends and endpoints, health merged
//! ```

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::agent::Traffic;

mod backends;
mod diagram;
mod graph;
mod instances;
mod text;

pub use graph::build;
pub use text::Glyphs;

/// A gateway's graph. Nodes are sorted by stage and id, edges by their ends, so that two graphs of
/// the same state are equal.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Topology {
    /// The gateway's account.
    pub account: String,
    /// The gateway.
    pub gateway: String,
    /// The store revision the intent was taken at.
    pub revision: u64,
    /// The nodes.
    pub nodes: Vec<TopologyNode>,
    /// What leads where.
    pub edges: Vec<TopologyEdge>,
}

/// A column of the graph.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// A public address.
    Address,
    /// A listener.
    Listener,
    /// An Envoy on a node.
    Instance,
    /// A route.
    Route,
    /// A backend.
    Backend,
    /// An endpoint.
    Endpoint,
}

impl Stage {
    /// Every stage, from the client on.
    pub const ALL: [Stage; 6] = [
        Stage::Address,
        Stage::Listener,
        Stage::Instance,
        Stage::Route,
        Stage::Backend,
        Stage::Endpoint,
    ];
}

/// How a node of the graph is.
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Health {
    /// As it should be.
    Healthy,
    /// Nobody can tell.
    #[default]
    Unknown,
    /// Works in part.
    Degraded,
    /// Does not work.
    Down,
}

/// A hop.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TopologyNode {
    /// Unique in the graph and stable over time: `route/shop`.
    pub id: String,
    /// The column.
    pub stage: Stage,
    /// What to print: `https:443`, `shop`, `10.0.0.1:8080`.
    pub label: String,
    /// A few more words: pool, hostnames, paths, acknowledged revision.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// How it is.
    pub health: Health,
    /// Why it is not healthy: what and, where known, what to do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What goes through it; absent where nobody measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub traffic: Option<Traffic>,
}

/// What leads where.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TopologyEdge {
    /// The id of the hop before.
    pub from: String,
    /// The id of the hop after.
    pub to: String,
    /// The share of traffic by weight, in percent, where weights decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
}

#[cfg(test)]
mod tests;
