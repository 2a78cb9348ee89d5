//! The sum of all objects, in memory: pure, without I/O, time as an argument.
//!
//! ```text
//!   committed changes ──► apply ──► objects ── relations (who names whom)
//!                                      │            │
//!   a write to come ──► admit ─────────┤            ├── intent (what a node serves, line by line)
//!   agents' reports ──► report ──► live┤            └── desired (revision a gateway should have)
//!                                      ▼
//!                               reconcile ──► statuses that differ, events
//! ```
//!
//! Work follows the change: an object's change makes dirty what it concerns, and only that is looked
//! at again. Addresses in use are exactly those in Gateways' statuses.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use epic_api::agent::{GatewayIntent, InstanceLive, NodeReport};
use epic_api::event::EventType;
use epic_api::topology::{self, Topology};
use epic_api::{Gateway, GatewayTemplate, Kind, Object, ObjectKey, RawObject, Route};
use jiff::Timestamp;

mod admission;
mod allowance;
mod attachment;
mod follow;
mod intent;
mod ipam;
mod live;
mod own_networks;
mod placement;
mod relations;
mod status;

pub use intent::IntentView;
pub use own_networks::OwnNetworks;

use attachment::Attachments;
use intent::ChangeLog;
use ipam::Ranges;
use live::{Flips, Live};
use relations::Relations;

/// Names that a message lists.
const SHOWN: usize = 5;
/// Events that wait for the next reconciliation.
const DRAFTS: usize = 1_000;

/// A committed change.
#[derive(Clone, Debug)]
pub enum Change {
    /// The object is, or is now, so.
    Put(Arc<RawObject>),
    /// The object is gone.
    Delete(ObjectKey),
}

/// Something that happened and should be recorded.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct EventDraft {
    /// To what.
    pub regarding: ObjectKey,
    /// How bad.
    pub kind: EventType,
    /// One CamelCase word.
    pub reason: String,
    /// A sentence.
    pub message: String,
}

/// What follows from what changed.
#[derive(Debug, Default)]
pub struct Reconciled {
    /// Objects with the status they should have; only those whose status differs.
    pub statuses: Vec<RawObject>,
    /// What happened meanwhile.
    pub events: Vec<EventDraft>,
}

/// What one reconciliation gives away: two gateways must not get the same address or pile up on one
/// node before the first is committed.
#[derive(Default)]
struct Planned {
    addresses: Vec<IpAddr>,
    /// Gateways newly on each node.
    nodes: BTreeMap<String, usize>,
    /// Pools without a free address.
    exhausted: BTreeSet<ObjectKey>,
}

/// Objects of one kind, by key.
type Objects<S> = BTreeMap<ObjectKey, Arc<Object<S>>>;

/// See the module.
#[derive(Default)]
pub struct World {
    accounts: Objects<epic_api::AccountSpec>,
    pools: Objects<epic_api::IpPoolSpec>,
    templates: Objects<epic_api::GatewayTemplateSpec>,
    gateways: Objects<epic_api::GatewaySpec>,
    routes: Objects<epic_api::RouteSpec>,
    backends: Objects<epic_api::BackendSpec>,
    certificates: Objects<epic_api::CertificateSpec>,
    nodes: Objects<epic_api::NodeSpec>,
    /// As stored, shared with the store: what intents carry.
    raw: BTreeMap<ObjectKey, Arc<RawObject>>,
    relations: Relations,
    attachments: Attachments,
    /// What each pool's ranges are.
    ranges: BTreeMap<ObjectKey, Ranges>,
    /// Which gateway has which address.
    held: BTreeMap<IpAddr, ObjectKey>,
    /// The revision of the newest change that concerns a gateway.
    desired: BTreeMap<ObjectKey, u64>,
    /// Objects whose status is to be looked at.
    dirty: BTreeSet<ObjectKey>,
    /// Gateways of which an Envoy refuses objects.
    tainted: BTreeSet<ObjectKey>,
    /// Gateways that lack an address or a node.
    waiting: BTreeSet<ObjectKey>,
    /// Routes that their gateway's instances have not acknowledged yet, by gateway.
    unacknowledged: BTreeMap<ObjectKey, BTreeSet<ObjectKey>>,
    /// When a certificate becomes valid or expires.
    moments: BTreeSet<(Timestamp, ObjectKey)>,
    /// Addresses that wait for a gateway to come back.
    kept: BTreeMap<ObjectKey, Vec<IpAddr>>,
    /// What this reconciliation has given away and nobody has committed yet.
    planned: Planned,
    events: Vec<EventDraft>,
    live: Live,
    log: ChangeLog,
    revision: u64,
    own_networks: OwnNetworks,
}

