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
use epic_api::{
    Gateway, GatewayTemplate, Kind, Object, ObjectKey, RawObject, Route, Spec,
};
use jiff::Timestamp;

mod admission;
mod intent;
mod ipam;
mod live;
mod placement;
mod relations;
mod status;

pub use intent::IntentView;

use intent::ChangeLog;
use live::Live;
use relations::Relations;

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
    /// Which gateway has which address.
    held: BTreeMap<IpAddr, ObjectKey>,
    /// The revision of the newest change that concerns a gateway.
    desired: BTreeMap<ObjectKey, u64>,
    /// Objects whose status is to be looked at.
    dirty: BTreeSet<ObjectKey>,
    events: Vec<EventDraft>,
    live: Live,
    log: ChangeLog,
    revision: u64,
}

impl World {
    /// Nothing at all.
    pub fn new() -> Self {
        World::default()
    }

    /// Takes in a committed change; at start-up, every object that is stored, in the order of
    /// [`Kind::ALL`] and each at the revision of its last change.
    pub fn apply(&mut self, revision: u64, change: Change) {
        self.revision = self.revision.max(revision);
        match change {
            Change::Put(object) => self.put(revision, object),
            Change::Delete(key) => self.remove(revision, &key),
        }
    }

    fn put(&mut self, revision: u64, raw: Arc<RawObject>) {
        let key = raw.key();
        let previous = self.raw.get(&key).cloned();
        let before = previous.as_deref().map(intent::fingerprint);
        if raw.kind == Kind::Event {
            return;
        }
        if !self.insert_typed(&key, &raw) {
            return;
        }
        let after = intent::fingerprint(&raw);
        let spec_changed = previous
            .as_ref()
            .is_none_or(|previous| previous.metadata.spec_revision != raw.metadata.spec_revision);
        self.raw.insert(key.clone(), raw.clone());
        if before == Some(after) {
            return;
        }
        let newest = match &previous {
            Some(_) if !spec_changed => revision,
            _ => raw.metadata.spec_revision,
        };
        self.concern(&key, newest);
        let names = self.names_of(&key);
        self.relations.set(&key, names);
        self.concern(&key, newest);
        if key.kind == Kind::Gateway && previous.is_none() {
            let stored = self.gateways[&key].status.as_ref().map_or(0, |status| status.revision);
            self.raise(&key, stored);
        }
    }

    fn remove(&mut self, revision: u64, key: &ObjectKey) {
        if self.raw.remove(key).is_none() {
            return;
        }
        self.concern(key, revision);
        match key.kind {
            Kind::Account => drop(self.accounts.remove(key)),
            Kind::IpPool => drop(self.pools.remove(key)),
            Kind::GatewayTemplate => drop(self.templates.remove(key)),
            Kind::Gateway => {
                self.gateways.remove(key);
                self.held.retain(|_, holder| holder != key);
                self.desired.remove(key);
            }
            Kind::Route => drop(self.routes.remove(key)),
            Kind::Backend => drop(self.backends.remove(key)),
            Kind::Certificate => drop(self.certificates.remove(key)),
            Kind::Node => {
                self.nodes.remove(key);
                self.live.forget(&key.name);
            }
            Kind::Event => {}
        }
        self.relations.set(key, BTreeSet::new());
        self.dirty.remove(key);
    }

    /// Parses once. A stored object that can't be parsed is from a newer epicd: it is left alone.
    fn insert_typed(&mut self, key: &ObjectKey, raw: &RawObject) -> bool {
        match key.kind {
            Kind::Account => insert(&mut self.accounts, raw),
            Kind::IpPool => insert(&mut self.pools, raw),
            Kind::GatewayTemplate => insert(&mut self.templates, raw),
            Kind::Gateway => {
                if !insert(&mut self.gateways, raw) {
                    return false;
                }
                self.held.retain(|_, holder| holder != key);
                for address in self.gateways[key].status.iter().flat_map(|status| &status.addresses) {
                    self.held.insert(address.value, key.clone());
                }
                true
            }
            Kind::Route => insert(&mut self.routes, raw),
            Kind::Backend => insert(&mut self.backends, raw),
            Kind::Certificate => insert(&mut self.certificates, raw),
            Kind::Node => insert(&mut self.nodes, raw),
            Kind::Event => false,
        }
    }

