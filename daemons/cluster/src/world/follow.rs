//! Keeping up with committed changes: the objects, their relations, and what each change concerns.

use std::collections::BTreeSet;
use std::sync::Arc;

use epic_api::{
    Gateway, GatewayTemplate, Kind, Object, ObjectKey, RawObject, Route, Spec, binding,
};

use super::ipam::Ranges;
use super::{Objects, World, intent, node_key, relations};

impl World {
    pub(super) fn put(&mut self, revision: u64, raw: &Arc<RawObject>) {
        if raw.kind == Kind::Event {
            return;
        }
        let key = raw.key();
        let previous = self.raw.get(&key).cloned();
        if !self.insert_typed(&key, raw) {
            return;
        }
        self.raw.insert(key.clone(), raw.clone());
        let before = previous.as_deref().map(intent::fingerprint);
        if before == Some(intent::fingerprint(raw)) {
            return;
        }
        let respecified = previous
            .as_ref()
            .is_none_or(|previous| previous.metadata.spec_revision != raw.metadata.spec_revision);
        let newest = if respecified {
            raw.metadata.spec_revision
        } else {
            revision
        };
        let existence = previous.is_none();
        self.concern(&key, newest, existence);
        if key.kind == Kind::Route {
            for parent in self.parents_of(&key) {
                self.attachments.set(&parent, &key, Vec::new());
                self.acknowledge(&parent, &key, true);
            }
        }
        let names = self.names_of(&key);
        self.relations.set(&key, names);
        self.attach(&key);
        self.concern(&key, newest, existence);
        self.raise_from_parts(&key, existence);
    }

    pub(super) fn remove(&mut self, revision: u64, key: &ObjectKey) {
        if self.raw.remove(key).is_none() {
            return;
        }
        self.concern(key, revision, true);
        self.remove_typed(key);
        self.relations.set(key, BTreeSet::new());
        self.attach(key);
        if matches!(key.kind, Kind::GatewayTemplate | Kind::Node) {
            let naming: Vec<ObjectKey> =
                self.relations.naming(key, Kind::Gateway).cloned().collect();
            for gateway in naming {
                self.note_waiting(&gateway);
            }
        }
        self.dirty.remove(key);
    }

    fn remove_typed(&mut self, key: &ObjectKey) {
        match key.kind {
            Kind::Account => drop(self.accounts.remove(key)),
            Kind::IpPool => {
                self.pools.remove(key);
                self.ranges.remove(key);
            }
            Kind::GatewayTemplate => drop(self.templates.remove(key)),
            Kind::Gateway => {
                self.let_go(key);
                self.gateways.remove(key);
                self.desired.remove(key);
                self.tainted.remove(key);
                self.waiting.remove(key);
                self.unacknowledged.remove(key);
                self.wake_waiting();
            }
            Kind::Route => {
                if let Some(route) = self.routes.remove(key) {
                    for parent in &route.spec.parent_refs {
                        let gateway = key.sibling(Kind::Gateway, parent.name.clone());
                        self.attachments.set(&gateway, key, Vec::new());
                        self.acknowledge(&gateway, key, true);
                    }
                }
            }
            Kind::Backend => drop(self.backends.remove(key)),
            Kind::Certificate => {
                self.certificates.remove(key);
                self.moments.retain(|(_, of)| of != key);
            }
            Kind::Node => {
                self.nodes.remove(key);
                self.live.forget(&key.name);
            }
            Kind::Event => {}
        }
    }

    /// Frees the addresses of a gateway.
    fn let_go(&mut self, key: &ObjectKey) {
        let status = self
            .gateways
            .get(key)
            .and_then(|gateway| gateway.status.as_ref());
        for address in status.iter().flat_map(|status| &status.addresses) {
            if self.held.get(&address.value) == Some(key) {
                self.held.remove(&address.value);
            }
        }
    }

    /// Parses once. A stored object that can't be parsed is from a newer epicd: it is left alone.
    fn insert_typed(&mut self, key: &ObjectKey, raw: &RawObject) -> bool {
        match key.kind {
            Kind::Account => insert(&mut self.accounts, raw),
            Kind::IpPool => {
                let known = insert(&mut self.pools, raw);
                if let (true, Some(pool)) = (known, self.pools.get(key)) {
                    self.ranges.insert(key.clone(), Ranges::of(&pool.spec));
                }
                known
            }
            Kind::GatewayTemplate => insert(&mut self.templates, raw),
            Kind::Gateway => {
                // The old one's addresses are let go, whatever becomes of the new one.
                self.let_go(key);
                let known = insert(&mut self.gateways, raw);
                let status = self
                    .gateways
                    .get(key)
                    .and_then(|gateway| gateway.status.as_ref());
                let mut instances = status.into_iter().flat_map(|status| &status.instances);
                if instances.any(|instance| instance.rejected.is_some()) {
                    self.tainted.insert(key.clone());
                } else {
                    self.tainted.remove(key);
                }
                for address in status.into_iter().flat_map(|status| &status.addresses) {
                    self.held.insert(address.value, key.clone());
                }
                known
            }
            Kind::Route => insert(&mut self.routes, raw),
            Kind::Backend => insert(&mut self.backends, raw),
            Kind::Certificate => {
                self.moments.retain(|(_, of)| of != key);
                insert(&mut self.certificates, raw)
            }
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
            Kind::Backend => relations::of_backend(&self.backends[key]),
            _ => BTreeSet::new(),
        }
    }

