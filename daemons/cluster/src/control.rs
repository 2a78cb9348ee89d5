//! The single writer: everything that changes the store goes through one task.
//!
//! ```text
//!   REST ──► commands ──► admit ──► stage ──► commit (one fsync for all that waited) ──► reply
//!   agents ─┘   (bounded)   │ World: the sum of all objects        │
//!                           └── reconcile (statuses, events) ◄─────┴──► intent streams
//! ```
//!
//! A batch is admitted on top of the changes staged before it, so the World runs ahead of the disk
//! while a commit is under way. Nobody sees that: replies and intent lines go out after it. If the
//! commit fails, the World is built anew from the store.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use epic_api::agent::NodeReport;
use epic_api::ownership::ManagedFields;
use epic_api::revision::{RollbackAnswer, Trial};
use epic_api::topology::Topology;
use epic_api::{ApiError, ObjectKey, RawObject, Reason};
use tokio::sync::{Mutex, MutexGuard, mpsc, oneshot, watch};
use tokio_util::sync::CancellationToken;

mod admission;
mod agents;
mod events;
pub(crate) mod revisions;
mod trials;
mod worker;

pub use admission::{not_found, redacted};
pub use agents::IntentStream;
pub(crate) use worker::batch::{BatchDone, BatchPlan};
pub(crate) use worker::rollback::{Plan, hide, is_same, shown};

use crate::metrics::Metrics;
use crate::request::RequestContext;
use crate::store::Store;
use crate::world::OwnNetworks;

/// Commands that may wait; more wait at the sender.
const QUEUE: usize = 1024;

/// Places in which those wait who change the same object.
const TURNS: usize = 64;

/// A handle to the task. Cheap to clone.
#[derive(Clone)]
pub struct Control {
    commands: mpsc::Sender<Command>,
    advanced: watch::Receiver<u64>,
    turns: Arc<[Mutex<()>; TURNS]>,
}

/// A write that somebody asks for.
#[derive(Clone, Debug)]
pub struct WriteRequest {
    /// What to do.
    pub action: Action,
    /// Check everything, store nothing.
    pub dry_run: bool,
    /// Who asks; goes into history and audit.
    pub context: RequestContext,
}

/// What to do to an object.
#[derive(Clone, Debug)]
pub enum Action {
    /// Make it; refused if it exists.
    Create(RawObject),
    /// Make it what is given.
    Apply(RawObject),
    /// Make it what is given, which was made from `base`: refused if anything but the status has
    /// changed since, so that nobody's change is lost.
    Change {
        /// The object.
        object: RawObject,
        /// What it was made from; `None` if there was none.
        base: Option<Arc<RawObject>>,
        /// Who owns its fields now; what the change touches becomes the writer's when absent.
        owners: Option<Vec<ManagedFields>>,
    },
    /// Remove it.
    Delete(ObjectKey),
}

type Reply<T> = oneshot::Sender<Result<T, ApiError>>;

enum Command {
    Write {
        request: Box<WriteRequest>,
        reply: Reply<Arc<RawObject>>,
    },
    Report {
        node: String,
        report: Box<NodeReport>,
        reply: Reply<()>,
    },
    Enrol {
        node: String,
        reply: Reply<Arc<RawObject>>,
    },
    Subscribe {
        node: String,
        agent: String,
        reply: Reply<IntentStream>,
    },
    Rollback {
        plan: Box<Plan>,
        reply: Reply<RollbackAnswer>,
    },
    Confirm {
        account: String,
        reply: Reply<Trial>,
    },
    Batch {
        plan: Box<BatchPlan>,
        reply: Reply<BatchDone>,
    },
    Topology {
        key: ObjectKey,
        reply: Reply<Topology>,
    },
}

