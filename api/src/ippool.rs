//! IPPool: addresses that gateways may get.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use ipnet::IpNet;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::kind::Kind;
use crate::object::{Object, Spec};

/// Addresses that gateways may get.
pub type IpPool = Object<IpPoolSpec>;

/// Which addresses a pool has.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IpPoolSpec {
    /// CIDRs (`198.51.100.0/24`, `2001:db8::/112`) and ranges (`203.0.113.10-203.0.113.20`), both
    /// ends included. They may not overlap each other or another pool's. Of an IPv4 CIDR shorter
    /// than /31 the network and broadcast addresses are not handed out.
    pub addresses: Vec<String>,
    /// Addresses, CIDRs or ranges of the pool that are never handed out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reserved: Vec<String>,
}

/// How much of a pool is in use.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IpPoolStatus {
    /// `Ready`, and `Exhausted` when a family has no address left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// IPv4 addresses.
    #[serde(default)]
    pub ipv4: PoolUsage,
    /// IPv6 addresses.
    #[serde(default)]
    pub ipv6: PoolUsage,
}

/// Addresses of one family. `total` saturates: a /64 holds more than a u64 counts.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PoolUsage {
    /// Addresses that could be handed out.
    pub total: u64,
    /// Addresses that gateways have.
    pub used: u64,
}

impl Spec for IpPoolSpec {
    const KIND: Kind = Kind::IpPool;
    type Status = IpPoolStatus;
}

/// A run of addresses of one family, both ends included.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct AddressRange {
    first: IpAddr,
    last: IpAddr,
    /// How many addresses at each end are not handed out (the network and broadcast address).
    skip_ends: bool,
}

/// A text that is no address, CIDR or range.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum InvalidRange {
    /// Neither an address, a CIDR nor two addresses.
    #[error(
        "`{0}` is not an address, CIDR or range; write `198.51.100.0/24` or `203.0.113.10-203.0.113.20`"
    )]
    Syntax(String),
    /// The ends are not of one family.
    #[error("`{0}` mixes IPv4 and IPv6; a range is of one family")]
    Families(String),
    /// The first address comes after the last.
    #[error("`{0}` ends before it begins; swap the two addresses")]
    Backwards(String),
    /// Bits below the prefix are set.
    #[error("`{text}` has bits set below its prefix; did you mean `{network}`?")]
    HostBits {
        /// What was written.
        text: String,
        /// The network it is in.
        network: IpNet,
    },
}

impl FromStr for AddressRange {
    type Err = InvalidRange;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let syntax = || InvalidRange::Syntax(text.to_owned());
        if let Ok(net) = text.parse::<IpNet>() {
            if net.trunc() != net {
                return Err(InvalidRange::HostBits {
                    text: text.to_owned(),
                    network: net.trunc(),
                });
            }
            let skip_ends = matches!(net, IpNet::V4(v4) if v4.prefix_len() < 31);
            return Ok(AddressRange {
                first: net.network(),
                last: net.broadcast(),
                skip_ends,
            });
        }
        let (first, last) = match text.split_once('-') {
            Some((first, last)) => (first.trim(), last.trim()),
            None => (text, text),
        };
        let first: IpAddr = first.parse().map_err(|_| syntax())?;
        let last: IpAddr = last.parse().map_err(|_| syntax())?;
        if first.is_ipv4() != last.is_ipv4() {
            return Err(InvalidRange::Families(text.to_owned()));
        }
        if first > last {
            return Err(InvalidRange::Backwards(text.to_owned()));
        }
        Ok(AddressRange {
            first,
            last,
            skip_ends: false,
        })
    }
}

impl fmt::Display for AddressRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}-{}", self.first, self.last)
        }
    }
}

impl AddressRange {
    /// Whether the addresses are IPv4.
    pub fn is_ipv4(&self) -> bool {
        self.first.is_ipv4()
    }

    /// The first and last address of the range, usable or not.
    pub fn bounds(&self) -> (IpAddr, IpAddr) {
        (self.first, self.last)
    }

    /// The first and last address that may be handed out.
    pub fn usable(&self) -> (IpAddr, IpAddr) {
        if self.skip_ends {
            (
                offset(self.first, 1),
                offset(self.first, distance(self.first, self.last) - 1),
            )
        } else {
            (self.first, self.last)
        }
    }

    /// Whether the address lies in the range, usable or not.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.is_ipv4() == address.is_ipv4() && self.first <= address && address <= self.last
    }

    /// Whether the address may be handed out.
    pub fn contains_usable(&self, address: IpAddr) -> bool {
        let (first, last) = self.usable();
        self.is_ipv4() == address.is_ipv4() && first <= address && address <= last
    }

    /// Whether the two have an address in common.
    pub fn overlaps(&self, other: &AddressRange) -> bool {
        self.is_ipv4() == other.is_ipv4() && self.first <= other.last && other.first <= self.last
    }

    /// How many addresses may be handed out; saturates at `u64::MAX`.
    pub fn usable_len(&self) -> u64 {
        let (first, last) = self.usable();
        u64::try_from(distance(first, last)).map_or(u64::MAX, |len| len.saturating_add(1))
    }
}

/// The number of the address within its family.
fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => u128::from(v4.to_bits()),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

fn distance(first: IpAddr, last: IpAddr) -> u128 {
    number(last) - number(first)
}

/// The address `by` places after `address`, of the same family; wraps at the family's end, which
/// no range reaches.
pub fn offset(address: IpAddr, by: u128) -> IpAddr {
    let moved = number(address).wrapping_add(by);
    match address {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "an IPv4 number has 32 bits"
        )]
        IpAddr::V4(_) => IpAddr::V4(Ipv4Addr::from_bits(moved as u32)),
        IpAddr::V6(_) => IpAddr::V6(Ipv6Addr::from_bits(moved)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> AddressRange {
        text.parse().unwrap()
    }

    #[test]
    fn a_cidr_keeps_its_network_and_broadcast_addresses_to_itself() {
        let net = range("198.51.100.0/29");
        assert_eq!(net.usable_len(), 6);
        assert!(net.contains("198.51.100.0".parse().unwrap()));
        assert!(!net.contains_usable("198.51.100.0".parse().unwrap()));
        assert!(!net.contains_usable("198.51.100.7".parse().unwrap()));
        assert_eq!(range("198.51.100.0/31").usable_len(), 2);
        assert_eq!(range("198.51.100.0/32").usable_len(), 1);
    }

    #[test]
    fn a_large_ipv6_pool_is_counted_without_being_walked() {
        assert_eq!(range("2001:db8::/64").usable_len(), u64::MAX);
        assert_eq!(range("2001:db8::10-2001:db8::1f").usable_len(), 16);
    }

    #[test]
    fn ranges_overlap_when_they_share_an_address() {
        assert!(range("10.0.0.0/24").overlaps(&range("10.0.0.255-10.0.1.1")));
        assert!(!range("10.0.0.0/24").overlaps(&range("10.0.1.0/24")));
        assert!(!range("10.0.0.0/24").overlaps(&range("2001:db8::/64")));
    }

    #[test]
    fn what_is_no_range_is_refused_with_the_right_form() {
        for (text, words) in [
            ("10.0.0.1/24", "did you mean `10.0.0.0/24`"),
            ("10.0.0.9-10.0.0.1", "swap"),
            ("10.0.0.1-2001:db8::1", "one family"),
            ("ten", "write `198.51.100.0/24`"),
        ] {
            let error = text.parse::<AddressRange>().unwrap_err().to_string();
            assert!(error.contains(words), "{error}");
        }
    }
}
