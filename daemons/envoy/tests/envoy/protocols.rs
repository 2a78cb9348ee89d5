//! What clients may speak.

use bytes::Bytes;
use http_body_util::Full;
use hyper::Request;
use hyper_util::rt::{TokioExecutor, TokioIo};
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
async fn a_websocket_over_http2_reaches_a_backend_of_http1() {
    let gateway = gateway_with(TO_A).await;
    let stream = gateway.stream(8080).await;
    let (mut sender, connection) =
        hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(stream))
            .await
            .unwrap();
    tokio::spawn(connection);
    // With the first answer the client knows that the gateway speaks extended CONNECT.
    let page = Request::get("http://h.example.com/").body(Full::<Bytes>::default());
    sender.send_request(page.unwrap()).await.unwrap();
    let request = Request::connect("http://h.example.com/socket")
        .header("sec-websocket-version", "13")
        .extension(hyper::ext::Protocol::from_static("websocket"))
        .body(Full::default());
    let response = sender.send_request(request.unwrap()).await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["x-upstream"], "a");
    let mut socket = TokioIo::new(hyper::upgrade::on(response).await.unwrap());
    socket.write_all(b"hello").await.unwrap();
    socket.flush().await.unwrap();
    let mut echoed = [0; 5];
    socket.read_exact(&mut echoed).await.unwrap();
    assert_eq!(&echoed, b"hello");
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
    let stream = gateway.stream(8080).await;
    let (mut sender, connection) =
        hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(stream))
            .await
            .unwrap();
    tokio::spawn(connection);
    let tunnel = Request::connect("backend.internal:443").body(Full::<Bytes>::default());
    let response = sender.send_request(tunnel.unwrap()).await.unwrap();
    assert!(response.status().is_client_error(), "{response:?}");
    // An unknown upgrade is not passed on.
    let (head, _) = raw(
        &gateway,
        "GET / HTTP/1.1\r\nhost: h.example.com\r\nconnection: Upgrade\r\nupgrade: telnet\r\n\r\n",
    )
    .await;
    assert!(head.starts_with("HTTP/1.1 403 "), "{head}");
}
