//! What a client sees of each kind of rule.

use crate::support::{Instance, backend, echo, get, intent, own_address};

const GATEWAY: &str = "
kind: Gateway
metadata: {name: web}
spec:
  template: public
  listeners:
  - {name: http, protocol: HTTP, port: 8080}
";

/// A gateway with one HTTP listener and the backends `a` and `b`.
async fn gateway_with(routes: &str) -> Instance {
    let (a, b) = (echo("a").await, echo("b").await);
    let address = own_address();
    let yaml = format!(
        "{GATEWAY}{}{}\n---{routes}",
        backend("a", &[a]),
        backend("b", &[b])
    );
    Instance::start(address, &intent(address, &yaml)).await
}

#[tokio::test]
async fn paths_take_precedence_as_the_gateway_api_says() {
    let gateway = gateway_with(
        "
kind: Route
metadata: {name: shop}
spec:
  parentRefs: [{name: web}]
  http:
    rules:
    - matches: [{path: {value: /}}]
      backendRefs: [{name: a}]
    - matches: [{path: {value: /foo/}}]
      backendRefs: [{name: b}]
    - matches: [{path: {type: Exact, value: /foo/exact}}]
      backendRefs: [{name: a}]
    - matches: [{path: {type: RegularExpression, value: '/r[0-9]+'}}]
      backendRefs: [{name: b}]
    - matches: [{method: POST, path: {value: /method}}]
      backendRefs: [{name: b}]
    - matches: [{headers: [{name: X-Version, value: two}]}]
      backendRefs: [{name: b}]
    - matches: [{queryParams: [{name: v, value: two}]}]
      backendRefs: [{name: b}]
",
    )
    .await;
    for (path, expected) in [
        ("/", "a"),
        ("/foo", "b"),
        ("/foo/", "b"),
        ("/foo/bar", "b"),
        ("/foobar", "a"),
        ("/foo/exact", "a"),
        ("/r42", "b"),
        ("/r42/x", "a"),
        ("/method", "a"),
        ("/?v=two", "b"),
        ("/?v=three", "a"),
    ] {
        let answer = gateway.get(8080, "any.example.com", path).await;
        assert_eq!(answer.from(), expected, "{path}");
    }
    let mut request = get("any.example.com", "/");
    request
        .headers_mut()
        .insert("x-version", "two".parse().unwrap());
    assert_eq!(gateway.send(8080, request).await.from(), "b");
    let mut request = get("any.example.com", "/method");
    *request.method_mut() = hyper::Method::POST;
    assert_eq!(gateway.send(8080, request).await.from(), "b");
}

#[tokio::test]
async fn every_host_has_the_key_that_envoy_computes() {
    // 800 exact hosts are spread over 32 RouteConfigurations: a host with another key than the
    // translation's would find no route.
    let hosts: Vec<String> = (0..800)
        .map(|index: u64| {
            let digits = index.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            match index % 4 {
                0 => format!("r-{index}.example.com"),
                1 => format!("{digits:016x}.apps.example.com"),
                2 => format!("{}.q-z.example.org", digits % 100_000),
                _ => format!(
                    "x{:b}.zyxwv-utsrq.ponmlkjihgfedcba.net",
                    digits % 4096 + index * 4096
                ),
            }
        })
        .collect();
    let quoted: Vec<String> = hosts.iter().map(|host| format!("\"{host}\"")).collect();
    let gateway = gateway_with(&format!(
        "
kind: Route
metadata: {{name: many}}
spec:
  parentRefs: [{{name: web}}]
  hostnames: [{}]
  http: {{rules: [{{backendRefs: [{{name: a}}]}}]}}
",
        quoted.join(", ")
    ))
    .await;
    let mut connection = gateway.connect(8080).await;
    for (index, host) in hosts.iter().enumerate() {
        let host = match index % 3 {
            0 => host.to_ascii_uppercase(),
            1 => format!("{host}:8080"),
            _ => host.clone(),
        };
        let mut request = get(&host, "/");
        request
            .headers_mut()
            .insert("x-epic-shard", "port/80;false".parse().unwrap());
        let answer = connection.send(request).await;
        assert_eq!(answer.from(), "a", "{host}");
        assert!(!answer.body.contains("x-epic-shard"), "{}", answer.body);
    }
    for unknown in ["unknown.example.com", "[2001:db8::1]:80", "a_b.example.com"] {
        assert_eq!(connection.send(get(unknown, "/")).await.status, 404);
    }
}

