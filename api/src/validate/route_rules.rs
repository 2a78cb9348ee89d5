//! A route by itself, by the Gateway API's rules (`HTTPRoute`, `GRPCRoute`, `TLSRoute`, `TCPRoute`,
//! `UDPRoute` and their CEL).

use super::faults::{Faults, Place, quote};
use super::{count, exactly_one, filter_rules, match_rules, names, redirect_rules, unique};
use crate::duration::Duration;
use crate::route::{
    GrpcRule, HttpBackendRef, HttpRetry, HttpRule, HttpTimeouts, L4Rules, PathMatchType,
    RouteProtocol, RouteSpec, SessionPersistence, SessionPersistenceType,
};

const MAX_PARENTS: usize = 32;
const MAX_HOSTNAMES: usize = 16;
const MAX_RULES: usize = 64;
const MAX_MATCHES: usize = 64;
const MAX_BACKENDS: usize = 16;
const MAX_RETRY_CODES: usize = 64;
/// The longest name of a session (Gateway API).
const MAX_SESSION_NAME: usize = 128;

pub(super) fn check(route: &RouteSpec, faults: &mut Faults) {
    let spec = Place::root("spec");
    parents(&spec.field("parentRefs"), route, faults);
    let hostnames = spec.field("hostnames");
    count(
        &hostnames,
        "hostnames",
        route.hostnames.len(),
        0,
        MAX_HOSTNAMES,
        faults,
    );
    for (index, host) in route.hostnames.iter().enumerate() {
        names::hostname(hostnames.item(index), host, faults);
    }
    unique(&hostnames, &route.hostnames, |host| quote(host), faults);
    one_of(route, faults);
    if let Some(http) = &route.http {
        let place = spec.field("http");
        http_rules(&place.field("rules"), &http.rules, faults);
    }
    if let Some(grpc) = &route.grpc {
        let place = spec.field("grpc");
        grpc_rules(&place.field("rules"), &grpc.rules, faults);
    }
    for (field, l4) in [
        ("tls", &route.tls),
        ("tcp", &route.tcp),
        ("udp", &route.udp),
    ] {
        if let Some(l4) = l4 {
            let place = spec.field(field);
            l4_rules(&place.field("rules"), l4, faults);
        }
    }
    hosts_by_protocol(&hostnames, route, faults);
}

/// Rules of exactly one protocol.
fn one_of(route: &RouteSpec, faults: &mut Faults) {
    let given = [
        ("http", route.http.is_some()),
        ("grpc", route.grpc.is_some()),
        ("tls", route.tls.is_some()),
        ("tcp", route.tcp.is_some()),
        ("udp", route.udp.is_some()),
    ];
    let hint = "write `http: { rules: [{ backendRefs: [{ name: BACKEND }] }] }`; for several \
                protocols, a route for each";
    exactly_one(&Place::root("spec"), &given, hint, faults);
}

/// TLS connections are told apart by names only; whole connections and datagrams have none.
fn hosts_by_protocol(place: &Place<'_>, route: &RouteSpec, faults: &mut Faults) {
    match route.protocol() {
        Some(RouteProtocol::Tls) if route.hostnames.is_empty() => faults.add(
            place,
            "there are no hostnames",
            "connections to TLS listeners are told apart by SNI: give at least 1",
        ),
        Some(protocol @ (RouteProtocol::Tcp | RouteProtocol::Udp))
            if !route.hostnames.is_empty() =>
        {
            faults.add(
                place,
                format!("a {} route sees no hostname", protocol.name()),
                "remove it, or write `http` or `tls` rules",
            );
        }
        _ => {}
    }
}

