use super::*;

#[test]
fn each_fault_of_a_template_is_named_with_its_place_and_a_hint() {
    for (pointer, value, field, words) in [
        ("/spec/pools", json!([]), "spec.pools", "at least 1"),
        (
            "/spec/pools",
            json!(["a", "a"]),
            "spec.pools[1]",
            "already at spec.pools[0]",
        ),
        (
            "/spec/pools",
            json!(["A"]),
            "spec.pools[0]",
            "for example `a`",
        ),
        (
            "/spec/instances",
            json!(0),
            "spec.instances",
            "from 1 to 16",
        ),
        (
            "/spec/instances",
            json!(17),
            "spec.instances",
            "from 1 to 16",
        ),
        (
            "/spec/concurrency",
            json!(0),
            "spec.concurrency",
            "from 1 to 256",
        ),
        (
            "/spec/allowedProtocols",
            json!(["TCP", "TCP"]),
            "spec.allowedProtocols[1]",
            "`TCP` is already",
        ),
        (
            "/spec/timeouts",
            json!({ "connect": "0s" }),
            "spec.timeouts.connect",
            "like `5s`",
        ),
        (
            "/spec/limits",
            json!({ "connections": 0 }),
            "spec.limits.connections",
            "no limit",
        ),
    ] {
        assert_fault(
            Kind::GatewayTemplate,
            &with(Kind::GatewayTemplate, pointer, value),
            field,
            words,
        );
    }
}

#[test]
fn each_fault_of_an_access_log_is_named_with_its_place_and_a_hint() {
    let many: serde_json::Map<String, Value> =
        (0..65).map(|i| (format!("k{i}"), json!("v"))).collect();
    for (log, field, words) in [
        (
            json!({ "text": "%START_TIME%", "json": { "a": "b" } }),
            "",
            "keep one of the two",
        ),
        (json!({ "text": "" }), ".text", "write 1 to 4096"),
        (
            json!({ "text": "x".repeat(4097) }),
            ".text",
            "write 1 to 4096",
        ),
        (
            json!({ "text": "100% of it" }),
            ".text",
            "`%%` for a percent sign",
        ),
        (
            json!({ "text": "%START_TIME" }),
            ".text",
            "does not end with `%`",
        ),
        (json!({ "text": "%REQ(A%" }), ".text", "has no `)`"),
        (json!({ "text": "%REQ(A):%" }), ".text", "no length"),
        (json!({ "text": "%start%" }), ".text", "begins no operator"),
        (json!({ "text": "a\nb" }), ".text", "control character"),
        (json!({ "json": many }), ".json", "at most 64"),
        (
            json!({ "json": { "": "a" } }),
            ".json[]",
            "is not a field's name",
        ),
        (
            json!({ "json": { "a": "%REQ(" } }),
            ".json[a]",
            "has no `)`",
        ),
    ] {
        let sent = with(Kind::GatewayTemplate, "/spec/accessLog", log);
        let field = format!("spec.accessLog{field}");
        assert_fault(Kind::GatewayTemplate, &sent, &field, words);
    }
    let text = "[%START_TIME(%s.%3f)%] \"%REQ(:METHOD)% %REQ(X-A?:PATH):64%\" %RESPONSE_CODE% 5%%";
    let sent = with(
        Kind::GatewayTemplate,
        "/spec/accessLog",
        json!({ "text": text }),
    );
    assert!(admit(Kind::GatewayTemplate, &sent).is_ok());
}

#[test]
fn each_fault_of_an_envoy_patch_is_named_with_its_place_and_a_hint() {
    let target = json!({ "type": "Listener" });
    let json = |operations: Value| json!({ "target": target, "json": operations });
    let operation = |one: Value| json(json!([one]));
    for (patch, field, words) in [
        (
            json!({ "target": target }),
            "",
            "has none of `merge`, `json`",
        ),
        (
            json!({ "target": target, "merge": {}, "json": [{ "op": "remove", "path": "/a" }] }),
            "",
            "has `merge` and `json`",
        ),
        (
            json!({ "target": target, "merge": [1] }),
            ".merge",
            "is not an object",
        ),
        (
            json!({ "target": target, "merge": { "a": "x".repeat(65 * 1024) } }),
            ".merge",
            "at most 65536",
        ),
        (
            json!({ "target": { "type": "Listener", "name": "a*b" }, "merge": {} }),
            ".target.name",
            "one `*` at its end",
        ),
        (
            json!({ "target": { "type": "Listner" }, "merge": {} }),
            ".target.type",
            "did you mean `Listener`",
        ),
        (json(json!({})), ".json", "RFC 6902"),
        (json(json!([])), ".json", "at least 1"),
        (
            json(vec![json!({ "op": "remove", "path": "/a" }); 65].into()),
            ".json",
            "at most 64",
        ),
        (operation(json!("x")), ".json[0].op", "is not an operation"),
        (
            operation(json!({ "op": "Add", "path": "/a", "value": 1 })),
            ".json[0].op",
            "write one of add,",
        ),
        (
            operation(json!({ "op": "remove" })),
            ".json[0].path",
            "RFC 6901",
        ),
        (
            operation(json!({ "op": "remove", "path": "a" })),
            ".json[0].path",
            "is not a JSON pointer",
        ),
        (
            operation(json!({ "op": "remove", "path": "/a~2" })),
            ".json[0].path",
            "`~0` for `~`",
        ),
        (
            operation(json!({ "op": "move", "path": "/a" })),
            ".json[0].from",
            "is not a JSON pointer",
        ),
        (
            operation(json!({ "op": "add", "path": "/a" })),
            ".json[0].value",
            "is missing",
        ),
    ] {
        let sent = with(Kind::GatewayTemplate, "/spec/envoyPatch", json!([patch]));
        let field = format!("spec.envoyPatch[0]{field}");
        assert_fault(Kind::GatewayTemplate, &sent, &field, words);
    }
    let many = vec![json!({ "target": target, "merge": {} }); 33];
    let sent = with(Kind::GatewayTemplate, "/spec/envoyPatch", many.into());
    assert_fault(
        Kind::GatewayTemplate,
        &sent,
        "spec.envoyPatch",
        "at most 32",
    );
}

#[test]
fn an_envoy_patch_keeps_its_nulls_and_its_lines() {
    let patches = json!([
        { "target": { "type": "Listener", "name": "http-*" },
          "merge": { "per_connection_buffer_limit_bytes": null, "lua": "a\nb" } },
        { "target": { "type": "Cluster" },
          "json": [{ "op": "add", "path": "/a~1b", "value": null },
                   { "op": "test", "path": "", "value": { "x": null } }] },
    ]);
    let sent = with(Kind::GatewayTemplate, "/spec/envoyPatch", patches.clone());
    let object = admit(Kind::GatewayTemplate, &sent).unwrap();
    assert_eq!(object.spec["envoyPatch"], patches);
}

#[test]
fn each_fault_of_a_cipher_suite_is_named_with_its_place_and_a_hint() {
    for suite in ["", "a b", "ecdhe"] {
        let sent = with(
            Kind::GatewayTemplate,
            "/spec/tls",
            json!({ "cipherSuites": [suite] }),
        );
        let place = "spec.tls.cipherSuites[0]";
        assert_fault(Kind::GatewayTemplate, &sent, place, "BoringSSL's name");
    }
}
