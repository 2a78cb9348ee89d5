//! Clusters that Envoy is not given before a request needs them.
//!
//! An idle cluster costs Envoy some 25 KB: 5,000 of them 130 MiB, of which most serve nobody. So a
//! gateway with more than [`MOST_PUSHED`] gets new ones only when it asks, by Envoy's `on_demand`
//! filter; the first request waits for that (2 ms). What Envoy has, it keeps; what it once asked
//! for, it is given at once when it is started again.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::translate::{Resource, ResourceType, Resources};

/// Clusters of one Envoy up to which all are sent.
pub(super) const MOST_PUSHED: usize = 512;

/// Which clusters are held back.
#[derive(Debug, Default)]
pub(super) struct Cold {
    /// Whether the target has too many.
    too_many: bool,
    /// Those that can't wait for a request: bytes and copies go only where there is a cluster.
    needed: BTreeSet<Arc<str>>,
    /// Those that Envoy has asked for at some time.
    used: BTreeSet<Arc<str>>,
}

impl Cold {
    /// Looks at a new target. Says whether clusters that were held back are no longer.
    pub(super) fn aim_at(&mut self, old: Option<&Resources>, new: &Resources) -> bool {
        let same = |kind| old.is_some_and(|old| Arc::ptr_eq(old.of(kind), new.of(kind)));
        let clusters = new.of(ResourceType::Cluster);
        if !same(ResourceType::Cluster) {
            self.used.retain(|name| clusters.contains_key(name));
        }
        let had_too_many = self.too_many;
        self.too_many = clusters.len() > MOST_PUSHED;
        let mut released = had_too_many && !self.too_many;
        if !self.too_many {
            self.needed.clear();
        } else if !had_too_many
            || !same(ResourceType::Listener)
            || !same(ResourceType::RouteConfiguration)
        {
            let listeners = new.of(ResourceType::Listener).values();
            let routes = new.of(ResourceType::RouteConfiguration).values();
            let needed: BTreeSet<Arc<str>> = listeners
                .flat_map(|listener| &listener.needs.clusters)
                .chain(routes.flat_map(|routes| &routes.needs.copied_to))
                .cloned()
                .collect();
            released |= !needed.is_subset(&self.needed);
            self.needed = needed;
        }
        released
    }

    /// Envoy wants these.
    pub(super) fn asked_for(&mut self, names: &[Arc<str>]) {
        self.used.extend(names.iter().cloned());
    }

    /// Whether a cluster that Envoy does not have is not sent by itself. One with health checks is,
    /// so that they are done before a request comes.
    pub(super) fn holds_back(&self, cluster: &Resource) -> bool {
        self.too_many
            && !cluster.probed
            && !self.needed.contains(&cluster.name)
            && !self.used.contains(&cluster.name)
    }
}
