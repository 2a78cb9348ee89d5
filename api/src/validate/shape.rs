//! Has the object the right shape: known fields of the right types? Checked against the same JSON
//! Schema that the OpenAPI document shows, so that the two can't differ.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::OnceLock;

use ipnet::IpNet;
use jiff::Timestamp;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{ValidationError, Validator};
use serde_json::{Map, Value};

use super::faults::{Faults, quote};
use super::suggest::nearest;
use crate::duration::Duration;
use crate::kind::{API_VERSION, Kind};
use crate::openapi;
use crate::template::PortRange;

struct Shape {
    schema: Value,
    validator: Validator,
}

impl Shape {
    /// Compiled when it is first needed: a command of epicctl needs one kind or none.
    fn of(kind: Kind) -> &'static Shape {
        static SHAPES: [OnceLock<Shape>; Kind::ALL.len()] = [const { OnceLock::new() }; _];
        SHAPES[kind as usize].get_or_init(|| {
            let schema = openapi::schema(kind);
            let validator = jsonschema::draft202012::options()
                .should_validate_formats(true)
                .with_format("ip", |text: &str| text.parse::<IpAddr>().is_ok())
                .with_format("date-time", |text: &str| text.parse::<Timestamp>().is_ok())
                .with_format("gep-2257-duration", |text: &str| {
                    text.parse::<Duration>().is_ok()
                })
                .with_format("cidr", |text: &str| text.parse::<IpNet>().is_ok())
                .with_format("port-range", |text: &str| text.parse::<PortRange>().is_ok())
                .build(&schema)
                .expect("a schema made from a Rust type is a schema");
            Shape { schema, validator }
        })
    }
}

/// The object as the schema sees it: without what is EPIC's to say (`status`), without fields that
/// are `null` (they are absent, as in Kubernetes), with whole numbers as integers (`80.0` is 80 to
/// JSON), and with a `spec` to look into.
pub(super) fn prepare(sent: &Value) -> Value {
    let mut object = plain(sent);
    keep_patches(sent, &mut object);
    if let Value::Object(object) = &mut object {
        object.remove("status");
        object
            .entry("spec")
            .or_insert_with(|| Value::Object(Map::new()));
    }
    object
}

/// What is merged into a resource of Envoy means something by `null`: the field goes (RFC 7396).
fn keep_patches(sent: &Value, object: &mut Value) {
    let sent = sent.pointer("/spec/envoyPatch").and_then(Value::as_array);
    let kept = object.pointer_mut("/spec/envoyPatch");
    let kept = kept.and_then(Value::as_array_mut);
    for (sent, kept) in sent.into_iter().flatten().zip(kept.into_iter().flatten()) {
        for field in ["merge", "json"] {
            if let (Some(sent), Some(kept)) = (sent.get(field), kept.get_mut(field)) {
                kept.clone_from(sent);
            }
        }
    }
}

fn plain(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), plain(value)))
            .collect(),
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Number(number) => match number.as_f64() {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "checked to be a whole number that fits"
            )]
            Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 1e15 => {
                Value::from(float as i64)
            }
            _ => value.clone(),
        },
        Value::Null | Value::Bool(_) | Value::String(_) => value.clone(),
    }
}

