//! How backends are spoken to and checked.

use crate::support::{GATEWAY, Instance, echo, get, intent, own_address};

#[tokio::test]
async fn backends_speak_http1_or_http2_and_endpoints_that_are_not_ready_get_nothing() {
    let (a, b) = (echo("a").await, echo("b").await);
    let address = own_address();
    let yaml = format!(
        "{GATEWAY}
---
kind: Backend
metadata: {{name: h2c}}
spec:
  protocol: H2C
  endpoints:
  - {{address: 127.0.0.1, port: {}}}
  - {{address: 127.0.0.1, port: {}, ready: false}}
---
kind: Route
metadata: {{name: r}}
spec:
  parentRefs: [{{name: web}}]
  http: {{rules: [{{backendRefs: [{{name: h2c}}]}}]}}
",
        a.port(),
        b.port()
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let mut connection = gateway.connect(8080).await;
    for _ in 0..10 {
        let answer = connection.send(get("h.example.com", "/")).await;
        assert_eq!(answer.from(), "a");
        assert!(answer.says("HTTP/2.0 GET /"), "{}", answer.body);
    }
}

#[tokio::test]
async fn health_checks_take_out_endpoints_that_fail() {
    let a = echo("a").await;
    // A port nobody listens on: taken and given back.
    let dead = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    let address = own_address();
    let yaml = format!(
        "{GATEWAY}
---
kind: Backend
metadata: {{name: checked}}
spec:
  endpoints: [{{address: 127.0.0.1, port: {}}}, {{address: 127.0.0.1, port: {}}}]
  healthCheck: {{http: {{path: /}}, interval: 100ms, timeout: 100ms, unhealthyThreshold: 1}}
---
kind: Route
metadata: {{name: r}}
spec:
  parentRefs: [{{name: web}}]
  http: {{rules: [{{backendRefs: [{{name: checked}}]}}]}}
",
        a.port(),
        dead.port()
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let mut connection = gateway.connect(8080).await;
    for _ in 0..20 {
        assert_eq!(connection.send(get("h.example.com", "/")).await.from(), "a");
    }
    let clusters = gateway.admin("/clusters").await;
    let failed = format!("127.0.0.1:{}::health_flags::/failed_active_hc", dead.port());
    assert!(clusters.contains(&failed), "{clusters}");
}
