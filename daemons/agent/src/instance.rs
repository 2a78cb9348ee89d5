//! One gateway on this node: its network, its Envoy, and what that Envoy is told.
//!
//! ```text
//!   intent ──► network: addresses, ways to the endpoints ──► translate ──► Delivery ──► Envoy
//!                                                                            │ acknowledged
//!   report ◄── address routed ◄── Envoy is LIVE ◄────────────────────────────┤
//!                                                                            └──► last good on disk
//! ```
//!
//! Each instance is a task of its own: what happens to one gateway holds up no other.

mod ending;
mod envoy;
mod files;
mod lifecycle;
mod orphan;
mod programming;
mod quarantine;
mod upstreams;

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use epic_api::ObjectKey;
use epic_api::agent::{GatewayIntent, InstanceLive, InstanceReport};
use epic_api::gateway::Tainted;
use epic_envoy::admin::AdminClient;
use epic_envoy::delivery::{Delivery, DeliveryStatus};
use epic_envoy::process::{EnvoyProcess, ExitReason};
use epic_envoy::translate::Translator;
use tokio::sync::{oneshot, watch};
use tokio::time::sleep_until;
use tokio_util::task::AbortOnDropHandle;
use tracing::{Instrument as _, warn};

use crate::last_good::{InstanceRecord, LastGood, Saver};
use crate::mailbox::Mailbox;
use crate::network::Network;
use crate::platform::EnvoyBinary;
use crate::report::Board;
use files::Files;
use lifecycle::Lifecycle;
use quarantine::Quarantine;
use upstreams::Upstreams;

/// How often an Envoy that starts is asked whether it is live.
const LIVE_CHECK: Duration = Duration::from_millis(20);
/// How often figures are read from Envoy.
const POLL: Duration = Duration::from_secs(1);
/// Requests to endpoints that were removed are let finish before their route goes.
const LINGER: Duration = Duration::from_secs(30);
/// Before a network that could not be brought up to date is tried again.
const NETWORK_RETRY: Duration = Duration::from_secs(1);
/// For a template that does not say how long open requests may take.
const DEFAULT_DRAIN: Duration = Duration::from_secs(10);
/// For a template that does not say how many threads.
const DEFAULT_CONCURRENCY: u32 = 2;

/// What all instances of a node share.
pub(crate) struct Shared {
    pub(crate) envoy: EnvoyBinary,
    pub(crate) files: Layout,
    pub(crate) network: Network,
    pub(crate) last_good: LastGood,
    pub(crate) board: Arc<Board>,
}

pub(crate) use files::Layout;

/// What an instance hears.
pub(crate) struct News {
    pub(crate) intent: Arc<GatewayIntent>,
    /// `None`: take everything as new.
    pub(crate) changed: Option<BTreeSet<ObjectKey>>,
}

impl News {
    /// Both at once, for an instance that was busy.
    pub(crate) fn then(self, newer: News) -> News {
        let changed = self.changed.zip(newer.changed);
        News {
            intent: newer.intent,
            changed: changed.map(|(mut all, more)| {
                all.extend(more);
                all
            }),
        }
    }
}

/// Where an instance hears it.
#[derive(Default)]
pub(crate) struct Inboxes {
    pub(crate) news: Arc<Mailbox<News>>,
    /// What other nodes' Envoys refuse.
    pub(crate) tainted: Arc<Mailbox<Vec<Tainted>>>,
}

/// Why an instance's task ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Stop {
    /// The agent ends, the Envoy goes on.
    Leave,
    /// The gateway is no longer here: drain, stop, leave nothing behind.
    Retire,
}

/// Runs one instance until told to stop.
pub(crate) async fn run(
    shared: Arc<Shared>,
    record: InstanceRecord,
    good: Option<Arc<GatewayIntent>>,
    inboxes: Inboxes,
    stop: oneshot::Receiver<Stop>,
) {
    let span = tracing::info_span!("instance", gateway = %format_args!("{}/{}", record.account, record.gateway));
    let mut instance = Instance::new(shared, record, good, inboxes);
    async {
        let stop = tokio::select! {
            stop = stop => stop.unwrap_or(Stop::Leave),
            never = instance.serve() => match never {},
        };
        match stop {
            Stop::Leave => instance.leave().await,
            Stop::Retire => instance.retire().await,
        }
    }
    .instrument(span)
    .await;
}

struct Instance {
    shared: Arc<Shared>,
    record: InstanceRecord,
    inboxes: Inboxes,
    files: Files,
    admin: AdminClient,
    lifecycle: Lifecycle,
    facts: Facts,
    upstreams: Upstreams,
    ensured: Option<Ensured>,
    network_problem: String,
    network_due: Option<Instant>,
    programmed: Option<Programmed>,
    process: Option<EnvoyProcess>,
    adopted: bool,
    live: bool,
    check_live_at: Instant,
    start_at: Option<Instant>,
    acknowledged: u64,
    quarantine: Quarantine,
    saver: Saver,
    _poller: AbortOnDropHandle<()>,
}

/// What of an intent is the agent's business rather than Envoy's.
#[derive(Default)]
struct Facts {
    addresses: Vec<IpAddr>,
    drain: Duration,
    concurrency: u32,
}

/// What the network was last brought to.
#[derive(Clone, PartialEq)]
struct Ensured {
    addresses: Vec<IpAddr>,
    upstreams: BTreeSet<IpAddr>,
}

struct Programmed {
    translator: Translator,
    delivery: Delivery,
    status: watch::Receiver<DeliveryStatus>,
    netns: Option<PathBuf>,
}

