//! The hops, one after the other.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};

use jiff::Timestamp;

use super::{Hop, NearMiss, Request, Scheme, Stage, State, Trace, filters, fit};
use crate::backend::Backend;
use crate::binding::{self, ANY_HOST};
use crate::gateway::{Gateway, InstanceState, Listener, Protocol, TlsMode};
use crate::inventory::{Inventory, find};
use crate::ippool::AddressRange;
use crate::precedence::{self, Candidate};
use crate::route::Route;
use crate::topology::Health;
use crate::validate::certificate_facts;

/// How many near misses are told.
const NEAREST: usize = 5;
/// A certificate that ends this soon is worth a word.
const SOON_DAYS: i64 = 14;

/// What becomes of the request, as far as the objects tell. `now` decides about certificates.
pub fn trace(request: &Request, inventory: &Inventory, now: Timestamp) -> Trace {
    let mut walk = Walk {
        request,
        inventory,
        now,
        hops: Vec::new(),
        near_misses: Vec::new(),
        gateway: None,
        address: None,
    };
    let end = walk.go().unwrap_or_else(|Ended| String::new());
    let worst = walk.hops.iter().map(|hop| hop.state).max();
    let state = worst.unwrap_or(State::Fail);
    let failed = walk.hops.iter().find(|hop| hop.state == State::Fail);
    let verdict = match failed {
        Some(hop) => hop.reason.clone(),
        None => end,
    };
    Trace {
        request: request.to_string(),
        state,
        verdict,
        gateway: walk.gateway.map(|gateway| {
            let account = gateway.metadata.account.as_deref().unwrap_or_default();
            format!("{account}/{}", gateway.metadata.name)
        }),
        hops: walk.hops,
        near_misses: walk.near_misses,
        address: walk.address,
    }
}

/// The last hop has said why.
struct Ended;

struct Walk<'a> {
    request: &'a Request,
    inventory: &'a Inventory,
    now: Timestamp,
    hops: Vec<Hop>,
    near_misses: Vec<NearMiss>,
    gateway: Option<&'a Gateway>,
    address: Option<IpAddr>,
}

/// What a backend is sent.
struct Share<'a> {
    name: &'a str,
    weight: u32,
}

impl<'a> Walk<'a> {
    fn ok(&mut self, stage: Stage, what: impl Into<String>) {
        self.hop(stage, State::Ok, what, "", "");
    }

    fn hop(
        &mut self,
        stage: Stage,
        state: State,
        what: impl Into<String>,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.hops.push(Hop {
            stage,
            state,
            what: what.into(),
            reason: reason.into(),
            help: help.into(),
        });
    }

    fn fail<T>(
        &mut self,
        stage: Stage,
        what: impl Into<String>,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) -> Result<T, Ended> {
        self.hop(stage, State::Fail, what, reason, help);
        Err(Ended)
    }

    fn go(&mut self) -> Result<String, Ended> {
        let gateway = self.gateway()?;
        self.gateway = Some(gateway);
        let listener = self.listener(gateway)?;
        self.certificate(gateway, listener)?;
        self.instances(gateway)?;
        match listener.protocol {
            Protocol::Http | Protocol::Https => self.http(gateway, listener),
            Protocol::Tls | Protocol::Tcp | Protocol::Udp => self.l4(gateway, listener),
        }
    }

    fn gateways(&self) -> impl Iterator<Item = &'a Gateway> + use<'a> {
        let account = self.request.account.clone();
        let all = self.inventory.gateways.iter();
        all.filter(move |((of, _), _)| account.as_ref().is_none_or(|account| account == of))
            .map(|(_, gateway)| gateway)
    }

