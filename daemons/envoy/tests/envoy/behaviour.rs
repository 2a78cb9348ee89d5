//! What a client sees of each kind of rule.

use crate::support::{Instance, backend, echo, get, intent, own_address};

const GATEWAY: &str = "
kind: Gateway
metadata: {name: web}
spec:
  template: public
  listeners:
  - {name: http, protocol: HTTP, port: 8080}
";

/// A gateway with one HTTP listener and the backends `a` and `b`.
async fn gateway_with(routes: &str) -> Instance {
    let (a, b) = (echo("a").await, echo("b").await);
    let address = own_address();
    let yaml = format!("{GATEWAY}{}{}\n---{routes}", backend("a", &[a]), backend("b", &[b]));
    Instance::start(address, &intent(address, &yaml)).await
}

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
    request.headers_mut().insert("x-version", "two".parse().unwrap());
    assert_eq!(gateway.send(8080, request).await.from(), "b");
    let mut request = get("any.example.com", "/method");
    *request.method_mut() = hyper::Method::POST;
    assert_eq!(gateway.send(8080, request).await.from(), "b");
}
