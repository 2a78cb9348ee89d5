//! How an instance ends: left to the next agent, or drained and removed.

use std::time::Duration;

use tokio::time::{sleep, timeout};
use tracing::{debug, info, warn};

use super::{Instance, NETWORK_RETRY};
use crate::network::Network;

/// How often a draining Envoy is asked for its open connections.
const QUIET_CHECK: Duration = Duration::from_millis(50);
/// How often a network is tried to be removed before that is left to `cleanup`.
const REMOVE_TRIES: u32 = 5;

impl Instance {
    pub(super) async fn leave(self) {
        self.saver.finish().await;
    }

    pub(super) async fn retire(mut self) {
        self.lifecycle.draining();
        self.report();
        if self.process.is_none() {
            self.adopt();
        }
        // The address stays routed until the last request is done; withdrawn first, the packets of open
        // requests would find no way.
        if let Some(process) = self.process.take() {
            info!(drain = ?self.facts.drain, "draining");
            match self.admin.drain_listeners().await {
                Ok(()) => self.await_quiet().await,
                Err(error) => debug!(%error, "Envoy does not drain"),
            }
            process.stop(Duration::ZERO).await;
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

    /// Until no client is connected, at most for the drain time.
    async fn await_quiet(&self) {
        let quiet = async {
            while self
                .admin
                .open_connections()
                .await
                .is_ok_and(|open| open > 0)
            {
                sleep(QUIET_CHECK).await;
            }
        };
        if timeout(self.facts.drain, quiet).await.is_err() {
            info!("closing connections that outlast the drain time");
        }
    }
}

async fn remove_network(network: &Network, uid: &str) {
    for _ in 0..REMOVE_TRIES {
        match network.remove(uid).await {
            Ok(()) => return,
            Err(error) => warn!(%uid, %error, "can't remove the instance's network"),
        }
        sleep(NETWORK_RETRY).await;
    }
    warn!(%uid, "its network is left behind; `epic-agent cleanup` removes it");
}
