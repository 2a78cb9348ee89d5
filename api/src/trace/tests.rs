use serde_json::json;

use super::*;
use crate::inventory::Inventory;
use crate::kind::{API_VERSION, Kind};
use crate::object::RawObject;
use crate::topology::Glyphs;
use jiff::Timestamp;

fn inventory(objects: &[(Kind, &str, serde_json::Value)]) -> Inventory {
    let mut inventory = Inventory::default();
    for (kind, name, spec) in objects {
        let raw: RawObject = serde_json::from_value(json!({
            "apiVersion": API_VERSION, "kind": kind,
            "metadata": { "name": name, "account": "acme" }, "spec": spec,
        }))
        .unwrap();
        inventory.put(&raw).unwrap();
    }
    inventory
}

fn shop() -> Inventory {
    inventory(&[
        (
            Kind::Gateway,
            "web",
            json!({ "template": "t", "listeners": [
                { "name": "http", "protocol": "HTTP", "port": 80 },
                { "name": "db", "protocol": "TCP", "port": 5432 },
                { "name": "pass", "protocol": "TLS", "port": 8443, "hostname": "*.tls.example",
                  "tls": { "mode": "Passthrough" } },
                { "name": "secure", "protocol": "HTTPS", "port": 443,
                  "tls": { "certificateRefs": [{ "name": "nope" }] } },
            ]}),
        ),
        (
            Kind::Route,
            "shop",
            json!({ "parentRefs": [{ "name": "web", "sectionName": "http" }],
                "hostnames": ["shop.example"],
                "http": { "rules": [
                    { "name": "cart", "matches": [{ "path": { "value": "/cart" }, "method": "POST",
                        "headers": [{ "name": "X-Tier", "value": "gold" }] }],
                      "backendRefs": [{ "name": "cart" }] },
                    { "name": "old", "matches": [{ "path": { "value": "/old" } }],
                      "filters": [{ "type": "RequestRedirect", "requestRedirect": {
                        "scheme": "https", "statusCode": 301,
                        "path": { "type": "ReplacePrefixMatch", "replacePrefixMatch": "/new" } } }] },
                    { "name": "gone", "matches": [{ "path": { "value": "/gone" } }],
                      "backendRefs": [{ "name": "missing" }] },
                    { "name": "off", "matches": [{ "path": { "value": "/off" } }],
                      "backendRefs": [{ "name": "cart", "weight": 0 }] },
                ]}
            }),
        ),
        (
            Kind::Route,
            "calls",
            json!({ "parentRefs": [{ "name": "web" }], "hostnames": ["grpc.example"],
                "grpc": { "rules": [{ "matches": [{ "method": { "service": "a.B" } }],
                    "backendRefs": [{ "name": "cart" }] }] } }),
        ),
        (
            Kind::Route,
            "sql",
            json!({ "parentRefs": [{ "name": "web" }],
                "tcp": { "rules": [{ "backendRefs": [{ "name": "empty" }] }] } }),
        ),
        (
            Kind::Route,
            "sni",
            json!({ "parentRefs": [{ "name": "web" }], "hostnames": ["a.tls.example"],
                "tls": { "rules": [{ "backendRefs": [{ "name": "cart" }] }] } }),
        ),
        (
            Kind::Backend,
            "cart",
            json!({ "endpoints": [
                { "address": "10.0.0.1", "port": 80 },
                { "address": "10.0.0.2", "port": 80, "ready": false },
            ]}),
        ),
        (Kind::Backend, "empty", json!({})),
    ])
}

fn ask(url: &str, method: Option<&str>, headers: &[&str]) -> Trace {
    let headers: Vec<String> = headers.iter().map(|one| (*one).to_owned()).collect();
    let request = Request::parse(url, method, &headers).unwrap();
    trace(&request, &shop(), Timestamp::UNIX_EPOCH)
}

#[test]
fn each_protocol_ends_where_its_rules_lead() {
    for (url, method, headers, state, verdict) in [
        (
            "http://shop.example/cart/1",
            Some("POST"),
            vec!["x-tier: gold"],
            State::Warn,
            "goes to backend cart",
        ),
        (
            "http://shop.example/old/a?b=c",
            None,
            vec![],
            State::Ok,
            "answers 301 and leads to https://shop.example/new/a?b=c",
        ),
        (
            "http://shop.example/gone",
            None,
            vec![],
            State::Fail,
            "there is no Backend missing: the answer is 500",
        ),
        (
            "http://shop.example/off",
            None,
            vec![],
            State::Fail,
            "every backend has weight 0: the answer is 500",
        ),
        (
            "grpc://grpc.example/a.B/C",
            None,
            vec![],
            State::Warn,
            "goes to backend cart",
        ),
        (
            "tls://a.tls.example:8443",
            None,
            vec![],
            State::Warn,
            "goes to backend cart",
        ),
        (
            "tcp://any.example:5432",
            None,
            vec![],
            State::Fail,
            "backend empty has no endpoints: the answer is 503",
        ),
        (
            "https://shop.example/",
            None,
            vec![],
            State::Fail,
            "there is no Certificate nope: nothing is served on the listener",
        ),
        (
            "udp://shop.example:53",
            None,
            vec![],
            State::Fail,
            "no gateway listens on port 53 for shop.example",
        ),
        (
            "http://192.0.2.1/",
            None,
            vec![],
            State::Fail,
            "192.0.2.1 is no gateway's and in no pool",
        ),
    ] {
        let trace = ask(url, method, &headers);
        assert_eq!(
            (trace.state, trace.verdict.as_str()),
            (state, verdict),
            "{url}: {}",
            trace.to_text(Glyphs::Ascii)
        );
    }
}

#[test]
fn the_rule_that_nearly_fits_comes_first_and_says_which_conditions_fail() {
    let trace = ask("http://shop.example/cart", None, &["x-tier: silver"]);
    assert_eq!(trace.state, State::Fail);
    let found = trace.near_misses.iter().find(|miss| miss.rule == "cart");
    assert_eq!(
        found.unwrap().failed,
        [
            "method is GET, not POST",
            "header `X-Tier` is `silver`, not `gold`"
        ]
    );
    let other_host = ask("http://other.example/cart", None, &[]);
    let hosts = &other_host.near_misses[0].failed[0];
    assert!(hosts.starts_with("host is other.example, not "), "{hosts}");
}

#[test]
fn a_trace_reads_from_the_client_to_the_endpoint() {
    let text = ask(
        "http://shop.example/cart/1",
        Some("POST"),
        &["x-tier: gold"],
    );
    assert_eq!(
        text.to_text(Glyphs::Ascii),
        "\
POST http://shop.example/cart/1

* name         shop.example, not resolved
* address      gateway acme/web, not placed yet
* listener     http on port 80 (HTTP, every host)
* route        route shop, rule cart
* backend      backend cart, 100 %
~ endpoints    1 of 2 endpoints of cart
               10.0.0.2:80 is not ready
               try: epicctl backend describe cart

~ goes to backend cart
"
    );
}

#[test]
fn what_is_no_request_says_what_would_be() {
    for (url, words) in [
        ("ftp://a", "there is no scheme `ftp`"),
        ("tcp://a", "no usual port"),
        ("http://", "is not a URL"),
    ] {
        let error = Request::parse(url, None, &[]).unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
    }
}
