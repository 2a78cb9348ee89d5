//! CORS (Fetch standard, Gateway API `HTTPCORSFilter`).

use super::faults::{Faults, Place, quote};
use super::{count, names, unique};
use crate::route::Cors;

const MAX_ITEMS: usize = 64;
const MAX_ORIGIN: usize = 253;
const METHODS: [&str; 9] = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
];

/// `*` with credentials is taken: then the one origin, method or header that asks is named.
pub(super) fn check(place: &Place<'_>, cors: &Cors, faults: &mut Faults) {
    let origins = place.field("allowOrigins");
    list(&origins, "origins", &cors.allow_origins, 1, faults);
    for (index, origin) in cors.allow_origins.iter().enumerate() {
        if origin != "*" {
            check_origin(&origins.item(index), origin, faults);
        }
    }
    let methods = place.field("allowMethods");
    list(&methods, "methods", &cors.allow_methods, 0, faults);
    for (index, method) in cors.allow_methods.iter().enumerate() {
        if method != "*" && !METHODS.contains(&method.as_str()) {
            let hint = format!("write one of {}, or `*`", METHODS.join(", "));
            faults.add(
                methods.item(index),
                format!("{} is not a method", quote(method)),
                hint,
            );
        }
    }
    for (field, headers) in [
        ("allowHeaders", &cors.allow_headers),
        ("exposeHeaders", &cors.expose_headers),
    ] {
        let here = place.field(field);
        list(&here, "headers", headers, 0, faults);
        for (index, header) in headers.iter().enumerate() {
            if header != "*" {
                names::header(here.item(index), header, faults);
            }
        }
    }
}

fn list(place: &Place<'_>, what: &str, items: &[String], least: usize, faults: &mut Faults) {
    count(place, what, items.len(), least, MAX_ITEMS, faults);
    let lower = items.iter().map(|item| item.to_ascii_lowercase());
    unique(place, lower, |item| quote(item), faults);
    if items.len() > 1 && items.iter().any(|item| item == "*") {
        faults.add(
            place,
            "has `*` beside other values",
            "`*` stands for all; write it alone",
        );
    }
}

/// `scheme://host[:port]`, where the host may begin with `*.` (Gateway API `CORSOrigin`).
fn check_origin(place: &Place<'_>, origin: &str, faults: &mut Faults) {
    let refuse = |words: &str, faults: &mut Faults| {
        faults.add(
            place,
            format!("{} {words}", quote(origin)),
            "write a scheme and a host, like `https://shop.example` or `https://*.example.com:8443`",
        );
    };
    let Some((scheme, rest)) = origin.split_once("://") else {
        return refuse("is not an origin", faults);
    };
    if scheme != "http" && scheme != "https" {
        return refuse("has a scheme that browsers send no origin for", faults);
    }
    if origin.len() > MAX_ORIGIN {
        return refuse("is too long", faults);
    }
    if rest.contains(['/', '?', '#', '@']) {
        return refuse("has more than a host and a port", faults);
    }
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) if !rest.ends_with(']') => (host, Some(port)),
        _ => (rest, None),
    };
    if port.is_some_and(|port| port.parse::<u16>().is_err() || port == "0") {
        return refuse("has a port that is none", faults);
    }
    let address = host.trim_start_matches('[').trim_end_matches(']');
    if address.parse::<std::net::IpAddr>().is_err() {
        names::hostname(place, &host.to_ascii_lowercase(), faults);
    }
}
