//! Changing a part of an object: JSON Merge Patch (RFC 7396) and JSON Patch (RFC 6902). Pure.

use std::fmt;

use json_patch::{PatchErrorKind, PatchOperation};
use serde_json::Value;

use crate::error::{ApiError, Reason};

/// The most operations of a JSON Patch.
const OPERATIONS: usize = 1_000;
/// The most bytes that `copy` may add: each may double the object.
const COPIED: usize = 4 << 20;
/// The deepest an object may become; as deep as one that is sent can be.
const DEPTH: usize = 128;

/// The kinds of PATCH, by content type.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PatchType {
    /// RFC 7396: an object with the fields to set; `null` removes.
    Merge,
    /// RFC 6902: a list of operations.
    Json,
    /// Server-side apply as JSON or YAML; see [`crate::ownership`].
    Apply,
}

impl PatchType {
    /// Every one.
    pub const ALL: [PatchType; 3] = [PatchType::Merge, PatchType::Json, PatchType::Apply];

    /// As it is sent.
    pub const fn content_type(self) -> &'static str {
        match self {
            PatchType::Merge => "application/merge-patch+json",
            PatchType::Json => "application/json-patch+json",
            PatchType::Apply => "application/apply-patch+yaml",
        }
    }

    /// From a request's `Content-Type`; what follows a `;` does not count.
    pub fn from_content_type(text: &str) -> Option<PatchType> {
        let text = text.split(';').next().unwrap_or_default().trim();
        if text.eq_ignore_ascii_case("application/apply-patch+json") {
            return Some(PatchType::Apply);
        }
        PatchType::ALL
            .into_iter()
            .find(|kind| kind.content_type().eq_ignore_ascii_case(text))
    }
}

impl fmt::Display for PatchType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            PatchType::Merge => "merge patch",
            PatchType::Json => "JSON patch",
            PatchType::Apply => "apply",
        })
    }
}

/// Applies a merge patch.
pub fn merge(object: &mut Value, patch: &Value) {
    json_patch::merge(object, patch);
}

/// Applies a JSON patch as a whole or not at all.
///
/// # Errors
/// 400 for what is no patch, 409 for a `test` that fails, 413 for one that grows without measure,
/// 422 for one that does not fit the object.
pub fn apply_operations(object: &Value, patch: &Value) -> Result<Value, ApiError> {
    let operations: Vec<PatchOperation> = serde::Deserialize::deserialize(patch).map_err(|error| {
        ApiError::new(Reason::BadRequest, format!("this is no JSON patch: {error}"))
            .with_hint(r#"it is a list such as [{"op":"replace","path":"/spec/template","value":"public"}]"#)
    })?;
    if operations.len() > OPERATIONS {
        return Err(ApiError::new(
            Reason::TooLarge,
            format!(
                "the JSON patch has {} operations; at most {OPERATIONS} are taken",
                operations.len()
            ),
        ));
    }
    let mut patched = object.clone();
    let mut copied = 0;
    for (index, operation) in operations.iter().enumerate() {
        check_growth(&patched, operation, &mut copied)
            .map_err(|what| ApiError::new(Reason::TooLarge, format!("operation {index} {what}")))?;
        json_patch::patch(&mut patched, std::slice::from_ref(operation))
            .map_err(|error| refusal(index, operation, &error.kind))?;
    }
    Ok(patched)
}

/// A patch of a few bytes must not make an object of many, nor one too deep to walk.
fn check_growth(
    object: &Value,
    operation: &PatchOperation,
    copied: &mut usize,
) -> Result<(), String> {
    let (path, value) = match operation {
        PatchOperation::Add(add) => (&add.path, Some(&add.value)),
        PatchOperation::Replace(replace) => (&replace.path, Some(&replace.value)),
        PatchOperation::Move(moved) => (&moved.path, moved.from.resolve(object).ok()),
        PatchOperation::Copy(copy) => {
            let value = copy.from.resolve(object).ok();
            *copied += value.map_or(0, |value| value.to_string().len());
            (&copy.path, value)
        }
        PatchOperation::Remove(_) | PatchOperation::Test(_) => return Ok(()),
    };
    if *copied > COPIED {
        return Err(format!("copies more than {} MiB in all", COPIED >> 20));
    }
    if path.count() + value.map_or(0, depth) > DEPTH {
        return Err(format!("nests more than {DEPTH} levels deep"));
    }
    Ok(())
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Object(fields) => 1 + fields.values().map(depth).max().unwrap_or_default(),
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or_default(),
        _ => 0,
    }
}

