//! A backend by itself: its endpoints and health check.

use std::net::SocketAddr;

use super::faults::{Faults, Place, quote};
use super::{balancing_rules, count, exactly_one, match_rules, names, tls_rules, unique};
use crate::backend::{BackendSpec, Endpoint, HealthCheck, HttpHealthCheck};
use crate::duration::Duration;

const MAX_ENDPOINTS: usize = 10_000;
const MAX_ENDPOINT_NAME: usize = 253;
const MAX_STATUSES: usize = 64;
/// The longest service a health check asks for.
const MAX_SERVICE: usize = 1024;
const LEAST_INTERVAL: Duration = Duration::from_millis(100);

pub(super) fn check(backend: &BackendSpec, faults: &mut Faults) {
    let spec = Place::root("spec");
    let endpoints = spec.field("endpoints");
    count(
        &endpoints,
        "endpoints",
        backend.endpoints.len(),
        0,
        MAX_ENDPOINTS,
        faults,
    );
    for (index, one) in backend.endpoints.iter().enumerate() {
        endpoint(&endpoints.item(index), one, faults);
    }
    let sockets = backend
        .endpoints
        .iter()
        .map(|one| SocketAddr::new(one.address, one.port));
    unique(&endpoints, sockets, |socket| format!("`{socket}`"), faults);

    if let Some(check) = &backend.health_check {
        health_check(&spec.field("healthCheck"), check, faults);
    }
    if let Some(tls) = &backend.tls {
        tls_rules::of_backend(&spec.field("tls"), tls, faults);
    }
    if let Some(balancing) = &backend.load_balancing {
        balancing_rules::check(&spec.field("loadBalancing"), balancing, faults);
    }
    if let Some(outliers) = &backend.outlier_detection {
        balancing_rules::outliers(&spec.field("outlierDetection"), outliers, faults);
    }
    if let Some(breaker) = &backend.circuit_breaker {
        balancing_rules::breaker(&spec.field("circuitBreaker"), breaker, faults);
    }
}

fn endpoint(place: &Place<'_>, endpoint: &Endpoint, faults: &mut Faults) {
    let address = endpoint.address.to_canonical();
    let broadcast = address == std::net::Ipv4Addr::BROADCAST;
    if address.is_unspecified() || address.is_multicast() || broadcast {
        faults.add(
            place.field("address"),
            format!("`{}` is no host's address", endpoint.address),
            "write the address the process listens on",
        );
    }
    let length = endpoint.name.as_ref().map_or(0, String::len);
    if length > MAX_ENDPOINT_NAME {
        faults.add(
            place.field("name"),
            format!("the name has {length} bytes"),
            format!("write at most {MAX_ENDPOINT_NAME}"),
        );
    }
}

fn health_check(place: &Place<'_>, check: &HealthCheck, faults: &mut Faults) {
    let given = [
        ("http", check.http.is_some()),
        ("tcp", check.tcp.is_some()),
        ("grpc", check.grpc.is_some()),
    ];
    exactly_one(
        place,
        &given,
        "write `http: { path: /healthz }`, `tcp: {}` or `grpc: {}`",
        faults,
    );
    if let Some(http) = &check.http {
        http_check(&place.field("http"), http, faults);
    }
    if let Some(service) = check.grpc.as_ref().and_then(|grpc| grpc.service.as_ref())
        && service.len() > MAX_SERVICE
    {
        let here = place.field("grpc");
        faults.add(
            here.field("service"),
            format!("the name has {} bytes", service.len()),
            format!("write at most {MAX_SERVICE}"),
        );
    }
    if check
        .interval
        .is_some_and(|interval| interval < LEAST_INTERVAL)
    {
        faults.add(
            place.field("interval"),
            "probes would come too often",
            format!("write at least `{LEAST_INTERVAL}`"),
        );
    }
    if check.timeout == Some(Duration::default()) {
        faults.add(
            place.field("timeout"),
            "no endpoint answers in no time",
            "write a time like `2s`, or leave it out",
        );
    }
}

fn http_check(place: &Place<'_>, check: &HttpHealthCheck, faults: &mut Faults) {
    if !check.path.starts_with('/') || check.path.len() > match_rules::MAX_PATH {
        faults.add(
            place.field("path"),
            format!("{} is not a path", quote(&check.path)),
            format!(
                "begin with `/` and write at most {} bytes",
                match_rules::MAX_PATH
            ),
        );
    }
    if let Some(host) = &check.hostname {
        names::precise_hostname(place.field("hostname"), host, faults);
    }
    let statuses = place.field("expectedStatuses");
    count(
        &statuses,
        "statuses",
        check.expected_statuses.len(),
        0,
        MAX_STATUSES,
        faults,
    );
    for (index, status) in check.expected_statuses.iter().enumerate() {
        if !(100..600).contains(status) {
            faults.add(
                statuses.item(index),
                format!("`{status}` is not an HTTP status"),
                "write numbers from 100 to 599",
            );
        }
    }
    unique(
        &statuses,
        &check.expected_statuses,
        |status| format!("`{status}`"),
        faults,
    );
}
