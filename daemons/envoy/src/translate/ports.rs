//! The gateway's listeners by the port they share, and what is served on each.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use epic_api::agent::GatewayIntent;
use epic_api::binding::ANY_HOST;
use epic_api::gateway::{Listener, Protocol, TlsMode};

use super::downstream::{Clients, Tls};
use super::l4::Carries;
use super::listener::{self, Chain, Common};
use super::resources::{Resource, ResourceType, Resources};
use super::secret;
use crate::names;

/// Something that leads to one cluster without looking at requests: a port of TCP or UDP, or a host
/// of TLS.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Slot {
    Tcp(u16),
    Udp(u16),
    Tls { port: u16, host: String },
}

impl Slot {
    /// The cluster's name; it depends on nothing that a route can change.
    pub(super) fn cluster(&self) -> Arc<str> {
        match self {
            Slot::Tcp(port) => names::port_cluster("tcp", *port),
            Slot::Udp(port) => names::port_cluster("udp", *port),
            Slot::Tls { port, host } => names::host_cluster(*port, host),
        }
        .into()
    }

    /// What it carries.
    pub(super) fn carries(&self) -> Carries {
        match self {
            Slot::Udp(_) => Carries::Datagrams,
            Slot::Tcp(_) | Slot::Tls { .. } => Carries::Connections,
        }
    }

    fn port(&self) -> u16 {
        match self {
            Slot::Tcp(port) | Slot::Udp(port) | Slot::Tls { port, .. } => *port,
        }
    }
}

/// The listeners, and the slots that routes lead somewhere.
#[derive(Debug, Default)]
pub(super) struct Ports {
    /// Connection managers by port.
    managers: BTreeMap<u16, Vec<Chain>>,
    /// Names of TCP listeners.
    tcp: BTreeMap<u16, String>,
    /// Names of UDP listeners.
    udp: BTreeMap<u16, String>,
    /// TLS listeners by port and name; `None` where TLS is passed through.
    tls: BTreeMap<(u16, String), Option<Tls>>,
    /// What is listened for, and for TLS by which listener.
    served: BTreeMap<Slot, String>,
}

impl Ports {
    /// Learns of a port's connection managers.
    pub(super) fn add_managers(&mut self, port: u16, chains: Vec<Chain>) {
        self.managers.entry(port).or_default().extend(chains);
    }

    /// Learns of a listener that is not for HTTP. One that lacks a certificate is not served.
    pub(super) fn add(&mut self, listener: &Listener, intent: &GatewayIntent) {
        let name = listener.name.clone();
        match listener.protocol {
            Protocol::Tcp => drop(self.tcp.insert(listener.port, name)),
            Protocol::Udp => drop(self.udp.insert(listener.port, name)),
            Protocol::Tls => {
                let passed = listener
                    .tls
                    .as_ref()
                    .is_some_and(|tls| tls.mode == TlsMode::Passthrough);
                let ended = if passed { None } else { tls(listener, intent) };
                if passed || ended.is_some() {
                    self.tls.insert((listener.port, name), ended);
                }
            }
            Protocol::Http | Protocol::Https => {}
        }
    }

    /// The slot of a listener for a host, if it is served.
    pub(super) fn slot(&self, listener: &Listener, host: &str) -> Option<Slot> {
        let port = listener.port;
        match listener.protocol {
            Protocol::Tcp => self.tcp.contains_key(&port).then_some(Slot::Tcp(port)),
            Protocol::Udp => self.udp.contains_key(&port).then_some(Slot::Udp(port)),
            Protocol::Tls => {
                let known = self.tls.contains_key(&(port, listener.name.clone()));
                known.then(|| Slot::Tls {
                    port,
                    host: host.to_owned(),
                })
            }
            Protocol::Http | Protocol::Https => None,
        }
    }

    /// Begins or ceases to listen for a slot; `listener` is the EPIC listener's name.
    pub(super) fn serve(&mut self, slot: &Slot, listener: Option<String>) {
        match listener {
            Some(listener) => drop(self.served.insert(slot.clone(), listener)),
            None => drop(self.served.remove(slot)),
        }
    }

    /// Renders the Envoy listeners of every port.
    pub(super) fn render_all(&self, common: &Common<'_>, resources: &mut Resources) {
        let tls = self.tls.keys().map(|(port, _)| port);
        let all = self.managers.keys().chain(self.tcp.keys()).chain(tls);
        let ports: BTreeSet<u16> = all.chain(self.udp.keys()).copied().collect();
        for port in ports {
            self.render(port, common, resources);
        }
    }

