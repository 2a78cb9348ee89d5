//! What depends on what in one gateway.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use epic_api::agent::GatewayIntent;
use epic_api::binding::{self, ANY_HOST};
use epic_api::gateway::{Listener, Protocol};
use epic_api::{Kind, ObjectKey, Route};
use jiff::Timestamp;

use super::frontend::Frontend;
use super::listener::{Chain, Common};
use super::ports::{self, Ports, Slot};
use super::resources::{ResourceType, Resources};
use super::rule::RuleExt as _;
use super::virtual_host::Nobody;
use super::{RenderOptions, access_log, cluster, l4, upstream};
use crate::names::ClusterVariant;

/// A host of a connection manager that a route serves.
type Place = (Arc<str>, String);

/// A gateway as it was rendered last.
#[derive(Debug, Default)]
pub(super) struct State {
    frontends: BTreeMap<Arc<str>, Frontend>,
    ports: Ports,
    addresses: Vec<IpAddr>,
    /// Where each route is bound.
    routes: BTreeMap<String, Bound>,
    /// The routes that send traffic to a backend, by how they speak to it.
    users: BTreeMap<(String, ClusterVariant), BTreeSet<String>>,
    /// The clusters that were rendered.
    clusters: BTreeMap<(String, ClusterVariant), Arc<str>>,
    /// The routes that are bound to a slot.
    slots: BTreeMap<Slot, BTreeSet<String>>,
    /// The routes of connections and datagrams that lead to a backend.
    l4_users: BTreeMap<String, BTreeSet<String>>,
    /// The secrets that connections to a backend need.
    secrets: BTreeMap<String, Vec<Arc<str>>>,
}

