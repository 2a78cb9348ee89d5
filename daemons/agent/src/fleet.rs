//! All instances of a node: which there are, and nothing about how each one works.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use epic_api::agent::GatewayIntent;
use epic_api::gateway::Tainted;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;
use tracing::{error, info, warn};

use crate::instance::{self, Inboxes, News, Shared, Stop};
use crate::intent::{Update, Updates};
use crate::last_good::{InstanceRecord, Remembered, is_safe_uid};
use crate::mailbox::Mailbox;
use crate::slots::Slots;

/// The most instances of one node.
const LIMIT: u32 = 5000;

pub(crate) struct Fleet {
    shared: Arc<Shared>,
    /// Without namespaces two Envoys can't have one address, not even for the time of a drain.
    shares_network: bool,
    slots: Slots,
    instances: BTreeMap<String, Handle>,
    /// Instances that go, and those that come in their place, which must wait.
    leaving: BTreeMap<String, Leaving>,
    /// What an agent before left and nobody has asked for yet.
    remembered: BTreeMap<String, InstanceRecord>,
    tasks: JoinSet<String>,
}

struct Handle {
    inbox: Arc<Mailbox<News>>,
    tainted: Arc<Mailbox<Vec<Tainted>>>,
    stop: oneshot::Sender<Stop>,
    slot: u32,
    addresses: Vec<IpAddr>,
}

struct Leaving {
    slot: u32,
    addresses: Vec<IpAddr>,
    successors: BTreeMap<String, News>,
}

/// Runs the fleet until told to stop, or until nobody sends updates any more.
pub(crate) async fn run(
    mut fleet: Fleet,
    mut updates: mpsc::Receiver<Updates>,
    mut stop: oneshot::Receiver<Stop>,
) {
    let stop = loop {
        tokio::select! {
            biased;
            stop = &mut stop => break stop.unwrap_or(Stop::Leave),
            Some(updates) = updates.recv() => fleet.apply(updates).await,
            Some(ended) = fleet.tasks.join_next() => fleet.ended(ended).await,
        }
    };
    fleet.stop(stop).await;
}

impl Fleet {
    /// A fleet of what was remembered, serving before epicd is asked.
    pub(crate) async fn restore(
        shared: Arc<Shared>,
        shares_network: bool,
        all: BTreeMap<String, Remembered>,
    ) -> Fleet {
        let mut fleet = Fleet {
            shared,
            shares_network,
            slots: Slots::new(LIMIT),
            instances: BTreeMap::new(),
            leaving: BTreeMap::new(),
            remembered: BTreeMap::new(),
            tasks: JoinSet::new(),
        };
        let mut intents = Vec::new();
        for (uid, Remembered { record, intent }) in all {
            if let Some(record) = record {
                fleet.remembered.insert(uid, record);
            }
            intents.extend(intent);
        }
        // No slot of a running Envoy may go to a newcomer.
        for record in fleet.remembered.values_mut() {
            let Some(slot) = fleet.slots.take(Some(record.slot)) else {
                continue;
            };
            record.slot = slot;
        }
        if !intents.is_empty() {
            info!(gateways = intents.len(), "serving what was served last");
        }
        for intent in intents {
            let intent = Arc::new(intent);
            let news = News {
                intent: intent.clone(),
                changed: None,
            };
            fleet.start(news, Some(intent)).await;
        }
        fleet
    }

    async fn apply(&mut self, updates: Updates) {
        for update in updates.updates {
            match update {
                Update::Serve { intent, changed } => {
                    self.serve(News { intent, changed }).await;
                }
                Update::Gone { uid } => self.retire(&uid),
                Update::Tainted { uid, objects } => {
                    if let Some(handle) = self.instances.get(&uid) {
                        handle.tainted.put(objects, |_, newer| newer);
                    }
                }
            }
        }
        if let Some(placed) = updates.placed {
            self.retire_all_but(&placed);
        }
    }

    async fn serve(&mut self, news: News) {
        let uid = uid_of(&news.intent).to_owned();
        if let Some(handle) = self.instances.get_mut(&uid) {
            handle.addresses = addresses_of(&news.intent);
            handle.inbox.put(news, News::then);
            return;
        }
        if let Some(leaving) = self.in_the_way_of(&uid, &news.intent) {
            let news = match leaving.successors.remove(&uid) {
                Some(older) => older.then(news),
                None => news,
            };
            leaving.successors.insert(uid, news);
            return;
        }
        self.start(news, None).await;
    }

    fn in_the_way_of(&mut self, uid: &str, intent: &GatewayIntent) -> Option<&mut Leaving> {
        let addresses = addresses_of(intent);
        let shares_network = self.shares_network;
        let mut leaving = self.leaving.iter_mut();
        leaving
            .find(|(other, leaving)| {
                let shared = || leaving.addresses.iter().any(|own| addresses.contains(own));
                *other == uid || (shares_network && shared())
            })
            .map(|(_, leaving)| leaving)
    }

