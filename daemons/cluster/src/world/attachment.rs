//! How many routes are bound to each listener, kept up to date route by route: a gateway with a
//! thousand routes does not count them all again when one changes.

use std::collections::BTreeMap;

use epic_api::ObjectKey;

/// The routes of every gateway with the listeners they are bound to.
#[derive(Default)]
pub(super) struct Attachments {
    gateways: BTreeMap<ObjectKey, OfGateway>,
}

#[derive(Default)]
struct OfGateway {
    routes: BTreeMap<ObjectKey, Vec<String>>,
    counts: BTreeMap<String, u32>,
}

impl Attachments {
    /// Says to which listeners of the gateway a route is bound; none takes it out.
    pub(super) fn set(&mut self, gateway: &ObjectKey, route: &ObjectKey, listeners: Vec<String>) {
        if listeners.is_empty() && !self.gateways.contains_key(gateway) {
            return;
        }
        let of = self.gateways.entry(gateway.clone()).or_default();
        for listener in of.routes.remove(route).unwrap_or_default() {
            if let Some(count) = of.counts.get_mut(&listener) {
                *count -= 1;
            }
        }
        for listener in &listeners {
            *of.counts.entry(listener.clone()).or_default() += 1;
        }
        if !listeners.is_empty() {
            of.routes.insert(route.clone(), listeners);
        }
    }

    /// Forgets a gateway.
    pub(super) fn clear(&mut self, gateway: &ObjectKey) {
        self.gateways.remove(gateway);
    }

    /// How many routes are bound to the listener.
    pub(super) fn count(&self, gateway: &ObjectKey, listener: &str) -> u32 {
        let of = self.gateways.get(gateway);
        of.and_then(|of| of.counts.get(listener))
            .copied()
            .unwrap_or_default()
    }
}
