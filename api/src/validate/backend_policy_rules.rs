//! What a backend asks of connections to it: TLS, load balancing, passive health checks, bounds.

use super::faults::{Faults, Place, quote};
use super::{count, exactly_one, gateway_rules, names, unique};
use crate::backend::{
    BackendSpec, BackendTls, HashOn, LoadBalancing, LoadBalancingPolicy, OutlierDetection,
};
use crate::duration::Duration;

const MAX_NAMES: usize = 5;
const MAX_HASHES: usize = 8;
const MAX_URI: usize = 253;
const LONGEST_SLOW_START: Duration = Duration::from_secs(3600);

/// `spec` is the backend's spec.
pub(super) fn check(spec: &Place<'_>, backend: &BackendSpec, faults: &mut Faults) {
    if let Some(tls) = &backend.tls {
        check_tls(&spec.field("tls"), tls, faults);
    }
    if let Some(balancing) = &backend.load_balancing {
        load_balancing(&spec.field("loadBalancing"), balancing, faults);
    }
    if let Some(outlier) = &backend.outlier_detection {
        outlier_detection(&spec.field("outlierDetection"), outlier, faults);
    }
    if let Some(breaker) = &backend.circuit_breaker {
        let place = spec.field("circuitBreaker");
        for (field, bound) in [
            ("maxConnections", breaker.max_connections),
            ("maxRequests", breaker.max_requests),
        ] {
            if bound == Some(0) {
                faults.add(
                    place.field(field),
                    "nothing at all would be let through",
                    "write at least 1, or leave it out for no bound",
                );
            }
        }
    }
}

fn check_tls(place: &Place<'_>, tls: &BackendTls, faults: &mut Faults) {
    names::precise_hostname(place.field("hostname"), &tls.hostname, faults);
    let given = [
        ("caCertificateRefs", !tls.ca_certificate_refs.is_empty()),
        (
            "wellKnownCaCertificates",
            tls.well_known_ca_certificates.is_some(),
        ),
    ];
    let hint = "endpoints are always verified: write `caCertificateRefs: [{ name: CERTIFICATE }]` \
                or `wellKnownCaCertificates: System`";
    exactly_one(place, &given, hint, faults);
    let refs = place.field("caCertificateRefs");
    gateway_rules::references(&refs, &tls.ca_certificate_refs, 0, faults);
    if let Some(client) = &tls.client_certificate_ref {
        let client_place = place.field("clientCertificateRef");
        names::label(client_place.field("name"), &client.name, faults);
    }
    let alternatives = place.field("subjectAltNames");
    let found = tls.subject_alt_names.len();
    count(&alternatives, "names", found, 0, MAX_NAMES, faults);
    for (index, name) in tls.subject_alt_names.iter().enumerate() {
        let here = alternatives.item(index);
        let given = [
            ("hostname", name.hostname.is_some()),
            ("uri", name.uri.is_some()),
        ];
        let hint = "write `hostname: db.example.com` or `uri: spiffe://example.com/db`";
        exactly_one(&here, &given, hint, faults);
        if let Some(host) = &name.hostname {
            names::hostname(here.field("hostname"), host, faults);
        }
        if let Some(uri) = &name.uri {
            let (scheme, rest) = uri.split_once(':').unwrap_or_default();
            let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && !rest.is_empty();
            if !named || uri.len() > MAX_URI || !uri.is_ascii() {
                faults.add(
                    here.field("uri"),
                    format!("{} is not a URI", quote(uri)),
                    format!("write at most {MAX_URI} bytes, like `spiffe://example.com/db`"),
                );
            }
        }
    }
}

fn load_balancing(place: &Place<'_>, balancing: &LoadBalancing, faults: &mut Faults) {
    use LoadBalancingPolicy::{LeastRequest, Maglev, RingHash, RoundRobin};
    let hashes = place.field("hashOn");
    let found = balancing.hash_on.len();
    count(&hashes, "hashes", found, 0, MAX_HASHES, faults);
    if found > 0 && !matches!(balancing.policy, RingHash | Maglev) {
        faults.add(
            hashes,
            format!("does not go with policy {:?}", balancing.policy),
            "make the policy RingHash or Maglev, or remove it",
        );
    }
    for (index, hash) in balancing.hash_on.iter().enumerate() {
        hash_on(&hashes.item(index), hash, faults);
    }
    unique(
        &hashes,
        balancing.hash_on.iter().map(|hash| format!("{hash:?}")),
        |_| "this hash".to_owned(),
        faults,
    );
    if let Some(window) = balancing.slow_start {
        let slow = place.field("slowStart");
        if !matches!(balancing.policy, RoundRobin | LeastRequest) {
            faults.add(
                slow,
                format!("does not go with policy {:?}", balancing.policy),
                "make the policy RoundRobin or LeastRequest, or remove it",
            );
        } else if window == Duration::default() || window > LONGEST_SLOW_START {
            faults.add(
                slow,
                format!("`{window}` is out of range"),
                format!("write a time up to `{LONGEST_SLOW_START}`, or leave it out"),
            );
        }
    }
}

fn hash_on(place: &Place<'_>, hash: &HashOn, faults: &mut Faults) {
    let given = [
        ("sourceAddress", hash.source_address),
        ("header", hash.header.is_some()),
        ("cookie", hash.cookie.is_some()),
        ("queryParameter", hash.query_parameter.is_some()),
    ];
    let hint = "write one of `sourceAddress: true`, `header: NAME`, `cookie: { name: NAME }` and \
                `queryParameter: NAME`";
    exactly_one(place, &given, hint, faults);
    if let Some(header) = &hash.header {
        names::header(place.field("header"), header, faults);
    }
    if let Some(cookie) = &hash.cookie {
        let here = place.field("cookie");
        names::header(here.field("name"), &cookie.name, faults);
    }
    if let Some(parameter) = &hash.query_parameter {
        names::query_parameter(place.field("queryParameter"), parameter, faults);
    }
}

fn outlier_detection(place: &Place<'_>, outlier: &OutlierDetection, faults: &mut Faults) {
    if outlier
        .max_ejection_percent
        .is_some_and(|percent| percent > 100)
    {
        faults.add(
            place.field("maxEjectionPercent"),
            "is more than all of them",
            "write 0 to 100",
        );
    }
    for (field, time) in [
        ("interval", outlier.interval),
        ("baseEjectionTime", outlier.base_ejection_time),
    ] {
        if time == Some(Duration::default()) {
            faults.add(
                place.field(field),
                "no time at all",
                "write a time like `10s`, or leave it out",
            );
        }
    }
}
