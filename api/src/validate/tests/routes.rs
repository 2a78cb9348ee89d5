use super::*;

#[test]
fn each_fault_of_a_route_is_named_with_its_place_and_a_hint() {
    let rule = "/spec/http/rules/0";
    let refs = |count: usize| -> Value {
        (0..count)
            .map(|i| json!({ "name": format!("b{i}") }))
            .collect()
    };
    let rules: Value = (0..65).map(|_| json!({})).collect();
    let header = |name: &str| json!([{ "headers": [{ "name": name, "value": "v" }] }]);
    for (pointer, value, field, words) in [
        (
            "/spec/parentRefs",
            json!([]),
            "spec.parentRefs",
            "at least 1",
        ),
        (
            "/spec/parentRefs",
            refs(33),
            "spec.parentRefs",
            "at most 32",
        ),
        (
            "/spec/parentRefs",
            json!([{ "name": "a" }, { "name": "a" }]),
            "spec.parentRefs[1]",
            "already at",
        ),
        (
            "/spec/parentRefs/0/name",
            json!("A B"),
            "spec.parentRefs[0].name",
            "is not a name",
        ),
        (
            "/spec/parentRefs/0/sectionName",
            json!("A"),
            "spec.parentRefs[0].sectionName",
            "is not a name",
        ),
        (
            "/spec/parentRefs/0/port",
            json!(0),
            "spec.parentRefs[0].port",
            "is not a port",
        ),
        (
            "/spec/hostnames",
            json!(["a.example", "a.example"]),
            "spec.hostnames[1]",
            "already at",
        ),
        (
            "/spec/hostnames",
            json!(["10.0.0.1"]),
            "spec.hostnames[0]",
            "is an IP address",
        ),
        (
            "/spec/tcp",
            json!({ "rules": [{ "backendRefs": [{ "name": "db" }] }] }),
            "spec",
            "has `http` and `tcp`",
        ),
        ("/spec/http", Value::Null, "spec", "a route for each"),
        (
            "/spec/http/rules",
            json!([]),
            "spec.http.rules",
            "at least 1",
        ),
        ("/spec/http/rules", rules, "spec.http.rules", "at most 64"),
        (
            "/spec/http/rules",
            json!([{ "name": "a" }, { "name": "a" }]),
            "spec.http.rules[1].name",
            "already the name",
        ),
        (
            "matches",
            json!([{ "path": { "value": "cart" } }]),
            "matches[0].path.value",
            "write `/cart`",
        ),
        (
            "matches",
            json!([{ "path": { "value": "/a//b" } }]),
            "matches[0].path.value",
            "write one `/`",
        ),
        (
            "matches",
            json!([{ "path": { "value": "/a/../b" } }]),
            "matches[0].path.value",
            "`.` or `..`",
        ),
        (
            "matches",
            json!([{ "path": { "value": "/a/." } }]),
            "matches[0].path.value",
            "`.` or `..`",
        ),
        (
            "matches",
            json!([{ "path": { "value": "/a%2Fb" } }]),
            "matches[0].path.value",
            "encoded `/`",
        ),
        (
            "matches",
            json!([{ "path": { "value": "/a#b" } }]),
            "matches[0].path.value",
            "fragment",
        ),
        (
            "matches",
            json!([{ "path": { "value": "/a?b" } }]),
            "matches[0].path.value",
            "queryParams",
        ),
        (
            "matches",
            json!([{ "path": { "value": "/a b" } }]),
            "matches[0].path.value",
            "write `%20`",
        ),
        (
            "matches",
            json!([{ "path": { "value": "/a%zz" } }]),
            "matches[0].path.value",
            "write `%25`",
        ),
        (
            "matches",
            json!([{ "path": { "value": format!("/{}", "a".repeat(1024)) } }]),
            "matches[0].path.value",
            "at most 1024",
        ),
        (
            "matches",
            json!([{ "path": { "type": "RegularExpression", "value": "/(a" } }]),
            "matches[0].path.value",
            "unclosed group",
        ),
        (
            "matches",
            json!([{ "path": { "type": "RegularExpression", "value": "/(?!a)" } }]),
            "matches[0].path.value",
            "no look-around",
        ),
        (
            "matches",
            header("a b"),
            "matches[0].headers[0].name",
            "RFC 9110",
        ),
        (
            "matches",
            header(":path"),
            "matches[0].headers[0].name",
            "pseudo-headers",
        ),
        (
            "matches",
            json!([{ "headers": [{ "name": "A", "value": "1" }, { "name": "a", "value": "2" }] }]),
            "matches[0].headers[1]",
            "header `a` is already",
        ),
        (
            "matches",
            json!([{ "headers": [{ "name": "a", "value": "" }] }]),
            "matches[0].headers[0].value",
            "write 1 to 4096",
        ),
        (
            "matches",
            json!([{ "headers": [{ "name": "a", "value": "a\r\nb" }] }]),
            "matches[0].headers[0].value",
            "control character",
        ),
        (
            "matches",
            json!([{ "queryParams": [{ "name": "", "value": "1" }] }]),
            "matches[0].queryParams[0].name",
            "is not a parameter name",
        ),
        (
            "matches",
            json!([{ "queryParams": [{ "name": "a", "value": "*", "type": "RegularExpression" }] }]),
            "matches[0].queryParams[0].value",
            "is not a regular expression",
        ),
        (
            "matches",
            vec![json!({}); 65].into(),
            "matches",
            "at most 64",
        ),
        ("backendRefs", refs(17), "backendRefs", "at most 16"),
        (
            "backendRefs",
            json!([{ "name": "B!" }]),
            "backendRefs[0].name",
            "is not a name",
        ),
        (
            "timeouts",
            json!({ "request": "1s", "backendRequest": "2s" }),
            "timeouts.backendRequest",
            "longer than `request`, which is `1s`",
        ),
    ] {
        if pointer.starts_with('/') {
            assert_fault(
                Kind::Route,
                &with(Kind::Route, pointer, value),
                field,
                words,
            );
        } else {
            let sent = with(Kind::Route, &format!("{rule}/{pointer}"), value);
            assert_fault(
                Kind::Route,
                &sent,
                &format!("spec.http.rules[0].{field}"),
                words,
            );
        }
    }
}

