//! Changes under traffic, refusals, restarts.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use epic_api::agent::GatewayIntent;
use epic_envoy::delivery::Delivery;
use epic_envoy::translate::{Needs, RenderOptions, Resource, ResourceType, Resources, translate};

use crate::support::{Connection, Instance, backend, connect, echo, get, intent, own_address};

const GATEWAY: &str = "
kind: Gateway
metadata: {name: web}
spec:
  template: public
  listeners:
  - {name: http, protocol: HTTP, port: 8080}
";

fn route(name: &str, host: &str, path: &str, to: &str) -> String {
    format!(
        "
---
kind: Route
metadata: {{name: {name}}}
spec:
  parentRefs: [{{name: web}}]
  hostnames: ['{host}']
  http: {{rules: [{{matches: [{{path: {{value: {path}}}}}], backendRefs: [{{name: {to}}}]}}]}}
"
    )
}

fn simple(address: Ipv4Addr, more: &str, a: SocketAddr) -> GatewayIntent {
    let steady = route("steady", "steady.example.com", "/", "a");
    intent(
        address,
        &format!("{GATEWAY}{}{steady}{more}", backend("a", &[a])),
    )
}

/// Requests without a pause on connections that stay open, until stopped; what was answered.
pub(crate) struct Load {
    stop: Arc<AtomicBool>,
    tasks: Vec<tokio::task::JoinHandle<BTreeMap<String, u64>>>,
}

