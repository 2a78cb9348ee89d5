//! Objects, line by line, into what each gateway needs to know. No I/O.
//!
//! ```text
//!   Put Route cart ──► objects ──► who depends on it? ──► Gateway web is dirty {Route cart}
//!                                                              │ take()
//!                                                              ▼
//!                                  web's intent, one map entry exchanged, and the keys that differ
//! ```
//!
//! A line costs what it touches: its object, the gateways that depend on it and, in those, the
//! entries that differ. Until a stream is in sync nothing is handed out, so that half a snapshot
//! never takes routes away from a gateway that serves.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use epic_api::agent::{GatewayIntent, IntentLine};
use epic_api::gateway::Tainted;
use epic_api::{Backend, Gateway, GatewayTemplate, Kind, ObjectKey};
use tracing::warn;

use super::objects::{Objects, Stored};

/// What a node's gateways should be, kept current by the lines of the intent stream.
#[derive(Default)]
pub struct Assembly {
    objects: Objects,
    intents: BTreeMap<ObjectKey, Arc<GatewayIntent>>,
    dirty: BTreeMap<ObjectKey, Dirty>,
    /// Objects that the running snapshot has not named yet; `None` once in sync.
    unseen: Option<BTreeSet<ObjectKey>>,
    synced: bool,
    /// Gateways that are of this node, though this version can't read them.
    unreadable: BTreeMap<ObjectKey, String>,
    /// Of the newest line.
    revision: u64,
    /// What other nodes' Envoys refuse, by gateway.
    tainted: BTreeMap<String, Vec<Tainted>>,
    /// Gateways of which that differs from what was handed out.
    retainted: BTreeSet<String>,
    /// Gateways of which the running snapshot has not said it.
    untold: BTreeSet<String>,
}

#[derive(Default)]
struct Dirty {
    revision: u64,
    changed: BTreeSet<ObjectKey>,
}

/// What one gateway's instance must hear.
#[derive(Clone, Debug, PartialEq)]
pub enum Update {
    /// It is to be so.
    Serve {
        /// All of it.
        intent: Arc<GatewayIntent>,
        /// The objects that differ from the last update; `None`: take everything as new.
        changed: Option<BTreeSet<ObjectKey>>,
    },
    /// It is no longer of this node.
    Gone {
        /// The gateway's uid.
        uid: String,
    },
    /// Envoys of other nodes refuse some of its objects as they are.
    Tainted {
        /// The gateway's uid.
        uid: String,
        /// All of them.
        objects: Vec<Tainted>,
    },
}

/// What came out of some lines.
#[derive(Debug, Default, PartialEq)]
pub struct Updates {
    /// By gateway.
    pub updates: Vec<Update>,
    /// Given when a stream came in sync: the uids of every gateway of this node. All others go.
    pub placed: Option<BTreeSet<String>>,
}

impl Assembly {
    /// A stream begins: what it does not name until it is in sync is gone.
    pub fn begin(&mut self) {
        self.unseen = Some(self.objects.keys().collect());
        self.untold = self.tainted.keys().cloned().collect();
        self.synced = false;
    }

    /// Takes in one line.
    pub fn apply(&mut self, line: IntentLine) {
        match line {
            IntentLine::Put { revision, object } => {
                let key = object.key();
                if let Some(unseen) = &mut self.unseen {
                    unseen.remove(&key);
                }
                self.revision = self.revision.max(revision);
                self.unreadable.remove(&key);
                match Stored::read(&object) {
                    Ok(Some(stored)) => self.put(revision, key, stored),
                    Ok(None) => {}
                    // One object this version can't read must not stop the others.
                    Err(error) => {
                        warn!(
                            %key, %error,
                            "can't read an object from epicd, keeping what was; is epic-agent older than epicd?"
                        );
                        if let (Kind::Gateway, Some(uid)) = (key.kind, object.metadata.uid) {
                            self.unreadable.insert(key, uid);
                        }
                    }
                }
            }
            IntentLine::Delete { revision, key } => self.delete(revision, &key),
            IntentLine::Synced { revision } => {
                for key in self.unseen.take().unwrap_or_default() {
                    self.delete(revision, &key);
                }
                for uid in std::mem::take(&mut self.untold) {
                    self.taint(uid, Vec::new());
                }
            }
            IntentLine::Taint { uid, objects, .. } => self.taint(uid, objects),
            // Questions are answered beside the stream and change nothing.
            IntentLine::Query { .. } | IntentLine::Bookmark { .. } => {}
        }
    }

