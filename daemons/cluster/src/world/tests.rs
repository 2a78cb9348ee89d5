//! The rules of the World, each with its test.

mod random;
mod support;

use std::collections::BTreeSet;

use epic_api::agent::{EndpointLive, IntentLine, NODE_LOST_SECONDS};
use epic_api::gateway::{InstanceState, Rejection};
use epic_api::{Kind, Reason};
use serde_json::json;

use support::{Lab, answer, backend, causes, gateway, key, reason, route, template};

#[test]
fn a_gateway_gets_the_lowest_free_address_and_the_emptiest_node_with_the_answer_to_its_create() {
    let mut lab = Lab::with_nodes(&["gw-1", "gw-2"]);

    let first = lab.create("Gateway", "a", gateway()).unwrap();
    let second = lab.create("Gateway", "b", gateway()).unwrap();

    assert_eq!(
        first.status.clone().unwrap()["addresses"][0]["value"],
        "198.51.100.1"
    );
    assert_eq!(first.status.unwrap()["instances"][0]["node"], "gw-1");
    assert_eq!(
        second.status.clone().unwrap()["addresses"][0]["value"],
        "198.51.100.2"
    );
    assert_eq!(second.status.unwrap()["instances"][0]["node"], "gw-2");
}

#[test]
fn a_pool_steps_over_what_is_reserved_and_gives_what_was_freed_again() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    let pool =
        json!({ "addresses": ["198.51.100.0/29"], "reserved": ["198.51.100.1-198.51.100.3"] });
    lab.apply("IPPool", "public", pool).unwrap();

    lab.create("Gateway", "a", gateway()).unwrap();
    lab.create("Gateway", "b", gateway()).unwrap();
    assert_eq!(lab.address("b"), "198.51.100.5");
    lab.delete(&key(Kind::Gateway, "a")).unwrap();
    lab.create("Gateway", "c", gateway()).unwrap();

    assert_eq!(lab.address("c"), "198.51.100.4");
    lab.settle();
    assert_eq!(
        lab.status("IPPool", "public")["ipv4"],
        json!({ "total": 3, "used": 2 })
    );
}

#[test]
fn a_huge_ipv6_pool_is_handed_out_without_being_walked() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    let pool = json!({ "addresses": ["2001:db8::/48"], "reserved": ["2001:db8::/64"] });
    lab.apply("IPPool", "public", pool).unwrap();

    lab.create("Gateway", "a", gateway()).unwrap();

    assert_eq!(lab.address("a"), "2001:db8:0:1::");
}

#[test]
fn an_exhausted_pool_takes_the_gateway_says_so_and_gives_an_address_when_one_is_freed() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.apply("IPPool", "public", json!({ "addresses": ["198.51.100.1"] }))
        .unwrap();
    lab.create("Gateway", "a", gateway()).unwrap();
    lab.create("Gateway", "b", gateway()).unwrap();
    lab.create("Gateway", "c", gateway()).unwrap();
    lab.settle();

    let status = lab.status("Gateway", "b");
    assert_eq!(reason(&status, "Programmed"), "AddressNotAssigned");
    let pool = lab.status("IPPool", "public");
    assert_eq!(answer(&pool, "Exhausted"), "True");
    assert!(lab.happened("PoolExhausted"), "{:?}", lab.events);
    let words = support::message(&status, "Programmed");
    assert!(
        words.starts_with("pool public is exhausted: 1 of 1 addresses in use"),
        "{words}"
    );

    lab.delete(&key(Kind::Gateway, "a")).unwrap();
    lab.settle();
    assert_eq!(lab.address("b"), "198.51.100.1");
    assert_eq!(
        reason(&lab.status("Gateway", "c"), "Programmed"),
        "AddressNotAssigned"
    );
}

#[test]
fn gateways_that_waited_get_different_addresses_and_spread_over_the_nodes_in_one_go() {
    let mut lab = Lab::with_nodes(&[]);
    for name in ["a", "b", "c", "d"] {
        lab.create("Gateway", name, gateway()).unwrap();
    }
    lab.settle();
    assert_eq!(
        reason(&lab.status("Gateway", "a"), "Programmed"),
        "NoResources"
    );

    lab.node("gw-1");
    lab.node("gw-2");
    lab.settle();

    let nodes: Vec<String> = ["a", "b", "c", "d"].map(|name| lab.node_of(name)).to_vec();
    assert_eq!(
        nodes.iter().filter(|node| *node == "gw-1").count(),
        2,
        "{nodes:?}"
    );
}

