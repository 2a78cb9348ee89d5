//! What a node serves, and the lines that tell its agent of changes.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use epic_api::agent::IntentLine;
use epic_api::gateway::Tainted;
use epic_api::{Kind, ObjectKey, RawObject};

use super::{World, node_key};

/// Changes that are remembered; a stream that is further behind is compared as a whole.
const REMEMBERED: usize = 65_536;

/// What of an object an agent has to hear of: the revision of its spec, and for a gateway also its
/// addresses and nodes.
pub(super) type Fingerprint = (u64, String);

pub(super) fn fingerprint(object: &RawObject) -> Fingerprint {
    let placed = match (&object.status, object.kind) {
        (Some(status), Kind::Gateway) => {
            let instances = status
                .get("instances")
                .and_then(|instances| instances.as_array());
            let nodes: Vec<_> = instances
                .into_iter()
                .flatten()
                .map(|instance| &instance["node"])
                .collect();
            format!(
                "{} {nodes:?}",
                status.get("addresses").unwrap_or(&serde_json::Value::Null)
            )
        }
        _ => String::new(),
    };
    (object.metadata.spec_revision, placed)
}

/// Whether objects of the kind are part of intents.
pub(super) fn is_of_intents(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::GatewayTemplate | Kind::Gateway | Kind::Route | Kind::Backend | Kind::Certificate
    )
}

/// The keys that changes concerned, oldest first, numbered from the beginning.
#[derive(Default)]
pub(super) struct ChangeLog {
    keys: VecDeque<ObjectKey>,
    dropped: u64,
}

impl ChangeLog {
    pub(super) fn push<'a>(&mut self, keys: impl Iterator<Item = &'a ObjectKey>) {
        self.keys.extend(keys.cloned());
        while self.keys.len() > REMEMBERED {
            self.keys.pop_front();
            self.dropped += 1;
        }
    }

    fn end(&self) -> u64 {
        self.dropped + self.keys.len() as u64
    }

    /// The keys from a position on; `None` if some of them are forgotten.
    fn since(&self, position: u64) -> Option<BTreeSet<&ObjectKey>> {
        let skip = usize::try_from(position.checked_sub(self.dropped)?).ok()?;
        Some(self.keys.range(skip.min(self.keys.len())..).collect())
    }
}

/// What one node's stream has carried so far.
#[derive(Debug)]
pub struct IntentView {
    node: String,
    sent: BTreeMap<ObjectKey, Fingerprint>,
    position: u64,
    /// What other nodes' Envoys refuse, by gateway, as far as it was sent.
    tainted: BTreeMap<String, Vec<Tainted>>,
}

impl IntentView {
    /// The lines that bring the stream from where it is to the World as it is. What others need
    /// comes before what needs it, and goes after it: backends and certificates, gateways, routes.
    pub fn advance(&mut self, world: &World, revision: u64) -> Vec<IntentLine> {
        let candidates: BTreeSet<ObjectKey> = match world.log.since(self.position) {
            Some(keys) => keys.into_iter().cloned().collect(),
            None => {
                let needed = world.needed_by(&self.node);
                self.sent.keys().cloned().chain(needed).collect()
            }
        };
        self.position = world.log.end();
        let (mut puts, mut deletes) = (Vec::new(), Vec::new());
        for key in candidates {
            match world
                .raw
                .get(&key)
                .filter(|_| world.is_needed_by(&self.node, &key))
            {
                Some(object) => {
                    let now = fingerprint(object);
                    if self.sent.get(&key) != Some(&now) {
                        self.sent.insert(key, now);
                        puts.push(object.clone());
                    }
                }
                None => {
                    if self.sent.remove(&key).is_some() {
                        deletes.push(key);
                    }
                }
            }
        }
        puts.sort_by_key(|object| rank(object.kind));
        deletes.sort_by_key(|key| std::cmp::Reverse(rank(key.kind)));
        let puts = puts.into_iter().map(|object| IntentLine::Put {
            revision,
            object: RawObject::clone(&object),
        });
        let deletes = deletes
            .into_iter()
            .map(|key| IntentLine::Delete { revision, key });
        puts.chain(deletes)
            .chain(self.taints(world, revision))
            .collect()
    }

