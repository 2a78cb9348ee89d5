//! TLS towards backends, certificates of clients, and the PROXY protocol on both sides.

use std::sync::Arc;

use rustls::pki_types::ServerName;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio_rustls::TlsConnector;

use crate::servers::{Authority, Pair, provider, recorder, tls_echo};
use crate::support::{
    Answer, GATEWAY, Instance, PATIENCE, backend, echo, get, intent, over, own_address,
};

fn route() -> &'static str {
    "\n---\nkind: Route\nmetadata: {name: r}\nspec: {parentRefs: [{name: web}], http: {rules: [{backendRefs: [{name: secure}]}]}}\n"
}

fn secure(endpoint: std::net::SocketAddr, tls: &str) -> String {
    format!(
        "\n---\nkind: Backend\nmetadata: {{name: secure}}\nspec:\n  endpoints: [{{address: 127.0.0.1, port: {}}}]\n  tls: {tls}\n",
        endpoint.port()
    )
}

async fn asked(yaml: &str) -> Answer {
    let address = own_address();
    let gateway = Instance::start(address, &intent(address, yaml)).await;
    gateway.get(8080, "h.example.com", "/").await
}

#[tokio::test]
async fn a_backend_is_spoken_to_over_tls_if_its_name_and_authority_are_right() {
    let (authority, stranger) = (Authority::new("right"), Authority::new("wrong"));
    let server = tls_echo("secure", &authority.issue("in.example.com"), None).await;
    let objects = authority.object("right") + &stranger.object("wrong");
    for (tls, status) in [
        (
            "{hostname: in.example.com, caCertificateRefs: [{name: right}]}",
            200,
        ),
        (
            "{hostname: in.example.com, caCertificateRefs: [{name: wrong}]}",
            503,
        ),
        (
            "{hostname: out.example.com, caCertificateRefs: [{name: right}]}",
            503,
        ),
        (
            "{hostname: in.example.com, caCertificateRefs: [{name: missing}]}",
            503,
        ),
        (
            "{hostname: in.example.com, wellKnownCaCertificates: System}",
            503,
        ),
        (
            "{hostname: sni.example.com, caCertificateRefs: [{name: right}], subjectAltNames: [{hostname: '*.example.com'}]}",
            200,
        ),
        (
            "{hostname: in.example.com, caCertificateRefs: [{name: right}], subjectAltNames: [{uri: 'spiffe://x/y'}]}",
            503,
        ),
    ] {
        let yaml = format!("{GATEWAY}{}{objects}{}", secure(server, tls), route());
        let answer = asked(&yaml).await;
        assert_eq!(answer.status, status, "{tls}: {}", answer.body);
        if status == 200 {
            let sni = if tls.contains("sni.") { "sni" } else { "in" };
            assert!(
                answer.says(&format!("sni {sni}.example.com")),
                "{}",
                answer.body
            );
        }
    }
}

#[tokio::test]
async fn a_client_certificate_is_shown_the_backends_own_or_else_the_gateways() {
    let (authority, clients) = (Authority::new("servers"), Authority::new("clients"));
    let server = tls_echo("secure", &authority.issue("in.example.com"), Some(&clients)).await;
    let objects = authority.object("ca") + &clients.issue("gateway.example.com").object("me");
    let own = "{hostname: in.example.com, caCertificateRefs: [{name: ca}], clientCertificateRef: {name: me}}";
    let none = "{hostname: in.example.com, caCertificateRefs: [{name: ca}]}";
    let gateways = GATEWAY.replace(
        "  template: public\n",
        "  template: public\n  backendTls: {clientCertificateRef: {name: me}}\n",
    );
    for (gateway, tls, status) in [
        (GATEWAY, own, 200),
        (&gateways, none, 200),
        (GATEWAY, none, 503),
    ] {
        let yaml = format!("{gateway}{}{objects}{}", secure(server, tls), route());
        let answer = asked(&yaml).await;
        assert_eq!(answer.status, status, "{tls}: {}", answer.body);
    }
}

async fn https(
    gateway: &Instance,
    authority: &Authority,
    own: Option<&Pair>,
) -> std::io::Result<()> {
    let builder = rustls::ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(authority.roots());
    let config = match own {
        Some(pair) => {
            let (chain, key) = pair.der();
            builder.with_client_auth_cert(chain, key).unwrap()
        }
        None => builder.with_no_client_auth(),
    };
    let stream = gateway.stream(8443).await;
    let name = ServerName::try_from("shop.example.com").unwrap();
    let mut stream = TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await?;
    // With TLS 1.3 a refused certificate is told with the first read.
    let request = "GET / HTTP/1.1\r\nhost: shop.example.com\r\nconnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    match answer.starts_with(b"HTTP/1.1 200") {
        true => Ok(()),
        false => Err(std::io::ErrorKind::ConnectionAborted.into()),
    }
}

