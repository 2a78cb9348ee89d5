//! Which endpoint of a backend a request gets.

use std::collections::BTreeSet;

use crate::support::{GATEWAY, Instance, echo, get, intent, own_address, with};

/// A gateway with one backend of three endpoints, balanced as told.
async fn balanced(balancing: &str) -> Instance {
    let address = own_address();
    let endpoints = [echo("a").await, echo("b").await, echo("c").await];
    let [a, b, c] = endpoints.map(|endpoint| endpoint.port());
    let yaml = format!(
        "{GATEWAY}  - {{name: bytes, protocol: TCP, port: 8081}}
---
kind: Route
metadata: {{name: bytes}}
spec:
  parentRefs: [{{name: web}}]
  tcp: {{rules: [{{backendRefs: [{{name: three}}]}}]}}
---
kind: Backend
metadata: {{name: three}}
spec:
  endpoints: [{{address: 127.0.0.1, port: {a}}}, {{address: 127.0.0.1, port: {b}}}, {{address: 127.0.0.1, port: {c}}}]
  loadBalancing: {balancing}
---
kind: Route
metadata: {{name: r}}
spec:
  parentRefs: [{{name: web}}]
  http: {{rules: [{{backendRefs: [{{name: three}}]}}]}}
"
    );
    Instance::start(address, &intent(address, &yaml)).await
}

/// The endpoints that thirty requests get.
async fn seen(gateway: &Instance, path: &str, header: (&'static str, &str)) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for _ in 0..30 {
        let request = with(get("h.example.com", path), &[header]);
        seen.insert(gateway.send(8080, request).await.from());
    }
    seen
}

#[tokio::test]
async fn every_endpoint_gets_requests_where_nothing_is_hashed() {
    for policy in [
        "{}",
        "{policy: RoundRobin, slowStart: 1s}",
        "{policy: LeastRequest, slowStart: 1s}",
        "{policy: Random}",
    ] {
        let gateway = balanced(policy).await;
        assert_eq!(seen(&gateway, "/", ("x-n", "1")).await.len(), 3, "{policy}");
    }
}

#[tokio::test]
async fn equal_hashes_get_one_endpoint_and_different_ones_all() {
    for policy in ["RingHash", "Maglev"] {
        let gateway = balanced(&format!("{{policy: {policy}}}")).await;
        let by_address = seen(&gateway, "/", ("x-n", "1")).await;
        assert_eq!(by_address.len(), 1, "{policy}");
        let mut of_bytes = BTreeSet::new();
        for _ in 0..20 {
            of_bytes.insert(gateway.get(8081, "any", "/").await.from());
        }
        assert_eq!(of_bytes, by_address, "{policy}: bytes");

        let gateway = balanced(&format!(
            "{{policy: {policy}, hashOn: [{{header: x-user}}, {{queryParameter: user}}, {{cookie: {{name: user}}}}, {{sourceAddress: true}}]}}"
        ))
        .await;
        for kind in ["header", "query", "cookie"] {
            let mut all = BTreeSet::new();
            for user in 0..20 {
                let cookie = format!("user=u{user}");
                let name = format!("u{user}");
                let path = format!("/?user=u{user}");
                let one = match kind {
                    "header" => seen(&gateway, "/", ("x-user", &name)).await,
                    "query" => seen(&gateway, &path, ("x-n", "1")).await,
                    _ => seen(&gateway, "/", ("cookie", &cookie)).await,
                };
                assert_eq!(one.len(), 1, "{policy} {kind} {user}");
                all.extend(one);
            }
            assert_eq!(all.len(), 3, "{policy} {kind}");
        }
        // The first that is there decides.
        let by_header = seen(&gateway, "/", ("x-user", "u1")).await;
        let by_both = seen(&gateway, "/?user=u2", ("x-user", "u1")).await;
        assert_eq!(by_header, by_both);
    }
}

#[tokio::test]
async fn a_client_without_the_cookie_gets_one() {
    let gateway = balanced("{policy: RingHash, hashOn: [{cookie: {name: user, ttl: 1h}}]}").await;
    let answer = gateway.get(8080, "h.example.com", "/x").await;
    let set = answer.header("set-cookie");
    assert!(
        set.starts_with("user=") && set.contains("Max-Age=3600"),
        "{set}"
    );
    assert!(set.contains("Path=/;"), "{set}");
    let cookie = set.split(';').next().unwrap();
    let stays = seen(&gateway, "/", ("cookie", cookie)).await;
    assert_eq!(stays, BTreeSet::from([answer.from()]));
}
