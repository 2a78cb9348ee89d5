//! The objects of a node, and which of them depends on which.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use epic_api::{
    Backend, Certificate, Gateway, GatewayTemplate, Kind, Object, ObjectKey, RawObject, Route, Spec,
};

use super::assembly::{certificate_keys, certificates_of};

/// One object of a kind that shapes an Envoy.
#[derive(Clone)]
pub(super) enum Stored {
    Gateway(Arc<Gateway>),
    Template(Arc<GatewayTemplate>),
    Route(Arc<Route>),
    Backend(Arc<Backend>),
    Certificate(Arc<Certificate>),
}

impl Stored {
    /// `None`: a kind that shapes no Envoy.
    pub(super) fn read(raw: &RawObject) -> Result<Option<Stored>, serde_json::Error> {
        Ok(Some(match raw.kind {
            Kind::Gateway => Stored::Gateway(Object::from_raw(raw)?.into()),
            Kind::GatewayTemplate => Stored::Template(Object::from_raw(raw)?.into()),
            Kind::Route => Stored::Route(Object::from_raw(raw)?.into()),
            Kind::Backend => Stored::Backend(Object::from_raw(raw)?.into()),
            Kind::Certificate => Stored::Certificate(Object::from_raw(raw)?.into()),
            _ => return Ok(None),
        }))
    }

    /// Whether both ask for the same, whatever their status says.
    pub(super) fn same_intent(&self, other: &Stored) -> bool {
        fn same<S: Spec>(one: &Object<S>, other: &Object<S>) -> bool {
            let (a, b) = (&one.metadata, &other.metadata);
            a.uid == b.uid
                && a.spec_revision == b.spec_revision
                && a.creation_timestamp == b.creation_timestamp
                && one.spec == other.spec
        }
        match (self, other) {
            (Stored::Gateway(a), Stored::Gateway(b)) => {
                let addresses = |gateway: &Gateway| gateway.status.clone().map(|s| s.addresses);
                same(a, b) && addresses(a) == addresses(b)
            }
            (Stored::Template(a), Stored::Template(b)) => same(a, b),
            (Stored::Route(a), Stored::Route(b)) => same(a, b),
            (Stored::Backend(a), Stored::Backend(b)) => same(a, b),
            (Stored::Certificate(a), Stored::Certificate(b)) => same(a, b),
            _ => false,
        }
    }

    /// The revision that epicd waits for a gateway to acknowledge.
    pub(super) fn wanted_revision(&self) -> u64 {
        match self {
            Stored::Gateway(gateway) => gateway.status.as_ref().map_or(0, |status| status.revision),
            _ => 0,
        }
    }

    fn references(&self, key: &ObjectKey) -> BTreeSet<ObjectKey> {
        match self {
            Stored::Gateway(gateway) => {
                let mut references = certificate_keys(gateway);
                references.insert(key.sibling(Kind::GatewayTemplate, &gateway.spec.template));
                references
            }
            Stored::Route(route) => {
                let parents = route.spec.parent_refs.iter();
                let parents = parents.map(|parent| key.sibling(Kind::Gateway, &parent.name));
                let backends = route.spec.backend_names();
                let backends = backends.map(|name| key.sibling(Kind::Backend, name));
                parents.chain(backends).collect()
            }
            Stored::Backend(backend) => certificates_of(backend),
            Stored::Template(_) | Stored::Certificate(_) => BTreeSet::new(),
        }
    }
}

/// Every object of the node, with the references between them both ways.
#[derive(Default)]
pub(super) struct Objects {
    stored: BTreeMap<ObjectKey, (Stored, BTreeSet<ObjectKey>)>,
    dependents: BTreeMap<ObjectKey, BTreeSet<ObjectKey>>,
}

impl Objects {
    pub(super) fn put(&mut self, key: ObjectKey, stored: Stored) {
        self.remove(&key);
        let references = stored.references(&key);
        for target in &references {
            let dependents = self.dependents.entry(target.clone()).or_default();
            dependents.insert(key.clone());
        }
        self.stored.insert(key, (stored, references));
    }

