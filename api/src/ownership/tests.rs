use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::kind::Kind;
use crate::validate;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

/// What epicd does: merge, admit, decide on owners.
fn apply(
    live: Option<&RawObject>,
    fields: &Value,
    manager: &str,
    force: bool,
) -> Result<RawObject, ApiError> {
    let applied = Applied {
        fields,
        manager,
        force,
    };
    let merged = merged(live, &applied);
    let kind: Kind = merged.object["kind"].as_str().unwrap().parse().unwrap();
    let mut object = validate::admit(kind, &merged.object)?;
    object.metadata.managed_fields = owners(live, &merged, &object, &applied, NOW)?;
    Ok(object)
}

#[expect(clippy::needless_pass_by_value, reason = "tests read better so")]
fn gateway(labels: Value, listeners: Value) -> Value {
    json!({
        "apiVersion": crate::API_VERSION,
        "kind": "Gateway",
        "metadata": { "name": "web", "account": "acme", "labels": labels },
        "spec": { "template": "public", "listeners": listeners },
    })
}

fn backend(endpoints: &[(u8, u16)]) -> Value {
    let endpoints: Vec<Value> = endpoints
        .iter()
        .map(|(host, port)| json!({ "address": format!("10.0.0.{host}"), "port": port }))
        .collect();
    json!({
        "apiVersion": crate::API_VERSION,
        "kind": "Backend",
        "metadata": { "name": "web", "account": "acme" },
        "spec": { "endpoints": endpoints },
    })
}

fn http(name: &str, port: u16) -> Value {
    json!({ "name": name, "port": port, "protocol": "HTTP" })
}

#[test]
fn listeners_of_two_managers_live_side_by_side_and_go_with_their_own() {
    let web = gateway(json!({}), json!([http("web", 80)]));
    let admin = gateway(json!({}), json!([http("admin", 81)]));
    let object = apply(None, &web, "helm", false).unwrap();
    let object = apply(Some(&object), &admin, "ops", false).unwrap();
    assert_eq!(object.spec["listeners"].as_array().unwrap().len(), 2);
    let nothing = gateway(json!({}), Value::Null);
    let object = apply(Some(&object), &nothing, "helm", false).unwrap();
    assert_eq!(object.spec["listeners"].as_array().unwrap().len(), 1);
    assert_eq!(object.spec["listeners"][0]["name"], "admin");
}

#[test]
fn another_manager_s_value_is_a_conflict_that_names_field_and_owner() {
    let object = apply(
        None,
        &gateway(json!({}), json!([http("web", 80)])),
        "helm",
        false,
    )
    .unwrap();
    let other = gateway(json!({}), json!([http("web", 8080)]));
    let error = apply(Some(&object), &other, "ops", false).unwrap_err();
    assert_eq!(error.code, 409);
    assert_eq!(error.causes.len(), 1);
    assert_eq!(error.causes[0].field, "spec.listeners[name=\"web\"].port");
    assert!(error.causes[0].message.contains("`helm`"), "{error}");

    let object = apply(Some(&object), &other, "ops", true).unwrap();
    assert_eq!(object.spec["listeners"][0]["port"], 8080);
    let again = apply(
        Some(&object),
        &gateway(json!({}), json!([http("web", 80)])),
        "helm",
        false,
    );
    assert!(again.unwrap_err().causes[0].message.contains("`ops`"));
}

#[test]
fn a_value_two_managers_agree_on_stays_until_both_have_dropped_it() {
    let with = gateway(json!({ "tier": "web" }), json!([http("web", 80)]));
    let without = gateway(json!({}), json!([http("web", 80)]));
    let object = apply(None, &with, "a", false).unwrap();
    let object = apply(Some(&object), &with, "b", false).unwrap();
    let object = apply(Some(&object), &without, "a", false).unwrap();
    assert_eq!(object.metadata.labels["tier"], "web");
    let object = apply(Some(&object), &without, "b", false).unwrap();
    assert!(object.metadata.labels.is_empty());
}

#[test]
fn an_object_that_was_written_whole_belongs_to_before_first_apply() {
    let sent = gateway(json!({ "a": "1" }), json!([http("web", 80)]));
    let object = validate::admit(Kind::Gateway, &sent).unwrap();
    let other = gateway(json!({ "a": "2" }), json!([http("web", 80)]));
    let error = apply(Some(&object), &other, "helm", false).unwrap_err();
    assert_eq!(error.causes[0].field, "metadata.labels.a");
    assert!(error.causes[0].message.contains(BEFORE), "{error}");
}