impl World {
    /// Nothing at all, in a cluster with these networks.
    pub fn new(own_networks: OwnNetworks) -> Self {
        World {
            own_networks,
            ..World::default()
        }
    }

    /// Nothing but what agents have reported.
    #[must_use]
    pub fn anew(&mut self) -> Self {
        World {
            live: std::mem::take(&mut self.live),
            ..World::new(self.own_networks.clone())
        }
    }

    /// Addresses that a gateway gets when it is admitted, as far as they are free and its template's.
    pub fn keep_for(&mut self, gateway: &ObjectKey, addresses: Vec<IpAddr>) {
        if addresses.is_empty() {
            self.kept.remove(gateway);
        } else {
            self.kept.insert(gateway.clone(), addresses);
        }
    }

    /// The gateways whose Envoys an object shapes.
    pub fn shaped_by(&self, key: &ObjectKey) -> BTreeSet<ObjectKey> {
        self.gateways_of(key)
    }

    /// Takes in a committed change; at start-up, every object that is stored, in the order of
    /// [`Kind::ALL`] and each at the revision of its last change.
    pub fn apply(&mut self, revision: u64, change: Change) {
        self.revision = self.revision.max(revision);
        match change {
            Change::Put(object) => self.put(revision, &object),
            Change::Delete(key) => self.remove(revision, &key),
        }
    }

    /// Everything that shapes one gateway's Envoy. `None` without such a gateway or its template.
    pub fn gateway_intent(&self, key: &ObjectKey) -> Option<GatewayIntent> {
        let gateway = self.gateways.get(key)?;
        let routes: BTreeMap<String, Arc<Route>> = self
            .relations
            .naming(key, Kind::Route)
            .filter_map(|route| self.routes.get(route))
            .map(|route| (route.metadata.name.clone(), route.clone()))
            .collect();
        let backends = routes
            .values()
            .flat_map(|route| {
                route
                    .spec
                    .backend_names()
                    .map(|name| key.sibling(Kind::Backend, name))
            })
            .filter_map(|backend| self.backends.get(&backend))
            .map(|backend| (backend.metadata.name.clone(), backend.clone()))
            .collect();
        let certificates = self
            .relations
            .closure_below(key)
            .iter()
            .filter_map(|below| self.certificates.get(below))
            .map(|certificate| (certificate.metadata.name.clone(), certificate.clone()))
            .collect();
        Some(GatewayIntent {
            revision: self.desired.get(key).copied().unwrap_or_default(),
            template: GatewayTemplate::clone(self.template_of(gateway)?),
            gateway: Gateway::clone(gateway),
            routes,
            backends,
            certificates,
        })
    }

    /// The live graph of a gateway.
    pub fn topology(&self, key: &ObjectKey) -> Option<Topology> {
        let intent = self.gateway_intent(key)?;
        let uid = intent.gateway.metadata.uid.clone().unwrap_or_default();
        Some(topology::build(&intent, &self.live.reports_of(&uid)))
    }

    /// The live figures of a gateway, by node.
    pub fn live(&self, key: &ObjectKey) -> BTreeMap<String, InstanceLive> {
        let Some(gateway) = self.gateways.get(key) else {
            return BTreeMap::new();
        };
        let uid = gateway.metadata.uid.clone().unwrap_or_default();
        let reports = self.live.reports_of(&uid);
        reports
            .into_iter()
            .map(|(node, report)| (node, report.live))
            .collect()
    }

    /// Takes in what a node's agent says; it replaces what it said before.
    pub fn report(&mut self, node: &str, report: NodeReport, now: Timestamp) {
        let was_ready = self.live.is_ready(node);
        let changes = self.live.report(node, report, now);
        self.dirty.insert(node_key(node));
        for change in changes {
            let gateway = ObjectKey::in_account(Kind::Gateway, change.account, change.gateway);
            if !self.gateways.contains_key(&gateway) {
                continue;
            }
            if change.state {
                self.dirty
                    .extend(self.relations.naming(&gateway, Kind::Route).cloned());
            } else if change.progressed {
                self.dirty.extend(
                    self.unacknowledged
                        .get(&gateway)
                        .into_iter()
                        .flatten()
                        .cloned(),
                );
            }
            if change.state || change.progressed {
                self.dirty.insert(gateway.clone());
            }
            let backends = change.backends.iter();
            self.dirty
                .extend(backends.map(|name| gateway.sibling(Kind::Backend, name.clone())));
            for flips in change.flips {
                self.draft_flips(&gateway, node, &flips);
            }
        }
        if !was_ready {
            self.look_at_placed(node);
            self.wake_waiting();
        }
    }

