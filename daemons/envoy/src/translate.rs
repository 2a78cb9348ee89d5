//! A gateway's intent as Envoy resources. Pure: no I/O, no clock, no randomness; the same intent
//! gives the same bytes.
//!
//! ```text
//!   state ─────── what depends on what, so that a change costs what it touches
//!   listener ──── ports, TLS, connection managers, TCP proxies
//!   frontend ──── one connection manager's hosts → scopes and RouteConfigurations
//!     shard ───── how its hosts are spread over them
//!   virtual_host ─ one host's routes, ordered by precedence
//!     precedence ─ which match is tried first; matching: what it takes
//!     action ──── what happens then: headers, rewrite, limits, cors, session
//!     chain ───── the HTTP filters that do some of it
//!   cluster ───── backends and their endpoints; balancing: which of them a request gets
//!   resources ─── what comes out
//! ```

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use epic_api::agent::GatewayIntent;
use epic_api::{Kind, ObjectKey};

mod action;
mod balancing;
mod chain;
mod cluster;
mod cors;
mod entry;
mod frontend;
mod headers;
mod limits;
mod listener;
mod matching;
mod pb;
mod precedence;
mod resources;
mod rewrite;
mod rule;
mod session;
mod shard;
mod state;
mod virtual_host;

pub use resources::{Needs, Resource, ResourceMap, ResourceType, Resources};
use state::State;

/// What the node adds to the intent.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct RenderOptions {
    /// Source address of connections to IPv4 endpoints; `None`: the system chooses.
    pub upstream_v4: Option<Ipv4Addr>,
    /// Source address of connections to IPv6 endpoints; `None`: the system chooses.
    pub upstream_v6: Option<Ipv6Addr>,
}

/// Translates one gateway's intent again and again, each time doing only what the change needs.
#[derive(Debug)]
pub struct Translator {
    options: RenderOptions,
    state: Option<State>,
    resources: Resources,
}

impl Translator {
    /// A translator that has seen no intent yet.
    pub fn new(options: RenderOptions) -> Self {
        Translator {
            options,
            state: None,
            resources: Resources::default(),
        }
    }

    /// The resources of the intent. `changed`: the keys of all objects that differ from the intent
    /// of the last call (changed, new or gone); `None`: any may.
    pub fn update(
        &mut self,
        intent: &GatewayIntent,
        changed: Option<&BTreeSet<ObjectKey>>,
    ) -> Arc<Resources> {
        match (&mut self.state, changed) {
            (Some(state), Some(changed)) if changed.iter().all(is_local) => {
                state.apply(intent, changed, &self.options, &mut self.resources);
            }
            _ => {
                let mut fresh = Resources::default();
                self.state = Some(State::build(intent, &self.options, &mut fresh));
                fresh.share_with(&self.resources);
                self.resources = fresh;
            }
        }
        Arc::new(self.resources.clone())
    }
}

/// Whether a change of the object leaves listeners and template alone.
fn is_local(key: &ObjectKey) -> bool {
    matches!(key.kind, Kind::Route | Kind::Backend)
}

/// The resources of an intent, from scratch: what a [`Translator`] gives for it, too.
pub fn translate(intent: &GatewayIntent, options: &RenderOptions) -> Resources {
    let mut resources = Resources::default();
    State::build(intent, options, &mut resources);
    resources
}
