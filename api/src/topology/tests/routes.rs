use super::*;

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
fn routes_of_every_protocol_are_drawn_with_their_backends_and_copies() {
    let l4 = json!({ "rules": [{ "backendRefs": [{ "name": "v1" }] }] });
    let grpc = json!({ "rules": [{
        "matches": [{ "method": { "service": "shop.v1.Cart", "method": "AddItem" } },
                    { "method": { "service": "shop.v1.Pay" } }],
        "filters": [{ "type": "RequestMirror", "requestMirror": { "backendRef": { "name": "v2" } } }],
        "backendRefs": [{ "name": "v1" }],
    }]});
    let parents = json!([{ "name": "web" }]);
    for (listener, spec, detail) in [
        (
            json!({ "name": "http", "protocol": "HTTP", "port": 80 }),
            json!({ "parentRefs": parents, "hostnames": ["a.example"], "grpc": grpc }),
            "gRPC a.example shop.v1.Cart/AddItem, shop.v1.Pay/*",
        ),
        (
            json!({ "name": "tls", "protocol": "TLS", "port": 443, "tls": { "mode": "Passthrough" } }),
            json!({ "parentRefs": parents, "hostnames": ["a.example"], "tls": l4 }),
            "TLS a.example",
        ),
        (
            json!({ "name": "dns", "protocol": "UDP", "port": 53 }),
            json!({ "parentRefs": parents, "udp": l4 }),
            "UDP",
        ),
    ] {
        let mut world = World::new();
        world.intent.gateway.spec.listeners = vec![serde_json::from_value(listener).unwrap()];
        world.set_route(spec.clone());
        let route = world.node("route/shop");
        assert_eq!(
            (route.detail.as_str(), route.health),
            (detail, Health::Healthy),
            "{route:?}"
        );
        let to: Vec<String> = world
            .topology()
            .edges
            .into_iter()
            .filter(|edge| edge.from == "route/shop")
            .map(|edge| edge.to)
            .collect();
        let copies = spec.get("grpc").is_some();
        assert_eq!(to.contains(&"backend/v2".to_owned()), copies, "{to:?}");
        assert!(to.contains(&"backend/v1".to_owned()), "{to:?}");
    }
}

#[test]
fn a_route_says_that_copies_are_dropped_and_that_a_grpc_rule_leads_nowhere() {
    let mut world = World::new();
    world.set_route(json!({ "parentRefs": [{ "name": "web" }], "grpc": { "rules": [
        { "name": "empty" },
        { "filters": [{ "type": "RequestMirror", "requestMirror": { "backendRef": { "name": "no" } } }],
          "backendRefs": [{ "name": "v1" }] },
    ]}}));
    let route = world.node("route/shop");
    assert_eq!(route.health, Health::Degraded);
    assert_eq!(
        route.reason,
        "Backend `no` does not exist: epicctl backend create no; copies for it are dropped; \
         rule empty has no backend and answers UNAVAILABLE"
    );
}