fn refusal(index: usize, operation: &PatchOperation, kind: &PatchErrorKind) -> ApiError {
    let path = operation.path().as_str();
    match kind {
        PatchErrorKind::TestFailed => ApiError::new(
            Reason::Conflict,
            format!("operation {index}: the test of {path} failed; nothing was changed"),
        )
        .with_hint("read the object again and make the patch anew"),
        kind => ApiError::new(
            Reason::Invalid,
            format!("operation {index} at {path} does not fit the object: {kind}"),
        )
        .with_hint("only `add` makes a field or item; all else needs one that is there"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_content_type_says_which_patch() {
        for (text, kind) in [
            ("application/merge-patch+json", Some(PatchType::Merge)),
            (
                "application/JSON-patch+json; charset=utf-8",
                Some(PatchType::Json),
            ),
            ("application/apply-patch+yaml", Some(PatchType::Apply)),
            ("application/apply-patch+json", Some(PatchType::Apply)),
            ("application/json", None),
        ] {
            assert_eq!(PatchType::from_content_type(text), kind, "{text}");
        }
    }

    #[test]
    fn operations_happen_in_order_and_together() {
        let object = json!({ "spec": { "a": 1, "list": [1, 2] } });
        let patch = json!([
            { "op": "test", "path": "/spec/a", "value": 1 },
            { "op": "add", "path": "/spec/list/-", "value": 3 },
            { "op": "remove", "path": "/spec/list/0" },
            { "op": "move", "from": "/spec/a", "path": "/spec/b" },
        ]);
        let patched = apply_operations(&object, &patch).unwrap();
        assert_eq!(patched, json!({ "spec": { "b": 1, "list": [2, 3] } }));
    }

    #[test]
    fn what_does_not_fit_is_told_by_its_place() {
        let object = json!({ "spec": { "a": 1 } });
        for (patch, code, words) in [
            (json!({ "a": 1 }), 400, "no JSON patch"),
            (
                json!([{ "op": "dance", "path": "/a" }]),
                400,
                "no JSON patch",
            ),
            (
                json!([{ "op": "remove", "path": "/spec/b" }]),
                422,
                "operation 0 at /spec/b",
            ),
            (
                json!([{ "op": "test", "path": "/spec/a", "value": 2 }]),
                409,
                "test of /spec/a",
            ),
            (
                json!(vec![json!({ "op": "remove", "path": "/a" }); 1_001]),
                413,
                "1001 operations",
            ),
        ] {
            let error = apply_operations(&object, &patch).unwrap_err();
            assert_eq!(error.code, code, "{error}");
            assert!(error.message.contains(words), "{error}");
        }
    }

    #[test]
    fn copies_that_double_and_moves_that_nest_are_stopped() {
        let object = json!({ "spec": { "text": "x".repeat(1 << 20) } });
        let double = json!({ "op": "copy", "from": "/spec", "path": "/spec/again" });
        let error = apply_operations(&object, &json!(vec![double; 40])).unwrap_err();
        assert!(
            error.code == 413 && error.message.contains("copies"),
            "{error}"
        );
        let nest: Vec<Value> = (0..200)
            .flat_map(|_| {
                [
                    json!({ "op": "add", "path": "/next", "value": {} }),
                    json!({ "op": "move", "from": "/spec", "path": "/next/down" }),
                    json!({ "op": "move", "from": "/next", "path": "/spec" }),
                ]
            })
            .collect();
        let error = apply_operations(&json!({ "spec": {} }), &json!(nest)).unwrap_err();
        assert!(
            error.code == 413 && error.message.contains("deep"),
            "{error}"
        );
    }

    proptest! {
        #[test]
        fn a_merge_patch_is_idempotent(a in any::<[Option<u8>; 4]>(), b in any::<[Option<u8>; 4]>()) {
            let object = |values: &[Option<u8>]| -> Value {
                values.iter().enumerate().map(|(i, v)| (format!("f{i}"), json!(v))).collect()
            };
            let (mut once, patch) = (object(&a), object(&b));
            merge(&mut once, &patch);
            let mut twice = once.clone();
            merge(&mut twice, &patch);
            prop_assert_eq!(once, twice);
        }
    }
}
