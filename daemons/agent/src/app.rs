//! Puts an agent together and runs it.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use epic_api::agent::{InstanceReport, NodeReport};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio_util::task::AbortOnDropHandle;
use tracing::info;

use crate::control_plane::ControlPlane;
use crate::desk::Desk;
use crate::fleet::{self, Fleet};
use crate::instance::{Layout, Shared, Stop};
use crate::intent;
use crate::last_good::LastGood;
use crate::network::{Isolation, Network};
use crate::options::Transit;
use crate::platform::{self, StateLock};
use crate::report::{self, Board};

/// Updates that wait for the fleet; the intent stream waits behind them.
const UPDATES: usize = 64;

/// How a gateway node's agent is to run.
#[derive(Clone, Debug)]
pub struct AgentOptions {
    /// The node's name.
    pub node: String,
    /// What must outlive a restart of the machine.
    pub state_dir: PathBuf,
    /// Sockets, bootstraps and logs.
    pub run_dir: PathBuf,
    /// Envoy; looked for when absent.
    pub envoy: Option<PathBuf>,
    /// How gateways are kept apart.
    pub isolation: Isolation,
    /// Where the inner addresses of instances come from.
    pub transit: Transit,
    /// The user of the first Envoy; each has one of its own. Only as root.
    pub envoy_uid: u32,
}

/// A running agent. Dropped, it ends as if it were killed: its Envoys go on.
pub struct Agent {
    board: Arc<Board>,
    stop: oneshot::Sender<Stop>,
    fleet: JoinHandle<()>,
    _intent: AbortOnDropHandle<()>,
    _report: AbortOnDropHandle<()>,
    _lock: StateLock,
}

impl Agent {
    /// Checks the machine, brings up what was served last, then follows epicd.
    ///
    /// # Errors
    /// The machine lacks something, or another agent has the state directory. Says what to do.
    pub async fn start(
        options: AgentOptions,
        control_plane: Arc<dyn ControlPlane>,
    ) -> Result<Agent> {
        platform::check_node_name(&options.node)?;
        platform::check_rights(options.isolation)?;
        let lock = platform::lock_state(&options.state_dir)?;
        platform::prepare_run_dir(&options.run_dir)?;
        let envoy = platform::find_envoy(options.envoy.as_deref()).await?;
        info!(node = options.node, envoy = %envoy.path.display(), version = envoy.version, isolation = isolation_name(options.isolation), "starting");

        let network = open_network(options.isolation, &options.transit).await?;
        let (last_good, remembered) = load(options.state_dir.clone()).await?;
        let board = Arc::<Board>::default();
        let node = NodeReport {
            agent_id: platform::agent_id(&options.state_dir)?,
            agent_version: env!("CARGO_PKG_VERSION").to_owned(),
            envoy_version: envoy.version.clone(),
            kernel: platform::kernel_release(),
            isolation: isolation_name(options.isolation).to_owned(),
            addresses: platform::node_addresses(),
            instances: Vec::new(),
        };
        let shared = Arc::new(Shared {
            envoy,
            files: layout(&options),
            network,
            last_good,
            board: board.clone(),
        });
        let shares_network = matches!(options.isolation, Isolation::None);
        let fleet = Fleet::restore(shared, shares_network, remembered).await;
        let (sender, updates) = mpsc::channel(UPDATES);
        let (stop, stopped) = oneshot::channel();
        Ok(Agent {
            fleet: tokio::spawn(fleet::run(fleet, updates, stopped)),
            stop,
            _intent: abort_on_drop(tokio::spawn(intent::follow(
                control_plane.clone(),
                Desk::new(control_plane.clone(), layout(&options)),
                sender,
            ))),
            _report: abort_on_drop(tokio::spawn(report::run(
                control_plane,
                board.clone(),
                node,
            ))),
            board,
            _lock: lock,
        })
    }

    /// How its instances are.
    pub fn instances(&self) -> Vec<InstanceReport> {
        self.board.instances()
    }

    /// Ends the agent. Its Envoys go on serving, and the next agent takes them over.
    pub async fn leave(self) {
        self.end(Stop::Leave).await;
    }

    /// Lets every Envoy finish its requests, stops it and removes what it had.
    pub async fn retire(self) {
        self.end(Stop::Retire).await;
    }

    async fn end(self, how: Stop) {
        let _ = self.stop.send(how);
        let _ = self.fleet.await;
    }
}

fn abort_on_drop(task: JoinHandle<()>) -> AbortOnDropHandle<()> {
    AbortOnDropHandle::new(task)
}

pub(crate) fn layout(options: &AgentOptions) -> Layout {
    Layout {
        run_dir: options.run_dir.clone(),
        first_user: platform::may_change_user().then_some(options.envoy_uid),
    }
}

pub(crate) async fn open_network(isolation: Isolation, transit: &Transit) -> Result<Network> {
    Network::new(isolation, transit.v4, transit.v6)
        .await
        .context("can't set up networks for gateways")
}

type Loaded = (
    LastGood,
    std::collections::BTreeMap<String, crate::last_good::Remembered>,
);

pub(crate) async fn load(state_dir: PathBuf) -> Result<Loaded> {
    tokio::task::spawn_blocking(move || {
        let last_good = LastGood::open(&state_dir)?;
        let remembered = last_good.load()?;
        Ok::<_, std::io::Error>((last_good, remembered))
    })
    .await?
    .context("can't read the state directory")
}

fn isolation_name(isolation: Isolation) -> &'static str {
    match isolation {
        Isolation::Netns => "netns",
        Isolation::None => "none",
    }
}
