//! Gateways with more backends than Envoy should hold at once.

use std::fmt::Write as _;
use std::net::Ipv4Addr;

use epic_api::agent::GatewayIntent;

use crate::support::{Instance, backend, echo, get, intent, own_address};

/// More than are sent unasked.
const BACKENDS: usize = 700;

const GATEWAY: &str = "
kind: Gateway
metadata: {name: web}
spec:
  template: public
  listeners:
  - {name: http, protocol: HTTP, port: 8080}
";

/// A route for each backend; the last one copies its requests to a backend of its own.
fn many(
    address: Ipv4Addr,
    to: std::net::SocketAddr,
    copies: std::net::SocketAddr,
) -> GatewayIntent {
    let mut yaml = format!("{GATEWAY}{}", backend("copies", &[copies]));
    for index in 0..BACKENDS {
        let name = format!("b{index}");
        let filters = if index + 1 == BACKENDS {
            "filters: [{type: RequestMirror, requestMirror: {backendRef: {name: copies}}}], "
        } else {
            ""
        };
        write!(
            yaml,
            "{}
---
kind: Route
metadata: {{name: {name}}}
spec:
  parentRefs: [{{name: web}}]
  hostnames: [{name}.example.com]
  http: {{rules: [{{{filters}backendRefs: [{{name: {name}}}]}}]}}
",
            backend(&name, &[to])
        )
        .unwrap();
    }
    intent(address, &yaml)
}

async fn clusters(gateway: &Instance) -> usize {
    let list = gateway.admin("/clusters").await;
    let added = list
        .lines()
        .filter(|line| line.contains("::added_via_api::true"));
    added.count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_very_many_backends_envoy_holds_those_that_are_used_and_the_first_request_to_another_works()
 {
    let (a, copies) = (echo("a").await, echo("copies").await);
    let address = own_address();
    let mut gateway = Instance::start(address, &many(address, a, copies)).await;
    assert_eq!(clusters(&gateway).await, 1, "the one that gets copies");
    let mut connection = gateway.connect(8080).await;
    for index in [3, 333, BACKENDS - 1] {
        let host = format!("b{index}.example.com");
        assert_eq!(connection.send(get(&host, "/")).await.from(), "a");
    }
    assert_eq!(
        connection.send(get("nobody.example.com", "/")).await.from(),
        "404"
    );
    assert_eq!(clusters(&gateway).await, 4);

    // An edit of one that is loaded reaches it; with few enough backends, all are loaded.
    let b = echo("b").await;
    gateway.apply(&many(address, b, copies)).await;
    assert_eq!(
        connection.send(get("b3.example.com", "/")).await.from(),
        "b"
    );
    let mut few = many(address, b, copies);
    few.backends.retain(|name, _| name.len() < 4);
    gateway.apply(&few).await;
    assert_eq!(clusters(&gateway).await, 100);
    assert_eq!(
        connection.send(get("b99.example.com", "/")).await.from(),
        "b"
    );
    assert_eq!(
        connection.send(get("b100.example.com", "/")).await.from(),
        "500"
    );
}
