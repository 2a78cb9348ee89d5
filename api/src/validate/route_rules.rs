//! A route by itself, by the Gateway API's rules (`HTTPRoute`, `TCPRoute` and their CEL).

use super::faults::{Faults, Place, quote};
use super::{count, expression, filter_rules, names, unique};
use crate::duration::Duration;
use crate::route::{
    BackendRef, HttpBackendRef, HttpMatch, HttpRule, HttpTimeouts, L4Rules, PathMatch,
    PathMatchType, RouteSpec, ValueMatch, ValueMatchType,
};

/// The longest path.
pub(super) const MAX_PATH: usize = 1024;
const MAX_PARENTS: usize = 32;
const MAX_HOSTNAMES: usize = 16;
const MAX_RULES: usize = 64;
const MAX_MATCHES: usize = 64;
const MAX_CONDITIONS: usize = 16;
const MAX_BACKENDS: usize = 16;
const MAX_VALUE: usize = 4096;

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
    match (&route.http, &route.tcp) {
        (Some(http), None) => {
            let place = spec.field("http");
            http_rules(&place.field("rules"), &http.rules, faults);
        }
        (None, Some(tcp)) => {
            if !route.hostnames.is_empty() {
                faults.add(
                    hostnames,
                    "a TCP route sees no hostname",
                    "remove it, or write `http` rules",
                );
            }
            let place = spec.field("tcp");
            tcp_rules(&place.field("rules"), tcp, faults);
        }
        (Some(_), Some(_)) => {
            faults.add(spec, "has both `http` and `tcp`", "make a route for each");
        }
        (None, None) => faults.add(
            spec,
            "has neither `http` nor `tcp`",
            "write `http: { rules: [{ backendRefs: [{ name: BACKEND }] }] }`",
        ),
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
    let mut first_with = std::collections::BTreeMap::new();
    for (index, rule) in rules.iter().enumerate() {
        let Some(name) = &rule.name else { continue };
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
    if let Some(name) = &rule.name {
        names::label(place.field("name"), name, faults);
    }
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
    http_backend_refs(&place.field("backendRefs"), &rule.backend_refs, faults);
    if let Some(timeouts) = &rule.timeouts {
        check_timeouts(&place.field("timeouts"), timeouts, faults);
    }
}

fn http_match(place: &Place<'_>, one: &HttpMatch, faults: &mut Faults) {
    if let Some(path) = &one.path {
        path_match(&place.field("path").field("value"), path, faults);
    }
    let headers = place.field("headers");
    count(
        &headers,
        "headers",
        one.headers.len(),
        0,
        MAX_CONDITIONS,
        faults,
    );
    for (index, header) in one.headers.iter().enumerate() {
        let here = headers.item(index);
        names::header(here.field("name"), &header.name, faults);
        value_match(&here.field("value"), header, faults);
    }
    let by_name = one
        .headers
        .iter()
        .map(|header| header.name.to_ascii_lowercase());
    unique(
        &headers,
        by_name,
        |name| format!("header {}", quote(name)),
        faults,
    );

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

fn http_backend_refs(place: &Place<'_>, refs: &[HttpBackendRef], faults: &mut Faults) {
    count(place, "backends", refs.len(), 0, MAX_BACKENDS, faults);
    for (index, backend) in refs.iter().enumerate() {
        names::label(place.item(index).field("name"), &backend.name, faults);
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

fn tcp_rules(place: &Place<'_>, tcp: &L4Rules, faults: &mut Faults) {
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