enum Event {
    News(News),
    Tainted(Vec<Tainted>),
    Exited(ExitReason),
    Status,
    Start,
    CheckLive,
    Withdraw,
    Network,
}

impl Instance {
    fn new(
        shared: Arc<Shared>,
        record: InstanceRecord,
        good: Option<Arc<GatewayIntent>>,
        inboxes: Inboxes,
    ) -> Instance {
        let files = shared.files.of(&record.uid, record.slot);
        let poller = envoy::poll(
            shared.board.clone(),
            record.uid.clone(),
            files.admin_socket(),
        );
        Instance {
            admin: AdminClient::new(files.admin_socket()),
            saver: Saver::start(shared.last_good.clone(), record.uid.clone()),
            shared,
            acknowledged: good.as_ref().map_or(0, |good| good.revision),
            quarantine: Quarantine::restore(good, record.tainted.clone()),
            record,
            inboxes,
            files,
            lifecycle: Lifecycle::new(),
            facts: Facts::default(),
            upstreams: Upstreams::default(),
            ensured: None,
            network_problem: String::new(),
            network_due: None,
            programmed: None,
            process: None,
            adopted: false,
            live: false,
            check_live_at: Instant::now(),
            start_at: None,
            _poller: AbortOnDropHandle::new(tokio::spawn(poller)),
        }
    }

    async fn serve(&mut self) -> Infallible {
        let mut news = self.inboxes.news.take().await;
        loop {
            self.note(&news.intent, news.changed.as_ref());
            self.report();
            match self.prepare().await {
                Ok(programmed) => {
                    self.programmed = Some(programmed);
                    break;
                }
                Err(error) => {
                    warn!(%error, "can't prepare the instance");
                    let again = self.lifecycle.failed(error.to_string(), Instant::now());
                    self.report();
                    sleep_until(again.into()).await;
                }
            }
            if let Some(newer) = self.inboxes.news.try_take() {
                news = news.then(newer);
            }
        }
        self.program(news).await;
        self.adopt();
        if self.process.is_none() {
            self.start().await;
        }
        loop {
            let event = self.next().await;
            self.handle(event).await;
        }
    }

    async fn next(&mut self) -> Event {
        let status = self
            .programmed
            .as_mut()
            .map(|programmed| &mut programmed.status);
        let is_starting = self.process.is_some() && !self.live;
        let check_live = is_starting.then_some(self.check_live_at);
        tokio::select! {
            news = self.inboxes.news.take() => Event::News(news),
            tainted = self.inboxes.tainted.take() => Event::Tainted(tainted),
            reason = exited(self.process.as_mut()) => Event::Exited(reason),
            () = changed(status) => Event::Status,
            () = at(self.start_at) => Event::Start,
            () = at(self.lifecycle.withdraw_at()) => Event::Withdraw,
            () = at(self.network_due) => Event::Network,
            () = at(check_live) => Event::CheckLive,
        }
    }

    async fn handle(&mut self, event: Event) {
        match event {
            Event::News(news) => self.program(news).await,
            Event::Tainted(objects) => {
                if let Some(ask) = self.quarantine.elsewhere(objects) {
                    self.tell(ask).await;
                }
            }
            Event::Exited(reason) => {
                self.process = None;
                self.adopted = false;
                self.live = false;
                let message = self.files.with_log_tail(&reason.to_string());
                warn!(reason = %message, "Envoy ended");
                self.start_at = Some(self.lifecycle.exited(message, Instant::now()));
                self.report();
            }
            Event::Status => {
                self.hear().await;
                self.announce_when_ready().await;
                self.report();
            }
            Event::Start => {
                self.start_at = None;
                self.start().await;
            }
            Event::CheckLive => {
                self.live = envoy::is_live(&self.admin).await;
                self.check_live_at = Instant::now() + LIVE_CHECK;
                self.announce_when_ready().await;
            }
            Event::Withdraw => self.withdraw().await,
            Event::Network => {
                self.settle_network().await;
                self.announce_when_ready().await;
            }
        }
    }

    fn note(&mut self, intent: &GatewayIntent, changed: Option<&BTreeSet<ObjectKey>>) {
        self.facts = Facts::of(intent);
        self.upstreams.update(intent, changed);
    }

    fn report(&self) {
        let message = match self.lifecycle.message() {
            "" => &self.network_problem,
            message => message,
        };
        self.shared.board.set(InstanceReport {
            account: self.record.account.clone(),
            gateway: self.record.gateway.clone(),
            uid: self.record.uid.clone(),
            state: self.lifecycle.state(),
            acknowledged_revision: self.acknowledged,
            rejected: self.quarantine.rejection(),
            message: message.to_owned(),
            live: InstanceLive::default(),
        });
    }
}

impl Facts {
    fn of(intent: &GatewayIntent) -> Facts {
        let status = intent.gateway.status.iter();
        let template = &intent.template.spec;
        Facts {
            addresses: status
                .flat_map(|status| &status.addresses)
                .map(|address| address.value)
                .collect(),
            drain: template
                .timeouts
                .drain
                .map_or(DEFAULT_DRAIN, epic_api::Duration::to_std),
            concurrency: template.concurrency.unwrap_or(DEFAULT_CONCURRENCY),
        }
    }
}

async fn exited(process: Option<&mut EnvoyProcess>) -> ExitReason {
    match process {
        Some(process) => process.exited().await,
        None => std::future::pending().await,
    }
}

async fn changed(status: Option<&mut watch::Receiver<DeliveryStatus>>) {
    if let Some(status) = status
        && status.changed().await.is_ok()
    {
        return;
    }
    std::future::pending::<()>().await;
}

async fn at(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment.into()).await,
        None => std::future::pending().await,
    }
}
