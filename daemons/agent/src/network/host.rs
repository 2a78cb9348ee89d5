//! The node's side of an instance's network. Runs on a thread in the node's namespace.

use std::collections::BTreeSet;
use std::fs::File;
use std::net::IpAddr;

use tracing::info;

use super::names::Names;
use super::netlink::{Link, MAIN, Netlink, Route};
use super::{NetworkError, ROUTE_PROTOCOL, Wanted, sysctl};

/// Of routes to transit addresses, which are nobody's business but the node's; not
/// [`ROUTE_PROTOCOL`], so that no routing daemon exports them.
const TRANSIT_PROTOCOL: u8 = 77;

/// Whether the node's end of the veth pair is there and its other end is that of the instance.
pub(super) fn is_paired(names: &Names, inner: Option<u32>) -> Result<bool, NetworkError> {
    let link = Netlink::open()?.link(&names.host_link())?;
    Ok(link.is_some_and(|link| inner.is_some() && link.peer == inner))
}

/// Makes the veth pair anew.
pub(super) fn make_pair(names: &Names, namespace: &File) -> Result<(), NetworkError> {
    remove(names)?;
    Netlink::open()?.make_pair(names, namespace)
}

/// Packets to and from the instance pass; its public addresses are not routed yet, and no longer when
/// they are not its own any more.
pub(super) fn bring_about(names: &Names, wanted: &Wanted) -> Result<(), NetworkError> {
    let netlink = Netlink::open()?;
    let link = link_of(&netlink, names)?;
    netlink.set_up(link.index)?;
    enable_forwarding(wanted.has_v6())?;
    // An instance answers from an address that may be routed elsewhere as well (anycast).
    sysctl::set(&format!("ipv4/conf/{}/rp_filter", names.host_link()), "2")?;

    let (_, inner) = names.hardware();
    for address in wanted.transit.union(&wanted.public) {
        netlink.set_neighbour(link.index, *address, inner)?;
    }
    let transit = wanted.transit.iter();
    let transit = transit
        .map(|address| direct(*address, link, TRANSIT_PROTOCOL))
        .collect();
    netlink.set_routes(TRANSIT_PROTOCOL, link.index, &transit)?;

    for route in netlink.routes(ROUTE_PROTOCOL, link.index)? {
        if route.to.is_none_or(|to| !wanted.public.contains(&to)) {
            netlink.remove_route(&route)?;
        }
    }
    Ok(())
}

pub(super) fn announce(names: &Names, addresses: &BTreeSet<IpAddr>) -> Result<(), NetworkError> {
    let netlink = Netlink::open()?;
    let link = link_of(&netlink, names)?;
    let routes = addresses
        .iter()
        .map(|address| direct(*address, link, ROUTE_PROTOCOL))
        .collect();
    netlink.set_routes(ROUTE_PROTOCOL, link.index, &routes)
}

pub(super) fn withdraw(names: &Names, addresses: &BTreeSet<IpAddr>) -> Result<(), NetworkError> {
    let netlink = Netlink::open()?;
    // Routes go with the interface.
    let Some(link) = netlink.link(&names.host_link())? else {
        return Ok(());
    };
    for address in addresses {
        netlink.remove_route(&direct(*address, link, ROUTE_PROTOCOL))?;
    }
    Ok(())
}

/// Removes the veth pair, with the routes over it.
pub(super) fn remove(names: &Names) -> Result<(), NetworkError> {
    let netlink = Netlink::open()?;
    match netlink.link(&names.host_link())? {
        Some(link) => netlink.remove_link(link.index),
        None => Ok(()),
    }
}

fn link_of(netlink: &Netlink, names: &Names) -> Result<Link, NetworkError> {
    let link = netlink.link(&names.host_link())?;
    link.ok_or_else(|| NetworkError::Missing(names.uid().to_owned()))
}

fn direct(to: IpAddr, link: Link, protocol: u8) -> Route {
    Route {
        to: Some(to),
        link: link.index,
        gateway: None,
        source: None,
        table: MAIN,
        protocol,
    }
}

/// It stays on when the agent ends: instances outlive it.
fn enable_forwarding(v6: bool) -> Result<(), NetworkError> {
    if sysctl::set("ipv4/ip_forward", "1")? {
        info!("enabled IPv4 forwarding on this node (net.ipv4.ip_forward=1): gateways need it");
    }
    if v6 && sysctl::set("ipv6/conf/all/forwarding", "1")? {
        info!(
            "enabled IPv6 forwarding on this node (net.ipv6.conf.all.forwarding=1): gateways need it"
        );
    }
    Ok(())
}
