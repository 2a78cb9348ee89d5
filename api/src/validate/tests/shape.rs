use super::*;

#[test]
fn each_fault_of_shape_is_named_with_its_place_and_a_hint() {
    for (kind, pointer, value, field, words) in [
        (
            Kind::Gateway,
            "/spec/lisetners",
            json!([]),
            "spec.lisetners",
            "did you mean `listeners`?",
        ),
        (
            Kind::Gateway,
            "/spec/frob",
            json!(1),
            "spec.frob",
            "the fields are addresses, backendTls, listeners, template",
        ),
        (
            Kind::Gateway,
            "/spec/listeners/0/prot",
            json!(1),
            "spec.listeners[0].prot",
            "did you mean `port`?",
        ),
        (
            Kind::Gateway,
            "/metadata/namespace",
            json!("a"),
            "metadata.namespace",
            "write `account`",
        ),
        (
            Kind::Gateway,
            "/extra",
            json!({}),
            "extra",
            "the fields are apiVersion, kind, metadata, spec, status",
        ),
        (
            Kind::Backend,
            "/spec/healthCheck/http/x-y",
            json!(1),
            "spec.healthCheck.http[x-y]",
            "unknown field `x-y`",
        ),
        (
            Kind::Gateway,
            "/spec/listeners/0/port",
            json!("80"),
            "spec.listeners[0].port",
            "write it without quotes: 80",
        ),
        (
            Kind::Gateway,
            "/spec/listeners/0/port",
            json!(0),
            "spec.listeners[0].port",
            "write a number from 1 to 65535",
        ),
        (
            Kind::Gateway,
            "/spec/listeners/0/port",
            json!(65536),
            "spec.listeners[0].port",
            "`65536` is out of range",
        ),
        (
            Kind::Gateway,
            "/spec/listeners/0/port",
            json!(1.5),
            "spec.listeners[0].port",
            "a whole number",
        ),
        (
            Kind::Gateway,
            "/spec/listeners/0/protocol",
            json!("http"),
            "spec.listeners[0].protocol",
            "did you mean `HTTP`? write one of HTTP, HTTPS, TLS, TCP, UDP",
        ),
        (
            Kind::Gateway,
            "/spec/listeners/0/protocol",
            json!("SCTP"),
            "spec.listeners[0].protocol",
            "write one of HTTP, HTTPS, TLS, TCP, UDP",
        ),
        (
            Kind::Gateway,
            "/spec/listeners/0/protocol",
            json!(5),
            "spec.listeners[0].protocol",
            "must be a string, not `5`",
        ),
        (
            Kind::Gateway,
            "/spec/listeners/0/name",
            json!(80),
            "spec.listeners[0].name",
            "write it in quotes: \"80\"",
        ),
        (
            Kind::Gateway,
            "/spec/listeners/0/name",
            Value::Null,
            "spec.listeners[0].name",
            "is missing",
        ),
        (
            Kind::Gateway,
            "/spec/listeners",
            Value::Null,
            "spec.listeners",
            "At least one, at most 64",
        ),
        (
            Kind::Gateway,
            "/spec/listeners",
            json!({}),
            "spec.listeners",
            "write it as a list",
        ),
        (
            Kind::Gateway,
            "/spec/listeners/0",
            Value::Null,
            "spec.listeners[0]",
            "must be an object, not null",
        ),
        (
            Kind::Gateway,
            "/spec",
            json!("x"),
            "spec",
            "must be an object, not the text `x`",
        ),
        (
            Kind::Gateway,
            "/spec/addresses",
            json!(["300.1.1.1"]),
            "spec.addresses[0]",
            "`300.1.1.1` is not an IP address",
        ),
        (
            Kind::Gateway,
            "/apiVersion",
            json!("v1"),
            "apiVersion",
            "write `apiVersion: epic-gateway.org/v1alpha1`",
        ),
        (
            Kind::Gateway,
            "/apiVersion",
            Value::Null,
            "apiVersion",
            "write `apiVersion: epic-gateway.org/v1alpha1`",
        ),
        (
            Kind::Gateway,
            "/kind",
            json!("Route"),
            "kind",
            "must be a Gateway",
        ),
        (
            Kind::Gateway,
            "/metadata/name",
            Value::Null,
            "metadata.name",
            "is missing",
        ),
        (
            Kind::Gateway,
            "/metadata/labels",
            json!({ "a": 1 }),
            "metadata.labels.a",
            "write it in quotes: \"1\"",
        ),
        (
            Kind::Gateway,
            "/metadata/creationTimestamp",
            json!("now"),
            "metadata.creationTimestamp",
            "is not a time",
        ),
        (
            Kind::Gateway,
            "/metadata/generation",
            json!(-1),
            "metadata.generation",
            "out of range",
        ),
        (
            Kind::Route,
            "/spec/http/rules/0/timeouts/request",
            json!("5"),
            "spec.http.rules[0].timeouts.request",
            "`5` is not a duration",
        ),
        (
            Kind::Route,
            "/spec/http/rules/0/timeouts/request",
            json!("99999h60m"),
            "spec.http.rules[0].timeouts.request",
            "at most 99999h",
        ),
        (
            Kind::Route,
            "/spec/http/rules/0/matches/0/method",
            json!("get"),
            "spec.http.rules[0].matches[0].method",
            "did you mean `GET`?",
        ),
        (
            Kind::Route,
            "/spec/http/rules/0/backendRefs/0/weight",
            json!(1_000_001),
            "spec.http.rules[0].backendRefs[0].weight",
            "from 0 to 1000000",
        ),
        (
            Kind::GatewayTemplate,
            "/spec/allowedPorts/0",
            json!("90-80"),
            "spec.allowedPorts[0]",
            "`80` or `8000-8999`",
        ),
        (
            Kind::GatewayTemplate,
            "/spec/allowedPorts/0",
            json!("99999"),
            "spec.allowedPorts[0]",
            "from 1 to 65535",
        ),
        (
            Kind::GatewayTemplate,
            "/spec/instances",
            json!(5_000_000_000u64),
            "spec.instances",
            "out of range",
        ),
        (
            Kind::Backend,
            "/spec/endpoints/0/ready",
            json!("true"),
            "spec.endpoints[0].ready",
            "write it without quotes: true",
        ),
    ] {
        assert_fault(kind, &with(kind, pointer, value), field, words);
    }
}

#[test]
fn a_misspelt_field_is_not_reported_as_missing_too() {
    let mut sent = good(Kind::Gateway);
    let listeners = sent["spec"]["listeners"].take();
    sent["spec"]["lisetners"] = listeners;
    assert_fault(
        Kind::Gateway,
        &sent,
        "spec.lisetners",
        "did you mean `listeners`?",
    );
}

#[test]
fn what_is_no_object_is_refused_as_a_whole() {
    for sent in [json!(null), json!([]), json!("x"), json!(1)] {
        assert_fault(Kind::Account, &sent, ".", "must be an object");
    }
}

#[test]
fn an_object_without_a_spec_is_asked_for_the_fields_it_needs() {
    let account =
        json!({ "apiVersion": API_VERSION, "kind": "Account", "metadata": { "name": "a" } });
    assert!(admit(Kind::Account, &account).is_ok());
    let pool = json!({ "apiVersion": API_VERSION, "kind": "IPPool", "metadata": { "name": "a" } });
    assert_fault(Kind::IpPool, &pool, "spec.addresses", "is missing");
}
