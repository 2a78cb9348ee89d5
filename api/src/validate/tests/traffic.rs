//! The whole traffic model: each fault of it once.

use super::*;

fn assert_route_fault(spec: Value, field: &str, words: &str) {
    let mut sent = good(Kind::Route);
    sent["spec"] = spec;
    sent["spec"]["parentRefs"] = json!([{ "name": "web" }]);
    assert_fault(Kind::Route, &sent, field, words);
}

fn admitted(kind: Kind, spec: Value) {
    let mut sent = good(kind);
    sent["spec"] = spec;
    if let Err(error) = admit(kind, &sent) {
        panic!("{error}");
    }
}

#[test]
fn routes_of_every_protocol_are_admitted() {
    let parents = json!([{ "name": "web" }]);
    let backends = json!([{ "name": "b" }]);
    let l4 = json!({ "rules": [{ "backendRefs": backends }] });
    admitted(
        Kind::Route,
        json!({ "parentRefs": parents, "grpc": { "rules": [{
            "matches": [{ "method": { "service": "shop.v1.Cart", "method": "AddItem" } },
                        { "method": { "type": "RegularExpression", "service": "shop[.].*" } }],
            "filters": [{ "type": "RequestMirror", "requestMirror": { "backendRef": { "name": "m" } } },
                        { "type": "RequestMirror", "requestMirror":
                          { "backendRef": { "name": "n" }, "fraction": { "numerator": 1, "denominator": 3 } } }],
            "backendRefs": backends }]}}),
    );
    let tls = json!({ "parentRefs": parents, "hostnames": ["*.a.example"], "tls": l4 });
    admitted(Kind::Route, tls);
    admitted(Kind::Route, json!({ "parentRefs": parents, "udp": l4 }));
    admitted(
        Kind::Route,
        json!({ "parentRefs": parents, "http": { "rules": [{
            "filters": [{ "type": "CORS", "cors": { "allowOrigins": ["https://*.a.example:8443", "http://b.example"],
                "allowMethods": ["*"], "allowHeaders": ["X-A"], "allowCredentials": true, "maxAge": 60 } }],
            "retry": { "codes": [500, 503], "attempts": 3, "backoff": "100ms" },
            "sessionPersistence": { "sessionName": "s", "absoluteTimeout": "1h" },
            "backendRefs": [{ "name": "b", "filters": [{ "type": "URLRewrite",
                "urlRewrite": { "hostname": "in.example" } }] }] }]}}),
    );
}

#[test]
fn each_fault_of_a_grpc_route_is_named_with_its_place_and_a_hint() {
    let matching =
        |method: Value| json!({ "grpc": { "rules": [{ "matches": [{ "method": method }] }] } });
    let at = "spec.grpc.rules[0].matches[0].method";
    for (method, field, words) in [
        (json!({}), "", "neither `service` nor `method`"),
        (
            json!({ "service": "shop/Cart" }),
            ".service",
            "is not a gRPC service",
        ),
        (
            json!({ "service": "shop..Cart" }),
            ".service",
            "is not a gRPC service",
        ),
        (
            json!({ "method": "a.b" }),
            ".method",
            "is not a gRPC method",
        ),
        (json!({ "method": "" }), ".method", "is not a gRPC method"),
    ] {
        assert_route_fault(matching(method), &format!("{at}{field}"), words);
    }
    let redirect = json!([{ "type": "RequestRedirect", "requestRedirect": { "scheme": "https" } }]);
    let filters = json!({ "grpc": { "rules": [{ "filters": redirect }] } });
    assert_route_fault(
        filters,
        "spec.grpc.rules[0].filters[0].type",
        "does not go with gRPC",
    );
    assert_route_fault(
        json!({ "grpc": { "rules": [] } }),
        "spec.grpc.rules",
        "at least 1",
    );
}

#[test]
fn each_fault_of_a_tls_or_udp_route_is_named_with_its_place_and_a_hint() {
    let l4 = json!({ "rules": [{ "backendRefs": [{ "name": "b" }] }] });
    assert_route_fault(
        json!({ "tls": l4 }),
        "spec.hostnames",
        "clients send as SNI",
    );
    let udp = json!({ "udp": l4, "hostnames": ["a.example"] });
    assert_route_fault(udp, "spec.hostnames", "a UDP route sees no hostname");
    let both = json!({ "udp": l4, "tcp": l4 });
    assert_route_fault(both, "spec", "has `tcp` and `udp` at once");
}