#[test]
fn a_static_address_is_given_and_refused_with_the_reason_when_it_cannot_be() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    let pool = json!({ "addresses": ["198.51.100.0/29"], "reserved": ["198.51.100.6"] });
    lab.apply("IPPool", "public", pool).unwrap();
    let asking = |address: &str| {
        let mut spec = gateway();
        spec["addresses"] = json!([address]);
        spec
    };

    lab.create("Gateway", "a", asking("198.51.100.4")).unwrap();
    assert_eq!(lab.address("a"), "198.51.100.4");

    for (address, words) in [
        ("198.51.100.4", "is held by Gateway acme/a"),
        ("198.51.100.6", "is reserved in IPPool `public`"),
        ("198.51.100.0", "network or broadcast"),
        ("203.0.113.1", "is in none of the pools"),
    ] {
        let error = lab.create("Gateway", "b", asking(address)).unwrap_err();
        assert_eq!(error.code, 422);
        assert!(causes(&error).contains(words), "{address}: {error}");
    }
}

#[test]
fn every_fault_of_a_gateway_is_named_at_once() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    let mut spec = template();
    spec["allowedPorts"] = json!(["80"]);
    spec["allowedProtocols"] = json!(["HTTP"]);
    lab.apply("GatewayTemplate", "http", spec).unwrap();
    let listeners = json!([
        { "name": "a", "protocol": "TCP", "port": 81 },
        { "name": "b", "protocol": "HTTP", "port": 82 },
    ]);

    let error = lab
        .create(
            "Gateway",
            "web",
            json!({ "template": "http", "listeners": listeners }),
        )
        .unwrap_err();

    assert_eq!(error.causes.len(), 3, "{error}");
    let unknown = lab
        .create(
            "Gateway",
            "web",
            json!({ "template": "no", "listeners": [] }),
        )
        .unwrap_err();
    assert!(
        causes(&unknown).contains("the templates are http"),
        "{unknown}"
    );
}

#[test]
fn a_gateway_keeps_its_template_its_account_exists_and_its_quota_holds() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.apply("GatewayTemplate", "other", template()).unwrap();
    lab.apply("Account", "acme", json!({ "quotas": { "gateways": 1 } }))
        .unwrap();
    lab.create("Gateway", "a", gateway()).unwrap();

    let mut moved = gateway();
    moved["template"] = json!("other");
    let moved = lab.apply("Gateway", "a", moved).unwrap_err();
    let second = lab.create("Gateway", "b", gateway()).unwrap_err();
    let stranger = lab
        .create_in("nobody", "Gateway", "a", gateway())
        .unwrap_err();

    assert!(
        causes(&moved).contains("can't change from `http`"),
        "{moved}"
    );
    assert!(
        causes(&second).contains("has 1 of at most 1 gateways"),
        "{second}"
    );
    assert!(
        causes(&stranger).contains("there is no account `nobody`"),
        "{stranger}"
    );
}

#[test]
fn pools_that_overlap_or_shrink_below_what_is_in_use_are_refused_with_names() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "a", gateway()).unwrap();

    let overlap = lab.create(
        "IPPool",
        "more",
        json!({ "addresses": ["198.51.100.200-198.51.101.9"] }),
    );
    let shrunk = lab.apply(
        "IPPool",
        "public",
        json!({ "addresses": ["198.51.100.128/25"] }),
    );

    assert!(causes(&overlap.unwrap_err()).contains("of IPPool `public`"));
    assert!(causes(&shrunk.unwrap_err()).contains("198.51.100.1 (Gateway acme/a)"));
}

