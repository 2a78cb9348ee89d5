//! Which transit addresses and which user belong to which instance.

use std::collections::BTreeSet;

/// Hands out the lowest free number.
#[derive(Debug)]
pub(crate) struct Slots {
    taken: BTreeSet<u32>,
    limit: u32,
}

impl Slots {
    /// Numbers below `limit`.
    pub(crate) fn new(limit: u32) -> Slots {
        Slots {
            taken: BTreeSet::new(),
            limit,
        }
    }

    /// A number that is nobody's, `wanted` if it is.
    pub(crate) fn take(&mut self, wanted: Option<u32>) -> Option<u32> {
        let slot = match wanted {
            Some(slot) if slot < self.limit && !self.taken.contains(&slot) => slot,
            _ => (0..self.limit).find(|slot| !self.taken.contains(slot))?,
        };
        self.taken.insert(slot);
        Some(slot)
    }

    /// Gives a number back.
    pub(crate) fn release(&mut self, slot: u32) {
        self.taken.remove(&slot);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_instances_share_a_slot_and_a_released_one_is_reused() {
        let mut slots = Slots::new(3);
        assert_eq!(slots.take(Some(1)), Some(1));
        assert_eq!(slots.take(None), Some(0));
        assert_eq!(slots.take(Some(1)), Some(2));
        assert_eq!(slots.take(None), None);
        slots.release(1);
        assert_eq!(slots.take(None), Some(1));
    }
}
