//! What the node tells epicd: at once when something changed, and every two seconds besides.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use epic_api::agent::{InstanceLive, InstanceReport, NodeReport, REPORT_INTERVAL_SECONDS};
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};
use tracing::{debug, info, warn};

use crate::backoff::{Backoff, chance, with_jitter};
use crate::control_plane::ControlPlane;

/// Changes this close together go in one report.
const COALESCE: Duration = Duration::from_millis(20);
const INTERVAL: Duration = Duration::from_secs(REPORT_INTERVAL_SECONDS);

/// Where instances write down how they are; they never wait for epicd.
#[derive(Default)]
pub(crate) struct Board {
    instances: Mutex<BTreeMap<String, InstanceReport>>,
    changed: Notify,
}

impl Board {
    /// How an instance is now. Live figures stay as they were.
    pub(crate) fn set(&self, report: InstanceReport) {
        let mut instances = self.lock();
        let live = instances.get(&report.uid).map(|known| known.live.clone());
        let report = InstanceReport {
            live: live.unwrap_or_default(),
            ..report
        };
        let known = instances.insert(report.uid.clone(), report.clone());
        drop(instances);
        if known.as_ref() != Some(&report) {
            self.changed.notify_one();
        }
    }

    /// An instance's live figures. They wait for the next report; only an endpoint that falls ill
    /// or recovers is worth one of its own.
    pub(crate) fn set_live(&self, uid: &str, live: InstanceLive) {
        let mut instances = self.lock();
        let Some(known) = instances.get_mut(uid) else {
            return;
        };
        let health_changed = !same_health(&known.live, &live);
        known.live = live;
        drop(instances);
        if health_changed {
            self.changed.notify_one();
        }
    }

    /// The instance is gone.
    pub(crate) fn remove(&self, uid: &str) {
        if self.lock().remove(uid).is_some() {
            self.changed.notify_one();
        }
    }

    /// Every instance, by uid.
    pub(crate) fn instances(&self) -> Vec<InstanceReport> {
        self.lock().values().cloned().collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, InstanceReport>> {
        self.instances
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn same_health(one: &InstanceLive, other: &InstanceLive) -> bool {
    let health = |live: &InstanceLive| -> Vec<_> {
        let endpoints = live.backends.values().flatten();
        endpoints
            .map(|endpoint| (endpoint.address, endpoint.healthy))
            .collect()
    };
    one.backends.keys().eq(other.backends.keys()) && health(one) == health(other)
}

/// Reports for ever. `node` is everything but the instances.
pub(crate) async fn run(control_plane: Arc<dyn ControlPlane>, board: Arc<Board>, node: NodeReport) {
    let mut backoff = Backoff::for_epicd();
    let mut away = false;
    loop {
        let report = NodeReport {
            instances: board.instances(),
            ..node.clone()
        };
        match control_plane.report(&report).await {
            Ok(()) => {
                if std::mem::take(&mut away) {
                    info!("epicd takes reports again");
                }
                backoff.reset();
                sleep(COALESCE).await;
                let _ = timeout(INTERVAL, board.changed.notified()).await;
            }
            Err(error) => {
                let wait = with_jitter(backoff.after_failure(), chance());
                if std::mem::replace(&mut away, true) {
                    debug!(%error, ?wait, "epicd still takes no report");
                } else {
                    warn!(%error, ?wait, "can't report to epicd");
                }
                sleep(wait).await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::Future;

    use epic_api::agent::EndpointLive;
    use epic_api::gateway::InstanceState;
    use futures::FutureExt as _;

    use super::*;

    fn report(state: InstanceState) -> InstanceReport {
        InstanceReport {
            uid: "7f3a".to_owned(),
            state,
            ..InstanceReport::default()
        }
    }

    fn live(healthy: bool, requests: f64) -> InstanceLive {
        let endpoint = EndpointLive {
            address: "10.0.0.1:80".parse().unwrap(),
            healthy,
            reason: String::new(),
            traffic: epic_api::agent::Traffic {
                requests,
                errors: 0.0,
            },
        };
        InstanceLive {
            backends: [("shop".to_owned(), vec![endpoint])].into(),
            ..InstanceLive::default()
        }
    }

    fn is_done(waiting: impl Future<Output = ()>) -> bool {
        waiting.now_or_never().is_some()
    }

    #[test]
    fn a_new_state_is_worth_a_report_and_the_same_again_is_not() {
        let board = Board::default();
        board.set(report(InstanceState::Starting));
        assert!(is_done(board.changed.notified()));
        board.set(report(InstanceState::Starting));
        assert!(!is_done(board.changed.notified()));
        board.set(report(InstanceState::Serving));
        assert!(is_done(board.changed.notified()));
    }

    #[test]
    fn rates_wait_for_the_next_report_and_health_does_not() {
        let board = Board::default();
        board.set(report(InstanceState::Serving));
        board.set_live("7f3a", live(true, 1.0));
        assert!(is_done(board.changed.notified()));
        board.set_live("7f3a", live(true, 2.0));
        assert!(!is_done(board.changed.notified()));
        board.set_live("7f3a", live(false, 2.0));
        assert!(is_done(board.changed.notified()));
        assert_eq!(board.instances()[0].live, live(false, 2.0));
    }

    #[test]
    fn a_state_keeps_the_live_figures_and_a_removed_instance_takes_them_along() {
        let board = Board::default();
        board.set(report(InstanceState::Serving));
        board.set_live("7f3a", live(true, 1.0));
        board.set(report(InstanceState::Restarting));
        assert_eq!(board.instances()[0].live, live(true, 1.0));
        board.remove("7f3a");
        assert_eq!(board.instances(), []);
    }
}