    /// The lines that say what other nodes' Envoys refuse, where that is news.
    pub fn taints(&mut self, world: &World, revision: u64) -> Vec<IntentLine> {
        let now = world.tainted_elsewhere(&self.node);
        let before = std::mem::replace(&mut self.tainted, now);
        let uids: BTreeSet<&String> = before.keys().chain(self.tainted.keys()).collect();
        let news = uids
            .into_iter()
            .filter(|uid| before.get(*uid) != self.tainted.get(*uid));
        news.map(|uid| IntentLine::Taint {
            revision,
            uid: uid.clone(),
            objects: self.tainted.get(uid).cloned().unwrap_or_default(),
        })
        .collect()
    }
}

fn rank(kind: Kind) -> usize {
    Kind::ALL
        .iter()
        .position(|known| *known == kind)
        .unwrap_or(usize::MAX)
}

impl World {
    /// Everything a node serves, in an order in which nothing comes before what it needs.
    pub fn intent_snapshot(&self, node: &str) -> Vec<Arc<RawObject>> {
        let needed = self.needed_by(node);
        let mut objects: Vec<Arc<RawObject>> = needed
            .iter()
            .filter_map(|key| self.raw.get(key).cloned())
            .collect();
        objects.sort_by_key(|object| rank(object.kind));
        objects
    }

    /// A view that has carried the snapshot.
    pub fn intent_view(&self, node: &str) -> IntentView {
        let sent = self
            .intent_snapshot(node)
            .iter()
            .map(|object| (object.key(), fingerprint(object)))
            .collect();
        IntentView {
            node: node.to_owned(),
            sent,
            position: self.log.end(),
            tainted: BTreeMap::new(),
        }
    }

    /// What Envoys of other nodes refuse of the gateways of this one, as it is now.
    fn tainted_elsewhere(&self, node: &str) -> BTreeMap<String, Vec<Tainted>> {
        let mut all: BTreeMap<String, Vec<Tainted>> = BTreeMap::new();
        let gateways = self.tainted.iter().filter_map(|key| self.gateways.get(key));
        for gateway in gateways {
            let instances = gateway.status.iter().flat_map(|status| &status.instances);
            if !instances.clone().any(|instance| instance.node == node) {
                continue;
            }
            let others = instances.filter(|instance| instance.node != node);
            let rejected = others.filter_map(|instance| instance.rejected.as_ref());
            let is_now = |tainted: &&Tainted| {
                let object = self.raw.get(&tainted.object);
                object.is_some_and(|raw| raw.metadata.spec_revision == tainted.spec_revision)
            };
            let objects = rejected.flat_map(|rejected| &rejected.objects);
            let mut objects: Vec<Tainted> = objects.filter(is_now).cloned().collect();
            objects.sort_unstable();
            objects.dedup_by(|one, other| one.object == other.object);
            if !objects.is_empty() {
                let uid = gateway.metadata.uid.clone().unwrap_or_default();
                all.insert(uid, objects);
            }
        }
        all
    }

    fn needed_by(&self, node: &str) -> BTreeSet<ObjectKey> {
        let mut needed = BTreeSet::new();
        for gateway in self.relations.naming(&node_key(node), Kind::Gateway) {
            needed.insert(gateway.clone());
            needed.extend(self.relations.naming(gateway, Kind::Route).cloned());
            needed.extend(self.relations.closure_below(gateway));
        }
        needed.retain(|key| is_of_intents(key.kind));
        needed
    }

    fn is_needed_by(&self, node: &str, key: &ObjectKey) -> bool {
        let node = node_key(node);
        self.gateways_of(key)
            .iter()
            .any(|gateway| self.relations.names(gateway, &node))
    }
}
