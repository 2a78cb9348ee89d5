use super::*;

#[test]
fn each_fault_of_metadata_is_named_with_its_place_and_a_hint() {
    let long = "a".repeat(64);
    let annotations: Value = json!({ "a": "x".repeat(256 * 1024) });
    let many: serde_json::Map<String, Value> =
        (0..65).map(|i| (format!("k{i}"), json!("v"))).collect();
    for (kind, pointer, value, field, words) in [
        (
            Kind::Gateway,
            "/metadata/name",
            json!("My Gateway"),
            "metadata.name",
            "for example `my-gateway`",
        ),
        (
            Kind::Gateway,
            "/metadata/name",
            json!(long),
            "metadata.name",
            "at most 63",
        ),
        (
            Kind::Gateway,
            "/metadata/name",
            json!(""),
            "metadata.name",
            "RFC 1123",
        ),
        (
            Kind::Gateway,
            "/metadata/account",
            Value::Null,
            "metadata.account",
            "belongs to an account",
        ),
        (
            Kind::Gateway,
            "/metadata/account",
            json!("A/B"),
            "metadata.account",
            "is not a name",
        ),
        (
            Kind::IpPool,
            "/metadata/account",
            json!("acme"),
            "metadata.account",
            "remove it",
        ),
        (
            Kind::Gateway,
            "/metadata/labels",
            json!({ "a b": "c" }),
            "metadata.labels[a b]",
            "is not a key",
        ),
        (
            Kind::Gateway,
            "/metadata/labels",
            json!({ "a": "b c" }),
            "metadata.labels[a]",
            "longer texts go into annotations",
        ),
        (
            Kind::Gateway,
            "/metadata/labels",
            json!(many),
            "metadata.labels",
            "give at most 64",
        ),
        (
            Kind::Gateway,
            "/metadata/annotations",
            json!({ "/a": "" }),
            "metadata.annotations[/a]",
            "is not a key",
        ),
        (
            Kind::Gateway,
            "/metadata/annotations",
            json!({ "a": "\u{1b}" }),
            "metadata.annotations[a]",
            "control character",
        ),
        (
            Kind::Gateway,
            "/metadata/annotations",
            annotations,
            "metadata.annotations",
            "within 262144 bytes",
        ),
        (
            Kind::Account,
            "/spec/displayName",
            json!("a\nb"),
            "spec.displayName",
            "control character",
        ),
        (
            Kind::Account,
            "/spec/displayName",
            json!("x".repeat(254)),
            "spec.displayName",
            "at most 253",
        ),
    ] {
        assert_fault(kind, &with(kind, pointer, value), field, words);
    }
}

#[test]
fn each_fault_of_a_pool_is_named_with_its_place_and_a_hint() {
    for (pointer, value, field, words) in [
        ("/spec/addresses", json!([]), "spec.addresses", "at least 1"),
        (
            "/spec/addresses/0",
            json!("ten"),
            "spec.addresses[0]",
            "write `198.51.100.0/24`",
        ),
        (
            "/spec/addresses/0",
            json!("198.51.100.7/24"),
            "spec.addresses[0]",
            "did you mean `198.51.100.0/24`",
        ),
        (
            "/spec/reserved/0",
            json!("198.51.100.9-198.51.100.1"),
            "spec.reserved[0]",
            "swap",
        ),
        (
            "/spec/reserved/0",
            json!("198.51.100.9-2001:db8::1"),
            "spec.reserved[0]",
            "one family",
        ),
        (
            "/spec/reserved/0",
            json!("198.51.101.1"),
            "spec.reserved[0]",
            "not within the pool",
        ),
        (
            "/spec/reserved/0",
            json!("198.51.100.250-198.51.101.1"),
            "spec.reserved[0]",
            "not within the pool",
        ),
    ] {
        // A pool whose only range is broken has nothing to be reserved from.
        let mut sent = with(Kind::IpPool, pointer, value);
        if pointer.contains("addresses") {
            sent["spec"]["reserved"] = json!([]);
        }
        assert_fault(Kind::IpPool, &sent, field, words);
    }
}

