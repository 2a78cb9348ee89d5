//! Server-side apply: several managers share an object, and each field has an owner. Pure.
//!
//! ```text
//!   live object ──┐
//!   sent fields ──┼─► apply ─► merged object, owners        or every conflict, with its owner
//!   owners ───────┘
//! ```
//!
//! The rules are Kubernetes': what a manager sends is merged in and becomes its own; a field that
//! it owned alone and sends no more goes; a field that another manager set to another value is a
//! conflict, which `force` decides for the sender. An object nobody has applied yet belongs to
//! [`BEFORE`] as a whole. Objects that are only ever written whole have no owners at all, so that
//! they pay nothing for this.

use std::collections::BTreeSet;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::error::{ApiError, FieldError, Reason};
use crate::object::RawObject;

mod fields;
#[cfg(test)]
mod tests;

use fields::{leaves, merge, nodes, overlapping, prune, without_nulls};

/// Whose the fields are that were there before the first server-side apply.
pub const BEFORE: &str = "before-first-apply";
/// The longest name of a manager, in bytes.
pub const LONGEST_MANAGER: usize = 128;
/// The most managers of one object.
const MANAGERS: usize = 32;
/// The most bytes of field names that owners take up in one object.
const BYTES: usize = 4 << 20;
/// The most conflicts that are told.
const TOLD: usize = 100;

/// The fields one manager owns.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ManagedFields {
    /// Who: `fieldManager` of the request.
    pub manager: String,
    /// How the fields came to be its own.
    pub operation: ManagedBy,
    /// When it last changed one of them.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub time: Timestamp,
    /// Which: `spec.listeners[name="http"].port`.
    pub fields: BTreeSet<String>,
}

/// How a field came to its owner.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum ManagedBy {
    /// By server-side apply: the manager has an opinion on it, and takes it along when it goes.
    Apply,
    /// By any other write.
    Update,
}

/// What is sent to be applied.
#[derive(Clone, Copy, Debug)]
pub struct Applied<'a> {
    /// An object with the fields the manager cares about; `metadata` counts as far as labels and
    /// annotations.
    pub fields: &'a Value,
    /// Who.
    pub manager: &'a str,
    /// Takes over what conflicts.
    pub force: bool,
}

/// The object after an apply and before it is admitted, and who owns what then.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The whole object as JSON, to be admitted as if it had been sent.
    pub object: Value,
    sent: BTreeSet<String>,
}

/// The live object with what is sent merged in, and without what the manager no longer sends.
pub fn merged(live: Option<&RawObject>, applied: &Applied<'_>) -> Merged {
    let sent = owned_part(&without_nulls(applied.fields));
    let sent_paths = leaves(&sent);
    let mut object = match live {
        Some(live) => {
            let mut value = owned_part(&as_json(live));
            merge(&mut value, &sent);
            value
        }
        None => sent,
    };
    if let Some(live) = live {
        let before = owners_of(live);
        let mine = before
            .iter()
            .find(|owner| owner.is(applied.manager, ManagedBy::Apply));
        let dropped: BTreeSet<String> = mine
            .map(|mine| mine.fields.difference(&sent_paths).cloned().collect())
            .unwrap_or_default();
        let mut kept = sent_paths.clone();
        for owner in &before {
            if !owner.is(applied.manager, ManagedBy::Apply) {
                kept.extend(owner.fields.iter().cloned());
            }
        }
        prune(&mut object, &dropped, &kept);
    }
    for part in ["apiVersion", "kind"] {
        if let Some(said) = applied.fields.get(part) {
            object[part] = said.clone();
        }
    }
    if let Some(said) = applied.fields.get("metadata").and_then(Value::as_object) {
        for (name, value) in said {
            if !["labels", "annotations", "managedFields"].contains(&name.as_str()) {
                object["metadata"][name] = value.clone();
            }
        }
    }
    Merged {
        object,
        sent: sent_paths,
    }
}

/// Who owns what after the apply, given the merged object as it was admitted (defaults filled in,
/// values in their one form).
///
/// # Errors
/// 409 with every conflict; 413 if there are too many managers or fields.
pub fn owners(
    live: Option<&RawObject>,
    merged: &Merged,
    admitted: &RawObject,
    applied: &Applied<'_>,
    now: Timestamp,
) -> Result<Vec<ManagedFields>, ApiError> {
    let before = live.map(owners_of).unwrap_or_default();
    let (old, new) = (
        live.map(|live| owned_part(&as_json(live))),
        owned_part(&as_json(admitted)),
    );
    let unchanged = old.as_ref() == Some(&new);
    let (old, new) = (old.as_ref().map(nodes).unwrap_or_default(), nodes(&new));
    let changed: Vec<&String> = merged
        .sent
        .iter()
        .filter(|path| old.get(*path) != new.get(*path))
        .collect();

    let mut conflicts = Vec::new();
    let mut after = Vec::with_capacity(before.len() + 1);
    let mut mine = None;
    for mut owner in before {
        if owner.is(applied.manager, ManagedBy::Apply) {
            mine = Some(owner);
            continue;
        }
        for path in &changed {
            for contested in overlapping(&owner.fields, path, &old) {
                if applied.force {
                    owner.fields.remove(&contested);
                } else {
                    conflicts.push((path.as_str(), owner.manager.clone()));
                }
            }
        }
        if !owner.fields.is_empty() {
            after.push(owner);
        }
    }
    if !conflicts.is_empty() {
        return Err(conflict(admitted, conflicts));
    }
    let time = match mine {
        Some(mine) if unchanged && mine.fields == merged.sent => mine.time,
        _ => now,
    };
    if !merged.sent.is_empty() {
        after.push(ManagedFields {
            manager: applied.manager.to_owned(),
            operation: ManagedBy::Apply,
            time,
            fields: merged.sent.clone(),
        });
    }
    bounded(admitted, after)
}