/// What a route was when it was last looked at.
#[derive(Debug, Default)]
struct Bound {
    places: BTreeSet<Place>,
    backends: BTreeSet<(String, ClusterVariant)>,
    slots: BTreeSet<Slot>,
    l4_backends: BTreeSet<String>,
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
            state.add_listeners(intent);
            for secret in ports::secrets(intent) {
                resources.insert(ResourceType::Secret, secret);
            }
        }
        let routes = intent.routes.keys().cloned().collect();
        let backends = intent.backends.keys().cloned().collect();
        state.render(intent, &routes, &backends, options, resources);
        let common = common(&state.addresses, intent, options);
        state.ports.render_all(&common, resources);
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
        let mut slots = BTreeSet::new();
        for route in routes {
            self.rebind(route, intent, &mut backends, &mut slots);
        }
        for backend in &backends {
            for variant in ClusterVariant::ALL {
                self.render_cluster(backend, variant, intent, options, resources);
            }
            for route in self.l4_users.get(backend).into_iter().flatten() {
                slots.extend(self.routes.get(route).iter().flat_map(|b| b.slots.clone()));
            }
            self.render_secrets(backend, intent, resources);
        }
        for frontend in self.frontends.values_mut() {
            frontend.render(intent, resources);
        }
        for slot in &slots {
            self.render_slot(slot, intent, options, resources);
        }
        let common = common(&self.addresses, intent, options);
        self.ports.render_of(slots.iter(), &common, resources);
    }

    /// Connection managers, and the ports of everything.
    fn add_listeners(&mut self, intent: &GatewayIntent) {
        let mut ports: BTreeMap<(bool, u16), Vec<&Listener>> = BTreeMap::new();
        for listener in &intent.gateway.spec.listeners {
            let udp = listener.protocol == Protocol::Udp;
            let on_port = ports.entry((udp, listener.port)).or_default();
            // A port speaks what its first listener does.
            if on_port
                .first()
                .is_none_or(|first| alike(first.protocol, listener.protocol))
            {
                on_port.push(listener);
            }
        }
        for ((_, port), mut listeners) in ports {
            listeners.sort_by(|one, other| one.name.cmp(&other.name));
            for listener in &listeners {
                self.ports.add(listener, intent);
            }
            let of = |protocol| -> Vec<&Listener> {
                let same = listeners.iter().filter(|one| one.protocol == protocol);
                same.copied().collect()
            };
            let (plain, secure) = (of(Protocol::Http), of(Protocol::Https));
            if !plain.is_empty() {
                let chains = self.add_http(port, &plain);
                self.ports.add_managers(port, chains);
            }
            if !secure.is_empty() {
                let chains = self.add_https(port, &secure, &of(Protocol::Tls), intent);
                self.ports.add_managers(port, chains);
            }
        }
    }

    /// Listeners without TLS share a connection manager; a more specific hostname takes its hosts
    /// from the others, also when no route serves them.
    fn add_http(&mut self, port: u16, listeners: &[&Listener]) -> Vec<Chain> {
        let id: Arc<str> = http_frontend(port).into();
        let mut frontend = Frontend::new(&id, "http", port);
        for listener in listeners {
            frontend.add_listener_host(&hostname(listener), Nobody::NotFound);
        }
        self.frontends.insert(id.clone(), frontend);
        vec![Chain::Http {
            frontend: id,
            listener: listeners[0].name.clone(),
            tls: None,
        }]
    }

    /// Each listener with TLS has a connection manager of its own, chosen by the name the client
    /// asks for. Without a certificate it can't be served. `passed_by`: the TLS listeners of the
    /// port, whose hosts are no HTTPS listener's.
    fn add_https(
        &mut self,
        port: u16,
        listeners: &[&Listener],
        passed_by: &[&Listener],
        intent: &GatewayIntent,
    ) -> Vec<Chain> {
        let served: Vec<_> = listeners
            .iter()
            .filter_map(|listener| Some((*listener, ports::tls(listener, intent)?)))
            .collect();
        let mut chains = Vec::new();
        for (listener, tls) in &served {
            let id: Arc<str> = https_frontend(listener).into();
            let mut frontend = Frontend::new(&id, "https", port);
            for other in passed_by {
                frontend.add_listener_host(&hostname(other), Nobody::Misdirected);
            }
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
            self.frontends.insert(id.clone(), frontend);
            chains.push(Chain::Http {
                frontend: id,
                listener: listener.name.clone(),
                tls: Some(tls.clone()),
            });
        }
        chains
    }

    /// Looks at a route anew. `backends` gets those it begins or ceases to use, `slots` those it is or
    /// was bound to.
    fn rebind(
        &mut self,
        name: &str,
        intent: &GatewayIntent,
        backends: &mut BTreeSet<String>,
        slots: &mut BTreeSet<Slot>,
    ) {
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
            leave(&mut self.users, key, name);
        }
        for key in new.backends.difference(&old.backends) {
            backends.insert(key.0.clone());
            self.users
                .entry(key.clone())
                .or_default()
                .insert(name.to_owned());
        }
        for slot in old.slots.difference(&new.slots) {
            leave(&mut self.slots, slot, name);
        }
        for slot in new.slots.difference(&old.slots) {
            let bound = self.slots.entry(slot.clone()).or_default();
            bound.insert(name.to_owned());
        }
        for backend in old.l4_backends.difference(&new.l4_backends) {
            backends.insert(backend.clone());
            leave(&mut self.l4_users, backend, name);
        }
        for backend in new.l4_backends.difference(&old.l4_backends) {
            backends.insert(backend.clone());
            let users = self.l4_users.entry(backend.clone()).or_default();
            users.insert(name.to_owned());
        }
        slots.extend(old.slots);
        slots.extend(new.slots.iter().cloned());
        if !new.places.is_empty() || !new.slots.is_empty() {
            self.routes.insert(name.to_owned(), new);
        }
    }

    fn bind(&self, route: &Route, intent: &GatewayIntent) -> Bound {
        let mut bound = Bound::default();
        for listener in binding::bound_listeners(route, &intent.gateway) {
            let all = &intent.gateway.spec.listeners;
            let hosts = binding::effective_hostnames(listener, &route.spec);
            let hosts = hosts.into_iter().filter(|host| is_own(host, listener, all));
            let frontend = match listener.protocol {
                Protocol::Tls | Protocol::Tcp | Protocol::Udp => {
                    let slots = hosts.filter_map(|host| self.ports.slot(listener, &host));
                    bound.slots.extend(slots);
                    continue;
                }
                Protocol::Http => http_frontend(listener.port),
                Protocol::Https => https_frontend(listener),
            };
            if let Some((id, _)) = self.frontends.get_key_value(frontend.as_str()) {
                bound.places.extend(hosts.map(|host| (id.clone(), host)));
            }
        }
        if !bound.places.is_empty() {
            for rule in epic_api::precedence::rules(route) {
                bound.backends.extend(rule.destinations());
            }
        }
        if !bound.slots.is_empty() {
            let references = l4::rule(route)
                .into_iter()
                .flat_map(|rule| &rule.backend_refs);
            let taking = references.filter(|reference| reference.weight > 0);
            bound.l4_backends = taking.map(|reference| reference.name.clone()).collect();
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
            let rendered = cluster::render(backend, variant, intent, options);
            resources.insert(ResourceType::Cluster, rendered);
            let endpoints = cluster::render_endpoints(backend, variant, intent);
            resources.insert(ResourceType::Endpoints, endpoints);
        }
    }

    /// The secrets that connections to a backend need, as long as any route leads there.
    fn render_secrets(&mut self, name: &str, intent: &GatewayIntent, resources: &mut Resources) {
        let used = self.l4_users.contains_key(name)
            || ClusterVariant::ALL
                .iter()
                .any(|variant| self.users.contains_key(&(name.to_owned(), *variant)));
        let backend = intent.backends.get(name).filter(|_| used);
        let client = cluster::client_certificate(intent);
        let wanted: Vec<_> = backend
            .map(|backend| upstream::secrets(backend, client, &intent.certificates))
            .unwrap_or_default();
        let names: Vec<Arc<str>> = wanted.iter().map(|secret| secret.name.clone()).collect();
        for gone in self.secrets.remove(name).unwrap_or_default() {
            if !names.contains(&gone) {
                resources.remove(ResourceType::Secret, &gone);
            }
        }
        for secret in wanted {
            resources.insert(ResourceType::Secret, secret);
        }
        if !names.is_empty() {
            self.secrets.insert(name.to_owned(), names);
        }
    }

    /// What a slot leads to: where its oldest route says.
    fn render_slot(
        &mut self,
        slot: &Slot,
        intent: &GatewayIntent,
        options: &RenderOptions,
        resources: &mut Resources,
    ) {
        let name = slot.cluster();
        let bound = self.slots.get(slot).into_iter().flatten();
        let oldest = bound
            .filter_map(|name| intent.routes.get(name))
            .min_by_key(|route| {
                let created = route.metadata.creation_timestamp;
                (created.unwrap_or(Timestamp::MAX), &route.metadata.name)
            });
        let Some((route, rule)) = oldest.and_then(|route| Some((route, l4::rule(route)?))) else {
            self.ports.serve(slot, None);
            resources.remove(ResourceType::Cluster, &name);
            resources.remove(ResourceType::Endpoints, &name);
            return;
        };
        let listener = binding::bound_listeners(route, &intent.gateway)
            .into_iter()
            .find(|listener| {
                binding::effective_hostnames(listener, &route.spec)
                    .iter()
                    .any(|host| {
                        is_own(host, listener, &intent.gateway.spec.listeners)
                            && self.ports.slot(listener, host).as_ref() == Some(slot)
                    })
            });
        self.ports
            .serve(slot, listener.map(|listener| listener.name.clone()));
        let carries = slot.carries();
        let cluster = l4::cluster(&name, rule, carries, intent, options);
        resources.insert(ResourceType::Cluster, cluster);
        let endpoints = l4::endpoints(&name, rule, carries, intent);
        resources.insert(ResourceType::Endpoints, endpoints);
    }
}

fn common<'a>(
    addresses: &'a [IpAddr],
    intent: &'a GatewayIntent,
    options: &RenderOptions,
) -> Common<'a> {
    Common {
        addresses,
        template: &intent.template,
        access_log: access_log::render(&intent.template, options),
    }
}

/// A route leaves; what nobody is bound to any more goes.
fn leave<K: Ord>(bound: &mut BTreeMap<K, BTreeSet<String>>, key: &K, route: &str) {
    if let Some(routes) = bound.get_mut(key) {
        routes.remove(route);
        if routes.is_empty() {
            bound.remove(key);
        }
    }
}

/// Whether listeners of both protocols can share a port: TLS is told apart by SNI, whatever is in
/// it.
fn alike(one: Protocol, other: Protocol) -> bool {
    let secure = |protocol| matches!(protocol, Protocol::Https | Protocol::Tls);
    one == other || secure(one) && secure(other)
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
            && alike(other.protocol, listener.protocol)
            && specificity(other) > own
            && binding::intersect(other.hostname.as_deref(), Some(host)).as_deref() == Some(host)
    })
}
