//! The process around an agent: signals and the log.

use std::io::{IsTerminal as _, Write as _};
use std::sync::Arc;

use anyhow::{Context as _, Result};
use tokio::signal::unix::{SignalKind, signal};
use tracing::info;
use tracing_subscriber::EnvFilter;

use crate::app::{Agent, AgentOptions};
use crate::control_plane::ControlPlane;

/// Logs to standard error.
///
/// # Errors
/// `filter` can't be read.
pub fn start_log(filter: &str) -> Result<()> {
    let filter = EnvFilter::try_new(filter)
        .with_context(|| format!("`{filter}` is not a log filter; try `info` (EPIC_LOG)"))?;
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    Ok(())
}

/// Runs an agent until a signal. SIGTERM leaves the data plane running, so that an upgrade is
/// not seen; SIGINT, or SIGTERM with `drain_on_exit`, drains and removes it.
///
/// # Errors
/// The agent can't start.
pub async fn run(
    options: AgentOptions,
    control_plane: Arc<dyn ControlPlane>,
    drain_on_exit: bool,
) -> Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let agent = tokio::select! {
        agent = Agent::start(options, control_plane) => agent?,
        _ = terminate.recv() => return Ok(()),
        _ = interrupt.recv() => return Ok(()),
    };
    let drain = tokio::select! {
        _ = terminate.recv() => drain_on_exit,
        _ = interrupt.recv() => true,
    };
    if drain {
        info!("draining every gateway; once more the same signal leaves them as they are");
        tokio::select! {
            () = agent.retire() => {}
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    } else {
        info!("leaving; gateways go on serving");
        agent.leave().await;
    }
    Ok(())
}

/// Prints the version alone, for scripts.
///
/// # Errors
/// Standard output is closed.
pub fn print_version() -> Result<()> {
    writeln!(
        std::io::stdout(),
        "epic-agent {}",
        env!("CARGO_PKG_VERSION")
    )?;
    Ok(())
}