    /// Says whether there was one.
    pub(super) fn remove(&mut self, key: &ObjectKey) -> bool {
        let Some((_, references)) = self.stored.remove(key) else {
            return false;
        };
        for target in references {
            if let Some(dependents) = self.dependents.get_mut(&target) {
                dependents.remove(key);
                if dependents.is_empty() {
                    self.dependents.remove(&target);
                }
            }
        }
        true
    }

    /// The gateways that a change of the object concerns.
    pub(super) fn affected(&self, key: &ObjectKey) -> BTreeSet<ObjectKey> {
        match key.kind {
            Kind::Gateway => BTreeSet::from([key.clone()]),
            Kind::Route => self.gateways_of(key).cloned().collect(),
            Kind::Backend => self.gateways_through(key).into_iter().cloned().collect(),
            Kind::Certificate => {
                let naming = self.dependents_of(key);
                let gateways = naming.flat_map(|naming| -> Box<dyn Iterator<Item = &ObjectKey>> {
                    match naming.kind {
                        Kind::Backend => Box::new(self.gateways_through(naming).into_iter()),
                        _ => Box::new(std::iter::once(naming)),
                    }
                });
                gateways.cloned().collect()
            }
            _ => self.dependents(key),
        }
    }

    /// The gateways whose routes name a backend.
    fn gateways_through(&self, backend: &ObjectKey) -> BTreeSet<&ObjectKey> {
        let routes = self.dependents_of(backend);
        routes.flat_map(|route| self.gateways_of(route)).collect()
    }

    fn gateways_of(&self, route: &ObjectKey) -> impl Iterator<Item = &ObjectKey> {
        let references = self.stored.get(route).map(|(_, references)| references);
        let references = references.into_iter().flatten();
        references.filter(|key| key.kind == Kind::Gateway)
    }

    /// Whether the object names the other.
    pub(super) fn names(&self, key: &ObjectKey, other: &ObjectKey) -> bool {
        let stored = self.stored.get(key);
        stored.is_some_and(|(_, references)| references.contains(other))
    }

    /// What the object names.
    pub(super) fn references(&self, key: &ObjectKey) -> BTreeSet<ObjectKey> {
        let stored = self.stored.get(key);
        stored.map_or_else(BTreeSet::new, |(_, references)| references.clone())
    }

    /// What names the object.
    pub(super) fn dependents(&self, key: &ObjectKey) -> BTreeSet<ObjectKey> {
        self.dependents.get(key).cloned().unwrap_or_default()
    }

    /// What names the object, one by one.
    pub(super) fn dependents_of(&self, key: &ObjectKey) -> impl Iterator<Item = &ObjectKey> {
        self.dependents.get(key).into_iter().flatten()
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = ObjectKey> {
        self.stored.keys().cloned()
    }

    pub(super) fn gateway_uids(&self) -> impl Iterator<Item = String> {
        let all = self.stored.values();
        all.filter_map(|(stored, _)| match stored {
            Stored::Gateway(gateway) => gateway.metadata.uid.clone(),
            _ => None,
        })
    }

    pub(super) fn get(&self, key: &ObjectKey) -> Option<&Stored> {
        self.stored.get(key).map(|(stored, _)| stored)
    }

    pub(super) fn gateway(&self, key: &ObjectKey) -> Option<&Arc<Gateway>> {
        match self.get(key) {
            Some(Stored::Gateway(object)) => Some(object),
            _ => None,
        }
    }

    pub(super) fn template(&self, key: &ObjectKey) -> Option<&Arc<GatewayTemplate>> {
        match self.get(key) {
            Some(Stored::Template(object)) => Some(object),
            _ => None,
        }
    }

    pub(super) fn route(&self, key: &ObjectKey) -> Option<&Arc<Route>> {
        match self.get(key) {
            Some(Stored::Route(object)) => Some(object),
            _ => None,
        }
    }

    pub(super) fn backend(&self, key: &ObjectKey) -> Option<&Arc<Backend>> {
        match self.get(key) {
            Some(Stored::Backend(object)) => Some(object),
            _ => None,
        }
    }

    pub(super) fn certificate(&self, key: &ObjectKey) -> Option<&Arc<Certificate>> {
        match self.get(key) {
            Some(Stored::Certificate(object)) => Some(object),
            _ => None,
        }
    }
}