    /// Whom an object names.
    fn names_of(&self, key: &ObjectKey) -> BTreeSet<ObjectKey> {
        match key.kind {
            Kind::GatewayTemplate => relations::of_template(&self.templates[key]),
            Kind::Gateway => relations::of_gateway(&self.gateways[key]),
            Kind::Route => relations::of_route(&self.routes[key]),
            _ => BTreeSet::new(),
        }
    }

    /// Makes dirty what an object's change concerns, raises the desired revision of the gateways it
    /// shapes and tells the intent streams.
    fn concern(&mut self, key: &ObjectKey, revision: u64) {
        let mut touched = BTreeSet::from([key.clone()]);
        let gateways = self.gateways_of(key);
        match key.kind {
            Kind::Gateway => {
                touched.extend(self.relations.closure_below(key));
                touched.extend(self.relations.naming(key, Kind::Route).cloned());
                self.dirty.extend(self.relations.named_by(key).cloned());
            }
            Kind::Route => touched.extend(self.relations.named_by(key).cloned()),
            _ => {}
        }
        self.log.push(touched.iter().filter(|key| intent::is_of_intents(key.kind)));
        for gateway in &gateways {
            self.raise(gateway, revision);
            self.dirty.insert(gateway.clone());
        }
        self.dirty.extend(touched);
        self.dirty.extend(self.relations.naming_any(key).cloned());
        if let Some(account) = &key.account {
            self.dirty.insert(ObjectKey::cluster(Kind::Account, account.clone()));
        }
        let frees = matches!(key.kind, Kind::Gateway | Kind::IpPool | Kind::Node | Kind::GatewayTemplate);
        if frees {
            self.wake_waiting();
        }
        if matches!(key.kind, Kind::Gateway | Kind::IpPool | Kind::GatewayTemplate) {
            self.dirty.extend(self.pools.keys().cloned());
        }
    }

    /// Gateways that lack an address or a node may get one now.
    fn wake_waiting(&mut self) {
        let waiting = self.gateways.iter().filter(|(_, gateway)| self.is_waiting(gateway));
        let waiting: Vec<ObjectKey> = waiting.map(|(key, _)| key.clone()).collect();
        self.dirty.extend(waiting);
    }

    fn is_waiting(&self, gateway: &Gateway) -> bool {
        let Some(status) = &gateway.status else { return true };
        let Some(template) = self.template_of(gateway) else { return true };
        status.addresses.len() < template.spec.pools.len()
            || status.instances.len() < template.spec.instances as usize
            || status.instances.iter().any(|instance| !self.nodes.contains_key(&node_key(&instance.node)))
    }

    fn raise(&mut self, gateway: &ObjectKey, revision: u64) {
        let desired = self.desired.entry(gateway.clone()).or_default();
        *desired = (*desired).max(revision);
    }

    /// The gateways whose Envoys an object shapes.
    fn gateways_of(&self, key: &ObjectKey) -> BTreeSet<ObjectKey> {
        match key.kind {
            Kind::Gateway => BTreeSet::from([key.clone()]),
            Kind::GatewayTemplate | Kind::Certificate => {
                self.relations.naming(key, Kind::Gateway).cloned().collect()
            }
            Kind::Route => self.parents_of(key),
            Kind::Backend => {
                let routes = self.relations.naming(key, Kind::Route);
                routes.flat_map(|route| self.parents_of(route)).collect()
            }
            Kind::Account | Kind::IpPool | Kind::Node | Kind::Event => BTreeSet::new(),
        }
    }

    fn parents_of(&self, route: &ObjectKey) -> BTreeSet<ObjectKey> {
        let named = self.relations.named_by(route);
        let gateways = named.filter(|key| key.kind == Kind::Gateway && self.gateways.contains_key(*key));
        gateways.cloned().collect()
    }

