//! What filters do to requests and answers.

use crate::support::{gateway_with, get};

#[tokio::test]
async fn headers_are_set_added_and_removed_both_ways() {
    let gateway = gateway_with(
        "
kind: Route
metadata: {name: headers}
spec:
  parentRefs: [{name: web}]
  http:
    rules:
    - filters:
      - type: RequestHeaderModifier
        requestHeaderModifier:
          set: [{name: X-Set, value: '100%'}, {name: Host, value: inner.example}]
          add: [{name: X-Add, value: more}]
          remove: [X-Remove]
      - type: ResponseHeaderModifier
        responseHeaderModifier:
          set: [{name: X-Upstream, value: hidden}]
          add: [{name: X-Reply, value: '1'}]
      backendRefs: [{name: a}]
",
    )
    .await;
    let mut request = get("any.example.com", "/");
    for name in ["x-set", "x-add", "x-remove"] {
        request
            .headers_mut()
            .insert(name, "client".parse().unwrap());
    }
    let answer = gateway.send(8080, request).await;
    assert!(answer.says("x-set: 100%"), "{}", answer.body);
    assert!(
        answer.says("x-add: client") && answer.says("x-add: more"),
        "{}",
        answer.body
    );
    assert!(!answer.body.contains("x-remove"), "{}", answer.body);
    assert!(answer.says("host inner.example"), "{}", answer.body);
    assert_eq!(answer.header("x-upstream"), "hidden");
    assert_eq!(answer.header("x-reply"), "1");
}

#[tokio::test]
async fn redirects_write_location_as_the_gateway_api_says() {
    let gateway = gateway_with(
        "
kind: Route
metadata: {name: redirects}
spec:
  parentRefs: [{name: web}]
  hostnames: [shop.example.com, '*.wild.example.com']
  http:
    rules:
    - matches: [{path: {value: /https}}]
      filters: [{type: RequestRedirect, requestRedirect: {scheme: https, statusCode: 301}}]
    - matches: [{path: {value: /host}}]
      filters: [{type: RequestRedirect, requestRedirect: {hostname: new.example.org}}]
    - matches: [{path: {value: /port}}]
      filters: [{type: RequestRedirect, requestRedirect: {port: 9443, statusCode: 308}}]
    - matches: [{path: {value: /eighty}}]
      filters: [{type: RequestRedirect, requestRedirect: {port: 80}}]
    - matches: [{path: {value: /full}}]
      filters: [{type: RequestRedirect, requestRedirect: {path: {type: ReplaceFullPath, replaceFullPath: /new}}}]
    - matches: [{path: {value: /old}}]
      filters: [{type: RequestRedirect, requestRedirect: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /new/}}}]
    - matches: [{path: {value: /gone}}]
      filters: [{type: RequestRedirect, requestRedirect: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}]
",
    )
    .await;
    let mut connection = gateway.connect(8080).await;
    for (host, path, status, location) in [
        (
            "shop.example.com",
            "/https?q=1",
            301,
            "https://shop.example.com/https?q=1",
        ),
        (
            "shop.example.com:8080",
            "/https",
            301,
            "https://shop.example.com/https",
        ),
        (
            "a.wild.example.com:8080",
            "/https",
            301,
            "https://a.wild.example.com:443/https",
        ),
        (
            "shop.example.com",
            "/host",
            302,
            "http://new.example.org:8080/host",
        ),
        (
            "shop.example.com",
            "/port",
            308,
            "http://shop.example.com:9443/port",
        ),
        (
            "shop.example.com:8080",
            "/eighty",
            302,
            "http://shop.example.com/eighty",
        ),
        (
            "shop.example.com",
            "/full/x?q=1",
            302,
            "http://shop.example.com:8080/new?q=1",
        ),
        (
            "shop.example.com",
            "/old/x",
            302,
            "http://shop.example.com:8080/new/x",
        ),
        (
            "shop.example.com",
            "/old",
            302,
            "http://shop.example.com:8080/new",
        ),
        (
            "shop.example.com",
            "/gone/x",
            302,
            "http://shop.example.com:8080/x",
        ),
        (
            "shop.example.com",
            "/gone",
            302,
            "http://shop.example.com:8080/",
        ),
    ] {
        let answer = connection.send(get(host, path)).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (status, location),
            "{host} {path}"
        );
    }
}

#[tokio::test]
async fn rewrites_change_host_and_path_on_the_way_to_the_backend() {
    let rule = |path: &str, rewrite: &str| {
        format!(
            "    - matches: [{{path: {{value: {path}}}}}]\n      filters: [{{type: URLRewrite, urlRewrite: {rewrite}}}]\n      backendRefs: [{{name: a}}]\n"
        )
    };
    let prefix =
        |to: &str| format!("{{path: {{type: ReplacePrefixMatch, replacePrefixMatch: {to}}}}}");
    let rules = [
        rule("/host", "{hostname: inner.example.com}"),
        rule(
            "/full",
            "{path: {type: ReplaceFullPath, replaceFullPath: /one}}",
        ),
        rule("/foo", &prefix("/xyz/")),
        rule("/strip/", &prefix("/")),
        rule("/empty", &prefix("''")),
        rule("/", &prefix("/root")),
    ]
    .concat();
    let gateway = gateway_with(&format!(
        "\nkind: Route\nmetadata: {{name: rewrites}}\nspec:\n  parentRefs: [{{name: web}}]\n  http:\n    rules:\n{rules}"
    ))
    .await;
    let mut connection = gateway.connect(8080).await;
    for (path, expected) in [
        ("/full/x?q=1", "/one?q=1"),
        ("/foo", "/xyz"),
        ("/foo/", "/xyz/"),
        ("/foo/bar", "/xyz/bar"),
        ("/strip", "/"),
        ("/strip/", "/"),
        ("/strip/bar", "/bar"),
        ("/empty", "/"),
        ("/empty/bar?q=1", "/bar?q=1"),
        ("/bar", "/root/bar"),
    ] {
        let answer = connection.send(get("h.example.com", path)).await;
        assert!(
            answer.says(&format!("HTTP/1.1 GET {expected}")),
            "{path}: {}",
            answer.body
        );
    }
    let answer = connection.send(get("h.example.com", "/host")).await;
    assert!(answer.says("host inner.example.com"), "{}", answer.body);
}
