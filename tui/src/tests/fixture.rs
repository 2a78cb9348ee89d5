//! Two gateways with something to see. Used by tests and by `examples/scripted.rs`.

use epic_api::kind::{Kind, Scope};
use epic_api::object::RawObject;
use epic_api::revision::RevisionPage;
use epic_api::topology::Topology;
use serde_json::{Value, json};

fn object(value: Value) -> RawObject {
    serde_json::from_value(value).expect("the fixture is an object")
}

fn condition(kind: &str, status: &str, reason: &str, message: &str) -> Value {
    json!({"type": kind, "status": status, "observedGeneration": 1, "reason": reason,
        "message": message, "lastTransitionTime": "2027-01-15T07:00:00Z"})
}

/// `shop` is well, `pay` is one revision behind.
pub(crate) fn gateways() -> Vec<RawObject> {
    let gateway = |name: &str, last: u8, acknowledged: u64, programmed: Value| {
        object(json!({
            "apiVersion": "epic-gateway.org/v1alpha1", "kind": "Gateway",
            "metadata": {"name": name, "account": "acme", "resourceVersion": "90",
                "generation": 1, "specRevision": 90},
            "spec": {"template": "http", "listeners": [
                {"name": "http", "protocol": "HTTP", "port": 80},
                {"name": "https", "protocol": "HTTPS", "port": 443,
                    "tls": {"certificateRefs": [{"name": name}]}}]},
            "status": {
                "addresses": [{"value": format!("198.51.100.{last}"), "pool": "public"}],
                "conditions": [condition("Accepted", "True", "Accepted", ""), programmed],
                "revision": 118,
                "listeners": [{"name": "http", "attachedRoutes": 2, "conditions": []}],
                "instances": [{"node": "edge-1", "state": "Serving",
                    "acknowledgedRevision": acknowledged}]
            }
        }))
    };
    let waiting = "edge-1 has acknowledged 117 of 118";
    vec![
        gateway(
            "pay",
            8,
            117,
            condition("Programmed", "False", "Pending", waiting),
        ),
        gateway(
            "shop",
            7,
            118,
            condition("Programmed", "True", "Programmed", ""),
        ),
    ]
}

/// One good and one bad thing.
pub(crate) fn events() -> Vec<RawObject> {
    let event = |name: &str, kind: &str, reason: &str, message: &str, count: u32, at: &str| {
        object(json!({
            "apiVersion": "epic-gateway.org/v1alpha1", "kind": "Event",
            "metadata": {"name": name, "account": "acme", "resourceVersion": "95"},
            "spec": {"regarding": {"kind": "Gateway", "account": "acme", "name": "shop"},
                "type": kind, "reason": reason, "message": message, "source": "epicd",
                "count": count, "firstSeen": at, "lastSeen": at}
        }))
    };
    vec![
        event(
            "b",
            "Warning",
            "EndpointDown",
            "10.0.0.3:8080 of cart fails its health check",
            3,
            "2027-01-15T07:59:20Z",
        ),
        event(
            "a",
            "Normal",
            "Programmed",
            "revision 118 is in Envoy on edge-1",
            1,
            "2027-01-15T07:58:00Z",
        ),
    ]
}

/// One that is well and one that is not, of a kind.
pub(crate) fn objects(kind: Kind) -> Vec<RawObject> {
    let one = |name: &str, spec: Value, status: Value| {
        let account = (kind.scope() == Scope::Account).then_some("acme");
        object(json!({
            "apiVersion": "epic-gateway.org/v1alpha1", "kind": kind,
            "metadata": {"name": name, "account": account, "resourceVersion": "91",
                "generation": 1, "specRevision": 91},
            "spec": spec, "status": status
        }))
    };
    let yes = |kind: &str| condition(kind, "True", kind, "");
    let no = |kind: &str, reason: &str, why: &str| condition(kind, "False", reason, why);
    match kind {
        Kind::Route => {
            let spec = |backend: &str| {
                json!({"parentRefs": [{"name": "shop"}], "hostnames": ["shop.example"],
                    "http": {"rules": [{"backendRefs": [{"name": backend}]}]}})
            };
            let status = |resolved: Value| {
                json!({"parents": [{"parentRef": {"name": "shop"}, "conditions":
                    [yes("Accepted"), resolved, yes("Programmed")]}]})
            };
            let gone = no(
                "ResolvedRefs",
                "BackendNotFound",
                "Backend `carts` does not exist",
            );
            vec![
                one("cart", spec("carts"), status(gone)),
                one("static", spec("static"), status(yes("ResolvedRefs"))),
            ]
        }
        Kind::Backend => {
            let spec = json!({"endpoints": [{"address": "10.0.0.1", "port": 80}]});
            let ready = json!({"conditions": [yes("Ready")], "endpoints": 3, "healthy": 2});
            vec![one("cart", spec, ready)]
        }
        Kind::Node => {
            let status = |ready: Value| {
                json!({"conditions": [ready], "addresses": ["192.0.2.1"], "gateways": 2,
                    "agentVersion": "0.1.0", "envoyVersion": "1.40.0", "kernel": "6.18.0",
                    "lastSeen": "2027-01-15T07:59:00Z"})
            };
            let lost = no("Ready", "AgentLost", "not heard of for 60s");
            vec![
                one("edge-1", json!({"role": "gateway"}), status(yes("Ready"))),
                one("edge-2", json!({"role": "gateway"}), status(lost)),
            ]
        }
        _ => {
            let spec = json!({"certificate": "PEM", "privateKey": "<redacted>"});
            let status = |end: &str| {
                json!({"conditions": [yes("Ready")], "dnsNames": ["shop.example"],
                    "notAfter": end, "fingerprint": "ab"})
            };
            vec![
                one("pay", spec.clone(), status("2027-01-20T00:00:00Z")),
                one("shop", spec, status("2027-06-01T00:00:00Z")),
            ]
        }
    }
}