    /// Makes dirty what an object's change concerns, raises the desired revision of the gateways it
    /// shapes and tells the intent streams. `existence`: the object is new or goes, which concerns
    /// also those that only ask whether it is there.
    fn concern(&mut self, key: &ObjectKey, revision: u64, existence: bool) {
        let mut touched = BTreeSet::from([key.clone()]);
        let gateways = self.gateways_of(key);
        match key.kind {
            Kind::Gateway => {
                touched.extend(self.relations.closure_below(key));
                touched.extend(self.relations.naming(key, Kind::Route).cloned());
                self.dirty.extend(self.relations.named_by(key).cloned());
                self.dirty.extend(self.pools_of(key));
                self.note_waiting(key);
            }
            Kind::Route => {
                touched.extend(self.relations.named_by(key).cloned());
                touched.extend(self.relations.below_route(key).cloned());
            }
            Kind::Backend => touched.extend(self.relations.named_by(key).cloned()),
            Kind::GatewayTemplate | Kind::Node => {
                let naming: Vec<ObjectKey> =
                    self.relations.naming(key, Kind::Gateway).cloned().collect();
                for gateway in &naming {
                    self.note_waiting(gateway);
                }
            }
            _ => {}
        }
        self.log
            .push(touched.iter().filter(|key| intent::is_of_intents(key.kind)));
        for gateway in &gateways {
            self.raise(gateway, revision);
            self.dirty.insert(gateway.clone());
        }
        self.dirty.extend(touched);
        if existence || !matches!(key.kind, Kind::Backend | Kind::Gateway) {
            self.dirty.extend(self.relations.naming_any(key).cloned());
        }
        if let Some(account) = key
            .account
            .clone()
            .filter(|_| existence && key.kind == Kind::Gateway)
        {
            self.dirty
                .insert(ObjectKey::cluster(Kind::Account, account));
        }
        if matches!(key.kind, Kind::IpPool | Kind::Node) {
            self.wake_waiting();
        }
    }

    /// The pools a gateway has its addresses from, or may get some from.
    fn pools_of(&self, gateway: &ObjectKey) -> Vec<ObjectKey> {
        let Some(gateway) = self.gateways.get(gateway) else {
            return Vec::new();
        };
        let held = gateway.status.iter().flat_map(|status| &status.addresses);
        let held = held.map(|address| &address.pool);
        let template = self
            .template_of(gateway)
            .into_iter()
            .flat_map(|template| &template.spec.pools);
        let pools: BTreeSet<&String> = held.chain(template).collect();
        pools
            .into_iter()
            .map(|pool| ObjectKey::cluster(Kind::IpPool, pool.clone()))
            .collect()
    }

    /// Gateways that lack an address or a node may get one now.
    pub(super) fn wake_waiting(&mut self) {
        self.dirty.extend(self.waiting.iter().cloned());
    }

    fn note_waiting(&mut self, key: &ObjectKey) {
        let waits = self
            .gateways
            .get(key)
            .is_some_and(|gateway| self.is_waiting(gateway));
        if waits {
            self.waiting.insert(key.clone());
        } else {
            self.waiting.remove(key);
        }
    }

    /// Counts anew which routes are bound to which listeners, as far as the object is a part of it.
    fn attach(&mut self, key: &ObjectKey) {
        match key.kind {
            Kind::Gateway => {
                self.attachments.clear(key);
                let Some(gateway) = self.gateways.get(key) else {
                    return;
                };
                for route in self.relations.naming(key, Kind::Route) {
                    if let Some(route) = self.routes.get(route) {
                        self.attachments
                            .set(key, &route.key(), bound(route, gateway));
                    }
                }
            }
            Kind::Route => {
                let Some(route) = self.routes.get(key) else {
                    return;
                };
                let parents = self.relations.named_by(key);
                for parent in parents.filter(|named| named.kind == Kind::Gateway) {
                    if let Some(gateway) = self.gateways.get(parent) {
                        self.attachments.set(parent, key, bound(route, gateway));
                    }
                }
            }
            _ => {}
        }
    }

