//! The OpenAPI 3.1 document of the REST API, made from the types themselves.

use serde_json::{Map, Value, json};

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
    components.extend(schemas.shared());
    components.extend(tokens());
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
                "description": "A token of `epicd init`, of POST /auth/v1/tokens or of `epicctl node join`.",
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

/// The bodies of `/auth/v1/tokens`, whose types are epicd's own.
fn tokens() -> Vec<(String, Value)> {
    let role = json!({
        "type": "string",
        "enum": ["admin", "agent"],
        "description": "`admin`: everything on the REST API. `agent`: its own node's intent and report.",
    });
    let node = json!({ "type": "string", "description": "The node, for an agent." });
    let description = json!({ "type": "string", "description": "A few words for people." });
    let id = json!({ "type": "string", "description": "What to delete it by." });
    vec![
        (
            "TokenRequest".to_owned(),
            json!({
                "type": "object",
                "required": ["role"],
                "additionalProperties": false,
                "properties": { "role": role, "node": node, "description": description },
            }),
        ),
        (
            "NewToken".to_owned(),
            json!({
                "type": "object",
                "required": ["id", "token"],
                "properties": {
                    "id": id,
                    "token": { "type": "string", "description": "What to send; never shown again." },
                },
            }),
        ),
        (
            "TokenInfo".to_owned(),
            json!({
                "type": "object",
                "required": ["id", "role", "created"],
                "properties": {
                    "id": id,
                    "role": role,
                    "node": node,
                    "description": description,
                    "created": { "type": "string", "format": "date-time" },
                },
            }),
        ),
        (
            "TokenList".to_owned(),
            json!({
                "type": "object",
                "required": ["items"],
                "properties": { "items": { "type": "array", "items": component("TokenInfo") } },
            }),
        ),
    ]
}

fn component(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

#[cfg(test)]
mod tests;
