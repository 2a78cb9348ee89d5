//! What agents report: never stored, gone with epicd, back with the next report.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;

use epic_api::Kind;
use epic_api::agent::{EndpointLive, InstanceReport, NODE_LOST_SECONDS, NodeReport};
use jiff::Timestamp;

/// The last report of every node.
#[derive(Default)]
pub(super) struct Live {
    nodes: BTreeMap<String, Heard>,
    /// When the World began to listen.
    since: Option<Timestamp>,
    /// Whether it has listened long enough that silence means something.
    listened: bool,
}

struct Heard {
    /// Without its instances.
    report: NodeReport,
    /// By the gateway's uid.
    instances: BTreeMap<String, InstanceReport>,
    at: Timestamp,
    lost: bool,
}

/// What is known of a node's agent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Hearing {
    /// It reports.
    Heard,
    /// It has been silent for too long.
    Lost,
    /// epicd has just started: what is stored is still the best that is known.
    NotYet,
}

/// What is new of an instance.
#[derive(Debug)]
pub(super) struct InstanceChange {
    pub(super) account: String,
    pub(super) gateway: String,
    /// It has acknowledged more than before.
    pub(super) progressed: bool,
    /// Anything else that a status of gateway or routes shows.
    pub(super) state: bool,
    /// Backends with other endpoints or another health.
    pub(super) backends: BTreeSet<String>,
    /// Endpoints that were seen before and are seen otherwise now.
    pub(super) flips: Vec<Flips>,
}

/// Endpoints of a backend whose health has changed.
#[derive(Debug)]
pub(super) struct Flips {
    pub(super) backend: String,
    pub(super) healthy: Vec<SocketAddr>,
    /// With Envoy's reason.
    pub(super) unhealthy: Vec<(SocketAddr, String)>,
}

impl Live {
    /// Lets the World begin to listen.
    pub(super) fn listen(&mut self, now: Timestamp) {
        self.since.get_or_insert(now);
    }

    /// Replaces a node's report; returns what is new in it.
    pub(super) fn report(
        &mut self,
        node: &str,
        mut report: NodeReport,
        now: Timestamp,
    ) -> Vec<InstanceChange> {
        self.listen(now);
        let instances = std::mem::take(&mut report.instances);
        let instances: BTreeMap<String, InstanceReport> = instances
            .into_iter()
            .map(|instance| (instance.uid.clone(), instance))
            .collect();
        let heard = Heard {
            report,
            instances,
            at: now,
            lost: false,
        };
        let old = self.nodes.insert(node.to_owned(), heard);
        let came_back = old.as_ref().is_none_or(|old| old.lost);
        let old = old.map(|old| old.instances).unwrap_or_default();
        let new = &self.nodes[node].instances;
        let gone = old.iter().filter(|(uid, _)| !new.contains_key(*uid));
        let gone = gone.map(|(_, old)| changed(old, None, came_back));
        let there = new.iter().map(|(uid, new)| match old.get(uid) {
            Some(old) => changed(old, Some(new), came_back),
            None => changed(new, None, came_back),
        });
        gone.chain(there).flatten().collect()
    }

    /// The nodes that are lost since the last call; `true` if from now on silence means something.
    pub(super) fn tick(&mut self, now: Timestamp) -> (Vec<String>, bool) {
        self.listen(now);
        let silent = |since: Timestamp| {
            now.duration_since(since).as_secs() >= NODE_LOST_SECONDS.cast_signed()
        };
        let mut lost = Vec::new();
        for (name, heard) in &mut self.nodes {
            if !heard.lost && silent(heard.at) {
                heard.lost = true;
                lost.push(name.clone());
            }
        }
        let just_listened = !self.listened && self.since.is_some_and(silent);
        self.listened |= just_listened;
        (lost, just_listened)
    }

    pub(super) fn forget(&mut self, node: &str) {
        self.nodes.remove(node);
    }

    /// What is known of the node's agent.
    pub(super) fn hearing(&self, node: &str) -> Hearing {
        match self.nodes.get(node) {
            Some(heard) if !heard.lost => Hearing::Heard,
            Some(_) => Hearing::Lost,
            None if self.listened => Hearing::Lost,
            None => Hearing::NotYet,
        }
    }

