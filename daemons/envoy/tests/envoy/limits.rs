//! Time limits and retries.

use Step::{Reset, Slow, Status};

use crate::support::{
    GATEWAY, Instance, Step, backend, gateway_with, get, intent, own_address, scripted,
};

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

#[tokio::test]
async fn failures_are_tried_again_as_often_as_the_rule_says() {
    for (what, rule, steps, expected, tries) in [
        (
            "a status of the list",
            "retry: {codes: [503], attempts: 2}",
            &[Status(503), Status(503)][..],
            200,
            3..=3,
        ),
        (
            "more failures than attempts",
            "retry: {codes: [503], attempts: 2}",
            &[Status(503), Status(503), Status(503), Status(503)],
            503,
            3..=3,
        ),
        (
            "a status that is not in the list",
            "retry: {codes: [503], attempts: 3}",
            &[Status(500)],
            500,
            1..=1,
        ),
        (
            "one attempt when not told",
            "retry: {codes: [500]}",
            &[Status(500), Status(500)],
            500,
            2..=2,
        ),
        (
            "no attempts",
            "retry: {codes: [500], attempts: 0}",
            &[Status(500), Status(500)],
            500,
            1..=1,
        ),
        (
            "a connection that breaks",
            "retry: {attempts: 2}",
            &[Reset, Reset],
            200,
            3..=3,
        ),
        (
            "no attempts for connections",
            "retry: {attempts: 0}",
            &[Reset],
            503,
            1..=1,
        ),
        (
            "a try that takes too long",
            "retry: {attempts: 1}, timeouts: {backendRequest: 200ms}",
            &[Slow],
            200,
            2..=2,
        ),
        (
            "the whole request takes too long",
            "retry: {attempts: 5}, timeouts: {request: 500ms, backendRequest: 200ms}",
            &[Slow, Slow, Slow, Slow, Slow, Slow],
            504,
            1..=6,
        ),
        (
            "a backoff",
            "retry: {codes: [429], backoff: 10ms}",
            &[Status(429)],
            200,
            2..=2,
        ),
        (
            "no rule, a status",
            "timeouts: {}",
            &[Status(503)],
            503,
            1..=1,
        ),
    ] {
        let server = scripted("s", steps).await;
        let address = own_address();
        let yaml = format!(
            "{GATEWAY}{}\n---\nkind: Route\nmetadata: {{name: r}}\nspec:\n  parentRefs: [{{name: web}}]\n  http: {{rules: [{{backendRefs: [{{name: s}}], {rule}}}]}}\n",
            backend("s", &[server.address]),
        );
        let gateway = Instance::start(address, &intent(address, &yaml)).await;
        let answer = gateway.send(8080, get("h.example.com", "/")).await;
        assert_eq!(answer.status, expected, "{what}");
        assert!(
            tries.contains(&server.count()),
            "{what}: {}",
            server.count()
        );
    }
}