#[tokio::test]
async fn a_more_specific_listener_takes_its_hosts_even_without_a_route() {
    let (a, b) = (echo("a").await, echo("b").await);
    let address = own_address();
    let yaml = format!(
        "
kind: Gateway
metadata: {{name: web}}
spec:
  template: public
  listeners:
  - {{name: all, protocol: HTTP, port: 8080}}
  - {{name: wild, protocol: HTTP, port: 8080, hostname: '*.example.com'}}
  - {{name: empty, protocol: HTTP, port: 8080, hostname: empty.example.com}}
{}{}
---
kind: Route
metadata: {{name: all}}
spec:
  parentRefs: [{{name: web, sectionName: all}}]
  http: {{rules: [{{backendRefs: [{{name: a}}]}}]}}
---
kind: Route
metadata: {{name: wild}}
spec:
  parentRefs: [{{name: web, sectionName: wild}}]
  http: {{rules: [{{backendRefs: [{{name: b}}]}}]}}
---
kind: Route
metadata: {{name: stolen}}
spec:
  parentRefs: [{{name: web, sectionName: wild}}]
  hostnames: [empty.example.com]
  http: {{rules: [{{backendRefs: [{{name: b}}]}}]}}
",
        backend("a", &[a]),
        backend("b", &[b])
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    for (host, expected) in [
        ("other.org", "a"),
        ("example.com", "a"),
        ("shop.example.com", "b"),
        ("a.shop.example.com", "b"),
        ("empty.example.com", "404"),
        ("EMPTY.example.com:8080", "404"),
    ] {
        assert_eq!(
            gateway.get(8080, host, "/").await.from(),
            expected,
            "{host}"
        );
    }
}

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
async fn backends_speak_http1_or_http2_and_endpoints_that_are_not_ready_get_nothing() {
    let (a, b) = (echo("a").await, echo("b").await);
    let address = own_address();
    let yaml = format!(
        "{GATEWAY}
---
kind: Backend
metadata: {{name: h2c}}
spec:
  protocol: H2C
  endpoints:
  - {{address: 127.0.0.1, port: {}}}
  - {{address: 127.0.0.1, port: {}, ready: false}}
---
kind: Route
metadata: {{name: r}}
spec:
  parentRefs: [{{name: web}}]
  http: {{rules: [{{backendRefs: [{{name: h2c}}]}}]}}
",
        a.port(),
        b.port()
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let mut connection = gateway.connect(8080).await;
    for _ in 0..10 {
        let answer = connection.send(get("h.example.com", "/")).await;
        assert_eq!(answer.from(), "a");
        assert!(answer.says("HTTP/2.0 GET /"), "{}", answer.body);
    }
}

#[tokio::test]
async fn health_checks_take_out_endpoints_that_fail() {
    let a = echo("a").await;
    // A port nobody listens on: taken and given back.
    let dead = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    let address = own_address();
    let yaml = format!(
        "{GATEWAY}
---
kind: Backend
metadata: {{name: checked}}
spec:
  endpoints: [{{address: 127.0.0.1, port: {}}}, {{address: 127.0.0.1, port: {}}}]
  healthCheck: {{http: {{path: /}}, interval: 100ms, timeout: 100ms, unhealthyThreshold: 1}}
---
kind: Route
metadata: {{name: r}}
spec:
  parentRefs: [{{name: web}}]
  http: {{rules: [{{backendRefs: [{{name: checked}}]}}]}}
",
        a.port(),
        dead.port()
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let mut connection = gateway.connect(8080).await;
    for _ in 0..20 {
        assert_eq!(connection.send(get("h.example.com", "/")).await.from(), "a");
    }
    let clusters = gateway.admin("/clusters").await;
    let failed = format!("127.0.0.1:{}::health_flags::/failed_active_hc", dead.port());
    assert!(clusters.contains(&failed), "{clusters}");
}

#[tokio::test]
async fn tcp_routes_pass_bytes_by_weight_and_a_port_without_route_refuses() {
    let (a, b) = (echo("a").await, echo("b").await);
    let address = own_address();
    let yaml = format!(
        "
kind: Gateway
metadata: {{name: web}}
spec:
  template: public
  listeners:
  - {{name: one, protocol: TCP, port: 8081}}
  - {{name: free, protocol: TCP, port: 8082}}
{}{}
---
kind: Route
metadata: {{name: bytes}}
spec:
  parentRefs: [{{name: web, sectionName: one}}]
  tcp: {{rules: [{{backendRefs: [{{name: a}}, {{name: b}}]}}]}}
",
        backend("a", &[a]),
        backend("b", &[b])
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..40 {
        seen.insert(gateway.get(8081, "any", "/").await.from());
    }
    assert_eq!(Vec::from_iter(seen), ["a", "b"]);
    let refused = tokio::net::TcpStream::connect((address, 8082)).await;
    assert_eq!(
        refused.unwrap_err().kind(),
        std::io::ErrorKind::ConnectionRefused
    );
}