impl Load {
    pub(crate) async fn start(address: Ipv4Addr, hosts: &[&'static str]) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let mut tasks = Vec::new();
        for host in hosts {
            for _ in 0..2 {
                let connection = connect(SocketAddr::new(address.into(), 8080)).await;
                tasks.push(tokio::spawn(ask(connection, host, stop.clone())));
            }
        }
        Load { stop, tasks }
    }

    pub(crate) async fn stop(self) -> BTreeMap<String, u64> {
        self.stop.store(true, Ordering::Relaxed);
        let mut answers = BTreeMap::new();
        for task in self.tasks {
            for (answer, count) in task.await.unwrap() {
                *answers.entry(answer).or_insert(0) += count;
            }
        }
        answers
    }
}

async fn ask(
    mut connection: Connection,
    host: &str,
    stop: Arc<AtomicBool>,
) -> BTreeMap<String, u64> {
    let mut answers = BTreeMap::new();
    while !stop.load(Ordering::Relaxed) {
        let from = connection.send(get(host, "/")).await.from();
        *answers.entry(from).or_insert(0) += 1;
    }
    answers
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_request_is_lost_while_routes_and_backends_come_change_and_go() {
    let (a, b) = (echo("a").await, echo("b").await);
    let address = own_address();
    let mut gateway = Instance::start(address, &simple(address, "", a)).await;
    let load = Load::start(address, &["steady.example.com"]).await;
    let mut connection = gateway.connect(8080).await;
    for round in 0..50 {
        // A new route with a new backend serves from its first request on.
        let name = format!("b{round}");
        let host = format!("r{round}.example.com");
        let added = format!(
            "{}{}",
            backend(&name, &[b]),
            route("extra", &host, "/", &name)
        );
        gateway.apply(&simple(address, &added, a)).await;
        assert_eq!(connection.send(get(&host, "/")).await.from(), "b");
        // The route on which the load is changes its backend for another new one.
        let moved = format!(
            "{GATEWAY}{}{}{}",
            backend("a", &[a]),
            backend(&format!("other{round}"), &[a]),
            route(
                "steady",
                "steady.example.com",
                "/",
                &format!("other{round}")
            )
        );
        gateway.apply(&intent(address, &moved)).await;
        assert_eq!(connection.send(get(&host, "/")).await.from(), "404");
        // Back, and then everything at once without waiting.
        gateway.set(&simple(address, "", a));
        gateway.set(&intent(address, &moved));
        gateway.set(&simple(address, &added, a));
        gateway.apply(&simple(address, "", a)).await;
    }
    let answers = load.stop().await;
    assert_eq!(answers.keys().collect::<Vec<_>>(), ["a"], "{answers:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn spreading_hosts_over_more_route_configurations_loses_no_request() {
    let a = echo("a").await;
    let address = own_address();
    let with = |count: usize| {
        let mut hosts = String::new();
        for index in 0..count {
            hosts += &format!("h{index}.example.com, ");
        }
        let many = format!(
            "
---
kind: Route
metadata: {{name: many}}
spec:
  parentRefs: [{{name: web}}]
  hostnames: [{hosts}]
  http: {{rules: [{{backendRefs: [{{name: a}}]}}]}}
"
        );
        simple(address, if count == 0 { "" } else { &many }, a)
    };
    let mut gateway = Instance::start(address, &with(0)).await;
    let load = Load::start(address, &["steady.example.com"]).await;
    for _ in 0..5 {
        for count in [100, 1000, 200, 2500, 0] {
            gateway.apply(&with(count)).await;
        }
    }
    let answers = load.stop().await;
    assert_eq!(answers.keys().collect::<Vec<_>>(), ["a"], "{answers:?}");
    let dump = gateway
        .admin("/config_dump?resource=dynamic_route_configs")
        .await;
    assert!(
        !dump.contains("port/8080/64/"),
        "old RouteConfigurations stay"
    );
}

/// The resources with a listener on top that Envoy can't read.
fn broken(resources: &Resources) -> Arc<Resources> {
    let mut broken = resources.clone();
    let kind = ResourceType::Listener;
    let body = vec![0xff; 8];
    let bad = Resource::from_bytes("bad", kind.type_url().to_owned(), body, Needs::default());
    broken.insert(kind, bad);
    Arc::new(broken)
}

#[tokio::test]
async fn a_revision_that_envoy_refuses_is_rolled_back_as_a_whole() {
    let (a, b) = (echo("a").await, echo("b").await);
    let address = own_address();
    let good = simple(address, "", a);
    let mut gateway = Instance::start(address, &good).await;
    let moved = format!(
        "{GATEWAY}{}{}",
        backend("b", &[b]),
        route("steady", "steady.example.com", "/", "b")
    );
    let moved = intent(address, &moved);
    let refused = gateway.set_resources(broken(&translate(&moved, &RenderOptions::default())));
    let status = gateway.until(|status| status.rejected.is_some()).await;
    let rejection = status.rejected.unwrap();
    assert_eq!(rejection.revision, refused);
    assert!(!rejection.message.is_empty());
    // Rolled back: the good revision's route, not the refused one's.
    let mut connection = gateway.connect(8080).await;
    while connection.send(get("steady.example.com", "/")).await.from() != "a" {}
    let status = gateway.delivery.status().borrow().clone();
    assert!(status.acknowledged_revision < refused);
    // A later revision is tried, and clears the mark.
    gateway.set(&moved);
    gateway
        .until(|status| status.rejected.is_none() && status.acknowledged_revision > refused)
        .await;
    assert_eq!(
        connection.send(get("steady.example.com", "/")).await.from(),
        "b"
    );
}

#[tokio::test]
async fn a_gateway_serves_again_when_its_envoy_is_started_anew() {
    let a = echo("a").await;
    let address = own_address();
    let mut gateway = Instance::start(address, &simple(address, "", a)).await;
    gateway.stop_envoy();
    gateway.until(|status| !status.connected).await;
    gateway.start_envoy();
    gateway.until(|status| status.connected).await;
    assert_eq!(
        gateway.get(8080, "steady.example.com", "/").await.from(),
        "a"
    );
    gateway.in_sync().await;
}

#[tokio::test]
async fn a_delivery_that_starts_anew_sends_nothing_that_envoy_has() {
    let a = echo("a").await;
    let address = own_address();
    let good = simple(address, "", a);
    let mut gateway = Instance::start(address, &good).await;
    let before = gateway.admin("/stats?filter=update_success").await;
    let socket = gateway.socket();
    gateway.delivery = Delivery::start(&socket).unwrap();
    let revision = gateway.set(&good);
    gateway
        .until(|status| status.connected && status.acknowledged_revision == revision)
        .await;
    let after = gateway.admin("/stats?filter=update_success").await;
    assert_eq!(before, after);
    // And what changes afterwards is sent.
    let more = route("new", "new.example.com", "/", "a");
    gateway.apply(&simple(address, &more, a)).await;
    assert_eq!(gateway.get(8080, "new.example.com", "/").await.from(), "a");
}

#[tokio::test]
async fn a_gateway_whose_listeners_all_went_serves_when_one_comes_back() {
    let a = echo("a").await;
    let address = own_address();
    let mut gateway = Instance::start(address, &simple(address, "", a)).await;
    let mut none = simple(address, "", a);
    none.gateway.spec.listeners.clear();
    gateway.apply(&none).await;
    assert!(
        tokio::net::TcpStream::connect((address, 8080))
            .await
            .is_err()
    );
    gateway.apply(&simple(address, "", a)).await;
    assert_eq!(
        gateway.get(8080, "steady.example.com", "/").await.from(),
        "a"
    );
    let mut two = simple(address, "", a);
    let mut listener = two.gateway.spec.listeners[0].clone();
    listener.port = 8090;
    "second".clone_into(&mut listener.name);
    two.gateway.spec.listeners.push(listener);
    gateway.apply(&two).await;
    assert_eq!(
        gateway.get(8090, "steady.example.com", "/").await.from(),
        "a"
    );
}
