//! CORS, as the Fetch standard and the Gateway API have it.

use hyper::Method;

use crate::support::{Answer, Connection, gateway_with, get, with};

async fn preflight(
    connection: &mut Connection,
    path: &str,
    origin: &str,
    method: &str,
    headers: &str,
) -> Answer {
    let mut request = with(
        get("api.example.com", path),
        &[
            ("origin", origin),
            ("access-control-request-method", method),
        ],
    );
    if !headers.is_empty() {
        request = with(request, &[("access-control-request-headers", headers)]);
    }
    *request.method_mut() = Method::OPTIONS;
    connection.send(request).await
}

/// The headers that say who may do what, in one order.
fn allowed(answer: &Answer) -> [&str; 5] {
    [
        answer.header("access-control-allow-origin"),
        answer.header("access-control-allow-credentials"),
        answer.header("access-control-allow-methods"),
        answer.header("access-control-allow-headers"),
        answer.header("access-control-max-age"),
    ]
}

const ROUTES: &str = "
kind: Route
metadata: {name: api}
spec:
  parentRefs: [{name: web}]
  http:
    rules:
    - matches: [{path: {value: /exact}}]
      filters:
      - type: CORS
        cors:
          allowOrigins: ['https://shop.example', 'https://*.team.example:8443']
          allowMethods: [GET, PUT]
          allowHeaders: [x-token, content-type]
          exposeHeaders: [x-total]
          maxAge: 600
      backendRefs: [{name: a}]
    - matches: [{path: {value: /open}}]
      filters: [{type: CORS, cors: {allowOrigins: ['*'], allowMethods: ['*'], allowHeaders: ['*']}}]
      backendRefs: [{name: a}]
    - matches: [{path: {value: /secret}}]
      filters: [{type: CORS, cors: {allowOrigins: ['*'], allowCredentials: true, allowMethods: ['*'], allowHeaders: ['*']}}]
      backendRefs: [{name: a}]
    - matches: [{path: {value: /put}, method: PUT}]
      filters: [{type: CORS, cors: {allowOrigins: ['*'], allowMethods: [PUT]}}]
      backendRefs: [{name: a}]
    - matches: [{path: {value: /put}}]
      backendRefs: [{name: b}]
    - matches: [{path: {value: /down}}]
      filters: [{type: CORS, cors: {allowOrigins: ['https://shop.example']}}]
      backendRefs: [{name: empty}]
---
kind: Backend
metadata: {name: empty}
spec: {}
";

#[tokio::test]
async fn preflights_are_answered_without_asking_a_backend() {
    let gateway = gateway_with(ROUTES).await;
    let mut connection = gateway.connect(8080).await;
    let shop = "https://shop.example";
    for (path, origin, expected) in [
        (
            "/exact",
            shop,
            [shop, "", "GET, PUT", "x-token, content-type", "600"],
        ),
        (
            "/exact",
            "https://a.b.team.example:8443",
            [
                "https://a.b.team.example:8443",
                "",
                "GET, PUT",
                "x-token, content-type",
                "600",
            ],
        ),
        ("/open", shop, [shop, "", "*", "*", "5"]),
        // To requests with credentials a star means itself: what is asked for is said.
        ("/secret", shop, [shop, "true", "PUT", "x-a,x-b", "5"]),
        ("/put", shop, [shop, "", "PUT", "", "5"]),
    ] {
        let answer = preflight(&mut connection, path, origin, "PUT", "x-a,x-b").await;
        assert_eq!(allowed(&answer), expected, "{path} {origin}");
        assert_eq!(
            (answer.status, answer.from().as_str()),
            (204, "204"),
            "{path}"
        );
        assert_eq!(answer.header("vary"), "Origin");
    }
    let answer = preflight(&mut connection, "/secret", shop, "GET", "").await;
    assert_eq!(allowed(&answer), [shop, "true", "GET", "", "5"]);
    for (path, origin) in [
        ("/exact", "https://evil.example"),
        ("/exact", "https://shop.example.evil.example"),
        ("/exact", "https://team.example:8443"),
        ("/exact", "http://shop.example"),
    ] {
        let answer = preflight(&mut connection, path, origin, "PUT", "").await;
        assert_eq!(allowed(&answer), [""; 5], "{path} {origin}");
        assert_ne!(answer.from(), "a", "{path} {origin}");
    }
    // A preflight for a method that another rule takes.
    let answer = preflight(&mut connection, "/put", shop, "GET", "").await;
    assert_eq!((allowed(&answer), answer.from().as_str()), ([""; 5], "b"));
}

#[tokio::test]
async fn answers_say_which_origin_may_read_them() {
    let gateway = gateway_with(ROUTES).await;
    let mut connection = gateway.connect(8080).await;
    for (path, origin, expected, credentials, exposed) in [
        (
            "/exact",
            "https://shop.example",
            "https://shop.example",
            "",
            "x-total",
        ),
        ("/exact", "https://evil.example", "", "", ""),
        ("/exact", "", "", "", ""),
        (
            "/open",
            "https://any.example",
            "https://any.example",
            "",
            "",
        ),
        ("/secret", "null", "null", "true", ""),
        (
            "/down",
            "https://shop.example",
            "https://shop.example",
            "",
            "",
        ),
    ] {
        let mut request = get("api.example.com", path);
        if !origin.is_empty() {
            request = with(request, &[("origin", origin)]);
        }
        let answer = connection.send(request).await;
        let told = [
            answer.header("access-control-allow-origin"),
            answer.header("access-control-allow-credentials"),
            answer.header("access-control-expose-headers"),
        ];
        assert_eq!(told, [expected, credentials, exposed], "{path} {origin}");
        if path != "/down" {
            assert_eq!(answer.from(), "a");
            assert_eq!(answer.header("vary"), "Origin", "{path}");
        }
    }
    // An OPTIONS request that is no preflight is for the backend.
    let mut request = get("api.example.com", "/open");
    *request.method_mut() = Method::OPTIONS;
    assert_eq!(connection.send(request).await.from(), "a");
}
