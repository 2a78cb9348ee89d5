//! `epicctl explain`: the fields of a kind, from the types the server checks with.

use clap::Args;
use epic_api::analyze::Code;
use epic_api::{
    AccountSpec, BackendSpec, CertificateSpec, EventSpec, GatewaySpec, GatewayTemplateSpec,
    IpPoolSpec, Kind, NodeSpec, RouteSpec, Spec,
};
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::failure::{self, Failure, Outcome};
use crate::session::{Session, parse_kind};

/// `explain`. Needs no server.
#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// A kind, or a field of it: `gateway`, `route.spec.http.rules`; or a code: `EPIC0101`
    #[arg(value_name = "KIND[.PATH]|CODE")]
    path: String,
}

impl ExplainArgs {
    /// Does it.
    ///
    /// # Errors
    /// There is no such kind or field.
    pub fn run(self, session: &Session) -> Outcome {
        if let Some(code) = Code::named(&self.path) {
            let (severity, title, help) = (code.severity(), code.title(), code.help());
            return session
                .output
                .data(format!("{code} ({severity})\n  {title}\n  {help}\n"));
        }
        let (kind, path) = self.path.split_once('.').unwrap_or((&self.path, ""));
        let kind = parse_kind(kind)?;
        let root = schema(kind);
        let mut at = &root;
        let mut walked = kind.name().to_owned();
        for field in path.split('.').filter(|field| !field.is_empty()) {
            let inner = body(at);
            at = inner
                .get("properties")
                .and_then(|p| p.get(field))
                .ok_or_else(|| {
                    Failure::new(
                        failure::Code::NotFound,
                        format!("{walked} has no field `{field}`"),
                    )
                    .hint(format!("its fields are: {}", names(inner).join(", ")))
                })?;
            walked = format!("{walked}.{field}");
        }
        if !session.output.format.is_table() {
            return session.output.value(at);
        }
        session.output.data(text(&walked, at))
    }
}

fn schema(kind: Kind) -> Value {
    match kind {
        Kind::Account => of::<AccountSpec>(),
        Kind::IpPool => of::<IpPoolSpec>(),
        Kind::GatewayTemplate => of::<GatewayTemplateSpec>(),
        Kind::Gateway => of::<GatewaySpec>(),
        Kind::Route => of::<RouteSpec>(),
        Kind::Backend => of::<BackendSpec>(),
        Kind::Certificate => of::<CertificateSpec>(),
        Kind::Node => of::<NodeSpec>(),
        Kind::Event => of::<EventSpec>(),
    }
}

fn of<S: Spec>() -> Value {
    let generate = || {
        SchemaSettings::draft2020_12()
            .with(|settings| settings.inline_subschemas = true)
            .into_generator()
    };
    let spec = generate().into_root_schema_for::<S>();
    let status = generate().into_root_schema_for::<S::Status>();
    json!({
        "description": spec.get("description").cloned().unwrap_or_default(),
        "type": "object",
        "properties": { "spec": spec, "status": status },
    })
}

/// What a field holds: the items of a list, the value of one that may be absent.
fn body(schema: &Value) -> &Value {
    if let Some(items) = schema.get("items") {
        return body(items);
    }
    let choices = schema.get("anyOf").and_then(Value::as_array);
    choices
        .and_then(|choices| choices.iter().find(|choice| choice["type"] != "null"))
        .map_or(schema, body)
}

fn names(schema: &Value) -> Vec<&str> {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties
        .map(|map| map.keys().map(String::as_str).collect())
        .unwrap_or_default()
}

fn type_of(schema: &Value) -> String {
    if let Some(items) = schema.get("items") {
        return format!("[]{}", type_of(items));
    }
    let inner = body(schema);
    let words = |value: &Value| match value {
        Value::String(word) => word.clone(),
        Value::Array(words) => words
            .iter()
            .filter_map(Value::as_str)
            .filter(|word| *word != "null")
            .collect::<Vec<_>>()
            .join("|"),
        _ => String::new(),
    };
    let consts: Vec<&str> = inner
        .get("oneOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|choice| choice["const"].as_str())
        .chain(
            inner
                .get("enum")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(Value::as_str),
        )
        .collect();
    if consts.is_empty() {
        words(&inner["type"])
    } else {
        consts.join("|")
    }
}

fn text(path: &str, schema: &Value) -> String {
    let description = |schema: &Value| {
        let own = schema["description"].as_str();
        own.or_else(|| body(schema)["description"].as_str())
            .unwrap_or_default()
            .replace('\n', " ")
    };
    let mut text = format!("{path} <{}>\n  {}\n", type_of(schema), description(schema));
    let inner = body(schema);
    let required: Vec<&str> = inner["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    if let Some(properties) = inner["properties"].as_object() {
        text.push_str("\nFields:\n");
        for (name, field) in properties {
            let mark = if required.contains(&name.as_str()) {
                " (required)"
            } else {
                ""
            };
            text.push_str(&format!("  {name} <{}>{mark}\n", type_of(field)));
            let words = description(field);
            if !words.is_empty() {
                text.push_str(&format!("      {words}\n"));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_can_be_explained() {
        for kind in Kind::ALL {
            let text = text(kind.name(), &schema(kind));
            assert!(text.contains("spec <object>"), "{text}");
        }
    }

    #[test]
    fn a_list_of_objects_is_explained_by_its_items() {
        let root = schema(Kind::Gateway);
        let listeners = &root["properties"]["spec"]["properties"]["listeners"];
        let text = text("Gateway.spec.listeners", listeners);
        assert!(
            text.starts_with("Gateway.spec.listeners <[]object>"),
            "{text}"
        );
        assert!(
            text.contains("protocol <HTTP|HTTPS|TLS|TCP|UDP> (required)"),
            "{text}"
        );
    }
}
