//! Weights, and backends that are missing or empty.

use crate::support::{gateway_with, get};

#[tokio::test]
async fn shares_follow_weights_and_what_is_missing_answers_500_and_what_is_empty_503() {
    let gateway = gateway_with(
        "
kind: Backend
metadata: {name: empty}
spec: {}
---
kind: Route
metadata: {name: shares}
spec:
  parentRefs: [{name: web}]
  http:
    rules:
    - matches: [{path: {value: /split}}]
      backendRefs: [{name: a, weight: 3}, {name: b, weight: 1}]
    - matches: [{path: {value: /zero}}]
      backendRefs: [{name: a, weight: 0}, {name: b}]
    - matches: [{path: {value: /half}}]
      backendRefs: [{name: a}, {name: nobody}]
    - matches: [{path: {value: /missing}}]
      backendRefs: [{name: nobody}]
    - matches: [{path: {value: /none}}]
    - matches: [{path: {value: /all-zero}}]
      backendRefs: [{name: a, weight: 0}]
    - matches: [{path: {value: /empty}}]
      backendRefs: [{name: empty}]
",
    )
    .await;
    let mut connection = gateway.connect(8080).await;
    let mut counts = std::collections::BTreeMap::new();
    for path in ["/split", "/half", "/zero"] {
        for _ in 0..200 {
            let from = connection.send(get("h.example.com", path)).await.from();
            *counts.entry((path, from)).or_insert(0) += 1;
        }
    }
    let count = |path, from: &str| counts.get(&(path, from.to_owned())).copied().unwrap_or(0);
    assert!((120..180).contains(&count("/split", "a")), "{counts:?}");
    assert!((60..140).contains(&count("/half", "500")), "{counts:?}");
    assert_eq!(count("/zero", "b"), 200);
    for (path, expected) in [
        ("/missing", 500),
        ("/none", 500),
        ("/all-zero", 500),
        ("/empty", 503),
    ] {
        assert_eq!(
            connection.send(get("h.example.com", path)).await.status,
            expected,
            "{path}"
        );
    }
}
