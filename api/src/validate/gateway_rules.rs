//! A gateway by itself: its listeners and the addresses it asks for.

use std::collections::BTreeMap;

use super::faults::{Faults, Place, quote};
use super::{MAX_REFERENCES, count, names, unique};
use crate::gateway::{CertificateRef, GatewaySpec, Listener, ListenerTls, Protocol, TlsMode};

const MAX_LISTENERS: usize = 64;
const MAX_ADDRESSES: usize = 16;

pub(super) fn check(gateway: &GatewaySpec, faults: &mut Faults) {
    let spec = Place::root("spec");
    names::label(spec.field("template"), &gateway.template, faults);

    let listeners = spec.field("listeners");
    count(
        &listeners,
        "listeners",
        gateway.listeners.len(),
        1,
        MAX_LISTENERS,
        faults,
    );
    for (index, one) in gateway.listeners.iter().enumerate() {
        listener(&listeners.item(index), one, faults);
    }
    apart(&listeners, &gateway.listeners, faults);

    if let Some(tls) = &gateway.backend_tls {
        let place = spec.field("backendTls");
        let place = place.field("clientCertificateRef");
        names::label(
            place.field("name"),
            &tls.client_certificate_ref.name,
            faults,
        );
    }

    let addresses = spec.field("addresses");
    count(
        &addresses,
        "addresses",
        gateway.addresses.len(),
        0,
        MAX_ADDRESSES,
        faults,
    );
    unique(
        &addresses,
        &gateway.addresses,
        |address| format!("`{address}`"),
        faults,
    );
}

fn listener(place: &Place<'_>, listener: &Listener, faults: &mut Faults) {
    names::label(place.field("name"), &listener.name, faults);
    if let Some(host) = &listener.hostname {
        if matches!(listener.protocol, Protocol::Tcp | Protocol::Udp) {
            faults.add(
                place.field("hostname"),
                format!("a {} listener sees no hostname", listener.protocol),
                "remove it, or use HTTPS or TLS",
            );
        } else {
            names::hostname(place.field("hostname"), host, faults);
        }
    }
    match (&listener.tls, listener.protocol) {
        (None, Protocol::Https) => faults.add(
            place.field("tls"),
            "is missing: an HTTPS listener needs a certificate",
            "write `tls: { certificateRefs: [{ name: CERTIFICATE }] }`",
        ),
        (None, Protocol::Tls) => faults.add(
            place.field("tls"),
            "is missing: a TLS listener passes through or needs a certificate",
            "write `tls: { mode: Passthrough }`, or `tls: { certificateRefs: [{ name: CERTIFICATE }] }`",
        ),
        (Some(_), Protocol::Http | Protocol::Tcp | Protocol::Udp) => faults.add(
            place.field("tls"),
            format!("a listener of protocol {} has no TLS", listener.protocol),
            "remove it, or make the protocol HTTPS or TLS",
        ),
        (Some(tls), Protocol::Https | Protocol::Tls) => {
            check_tls(&place.field("tls"), tls, listener.protocol, faults);
        }
        (None, Protocol::Http | Protocol::Tcp | Protocol::Udp) => {}
    }
}

fn check_tls(place: &Place<'_>, tls: &ListenerTls, protocol: Protocol, faults: &mut Faults) {
    let passed = tls.mode == TlsMode::Passthrough;
    if passed && protocol == Protocol::Https {
        faults.add(
            place.field("mode"),
            "HTTPS ends at the listener",
            "make the protocol TLS to pass it through",
        );
        return;
    }
    let refs = place.field("certificateRefs");
    if passed {
        if !tls.certificate_refs.is_empty() {
            faults.add(
                refs,
                "TLS that is passed through needs no certificate here",
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
        return;
    }
    references(&refs, &tls.certificate_refs, 1, faults);
    if let Some(validation) = &tls.client_validation {
        let refs = place.field("clientValidation");
        let refs = refs.field("caCertificateRefs");
        references(&refs, &validation.ca_certificate_refs, 1, faults);
    }
}

/// Names of certificates, each once.
pub(super) fn references(
    place: &Place<'_>,
    refs: &[CertificateRef],
    least: usize,
    faults: &mut Faults,
) {
    count(
        place,
        "certificates",
        refs.len(),
        least,
        MAX_REFERENCES,
        faults,
    );
    for (index, one) in refs.iter().enumerate() {
        names::label(place.item(index).field("name"), &one.name, faults);
    }
    let certificates = refs.iter().map(|one| &one.name);
    unique(place, certificates, |name| quote(name), faults);
}

/// No two listeners with one name, and on a port only listeners that Envoy can tell apart: HTTP ones
/// by the Host header, HTTPS and TLS ones by SNI. UDP has ports of its own.
fn apart(place: &Place<'_>, listeners: &[Listener], faults: &mut Faults) {
    let mut by_name: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_port: BTreeMap<(bool, u16), usize> = BTreeMap::new();
    let mut by_host: BTreeMap<(bool, u16, Option<String>), usize> = BTreeMap::new();
    for (index, listener) in listeners.iter().enumerate() {
        let here = place.item(index);
        if let Some(first) = by_name.get(listener.name.as_str()) {
            faults.add(
                here.field("name"),
                format!(
                    "{} is already the name of {place}[{first}]",
                    quote(&listener.name)
                ),
                "give each listener a name of its own",
            );
        }
        by_name.entry(&listener.name).or_insert(index);

        let port = (listener.protocol == Protocol::Udp, listener.port);
        let other = &listeners[*by_port.entry(port).or_insert(index)];
        if !told_apart_alike(other.protocol, listener.protocol) {
            faults.add(
                here.field("port"),
                format!(
                    "port conflict: {} on port {}, where listener `{}` speaks {}",
                    listener.protocol, listener.port, other.name, other.protocol
                ),
                "listeners on one port speak one protocol (or HTTPS and TLS, told apart by \
                 hostname); take another port",
            );
            continue;
        }
        let host = listener
            .hostname
            .as_ref()
            .map(|host| host.to_ascii_lowercase());
        let place_of_host = (port.0, port.1, host.clone());
        if let Some(first) = by_host.get(&place_of_host) {
            let (message, hint) = same_place(listener, &listeners[*first].name, host.as_deref());
            faults.add(here.field("port"), message, hint);
        } else {
            by_host.insert(place_of_host, index);
        }
    }
}

/// Whether Envoy tells traffic for listeners of both protocols apart on one port, and in one way.
fn told_apart_alike(one: Protocol, other: Protocol) -> bool {
    let by_sni = |protocol| matches!(protocol, Protocol::Https | Protocol::Tls);
    one == other || (by_sni(one) && by_sni(other))
}

/// The words for two listeners that get the same traffic.
fn same_place(listener: &Listener, other: &str, host: Option<&str>) -> (String, &'static str) {
    let port = listener.port;
    if matches!(listener.protocol, Protocol::Tcp | Protocol::Udp) {
        let protocol = listener.protocol;
        let message =
            format!("port conflict: listener `{other}` has {protocol} port {port} already");
        return (message, "take another port");
    }
    let whose = host.map_or_else(|| "every host".to_owned(), quote);
    (
        format!("port conflict: listener `{other}` has port {port} for {whose} already"),
        "take another port, or give each a hostname of its own",
    )
}
