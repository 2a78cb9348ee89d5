//! Whoever sends wrong tokens has to slow down.
//!
//! Counted for each source and each token whose secret was wrong, so that a guesser shuts out
//! neither other tokens from the same address nor the same token from other addresses. Wrong guesses
//! at tokens that do not exist count together.

use std::collections::BTreeMap;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

/// Wrong tokens that are let pass at once; one more is forgiven every [`FORGIVE`].
const BURST: u32 = 20;
/// For a wrong token to be forgiven.
const FORGIVE: SignedDuration = SignedDuration::from_secs(3);
/// Sources that are remembered; the ones that were quiet the longest are forgotten first.
const SOURCES: usize = 4096;

/// Who has sent how many wrong tokens of late.
#[derive(Default)]
pub(super) struct Throttle {
    wrong: BTreeMap<(IpAddr, String), Wrong>,
}

struct Wrong {
    count: u32,
    last: Timestamp,
}

impl Throttle {
    /// How long the source has to wait before it may try the token again; `None` if it may now.
    pub(super) fn wait(
        &self,
        source: IpAddr,
        token: &str,
        now: Timestamp,
    ) -> Option<SignedDuration> {
        let wrong = self.wrong.get(&(network(source), token.to_owned()))?;
        let left = wrong.left(now);
        (left >= BURST).then(|| FORGIVE * i32::try_from(left - BURST + 1).unwrap_or(i32::MAX))
    }

    /// Counts a wrong token.
    pub(super) fn was_wrong(&mut self, source: IpAddr, token: &str, now: Timestamp) {
        let key = (network(source), token.to_owned());
        if !self.wrong.contains_key(&key) && self.wrong.len() >= SOURCES {
            self.forget_the_quietest(now);
        }
        let wrong = self.wrong.entry(key).or_insert(Wrong {
            count: 0,
            last: now,
        });
        // Held at the brink: however long somebody hammers, a few seconds' silence suffices.
        wrong.count = (wrong.left(now) + 1).min(BURST);
        wrong.last = now;
    }

    fn forget_the_quietest(&mut self, now: Timestamp) {
        self.wrong.retain(|_, wrong| wrong.left(now) > 0);
        if self.wrong.len() < SOURCES {
            return;
        }
        let quietest = self.wrong.iter().min_by_key(|(_, wrong)| wrong.last);
        if let Some(key) = quietest.map(|(key, _)| key.clone()) {
            self.wrong.remove(&key);
        }
    }
}

impl Wrong {
    /// What is not forgiven yet.
    fn left(&self, now: Timestamp) -> u32 {
        let seconds = now.duration_since(self.last).as_secs().max(0);
        let forgiven = seconds / FORGIVE.as_secs();
        self.count
            .saturating_sub(u32::try_from(forgiven).unwrap_or(u32::MAX))
    }
}

/// One customer has a whole /64 of IPv6 addresses.
fn network(source: IpAddr) -> IpAddr {
    match source.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((v6.to_bits() >> 64 << 64).into()),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 + second).unwrap()
    }

    #[test]
    fn after_many_wrong_tokens_the_source_waits_and_nobody_else() {
        let mut throttle = Throttle::default();
        let (guesser, other) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        for _ in 0..BURST {
            assert_eq!(throttle.wait(guesser, "a", at(0)), None);
            throttle.was_wrong(guesser, "a", at(0));
        }
        assert_eq!(throttle.wait(guesser, "a", at(0)), Some(FORGIVE));
        assert_eq!(throttle.wait(guesser, "b", at(0)), None);
        assert_eq!(throttle.wait(other, "a", at(0)), None);
        assert_eq!(throttle.wait(guesser, "a", at(3)), None);
    }

    #[test]
    fn the_addresses_of_one_network_count_together() {
        let mut throttle = Throttle::default();
        for host in 0..u64::from(BURST) {
            let source = format!("2001:db8::{host:x}").parse().unwrap();
            throttle.was_wrong(source, "", at(0));
        }
        let next = "2001:db8::ffff".parse().unwrap();
        assert!(throttle.wait(next, "", at(0)).is_some());
        let mapped = "::ffff:192.0.2.1".parse().unwrap();
        assert!(throttle.wait(mapped, "", at(0)).is_none());
    }

    #[test]
    fn what_is_remembered_has_a_bound() {
        let mut throttle = Throttle::default();
        for number in 0..u32::try_from(SOURCES).unwrap() + 100 {
            throttle.was_wrong(IpAddr::V4(number.into()), "", at(0));
        }
        assert!(throttle.wrong.len() <= SOURCES);
    }
}
