//! Filters of single backends.

use std::collections::BTreeMap;

use crate::support::{Connection, gateway_with, get};

/// How often each backend (or status) answered, over many requests.
async fn spread(connection: &mut Connection, path: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for _ in 0..200 {
        let answer = connection.send(get("h.example.com", path)).await;
        *counts.entry(answer.from()).or_default() += 1;
    }
    counts
}

#[tokio::test]
async fn headers_are_changed_for_one_backend_of_several_after_those_of_the_rule() {
    let gateway = gateway_with(
        "
kind: Route
metadata: {name: shares}
spec:
  parentRefs: [{name: web}]
  http:
    rules:
    - filters:
      - {type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: x-who, value: rule}, {name: x-rule, value: '1'}]}}
      - {type: ResponseHeaderModifier, responseHeaderModifier: {set: [{name: x-reply, value: rule}]}}
      backendRefs:
      - name: a
        filters:
        - {type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: x-who, value: of-a}]}}
        - {type: ResponseHeaderModifier, responseHeaderModifier: {set: [{name: x-reply, value: of-a}]}}
      - name: b
        filters:
        - {type: RequestHeaderModifier, requestHeaderModifier: {remove: [x-rule]}}
",
    )
    .await;
    let mut connection = gateway.connect(8080).await;
    let mut seen = BTreeMap::new();
    while seen.len() < 2 {
        let answer = connection.send(get("h.example.com", "/")).await;
        let line = |name: &str| {
            let found = answer.body.lines().find(|line| line.starts_with(name));
            found.unwrap_or("-").to_owned()
        };
        let told = (
            line("x-who"),
            line("x-rule"),
            answer.header("x-reply").to_owned(),
        );
        seen.insert(answer.from(), told);
    }
    let told =
        |who: &str, rule: &str, reply: &str| (who.to_owned(), rule.to_owned(), reply.to_owned());
    assert_eq!(seen["a"], told("x-who: of-a", "x-rule: 1", "of-a"));
    assert_eq!(seen["b"], told("x-who: rule", "-", "rule"));
}

#[tokio::test]
async fn one_backend_of_several_may_rewrite_or_redirect_and_shares_stay() {
    let gateway = gateway_with(
        "
kind: Route
metadata: {name: shares}
spec:
  parentRefs: [{name: web}]
  http:
    rules:
    - matches: [{path: {value: /rewrite}}]
      backendRefs:
      - name: a
        weight: 3
        filters: [{type: URLRewrite, urlRewrite: {hostname: inner.example, path: {type: ReplacePrefixMatch, replacePrefixMatch: /v2}}}]
      - name: b
    - matches: [{path: {value: /redirect}}]
      backendRefs:
      - {name: a, weight: 2}
      - {name: b}
      - name: a
        filters: [{type: RequestRedirect, requestRedirect: {hostname: new.example, port: 80}}]
    - matches: [{path: {value: /alone}}]
      filters: [{type: URLRewrite, urlRewrite: {hostname: inner.example}}]
      backendRefs:
      - name: a
        filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplaceFullPath, replaceFullPath: /one}}}]
",
    )
    .await;
    let mut connection = gateway.connect(8080).await;
    let counts = spread(&mut connection, "/rewrite/x").await;
    assert!((120..180).contains(&counts["a"]), "{counts:?}");
    assert_eq!(counts["a"] + counts["b"], 200, "{counts:?}");
    let counts = spread(&mut connection, "/redirect/x").await;
    assert!((70..130).contains(&counts["a"]), "{counts:?}");
    assert!((25..80).contains(&counts["b"]), "{counts:?}");
    assert!((25..80).contains(&counts["302"]), "{counts:?}");

    let mut seen = BTreeMap::new();
    while seen.len() < 2 {
        let answer = connection.send(get("h.example.com", "/rewrite/x")).await;
        seen.insert(answer.from(), answer);
    }
    assert!(seen["a"].says("HTTP/1.1 GET /v2/x"), "{}", seen["a"].body);
    assert!(seen["a"].says("host inner.example"), "{}", seen["a"].body);
    assert!(
        seen["b"].says("HTTP/1.1 GET /rewrite/x"),
        "{}",
        seen["b"].body
    );
    assert!(seen["b"].says("host h.example.com"), "{}", seen["b"].body);
    let redirected = loop {
        let answer = connection.send(get("h.example.com", "/redirect/x")).await;
        if answer.status == 302 {
            break answer;
        }
    };
    assert_eq!(
        redirected.header("location"),
        "http://new.example/redirect/x"
    );
    let answer = connection.send(get("h.example.com", "/alone")).await;
    assert!(answer.says("HTTP/1.1 GET /one"), "{}", answer.body);
    assert!(answer.says("host inner.example"), "{}", answer.body);
}
