//! The OpenAPI 3.1 document of the REST API, made from the types themselves.

use serde_json::{Map, Value, json};

use crate::access::{NewToken, Question, TokenInfo, TokenRequest, User, Verdict, WhoAmI};
use crate::audit::AuditList;
use crate::batch::{BatchAnswer, BatchRequest};
use crate::enroll::{EnrollRequest, Enrollment, RenewRequest};
use crate::error::ApiError;
use crate::kind::Kind;
use crate::topology::Topology;

mod operations;
mod schema;

use schema::Schemas;

/// The document. The same for the same version of EPIC, byte for byte.
pub fn document() -> Value {
    let mut schemas = Schemas::at("/components/schemas");
    let mut components = Map::new();
    for kind in Kind::ALL {
        components.insert(kind.name().to_owned(), schemas.of_kind(kind));
        components.insert(format!("{kind}List"), list(kind));
        components.insert(format!("{kind}WatchEvent"), watch_event(kind));
    }
    schemas.of::<ApiError>();
    schemas.of::<Topology>();
    schemas.of::<BatchRequest>();
    schemas.of::<BatchAnswer>();
    schemas.of::<AuditList>();
    schemas.of::<TokenRequest>();
    schemas.of::<NewToken>();
    schemas.of::<TokenInfo>();
    schemas.of::<User>();
    schemas.of::<WhoAmI>();
    schemas.of::<Question>();
    schemas.of::<Verdict>();
    schemas.of::<EnrollRequest>();
    schemas.of::<RenewRequest>();
    schemas.of::<Enrollment>();
    components.extend(schemas.shared());
    components.insert("TokenList".to_owned(), items("TokenInfo"));
    components.insert("UserList".to_owned(), items("User"));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "EPIC",
            "summary": "Gateways with real addresses, programmed through one API",
            "description": DESCRIPTION,
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "paths": operations::paths(),
        "components": {
            "schemas": components,
            "responses": { "Error": {
                "description": "Refused or failed: one shape for every error.",
                "content": { "application/json": {
                    "schema": { "$ref": "#/components/schemas/ApiError" },
                }},
            }},
            "securitySchemes": { "token": {
                "type": "http",
                "scheme": "bearer",
                "description": "A token of `epicd init`, of POST /auth/v1/tokens or of `epicctl node join`. Agents present a certificate instead.",
            }},
        },
        "security": [{ "token": [] }],
    })
}

const DESCRIPTION: &str = "Kubernetes-shaped objects. A watch from the resourceVersion of a list \
    misses nothing. An update that carries a stale resourceVersion is refused with 409. An object \
    that is not valid is refused with 422, and every fault is named with its place and a hint.";

/// The JSON Schema (draft 2020-12) of a kind's objects. It stands by itself: what is used more than
/// once is under `$defs`.
pub fn schema(kind: Kind) -> Value {
    let mut schemas = Schemas::at("/$defs");
    let mut object = schemas.of_kind(kind);
    object["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    object["title"] = kind.name().into();
    object["$defs"] = schemas.shared().into();
    object
}

fn list(kind: Kind) -> Value {
    json!({
        "type": "object",
        "description": format!("Every {kind} that was asked for, at one revision of the store."),
        "required": ["resourceVersion", "items"],
        "properties": {
            "resourceVersion": {
                "type": "string",
                "description": "The store's revision; a watch from here misses nothing.",
            },
            "continue": {
                "type": "string",
                "description": "What gives the next page; absent on the last.",
            },
            "remainingItemCount": {
                "type": "integer",
                "description": "How many objects the further pages have.",
            },
            "items": { "type": "array", "items": component(kind.name()) },
        },
    })
}

fn watch_event(kind: Kind) -> Value {
    let event = |types: &[&str], object: Value| {
        json!({
            "type": "object",
            "required": ["type", "object"],
            "properties": { "type": { "type": "string", "enum": types }, "object": object },
        })
    };
    let bookmark = json!({
        "type": "object",
        "description": "Nothing of the kind changed up to here.",
        "required": ["resourceVersion"],
        "properties": { "resourceVersion": { "type": "string" } },
    });
    json!({
        "description": "One line of a watch.",
        "oneOf": [
            event(&["ADDED", "MODIFIED", "DELETED"], component(kind.name())),
            event(&["BOOKMARK"], bookmark),
            event(&["ERROR"], component("ApiError")),
        ],
    })
}

/// `{ items: [...] }`.
fn items(of: &str) -> Value {
    json!({
        "type": "object",
        "required": ["items"],
        "properties": { "items": { "type": "array", "items": component(of) } },
    })
}

fn component(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

#[cfg(test)]
mod tests;
