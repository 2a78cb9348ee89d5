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

mod files;
mod lifecycle;
mod upstreams;

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use epic_api::ObjectKey;
use epic_api::agent::{GatewayIntent, InstanceLive, InstanceReport};
use epic_api::gateway::InstanceState;
use epic_envoy::admin::AdminClient;
use epic_envoy::delivery::{Delivery, DeliveryStatus};
use epic_envoy::process::{EnvoyCommand, EnvoyProcess, ExitReason};
use epic_envoy::translate::{RenderOptions, Translator};
use tokio::sync::{oneshot, watch};
use tokio::time::{sleep, sleep_until, timeout};
use tokio_util::task::AbortOnDropHandle;
use tracing::{Instrument as _, debug, info, warn};

use crate::last_good::{InstanceRecord, LastGood, Saver};
use crate::mailbox::Mailbox;
use crate::network::Network;
use crate::platform::EnvoyBinary;
use crate::report::Board;
use files::Files;
use lifecycle::Lifecycle;
use upstreams::Upstreams;

/// How often an Envoy that starts is asked whether it is live.
const LIVE_CHECK: Duration = Duration::from_millis(20);
/// How often figures are read from Envoy.
const POLL: Duration = Duration::from_secs(1);
/// Requests to endpoints that were removed are let finish before their route goes.
const LINGER: Duration = Duration::from_secs(30);
/// Before a network that could not be brought up to date is tried again.
const NETWORK_RETRY: Duration = Duration::from_secs(1);
/// How often a network is tried to be removed before that is left to `cleanup`.
const REMOVE_TRIES: u32 = 5;
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
    acknowledged: u64,
    inbox: Arc<Mailbox<News>>,
    stop: oneshot::Receiver<Stop>,
) {
    let span = tracing::info_span!("instance", gateway = %format_args!("{}/{}", record.account, record.gateway));
    let mut instance = Instance::new(shared, record, acknowledged, inbox);
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
    inbox: Arc<Mailbox<News>>,
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
    start_at: Option<Instant>,
    acknowledged: u64,
    unsaved: Option<Arc<GatewayIntent>>,
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
        acknowledged: u64,
        inbox: Arc<Mailbox<News>>,
    ) -> Instance {
        let files = shared.files.of(&record.uid, record.slot);
        let poller = poll(
            shared.board.clone(),
            record.uid.clone(),
            files.admin_socket(),
        );
        Instance {
            admin: AdminClient::new(files.admin_socket()),
            saver: Saver::start(shared.last_good.clone(), record.uid.clone()),
            shared,
            record,
            inbox,
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
            start_at: None,
            acknowledged,
            unsaved: None,
            _poller: AbortOnDropHandle::new(tokio::spawn(poller)),
        }
    }

    async fn serve(&mut self) -> Infallible {
        let mut news = self.inbox.take().await;
        loop {
            self.note(&news);
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
            if let Some(newer) = self.inbox.try_take() {
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
        tokio::select! {
            biased;
            news = self.inbox.take() => Event::News(news),
            reason = exited(self.process.as_mut()) => Event::Exited(reason),
            () = changed(status) => Event::Status,
            () = at(self.start_at) => Event::Start,
            () = at(self.lifecycle.withdraw_at()) => Event::Withdraw,
            () = at(self.network_due) => Event::Network,
            () = sleep(LIVE_CHECK), if is_starting => Event::CheckLive,
        }
    }

    async fn handle(&mut self, event: Event) {
        match event {
            Event::News(news) => {
                self.note(&news);
                self.program(news).await;
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
                self.acknowledge();
                self.announce_when_ready().await;
                self.report();
            }
            Event::Start => {
                self.start_at = None;
                self.start().await;
            }
            Event::CheckLive => {
                self.live = is_live(&self.admin).await;
                self.announce_when_ready().await;
            }
            Event::Withdraw => self.withdraw().await,
            Event::Network => {
                self.settle_network().await;
                self.announce_when_ready().await;
            }
        }
    }

    /// Everything that must be before there can be an Envoy.
    async fn prepare(&mut self) -> Result<Programmed, PrepareError> {
        let wanted = self.wanted_network();
        let network = self
            .shared
            .network
            .ensure(
                &self.record.uid,
                self.record.slot,
                &wanted.addresses,
                &wanted.upstreams,
            )
            .await
            .map_err(|error| PrepareError::Network(error.to_string()))?;
        self.ensured = Some(wanted);
        self.files.prepare()?;
        self.files.write_bootstrap(&self.record)?;
        let delivery = Delivery::start(&self.files.xds_socket()).map_err(PrepareError::Socket)?;
        self.files.hand_over_socket()?;
        let translator = Translator::new(RenderOptions {
            upstream_v4: network.transit_v4,
            upstream_v6: network.transit_v6,
        });
        Ok(Programmed {
            translator,
            status: delivery.status(),
            delivery,
            netns: network.netns,
        })
    }

    fn note(&mut self, news: &News) {
        self.facts = Facts::of(&news.intent);
        self.upstreams.update(&news.intent, news.changed.as_ref());
    }

    /// Tells Envoy. The way to new endpoints and addresses is there first; the way to old ones stays for
    /// the requests under way.
    async fn program(&mut self, news: News) {
        let wanted = self.wanted_network();
        if let Some(ensured) = &self.ensured
            && *ensured != wanted
        {
            let is_new = wanted.addresses != ensured.addresses
                || !wanted.upstreams.is_subset(&ensured.upstreams);
            let now = Instant::now();
            if is_new {
                let upstreams = ensured.upstreams.union(&wanted.upstreams);
                let both = Ensured {
                    upstreams: upstreams.copied().collect(),
                    addresses: wanted.addresses,
                };
                self.ensure_network(both).await;
            }
            self.network_due.get_or_insert(now + LINGER);
        }
        let Some(programmed) = &mut self.programmed else {
            return;
        };
        let resources = programmed
            .translator
            .update(&news.intent, news.changed.as_ref());
        programmed.delivery.set(news.intent.revision, resources);
        debug!(revision = news.intent.revision, "told Envoy");
        self.unsaved = Some(news.intent);
    }

    fn wanted_network(&self) -> Ensured {
        Ensured {
            addresses: self.facts.addresses.clone(),
            upstreams: self.upstreams.addresses(),
        }
    }

    async fn settle_network(&mut self) {
        self.network_due = None;
        let wanted = self.wanted_network();
        self.ensure_network(wanted).await;
    }

    async fn ensure_network(&mut self, wanted: Ensured) {
        let network = &self.shared.network;
        let (uid, slot) = (&self.record.uid, self.record.slot);
        let done = network.ensure(uid, slot, &wanted.addresses, &wanted.upstreams);
        match done.await {
            Ok(_) => {
                let moved = self.ensured.as_ref().map(|ensured| &ensured.addresses)
                    != Some(&wanted.addresses);
                self.ensured = Some(wanted);
                self.network_problem.clear();
                if moved && self.live {
                    self.announce().await;
                }
            }
            Err(error) => {
                warn!(%error, "can't bring the instance's network up to date");
                self.network_problem = format!("its network is not up to date: {error}");
                self.network_due = Some(Instant::now() + NETWORK_RETRY);
            }
        }
        self.report();
    }

    fn acknowledge(&mut self) {
        let Some(programmed) = &mut self.programmed else {
            return;
        };
        let acknowledged = programmed.status.borrow_and_update().acknowledged_revision;
        self.acknowledged = self.acknowledged.max(acknowledged);
        if self
            .unsaved
            .as_ref()
            .is_some_and(|intent| intent.revision <= acknowledged)
            && let Some(intent) = self.unsaved.take()
        {
            self.saver.save(intent);
        }
    }

    /// Takes over an Envoy that an agent before this one started.
    fn adopt(&mut self) {
        let record = self.record.process.as_ref();
        let Some(process) = record.and_then(EnvoyProcess::adopt) else {
            return;
        };
        info!("took over the running Envoy");
        self.process = Some(process);
        self.adopted = true;
        self.lifecycle.started(Instant::now());
    }

    async fn start(&mut self) {
        let Some(programmed) = &self.programmed else {
            return;
        };
        let command = self.command(programmed.netns.clone());
        match EnvoyProcess::spawn(&command) {
            Ok(process) => {
                self.record.process = Some(process.record());
                self.process = Some(process);
                self.lifecycle.started(Instant::now());
                info!("started Envoy");
                self.remember().await;
            }
            Err(error) => {
                let message = format!("can't start {}: {error}", self.shared.envoy.path.display());
                warn!(%message);
                self.start_at = Some(self.lifecycle.failed(message, Instant::now()));
            }
        }
        self.report();
    }

    fn command(&self, netns: Option<PathBuf>) -> EnvoyCommand {
        let user = self.files.user();
        EnvoyCommand {
            binary: self.shared.envoy.path.clone(),
            bootstrap: self.files.bootstrap(),
            netns,
            uid: user,
            gid: user,
            log: self.files.log(),
            concurrency: self.facts.concurrency,
            drain: self.facts.drain,
        }
    }

    /// So that the next agent finds the process.
    async fn remember(&self) {
        let (last_good, record) = (self.shared.last_good.clone(), self.record.clone());
        let saved = tokio::task::spawn_blocking(move || last_good.save_instance(&record)).await;
        if let Ok(Err(error)) = saved {
            warn!(%error, "can't remember the instance; a restarted agent would not find its Envoy");
        }
    }

    async fn announce_when_ready(&mut self) {
        let Some(programmed) = &self.programmed else {
            return;
        };
        let is_programmed = {
            let status = programmed.status.borrow();
            status.connected && status.acknowledged_revision > 0
        };
        // An Envoy that was taken over serves what it acknowledged to the agent before.
        let has_served = self.adopted && self.acknowledged > 0;
        let is_serving = self.lifecycle.state() == InstanceState::Serving;
        if self.live && (is_programmed || has_served) && !is_serving {
            self.announce().await;
        }
    }

    async fn announce(&mut self) {
        let (network, addresses) = (&self.shared.network, &self.facts.addresses);
        match network.announce(&self.record.uid, addresses).await {
            Ok(()) => {
                info!("serving");
                self.lifecycle.serving();
            }
            Err(error) => {
                let message =
                    format!("its Envoy is live, but its address can't be routed: {error}");
                warn!(%message);
                self.lifecycle.unrouted(message);
                self.network_due = Some(Instant::now() + NETWORK_RETRY);
            }
        }
        self.report();
    }

    async fn withdraw(&mut self) {
        let (network, addresses) = (&self.shared.network, &self.facts.addresses);
        if let Err(error) = network.withdraw(&self.record.uid, addresses).await {
            warn!(%error, "can't withdraw the address");
        }
        self.lifecycle.withdrawn();
    }

    fn report(&self) {
        let rejected = self
            .programmed
            .as_ref()
            .and_then(|programmed| programmed.status.borrow().rejected.clone());
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
            rejected,
            message: message.to_owned(),
            live: InstanceLive::default(),
        });
    }

    async fn leave(self) {
        self.saver.finish().await;
    }

    async fn retire(mut self) {
        self.lifecycle.draining();
        self.report();
        if self.process.is_none() {
            self.adopt();
        }
        // The address stays routed until the last request is done; withdrawn first, the packets of open
        // requests would find no way.
        if let Some(process) = self.process.take() {
            info!(drain = ?self.facts.drain, "draining");
            if let Err(error) = self.admin.drain_listeners().await {
                debug!(%error, "Envoy does not drain");
            }
            process.stop(self.facts.drain).await;
        }
        self.withdraw().await;
        remove_network(&self.shared.network, &self.record.uid).await;
        drop(self.programmed);
        self.files.remove();
        self.saver.discard().await;
        let (last_good, uid) = (self.shared.last_good.clone(), self.record.uid.clone());
        let forgotten = tokio::task::spawn_blocking(move || last_good.forget(&uid)).await;
        if let Ok(Err(error)) = forgotten {
            warn!(%error, "can't forget the instance; the next agent will try again");
        }
        self.shared.board.remove(&self.record.uid);
        info!("gone");
    }
}