/// Adds every way in which the object is not of its kind's shape.
pub(super) fn check(kind: Kind, object: &Value, faults: &mut Faults) {
    let shape = Shape::of(kind);
    // The same value can offend several keywords (`type` and `enum`, `format` and `pattern`); the
    // one that says most is kept.
    let mut errors: Vec<(String, u8, ValidationError<'_>)> = shape
        .validator
        .iter_errors(object)
        .take(MAX_ERRORS)
        .map(|error| {
            (
                path(object, &steps(&error), None),
                rank(error.kind()),
                error,
            )
        })
        .collect();
    errors.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    errors.dedup_by(|later, first| {
        let per_field = |rank: u8| rank < PER_OBJECT;
        later.0 == first.0 && per_field(later.1) && per_field(first.1)
    });
    let mut explained = BTreeSet::new();
    for (_, _, error) in &errors {
        translate(kind, &shape.schema, object, error, &mut explained, faults);
    }
}

/// The most errors that are looked at; more are not worth their time.
const MAX_ERRORS: usize = 1_000;
/// From here on ranks are of errors that one object can have several of.
const PER_OBJECT: u8 = 10;

fn rank(kind: &ValidationErrorKind) -> u8 {
    match kind {
        ValidationErrorKind::Type { .. } => 0,
        ValidationErrorKind::Format { .. } => 1,
        ValidationErrorKind::AdditionalProperties { .. } => PER_OBJECT,
        ValidationErrorKind::Required { .. } => PER_OBJECT + 1,
        _ => 2,
    }
}

/// `explained`: paths of missing fields that a misspelt one already accounts for.
fn translate(
    kind: Kind,
    schema: &Value,
    object: &Value,
    error: &ValidationError<'_>,
    explained: &mut BTreeSet<String>,
    faults: &mut Faults,
) {
    let steps = steps(error);
    let here = schema_at(schema, &steps);
    let place = path(object, &steps, None);
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            for name in unexpected {
                let (hint, meant) = unknown_field(name, here);
                if let Some(meant) = meant {
                    explained.insert(path(object, &steps, Some(meant)));
                }
                let place = path(object, &steps, Some(name));
                faults.add(place, format!("unknown field {}", quote(name)), hint);
            }
        }
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let place = path(object, &steps, Some(name));
            if !explained.contains(&place) {
                let hint = required_hint(kind, name, &steps, here);
                faults.add(place, "is missing", hint);
            }
        }
        ValidationErrorKind::Constant { .. } => {
            let found = found(error.instance());
            if place == "kind" {
                let message = format!("is {found}, but what is sent here must be a {kind}");
                faults.add(place, message, format!("write `kind: {kind}`"));
            } else {
                let message = format!("{found} is not served");
                faults.add(place, message, format!("write `apiVersion: {API_VERSION}`"));
            }
        }
        ValidationErrorKind::Enum { options } => {
            let options: Vec<&str> = options
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            let typed = error.instance().as_str().unwrap_or_default();
            let hint = match nearest(typed, options.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`? {}", one_of(&options)),
                None => one_of(&options),
            };
            let message = format!("{} is not a known value", found(error.instance()));
            faults.add(place, message, hint);
        }
        ValidationErrorKind::Type { kind } => {
            let message = format!(
                "must be {}, not {}",
                expected(kind),
                found(error.instance())
            );
            faults.add(place, message, type_hint(here, error.instance()));
        }
        ValidationErrorKind::Minimum { .. } | ValidationErrorKind::Maximum { .. } => {
            let message = format!("{} is out of range", found(error.instance()));
            faults.add(place, message, range_hint(here));
        }
        ValidationErrorKind::Format { format } => {
            let (message, hint) = format_fault(format, error.instance());
            faults.add(place, message, hint);
        }
        _ => faults.add(
            place,
            format!("{} does not fit", found(error.instance())),
            description(here).unwrap_or("see the OpenAPI document"),
        ),
    }
}

fn unknown_field<'s>(name: &str, here: Option<&'s Value>) -> (String, Option<&'s str>) {
    let known: Vec<&str> = here
        .and_then(|schema| schema.get("properties")?.as_object())
        .into_iter()
        .flat_map(|properties| properties.keys().map(String::as_str))
        .collect();
    if name == "namespace" && known.contains(&"account") {
        return (
            "EPIC's objects live in an account: write `account`".to_owned(),
            None,
        );
    }
    match nearest(name, known.iter().copied()) {
        Some(meant) => (format!("did you mean `{meant}`?"), Some(meant)),
        None if known.is_empty() => ("it has no fields; remove it".to_owned(), None),
        None => (format!("the fields are {}", known.join(", ")), None),
    }
}

fn required_hint(kind: Kind, name: &str, steps: &[String], here: Option<&Value>) -> String {
    match name {
        "apiVersion" if steps.is_empty() => format!("write `apiVersion: {API_VERSION}`"),
        "kind" if steps.is_empty() => format!("write `kind: {kind}`"),
        "metadata" if steps.is_empty() => "write `metadata:` with a `name:`".to_owned(),
        _ => here
            .and_then(|schema| description(schema.get("properties")?.get(name)))
            .map_or_else(|| format!("give `{name}`"), str::to_owned),
    }
}

fn expected(kind: &TypeKind) -> String {
    let name = |kind: &jsonschema::JsonType| match kind.to_string().as_str() {
        "array" => "a list".to_owned(),
        "object" => "an object".to_owned(),
        "integer" => "a whole number".to_owned(),
        "boolean" => "true or false".to_owned(),
        other => format!("a {other}"),
    };
    match kind {
        TypeKind::Single(kind) => name(kind),
        TypeKind::Multiple(kinds) => kinds
            .iter()
            .map(|kind| name(&kind))
            .collect::<Vec<_>>()
            .join(" or "),
    }
}

fn found(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => format!("`{value}`"),
        Value::Number(value) => quote(&value.to_string()),
        Value::String(value) => format!("the text {}", quote(value)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

fn type_hint(here: Option<&Value>, found: &Value) -> String {
    let wanted = here.and_then(|schema| schema.get("type")?.as_str());
    match (wanted, found) {
        (Some("integer"), Value::String(text)) if text.parse::<u64>().is_ok() => {
            format!("write it without quotes: {text}")
        }
        (Some("boolean"), Value::String(text)) if text == "true" || text == "false" => {
            format!("write it without quotes: {text}")
        }
        (Some("string"), Value::Number(_) | Value::Bool(_)) => {
            format!("write it in quotes: \"{found}\"")
        }
        (Some("array"), _) => "write it as a list: `- …` in YAML, `[…]` in JSON".to_owned(),
        _ => description(here)
            .unwrap_or("see the OpenAPI document")
            .to_owned(),
    }
}

fn range_hint(here: Option<&Value>) -> String {
    let bound = |keyword| here.and_then(|schema| schema.get(keyword));
    match (bound("minimum"), bound("maximum")) {
        (Some(least), Some(most)) => format!("write a number from {least} to {most}"),
        (Some(least), None) => format!("write at least {least}"),
        (None, Some(most)) => format!("write at most {most}"),
        (None, None) => "write a smaller number".to_owned(),
    }
}

fn format_fault(format: &str, found: &Value) -> (String, &'static str) {
    let text = found.as_str().unwrap_or_default();
    let (what, hint) = match format {
        "ip" => (
            "an IP address",
            "write an IPv4 address like `192.0.2.1` or an IPv6 address like `2001:db8::1`",
        ),
        "gep-2257-duration" => (
            "a duration",
            "write whole numbers with h, m, s or ms, like `500ms` or `1m30s`, at most 99999h \
             (GEP-2257)",
        ),
        "port-range" => (
            "a port or a range of ports",
            "write `80` or `8000-8999`, from 1 to 65535",
        ),
        "cidr" => (
            "a network",
            "write a CIDR like `10.0.0.0/8` or `2001:db8::/32`",
        ),
        "date-time" => (
            "a time",
            "write it as RFC 3339 says: `2026-01-31T12:00:00Z`",
        ),
        _ => ("of the right form", "see the OpenAPI document"),
    };
    (format!("{} is not {what}", quote(text)), hint)
}

fn one_of(options: &[&str]) -> String {
    format!("write one of {}", options.join(", "))
}

/// The first sentence of a field's description says what to write.
fn description(schema: Option<&Value>) -> Option<&str> {
    let text = schema?.get("description")?.as_str()?;
    let paragraph = text.split("\n\n").next().unwrap_or(text);
    Some(paragraph.trim_end_matches('.'))
}

fn steps(error: &ValidationError<'_>) -> Vec<String> {
    error
        .instance_path()
        .as_str()
        .split('/')
        .skip(1)
        .map(|step| step.replace("~1", "/").replace("~0", "~"))
        .collect()
}

/// The path as people write it. Which steps are positions in a list, the object itself tells.
fn path(object: &Value, steps: &[String], last: Option<&str>) -> String {
    let mut text = String::new();
    let mut here = Some(object);
    for step in steps {
        if here.is_some_and(Value::is_array) {
            text.push_str(&format!("[{step}]"));
            here = step
                .parse::<usize>()
                .ok()
                .and_then(|index| here?.get(index));
        } else {
            push_field(&mut text, step);
            here = here.and_then(|value| value.get(step));
        }
    }
    if let Some(last) = last {
        push_field(&mut text, last);
    }
    if text.is_empty() {
        text.push('.');
    }
    text
}

fn push_field(text: &mut String, name: &str) {
    let simple = name.len() <= 64 && name.chars().all(|c| c.is_ascii_alphanumeric());
    if !simple {
        text.push_str(&format!("[{}]", quote(name).trim_matches('`')));
    } else if text.is_empty() {
        text.push_str(name);
    } else {
        text.push_str(&format!(".{name}"));
    }
}

/// The schema of the value at a path.
fn schema_at<'s>(root: &'s Value, steps: &[String]) -> Option<&'s Value> {
    let mut here = root;
    for step in steps {
        here = here
            .get("properties")
            .and_then(|properties| properties.get(step))
            .or_else(|| here.get("items"))
            .or_else(|| here.get("additionalProperties"))?;
        here = follow(root, here)?;
    }
    Some(here)
}

fn follow<'s>(root: &'s Value, schema: &'s Value) -> Option<&'s Value> {
    match schema.get("$ref").and_then(Value::as_str) {
        Some(reference) => root.pointer(reference.strip_prefix('#')?),
        None => Some(schema),
    }
}
