//! Time limits and retries.

use crate::support::gateway_with;

#[tokio::test]
async fn a_request_over_its_time_limit_is_answered_504_and_zero_is_no_limit() {
    let gateway = gateway_with(
        "
kind: Route
metadata: {name: limits}
spec:
  parentRefs: [{name: web}]
  http:
    rules:
    - matches: [{path: {value: /slow/request}}]
      timeouts: {request: 100ms}
      backendRefs: [{name: a}]
    - matches: [{path: {value: /slow/try}}]
      timeouts: {backendRequest: 100ms}
      backendRefs: [{name: a}]
    - matches: [{path: {value: /slow/none}}]
      timeouts: {request: 0s}
      backendRefs: [{name: a}]
",
    )
    .await;
    for (path, expected) in [
        ("/slow/request", "504"),
        ("/slow/try", "504"),
        ("/slow/none", "a"),
    ] {
        assert_eq!(
            gateway.get(8080, "h.example.com", path).await.from(),
            expected,
            "{path}"
        );
    }
}
