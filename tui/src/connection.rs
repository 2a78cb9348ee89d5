//! Whether what is shown is true now. Losing epicd never ends the dashboard.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

const FIRST_DELAY: Duration = Duration::from_millis(500);
const LAST_DELAY: Duration = Duration::from_secs(30);

/// The state of the line to epicd.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Connection {
    /// Nothing was ever heard.
    Connecting,
    /// Everything is followed.
    Live,
    /// What is shown is as of `since`; the next attempt is at `next` at the latest.
    Stale {
        since: Timestamp,
        attempt: u32,
        next: Timestamp,
        why: String,
    },
    /// epicd refuses the token. Trying on would not help.
    Denied(String),
}

/// How long to wait before the attempt with this number, from 1. The runtime takes some off at
/// random, so that dashboards do not all come back at once.
pub(crate) fn backoff(attempt: u32) -> Duration {
    let doublings = attempt.saturating_sub(1).min(6);
    (FIRST_DELAY * (1 << doublings)).min(LAST_DELAY)
}

/// `after` in the clock's own words.
pub(crate) fn later(now: Timestamp, after: Duration) -> Timestamp {
    let after = SignedDuration::try_from(after).unwrap_or(SignedDuration::MAX);
    now.checked_add(after).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_from_half_a_second_to_half_a_minute() {
        let waits: Vec<u128> = (1..=9).map(|n| backoff(n).as_millis()).collect();
        assert_eq!(
            waits,
            [500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]
        );
        assert_eq!(backoff(u32::MAX), LAST_DELAY);
    }
}