    /// What has changed since the last call; nothing while a snapshot is on its way.
    pub fn take(&mut self) -> Updates {
        if self.unseen.is_some() {
            return Updates::default();
        }
        let mut updates = Vec::new();
        for (key, dirty) in std::mem::take(&mut self.dirty) {
            self.refresh(&key, dirty, &mut updates);
        }
        for uid in std::mem::take(&mut self.retainted) {
            let objects = self.tainted.get(&uid).cloned().unwrap_or_default();
            updates.push(Update::Tainted { uid, objects });
        }
        let first = !std::mem::replace(&mut self.synced, true);
        let placed = first.then(|| {
            let unreadable = self.unreadable.values().cloned();
            self.objects.gateway_uids().chain(unreadable).collect()
        });
        Updates { updates, placed }
    }

    fn taint(&mut self, uid: String, objects: Vec<Tainted>) {
        self.untold.remove(&uid);
        let before = self.tainted.remove(&uid).unwrap_or_default();
        if before != objects {
            self.retainted.insert(uid.clone());
        }
        if !objects.is_empty() {
            self.tainted.insert(uid, objects);
        }
    }

    fn put(&mut self, revision: u64, key: ObjectKey, stored: Stored) {
        if let Some(previous) = self.objects.get(&key)
            && previous.same_intent(&stored)
        {
            // A status alone shapes nothing, but tells which revision epicd waits for.
            let wanted = stored.wanted_revision();
            let known = self.intents.get(&key).map(|intent| intent.revision);
            if known.is_some_and(|known| known < wanted) {
                let dirty = self.dirty.entry(key).or_default();
                dirty.revision = dirty.revision.max(revision);
            }
            return;
        }
        // Both before and after: a route that moves concerns the gateway it leaves, too.
        let mut affected = self.objects.affected(&key);
        self.objects.put(key.clone(), stored);
        affected.extend(self.objects.affected(&key));
        self.mark(revision, &key, affected);
    }

    fn delete(&mut self, revision: u64, key: &ObjectKey) {
        self.revision = self.revision.max(revision);
        self.unreadable.remove(key);
        let affected = self.objects.affected(key);
        if self.objects.remove(key) {
            self.mark(revision, key, affected);
        }
    }

    fn mark(&mut self, revision: u64, key: &ObjectKey, gateways: BTreeSet<ObjectKey>) {
        for gateway in gateways {
            let dirty = self.dirty.entry(gateway).or_default();
            dirty.revision = dirty.revision.max(revision);
            dirty.changed.insert(key.clone());
        }
    }

    fn refresh(&mut self, key: &ObjectKey, dirty: Dirty, updates: &mut Vec<Update>) {
        let gateway = self.objects.gateway(key).cloned();
        let uid = gateway.as_deref().and_then(uid_of);
        if let Some(old) = self.intents.get(key)
            && uid_of(&old.gateway) != uid
        {
            let uid = uid_of(&old.gateway).unwrap_or_default().to_owned();
            self.intents.remove(key);
            updates.push(Update::Gone { uid });
        }
        let Some(gateway) = gateway else { return };
        let changed = if let Some(intent) = self.intents.get_mut(key) {
            let changed = self
                .objects
                .bring_up_to_date(Arc::make_mut(intent), key, dirty);
            Some(changed)
        } else {
            let Some(intent) = self.objects.intent(&gateway, self.revision) else {
                return;
            };
            self.intents.insert(key.clone(), Arc::new(intent));
            None
        };
        updates.push(Update::Serve {
            intent: self.intents[key].clone(),
            changed,
        });
    }
}

fn uid_of(gateway: &Gateway) -> Option<&str> {
    gateway.metadata.uid.as_deref()
}

impl Objects {
    /// A gateway's intent from scratch; `None` while its template or its addresses are missing.
    fn intent(&self, gateway: &Gateway, revision: u64) -> Option<GatewayIntent> {
        let key = gateway.key();
        let has_address = gateway
            .status
            .as_ref()
            .is_some_and(|status| !status.addresses.is_empty());
        let template = self.template(&key.sibling(Kind::GatewayTemplate, &gateway.spec.template));
        let (Some(template), true, true) = (template, has_address, gateway.metadata.uid.is_some())
        else {
            warn!(gateway = %key, "not started: its template or address has not come from epicd");
            return None;
        };
        let mut intent = GatewayIntent {
            revision,
            gateway: gateway.clone(),
            template: GatewayTemplate::clone(template),
            routes: BTreeMap::new(),
            backends: BTreeMap::new(),
            certificates: BTreeMap::new(),
        };
        let mut parts: BTreeSet<ObjectKey> = self.references(&key);
        parts.extend(self.dependents(&key));
        let dirty = Dirty {
            revision,
            changed: parts,
        };
        self.bring_up_to_date(&mut intent, &key, dirty);
        Some(intent)
    }