    /// Remembers whether a gateway's instances have acknowledged a route.
    pub(super) fn acknowledge(&mut self, gateway: &ObjectKey, route: &ObjectKey, done: bool) {
        if !done {
            self.unacknowledged
                .entry(gateway.clone())
                .or_default()
                .insert(route.clone());
        } else if let Some(routes) = self.unacknowledged.get_mut(gateway) {
            routes.remove(route);
            if routes.is_empty() {
                self.unacknowledged.remove(gateway);
            }
        }
    }

    /// What a gateway or route brings with it is older than itself while epicd runs, but not where a
    /// start reads objects in some order.
    fn raise_from_parts(&mut self, key: &ObjectKey, existence: bool) {
        let revision_of = |key: &ObjectKey| {
            self.raw
                .get(key)
                .map_or(0, |raw| raw.metadata.spec_revision)
        };
        match key.kind {
            Kind::Gateway if existence => {
                let status = self
                    .gateways
                    .get(key)
                    .and_then(|gateway| gateway.status.as_ref());
                let stored = status.map_or(0, |status| status.revision);
                let parts = self.relations.closure_below(key);
                let parts = parts.iter().filter(|key| intent::is_of_intents(key.kind));
                let routes = self.relations.naming(key, Kind::Route);
                let newest = parts.chain(routes).map(revision_of).fold(stored, u64::max);
                self.raise(key, newest);
            }
            Kind::Route => {
                let below = self.relations.below_route(key);
                let newest = below.map(revision_of).max().unwrap_or_default();
                for gateway in self.parents_of(key) {
                    self.raise(&gateway, newest);
                }
            }
            Kind::Backend => {
                let certificates = self.relations.named_by(key);
                let newest = certificates.map(revision_of).max().unwrap_or_default();
                for gateway in self.gateways_of(key) {
                    self.raise(&gateway, newest);
                }
            }
            _ => {}
        }
    }

    fn is_waiting(&self, gateway: &Gateway) -> bool {
        let Some(status) = &gateway.status else {
            return true;
        };
        let Some(template) = self.template_of(gateway) else {
            return true;
        };
        status.addresses.len() < template.spec.pools.len()
            || status.instances.len() < template.spec.instances as usize
            || status
                .instances
                .iter()
                .any(|instance| !self.nodes.contains_key(&node_key(&instance.node)))
    }

    fn raise(&mut self, gateway: &ObjectKey, revision: u64) {
        let desired = self.desired.entry(gateway.clone()).or_default();
        *desired = (*desired).max(revision);
    }

    /// The gateways whose Envoys an object shapes.
    pub(super) fn gateways_of(&self, key: &ObjectKey) -> BTreeSet<ObjectKey> {
        match key.kind {
            Kind::Gateway => BTreeSet::from([key.clone()]),
            Kind::GatewayTemplate => self.relations.naming(key, Kind::Gateway).cloned().collect(),
            Kind::Certificate => {
                let of_backends = self
                    .relations
                    .naming(key, Kind::Backend)
                    .flat_map(|backend| self.gateways_of(backend));
                let naming = self.relations.naming(key, Kind::Gateway).cloned();
                naming.chain(of_backends).collect()
            }
            Kind::Route => self.parents_of(key),
            Kind::Backend => {
                let users = self.relations.users(key);
                users
                    .filter(|gateway| self.gateways.contains_key(*gateway))
                    .cloned()
                    .collect()
            }
            Kind::Account | Kind::IpPool | Kind::Node | Kind::Event => BTreeSet::new(),
        }
    }

    fn parents_of(&self, route: &ObjectKey) -> BTreeSet<ObjectKey> {
        let named = self.relations.named_by(route);
        let gateways =
            named.filter(|key| key.kind == Kind::Gateway && self.gateways.contains_key(*key));
        gateways.cloned().collect()
    }

    pub(super) fn template_of(&self, gateway: &Gateway) -> Option<&Arc<GatewayTemplate>> {
        let key = ObjectKey::cluster(Kind::GatewayTemplate, gateway.spec.template.clone());
        self.templates.get(&key)
    }
}

fn insert<S: Spec>(objects: &mut Objects<S>, raw: &RawObject) -> bool {
    let Ok(object) = Object::<S>::from_raw(raw) else {
        return false;
    };
    objects.insert(object.key(), Arc::new(object));
    true
}

/// The names of the listeners a route is bound to.
fn bound(route: &Route, gateway: &Gateway) -> Vec<String> {
    binding::bound_listeners(route, gateway)
        .into_iter()
        .map(|listener| listener.name.clone())
        .collect()
}