#[test]
fn each_fault_of_mirrors_cors_retries_and_sessions_is_named_with_its_place_and_a_hint() {
    let rule = "spec.http.rules[0]";
    let mirror = |fields: Value| json!([{ "type": "RequestMirror", "requestMirror": fields }]);
    let cors = |fields: Value| json!([{ "type": "CORS", "cors": fields }]);
    let to = json!({ "name": "m" });
    for (filters, field, words) in [
        (
            mirror(json!({ "backendRef": { "name": "M!" } })),
            ".requestMirror.backendRef.name",
            "is not a name",
        ),
        (
            mirror(json!({ "backendRef": to, "percent": 101 })),
            ".requestMirror.percent",
            "100",
        ),
        (
            mirror(json!({ "backendRef": to, "percent": 1, "fraction": { "numerator": 1 } })),
            ".requestMirror",
            "both `percent` and `fraction`",
        ),
        (
            mirror(json!({ "backendRef": to, "fraction": { "numerator": 3, "denominator": 2 } })),
            ".requestMirror.fraction",
            "3/2 is no share",
        ),
        (
            cors(json!({ "allowOrigins": ["shop.example"] })),
            ".cors.allowOrigins[0]",
            "is not an origin",
        ),
        (
            cors(json!({ "allowOrigins": ["https://a.example/path"] })),
            ".cors.allowOrigins[0]",
            "is not an origin",
        ),
        (
            cors(json!({ "allowOrigins": ["*", "https://a.example"] })),
            ".cors.allowOrigins",
            "write it alone",
        ),
        (
            cors(json!({ "allowMethods": ["GET", "*"] })),
            ".cors.allowMethods[1]",
            "write it alone",
        ),
        (
            cors(json!({ "allowHeaders": ["X A"] })),
            ".cors.allowHeaders[0]",
            "is not a header name",
        ),
        (cors(json!({ "maxAge": 0 })), ".cors.maxAge", "1"),
    ] {
        let spec = json!({ "http": { "rules": [{ "filters": filters }] } });
        assert_route_fault(spec, &format!("{rule}.filters[0]{field}"), words);
    }
    for (fields, field, words) in [
        (
            json!({ "retry": { "codes": [200] } }),
            ".retry.codes[0]",
            "is no failure",
        ),
        (
            json!({ "retry": { "attempts": 11 } }),
            ".retry.attempts",
            "10",
        ),
        (
            json!({ "sessionPersistence": { "sessionName": "a b" } }),
            ".sessionPersistence.sessionName",
            "is not a header name",
        ),
        (
            json!({ "sessionPersistence": { "type": "Header", "absoluteTimeout": "1h" } }),
            ".sessionPersistence.absoluteTimeout",
            "make the type Cookie",
        ),
    ] {
        let spec = json!({ "http": { "rules": [fields] } });
        assert_route_fault(spec, &format!("{rule}{field}"), words);
    }
    let of_backend = json!({ "http": { "rules": [{ "backendRefs": [
        { "name": "b", "filters": [{ "type": "URLRewrite", "urlRewrite": {} }] }] }] } });
    let field = format!("{rule}.backendRefs[0].filters[0].urlRewrite");
    assert_route_fault(of_backend, &field, "rewrites nothing");
}

#[test]
fn a_redirect_to_where_the_request_came_from_is_refused() {
    let rule = |path: &str, redirect: Value| {
        json!({ "http": { "rules": [{ "matches": [{ "path": { "value": path } }],
            "filters": [{ "type": "RequestRedirect", "requestRedirect": redirect }] }] } })
    };
    let full =
        |path: &str| json!({ "path": { "type": "ReplaceFullPath", "replaceFullPath": path } });
    for (path, redirect) in [("/", json!({})), ("/", full("/new")), ("/a", full("/a/b"))] {
        let field = "spec.http.rules[0].filters[0].requestRedirect";
        assert_route_fault(rule(path, redirect), field, "without end");
    }
    for (path, redirect) in [
        ("/a", full("/b")),
        ("/a", full("/ab")),
        ("/", json!({ "scheme": "https" })),
        ("/", json!({ "hostname": "b.example" })),
    ] {
        let mut spec = rule(path, redirect);
        spec["parentRefs"] = json!([{ "name": "web" }]);
        admitted(Kind::Route, spec);
    }
}

