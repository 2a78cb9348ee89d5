use super::*;

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
            "has `http` and `tcp`",
        ),
        (
            "/spec/healthCheck/http",
            Value::Null,
            "spec.healthCheck",
            "has none of `http`, `tcp`, `grpc`",
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
fn each_fault_of_a_backends_tls_is_named_with_its_place_and_a_hint() {
    let tls = |more: Value| {
        let mut tls = json!({ "hostname": "db.example" });
        for (field, value) in more.as_object().unwrap() {
            tls[field] = value.clone();
        }
        tls
    };
    let system = "wellKnownCaCertificates";
    let names = |names: Value| tls(json!({ system: "System", "subjectAltNames": names }));
    for (tls, field, words) in [
        (tls(json!({})), "", "endpoints are always verified"),
        (
            tls(json!({ system: "System", "caCertificateRefs": [{ "name": "ca" }] })),
            "",
            "keep one of them",
        ),
        (
            tls(json!({ "hostname": "*.example", system: "System" })),
            ".hostname",
            "is a wildcard",
        ),
        (
            tls(json!({ "hostname": "10.0.0.1", system: "System" })),
            ".hostname",
            "is an IP address",
        ),
        (
            tls(json!({ system: "Mozilla" })),
            ".wellKnownCaCertificates",
            "write one of System",
        ),
        (
            tls(json!({ "caCertificateRefs": [{ "name": "a" }, { "name": "a" }] })),
            ".caCertificateRefs[1]",
            "already at",
        ),
        (
            tls(json!({ system: "System", "clientCertificateRef": { "name": "A" } })),
            ".clientCertificateRef.name",
            "for example `a`",
        ),
        (
            names(json!([{}])),
            ".subjectAltNames[0]",
            "has none of `hostname`, `uri`",
        ),
        (
            names(json!([{ "hostname": "a.example", "uri": "spiffe://a" }])),
            ".subjectAltNames[0]",
            "keep one of them",
        ),
        (
            names(json!([{ "uri": "a/b" }])),
            ".subjectAltNames[0].uri",
            "spiffe://",
        ),
        (
            names(vec![json!({ "uri": "spiffe://a" }); 6].into()),
            ".subjectAltNames",
            "at most 5",
        ),
    ] {
        let sent = with(Kind::Backend, "/spec/tls", tls);
        assert_fault(Kind::Backend, &sent, &format!("spec.tls{field}"), words);
    }
}

#[test]
fn each_fault_of_a_backends_policies_is_named_with_its_place_and_a_hint() {
    let hash = |hash: Value| json!({ "policy": "Maglev", "hashOn": [hash] });
    for (field, policy, place, words) in [
        (
            "loadBalancing",
            json!({ "policy": "Random", "hashOn": [{ "sourceAddress": true }] }),
            ".hashOn",
            "make the policy RingHash or Maglev",
        ),
        (
            "loadBalancing",
            json!({ "hashOn": [{ "sourceAddress": true }] }),
            ".hashOn",
            "does not go with policy RoundRobin",
        ),
        (
            "loadBalancing",
            json!({ "policy": "RingHash", "slowStart": "10s" }),
            ".slowStart",
            "make the policy RoundRobin or LeastRequest",
        ),
        (
            "loadBalancing",
            json!({ "slowStart": "0s" }),
            ".slowStart",
            "like `30s`",
        ),
        (
            "loadBalancing",
            json!({ "policy": "ring-hash" }),
            ".policy",
            "did you mean `RingHash`",
        ),
        (
            "loadBalancing",
            hash(json!({})),
            ".hashOn[0]",
            "has none of",
        ),
        (
            "loadBalancing",
            hash(json!({ "sourceAddress": true, "header": "A" })),
            ".hashOn[0]",
            "keep one of them",
        ),
        (
            "loadBalancing",
            hash(json!({ "header": "a b" })),
            ".hashOn[0].header",
            "RFC 9110",
        ),
        (
            "loadBalancing",
            hash(json!({ "cookie": { "name": "a;b" } })),
            ".hashOn[0].cookie.name",
            "RFC 6265",
        ),
        (
            "loadBalancing",
            hash(json!({ "queryParameter": "" })),
            ".hashOn[0].queryParameter",
            "is not a parameter name",
        ),
        (
            "loadBalancing",
            json!({ "policy": "Maglev", "hashOn": vec![json!({ "header": "A" }); 9] }),
            ".hashOn",
            "at most 8",
        ),
        (
            "outlierDetection",
            json!({ "interval": "0s" }),
            ".interval",
            "like `10s`",
        ),
        (
            "outlierDetection",
            json!({ "baseEjectionTime": "0s" }),
            ".baseEjectionTime",
            "like `10s`",
        ),
        (
            "outlierDetection",
            json!({ "maxEjectionPercent": 101 }),
            ".maxEjectionPercent",
            "from 0 to 100",
        ),
        (
            "circuitBreaker",
            json!({ "maxConnections": 0 }),
            ".maxConnections",
            "no bound",
        ),
        (
            "circuitBreaker",
            json!({ "maxRequests": 0, "maxRetries": 0 }),
            ".maxRequests",
            "no bound",
        ),
        ("proxyProtocol", json!("V3"), "", "write one of V1, V2"),
    ] {
        let sent = with(Kind::Backend, &format!("/spec/{field}"), policy);
        assert_fault(Kind::Backend, &sent, &format!("spec.{field}{place}"), words);
    }
}
