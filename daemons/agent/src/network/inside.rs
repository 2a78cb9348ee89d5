//! The instance's side of its network. Runs on a thread in the instance's namespace.

use std::collections::BTreeSet;
use std::io;
use std::net::IpAddr;

use super::names::{GATEWAY_V4, GATEWAY_V6, Names, UPLINK, gateway_for};
use super::netlink::{MAIN, Netlink, Route};
use super::{NetworkError, ROUTE_PROTOCOL, Wanted, sysctl};

/// The table with the way back to clients, and the priority of the rules that lead there.
const CLIENTS_TABLE: u32 = 76;
const CLIENTS_PRIORITY: u32 = 1000;

/// Its end of the veth pair, if it has one.
pub(super) fn uplink_index() -> Result<Option<u32>, NetworkError> {
    Ok(Netlink::open()?.link(UPLINK)?.map(|link| link.index))
}

/// For an end whose other end is not the node's.
pub(super) fn remove_uplink() -> Result<(), NetworkError> {
    let netlink = Netlink::open()?;
    match netlink.link(UPLINK)? {
        Some(link) => netlink.remove_link(link.index),
        None => Ok(()),
    }
}

/// Addresses, the way back to clients, the ways to the endpoints.
pub(super) fn bring_about(names: &Names, wanted: &Wanted) -> Result<(), NetworkError> {
    // Envoy binds ports below 1024 and is nobody special.
    sysctl::set("ipv4/ip_unprivileged_port_start", "0")?;
    for interface in ["all", "default", UPLINK] {
        sysctl::set(&format!("ipv4/conf/{interface}/rp_filter"), "0")?;
        if sysctl::has_v6() {
            sysctl::set(&format!("ipv6/conf/{interface}/accept_ra"), "0")?;
            // The node can't answer for it; both ends know each other.
            sysctl::set(&format!("ipv6/conf/{interface}/accept_dad"), "0")?;
        }
    }

    let netlink = Netlink::open()?;
    let missing = |name: &str| {
        let gone = io::Error::new(io::ErrorKind::NotFound, "it is gone");
        NetworkError::net(format!("use interface {name}"), gone)
    };
    let lo = netlink.link("lo")?.ok_or_else(|| missing("lo"))?;
    let uplink = netlink.link(UPLINK)?.ok_or_else(|| missing(UPLINK))?.index;
    netlink.set_up(lo.index)?;
    netlink.set_up(uplink)?;
    let addresses = wanted.public.union(&wanted.transit).copied().collect();
    netlink.set_addresses(lo.index, &addresses)?;

    let (host, _) = names.hardware();
    netlink.set_neighbour(uplink, GATEWAY_V4.into(), host)?;
    if sysctl::has_v6() {
        netlink.set_neighbour(uplink, GATEWAY_V6.into(), host)?;
    }
    netlink.set_routes(ROUTE_PROTOCOL, uplink, &routes(wanted, uplink))?;
    netlink.set_source_rules(CLIENTS_TABLE, CLIENTS_PRIORITY, &wanted.public)
}

fn routes(wanted: &Wanted, uplink: u32) -> BTreeSet<Route> {
    let source = |v4: bool| {
        wanted
            .transit
            .iter()
            .find(|address| address.is_ipv4() == v4)
            .copied()
    };
    // An endpoint without a transit address of its family can't be reached.
    let endpoints = wanted.upstreams.iter().filter_map(|to| {
        Some(Route {
            to: Some(*to),
            link: uplink,
            gateway: Some(gateway_for(*to)),
            source: Some(source(to.is_ipv4())?),
            table: MAIN,
            protocol: ROUTE_PROTOCOL,
        })
    });
    let clients = wanted.public.iter().map(|address| Route {
        to: None,
        link: uplink,
        gateway: Some(gateway_for(*address)),
        source: None,
        table: CLIENTS_TABLE,
        protocol: ROUTE_PROTOCOL,
    });
    // An instance's own address is reached by itself.
    let is_own = |to: IpAddr| wanted.public.contains(&to) || wanted.transit.contains(&to);
    endpoints
        .filter(|route| route.to.is_none_or(|to| !is_own(to)))
        .chain(clients)
        .collect()
}
