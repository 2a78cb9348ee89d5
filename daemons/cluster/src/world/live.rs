//! What agents report: never stored, gone with epicd, back with the next report.

use std::collections::{BTreeMap, BTreeSet};

use epic_api::agent::{InstanceReport, NODE_LOST_SECONDS, NodeReport};
use jiff::Timestamp;

/// The last report of every node.
#[derive(Default)]
pub(super) struct Live {
    nodes: BTreeMap<String, Heard>,
}

struct Heard {
    report: NodeReport,
    at: Timestamp,
    lost: bool,
}

impl Live {
    /// Replaces a node's report; returns account and name of the gateways of which something
    /// changed that a status shows.
    pub(super) fn report(
        &mut self,
        node: &str,
        report: NodeReport,
        now: Timestamp,
    ) -> BTreeSet<(String, String)> {
        let old = self.nodes.insert(node.to_owned(), Heard { report, at: now, lost: false });
        let shown = |heard: &Heard| -> BTreeMap<(String, String, String), String> {
            heard.report.instances.iter().map(|instance| (identity(instance), shown(instance))).collect()
        };
        let came_back = old.as_ref().is_none_or(|old| old.lost);
        let old = old.as_ref().map(shown).unwrap_or_default();
        let new = shown(&self.nodes[node]);
        let differs = |key: &&(String, String, String)| came_back || old.get(*key) != new.get(*key);
        old.keys()
            .chain(new.keys())
            .filter(differs)
            .map(|(account, gateway, _)| (account.clone(), gateway.clone()))
            .collect()
    }

    /// The nodes that are lost since the last call.
    pub(super) fn tick(&mut self, now: Timestamp) -> Vec<String> {
        let mut lost = Vec::new();
        for (name, heard) in &mut self.nodes {
            let silent = now.duration_since(heard.at).as_secs();
            if !heard.lost && silent >= NODE_LOST_SECONDS.cast_signed() {
                heard.lost = true;
                lost.push(name.clone());
            }
        }
        lost
    }

    pub(super) fn forget(&mut self, node: &str) {
        self.nodes.remove(node);
    }

    /// Whether the node's agent is heard of.
    pub(super) fn is_ready(&self, node: &str) -> bool {
        self.nodes.get(node).is_some_and(|heard| !heard.lost)
    }

    /// When the node was last heard of, and what it said.
    pub(super) fn node(&self, node: &str) -> Option<(&NodeReport, Timestamp)> {
        self.nodes.get(node).map(|heard| (&heard.report, heard.at))
    }

    /// What a node says of a gateway's instance.
    pub(super) fn instance(&self, node: &str, uid: &str) -> Option<&InstanceReport> {
        let heard = self.nodes.get(node)?;
        heard.report.instances.iter().find(|instance| instance.uid == uid)
    }

    /// What the nodes that are heard of say of a gateway's instances, by node.
    pub(super) fn reports_of(&self, uid: &str) -> BTreeMap<String, InstanceReport> {
        self.nodes
            .iter()
            .filter(|(_, heard)| !heard.lost)
            .filter_map(|(node, heard)| {
                let report = heard.report.instances.iter().find(|instance| instance.uid == uid)?;
                Some((node.clone(), report.clone()))
            })
            .collect()
    }
}

fn identity(instance: &InstanceReport) -> (String, String, String) {
    (instance.account.clone(), instance.gateway.clone(), instance.uid.clone())
}

/// What a status shows of an instance: everything but its rates.
fn shown(instance: &InstanceReport) -> String {
    let health: Vec<_> = instance
        .live
        .backends
        .iter()
        .map(|(backend, endpoints)| {
            let mut health: Vec<_> =
                endpoints.iter().map(|endpoint| (endpoint.address, endpoint.healthy)).collect();
            health.sort_unstable();
            (backend, health)
        })
        .collect();
    format!(
        "{:?} {} {:?} {} {health:?}",
        instance.state, instance.acknowledged_revision, instance.rejected, instance.message
    )
}
