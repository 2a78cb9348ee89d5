use epic_api::gateway::Tainted;

use super::*;

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
        message(&status, "Programmed"),
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
    assert!(message(&status, "Programmed").ends_with("no such filter"));
    assert_eq!(reason(&lab.parent("shop"), "Programmed"), "Invalid");
    assert!(lab.happened("Rejected"), "{:?}", lab.events);
}

#[test]
fn an_object_that_envoy_refuses_says_so_alone_until_it_changes() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.create("Route", "beside", route()).unwrap();
    let bad = lab.create("Route", "shop", route()).unwrap();
    lab.serve("gw-1", "web");
    let revision = lab.revision;
    lab.report_with("gw-1", "web", |instance| {
        instance.rejected = Some(Rejection {
            revision,
            message: "missing )".into(),
            objects: vec![Tainted {
                object: bad.key(),
                spec_revision: bad.metadata.spec_revision,
                message: "missing )".into(),
            }],
        });
    });
    lab.settle();

    let refused = lab.parent("shop");
    assert_eq!(reason(&refused, "Programmed"), "Tainted");
    assert!(message(&refused, "Programmed").ends_with("missing )"));
    assert_eq!(reason(&lab.parent("beside"), "Programmed"), "Programmed");
    assert_eq!(
        reason(&lab.status("Gateway", "web"), "Programmed"),
        "Programmed"
    );
    assert!(lab.happened("EnvoyRejected"), "{:?}", lab.events);

    // Mended: it waits for its instance as any other, though that has not been heard of since.
    let mut mended = route();
    mended["hostnames"] = json!(["shop.example"]);
    lab.apply("Route", "shop", mended).unwrap();
    lab.settle();
    assert_eq!(reason(&lab.parent("shop"), "Programmed"), "Pending");
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
    assert!(message(&lab.parent("shop"), "ResolvedRefs").contains("epicctl backend create shop"));

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
