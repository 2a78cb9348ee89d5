//! Which route, listener and host a request takes.

use crate::support::{Instance, backend, echo, gateway_with, get, intent, own_address};

#[tokio::test]
async fn paths_take_precedence_as_the_gateway_api_says() {
    let gateway = gateway_with(
        "
kind: Route
metadata: {name: shop}
spec:
  parentRefs: [{name: web}]
  http:
    rules:
    - matches: [{path: {value: /}}]
      backendRefs: [{name: a}]
    - matches: [{path: {value: /foo/}}]
      backendRefs: [{name: b}]
    - matches: [{path: {type: Exact, value: /foo/exact}}]
      backendRefs: [{name: a}]
    - matches: [{path: {type: RegularExpression, value: '/r[0-9]+'}}]
      backendRefs: [{name: b}]
    - matches: [{method: POST, path: {value: /method}}]
      backendRefs: [{name: b}]
    - matches: [{headers: [{name: X-Version, value: two}]}]
      backendRefs: [{name: b}]
    - matches: [{queryParams: [{name: v, value: two}]}]
      backendRefs: [{name: b}]
",
    )
    .await;
    for (path, expected) in [
        ("/", "a"),
        ("/foo", "b"),
        ("/foo/", "b"),
        ("/foo/bar", "b"),
        ("/foobar", "a"),
        ("/foo/exact", "a"),
        ("/r42", "b"),
        ("/r42/x", "a"),
        ("/method", "a"),
        ("/?v=two", "b"),
        ("/?v=three", "a"),
    ] {
        let answer = gateway.get(8080, "any.example.com", path).await;
        assert_eq!(answer.from(), expected, "{path}");
    }
    let mut request = get("any.example.com", "/");
    request
        .headers_mut()
        .insert("x-version", "two".parse().unwrap());
    assert_eq!(gateway.send(8080, request).await.from(), "b");
    let mut request = get("any.example.com", "/method");
    *request.method_mut() = hyper::Method::POST;
    assert_eq!(gateway.send(8080, request).await.from(), "b");
}

#[tokio::test]
async fn every_host_has_the_key_that_envoy_computes() {
    // 800 exact hosts are spread over 32 RouteConfigurations: a host with another key than the
    // translation's would find no route.
    let hosts: Vec<String> = (0..800)
        .map(|index: u64| {
            let digits = index.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            match index % 4 {
                0 => format!("r-{index}.example.com"),
                1 => format!("{digits:016x}.apps.example.com"),
                2 => format!("{}.q-z.example.org", digits % 100_000),
                _ => format!(
                    "x{:b}.zyxwv-utsrq.ponmlkjihgfedcba.net",
                    digits % 4096 + index * 4096
                ),
            }
        })
        .collect();
    let quoted: Vec<String> = hosts.iter().map(|host| format!("\"{host}\"")).collect();
    let gateway = gateway_with(&format!(
        "
kind: Route
metadata: {{name: many}}
spec:
  parentRefs: [{{name: web}}]
  hostnames: [{}]
  http: {{rules: [{{backendRefs: [{{name: a}}]}}]}}
",
        quoted.join(", ")
    ))
    .await;
    let mut connection = gateway.connect(8080).await;
    for (index, host) in hosts.iter().enumerate() {
        let host = match index % 3 {
            0 => host.to_ascii_uppercase(),
            1 => format!("{host}:8080"),
            _ => host.clone(),
        };
        let mut request = get(&host, "/");
        request
            .headers_mut()
            .insert("x-epic-shard", "port/80;false".parse().unwrap());
        let answer = connection.send(request).await;
        assert_eq!(answer.from(), "a", "{host}");
        assert!(!answer.body.contains("x-epic-shard"), "{}", answer.body);
    }
    for unknown in ["unknown.example.com", "[2001:db8::1]:80", "a_b.example.com"] {
        assert_eq!(connection.send(get(unknown, "/")).await.status, 404);
    }
}

#[tokio::test]
async fn a_more_specific_listener_takes_its_hosts_even_without_a_route() {
    let (a, b) = (echo("a").await, echo("b").await);
    let address = own_address();
    let yaml = format!(
        "
kind: Gateway
metadata: {{name: web}}
spec:
  template: public
  listeners:
  - {{name: all, protocol: HTTP, port: 8080}}
  - {{name: wild, protocol: HTTP, port: 8080, hostname: '*.example.com'}}
  - {{name: empty, protocol: HTTP, port: 8080, hostname: empty.example.com}}
{}{}
---
kind: Route
metadata: {{name: all}}
spec:
  parentRefs: [{{name: web, sectionName: all}}]
  http: {{rules: [{{backendRefs: [{{name: a}}]}}]}}
---
kind: Route
metadata: {{name: wild}}
spec:
  parentRefs: [{{name: web, sectionName: wild}}]
  http: {{rules: [{{backendRefs: [{{name: b}}]}}]}}
---
kind: Route
metadata: {{name: stolen}}
spec:
  parentRefs: [{{name: web, sectionName: wild}}]
  hostnames: [empty.example.com]
  http: {{rules: [{{backendRefs: [{{name: b}}]}}]}}
",
        backend("a", &[a]),
        backend("b", &[b])
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    for (host, expected) in [
        ("other.org", "a"),
        ("example.com", "a"),
        ("shop.example.com", "b"),
        ("a.shop.example.com", "b"),
        ("empty.example.com", "404"),
        ("EMPTY.example.com:8080", "404"),
    ] {
        assert_eq!(
            gateway.get(8080, host, "/").await.from(),
            expected,
            "{host}"
        );
    }
}