fn parents(place: &Place<'_>, route: &RouteSpec, faults: &mut Faults) {
    count(
        place,
        "parentRefs",
        route.parent_refs.len(),
        1,
        MAX_PARENTS,
        faults,
    );
    for (index, parent) in route.parent_refs.iter().enumerate() {
        let here = place.item(index);
        names::label(here.field("name"), &parent.name, faults);
        if let Some(section) = &parent.section_name {
            names::label(here.field("sectionName"), section, faults);
        }
        if parent.port == Some(0) {
            faults.add(here.field("port"), "`0` is not a port", "write 1 to 65535");
        }
    }
    unique(
        place,
        &route.parent_refs,
        |parent| format!("this reference to {}", quote(&parent.name)),
        faults,
    );
}

fn http_rules(place: &Place<'_>, rules: &[HttpRule], faults: &mut Faults) {
    count(place, "rules", rules.len(), 1, MAX_RULES, faults);
    for (index, rule) in rules.iter().enumerate() {
        http_rule(&place.item(index), rule, faults);
    }
    rule_names(place, rules.iter().map(|rule| rule.name.as_deref()), faults);
    redirect_rules::loops(place, rules, faults);
}

fn http_rule(place: &Place<'_>, rule: &HttpRule, faults: &mut Faults) {
    let matches = place.field("matches");
    count(
        &matches,
        "matches",
        rule.matches.len(),
        0,
        MAX_MATCHES,
        faults,
    );
    for (index, one) in rule.matches.iter().enumerate() {
        match_rules::http(&matches.item(index), one, faults);
    }
    let prefixes_only = rule.matches.iter().all(|one| {
        one.path
            .as_ref()
            .is_none_or(|path| path.kind == PathMatchType::PathPrefix)
    });
    filter_rules::of_http_rule(place, rule, prefixes_only, faults);
    let allowed = filter_rules::Allowed::HttpBackend { prefixes_only };
    backend_refs(
        &place.field("backendRefs"),
        &rule.backend_refs,
        allowed,
        faults,
    );
    if let Some(timeouts) = &rule.timeouts {
        check_timeouts(&place.field("timeouts"), timeouts, faults);
    }
    if let Some(retry) = &rule.retry {
        check_retry(&place.field("retry"), retry, faults);
    }
    if let Some(session) = &rule.session_persistence {
        check_session(&place.field("sessionPersistence"), session, faults);
    }
}

fn grpc_rules(place: &Place<'_>, rules: &[GrpcRule], faults: &mut Faults) {
    count(place, "rules", rules.len(), 1, MAX_RULES, faults);
    for (index, rule) in rules.iter().enumerate() {
        grpc_rule(&place.item(index), rule, faults);
    }
    rule_names(place, rules.iter().map(|rule| rule.name.as_deref()), faults);
}

fn grpc_rule(place: &Place<'_>, rule: &GrpcRule, faults: &mut Faults) {
    let matches = place.field("matches");
    count(
        &matches,
        "matches",
        rule.matches.len(),
        0,
        MAX_MATCHES,
        faults,
    );
    for (index, one) in rule.matches.iter().enumerate() {
        match_rules::grpc(&matches.item(index), one, faults);
    }
    let allowed = filter_rules::Allowed::Grpc;
    filter_rules::check(&place.field("filters"), &rule.filters, allowed, faults);
    backend_refs(
        &place.field("backendRefs"),
        &rule.backend_refs,
        allowed,
        faults,
    );
    if let Some(session) = &rule.session_persistence {
        check_session(&place.field("sessionPersistence"), session, faults);
    }
}

fn rule_names<'a>(
    place: &Place<'_>,
    names: impl Iterator<Item = Option<&'a str>>,
    faults: &mut Faults,
) {
    let mut first_with = std::collections::BTreeMap::new();
    for (index, name) in names.enumerate() {
        let Some(name) = name else { continue };
        names::label(place.item(index).field("name"), name, faults);
        if let Some(first) = first_with.insert(name, index) {
            faults.add(
                place.item(index).field("name"),
                format!("{} is already the name of {place}[{first}]", quote(name)),
                "give each rule a name of its own, or none",
            );
        }
    }
}

