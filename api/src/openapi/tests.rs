use std::collections::BTreeSet;

use super::*;

#[test]
fn the_document_names_every_kind_where_it_lives() {
    let document = document();
    for kind in Kind::ALL {
        let schema = &document["components"]["schemas"][kind.name()];
        assert_eq!(schema["properties"]["kind"]["const"], kind.name());
        let prefix = format!("/apis/epic-gateway.org/v1alpha1/{}", kind.plural());
        assert!(document["paths"][&prefix]["get"].is_object(), "{prefix}");
    }
    let gateway = "/apis/epic-gateway.org/v1alpha1/accounts/{account}/gateways/{name}";
    for (path, verb) in [
        (gateway.to_owned(), "put"),
        (format!("{gateway}/status"), "get"),
        (format!("{gateway}/topology"), "get"),
        ("/auth/v1/tokens".to_owned(), "post"),
        ("/healthz".to_owned(), "get"),
    ] {
        assert!(document["paths"][&path][verb].is_object(), "{verb} {path}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    assert_references(&document, &document);
    for kind in Kind::ALL {
        let schema = schema(kind);
        assert_references(&schema, &schema);
    }
}

fn assert_references(root: &Value, here: &Value) {
    match here {
        Value::Object(fields) => {
            if let Some(Value::String(reference)) = fields.get("$ref") {
                let pointer = reference.strip_prefix('#').unwrap();
                assert!(root.pointer(pointer).is_some(), "{reference}");
            }
            fields
                .values()
                .for_each(|value| assert_references(root, value));
        }
        Value::Array(items) => items
            .iter()
            .for_each(|value| assert_references(root, value)),
        _ => {}
    }
}

#[test]
fn every_operation_has_an_id_of_its_own_and_its_path_parameters() {
    let document = document();
    let mut ids = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let wanted: BTreeSet<&str> = path
            .split('/')
            .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
            .collect();
        let given: BTreeSet<&str> = item["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|parameter| parameter["name"].as_str().unwrap())
            .collect();
        assert_eq!(wanted, given, "{path}");
        for verb in ["get", "put", "post", "delete"] {
            if let Some(operation) = item.get(verb) {
                let id = operation["operationId"].as_str().unwrap();
                assert!(ids.insert(id.to_owned()), "{id} twice");
            }
        }
    }
}

#[test]
fn the_document_is_the_same_each_time_and_free_of_null() {
    let text = document().to_string();
    assert_eq!(text, document().to_string());
    assert!(
        !text.contains("\"null\""),
        "a field that can be null: it should be absent"
    );
}

#[test]
fn an_object_of_the_types_fits_its_own_schema() {
    let pool = crate::IpPool::new(
        None,
        "public",
        crate::IpPoolSpec {
            addresses: vec!["192.0.2.0/24".into()],
            reserved: Vec::new(),
        },
    );
    let validator = jsonschema::validator_for(&schema(Kind::IpPool)).unwrap();
    assert!(validator.is_valid(&serde_json::to_value(pool).unwrap()));
}
