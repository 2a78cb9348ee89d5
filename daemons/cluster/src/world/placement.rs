//! Which nodes serve a gateway.

use std::collections::BTreeSet;

use epic_api::{Gateway, Kind};

use super::{World, node_key};

impl World {
    /// The nodes a gateway should have: those it has, as long as they exist, then the ready ones with
    /// the fewest gateways. A lost node keeps its gateways: it may well be serving.
    pub(super) fn place(&self, gateway: &Gateway, instances: u32) -> Vec<String> {
        let wanted = instances as usize;
        let current = gateway.status.iter().flat_map(|status| &status.instances);
        let mut nodes: Vec<String> = current
            .map(|instance| instance.node.clone())
            .filter(|node| self.nodes.contains_key(&node_key(node)))
            .take(wanted)
            .collect();
        let missing = wanted.saturating_sub(nodes.len());
        if missing == 0 {
            return nodes;
        }
        let taken: BTreeSet<String> = nodes.iter().cloned().collect();
        let mut candidates: Vec<(usize, &str)> = self
            .nodes
            .values()
            .filter(|node| !node.spec.unschedulable && self.live.is_ready(&node.metadata.name))
            .map(|node| node.metadata.name.as_str())
            .filter(|name| !taken.contains(*name))
            .map(|name| (self.gateways_on(name), name))
            .collect();
        candidates.sort_unstable();
        nodes.extend(
            candidates
                .into_iter()
                .take(missing)
                .map(|(_, name)| name.to_owned()),
        );
        nodes
    }

    /// How many gateways a node serves, with those that this reconciliation has placed on it.
    pub(super) fn gateways_on(&self, node: &str) -> usize {
        let planned = self.planned.nodes.get(node).copied().unwrap_or_default();
        self.relations
            .naming(&node_key(node), Kind::Gateway)
            .count()
            + planned
    }
}
