use serde_json::{Value, json};

use super::*;
use crate::kind::{API_VERSION, Kind, Scope};
use crate::object::RawObject;

fn object(kind: Kind, name: &str, spec: &Value, status: Option<&Value>) -> RawObject {
    let mut metadata = json!({ "name": name });
    if kind.scope() == Scope::Account {
        metadata["account"] = json!("acme");
    }
    let mut object =
        json!({ "apiVersion": API_VERSION, "kind": kind, "metadata": metadata, "spec": spec });
    if let Some(status) = status {
        object["status"] = status.clone();
    }
    serde_json::from_value(object).unwrap()
}

/// A gateway with a route to a backend, nothing to find; with the given objects put over it.
fn with(changes: &[(Kind, &str, Value, Option<Value>)]) -> Inventory {
    let mut inventory = Inventory::default();
    let base = [
        (
            Kind::IpPool,
            "public",
            json!({ "addresses": ["198.51.100.0/24"] }),
        ),
        (Kind::GatewayTemplate, "t", json!({ "pools": ["public"] })),
        (
            Kind::Gateway,
            "web",
            json!({ "template": "t", "listeners": [{ "name": "http", "protocol": "HTTP", "port": 80 }] }),
        ),
        (
            Kind::Backend,
            "b",
            json!({ "endpoints": [{ "address": "10.0.0.1", "port": 80 }] }),
        ),
        (
            Kind::Route,
            "r",
            route(&json!({ "backendRefs": [{ "name": "b" }] })),
        ),
    ];
    for (kind, name, spec) in &base {
        inventory.put(&object(*kind, name, spec, None)).unwrap();
    }
    for (kind, name, spec, status) in changes {
        let object = object(*kind, name, spec, status.as_ref());
        inventory.put(&object).unwrap();
    }
    inventory
}

fn route(rule: &Value) -> Value {
    json!({ "parentRefs": [{ "name": "web" }], "http": { "rules": [rule] } })
}

fn gateway(template: &str, listeners: &Value) -> Value {
    json!({ "template": template, "listeners": listeners })
}

fn certificate(name: &str, days: i64) -> Value {
    let mut params = rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap();
    params.not_before = rcgen::date_time_ymd(2020, 1, 1);
    params.not_after = rcgen::date_time_ymd(2030, 1, 1)
        + std::time::Duration::from_secs(86_400 * u64::try_from(days).unwrap());
    let key = rcgen::KeyPair::generate().unwrap();
    json!({ "certificate": params.self_signed(&key).unwrap().pem(), "privateKey": key.serialize_pem() })
}

fn now() -> Timestamp {
    "2030-01-02T00:00:00Z".parse().unwrap()
}

#[test]
fn a_gateway_that_is_whole_has_no_findings() {
    assert_eq!(analyze(&with(&[]), now()), []);
}

