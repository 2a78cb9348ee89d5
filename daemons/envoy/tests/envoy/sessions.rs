//! Session persistence.

use std::collections::BTreeSet;

use crate::support::{Answer, GATEWAY, Instance, backend, echo, get, intent, own_address, with};

/// A gateway with the backends `one` (endpoints `a` and `b`) and `other` (`c`).
async fn gateway(rules: &str) -> Instance {
    let endpoints = [echo("a").await, echo("b").await];
    let address = own_address();
    let yaml = format!(
        "{GATEWAY}{}{}\n---\nkind: Route\nmetadata: {{name: r}}\nspec:\n  parentRefs: [{{name: web}}]\n  http:\n    rules:\n{rules}",
        backend("one", &endpoints),
        backend("other", &[echo("c").await])
    );
    Instance::start(address, &intent(address, &yaml)).await
}

/// The endpoints that twenty requests with the header get.
async fn seen(gateway: &Instance, path: &str, header: (&'static str, &str)) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for _ in 0..20 {
        let request = with(get("h.example.com", path), &[header]);
        seen.insert(gateway.send(8080, request).await.from());
    }
    seen
}

fn cookie(answer: &Answer) -> &str {
    answer.header("set-cookie").split(';').next().unwrap()
}

#[tokio::test]
async fn a_cookie_keeps_a_client_at_one_endpoint() {
    let gateway = gateway(
        "
    - matches: [{path: {value: /cart}}]
      sessionPersistence: {sessionName: cart, absoluteTimeout: 1h}
      backendRefs: [{name: one}]
    - name: shop
      sessionPersistence: {}
      backendRefs: [{name: one}]
",
    )
    .await;
    assert_eq!(seen(&gateway, "/", ("x-none", "1")).await.len(), 2);

    let answer = gateway.get(8080, "h.example.com", "/cart/items").await;
    let set = answer.header("set-cookie");
    assert!(set.starts_with("cart="), "{set}");
    assert!(
        set.contains("Max-Age=3600") && set.contains("Path=/cart"),
        "{set}"
    );
    assert!(set.contains("HttpOnly"), "{set}");
    let stays = seen(&gateway, "/cart", ("cookie", cookie(&answer))).await;
    assert_eq!(stays, BTreeSet::from([answer.from()]));

    let answer = gateway.get(8080, "h.example.com", "/").await;
    let set = answer.header("set-cookie");
    assert!(set.starts_with("epic-session-r-shop="), "{set}");
    assert!(!set.contains("Max-Age") && set.contains("Path=/;"), "{set}");
    let stays = seen(&gateway, "/", ("cookie", cookie(&answer))).await;
    assert_eq!(stays, BTreeSet::from([answer.from()]));
}

#[tokio::test]
async fn a_header_keeps_a_client_at_one_endpoint() {
    let gateway = gateway(
        "
    - sessionPersistence: {type: Header, sessionName: x-session}
      backendRefs: [{name: one}]
",
    )
    .await;
    let answer = gateway.get(8080, "h.example.com", "/").await;
    let stays = seen(&gateway, "/", ("x-session", answer.header("x-session"))).await;
    assert_eq!(stays, BTreeSet::from([answer.from()]));
}

#[tokio::test]
async fn a_session_stays_at_one_backend_of_several_and_outlives_its_endpoint() {
    let rules = "
    - sessionPersistence: {sessionName: s}
      backendRefs: [{name: one}, {name: other}]
";
    let mut gateway = gateway(rules).await;
    let answer = gateway.get(8080, "h.example.com", "/").await;
    let session = cookie(&answer).to_owned();
    let stays = seen(&gateway, "/", ("cookie", &session)).await;
    assert_eq!(stays, BTreeSet::from([answer.from()]));

    // Every endpoint is another.
    let address = gateway.address;
    let moved = echo("moved").await;
    let yaml = format!(
        "{GATEWAY}{}{}\n---\nkind: Route\nmetadata: {{name: r}}\nspec:\n  parentRefs: [{{name: web}}]\n  http:\n    rules:\n{rules}",
        backend("one", &[moved]),
        backend("other", &[moved])
    );
    gateway.apply(&intent(address, &yaml)).await;
    let request = with(get("h.example.com", "/"), &[("cookie", &session)]);
    let answer = gateway.send(8080, request).await;
    assert_eq!(answer.from(), "moved");
    assert!(answer.header("set-cookie").starts_with("s="));
}
