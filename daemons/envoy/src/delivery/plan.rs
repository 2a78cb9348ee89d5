//! What may be sent when: make before break.
//!
//! The target is compared to what Envoy holds. What differs waits in `pending` until what it needs
//! is at Envoy: clusters warm before routes name them, RouteConfigurations loaded before scopes
//! lead to them, scopes before a new listener looks routes up. Each waits for itself alone, and not
//! longer than [`PATIENCE`]. What is no longer wanted goes last. Endpoints and secrets wait for
//! nothing. With very many clusters, most are sent only when a request needs them: see `cold`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use envoy_types::pb::envoy::config::endpoint::v3::ClusterLoadAssignment;
use envoy_types::pb::envoy::service::discovery::v3 as xds;
use prost::Message as _;

use super::cold::Cold;
use super::subscriptions::{Held, Sent, Subscription};
use super::{DeliveryStatus, Refusal, Target};
use crate::translate::{Needs, Resource, ResourceType};

/// How long a resource waits for what it needs before it is sent all the same: a cluster whose
/// health checks hang must not keep a route from ever changing.
const PATIENCE: Duration = Duration::from_secs(5);

/// The delivery to one Envoy.
#[derive(Debug, Default)]
pub(super) struct Plan {
    target: Option<Target>,
    /// The last target that was acknowledged as a whole.
    last_good: Option<Target>,
    /// The target is `last_good` again because a newer one was refused.
    rolled_back: bool,
    /// Refused while rolling back, or with nothing to roll back to: not sent again until the next
    /// target.
    given_up: bool,
    status: DeliveryStatus,
    types: [Subscription; 6],
    cold: Cold,
    /// Names whose state at Envoy differs from the target, or may.
    pending: [BTreeSet<Arc<str>>; 6],
    waiting: BTreeMap<(ResourceType, Arc<str>), Instant>,
    nonce: u64,
}

impl Plan {
    /// Envoy shall hold these from now on.
    pub(super) fn set(&mut self, new: Target) {
        self.given_up = false;
        self.rolled_back = false;
        self.aim_at(new);
    }

    /// A new stream.
    pub(super) fn connect(&mut self) {
        self.types = Default::default();
        self.pending = Default::default();
        self.waiting.clear();
        self.given_up = false;
        self.status.connected = true;
    }

    /// The stream ended.
    pub(super) fn disconnect(&mut self) {
        self.connect();
        self.status.connected = false;
    }

    /// Envoy says something: what it wants, or what it thinks of a response.
    pub(super) fn request(&mut self, request: &xds::DeltaDiscoveryRequest) {
        let Some(kind) = ResourceType::from_type_url(&request.type_url) else {
            tracing::warn!(
                type_url = request.type_url,
                "Envoy asks for a type EPIC does not serve"
            );
            return;
        };
        let subscription = &mut self.types[kind as usize];
        if subscription.read(request, kind) {
            let holds_nothing = subscription.held.is_empty();
            let last = self.last_good.as_ref();
            if holds_nothing && last.is_some_and(|last| !last.resources.of(kind).is_empty()) {
                // Another Envoy than the one that acknowledged.
                self.status.acknowledged_revision = 0;
                self.status.acknowledged = 0;
            }
            self.compare(kind);
        }
        let subscription = &mut self.types[kind as usize];
        let asked = request
            .resource_names_subscribe
            .iter()
            .filter(|name| *name != "*");
        let asked: Vec<Arc<str>> = asked.map(|name| Arc::from(name.as_str())).collect();
        if kind == ResourceType::Cluster {
            self.cold.asked_for(&asked);
        }
        self.pending[kind as usize].extend(asked);
        let Ok(nonce) = request.response_nonce.parse::<u64>() else {
            return;
        };
        match &request.error_detail {
            None => subscription.accept(nonce),
            Some(error) => self.refused(kind, nonce, &error.message),
        }
    }

