//! What Envoy asks for of one type, and what it holds.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use envoy_types::pb::envoy::service::discovery::v3::DeltaDiscoveryRequest;

use crate::translate::ResourceType;

/// A resource at Envoy.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Held {
    /// Its version; empty when Envoy refused it, so that nobody knows what it has instead.
    pub(super) version: String,
    /// The response that carries it, until that is acknowledged.
    pub(super) nonce: Option<u64>,
}

/// What a response carried.
#[derive(Debug)]
pub(super) struct Sent {
    /// For which target.
    pub(super) number: u64,
    pub(super) names: Vec<Arc<str>>,
}

/// What is known of a refused response.
#[derive(Debug)]
pub(super) struct Refused {
    /// For which target it was sent.
    pub(super) number: u64,
    /// What it carried and nothing newer did, with the versions.
    pub(super) resources: Vec<(Arc<str>, String)>,
}

/// One type on one stream.
#[derive(Debug, Default)]
pub(super) struct Subscription {
    /// Envoy has asked for the type at all.
    pub(super) open: bool,
    /// Everything of the type.
    pub(super) wildcard: bool,
    /// What is asked for by name.
    pub(super) names: BTreeSet<Arc<str>>,
    /// Asked for and not answered yet.
    pub(super) unanswered: BTreeSet<Arc<str>>,
    /// A first answer is due, even if it is empty: Envoy's start waits for it.
    pub(super) greet: bool,
    /// What Envoy holds, or will when what is on its way arrives.
    pub(super) held: BTreeMap<Arc<str>, Held>,
    /// What was sent in responses that are neither acknowledged nor refused.
    pub(super) in_flight: BTreeMap<u64, Sent>,
}

impl Subscription {
    /// Reads what a request says about subscriptions (not what it says about a response).
    /// Returns whether it was the stream's first of the type.
    pub(super) fn read(&mut self, request: &DeltaDiscoveryRequest, kind: ResourceType) -> bool {
        let first = !self.open;
        if first {
            self.open = true;
            for (name, version) in &request.initial_resource_versions {
                let held = Held {
                    version: version.clone(),
                    nonce: None,
                };
                self.held.insert(name.as_str().into(), held);
            }
            // xDS protocol: a first request without names is for everything, for the types of which
            // there can be an everything.
            let unlimited = matches!(
                kind,
                ResourceType::Cluster | ResourceType::Scope | ResourceType::Listener
            );
            if unlimited && request.resource_names_subscribe.is_empty() {
                self.wildcard = true;
                // One that came back with what it has is not starting.
                self.greet = self.held.is_empty();
            }
        }
        for name in &request.resource_names_subscribe {
            if name == "*" {
                self.wildcard = true;
                self.greet = self.held.is_empty();
                continue;
            }
            let name: Arc<str> = name.as_str().into();
            // A name that Envoy lists with its version in the same request is only told again
            // after a reconnect; any other must be answered, even if it was sent before.
            if !(first && self.held.contains_key(&name)) {
                self.unanswered.insert(name.clone());
            }
            self.names.insert(name);
        }
        for name in &request.resource_names_unsubscribe {
            if name == "*" {
                self.wildcard = false;
                continue;
            }
            self.names.remove(name.as_str());
            self.unanswered.remove(name.as_str());
            if !self.wildcard {
                self.held.remove(name.as_str());
            }
        }
        first
    }

    /// Whether Envoy wants the resource.
    pub(super) fn wants(&self, name: &str) -> bool {
        self.open && (self.wildcard || self.names.contains(name))
    }

    /// Whether Envoy has acknowledged this very version.
    pub(super) fn acknowledged(&self, name: &str, version: &str) -> bool {
        self.held
            .get(name)
            .is_some_and(|held| held.nonce.is_none() && held.version == version)
    }

    /// The response is acknowledged.
    pub(super) fn accept(&mut self, nonce: u64) {
        let sent = self.in_flight.remove(&nonce);
        for name in sent.into_iter().flat_map(|sent| sent.names) {
            if let Some(held) = self.held.get_mut(&name)
                && held.nonce == Some(nonce)
            {
                held.nonce = None;
            }
        }
    }

    /// The response is refused. Returns what it carried, with the versions; Envoy may have taken
    /// some of it, so that nothing is known of any.
    pub(super) fn refuse(&mut self, nonce: u64) -> Option<Refused> {
        let sent = self.in_flight.remove(&nonce)?;
        let mut refused = Refused {
            number: sent.number,
            resources: Vec::new(),
        };
        for name in sent.names {
            if let Some(held) = self.held.get_mut(&name)
                && held.nonce == Some(nonce)
            {
                held.nonce = None;
                let version = std::mem::take(&mut held.version);
                refused.resources.push((name, version));
            }
        }
        Some(refused)
    }
}
