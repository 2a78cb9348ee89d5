//! JSON Schemas of the kinds, from the Rust types.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::kind::{API_VERSION, Kind};
use crate::meta::ObjectMeta;
use crate::object::Spec;
use crate::{account, backend, certificate, event, gateway, ippool, node, route, template};

/// Collects the schemas of types that are used more than once under one place of a document.
pub(super) struct Schemas {
    generator: SchemaGenerator,
}

impl Schemas {
    /// `place` is where the document keeps the shared schemas: `/$defs`, `/components/schemas`.
    pub(super) fn at(place: &'static str) -> Self {
        let settings = SchemaSettings::draft2020_12()
            .with(|settings| settings.definitions_path = place.into());
        Schemas {
            generator: settings.into_generator(),
        }
    }

    /// The schema of a type: mostly a reference to a shared one.
    pub(super) fn of<T: JsonSchema>(&mut self) -> Value {
        tidy(self.generator.subschema_for::<T>().to_value())
    }

    /// The schema of a whole object.
    pub(super) fn of_kind(&mut self, kind: Kind) -> Value {
        match kind {
            Kind::Account => self.of_object::<account::AccountSpec>(),
            Kind::IpPool => self.of_object::<ippool::IpPoolSpec>(),
            Kind::GatewayTemplate => self.of_object::<template::GatewayTemplateSpec>(),
            Kind::Gateway => self.of_object::<gateway::GatewaySpec>(),
            Kind::Route => self.of_object::<route::RouteSpec>(),
            Kind::Backend => self.of_object::<backend::BackendSpec>(),
            Kind::Certificate => self.of_object::<certificate::CertificateSpec>(),
            Kind::Node => self.of_object::<node::NodeSpec>(),
            Kind::Event => self.of_object::<event::EventSpec>(),
        }
    }

    fn of_object<S: Spec>(&mut self) -> Value {
        json!({
            "type": "object",
            "required": ["apiVersion", "kind", "metadata", "spec"],
            "additionalProperties": false,
            "properties": {
                "apiVersion": { "type": "string", "const": API_VERSION },
                "kind": { "type": "string", "const": S::KIND.name() },
                "metadata": self.of::<ObjectMeta>(),
                "spec": self.of::<S>(),
                "status": self.of::<S::Status>(),
            },
        })
    }

    /// The shared schemas, by name.
    pub(super) fn shared(mut self) -> Map<String, Value> {
        self.generator
            .take_definitions(true)
            .into_iter()
            .map(|(name, schema)| (name, tidy(schema)))
            .collect()
    }
}

/// A schema as people and other generators read it best. `null` is left out: EPIC takes it for an
/// absent field, and never sends it. A choice of constants becomes an `enum`. What serde refuses is
/// refused by the schema too: schemars names the width of integers without their bounds.
fn tidy(schema: Value) -> Value {
    let mut schema = match schema {
        Value::Object(object) => object
            .into_iter()
            .map(|(keyword, value)| (keyword, tidy(value)))
            .collect(),
        Value::Array(items) => return items.into_iter().map(tidy).collect(),
        plain => return plain,
    };
    drop_null(&mut schema);
    enumerate(&mut schema);
    let largest = match schema.get("format").and_then(Value::as_str) {
        Some("uint32") => Some(u64::from(u32::MAX)),
        Some("uint64" | "uint") => Some(u64::MAX),
        _ => None,
    };
    if let Some(largest) = largest {
        schema.entry("maximum").or_insert_with(|| largest.into());
    }
    Value::Object(schema)
}

fn drop_null(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else {
        return;
    };
    choices.retain(|choice| choice.get("type").is_none_or(|kind| kind != "null"));
    if let [Value::Object(only)] = choices.as_slice() {
        let only = only.clone();
        schema.remove("anyOf");
        for (keyword, value) in only {
            schema.entry(keyword).or_insert(value);
        }
    }
    if schema.get("default").is_some_and(Value::is_null) {
        schema.remove("default");
    }
}

fn enumerate(schema: &mut Map<String, Value>) {
    let Some(Value::Array(choices)) = schema.get("oneOf") else {
        return;
    };
    let options: Option<Vec<Value>> = choices
        .iter()
        .map(options_of)
        .collect::<Option<Vec<_>>>()
        .map(|all| all.concat());
    let Some(options) = options else { return };
    let mut description = schema
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    for choice in choices {
        if let (Some(Value::String(value)), Some(Value::String(words))) =
            (choice.get("const"), choice.get("description"))
        {
            description.push_str(&format!("\n\n- `{value}`: {words}"));
        }
    }
    schema.remove("oneOf");
    schema.insert("type".into(), "string".into());
    schema.insert("enum".into(), options.into());
    schema.insert("description".into(), description.trim().into());
}

fn options_of(choice: &Value) -> Option<Vec<Value>> {
    match (choice.get("const"), choice.get("enum")) {
        (Some(one), _) => Some(vec![one.clone()]),
        (None, Some(Value::Array(some))) => Some(some.clone()),
        _ => None,
    }
}
