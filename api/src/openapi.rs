//! The OpenAPI 3.1 document of the REST API, made from the types themselves.

use serde_json::Value;

use crate::kind::Kind;

mod schema;

/// The document.
pub fn document() -> Value {
    Value::Null
}

/// The JSON Schema (draft 2020-12) of a kind's objects. It stands by itself: what is used more than
/// once is under `$defs`.
pub fn schema(kind: Kind) -> Value {
    let mut schemas = schema::Schemas::at("/$defs");
    let mut object = schemas.of_kind(kind);
    object["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    object["title"] = kind.name().into();
    object["$defs"] = schemas.shared().into();
    object
}