#[test]
fn what_others_need_is_not_deleted() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "a", gateway()).unwrap();

    for (what, words) in [
        (key(Kind::IpPool, "public"), "GatewayTemplate http"),
        (key(Kind::GatewayTemplate, "http"), "Gateway acme/a"),
        (key(Kind::Account, "acme"), "Gateway acme/a"),
    ] {
        let error = lab.delete(&what).unwrap_err();
        assert_eq!(error.reason, Reason::Conflict);
        assert!(error.message.contains(words), "{error}");
    }
    lab.delete(&key(Kind::Gateway, "a")).unwrap();
    lab.delete(&key(Kind::GatewayTemplate, "http")).unwrap();
    lab.delete(&key(Kind::IpPool, "public")).unwrap();
    lab.delete(&key(Kind::Account, "acme")).unwrap();
}

#[test]
fn programmed_is_true_when_every_instance_serves_the_newest_revision_and_not_before() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.settle();
    assert_eq!(
        reason(&lab.status("Gateway", "web"), "Programmed"),
        "Pending"
    );

    let before = lab.revision;
    lab.serve("gw-1", "web");
    lab.settle();
    assert_eq!(answer(&lab.status("Gateway", "web"), "Programmed"), "True");
    assert!(lab.happened("Programmed"), "{:?}", lab.events);

    lab.create("Backend", "shop", backend()).unwrap();
    lab.create("Route", "shop", route()).unwrap();
    lab.settle();
    let status = lab.status("Gateway", "web");
    let desired = status["revision"].as_u64().unwrap();
    assert!(desired > before);
    assert_eq!(
        support::message(&status, "Programmed"),
        format!("node gw-1 has revision {before} of {desired}")
    );
    assert_eq!(reason(&lab.parent("shop"), "Programmed"), "Pending");

    lab.serve("gw-1", "web");
    lab.settle();
    assert_eq!(answer(&lab.status("Gateway", "web"), "Programmed"), "True");
    assert_eq!(answer(&lab.parent("shop"), "Programmed"), "True");
    assert_eq!(
        lab.status("Gateway", "web")["listeners"][0]["attachedRoutes"],
        1
    );
}

#[test]
fn what_envoy_refuses_is_told_in_its_own_words() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.serve("gw-1", "web");
    lab.settle();
    lab.create("Route", "shop", route()).unwrap();
    let revision = lab.revision;

    lab.report_with("gw-1", "web", |instance| {
        instance.acknowledged_revision = revision - 1;
        instance.rejected = Some(Rejection {
            revision,
            message: "no such filter".into(),
            objects: Vec::new(),
        });
    });
    lab.settle();

    let status = lab.status("Gateway", "web");
    assert_eq!(reason(&status, "Programmed"), "Invalid");
    assert!(support::message(&status, "Programmed").ends_with("no such filter"));
    assert_eq!(reason(&lab.parent("shop"), "Programmed"), "Invalid");
    assert!(lab.happened("Rejected"), "{:?}", lab.events);
}

#[test]
fn a_lost_node_keeps_its_gateways_and_says_that_nobody_knows() {
    let mut lab = Lab::with_nodes(&["gw-1", "gw-2"]);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.serve("gw-1", "web");
    lab.settle();

    lab.pass(NODE_LOST_SECONDS + 2);
    lab.settle();

    let status = lab.status("Gateway", "web");
    assert_eq!(status["instances"][0]["state"], "Unknown");
    assert_eq!(status["instances"][0]["node"], "gw-1");
    assert_eq!(reason(&status, "Programmed"), "NodeLost");
    assert_eq!(answer(&lab.status("Node", "gw-1"), "Ready"), "False");
    assert!(lab.happened("NodeLost"), "{:?}", lab.events);

    lab.serve("gw-1", "web");
    lab.settle();
    assert_eq!(answer(&lab.status("Gateway", "web"), "Programmed"), "True");
    assert_eq!(answer(&lab.status("Node", "gw-1"), "Ready"), "True");
}

#[test]
fn the_gateways_of_a_deleted_node_move() {
    let mut lab = Lab::with_nodes(&["gw-1", "gw-2"]);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.pass(NODE_LOST_SECONDS + 2);
    lab.report("gw-2");
    lab.settle();

    lab.delete(&key(Kind::Node, "gw-1")).unwrap();
    lab.settle();

    assert_eq!(lab.node_of("web"), "gw-2");
}

