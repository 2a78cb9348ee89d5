//! What epicd and a gateway node's agent say to each other.
//!
//! The agent holds one request open, `GET /agent/v1/nodes/{node}/intent`, and reads JSON lines from
//! it: first everything its node serves, then every change, each stamped with the store's revision.
//! It answers with `POST /agent/v1/nodes/{node}/report`, at once when something changed and every
//! [`REPORT_INTERVAL_SECONDS`] besides. Only agents see private keys, and only those they serve.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::backend::Backend;
use crate::certificate::Certificate;
use crate::gateway::{Gateway, InstanceState, Rejection, Tainted};
use crate::meta::ObjectKey;
use crate::object::RawObject;
use crate::query::Query;
use crate::route::Route;
use crate::template::GatewayTemplate;

/// How often an agent reports when nothing changes.
pub const REPORT_INTERVAL_SECONDS: u64 = 2;
/// A node that has not reported for this long is not Ready.
pub const NODE_LOST_SECONDS: u64 = 10;
/// How often an intent stream carries a line when nothing changes.
pub const BOOKMARK_INTERVAL_SECONDS: u64 = 5;

/// One line of the intent stream.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every line is the large one"
)]
pub enum IntentLine {
    /// The object is part of what the node serves, as of `revision`.
    Put {
        /// Store revision.
        revision: u64,
        /// A Gateway, GatewayTemplate, Route, Backend or Certificate.
        object: RawObject,
    },
    /// The object is no longer part of what the node serves.
    Delete {
        /// Store revision.
        revision: u64,
        /// Which.
        key: ObjectKey,
    },
    /// The lines since the stream's begin are all there is at `revision`; what was not among them
    /// is not served by this node. Sent once.
    Synced {
        /// Store revision.
        revision: u64,
    },
    /// Objects of a gateway that Envoys on its other nodes refuse as they are: this node, too, serves
    /// each as it was before. Replaces what was said of the gateway before; empty: none any more.
    Taint {
        /// Store revision.
        revision: u64,
        /// The gateway's uid.
        uid: String,
        /// The objects.
        objects: Vec<Tainted>,
    },
    /// Somebody asks; the answer goes to `POST /agent/v1/nodes/{node}/answers/{id}`.
    Query {
        /// What the answer is sent under.
        id: String,
        /// The uid of the gateway whose instance is asked.
        uid: String,
        /// The question.
        query: Query,
    },
    /// Every change up to `revision` has been sent.
    Bookmark {
        /// Store revision.
        revision: u64,
    },
}

/// Everything that shapes one gateway's Envoy. `revision` is the store's at which it was so.
///
/// The maps hold their objects by `Arc` (read them as if they did not: `Arc` derefs; make one with
/// `.into()`), so that a change of one route does not copy the other thousand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GatewayIntent {
    /// Store revision.
    pub revision: u64,
    /// The gateway, with its addresses in the status.
    pub gateway: Gateway,
    /// Its template.
    pub template: GatewayTemplate,
    /// The routes with a parentRef to it, by name.
    pub routes: BTreeMap<String, Arc<Route>>,
    /// The backends those routes name, by name; those that do not exist are absent.
    pub backends: BTreeMap<String, Arc<Backend>>,
    /// The certificates its listeners name, by name; those that do not exist are absent.
    pub certificates: BTreeMap<String, Arc<Certificate>>,
}

/// What an agent reports. Replaces its last report.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NodeReport {
    /// What tells this agent from another that claims the same node: made once, kept in its state
    /// directory. Empty from agents before it was sent.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub agent_id: String,
    /// The agent's version.
    pub agent_version: String,
    /// The Envoy it starts.
    pub envoy_version: String,
    /// The kernel's release.
    pub kernel: String,
    /// `netns` or `none`.
    pub isolation: String,
    /// The node's own addresses.
    #[serde(default)]
    pub addresses: Vec<IpAddr>,
    /// Its instances.
    #[serde(default)]
    pub instances: Vec<InstanceReport>,
}

/// One Envoy process. Identified by the gateway's uid, so that a gateway made anew under an old
/// name does not get the old one's report.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InstanceReport {
    /// The gateway's account.
    pub account: String,
    /// The gateway's name.
    pub gateway: String,
    /// The gateway's uid.
    pub uid: String,
    /// What it is doing.
    pub state: InstanceState,
    /// The newest store revision that Envoy has acknowledged as a whole.
    pub acknowledged_revision: u64,
    /// The revision it refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected: Option<Rejection>,
    /// Why it is not serving.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// Live figures; never stored.
    #[serde(default)]
    pub live: InstanceLive,
}

/// Live figures of one instance. Rates are per second over the last poll of Envoy.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InstanceLive {
    /// By listener name.
    #[serde(default)]
    pub listeners: BTreeMap<String, Traffic>,
    /// By route name.
    #[serde(default)]
    pub routes: BTreeMap<String, Traffic>,
    /// By backend name.
    #[serde(default)]
    pub backends: BTreeMap<String, Vec<EndpointLive>>,
}

impl InstanceLive {
    /// Requests and errors of all listeners together.
    pub fn total(&self) -> Traffic {
        self.listeners
            .values()
            .copied()
            .fold(Traffic::default(), Traffic::plus)
    }
}

/// How much goes through.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Traffic {
    /// Requests (connections for TCP) a second.
    pub requests: f64,
    /// Of those, answered with 5xx (failed connections for TCP).
    pub errors: f64,
}

impl Traffic {
    /// The sum of both.
    #[must_use]
    pub fn plus(self, other: Traffic) -> Traffic {
        Traffic {
            requests: self.requests + other.requests,
            errors: self.errors + other.errors,
        }
    }
}

/// One endpoint as one Envoy sees it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EndpointLive {
    /// Where.
    pub address: SocketAddr,
    /// Whether Envoy sends traffic to it.
    pub healthy: bool,
    /// Why not, in Envoy's words (`failed_active_hc`).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// How much goes to it.
    #[serde(default)]
    pub traffic: Traffic,
}