#[test]
fn a_whole_write_takes_over_what_it_changes_and_nothing_else() {
    let object = apply(
        None,
        &gateway(json!({ "a": "1", "b": "1" }), json!([http("web", 80)])),
        "helm",
        false,
    )
    .unwrap();
    let mut edited = object.clone();
    edited
        .metadata
        .labels
        .insert("a".to_owned(), "2".to_owned());
    edited.metadata.managed_fields = after_update(&object, &edited, "alice", NOW).unwrap();
    let error = apply(
        Some(&edited),
        &gateway(json!({ "a": "1", "b": "2" }), json!([http("web", 80)])),
        "helm",
        false,
    )
    .unwrap_err();
    assert_eq!(error.causes.len(), 1);
    assert_eq!(error.causes[0].field, "metadata.labels.a");
    assert!(error.causes[0].message.contains("`alice`"), "{error}");
}

#[test]
fn a_label_with_dots_is_one_field() {
    let object = apply(
        None,
        &gateway(json!({ "example.org/a.b": "1" }), json!([http("web", 80)])),
        "m",
        false,
    )
    .unwrap();
    let owned = &object.metadata.managed_fields[0].fields;
    assert!(
        owned.contains("metadata.labels[\"example.org/a.b\"]"),
        "{owned:?}"
    );
}

#[test]
fn whoever_only_names_an_item_does_not_own_what_is_in_it() {
    let named = gateway(json!({}), json!([{ "name": "web" }]));
    let object = apply(
        None,
        &gateway(json!({}), json!([http("web", 80)])),
        "a",
        false,
    )
    .unwrap();
    let object = apply(Some(&object), &named, "b", false).unwrap();
    let object = apply(
        Some(&object),
        &gateway(json!({}), json!([http("web", 81)])),
        "a",
        false,
    )
    .unwrap();
    assert_eq!(object.spec["listeners"][0]["port"], 81);
    let gone = apply(Some(&object), &gateway(json!({}), json!([])), "a", false).unwrap_err();
    assert_eq!(
        gone.code, 422,
        "b keeps the item, and it has no port: {gone}"
    );
}

#[test]
fn a_manager_needs_a_name_that_can_be_printed() {
    for name in ["", " ", "a\nb", &"x".repeat(129)] {
        assert_eq!(check_manager(name).unwrap_err().code, 400);
    }
    assert!(check_manager("helm").is_ok());
}

/// A few endpoints of a manager's own half of the addresses, so that two managers never meet.
fn endpoints(hosts: std::ops::Range<u8>) -> impl Strategy<Value = Vec<(u8, u16)>> {
    proptest::collection::btree_set((hosts, 80..83u16), 0..6)
        .prop_map(|endpoints| endpoints.into_iter().collect())
}

fn sorted(mut object: RawObject) -> RawObject {
    if let Some(endpoints) = object.spec["endpoints"].as_array_mut() {
        endpoints.sort_by_key(ToString::to_string);
    }
    object
}

proptest! {
    #[test]
    fn applying_twice_is_applying_once(first in endpoints(1..9), second in endpoints(1..9)) {
        let live = apply(None, &backend(&first), "m", false).unwrap();
        let once = apply(Some(&live), &backend(&second), "m", false).unwrap();
        let twice = apply(Some(&once), &backend(&second), "m", false).unwrap();
        prop_assert_eq!(&once, &twice);
        let fresh = apply(None, &backend(&second), "m", false).unwrap();
        prop_assert_eq!(sorted(once), sorted(fresh));
    }

    #[test]
    fn managers_of_other_fields_commute(a in endpoints(1..5), b in endpoints(5..9), c in endpoints(1..5)) {
        let start = apply(None, &backend(&a), "a", false).unwrap();
        let one = apply(Some(&start), &backend(&b), "b", false).unwrap();
        let one = apply(Some(&one), &backend(&c), "a", false).unwrap();
        let other = apply(Some(&start), &backend(&c), "a", false).unwrap();
        let other = apply(Some(&other), &backend(&b), "b", false).unwrap();
        prop_assert_eq!(sorted(one), sorted(other));
    }

    #[test]
    fn force_always_gets_what_it_sends(a in endpoints(1..9), b in endpoints(1..9)) {
        let live = apply(None, &backend(&a), "a", false).unwrap();
        let object = apply(Some(&live), &backend(&b), "b", true).unwrap();
        let endpoints = object.spec["endpoints"].as_array().cloned().unwrap_or_default();
        for (host, port) in b {
            let address = format!("10.0.0.{host}");
            prop_assert!(endpoints.iter().any(|e| e["address"] == address && e["port"] == port));
        }
    }
}
