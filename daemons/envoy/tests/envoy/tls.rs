//! HTTPS listeners: which certificate, which routes, which protocol.

use std::net::SocketAddr;
use std::sync::Arc;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::pki_types::ServerName;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::support::{Instance, backend, echo, get, intent, over, own_address};

pub(crate) struct Site {
    pem: String,
    pub(crate) yaml: String,
}

impl Site {
    /// What a client trusts, without an object.
    pub(crate) fn trusting(pem: &str) -> Site {
        Site {
            pem: pem.to_owned(),
            yaml: String::new(),
        }
    }
}

pub(crate) fn site(name: &str, hosts: &[&str]) -> Site {
    let names: Vec<String> = hosts.iter().map(ToString::to_string).collect();
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(names).unwrap();
    let indent = |pem: &str| pem.trim().replace('\n', "\n    ");
    let yaml = format!(
        "\n---\nkind: Certificate\nmetadata: {{name: {name}}}\nspec:\n  certificate: |\n    {}\n  privateKey: |\n    {}\n",
        indent(&cert.pem()),
        indent(&signing_key.serialize_pem())
    );
    Site {
        pem: cert.pem(),
        yaml,
    }
}

pub(crate) async fn handshake(
    gateway: &Instance,
    trusted: &[&Site],
    name: &str,
    alpn: &[&str],
) -> std::io::Result<TlsStream<TcpStream>> {
    use rustls::pki_types::pem::PemObject as _;
    let mut roots = rustls::RootCertStore::empty();
    for site in trusted {
        let der = rustls::pki_types::CertificateDer::from_pem_slice(site.pem.as_bytes()).unwrap();
        roots.add(der).unwrap();
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = alpn.iter().map(|name| name.as_bytes().to_vec()).collect();
    let stream = TcpStream::connect(SocketAddr::new(gateway.address.into(), 8443)).await?;
    let name = ServerName::try_from(name.to_owned()).unwrap();
    TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
}

#[tokio::test]
async fn a_listener_is_chosen_by_the_name_the_client_asks_for() {
    let (a, b) = (echo("a").await, echo("b").await);
    let shop = site("shop", &["shop.example.com"]);
    let wild = site("wild", &["*.example.com"]);
    let address = own_address();
    let yaml = format!(
        "
kind: Gateway
metadata: {{name: web}}
spec:
  template: public
  listeners:
  - {{name: shop, protocol: HTTPS, port: 8443, hostname: shop.example.com, tls: {{certificateRefs: [{{name: shop}}]}}}}
  - {{name: wild, protocol: HTTPS, port: 8443, hostname: '*.example.com', tls: {{certificateRefs: [{{name: wild}}]}}}}
  - {{name: bare, protocol: HTTPS, port: 8443, hostname: bare.example.org, tls: {{certificateRefs: [{{name: missing}}]}}}}
{}{}{}{}
---
kind: Route
metadata: {{name: shop}}
spec:
  parentRefs: [{{name: web, sectionName: shop}}]
  http: {{rules: [{{backendRefs: [{{name: a}}]}}]}}
---
kind: Route
metadata: {{name: wild}}
spec:
  parentRefs: [{{name: web, sectionName: wild}}]
  http: {{rules: [{{backendRefs: [{{name: b}}]}}]}}
",
        backend("a", &[a]),
        backend("b", &[b]),
        shop.yaml,
        wild.yaml
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;

    let stream = handshake(&gateway, &[&shop], "shop.example.com", &["http/1.1"])
        .await
        .unwrap();
    let mut connection = over(stream).await;
    assert_eq!(
        connection.send(get("shop.example.com", "/")).await.from(),
        "a"
    );
    // A host of another listener, on this one's connection.
    assert_eq!(
        connection.send(get("other.example.com", "/")).await.status,
        421
    );
    assert_eq!(connection.send(get("unknown.org", "/")).await.status, 404);

    let stream = handshake(&gateway, &[&wild], "other.example.com", &["http/1.1"])
        .await
        .unwrap();
    let mut connection = over(stream).await;
    let answer = connection.send(get("other.example.com:8443", "/")).await;
    assert_eq!(answer.from(), "b");
    assert!(answer.says("x-forwarded-proto: https"), "{}", answer.body);
    assert_eq!(
        connection.send(get("shop.example.com", "/")).await.status,
        421
    );

    let stream = handshake(&gateway, &[&shop], "shop.example.com", &["h2", "http/1.1"])
        .await
        .unwrap();
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(b"h2".as_slice()));
    assert!(
        handshake(&gateway, &[&shop], "bare.example.org", &["h2"])
            .await
            .is_err()
    );
}

#[tokio::test]
async fn a_certificate_is_replaced_without_touching_the_listener() {
    let a = echo("a").await;
    let old = site("shop", &["shop.example.com"]);
    let new = site("shop", &["shop.example.com"]);
    let address = own_address();
    let with = |site: &Site| {
        let yaml = format!(
            "
kind: Gateway
metadata: {{name: web}}
spec:
  template: public
  listeners:
  - {{name: shop, protocol: HTTPS, port: 8443, tls: {{certificateRefs: [{{name: shop}}]}}}}
{}{}
---
kind: Route
metadata: {{name: shop}}
spec:
  parentRefs: [{{name: web}}]
  http: {{rules: [{{backendRefs: [{{name: a}}]}}]}}
",
            backend("a", &[a]),
            site.yaml
        );
        intent(address, &yaml)
    };
    let mut gateway = Instance::start(address, &with(&old)).await;
    let stream = handshake(&gateway, &[&old], "shop.example.com", &["http/1.1"])
        .await
        .unwrap();
    let mut connection = over(stream).await;
    assert_eq!(
        connection.send(get("any.example.com", "/")).await.from(),
        "a"
    );
    gateway.apply(&with(&new)).await;
    // Connections made from now on get the new one; the old connection lives on.
    while handshake(&gateway, &[&new], "shop.example.com", &["http/1.1"])
        .await
        .is_err()
    {}
    assert!(
        handshake(&gateway, &[&old], "shop.example.com", &["http/1.1"])
            .await
            .is_err()
    );
    assert_eq!(
        connection.send(get("any.example.com", "/")).await.from(),
        "a"
    );
}