/// Who owns what after a write of the whole object: what it changed is the writer's. Objects
/// without owners stay without.
///
/// # Errors
/// 413 if there are too many managers or fields.
pub fn after_update(
    previous: &RawObject,
    object: &RawObject,
    manager: &str,
    now: Timestamp,
) -> Result<Vec<ManagedFields>, ApiError> {
    if previous.metadata.managed_fields.is_empty() {
        return Ok(Vec::new());
    }
    let (old, new) = (owned_part(&as_json(previous)), owned_part(&as_json(object)));
    if old == new {
        return Ok(previous.metadata.managed_fields.clone());
    }
    let (old, new) = (nodes(&old), nodes(&new));
    let written: BTreeSet<String> = new
        .iter()
        .filter(|(path, node)| node.is_leaf() && old.get(*path) != Some(node))
        .map(|(path, _)| path.clone())
        .collect();
    let gone = old
        .iter()
        .filter(|(path, node)| node.is_leaf() && !new.contains_key(*path))
        .map(|(path, _)| path);
    let mut after = previous.metadata.managed_fields.clone();
    for path in written.iter().chain(gone) {
        for owner in &mut after {
            for contested in overlapping(&owner.fields, path, &old) {
                owner.fields.remove(&contested);
            }
        }
    }
    match after
        .iter_mut()
        .find(|owner| owner.is(manager, ManagedBy::Update))
    {
        Some(own) if !written.is_empty() => {
            own.fields.extend(written);
            own.time = now;
        }
        None if !written.is_empty() => after.push(ManagedFields {
            manager: manager.to_owned(),
            operation: ManagedBy::Update,
            time: now,
            fields: written,
        }),
        _ => {}
    }
    after.retain(|owner| !owner.fields.is_empty());
    bounded(object, after)
}

impl ManagedFields {
    fn is(&self, manager: &str, operation: ManagedBy) -> bool {
        self.manager == manager && self.operation == operation
    }
}

/// The recorded owners, or, before there are any, the one that stands for all.
fn owners_of(live: &RawObject) -> Vec<ManagedFields> {
    let known = &live.metadata.managed_fields;
    if !known.is_empty() {
        return known.clone();
    }
    let fields = leaves(&owned_part(&as_json(live)));
    let time = live.metadata.creation_timestamp.unwrap_or_default();
    vec![ManagedFields {
        manager: BEFORE.to_owned(),
        operation: ManagedBy::Update,
        time,
        fields,
    }]
}

fn as_json(object: &RawObject) -> Value {
    json!({
        "metadata": { "labels": object.metadata.labels, "annotations": object.metadata.annotations },
        "spec": object.spec,
    })
}

/// The parts of an object that have owners.
fn owned_part(object: &Value) -> Value {
    let mut part = json!({ "metadata": {}, "spec": {} });
    for name in ["labels", "annotations"] {
        let found = object
            .get("metadata")
            .and_then(|metadata| metadata.get(name));
        if let Some(found) = found.filter(|found| *found != &json!({})) {
            part["metadata"][name] = found.clone();
        }
    }
    if let Some(spec) = object.get("spec") {
        part["spec"] = spec.clone();
    }
    part
}

fn conflict(object: &RawObject, conflicts: Vec<(&str, String)>) -> ApiError {
    let count = conflicts.len();
    let mut causes: Vec<FieldError> = conflicts
        .into_iter()
        .map(|(path, manager)| FieldError::new(path, format!("is set by manager `{manager}`")))
        .collect();
    causes.sort();
    causes.dedup();
    causes.truncate(TOLD);
    let noun = if count == 1 { "field" } else { "fields" };
    ApiError {
        causes,
        ..ApiError::new(
            Reason::Conflict,
            format!(
                "{} was not applied: {count} {noun} of other managers would change",
                object.key()
            ),
        )
    }
    .with_hint("leave them out, or take them over with force=true (--force-conflicts)")
}

/// Sorted, so that the same owners are the same bytes.
fn bounded(
    object: &RawObject,
    mut owners: Vec<ManagedFields>,
) -> Result<Vec<ManagedFields>, ApiError> {
    owners.sort_by(|a, b| (&a.manager, a.operation).cmp(&(&b.manager, b.operation)));
    let too_large = |message: String| Err(ApiError::new(Reason::TooLarge, message));
    if owners.len() > MANAGERS {
        return too_large(format!(
            "{} would have more than {MANAGERS} field managers",
            object.key()
        ));
    }
    let bytes: usize = owners
        .iter()
        .flat_map(|owner| &owner.fields)
        .map(String::len)
        .sum();
    if bytes > BYTES {
        return too_large(format!(
            "the names of owned fields in {} would take {} MiB and more; write it whole instead",
            object.key(),
            BYTES >> 20
        ));
    }
    Ok(owners)
}

/// Whether the name can stand for a manager.
///
/// # Errors
/// 400, with what would be right.
pub fn check_manager(name: &str) -> Result<(), ApiError> {
    let plain = !name.chars().any(char::is_control) && name.trim() == name;
    if plain && (1..=LONGEST_MANAGER).contains(&name.len()) {
        return Ok(());
    }
    let message = "fieldManager is not usable";
    Err(
        ApiError::new(Reason::BadRequest, message).with_hint(format!(
            "name who applies, in 1 to {LONGEST_MANAGER} bytes without control characters"
        )),
    )
}