    /// How far Envoy is.
    pub(super) fn status(&self) -> DeliveryStatus {
        self.status.clone()
    }

    /// When [`Plan::advance`] must be called again, if nothing else happens.
    pub(super) fn deadline(&self) -> Option<Instant> {
        if self.given_up {
            return None;
        }
        self.waiting.values().min().map(|since| *since + PATIENCE)
    }

    /// Everything that may be sent now.
    pub(super) fn advance(&mut self, now: Instant) -> Vec<xds::DeltaDiscoveryResponse> {
        let Some(target) = self.target.clone() else {
            return Vec::new();
        };
        if !self.status.connected || self.given_up {
            return Vec::new();
        }
        let mut responses = Vec::new();
        for kind in ResourceType::ALL {
            let ready = self.ready(kind, &target, now);
            responses.extend(self.respond(kind, &ready, &[]));
        }
        let missing = self.missing(&target);
        if !missing.is_empty() {
            responses.extend(self.respond(ResourceType::Cluster, &[], &missing));
        }
        for kind in [
            ResourceType::Listener,
            ResourceType::Scope,
            ResourceType::Cluster,
        ] {
            let gone = self.gone(kind, &target);
            if !gone.is_empty() {
                responses.extend(self.respond(kind, &[], &gone));
            }
        }
        self.conclude(&target);
        responses
    }

    /// Compares target and Envoy for the types that changed.
    fn aim_at(&mut self, new: Target) {
        for kind in ResourceType::ALL {
            let map = new.resources.of(kind);
            match &self.target {
                Some(old) if Arc::ptr_eq(old.resources.of(kind), map) => {}
                Some(old) => {
                    let old = old.resources.of(kind);
                    let pending = &mut self.pending[kind as usize];
                    for (name, resource) in map.iter() {
                        let same = old.get(name).is_some_and(|old| Arc::ptr_eq(old, resource));
                        if !same {
                            pending.insert(name.clone());
                        }
                    }
                    let gone = old.keys().filter(|name| !map.contains_key(*name));
                    pending.extend(gone.cloned());
                }
                None => self.pending[kind as usize].extend(map.keys().cloned()),
            }
        }
        let first = self.target.is_none();
        if self.cold.aim_at(
            self.target.as_ref().map(|old| &*old.resources),
            &new.resources,
        ) {
            // Those that were held back are no longer.
            let all = new.resources.of(ResourceType::Cluster);
            self.pending[ResourceType::Cluster as usize].extend(all.keys().cloned());
        }
        self.target = Some(new);
        if first {
            for kind in ResourceType::ALL {
                self.compare(kind);
            }
        }
    }

    /// Everything of a type may differ: its first request came, or the first target.
    fn compare(&mut self, kind: ResourceType) {
        let pending = &mut self.pending[kind as usize];
        if let Some(target) = &self.target {
            pending.extend(target.resources.of(kind).keys().cloned());
        }
        pending.extend(self.types[kind as usize].held.keys().cloned());
    }

