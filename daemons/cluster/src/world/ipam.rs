//! Which address a gateway gets.

use std::collections::BTreeMap;
use std::net::IpAddr;

use epic_api::ObjectKey;
use epic_api::ippool::{AddressRange, IpPoolSpec, PoolUsage, offset};

/// A pool's ranges, parsed and sorted.
pub(super) struct Ranges {
    pub(super) addresses: Vec<AddressRange>,
    reserved: Vec<AddressRange>,
}

impl Ranges {
    /// Texts that are no ranges were refused when the pool was admitted; they are left out.
    pub(super) fn of(pool: &IpPoolSpec) -> Ranges {
        let parse = |texts: &[String]| {
            let mut ranges: Vec<AddressRange> =
                texts.iter().filter_map(|text| text.parse().ok()).collect();
            ranges.sort_unstable();
            ranges
        };
        Ranges { addresses: parse(&pool.addresses), reserved: parse(&pool.reserved) }
    }

    /// Whether the pool may hand the address out.
    pub(super) fn offers(&self, address: IpAddr) -> bool {
        self.holds(address)
            && self.addresses.iter().any(|range| range.contains_usable(address))
    }

    /// Whether the address is of the pool and not reserved.
    pub(super) fn holds(&self, address: IpAddr) -> bool {
        self.addresses.iter().any(|range| range.contains(address))
            && !self.reserved.iter().any(|range| range.contains(address))
    }

    /// Whether the address is one of those never handed out.
    pub(super) fn reserves(&self, address: IpAddr) -> bool {
        self.reserved.iter().any(|range| range.contains(address))
    }

    /// The lowest address that is free. Steps over what is held and reserved, so that the size of
    /// the pool does not matter.
    pub(super) fn lowest_free(&self, held: &BTreeMap<IpAddr, ObjectKey>) -> Option<IpAddr> {
        self.addresses.iter().find_map(|range| {
            let (first, last) = range.usable();
            let mut candidate = first;
            let mut taken = held.range(first..=last).map(|(address, _)| *address).peekable();
            while candidate <= last {
                if let Some(reserved) = self.reserved.iter().find(|range| range.contains(candidate)) {
                    let end = reserved.bounds().1;
                    if end >= last {
                        return None;
                    }
                    candidate = offset(end, 1);
                    continue;
                }
                while taken.peek().is_some_and(|address| *address < candidate) {
                    taken.next();
                }
                if taken.peek() != Some(&candidate) {
                    return Some(candidate);
                }
                if candidate == last {
                    return None;
                }
                candidate = offset(candidate, 1);
            }
            None
        })
    }

    /// How much of each family is used: IPv4, IPv6.
    pub(super) fn usage(&self, held: &BTreeMap<IpAddr, ObjectKey>) -> (PoolUsage, PoolUsage) {
        let mut usage = (PoolUsage::default(), PoolUsage::default());
        for range in &self.addresses {
            let family = if range.is_ipv4() { &mut usage.0 } else { &mut usage.1 };
            let reserved: u64 = self
                .reserved
                .iter()
                .filter(|reserved| reserved.overlaps(range))
                .map(|reserved| overlap(range, reserved))
                .sum();
            family.total = family.total.saturating_add(range.usable_len().saturating_sub(reserved));
            let (first, last) = range.bounds();
            family.used += held.range(first..=last).count() as u64;
        }
        usage
    }
}

/// How many of the range's usable addresses the other takes.
fn overlap(range: &AddressRange, other: &AddressRange) -> u64 {
    let (first, last) = range.usable();
    let (other_first, other_last) = other.bounds();
    let text = format!("{}-{}", first.max(other_first), last.min(other_last));
    text.parse::<AddressRange>().map_or(0, |common| common.usable_len())
}
