//! How an instance ends: left to the next agent, or drained and removed.

use tokio::time::sleep;
use tracing::{debug, info, warn};

use super::{Instance, NETWORK_RETRY, REMOVE_TRIES};
use crate::network::Network;

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