    /// The resources of a type that must and may be sent.
    fn ready(&mut self, kind: ResourceType, target: &Target, now: Instant) -> Vec<Arc<Resource>> {
        let mut ready = Vec::new();
        let mut settled = Vec::new();
        for name in &self.pending[kind as usize] {
            let subscription = &self.types[kind as usize];
            let asked = subscription.unanswered.contains(name);
            let Some(resource) = target.resources.get(kind, name) else {
                if kind == ResourceType::Endpoints && asked {
                    ready.push(Arc::new(no_endpoints(name)));
                } else if !subscription.held.contains_key(name) {
                    settled.push(name.clone());
                }
                self.waiting.remove(&(kind, name.clone()));
                continue;
            };
            let cluster_or_its_endpoints =
                matches!(kind, ResourceType::Cluster | ResourceType::Endpoints);
            if cluster_or_its_endpoints && subscription.open && self.is_cold(name, target) {
                settled.push(name.clone());
                continue;
            }
            if !subscription.wants(name) {
                self.waiting.remove(&(kind, name.clone()));
                continue;
            }
            let held = subscription.held.get(name);
            if held.is_some_and(|held| held.version == resource.version) && !asked {
                if held.is_some_and(|held| held.nonce.is_none()) {
                    settled.push(name.clone());
                }
                self.waiting.remove(&(kind, name.clone()));
                continue;
            }
            let key = (kind, name.clone());
            if self.has(&resource.needs, target) {
                self.waiting.remove(&key);
                ready.push(resource.clone());
                continue;
            }
            let since = *self.waiting.entry(key).or_insert(now);
            if now >= since + PATIENCE {
                ready.push(resource.clone());
            }
        }
        for name in settled {
            self.pending[kind as usize].remove(&name);
            self.waiting.remove(&(kind, name));
        }
        for resource in &ready {
            self.waiting.remove(&(kind, resource.name.clone()));
        }
        ready
    }

    /// Whether Envoy has what a resource needs.
    fn has(&self, needs: &Needs, target: &Target) -> bool {
        needs.clusters.iter().all(|name| self.is_warm(name, target))
            && needs
                .route_configuration
                .iter()
                .all(|name| self.leads_somewhere(name, target))
            && needs
                .scopes
                .iter()
                .all(|prefix| self.has_scopes(prefix, target))
    }

    /// A cluster serves when Envoy has its endpoints. With health checks, it serves after their
    /// first round; Envoy holds back its acknowledgement of clusters until then.
    fn is_warm(&self, name: &Arc<str>, target: &Target) -> bool {
        let at_envoy = |kind: ResourceType, resource: &Resource| {
            self.types[kind as usize].acknowledged(name, &resource.version)
        };
        let Some(cluster) = target.resources.get(ResourceType::Cluster, name) else {
            return true;
        };
        let held = &self.types[ResourceType::Cluster as usize].held;
        if !held.contains_key(name) {
            return self.is_cold(name, target);
        }
        let endpoints = &self.types[ResourceType::Endpoints as usize].held;
        let asked = endpoints
            .get(name)
            .is_some_and(|held| held.nonce.is_none() && !held.version.is_empty());
        asked && (!cluster.probed || at_envoy(ResourceType::Cluster, cluster))
    }

    /// Whether a cluster is sent only when Envoy asks for it by name.
    fn is_cold(&self, name: &Arc<str>, target: &Target) -> bool {
        let clusters = &self.types[ResourceType::Cluster as usize];
        let is_known = clusters.held.contains_key(name) || clusters.names.contains(name);
        !is_known
            && target
                .resources
                .get(ResourceType::Cluster, name)
                .is_some_and(|cluster| self.cold.holds_back(cluster))
    }

    /// A scope that exists must not lead to a RouteConfiguration that Envoy does not have. With no
    /// scope at all there is nothing to break, and Envoy waits for all of them itself.
    fn leads_somewhere(&self, route_configuration: &Arc<str>, target: &Target) -> bool {
        let scopes = &self.types[ResourceType::Scope as usize];
        let kind = ResourceType::RouteConfiguration;
        scopes.held.is_empty()
            || target
                .resources
                .get(kind, route_configuration)
                .is_none_or(|resource| {
                    self.types[kind as usize].acknowledged(route_configuration, &resource.version)
                })
    }

    /// Whether the scopes of a connection manager, and what they lead to, are at Envoy. Envoy asks
    /// for scopes when it has the first such listener, which therefore can't wait for them.
    fn has_scopes(&self, prefix: &Arc<str>, target: &Target) -> bool {
        let settled = |kind: ResourceType| {
            let after = self.pending[kind as usize].range(prefix.clone()..);
            let mut of_listener = after.take_while(|name| name.starts_with(&**prefix));
            !of_listener.any(|name| target.resources.get(kind, name).is_some())
        };
        !self.types[ResourceType::Scope as usize].open
            || (settled(ResourceType::Scope) && settled(ResourceType::RouteConfiguration))
    }

