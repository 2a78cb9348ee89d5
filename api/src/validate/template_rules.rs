//! A template by itself.

use super::faults::{Faults, Place, quote};
use super::{MAX_REFERENCES, count, exactly_one, names, unique};
use crate::duration::Duration;
use crate::template::{AccessLog, EnvoyPatch, GatewayTemplateSpec};

const MAX_POOLS: usize = 16;
const MAX_INSTANCES: u32 = 16;
const MAX_LOG_FORMAT: usize = 4096;
const MAX_PATCHES: usize = 32;
const MAX_PATCH_BYTES: usize = 64 * 1024;

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
    if let Some(log) = &template.access_log {
        access_log(&spec.field("accessLog"), log, faults);
    }
    let suites = spec.field("tls");
    let suites = suites.field("cipherSuites");
    let found = template.tls.cipher_suites.len();
    count(&suites, "cipher suites", found, 0, MAX_REFERENCES, faults);
    for (index, suite) in template.tls.cipher_suites.iter().enumerate() {
        let letter = |c: u8| c.is_ascii_alphanumeric() || b"-_".contains(&c);
        if suite.is_empty() || !suite.bytes().all(letter) {
            faults.add(
                suites.item(index),
                format!("{} is not a cipher suite", quote(suite)),
                "write BoringSSL's name, like `ECDHE-RSA-AES128-GCM-SHA256`",
            );
        }
    }
    let patches = spec.field("envoyPatch");
    let found = template.envoy_patch.len();
    count(&patches, "patches", found, 0, MAX_PATCHES, faults);
    for (index, one) in template.envoy_patch.iter().enumerate() {
        patch(&patches.item(index), one, faults);
    }
}

fn access_log(place: &Place<'_>, log: &AccessLog, faults: &mut Faults) {
    if log.text.is_some() && !log.json.is_empty() {
        faults.add(place, "has both `text` and `json`", "keep one of the two");
    }
    let json = place.field("json");
    count(&json, "fields", log.json.len(), 0, MAX_REFERENCES, faults);
    if let Some(text) = &log.text {
        operators(&place.field("text"), text, faults);
    }
    for (name, text) in &log.json {
        operators(&json.key(name), text, faults);
    }
}

/// Envoy's command operators stand between `%` signs; a stray one makes Envoy refuse the listener.
fn operators(place: &Place<'_>, text: &str, faults: &mut Faults) {
    if text.len() > MAX_LOG_FORMAT {
        faults.add(
            place,
            format!("the format has {} bytes", text.len()),
            format!("write at most {MAX_LOG_FORMAT}"),
        );
    }
    let signs = text.replace("%%", "").matches('%').count();
    if signs % 2 != 0 {
        faults.add(
            place,
            "has a `%` without its partner",
            "write operators as `%START_TIME%`, and `%%` for the sign itself",
        );
    }
}

fn patch(place: &Place<'_>, patch: &EnvoyPatch, faults: &mut Faults) {
    let given = [
        ("merge", patch.merge.is_some()),
        ("json", patch.json.is_some()),
    ];
    let hint = "write `merge: {...}` (RFC 7396) or `json: [{op: ...}]` (RFC 6902)";
    exactly_one(place, &given, hint, faults);
    if let Some(name) = &patch.target.name
        && (name.is_empty() || name.trim_end_matches('*').contains('*') || name.ends_with("**"))
    {
        faults.add(
            place.field("target").field("name"),
            format!("{} is not a resource's name", quote(name)),
            "write a name as `epicctl envoy config` shows it, or its beginning and `*`",
        );
    }
    for (field, value) in [("merge", &patch.merge), ("json", &patch.json)] {
        let size = value.as_ref().map_or(0, |value| value.to_string().len());
        if size > MAX_PATCH_BYTES {
            faults.add(
                place.field(field),
                format!("the patch has {size} bytes"),
                format!("write at most {MAX_PATCH_BYTES}"),
            );
        }
    }
    if let Some(merge) = &patch.merge
        && !merge.is_object()
    {
        faults.add(
            place.field("merge"),
            "is not an object",
            "write the fields to change, as in Envoy's JSON",
        );
    }
    if let Some(json) = &patch.json {
        operations(&place.field("json"), json, faults);
    }
}

/// RFC 6902: a list of operations, each with what it takes.
fn operations(place: &Place<'_>, json: &serde_json::Value, faults: &mut Faults) {
    let Some(list) = json.as_array() else {
        faults.add(
            place,
            "is not a list of operations",
            "write `[{op: add, path: /a/b, value: 1}]`",
        );
        return;
    };
    count(place, "operations", list.len(), 1, MAX_REFERENCES, faults);
    for (index, operation) in list.iter().enumerate() {
        let text = |field: &str| operation.get(field).and_then(serde_json::Value::as_str);
        let needs: &[&str] = match text("op") {
            Some("add" | "replace" | "test") => &["value"],
            Some("move" | "copy") => &["from"],
            Some("remove") => &[],
            _ => {
                faults.add(
                    place.item(index).field("op"),
                    "is not an operation",
                    "write add, remove, replace, move, copy or test (RFC 6902)",
                );
                continue;
            }
        };
        for field in needs {
            if operation.get(field).is_none() {
                faults.add(
                    place.item(index).field(field),
                    "is missing",
                    format!("the operation needs `{field}` (RFC 6902)"),
                );
            }
        }
        for field in ["path", "from"] {
            let given = text(field);
            let missing = field == "path" && given.is_none();
            if missing || given.is_some_and(|path| !path.is_empty() && !path.starts_with('/')) {
                faults.add(
                    place.item(index).field(field),
                    "is not a JSON pointer",
                    "write it with a `/` before every step (RFC 6901): `/filter_chains/0`",
                );
            }
        }
    }
}
