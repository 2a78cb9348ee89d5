//! May this be stored? Every fault is found at once, with its place and a hint.
//!
//! ```text
//!   what was sent ─► shape (JSON Schema) ─► meaning by itself (each kind's own module) ─► object
//!                    unknown fields, types   names, hosts, expressions, one-of, limits     with defaults
//! ```
//!
//! What depends on other objects — does the template exist, is the address free — is epicd's to
//! check.

use serde_json::Value;

use crate::error::{ApiError, FieldError};
use crate::kind::{Kind, Scope};
use crate::meta::ObjectMeta;
use crate::object::{RawObject, Spec};
use crate::{account, backend, certificate, event, gateway, ippool, node, route, template};

mod access_log_rules;
mod account_rules;
mod backend_rules;
mod balancing_rules;
pub mod certificate_rules;
mod cors_rules;
pub mod documents;
mod expression;
mod faults;
mod filter_rules;
mod gateway_rules;
mod match_rules;
mod metadata_rules;
mod names;
mod patch_rules;
mod pool_rules;
mod redirect_rules;
mod route_rules;
mod shape;
mod suggest;
mod template_rules;
#[cfg(test)]
mod tests;
mod tls_rules;

pub use certificate_rules::{CertificateFacts, CertificateFault, certificate_facts};
pub use documents::{DocumentError, MAX_MANIFEST_BYTES, parse_documents};

use faults::{Faults, Place, quote};

/// The most items a list of names or references has, where nothing else is said.
const MAX_REFERENCES: usize = 64;

/// Reads an object that somebody sent: right shape (no unknown field, right types) and right by
/// itself (names, hostnames, regular expressions, ranges, one-of fields, certificate fits key).
/// What depends on other objects is epicd's to check. Defaults are filled in; fields that are
/// `null` are as good as absent; a `status` is dropped, for it is EPIC's to say.
///
/// # Errors
/// 422 with every fault, by place.
pub fn admit(kind: Kind, sent: &Value) -> Result<RawObject, ApiError> {
    let object = shape::prepare(sent);
    let refuse = |faults: Faults| {
        let mut causes = faults.into_list();
        causes.sort();
        ApiError::invalid(title(kind, &object), causes)
    };
    let mut faults = Faults::default();
    shape::check(kind, &object, &mut faults);
    if !faults.is_empty() {
        return Err(refuse(faults));
    }
    let metadata = read::<ObjectMeta>(&object, "metadata")
        .map_err(|fault| ApiError::invalid(title(kind, &object), vec![fault]))?;
    metadata_rules::check(kind, &metadata, &mut faults);
    let spec = match kind {
        Kind::Account => {
            admit_spec::<account::AccountSpec>(&object, account_rules::check, &mut faults)
        }
        Kind::IpPool => admit_spec::<ippool::IpPoolSpec>(&object, pool_rules::check, &mut faults),
        Kind::GatewayTemplate => {
            admit_spec::<template::GatewayTemplateSpec>(&object, template_rules::check, &mut faults)
        }
        Kind::Gateway => {
            admit_spec::<gateway::GatewaySpec>(&object, gateway_rules::check, &mut faults)
        }
        Kind::Route => admit_spec::<route::RouteSpec>(&object, route_rules::check, &mut faults),
        Kind::Backend => {
            admit_spec::<backend::BackendSpec>(&object, backend_rules::check, &mut faults)
        }
        Kind::Certificate => admit_spec::<certificate::CertificateSpec>(
            &object,
            certificate_rules::check,
            &mut faults,
        ),
        Kind::Node => admit_spec::<node::NodeSpec>(&object, |_, _| {}, &mut faults),
        Kind::Event => admit_spec::<event::EventSpec>(&object, |_, _| {}, &mut faults),
    };
    match spec {
        Some(spec) if faults.is_empty() => Ok(RawObject {
            kind,
            metadata,
            spec,
            status: None,
        }),
        _ => Err(refuse(faults)),
    }
}

