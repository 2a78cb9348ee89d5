//! Changes to generated Envoy resources, by themselves: RFC 7396 or RFC 6902, and bounded. Whether
//! Envoy takes what comes out is tried with Envoy, by epicd.

use serde_json::Value;

use super::faults::{Faults, Place, quote};
use super::{count, exactly_one};
use crate::template::EnvoyPatch;

const MAX_PATCHES: usize = 32;
const MAX_OPERATIONS: usize = 64;
const MAX_BYTES: usize = 64 * 1024;
const MAX_NAME: usize = 253;
const OPERATIONS: [&str; 6] = ["add", "remove", "replace", "move", "copy", "test"];

pub(super) fn check(place: &Place<'_>, patches: &[EnvoyPatch], faults: &mut Faults) {
    count(place, "patches", patches.len(), 0, MAX_PATCHES, faults);
    for (index, patch) in patches.iter().take(MAX_PATCHES).enumerate() {
        one(&place.item(index), patch, faults);
    }
}

fn one(place: &Place<'_>, patch: &EnvoyPatch, faults: &mut Faults) {
    let target = place.field("target");
    if let Some(name) = &patch.target.name {
        let bare = name.strip_suffix('*').unwrap_or(name);
        if name.is_empty() || name.len() > MAX_NAME || bare.contains('*') {
            faults.add(
                target.field("name"),
                format!("{} is not a resource's name", quote(name)),
                "write it as `epicctl envoy config` shows it; one `*` at its end stands for the \
                 rest",
            );
        }
    }
    let given = [
        ("merge", patch.merge.is_some()),
        ("json", patch.json.is_some()),
    ];
    exactly_one(
        place,
        &given,
        "write `merge:` with the fields to change, or `json:` with a list of operations",
        faults,
    );
    for (field, change) in [("merge", &patch.merge), ("json", &patch.json)] {
        let bytes = change.as_ref().map_or(0, |change| change.to_string().len());
        if bytes > MAX_BYTES {
            faults.add(
                place.field(field),
                format!("holds {bytes} bytes"),
                format!("write at most {MAX_BYTES}"),
            );
        }
    }
    if let Some(merge) = &patch.merge
        && !merge.is_object()
    {
        faults.add(
            place.field("merge"),
            "is not an object",
            "write the fields of the resource that change (RFC 7396)",
        );
    }
    if let Some(json) = &patch.json {
        operations(&place.field("json"), json, faults);
    }
}

fn operations(place: &Place<'_>, json: &Value, faults: &mut Faults) {
    let Value::Array(operations) = json else {
        faults.add(
            place,
            "is not a list of operations",
            "write `- { op: replace, path: /field, value: … }` (RFC 6902)",
        );
        return;
    };
    count(
        place,
        "operations",
        operations.len(),
        1,
        MAX_OPERATIONS,
        faults,
    );
    for (index, one) in operations.iter().take(MAX_OPERATIONS).enumerate() {
        operation(&place.item(index), one, faults);
    }
}

fn operation(place: &Place<'_>, operation: &Value, faults: &mut Faults) {
    let op = operation
        .get("op")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if !OPERATIONS.contains(&op) {
        faults.add(
            place.field("op"),
            format!("{} is not an operation", quote(op)),
            format!("write one of {} (RFC 6902)", OPERATIONS.join(", ")),
        );
        return;
    }
    pointer(place, "path", operation, faults);
    if op == "move" || op == "copy" {
        pointer(place, "from", operation, faults);
    }
    if ["add", "replace", "test"].contains(&op) && operation.get("value").is_none() {
        faults.add(
            place.field("value"),
            format!("is missing: `{op}` needs it"),
            "give `value`; `null` is one",
        );
    }
}

/// RFC 6901.
fn pointer(place: &Place<'_>, field: &str, operation: &Value, faults: &mut Faults) {
    let text = operation.get(field).and_then(Value::as_str);
    let escaped = |text: &str| {
        text.split('~')
            .skip(1)
            .all(|after| after.starts_with(['0', '1']))
    };
    let fits = text.is_some_and(|text| (text.is_empty() || text.starts_with('/')) && escaped(text));
    if !fits {
        faults.add(
            place.field(field),
            format!("{} is not a JSON pointer", quote(text.unwrap_or_default())),
            "write `/field/0/field`, with `~1` for `/` and `~0` for `~` in names (RFC 6901)",
        );
    }
}
