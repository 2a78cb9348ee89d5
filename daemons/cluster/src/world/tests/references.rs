use super::*;

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
    assert!(message(&status["listeners"][0], "ResolvedRefs").contains("`shop`"));
    assert_eq!(reason(&status, "Accepted"), "ListenersNotValid");
}

/// A gateway with an HTTPS listener that names certificates in every way.
fn secure() -> Value {
    json!({ "template": "http",
        "backendTls": { "clientCertificateRef": { "name": "own" } },
        "listeners": [{ "name": "https", "protocol": "HTTPS", "port": 443, "tls": {
            "certificateRefs": [{ "name": "shop" }],
            "clientValidation": { "caCertificateRefs": [{ "name": "clients" }] } } }] })
}

fn with_key() -> Value {
    json!({ "certificate": "PEM", "privateKey": "PEM" })
}

fn bundle() -> Value {
    json!({ "certificate": "PEM" })
}

/// A backend whose endpoints are verified, and that shows a certificate.
fn verified() -> Value {
    let mut spec = backend();
    spec["tls"] = json!({ "hostname": "in.example", "caCertificateRefs": [{ "name": "ca" }],
                          "clientCertificateRef": { "name": "client" } });
    spec
}

#[test]
fn a_listener_says_which_of_its_certificates_is_missing_or_of_the_wrong_kind() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "web", secure()).unwrap();
    lab.create("Certificate", "own", with_key()).unwrap();
    lab.create("Certificate", "shop", bundle()).unwrap();
    lab.settle();
    let listener = lab.status("Gateway", "web")["listeners"][0].clone();
    assert_eq!(reason(&listener, "ResolvedRefs"), "InvalidCertificateRef");
    let words = message(&listener, "ResolvedRefs");
    assert!(
        words.contains("`shop` holds authorities and no key"),
        "{words}"
    );

    lab.apply("Certificate", "shop", with_key()).unwrap();
    lab.settle();
    let listener = lab.status("Gateway", "web")["listeners"][0].clone();
    assert_eq!(reason(&listener, "ResolvedRefs"), "InvalidCACertificateRef");
    assert_eq!(reason(&listener, "Programmed"), "Invalid");
    let words = message(&listener, "ResolvedRefs");
    assert!(
        words.contains("epicctl certificate create clients --ca"),
        "{words}"
    );

    lab.create("Certificate", "clients", bundle()).unwrap();
    lab.settle();
    let status = lab.status("Gateway", "web");
    assert_eq!(answer(&status["listeners"][0], "ResolvedRefs"), "True");
    assert_eq!(answer(&status, "Accepted"), "True");
}

#[test]
fn a_gateway_says_that_its_own_certificate_towards_backends_is_missing() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "web", secure()).unwrap();
    lab.settle();
    let status = lab.status("Gateway", "web");
    assert_eq!(
        reason(&status, "ResolvedRefs"),
        "InvalidClientCertificateRef"
    );

    lab.create("Certificate", "own", with_key()).unwrap();
    lab.settle();
    assert_eq!(
        answer(&lab.status("Gateway", "web"), "ResolvedRefs"),
        "True"
    );
}

#[test]
fn a_backend_says_which_certificate_it_lacks() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Backend", "shop", verified()).unwrap();
    lab.settle();
    let status = lab.status("Backend", "shop");
    assert_eq!(reason(&status, "ResolvedRefs"), "InvalidCACertificateRef");
    assert_eq!(reason(&status, "Ready"), "InvalidCACertificateRef");

    lab.create("Certificate", "ca", bundle()).unwrap();
    lab.create("Certificate", "client", bundle()).unwrap();
    lab.settle();
    let status = lab.status("Backend", "shop");
    assert_eq!(
        reason(&status, "ResolvedRefs"),
        "InvalidClientCertificateRef"
    );

    lab.apply("Certificate", "client", with_key()).unwrap();
    lab.settle();
    let status = lab.status("Backend", "shop");
    assert_eq!(answer(&status, "ResolvedRefs"), "True");
    assert_eq!(reason(&status, "Ready"), "NotUsed");

    lab.apply("Backend", "shop", backend()).unwrap();
    lab.settle();
    assert_eq!(
        *condition(&lab.status("Backend", "shop"), "ResolvedRefs"),
        Value::Null
    );
}

