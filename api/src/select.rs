//! Selectors: which objects a list or watch is about, by labels and by fields. Pure.
//!
//! Labels as in Kubernetes: `app=web,tier!=db,env in (a,b),env notin (c),team,!legacy`. Fields by
//! their path: `metadata.name=web`, `spec.template!=public`; a list fits if one of its items does.

use serde_json::Value;

use crate::error::{ApiError, Reason};
use crate::object::RawObject;

/// The longest selector, in bytes.
const LONGEST: usize = 4096;
/// The most terms of a selector.
const TERMS: usize = 32;

/// Which objects are meant. The default means all.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Selection {
    labels: Vec<(String, Test)>,
    fields: Vec<(Vec<String>, Test)>,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Test {
    Exists,
    Absent,
    In(Vec<String>),
    NotIn(Vec<String>),
}

impl Selection {
    /// Reads both selectors, as they are in a query.
    ///
    /// # Errors
    /// 400 with the term that can't be read.
    pub fn parse(labels: Option<&str>, fields: Option<&str>) -> Result<Selection, ApiError> {
        let labels = terms("labelSelector", labels.unwrap_or_default())?;
        let fields = terms("fieldSelector", fields.unwrap_or_default())?
            .into_iter()
            .map(|(path, test)| match test {
                Test::Exists | Test::Absent => Err(refuse(
                    "fieldSelector",
                    &path,
                    "is not `path=value` or `path!=value`",
                )),
                test => Ok((field_path(&path)?, test)),
            })
            .collect::<Result<_, _>>()?;
        Ok(Selection { labels, fields })
    }

    /// Whether every object is meant.
    pub fn is_everything(&self) -> bool {
        self.labels.is_empty() && self.fields.is_empty()
    }

    /// Whether the object is meant. What is not to be seen must not be in it.
    pub fn takes(&self, object: &RawObject) -> bool {
        let labels = &object.metadata.labels;
        self.labels
            .iter()
            .all(|(name, test)| test.holds(labels.get(name).map(String::as_str)))
            && self
                .fields
                .iter()
                .all(|(path, test)| field_fits(object, path, test))
    }
}

impl Test {
    fn holds(&self, found: Option<&str>) -> bool {
        match self {
            Test::Exists => found.is_some(),
            Test::Absent => found.is_none(),
            Test::In(values) => found.is_some_and(|found| values.iter().any(|v| v == found)),
            Test::NotIn(values) => !found.is_some_and(|found| values.iter().any(|v| v == found)),
        }
    }
}

fn field_fits(object: &RawObject, path: &[String], test: &Test) -> bool {
    let mut found = Vec::new();
    match path {
        [root, name] if root == "metadata" => {
            let metadata = &object.metadata;
            let value = match name.as_str() {
                "name" => Some(metadata.name.clone()),
                "account" => metadata.account.clone(),
                _ => metadata.uid.clone(),
            };
            found.extend(value);
        }
        [root, rest @ ..] => {
            let root = if root == "spec" {
                Some(&object.spec)
            } else {
                object.status.as_ref()
            };
            if let Some(value) = root {
                collect(value, rest, &mut found);
            }
        }
        [] => {}
    }
    match test {
        Test::NotIn(values) => !found.iter().any(|found| values.contains(found)),
        Test::In(values) => found.iter().any(|found| values.contains(found)),
        Test::Exists => !found.is_empty(),
        Test::Absent => found.is_empty(),
    }
}

fn collect(value: &Value, path: &[String], found: &mut Vec<String>) {
    match (value, path) {
        (Value::Array(items), _) => {
            for item in items {
                collect(item, path, found);
            }
        }
        (Value::Object(fields), [name, rest @ ..]) => {
            if let Some(field) = fields.get(name) {
                collect(field, rest, found);
            }
        }
        (Value::String(text), []) => found.push(text.clone()),
        (Value::Number(_) | Value::Bool(_), []) => found.push(value.to_string()),
        _ => {}
    }
}

/// `metadata.name`, or anything under `spec` and `status`.
fn field_path(path: &str) -> Result<Vec<String>, ApiError> {
    let steps: Vec<String> = path.split('.').map(str::to_owned).collect();
    let known = match steps.as_slice() {
        [root, name] if root == "metadata" => ["name", "account", "uid"].contains(&name.as_str()),
        [root, rest @ ..] => {
            ["spec", "status"].contains(&root.as_str())
                && !rest.is_empty()
                && rest.iter().all(|step| !step.is_empty())
        }
        [] => false,
    };
    if known {
        return Ok(steps);
    }
    Err(refuse("fieldSelector", path, "is no field that can be selected by").with_hint(
        "metadata.name, metadata.account, metadata.uid, and what is under spec and status, as in spec.template=public",
    ))
}

