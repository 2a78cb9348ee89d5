//! The task behind [`super::Control`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use epic_api::agent::NodeReport;
use epic_api::node::{Node, NodeSpec};
use epic_api::revision::{ChangeOperation, Fate};
use epic_api::{ApiError, Gateway, Kind, ObjectKey, RawObject};
use jiff::Timestamp;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until};
use tokio_util::sync::CancellationToken;

use super::admission::{Expected, Owners, admit, not_found, redacted, refuse_kinds_of_epicd};
use super::agents::Agents;
use super::events::EventLog;
use super::revisions::{Fates, Intended, records, verdict};
use super::trials::Trials;
use super::{Action, Command, Reply, WriteRequest};
use crate::metrics::Metrics;
use crate::request::RequestContext;
use crate::store::history::{Entry, Unanswered};
use crate::store::{Batch, Expect, Store, Write, stamp};
use crate::world::{Change, OwnNetworks, Reconciled, World};

pub(super) mod batch;
pub(super) mod rollback;

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
    fates: Fates,
    trials: Trials,
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
    /// While a request is staged: those of its writes that change what is asked for.
    intended: Option<Vec<Intended>>,
    /// What the commit adds to history.
    history: Vec<Entry>,
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
            fates: Fates::default(),
            trials: Trials::default(),
            advance,
            metrics,
            unsettled: None,
            store,
        };
        worker.rebuild();
        worker.recall();
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
                    self.end_trials().await;
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
                    let claimed = self.agents.claim(&node, &report.agent_id, Timestamp::now());
                    let enrolled = claimed.and_then(|()| self.enrol(&mut staged, &node));
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
                Command::Subscribe { node, agent, reply } => {
                    // Nothing may look at the World while it is ahead of the disk. A failed commit has
                    // been answered to those who asked for it.
                    let _ = self.flush(staged).await;
                    staged = self.nothing_staged();
                    let revision = self.store.revision();
                    let claimed = self.agents.claim(&node, &agent, Timestamp::now());
                    let stream = claimed
                        .and_then(|()| self.agents.subscribe(&self.world, node, agent, revision));
                    answer(reply, stream);
                }
                Command::Rollback { plan, reply } => {
                    let _ = self.flush(staged).await;
                    answer(reply, self.rollback(*plan).await);
                    staged = self.nothing_staged();
                }
                Command::Confirm { account, reply } => {
                    let _ = self.flush(staged).await;
                    answer(reply, self.confirm(&account).await);
                    staged = self.nothing_staged();
                }
                Command::Batch { plan, reply } => {
                    let _ = self.flush(staged).await;
                    answer(reply, self.batch(*plan).await);
                    staged = self.nothing_staged();
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
        let context = request.context.clone();
        staged.intended = Some(Vec::new());
        let outcome = self.stage(staged, request);
        let intended = staged.intended.take().unwrap_or_default();
        self.remember(staged, intended, &context, None, Timestamp::now());
        match outcome {
            Ok(object) => staged.replies.push((reply, redacted(&object))),
            Err(error) => answer(reply, Err(error)),
        }
    }

    /// Makes a request's staged writes a revision.
    fn remember(
        &self,
        staged: &mut Staged,
        intended: Vec<Intended>,
        context: &RequestContext,
        restores: Option<u64>,
        now: Timestamp,
    ) {
        let records = records(intended, context, restores, now);
        let entries = records.into_iter().map(Box::new).map(Entry::Revision);
        staged.history.extend(entries);
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
            let account = key.name.clone();
            staged.history.push(Entry::Forget { account });
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
        let key = object.key();
        let operation = match self.current(staged, &key) {
            Some(_) => ChangeOperation::Update,
            None => ChangeOperation::Create,
        };
        let served = spec_changed && staged.intended.is_some();
        let mut gateways = self.gateways_if(served, &key);
        self.world.apply(revision, Change::Put(object.clone()));
        gateways.append(&mut self.gateways_if(served, &key));
        staged.intend(key, operation, object.metadata.generation, gateways);
        staged.overlay.insert(object.key(), Some(object.clone()));
        staged.writes.push(Write::Put {
            object: object.clone(),
            spec_changed,
            expect: Expect::Anything,
        });
        object
    }

    fn stage_removal(&mut self, staged: &mut Staged, key: &ObjectKey) {
        let Some(last) = self.current(staged, key) else {
            return;
        };
        let gateways = self.gateways_if(staged.intended.is_some(), key);
        let generation = last.metadata.generation;
        staged.intend(key.clone(), ChangeOperation::Delete, generation, gateways);
        self.world
            .apply(staged.next_revision(), Change::Delete(key.clone()));
        staged.overlay.insert(key.clone(), None);
        staged.writes.push(Write::Delete {
            key: key.clone(),
            expect: Expect::Anything,
        });
    }

    /// The gateways that an object shapes, for history.
    fn gateways_if(&self, asked: bool, key: &ObjectKey) -> BTreeSet<ObjectKey> {
        if asked {
            self.world.shaped_by(key)
        } else {
            BTreeSet::new()
        }
    }

    fn nothing_staged(&self) -> Staged {
        Staged {
            base: self.store.revision(),
            writes: Vec::new(),
            overlay: BTreeMap::new(),
            replies: Vec::new(),
            intended: None,
            history: Vec::new(),
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
            history,
            ..
        } = staged;
        if writes.is_empty() && history.is_empty() {
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
                history: history.clone(),
            })
            .await
        {
            Ok(_) => {
                self.metrics.committed(count);
                self.follow(history);
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
                self.restart_world();
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
        let mut settled = Vec::new();
        for object in statuses {
            // The World may still have been told of a change to an object that is gone by now.
            let stored = self.current(&staged, &object.key());
            if stored.is_some_and(|stored| *stored != object) {
                self.fates.touch(&object.key());
                self.stage_put(&mut staged, object.into(), false);
            }
        }
        let mut events = events;
        for (one, fate) in self.settle_fates(&staged, now) {
            let (entry, told) = verdict(&one, fate);
            staged.history.push(entry);
            events.extend(told);
            settled.push(one);
        }
        for draft in events {
            self.stage_event(&mut staged, draft, now);
        }
        for event in self.events.trim() {
            self.stage_removal(&mut staged, &event);
        }
        if staged.writes.is_empty() && staged.history.is_empty() {
            return;
        }
        let stored = self.flush(staged).await.is_ok();
        if !stored {
            settled.into_iter().for_each(|one| self.fates.add(one));
        }
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

    /// Takes up, after a start, what was waiting when epicd stopped.
    fn recall(&mut self) {
        let history = self.store.history();
        match (history.unanswered(), history.trials()) {
            (Ok(unanswered), Ok(trials)) => {
                self.fates = Fates::new(unanswered);
                self.trials = Trials::resume(trials, Timestamp::now(), Instant::now());
            }
            (Err(error), _) | (_, Err(error)) => {
                tracing::error!(%error, "what became of earlier revisions can't be followed");
            }
        }
    }

    /// What is durable now concerns those who wait for it.
    fn follow(&mut self, history: Vec<Entry>) {
        for entry in history {
            match entry {
                Entry::Revision(record) => {
                    for change in &record.revision.changes {
                        self.fates.touch(&change.object);
                    }
                    if record.gateways.is_empty() {
                        continue;
                    }
                    let changes = record.revision.changes.into_iter();
                    let objects = changes.map(|change| change.object);
                    self.fates.add(Unanswered {
                        account: record.revision.account,
                        revision: record.revision.revision,
                        objects: objects.zip(record.writes).collect(),
                        gateways: record.gateways,
                    });
                }
                Entry::Trial(trial) => self.trials.begin(trial, Instant::now()),
                Entry::TrialEnds { account } => self.trials.end(&account),
                Entry::Forget { account } => {
                    self.trials.end(&account);
                    self.fates.forget_account(&account);
                }
                Entry::Fate { .. } => {}
            }
        }
    }

    fn settle_fates(&mut self, staged: &Staged, now: Timestamp) -> Vec<(Unanswered, Fate)> {
        let store = self.store.clone();
        let gateway = |key: &ObjectKey| {
            let raw = match staged.overlay.get(key) {
                Some(staged) => staged.clone(),
                None => store.get(key),
            };
            Gateway::from_raw(&*raw?).ok()
        };
        self.fates.settle(gateway, now)
    }

    /// Builds the World from what is stored, when it has run ahead of a commit that failed. Streams
    /// go on: they have carried what was committed, and nothing else.
    fn restart_world(&mut self) {
        self.world = self.world.anew();
        self.fill_world();
        self.agents.look_at(&self.world);
        self.settle_later();
    }

    /// Starts from what is stored. Intent streams start over too: their views looked at a World
    /// that is gone.
    fn rebuild(&mut self) {
        self.agents.clear();
        self.world = World::new(self.own_networks.clone());
        self.fill_world();
        self.settle_later();
    }

    fn fill_world(&mut self) {
        for kind in Kind::ALL {
            for object in self.store.list(kind, None).objects {
                self.world
                    .apply(crate::store::revision_of(&object), Change::Put(object));
            }
        }
        self.events = EventLog::new(self.store.list(Kind::Event, None).objects);
    }
}

impl Staged {
    fn next_revision(&self) -> u64 {
        self.base + self.writes.len() as u64 + 1
    }

    /// Notes the write to come, if a request is being staged. Events are nobody's intent.
    fn intend(
        &mut self,
        key: ObjectKey,
        operation: ChangeOperation,
        generation: u64,
        gateways: BTreeSet<ObjectKey>,
    ) {
        let write = self.next_revision();
        let Some(intended) = self.intended.as_mut().filter(|_| key.kind != Kind::Event) else {
            return;
        };
        intended.push(Intended {
            key,
            operation,
            generation,
            write,
            gateways,
        });
    }
}

fn answer<T>(reply: Reply<T>, answer: Result<T, ApiError>) {
    // Whoever asked may have gone; what is done stays done.
    let _ = reply.send(answer);
}
