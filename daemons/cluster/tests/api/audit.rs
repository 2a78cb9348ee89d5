//! The audit log, request ids and limits.

use epic_api::audit::{AuditEntry, AuditQuery};
use epic_api::batch::{BatchItem, BatchRequest};
use epic_api::client::WriteOptions;
use epic_api::{Kind, Reason};
use epic_cluster::app::{ServeOptions, start};
use epic_cluster::server::Limits;
use hyper::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::bad_input::connect;
use crate::support::{Epicd, backend, backend_key, initialised, refusal};

async fn audit(epicd: &Epicd, query: AuditQuery) -> Vec<AuditEntry> {
    epicd.admin.audit(&query).await.unwrap().items
}

/// The raw answer to a request of the admin.
async fn raw(epicd: &Epicd, request: &str, headers: &str) -> String {
    let mut stream = connect(epicd).await;
    let token = epicd.running.context.credentials().token;
    let head = format!(
        "{request} HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer {token}\r\n{headers}\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer).await;
    answer.to_lowercase()
}

#[tokio::test]
async fn writes_refusals_and_tokens_are_told_with_who_what_and_from_where() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("web", 80)).await.unwrap();
    refusal(epicd.admin.create(&backend("web", 80)).await);
    epicd.admin.delete(&backend_key("web")).await.unwrap();
    let batch = BatchRequest {
        items: vec![
            BatchItem::Apply {
                object: serde_json::to_value(backend("a", 80)).unwrap(),
            },
            BatchItem::Delete {
                key: backend_key("gone"),
            },
        ],
        ..BatchRequest::default()
    };
    epicd
        .admin
        .batch(&batch, &WriteOptions::default())
        .await
        .unwrap();
    let stranger = epicd.client_with_token("epic_x_y");
    refusal(stranger.delete(&backend_key("a")).await);

    let entries = audit(&epicd, AuditQuery::default()).await;
    let told: Vec<(&str, String, u16)> = entries
        .iter()
        .map(|entry| {
            let object = entry.object.as_ref().map(ToString::to_string);
            (
                entry.verb.as_str(),
                object.unwrap_or_default(),
                entry.status,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("create", "Backend default/web".to_owned(), 201),
            ("create", String::new(), 409),
            ("delete", "Backend default/web".to_owned(), 200),
            ("apply", "Backend default/a".to_owned(), 200),
            ("delete", "Backend default/gone".to_owned(), 404),
            ("delete", "Backend default/a".to_owned(), 401),
        ]
    );
    assert_eq!(entries[1].reason, Some(Reason::AlreadyExists));
    assert!(entries[0].source.is_loopback() && !entries[0].user.is_empty());
    assert_eq!(entries[3].request_id, entries[4].request_id);
    assert!(entries[5].user.is_empty());

    let query = AuditQuery {
        kind: Some("Backend".to_owned()),
        limit: Some(2),
        ..AuditQuery::default()
    };
    assert_eq!(audit(&epicd, query).await.len(), 2);
    let query = AuditQuery {
        user: Some("nobody".to_owned()),
        ..AuditQuery::default()
    };
    assert!(audit(&epicd, query).await.is_empty());
    let odd = epicd.refused(Method::GET, "/audit/v1?limit=0", None).await;
    assert_eq!(odd.code, 400);
    let epicd = epicd.restart().await;
    assert_eq!(audit(&epicd, AuditQuery::default()).await.len(), 6);
}

#[tokio::test]
async fn no_secret_is_in_the_audit_log() {
    let epicd = Epicd::start().await;
    let made: Value = epicd
        .admin
        .call(
            Method::POST,
            "/auth/v1/tokens",
            Some(&json!({ "purpose": "join", "node": "n1" })),
        )
        .await
        .unwrap_or_default();
    let secret = made["token"].as_str().unwrap_or("epic_").to_owned();
    let pinned = json!({ "spec": { "privateKey": "TOP-SECRET" } });
    let _ = epicd
        .admin
        .call::<Value>(
            Method::PUT,
            "/apis/epic-gateway.org/v1alpha1/accounts/default/certificates/c?x=TOP-SECRET",
            Some(&pinned),
        )
        .await;
    let text = std::fs::read_to_string(epicd.data_dir().join("audit.log")).unwrap();
    assert!(text.lines().count() >= 2, "{text}");
    assert!(
        !text.contains("TOP-SECRET") && !text.contains(&secret),
        "{text}"
    );
}

#[tokio::test]
async fn every_answer_carries_the_request_s_id_and_a_bad_one_is_refused() {
    let epicd = Epicd::start().await;
    let answer = raw(&epicd, "GET /readyz", "x-request-id: ci-7\r\n").await;
    assert!(answer.contains("x-request-id: ci-7"), "{answer}");
    let answer = raw(&epicd, "GET /nothing", "").await;
    assert!(
        answer.starts_with("http/1.1 404") && answer.contains("x-request-id: "),
        "{answer}"
    );
    let answer = raw(&epicd, "GET /readyz", "x-request-id: a b\r\n").await;
    assert!(
        answer.starts_with("http/1.1 400") && answer.contains("x-request-id: "),
        "{answer}"
    );
}

#[tokio::test]
async fn who_asks_too_much_is_told_when_to_ask_again() {
    let folder = initialised().await;
    let limits = Limits {
        reads: 1.0,
        watches: 1,
        ..Limits::default()
    };
    let options = ServeOptions {
        limits,
        ..ServeOptions::new(folder.path().join("data"))
    };
    let running = start(options).await.unwrap();
    let epicd = Epicd::from_parts(running, folder);
    let mut last = String::new();
    for _ in 0..12 {
        last = raw(&epicd, "GET /openapi.json", "").await;
    }
    assert!(
        last.starts_with("http/1.1 429") && last.contains("retry-after: 1"),
        "{last}"
    );
    // Writes are counted by themselves, and the client waits for reads.
    epicd.admin.create(&backend("web", 80)).await.unwrap();
    assert_eq!(
        epicd
            .admin
            .list(Kind::Backend, None)
            .await
            .unwrap()
            .items
            .len(),
        1
    );
}

#[tokio::test]
async fn strangers_are_counted_and_then_turned_away_unheard() {
    let epicd = Epicd::start().await;
    let mut codes = Vec::new();
    while codes.len() < 3_000
        && !codes
            .last()
            .is_some_and(|code: &String| code.ends_with("429"))
    {
        let mut stream = connect(&epicd).await;
        stream
            .write_all(b"GET /openapi.json HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
            .await
            .unwrap();
        let mut head = [0; 12];
        stream.read_exact(&mut head).await.unwrap();
        codes.push(String::from_utf8_lossy(&head).into_owned());
    }
    assert!(codes[0].ends_with("401"));
    assert!(
        codes.iter().any(|code| code.ends_with("429")),
        "{:?}",
        codes.last()
    );
    assert!(
        epicd.admin.list(Kind::Backend, None).await.is_ok(),
        "those who are known go on"
    );
}