    fn template_of(&self, gateway: &Gateway) -> Option<&Arc<GatewayTemplate>> {
        let key = ObjectKey::cluster(Kind::GatewayTemplate, gateway.spec.template.clone());
        self.templates.get(&key)
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
            .flat_map(|route| route.spec.backend_names().map(|name| key.sibling(Kind::Backend, name)))
            .filter_map(|backend| self.backends.get(&backend))
            .map(|backend| (backend.metadata.name.clone(), backend.clone()))
            .collect();
        let certificates = self
            .relations
            .named_by(key)
            .filter_map(|named| self.certificates.get(named))
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
        let Some(gateway) = self.gateways.get(key) else { return BTreeMap::new() };
        let uid = gateway.metadata.uid.clone().unwrap_or_default();
        let reports = self.live.reports_of(&uid);
        reports.into_iter().map(|(node, report)| (node, report.live)).collect()
    }

    /// Takes in what a node's agent says; it replaces what it said before.
    pub fn report(&mut self, node: &str, report: NodeReport, now: Timestamp) {
        let was_ready = self.live.is_ready(node);
        let changed = self.live.report(node, report, now);
        self.dirty.insert(node_key(node));
        for (account, gateway) in changed {
            self.touch_gateway(&ObjectKey::in_account(Kind::Gateway, account, gateway));
        }
        if !was_ready {
            let placed: Vec<ObjectKey> =
                self.relations.naming(&node_key(node), Kind::Gateway).cloned().collect();
            for gateway in placed {
                self.touch_gateway(&gateway);
            }
            self.wake_waiting();
        }
    }

    /// Lets time pass: nodes that have not been heard of are lost.
    pub fn tick(&mut self, now: Timestamp) {
        for node in self.live.tick(now) {
            let key = node_key(&node);
            let placed: Vec<ObjectKey> = self.relations.naming(&key, Kind::Gateway).cloned().collect();
            self.dirty.insert(key);
            for gateway in placed {
                self.touch_gateway(&gateway);
            }
            self.wake_waiting();
        }
    }

    /// Looks at a gateway again, and at what has its answers from it.
    fn touch_gateway(&mut self, gateway: &ObjectKey) {
        if !self.gateways.contains_key(gateway) {
            return;
        }
        let routes: Vec<ObjectKey> = self.relations.naming(gateway, Kind::Route).cloned().collect();
        for route in &routes {
            let backends = self.relations.named_by(route).filter(|key| key.kind == Kind::Backend);
            self.dirty.extend(backends.cloned());
        }
        self.dirty.extend(routes);
        self.dirty.insert(gateway.clone());
    }

    /// The statuses and events that follow from what changed since the last call. What it returns has
    /// to be committed and applied; a second call then returns nothing.
    pub fn reconcile(&mut self, now: Timestamp) -> Reconciled {
        let dirty = std::mem::take(&mut self.dirty);
        let mut statuses = Vec::new();
        // Gateways first, oldest first: who waited longest gets an address that is free.
        let mut gateways: Vec<&ObjectKey> = dirty.iter().filter(|key| key.kind == Kind::Gateway).collect();
        gateways.sort_by_key(|key| {
            self.gateways.get(*key).map(|gateway| gateway.metadata.creation_timestamp)
        });
        let others = dirty.iter().filter(|key| key.kind != Kind::Gateway);
        let order: Vec<ObjectKey> = gateways.into_iter().chain(others).cloned().collect();
        for key in order {
            if let Some(object) = self.status_of(&key, now) {
                statuses.push(object);
            }
        }
        Reconciled { statuses, events: std::mem::take(&mut self.events) }
    }
}

fn insert<S: Spec>(objects: &mut Objects<S>, raw: &RawObject) -> bool {
    let Ok(object) = Object::<S>::from_raw(raw) else { return false };
    objects.insert(object.key(), Arc::new(object));
    true
}

fn node_key(name: &str) -> ObjectKey {
    ObjectKey::cluster(Kind::Node, name)
}

#[cfg(test)]
mod tests;
