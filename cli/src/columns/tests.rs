use super::*;
use crate::table::Layout;
use serde_json::{Value, json};

fn now() -> Timestamp {
    "2026-01-02T03:04:05Z".parse().unwrap()
}

fn object(kind: &str, spec: &Value, status: &Value) -> RawObject {
    serde_json::from_value(json!({
        "apiVersion": epic_api::API_VERSION, "kind": kind,
        "metadata": { "name": "web", "account": "acme", "creationTimestamp": "2026-01-02T03:00:00Z" },
        "spec": spec, "status": status,
    }))
    .unwrap()
}

fn show(object: &RawObject, wide: bool, accounts: bool) -> String {
    let view = View {
        wide,
        accounts,
        now: now(),
    };
    let text = Layout::default().render(Some(&headers(object.kind, view)), &[row(object, view)]);
    anstream::adapter::strip_str(&text).to_string()
}

fn gateway_object() -> RawObject {
    object(
        "Gateway",
        &json!({ "template": "http", "listeners": [
            { "name": "http", "protocol": "HTTP", "port": 80 } ] }),
        &json!({
            "addresses": [{ "value": "198.51.100.1", "pool": "public" }],
            "conditions": [{ "type": "Programmed", "status": "False", "reason": "NoNodes",
                "message": "", "lastTransitionTime": "2026-01-02T03:00:00Z" }],
            "revision": 7,
            "listeners": [{ "name": "http", "attachedRoutes": 2 }],
            "instances": [{ "node": "n1", "state": "Serving", "acknowledgedRevision": 7 }],
        }),
    )
}

#[test]
fn a_gateway_shows_its_address_and_why_it_is_not_programmed() {
    insta::assert_snapshot!(show(&gateway_object(), false, false), @r"
    NAME   ADDRESS        LISTENERS   ROUTES   PROGRAMMED      AGE
    web    198.51.100.1   http:80     2        False:NoNodes   4m
    ");
}

#[test]
fn wide_adds_columns_and_all_accounts_adds_the_account() {
    insta::assert_snapshot!(show(&gateway_object(), true, true), @r"
    ACCOUNT   NAME   ADDRESS        LISTENERS   ROUTES   PROGRAMMED      AGE   TEMPLATE   NODES   REVISION
    acme      web    198.51.100.1   http:80     2        False:NoNodes   4m    http       n1      7
    ");
}

#[test]
fn every_kind_has_as_many_cells_as_headings() {
    for kind in Kind::ALL {
        let raw = RawObject {
            kind,
            ..object("Account", &json!({}), &Value::Null)
        };
        for (wide, accounts) in [(false, false), (true, true)] {
            let view = View {
                wide,
                accounts,
                now: now(),
            };
            assert_eq!(row(&raw, view).len(), headers(kind, view).len(), "{kind}");
        }
    }
}

#[test]
fn an_object_of_a_newer_version_still_shows_its_name() {
    let newer = object("Gateway", &json!({ "unknown": 1 }), &Value::Null);
    assert!(show(&newer, false, false).contains("\nweb "));
}

#[test]
fn ages_are_told_in_their_largest_unit() {
    for (from, text) in [
        ("2026-01-02T03:04:00Z", "5s"),
        ("2026-01-02T03:00:05Z", "4m"),
        ("2026-01-01T22:04:05Z", "5h"),
        ("2025-12-20T03:04:05Z", "13d"),
        ("2026-01-02T03:05:00Z", "0s"),
    ] {
        assert_eq!(age(from.parse().unwrap(), now()), text);
    }
}