    /// Clusters that requests wait for and that are not there.
    fn missing(&self, target: &Target) -> Vec<Arc<str>> {
        let clusters = &self.types[ResourceType::Cluster as usize];
        let unknown = |name: &&Arc<str>| {
            let wanted = target.resources.get(ResourceType::Cluster, name);
            wanted.is_none() && !clusters.held.contains_key(*name)
        };
        clusters
            .unanswered
            .iter()
            .filter(unknown)
            .cloned()
            .collect()
    }

    /// What Envoy holds of a type and shall no longer, when it may go.
    fn gone(&mut self, kind: ResourceType, target: &Target) -> Vec<Arc<str>> {
        // What leads to the type must have changed before. Endpoints, secrets and
        // RouteConfigurations go by themselves: Envoy unsubscribes.
        let leading: &[ResourceType] = match kind {
            ResourceType::Listener => &[],
            ResourceType::Scope => &[ResourceType::Listener],
            ResourceType::Cluster => &[
                ResourceType::Listener,
                ResourceType::Scope,
                ResourceType::RouteConfiguration,
            ],
            ResourceType::Endpoints | ResourceType::Secret | ResourceType::RouteConfiguration => {
                return Vec::new();
            }
        };
        if leading.iter().any(|kind| !self.is_settled(*kind, target)) {
            return Vec::new();
        }
        let pending = &self.pending[kind as usize];
        let wanted = |name: &Arc<str>| target.resources.get(kind, name).is_some();
        // What replaces a scope must serve before it goes.
        if kind == ResourceType::Scope && pending.iter().any(wanted) {
            return Vec::new();
        }
        let held = &self.types[kind as usize].held;
        let gone = pending
            .iter()
            .filter(|name| held.contains_key(*name) && !wanted(name));
        gone.cloned().collect()
    }

    /// Whether nothing of a type is on its way or waits.
    fn is_settled(&self, kind: ResourceType, target: &Target) -> bool {
        self.types[kind as usize].in_flight.is_empty()
            && !self.pending[kind as usize].iter().any(|name| {
                target.resources.get(kind, name).is_some()
                    || (self.types[kind as usize].held.contains_key(name)
                        && kind != ResourceType::RouteConfiguration)
            })
    }

    fn respond(
        &mut self,
        kind: ResourceType,
        ready: &[Arc<Resource>],
        gone: &[Arc<str>],
    ) -> Option<xds::DeltaDiscoveryResponse> {
        let waits = self.waiting.keys().any(|(waiting, _)| *waiting == kind);
        let subscription = &mut self.types[kind as usize];
        let greets = subscription.greet && !waits;
        if ready.is_empty() && gone.is_empty() && !greets {
            return None;
        }
        subscription.greet = false;
        self.nonce += 1;
        let nonce = self.nonce;
        let mut carried = Vec::with_capacity(ready.len());
        for resource in ready {
            subscription.unanswered.remove(&resource.name);
            let held = Held {
                version: resource.version.clone(),
                nonce: Some(nonce),
            };
            subscription.held.insert(resource.name.clone(), held);
            carried.push(resource.name.clone());
        }
        for name in gone {
            subscription.held.remove(name);
            subscription.unanswered.remove(name);
        }
        let sent = Sent {
            number: self.target.as_ref().map_or(0, |target| target.number),
            names: carried,
        };
        subscription.in_flight.insert(nonce, sent);
        if kind == ResourceType::Cluster {
            self.resend_endpoints(ready);
        }
        Some(xds::DeltaDiscoveryResponse {
            type_url: kind.type_url().to_owned(),
            nonce: nonce.to_string(),
            resources: ready
                .iter()
                .map(|resource| xds::Resource {
                    name: resource.name.to_string(),
                    version: resource.version.clone(),
                    resource: Some(resource.body.clone()),
                    ..Default::default()
                })
                .collect(),
            removed_resources: gone.iter().map(ToString::to_string).collect(),
            ..Default::default()
        })
    }

