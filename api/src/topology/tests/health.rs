use super::*;

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
