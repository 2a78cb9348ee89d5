//! Rollbacks that wait to be confirmed.
//!
//! While epicd runs, a trial's time is counted by the monotonic clock, which nobody sets. Across a
//! restart only the wall clock is left; a clock that jumped can then end a trial early or late, but
//! never gives it longer than it was given to begin with.

use std::collections::BTreeMap;
use std::time::Duration;

use epic_api::revision::Trial;
use epic_api::{ApiError, Reason};
use jiff::Timestamp;
use tokio::time::Instant;

#[derive(Debug, Default)]
pub(crate) struct Trials {
    waiting: BTreeMap<String, (Trial, Instant)>,
}

impl Trials {
    /// Takes up what was waiting when epicd stopped.
    pub(crate) fn resume(trials: Vec<Trial>, now: Timestamp, clock: Instant) -> Self {
        let mut resumed = Trials::default();
        for trial in trials {
            let left = remaining(&trial, now);
            resumed
                .waiting
                .insert(trial.account.clone(), (trial, clock + left));
        }
        resumed
    }

    pub(crate) fn begin(&mut self, trial: Trial, clock: Instant) {
        let due = clock + trial.within.to_std();
        self.waiting.insert(trial.account.clone(), (trial, due));
    }

    pub(crate) fn end(&mut self, account: &str) {
        self.waiting.remove(account);
    }

    /// Tried again a little later.
    pub(crate) fn put_off(&mut self, account: &str, until: Instant) {
        if let Some((_, due)) = self.waiting.get_mut(account) {
            *due = until;
        }
    }

    /// The trials whose time is over.
    pub(crate) fn due(&self, clock: Instant) -> Vec<Trial> {
        self.waiting
            .values()
            .filter(|(_, due)| *due <= clock)
            .map(|(trial, _)| trial.clone())
            .collect()
    }

    /// The account's trial.
    ///
    /// # Errors
    /// It has none.
    pub(crate) fn of(&self, account: &str) -> Result<&Trial, ApiError> {
        self.waiting
            .get(account)
            .map(|(trial, _)| trial)
            .ok_or_else(|| {
                let message = format!("no rollback of account `{account}` waits to be confirmed");
                ApiError::new(Reason::NotFound, message)
                    .with_hint("it was confirmed, or its time is over: `epicctl config history`")
            })
    }

    /// May another rollback begin?
    ///
    /// # Errors
    /// One waits already.
    pub(crate) fn refuse_second(&self, account: &str) -> Result<(), ApiError> {
        let Ok(trial) = self.of(account) else {
            return Ok(());
        };
        let message = format!(
            "revision {} of account `{account}`, a rollback by {}, waits to be confirmed until {}",
            trial.revision, trial.user, trial.deadline
        );
        Err(ApiError::new(Reason::Conflict, message)
            .with_hint("keep it with `epicctl config confirm`, or wait until it is taken back"))
    }
}

fn remaining(trial: &Trial, now: Timestamp) -> Duration {
    let left = trial.deadline.duration_since(now);
    Duration::try_from(left)
        .unwrap_or_default()
        .min(trial.within.to_std())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trial() -> Trial {
        Trial {
            account: "acme".to_owned(),
            revision: 9,
            undo: 7,
            deadline: at(400),
            within: "5m".parse().unwrap(),
            user: "alice".to_owned(),
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn due_after(now: Timestamp, seconds: u64) -> bool {
        let clock = Instant::now();
        let trials = Trials::resume(vec![trial()], now, clock);
        !trials.due(clock + Duration::from_secs(seconds)).is_empty()
    }

    #[test]
    fn after_a_restart_the_rest_of_the_time_is_left() {
        assert!(!due_after(at(390), 9));
        assert!(due_after(at(390), 10));
        assert!(due_after(at(1_000), 0), "overdue: at once");
    }

    #[test]
    fn a_clock_that_was_set_back_gives_no_more_time_than_there_was() {
        assert!(!due_after(at(-1_000_000), 299));
        assert!(due_after(at(-1_000_000), 300));
    }

    #[test]
    fn while_epicd_runs_the_wall_clock_counts_for_nothing() {
        let (mut trials, clock) = (Trials::default(), Instant::now());
        trials.begin(trial(), clock);
        assert!(trials.due(clock + Duration::from_secs(299)).is_empty());
        assert_eq!(trials.due(clock + Duration::from_secs(300)), [trial()]);
        assert!(trials.refuse_second("acme").is_err());
        trials.end("acme");
        assert!(trials.refuse_second("acme").is_ok());
    }
}
