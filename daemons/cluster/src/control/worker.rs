//! The task behind [`super::Control`].

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use epic_api::agent::NodeReport;
use epic_api::node::{Node, NodeSpec};
use epic_api::{ApiError, Kind, ObjectKey, RawObject};
use jiff::Timestamp;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until};
use tokio_util::sync::CancellationToken;

use super::admission::{Expected, Owners, admit, not_found, redacted, refuse_kinds_of_epicd};
use super::agents::Agents;
use super::events::EventLog;
use super::{Action, Command, Reply, WriteRequest};
use crate::metrics::Metrics;
use crate::store::{Batch, Expect, Store, Write, stamp};
use crate::world::{Change, OwnNetworks, Reconciled, World};

/// Commands that may share a commit.
const GROUP: usize = 128;
/// Statuses are computed when nothing has changed for this long …
const SETTLE: Duration = Duration::from_millis(20);
/// … or this long after the first change.
const LATEST: Duration = Duration::from_millis(50);
/// How often time itself may change something: a node that is not heard of.
const TICK: Duration = Duration::from_secs(1);
/// Between attempts while the store can't write.
const RETRY: Duration = Duration::from_secs(1);
/// A status write may make another object's status change. More rounds than this without a change
/// from outside are a fault, and must not write for ever.
const ROUNDS: u32 = 5;

pub(super) struct Worker {
    store: Arc<dyn Store>,
    world: World,
    own_networks: OwnNetworks,
    events: EventLog,
    agents: Agents,
    advance: watch::Sender<u64>,
    metrics: Metrics,
    unsettled: Option<Unsettled>,
}

/// Something changed since the last reconciliation.
struct Unsettled {
    due: Instant,
    latest: Instant,
    rounds: u32,
}

/// Changes that the World has seen and the disk has not.
struct Staged {
    /// The store's revision.
    base: u64,
    writes: Vec<Write>,
    /// What the staged writes make of their objects.
    overlay: BTreeMap<ObjectKey, Option<Arc<RawObject>>>,
    replies: Vec<(Reply<Arc<RawObject>>, Arc<RawObject>)>,
}

impl Worker {
    pub(super) fn new(
        store: Arc<dyn Store>,
        own_networks: OwnNetworks,
        metrics: Metrics,
        advance: watch::Sender<u64>,
    ) -> Self {
        let mut worker = Worker {
            world: World::new(own_networks.clone()),
            own_networks,
            events: EventLog::default(),
            agents: Agents::default(),
            advance,
            metrics,
            unsettled: None,
            store,
        };
        worker.rebuild();
        worker
    }

