//! Where endpoints may not point: into the gateway cluster itself.
//!
//! A gateway connects to endpoints from inside, past every firewall before it. Without this a tenant
//! could reach the nodes' own services, epicd or other tenants' gateways.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use epic_api::{Backend, FieldError};
use ipnet::IpNet;

use super::World;

/// What agents use between a gateway's namespace and the node, unless they are told otherwise.
const TRANSIT: [&str; 2] = ["100.64.0.0/16", "fd00:e91c::/48"];

/// The networks that nobody's endpoints may lie in unless the account says so.
#[derive(Clone, Debug, Default)]
pub struct OwnNetworks {
    told: Vec<IpNet>,
}

impl OwnNetworks {
    /// Those that go without saying, and those the operator names: networks of nodes and of epicd,
    /// and transit ranges other than the agents' defaults.
    pub fn new(told: Vec<IpNet>) -> Self {
        OwnNetworks { told }
    }

    /// Why the address belongs to the cluster, as far as that does not depend on what is stored.
    fn why(&self, address: IpAddr) -> Option<&'static str> {
        let by_itself = match address {
            IpAddr::V4(v4) => special_v4(v4),
            IpAddr::V6(v6) => special_v6(v6),
        };
        if by_itself.is_some() {
            return by_itself;
        }
        let mut transit = TRANSIT.iter().filter_map(|text| text.parse::<IpNet>().ok());
        if transit.any(|network| network.contains(&address)) {
            return Some("in the network between gateways and their nodes");
        }
        let told = self.told.iter().any(|network| network.contains(&address));
        told.then_some("in a network of the gateway cluster")
    }
}

fn special_v4(address: Ipv4Addr) -> Option<&'static str> {
    Some(match address {
        _ if address.octets()[0] == 0 => "no address of a host",
        _ if address.is_loopback() => "a loopback address",
        _ if address.is_link_local() => "a link-local address",
        _ if address.is_multicast() => "a multicast address",
        _ if address.octets()[0] >= 240 => "no address of a host",
        _ => return None,
    })
}

fn special_v6(address: Ipv6Addr) -> Option<&'static str> {
    Some(match address {
        _ if address.is_unspecified() => "no address of a host",
        _ if address.is_loopback() => "a loopback address",
        _ if address.is_unicast_link_local() => "a link-local address",
        _ if address.is_multicast() => "a multicast address",
        _ => return None,
    })
}

/// The address itself, and the IPv4 address it stands for on some hosts and translators.
fn meanings(address: IpAddr) -> impl Iterator<Item = IpAddr> {
    let inner = match address {
        IpAddr::V6(v6) => embedded_v4(v6),
        IpAddr::V4(_) => None,
    };
    [Some(address), inner.map(IpAddr::V4)].into_iter().flatten()
}

/// Mapped (`::ffff:a.b.c.d`), compatible (`::a.b.c.d`), translated (`64:ff9b::a.b.c.d`) and 6to4
/// (`2002:aabb:ccdd::`) addresses.
fn embedded_v4(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let bits = address.to_bits();
    let v4 = |shift: u32| Ipv4Addr::from_bits((bits >> shift & u128::from(u32::MAX)) as u32);
    match bits >> 32 {
        0xffff => Some(v4(0)),
        0 if bits > 1 => Some(v4(0)),
        high if high == 0x0064_ff9b << 64 => Some(v4(0)),
        _ if address.segments()[0] == 0x2002 => Some(v4(80)),
        _ => None,
    }
}

impl World {
    /// Endpoints that are new and point into the cluster. Those that are stored stay, whatever
    /// became a part of the cluster or was taken from the account's networks meanwhile.
    pub(super) fn endpoint_faults(
        &self,
        backend: &Backend,
        previous: Option<&Backend>,
        allowed: &[IpNet],
        faults: &mut Vec<FieldError>,
    ) {
        let stored: BTreeSet<IpAddr> = previous
            .iter()
            .flat_map(|backend| &backend.spec.endpoints)
            .map(|endpoint| endpoint.address)
            .collect();
        let nodes: BTreeSet<IpAddr> = self
            .nodes
            .values()
            .filter_map(|node| node.status.as_ref())
            .flat_map(|status| &status.addresses)
            .map(IpAddr::to_canonical)
            .collect();
        for (index, endpoint) in backend.spec.endpoints.iter().enumerate() {
            if stored.contains(&endpoint.address) {
                continue;
            }
            let why = meanings(endpoint.address).find_map(|address| {
                if allowed.iter().any(|network| network.contains(&address)) {
                    return None;
                }
                self.why_own(address, &nodes)
            });
            if let Some(why) = why {
                let place = format!("spec.endpoints[{index}].address");
                let fault = FieldError::new(place, format!("{} is {why}", endpoint.address));
                faults.push(fault.with_hint(
                    "an operator can let the account use it: `epicctl account set --allow-network CIDR`",
                ));
            }
        }
    }

    fn why_own(&self, address: IpAddr, nodes: &BTreeSet<IpAddr>) -> Option<&'static str> {
        if let Some(why) = self.own_networks.why(address) {
            return Some(why);
        }
        if nodes.contains(&address) {
            return Some("an address of a gateway node");
        }
        let pooled = self.ranges.values().any(|ranges| ranges.contains(address));
        pooled.then_some("an address of gateways")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(text: &str) -> Option<&'static str> {
        let own = OwnNetworks::new(vec!["10.9.0.0/16".parse().unwrap()]);
        meanings(text.parse().unwrap()).find_map(|address| own.why(address))
    }

    #[test]
    fn an_address_of_the_cluster_is_known_however_it_is_written() {
        for (address, word) in [
            ("127.0.0.1", "loopback"),
            ("::1", "loopback"),
            ("::ffff:127.0.0.1", "loopback"),
            ("::127.0.0.1", "loopback"),
            ("64:ff9b::127.0.0.1", "loopback"),
            ("2002:7f00:1::1", "loopback"),
            ("169.254.169.254", "link-local"),
            ("::ffff:169.254.169.254", "link-local"),
            ("fe80::1", "link-local"),
            ("224.0.0.1", "multicast"),
            ("ff02::1", "multicast"),
            ("0.0.0.0", "no address"),
            ("0.1.2.3", "no address"),
            ("::", "no address"),
            ("255.255.255.255", "no address"),
            ("100.64.3.4", "between gateways and their nodes"),
            ("fd00:e91c::7", "between gateways and their nodes"),
            ("10.9.1.1", "network of the gateway cluster"),
            ("::ffff:10.9.1.1", "network of the gateway cluster"),
        ] {
            assert!(
                why(address).is_some_and(|why| why.contains(word)),
                "{address}"
            );
        }
    }

    #[test]
    fn other_addresses_are_anybodys() {
        for address in [
            "10.0.0.1",
            "192.168.1.1",
            "203.0.113.9",
            "100.65.0.1",
            "2001:db8::1",
            "fd01::1",
            "64:ff9b::192.0.2.1",
        ] {
            assert_eq!(why(address), None, "{address}");
        }
    }
}
