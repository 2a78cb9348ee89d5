//! What can be asked, where.

use serde_json::{Map, Value, json};

use super::component;
use crate::audit::AUDIT_PATH;
use crate::batch::BATCH_PATH;
use crate::kind::{Kind, Scope};
use crate::meta::ObjectKey;
use crate::patch::PatchType;
use crate::path::{ApiPath, Subresource};

/// Every path with its operations.
pub(super) fn paths() -> Map<String, Value> {
    let mut paths = Map::new();
    for kind in Kind::ALL {
        resource(kind, &mut paths);
    }
    for (path, item) in others() {
        paths.insert(path.to_owned(), item);
    }
    paths
}

fn resource(kind: Kind, paths: &mut Map<String, Value>) {
    let account = match kind.scope() {
        Scope::Cluster => None,
        Scope::Account => Some("{account}".to_owned()),
    };
    let plural = kind.plural();
    let list = |account: Option<String>| ApiPath::List { kind, account }.to_string();
    let mut everywhere = json!({
        "get": operation(kind, "list", &format!("List or watch {plural}"), &list_parameters(), None, list_answers(kind)),
    });
    if account.is_none() {
        everywhere["post"] = create(kind);
        // A list of everything and the place to make one are the same path.
        paths.insert(list(None), everywhere);
    } else {
        everywhere["get"]["operationId"] = format!("listAll{kind}").into();
        everywhere["get"]["summary"] = format!("List or watch {plural} of every account").into();
        paths.insert(list(None), everywhere);
        let within = json!({
            "parameters": [path_parameter("account", "The account.")],
            "get": operation(kind, "list", &format!("List or watch {plural} of an account"), &list_parameters(), None, list_answers(kind)),
            "post": create(kind),
        });
        paths.insert(list(account.clone()), within);
    }

    let key = ObjectKey {
        kind,
        account: account.clone(),
        name: "{name}".to_owned(),
    };
    let object = |sub| {
        ApiPath::Object {
            key: key.clone(),
            sub,
        }
        .to_string()
    };
    let mut parameters = vec![path_parameter("name", "The object's name.")];
    if account.is_some() {
        parameters.insert(0, path_parameter("account", "The account."));
    }
    let whole = || json!({ "200": answer(&format!("The {kind}."), component(kind.name())) });
    paths.insert(
        object(None),
        json!({
            "parameters": parameters,
            "get": operation(kind, "get", &format!("Get a {kind}"), &[], None, whole()),
            "put": operation(
                kind, "apply", &format!("Make a {kind} what is sent, whether it exists or not"),
                &[dry_run()], Some(component(kind.name())), whole(),
            ),
            "patch": patch(kind, whole()),
            "delete": operation(
                kind, "delete", &format!("Delete a {kind}; answers how it was last"),
                &[dry_run()], None, whole(),
            ),
        }),
    );
    let status = json!({ "200": answer("What EPIC reports.", json!({ "type": "object" })) });
    paths.insert(
        object(Some(Subresource::Status)),
        json!({
            "parameters": parameters,
            "get": operation(kind, "getStatusOf", &format!("Get the status of a {kind}"), &[], None, status),
        }),
    );
    if kind == Kind::Gateway {
        let graph = json!({ "200": answer("Address to endpoint, with health and rates.", component("Topology")) });
        paths.insert(
            object(Some(Subresource::Topology)),
            json!({
                "parameters": parameters,
                "get": operation(kind, "getTopologyOf", "Get the live graph of a Gateway", &[], None, graph),
            }),
        );
    }
}

fn create(kind: Kind) -> Value {
    operation(
        kind,
        "create",
        &format!("Make a {kind}; refused if it exists"),
        &[dry_run(), idempotency_key()],
        Some(component(kind.name())),
        json!({ "201": answer(&format!("The {kind}."), component(kind.name())) }),
    )
}

fn patch(kind: Kind, answers: Value) -> Value {
    let parameters = [
        dry_run(),
        query_parameter(
            "fieldManager",
            "string",
            "Who owns the fields that are set; needed to apply.",
        ),
        query_parameter("force", "boolean", "Take over fields of other managers."),
    ];
    let summary = format!("Change a part of a {kind}, or apply some of its fields");
    let mut operation = operation(kind, "patch", &summary, &parameters, None, answers);
    let bodies: Map<String, Value> = PatchType::ALL
        .iter()
        .map(|kind| {
            let body = match kind {
                PatchType::Json => json!({ "type": "array", "items": { "type": "object" } }),
                PatchType::Merge | PatchType::Apply => json!({ "type": "object" }),
            };
            (kind.content_type().to_owned(), json!({ "schema": body }))
        })
        .collect();
    operation["requestBody"] = json!({ "required": true, "content": bodies });
    operation
}

