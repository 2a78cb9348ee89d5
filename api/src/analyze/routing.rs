//! Routes, listeners and hostnames.

use std::collections::BTreeSet;

use super::{Code, Findings};
use crate::binding::{self, ANY_HOST, bound_listeners};
use crate::gateway::{Gateway, Listener, Protocol};
use crate::inventory::{Inventory, find};
use crate::precedence::{self, Candidate};
use crate::route::{HttpFilter, Route};

pub(super) fn look(inventory: &Inventory, found: &mut Findings) {
    for ((account, _), route) in &inventory.routes {
        look_at_route(inventory, account, route, found);
    }
    for ((account, name), gateway) in &inventory.gateways {
        let routes: Vec<&Route> = Inventory::of_account(&inventory.routes, account)
            .map(|(_, route)| route)
            .filter(|route| {
                route
                    .spec
                    .parent_refs
                    .iter()
                    .any(|parent| parent.name == *name)
            })
            .collect();
        look_at_gateway(inventory, gateway, &routes, found);
    }
}

fn look_at_route(inventory: &Inventory, account: &str, route: &Route, found: &mut Findings) {
    for parent in &route.spec.parent_refs {
        match find(&inventory.gateways, account, &parent.name) {
            None => {
                let message = format!("there is no Gateway {}", parent.name);
                found.add(Code::RouteWithoutGateway, route.key(), message);
            }
            Some(gateway) => {
                if let Err(unbound) = binding::bind(parent, &route.spec, &gateway.spec) {
                    let message = format!("not bound to gateway {}: {unbound}", parent.name);
                    found.add(Code::RouteUnbound, route.key(), message);
                }
            }
        }
    }
    let missing: BTreeSet<&str> = route
        .spec
        .backend_names()
        .filter(|name| find(&inventory.backends, account, name).is_none())
        .collect();
    for name in missing {
        let message = format!("there is no Backend {name}");
        found.add(Code::BackendMissing, route.key(), message);
    }
    for rule in precedence::rules(route) {
        let name = rule
            .name
            .map_or_else(|| (rule.index + 1).to_string(), str::to_owned);
        let weights: Vec<u32> = rule.backend_refs.iter().map(|one| one.weight).collect();
        if !weights.is_empty() && weights.iter().all(|weight| *weight == 0) {
            let message = format!("rule {name}: every weight is 0");
            found.add(Code::WeightsAllZero, route.key(), message);
        }
        let limits = rule
            .timeouts
            .map(|timeouts| (timeouts.request, timeouts.backend_request));
        if let Some((Some(request), Some(one_try))) = limits
            && request.as_millis() > 0
            && one_try.as_millis() > request.as_millis()
        {
            let message =
                format!("rule {name}: backendRequest {one_try} is more than request {request}");
            found.add(Code::TimeoutsContradict, route.key(), message);
        }
    }
    let l4 = route.spec.l4().into_iter().flat_map(|l4| &l4.rules);
    for (index, rule) in l4.enumerate() {
        if !rule.backend_refs.is_empty() && rule.backend_refs.iter().all(|one| one.weight == 0) {
            let message = format!("rule {}: every weight is 0", index + 1);
            found.add(Code::WeightsAllZero, route.key(), message);
        }
    }
}

