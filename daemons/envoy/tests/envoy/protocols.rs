//! What clients may speak.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::support::{Instance, gateway_with, get};

const TO_A: &str = "
kind: Route
metadata: {name: r}
spec:
  parentRefs: [{name: web}]
  http: {rules: [{backendRefs: [{name: a}], timeouts: {request: 1s}}]}
";

/// The head of the answer to bytes on a connection of their own, and the connection.
async fn raw(gateway: &Instance, request: &str) -> (String, tokio::net::TcpStream) {
    let mut stream = gateway.stream(8080).await;
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    (String::from_utf8(head).unwrap(), stream)
}

#[tokio::test]
async fn http2_by_prior_knowledge_and_http1_share_a_listener() {
    let gateway = gateway_with(TO_A).await;
    let mut http2 = gateway.connect_http2(8080).await;
    let mut request = get("h.example.com", "/two");
    *request.uri_mut() = "http://h.example.com/two".parse().unwrap();
    assert_eq!(http2.send(request).await.from(), "a");
    assert_eq!(gateway.get(8080, "h.example.com", "/one").await.from(), "a");
}

#[tokio::test]
async fn a_websocket_carries_bytes_both_ways_past_the_request_s_time_limit() {
    let gateway = gateway_with(TO_A).await;
    let (head, mut stream) = raw(
        &gateway,
        "GET /socket HTTP/1.1\r\nhost: h.example.com\r\nconnection: Upgrade\r\n\
         upgrade: websocket\r\nsec-websocket-version: 13\r\n\
         sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    )
    .await;
    assert!(head.starts_with("HTTP/1.1 101 "), "{head}");
    assert!(head.contains("x-upstream: a"), "{head}");
    for message in [b"first", b"again"] {
        stream.write_all(message).await.unwrap();
        let mut echoed = [0; 5];
        stream.read_exact(&mut echoed).await.unwrap();
        assert_eq!(&echoed, message);
        // Longer than the request may take.
        tokio::time::sleep(std::time::Duration::from_millis(1200)).await;
    }
}

#[tokio::test]
async fn a_gateway_is_no_open_proxy() {
    let gateway = gateway_with(TO_A).await;
    let (head, _) = raw(
        &gateway,
        "CONNECT backend.internal:443 HTTP/1.1\r\nhost: backend.internal:443\r\n\r\n",
    )
    .await;
    let status = head.split(' ').nth(1).unwrap();
    assert!(status.starts_with('4'), "{head}");
    // An unknown upgrade is not passed on.
    let (head, _) = raw(
        &gateway,
        "GET / HTTP/1.1\r\nhost: h.example.com\r\nconnection: Upgrade\r\nupgrade: telnet\r\n\r\n",
    )
    .await;
    assert!(head.starts_with("HTTP/1.1 403 "), "{head}");
}
