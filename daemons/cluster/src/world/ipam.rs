//! Which address a gateway gets.

use std::collections::BTreeMap;
use std::net::IpAddr;

use epic_api::ObjectKey;
use epic_api::ippool::{AddressRange, IpPoolSpec, PoolUsage, offset};

/// A pool's ranges, parsed and sorted.
pub(super) struct Ranges {
    pub(super) addresses: Vec<AddressRange>,
    /// Sorted and apart, so that the one around an address is found without looking at all.
    reserved: Vec<(IpAddr, IpAddr)>,
}

impl Ranges {
    /// Texts that are no ranges were refused when the pool was admitted; they are left out.
    pub(super) fn of(pool: &IpPoolSpec) -> Ranges {
        let parse = |texts: &[String]| -> Vec<AddressRange> {
            let mut ranges: Vec<AddressRange> =
                texts.iter().filter_map(|text| text.parse().ok()).collect();
            ranges.sort_unstable();
            ranges
        };
        let mut reserved: Vec<(IpAddr, IpAddr)> = Vec::new();
        for (first, last) in parse(&pool.reserved).iter().map(AddressRange::bounds) {
            match reserved.last_mut() {
                Some(before) if before.1.is_ipv4() == first.is_ipv4() && first <= before.1 => {
                    before.1 = before.1.max(last);
                }
                _ => reserved.push((first, last)),
            }
        }
        Ranges {
            addresses: parse(&pool.addresses),
            reserved,
        }
    }

    /// Whether the pool may hand the address out.
    pub(super) fn offers(&self, address: IpAddr) -> bool {
        !self.reserves(address)
            && self
                .addresses
                .iter()
                .any(|range| range.contains_usable(address))
    }

    /// Whether the address lies within the pool, whatever may be done with it.
    pub(super) fn contains(&self, address: IpAddr) -> bool {
        self.addresses.iter().any(|range| range.contains(address))
    }

    /// Whether the address is one of those that are never handed out.
    pub(super) fn reserves(&self, address: IpAddr) -> bool {
        self.reserved_end(address).is_some()
    }

    /// The last address of the reservation around an address.
    fn reserved_end(&self, address: IpAddr) -> Option<IpAddr> {
        let index = self.reserved.partition_point(|(_, last)| *last < address);
        let (first, last) = self.reserved.get(index)?;
        (*first <= address).then_some(*last)
    }

    /// The lowest address that is free. Steps over what is held and reserved, so that the size of
    /// the pool does not matter.
    pub(super) fn lowest_free(&self, held: &BTreeMap<IpAddr, ObjectKey>) -> Option<IpAddr> {
        self.addresses.iter().find_map(|range| {
            let (first, last) = range.usable();
            let mut taken = held
                .range(first..=last)
                .map(|(address, _)| *address)
                .peekable();
            let mut candidate = first;
            loop {
                while taken.next_if(|address| *address < candidate).is_some() {}
                let end = match self.reserved_end(candidate) {
                    Some(end) => end,
                    None if taken.peek() == Some(&candidate) => candidate,
                    None => return Some(candidate),
                };
                if end >= last {
                    return None;
                }
                candidate = offset(end, 1);
            }
        })
    }

    /// How much of each family is used: IPv4, IPv6.
    pub(super) fn usage(&self, held: &BTreeMap<IpAddr, ObjectKey>) -> (PoolUsage, PoolUsage) {
        let mut usage = (PoolUsage::default(), PoolUsage::default());
        for range in &self.addresses {
            let family = if range.is_ipv4() {
                &mut usage.0
            } else {
                &mut usage.1
            };
            let free = u128::from(range.usable_len()).saturating_sub(self.reserved_of(range));
            family.total = family
                .total
                .saturating_add(u64::try_from(free).unwrap_or(u64::MAX));
            let (first, last) = range.bounds();
            family.used += held.range(first..=last).count() as u64;
        }
        usage
    }

    /// How many of the range's usable addresses are reserved.
    fn reserved_of(&self, range: &AddressRange) -> u128 {
        let (first, last) = range.usable();
        let common = self.reserved.iter().filter_map(|(from, to)| {
            let (from, to) = ((*from).max(first), (*to).min(last));
            // IPv4 sorts before IPv6, so that ranges of two families have nothing in common.
            (from <= to).then(|| (number(to) - number(from)).saturating_add(1))
        });
        common.fold(0, u128::saturating_add)
    }
}

fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => u128::from(v4.to_bits()),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}