#[test]
fn each_code_is_found_where_it_belongs() {
    let http = json!([{ "name": "http", "protocol": "HTTP", "port": 80 }]);
    let rule = json!({ "backendRefs": [{ "name": "b" }] });
    let https = |names: &[&str]| {
        let refs: Vec<Value> = names.iter().map(|name| json!({ "name": name })).collect();
        json!([{ "name": "http", "protocol": "HTTP", "port": 80 },
            { "name": "tls", "protocol": "HTTPS", "port": 443, "hostname": "www.example.com",
              "tls": { "certificateRefs": refs } }])
    };
    let not_ready = json!({ "conditions": [{ "type": "Ready", "status": "False", "reason": "Silent",
        "message": "silent", "lastTransitionTime": "2030-01-01T00:00:00Z" }] });
    let rejected = json!({ "instances": [{ "node": "n", "state": "Serving", "acknowledgedRevision": 1,
        "rejected": { "revision": 2, "message": "no", "objects": [
            { "object": { "kind": "Route", "account": "acme", "name": "r" }, "specRevision": 2, "message": "no" }] } }] });
    let cases: Vec<(Code, Kind, &str, Value, Option<Value>)> = vec![
        (
            Code::RouteUnbound,
            Kind::Route,
            "r",
            json!({ "parentRefs": [{ "name": "web", "port": 81 }], "http": { "rules": [rule] } }),
            None,
        ),
        (Code::RuleShadowed, Kind::Route, "s", route(&rule), None),
        (
            Code::RouteWithoutGateway,
            Kind::Route,
            "s",
            json!({ "parentRefs": [{ "name": "no" }], "http": { "rules": [] } }),
            None,
        ),
        (
            Code::BackendMissing,
            Kind::Route,
            "r",
            route(&json!({ "backendRefs": [{ "name": "no" }] })),
            None,
        ),
        (
            Code::WeightsAllZero,
            Kind::Route,
            "r",
            route(&json!({ "backendRefs": [{ "name": "b", "weight": 0 }] })),
            None,
        ),
        (
            Code::RedirectLoop,
            Kind::Route,
            "r",
            route(
                &json!({ "filters": [{ "type": "RequestRedirect", "requestRedirect": { "statusCode": 301 } }] }),
            ),
            None,
        ),
        (
            Code::TimeoutsContradict,
            Kind::Route,
            "r",
            route(
                &json!({ "backendRefs": [{ "name": "b" }], "timeouts": { "request": "1s", "backendRequest": "2s" } }),
            ),
            None,
        ),
        (
            Code::BackendWithoutEndpoints,
            Kind::Backend,
            "b",
            json!({}),
            None,
        ),
        (Code::BackendUnused, Kind::Backend, "spare", json!({}), None),
        (
            Code::HealthCheckTooSlow,
            Kind::Backend,
            "b",
            json!({ "endpoints": [{ "address": "10.0.0.1", "port": 80 }], "healthCheck": { "tcp": {}, "interval": "1s", "timeout": "2s" } }),
            None,
        ),
        (
            Code::BackendUnhealthy,
            Kind::Backend,
            "b",
            json!({ "endpoints": [{ "address": "10.0.0.1", "port": 80 }], "healthCheck": { "tcp": {} } }),
            Some(json!({ "endpoints": 1, "healthy": 0 })),
        ),
        (
            Code::CertificateExpired,
            Kind::Certificate,
            "c",
            certificate("a.example", 0),
            None,
        ),
        (
            Code::CertificateEndsSoon,
            Kind::Certificate,
            "c",
            certificate("a.example", 5),
            None,
        ),
        (
            Code::CertificateUnused,
            Kind::Certificate,
            "c",
            certificate("a.example", 500),
            None,
        ),
        (
            Code::CertificateMissing,
            Kind::Gateway,
            "web",
            gateway("t", &https(&["no"])),
            None,
        ),
        (
            Code::PlainHttp,
            Kind::Gateway,
            "web",
            gateway("t", &https(&["no"])),
            None,
        ),
        (
            Code::HostnamesOverlap,
            Kind::Gateway,
            "web",
            gateway(
                "t",
                &json!([{ "name": "http", "protocol": "HTTP", "port": 80 }, { "name": "a", "protocol": "HTTP", "port": 80, "hostname": "a.example" }]),
            ),
            None,
        ),
        (
            Code::GatewayWithoutRoutes,
            Kind::Gateway,
            "other",
            gateway("t", &http),
            None,
        ),
        (
            Code::ListenerWithoutRoutes,
            Kind::Gateway,
            "other",
            gateway("t", &http),
            None,
        ),
        (
            Code::TemplateMissing,
            Kind::Gateway,
            "web",
            gateway("no", &http),
            None,
        ),
        (
            Code::TemplateUnused,
            Kind::GatewayTemplate,
            "u",
            json!({ "pools": ["public"] }),
            None,
        ),
        (
            Code::PoolMissing,
            Kind::GatewayTemplate,
            "t",
            json!({ "pools": ["no"] }),
            None,
        ),
        (
            Code::PoolNearlyEmpty,
            Kind::IpPool,
            "public",
            json!({ "addresses": ["198.51.100.0/24"] }),
            Some(json!({ "ipv4": { "total": 10, "used": 9 } })),
        ),
        (
            Code::QuotaNearlyUsed,
            Kind::Account,
            "acme",
            json!({ "quotas": { "gateways": 1 } }),
            None,
        ),
        (
            Code::NodeNotReady,
            Kind::Node,
            "n",
            json!({}),
            Some(not_ready),
        ),
        (
            Code::NodeUnschedulable,
            Kind::Node,
            "n",
            json!({ "unschedulable": true }),
            None,
        ),
        (
            Code::ObjectRefused,
            Kind::Gateway,
            "web",
            gateway("t", &http),
            Some(rejected),
        ),
    ];
    for (code, kind, name, spec, status) in cases {
        let found = analyze(&with(&[(kind, name, spec, status)]), now());
        assert!(
            found.iter().any(|one| one.code == code.to_string()),
            "{code} is not among {found:?}"
        );
    }
    let wrong = [
        (
            Kind::Certificate,
            "c",
            certificate("other.example", 500),
            None,
        ),
        (Kind::Gateway, "web", gateway("t", &https(&["c"])), None),
    ];
    let found = analyze(&with(&wrong), now());
    assert!(found.iter().any(|one| one.code == "EPIC0303"), "{found:?}");
    let http3 = [
        (
            Kind::GatewayTemplate,
            "t",
            json!({ "pools": ["public"], "http3": true }),
            None,
        ),
        (
            Kind::Gateway,
            "web",
            gateway(
                "t",
                &json!([
                { "name": "tls", "protocol": "HTTPS", "port": 443, "tls": { "certificateRefs": [{ "name": "c" }] } },
                { "name": "udp", "protocol": "UDP", "port": 443 }]),
            ),
            None,
        ),
    ];
    let found = analyze(&with(&http3), now());
    assert!(found.iter().any(|one| one.code == "EPIC0405"), "{found:?}");
}

#[test]
fn codes_are_unique_and_the_worst_findings_come_first() {
    let mut numbers: Vec<u16> = Code::ALL.iter().map(|code| code.number()).collect();
    numbers.dedup();
    assert_eq!(numbers.len(), Code::ALL.len());
    assert!(numbers.is_sorted());
    assert_eq!(Code::named("epic0101"), Some(Code::RouteUnbound));

    let found = analyze(
        &with(&[
            (Kind::Backend, "spare", json!({}), None),
            (Kind::Backend, "b", json!({}), None),
        ]),
        now(),
    );
    assert!(found.is_sorted_by(|a, b| a.severity >= b.severity));
}

#[test]
fn the_guide_s_table_has_every_code() {
    let table = include_str!("../../../docs/findings.md");
    for code in Code::ALL {
        let row = format!(
            "| {code} | {} | {} | {} |",
            code.severity(),
            code.title(),
            code.help()
        );
        assert!(table.contains(&row), "docs/findings.md lacks: {row}");
    }
}