/// Why there can't be an Envoy yet.
#[derive(Debug, thiserror::Error)]
enum PrepareError {
    #[error("its network can't be made: {0}")]
    Network(String),
    #[error(transparent)]
    Files(#[from] files::FilesError),
    #[error("can't listen on its configuration socket: {0}")]
    Socket(std::io::Error),
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

pub(crate) async fn remove_network(network: &Network, uid: &str) {
    for _ in 0..REMOVE_TRIES {
        match network.remove(uid).await {
            Ok(()) => return,
            Err(error) => warn!(%uid, %error, "can't remove the instance's network"),
        }
        sleep(NETWORK_RETRY).await;
    }
    warn!(%uid, "its network is left behind; `epic-agent cleanup` removes it");
}

async fn poll(board: Arc<Board>, uid: String, admin_socket: PathBuf) {
    let mut admin = AdminClient::new(admin_socket);
    let mut ticks = tokio::time::interval(POLL);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match timeout(POLL * 3, admin.poll(Instant::now())).await {
            Ok(Ok(live)) => board.set_live(&uid, live),
            Ok(Err(error)) => debug!(%uid, %error, "Envoy gives no figures"),
            Err(_) => debug!(%uid, "Envoy takes too long to give figures"),
        }
    }
}

async fn is_live(admin: &AdminClient) -> bool {
    matches!(
        timeout(Duration::from_secs(1), admin.ready()).await,
        Ok(Ok(true))
    )
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
    std::future::pending().await
}

async fn at(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment.into()).await,
        None => std::future::pending().await,
    }
}