    /// A cluster that changes is made anew and waits for its endpoints, but Envoy, which is
    /// subscribed to them already, does not ask again.
    fn resend_endpoints(&mut self, clusters: &[Arc<Resource>]) {
        let endpoints = &mut self.types[ResourceType::Endpoints as usize];
        for cluster in clusters {
            if endpoints.names.contains(&cluster.name) {
                endpoints.unanswered.insert(cluster.name.clone());
                self.pending[ResourceType::Endpoints as usize].insert(cluster.name.clone());
            }
        }
    }

    /// Envoy refuses a response: go back to the last good target as a whole.
    fn refused(&mut self, kind: ResourceType, nonce: u64, message: &str) {
        let Some(refused) = self.types[kind as usize].refuse(nonce) else {
            return;
        };
        let names = refused.resources.iter().map(|(name, _)| name.clone());
        self.pending[kind as usize].extend(names);
        let Some(target) = self.target.clone() else {
            return;
        };
        let still_wanted = |(name, version): &(Arc<str>, String)| {
            let wanted = target.resources.get(kind, name);
            wanted.is_some_and(|wanted| wanted.version == *version)
        };
        let is_stale = if refused.number == target.number {
            !refused.resources.is_empty() && !refused.resources.iter().any(still_wanted)
        } else {
            // What is at fault may be what the target has left out since. If it is not, it is sent
            // again and refused again.
            !refused.resources.iter().all(still_wanted)
        };
        if is_stale {
            return;
        }
        tracing::warn!(
            revision = target.revision,
            message,
            "Envoy refused a configuration"
        );
        if self.rolled_back {
            self.given_up = true;
            return;
        }
        let carried = refused.resources.iter().map(|(name, _)| name);
        let named: Vec<Arc<str>> = carried
            .clone()
            .filter(|name| names_resource(message, name))
            .cloned()
            .collect();
        self.status.rejected = Some(Refusal {
            number: target.number,
            revision: target.revision,
            kind,
            resources: if named.is_empty() {
                carried.cloned().collect()
            } else {
                named
            },
            message: message.to_owned(),
        });
        match self.last_good.clone() {
            Some(last_good) => {
                self.rolled_back = true;
                self.aim_at(last_good);
            }
            None => self.given_up = true,
        }
    }

    /// Takes note when Envoy holds the target and nothing else.
    fn conclude(&mut self, target: &Target) {
        let in_sync = ResourceType::ALL.into_iter().all(|kind| {
            self.types[kind as usize].in_flight.is_empty()
                && self.pending[kind as usize].is_empty()
                && (self.types[kind as usize].open || target.resources.of(kind).is_empty())
        });
        if !in_sync {
            return;
        }
        self.status.acknowledged_revision = target.revision;
        self.status.acknowledged = target.number;
        if !self.rolled_back {
            self.status.rejected = None;
            self.last_good = Some(target.clone());
        }
    }
}

/// Whether the words name the resource, and not one of which the name is a part.
fn names_resource(message: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.');
    message.match_indices(name).any(|(begin, _)| {
        let before = message[..begin].chars().next_back();
        let after = message[begin + name.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

/// The answer for a cluster that is asked for and has no endpoints any more: without one, Envoy
/// would wait for it.
fn no_endpoints(name: &Arc<str>) -> Resource {
    let message = ClusterLoadAssignment {
        cluster_name: name.to_string(),
        ..Default::default()
    };
    Resource::from_bytes(
        name.clone(),
        ResourceType::Endpoints.type_url().to_owned(),
        message.encode_to_vec(),
        Needs::default(),
    )
}

#[cfg(test)]
mod tests;
