//! gRPC routes.

use crate::support::{call, gateway_with, get, with};

#[tokio::test]
async fn calls_take_precedence_as_the_gateway_api_says_beside_http_routes() {
    let gateway = gateway_with(
        "
kind: Route
metadata: {name: calls}
spec:
  parentRefs: [{name: web}]
  hostnames: [api.example.com]
  grpc:
    rules:
    - matches: [{method: {service: shop.v1.Cart}}]
      backendRefs: [{name: a}]
    - matches: [{method: {service: shop.v1.Cart, method: Add}}]
      backendRefs: [{name: b}]
    - matches: [{method: {service: shop.v1.Cart, method: Add}, headers: [{name: x-env, value: canary}]}]
      backendRefs: [{name: a}]
    - matches: [{method: {method: Ping}}]
      backendRefs: [{name: b}]
    - matches: [{method: {type: RegularExpression, service: 'shop[.]v[0-9]+[.](Stock|Price)', method: '(Get|List).*'}}]
      backendRefs: [{name: b}]
    - matches: [{headers: [{type: RegularExpression, name: x-env, value: 'st.*'}]}]
      backendRefs: [{name: b}]
---
kind: Route
metadata: {name: pages}
spec:
  parentRefs: [{name: web}]
  hostnames: [api.example.com]
  http: {rules: [{backendRefs: [{name: a}], filters: [{type: ResponseHeaderModifier, responseHeaderModifier: {set: [{name: x-upstream, value: page}]}}]}]}
",
    )
    .await;
    let mut connection = gateway.connect_http2(8080).await;
    for (path, env, expected) in [
        ("/shop.v1.Cart/Remove", "", "a"),
        ("/shop.v1.Cart/Add", "", "b"),
        ("/shop.v1.Cart/Add", "canary", "a"),
        ("/any.Service/Ping", "", "b"),
        ("/any.Service/Pong", "", "page"),
        ("/shop.v2.Stock/GetAll", "", "b"),
        ("/shop.v2.Stock/Put", "", "page"),
        ("/shopXv2.Stock/GetAll", "", "page"),
        ("/any.Service/Pong", "staging", "b"),
        // Not the prefix of another service's name.
        ("/shop.v1.Carton/Add", "", "page"),
    ] {
        let request = with(call("api.example.com", path), &[("x-env", env)]);
        let answer = connection.send(request).await;
        assert_eq!(answer.from(), expected, "{path} {env}");
    }
    // The same path without gRPC.
    let answer = gateway
        .get(8080, "api.example.com", "/shop.v1.Cart/Add")
        .await;
    assert_eq!(answer.from(), "page");
}

#[tokio::test]
async fn a_backend_is_spoken_to_by_http2_for_calls_and_as_it_says_for_pages() {
    let gateway = gateway_with(
        "
kind: Route
metadata: {name: calls}
spec:
  parentRefs: [{name: web}]
  grpc:
    rules:
    - filters:
      - {type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: x-seen, value: gateway}]}}
      - {type: ResponseHeaderModifier, responseHeaderModifier: {add: [{name: x-answered, value: gateway}]}}
      backendRefs: [{name: a}]
---
kind: Route
metadata: {name: pages}
spec:
  parentRefs: [{name: web}]
  http: {rules: [{backendRefs: [{name: a}]}]}
",
    )
    .await;
    let mut connection = gateway.connect_http2(8080).await;
    let answer = connection.send(call("api.example.com", "/x.Y/Z")).await;
    assert!(answer.says("HTTP/2.0 POST /x.Y/Z"), "{}", answer.body);
    assert!(answer.says("x-seen: gateway"), "{}", answer.body);
    assert!(answer.says("te: trailers"), "{}", answer.body);
    assert_eq!(answer.header("x-answered"), "gateway");
    let answer = gateway.get(8080, "api.example.com", "/x.Y/Z").await;
    assert!(answer.says("HTTP/1.1 GET /x.Y/Z"), "{}", answer.body);
}

#[tokio::test]
async fn failures_of_calls_are_told_in_grpc_s_own_terms() {
    let gateway = gateway_with(
        "
kind: Backend
metadata: {name: empty}
spec: {}
---
kind: Route
metadata: {name: calls}
spec:
  parentRefs: [{name: web}]
  grpc:
    rules:
    - matches: [{method: {service: none}}]
    - matches: [{method: {service: missing}}]
      backendRefs: [{name: nobody}]
    - matches: [{method: {service: empty}}]
      backendRefs: [{name: empty}]
    - matches: [{method: {service: half}}]
      backendRefs: [{name: a}, {name: nobody}]
",
    )
    .await;
    const UNIMPLEMENTED: &str = "12";
    const UNAVAILABLE: &str = "14";
    let mut connection = gateway.connect_http2(8080).await;
    for (path, expected) in [
        ("/none/M", UNAVAILABLE),
        ("/missing/M", UNAVAILABLE),
        ("/empty/M", UNAVAILABLE),
        ("/unknown/M", UNIMPLEMENTED),
    ] {
        let answer = connection.send(call("h.example.com", path)).await;
        let told = (answer.status, answer.header("grpc-status"));
        assert_eq!(told, (200, expected), "{path}");
    }
    let mut unavailable = 0;
    for _ in 0..200 {
        let answer = connection.send(call("h.example.com", "/half/M")).await;
        if answer.from() != "a" {
            assert_eq!(answer.header("grpc-status"), UNAVAILABLE);
            unavailable += 1;
        }
    }
    assert!((60..140).contains(&unavailable), "{unavailable}");
    // What is no call is not for them.
    let mut connection = gateway.connect(8080).await;
    assert_eq!(
        connection
            .send(get("h.example.com", "/half/M"))
            .await
            .status,
        404
    );
}
