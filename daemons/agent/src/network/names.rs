//! How an instance's namespace and interfaces are called, and its addresses. No I/O.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};

use ipnet::{Ipv4Net, Ipv6Net};

use super::NetworkError;

/// Where named namespaces are, as `ip netns` has them.
pub(super) const DIRECTORY: &str = "/run/netns";
/// The instance's end of the veth pair.
pub(super) const UPLINK: &str = "uplink";
/// The way out of the namespace. Nobody has these addresses: a permanent neighbour entry leads to the
/// other end of the veth pair, so they can be the same for all.
pub(super) const GATEWAY_V4: Ipv4Addr = Ipv4Addr::new(169, 254, 1, 1);
pub(super) const GATEWAY_V6: Ipv6Addr = Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 1);

/// The gateway of an address's family.
pub(super) fn gateway_for(address: IpAddr) -> IpAddr {
    if address.is_ipv4() {
        GATEWAY_V4.into()
    } else {
        GATEWAY_V6.into()
    }
}

/// Names of one instance on one node.
#[derive(Clone, Debug)]
pub(super) struct Names {
    uid: String,
    prefix: String,
    hash: u64,
}

impl Names {
    /// `prefix` is the node's: nodes in namespaces of one machine share the directory, and may
    /// both have an instance of the same gateway.
    pub(super) fn new(uid: &str, prefix: &str) -> Result<Names, NetworkError> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if !(1..=64).contains(&uid.len()) || !uid.bytes().all(is_plain) {
            return Err(NetworkError::Uid(uid.to_owned()));
        }
        Ok(Names {
            uid: uid.to_owned(),
            prefix: prefix.to_owned(),
            hash: fnv1a(uid.as_bytes()),
        })
    }

    pub(super) fn uid(&self) -> &str {
        &self.uid
    }

    /// The namespace's file.
    pub(super) fn path(&self) -> PathBuf {
        Path::new(DIRECTORY).join(format!("{}{}", self.prefix, self.uid))
    }

    /// The node's end of the veth pair; 15 characters, the most Linux allows.
    pub(super) fn host_link(&self) -> String {
        format!("epic-{:010x}", self.hash & 0xff_ffff_ffff)
    }

    /// Hardware addresses of both ends, the node's first. Fixed, so that neighbour entries can be.
    pub(super) fn hardware(&self) -> ([u8; 6], [u8; 6]) {
        let [.., a, b, c, d] = self.hash.to_be_bytes();
        // Locally administered, unicast.
        ([0x02, 0xe6, a, b, c, d], [0x06, 0xe6, a, b, c, d])
    }
}

/// The transit address of a slot; the first address of a range is not used.
pub(super) fn transit_v4(range: Ipv4Net, slot: u32) -> Result<Ipv4Addr, NetworkError> {
    let address = u32::from(range.network())
        .checked_add(1)
        .and_then(|first| first.checked_add(slot))
        .map(Ipv4Addr::from)
        .filter(|address| range.contains(address));
    address.ok_or_else(|| no_transit(&range, slot))
}

/// The same for IPv6.
pub(super) fn transit_v6(range: Ipv6Net, slot: u32) -> Result<Ipv6Addr, NetworkError> {
    let address = u128::from(range.network())
        .checked_add(1 + u128::from(slot))
        .map(Ipv6Addr::from)
        .filter(|address| range.contains(address));
    address.ok_or_else(|| no_transit(&range, slot))
}

fn no_transit(range: &dyn std::fmt::Display, slot: u32) -> NetworkError {
    NetworkError::NoTransit {
        range: range.to_string(),
        slot,
    }
}

/// FNV-1a: the same on every machine and in every version.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_and_differ() {
        let one = Names::new("0b6e5b0e-2b1f-4c55-8f0a-6c1d2e3f4a5b", "epic-f0000000-").unwrap();
        let other = Names::new("0b6e5b0e-2b1f-4c55-8f0a-6c1d2e3f4a5c", "epic-f0000000-").unwrap();
        assert_eq!(one.host_link().len(), 15);
        assert_ne!(one.host_link(), other.host_link());
        assert_ne!(one.hardware(), other.hardware());
        assert_eq!(
            one.path(),
            Path::new("/run/netns/epic-f0000000-0b6e5b0e-2b1f-4c55-8f0a-6c1d2e3f4a5b")
        );
    }

    #[test]
    fn a_uid_never_leads_out_of_the_directory() {
        for uid in ["", "../x", "a/b", "a b", &"a".repeat(65)] {
            assert!(Names::new(uid, "epic-0-").is_err(), "{uid}");
        }
    }

    #[test]
    fn slots_take_addresses_until_the_range_ends() {
        let range: Ipv4Net = "100.64.0.0/30".parse().unwrap();
        assert_eq!(transit_v4(range, 0).unwrap(), Ipv4Addr::new(100, 64, 0, 1));
        assert_eq!(transit_v4(range, 2).unwrap(), Ipv4Addr::new(100, 64, 0, 3));
        assert!(transit_v4(range, 3).is_err());
        assert!(transit_v4("255.255.255.252/30".parse().unwrap(), u32::MAX).is_err());
        let range: Ipv6Net = "fd00:e61c::/126".parse().unwrap();
        assert_eq!(
            transit_v6(range, 1).unwrap(),
            "fd00:e61c::2".parse::<Ipv6Addr>().unwrap()
        );
        assert!(transit_v6(range, 3).is_err());
    }
}
