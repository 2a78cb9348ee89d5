use super::*;

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
fn udp_beside_http3_is_refused_whichever_comes_second() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    let listeners = json!([
        { "name": "web", "protocol": "HTTPS", "port": 443, "tls": { "certificateRefs": [{ "name": "c" }] } },
        { "name": "game", "protocol": "UDP", "port": 443 },
    ]);
    let spec = json!({ "template": "http", "listeners": listeners });
    lab.create("Gateway", "web", spec.clone()).unwrap();
    let mut http3 = template();
    http3["http3"] = json!(true);
    let error = lab
        .apply("GatewayTemplate", "http", http3.clone())
        .unwrap_err();
    assert!(
        causes(&error).contains("Gateway acme/web has listener `game` on UDP port 443"),
        "{error}"
    );

    lab.delete(&key(Kind::Gateway, "web")).unwrap();
    lab.apply("GatewayTemplate", "http", http3).unwrap();
    let error = lab.create("Gateway", "web", spec).unwrap_err();
    assert_eq!(error.causes[0].field, "spec.listeners[1].port");
    assert!(causes(&error).contains("taken by HTTP/3"), "{error}");
}
