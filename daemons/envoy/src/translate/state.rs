//! What depends on what in one gateway.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use epic_api::agent::GatewayIntent;
use epic_api::binding::{self, ANY_HOST};
use epic_api::gateway::{Listener, Protocol};
use epic_api::route::L4Rule;
use epic_api::{Kind, ObjectKey, Route};
use jiff::Timestamp;

use super::frontend::Frontend;
use super::listener::{self, HttpChain, Tls};
use super::resources::{ResourceType, Resources};
use super::virtual_host::Nobody;
use super::{RenderOptions, cluster, rule};
use crate::names::{self, ClusterVariant};

/// A host of a connection manager that a route serves.
type Place = (Arc<str>, String);

/// A gateway as it was rendered last.
#[derive(Debug, Default)]
pub(super) struct State {
    frontends: BTreeMap<Arc<str>, Frontend>,
    /// TCP listeners by port.
    tcp_ports: BTreeMap<u16, String>,
    addresses: Vec<IpAddr>,
    /// Where each route is bound.
    routes: BTreeMap<String, Bound>,
    /// The routes that send traffic to a backend, by how they speak to it.
    users: BTreeMap<(String, ClusterVariant), BTreeSet<String>>,
    /// The clusters that were rendered.
    clusters: BTreeMap<(String, ClusterVariant), Arc<str>>,
}

/// What a route was when it was last looked at.
#[derive(Debug, Default)]
struct Bound {
    places: BTreeSet<Place>,
    tcp_ports: BTreeSet<u16>,
    backends: BTreeSet<(String, ClusterVariant)>,
}

impl State {
    /// Everything, from scratch.
    pub(super) fn build(
        intent: &GatewayIntent,
        options: &RenderOptions,
        resources: &mut Resources,
    ) -> Self {
        let mut state = State {
            addresses: addresses(intent),
            ..State::default()
        };
        if !state.addresses.is_empty() {
            state.add_listeners(intent, resources);
        }
        let routes = intent.routes.keys().cloned().collect();
        let backends = intent.backends.keys().cloned().collect();
        state.render(intent, &routes, &backends, options, resources);
        state
    }

    /// What changes when these routes and backends do.
    pub(super) fn apply(
        &mut self,
        intent: &GatewayIntent,
        changed: &BTreeSet<ObjectKey>,
        options: &RenderOptions,
        resources: &mut Resources,
    ) {
        let of_kind = |kind| {
            let keys = changed.iter().filter(move |key| key.kind == kind);
            keys.map(|key| key.name.clone()).collect()
        };
        let routes = of_kind(Kind::Route);
        let backends = of_kind(Kind::Backend);
        self.render(intent, &routes, &backends, options, resources);
    }

    fn render(
        &mut self,
        intent: &GatewayIntent,
        routes: &BTreeSet<String>,
        backends: &BTreeSet<String>,
        options: &RenderOptions,
        resources: &mut Resources,
    ) {
        let mut backends = backends.clone();
        for route in routes {
            self.rebind(route, intent, &mut backends);
        }
        for backend in &backends {
            for variant in ClusterVariant::ALL {
                self.render_cluster(backend, variant, intent, options, resources);
            }
        }
        for frontend in self.frontends.values_mut() {
            frontend.render(intent, resources);
        }
        self.render_tcp(intent, resources);
    }

    /// Connection managers, with the Envoy listeners that contain them.
    fn add_listeners(&mut self, intent: &GatewayIntent, resources: &mut Resources) {
        let mut ports: BTreeMap<u16, Vec<&Listener>> = BTreeMap::new();
        let mut secrets = BTreeSet::new();
        for listener in &intent.gateway.spec.listeners {
            let on_port = ports.entry(listener.port).or_default();
            // A port speaks one protocol: that of its first listener.
            if on_port
                .first()
                .is_none_or(|first| first.protocol == listener.protocol)
            {
                on_port.push(listener);
            }
        }
        for (port, mut listeners) in ports {
            listeners.sort_by(|one, other| one.name.cmp(&other.name));
            let chains = match listeners[0].protocol {
                Protocol::Tcp => {
                    self.tcp_ports.insert(port, listeners[0].name.clone());
                    continue;
                }
                Protocol::Http => self.add_http(port, &listeners),
                Protocol::Https => self.add_https(port, &listeners, intent),
                Protocol::Tls | Protocol::Udp => continue,
            };
            secrets.extend(chains.iter().flat_map(|(_, _, tls)| tls).flatten().cloned());
            let chains: Vec<HttpChain<'_>> = chains
                .iter()
                .map(|(id, listener, tls)| HttpChain {
                    frontend: id,
                    listener: &listener.name,
                    tls: tls.as_ref().map(|secrets| Tls {
                        hostname: listener
                            .hostname
                            .as_deref()
                            .filter(|host| *host != ANY_HOST),
                        secrets: secrets.clone(),
                    }),
                })
                .collect();
            let rendered = listener::http(port, &self.addresses, &chains, &intent.template);
            if let Some(resource) = rendered {
                resources.insert(ResourceType::Listener, resource);
            }
        }
        // A secret that no listener names would never be asked for.
        for certificate in intent.certificates.values() {
            if secrets.contains(&listener::secret_name(certificate)) {
                resources.insert(ResourceType::Secret, listener::secret(certificate));
            }
        }
    }

