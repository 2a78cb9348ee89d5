//! Removes what agents with one state directory left: Envoys, networks, files.

use std::collections::BTreeSet;
use std::fmt;
use std::time::Duration;

use anyhow::{Context as _, Result};
use epic_envoy::process::EnvoyProcess;
use tracing::{info, warn};

use crate::app::{self, AgentOptions};
use crate::platform;

/// What a cleanup did.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Done {
    /// Envoys that were stopped.
    pub envoys: usize,
    /// Networks that were removed.
    pub networks: usize,
    /// Gateways that were forgotten.
    pub gateways: usize,
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "stopped {} Envoys, removed {} networks, forgot {} gateways",
            self.envoys, self.networks, self.gateways
        )
    }
}

/// Cleans up. May be done again.
///
/// # Errors
/// An agent is running on the state directory, or something can't be removed.
pub async fn run(options: &AgentOptions) -> Result<Done> {
    platform::check_rights(options.isolation)?;
    let _lock = platform::lock_state(&options.state_dir)?;
    let (last_good, remembered) = app::load(options.state_dir.clone()).await?;
    let network = app::open_network(options.isolation, &options.transit).await?;
    let layout = app::layout(options);
    let mut done = Done::default();

    let mut networks: BTreeSet<String> = network.list().await?.into_iter().collect();
    for (uid, known) in &remembered {
        let record = known.record.as_ref();
        let process = record.and_then(|record| record.process.as_ref());
        // Checked by process id and start time: never another process that got the id since.
        if let Some(process) = process.and_then(EnvoyProcess::adopt) {
            info!(%uid, "stopping its Envoy");
            process.stop(Duration::ZERO).await;
            done.envoys += 1;
        }
        let had_network = networks.remove(uid);
        network
            .remove(uid)
            .await
            .with_context(|| format!("can't remove the network of gateway {uid}"))?;
        done.networks += usize::from(had_network);
        layout.of(uid, 0).remove();
        last_good
            .forget(uid)
            .with_context(|| format!("can't forget gateway {uid}"))?;
        done.gateways += 1;
    }
    if !networks.is_empty() {
        // They may be another agent's on this machine.
        warn!(
            ?networks,
            "left alone: networks of gateways that this state directory does not know"
        );
    }
    Ok(done)
}
