//! The Envoy of an instance: taken over or started, watched, and its address routed while it lives.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use epic_api::gateway::InstanceState;
use epic_envoy::admin::AdminClient;
use epic_envoy::process::{EnvoyCommand, EnvoyProcess};
use tokio::time::{MissedTickBehavior, interval, timeout};
use tracing::{debug, info, warn};

use super::{Instance, NETWORK_RETRY, POLL, orphan};
use crate::report::Board;

impl Instance {
    /// Takes over an Envoy that an agent before this one started.
    pub(super) fn adopt(&mut self) {
        let remembered = self.record.process.as_ref();
        let remembered = remembered.and_then(EnvoyProcess::adopt);
        let Some(process) = remembered.or_else(|| self.find_orphan()) else {
            return;
        };
        info!("took over the running Envoy");
        self.record.process = Some(process.record());
        self.process = Some(process);
        self.adopted = true;
        self.lifecycle.started(Instant::now());
    }

    /// The agent before may have been killed after it started an Envoy and before it could remember that.
    fn find_orphan(&self) -> Option<EnvoyProcess> {
        let orphan = orphan::find(&self.files.bootstrap(), &self.files.log())?;
        EnvoyProcess::adopt(&orphan)
    }

    pub(super) async fn start(&mut self) {
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

    pub(super) fn command(&self, netns: Option<PathBuf>) -> EnvoyCommand {
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
    pub(super) async fn remember(&self) {
        let (last_good, record) = (self.shared.last_good.clone(), self.record.clone());
        let saved = tokio::task::spawn_blocking(move || last_good.save_instance(&record)).await;
        if let Ok(Err(error)) = saved {
            warn!(%error, "can't remember the instance; a restarted agent would not find its Envoy");
        }
    }

    pub(super) async fn announce_when_ready(&mut self) {
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

    pub(super) async fn announce(&mut self) {
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

    pub(super) async fn withdraw(&mut self) {
        let (network, addresses) = (&self.shared.network, &self.facts.addresses);
        if let Err(error) = network.withdraw(&self.record.uid, addresses).await {
            warn!(%error, "can't withdraw the address");
        }
        self.lifecycle.withdrawn();
    }
}

pub(super) async fn poll(board: Arc<Board>, uid: String, admin_socket: PathBuf) {
    let mut admin = AdminClient::new(admin_socket);
    let mut ticks = interval(POLL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match timeout(POLL * 3, admin.poll(Instant::now())).await {
            Ok(Ok(live)) => board.set_live(&uid, live),
            Ok(Err(error)) => debug!(%uid, %error, "Envoy gives no figures"),
            Err(_) => debug!(%uid, "Envoy takes too long to give figures"),
        }
    }
}

pub(super) async fn is_live(admin: &AdminClient) -> bool {
    matches!(
        timeout(Duration::from_secs(1), admin.ready()).await,
        Ok(Ok(true))
    )
}
