//! The network of each gateway instance.
//!
//! ```text
//!   node                                     │ namespace of one gateway
//!   PUBLIC/32  dev epic-… proto 76 (ready) ──┼─► lo: PUBLIC, TRANSIT
//!   TRANSIT/32 dev epic-…                    │   from PUBLIC: default via 169.254.1.1
//!   epic-… ══════════════ veth ══════════════╪══ uplink
//!                                            │   ENDPOINT/32 via 169.254.1.1 src TRANSIT
//!                                            │   anything else: unreachable
//! ```
//!
//! Envoy answers clients from the public address and opens connections to endpoints, and only to
//! those, from its transit address. Everything is brought about by difference to what is there,
//! so that any state, half-made ones too, leads to the wanted one.

use std::collections::BTreeSet;
use std::fs::File;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::PathBuf;
use std::sync::Arc;

use ipnet::{Ipv4Net, Ipv6Net};

mod error;
mod host;
mod inside;
mod names;
mod namespace;
mod netlink;
mod sysctl;

pub use error::NetworkError;
use names::Names;
use namespace::Node;

/// The protocol number of routes to public addresses of instances that are ready
/// (`ip route show proto 76`); routing daemons export these.
pub const ROUTE_PROTOCOL: u8 = 76;
/// Transit addresses, where nothing else is said: shared address space (RFC 6598).
pub const DEFAULT_TRANSIT: Ipv4Net = Ipv4Net::new_assert(Ipv4Addr::new(100, 64, 0, 0), 16);

/// How gateways are kept apart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Isolation {
    /// A network namespace for each.
    Netns,
    /// Not at all: Envoys bind their addresses on the node itself, which must have them.
    None,
}

/// What an instance's Envoy gets.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct InstanceNetwork {
    /// The namespace to start it in; `None`: the agent's.
    pub netns: Option<PathBuf>,
    /// The source address of its IPv4 connections to endpoints; `None`: the system chooses.
    pub transit_v4: Option<Ipv4Addr>,
    /// The same for IPv6.
    pub transit_v6: Option<Ipv6Addr>,
}

/// Makes and removes instances' networks in the namespace it was created in, the node's.
#[derive(Debug)]
pub struct Network {
    /// `None`: without isolation, nothing is made.
    node: Option<Arc<Node>>,
    transit_v4: Ipv4Net,
    transit_v6: Option<Ipv6Net>,
}

impl Network {
    /// The node is the network namespace of the calling thread. Each instance takes one address of
    /// each transit range, by its slot; without a range IPv4's is [`DEFAULT_TRANSIT`] and there is no
    /// IPv6 to endpoints.
    ///
    /// # Errors
    /// The own namespace can't be opened.
    #[expect(
        clippy::unused_async,
        reason = "what a later kind of isolation needs may take waiting"
    )]
    pub async fn new(
        isolation: Isolation,
        transit_v4: Option<Ipv4Net>,
        transit_v6: Option<Ipv6Net>,
    ) -> Result<Network, NetworkError> {
        let node = match isolation {
            Isolation::Netns => Some(Arc::new(Node::current()?)),
            Isolation::None => None,
        };
        Ok(Network {
            node,
            transit_v4: transit_v4.unwrap_or(DEFAULT_TRANSIT),
            transit_v6,
        })
    }

    /// Brings an instance's network to this: its public addresses, and the ways to the endpoints it
    /// may reach. May be called at any time with anything changed; what stays the same is not
    /// touched. `slot` is unlike that of all other instances of the node.
    ///
    /// # Errors
    /// Something can't be made; what was made stays, and the next call goes on from there.
    pub async fn ensure(
        &self,
        uid: &str,
        slot: u32,
        addresses: &[IpAddr],
        upstreams: &BTreeSet<IpAddr>,
    ) -> Result<InstanceNetwork, NetworkError> {
        let Some(node) = &self.node else {
            return Ok(InstanceNetwork::default());
        };
        let names = node.names(uid)?;
        let transit_v4 = names::transit_v4(self.transit_v4, slot)?;
        let transit_v6 = self
            .transit_v6
            .map(|range| names::transit_v6(range, slot))
            .transpose()?;
        let wanted = Wanted {
            public: addresses.iter().copied().collect(),
            transit: [IpAddr::V4(transit_v4)]
                .into_iter()
                .chain(transit_v6.map(IpAddr::V6))
                .collect(),
            upstreams: upstreams.clone(),
        };
        let netns = names.path();
        node.on_thread(move || bring_about(&names, &wanted)).await?;
        Ok(InstanceNetwork {
            netns: Some(netns),
            transit_v4: Some(transit_v4),
            transit_v6,
        })
    }

    /// Routes these addresses, and no others, to the instance. To be called when it is ready.
    ///
    /// # Errors
    /// The instance has no network, or a route can't be made.
    pub async fn announce(&self, uid: &str, addresses: &[IpAddr]) -> Result<(), NetworkError> {
        let Some(node) = &self.node else {
            return Ok(());
        };
        let names = node.names(uid)?;
        let addresses: BTreeSet<IpAddr> = addresses.iter().copied().collect();
        node.on_thread(move || host::announce(&names, &addresses))
            .await
    }

    /// Routes none of these addresses to the instance any more.
    ///
    /// # Errors
    /// A route can't be removed.
    pub async fn withdraw(&self, uid: &str, addresses: &[IpAddr]) -> Result<(), NetworkError> {
        let Some(node) = &self.node else {
            return Ok(());
        };
        let names = node.names(uid)?;
        let addresses: BTreeSet<IpAddr> = addresses.iter().copied().collect();
        node.on_thread(move || host::withdraw(&names, &addresses))
            .await
    }

    /// Removes an instance's network, whatever there is of it.
    ///
    /// # Errors
    /// Something can't be removed.
    pub async fn remove(&self, uid: &str) -> Result<(), NetworkError> {
        let Some(node) = &self.node else {
            return Ok(());
        };
        let names = node.names(uid)?;
        node.on_thread(move || {
            // The interface explicitly: the namespace lives on while a process is in it.
            host::remove(&names)?;
            namespace::remove(&names)
        })
        .await
    }

    /// The uids of all instances that have a namespace for this node, sorted.
    ///
    /// # Errors
    /// The namespaces can't be listed.
    #[expect(clippy::unused_async, reason = "like all the others")]
    pub async fn list(&self) -> Result<Vec<String>, NetworkError> {
        match &self.node {
            Some(node) => node.instances(),
            None => Ok(Vec::new()),
        }
    }
}

/// What a network shall be.
struct Wanted {
    public: BTreeSet<IpAddr>,
    transit: BTreeSet<IpAddr>,
    upstreams: BTreeSet<IpAddr>,
}

impl Wanted {
    fn has_v6(&self) -> bool {
        let all = self.public.iter().chain(&self.transit);
        all.into_iter().any(IpAddr::is_ipv6)
    }
}

/// On a thread in the node's namespace.
fn bring_about(names: &Names, wanted: &Wanted) -> Result<(), NetworkError> {
    let namespace: File = namespace::open_or_make(names)?;
    let inner_index = namespace::inside(&namespace, inside::uplink_index)?;
    if !host::is_paired(names, inner_index)? {
        namespace::inside(&namespace, inside::remove_uplink)?;
        host::make_pair(names, &namespace)?;
    }
    host::bring_about(names, wanted)?;
    namespace::inside(&namespace, || inside::bring_about(names, wanted))
}