    /// Whether the node's agent is heard of.
    pub(super) fn is_ready(&self, node: &str) -> bool {
        self.hearing(node) == Hearing::Heard
    }

    /// What the node said of itself, and when.
    pub(super) fn node(&self, node: &str) -> Option<(&NodeReport, Timestamp)> {
        self.nodes.get(node).map(|heard| (&heard.report, heard.at))
    }

    /// What a node says of a gateway's instance.
    pub(super) fn instance(&self, node: &str, uid: &str) -> Option<&InstanceReport> {
        self.nodes.get(node)?.instances.get(uid)
    }

    /// What the nodes that are heard of say of a gateway's instances, by node.
    pub(super) fn reports_of(&self, uid: &str) -> BTreeMap<String, InstanceReport> {
        let heard = self.nodes.iter().filter(|(_, heard)| !heard.lost);
        heard
            .filter_map(|(node, heard)| Some((node.clone(), heard.instances.get(uid)?.clone())))
            .collect()
    }
}

/// What of an instance differs; `None` as the new one: it is there now and was not, or the other way
/// round.
fn changed(
    old: &InstanceReport,
    new: Option<&InstanceReport>,
    came_back: bool,
) -> Option<InstanceChange> {
    let mut change = InstanceChange {
        account: old.account.clone(),
        gateway: old.gateway.clone(),
        progressed: false,
        state: came_back,
        backends: BTreeSet::new(),
        flips: Vec::new(),
    };
    let Some(new) = new else {
        change.state = true;
        change.backends = old.live.backends.keys().cloned().collect();
        return Some(change);
    };
    change.progressed = new.acknowledged_revision > old.acknowledged_revision;
    change.state |= new.acknowledged_revision < old.acknowledged_revision
        || (new.state, &new.rejected, &new.message) != (old.state, &old.rejected, &old.message);
    let names: BTreeSet<&String> = old
        .live
        .backends
        .keys()
        .chain(new.live.backends.keys())
        .collect();
    for name in names {
        let (before, after) = (old.live.backends.get(name), new.live.backends.get(name));
        let same = match (before, after) {
            (Some(before), Some(after)) => same_health(before, after),
            _ => false,
        };
        if came_back || !same {
            change.backends.insert(name.clone());
        }
        if let (Some(before), Some(after), false) = (before, after, same) {
            change.flips.extend(flips(name, before, after));
        }
    }
    if new.rejected != old.rejected {
        let rejections = new.rejected.iter().chain(&old.rejected);
        let objects = rejections.flat_map(|rejected| &rejected.objects);
        let backends = objects.filter(|tainted| tainted.object.kind == Kind::Backend);
        let names = backends.map(|tainted| tainted.object.name.clone());
        change.backends.extend(names);
    }
    let any = change.progressed || change.state || !change.backends.is_empty();
    any.then_some(change)
}

fn same_health(before: &[EndpointLive], after: &[EndpointLive]) -> bool {
    let shown = |endpoint: &EndpointLive| (endpoint.address, endpoint.healthy);
    if before.len() != after.len() {
        return false;
    }
    if before.iter().map(shown).eq(after.iter().map(shown)) {
        return true;
    }
    let sorted = |endpoints: &[EndpointLive]| {
        endpoints
            .iter()
            .map(shown)
            .collect::<BTreeSet<(SocketAddr, bool)>>()
    };
    sorted(before) == sorted(after)
}

fn flips(backend: &str, before: &[EndpointLive], after: &[EndpointLive]) -> Option<Flips> {
    let before: BTreeMap<SocketAddr, bool> = before
        .iter()
        .map(|endpoint| (endpoint.address, endpoint.healthy))
        .collect();
    let mut flips = Flips {
        backend: backend.to_owned(),
        healthy: Vec::new(),
        unhealthy: Vec::new(),
    };
    for endpoint in after {
        match (before.get(&endpoint.address), endpoint.healthy) {
            (Some(false), true) => flips.healthy.push(endpoint.address),
            (Some(true), false) => flips
                .unhealthy
                .push((endpoint.address, endpoint.reason.clone())),
            _ => {}
        }
    }
    flips.healthy.sort_unstable();
    flips.unhealthy.sort_unstable();
    (!flips.healthy.is_empty() || !flips.unhealthy.is_empty()).then_some(flips)
}
