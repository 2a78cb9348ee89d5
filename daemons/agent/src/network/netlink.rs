//! rtnetlink from a thread, in that thread's namespace.

use std::collections::BTreeSet;
use std::future::Future;
use std::io;
use std::net::IpAddr;
use std::os::fd::AsRawFd as _;

use futures::TryStreamExt as _;
use netlink_packet_route::AddressFamily;
use netlink_packet_route::address::{AddressAttribute, AddressHeaderFlags};
use netlink_packet_route::link::{InfoData, InfoVeth, LinkAttribute};
use netlink_packet_route::route::{
    RouteAddress, RouteAttribute, RouteHeader, RouteMessage, RouteProtocol, RouteScope, RouteType,
};
use netlink_packet_route::rule::{RuleAction, RuleAttribute, RuleMessage};
use rtnetlink::{
    Error, Handle, IpVersion, LinkMessageBuilder, LinkUnspec, LinkVeth, RouteMessageBuilder,
};

use super::NetworkError;
use super::names::{Names, UPLINK};

/// A connection to the kernel.
pub(super) struct Netlink {
    runtime: tokio::runtime::Runtime,
    handle: Handle,
}

/// An interface.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) index: u32,
    /// Of a veth: its peer's index, in the peer's namespace.
    pub(super) peer: Option<u32>,
}

/// A route to one address, or to all.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Route {
    /// One address; `None`: all of the gateway's family.
    pub(super) to: Option<IpAddr>,
    pub(super) link: u32,
    pub(super) gateway: Option<IpAddr>,
    pub(super) source: Option<IpAddr>,
    pub(super) table: u32,
    pub(super) protocol: u8,
}

/// Of all routes that are not in a table of their own.
pub(super) const MAIN: u32 = RouteHeader::RT_TABLE_MAIN as u32;

impl Netlink {
    /// In the calling thread's namespace.
    pub(super) fn open() -> Result<Netlink, NetworkError> {
        let failed = |cause| NetworkError::net("open a netlink socket", cause);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(failed)?;
        let handle = runtime.block_on(async {
            let (connection, handle, _) = rtnetlink::new_connection()?;
            tokio::spawn(connection);
            Ok(handle)
        });
        Ok(Netlink {
            handle: handle.map_err(failed)?,
            runtime,
        })
    }

