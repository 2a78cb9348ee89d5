//! A template by itself.

use super::faults::{Faults, Place, quote};
use super::{MAX_REFERENCES, access_log_rules, count, names, patch_rules, unique};
use crate::duration::Duration;
use crate::template::GatewayTemplateSpec;

const MAX_POOLS: usize = 16;
const MAX_INSTANCES: u32 = 16;
const MAX_SUITE: usize = 128;

pub(super) fn check(template: &GatewayTemplateSpec, faults: &mut Faults) {
    let spec = Place::root("spec");
    let pools = spec.field("pools");
    count(&pools, "pools", template.pools.len(), 1, MAX_POOLS, faults);
    for (index, pool) in template.pools.iter().enumerate() {
        names::label(pools.item(index), pool, faults);
    }
    unique(&pools, &template.pools, |pool| format!("`{pool}`"), faults);

    if !(1..=MAX_INSTANCES).contains(&template.instances) {
        faults.add(
            spec.field("instances"),
            format!("`{}` is out of range", template.instances),
            format!("write a number from 1 to {MAX_INSTANCES}"),
        );
    }

    let protocols = spec.field("allowedProtocols");
    unique(
        &protocols,
        &template.allowed_protocols,
        |protocol| format!("`{protocol}`"),
        faults,
    );
    let ports = spec.field("allowedPorts");
    count(
        &ports,
        "ports",
        template.allowed_ports.len(),
        0,
        MAX_REFERENCES,
        faults,
    );

    let timeouts = spec.field("timeouts");
    if template.timeouts.connect == Some(Duration::default()) {
        faults.add(
            timeouts.field("connect"),
            "a connection can't be made in no time",
            "write a time like `5s`, or leave it out",
        );
    }
    let limits = spec.field("limits");
    if template.limits.connections == Some(0) {
        faults.add(
            limits.field("connections"),
            "no connection at all would be allowed",
            "write at least 1, or leave it out for no limit",
        );
    }
    let tls = spec.field("tls");
    let suites = tls.field("cipherSuites");
    count(
        &suites,
        "suites",
        template.tls.cipher_suites.len(),
        0,
        MAX_REFERENCES,
        faults,
    );
    for (index, suite) in template.tls.cipher_suites.iter().enumerate() {
        let named = |c: u8| c.is_ascii_uppercase() || c.is_ascii_digit() || b"-_+|[]".contains(&c);
        if suite.is_empty() || suite.len() > MAX_SUITE || !suite.bytes().all(named) {
            faults.add(
                suites.item(index),
                format!("{} is not a cipher suite", quote(suite)),
                "write BoringSSL's name, like `ECDHE-ECDSA-AES128-GCM-SHA256`",
            );
        }
    }
    if let Some(log) = &template.access_log {
        access_log_rules::check(&spec.field("accessLog"), log, faults);
    }
    patch_rules::check(&spec.field("envoyPatch"), &template.envoy_patch, faults);
}
