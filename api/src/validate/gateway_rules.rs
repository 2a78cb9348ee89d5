//! A gateway by itself: its listeners, its own certificate and the addresses it asks for.

use std::collections::BTreeMap;

use super::faults::{Faults, Place, quote};
use super::{count, names, tls_rules, unique};
use crate::gateway::{GatewaySpec, Listener, Protocol};

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
        let here = spec.field("backendTls");
        let own = here.field("clientCertificateRef");
        names::label(own.field("name"), &tls.client_certificate_ref.name, faults);
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
    tls_rules::of_listener(place, listener, faults);
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