/// The spec with its defaults; `None` if it can't be read at all.
fn admit_spec<S: Spec>(
    object: &Value,
    check: impl Fn(&S, &mut Faults),
    faults: &mut Faults,
) -> Option<Value> {
    if S::KIND != Kind::Certificate && S::KIND != Kind::Event {
        no_control_characters(
            &Place::root("spec"),
            &written_by_hand(&object["spec"]),
            faults,
        );
    }
    let spec = match read::<S>(object, "spec") {
        Ok(spec) => spec,
        Err(FieldError { field, message, .. }) => {
            faults.add(field, message, "see the OpenAPI document");
            return None;
        }
    };
    check(&spec, faults);
    Some(serde_json::to_value(&spec).expect("plain data becomes JSON"))
}

/// The schema holds all that serde asks for; should the two ever differ, the answer is a fault and
/// not a panic.
fn read<T: serde::de::DeserializeOwned>(object: &Value, field: &str) -> Result<T, FieldError> {
    T::deserialize(&object[field]).map_err(|error| FieldError::new(field, error.to_string()))
}

fn title(kind: Kind, object: &Value) -> String {
    let name = object
        .pointer("/metadata/name")
        .and_then(Value::as_str)
        .filter(|name| !name.is_empty());
    match name {
        Some(name) => format!("{kind} {}", quote(name).trim_matches('`')),
        None => format!("the {kind}"),
    }
}

/// The spec without the contents of Envoy patches: Lua in one has lines.
fn written_by_hand(spec: &Value) -> Value {
    let mut spec = spec.clone();
    let patches = spec.get_mut("envoyPatch").and_then(Value::as_array_mut);
    for patch in patches.into_iter().flatten() {
        if let Some(patch) = patch.as_object_mut() {
            patch.remove("merge");
            patch.remove("json");
        }
    }
    spec
}

/// A newline in a name or header ends up in logs, terminals and requests.
fn no_control_characters(place: &Place<'_>, value: &Value, faults: &mut Faults) {
    match value {
        Value::String(text) if text.chars().any(char::is_control) => faults.add(
            place,
            format!("{} has a control character", quote(text)),
            "remove line breaks, tabs and other control characters",
        ),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                no_control_characters(&place.item(index), item, faults);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                no_control_characters(&place.field(name), field, faults);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Adds a fault if a list has not `least..=most` items.
fn count(
    place: &Place<'_>,
    what: &str,
    found: usize,
    least: usize,
    most: usize,
    faults: &mut Faults,
) {
    if found < least {
        faults.add(
            place,
            format!("there are no {what}"),
            format!("give at least {least}"),
        );
    } else if found > most {
        faults.add(
            place,
            format!("there are {found} {what}"),
            format!("give at most {most}"),
        );
    }
}

/// Adds a fault unless exactly one of some fields is given. `hint`: how to give one.
fn exactly_one(place: &Place<'_>, fields: &[(&str, bool)], hint: &str, faults: &mut Faults) {
    let quoted = |fields: &mut dyn Iterator<Item = &(&str, bool)>| {
        fields
            .map(|(name, _)| format!("`{name}`"))
            .collect::<Vec<_>>()
    };
    let given = quoted(&mut fields.iter().filter(|(_, given)| *given));
    match given.as_slice() {
        [_] => {}
        [] => {
            let all = quoted(&mut fields.iter());
            faults.add(place, format!("has none of {}", all.join(", ")), hint);
        }
        several => faults.add(
            place,
            format!("has {}", several.join(" and ")),
            "keep one of them",
        ),
    }
}

/// Adds a fault for every item that is equal to one before it.
fn unique<T: Ord>(
    place: &Place<'_>,
    items: impl IntoIterator<Item = T>,
    describe: impl Fn(&T) -> String,
    faults: &mut Faults,
) {
    let mut seen = std::collections::BTreeMap::new();
    for (index, item) in items.into_iter().enumerate() {
        if let Some(first) = seen.get(&item) {
            faults.add(
                place.item(index),
                format!("{} is already at {place}[{first}]", describe(&item)),
                "remove or change one of the two",
            );
        } else {
            seen.insert(item, index);
        }
    }
}

fn is_account_scoped(kind: Kind) -> bool {
    kind.scope() == Scope::Account
}
