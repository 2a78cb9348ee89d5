use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;
use crate::agent::{GatewayIntent, InstanceReport};
use crate::kind::{API_VERSION, Kind};
use crate::object::{Object, Spec};

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

#[test]
fn a_gateway_in_good_health_is_drawn_from_address_to_endpoint() {
    let topology = World::new().topology();
    assert_eq!(
        topology.to_text(Glyphs::Unicode),
        "\
Gateway acme/web at revision 20

Addresses
  ● 198.51.100.7  public  12.0/s, 1.0 errors/s

Listeners
  ● http:80  HTTP every host  12.0/s, 1.0 errors/s
  ● https:443  HTTPS *.shop.example

Instances
  ● n1  revision 15  6.0/s, 0.5 errors/s
  ● n2  revision 15  6.0/s, 0.5 errors/s

Routes
  ● shop  /cart  12.0/s, 1.0 errors/s
  ├─ ● v1 67%  2 of 2 endpoints healthy  6.0/s
  │  ├─ ● 10.0.1.1:8080  v1-a  3.0/s
  │  └─ ● 10.0.1.2:8080  3.0/s
  └─ ● v2 33%  2 of 2 endpoints healthy  6.0/s
     ├─ ● 10.0.2.1:8080  v2-a  3.0/s
     └─ ● 10.0.2.2:8080  3.0/s
"
    );
}

