//! Who names whom, both ways.

use std::collections::{BTreeMap, BTreeSet};

use epic_api::{Gateway, GatewayTemplate, Kind, ObjectKey, Route};

/// References between objects, whether or not what is named exists.
#[derive(Default)]
pub(super) struct Relations {
    names: BTreeMap<ObjectKey, BTreeSet<ObjectKey>>,
    /// The same references, from the one that is named.
    named: BTreeMap<ObjectKey, BTreeSet<ObjectKey>>,
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
            self.named.entry(new.clone()).or_default().insert(key.clone());
        }
        if !names.is_empty() {
            self.names.insert(key.clone(), names);
        }
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
        self.naming_any(key).filter(move |naming| naming.kind == kind)
    }

    /// Whether the object names the other.
    pub(super) fn names(&self, key: &ObjectKey, other: &ObjectKey) -> bool {
        self.names.get(key).is_some_and(|names| names.contains(other))
    }

    /// What a gateway's intent has besides the gateway and its routes: template, certificates, and
    /// the backends of its routes.
    pub(super) fn closure_below(&self, gateway: &ObjectKey) -> BTreeSet<ObjectKey> {
        let of_routes = self
            .naming(gateway, Kind::Route)
            .flat_map(|route| self.named_by(route))
            .filter(|key| key.kind == Kind::Backend);
        self.named_by(gateway).chain(of_routes).cloned().collect()
    }
}

pub(super) fn of_template(template: &GatewayTemplate) -> BTreeSet<ObjectKey> {
    let pools = template.spec.pools.iter();
    pools.map(|pool| ObjectKey::cluster(Kind::IpPool, pool.clone())).collect()
}

/// A gateway names its template, its certificates, and the nodes it is placed on.
pub(super) fn of_gateway(gateway: &Gateway) -> BTreeSet<ObjectKey> {
    let key = gateway.key();
    let template = ObjectKey::cluster(Kind::GatewayTemplate, gateway.spec.template.clone());
    let references =
        gateway.spec.listeners.iter().filter_map(|listener| listener.tls.as_ref());
    let certificates = references
        .flat_map(|tls| &tls.certificate_refs)
        .map(|reference| key.sibling(Kind::Certificate, reference.name.clone()));
    let instances = gateway.status.iter().flat_map(|status| &status.instances);
    let nodes = instances.map(|instance| ObjectKey::cluster(Kind::Node, instance.node.clone()));
    std::iter::once(template).chain(certificates).chain(nodes).collect()
}

pub(super) fn of_route(route: &Route) -> BTreeSet<ObjectKey> {
    let key = route.key();
    let parents = route.spec.parent_refs.iter();
    let gateways = parents.map(|parent| key.sibling(Kind::Gateway, parent.name.clone()));
    let backends = route.spec.backend_names().map(|name| key.sibling(Kind::Backend, name));
    gateways.chain(backends).collect()
}