#[test]
fn a_start_of_epicd_changes_no_status_until_nodes_had_their_time_to_report() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.create("Backend", "shop", backend()).unwrap();
    lab.create("Route", "shop", route()).unwrap();
    lab.serve("gw-1", "web");
    lab.settle();
    let before = lab.objects.clone();

    lab.restart();
    lab.settle();
    assert_eq!(lab.objects, before);

    lab.pass(NODE_LOST_SECONDS + 2);
    lab.settle();
    assert_eq!(
        reason(&lab.status("Gateway", "web"), "Programmed"),
        "NodeLost"
    );
}

#[test]
fn a_route_says_which_parent_or_backend_it_lacks() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Route", "shop", route()).unwrap();
    lab.settle();
    assert_eq!(reason(&lab.parent("shop"), "Accepted"), "NoMatchingParent");
    assert_eq!(
        reason(&lab.parent("shop"), "ResolvedRefs"),
        "BackendNotFound"
    );
    assert!(
        support::message(&lab.parent("shop"), "ResolvedRefs")
            .contains("epicctl backend create shop")
    );

    lab.create("Backend", "shop", backend()).unwrap();
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.settle();
    assert_eq!(answer(&lab.parent("shop"), "Accepted"), "True");
    assert_eq!(answer(&lab.parent("shop"), "ResolvedRefs"), "True");

    let mut elsewhere = route();
    elsewhere["parentRefs"][0]["sectionName"] = json!("no");
    lab.apply("Route", "shop", elsewhere).unwrap();
    lab.settle();
    assert_eq!(reason(&lab.parent("shop"), "Accepted"), "NoMatchingParent");
    assert_eq!(
        lab.status("Gateway", "web")["listeners"][0]["attachedRoutes"],
        0
    );
}

#[test]
fn a_listener_names_the_certificate_it_lacks() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    let listeners = json!([{ "name": "https", "protocol": "HTTPS", "port": 443,
        "tls": { "certificateRefs": [{ "name": "shop" }] } }]);
    lab.create(
        "Gateway",
        "web",
        json!({ "template": "http", "listeners": listeners }),
    )
    .unwrap();
    lab.settle();

    let status = lab.status("Gateway", "web");
    assert_eq!(
        reason(&status["listeners"][0], "ResolvedRefs"),
        "InvalidCertificateRef"
    );
    assert!(support::message(&status["listeners"][0], "ResolvedRefs").contains("`shop`"));
    assert_eq!(reason(&status, "Accepted"), "ListenersNotValid");
}

#[test]
fn a_backend_is_as_healthy_as_every_instance_sees_it() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.create("Backend", "shop", backend()).unwrap();
    lab.settle();
    assert_eq!(reason(&lab.status("Backend", "shop"), "Ready"), "NotUsed");
    lab.create("Route", "shop", route()).unwrap();

    let seen = |healthy: [bool; 2]| {
        let address = |last: usize| format!("10.0.0.{}:8080", last + 1).parse().unwrap();
        let endpoint = |(index, healthy): (usize, bool)| EndpointLive {
            address: address(index),
            healthy,
            reason: if healthy {
                String::new()
            } else {
                "failed_active_hc".into()
            },
            traffic: epic_api::agent::Traffic::default(),
        };
        healthy
            .into_iter()
            .enumerate()
            .map(endpoint)
            .collect::<Vec<_>>()
    };
    for (healthy, count, ready) in [
        ([true, true], 2, "True"),
        ([true, false], 1, "True"),
        ([false, false], 0, "False"),
    ] {
        lab.report_with("gw-1", "web", |instance| {
            instance.live.backends.insert("shop".into(), seen(healthy));
        });
        lab.settle();
        let status = lab.status("Backend", "shop");
        assert_eq!(status["healthy"], count);
        assert_eq!(answer(&status, "Ready"), ready);
    }
    assert!(lab.happened("EndpointUnhealthy"), "{:?}", lab.events);
}

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

#[test]
fn an_instance_that_restarts_is_not_programmed() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.serve("gw-1", "web");
    lab.settle();
    lab.report_with("gw-1", "web", |instance| {
        instance.state = InstanceState::Restarting;
    });
    lab.settle();
    assert_eq!(
        reason(&lab.status("Gateway", "web"), "Programmed"),
        "Pending"
    );
}
