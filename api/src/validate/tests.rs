//! Each fault once: an object that is right, one change, and the place and hint of the answer.

use serde_json::{Value, json};

use super::admit;
use crate::certificate::REDACTED;
use crate::error::{ApiError, Reason};
use crate::kind::{API_VERSION, Kind};

mod accounts;
mod backends;
mod certificates;
mod filters;
mod gateways;
mod metadata;
mod pools;
mod properties;
mod rich;
mod routes;
mod shape;
mod templates;

use rich::rich;

/// An object of the kind that nothing is wrong with.
fn good(kind: Kind) -> Value {
    let spec = match kind {
        Kind::Account => json!({ "displayName": "Acme" }),
        Kind::IpPool => json!({ "addresses": ["198.51.100.0/24"], "reserved": ["198.51.100.1"] }),
        Kind::GatewayTemplate => {
            json!({ "pools": ["public"], "allowedPorts": ["80", "8000-8999"] })
        }
        Kind::Gateway => json!({ "template": "http", "listeners": [
            { "name": "http", "protocol": "HTTP", "port": 80 },
            { "name": "shop", "protocol": "HTTPS", "port": 443, "hostname": "*.shop.example",
              "tls": { "certificateRefs": [{ "name": "shop" }] } },
            { "name": "db", "protocol": "TCP", "port": 5432 },
        ]}),
        Kind::Route => json!({ "parentRefs": [{ "name": "web" }], "http": { "rules": [{
            "matches": [{ "path": { "value": "/cart" } }],
            "filters": [{ "type": "RequestHeaderModifier",
                          "requestHeaderModifier": { "set": [{ "name": "X-A", "value": "1" }] } }],
            "backendRefs": [{ "name": "v1" }],
            "timeouts": { "request": "10s", "backendRequest": "5s" },
        }]}}),
        Kind::Backend => json!({
            "endpoints": [{ "address": "10.0.0.1", "port": 8080 }],
            "healthCheck": { "http": { "path": "/healthz" }, "interval": "1s" },
        }),
        Kind::Certificate => {
            json!({ "certificate": certificates::pair().0, "privateKey": REDACTED })
        }
        Kind::Node => json!({ "role": "gateway" }),
        Kind::Event => json!({
            "regarding": { "kind": "Gateway", "account": "acme", "name": "web" },
            "type": "Normal", "reason": "Placed", "message": "on n1", "source": "epicd", "count": 1,
            "firstSeen": "2026-01-01T00:00:00Z", "lastSeen": "2026-01-01T00:00:00Z",
        }),
    };
    let mut metadata = json!({ "name": "web" });
    if super::is_account_scoped(kind) {
        metadata["account"] = json!("acme");
    }
    json!({ "apiVersion": API_VERSION, "kind": kind, "metadata": metadata, "spec": spec })
}

/// The good object with the value at the JSON pointer replaced.
fn with(kind: Kind, pointer: &str, value: Value) -> Value {
    let mut object = good(kind);
    put(&mut object, pointer, value);
    object
}

fn put(object: &mut Value, pointer: &str, value: Value) {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    match object.pointer_mut(parent).unwrap() {
        Value::Array(items) => items[last.parse::<usize>().unwrap()] = value,
        fields => fields[last] = value,
    }
}

fn refusal(kind: Kind, sent: &Value) -> ApiError {
    match admit(kind, sent) {
        Ok(object) => panic!("admitted: {}", serde_json::to_string(&object).unwrap()),
        Err(error) => error,
    }
}

/// Asserts that exactly one fault is found, at the place, with words in message or hint.
fn assert_fault(kind: Kind, sent: &Value, field: &str, words: &str) {
    let error = refusal(kind, sent);
    assert_eq!(error.reason, Reason::Invalid);
    let [fault] = error.causes.as_slice() else {
        panic!("expected one fault at {field}, got {error}");
    };
    assert_eq!(fault.field, field, "{fault}");
    assert!(
        fault.to_string().contains(words),
        "{fault} has not `{words}`"
    );
    assert!(fault.hint.is_some(), "{fault} has no hint");
}

#[test]
fn a_good_object_of_every_kind_is_admitted() {
    for (kind, object) in Kind::ALL
        .into_iter()
        .flat_map(|kind| rich(kind).into_iter().map(move |one| (kind, one)))
    {
        if let Err(error) = admit(kind, &object) {
            panic!("{kind}: {error}");
        }
    }
}

#[test]
fn defaults_are_filled_in_and_what_epic_says_is_taken_back_but_for_the_status() {
    let mut sent = good(Kind::Route);
    sent["metadata"]["uid"] = json!("3d0e");
    sent["metadata"]["resourceVersion"] = json!("17");
    sent["metadata"]["generation"] = json!(2);
    sent["metadata"]["specRevision"] = json!(16);
    sent["metadata"]["creationTimestamp"] = json!("2026-01-01T00:00:00Z");
    sent["metadata"]["labels"] = Value::Null;
    sent["status"] = json!({ "parents": "whatever" });
    let object = admit(Kind::Route, &sent).unwrap();
    assert_eq!(object.metadata.uid.as_deref(), Some("3d0e"));
    assert_eq!(object.metadata.generation, 2);
    assert_eq!(object.status, None);
    let rule = &object.spec["http"]["rules"][0];
    assert_eq!(rule["backendRefs"][0]["weight"], 1);
    assert_eq!(rule["matches"][0]["path"]["type"], "PathPrefix");
}

#[test]
fn every_fault_is_named_at_once_in_the_order_of_places() {
    let mut sent = good(Kind::Gateway);
    sent["metadata"]["name"] = json!("My Gateway");
    sent["spec"]["listeners"][0]["hostname"] = json!("a_b");
    sent["spec"]["listeners"][1]["tls"] = Value::Null;
    sent["spec"]["listeners"][2]["hostname"] = json!("db.example");
    let error = refusal(Kind::Gateway, &sent);
    let fields: Vec<&str> = error
        .causes
        .iter()
        .map(|fault| fault.field.as_str())
        .collect();
    assert_eq!(
        fields,
        [
            "metadata.name",
            "spec.listeners[0].hostname",
            "spec.listeners[1].tls",
            "spec.listeners[2].hostname",
        ]
    );
    assert_eq!(error.message, "Gateway My Gateway is not valid: 4 faults");
}

#[test]
fn an_answer_is_bounded_whatever_is_sent() {
    let endpoint = json!({ "address": "0.0.0.0", "port": 1, "name": "x".repeat(10_000) });
    let sent = with(Kind::Backend, "/spec/endpoints", vec![endpoint; 500].into());
    let error = refusal(Kind::Backend, &sent);
    assert_eq!(error.causes.len(), 101);
    assert!(
        error.to_string().len() < 40_000,
        "{}",
        error.to_string().len()
    );
    let sent = with(
        Kind::Backend,
        "/metadata/name",
        json!("\u{1b}[31m".repeat(1_000)),
    );
    let error = refusal(Kind::Backend, &sent).to_string();
    assert!(!error.contains('\u{1b}') && error.len() < 1_000, "{error}");
}
