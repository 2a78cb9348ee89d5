use super::*;

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
    let words = message(&status, "Programmed");
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
