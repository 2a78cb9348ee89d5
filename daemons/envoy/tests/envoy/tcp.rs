//! TCP routes.

use crate::support::{Instance, backend, echo, intent, own_address};

#[tokio::test]
async fn tcp_routes_pass_bytes_by_weight_and_a_port_without_route_refuses() {
    let (a, b) = (echo("a").await, echo("b").await);
    let address = own_address();
    let yaml = format!(
        "
kind: Gateway
metadata: {{name: web}}
spec:
  template: public
  listeners:
  - {{name: one, protocol: TCP, port: 8081}}
  - {{name: free, protocol: TCP, port: 8082}}
{}{}
---
kind: Route
metadata: {{name: bytes}}
spec:
  parentRefs: [{{name: web, sectionName: one}}]
  tcp: {{rules: [{{backendRefs: [{{name: a}}, {{name: b}}]}}]}}
",
        backend("a", &[a]),
        backend("b", &[b])
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..40 {
        seen.insert(gateway.get(8081, "any", "/").await.from());
    }
    assert_eq!(Vec::from_iter(seen), ["a", "b"]);
    let refused = tokio::net::TcpStream::connect((address, 8082)).await;
    assert_eq!(
        refused.unwrap_err().kind(),
        std::io::ErrorKind::ConnectionRefused
    );
}
