//! From an intent to what the Envoy has acknowledged.

use std::time::Instant;

use epic_envoy::delivery::Delivery;
use epic_envoy::translate::{RenderOptions, Translator};
use tracing::{debug, warn};

use super::files::FilesError;
use super::{Ensured, Instance, LINGER, NETWORK_RETRY, News, Programmed};

impl Instance {
    /// Everything that must be before there can be an Envoy.
    pub(super) async fn prepare(&mut self) -> Result<Programmed, PrepareError> {
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

    /// Tells Envoy. The way to new endpoints and addresses is there first; the way to old ones stays for
    /// the requests under way.
    pub(super) async fn program(&mut self, news: News) {
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

    pub(super) fn wanted_network(&self) -> Ensured {
        Ensured {
            addresses: self.facts.addresses.clone(),
            upstreams: self.upstreams.addresses(),
        }
    }

    pub(super) async fn settle_network(&mut self) {
        self.network_due = None;
        let wanted = self.wanted_network();
        self.ensure_network(wanted).await;
    }

    pub(super) async fn ensure_network(&mut self, wanted: Ensured) {
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

    pub(super) fn acknowledge(&mut self) {
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
}

/// Why there can't be an Envoy yet.
#[derive(Debug, thiserror::Error)]
pub(super) enum PrepareError {
    #[error("its network can't be made: {0}")]
    Network(String),
    #[error(transparent)]
    Files(#[from] FilesError),
    #[error("can't listen on its configuration socket: {0}")]
    Socket(std::io::Error),
}
