//! From an intent to what the Envoy has acknowledged.

use std::path::Path;

use std::time::Instant;

use epic_envoy::delivery::Delivery;
use epic_envoy::translate::{RenderOptions, Translator};
use tracing::{debug, warn};

use super::files::FilesError;
use super::quarantine::Ask;
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
            access_log: Some(self.files.access_log().display().to_string()),
            system_authorities: system_authorities(),
        });
        Ok(Programmed {
            translator,
            status: delivery.status(),
            delivery,
            netns: network.netns,
        })
    }

    /// epicd wants something else.
    pub(super) async fn program(&mut self, news: News) {
        if let Some(ask) = self.quarantine.news(&news.intent, news.changed) {
            self.tell(ask).await;
        }
    }

    /// Tells Envoy. The way to new endpoints and addresses is there first; the way to old ones stays for
    /// the requests under way.
    pub(super) async fn tell(&mut self, ask: Ask) {
        self.note(&ask.intent, ask.changed.as_ref());
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
            .update(&ask.intent, ask.changed.as_ref());
        let number = programmed.delivery.set(ask.intent.revision, resources);
        self.quarantine.asked(number);
        debug!(revision = ask.intent.revision, "told Envoy");
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

    /// Takes in what Envoy says of what it was told.
    pub(super) async fn hear(&mut self) {
        let Some(programmed) = &mut self.programmed else {
            return;
        };
        let status = programmed.status.borrow_and_update().clone();
        self.acknowledged = self.acknowledged.max(status.acknowledged_revision);
        let heard = self.quarantine.heard(&status);
        if let Some(intent) = heard.accepted {
            self.saver.save(intent);
        }
        if let Some(ask) = heard.ask {
            self.tell(ask).await;
        }
        let tainted = self.quarantine.tainted();
        if tainted != self.record.tainted {
            self.record.tainted = tainted;
            self.remember().await;
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

/// The authorities everybody knows, where this system keeps them.
fn system_authorities() -> Option<String> {
    const PLACES: [&str; 4] = [
        "/etc/ssl/certs/ca-certificates.crt",
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/ssl/ca-bundle.pem",
        "/etc/ssl/cert.pem",
    ];
    let found = PLACES.iter().find(|path| Path::new(path).is_file());
    found.map(|path| (*path).to_owned())
}