fn backend_refs(
    place: &Place<'_>,
    refs: &[HttpBackendRef],
    allowed: filter_rules::Allowed,
    faults: &mut Faults,
) {
    count(place, "backends", refs.len(), 0, MAX_BACKENDS, faults);
    for (index, backend) in refs.iter().enumerate() {
        let here = place.item(index);
        names::label(here.field("name"), &backend.name, faults);
        filter_rules::check(&here.field("filters"), &backend.filters, allowed, faults);
    }
}

fn check_timeouts(place: &Place<'_>, timeouts: &HttpTimeouts, faults: &mut Faults) {
    if let (Some(request), Some(backend)) = (timeouts.request, timeouts.backend_request)
        && request != Duration::default()
        && backend > request
    {
        faults.add(
            place.field("backendRequest"),
            format!("`{backend}` is longer than `request`, which is `{request}`"),
            "one try can't last longer than the whole request; shorten it",
        );
    }
}

/// Gateway API `HTTPRouteRetry`: statuses of failures only.
fn check_retry(place: &Place<'_>, retry: &HttpRetry, faults: &mut Faults) {
    let codes = place.field("codes");
    count(
        &codes,
        "statuses",
        retry.codes.len(),
        0,
        MAX_RETRY_CODES,
        faults,
    );
    for (index, code) in retry.codes.iter().enumerate() {
        if !(400..600).contains(code) {
            faults.add(
                codes.item(index),
                format!("`{code}` is not the status of a failure"),
                "write numbers from 400 to 599",
            );
        }
    }
    unique(&codes, &retry.codes, |code| format!("`{code}`"), faults);
    if retry.backoff == Some(Duration::default()) {
        faults.add(
            place.field("backoff"),
            "tries would follow each other at once",
            "write a time like `100ms`, or leave it out",
        );
    }
}

/// Gateway API `SessionPersistence`: names are tokens, both of cookies (RFC 6265) and of headers.
fn check_session(place: &Place<'_>, session: &SessionPersistence, faults: &mut Faults) {
    if let Some(name) = &session.session_name {
        let here = place.field("sessionName");
        if name.len() > MAX_SESSION_NAME {
            faults.add(
                here,
                format!("the name has {} bytes", name.len()),
                format!("write at most {MAX_SESSION_NAME}"),
            );
        } else if session.kind == SessionPersistenceType::Header {
            names::header(here, name, faults);
        } else {
            names::cookie(here, name, faults);
        }
    }
    let here = place.field("absoluteTimeout");
    match (session.absolute_timeout, session.kind) {
        (Some(_), SessionPersistenceType::Header) => faults.add(
            here,
            "a session shown by a header has no end of its own",
            "remove it, or make the type Cookie",
        ),
        (Some(timeout), SessionPersistenceType::Cookie) if timeout == Duration::default() => {
            faults.add(
                here,
                "the session would end at once",
                "write a time like `1h`, or leave it out for a session that ends with the browser",
            );
        }
        _ => {}
    }
}

fn l4_rules(place: &Place<'_>, l4: &L4Rules, faults: &mut Faults) {
    if l4.rules.len() != 1 {
        faults.add(
            place,
            format!("there are {} rules", l4.rules.len()),
            "a connection has nothing to choose a rule by; write exactly one",
        );
    }
    for (index, rule) in l4.rules.iter().take(MAX_RULES).enumerate() {
        let here = place.item(index);
        if let Some(name) = &rule.name {
            names::label(here.field("name"), name, faults);
        }
        let refs = here.field("backendRefs");
        count(
            &refs,
            "backends",
            rule.backend_refs.len(),
            1,
            MAX_BACKENDS,
            faults,
        );
        for (index, backend) in rule.backend_refs.iter().enumerate() {
            names::label(refs.item(index).field("name"), &backend.name, faults);
        }
    }
}
