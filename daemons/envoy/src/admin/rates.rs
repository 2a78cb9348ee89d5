//! Rates from counters.

use std::collections::BTreeMap;
use std::time::Instant;

/// Counters as they were at the last reading.
#[derive(Debug, Default)]
pub(super) struct Rates {
    last: Option<(Instant, BTreeMap<String, u64>)>,
}

impl Rates {
    /// How much each counter grew a second since the last reading. All zero at the first. A counter that
    /// is new, or smaller than it was because Envoy restarted, has counted from zero.
    pub(super) fn advance(
        &mut self,
        now: Instant,
        counters: BTreeMap<String, u64>,
    ) -> BTreeMap<String, f64> {
        let rates = match &self.last {
            None => counters.keys().map(|name| (name.clone(), 0.0)).collect(),
            Some((then, last)) => {
                let seconds = now.saturating_duration_since(*then).as_secs_f64().max(1e-3);
                let grown = |(name, value): (&String, &u64)| {
                    let before = last.get(name).copied().unwrap_or(0);
                    let by = value.checked_sub(before).unwrap_or(*value);
                    (name.clone(), per_second(by, seconds))
                };
                counters.iter().map(grown).collect()
            }
        };
        self.last = Some((now, counters));
        rates
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of one second are far below 2^52"
)]
fn per_second(count: u64, seconds: f64) -> f64 {
    count as f64 / seconds
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn counters<const N: usize>(pairs: [(&str, u64); N]) -> BTreeMap<String, u64> {
        pairs.map(|(name, value)| (name.to_owned(), value)).into()
    }

    #[test]
    fn the_first_reading_gives_zero_and_the_second_the_growth_per_second() {
        let mut rates = Rates::default();
        let start = Instant::now();
        assert_eq!(rates.advance(start, counters([("a", 500)]))["a"], 0.0);
        let later = start + Duration::from_secs(2);
        let second = rates.advance(later, counters([("a", 510), ("new", 4)]));
        assert_eq!((second["a"], second["new"]), (5.0, 2.0));
    }

    #[test]
    fn a_restarted_envoy_counts_from_zero_and_never_below() {
        let mut rates = Rates::default();
        let start = Instant::now();
        rates.advance(start, counters([("a", 500)]));
        let later = start + Duration::from_secs(1);
        assert_eq!(rates.advance(later, counters([("a", 3)]))["a"], 3.0);
    }
}
