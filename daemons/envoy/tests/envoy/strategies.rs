//! Routes of every shape that EPIC admits, to be generated.

use std::collections::BTreeMap;
use std::sync::Arc;

use epic_api::{Kind, Route};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

fn some<T: std::fmt::Debug + Clone>(of: &'static [T]) -> impl Strategy<Value = T> + use<T> {
    prop::sample::select(of)
}

/// The object without what is `null`.
fn object(fields: Vec<(&str, Option<Value>)>) -> Value {
    let given = fields
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(given.collect())
}

fn maybe(of: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Option<Value>> {
    prop::option::of(of).boxed()
}

fn text(pattern: &'static str) -> BoxedStrategy<Value> {
    pattern.prop_map(Value::String).boxed()
}

const HEADER: &str = "[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,12}";
const PATH: &str = "(/[a-zA-Z0-9_~!$&'()*+,;=:@-]{1,8}){1,4}/?|/";
const VALUE: &str = "[ -~]{1,20}";
const HOST: &str = "[a-z]([a-z0-9-]{0,8}[a-z0-9])?([.][a-z]{1,5}){1,3}";
const EXPRESSIONS: &[&str] = &[
    ".*",
    "/v[0-9]+/.*",
    "a|b|c",
    "(x|y){1,40}",
    "[^/]{3,300}",
    "\\w+\\.\\d*",
    "(?i)ab?c",
    "\\\\",
    "[a-zA-Z0-9]{1,100}(\\.[a-z]{2,60}){1,9}",
    "$",
    "^/x$",
];
const DURATIONS: &[&str] = &["0s", "1ms", "15s", "1h30m", "99999h"];
const BACKENDS: &[&str] = &["plain", "h2c", "empty", "missing"];

fn expression() -> BoxedStrategy<Value> {
    some(EXPRESSIONS).prop_map(Value::from).boxed()
}

fn duration() -> BoxedStrategy<Value> {
    some(DURATIONS).prop_map(Value::from).boxed()
}

fn value_match() -> BoxedStrategy<Value> {
    let exact = (HEADER, VALUE).prop_map(|(name, value)| json!({"name": name, "value": value}));
    let fits = (HEADER, expression()).prop_map(
        |(name, value)| json!({"type": "RegularExpression", "name": name, "value": value}),
    );
    prop_oneof![exact, fits].boxed()
}

fn value_matches() -> BoxedStrategy<Value> {
    prop::collection::vec(value_match(), 0..3)
        .prop_map(Value::from)
        .boxed()
}

fn path_match() -> BoxedStrategy<Value> {
    let plain = (some(&["Exact", "PathPrefix"]), PATH)
        .prop_map(|(kind, value)| json!({"type": kind, "value": value}));
    let fits = expression().prop_map(|value| json!({"type": "RegularExpression", "value": value}));
    prop_oneof![3 => plain, 1 => fits].boxed()
}

fn http_match() -> BoxedStrategy<Value> {
    let method = some(&["GET", "CONNECT", "OPTIONS", "PATCH"]).prop_map(Value::from);
    (
        maybe(path_match()),
        value_matches(),
        value_matches(),
        maybe(method),
    )
        .prop_map(|(path, headers, query, method)| {
            object(vec![
                ("path", path),
                ("headers", Some(headers)),
                ("queryParams", Some(query)),
                ("method", method),
            ])
        })
        .boxed()
}

fn grpc_match() -> BoxedStrategy<Value> {
    let name = "[A-Za-z_][A-Za-z0-9_]{0,8}";
    let exact = (
        maybe(text("[a-z]{1,5}([.][A-Za-z_]{1,8}){0,3}")),
        maybe(text(name)),
    )
        .prop_map(|(service, method)| object(vec![("service", service), ("method", method)]));
    let fits = (maybe(expression()), maybe(expression())).prop_map(|(service, method)| {
        object(vec![
            ("type", Some("RegularExpression".into())),
            ("service", service),
            ("method", method),
        ])
    });
    (maybe(prop_oneof![exact, fits]), value_matches())
        .prop_map(|(method, headers)| object(vec![("method", method), ("headers", Some(headers))]))
        .boxed()
}

fn modifier() -> BoxedStrategy<Value> {
    let header =
        (HEADER, "[ -~]{0,20}").prop_map(|(name, value)| json!({"name": name, "value": value}));
    let headers = prop::collection::vec(header, 0..3);
    (
        headers.clone(),
        headers,
        prop::collection::vec(HEADER, 0..3),
    )
        .prop_map(|(set, add, remove)| json!({"set": set, "add": add, "remove": remove}))
        .boxed()
}

fn path_modifier() -> BoxedStrategy<Value> {
    prop_oneof![
        PATH.prop_map(|path| json!({"type": "ReplaceFullPath", "replaceFullPath": path})),
        prop_oneof![PATH, Just(String::new())]
            .prop_map(|path| json!({"type": "ReplacePrefixMatch", "replacePrefixMatch": path})),
    ]
    .boxed()
}

fn redirect() -> BoxedStrategy<Value> {
    let scheme = some(&["http", "https"]).prop_map(Value::from);
    let status = some(&[301, 302, 303, 307, 308]).prop_map(Value::from);
    (
        maybe(scheme),
        maybe(text(HOST)),
        maybe(path_modifier()),
        maybe((1..=u16::MAX).prop_map(Value::from)),
        maybe(status),
    )
        .prop_map(|(scheme, hostname, path, port, status)| {
            object(vec![
                ("scheme", scheme),
                ("hostname", hostname),
                ("path", path),
                ("port", port),
                ("statusCode", status),
            ])
        })
        .boxed()
}

fn mirror() -> BoxedStrategy<Value> {
    let share = prop_oneof![
        Just(json!({})),
        (0..=100u32).prop_map(|percent| json!({"percent": percent})),
        (0..=u32::MAX, 1..=u32::MAX).prop_map(|(one, other)| {
            json!({"fraction": {"numerator": one.min(other), "denominator": one.max(other)}})
        }),
    ];
    (some(BACKENDS), share)
        .prop_map(|(name, mut mirror)| {
            mirror["backendRef"] = json!({"name": name});
            mirror
        })
        .boxed()
}

fn cors() -> BoxedStrategy<Value> {
    let origin = "https?://([*][.])?[a-z]{1,9}([.][a-z0-9-]{1,60}){0,4}(:[1-9][0-9]{1,3})?";
    let origins = prop_oneof![
        Just(vec!["*".to_owned()]),
        prop::collection::vec(origin, 0..64)
    ];
    let names = prop_oneof![
        Just(vec!["*".to_owned()]),
        prop::collection::vec(HEADER, 0..4)
    ];
    (
        origins,
        any::<bool>(),
        names.clone(),
        names.clone(),
        names,
        maybe((1..u32::MAX).prop_map(Value::from)),
    )
        .prop_map(
            |(origins, credentials, methods, headers, exposed, max_age)| {
                object(vec![
                    ("allowOrigins", Some(origins.into())),
                    ("allowCredentials", Some(credentials.into())),
                    ("allowMethods", Some(methods.into())),
                    ("allowHeaders", Some(headers.into())),
                    ("exposeHeaders", Some(exposed.into())),
                    ("maxAge", max_age),
                ])
            },
        )
        .boxed()
}

/// Filters, each type at most once but mirrors.
fn filters(grpc: bool) -> BoxedStrategy<Vec<Value>> {
    let filter = |kind: &'static str, field: &'static str, of: BoxedStrategy<Value>| {
        of.prop_map(move |value| json!({"type": kind, field: value}))
    };
    let rewrite = (maybe(text(HOST)), maybe(path_modifier()))
        .prop_map(|(host, path)| object(vec![("hostname", host), ("path", path)]))
        .boxed();
    let headers = (
        prop::option::of(filter(
            "RequestHeaderModifier",
            "requestHeaderModifier",
            modifier(),
        )),
        prop::option::of(filter(
            "ResponseHeaderModifier",
            "responseHeaderModifier",
            modifier(),
        )),
        prop::collection::vec(filter("RequestMirror", "requestMirror", mirror()), 0..2),
    );
    let pages = (
        prop::option::weighted(
            0.3,
            prop_oneof![
                filter("URLRewrite", "urlRewrite", rewrite),
                filter("RequestRedirect", "requestRedirect", redirect()),
            ],
        ),
        prop::option::weighted(0.3, filter("CORS", "cors", cors())),
    );
    (headers, pages)
        .prop_map(move |((request, response, mirrors), (url, cors))| {
            let pages = url.into_iter().chain(cors).filter(|_| !grpc);
            request
                .into_iter()
                .chain(response)
                .chain(mirrors)
                .chain(pages)
                .collect()
        })
        .boxed()
}

fn backend_refs(grpc: bool) -> BoxedStrategy<Value> {
    let weight = prop_oneof![Just(0), 1..10u32, Just(1_000_000)];
    let one = (some(BACKENDS), weight, prop::option::weighted(0.3, filters(grpc))).prop_map(
        |(name, weight, filters)| json!({"name": name, "weight": weight, "filters": filters.unwrap_or_default()}),
    );
    prop::collection::vec(one, 0..4)
        .prop_map(Value::from)
        .boxed()
}

fn session() -> BoxedStrategy<Value> {
    prop_oneof![
        (maybe(text(HEADER)), maybe(duration())).prop_map(|(name, end)| {
            object(vec![("sessionName", name), ("absoluteTimeout", end)])
        }),
        maybe(text(HEADER)).prop_map(|name| {
            object(vec![("type", Some("Header".into())), ("sessionName", name)])
        }),
    ]
    .boxed()
}

fn retry() -> BoxedStrategy<Value> {
    let codes = prop::collection::btree_set(400..600u16, 0..4);
    (
        codes,
        maybe((0..=10u32).prop_map(Value::from)),
        maybe(duration()),
    )
        .prop_map(|(codes, attempts, backoff)| {
            let codes = Vec::from_iter(codes);
            object(vec![
                ("codes", Some(codes.into())),
                ("attempts", attempts),
                ("backoff", backoff),
            ])
        })
        .boxed()
}

fn timeouts() -> BoxedStrategy<Value> {
    (maybe(duration()), maybe(duration()))
        .prop_map(|(request, one)| object(vec![("request", request), ("backendRequest", one)]))
        .boxed()
}

fn http_rule() -> BoxedStrategy<Value> {
    let matches = prop::collection::vec(http_match(), 0..3);
    (
        matches,
        filters(false),
        backend_refs(false),
        maybe(timeouts()),
        maybe(retry()),
        maybe(session()),
    )
        .prop_map(|(matches, filters, refs, timeouts, retry, session)| {
            object(vec![
                ("matches", Some(matches.into())),
                ("filters", Some(filters.into())),
                ("backendRefs", Some(refs)),
                ("timeouts", timeouts),
                ("retry", retry),
                ("sessionPersistence", session),
            ])
        })
        .boxed()
}

fn grpc_rule() -> BoxedStrategy<Value> {
    let matches = prop::collection::vec(grpc_match(), 0..3);
    (matches, filters(true), backend_refs(true), maybe(session()))
        .prop_map(|(matches, filters, refs, session)| {
            object(vec![
                ("matches", Some(matches.into())),
                ("filters", Some(filters.into())),
                ("backendRefs", Some(refs)),
                ("sessionPersistence", session),
            ])
        })
        .boxed()
}

/// The spec of a route, mostly one that EPIC admits.
fn spec() -> BoxedStrategy<Value> {
    let hosts = prop::collection::vec(
        prop_oneof![HOST, HOST.prop_map(|host| format!("*.{host}"))],
        0..3,
    );
    let rules = prop_oneof![
        3 => prop::collection::vec(http_rule(), 1..3).prop_map(|rules| json!({"http": {"rules": rules}})),
        1 => prop::collection::vec(grpc_rule(), 1..3).prop_map(|rules| json!({"grpc": {"rules": rules}})),
    ];
    (hosts, rules)
        .prop_map(|(hosts, mut spec)| {
            spec["parentRefs"] = json!([{"name": "web"}]);
            spec["hostnames"] = hosts.into();
            spec
        })
        .boxed()
}

fn route(name: &str, spec: &Value) -> Option<Route> {
    let sent = json!({
        "apiVersion": "epic-gateway.org/v1alpha1",
        "kind": "Route",
        "metadata": {"name": name, "account": "acme"},
        "spec": spec,
    });
    let admitted = epic_api::validate::admit(Kind::Route, &sent).ok()?;
    Some(Route::from_raw(&admitted).unwrap())
}

/// Routes that EPIC admits, the same ones in every run.
pub(crate) fn routes(count: usize) -> BTreeMap<String, Arc<Route>> {
    let mut runner = TestRunner::deterministic();
    let strategy = spec();
    let mut routes = BTreeMap::new();
    while routes.len() < count {
        let name = format!("r{}", routes.len());
        let spec = strategy.new_tree(&mut runner).unwrap().current();
        if let Some(route) = route(&name, &spec) {
            routes.insert(name, Arc::new(route));
        }
    }
    routes
}
