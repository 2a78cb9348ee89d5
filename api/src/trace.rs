//! What would become of a request: every hop from the name to the endpoint, and why it ends where it
//! ends.
//!
//! One pure function over objects: epicctl computes it from a server's lists or from files, the
//! dashboard from what it watches. Which rule a request takes is [`crate::precedence`]'s to say, as
//! for Envoy.
//!
//! ```text
//!   request ── `https://www.example.com/cart` as data      walk ── the hops, one after the other
//!   fit ── which conditions of a match hold                filters ── redirects and rewrites
//!   text ── the hops for a terminal
//! ```

use std::net::IpAddr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mod filters;
mod fit;
mod request;
mod text;
mod walk;

pub use request::{InvalidRequest, Request, Scheme};
pub(crate) use walk::certifies;
pub use walk::trace;

/// What becomes of a request.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Trace {
    /// The request in one line.
    pub request: String,
    /// The worst of the hops.
    pub state: State,
    /// The end in one line.
    pub verdict: String,
    /// The hops, from the client on; what comes after a failed one may be absent.
    pub hops: Vec<Hop>,
    /// Rules that nearly fit, the nearest first; empty where one fits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub near_misses: Vec<NearMiss>,
    /// The gateway, `account/name`, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gateway: Option<String>,
    /// Its address to send to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<IpAddr>,
}

/// How a hop is.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// As it should be.
    Ok,
    /// Works, or may work; something should be looked at.
    Warn,
    /// The request ends here.
    Fail,
}

/// Which hop.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// From the host's name to addresses.
    Name,
    /// The address and the gateway that has it.
    Address,
    /// The listener.
    Listener,
    /// The certificate the client is shown.
    Certificate,
    /// The Envoys and what they have acknowledged.
    Envoy,
    /// The route and rule.
    Route,
    /// What filters make of the request.
    Filters,
    /// Backends by weight.
    Backend,
    /// A backend's endpoints.
    Endpoints,
}

/// A hop.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Hop {
    /// Which.
    pub stage: Stage,
    /// How it is.
    pub state: State,
    /// What it is: a name, an address, a rule.
    pub what: String,
    /// Why it is not ok.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The command that helps.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help: String,
}

/// A rule that does not fit.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NearMiss {
    /// The route.
    pub route: String,
    /// The rule: its name, or its place from 1.
    pub rule: String,
    /// The conditions that do not hold, each in a few words.
    pub failed: Vec<String>,
}

#[cfg(test)]
mod tests;