fn list_answers(kind: Kind) -> Value {
    json!({ "200": {
        "description": "The list; with `watch=true`, one event a line for as long as the connection holds.",
        "content": {
            "application/json": { "schema": component(&format!("{kind}List")) },
            "application/x-ndjson": { "schema": component(&format!("{kind}WatchEvent")) },
        },
    }})
}

fn others() -> Vec<(&'static str, Value)> {
    let text = json!({ "200": {
        "description": "`ok`.",
        "content": { "text/plain": { "schema": { "type": "string" } } },
    }});
    let probe = |id: &str, summary: &str| {
        let mut get = plain(id, summary, &[], None, text.clone());
        // Whoever watches a process need not know a secret.
        get["security"] = json!([]);
        json!({ "get": get })
    };
    let node = path_parameter("node", "The node the token is for.");
    let mut others = vec![
        ("/healthz", probe("getHealth", "Whether epicd runs")),
        (
            "/readyz",
            probe("getReadiness", "Whether epicd takes requests"),
        ),
        (
            "/metrics",
            json!({ "get": plain("getMetrics", "Figures for Prometheus", &[], None, json!({ "200": {
                "description": "OpenMetrics.",
                "content": { "application/openmetrics-text": { "schema": { "type": "string" } } },
            }}))}),
        ),
        (
            BATCH_PATH,
            json!({ "post": plain("batch", "Many writes in one commit", &[idempotency_key()], Some(component("BatchRequest")), json!({
                "200": answer("What became of each item.", component("BatchAnswer")),
            }))}),
        ),
        (
            AUDIT_PATH,
            json!({ "get": plain("getAudit", "Who did what, oldest first", &[
                query_parameter("since", "string", "After this moment (RFC 3339)."),
                query_parameter("user", "string", "Only of this user."),
                query_parameter("kind", "string", "Only about objects of this kind."),
                query_parameter("limit", "integer", "The most entries, the newest; 1,000 when absent."),
            ], None, json!({ "200": answer("The entries.", component("AuditList")) }))}),
        ),
        (
            "/openapi.json",
            json!({ "get": plain("getOpenApi", "This document", &[], None, json!({
                "200": answer("OpenAPI 3.1.", json!({ "type": "object" })),
            }))}),
        ),
        (
            "/auth/v1/tokens",
            json!({
                "get": plain("listTokens", "List tokens, without their secrets", &[], None, json!({
                    "200": answer("Every token.", component("TokenList")),
                })),
                "post": plain("createToken", "Make a token; it is shown this once", &[], Some(component("TokenRequest")), json!({
                    "201": answer("The token.", component("NewToken")),
                })),
            }),
        ),
        (
            "/auth/v1/tokens/{id}",
            json!({
                "parameters": [path_parameter("id", "The token's id.")],
                "delete": plain("deleteToken", "Delete a token; it is good for nothing from then on", &[], None, json!({
                    "200": answer("The token, without its secret.", component("TokenInfo")),
                })),
            }),
        ),
        (
            "/agent/v1/nodes/{node}/intent",
            json!({
                "parameters": [node],
                "get": plain("getIntent", "What a node serves, then every change; for its agent only", &[], None, json!({ "200": {
                    "description": "One line per object, without end.",
                    "content": { "application/x-ndjson": { "schema": { "type": "object" } } },
                }})),
            }),
        ),
        (
            "/agent/v1/nodes/{node}/report",
            json!({
                "parameters": [node],
                "post": plain("report", "How a node and its instances are; for its agent only", &[], Some(json!({ "type": "object" })), json!({
                    "200": answer("Taken.", json!({ "type": "object" })),
                })),
            }),
        ),
    ];
    others.extend(access());
    others
}

