use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;
use crate::agent::{GatewayIntent, InstanceReport};
use crate::kind::{API_VERSION, Kind};
use crate::object::{Object, Spec};

mod drawing;
mod health;
mod routes;

/// A gateway `acme/web` on the nodes n1 and n2, with a shop behind it that is split in two, at
/// revision 15.
struct World {
    intent: GatewayIntent,
    reports: BTreeMap<String, InstanceReport>,
}

impl World {
    fn new() -> World {
        let intent = GatewayIntent {
            revision: 20,
            gateway: object(
                Kind::Gateway,
                "web",
                json!({ "template": "http", "listeners": [
                    { "name": "http", "protocol": "HTTP", "port": 80 },
                    { "name": "https", "protocol": "HTTPS", "port": 443, "hostname": "*.shop.example",
                      "tls": { "certificateRefs": [{ "name": "shop" }] } },
                ]}),
                json!({
                    "addresses": [{ "value": "198.51.100.7", "pool": "public" }],
                    "revision": 15,
                    "instances": [
                        { "node": "n1", "state": "Serving", "acknowledgedRevision": 15 },
                        { "node": "n2", "state": "Serving", "acknowledgedRevision": 15 },
                    ],
                }),
            ),
            template: object(
                Kind::GatewayTemplate,
                "http",
                json!({ "pools": ["public"] }),
                json!({}),
            ),
            routes: [(
                "shop".into(),
                object(Kind::Route, "shop", route(), json!({})).into(),
            )]
            .into(),
            backends: ["v1", "v2"]
                .map(|name| (name.into(), backend(name).into()))
                .into(),
            certificates: [(
                "shop".into(),
                object(
                    Kind::Certificate,
                    "shop",
                    json!({ "certificate": "", "privateKey": "" }),
                    json!({}),
                )
                .into(),
            )]
            .into(),
        };
        let reports = ["n1", "n2"].map(|node| (node.to_owned(), report())).into();
        World { intent, reports }
    }

    fn topology(&self) -> Topology {
        build(&self.intent, &self.reports)
    }

    fn node(&self, id: &str) -> TopologyNode {
        let topology = self.topology();
        topology
            .nodes
            .into_iter()
            .find(|node| node.id == id)
            .unwrap()
    }

    fn report(&mut self, node: &str) -> &mut InstanceReport {
        self.reports.get_mut(node).unwrap()
    }

    fn set_unhealthy(&mut self, node: &str, backend: &str, endpoint: usize) {
        let live = &mut self.report(node).live.backends.get_mut(backend).unwrap()[endpoint];
        live.healthy = false;
        live.reason = "failed_active_hc".into();
    }

    fn set_route(&mut self, spec: Value) {
        let route = object(Kind::Route, "shop", spec, json!({}));
        self.intent.routes.insert("shop".into(), route.into());
    }
}

fn route() -> Value {
    json!({ "parentRefs": [{ "name": "web" }], "http": { "rules": [
        { "matches": [{ "path": { "value": "/cart" } }],
          "backendRefs": [{ "name": "v1", "weight": 2 }, { "name": "v2", "weight": 1 }] },
    ]}})
}

fn backend(name: &str) -> crate::Backend {
    let third = if name == "v1" { 1 } else { 2 };
    object(
        Kind::Backend,
        name,
        json!({ "endpoints": [
            { "address": format!("10.0.{third}.1"), "port": 8080, "name": format!("{name}-a") },
            { "address": format!("10.0.{third}.2"), "port": 8080 },
        ]}),
        json!({}),
    )
}

fn report() -> InstanceReport {
    let endpoints = |third: u8| -> Value {
        [1, 2]
            .map(|last| {
                json!({ "address": format!("10.0.{third}.{last}:8080"), "healthy": true,
                                "traffic": { "requests": 1.5, "errors": 0.0 } })
            })
            .into_iter()
            .collect()
    };
    serde_json::from_value(json!({
        "account": "acme", "gateway": "web", "uid": "u1", "state": "Serving",
        "acknowledgedRevision": 15,
        "live": {
            "listeners": { "http": { "requests": 6.0, "errors": 0.5 } },
            "routes": { "shop": { "requests": 6.0, "errors": 0.5 } },
            "backends": { "v1": endpoints(1), "v2": endpoints(2) },
        },
    }))
    .unwrap()
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "made for this call; `json!` borrows"
)]
fn object<S: Spec>(kind: Kind, name: &str, spec: Value, status: Value) -> Object<S> {
    serde_json::from_value(json!({
        "apiVersion": API_VERSION, "kind": kind,
        "metadata": { "name": name, "account": "acme", "uid": "u1" },
        "spec": spec, "status": status,
    }))
    .unwrap()
}