    async fn start(&mut self, news: News, good: Option<Arc<GatewayIntent>>) {
        let uid = uid_of(&news.intent).to_owned();
        let Some(record) = self.record(&uid, &news.intent) else {
            return;
        };
        let (last_good, written) = (self.shared.last_good.clone(), record.clone());
        let saved = tokio::task::spawn_blocking(move || last_good.save_instance(&written)).await;
        if let Ok(Err(error)) = saved {
            warn!(%uid, %error, "can't remember an instance; a restarted agent would not find it");
        }
        let (stop, stopped) = oneshot::channel();
        let handle = Handle {
            inbox: Arc::default(),
            tainted: Arc::default(),
            stop,
            slot: record.slot,
            addresses: addresses_of(&news.intent),
        };
        handle.inbox.put(news, News::then);
        let inboxes = Inboxes {
            news: handle.inbox.clone(),
            tainted: handle.tainted.clone(),
        };
        self.spawn(record, good, inboxes, stopped);
        self.instances.insert(uid, handle);
    }

    fn spawn(
        &mut self,
        record: InstanceRecord,
        good: Option<Arc<GatewayIntent>>,
        inboxes: Inboxes,
        stopped: oneshot::Receiver<Stop>,
    ) {
        let uid = record.uid.clone();
        let task = instance::run(self.shared.clone(), record, good, inboxes, stopped);
        self.tasks.spawn(async move {
            task.await;
            uid
        });
    }

    /// What was remembered of the instance, else a new record with a slot of its own.
    fn record(&mut self, uid: &str, intent: &GatewayIntent) -> Option<InstanceRecord> {
        if let Some(record) = self.remembered.remove(uid) {
            return Some(record);
        }
        if !is_safe_uid(uid) {
            error!(%uid, "epicd sent a gateway whose uid can't be used in file names, not serving it");
            return None;
        }
        let Some(slot) = self.slots.take(None) else {
            error!(%uid, limit = LIMIT, "this node has all the gateways it can have, not serving one more");
            return None;
        };
        let metadata = &intent.gateway.metadata;
        Some(InstanceRecord {
            uid: uid.to_owned(),
            account: metadata.account.clone().unwrap_or_default(),
            gateway: metadata.name.clone(),
            slot,
            process: None,
            tainted: Vec::new(),
        })
    }

    fn retire(&mut self, uid: &str) {
        for leaving in self.leaving.values_mut() {
            leaving.successors.remove(uid);
        }
        if let Some(handle) = self.instances.remove(uid) {
            let _ = handle.stop.send(Stop::Retire);
            let leaving = Leaving {
                slot: handle.slot,
                addresses: handle.addresses,
                successors: BTreeMap::new(),
            };
            self.leaving.insert(uid.to_owned(), leaving);
        } else if let Some(record) = self.remembered.remove(uid) {
            let (stop, stopped) = oneshot::channel();
            let _ = stop.send(Stop::Retire);
            let leaving = Leaving {
                slot: record.slot,
                addresses: Vec::new(),
                successors: BTreeMap::new(),
            };
            self.leaving.insert(uid.to_owned(), leaving);
            self.spawn(record, None, Inboxes::default(), stopped);
        }
    }

    fn retire_all_but(&mut self, placed: &BTreeSet<String>) {
        let all = self.instances.keys().chain(self.remembered.keys());
        let gone: Vec<String> = all.filter(|uid| !placed.contains(*uid)).cloned().collect();
        for uid in gone {
            self.retire(&uid);
        }
    }

    async fn ended(&mut self, ended: Result<String, tokio::task::JoinError>) {
        let uid = match ended {
            Ok(uid) => uid,
            Err(error) => {
                error!(%error, "an instance's task fell over; its Envoy goes on unattended until the agent is restarted");
                return;
            }
        };
        let Some(leaving) = self.leaving.remove(&uid) else {
            return;
        };
        self.slots.release(leaving.slot);
        for news in leaving.successors.into_values() {
            self.serve(news).await;
        }
    }

    async fn stop(mut self, how: Stop) {
        if how == Stop::Retire {
            self.retire_all_but(&BTreeSet::new());
        }
        for (_, handle) in std::mem::take(&mut self.instances) {
            let _ = handle.stop.send(how);
        }
        // A drain that is under way when the agent is to leave is finished by the next one.
        if how == Stop::Retire {
            while self.tasks.join_next().await.is_some() {}
        } else {
            let patience = tokio::time::sleep(std::time::Duration::from_secs(5));
            tokio::pin!(patience);
            let mut remaining = self.tasks.len().saturating_sub(self.leaving.len());
            while remaining > 0 {
                tokio::select! {
                    () = &mut patience => break,
                    ended = self.tasks.join_next() => match ended {
                        Some(Ok(uid)) if self.leaving.contains_key(&uid) => {}
                        Some(_) => remaining -= 1,
                        None => break,
                    },
                }
            }
        }
    }
}

fn uid_of(intent: &GatewayIntent) -> &str {
    intent.gateway.metadata.uid.as_deref().unwrap_or_default()
}

fn addresses_of(intent: &GatewayIntent) -> Vec<IpAddr> {
    let status = intent.gateway.status.iter();
    status
        .flat_map(|status| &status.addresses)
        .map(|address| address.value)
        .collect()
}