/// Users, roles, and how agents join.
fn access() -> Vec<(&'static str, Value)> {
    let user = || component("User");
    let whole = |what: &str| json!({ "200": answer(what, user()) });
    vec![
        (
            "/auth/v1/users",
            json!({
                "get": plain("listUsers", "List users", &[], None, json!({
                    "200": answer("Every user.", component("UserList")),
                })),
                "post": plain("createUser", "Make a user; refused if it exists", &[], Some(user()), json!({
                    "201": answer("The user.", user()),
                })),
            }),
        ),
        (
            "/auth/v1/users/{name}",
            json!({
                "parameters": [path_parameter("name", "The user's name.")],
                "get": plain("getUser", "Get a user", &[], None, whole("The user.")),
                "put": plain("changeUser", "Make a user that exists what is sent", &[], Some(user()), whole("The user.")),
                "delete": plain("deleteUser", "Delete a user and all of its tokens", &[], None, whole("The user, as it was last.")),
            }),
        ),
        (
            "/auth/v1/whoami",
            json!({ "get": plain("whoAmI", "Who is asking, and what roles that one has", &[], None, json!({
                "200": answer("Who.", component("WhoAmI")),
            }))}),
        ),
        (
            "/auth/v1/can-i",
            json!({ "post": plain("canI", "Whether who is asking may do something", &[], Some(component("Question")), json!({
                "200": answer("Yes or no.", component("Verdict")),
            }))}),
        ),
        (
            crate::enroll::ENROLL_PATH,
            json!({ "post": plain("enroll", "Trade a join token for an agent's first certificate", &[], Some(component("EnrollRequest")), json!({
                "201": answer("The certificate.", component("Enrollment")),
            }))}),
        ),
        (
            crate::enroll::RENEW_PATH,
            json!({ "post": plain("renew", "Trade the certificate that is presented for the next one", &[], Some(component("RenewRequest")), json!({
                "201": answer("The certificate.", component("Enrollment")),
            }))}),
        ),
        (
            "/auth/v1/nodes/{node}/revoke",
            json!({
                "parameters": [path_parameter("node", "The node.")],
                "post": plain("revokeNode", "Make every certificate and token of a node's agent worthless", &[], None, json!({
                    "200": answer("Done.", json!({ "type": "object" })),
                })),
            }),
        ),
    ]
}

fn operation(
    kind: Kind,
    verb: &str,
    summary: &str,
    parameters: &[Value],
    body: Option<Value>,
    answers: Value,
) -> Value {
    let mut operation = plain(&format!("{verb}{kind}"), summary, parameters, body, answers);
    operation["tags"] = json!([kind.name()]);
    operation
}

fn plain(
    id: &str,
    summary: &str,
    parameters: &[Value],
    body: Option<Value>,
    mut answers: Value,
) -> Value {
    answers["default"] = json!({ "$ref": "#/components/responses/Error" });
    let mut operation = json!({ "operationId": id, "summary": summary, "responses": answers });
    if !parameters.is_empty() {
        operation["parameters"] = parameters.into();
    }
    if let Some(schema) = body {
        operation["requestBody"] = json!({
            "required": true,
            "content": { "application/json": { "schema": schema } },
        });
    }
    operation
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "made for this call; `json!` borrows"
)]
fn answer(description: &str, schema: Value) -> Value {
    json!({
        "description": description,
        "content": { "application/json": { "schema": schema } },
    })
}

fn path_parameter(name: &str, description: &str) -> Value {
    json!({
        "name": name,
        "in": "path",
        "required": true,
        "description": description,
        "schema": { "type": "string" },
    })
}

fn query_parameter(name: &str, schema: &str, description: &str) -> Value {
    json!({
        "name": name,
        "in": "query",
        "description": description,
        "schema": { "type": schema },
    })
}

fn list_parameters() -> [Value; 6] {
    [
        query_parameter(
            "watch",
            "boolean",
            "Changes as they happen instead of a list.",
        ),
        query_parameter(
            "resourceVersion",
            "string",
            "With `watch`: the revision after which changes are wanted. 410 if it is too old.",
        ),
        query_parameter(
            "labelSelector",
            "string",
            "Only objects with these labels: `app=web,tier!=db,env in (a,b),env notin (c),team,!old`.",
        ),
        query_parameter(
            "fieldSelector",
            "string",
            "Only objects with these fields: `metadata.name=web,spec.template!=public`.",
        ),
        query_parameter(
            "limit",
            "integer",
            "Without `watch`: the most objects of a page, up to 10,000.",
        ),
        query_parameter(
            "continue",
            "string",
            "Without `watch`: the `continue` of the page before. 410 when the list is over.",
        ),
    ]
}

fn dry_run() -> Value {
    query_parameter("dryRun", "boolean", "Check everything, store nothing.")
}

fn idempotency_key() -> Value {
    json!({
        "name": "Idempotency-Key",
        "in": "header",
        "description": "What is sent again under the same key within 24 hours is answered again and not done again.",
        "schema": { "type": "string", "maxLength": 200 },
    })
}
