//! TCP, TLS and UDP: which backend gets the bytes, and what an edit does to open connections.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpStream, UdpSocket};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::servers::{Authority, byte_echo, datagram_echo, provider, tls_echo};
use crate::support::{Instance, PATIENCE, backend, echo, get, intent, over, own_address};

/// One piece out and what comes back.
async fn say<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut S, text: &str) -> String {
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut buffer = [0; 256];
    let count = tokio::time::timeout(PATIENCE, stream.read(&mut buffer))
        .await
        .unwrap()
        .unwrap();
    String::from_utf8(buffer[..count].to_vec()).unwrap()
}

async fn tls(
    gateway: &Instance,
    authority: &Authority,
    host: &str,
) -> std::io::Result<TlsStream<TcpStream>> {
    let config = rustls::ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(authority.roots())
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).unwrap();
    let stream = gateway.stream(8443).await;
    TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
}

fn tcp_gateway(backends: &str, weights: &str, more: &str) -> String {
    format!(
        "
kind: Gateway
metadata: {{name: web}}
spec:
  template: public
  listeners:
  - {{name: bytes, protocol: TCP, port: 8081}}
{more}
{backends}
---
kind: Route
metadata: {{name: bytes}}
spec:
  parentRefs: [{{name: web, sectionName: bytes}}]
  tcp: {{rules: [{{backendRefs: [{weights}]}}]}}
"
    )
}

#[tokio::test]
async fn an_open_tcp_connection_survives_edits_of_its_route_and_of_other_listeners() {
    let (a, b) = (byte_echo("a").await, byte_echo("b").await);
    let address = own_address();
    let both = backend("a", &[a]) + &backend("b", &[b]);
    let to = |weights: &str, more: &str| intent(address, &tcp_gateway(&both, weights, more));
    let mut gateway = Instance::start(address, &to("{name: a}", "")).await;
    let mut kept = gateway.stream(8081).await;
    assert_eq!(say(&mut kept, "one").await, "a:one");

    gateway.apply(&to("{name: b}", "")).await;
    assert_eq!(say(&mut kept, "two").await, "a:two");
    assert_eq!(say(&mut gateway.stream(8081).await, "new").await, "b:new");

    gateway
        .apply(&to("{name: b}, {name: a, weight: 0}", ""))
        .await;
    let other = "  - {name: other, protocol: HTTP, port: 8080}";
    gateway.apply(&to("{name: b}", other)).await;
    gateway.apply(&to("{name: b}", "")).await;
    assert_eq!(say(&mut kept, "three").await, "a:three");
}

#[tokio::test]
async fn connections_of_a_share_whose_backend_does_not_exist_are_closed() {
    let a = byte_echo("a").await;
    let address = own_address();
    let yaml = tcp_gateway(&backend("a", &[a]), "{name: a}, {name: gone}", "");
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let (mut served, mut closed) = (0, 0);
    for _ in 0..60 {
        let mut stream = gateway.stream(8081).await;
        let _ = stream.write_all(b"x").await;
        let mut buffer = [0; 16];
        match tokio::time::timeout(PATIENCE, stream.read(&mut buffer))
            .await
            .unwrap()
        {
            Ok(3) => served += 1,
            _ => closed += 1,
        }
    }
    assert!(
        served > 10 && closed > 10,
        "{served} served, {closed} closed"
    );
}