#[tokio::test]
async fn clients_show_a_certificate_where_the_listener_asks_for_one() {
    let (authority, clients, strangers) = (
        Authority::new("site"),
        Authority::new("clients"),
        Authority::new("strangers"),
    );
    let a = echo("a").await;
    let address = own_address();
    for (validation, unknown_get_in) in [
        ("caCertificateRefs: [{name: clients}]", false),
        (
            "caCertificateRefs: [{name: clients}], mode: AllowInsecureFallback",
            true,
        ),
    ] {
        let yaml = format!(
            "
kind: Gateway
metadata: {{name: web}}
spec:
  template: public
  listeners:
  - {{name: shop, protocol: HTTPS, port: 8443, tls: {{certificateRefs: [{{name: shop}}], clientValidation: {{{validation}}}}}}}
{}{}{}{}",
            authority.issue("shop.example.com").object("shop"),
            clients.object("clients"),
            backend("secure", &[a]),
            route()
        );
        let gateway = Instance::start(address, &intent(address, &yaml)).await;
        let known = clients.issue("client.example.com");
        let unknown = strangers.issue("client.example.com");
        assert!(https(&gateway, &authority, Some(&known)).await.is_ok());
        for other in [None, Some(&unknown)] {
            let got_in = https(&gateway, &authority, other).await.is_ok();
            assert_eq!(got_in, unknown_get_in, "{validation} {}", other.is_some());
        }
    }
}

#[tokio::test]
async fn a_listener_without_its_client_authorities_lets_nobody_in() {
    let authority = Authority::new("site");
    let a = echo("a").await;
    let address = own_address();
    let yaml = format!(
        "
kind: Gateway
metadata: {{name: web}}
spec:
  template: public
  listeners:
  - {{name: plain, protocol: HTTP, port: 8080}}
  - {{name: shop, protocol: HTTPS, port: 8443, tls: {{certificateRefs: [{{name: shop}}], clientValidation: {{caCertificateRefs: [{{name: missing}}]}}}}}}
{}{}{}",
        authority.issue("shop.example.com").object("shop"),
        backend("secure", &[a]),
        route()
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    assert_eq!(gateway.get(8080, "shop.example.com", "/").await.from(), "a");
    let refused = tokio::net::TcpStream::connect((address, 8443)).await;
    assert_eq!(
        refused.unwrap_err().kind(),
        std::io::ErrorKind::ConnectionRefused
    );
}

#[tokio::test]
async fn a_backend_is_told_the_clients_address_by_the_proxy_protocol() {
    for (version, begin) in [
        ("V1", &b"PROXY TCP4 127.0.0.1 "[..]),
        ("V2", &b"\r\n\r\n\0\r\nQUIT\n"[..]),
    ] {
        let (server, seen) = recorder().await;
        let backend = format!(
            "\n---\nkind: Backend\nmetadata: {{name: secure}}\nspec: {{endpoints: [{{address: 127.0.0.1, port: {}}}], proxyProtocol: {version}}}\n",
            server.port()
        );
        let address = own_address();
        let yaml = format!("{GATEWAY}{backend}{}", route());
        let gateway = Instance::start(address, &intent(address, &yaml)).await;
        let mut stream = gateway.stream(8080).await;
        stream
            .write_all(b"GET / HTTP/1.1\r\nhost: h\r\n\r\n")
            .await
            .unwrap();
        tokio::time::timeout(PATIENCE, async {
            while seen.lock().unwrap().is_empty() {
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
        })
        .await
        .unwrap();
        let first = seen.lock().unwrap()[0].clone();
        assert!(
            first.starts_with(begin),
            "{version}: {:?}",
            String::from_utf8_lossy(&first)
        );
    }
}

#[tokio::test]
async fn clients_behind_a_balancer_are_known_by_the_proxy_protocol() {
    let a = echo("a").await;
    for (mode, without) in [("Required", false), ("Optional", true)] {
        let address = own_address();
        let template = format!(
            "kind: GatewayTemplate\nmetadata: {{name: public}}\nspec: {{pools: [public], proxyProtocol: {mode}}}\n---"
        );
        let yaml = format!("{template}{GATEWAY}{}{}", backend("secure", &[a]), route());
        let gateway = Instance::start(address, &intent(address, &yaml)).await;
        let mut stream = gateway.stream(8080).await;
        let header = b"PROXY TCP4 203.0.113.7 198.51.100.1 4711 80\r\n";
        stream.write_all(header).await.unwrap();
        let answer = over(stream).await.send(get("h.example.com", "/")).await;
        assert!(
            answer.says("x-forwarded-for: 203.0.113.7"),
            "{}",
            answer.body
        );

        let mut bare = gateway.stream(8080).await;
        bare.write_all(b"GET / HTTP/1.1\r\nhost: h\r\n\r\n")
            .await
            .unwrap();
        let mut buffer = [0; 64];
        let count = tokio::time::timeout(PATIENCE, bare.read(&mut buffer))
            .await
            .unwrap();
        assert_eq!(count.is_ok_and(|count| count > 0), without, "{mode}");
    }
}
