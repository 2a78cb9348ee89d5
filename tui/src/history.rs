//! Rates over the last minutes: buckets of one second.

use std::collections::VecDeque;

use jiff::Timestamp;

/// 15 minutes.
const BUCKETS: usize = 900;

/// One rate over time. A second without a measurement keeps the one before.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    newest: i64,
    values: VecDeque<f64>,
}

impl History {
    /// Takes a measurement in. One older than the newest is dropped: the clock was set back.
    pub(crate) fn push(&mut self, at: Timestamp, value: f64) {
        let second = at.as_second();
        let Some(&last) = self.values.back() else {
            self.newest = second;
            self.values.push_back(value);
            return;
        };
        let missed = second - self.newest;
        if missed < 0 {
            return;
        }
        if missed == 0 {
            self.values.pop_back();
        }
        let fill = usize::try_from(missed - 1).unwrap_or(0).min(BUCKETS);
        self.values.extend(std::iter::repeat_n(last, fill));
        self.values.push_back(value);
        while self.values.len() > BUCKETS {
            self.values.pop_front();
        }
        self.newest = second;
    }

    /// The newest `count` values, oldest first.
    pub(crate) fn last(&self, count: usize) -> impl Iterator<Item = f64> + '_ {
        let skip = self.values.len().saturating_sub(count);
        self.values.iter().skip(skip).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_filled_and_the_oldest_go() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let mut history = History::default();
        history.push(at(10), 1.0);
        history.push(at(13), 2.0);
        history.push(at(13), 3.0);
        history.push(at(5), 9.0);
        assert_eq!(history.last(9).collect::<Vec<_>>(), [1.0, 1.0, 1.0, 3.0]);
        history.push(at(1_000_000), 4.0);
        assert_eq!(history.last(10_000).count(), BUCKETS);
    }
}