#[tokio::test]
async fn datagrams_come_back_from_one_backend_a_client_and_go_to_all_by_weight() {
    let (a, b) = (datagram_echo("a").await, datagram_echo("b").await);
    let address = own_address();
    let yaml = format!(
        "
kind: Gateway
metadata: {{name: web}}
spec:
  template: public
  listeners:
  - {{name: dns, protocol: UDP, port: 8053}}
  - {{name: same, protocol: TCP, port: 8053}}
{}{}
---
kind: Route
metadata: {{name: dns}}
spec:
  parentRefs: [{{name: web, sectionName: dns}}]
  udp: {{rules: [{{backendRefs: [{{name: a}}, {{name: b}}]}}]}}
",
        backend("a", &[a]),
        backend("b", &[b])
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..40 {
        let client = client(gateway.address).await;
        let first = ask(&client, "1").await;
        assert_eq!(
            ask(&client, "2").await.split(':').next(),
            first.split(':').next()
        );
        seen.insert(first);
    }
    assert_eq!(Vec::from_iter(seen), ["a:1", "b:1"]);
}

async fn client(gateway: Ipv4Addr) -> UdpSocket {
    let client = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    client
        .connect(SocketAddr::new(gateway.into(), 8053))
        .await
        .unwrap();
    client
}

/// Datagrams may be lost before every worker listens: asks again.
async fn ask(client: &UdpSocket, text: &str) -> String {
    let mut buffer = [0; 64];
    for _ in 0..100 {
        // A port nobody listens on yet answers with an error, which is told here.
        let _ = client.send(text.as_bytes()).await;
        let answer = client.recv(&mut buffer);
        if let Ok(Ok(count)) = tokio::time::timeout(Duration::from_millis(300), answer).await {
            return String::from_utf8(buffer[..count].to_vec()).unwrap();
        }
    }
    panic!("no answer");
}

fn tls_gateway(listeners: &str, objects: &str, host: &str, backend: &str) -> String {
    format!(
        "
kind: Gateway
metadata: {{name: web}}
spec:
  template: public
  listeners:
{listeners}
{objects}
---
kind: Route
metadata: {{name: db}}
spec:
  parentRefs: [{{name: web}}]
  hostnames: ['{host}']
  tls: {{rules: [{{backendRefs: [{{name: {backend}}}]}}]}}
"
    )
}

#[tokio::test]
async fn tls_is_passed_through_by_sni_beside_https_and_open_connections_survive_edits() {
    let authority = Authority::new("test");
    let db = tls_echo("db", &authority.issue("db.example.com"), None).await;
    let other = tls_echo("other", &authority.issue("db.example.com"), None).await;
    let web = echo("web").await;
    let address = own_address();
    let listeners = "
  - {name: passed, protocol: TLS, port: 8443, hostname: '*.example.com', tls: {mode: Passthrough}}
  - {name: shop, protocol: HTTPS, port: 8443, hostname: shop.example.org, tls: {certificateRefs: [{name: shop}]}}";
    let objects = |pair: &str| {
        let route = "\n---\nkind: Route\nmetadata: {name: shop}\nspec: {parentRefs: [{name: web}], http: {rules: [{backendRefs: [{name: web}]}]}}\n";
        format!(
            "{}{}{}{pair}{route}",
            backend("db", &[db]),
            backend("other", &[other]),
            backend("web", &[web])
        )
    };
    let first = objects(&authority.issue("shop.example.org").object("shop"));
    let yaml = tls_gateway(listeners, &first, "db.example.com", "db");
    let mut gateway = Instance::start(address, &intent(address, &yaml)).await;

    let mut kept = tls(&gateway, &authority, "db.example.com").await.unwrap();
    let request = "GET / HTTP/1.1\r\nhost: db.example.com\r\n\r\n";
    assert!(
        say(&mut kept, request)
            .await
            .contains("from db\nsni db.example.com")
    );
    let shop = tls(&gateway, &authority, "shop.example.org").await.unwrap();
    let answer = over(shop).await.send(get("shop.example.org", "/")).await;
    assert_eq!(answer.from(), "web");
    assert!(tls(&gateway, &authority, "none.example.com").await.is_err());

    // The route leads elsewhere, and the other listener gets a new certificate.
    let rotated = objects(&authority.issue("shop.example.org").object("shop"));
    let yaml = tls_gateway(listeners, &rotated, "db.example.com", "other");
    gateway.apply(&intent(address, &yaml)).await;
    assert!(say(&mut kept, request).await.contains("from db"));
    let mut new = tls(&gateway, &authority, "db.example.com").await.unwrap();
    assert!(say(&mut new, request).await.contains("from other"));
}

#[tokio::test]
async fn tls_ends_at_the_listener_and_bytes_go_on_in_the_clear() {
    let authority = Authority::new("test");
    let db = byte_echo("db").await;
    let address = own_address();
    let listeners =
        "  - {name: ended, protocol: TLS, port: 8443, tls: {certificateRefs: [{name: db}]}}";
    let objects = backend("db", &[db]) + &authority.issue("db.example.com").object("db");
    let yaml = tls_gateway(listeners, &objects, "db.example.com", "db");
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let mut stream = tls(&gateway, &authority, "db.example.com").await.unwrap();
    assert_eq!(say(&mut stream, "hello").await, "db:hello");
    assert!(tls(&gateway, &authority, "else.example.com").await.is_err());
}
