//! A pool by itself: its ranges, apart from those of other pools.

use super::faults::{Faults, Place, quote};
use crate::ippool::{AddressRange, IpPoolSpec};

const MAX_RANGES: usize = 1024;

pub(super) fn check(pool: &IpPoolSpec, faults: &mut Faults) {
    let spec = Place::root("spec");
    let place = spec.field("addresses");
    super::count(
        &place,
        "addresses",
        pool.addresses.len(),
        1,
        MAX_RANGES,
        faults,
    );
    let addresses = ranges(&place, &pool.addresses, faults);
    apart(&place, &addresses, pool, faults);

    let place = spec.field("reserved");
    super::count(&place, "ranges", pool.reserved.len(), 0, MAX_RANGES, faults);
    for (index, range) in ranges(&place, &pool.reserved, faults) {
        let (first, last) = range.bounds();
        let inside = |end| addresses.iter().any(|(_, pool)| pool.contains(end));
        if !inside(first) || !inside(last) {
            faults.add(
                place.item(index),
                format!(
                    "{} is not within the pool's addresses",
                    quote(&pool.reserved[index])
                ),
                "reserve only what is in `addresses`; what is not needs no reservation",
            );
        }
    }
}

/// The ranges that can be read, with their positions.
fn ranges(place: &Place<'_>, texts: &[String], faults: &mut Faults) -> Vec<(usize, AddressRange)> {
    let mut ranges = Vec::new();
    for (index, text) in texts.iter().take(MAX_RANGES).enumerate() {
        match text.parse::<AddressRange>() {
            Ok(range) => ranges.push((index, range)),
            Err(error) => {
                // The parser's sentence has the fault and the help, apart by `;`.
                let words = error
                    .to_string()
                    .replace(text.as_str(), quote(text).trim_matches('`'));
                let (message, hint) = words
                    .split_once("; ")
                    .unwrap_or((&words, "write a CIDR or a range"));
                faults.add(place.item(index), message, hint);
            }
        }
    }
    ranges
}

/// Sorted by their first address, ranges that overlap are neighbours or have one that does between
/// them; each is compared with the one that reaches farthest before it.
fn apart(
    place: &Place<'_>,
    ranges: &[(usize, AddressRange)],
    pool: &IpPoolSpec,
    faults: &mut Faults,
) {
    let mut sorted = ranges.to_vec();
    sorted.sort_by_key(|(index, range)| (range.bounds(), *index));
    let mut farthest: Option<(usize, AddressRange)> = None;
    for (index, range) in sorted {
        if let Some((other, reach)) = farthest
            && reach.overlaps(&range)
        {
            let (first, second) = (index.min(other), index.max(other));
            faults.add(
                place.item(second),
                format!(
                    "{} overlaps {} at {place}[{first}]",
                    quote(&pool.addresses[second]),
                    quote(&pool.addresses[first])
                ),
                "an address may be in a pool once; shorten one of the two",
            );
        }
        let farther = farthest.is_none_or(|(_, reach)| {
            reach.is_ipv4() != range.is_ipv4() || reach.bounds().1 < range.bounds().1
        });
        if farther {
            farthest = Some((index, range));
        }
    }
}
