//! A route by itself, by the Gateway API's rules (`HTTPRoute`, `TLSRoute`, `TCPRoute`, `UDPRoute` and
//! their CEL).

use super::faults::{Faults, Place, quote};
use super::{count, exactly_one, expression, filter_rules, grpc_rules, names, unique};
use crate::duration::Duration;
use crate::route::{
    BackendRef, HttpBackendRef, HttpMatch, HttpRetry, HttpRule, HttpTimeouts, L4Rules, PathMatch,
    PathMatchType, RouteSpec, SessionPersistence, SessionPersistenceType, ValueMatch,
    ValueMatchType,
};

/// The longest path.
pub(super) const MAX_PATH: usize = 1024;
const MAX_PARENTS: usize = 32;
const MAX_HOSTNAMES: usize = 16;
pub(super) const MAX_RULES: usize = 64;
pub(super) const MAX_MATCHES: usize = 64;
const MAX_CONDITIONS: usize = 16;
const MAX_BACKENDS: usize = 16;
const MAX_VALUE: usize = 4096;
const MAX_CODES: usize = 64;
const MAX_ATTEMPTS: u32 = 10;

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
    let given = [
        ("http", route.http.is_some()),
        ("grpc", route.grpc.is_some()),
        ("tls", route.tls.is_some()),
        ("tcp", route.tcp.is_some()),
        ("udp", route.udp.is_some()),
    ];
    let hint = if given.iter().any(|(_, given)| *given) {
        "make a route for each"
    } else {
        "write `http: { rules: [{ backendRefs: [{ name: BACKEND }] }] }`"
    };
    exactly_one(&spec, &given, hint, faults);
    if let Some(http) = &route.http {
        http_rules(&spec.field("http").field("rules"), &http.rules, faults);
    }
    if let Some(grpc) = &route.grpc {
        grpc_rules::check(&spec.field("grpc").field("rules"), &grpc.rules, faults);
    }
    for (field, l4) in [
        ("tls", &route.tls),
        ("tcp", &route.tcp),
        ("udp", &route.udp),
    ] {
        let Some(l4) = l4 else { continue };
        l4_rules(&spec.field(field).field("rules"), l4, faults);
        if field == "tls" && route.hostnames.is_empty() {
            faults.add(
                hostnames,
                "a TLS route has none",
                "write the names that clients send as SNI",
            );
        }
        if field != "tls" && !route.hostnames.is_empty() {
            faults.add(
                hostnames,
                format!("a {} route sees no hostname", field.to_uppercase()),
                "remove it, or write `http` rules",
            );
        }
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
}

/// Each rule's name once.
pub(super) fn rule_names<'a>(
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
        http_match(&matches.item(index), one, faults);
    }
    filter_rules::check(place, rule, faults);
    http_backend_refs(
        &place.field("backendRefs"),
        &rule.backend_refs,
        filter_rules::prefixes_only(rule),
        faults,
    );
    if let Some(retry) = &rule.retry {
        check_retry(&place.field("retry"), retry, faults);
    }
    if let Some(session) = &rule.session_persistence {
        session_persistence(&place.field("sessionPersistence"), session, faults);
    }
    if let Some(timeouts) = &rule.timeouts {
        check_timeouts(&place.field("timeouts"), timeouts, faults);
    }
}

fn http_match(place: &Place<'_>, one: &HttpMatch, faults: &mut Faults) {
    if let Some(path) = &one.path {
        path_match(&place.field("path").field("value"), path, faults);
    }
    header_matches(&place.field("headers"), &one.headers, faults);

    let parameters = place.field("queryParams");
    count(
        &parameters,
        "parameters",
        one.query_params.len(),
        0,
        MAX_CONDITIONS,
        faults,
    );
    for (index, parameter) in one.query_params.iter().enumerate() {
        let here = parameters.item(index);
        names::query_parameter(here.field("name"), &parameter.name, faults);
        value_match(&here.field("value"), parameter, faults);
    }
    let by_name = one.query_params.iter().map(|parameter| &parameter.name);
    unique(
        &parameters,
        by_name,
        |name| format!("parameter {}", quote(name)),
        faults,
    );
}

/// Conditions on headers, one for each.
pub(super) fn header_matches(place: &Place<'_>, headers: &[ValueMatch], faults: &mut Faults) {
    count(place, "headers", headers.len(), 0, MAX_CONDITIONS, faults);
    for (index, header) in headers.iter().enumerate() {
        let here = place.item(index);
        names::header(here.field("name"), &header.name, faults);
        value_match(&here.field("value"), header, faults);
    }
    let by_name = headers
        .iter()
        .map(|header| header.name.to_ascii_lowercase());
    unique(
        place,
        by_name,
        |name| format!("header {}", quote(name)),
        faults,
    );
}

fn path_match(place: &Place<'_>, path: &PathMatch, faults: &mut Faults) {
    match path.kind {
        PathMatchType::RegularExpression => expression::check(place, &path.value, faults),
        PathMatchType::Exact | PathMatchType::PathPrefix => check_path(place, &path.value, faults),
    }
}

