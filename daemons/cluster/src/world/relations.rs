//! Who names whom, both ways.

use std::collections::{BTreeMap, BTreeSet};

use epic_api::{Backend, Gateway, GatewayTemplate, Kind, ObjectKey, Route};

/// References between objects, whether or not what is named exists.
#[derive(Default)]
pub(super) struct Relations {
    names: BTreeMap<ObjectKey, BTreeSet<ObjectKey>>,
    /// The same references, from the one that is named.
    named: BTreeMap<ObjectKey, BTreeSet<ObjectKey>>,
    /// For a backend the gateways whose routes name it, with the number of those routes: a pod that
    /// moves must not cost as much as there are routes.
    users: BTreeMap<ObjectKey, BTreeMap<ObjectKey, usize>>,
}

impl Relations {
    /// Makes `names` all that the object names.
    pub(super) fn set(&mut self, key: &ObjectKey, names: BTreeSet<ObjectKey>) {
        let old = self.names.remove(key).unwrap_or_default();
        for gone in old.difference(&names) {
            if let Some(naming) = self.named.get_mut(gone) {
                naming.remove(key);
                if naming.is_empty() {
                    self.named.remove(gone);
                }
            }
        }
        for new in names.difference(&old) {
            self.named
                .entry(new.clone())
                .or_default()
                .insert(key.clone());
        }
        if key.kind == Kind::Route {
            self.count_out(&old);
            self.count_in(&names);
        }
        if !names.is_empty() {
            self.names.insert(key.clone(), names);
        }
    }

    fn count_in(&mut self, names: &BTreeSet<ObjectKey>) {
        for backend in of_kind(names, Kind::Backend) {
            let users = self.users.entry(backend.clone()).or_default();
            for gateway in of_kind(names, Kind::Gateway) {
                *users.entry(gateway.clone()).or_default() += 1;
            }
        }
    }

    fn count_out(&mut self, names: &BTreeSet<ObjectKey>) {
        for backend in of_kind(names, Kind::Backend) {
            let Some(users) = self.users.get_mut(backend) else {
                continue;
            };
            for gateway in of_kind(names, Kind::Gateway) {
                if let Some(routes) = users.get_mut(gateway) {
                    *routes -= 1;
                }
            }
            users.retain(|_, routes| *routes > 0);
            if users.is_empty() {
                self.users.remove(backend);
            }
        }
    }

    /// The gateways whose routes name a backend.
    pub(super) fn users(&self, backend: &ObjectKey) -> impl Iterator<Item = &ObjectKey> {
        self.users.get(backend).into_iter().flat_map(BTreeMap::keys)
    }

    /// Whom the object names.
    pub(super) fn named_by(&self, key: &ObjectKey) -> impl Iterator<Item = &ObjectKey> {
        self.names.get(key).into_iter().flatten()
    }

    /// Who names the object.
    pub(super) fn naming_any(&self, key: &ObjectKey) -> impl Iterator<Item = &ObjectKey> {
        self.named.get(key).into_iter().flatten()
    }

    /// Who of a kind names the object.
    pub(super) fn naming(&self, key: &ObjectKey, kind: Kind) -> impl Iterator<Item = &ObjectKey> {
        self.naming_any(key)
            .filter(move |naming| naming.kind == kind)
    }

    /// Whether the object names the other.
    pub(super) fn names(&self, key: &ObjectKey, other: &ObjectKey) -> bool {
        self.names
            .get(key)
            .is_some_and(|names| names.contains(other))
    }

    /// What a gateway's intent has besides the gateway and its routes: template, certificates, the
    /// backends of its routes and their certificates.
    pub(super) fn closure_below(&self, gateway: &ObjectKey) -> BTreeSet<ObjectKey> {
        let of_routes = self
            .naming(gateway, Kind::Route)
            .flat_map(|route| self.below_route(route));
        self.named_by(gateway).chain(of_routes).cloned().collect()
    }

    /// The backends a route names, and their certificates.
    pub(super) fn below_route(&self, route: &ObjectKey) -> impl Iterator<Item = &ObjectKey> {
        let backends = self.named_by(route).filter(|key| key.kind == Kind::Backend);
        backends.flat_map(|backend| std::iter::once(backend).chain(self.named_by(backend)))
    }
}

fn of_kind(keys: &BTreeSet<ObjectKey>, kind: Kind) -> impl Iterator<Item = &ObjectKey> {
    keys.iter().filter(move |key| key.kind == kind)
}

pub(super) fn of_template(template: &GatewayTemplate) -> BTreeSet<ObjectKey> {
    let pools = template.spec.pools.iter();
    pools
        .map(|pool| ObjectKey::cluster(Kind::IpPool, pool.clone()))
        .collect()
}

/// A gateway names its template, its certificates, and the nodes it is placed on.
pub(super) fn of_gateway(gateway: &Gateway) -> BTreeSet<ObjectKey> {
    let key = gateway.key();
    let template = ObjectKey::cluster(Kind::GatewayTemplate, gateway.spec.template.clone());
    let certificates = gateway.spec.certificate_names();
    let certificates = certificates.map(|name| key.sibling(Kind::Certificate, name));
    let instances = gateway.status.iter().flat_map(|status| &status.instances);
    let nodes = instances.map(|instance| ObjectKey::cluster(Kind::Node, instance.node.clone()));
    std::iter::once(template)
        .chain(certificates)
        .chain(nodes)
        .collect()
}

pub(super) fn of_backend(backend: &Backend) -> BTreeSet<ObjectKey> {
    let key = backend.key();
    let names = backend.spec.certificate_names();
    names
        .map(|name| key.sibling(Kind::Certificate, name))
        .collect()
}

pub(super) fn of_route(route: &Route) -> BTreeSet<ObjectKey> {
    let key = route.key();
    let parents = route.spec.parent_refs.iter();
    let gateways = parents.map(|parent| key.sibling(Kind::Gateway, parent.name.clone()));
    let backends = route
        .spec
        .backend_names()
        .map(|name| key.sibling(Kind::Backend, name));
    gateways.chain(backends).collect()
}