/// Three revisions, one of them tainted.
pub(crate) fn revisions() -> RevisionPage {
    let one = |revision: u64, user: &str, operation: &str, fate: Value| {
        json!({"account": "acme", "revision": revision, "time": "2027-01-15T07:59:00Z",
            "user": user, "source": "192.0.2.9", "requestId": "r",
            "summary": format!("{operation} Route cart"), "changeCount": 1, "changes": [
                {"operation": operation, "generation": 1,
                 "object": {"kind": "Route", "account": "acme", "name": "cart"}}],
            "fate": fate})
    };
    let taint = json!({"state": "Tainted", "rejections": [{"gateway": "shop", "account": "acme",
        "node": "edge-1", "objects": [], "message": "invalid regex"}]});
    let programmed = json!({"state": "Programmed", "at": "2027-01-15T07:59:01Z"});
    serde_json::from_value(json!({"oldest": 1, "items": [
        one(118, "alice", "update", json!({"state": "Pending"})),
        one(117, "bob", "update", taint),
        one(90, "alice", "create", programmed),
    ]}))
    .expect("the fixture is a page")
}

/// The graph of a gateway; `failing`: one endpoint of cart is down. Rates move with `second`.
pub(crate) fn topology(gateway: &str, failing: bool, second: f64) -> Topology {
    let mut nodes = Vec::new();
    let mut node = |id: &str, stage: &str, label: &str, detail: &str, requests: f64| {
        nodes.push(
            json!({"id": id, "stage": stage, "label": label, "detail": detail,
            "health": "healthy",
            "traffic": {"requests": requests, "errors": 0.0}}),
        );
    };
    let all = 1000.0 + 100.0 * second;
    node(
        "address/198.51.100.7",
        "address",
        "198.51.100.7",
        "pool public",
        all,
    );
    node("listener/http", "listener", "http:80", "", 0.1 * all);
    node("listener/https", "listener", "https:443", "", 0.9 * all);
    node("instance/edge-1", "instance", "edge-1", "revision 118", all);
    node("route/cart", "route", "cart", "/cart", 0.75 * all);
    node("route/static", "route", "static", "/static", 0.25 * all);
    node("backend/cart", "backend", "cart", "", 0.75 * all);
    node("backend/static", "backend", "static", "", 0.25 * all);
    for n in 1..=3 {
        let address = format!("10.0.0.{n}:8080");
        node(
            &format!("endpoint/cart/{address}"),
            "endpoint",
            &address,
            "",
            0.25 * all,
        );
    }
    node(
        "endpoint/static/10.0.1.1:80",
        "endpoint",
        "10.0.1.1:80",
        "",
        0.25 * all,
    );
    if failing {
        let reason = "10.0.0.3:8080 answers its health check with 503 (failed_active_hc)\n\
            Look at the process there, or run: epicctl backend get cart";
        nodes[10]["health"] = json!("down");
        nodes[10]["reason"] = json!(reason);
        nodes[10]["traffic"] = Value::Null;
        nodes[6]["health"] = json!("degraded");
        nodes[6]["reason"] = json!("1 of 3 endpoints is down");
    }
    let edges = [
        ("address/198.51.100.7", "listener/http", None),
        ("address/198.51.100.7", "listener/https", None),
        ("listener/http", "instance/edge-1", None),
        ("listener/https", "instance/edge-1", None),
        ("instance/edge-1", "route/cart", None),
        ("instance/edge-1", "route/static", None),
        ("route/cart", "backend/cart", Some(90)),
        ("route/cart", "backend/static", Some(10)),
        ("route/static", "backend/static", Some(100)),
        ("backend/cart", "endpoint/cart/10.0.0.1:8080", None),
        ("backend/cart", "endpoint/cart/10.0.0.2:8080", None),
        ("backend/cart", "endpoint/cart/10.0.0.3:8080", None),
        ("backend/static", "endpoint/static/10.0.1.1:80", None),
    ];
    let edges =
        edges.map(|(from, to, percent)| json!({"from": from, "to": to, "percent": percent}));
    serde_json::from_value(
        json!({"account": "acme", "gateway": gateway, "revision": 118,
        "nodes": nodes, "edges": edges}),
    )
    .expect("the fixture is a topology")
}