#[test]
fn ranges_of_a_pool_that_overlap_are_named_both() {
    for addresses in [
        json!(["10.0.0.0/24", "10.0.0.255-10.0.1.1"]),
        json!(["10.0.0.0/24", "2001:db8::/64", "10.0.0.0/25"]),
        json!(["10.0.0.0/16", "10.0.1.0/24", "10.0.200.0/24"]),
    ] {
        let mut sent = with(Kind::IpPool, "/spec/addresses", addresses);
        sent["spec"]["reserved"] = json!([]);
        let error = refusal(Kind::IpPool, &sent);
        assert!(
            error.causes[0].message.contains("overlaps `10.0."),
            "{error}"
        );
        assert!(
            error.causes[0].message.contains("at spec.addresses[0]"),
            "{error}"
        );
    }
    let apart = json!([
        "10.0.0.0/24",
        "10.0.1.0/24",
        "2001:db8::/64",
        "2001:db8:0:1::/64"
    ]);
    let mut sent = with(Kind::IpPool, "/spec/addresses", apart);
    sent["spec"]["reserved"] = json!([]);
    assert!(admit(Kind::IpPool, &sent).is_ok());
}

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
fn each_fault_of_a_gateway_is_named_with_its_place_and_a_hint() {
    let tls = json!({ "certificateRefs": [{ "name": "shop" }] });
    let https80 = json!({ "name": "x", "protocol": "HTTPS", "port": 80, "tls": tls });
    let tcp80 = json!({ "name": "x", "protocol": "TCP", "port": 80 });
    let http80 = json!({ "name": "x", "protocol": "HTTP", "port": 80 });
    let tcp5432 = json!({ "name": "x", "protocol": "TCP", "port": 5432 });
    let host443 = json!({ "name": "x", "protocol": "HTTPS", "port": 443, "hostname": "*.shop.example", "tls": tls });
    let same_name = json!({ "name": "http", "protocol": "TCP", "port": 99 });
    let many: Vec<Value> = (1..66)
        .map(|port| json!({ "name": format!("l{port}"), "protocol": "TCP", "port": port }))
        .collect();
    for (pointer, value, field, words) in [
        (
            "/spec/template",
            json!("No!"),
            "spec.template",
            "is not a name",
        ),
        ("/spec/listeners", json!([]), "spec.listeners", "at least 1"),
        (
            "/spec/listeners",
            json!(many),
            "spec.listeners",
            "at most 64",
        ),
        (
            "/spec/listeners/0/name",
            json!("HTTP"),
            "spec.listeners[0].name",
            "for example `http`",
        ),
        (
            "/spec/listeners/0/hostname",
            json!("*"),
            "spec.listeners[0].hostname",
            "leave the hostname out",
        ),
        (
            "/spec/listeners/0/hostname",
            json!("a.*.example"),
            "spec.listeners[0].hostname",
            "whole first label",
        ),
        (
            "/spec/listeners/0/hostname",
            json!("www.Example.com"),
            "spec.listeners[0].hostname",
            "write `www.example.com`",
        ),
        (
            "/spec/listeners/0/hostname",
            json!("192.0.2.1"),
            "spec.listeners[0].hostname",
            "is an IP address",
        ),
        (
            "/spec/listeners/0/hostname",
            json!("[2001:db8::1]"),
            "spec.listeners[0].hostname",
            "is an IP address",
        ),
        (
            "/spec/listeners/0/hostname",
            json!("a.example:80"),
            "spec.listeners[0].hostname",
            "has a port",
        ),
        (
            "/spec/listeners/0/hostname",
            json!("http://a.example"),
            "spec.listeners[0].hostname",
            "is a URL",
        ),
        (
            "/spec/listeners/0/hostname",
            json!("bücher.example"),
            "spec.listeners[0].hostname",
            "Punycode",
        ),
        (
            "/spec/listeners/0/hostname",
            json!("a..example"),
            "spec.listeners[0].hostname",
            "is not a hostname",
        ),
        (
            "/spec/listeners/0/hostname",
            json!(format!("a{}", ".abcdefgh".repeat(30))),
            "spec.listeners[0].hostname",
            "at most 253",
        ),
        (
            "/spec/listeners/2/hostname",
            json!("db.example"),
            "spec.listeners[2].hostname",
            "sees no hostname",
        ),
        (
            "/spec/listeners/0/tls",
            tls.clone(),
            "spec.listeners[0].tls",
            "make the protocol HTTPS",
        ),
        (
            "/spec/listeners/2/tls",
            tls.clone(),
            "spec.listeners[2].tls",
            "protocol TCP has no TLS",
        ),
        (
            "/spec/listeners/1/tls",
            Value::Null,
            "spec.listeners[1].tls",
            "needs a certificate",
        ),
        (
            "/spec/listeners/1/tls/certificateRefs",
            json!([]),
            "spec.listeners[1].tls.certificateRefs",
            "at least 1",
        ),
        (
            "/spec/listeners/1/tls/certificateRefs",
            json!([{ "name": "a" }, { "name": "a" }]),
            "spec.listeners[1].tls.certificateRefs[1]",
            "already at",
        ),
        (
            "/spec/listeners/2",
            same_name,
            "spec.listeners[2].name",
            "already the name of spec.listeners[0]",
        ),
        (
            "/spec/listeners/2",
            https80,
            "spec.listeners[2].port",
            "port conflict: HTTPS on port 80, where listener `http` speaks HTTP",
        ),
        (
            "/spec/listeners/2",
            tcp80,
            "spec.listeners[2].port",
            "port conflict: TCP on port 80",
        ),
        (
            "/spec/listeners/2",
            json!({ "name": "x", "protocol": "TLS", "port": 443, "hostname": "*.shop.example",
                    "tls": { "mode": "Passthrough" } }),
            "spec.listeners[2].port",
            "port 443 for `*.shop.example` already",
        ),
        (
            "/spec/listeners/2",
            json!({ "name": "x", "protocol": "TCP", "port": 443 }),
            "spec.listeners[2].port",
            "port conflict: TCP on port 443",
        ),
        (
            "/spec/listeners/2",
            json!({ "name": "x", "protocol": "UDP", "port": 53, "hostname": "a.example" }),
            "spec.listeners[2].hostname",
            "a UDP listener sees no hostname",
        ),
        (
            "/spec/listeners/2",
            http80,
            "spec.listeners[2].port",
            "port 80 for every host already",
        ),
        (
            "/spec/listeners/0",
            tcp5432,
            "spec.listeners[2].port",
            "listener `x` has TCP port 5432 already",
        ),
        (
            "/spec/listeners/2",
            host443,
            "spec.listeners[2].port",
            "port 443 for `*.shop.example` already",
        ),
        (
            "/spec/addresses",
            json!(["192.0.2.1", "192.0.2.1"]),
            "spec.addresses[1]",
            "already at spec.addresses[0]",
        ),
    ] {
        assert_fault(
            Kind::Gateway,
            &with(Kind::Gateway, pointer, value),
            field,
            words,
        );
    }
}