    /// Name and address.
    fn gateway(&mut self) -> Result<&'a Gateway, Ended> {
        let literal: Option<IpAddr> = self.request.host.parse().ok();
        let known: Option<Vec<IpAddr>> = literal
            .map(|one| vec![one])
            .or_else(|| self.request.resolved.clone());
        let host = self.request.host.clone();
        match (&literal, &known) {
            (Some(_), _) => self.ok(Stage::Name, format!("{host} is an address")),
            (None, Some(found)) if found.is_empty() => self.hop(
                Stage::Name,
                State::Warn,
                host.as_str(),
                "the name resolves to nothing: clients do not get here",
                format!("make a DNS record for {host}; epicctl gateway list shows addresses"),
            ),
            (None, Some(found)) => {
                let found: Vec<String> = found.iter().map(ToString::to_string).collect();
                self.ok(Stage::Name, format!("{host} is {}", found.join(", ")));
            }
            (None, None) => self.ok(Stage::Name, format!("{host}, not resolved")),
        }
        let wanted = known.unwrap_or_default();
        for address in &wanted {
            if let Some((gateway, pool)) = self.owner(*address) {
                self.address = Some(*address);
                let name = title(gateway);
                self.ok(
                    Stage::Address,
                    format!("{address} of pool {pool} is gateway {name}'s"),
                );
                return Ok(gateway);
            }
        }
        if let Some(address) = literal {
            let pool = self.pool_of(address);
            let reason = match &pool {
                Some(pool) => format!("{address} is in pool {pool}, but no gateway has it"),
                None => format!("{address} is no gateway's and in no pool"),
            };
            return self.fail(
                Stage::Address,
                address.to_string(),
                reason,
                "epicctl gateway list",
            );
        }
        let Some(gateway) = self.by_hostname() else {
            let reason = format!(
                "no gateway listens on port {} for {host}",
                self.request.port
            );
            return self.fail(
                Stage::Address,
                host,
                reason,
                "epicctl listener list GATEWAY",
            );
        };
        let name = title(gateway);
        let addresses: Vec<IpAddr> = addresses(gateway);
        self.address = addresses.first().copied();
        if !wanted.is_empty() {
            let names: Vec<String> = wanted.iter().map(ToString::to_string).collect();
            let own: Vec<String> = addresses.iter().map(ToString::to_string).collect();
            self.hop(
                Stage::Address,
                State::Fail,
                names.join(", "),
                format!(
                    "the name leads to {}, which is no gateway's",
                    names.join(", ")
                ),
                format!("let {host} resolve to gateway {name}: {}", own.join(", ")),
            );
            return Ok(gateway);
        }
        match addresses.first() {
            Some(address) => self.ok(Stage::Address, format!("gateway {name} at {address}")),
            None if gateway.status.is_none() => {
                self.ok(Stage::Address, format!("gateway {name}, not placed yet"));
            }
            None => self.hop(
                Stage::Address,
                State::Fail,
                format!("gateway {name}"),
                format!("gateway {name} has no address"),
                format!("epicctl gateway describe {name}"),
            ),
        }
        Ok(gateway)
    }

    fn owner(&self, address: IpAddr) -> Option<(&'a Gateway, String)> {
        self.gateways().find_map(|gateway| {
            let status = gateway.status.as_ref()?;
            let own = status.addresses.iter().find(|own| own.value == address)?;
            Some((gateway, own.pool.clone()))
        })
    }

    fn pool_of(&self, address: IpAddr) -> Option<String> {
        let contains = |text: &String| {
            text.parse::<AddressRange>()
                .is_ok_and(|range| range.contains(address))
        };
        let mut pools = self.inventory.pools.values();
        let pool = pools.find(|pool| pool.spec.addresses.iter().any(contains))?;
        Some(pool.metadata.name.clone())
    }

    /// The gateway whose listeners and routes fit the host best.
    fn by_hostname(&self) -> Option<&'a Gateway> {
        let host = self.request.wanted_host();
        let score = |gateway: &&'a Gateway| {
            let mut best = None;
            for listener in &gateway.spec.listeners {
                if listener.port != self.request.port || !takes(listener, self.request.scheme) {
                    continue;
                }
                best = best.max(specificity(listener_host(listener), &host));
                for route in self.routes_of(gateway) {
                    if !binding::bound_listeners(route, gateway).contains(&listener) {
                        continue;
                    }
                    for name in binding::effective_hostnames(listener, &route.spec) {
                        best = best
                            .max(specificity(&name, &host).map(|(class, len)| (class + 1, len)));
                    }
                }
            }
            best
        };
        let mut best: Option<((u8, usize), &Gateway)> = None;
        for gateway in self.gateways() {
            if let Some(score) = score(&gateway)
                && best.is_none_or(|(least, _)| score > least)
            {
                best = Some((score, gateway));
            }
        }
        best.map(|(_, gateway)| gateway)
    }

    fn routes_of(&self, gateway: &Gateway) -> impl Iterator<Item = &'a Route> + use<'a> {
        let account = gateway.metadata.account.clone().unwrap_or_default();
        let name = gateway.metadata.name.clone();
        let all = self.inventory.routes.iter();
        all.filter(move |((of, _), route)| {
            *of == account
                && route
                    .spec
                    .parent_refs
                    .iter()
                    .any(|parent| parent.name == name)
        })
        .map(|(_, route)| route)
    }

    fn listener(&mut self, gateway: &'a Gateway) -> Result<&'a Listener, Ended> {
        let (port, scheme) = (self.request.port, self.request.scheme);
        let name = title(gateway);
        let help = format!("epicctl listener list {}", gateway.metadata.name);
        let all = &gateway.spec.listeners;
        let on_port: Vec<&Listener> = all.iter().filter(|one| one.port == port).collect();
        if on_port.is_empty() {
            let has: BTreeSet<String> = all
                .iter()
                .map(|one| format!("{} ({})", one.port, one.protocol))
                .collect();
            let has: Vec<String> = has.into_iter().collect();
            let reason = format!(
                "gateway {name} does not listen on port {port}; it does on {}",
                has.join(", ")
            );
            return self.fail(Stage::Listener, format!("port {port}"), reason, help);
        }
        let speaking: Vec<&Listener> = on_port
            .iter()
            .copied()
            .filter(|one| takes(one, scheme))
            .collect();
        if speaking.is_empty() {
            let speaks: BTreeSet<&str> = on_port.iter().map(|one| one.protocol.name()).collect();
            let speaks: Vec<&str> = speaks.into_iter().collect();
            let reason = format!(
                "port {port} of gateway {name} speaks {}, not {}",
                speaks.join(" and "),
                scheme.name()
            );
            return self.fail(Stage::Listener, format!("port {port}"), reason, help);
        }
        let host = self.request.wanted_host();
        // TLS picks the listener by SNI, which is the URL's host, not a Host header's.
        let sni = if scheme.is_tls() {
            &self.request.host
        } else {
            &host
        };
        let fitting = speaking
            .iter()
            .copied()
            .filter_map(|one| Some((specificity(listener_host(one), sni)?, one)));
        let best =
            fitting.max_by(|(a, one), (b, other)| a.cmp(b).then_with(|| other.name.cmp(&one.name)));
        let Some((_, listener)) = best else {
            let hosts: Vec<&str> = speaking.iter().map(|one| listener_host(one)).collect();
            let end = if scheme.is_tls() {
                "the handshake fails"
            } else {
                "the answer is 404"
            };
            let reason = format!(
                "no listener on port {port} is for {sni} (they are for {}): {end}",
                hosts.join(", ")
            );
            return self.fail(Stage::Listener, format!("port {port}"), reason, help);
        };
        let what = format!(
            "{} on port {port} ({}, {})",
            listener.name,
            listener.protocol,
            match listener_host(listener) {
                ANY_HOST => "every host",
                host => host,
            }
        );
        self.ok(Stage::Listener, what);
        Ok(listener)
    }

    fn certificate(&mut self, gateway: &'a Gateway, listener: &'a Listener) -> Result<(), Ended> {
        let Some(tls) = &listener.tls else {
            return Ok(());
        };
        if tls.mode == TlsMode::Passthrough {
            self.ok(Stage::Certificate, "the backend's: TLS is passed through");
            return Ok(());
        }
        let account = gateway.metadata.account.as_deref().unwrap_or_default();
        let mut shown = None;
        let mut missing = Vec::new();
        for one in &tls.certificate_refs {
            let Some(certificate) = find(&self.inventory.certificates, account, &one.name) else {
                missing.push(one.name.clone());
                continue;
            };
            let (names, after) = match (&certificate.status, certificate_facts(&certificate.spec)) {
                (Some(status), _) if status.not_after.is_some() => {
                    (status.dns_names.clone(), status.not_after)
                }
                (_, Ok(facts)) => (facts.dns_names, Some(facts.not_after)),
                (_, Err(_)) => (Vec::new(), None),
            };
            let covers = names.iter().any(|name| certifies(name, &self.request.host));
            if shown
                .as_ref()
                .is_none_or(|(_, _, _, known)| covers && !known)
            {
                shown = Some((one.name.as_str(), names, after, covers));
            }
        }
        let Some((name, names, after, covers)) = shown else {
            let reason = match missing.first() {
                Some(name) => {
                    format!("there is no Certificate {name}: nothing is served on the listener")
                }
                None => "the listener names no certificate: nothing is served on it".to_owned(),
            };
            let help = format!(
                "epicctl certificate create {} --cert FILE --key FILE",
                missing.first().map_or("NAME", String::as_str)
            );
            return self.fail(Stage::Certificate, listener.name.as_str(), reason, help);
        };
        let until = after
            .map(|after| format!(", until {}", after.strftime("%Y-%m-%d")))
            .unwrap_or_default();
        let what = format!("{name} for {}{until}", names.join(", "));
        let left = after.map(|after| after.duration_since(self.now).as_secs());
        let renew = format!("epicctl certificate set {name} --cert FILE --key FILE");
        match left {
            Some(left) if left <= 0 => {
                let reason = format!("Certificate {name} has expired: clients break off");
                self.hop(Stage::Certificate, State::Fail, what, reason, renew);
            }
            _ if !covers => {
                let reason = format!(
                    "Certificate {name} is not for {}: clients break off",
                    self.request.host
                );
                self.hop(Stage::Certificate, State::Fail, what, reason, renew);
            }
            Some(left) if left < SOON_DAYS * 86_400 => {
                let reason = format!("ends in {} days", left / 86_400);
                self.hop(Stage::Certificate, State::Warn, what, reason, renew);
            }
            _ => self.ok(Stage::Certificate, what),
        }
        Ok(())
    }

    fn instances(&mut self, gateway: &'a Gateway) -> Result<(), Ended> {
        let Some(status) = &gateway.status else {
            return Ok(());
        };
        let name = &gateway.metadata.name;
        if status.instances.is_empty() {
            let reason = format!("gateway {name} is placed on no node");
            return self.fail(Stage::Envoy, name.as_str(), reason, "epicctl node list");
        }
        let mut serving = false;
        for one in &status.instances {
            let known = one.acknowledged_revision;
            let what = format!(
                "{}: {:?}, revision {known} of {}",
                one.node, one.state, status.revision
            );
            let help = format!("epicctl envoy status {name}");
            let up = matches!(
                one.state,
                InstanceState::Serving | InstanceState::Draining | InstanceState::Unknown
            );
            serving |= up;
            if let Some(rejected) = one
                .rejected
                .as_ref()
                .filter(|it| it.revision > known || !it.objects.is_empty())
            {
                let objects: Vec<String> = rejected
                    .objects
                    .iter()
                    .map(|it| it.object.to_string())
                    .collect();
                let of = if objects.is_empty() {
                    String::new()
                } else {
                    format!(" of {}", objects.join(", "))
                };
                let reason = format!(
                    "Envoy refused revision {}{of}: {}",
                    rejected.revision, rejected.message
                );
                self.hop(Stage::Envoy, State::Warn, what, reason, help);
            } else if !up {
                let reason = if one.message.is_empty() {
                    "it does not serve"
                } else {
                    &one.message
                };
                self.hop(Stage::Envoy, State::Warn, what, reason, help);
            } else if one.state == InstanceState::Unknown {
                let help = format!("epicctl node describe {}", one.node);
                self.hop(
                    Stage::Envoy,
                    State::Warn,
                    what,
                    "its agent is not heard of",
                    help,
                );
            } else if known < status.revision {
                self.hop(
                    Stage::Envoy,
                    State::Warn,
                    what,
                    "the newest change is not there yet",
                    help,
                );
            } else {
                self.ok(Stage::Envoy, what);
            }
        }
        if !serving {
            let reason = format!("no Envoy of gateway {name} serves");
            return self.fail(
                Stage::Envoy,
                name.as_str(),
                reason,
                format!("epicctl envoy log {name}"),
            );
        }
        Ok(())
    }

    fn http(&mut self, gateway: &'a Gateway, listener: &'a Listener) -> Result<String, Ended> {
        let host = self.request.wanted_host();
        // Listeners without TLS share their port's hosts.
        let siblings: Vec<&Listener> = gateway
            .spec
            .listeners
            .iter()
            .filter(|one| match listener.protocol {
                Protocol::Http => one.protocol == Protocol::Http && one.port == listener.port,
                _ => one.name == listener.name,
            })
            .collect();
        let mut hosts: Vec<(String, Option<&'a Route>)> = siblings
            .iter()
            .map(|one| (listener_host(one).to_ascii_lowercase(), None))
            .collect();
        for route in self.routes_of(gateway) {
            let bound = binding::bound_listeners(route, gateway);
            for one in siblings.iter().filter(|one| bound.contains(*one)) {
                for name in binding::effective_hostnames(one, &route.spec) {
                    hosts.push((name, Some(route)));
                }
            }
        }
        let best = hosts
            .iter()
            .filter_map(|(name, _)| Some((specificity(name, &host)?, name)))
            .max();
        let served = best.map(|(_, name)| name.clone());
        let here: Vec<&Route> = hosts
            .iter()
            .filter(|(name, _)| Some(name) == served.as_ref())
            .filter_map(|(_, route)| *route)
            .collect();
        let mut seen = BTreeSet::new();
        let here = here
            .into_iter()
            .filter(|route| seen.insert(route.metadata.name.clone()));
        let candidates = precedence::candidates(here);
        let mut misses = Vec::new();
        for candidate in &candidates {
            let failed = fit::failed(&candidate.matching, self.request);
            if failed.is_empty() {
                return self.rule(gateway, candidate);
            }
            misses.push(NearMiss {
                route: candidate.route.metadata.name.clone(),
                rule: rule_name(candidate),
                failed,
            });
        }
        for (name, route) in &hosts {
            let Some(route) = route.filter(|_| Some(name) != served.as_ref()) else {
                continue;
            };
            for candidate in precedence::candidates(std::iter::once(route)) {
                let mut failed = vec![format!("host is {host}, not {name}")];
                failed.extend(fit::failed(&candidate.matching, self.request));
                misses.push(NearMiss {
                    route: route.metadata.name.clone(),
                    rule: rule_name(&candidate),
                    failed,
                });
            }
        }
        // Those that precede stay first among equals.
        misses.sort_by_key(|miss| miss.failed.len());
        misses.truncate(NEAREST);
        self.near_misses = misses;
        let reason = format!("no rule fits {}: the answer is 404", self.request);
        let help = format!(
            "epicctl route list; epicctl gateway graph {}",
            gateway.metadata.name
        );
        self.fail(Stage::Route, host, reason, help)
    }

    fn rule(&mut self, gateway: &'a Gateway, candidate: &Candidate<'a>) -> Result<String, Ended> {
        let route = &candidate.route.metadata.name;
        let rule = &candidate.rule;
        let what = format!("route {route}, rule {}", rule_name(candidate));
        self.tainted(gateway, candidate.route, what);
        let target = &candidate.matching.target;
        let redirect = rule
            .filters
            .iter()
            .find_map(|one| one.request_redirect.as_ref());
        let words = filters::words(rule.filters, target, self.request);
        if let Some(filter) = redirect {
            let (status, location) = filters::redirect(filter, target, self.request);
            let same = location == self.request.url();
            let what = format!("answers {status} and leads to {location}");
            if same {
                let reason = format!("the redirect leads to itself: {location}");
                let help = format!("epicctl route edit {route}");
                return self.fail(Stage::Filters, what, reason, help);
            }
            self.ok(Stage::Filters, what.clone());
            return Ok(what);
        }
        if !words.is_empty() {
            self.ok(Stage::Filters, words.join("; "));
        }
        let shares: Vec<Share<'_>> = rule
            .backend_refs
            .iter()
            .map(|one| Share {
                name: &one.name,
                weight: one.weight,
            })
            .collect();
        self.backends(gateway, route, &shares)
    }

    fn tainted(&mut self, gateway: &Gateway, route: &Route, what: String) {
        let key = route.key();
        let instances = gateway.status.iter().flat_map(|status| &status.instances);
        let refused = instances
            .filter_map(|one| one.rejected.as_ref())
            .flat_map(|rejected| &rejected.objects)
            .find(|tainted| tainted.object == key);
        match refused {
            Some(tainted) => {
                let reason = format!(
                    "Envoy refuses it as it is and serves it as it was before: {}",
                    tainted.message
                );
                let help = format!("epicctl route edit {}", route.metadata.name);
                self.hop(Stage::Route, State::Warn, what, reason, help);
            }
            None => self.ok(Stage::Route, what),
        }
    }

    fn l4(&mut self, gateway: &'a Gateway, listener: &'a Listener) -> Result<String, Ended> {
        let host = &self.request.host;
        let mut fitting: Vec<((u8, usize), &Route)> = Vec::new();
        for route in self.routes_of(gateway) {
            if !binding::bound_listeners(route, gateway).contains(&listener) {
                continue;
            }
            let names = binding::effective_hostnames(listener, &route.spec);
            if let Some(best) = names
                .iter()
                .filter_map(|name| specificity(name, host))
                .max()
            {
                fitting.push((best, route));
            } else {
                self.near_misses.push(NearMiss {
                    route: route.metadata.name.clone(),
                    rule: "1".to_owned(),
                    failed: vec![format!("host is {host}, not {}", names.join(", "))],
                });
            }
        }
        let chosen = fitting.into_iter().min_by_key(|(best, route)| {
            let created = route.metadata.creation_timestamp.unwrap_or(Timestamp::MAX);
            (
                std::cmp::Reverse(*best),
                created,
                route.metadata.name.clone(),
            )
        });
        let Some((_, route)) = chosen else {
            self.near_misses.truncate(NEAREST);
            let reason = format!(
                "no route is bound to listener {} for {host}: connections are closed",
                listener.name
            );
            return self.fail(
                Stage::Route,
                listener.name.as_str(),
                reason,
                "epicctl route list",
            );
        };
        self.near_misses.clear();
        let name = route.metadata.name.clone();
        self.tainted(gateway, route, format!("route {name}"));
        let rules = route
            .spec
            .l4()
            .map(|l4| l4.rules.as_slice())
            .unwrap_or_default();
        let shares: Vec<Share<'_>> = rules
            .iter()
            .take(1)
            .flat_map(|rule| &rule.backend_refs)
            .map(|one| Share {
                name: &one.name,
                weight: one.weight,
            })
            .collect();
        self.backends(gateway, &name, &shares)
    }

    fn backends(
        &mut self,
        gateway: &Gateway,
        route: &str,
        shares: &[Share<'_>],
    ) -> Result<String, Ended> {
        let total: u64 = shares.iter().map(|one| u64::from(one.weight)).sum();
        let edit = format!("epicctl route edit {route}");
        if total == 0 {
            let reason = if shares.is_empty() {
                "the rule has no backend: the answer is 500"
            } else {
                "every backend has weight 0: the answer is 500"
            };
            return self.fail(Stage::Backend, route, reason, edit);
        }
        let account = gateway.metadata.account.clone().unwrap_or_default();
        let mut works = Vec::new();
        let mut why = String::new();
        for share in shares.iter().filter(|one| one.weight > 0) {
            let name = share.name;
            let percent = u64::from(share.weight) * 100 / total;
            let what = format!("backend {name}, {percent} %");
            let Some(backend) = find(&self.inventory.backends, &account, name) else {
                let reason = format!("there is no Backend {name}: the answer is 500");
                let help = format!("epicctl backend create {name} --endpoint ADDRESS:PORT");
                self.hop(Stage::Backend, State::Warn, what, reason.as_str(), help);
                why = reason;
                continue;
            };
            self.ok(Stage::Backend, what);
            match self.endpoints(gateway, name, backend) {
                Ok(()) => works.push(name.to_owned()),
                Err(reason) => why = reason,
            }
        }
        if works.is_empty() {
            if let Some(last) = self.hops.last_mut() {
                last.state = State::Fail;
                last.reason = why;
            }
            return Err(Ended);
        }
        Ok(format!("goes to backend {}", works.join(" or ")))
    }

    fn endpoints(
        &mut self,
        gateway: &Gateway,
        name: &str,
        backend: &Backend,
    ) -> Result<(), String> {
        let account = gateway.metadata.account.as_deref().unwrap_or_default();
        let graph = find(&self.inventory.topologies, account, &gateway.metadata.name);
        let help = format!("epicctl backend describe {name}");
        let all = &backend.spec.endpoints;
        let mut down = Vec::new();
        let mut works = 0;
        for one in all {
            let socket = SocketAddr::new(one.address, one.port);
            let id = format!("endpoint/{name}/{socket}");
            let seen = graph.and_then(|graph| graph.nodes.iter().find(|node| node.id == id));
            match seen {
                _ if !one.ready => down.push(format!("{socket} is not ready")),
                Some(node) if node.health == Health::Down => {
                    down.push(format!("{socket}: {}", node.reason));
                }
                _ => works += 1,
            }
        }
        let what = format!("{works} of {} endpoints of {name}", all.len());
        if works == 0 {
            let reason = match down.is_empty() {
                true => format!("backend {name} has no endpoints: the answer is 503"),
                false => format!("no endpoint of backend {name} works: {}", down.join(", ")),
            };
            self.hop(Stage::Endpoints, State::Warn, what, reason.as_str(), help);
            return Err(reason);
        }
        if down.is_empty() {
            self.ok(Stage::Endpoints, what);
        } else {
            self.hop(Stage::Endpoints, State::Warn, what, down.join(", "), help);
        }
        Ok(())
    }
}

fn title(gateway: &Gateway) -> String {
    let account = gateway.metadata.account.as_deref().unwrap_or_default();
    format!("{account}/{}", gateway.metadata.name)
}

fn addresses(gateway: &Gateway) -> Vec<IpAddr> {
    let status = gateway.status.iter();
    status
        .flat_map(|status| &status.addresses)
        .map(|address| address.value)
        .collect()
}

fn rule_name(candidate: &Candidate<'_>) -> String {
    let rule = &candidate.rule;
    rule.name
        .map_or_else(|| (rule.index + 1).to_string(), str::to_owned)
}

fn listener_host(listener: &Listener) -> &str {
    listener.hostname.as_deref().unwrap_or(ANY_HOST)
}

fn takes(listener: &Listener, scheme: Scheme) -> bool {
    match listener.protocol {
        Protocol::Http => matches!(scheme, Scheme::Http | Scheme::Grpc),
        Protocol::Https => matches!(scheme, Scheme::Https | Scheme::Grpcs),
        Protocol::Tls => scheme.is_tls(),
        Protocol::Tcp => scheme != Scheme::Udp,
        Protocol::Udp => scheme == Scheme::Udp,
    }
}

/// How closely a pattern is made for the host, more is closer; `None` if it is not for it.
fn specificity(pattern: &str, host: &str) -> Option<(u8, usize)> {
    let pattern = pattern.to_ascii_lowercase();
    if pattern == ANY_HOST {
        Some((0, 0))
    } else if pattern == host {
        Some((4, pattern.len()))
    } else if pattern.starts_with('*') && binding::covers(&pattern, host) {
        Some((2, pattern.len()))
    } else {
        None
    }
}

/// Whether a certificate's name is for the host: a wildcard stands for one label (RFC 6125).
pub(crate) fn certifies(name: &str, host: &str) -> bool {
    match name.strip_prefix("*.") {
        Some(rest) => host
            .split_once('.')
            .is_some_and(|(_, parent)| parent == rest),
        None => name == host,
    }
}