#[test]
fn trouble_shows_where_it_is_and_says_what_helps_in_plain_ascii_too() {
    let mut world = World::new();
    world.intent.certificates.clear();
    world.intent.backends.remove("v2");
    world.reports.remove("n2");
    world.report("n1").acknowledged_revision = 12;
    world.set_unhealthy("n1", "v1", 1);
    assert_eq!(world.topology().to_text(Glyphs::Ascii), "\
Gateway acme/web at revision 20

Addresses
  * 198.51.100.7  public  6.0/s, 0.5 errors/s

Listeners
  * http:80  HTTP every host  6.0/s, 0.5 errors/s
  x https:443  HTTPS *.shop.example  [Certificate `shop` does not exist: epicctl certificate create shop]

Instances
  ~ n1  revision 12  6.0/s, 0.5 errors/s  [revision 12 of 15]
  ? n2  [node n2 has not reported it: epicctl node get n2]

Routes
  ~ shop  /cart  6.0/s, 0.5 errors/s  [Backend `v1` works in part; Backend `v2` does not exist: epicctl backend create v2]
  |- ~ v1 67%  1 of 2 endpoints healthy  3.0/s  [1 of 2 endpoints down]
  |  |- * 10.0.1.1:8080  v1-a  1.5/s
  |  `- x 10.0.1.2:8080  1.5/s  [failed_active_hc]
  `- x v2 33%  [Backend `v2` does not exist: epicctl backend create v2]
");
}

#[test]
fn every_edge_joins_two_nodes_of_columns_side_by_side_and_all_is_sorted() {
    let topology = World::new().topology();
    let stage = |id: &str| {
        topology
            .nodes
            .iter()
            .find(|node| node.id == id)
            .unwrap()
            .stage
    };
    for edge in &topology.edges {
        assert_eq!(
            stage(&edge.from) as u8 + 1,
            stage(&edge.to) as u8,
            "{edge:?}"
        );
    }
    assert!(
        topology
            .nodes
            .is_sorted_by_key(|node| (node.stage, node.id.clone()))
    );
    assert!(
        topology
            .edges
            .is_sorted_by_key(|edge| (edge.from.clone(), edge.to.clone()))
    );
    assert_eq!(topology.nodes.len(), 1 + 2 + 2 + 1 + 2 + 4);
    assert_eq!(topology.edges.len(), 2 + 4 + 2 + 2 + 4);
}

#[test]
fn an_instance_says_what_it_does_and_which_revision_it_has() {
    for (change, health, words) in [
        (
            json!({ "state": "Starting" }),
            Health::Down,
            "Envoy is starting",
        ),
        (
            json!({ "state": "Restarting", "message": "exit code 1" }),
            Health::Down,
            "starts again: exit code 1",
        ),
        (
            json!({ "state": "Draining" }),
            Health::Degraded,
            "finishes open requests",
        ),
        (
            json!({ "state": "Pending" }),
            Health::Unknown,
            "not started yet",
        ),
        (
            json!({ "state": "Unknown" }),
            Health::Unknown,
            "not heard of",
        ),
        (
            json!({ "acknowledgedRevision": 12 }),
            Health::Degraded,
            "revision 12 of 15",
        ),
        (
            json!({ "acknowledgedRevision": 12, "rejected": { "revision": 15, "message": "bad regex" } }),
            Health::Degraded,
            "Envoy refused revision 15: bad regex; revision 12 keeps serving",
        ),
        (
            json!({ "rejected": { "revision": 14, "message": "old" } }),
            Health::Healthy,
            "",
        ),
        (
            json!({ "uid": "an older gateway" }),
            Health::Unknown,
            "has not reported",
        ),
    ] {
        let mut world = World::new();
        let mut report = serde_json::to_value(world.report("n1")).unwrap();
        for (field, value) in change.as_object().unwrap() {
            report[field] = value.clone();
        }
        world
            .reports
            .insert("n1".into(), serde_json::from_value(report).unwrap());
        let node = world.node("instance/n1");
        assert_eq!(node.health, health, "{change}");
        assert!(node.reason.contains(words), "{change}: {}", node.reason);
        assert_eq!(node.reason.is_empty(), words.is_empty(), "{change}");
    }
}

#[test]
fn an_address_is_as_well_as_the_instances_that_serve_it() {
    for (states, health) in [
        (["Serving", "Serving"], Health::Healthy),
        (["Serving", "Restarting"], Health::Degraded),
        (["Restarting", "Starting"], Health::Down),
        (["Unknown", "Restarting"], Health::Unknown),
    ] {
        let mut world = World::new();
        for (node, state) in ["n1", "n2"].into_iter().zip(states) {
            world.report(node).state = serde_json::from_value(json!(state)).unwrap();
        }
        assert_eq!(
            world.node("address/198.51.100.7").health,
            health,
            "{states:?}"
        );
        assert_eq!(world.node("listener/http").health, health, "{states:?}");
    }
}

#[test]
fn an_endpoint_is_down_when_every_instance_says_so_and_degraded_when_some_do() {
    let id = "endpoint/v1/10.0.1.1:8080";
    let mut world = World::new();
    world.set_unhealthy("n1", "v1", 0);
    let node = world.node(id);
    assert_eq!(
        (node.health, node.reason.as_str()),
        (Health::Degraded, "failed_active_hc on n1")
    );
    assert_eq!(world.node("backend/v1").health, Health::Degraded);

    world.set_unhealthy("n2", "v1", 0);
    let node = world.node(id);
    assert_eq!(
        (node.health, node.reason.as_str()),
        (Health::Down, "failed_active_hc")
    );
    assert_eq!(world.node("backend/v1").reason, "1 of 2 endpoints down");

    for node in ["n1", "n2"] {
        world.set_unhealthy(node, "v1", 1);
        world.set_unhealthy(node, "v2", 0);
        world.set_unhealthy(node, "v2", 1);
    }
    assert_eq!(world.node("backend/v1").health, Health::Down);
    assert_eq!(world.node("route/shop").health, Health::Down);
}

#[test]
fn an_endpoint_that_is_not_ready_is_down_and_one_that_nobody_sees_is_unknown() {
    let mut world = World::new();
    let mut spec = backend("v1");
    spec.spec.endpoints[0].ready = false;
    world.intent.backends.insert("v1".into(), spec.into());
    let node = world.node("endpoint/v1/10.0.1.1:8080");
    assert_eq!(
        (node.health, node.reason.as_str()),
        (Health::Down, "not ready")
    );
    world.reports.clear();
    assert_eq!(
        world.node("endpoint/v1/10.0.1.2:8080").health,
        Health::Unknown
    );
    assert_eq!(world.node("backend/v2").health, Health::Unknown);
    assert_eq!(world.node("route/shop").traffic, None);
}

#[test]
fn a_route_that_is_bound_to_no_listener_has_no_way_to_it_and_says_why() {
    let mut world = World::new();
    let mut spec = route();
    spec["parentRefs"] = json!([{ "name": "web", "sectionName": "grpc" }]);
    world.set_route(spec);
    let node = world.node("route/shop");
    assert_eq!(node.health, Health::Down);
    assert!(
        node.reason
            .starts_with("the gateway has no listener `grpc`"),
        "{}",
        node.reason
    );
    assert!(
        world
            .topology()
            .edges
            .iter()
            .all(|edge| edge.to != "route/shop")
    );
}

#[test]
fn a_route_that_only_redirects_needs_no_backend_but_an_empty_rule_is_told() {
    let rules =
        |rules: Value| json!({ "parentRefs": [{ "name": "web" }], "http": { "rules": rules } });
    let redirect = json!({ "filters": [{ "type": "RequestRedirect", "requestRedirect": { "scheme": "https" } }] });
    let mut world = World::new();
    world.set_route(rules(json!([redirect])));
    assert_eq!(world.node("route/shop").health, Health::Healthy);
    world.set_route(rules(json!([redirect, {}])));
    let node = world.node("route/shop");
    assert_eq!(node.health, Health::Degraded);
    assert_eq!(node.reason, "rule 2 has no backend and answers 500");
}

#[test]
fn shares_are_the_weights_of_all_rules_and_add_up_to_a_hundred() {
    for (weights, percents) in [
        (json!([["a", 1]]), json!([["a", null]])),
        (
            json!([["a", 1], ["b", 1], ["c", 1]]),
            json!([["a", 34], ["b", 33], ["c", 33]]),
        ),
        (
            json!([["a", 90], ["b", 10], ["a", 0]]),
            json!([["a", 90], ["b", 10]]),
        ),
        (json!([["a", 5], ["b", 0]]), json!([["a", null]])),
        (json!([["a", 0], ["b", 0]]), json!([["a", 0], ["b", 0]])),
        (
            json!([["a", 1], ["b", 3], ["a", 4]]),
            json!([["a", 63], ["b", 37]]),
        ),
    ] {
        let rules: Value = weights
            .as_array()
            .unwrap()
            .iter()
            .map(|one| json!({ "backendRefs": [{ "name": one[0], "weight": one[1] }] }))
            .collect();
        let mut world = World::new();
        world.set_route(json!({ "parentRefs": [{ "name": "web" }], "http": { "rules": rules } }));
        let found: Value = world
            .topology()
            .edges
            .iter()
            .filter(|edge| edge.from == "route/shop")
            .map(|edge| json!([edge.to.strip_prefix("backend/"), edge.percent]))
            .collect();
        assert_eq!(found, percents, "{weights}");
    }
}

#[test]
fn a_backend_of_many_endpoints_lists_the_sick_ones_first_and_counts_the_rest() {
    let mut world = World::new();
    let endpoints: Value = (1..=30)
        .map(|last| json!({ "address": format!("10.0.9.{last}"), "port": 80, "ready": last != 30 }))
        .collect();
    let many = object(
        Kind::Backend,
        "v1",
        json!({ "endpoints": endpoints }),
        json!({}),
    );
    world
        .intent
        .backends
        .insert("v1".into(), std::sync::Arc::new(many));
    let text = world.topology().to_text(Glyphs::Unicode);
    assert!(text.contains("├─ ✖ 10.0.9.30:80  [not ready]\n"), "{text}");
    assert!(text.contains("│  └─ 10 more\n"), "{text}");
}

#[test]
fn other_programs_get_the_graph_with_its_texts_escaped() {
    let mut world = World::new();
    world.report("n1").state = crate::gateway::InstanceState::Restarting;
    world.report("n1").message = "said \"no\" <here>".into();
    let topology = world.topology();
    let dot = topology.to_dot();
    assert!(
        dot.contains(r#""route/shop" -> "backend/v1" [label="67%"];"#),
        "{dot}"
    );
    assert!(
        dot.contains(r#"starts again: said \"no\" <here>", color=red];"#),
        "{dot}"
    );
    let mermaid = topology.to_mermaid();
    assert!(
        mermaid.starts_with("flowchart LR\n  n0[\"198.51.100.7<br>public"),
        "{mermaid}"
    );
    assert!(
        mermaid.contains("said &quot;no&quot; &lt;here&gt;\"]:::red"),
        "{mermaid}"
    );
    assert!(mermaid.contains("-->|\"67%\"| n"), "{mermaid}");
}
