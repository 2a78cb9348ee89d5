//! Intents made of objects in different versions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use epic_api::agent::GatewayIntent;
use epic_api::{Backend, Certificate, Gateway, GatewayTemplate, Kind, ObjectKey, Route};

/// One object of an intent.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Gateway(Box<Gateway>),
    Template(Box<GatewayTemplate>),
    Route(Arc<Route>),
    Backend(Arc<Backend>),
    Certificate(Arc<Certificate>),
}

impl Part {
    /// Its `specRevision`.
    pub(super) fn version(&self) -> u64 {
        match self {
            Part::Gateway(object) => object.metadata.spec_revision,
            Part::Template(object) => object.metadata.spec_revision,
            Part::Route(object) => object.metadata.spec_revision,
            Part::Backend(object) => object.metadata.spec_revision,
            Part::Certificate(object) => object.metadata.spec_revision,
        }
    }
}

/// The object as it is in an intent, if it is there.
pub(super) fn part(intent: &GatewayIntent, key: &ObjectKey) -> Option<Part> {
    Some(match key.kind {
        Kind::Gateway => Part::Gateway(Box::new(intent.gateway.clone())),
        Kind::GatewayTemplate => Part::Template(Box::new(intent.template.clone())),
        Kind::Route => Part::Route(intent.routes.get(&key.name)?.clone()),
        Kind::Backend => Part::Backend(intent.backends.get(&key.name)?.clone()),
        Kind::Certificate => Part::Certificate(intent.certificates.get(&key.name)?.clone()),
        _ => return None,
    })
}

/// The `specRevision` an object has in an intent, if it is there.
pub(super) fn version(intent: &GatewayIntent, key: &ObjectKey) -> Option<u64> {
    Some(match key.kind {
        Kind::Gateway => intent.gateway.metadata.spec_revision,
        Kind::GatewayTemplate => intent.template.metadata.spec_revision,
        Kind::Route => intent.routes.get(&key.name)?.metadata.spec_revision,
        Kind::Backend => intent.backends.get(&key.name)?.metadata.spec_revision,
        Kind::Certificate => intent.certificates.get(&key.name)?.metadata.spec_revision,
        _ => return None,
    })
}

/// The objects in which two intents differ; with no other, all that can be left out.
pub(super) fn differing(
    wanted: &GatewayIntent,
    good: Option<&GatewayIntent>,
) -> BTreeSet<ObjectKey> {
    let gateway = wanted.gateway.key();
    let of = |intent: &GatewayIntent| -> BTreeSet<ObjectKey> {
        let routes = intent.routes.keys().map(|name| (Kind::Route, name));
        let backends = intent.backends.keys().map(|name| (Kind::Backend, name));
        let certificates = intent.certificates.keys();
        let certificates = certificates.map(|name| (Kind::Certificate, name));
        let all = routes.chain(backends).chain(certificates);
        all.map(|(kind, name)| gateway.sibling(kind, name))
            .collect()
    };
    let mut keys = of(wanted);
    let Some(good) = good else { return keys };
    keys.extend(of(good));
    keys.insert(wanted.template.key());
    keys.insert(gateway.clone());
    keys.retain(|key| version(wanted, key) != version(good, key));
    keys
}

/// The intent with some objects as `keep` says, and the objects in which it deviates: those, and
/// what they need and is not wanted any more, which `was` knows.
pub(super) fn compose(
    wanted: &Arc<GatewayIntent>,
    keep: &BTreeMap<ObjectKey, Option<Part>>,
    was: impl Fn(&ObjectKey) -> Option<Part>,
) -> (Arc<GatewayIntent>, BTreeSet<ObjectKey>) {
    let mut deviating: BTreeSet<ObjectKey> = keep.keys().cloned().collect();
    if keep.is_empty() {
        return (wanted.clone(), deviating);
    }
    let mut intent = GatewayIntent::clone(wanted);
    for (key, part) in keep {
        put(&mut intent, key, part.as_ref());
    }
    for key in keep.keys() {
        for needed in needs(&intent, key) {
            if version(&intent, &needed).is_none()
                && let Some(part) = was(&needed)
            {
                put(&mut intent, &needed, Some(&part));
                deviating.insert(needed);
            }
        }
    }
    (Arc::new(intent), deviating)
}

fn put(intent: &mut GatewayIntent, key: &ObjectKey, part: Option<&Part>) {
    match part {
        // Its addresses are not its user's wish, but where it is.
        Some(Part::Gateway(gateway)) => {
            let status = intent.gateway.status.take();
            intent.gateway = Gateway::clone(gateway);
            intent.gateway.status = status;
        }
        Some(Part::Template(template)) => intent.template = GatewayTemplate::clone(template),
        Some(Part::Route(route)) => drop(intent.routes.insert(key.name.clone(), route.clone())),
        Some(Part::Backend(backend)) => {
            intent.backends.insert(key.name.clone(), backend.clone());
        }
        Some(Part::Certificate(certificate)) => {
            let certificates = &mut intent.certificates;
            certificates.insert(key.name.clone(), certificate.clone());
        }
        None => match key.kind {
            Kind::Route => drop(intent.routes.remove(&key.name)),
            Kind::Backend => drop(intent.backends.remove(&key.name)),
            Kind::Certificate => drop(intent.certificates.remove(&key.name)),
            _ => {}
        },
    }
}

/// What an object of the intent names.
fn needs(intent: &GatewayIntent, key: &ObjectKey) -> Vec<ObjectKey> {
    match key.kind {
        Kind::Route => {
            let route = intent.routes.get(&key.name);
            let names = route.iter().flat_map(|route| route.spec.backend_names());
            names.map(|name| key.sibling(Kind::Backend, name)).collect()
        }
        Kind::Backend => {
            let backend = intent.backends.get(&key.name);
            let names = backend
                .iter()
                .flat_map(|backend| backend.spec.certificate_names());
            names
                .map(|name| key.sibling(Kind::Certificate, name))
                .collect()
        }
        Kind::Gateway => {
            let names = intent.gateway.spec.certificate_names();
            names
                .map(|name| key.sibling(Kind::Certificate, name))
                .collect()
        }
        _ => Vec::new(),
    }
}