    fn run<T>(
        &self,
        what: impl FnOnce() -> String,
        work: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, NetworkError> {
        self.runtime
            .block_on(work)
            .map_err(|error| NetworkError::net(what(), io_error(error)))
    }

    /// As `run`, but it does not matter when it is like that already.
    fn settle(
        &self,
        already: &[i32],
        what: impl FnOnce() -> String,
        work: impl Future<Output = Result<(), Error>>,
    ) -> Result<(), NetworkError> {
        match self.runtime.block_on(work).map_err(io_error) {
            Err(error)
                if error
                    .raw_os_error()
                    .is_none_or(|code| !already.contains(&code)) =>
            {
                Err(NetworkError::net(what(), error))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn link(&self, name: &str) -> Result<Option<Link>, NetworkError> {
        let mut links = self
            .handle
            .link()
            .get()
            .match_name(name.to_owned())
            .execute();
        let found = self.runtime.block_on(links.try_next()).map_err(io_error);
        match found {
            Ok(found) => Ok(found.map(|message| Link {
                index: message.header.index,
                peer: message
                    .attributes
                    .iter()
                    .find_map(|attribute| match attribute {
                        LinkAttribute::Link(index) => Some(*index),
                        _ => None,
                    }),
            })),
            Err(error) if error.raw_os_error() == Some(libc_codes::ENODEV) => Ok(None),
            Err(cause) => Err(NetworkError::net(
                format!("look up interface {name}"),
                cause,
            )),
        }
    }

    /// Makes a veth pair, one end in `namespace`, at once.
    pub(super) fn make_pair(
        &self,
        names: &Names,
        namespace: &std::fs::File,
    ) -> Result<(), NetworkError> {
        let (host, inner) = names.hardware();
        let peer = LinkMessageBuilder::<LinkUnspec>::new()
            .name(UPLINK)
            .address(inner.to_vec())
            .setns_by_fd(namespace.as_raw_fd())
            .build();
        let pair = LinkVeth::new(&names.host_link(), UPLINK)
            .address(host.to_vec())
            .set_info_data(InfoData::Veth(InfoVeth::Peer(peer)))
            .build();
        let what = || format!("make the veth pair {}", names.host_link());
        self.run(what, self.handle.link().add(pair).execute())
    }

    pub(super) fn set_up(&self, index: u32) -> Result<(), NetworkError> {
        let message = LinkUnspec::new_with_index(index).up().build();
        let what = || format!("bring interface {index} up");
        self.run(what, self.handle.link().set(message).execute())
    }

    pub(super) fn remove_link(&self, index: u32) -> Result<(), NetworkError> {
        let what = || format!("remove interface {index}");
        self.settle(
            &[libc_codes::ENODEV],
            what,
            self.handle.link().del(index).execute(),
        )
    }

    /// Makes an interface's addresses these, loopback and link-local ones aside.
    pub(super) fn set_addresses(
        &self,
        index: u32,
        wanted: &BTreeSet<IpAddr>,
    ) -> Result<(), NetworkError> {
        let list = self
            .handle
            .address()
            .get()
            .set_link_index_filter(index)
            .execute();
        let present = self.run(|| "list addresses".to_owned(), list.try_collect::<Vec<_>>())?;
        let mut missing = wanted.clone();
        for message in present {
            let address = message
                .attributes
                .iter()
                .find_map(|attribute| match attribute {
                    AddressAttribute::Address(address) => Some(*address),
                    _ => None,
                });
            let Some(address) = address else { continue };
            if missing.remove(&address) || is_of_the_interface(address) {
                continue;
            }
            let what = || format!("remove address {address}");
            let gone = self.handle.address().del(message).execute();
            self.settle(&[libc_codes::EADDRNOTAVAIL], what, gone)?;
        }
        for address in missing {
            let mut add = self.handle.address().add(index, address, bits(address));
            // Usable at once: a tentative IPv6 address can be neither bound nor a route's source.
            add.message_mut().header.flags |= AddressHeaderFlags::Nodad;
            self.settle(
                &[libc_codes::EEXIST],
                || format!("add address {address}"),
                add.execute(),
            )?;
        }
        Ok(())
    }

    /// Who has an address, for good.
    pub(super) fn set_neighbour(
        &self,
        index: u32,
        address: IpAddr,
        hardware: [u8; 6],
    ) -> Result<(), NetworkError> {
        let add = self
            .handle
            .neighbours()
            .add(index, address)
            .link_layer_address(&hardware)
            .replace()
            .execute();
        self.run(|| format!("set the neighbour {address}"), add)
    }

    /// All routes of a protocol, over one interface.
    pub(super) fn routes(&self, protocol: u8, link: u32) -> Result<BTreeSet<Route>, NetworkError> {
        let mut routes = BTreeSet::new();
        for family in families() {
            let mut message = RouteMessage::default();
            message.header.address_family = family;
            let list = self.handle.route().get(message).execute();
            let all = self.run(|| "list routes".to_owned(), list.try_collect::<Vec<_>>())?;
            let ours = all
                .iter()
                .filter_map(read_route)
                .filter(|route| route.protocol == protocol && route.link == link);
            routes.extend(ours);
        }
        Ok(routes)
    }

    /// Makes the routes of a protocol over one interface these.
    pub(super) fn set_routes(
        &self,
        protocol: u8,
        link: u32,
        wanted: &BTreeSet<Route>,
    ) -> Result<(), NetworkError> {
        let present = self.routes(protocol, link)?;
        for route in wanted.difference(&present) {
            let add = self.handle.route().add(route.message()).replace().execute();
            self.run(|| format!("add the route {}", route.describe()), add)?;
        }
        for route in present.difference(wanted) {
            // Replaced above by one that differs in something else than its destination.
            if wanted.iter().any(|other| other.place() == route.place()) {
                continue;
            }
            self.remove_route(route)?;
        }
        Ok(())
    }

    pub(super) fn remove_route(&self, route: &Route) -> Result<(), NetworkError> {
        let gone = self.handle.route().del(route.message()).execute();
        self.settle(
            &[libc_codes::ESRCH],
            || format!("remove the route {}", route.describe()),
            gone,
        )
    }

    /// Makes the rules that lead to `table` these: packets from these addresses.
    pub(super) fn set_source_rules(
        &self,
        table: u32,
        priority: u32,
        wanted: &BTreeSet<IpAddr>,
    ) -> Result<(), NetworkError> {
        let mut missing = wanted.clone();
        for version in versions() {
            let list = self.handle.rule().get(version).execute();
            let rules = self.run(|| "list rules".to_owned(), list.try_collect::<Vec<_>>())?;
            for rule in rules {
                if rule_table(&rule) != table {
                    continue;
                }
                let source = rule
                    .attributes
                    .iter()
                    .find_map(|attribute| match attribute {
                        RuleAttribute::Source(source) => Some(*source),
                        _ => None,
                    });
                if source.is_some_and(|source| missing.remove(&source)) {
                    continue;
                }
                let gone = self.handle.rule().del(rule).execute();
                self.settle(&[libc_codes::ENOENT], || "remove a rule".to_owned(), gone)?;
            }
        }
        for source in missing {
            let rule = self
                .handle
                .rule()
                .add()
                .table_id(table)
                .priority(priority)
                .action(RuleAction::ToTable);
            let what = || format!("add the rule from {source}");
            let exists = &[libc_codes::EEXIST];
            match source {
                IpAddr::V4(v4) => {
                    self.settle(exists, what, rule.v4().source_prefix(v4, 32).execute())?;
                }
                IpAddr::V6(v6) => {
                    self.settle(exists, what, rule.v6().source_prefix(v6, 128).execute())?;
                }
            }
        }
        Ok(())
    }
}

impl Route {
    /// Where there can be only one.
    fn place(&self) -> (Option<IpAddr>, u32, bool) {
        (self.to, self.table, self.is_v6())
    }

    fn is_v6(&self) -> bool {
        self.to
            .or(self.gateway)
            .is_some_and(|address| address.is_ipv6())
    }

    fn describe(&self) -> String {
        match self.to {
            Some(to) => format!("to {to}"),
            None => "to everything".to_owned(),
        }
    }

    fn message(&self) -> RouteMessage {
        let mut route = RouteMessageBuilder::<IpAddr>::new()
            .output_interface(self.link)
            .table_id(self.table)
            .protocol(RouteProtocol::from(self.protocol))
            .kind(RouteType::Unicast);
        if self.gateway.is_some() {
            route = route.onlink();
        } else {
            route = route.scope(RouteScope::Link);
        }
        let mut message = route.build();
        message.header.address_family = if self.is_v6() {
            AddressFamily::Inet6
        } else {
            AddressFamily::Inet
        };
        if let Some(to) = self.to {
            message.header.destination_prefix_length = bits(to);
            message
                .attributes
                .push(RouteAttribute::Destination(to.into()));
        }
        if let Some(gateway) = self.gateway {
            message
                .attributes
                .push(RouteAttribute::Gateway(gateway.into()));
        }
        if let Some(source) = self.source {
            message
                .attributes
                .push(RouteAttribute::PrefSource(source.into()));
        }
        message
    }
}

fn read_route(message: &RouteMessage) -> Option<Route> {
    let mut route = Route {
        to: None,
        link: 0,
        gateway: None,
        source: None,
        table: u32::from(message.header.table),
        protocol: u8::from(message.header.protocol),
    };
    for attribute in &message.attributes {
        match attribute {
            RouteAttribute::Destination(address) => route.to = ip(address),
            RouteAttribute::Gateway(address) => route.gateway = ip(address),
            RouteAttribute::PrefSource(address) => route.source = ip(address),
            RouteAttribute::Oif(index) => route.link = *index,
            RouteAttribute::Table(table) => route.table = *table,
            _ => {}
        }
    }
    (route.link != 0).then_some(route)
}

fn ip(address: &RouteAddress) -> Option<IpAddr> {
    match address {
        RouteAddress::Inet(v4) => Some((*v4).into()),
        RouteAddress::Inet6(v6) => Some((*v6).into()),
        _ => None,
    }
}

fn rule_table(rule: &RuleMessage) -> u32 {
    let table = rule
        .attributes
        .iter()
        .find_map(|attribute| match attribute {
            RuleAttribute::Table(table) => Some(*table),
            _ => None,
        });
    table.unwrap_or(u32::from(rule.header.table))
}

fn bits(address: IpAddr) -> u8 {
    if address.is_ipv4() { 32 } else { 128 }
}

/// Those the kernel gives by itself.
fn is_of_the_interface(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_loopback(),
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unicast_link_local(),
    }
}

fn families() -> Vec<AddressFamily> {
    let v6 = super::sysctl::has_v6().then_some(AddressFamily::Inet6);
    [AddressFamily::Inet].into_iter().chain(v6).collect()
}

fn versions() -> Vec<IpVersion> {
    let v6 = super::sysctl::has_v6().then_some(IpVersion::V6);
    [IpVersion::V4].into_iter().chain(v6).collect()
}

fn io_error(error: Error) -> io::Error {
    match error {
        Error::NetlinkError(message) => message.to_io(),
        other => io::Error::other(other.to_string()),
    }
}

/// Of `errno.h`, as numbers, to compare with what an [`io::Error`] holds.
mod libc_codes {
    use nix::errno::Errno;

    pub(super) const EADDRNOTAVAIL: i32 = Errno::EADDRNOTAVAIL as i32;
    pub(super) const EEXIST: i32 = Errno::EEXIST as i32;
    pub(super) const ENODEV: i32 = Errno::ENODEV as i32;
    pub(super) const ENOENT: i32 = Errno::ENOENT as i32;
    pub(super) const ESRCH: i32 = Errno::ESRCH as i32;
}