    /// Renders the Envoy listeners of the slots' ports.
    pub(super) fn render_of<'a>(
        &self,
        slots: impl Iterator<Item = &'a Slot>,
        common: &Common<'_>,
        resources: &mut Resources,
    ) {
        let ports: BTreeSet<u16> = slots.map(Slot::port).collect();
        for port in ports {
            self.render(port, common, resources);
        }
    }

    fn render(&self, port: u16, common: &Common<'_>, resources: &mut Resources) {
        let chains = self.chains(port);
        let stream = listener::stream(port, &chains, common);
        put(resources, &names::port_listener(port), stream);
        let datagrams = match self.udp.get(&port) {
            Some(listener) if self.served.contains_key(&Slot::Udp(port)) => {
                let cluster = Slot::Udp(port).cluster();
                listener::datagrams(port, listener, &cluster, common)
            }
            Some(_) => None,
            None if common.template.spec.http3 => listener::quic(port, &chains, common),
            None => None,
        };
        put(resources, &names::datagram_listener(port), datagrams);
    }

    fn chains(&self, port: u16) -> Vec<Chain> {
        let mut chains = self.managers.get(&port).cloned().unwrap_or_default();
        if let Some(listener) = self.tcp.get(&port)
            && self.served.contains_key(&Slot::Tcp(port))
        {
            chains.push(Chain::Bytes {
                listener: listener.clone(),
                cluster: Slot::Tcp(port).cluster(),
                host: None,
                tls: None,
            });
        }
        for (slot, listener) in &self.served {
            let Slot::Tls { port: of, host } = slot else {
                continue;
            };
            let Some(ended) = self.tls.get(&(*of, listener.clone())) else {
                continue;
            };
            if *of == port {
                chains.push(Chain::Bytes {
                    listener: listener.clone(),
                    cluster: slot.cluster(),
                    host: Some(host.clone()),
                    tls: ended.clone(),
                });
            }
        }
        chains
    }
}

fn put(resources: &mut Resources, name: &str, rendered: Option<Resource>) {
    match rendered {
        Some(resource) => resources.insert(ResourceType::Listener, resource),
        None => resources.remove(ResourceType::Listener, name),
    }
}

/// How TLS ends at a listener; `None` if it lacks a certificate, or what its clients are to be
/// verified by: nobody gets in unverified.
pub(super) fn tls(listener: &Listener, intent: &GatewayIntent) -> Option<Tls> {
    let wanted = listener.tls.as_ref()?;
    let secrets: Vec<String> = wanted
        .certificate_refs
        .iter()
        .filter_map(|reference| intent.certificates.get(&reference.name))
        .filter(|certificate| certificate.spec.private_key.is_some())
        .map(|certificate| secret::name(certificate))
        .collect();
    if secrets.is_empty() {
        return None;
    }
    let clients = match &wanted.client_validation {
        Some(validation) => {
            secret::bundle(&validation.ca_certificate_refs, &intent.certificates)?;
            Some(Clients {
                secret: secret::clients_name(&listener.name),
                mode: validation.mode,
            })
        }
        None => None,
    };
    let hostname = listener.hostname.clone();
    Some(Tls {
        hostname: hostname.filter(|host| !host.is_empty() && host != ANY_HOST),
        secrets,
        clients,
    })
}

/// The secrets of every listener that is served. One that no listener names would never be asked
/// for.
pub(super) fn secrets(intent: &GatewayIntent) -> Vec<Resource> {
    let mut all = Vec::new();
    let mut named = BTreeSet::new();
    for listener in &intent.gateway.spec.listeners {
        let Some(ended) = tls(listener, intent) else {
            continue;
        };
        named.extend(ended.secrets);
        let validation = listener
            .tls
            .as_ref()
            .and_then(|tls| tls.client_validation.as_ref());
        if let (Some(clients), Some(validation)) = (ended.clients, validation)
            && let Some(bundle) =
                secret::bundle(&validation.ca_certificate_refs, &intent.certificates)
        {
            let mode = Some(validation.mode);
            all.push(secret::authorities(&clients.secret, &bundle, mode));
        }
    }
    let pairs = intent.certificates.values();
    let pairs = pairs.filter(|certificate| named.contains(&secret::name(certificate)));
    all.extend(pairs.map(|certificate| secret::of(certificate)));
    all
}
