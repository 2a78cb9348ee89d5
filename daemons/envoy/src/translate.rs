//! A gateway's intent as Envoy resources. Pure: no I/O, no clock, no randomness; the same intent
//! gives the same bytes.
//!
//! ```text
//!   state ─────── what depends on what, so that a change costs what it touches
//!   ports ─────── what listens where, and what is served there
//!     listener ── as Envoy has it: connection managers, TCP and UDP proxies, QUIC
//!     downstream ─ TLS towards clients; secret: certificates and authorities
//!     access_log ─ a line for each request or connection
//!   frontend ──── one connection manager's hosts → scopes and RouteConfigurations
//!     shard ───── how its hosts are spread over them
//!   virtual_host ─ one host's routes, ordered by precedence
//!     precedence ─ which match is tried first; matching: what it takes
//!     action ──── what happens then: headers, rewrite, limits, cors, session
//!     chain ───── the HTTP filters that do some of it
//!   cluster ───── backends of HTTP and their endpoints
//!   l4 ────────── backends of connections and datagrams
//!     upstream ── what both ask of connections: TLS, bounds; balancing: which endpoint is taken
//!   resources ─── what comes out
//! ```

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use epic_api::agent::GatewayIntent;
use epic_api::{Kind, ObjectKey};

mod access_log;
mod action;
mod balancing;
mod chain;
mod cluster;
mod connection_manager;
mod cors;
mod downstream;
mod entry;
mod frontend;
mod headers;
mod l4;
mod limits;
mod listener;
mod matching;
mod patched;
mod pb;
mod ports;
mod precedence;
mod resources;
mod rewrite;
mod rule;
mod secret;
mod session;
mod shard;
mod state;
mod upstream;
mod virtual_host;

use patched::Patched;
pub use resources::{Needs, Resource, ResourceMap, ResourceType, Resources};
use state::State;

use crate::patch::PatchError;

/// What the node adds to the intent.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct RenderOptions {
    /// Source address of connections to IPv4 endpoints; `None`: the system chooses.
    pub upstream_v4: Option<Ipv4Addr>,
    /// Source address of connections to IPv6 endpoints; `None`: the system chooses.
    pub upstream_v6: Option<Ipv6Addr>,
    /// The file access logs go to; `None`: there are none, whatever templates say.
    pub access_log: Option<String>,
    /// The file with the authorities everybody knows; `None`: Debian's.
    pub system_authorities: Option<String>,
}

/// Translates one gateway's intent again and again, each time doing only what the change needs.
#[derive(Debug)]
pub struct Translator {
    options: RenderOptions,
    state: Option<State>,
    /// As generated, before the template's patches.
    resources: Resources,
    patched: Patched,
}

impl Translator {
    /// A translator that has seen no intent yet.
    pub fn new(options: RenderOptions) -> Self {
        Translator {
            options,
            state: None,
            resources: Resources::default(),
            patched: Patched::default(),
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
        let patches = &intent.template.spec.envoy_patch;
        Arc::new(self.patched.update(patches, &self.resources))
    }

    /// The patches of the template that could not be made, and why; those resources are as they were
    /// generated.
    pub fn faults(&self) -> &[PatchError] {
        self.patched.faults()
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
    Patched::default().update(&intent.template.spec.envoy_patch, &resources)
}