#[test]
fn each_fault_of_a_tcp_route_is_named_with_its_place_and_a_hint() {
    let tcp = |rules: Value, hostnames: Value| {
        let mut sent = with(Kind::Route, "/spec/http", Value::Null);
        sent["spec"]["tcp"] = json!({ "rules": rules });
        sent["spec"]["hostnames"] = hostnames;
        sent
    };
    let rule = json!({ "backendRefs": [{ "name": "db" }] });
    assert!(admit(Kind::Route, &tcp(json!([rule]), json!([]))).is_ok());
    for (rules, hostnames, field, words) in [
        (json!([]), json!([]), "spec.tcp.rules", "exactly one"),
        (
            json!([rule, rule]),
            json!([]),
            "spec.tcp.rules",
            "exactly one",
        ),
        (
            json!([{ "backendRefs": [] }]),
            json!([]),
            "spec.tcp.rules[0].backendRefs",
            "at least 1",
        ),
        (
            json!([rule]),
            json!(["a.example"]),
            "spec.hostnames",
            "sees no hostname",
        ),
    ] {
        assert_fault(Kind::Route, &tcp(rules, hostnames), field, words);
    }
}

#[test]
fn each_fault_of_retries_and_sessions_is_named_with_its_place_and_a_hint() {
    for (field, value, place, words) in [
        (
            "retry",
            json!({ "codes": [399] }),
            ".codes[0]",
            "from 400 to 599",
        ),
        (
            "retry",
            json!({ "codes": [503, 503] }),
            ".codes[1]",
            "already at",
        ),
        (
            "retry",
            json!({ "attempts": 11 }),
            ".attempts",
            "from 0 to 10",
        ),
        (
            "retry",
            json!({ "backoff": "0s" }),
            ".backoff",
            "like `100ms`",
        ),
        (
            "sessionPersistence",
            json!({ "sessionName": "a b" }),
            ".sessionName",
            "RFC 6265",
        ),
        (
            "sessionPersistence",
            json!({ "sessionName": "a b", "type": "Header" }),
            ".sessionName",
            "RFC 9110",
        ),
        (
            "sessionPersistence",
            json!({ "sessionName": "x".repeat(129) }),
            ".sessionName",
            "at most 128",
        ),
        (
            "sessionPersistence",
            json!({ "type": "Header", "absoluteTimeout": "1h" }),
            ".absoluteTimeout",
            "make the type Cookie",
        ),
        (
            "sessionPersistence",
            json!({ "absoluteTimeout": "0s" }),
            ".absoluteTimeout",
            "like `1h`",
        ),
        (
            "sessionPersistence",
            json!({ "type": "cookie" }),
            ".type",
            "did you mean `Cookie`",
        ),
    ] {
        let sent = with(Kind::Route, &format!("/spec/http/rules/0/{field}"), value);
        let place = format!("spec.http.rules[0].{field}{place}");
        assert_fault(Kind::Route, &sent, &place, words);
    }
}

