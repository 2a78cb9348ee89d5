//! What is known of the world, as epicd last told it.

use std::collections::BTreeMap;

use epic_api::agent::Traffic;
use epic_api::client::WatchEvent;
use epic_api::condition;
use epic_api::event::{Event, EventSpec};
use epic_api::gateway::{Gateway, GatewaySpec, InstanceState, InstanceStatus};
use epic_api::kind::Kind;
use epic_api::meta::ObjectKey;
use epic_api::object::{Object, RawObject};
use epic_api::revision::RevisionPage;
use epic_api::topology::{Health, Stage, Topology};
use jiff::Timestamp;

use crate::history::History;

/// How many events are kept; the oldest go.
const EVENTS: usize = 1000;

/// Gateways, events, live figures, and what else was looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Data {
    pub(crate) gateways: BTreeMap<ObjectKey, Gateway>,
    pub(crate) events: BTreeMap<ObjectKey, Event>,
    pub(crate) live: BTreeMap<ObjectKey, Live>,
    /// Of the kinds whose screens were opened.
    pub(crate) objects: BTreeMap<ObjectKey, RawObject>,
    pub(crate) history: Revisions,
}

/// The newest revisions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Revisions {
    pub(crate) page: Option<RevisionPage>,
    /// Why they could not be read the last time; empty: they could.
    pub(crate) error: String,
}

/// The newest graph of a gateway, and its rates over time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Live {
    pub(crate) topology: Topology,
    /// Why the graph could not be read the last time; empty: it could.
    pub(crate) error: String,
    pub(crate) requests: History,
    /// By node id; only nodes of the present graph.
    pub(crate) nodes: BTreeMap<String, History>,
}

impl Data {
    /// Makes the objects of a kind what a list says.
    pub(crate) fn replace(&mut self, kind: Kind, items: &[RawObject]) {
        match kind {
            Kind::Gateway => {
                self.gateways.clear();
                items.iter().for_each(|item| self.put(item));
                let gateways = &self.gateways;
                self.live.retain(|key, _| gateways.contains_key(key));
            }
            Kind::Event => {
                self.events.clear();
                items.iter().for_each(|item| self.put(item));
            }
            kind => {
                self.objects.retain(|key, _| key.kind != kind);
                items.iter().for_each(|item| self.put(item));
            }
        }
    }

    /// Takes one change in; what this version can't read is left out rather than fatal.
    pub(crate) fn change(&mut self, event: &WatchEvent) {
        match event {
            WatchEvent::Added(object) | WatchEvent::Modified(object) => self.put(object),
            WatchEvent::Deleted(object) => {
                let key = object.key();
                self.gateways.remove(&key);
                self.events.remove(&key);
                self.live.remove(&key);
                self.objects.remove(&key);
            }
            WatchEvent::Bookmark(_) | WatchEvent::Error(_) => {}
        }
    }

    fn put(&mut self, raw: &RawObject) {
        match raw.kind {
            Kind::Gateway => {
                if let Ok(gateway) = Object::<GatewaySpec>::from_raw(raw) {
                    self.gateways.insert(raw.key(), gateway);
                }
            }
            Kind::Event => {
                if let Ok(event) = Object::<EventSpec>::from_raw(raw) {
                    self.events.insert(raw.key(), event);
                }
                while self.events.len() > EVENTS {
                    let oldest = self
                        .events
                        .iter()
                        .min_by_key(|(_, event)| event.spec.last_seen);
                    let Some(key) = oldest.map(|(key, _)| key.clone()) else {
                        break;
                    };
                    self.events.remove(&key);
                }
            }
            _ => {
                self.objects.insert(raw.key(), raw.clone());
            }
        }
    }

    /// Takes a new graph in.
    pub(crate) fn measure(&mut self, key: &ObjectKey, topology: Topology, at: Timestamp) {
        let live = self.live.entry(key.clone()).or_default();
        live.error.clear();
        live.nodes
            .retain(|id, _| topology.nodes.iter().any(|node| &node.id == id));
        for node in &topology.nodes {
            if let Some(traffic) = node.traffic {
                live.nodes
                    .entry(node.id.clone())
                    .or_default()
                    .push(at, traffic.requests);
            }
        }
        live.topology = topology;
        if let Some(traffic) = live.traffic() {
            live.requests.push(at, traffic.requests);
        }
    }
}

impl Live {
    /// What goes through the gateway: told by the first stage that measures.
    pub(crate) fn traffic(&self) -> Option<Traffic> {
        [
            Stage::Instance,
            Stage::Listener,
            Stage::Address,
            Stage::Route,
        ]
        .into_iter()
        .find_map(|stage| {
            let nodes = self
                .topology
                .nodes
                .iter()
                .filter(|node| node.stage == stage);
            nodes.filter_map(|node| node.traffic).reduce(Traffic::plus)
        })
    }

    /// How many nodes of a stage there are, and how many of them are healthy.
    pub(crate) fn count(&self, stage: Stage) -> (usize, usize) {
        let nodes = self
            .topology
            .nodes
            .iter()
            .filter(|node| node.stage == stage);
        nodes.fold((0, 0), |(healthy, all), node| {
            (
                healthy + usize::from(node.health == Health::Healthy),
                all + 1,
            )
        })
    }
}

/// How a gateway is, in a word, and whether that is well.
pub(crate) fn state(gateway: &Gateway) -> (Health, String) {
    let Some(status) = &gateway.status else {
        return (Health::Unknown, "Pending".to_owned());
    };
    if status
        .instances
        .iter()
        .any(|instance| instance.rejected.is_some())
    {
        return (Health::Degraded, "Rejected".to_owned());
    }
    for kind in ["Accepted", "Programmed"] {
        match condition::find(&status.conditions, kind) {
            Some(answer) if answer.is_true() => {}
            Some(answer) if answer.status == condition::ConditionStatus::False => {
                // The last good revision goes on serving while a newer one is not in Envoy yet.
                let serving = |of: &InstanceStatus| of.state == InstanceState::Serving;
                let health = if status.instances.iter().any(serving) {
                    Health::Degraded
                } else {
                    Health::Down
                };
                return (health, answer.reason.clone());
            }
            Some(answer) => return (Health::Unknown, answer.reason.clone()),
            None => return (Health::Unknown, "Pending".to_owned()),
        }
    }
    (Health::Healthy, "Programmed".to_owned())
}

/// How a gateway is, its endpoints included.
pub(crate) fn health(gateway: &Gateway, live: Option<&Live>) -> Health {
    let worst = live
        .into_iter()
        .flat_map(|live| &live.topology.nodes)
        .map(|node| node.health)
        .max();
    match (state(gateway).0, worst) {
        (Health::Healthy, Some(Health::Degraded | Health::Down)) => Health::Degraded,
        (own, _) => own,
    }
}

/// How many revisions the slowest instance is behind; `None` before any is placed.
pub(crate) fn lag(gateway: &Gateway) -> Option<u64> {
    let status = gateway.status.as_ref()?;
    let slowest = status
        .instances
        .iter()
        .map(|instance| instance.acknowledged_revision)
        .min()?;
    Some(status.revision.saturating_sub(slowest))
}
