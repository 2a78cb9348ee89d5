//! TLS, towards clients and towards backends.

use super::faults::{Faults, Place, quote};
use super::{count, exactly_one, names, unique};
use crate::backend::{BackendTls, SubjectAltName};
use crate::gateway::{CertificateRef, Listener, ListenerTls, Protocol, TlsMode};

const MAX_CERTIFICATES: usize = 64;
/// Gateway API `BackendTLSPolicyValidation` and `FrontendTLSValidation`.
const MAX_AUTHORITIES: usize = 8;
/// Gateway API `BackendTLSPolicyValidation.subjectAltNames`.
const MAX_SUBJECT_ALT_NAMES: usize = 5;
const MAX_URI: usize = 253;

/// `place` is the listener.
pub(super) fn of_listener(place: &Place<'_>, listener: &Listener, faults: &mut Faults) {
    let here = place.field("tls");
    match (&listener.tls, listener.protocol) {
        (None, Protocol::Https | Protocol::Tls) => faults.add(
            here,
            format!(
                "is missing: a listener of protocol {} needs it",
                listener.protocol
            ),
            "write `tls: { certificateRefs: [{ name: CERTIFICATE }] }`",
        ),
        (Some(_), Protocol::Http | Protocol::Tcp | Protocol::Udp) => faults.add(
            here,
            format!("a listener of protocol {} has no TLS", listener.protocol),
            "remove it, or make the protocol HTTPS or TLS",
        ),
        (Some(tls), protocol @ (Protocol::Https | Protocol::Tls)) => match tls.mode {
            TlsMode::Terminate => ended_here(&here, tls, faults),
            TlsMode::Passthrough if protocol == Protocol::Https => faults.add(
                here.field("mode"),
                "an HTTPS listener reads the requests, so it can't pass TLS through",
                "make the protocol TLS, or the mode Terminate",
            ),
            TlsMode::Passthrough => passed_through(&here, tls, faults),
        },
        (None, Protocol::Http | Protocol::Tcp | Protocol::Udp) => {}
    }
}

fn ended_here(place: &Place<'_>, tls: &ListenerTls, faults: &mut Faults) {
    let certificates = place.field("certificateRefs");
    references(
        &certificates,
        &tls.certificate_refs,
        1,
        MAX_CERTIFICATES,
        faults,
    );
    if let Some(validation) = &tls.client_validation {
        let here = place.field("clientValidation");
        let authorities = here.field("caCertificateRefs");
        references(
            &authorities,
            &validation.ca_certificate_refs,
            1,
            MAX_AUTHORITIES,
            faults,
        );
    }
}

fn passed_through(place: &Place<'_>, tls: &ListenerTls, faults: &mut Faults) {
    if !tls.certificate_refs.is_empty() {
        faults.add(
            place.field("certificateRefs"),
            "TLS that is passed through ends at the backend, with the backend's certificate",
            "remove it, or make the mode Terminate",
        );
    }
    if tls.client_validation.is_some() {
        faults.add(
            place.field("clientValidation"),
            "TLS that is passed through shows no client certificate here",
            "remove it, or make the mode Terminate",
        );
    }
}

/// Gateway API `BackendTLSPolicy`.
pub(super) fn of_backend(place: &Place<'_>, tls: &BackendTls, faults: &mut Faults) {
    names::precise_hostname(place.field("hostname"), &tls.hostname, faults);
    let given = [
        ("caCertificateRefs", !tls.ca_certificate_refs.is_empty()),
        (
            "wellKnownCaCertificates",
            tls.well_known_ca_certificates.is_some(),
        ),
    ];
    exactly_one(
        place,
        &given,
        "endpoints are always verified: write `caCertificateRefs: [{ name: CERTIFICATE }]` or \
         `wellKnownCaCertificates: System`",
        faults,
    );
    let authorities = place.field("caCertificateRefs");
    references(
        &authorities,
        &tls.ca_certificate_refs,
        0,
        MAX_AUTHORITIES,
        faults,
    );
    let alternatives = place.field("subjectAltNames");
    count(
        &alternatives,
        "names",
        tls.subject_alt_names.len(),
        0,
        MAX_SUBJECT_ALT_NAMES,
        faults,
    );
    for (index, name) in tls.subject_alt_names.iter().enumerate() {
        subject_alt_name(&alternatives.item(index), name, faults);
    }
    if let Some(own) = &tls.client_certificate_ref {
        let here = place.field("clientCertificateRef");
        names::label(here.field("name"), &own.name, faults);
    }
}

fn subject_alt_name(place: &Place<'_>, name: &SubjectAltName, faults: &mut Faults) {
    let given = [
        ("hostname", name.hostname.is_some()),
        ("uri", name.uri.is_some()),
    ];
    exactly_one(place, &given, "write `hostname: db.example`", faults);
    if let Some(host) = &name.hostname {
        names::hostname(place.field("hostname"), host, faults);
    }
    if let Some(uri) = &name.uri {
        let scheme = |scheme: &str| {
            scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme
                    .bytes()
                    .all(|c| c.is_ascii_alphanumeric() || b"+-.".contains(&c))
        };
        let absolute = uri
            .split_once(':')
            .is_some_and(|(before, rest)| scheme(before) && !rest.is_empty());
        if !absolute || uri.len() > MAX_URI || uri.contains(char::is_whitespace) {
            faults.add(
                place.field("uri"),
                format!("{} is not an absolute URI", quote(uri)),
                format!("write one like `spiffe://example.com/db`, at most {MAX_URI} bytes"),
            );
        }
    }
}

/// References to certificates, each once.
pub(super) fn references(
    place: &Place<'_>,
    refs: &[CertificateRef],
    least: usize,
    most: usize,
    faults: &mut Faults,
) {
    count(place, "certificates", refs.len(), least, most, faults);
    for (index, one) in refs.iter().enumerate() {
        names::label(place.item(index).field("name"), &one.name, faults);
    }
    let certificates = refs.iter().map(|one| &one.name);
    unique(place, certificates, |name| quote(name), faults);
}
