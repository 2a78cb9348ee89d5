use super::*;

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
            "protocol HTTPS needs it",
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
fn each_fault_of_a_listeners_tls_is_named_with_its_place_and_a_hint() {
    let refs = json!([{ "name": "shop" }]);
    let nine: Value = (0..9)
        .map(|i| json!({ "name": format!("ca{i}") }))
        .collect();
    let end =
        |validation: Value| json!({ "certificateRefs": refs, "clientValidation": validation });
    for (protocol, tls, field, words) in [
        (
            "HTTPS",
            json!({ "mode": "Passthrough" }),
            ".mode",
            "make the protocol TLS",
        ),
        (
            "TLS",
            json!({ "mode": "Passthrough", "certificateRefs": refs }),
            ".certificateRefs",
            "make the mode Terminate",
        ),
        (
            "TLS",
            json!({ "mode": "Passthrough", "clientValidation": { "caCertificateRefs": refs } }),
            ".clientValidation",
            "make the mode Terminate",
        ),
        ("TLS", json!({}), ".certificateRefs", "at least 1"),
        (
            "TLS",
            json!({ "mode": "Terminate", "certificateRefs": [] }),
            ".certificateRefs",
            "at least 1",
        ),
        (
            "HTTPS",
            end(json!({ "caCertificateRefs": [] })),
            ".clientValidation.caCertificateRefs",
            "at least 1",
        ),
        (
            "HTTPS",
            end(json!({ "caCertificateRefs": nine })),
            ".clientValidation.caCertificateRefs",
            "at most 8",
        ),
        (
            "HTTPS",
            end(json!({ "caCertificateRefs": [{ "name": "A B" }] })),
            ".clientValidation.caCertificateRefs[0].name",
            "is not a name",
        ),
        (
            "HTTPS",
            end(json!({ "caCertificateRefs": [{ "name": "a" }, { "name": "a" }] })),
            ".clientValidation.caCertificateRefs[1]",
            "already at",
        ),
        (
            "HTTPS",
            end(json!({ "caCertificateRefs": refs, "mode": "allowvalidonly" })),
            ".clientValidation.mode",
            "did you mean `AllowValidOnly`",
        ),
    ] {
        let mut sent = with(Kind::Gateway, "/spec/listeners/1/protocol", json!(protocol));
        put(&mut sent, "/spec/listeners/1/tls", tls);
        let field = format!("spec.listeners[1].tls{field}");
        assert_fault(Kind::Gateway, &sent, &field, words);
    }
    let own = json!({ "clientCertificateRef": { "name": "A B" } });
    assert_fault(
        Kind::Gateway,
        &with(Kind::Gateway, "/spec/backendTls", own),
        "spec.backendTls.clientCertificateRef.name",
        "is not a name",
    );
}