    /// Lets time pass: nodes that have not been heard of are lost, certificates expire.
    pub fn tick(&mut self, now: Timestamp) {
        let (lost, listened) = self.live.tick(now);
        for node in lost {
            self.look_at_placed(&node);
        }
        if listened {
            let nodes: Vec<String> = self.nodes.keys().map(|key| key.name.clone()).collect();
            for node in nodes {
                if !self.live.is_ready(&node) {
                    self.look_at_placed(&node);
                }
            }
        }
        while let Some((moment, _)) = self.moments.first()
            && *moment < now
            && let Some((_, certificate)) = self.moments.pop_first()
        {
            self.dirty.insert(certificate);
        }
    }

    /// Looks again at a node, at the gateways placed on it, and at what has its answers from them.
    fn look_at_placed(&mut self, node: &str) {
        let node = node_key(node);
        let placed: Vec<ObjectKey> = self
            .relations
            .naming(&node, Kind::Gateway)
            .cloned()
            .collect();
        self.dirty.insert(node);
        for gateway in placed {
            for route in self.relations.naming(&gateway, Kind::Route) {
                let named = self.relations.named_by(route);
                self.dirty
                    .extend(named.filter(|key| key.kind == Kind::Backend).cloned());
                self.dirty.insert(route.clone());
            }
            self.dirty.insert(gateway);
        }
    }

    fn draft_flips(&mut self, gateway: &ObjectKey, node: &str, flips: &Flips) {
        let backend = gateway.sibling(Kind::Backend, flips.backend.clone());
        if !self.backends.contains_key(&backend) {
            return;
        }
        let seen = format!("as gateway {} on node {node} sees it", gateway.name);
        if !flips.unhealthy.is_empty() {
            let words: Vec<String> = flips
                .unhealthy
                .iter()
                .map(|(address, reason)| match reason.as_str() {
                    "" => address.to_string(),
                    reason => format!("{address} ({reason})"),
                })
                .collect();
            self.warn(
                &backend,
                "EndpointUnhealthy",
                format!("unhealthy: {}, {seen}", shorten(&words)),
            );
        }
        if !flips.healthy.is_empty() {
            let words: Vec<String> = flips.healthy.iter().map(ToString::to_string).collect();
            self.note(
                &backend,
                "EndpointHealthy",
                format!("healthy again: {}, {seen}", shorten(&words)),
            );
        }
    }

    /// The statuses and events that follow from what changed since the last call. What it returns has
    /// to be committed and applied before the World is asked anything else; then a next call returns
    /// nothing, or, where it gave an address or a node to a gateway, the gateway's new revision.
    pub fn reconcile(&mut self, now: Timestamp) -> Reconciled {
        self.live.listen(now);
        let dirty = std::mem::take(&mut self.dirty);
        let mut statuses = Vec::new();
        // Gateways first, oldest first: who waited longest gets an address that is free.
        let mut gateways: Vec<&ObjectKey> = dirty
            .iter()
            .filter(|key| key.kind == Kind::Gateway)
            .collect();
        gateways.sort_by_key(|key| {
            self.gateways
                .get(*key)
                .map(|gateway| gateway.metadata.creation_timestamp)
        });
        let others = dirty.iter().filter(|key| key.kind != Kind::Gateway);
        for key in gateways.into_iter().chain(others) {
            if let Some(status) = self.status_of(key, now)
                && let Some(raw) = self.raw.get(key)
            {
                let mut object = RawObject::clone(raw);
                object.status = Some(status);
                statuses.push(object);
            }
        }
        for address in std::mem::take(&mut self.planned).addresses {
            self.held.remove(&address);
        }
        Reconciled {
            statuses,
            events: std::mem::take(&mut self.events),
        }
    }

    fn note(&mut self, regarding: &ObjectKey, reason: &str, message: impl Into<String>) {
        self.draft(regarding, EventType::Normal, reason, message.into());
    }

    fn warn(&mut self, regarding: &ObjectKey, reason: &str, message: impl Into<String>) {
        self.draft(regarding, EventType::Warning, reason, message.into());
    }

    fn draft(&mut self, regarding: &ObjectKey, kind: EventType, reason: &str, message: String) {
        // Nobody reads more between two reconciliations, and a World that nobody asks must not grow.
        if self.events.len() < DRAFTS {
            let regarding = regarding.clone();
            self.events.push(EventDraft {
                regarding,
                kind,
                reason: reason.to_owned(),
                message,
            });
        }
    }
}

/// The first few of a list: a message must not grow with the cluster.
pub(crate) fn shorten(words: &[String]) -> String {
    let shown = words[..words.len().min(SHOWN)].join(", ");
    match words.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

fn node_key(name: &str) -> ObjectKey {
    ObjectKey::cluster(Kind::Node, name)
}

#[cfg(test)]
mod tests;