#[test]
fn each_fault_of_a_grpc_route_is_named_with_its_place_and_a_hint() {
    let grpc = |rule: Value| {
        let mut sent = with(Kind::Route, "/spec/http", Value::Null);
        sent["spec"]["grpc"] = json!({ "rules": [rule] });
        sent
    };
    let method = |method: Value| grpc(json!({ "matches": [{ "method": method }] }));
    for fits in [
        json!({ "service": "shop.v1.Cart", "method": "AddItem" }),
        json!({ "service": "Cart" }),
        json!({ "method": "_Add2" }),
        json!({ "type": "RegularExpression", "service": "shop\\..*" }),
    ] {
        assert!(admit(Kind::Route, &method(fits.clone())).is_ok(), "{fits}");
    }
    let cors = json!({ "type": "CORS", "cors": { "allowOrigins": ["*"] } });
    let rewrite = json!({ "type": "URLRewrite", "urlRewrite": { "hostname": "a.example" } });
    for (sent, field, words) in [
        (
            method(json!({})),
            "matches[0].method",
            "neither `service` nor `method`",
        ),
        (
            method(json!({ "service": "shop/Cart" })),
            "matches[0].method.service",
            "like `shop.v1.Cart`",
        ),
        (
            method(json!({ "service": "1shop" })),
            "matches[0].method.service",
            "is not a gRPC service",
        ),
        (
            method(json!({ "method": "shop.Add" })),
            "matches[0].method.method",
            "write the method alone",
        ),
        (
            method(json!({ "method": "" })),
            "matches[0].method.method",
            "is not a gRPC method",
        ),
        (
            method(json!({ "type": "RegularExpression", "method": "(a" })),
            "matches[0].method.method",
            "unclosed group",
        ),
        (
            grpc(json!({ "matches": [{ "headers": [{ "name": "a b", "value": "1" }] }] })),
            "matches[0].headers[0].name",
            "RFC 9110",
        ),
        (
            grpc(json!({ "filters": [cors] })),
            "filters[0].type",
            "a filter of type CORS in gRPC rules",
        ),
        (
            grpc(json!({ "backendRefs": [{ "name": "v1", "filters": [rewrite] }] })),
            "backendRefs[0].filters[0].type",
            "RequestMirror",
        ),
        (
            grpc(json!({ "timeouts": { "request": "1s" } })),
            "timeouts",
            "unknown field",
        ),
        (grpc(json!({ "name": "A" })), "name", "for example `a`"),
    ] {
        let field = format!("spec.grpc.rules[0].{field}");
        assert_fault(Kind::Route, &sent, &field, words);
    }
}

#[test]
fn tls_routes_need_hostnames_and_udp_routes_have_none() {
    let route = |protocol: &str, hostnames: Value| {
        let mut sent = with(Kind::Route, "/spec/http", Value::Null);
        sent["spec"][protocol] = json!({ "rules": [{ "backendRefs": [{ "name": "db" }] }] });
        sent["spec"]["hostnames"] = hostnames;
        sent
    };
    assert!(admit(Kind::Route, &route("tls", json!(["*.db.example"]))).is_ok());
    assert!(admit(Kind::Route, &route("udp", json!([]))).is_ok());
    for (protocol, hostnames, words) in [
        ("tls", json!([]), "told apart by SNI"),
        ("udp", json!(["a.example"]), "a UDP route sees no hostname"),
    ] {
        let sent = route(protocol, hostnames);
        assert_fault(Kind::Route, &sent, "spec.hostnames", words);
    }
    let mut sent = route("udp", json!([]));
    sent["spec"]["tls"] = json!({ "rules": [{ "backendRefs": [{ "name": "db" }] }] });
    assert_fault(Kind::Route, &sent, "spec", "has `tls` and `udp`");
}