fn look_at_gateway(
    inventory: &Inventory,
    gateway: &Gateway,
    routes: &[&Route],
    found: &mut Findings,
) {
    let listeners = &gateway.spec.listeners;
    let bound = |listener: &Listener| -> Vec<&Route> {
        let here = routes.iter().copied();
        here.filter(|route| bound_listeners(route, gateway).contains(&listener))
            .collect()
    };
    if listeners.iter().all(|listener| bound(listener).is_empty()) {
        found.add(
            Code::GatewayWithoutRoutes,
            gateway.key(),
            "no route is bound to it",
        );
    }
    let https = listeners.iter().any(|one| one.protocol == Protocol::Https);
    for listener in listeners {
        let here = bound(listener);
        if here.is_empty() {
            let message = format!("listener {} has no route", listener.name);
            found.add(Code::ListenerWithoutRoutes, gateway.key(), message);
        }
        if matches!(listener.protocol, Protocol::Http | Protocol::Https) {
            shadows(listener, &here, found);
            loops(listener, &here, found);
        }
        let plain = here
            .iter()
            .any(|route| route.spec.destination_names().next().is_some());
        if https && listener.protocol == Protocol::Http && plain {
            let message = format!("listener {} serves backends without TLS", listener.name);
            found.add(Code::PlainHttp, gateway.key(), message);
        }
        for other in listeners.iter().filter(|other| {
            other.name != listener.name
                && other.port == listener.port
                && (other.protocol == Protocol::Udp) == (listener.protocol == Protocol::Udp)
        }) {
            let (wide, narrow) = (host(listener), host(other));
            if wide != narrow && (wide == ANY_HOST || binding::covers(wide, narrow)) {
                let message = format!(
                    "listener {} ({narrow}) takes hosts of listener {} ({wide})",
                    other.name, listener.name
                );
                found.add(Code::HostnamesOverlap, gateway.key(), message);
            }
        }
    }
    let http3 = inventory.templates.get(&gateway.spec.template);
    if http3.is_some_and(|template| template.spec.http3) {
        let https = listeners
            .iter()
            .filter(|one| one.protocol == Protocol::Https);
        let ports: BTreeSet<u16> = https.map(|one| one.port).collect();
        for udp in listeners.iter().filter(|one| one.protocol == Protocol::Udp) {
            if ports.contains(&udp.port) {
                let message = format!("listener {} has UDP port {}", udp.name, udp.port);
                found.add(Code::Http3PortTaken, gateway.key(), message);
            }
        }
    }
}

fn host(listener: &Listener) -> &str {
    listener.hostname.as_deref().unwrap_or(ANY_HOST)
}

/// Two rules of the same match on the same host: only the first is ever taken.
fn shadows(listener: &Listener, routes: &[&Route], found: &mut Findings) {
    let mut hosts: BTreeSet<String> = BTreeSet::new();
    for route in routes {
        hosts.extend(binding::effective_hostnames(listener, &route.spec));
    }
    for host in hosts {
        let here = routes
            .iter()
            .copied()
            .filter(|route| binding::effective_hostnames(listener, &route.spec).contains(&host));
        let candidates = precedence::candidates(here);
        let mut first: std::collections::BTreeMap<String, &Candidate<'_>> =
            std::collections::BTreeMap::new();
        for candidate in &candidates {
            let matching = &candidate.matching;
            let same = format!(
                "{:?} {:?} {:?} {:?}",
                matching.target, matching.headers, matching.query_params, matching.method
            );
            match first.get(&same) {
                Some(winner) => {
                    let message = format!(
                        "rule {} on {host}: rule {} of route {} takes its requests",
                        name(candidate),
                        name(winner),
                        winner.route.metadata.name
                    );
                    found.add(Code::RuleShadowed, candidate.route.key(), message);
                }
                None => {
                    first.insert(same, candidate);
                }
            }
        }
    }
}

fn name(candidate: &Candidate<'_>) -> String {
    let rule = &candidate.rule;
    rule.name
        .map_or_else(|| (rule.index + 1).to_string(), str::to_owned)
}

/// A redirect that changes nothing of what the listener was asked for.
fn loops(listener: &Listener, routes: &[&Route], found: &mut Findings) {
    let scheme = if listener.protocol == Protocol::Https {
        "https"
    } else {
        "http"
    };
    let usual = if scheme == "https" { 443 } else { 80 };
    for route in routes {
        let hosts = binding::effective_hostnames(listener, &route.spec);
        for rule in precedence::rules(route) {
            let filters: &[HttpFilter] = rule.filters;
            let redirects = filters
                .iter()
                .filter_map(|one| one.request_redirect.as_ref());
            for redirect in redirects {
                let same_scheme = redirect.scheme.as_deref().is_none_or(|one| one == scheme);
                let port = redirect.port.unwrap_or(match redirect.scheme {
                    Some(_) => usual,
                    None => listener.port,
                });
                let same_host = redirect
                    .hostname
                    .as_ref()
                    .is_none_or(|host| hosts.len() == 1 && hosts[0] == *host);
                if same_scheme && same_host && port == listener.port && redirect.path.is_none() {
                    let message = format!("on listener {} it leads to itself", listener.name);
                    found.add(Code::RedirectLoop, route.key(), message);
                }
            }
        }
    }
}