fn terms(what: &str, text: &str) -> Result<Vec<(String, Test)>, ApiError> {
    if text.len() > LONGEST {
        let long = format!("{what} is longer than {LONGEST} bytes");
        return Err(ApiError::new(Reason::BadRequest, long));
    }
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0u32, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    if parts.len() > TERMS {
        let many = format!(
            "{what} has {} terms; at most {TERMS} are taken",
            parts.len()
        );
        return Err(ApiError::new(Reason::BadRequest, many));
    }
    parts.into_iter().map(|part| term(what, part)).collect()
}

fn term(what: &str, text: &str) -> Result<(String, Test), ApiError> {
    let text = text.trim();
    let one = |value: &str| vec![value.trim().to_owned()];
    let (name, test) = if let Some((name, value)) = text.split_once("!=") {
        (name, Test::NotIn(one(value)))
    } else if let Some((name, value)) = text.split_once('=') {
        (
            name,
            Test::In(one(value.strip_prefix('=').unwrap_or(value))),
        )
    } else if let Some((name, list)) = text.split_once(" notin ") {
        (name, Test::NotIn(listed(what, text, list)?))
    } else if let Some((name, list)) = text.split_once(" in ") {
        (name, Test::In(listed(what, text, list)?))
    } else if let Some(name) = text.strip_prefix('!') {
        (name, Test::Absent)
    } else {
        (text, Test::Exists)
    };
    let name = name.trim();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    if name.is_empty() || !name.chars().all(plain) {
        return Err(refuse(what, text, "can't be read").with_hint(
            "terms are name=value, name!=value, name in (a,b), name notin (a,b), name, !name",
        ));
    }
    Ok((name.to_owned(), test))
}

fn listed(what: &str, term: &str, list: &str) -> Result<Vec<String>, ApiError> {
    let inner = list
        .trim()
        .strip_prefix('(')
        .and_then(|list| list.strip_suffix(')'))
        .ok_or_else(|| refuse(what, term, "needs its values in brackets: (a,b)"))?;
    Ok(inner
        .split(',')
        .map(|value| value.trim().to_owned())
        .collect())
}

fn refuse(what: &str, term: &str, why: &str) -> ApiError {
    let shown: String = term.chars().filter(|c| !c.is_control()).take(80).collect();
    ApiError::new(Reason::BadRequest, format!("{what} `{shown}` {why}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::kind::Kind;
    use crate::meta::ObjectMeta;

    fn object() -> RawObject {
        let labels = [("app", "web"), ("tier", "front")];
        RawObject {
            kind: Kind::Gateway,
            metadata: ObjectMeta {
                name: "web".to_owned(),
                account: Some("acme".to_owned()),
                labels: labels.map(|(k, v)| (k.to_owned(), v.to_owned())).into(),
                ..ObjectMeta::default()
            },
            spec: json!({ "template": "public", "listeners": [{ "port": 80 }, { "port": 443 }] }),
            status: None,
        }
    }

    #[test]
    fn label_terms_are_those_of_kubernetes() {
        for (selector, taken) in [
            ("", true),
            ("app=web", true),
            ("app==web,tier=front", true),
            ("app=web,tier=back", false),
            ("app!=db", true),
            ("none!=x", true),
            ("app in (db, web)", true),
            ("app notin (db,web)", false),
            ("app", true),
            ("!app", false),
            ("!none", true),
        ] {
            let selection = Selection::parse(Some(selector), None).unwrap();
            assert_eq!(selection.takes(&object()), taken, "{selector}");
        }
    }

    #[test]
    fn fields_are_found_by_path_also_in_lists() {
        for (selector, taken) in [
            ("metadata.name=web", true),
            ("metadata.name!=web", false),
            ("metadata.account=acme,spec.template=public", true),
            ("spec.listeners.port=443", true),
            ("spec.listeners.port!=443", false),
            ("spec.none=1", false),
            ("spec.none!=1", true),
            ("status.revision=1", false),
        ] {
            let selection = Selection::parse(None, Some(selector)).unwrap();
            assert_eq!(selection.takes(&object()), taken, "{selector}");
        }
    }

    #[test]
    fn absurd_selectors_are_refused_with_the_term() {
        let long = "a=b,".repeat(2_000);
        let many = vec!["a=b"; 33].join(",");
        for text in [
            "=x",
            "a b",
            ",",
            "a in b",
            "\u{7}=x",
            long.as_str(),
            many.as_str(),
        ] {
            assert_eq!(
                Selection::parse(Some(text), None).unwrap_err().code,
                400,
                "{text}"
            );
        }
        for text in [
            "name=x",
            "metadata.labels=x",
            "spec=x",
            "spec..a=x",
            "metadata.name",
        ] {
            assert_eq!(
                Selection::parse(None, Some(text)).unwrap_err().code,
                400,
                "{text}"
            );
        }
    }
}