/// A path that Envoy's normalised request paths can be equal to.
pub(super) fn check_path(place: &Place<'_>, path: &str, faults: &mut Faults) {
    let fault = if !path.starts_with('/') {
        Some((
            "does not begin with `/`",
            format!("write `/{}`", path.trim_matches('`')),
        ))
    } else if path.len() > MAX_PATH {
        Some(("is too long", format!("write at most {MAX_PATH} bytes")))
    } else if path.contains("//") {
        Some(("has `//`", "write one `/`".to_owned()))
    } else if ["/./", "/../"].iter().any(|dots| path.contains(dots))
        || path.ends_with("/.")
        || path.ends_with("/..")
    {
        Some((
            "has `.` or `..` as an element",
            "write the path it leads to".to_owned(),
        ))
    } else if path.to_ascii_lowercase().contains("%2f") {
        Some((
            "has an encoded `/`",
            "paths are compared after decoding it; write `/`".to_owned(),
        ))
    } else if path.contains('#') {
        Some((
            "has `#`",
            "a fragment never reaches a server; remove it".to_owned(),
        ))
    } else if path.contains('?') {
        Some(("has `?`", "match the query by `queryParams`".to_owned()))
    } else {
        stray_character(path).map(|hint| ("has a character that paths do not have", hint))
    };
    if let Some((message, hint)) = fault {
        faults.add(
            place,
            format!("{} {message}", quote(path)),
            quoted_hint(hint),
        );
    }
}

/// Hints repeat what was sent only within bounds.
fn quoted_hint(hint: String) -> String {
    if hint.len() > 200 {
        "begin with `/`".to_owned()
    } else {
        hint
    }
}

/// RFC 3986 `pchar` and `/`.
fn stray_character(path: &str) -> Option<String> {
    let bytes = path.as_bytes();
    let mut index = 0;
    while let Some(&byte) = bytes.get(index) {
        if byte == b'%' {
            let encoded = bytes
                .get(index + 1..index + 3)
                .is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit));
            if !encoded {
                return Some("write `%25` for `%`".to_owned());
            }
            index += 3;
        } else if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/".contains(&byte) {
            index += 1;
        } else {
            return Some(format!("write `%{byte:02X}` for it (RFC 3986)"));
        }
    }
    None
}

fn value_match(place: &Place<'_>, value: &ValueMatch, faults: &mut Faults) {
    match value.kind {
        ValueMatchType::RegularExpression => expression::check(place, &value.value, faults),
        ValueMatchType::Exact if value.value.is_empty() || value.value.len() > MAX_VALUE => {
            faults.add(
                place,
                format!("the value has {} bytes", value.value.len()),
                format!("write 1 to {MAX_VALUE}"),
            );
        }
        ValueMatchType::Exact => {}
    }
}

/// Backends with what is done to their requests only. `prefixes_only`: every match has a prefix.
pub(super) fn http_backend_refs(
    place: &Place<'_>,
    refs: &[HttpBackendRef],
    prefixes_only: bool,
    faults: &mut Faults,
) {
    count(place, "backends", refs.len(), 0, MAX_BACKENDS, faults);
    for (index, backend) in refs.iter().enumerate() {
        let here = place.item(index);
        names::label(here.field("name"), &backend.name, faults);
        filter_rules::of_backend(
            &here.field("filters"),
            &backend.filters,
            prefixes_only,
            faults,
        );
    }
}

fn check_retry(place: &Place<'_>, retry: &HttpRetry, faults: &mut Faults) {
    let codes = place.field("codes");
    count(&codes, "codes", retry.codes.len(), 0, MAX_CODES, faults);
    for (index, code) in retry.codes.iter().enumerate() {
        if !(400..600).contains(code) {
            faults.add(
                codes.item(index),
                format!("`{code}` is no failure"),
                "write statuses from 400 to 599",
            );
        }
    }
    unique(&codes, &retry.codes, |code| format!("`{code}`"), faults);
    if retry
        .attempts
        .is_some_and(|attempts| attempts > MAX_ATTEMPTS)
    {
        faults.add(
            place.field("attempts"),
            "so many tries would bury a backend that is in trouble",
            format!("write at most {MAX_ATTEMPTS}"),
        );
    }
}

/// How a session is shown.
pub(super) fn session_persistence(
    place: &Place<'_>,
    session: &SessionPersistence,
    faults: &mut Faults,
) {
    if let Some(name) = &session.session_name {
        names::header(place.field("sessionName"), name, faults);
    }
    if session.absolute_timeout.is_some() && session.kind == SessionPersistenceType::Header {
        faults.add(
            place.field("absoluteTimeout"),
            "a session in a header has no end the gateway could set",
            "make the type Cookie, or remove it",
        );
    }
    if session.absolute_timeout == Some(Duration::default()) {
        faults.add(
            place.field("absoluteTimeout"),
            "the session would end at once",
            "write a time like `1h`, or leave it out",
        );
    }
}

fn backend_refs(place: &Place<'_>, refs: &[BackendRef], least: usize, faults: &mut Faults) {
    count(place, "backends", refs.len(), least, MAX_BACKENDS, faults);
    for (index, backend) in refs.iter().enumerate() {
        names::label(place.item(index).field("name"), &backend.name, faults);
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

fn l4_rules(place: &Place<'_>, tcp: &L4Rules, faults: &mut Faults) {
    if tcp.rules.len() != 1 {
        faults.add(
            place,
            format!("there are {} rules", tcp.rules.len()),
            "a connection has nothing to choose a rule by; write exactly one",
        );
    }
    for (index, rule) in tcp.rules.iter().take(MAX_RULES).enumerate() {
        let here = place.item(index);
        if let Some(name) = &rule.name {
            names::label(here.field("name"), name, faults);
        }
        backend_refs(&here.field("backendRefs"), &rule.backend_refs, 1, faults);
    }
}