    /// Exchanges in an intent what `dirty` names, and what follows from it. Says which objects
    /// differ now.
    fn bring_up_to_date(
        &self,
        intent: &mut GatewayIntent,
        gateway: &ObjectKey,
        dirty: Dirty,
    ) -> BTreeSet<ObjectKey> {
        intent.revision = intent.revision.max(dirty.revision);
        let mut changed = dirty.changed;
        // What a route or the gateway itself names may come and go with it.
        let mut named = BTreeSet::new();
        for key in &changed {
            match key.kind {
                Kind::Gateway => {
                    if let Some(now) = self.gateway(key) {
                        named.extend(certificate_keys(&intent.gateway));
                        named.extend(certificate_keys(now));
                        named.insert(key.sibling(Kind::GatewayTemplate, &now.spec.template));
                        intent.gateway = Gateway::clone(now);
                    }
                }
                Kind::Route => {
                    let bound = self.names(key, gateway);
                    let now = self.route(key).filter(|_| bound).cloned();
                    let before = match &now {
                        Some(route) => intent.routes.insert(key.name.clone(), route.clone()),
                        None => intent.routes.remove(&key.name),
                    };
                    for route in before.iter().chain(&now) {
                        let backends = route.spec.backend_names();
                        named.extend(backends.map(|name| key.sibling(Kind::Backend, name)));
                    }
                }
                Kind::Backend => drop(named.insert(key.clone())),
                _ => {}
            }
        }
        // And what a backend names with that backend.
        let backends: Vec<&ObjectKey> = named
            .iter()
            .filter(|key| key.kind == Kind::Backend)
            .collect();
        let of_backends: BTreeSet<ObjectKey> = backends
            .into_iter()
            .flat_map(|key| {
                let before = intent.backends.get(&key.name);
                let both = before.into_iter().chain(self.backend(key));
                both.flat_map(|backend| certificates_of(backend))
            })
            .collect();
        named.extend(of_backends);
        let direct = changed
            .iter()
            .filter(|key| !matches!(key.kind, Kind::Gateway | Kind::Route));
        named.extend(direct.cloned());
        for key in named {
            if self.exchange(intent, gateway, &key) {
                changed.insert(key);
            }
        }
        changed
    }

    /// Makes the entry of one template, backend or certificate what it should be. Says whether it
    /// was another.
    fn exchange(&self, intent: &mut GatewayIntent, gateway: &ObjectKey, key: &ObjectKey) -> bool {
        match key.kind {
            Kind::GatewayTemplate => {
                // A template that is gone leaves its gateways as they are.
                let now = self.template(key).filter(|now| ***now != intent.template);
                if let Some(now) = now {
                    intent.template = GatewayTemplate::clone(now);
                }
                now.is_some()
            }
            Kind::Backend => {
                let used = self
                    .dependents_of(key)
                    .any(|route| self.names(route, gateway));
                let now = self.backend(key).filter(|_| used);
                exchange(&mut intent.backends, &key.name, now)
            }
            Kind::Certificate => {
                let of_backends = || {
                    let mut naming = self.dependents_of(key);
                    naming.any(|naming| {
                        let mut routes = self.dependents_of(naming);
                        naming.kind == Kind::Backend
                            && routes.any(|route| self.names(route, gateway))
                    })
                };
                let used = certificate_keys(&intent.gateway).contains(key) || of_backends();
                let now = self.certificate(key).filter(|_| used);
                exchange(&mut intent.certificates, &key.name, now)
            }
            _ => false,
        }
    }
}

fn exchange<T>(map: &mut BTreeMap<String, Arc<T>>, name: &str, now: Option<&Arc<T>>) -> bool {
    match (map.get(name), now) {
        (None, None) => false,
        (Some(before), Some(now)) if Arc::ptr_eq(before, now) => false,
        (_, Some(now)) => {
            map.insert(name.to_owned(), now.clone());
            true
        }
        (Some(_), None) => {
            map.remove(name);
            true
        }
    }
}

pub(super) fn certificate_keys(gateway: &Gateway) -> BTreeSet<ObjectKey> {
    let key = gateway.key();
    let names = gateway.spec.certificate_names();
    names
        .map(|name| key.sibling(Kind::Certificate, name))
        .collect()
}

pub(super) fn certificates_of(backend: &Backend) -> BTreeSet<ObjectKey> {
    let key = backend.key();
    let names = backend.spec.certificate_names();
    names
        .map(|name| key.sibling(Kind::Certificate, name))
        .collect()
}

#[cfg(test)]
mod tests;