    /// Listeners without TLS share a connection manager; a more specific hostname takes its hosts
    /// from the others, also when no route serves them.
    fn add_http<'a>(
        &mut self,
        port: u16,
        listeners: &[&'a Listener],
    ) -> Vec<(String, &'a Listener, Option<Vec<String>>)> {
        let id = http_frontend(port);
        let mut frontend = Frontend::new(&id, "http", port);
        for listener in listeners {
            frontend.add_listener_host(&hostname(listener), Nobody::NotFound);
        }
        self.frontends.insert(id.as_str().into(), frontend);
        vec![(id, listeners[0], None)]
    }

    /// Each listener with TLS has a connection manager of its own, chosen by the name the client
    /// asks for. Without a certificate it can't be served.
    fn add_https<'a>(
        &mut self,
        port: u16,
        listeners: &[&'a Listener],
        intent: &GatewayIntent,
    ) -> Vec<(String, &'a Listener, Option<Vec<String>>)> {
        let served: Vec<(&Listener, Vec<String>)> = listeners
            .iter()
            .map(|listener| (*listener, secrets(listener, intent)))
            .filter(|(_, secrets)| !secrets.is_empty())
            .collect();
        let mut chains = Vec::new();
        for (listener, secrets) in &served {
            let id = https_frontend(listener);
            let mut frontend = Frontend::new(&id, "https", port);
            for other in listeners {
                let elsewhere = other.name != listener.name
                    && served.iter().any(|(served, _)| served.name == other.name);
                // A connection of its own would bring the client no further where the other
                // listener isn't served.
                let nobody = if elsewhere {
                    Nobody::Misdirected
                } else {
                    Nobody::NotFound
                };
                frontend.add_listener_host(&hostname(other), nobody);
            }
            self.frontends.insert(id.as_str().into(), frontend);
            chains.push((id, *listener, Some(secrets.clone())));
        }
        chains
    }

    /// Looks at a route anew. `backends` gets those it begins or ceases to use.
    fn rebind(&mut self, name: &str, intent: &GatewayIntent, backends: &mut BTreeSet<String>) {
        let new = match intent.routes.get(name) {
            Some(route) => self.bind(route, intent),
            None => Bound::default(),
        };
        let old = self.routes.remove(name).unwrap_or_default();
        for (frontend, host) in old.places.difference(&new.places) {
            if let Some(frontend) = self.frontends.get_mut(frontend) {
                frontend.unbind(host, name);
            }
        }
        for (frontend, host) in &new.places {
            if let Some(frontend) = self.frontends.get_mut(frontend) {
                frontend.bind(host, name);
            }
        }
        for key in old.backends.difference(&new.backends) {
            backends.insert(key.0.clone());
            if let Some(users) = self.users.get_mut(key) {
                users.remove(name);
                if users.is_empty() {
                    self.users.remove(key);
                }
            }
        }
        for key in new.backends.difference(&old.backends) {
            backends.insert(key.0.clone());
            self.users
                .entry(key.clone())
                .or_default()
                .insert(name.to_owned());
        }
        if !new.places.is_empty() || !new.tcp_ports.is_empty() {
            self.routes.insert(name.to_owned(), new);
        }
    }

    fn bind(&self, route: &Route, intent: &GatewayIntent) -> Bound {
        let mut bound = Bound::default();
        for listener in binding::bound_listeners(route, &intent.gateway) {
            let id = match listener.protocol {
                Protocol::Tcp => {
                    if self.tcp_ports.contains_key(&listener.port) {
                        bound.tcp_ports.insert(listener.port);
                    }
                    continue;
                }
                Protocol::Http => http_frontend(listener.port),
                Protocol::Https => https_frontend(listener),
                Protocol::Tls | Protocol::Udp => continue,
            };
            let Some((id, _)) = self.frontends.get_key_value(id.as_str()) else {
                continue;
            };
            for host in binding::effective_hostnames(listener, &route.spec) {
                if is_own(&host, listener, &intent.gateway.spec.listeners) {
                    bound.places.insert((id.clone(), host));
                }
            }
        }
        if !bound.places.is_empty() {
            for rule in rule::of_route(route) {
                bound.backends.extend(rule.destinations());
            }
        }
        if !bound.tcp_ports.is_empty() {
            let references = tcp_rule(route)
                .into_iter()
                .flat_map(|rule| &rule.backend_refs);
            bound.backends.extend(
                references
                    .filter(|reference| reference.weight > 0)
                    .map(|reference| (reference.name.clone(), ClusterVariant::Tcp)),
            );
        }
        bound
    }