#[test]
fn each_fault_of_tls_at_a_listener_is_named_with_its_place_and_a_hint() {
    let tls = "/spec/listeners/1/tls";
    let refs = json!([{ "name": "a" }]);
    for (protocol, value, field, words) in [
        (
            "HTTPS",
            json!({ "mode": "Passthrough" }),
            "tls.mode",
            "make the protocol TLS",
        ),
        (
            "TLS",
            json!({ "mode": "Passthrough", "certificateRefs": refs }),
            "tls.certificateRefs",
            "no certificate here",
        ),
        (
            "TLS",
            Value::Null,
            "tls",
            "passes through or needs a certificate",
        ),
        (
            "TLS",
            json!({ "mode": "Passthrough", "clientValidation": { "caCertificateRefs": refs } }),
            "tls.clientValidation",
            "no client certificate here",
        ),
        (
            "HTTPS",
            json!({ "certificateRefs": refs, "clientValidation": { "caCertificateRefs": [] } }),
            "tls.clientValidation.caCertificateRefs",
            "at least 1",
        ),
    ] {
        let mut sent = with(Kind::Gateway, tls, value);
        sent["spec"]["listeners"][1]["protocol"] = json!(protocol);
        assert_fault(
            Kind::Gateway,
            &sent,
            &format!("spec.listeners[1].{field}"),
            words,
        );
    }
}

#[test]
fn udp_has_ports_of_its_own_and_tls_shares_with_https() {
    let listener = |name: &str, protocol: &str, port: u16| json!({ "name": name, "protocol": protocol, "port": port });
    let mut passed = listener("db", "TLS", 443);
    passed["tls"] = json!({ "mode": "Passthrough" });
    passed["hostname"] = json!("db.example");
    let mut ended = listener("shop", "HTTPS", 443);
    ended["tls"] = json!({ "certificateRefs": [{ "name": "shop" }] });
    let listeners = json!([
        listener("a", "TCP", 53),
        listener("b", "UDP", 53),
        passed,
        ended
    ]);
    admitted(
        Kind::Gateway,
        json!({ "template": "t", "listeners": listeners }),
    );
    let twice = json!([listener("a", "UDP", 53), listener("b", "UDP", 53)]);
    let sent = with(Kind::Gateway, "/spec/listeners", twice);
    assert_fault(
        Kind::Gateway,
        &sent,
        "spec.listeners[1].port",
        "has UDP port 53 already",
    );
}

#[test]
fn each_fault_of_a_backends_policies_is_named_with_its_place_and_a_hint() {
    let ca = json!([{ "name": "ca" }]);
    for (fields, field, words) in [
        (
            json!({ "tls": { "hostname": "a.example" } }),
            "tls",
            "none of `caCertificateRefs`",
        ),
        (
            json!({ "tls": { "hostname": "a.example", "caCertificateRefs": ca, "wellKnownCaCertificates": "System" } }),
            "tls",
            "at once",
        ),
        (
            json!({ "tls": { "hostname": "*.a.example", "caCertificateRefs": ca } }),
            "tls.hostname",
            "is a wildcard",
        ),
        (
            json!({ "tls": { "hostname": "a.example", "caCertificateRefs": ca, "subjectAltNames": [{}] } }),
            "tls.subjectAltNames[0]",
            "none of `hostname` and `uri`",
        ),
        (
            json!({ "tls": { "hostname": "a.example", "caCertificateRefs": ca, "subjectAltNames": [{ "uri": "db" }] } }),
            "tls.subjectAltNames[0].uri",
            "is not a URI",
        ),
        (
            json!({ "loadBalancing": { "policy": "RoundRobin", "hashOn": [{ "sourceAddress": true }] } }),
            "loadBalancing.hashOn",
            "make the policy RingHash or Maglev",
        ),
        (
            json!({ "loadBalancing": { "policy": "Maglev", "hashOn": [{}] } }),
            "loadBalancing.hashOn[0]",
            "none of",
        ),
        (
            json!({ "loadBalancing": { "policy": "Maglev", "slowStart": "10s" } }),
            "loadBalancing.slowStart",
            "RoundRobin or LeastRequest",
        ),
        (
            json!({ "outlierDetection": { "interval": "0s" } }),
            "outlierDetection.interval",
            "no time",
        ),
        (
            json!({ "circuitBreaker": { "maxRequests": 0 } }),
            "circuitBreaker.maxRequests",
            "at least 1",
        ),
        (
            json!({ "healthCheck": { "tcp": {}, "grpc": {} } }),
            "healthCheck",
            "`tcp` and `grpc` at once",
        ),
    ] {
        let mut sent = good(Kind::Backend);
        sent["spec"] = fields;
        assert_fault(Kind::Backend, &sent, &format!("spec.{field}"), words);
    }
}

