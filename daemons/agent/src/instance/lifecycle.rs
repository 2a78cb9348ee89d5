//! What an instance is doing and when it does what next. No I/O; time is an argument.
//!
//! ```text
//!   Preparing ──prepared──► Starting ──live and acknowledged──► Serving
//!      ▲  │ failed             │ exited                            │ exited
//!      └──┘ waits              ▼                                   ▼
//!                          Restarting ◄────────────────────────────┘     any ──retire──► Draining
//! ```

use std::time::{Duration, Instant};

use epic_api::gateway::InstanceState;

use crate::backoff::Backoff;

/// An address keeps its route this long while its Envoy is away: longer than a restart takes.
pub(super) const GRACE: Duration = Duration::from_secs(2);
/// An Envoy that has run this long has not crashed repeatedly.
const STABLE: Duration = Duration::from_secs(30);

/// The state of one instance.
#[derive(Debug)]
pub(super) struct Lifecycle {
    phase: Phase,
    message: String,
    crashes: u32,
    backoff: Backoff,
    started: Option<Instant>,
    /// Since when there is no Envoy behind a routed address.
    away_since: Option<Instant>,
    announced: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Phase {
    Preparing,
    Starting,
    Serving,
    Restarting,
    Draining,
}

impl Lifecycle {
    pub(super) fn new() -> Lifecycle {
        Lifecycle {
            phase: Phase::Preparing,
            message: String::new(),
            crashes: 0,
            backoff: Backoff::new(Duration::from_millis(100), Duration::from_secs(5)),
            started: None,
            away_since: None,
            announced: false,
        }
    }

    /// For a report.
    pub(super) fn state(&self) -> InstanceState {
        match self.phase {
            Phase::Preparing | Phase::Starting => InstanceState::Starting,
            Phase::Serving => InstanceState::Serving,
            Phase::Restarting => InstanceState::Restarting,
            Phase::Draining => InstanceState::Draining,
        }
    }

    /// Why it is not serving; empty when it is.
    pub(super) fn message(&self) -> &str {
        &self.message
    }

    /// A step before the Envoy's start, or the start, failed. Says when to try again.
    pub(super) fn failed(&mut self, message: String, now: Instant) -> Instant {
        self.message = message;
        now + self.backoff.after_failure()
    }

    /// An Envoy runs.
    pub(super) fn started(&mut self, now: Instant) {
        self.started = Some(now);
        if self.phase == Phase::Preparing {
            self.phase = Phase::Starting;
            self.message.clear();
        }
    }

    /// The Envoy listens, and the address is routed.
    pub(super) fn serving(&mut self) {
        if self.phase != Phase::Draining {
            self.phase = Phase::Serving;
        }
        self.message.clear();
        self.away_since = None;
        self.announced = true;
    }

    /// The Envoy listens, but its address can't be routed.
    pub(super) fn unrouted(&mut self, message: String) {
        self.message = message;
    }

    /// The Envoy ended. Says when to start it again: at once the first time.
    pub(super) fn exited(&mut self, message: String, now: Instant) -> Instant {
        if let Some(started) = self.started.take()
            && now.duration_since(started) >= STABLE
        {
            self.crashes = 0;
            self.backoff.reset();
        }
        self.away_since.get_or_insert(now);
        self.message = message;
        if self.phase != Phase::Draining {
            self.phase = Phase::Restarting;
        }
        self.crashes += 1;
        if self.crashes == 1 {
            now
        } else {
            now + self.backoff.after_failure()
        }
    }

    /// When to take the address out of routing unless the Envoy is back by then.
    pub(super) fn withdraw_at(&self) -> Option<Instant> {
        self.away_since
            .filter(|_| self.announced)
            .map(|since| since + GRACE)
    }

    /// The address is no longer routed.
    pub(super) fn withdrawn(&mut self) {
        self.announced = false;
    }

    /// Open requests are let finish.
    pub(super) fn draining(&mut self) {
        self.phase = Phase::Draining;
        self.message.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn serving(now: Instant) -> Lifecycle {
        let mut lifecycle = Lifecycle::new();
        lifecycle.started(now);
        lifecycle.serving();
        lifecycle
    }

    #[test]
    fn an_instance_serves_only_once_its_envoy_does() {
        let now = Instant::now();
        let mut lifecycle = Lifecycle::new();
        assert_eq!(lifecycle.state(), InstanceState::Starting);
        lifecycle.started(now);
        assert_eq!(lifecycle.state(), InstanceState::Starting);
        lifecycle.serving();
        assert_eq!(lifecycle.state(), InstanceState::Serving);
        assert_eq!(lifecycle.message(), "");
    }

    #[test]
    fn the_first_crash_is_answered_at_once_and_later_ones_ever_more_slowly() {
        let now = Instant::now();
        let mut lifecycle = serving(now);
        let waits: Vec<_> = (0..9)
            .map(|_| {
                let again = lifecycle.exited("killed".to_owned(), now);
                lifecycle.started(now);
                (again - now).as_millis()
            })
            .collect();
        assert_eq!(waits, [0, 100, 200, 400, 800, 1600, 3200, 5000, 5000]);
        assert_eq!(lifecycle.state(), InstanceState::Restarting);
        assert_eq!(lifecycle.message(), "killed");
    }

    #[test]
    fn an_envoy_that_ran_well_for_long_is_again_restarted_at_once() {
        let now = Instant::now();
        let mut lifecycle = serving(now);
        for _ in 0..5 {
            lifecycle.exited("killed".to_owned(), now);
            lifecycle.started(now);
        }
        lifecycle.serving();
        let later = now + STABLE;
        assert_eq!(lifecycle.exited("killed".to_owned(), later), later);
    }

    #[test]
    fn the_address_stays_routed_through_a_quick_restart_and_goes_after_a_slow_one() {
        let now = Instant::now();
        let mut lifecycle = serving(now);
        assert_eq!(lifecycle.withdraw_at(), None);
        lifecycle.exited("killed".to_owned(), now);
        let later = now + Duration::from_millis(500);
        lifecycle.started(later);
        lifecycle.exited("killed".to_owned(), later);
        assert_eq!(lifecycle.withdraw_at(), Some(now + GRACE));

        lifecycle.withdrawn();
        assert_eq!(lifecycle.withdraw_at(), None);
        lifecycle.started(later);
        lifecycle.serving();
        assert_eq!(lifecycle.withdraw_at(), None);
    }

    #[test]
    fn a_draining_instance_stays_so_when_its_envoy_ends() {
        let now = Instant::now();
        let mut lifecycle = serving(now);
        lifecycle.draining();
        lifecycle.exited("ended".to_owned(), now);
        assert_eq!(lifecycle.state(), InstanceState::Draining);
    }
}