    fn render_cluster(
        &mut self,
        name: &str,
        variant: ClusterVariant,
        intent: &GatewayIntent,
        options: &RenderOptions,
        resources: &mut Resources,
    ) {
        let key = (name.to_owned(), variant);
        let users = self.users.get(&key);
        let backend = intent.backends.get(name).filter(|_| users.is_some());
        let now = backend.map(|backend| cluster::name(backend, variant));
        let before = self.clusters.get(&key).cloned();
        if before != now {
            // The routes name another cluster, or none.
            for route in users.into_iter().flatten() {
                for (frontend, host) in self.routes.get(route).iter().flat_map(|b| &b.places) {
                    if let Some(frontend) = self.frontends.get_mut(frontend) {
                        frontend.touch(host);
                    }
                }
            }
            if let Some(before) = before {
                resources.remove(ResourceType::Cluster, &before);
                resources.remove(ResourceType::Endpoints, &before);
                self.clusters.remove(&key);
            }
        }
        if let (Some(backend), Some(now)) = (backend, now) {
            self.clusters.insert(key, now);
            let rendered = cluster::render(backend, variant, &intent.template, options);
            resources.insert(ResourceType::Cluster, rendered);
            let endpoints = cluster::render_endpoints(backend, variant);
            resources.insert(ResourceType::Endpoints, endpoints);
        }
    }

    /// TCP listeners are few and small: all of them, each time. A port without a route is not
    /// listened on, so that clients are refused and not left hanging.
    fn render_tcp(&self, intent: &GatewayIntent, resources: &mut Resources) {
        for (port, name) in &self.tcp_ports {
            let oldest = self
                .routes
                .iter()
                .filter(|(_, bound)| bound.tcp_ports.contains(port))
                .filter_map(|(name, _)| intent.routes.get(name))
                .min_by_key(|route| {
                    let created = route.metadata.creation_timestamp;
                    (created.unwrap_or(Timestamp::MAX), &route.metadata.name)
                });
            let rendered = oldest.and_then(|route| {
                let clusters = tcp_clusters(route, intent);
                let stat_prefix = names::listener_stat_prefix(name);
                listener::tcp(
                    *port,
                    &self.addresses,
                    stat_prefix,
                    &clusters,
                    &intent.template,
                )
            });
            match rendered {
                Some(resource) => resources.insert(ResourceType::Listener, resource),
                None => resources.remove(ResourceType::Listener, &names::port_listener(*port)),
            }
        }
    }
}

fn http_frontend(port: u16) -> String {
    format!("port/{port}")
}

fn https_frontend(listener: &Listener) -> String {
    format!("port/{}/{}", listener.port, listener.name)
}

fn addresses(intent: &GatewayIntent) -> Vec<IpAddr> {
    let status = intent.gateway.status.iter();
    let mut addresses: Vec<IpAddr> = status
        .flat_map(|status| &status.addresses)
        .map(|address| address.value)
        .collect();
    addresses.sort_unstable();
    addresses.dedup();
    addresses
}

fn hostname(listener: &Listener) -> String {
    match &listener.hostname {
        Some(host) if !host.is_empty() => host.to_ascii_lowercase(),
        _ => ANY_HOST.to_owned(),
    }
}

/// Whether no other listener of the port takes the host from this one: the most specific hostname
/// wins (Gateway API, `Listener.hostname` and listener isolation).
fn is_own(host: &str, listener: &Listener, all: &[Listener]) -> bool {
    let specificity = |listener: &Listener| match hostname(listener) {
        any if any == ANY_HOST => 0,
        wildcard if wildcard.starts_with('*') => wildcard.len(),
        _ => usize::MAX,
    };
    let own = specificity(listener);
    !all.iter().any(|other| {
        other.port == listener.port
            && other.protocol == listener.protocol
            && specificity(other) > own
            && binding::intersect(other.hostname.as_deref(), Some(host)).as_deref() == Some(host)
    })
}

fn secrets(listener: &Listener, intent: &GatewayIntent) -> Vec<String> {
    let references = listener.tls.iter().flat_map(|tls| &tls.certificate_refs);
    references
        .filter_map(|reference| intent.certificates.get(&reference.name))
        .map(|certificate| listener::secret_name(certificate))
        .collect()
}

fn tcp_rule(route: &Route) -> Option<&L4Rule> {
    route.spec.tcp.as_ref()?.rules.first()
}

/// The clusters by weight. A share that no backend takes is led to a cluster that is not there:
/// Envoy closes those connections.
fn tcp_clusters(route: &Route, intent: &GatewayIntent) -> Vec<(Arc<str>, u32)> {
    let references = tcp_rule(route)
        .into_iter()
        .flat_map(|rule| &rule.backend_refs);
    let mut clusters: Vec<(Arc<str>, u32)> = references
        .filter(|reference| reference.weight > 0)
        .map(|reference| {
            let name = match intent.backends.get(&reference.name) {
                Some(backend) => cluster::name(backend, ClusterVariant::Tcp),
                None => cluster::NO_CLUSTER.into(),
            };
            (name, reference.weight)
        })
        .collect();
    if clusters.is_empty() {
        clusters.push((cluster::NO_CLUSTER.into(), 1));
    }
    clusters
}
