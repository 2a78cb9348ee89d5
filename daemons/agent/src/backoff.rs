//! How long to wait before the next try.

use std::time::Duration;

/// Doubles from `first` to `most`. Time and chance come from outside.
#[derive(Clone, Debug)]
pub(crate) struct Backoff {
    first: Duration,
    most: Duration,
    tries: u32,
}

impl Backoff {
    /// Towards epicd: 0.2 s to 5 s.
    pub(crate) fn for_epicd() -> Backoff {
        Backoff::new(Duration::from_millis(200), Duration::from_secs(5))
    }

    /// `first` is the wait after the first failure, `most` the longest.
    pub(crate) fn new(first: Duration, most: Duration) -> Backoff {
        Backoff {
            first,
            most,
            tries: 0,
        }
    }

    /// After a success.
    pub(crate) fn reset(&mut self) {
        self.tries = 0;
    }

    /// How long to wait after one more failure.
    pub(crate) fn after_failure(&mut self) -> Duration {
        let factor = 1_u32.checked_shl(self.tries).unwrap_or(u32::MAX);
        self.tries = self.tries.saturating_add(1).min(31);
        self.first.saturating_mul(factor).min(self.most)
    }
}

/// Shortens a wait by up to a half, so that the nodes of a fleet do not all come back at the same
/// moment. `chance` is any number that differs from node to node and from try to try.
pub(crate) fn with_jitter(wait: Duration, chance: u64) -> Duration {
    let share = u32::try_from(chance % 512).unwrap_or(0);
    wait - wait * share / 1024
}

/// A number for [`with_jitter`].
pub(crate) fn chance() -> u64 {
    use std::hash::{BuildHasher as _, RandomState};
    RandomState::new().hash_one(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_longest_and_start_over_after_a_success() {
        let mut backoff = Backoff::for_epicd();
        let waits: Vec<_> = (0..7)
            .map(|_| backoff.after_failure().as_millis())
            .collect();
        assert_eq!(waits, [200, 400, 800, 1600, 3200, 5000, 5000]);
        backoff.reset();
        assert_eq!(backoff.after_failure().as_millis(), 200);
    }

    #[test]
    fn waits_never_overflow_however_long_epicd_is_away() {
        let mut backoff = Backoff::for_epicd();
        for _ in 0..1000 {
            assert!(backoff.after_failure() <= Duration::from_secs(5));
        }
    }

    #[test]
    fn jitter_takes_away_at_most_a_half() {
        let wait = Duration::from_secs(2);
        for chance in 0..2000 {
            let jittered = with_jitter(wait, chance);
            assert!(jittered <= wait && jittered >= wait / 2, "{jittered:?}");
        }
    }
}
