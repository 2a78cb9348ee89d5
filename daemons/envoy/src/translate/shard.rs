//! Spreading the hosts of a connection manager over scopes.
//!
//! Envoy rebuilds a whole RouteConfiguration when anything in it changes: 51 ms at 3,000 hosts,
//! 2 ms when they are spread over 64. So every request gets, before its route is looked up, a
//! header with a 6-bit hash of its host, and a scoped route table is looked up by that header.
//!
//! Envoy can't hash in an expression that runs that early, but it can match regular expressions:
//! one bit of the hash is the parity of how many characters of the host are in a set of
//! characters. Parity is linear: characters map to 6-bit codes and the hash is their XOR, which is
//! what [`key`] computes.

use std::fmt::Write as _;

/// How many bits a key has.
const BITS: usize = 6;
/// How many keys there are.
pub(crate) const KEYS: usize = 1 << BITS;
/// The header that carries the key. Clients can't set it and backends don't see it.
pub(crate) const HEADER: &str = "x-epic-shard";

/// The characters a host name is made of.
const ALPHABET: &str = "-.0123456789abcdefghijklmnopqrstuvwxyz";

/// One set for each bit, found by a random search with hill climbing for an even spread of usual
/// names under the limit of RE2's program size in Envoy's CEL (100; these take 42 to 62).
/// Largest bucket over mean bucket: 5,000 names `r-<i>.example.com` 127/78, 5,000 `host<i>` 127/78,
/// 5,000 of eight hexadecimal digits 102/78, 5,000 `<word>-<word>.<team>.example.com` 95/78, 300
/// `<word>.example.com` 7/4.6; every one of the 64 keys is used by each.
/// Changing a set changes every listener (its connections are drained), so don't.
const SETS: [&str; BITS] = [
    "-14679beghmnpqrtuwxz",
    "-.349bcdefghilnorvw",
    "-.0589deijrtuvxy",
    "15789aejlnoqrstuyz",
    "-235789aefjknpqrvwxz",
    ".357fghjkmoprwx",
];

/// The hash of a host, as Envoy computes it: without its port, in any case. Hosts with other
/// characters than names have fit no expression, as if every bit were odd.
pub(crate) fn key(host: &str) -> usize {
    let name = host.split(':').next().unwrap_or_default();
    let mut hash = 0;
    for character in name.chars().map(|c| c.to_ascii_lowercase()) {
        if character != '_' && !ALPHABET.contains(character) {
            return KEYS - 1;
        }
        for (bit, set) in SETS.iter().enumerate() {
            if set.contains(character) {
                hash ^= 1 << bit;
            }
        }
    }
    hash
}

/// The value the header has for a key at one connection manager.
pub(crate) fn scope_key(frontend: &str, key: usize) -> String {
    let mut text = format!("{frontend};");
    for bit in 0..BITS {
        text.push_str(if key >> bit & 1 == 1 { "false" } else { "true" });
    }
    text
}

/// The key of the scope that only makes Envoy load a RouteConfiguration before requests are led to
/// it. No request has it: the header's value always begins with a connection manager's name.
pub(crate) fn warm_scope_key(route_configuration: &str) -> String {
    format!("={route_configuration}")
}

/// The header's value as a format string of Envoy.
pub(crate) fn header_format(frontend: &str) -> String {
    SETS.iter().fold(format!("{frontend};"), |mut text, set| {
        // Writing to a String can't fail.
        let _ = write!(text, "%CEL(request.host.matches('{}'))%", parity(set));
        text
    })
}

/// An expression that fits hosts with an even number of characters of the set.
fn parity(set: &str) -> String {
    let odd = class(|c| set.contains(c));
    let even = class(|c| !set.contains(c));
    format!("^({even}|{odd}{even}*{odd})*(:|$)")
}

/// A character class, both cases, as few ranges as possible.
fn class(member: impl Fn(char) -> bool) -> String {
    let mut ranges: Vec<(char, char)> = Vec::new();
    let mut dash = false;
    for character in ALPHABET.chars().filter(|c| member(*c)) {
        if character == '-' {
            dash = true;
            continue;
        }
        match ranges.last_mut() {
            Some((_, last)) if u32::from(*last) + 1 == u32::from(character) => *last = character,
            _ => ranges.push((character, character)),
        }
    }
    let mut text = String::from("[");
    for (first, last) in ranges {
        let mut push = |first: char, last: char| {
            text.push(first);
            if first != last {
                if u32::from(first) + 1 != u32::from(last) {
                    text.push('-');
                }
                text.push(last);
            }
        };
        push(first, last);
        if first.is_ascii_lowercase() {
            push(first.to_ascii_uppercase(), last.to_ascii_uppercase());
        }
    }
    // `_` is in no set: it is no character of a host name, but clients send it.
    if member('_') {
        text.push('_');
    }
    if dash {
        text.push('-');
    }
    text.push(']');
    text
}

/// How many RouteConfigurations the hosts of a connection manager are spread over: a power of two.
/// `exact` and `wild` count the matches of exact hosts and of wildcard hosts, which every one of
/// them repeats: with few exact or many wildcard matches, spreading costs more than it brings.
pub(crate) fn spread(exact: usize, wild: usize) -> usize {
    const MATCHES_EACH: usize = 32;
    const REPEATED: usize = 1024;
    let wanted = exact.div_ceil(MATCHES_EACH).next_power_of_two();
    let bearable = (exact + REPEATED) / wild.max(1);
    let bearable = bearable.max(1);
    // The largest power of two that is not more.
    let bearable = 1 << bearable.ilog2();
    wanted.min(bearable).min(KEYS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_has_a_case_and_a_port_aside() {
        assert_eq!(key("Shop.Example.COM:8443"), key("shop.example.com"));
    }

    #[test]
    fn a_host_that_is_no_name_has_the_last_key() {
        assert_eq!(key("[2001:db8::1]:80"), KEYS - 1);
        assert_eq!(key("caf\u{e9}.example"), KEYS - 1);
    }

    #[test]
    fn usual_names_spread_over_all_keys() {
        let mut buckets = [0usize; KEYS];
        for index in 0..5000 {
            buckets[key(&format!("r-{index}.example.com"))] += 1;
        }
        assert!(buckets.iter().all(|count| *count > 0));
        assert_eq!(buckets.iter().max(), Some(&127));
    }

    #[test]
    fn an_expression_counts_characters_of_its_set() {
        assert_eq!(
            parity(SETS[5]),
            "^([0-24689a-eA-EiIlLnNqQs-vS-VyzYZ_-]|[.357f-hF-HjkJKmMopOPrRwxWX][0-24689a-eA-EiIlLnNqQs-vS-VyzYZ_-]*[.357f-hF-HjkJKmMopOPrRwxWX])*(:|$)"
        );
    }

    #[test]
    fn few_hosts_or_many_wildcards_stay_together_and_many_exact_hosts_are_spread() {
        assert_eq!(spread(0, 0), 1);
        assert_eq!(spread(32, 1), 1);
        assert_eq!(spread(1000, 5), 32);
        assert_eq!(spread(5000, 0), 64);
        assert_eq!(spread(100, 5000), 1);
        assert_eq!(spread(5000, 400), 8);
    }
}