    pub(super) async fn run(
        mut self,
        mut commands: mpsc::Receiver<Command>,
        stop: CancellationToken,
    ) {
        let mut group = Vec::with_capacity(GROUP);
        let mut tick = interval(TICK);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let due = self.unsettled.as_ref().map(|unsettled| unsettled.due);
            tokio::select! {
                biased;
                () = stop.cancelled() => break,
                // First, so that a stream of commands can't put statuses off for ever.
                () = sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {
                    self.reconcile().await;
                }
                _ = tick.tick() => {
                    self.world.tick(Timestamp::now());
                    self.settle_later();
                }
                received = commands.recv_many(&mut group, GROUP) => {
                    if received == 0 {
                        break;
                    }
                    self.handle(group.drain(..)).await;
                }
            }
        }
        self.agents.clear();
    }

    async fn handle(&mut self, group: impl Iterator<Item = Command>) {
        let mut staged = self.nothing_staged();
        for command in group {
            match command {
                Command::Write { request, reply } => self.write(&mut staged, *request, reply),
                Command::Report {
                    node,
                    report,
                    reply,
                } => {
                    let enrolled = self.enrol(&mut staged, &node);
                    let outcome = self.flush(staged).await;
                    staged = self.nothing_staged();
                    answer(
                        reply,
                        enrolled.and(outcome).map(|()| self.report(&node, *report)),
                    );
                }
                Command::Enrol { node, reply } => {
                    let enrolled = self.enrol(&mut staged, &node);
                    let outcome = self.flush(staged).await;
                    staged = self.nothing_staged();
                    let key = ObjectKey::cluster(Kind::Node, node);
                    let stored = || self.store.get(&key).ok_or_else(|| not_found(&key));
                    answer(reply, enrolled.and(outcome).and_then(|()| stored()));
                }
                Command::Subscribe { node, reply } => {
                    // Nothing may look at the World while it is ahead of the disk. A failed commit has
                    // been answered to those who asked for it.
                    let _ = self.flush(staged).await;
                    staged = self.nothing_staged();
                    let revision = self.store.revision();
                    answer(reply, self.agents.subscribe(&self.world, node, revision));
                }
                Command::Topology { key, reply } => {
                    let _ = self.flush(staged).await;
                    staged = self.nothing_staged();
                    answer(
                        reply,
                        self.world.topology(&key).ok_or_else(|| not_found(&key)),
                    );
                }
            }
        }
        let _ = self.flush(staged).await;
    }

    fn report(&mut self, node: &str, report: NodeReport) {
        self.world.report(node, report, Timestamp::now());
        self.settle_later();
    }

    /// A node's first report makes its object.
    fn enrol(&mut self, staged: &mut Staged, name: &str) -> Result<(), ApiError> {
        let key = ObjectKey::cluster(Kind::Node, name);
        if self.current(staged, &key).is_some() {
            return Ok(());
        }
        let node = Node::new(None, name, NodeSpec::default()).to_raw();
        let owners = Owners::Written("epicd");
        let admitted = admit(&self.world, node, None, owners, Timestamp::now())?;
        if let Some(admitted) = admitted {
            self.stage_put(staged, admitted.object.into(), admitted.spec_changed);
        }
        Ok(())
    }

    fn write(&mut self, staged: &mut Staged, request: WriteRequest, reply: Reply<Arc<RawObject>>) {
        match self.stage(staged, request) {
            Ok(object) => staged.replies.push((reply, redacted(&object))),
            Err(error) => answer(reply, Err(error)),
        }
    }

    /// Admits a write and stages what it changes. The object is what the caller will be told.
    fn stage(
        &mut self,
        staged: &mut Staged,
        request: WriteRequest,
    ) -> Result<Arc<RawObject>, ApiError> {
        let (object, expected, owners) = match request.action {
            Action::Delete(key) => return self.stage_delete(staged, &key, request.dry_run),
            Action::Create(object) => (object, Expected::Absent, None),
            Action::Apply(object) => (object, Expected::Anything, None),
            Action::Change {
                object,
                base,
                owners,
            } => (object, Expected::Still(base), owners),
        };
        let key = object.key();
        let previous = self.current(staged, &key);
        expected.check(&key, previous.as_deref())?;
        let owners = match owners {
            Some(owners) => Owners::Are(owners),
            None => Owners::Written(request.context.manager()),
        };
        let now = Timestamp::now();
        let admitted = admit(&self.world, object, previous.as_deref(), owners, now)?;
        match (admitted, previous) {
            (None, Some(previous)) => Ok(previous),
            (None, None) => Err(not_found(&key)),
            (Some(admitted), _) if request.dry_run => Ok(admitted.object.into()),
            (Some(admitted), _) => {
                Ok(self.stage_put(staged, admitted.object.into(), admitted.spec_changed))
            }
        }
    }

    fn stage_delete(
        &mut self,
        staged: &mut Staged,
        key: &ObjectKey,
        dry_run: bool,
    ) -> Result<Arc<RawObject>, ApiError> {
        refuse_kinds_of_epicd(key.kind)?;
        let mut object = self.current(staged, key).ok_or_else(|| not_found(key))?;
        self.world.admit_delete(key)?;
        if dry_run {
            return Ok(object);
        }
        stamp(&mut object, staged.next_revision(), false);
        self.stage_removal(staged, key);
        if key.kind == Kind::Account {
            for event in self.events.forget_account(&key.name) {
                self.stage_removal(staged, &event);
            }
        }
        Ok(object)
    }

    fn stage_put(
        &mut self,
        staged: &mut Staged,
        mut object: Arc<RawObject>,
        spec_changed: bool,
    ) -> Arc<RawObject> {
        let revision = staged.next_revision();
        stamp(&mut object, revision, spec_changed);
        self.world.apply(revision, Change::Put(object.clone()));
        staged.overlay.insert(object.key(), Some(object.clone()));
        staged.writes.push(Write::Put {
            object: object.clone(),
            spec_changed,
            expect: Expect::Anything,
        });
        object
    }

    fn stage_removal(&mut self, staged: &mut Staged, key: &ObjectKey) {
        if self.current(staged, key).is_none() {
            return;
        }
        self.world
            .apply(staged.next_revision(), Change::Delete(key.clone()));
        staged.overlay.insert(key.clone(), None);
        staged.writes.push(Write::Delete {
            key: key.clone(),
            expect: Expect::Anything,
        });
    }

    fn nothing_staged(&self) -> Staged {
        Staged {
            base: self.store.revision(),
            writes: Vec::new(),
            overlay: BTreeMap::new(),
            replies: Vec::new(),
        }
    }

    fn current(&self, staged: &Staged, key: &ObjectKey) -> Option<Arc<RawObject>> {
        match staged.overlay.get(key) {
            Some(staged) => staged.clone(),
            None => self.store.get(key),
        }
    }

    /// Makes what is staged durable, then tells everybody.
    async fn flush(&mut self, staged: Staged) -> Result<(), ApiError> {
        let Staged {
            base,
            writes,
            replies,
            ..
        } = staged;
        if writes.is_empty() {
            for (reply, object) in replies {
                answer(reply, Ok(object));
            }
            return Ok(());
        }
        let count = writes.len() as u64;
        match self
            .store
            .commit(Batch {
                after: Some(base),
                writes,
            })
            .await
        {
            Ok(_) => {
                self.metrics.committed(count);
                // Agents first: a route's way to Envoy begins here.
                self.agents.advance(&self.world, self.store.revision());
                self.advance.send_replace(self.store.revision());
                for (reply, object) in replies {
                    answer(reply, Ok(object));
                }
                self.settle_later();
                Ok(())
            }
            Err(error) => {
                tracing::error!(%error, "a commit failed; starting over from what is stored");
                let error = ApiError::from(error);
                for (reply, _) in replies {
                    answer(reply, Err(error.clone()));
                }
                self.rebuild();
                Err(error)
            }
        }
    }

    /// Writes the statuses and events that follow from what changed, in one commit.
    async fn reconcile(&mut self) {
        let rounds = self
            .unsettled
            .take()
            .map_or(0, |unsettled| unsettled.rounds);
        let now = Timestamp::now();
        let Reconciled { statuses, events } = self.world.reconcile(now);
        let mut staged = self.nothing_staged();
        for object in statuses {
            // The World may still have been told of a change to an object that is gone by now.
            let stored = self.current(&staged, &object.key());
            if stored.is_some_and(|stored| *stored != object) {
                self.stage_put(&mut staged, object.into(), false);
            }
        }
        for draft in events {
            self.stage_event(&mut staged, draft, now);
        }
        for event in self.events.trim() {
            self.stage_removal(&mut staged, &event);
        }
        if staged.writes.is_empty() {
            return;
        }
        let stored = self.flush(staged).await.is_ok();
        let pause = if stored { SETTLE } else { RETRY };
        if stored && rounds >= ROUNDS {
            tracing::debug!("statuses have not settled; waiting for a change");
            self.unsettled = None;
        } else {
            let due = Instant::now() + pause;
            let rounds = if stored { rounds + 1 } else { 0 };
            self.unsettled = Some(Unsettled {
                due,
                latest: due,
                rounds,
            });
        }
    }

    fn stage_event(
        &mut self,
        staged: &mut Staged,
        draft: crate::world::EventDraft,
        now: Timestamp,
    ) {
        let account = draft.regarding.account.clone();
        let gone = account.is_some_and(|account| {
            self.current(staged, &ObjectKey::cluster(Kind::Account, account))
                .is_none()
        });
        if gone {
            return;
        }
        let store = self.store.clone();
        let overlay = &staged.overlay;
        let stored = |key: &ObjectKey| match overlay.get(key) {
            Some(staged) => staged.clone(),
            None => store.get(key),
        };
        let event = self.events.record(draft, stored, now);
        self.stage_put(staged, event.into(), true);
    }

    fn settle_later(&mut self) {
        let now = Instant::now();
        let unsettled = self.unsettled.get_or_insert(Unsettled {
            due: now,
            latest: now + LATEST,
            rounds: 0,
        });
        unsettled.due = (now + SETTLE).min(unsettled.latest);
        unsettled.rounds = 0;
    }

    /// Starts from what is stored. Intent streams start over too: their views looked at a World
    /// that is gone.
    fn rebuild(&mut self) {
        self.agents.clear();
        self.world = World::new(self.own_networks.clone());
        for kind in Kind::ALL {
            for object in self.store.list(kind, None).objects {
                self.world
                    .apply(crate::store::revision_of(&object), Change::Put(object));
            }
        }
        self.events = EventLog::new(self.store.list(Kind::Event, None).objects);
        self.settle_later();
    }
}

impl Staged {
    fn next_revision(&self) -> u64 {
        self.base + self.writes.len() as u64 + 1
    }
}

fn answer<T>(reply: Reply<T>, answer: Result<T, ApiError>) {
    // Whoever asked may have gone; what is done stays done.
    let _ = reply.send(answer);
}