#[test]
fn listeners_that_envoy_can_tell_apart_share_a_port() {
    let tls = json!({ "certificateRefs": [{ "name": "shop" }] });
    for listeners in [
        json!([
            { "name": "udp", "protocol": "UDP", "port": 53 },
            { "name": "tcp", "protocol": "TCP", "port": 53 },
        ]),
        json!([
            { "name": "web", "protocol": "HTTPS", "port": 443, "hostname": "a.example", "tls": tls },
            { "name": "pass", "protocol": "TLS", "port": 443, "hostname": "b.example",
              "tls": { "mode": "Passthrough" } },
            { "name": "end", "protocol": "TLS", "port": 443, "tls": tls },
            { "name": "udp", "protocol": "UDP", "port": 443 },
        ]),
        json!([
            { "name": "a", "protocol": "HTTP", "port": 80, "hostname": "a.example" },
            { "name": "b", "protocol": "HTTP", "port": 80 },
        ]),
    ] {
        let sent = with(Kind::Gateway, "/spec/listeners", listeners);
        assert!(admit(Kind::Gateway, &sent).is_ok(), "{sent}");
    }
}

#[test]
fn each_fault_of_a_backend_is_named_with_its_place_and_a_hint() {
    let twice = json!([
        { "address": "10.0.0.1", "port": 80 },
        { "address": "10.0.0.1", "port": 81 },
        { "address": "10.0.0.1", "port": 80, "name": "again" },
    ]);
    let many: Vec<Value> = (0..10_001u32)
        .map(|i| json!({ "address": format!("10.0.{}.{}", i / 256, i % 256), "port": 80 }))
        .collect();
    for (pointer, value, field, words) in [
        (
            "/spec/endpoints",
            twice,
            "spec.endpoints[2]",
            "`10.0.0.1:80` is already at spec.endpoints[0]",
        ),
        (
            "/spec/endpoints",
            json!(many),
            "spec.endpoints",
            "at most 10000",
        ),
        (
            "/spec/endpoints/0/address",
            json!("0.0.0.0"),
            "spec.endpoints[0].address",
            "no host's address",
        ),
        (
            "/spec/endpoints/0/address",
            json!("ff02::1"),
            "spec.endpoints[0].address",
            "no host's address",
        ),
        (
            "/spec/endpoints/0/name",
            json!("x".repeat(254)),
            "spec.endpoints[0].name",
            "at most 253",
        ),
        (
            "/spec/healthCheck/tcp",
            json!({}),
            "spec.healthCheck",
            "has `http` and `tcp` at once",
        ),
        (
            "/spec/healthCheck/http",
            Value::Null,
            "spec.healthCheck",
            "none of `http`, `tcp` and `grpc`",
        ),
        (
            "/spec/healthCheck/interval",
            json!("99ms"),
            "spec.healthCheck.interval",
            "at least `100ms`",
        ),
        (
            "/spec/healthCheck/timeout",
            json!("0s"),
            "spec.healthCheck.timeout",
            "like `2s`",
        ),
        (
            "/spec/healthCheck/http/path",
            json!("healthz"),
            "spec.healthCheck.http.path",
            "begin with `/`",
        ),
        (
            "/spec/healthCheck/http/hostname",
            json!("*.a"),
            "spec.healthCheck.http.hostname",
            "is a wildcard",
        ),
        (
            "/spec/healthCheck/http/expectedStatuses",
            json!([99]),
            "spec.healthCheck.http.expectedStatuses[0]",
            "from 100 to 599",
        ),
        (
            "/spec/healthCheck/unhealthyThreshold",
            json!(0),
            "spec.healthCheck.unhealthyThreshold",
            "from 1 to 100",
        ),
    ] {
        assert_fault(
            Kind::Backend,
            &with(Kind::Backend, pointer, value),
            field,
            words,
        );
    }
}

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
            json!({ "rules": [{ "backendRefs": [{ "name": "b" }] }] }),
            "spec",
            "make a route for each",
        ),
        (
            "/spec/http",
            Value::Null,
            "spec",
            "none of `http`, `grpc`, `tls`, `tcp` and `udp`",
        ),
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
fn each_fault_of_a_filter_is_named_with_its_place_and_a_hint() {
    let redirect =
        |fields: Value| json!([{ "type": "RequestRedirect", "requestRedirect": fields }]);
    let rewrite = |fields: Value| json!([{ "type": "URLRewrite", "urlRewrite": fields }]);
    let headers = |fields: Value| json!([{ "type": "ResponseHeaderModifier", "responseHeaderModifier": fields }]);
    for (filters, field, words) in [
        (
            json!([{ "type": "URLRewrite" }]),
            "[0].urlRewrite",
            "is missing: the filter's type is URLRewrite",
        ),
        (
            json!([{ "type": "URLRewrite", "urlRewrite": { "hostname": "a.example" }, "requestRedirect": { "scheme": "https" } }]),
            "[0].requestRedirect",
            "make the type RequestRedirect",
        ),
        (
            redirect(json!({ "scheme": "ftp" })),
            "[0].requestRedirect.scheme",
            "`http` or `https`",
        ),
        (
            redirect(json!({ "scheme": "https", "statusCode": 200 })),
            "[0].requestRedirect.statusCode",
            "301, 302, 303, 307 or 308",
        ),
        (
            redirect(json!({ "port": 0 })),
            "[0].requestRedirect.port",
            "is not a port",
        ),
        (
            redirect(json!({ "hostname": "*.a.example" })),
            "[0].requestRedirect.hostname",
            "is a wildcard",
        ),
        (
            redirect(json!({ "path": { "type": "ReplaceFullPath" } })),
            "[0].requestRedirect.path.replaceFullPath",
            "is missing",
        ),
        (
            redirect(
                json!({ "path": { "type": "ReplaceFullPath", "replaceFullPath": "/a", "replacePrefixMatch": "/b" } }),
            ),
            "[0].requestRedirect.path.replacePrefixMatch",
            "make the type ReplacePrefixMatch",
        ),
        (
            rewrite(json!({})),
            "[0].urlRewrite",
            "give `hostname` or `path`",
        ),
        (
            rewrite(json!({ "path": { "type": "ReplaceFullPath", "replaceFullPath": "a" } })),
            "[0].urlRewrite.path.replaceFullPath",
            "write `/a`",
        ),
        (
            headers(json!({})),
            "[0].responseHeaderModifier",
            "changes nothing",
        ),
        (
            headers(json!({ "set": [{ "name": "A", "value": "1" }], "remove": ["a"] })),
            "[0].responseHeaderModifier.remove[0]",
            "is already at spec.http.rules[0].filters[0].responseHeaderModifier.set[0].name",
        ),
        (
            headers(json!({ "add": [{ "name": "Host", "value": "a" }] })),
            "[0].responseHeaderModifier.add[0].name",
            "URLRewrite filter",
        ),
        (
            headers(json!({ "remove": ["a b"] })),
            "[0].responseHeaderModifier.remove[0]",
            "RFC 9110",
        ),
        (
            json!([{ "type": "URLRewrite", "urlRewrite": { "hostname": "a.example" } }, { "type": "URLRewrite", "urlRewrite": { "hostname": "b.example" } }]),
            "[1]",
            "put both into",
        ),
        (
            json!([{ "type": "RequestRedirect", "requestRedirect": { "scheme": "https" } }, { "type": "URLRewrite", "urlRewrite": { "hostname": "a.example" } }]),
            "[0]",
            "a redirect and a rewrite",
        ),
    ] {
        let mut sent = with(Kind::Route, "/spec/http/rules/0/filters", filters);
        sent["spec"]["http"]["rules"][0]["backendRefs"] = json!([]);
        assert_fault(
            Kind::Route,
            &sent,
            &format!("spec.http.rules[0].filters{field}"),
            words,
        );
    }
    let sent = with(
        Kind::Route,
        "/spec/http/rules/0/filters",
        redirect(json!({ "scheme": "https" })),
    );
    assert_fault(
        Kind::Route,
        &sent,
        "spec.http.rules[0].filters[0]",
        "remove `backendRefs`",
    );
}

#[test]
fn a_prefix_can_be_replaced_only_where_every_match_has_one() {
    let prefix = json!([{ "type": "URLRewrite", "urlRewrite": {
        "path": { "type": "ReplacePrefixMatch", "replacePrefixMatch": "" } } }]);
    let mut sent = with(Kind::Route, "/spec/http/rules/0/filters", prefix);
    assert!(admit(Kind::Route, &sent).is_ok());
    put(
        &mut sent,
        "/spec/http/rules/0/matches",
        json!([{}, { "path": { "type": "Exact", "value": "/a" } }]),
    );
    assert_fault(
        Kind::Route,
        &sent,
        "spec.http.rules[0].filters[0].urlRewrite.path.type",
        "make all matches of the rule PathPrefix",
    );
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