#[test]
fn a_route_whose_mirror_is_missing_says_what_becomes_of_the_copies() {
    let mut lab = Lab::with_nodes(&["gw-1"]);
    lab.create("Gateway", "web", gateway()).unwrap();
    lab.create("Backend", "shop", backend()).unwrap();
    let mut mirrored = route();
    mirrored["http"]["rules"][0]["filters"] =
        json!([{ "type": "RequestMirror", "requestMirror": { "backendRef": { "name": "copy" } } }]);
    lab.create("Route", "shop", mirrored).unwrap();
    lab.settle();
    let parent = lab.parent("shop");
    assert_eq!(reason(&parent, "ResolvedRefs"), "BackendNotFound");
    let words = message(&parent, "ResolvedRefs");
    assert!(
        words.contains("`copy`; copies for it are dropped"),
        "{words}"
    );

    lab.create("Backend", "copy", backend()).unwrap();
    lab.settle();
    assert_eq!(answer(&lab.parent("shop"), "ResolvedRefs"), "True");
}

#[test]
fn certificates_go_to_the_nodes_that_serve_what_names_them() {
    let mut lab = Lab::with_nodes(&["gw-1", "gw-2"]);
    let mut near = lab.world.intent_view("gw-1");
    let mut far = lab.world.intent_view("gw-2");
    for name in ["shop", "clients", "own", "ca", "client", "other"] {
        lab.create("Certificate", name, with_key()).unwrap();
    }
    lab.create("Gateway", "web", secure()).unwrap();
    assert_eq!(lab.node_of("web"), "gw-1");
    assert_eq!(
        certificates(&near.advance(&lab.world, lab.revision)),
        ["+clients", "+own", "+shop"]
    );

    lab.create("Backend", "shop", verified()).unwrap();
    lab.create("Route", "shop", route()).unwrap();
    assert_eq!(
        certificates(&near.advance(&lab.world, lab.revision)),
        ["+ca", "+client"]
    );
    let intent = lab
        .world
        .gateway_intent(&key(Kind::Gateway, "web"))
        .unwrap();
    assert_eq!(
        intent.certificates.keys().collect::<Vec<_>>(),
        ["ca", "client", "clients", "own", "shop"]
    );

    let before = intent.revision;
    lab.apply("Certificate", "ca", bundle()).unwrap();
    assert_eq!(
        certificates(&near.advance(&lab.world, lab.revision)),
        ["+ca"],
        "rotated"
    );
    let intent = lab
        .world
        .gateway_intent(&key(Kind::Gateway, "web"))
        .unwrap();
    assert!(intent.revision > before, "the gateway has to take it in");

    let mut renamed = verified();
    renamed["tls"]["caCertificateRefs"][0]["name"] = json!("other");
    lab.apply("Backend", "shop", renamed).unwrap();
    assert_eq!(
        certificates(&near.advance(&lab.world, lab.revision)),
        ["+other", "-ca"]
    );

    lab.delete(&key(Kind::Route, "shop")).unwrap();
    assert_eq!(
        certificates(&near.advance(&lab.world, lab.revision)),
        ["-client", "-other"]
    );
    assert_eq!(
        certificates(&far.advance(&lab.world, lab.revision)),
        [""; 0]
    );
}

/// What lines say of certificates.
fn certificates(lines: &[IntentLine]) -> Vec<String> {
    let mut words: Vec<String> = lines
        .iter()
        .filter_map(|line| match line {
            IntentLine::Put { object, .. } if object.kind == Kind::Certificate => {
                Some(format!("+{}", object.metadata.name))
            }
            IntentLine::Delete { key, .. } if key.kind == Kind::Certificate => {
                Some(format!("-{}", key.name))
            }
            _ => None,
        })
        .collect();
    words.sort();
    words
}
