use super::*;

#[test]
fn a_heartbeat_that_says_nothing_new_writes_nothing() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.serve("gw-1", "web");
    lab.settle();

    lab.pass_without_tick(2);
    lab.serve_same("gw-1", "web");

    assert_eq!(lab.reconcile(), 0);
}

#[test]
fn an_edited_route_looks_at_itself_and_its_gateway_only() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.create("Backend", "shop", backend()).unwrap();
    for index in 0..50 {
        lab.create("Route", &format!("r{index}"), route()).unwrap();
    }
    lab.serve("gw-1", "web");
    lab.settle();

    let mut edited = route();
    edited["hostnames"] = json!(["edited.example"]);
    lab.apply("Route", "r7", edited).unwrap();
    let looked_at: BTreeSet<Kind> = lab.world.dirty.iter().map(|key| key.kind).collect();
    assert_eq!(
        looked_at,
        BTreeSet::from([Kind::Gateway, Kind::Route, Kind::Backend])
    );
    assert_eq!(lab.world.dirty.len(), 3);
    lab.settle();

    lab.serve("gw-1", "web");
    let routes = lab
        .world
        .dirty
        .iter()
        .filter(|key| key.kind == Kind::Route)
        .count();
    assert_eq!(routes, 1);
}

#[test]
fn a_stream_carries_what_the_node_serves_and_nothing_of_others() {
    let mut lab = Lab::with_nodes(&["gw-1", "gw-2"]);
    let mut view = lab.world.intent_view("gw-2");
    lab.create("Gateway", "a", gateway()).unwrap();
    lab.create("Backend", "shop", backend()).unwrap();
    let mut on_a = route();
    on_a["parentRefs"][0]["name"] = json!("a");
    lab.create("Route", "shop", on_a).unwrap();

    assert_eq!(view.advance(&lab.world, lab.revision), []);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.create("Route", "web", route()).unwrap();

    let lines = view.advance(&lab.world, lab.revision);
    let carried: Vec<String> = lines
        .iter()
        .map(|line| match line {
            IntentLine::Put { object, .. } => format!("+{}", object.key()),
            IntentLine::Delete { key, .. } => format!("-{key}"),
            _ => String::new(),
        })
        .collect();
    assert_eq!(
        carried,
        [
            "+GatewayTemplate http",
            "+Backend acme/shop",
            "+Gateway acme/web",
            "+Route acme/web"
        ]
    );
    lab.settle();
    assert_eq!(
        view.advance(&lab.world, lab.revision),
        [],
        "statuses are not intent"
    );
    lab.delete(&key(Kind::Route, "web")).unwrap();
    let gone = view.advance(&lab.world, lab.revision);
    assert_eq!(
        gone.len(),
        2,
        "the route, then the backend nobody names: {gone:?}"
    );
}

#[test]
fn a_start_of_epicd_computes_the_revision_a_gateway_should_have_from_what_is_stored() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.create("Backend", "shop", backend()).unwrap();
    lab.create("Route", "shop", route()).unwrap();
    let mut more = backend();
    more["endpoints"][0]["port"] = json!(9090);
    lab.apply("Backend", "shop", more).unwrap();
    let newest = lab.revision;

    lab.restart();

    let intent = lab
        .world
        .gateway_intent(&key(Kind::Gateway, "web"))
        .unwrap();
    assert_eq!(intent.revision, newest);
    assert_eq!(intent.routes.len(), 1);
    assert_eq!(intent.backends.len(), 1);
}
