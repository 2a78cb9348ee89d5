use proptest::prelude::*;

use super::*;
use crate::validate::parse_documents;

/// Any JSON, with the words of the API among its keys and texts, so that it gets past the door.
fn any_json() -> impl Strategy<Value = Value> {
    let word = prop_oneof![
        prop::sample::select(vec![
            "apiVersion",
            "kind",
            "metadata",
            "spec",
            "status",
            "name",
            "account",
            "labels",
            "listeners",
            "protocol",
            "HTTP",
            "TCP",
            "port",
            "tls",
            "http",
            "tcp",
            "rules",
            "matches",
            "path",
            "type",
            "value",
            "Exact",
            "RegularExpression",
            "filters",
            "backendRefs",
            "weight",
            "addresses",
            "endpoints",
            "address",
            "10.0.0.0/24",
            "10.0.0.1",
            "0s",
            "1h1h",
            "80-90",
            API_VERSION,
            "Gateway",
            "Route",
            "*.a.example",
            "/a",
            "timeouts",
            "request",
            "hostnames",
        ])
        .prop_map(String::from),
        any::<String>(),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0u16..200).prop_map(|small| Value::from(f64::from(small))),
        word.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 48, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(word.clone(), inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// A good object with some of its values replaced by anything.
fn bent(kind: Kind) -> impl Strategy<Value = Value> {
    prop::sample::select(rich(kind)).prop_flat_map(|object| {
        let places = pointers(&object);
        let edits = prop::collection::vec((prop::sample::select(places), any_json()), 0..3);
        (Just(object), edits).prop_map(|(object, edits)| with_edits(object, edits))
    })
}

fn with_edits(mut object: Value, edits: Vec<(String, Value)>) -> Value {
    for (pointer, value) in edits {
        if let Some(here) = object.pointer_mut(&pointer) {
            *here = value;
        }
    }
    object
}

/// A good object without some of its fields and items.
fn thinned(kind: Kind) -> impl Strategy<Value = Value> {
    prop::sample::select(rich(kind)).prop_flat_map(|object| {
        let below = pointers(&object)
            .into_iter()
            .filter(|pointer| pointer.starts_with("/spec/"))
            .collect::<Vec<_>>();
        let away = prop::collection::vec(prop::sample::select(below), 0..12);
        (Just(object), away).prop_map(|(mut object, away)| {
            for pointer in away {
                if object.pointer(&pointer).is_some() {
                    take(&mut object, &pointer);
                }
            }
            object
        })
    })
}

fn take(object: &mut Value, pointer: &str) {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    match object.pointer_mut(parent).unwrap() {
        Value::Array(items) => drop(items.remove(last.parse().unwrap())),
        fields => drop(fields.as_object_mut().unwrap().remove(last)),
    }
}

fn pointers(value: &Value) -> Vec<String> {
    let mut all = vec![String::new()];
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, field)| (name.clone(), field))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(i, item)| (i.to_string(), item))
            .collect(),
        _ => Vec::new(),
    };
    for (step, child) in children {
        all.extend(
            pointers(child)
                .into_iter()
                .map(|rest| format!("/{step}{rest}")),
        );
    }
    all
}

proptest! {
    #[test]
    fn nothing_that_is_sent_makes_it_panic(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        sent in any_json(),
    ) {
        if let Err(error) = admit(kind, &sent) {
            prop_assert!(!error.causes.is_empty());
        }
    }

    #[test]
    fn what_is_admitted_is_admitted_again_unchanged_and_is_typed(
        (kind, sent) in prop::sample::select(Kind::ALL.to_vec())
            .prop_flat_map(|kind| (Just(kind), bent(kind))),
    ) {
        match admit(kind, &sent) {
            Ok(object) => {
                let again = serde_json::to_value(&object).unwrap();
                prop_assert_eq!(admit(kind, &again), Ok(object));
            }
            Err(error) => {
                // A schema that lets through what serde refuses would answer without a place.
                for fault in &error.causes {
                    prop_assert!(fault.field != "spec" && fault.field != "metadata" || fault.hint.is_some());
                    prop_assert!(!fault.message.contains("invalid type"), "{}", fault);
                }
            }
        }
    }

    #[test]
    fn what_is_valid_comes_back_the_same_from_yaml_and_from_json(
        (kind, sent) in prop::sample::select(Kind::ALL.to_vec())
            .prop_flat_map(|kind| (Just(kind), thinned(kind))),
    ) {
        let Ok(object) = admit(kind, &sent) else { return Ok(()) };
        for text in [serde_saphyr::to_string(&object).unwrap(), serde_json::to_string(&object).unwrap()] {
            let read = parse_documents(&text);
            let [read] = read.as_deref().unwrap_or_default() else {
                return Err(TestCaseError::fail(format!("not one document: {text}")));
            };
            prop_assert_eq!(admit(kind, read), Ok(object.clone()), "{}", text);
        }
    }
}