#[test]
fn each_fault_of_a_templates_log_and_patches_is_named_with_its_place_and_a_hint() {
    let patch = |fields: Value| {
        let mut patch = fields;
        patch["target"] = json!({ "type": "Cluster" });
        json!({ "envoyPatch": [patch] })
    };
    let json = |operation: Value| patch(json!({ "json": [operation] }));
    let mut named = patch(json!({ "merge": {} }));
    named["envoyPatch"][0]["target"]["name"] = json!("a*b");
    for (fields, field, words) in [
        (
            json!({ "accessLog": { "text": "x", "json": { "a": "b" } } }),
            "accessLog",
            "both `text` and `json`",
        ),
        (
            json!({ "accessLog": { "text": "%START_TIME" } }),
            "accessLog.text",
            "without its partner",
        ),
        (
            json!({ "accessLog": { "json": { "a": "100%" } } }),
            "accessLog.json[a]",
            "without its partner",
        ),
        (
            json!({ "tls": { "cipherSuites": ["A B"] } }),
            "tls.cipherSuites[0]",
            "is not a cipher suite",
        ),
        (
            patch(json!({})),
            "envoyPatch[0]",
            "none of `merge` and `json`",
        ),
        (
            patch(json!({ "merge": {}, "json": [{ "op": "remove", "path": "/a" }] })),
            "envoyPatch[0]",
            "at once",
        ),
        (
            patch(json!({ "merge": 1 })),
            "envoyPatch[0].merge",
            "is not an object",
        ),
        (
            patch(json!({ "json": {} })),
            "envoyPatch[0].json",
            "is not a list",
        ),
        (
            json(json!({ "op": "paint", "path": "/a" })),
            "envoyPatch[0].json[0].op",
            "is not an operation",
        ),
        (
            json(json!({ "op": "add", "path": "/a" })),
            "envoyPatch[0].json[0].value",
            "is missing",
        ),
        (
            json(json!({ "op": "remove", "path": "a" })),
            "envoyPatch[0].json[0].path",
            "is not a JSON pointer",
        ),
        (
            json(json!({ "op": "remove" })),
            "envoyPatch[0].json[0].path",
            "is not a JSON pointer",
        ),
        (
            named,
            "envoyPatch[0].target.name",
            "is not a resource's name",
        ),
    ] {
        let mut sent = good(Kind::GatewayTemplate);
        for (name, value) in fields.as_object().unwrap() {
            sent["spec"][name] = value.clone();
        }
        assert_fault(
            Kind::GatewayTemplate,
            &sent,
            &format!("spec.{field}"),
            words,
        );
    }
}

#[test]
fn each_fault_of_what_an_account_is_allowed_is_named_with_its_place_and_a_hint() {
    for (fields, field, words) in [
        (
            json!({ "allowedTemplates": ["A"] }),
            "allowedTemplates[0]",
            "is not a name",
        ),
        (
            json!({ "allowedPools": ["a", "a"] }),
            "allowedPools[1]",
            "already at",
        ),
        (
            json!({ "allowedNetworks": ["10.0.0.1/8"] }),
            "allowedNetworks[0]",
            "write `10.0.0.0/8`",
        ),
    ] {
        let mut sent = good(Kind::Account);
        sent["spec"] = fields;
        assert_fault(Kind::Account, &sent, &format!("spec.{field}"), words);
    }
}

#[test]
fn a_certificate_without_a_key_is_a_bundle_of_authorities() {
    let authority = certificates::authority();
    admitted(
        Kind::Certificate,
        json!({ "certificate": authority.repeat(2) }),
    );
    let mut sent = good(Kind::Certificate);
    sent["spec"] = json!({ "certificate": certificates::issued().1 });
    assert_fault(
        Kind::Certificate,
        &sent,
        "spec.certificate",
        "is no authority's",
    );
}