impl Control {
    /// Starts the task on a store. It ends when `stop` is cancelled, after what it is doing.
    pub fn start(
        store: Arc<dyn Store>,
        own_networks: OwnNetworks,
        metrics: Metrics,
        stop: CancellationToken,
    ) -> (Control, tokio::task::JoinHandle<()>) {
        let (commands, received) = mpsc::channel(QUEUE);
        let (advance, advanced) = watch::channel(store.revision());
        let worker = worker::Worker::new(store, own_networks, metrics, advance);
        let task = tokio::spawn(worker.run(received, stop));
        let turns = Arc::new([const { Mutex::const_new(()) }; TURNS]);
        let control = Control {
            commands,
            advanced,
            turns,
        };
        (control, task)
    }

    /// Waits until nobody else works out a change to this object, or one that shares its place: of
    /// many who patch one object at once, each would be in the others' way.
    pub async fn turn(&self, key: &ObjectKey) -> MutexGuard<'_, ()> {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        self.turns[(hasher.finish() % TURNS as u64) as usize]
            .lock()
            .await
    }

    /// Checks and stores; answers when it is durable.
    ///
    /// # Errors
    /// The object is refused, or the store can't write.
    pub async fn write(&self, request: WriteRequest) -> Result<Arc<RawObject>, ApiError> {
        let request = Box::new(request);
        self.ask(|reply| Command::Write { request, reply }).await
    }

    /// Takes in what a node's agent says.
    ///
    /// # Errors
    /// The store can't write.
    pub async fn report(&self, node: String, report: NodeReport) -> Result<(), ApiError> {
        let report = Box::new(report);
        self.ask(|reply| Command::Report {
            node,
            report,
            reply,
        })
        .await
    }

    /// The object of a node, made if there is none: an agent is about to join.
    ///
    /// # Errors
    /// The store can't write.
    pub async fn enrol(&self, node: String) -> Result<Arc<RawObject>, ApiError> {
        self.ask(|reply| Command::Enrol { node, reply }).await
    }

    /// What a node serves, and every change to it, for the agent with this id.
    ///
    /// # Errors
    /// There are too many streams, or another agent serves the node.
    pub async fn subscribe(&self, node: String, agent: String) -> Result<IntentStream, ApiError> {
        let ask = |reply| Command::Subscribe { node, agent, reply };
        self.ask(ask).await
    }

    /// Brings an account's objects back as they were.
    ///
    /// # Errors
    /// An object is refused, another rollback waits to be confirmed, or the store can't write.
    pub(crate) async fn rollback(&self, plan: Plan) -> Result<RollbackAnswer, ApiError> {
        let plan = Box::new(plan);
        self.ask(|reply| Command::Rollback { plan, reply }).await
    }

    /// Keeps the rollback that waits to be confirmed.
    ///
    /// # Errors
    /// None waits, or the store can't write.
    pub(crate) async fn confirm(&self, account: String) -> Result<Trial, ApiError> {
        self.ask(|reply| Command::Confirm { account, reply }).await
    }

    /// Many writes in one commit; what each came to, in their order.
    ///
    /// # Errors
    /// The store can't write.
    pub(crate) async fn batch(&self, plan: BatchPlan) -> Result<BatchDone, ApiError> {
        let plan = Box::new(plan);
        self.ask(|reply| Command::Batch { plan, reply }).await
    }

    /// The live graph of a gateway.
    ///
    /// # Errors
    /// There is no such gateway.
    pub async fn topology(&self, key: ObjectKey) -> Result<Topology, ApiError> {
        self.ask(|reply| Command::Topology { key, reply }).await
    }

    /// The revision up to which every intent stream has been handed its lines.
    pub fn advanced(&self) -> watch::Receiver<u64> {
        self.advanced.clone()
    }

    async fn ask<T>(&self, command: impl FnOnce(Reply<T>) -> Command) -> Result<T, ApiError> {
        let stopping = || ApiError::new(Reason::Unavailable, "epicd is stopping");
        let (reply, answer) = oneshot::channel();
        self.commands
            .send(command(reply))
            .await
            .map_err(|_| stopping())?;
        answer.await.map_err(|_| stopping())?
    }
}
