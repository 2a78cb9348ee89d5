//! Whatever is sent, the answer says what is wrong and nothing changes.

use std::sync::Arc;
use std::time::Duration;

use epic_api::{Kind, Reason};
use hyper::Method;
use rustls_pki_types::{CertificateDer, ServerName, pem::PemObject as _};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::support::{Epicd, backend, backend_key};

const WEB: &str = "/apis/epic-gateway.org/v1alpha1/accounts/default/backends/web";

#[tokio::test]
async fn an_unknown_field_is_named() {
    let epicd = Epicd::start().await;
    let mut sent = serde_json::to_value(backend("web", 80)).unwrap();
    sent["spec"]["frobnicate"] = true.into();
    let error = epicd.refused(Method::PUT, WEB, Some(&sent)).await;
    assert_eq!(error.reason, Reason::Invalid);
    assert!(error.to_string().contains("frobnicate"), "{error}");
    nothing_is_stored(&epicd).await;
}

#[tokio::test]
async fn json_that_is_cut_off_is_refused_with_line_and_column() {
    let epicd = Epicd::start().await;
    let answer = exchange(&epicd, &put_web("{\n  \"kind\": ")).await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert!(answer.contains("line 2 column"), "{answer}");
    nothing_is_stored(&epicd).await;
}

#[tokio::test]
async fn a_path_that_says_another_name_than_the_object_is_refused() {
    let epicd = Epicd::start().await;
    let sent = serde_json::to_value(backend("shop", 80)).unwrap();
    let error = epicd.refused(Method::PUT, WEB, Some(&sent)).await;
    assert_eq!(error.code, 400);
    assert!(
        error.message.contains("`shop`") && error.message.contains("`web`"),
        "{error}"
    );
    nothing_is_stored(&epicd).await;
}

#[tokio::test]
async fn a_query_that_is_misspelt_is_not_ignored() {
    let epicd = Epicd::start().await;
    let sent = serde_json::to_value(backend("web", 80)).unwrap();
    let error = epicd
        .refused(Method::PUT, &format!("{WEB}?dryrun=true"), Some(&sent))
        .await;
    assert!(
        error.code == 400 && error.message.contains("dryrun"),
        "{error}"
    );
    nothing_is_stored(&epicd).await;
}

#[tokio::test]
async fn a_body_of_10_mb_is_refused_with_a_hint() {
    let epicd = Epicd::start().await;
    let mut sent = serde_json::to_value(backend("web", 80)).unwrap();
    sent["metadata"]["annotations"] = json!({ "big": "x".repeat(10 << 20) });
    let error = epicd.refused(Method::PUT, WEB, Some(&sent)).await;
    assert_eq!((error.code, error.reason), (413, Reason::TooLarge));
    assert!(error.hint.is_some());
    nothing_is_stored(&epicd).await;
}

#[tokio::test]
async fn a_request_whose_client_goes_away_half_way_changes_nothing() {
    let epicd = Epicd::start().await;
    let request = with_token(
        &epicd,
        &put_web(&serde_json::to_string(&backend("web", 80)).unwrap()),
    );
    let mut stream = connect(&epicd).await;
    stream
        .write_all(&request.as_bytes()[..request.len() - 20])
        .await
        .unwrap();
    stream.shutdown().await.unwrap();
    let mut answer = String::new();
    // The server may answer or just hang up; it must not wait, and must not store.
    let read = stream.read_to_string(&mut answer);
    let _ = tokio::time::timeout(Duration::from_secs(5), read)
        .await
        .expect("the server hangs up");
    assert!(
        answer.is_empty() || answer.starts_with("HTTP/1.1 400"),
        "{answer}"
    );
    nothing_is_stored(&epicd).await;
}

#[tokio::test]
async fn an_unknown_path_or_verb_is_answered_in_the_same_shape() {
    let epicd = Epicd::start().await;
    let nothing = epicd.refused(Method::GET, "/frobnicate", None).await;
    assert_eq!(nothing.reason, Reason::NotFound);
    let object = epicd.refused(Method::GET, WEB, None).await;
    assert!(object.message.contains("Backend default/web"), "{object}");
    let verb = epicd.refused(Method::TRACE, WEB, Some(&json!({}))).await;
    assert_eq!(verb.reason, Reason::MethodNotAllowed);
    assert!(verb.hint.is_some_and(|hint| hint.contains("PUT")));
}

async fn nothing_is_stored(epicd: &Epicd) {
    assert!(
        epicd
            .admin
            .get(&backend_key("web"))
            .await
            .unwrap_err()
            .is_not_found()
    );
    assert!(
        epicd
            .admin
            .list(Kind::Backend, None)
            .await
            .unwrap()
            .items
            .is_empty()
    );
}

fn put_web(body: &str) -> String {
    format!(
        "PUT {WEB} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer TOKEN\r\n\
         Connection: close\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn with_token(epicd: &Epicd, request: &str) -> String {
    request.replace("TOKEN", &epicd.running.context.token)
}

async fn exchange(epicd: &Epicd, request: &str) -> String {
    let mut stream = connect(epicd).await;
    stream
        .write_all(with_token(epicd, request).as_bytes())
        .await
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

pub(crate) async fn connect(epicd: &Epicd) -> TlsStream<TcpStream> {
    let ca = CertificateDer::from_pem_slice(epicd.running.context.ca.as_bytes()).unwrap();
    let mut roots = rustls::RootCertStore::empty();
    roots.add(ca).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(epicd.running.addr).await.unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_tokens_request_with_an_unknown_field_is_refused() {
    let epicd = Epicd::start().await;
    let body: Value = json!({ "purpose": "user", "forever": true });
    let error = epicd
        .refused(Method::POST, "/auth/v1/tokens", Some(&body))
        .await;
    assert!(
        error.code == 400 && error.message.contains("forever"),
        "{error}"
    );
}
