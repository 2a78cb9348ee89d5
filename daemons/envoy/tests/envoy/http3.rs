//! HTTP/3 beside HTTPS, by template.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::{Buf as _, Bytes};
use hyper::Request;
use quinn::crypto::rustls::QuicClientConfig;

use crate::servers::{Authority, provider};
use crate::support::{Instance, PATIENCE, backend, echo, get, intent, over, own_address};

async fn http3(gateway: &Instance, authority: &Authority, host: &str) -> Option<(u16, String)> {
    let mut tls = rustls::ClientConfig::builder_with_provider(provider())
        .with_protocol_versions(&[&rustls::version::TLS13])
        .unwrap()
        .with_root_certificates(authority.roots())
        .with_no_client_auth();
    tls.alpn_protocols = vec![b"h3".to_vec()];
    let config = quinn::ClientConfig::new(Arc::new(QuicClientConfig::try_from(tls).unwrap()));
    let client = quinn::Endpoint::client("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = SocketAddr::new(gateway.address.into(), 8443);
    let connection = client
        .connect_with(config, address, host)
        .unwrap()
        .await
        .ok()?;
    let (mut driver, mut sender) = h3::client::new(h3_quinn::Connection::new(connection))
        .await
        .ok()?;
    let driven =
        tokio::spawn(async move { std::future::poll_fn(|cx| driver.poll_close(cx)).await });
    let request = Request::get(format!("https://{host}/over"))
        .body(())
        .unwrap();
    let mut stream = sender.send_request(request).await.ok()?;
    stream.finish().await.ok()?;
    let status = stream.recv_response().await.ok()?.status().as_u16();
    let mut body = Vec::new();
    while let Ok(Some(mut piece)) = stream.recv_data().await {
        let piece: Bytes = piece.copy_to_bytes(piece.remaining());
        body.extend_from_slice(&piece);
    }
    driven.abort();
    Some((status, String::from_utf8(body).unwrap()))
}

/// The first datagrams may come before every worker listens.
async fn answered(gateway: &Instance, authority: &Authority, host: &str) -> (u16, String) {
    let asking = async {
        loop {
            if let Some(answer) = http3(gateway, authority, host).await {
                return answer;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(PATIENCE, asking)
        .await
        .expect("an answer over HTTP/3")
}

#[tokio::test]
async fn https_listeners_answer_http3_and_say_so_where_the_template_has_it() {
    let authority = Authority::new("site");
    let a = echo("a").await;
    let address = own_address();
    let template = "kind: GatewayTemplate\nmetadata: {name: public}\nspec: {pools: [public], http3: true}\n---";
    let yaml = format!(
        "{template}
kind: Gateway
metadata: {{name: web}}
spec:
  template: public
  listeners:
  - {{name: plain, protocol: HTTP, port: 8080}}
  - {{name: shop, protocol: HTTPS, port: 8443, hostname: shop.example.com, tls: {{certificateRefs: [{{name: shop}}]}}}}
  - {{name: else, protocol: HTTPS, port: 8443, tls: {{certificateRefs: [{{name: else}}]}}}}
{}{}{}
---
kind: Route
metadata: {{name: r}}
spec:
  parentRefs: [{{name: web}}]
  hostnames: [shop.example.com]
  http: {{rules: [{{backendRefs: [{{name: a}}]}}]}}
",
        authority.issue("shop.example.com").object("shop"),
        authority.issue("else.example.com").object("else"),
        backend("a", &[a])
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let (status, body) = answered(&gateway, &authority, "shop.example.com").await;
    assert_eq!(status, 200);
    assert!(
        body.contains("from a") && body.contains("GET /over"),
        "{body}"
    );
    assert_eq!(
        answered(&gateway, &authority, "else.example.com").await.0,
        404
    );

    let trusted = crate::tls::Site::trusting(&authority.pem);
    let stream = crate::tls::handshake(&gateway, &[&trusted], "shop.example.com", &[]).await;
    let answer = over(stream.unwrap())
        .await
        .send(get("shop.example.com", "/"))
        .await;
    assert_eq!(answer.header("alt-svc"), "h3=\":8443\"; ma=86400");
    let plain = gateway.get(8080, "shop.example.com", "/").await;
    assert_eq!(plain.header("alt-svc"), "");
}
