//! Manifests: the YAML or JSON files people hand to epicctl.

use serde_json::Value;
use serde_saphyr::options::DuplicateKeyPolicy;

/// The most bytes of a manifest.
pub const MAX_MANIFEST_BYTES: usize = 4 * 1024 * 1024;
const MAX_DOCUMENTS: usize = 10_000;
const MAX_NODES: usize = 500_000;
/// Anchors are for a few repeated lines; more than that is a bomb.
const MAX_REPLAYED: usize = 100_000;

/// Why a manifest can't be read.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DocumentError {
    /// Over [`MAX_MANIFEST_BYTES`].
    #[error(
        "the manifest is larger than {} MiB; split it into several files", MAX_MANIFEST_BYTES >> 20
    )]
    TooLarge,
    /// Neither YAML nor JSON.
    #[error("line {line}, column {column}: {message}{help}")]
    Syntax {
        /// From 1.
        line: u64,
        /// From 1.
        column: u64,
        /// What is wrong.
        message: String,
        /// What to do, with its punctuation; may be empty.
        help: &'static str,
    },
    /// Too much of something; a bomb, or a file that should be several.
    #[error("the manifest can't be read: {0}")]
    Limit(String),
    /// A document is no object.
    #[error("document {0} is not an object; each document has apiVersion, kind, metadata and spec")]
    NotAnObject(usize),
}

/// The objects of a manifest, in its order: YAML documents between `---` lines, or JSON. Empty
/// documents are left out, and a `List` counts as its items. Keys may not repeat.
///
/// # Errors
/// The text is too large, not YAML or JSON, or holds something else than objects.
pub fn parse_documents(text: &str) -> Result<Vec<Value>, DocumentError> {
    if text.len() > MAX_MANIFEST_BYTES {
        return Err(DocumentError::TooLarge);
    }
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_documents: MAX_DOCUMENTS,
            max_nodes: MAX_NODES,
            max_recorded_anchor_events: MAX_REPLAYED,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: MAX_REPLAYED,
        },
        duplicate_keys: DuplicateKeyPolicy::Error,
        with_snippet: false,
        // `yes` and `on` are texts to YAML 1.2, and to whoever names something so.
        strict_booleans: true,
    };
    let documents: Vec<Value> =
        serde_saphyr::from_multiple_with_options(text, options).map_err(|error| refusal(&error))?;
    let mut objects = Vec::new();
    for (index, document) in documents.into_iter().enumerate() {
        match document {
            Value::Object(mut fields) => match fields.remove("items") {
                Some(Value::Array(items)) if is_list(&fields) => objects.extend(items),
                items => {
                    if let Some(items) = items {
                        fields.insert("items".to_owned(), items);
                    }
                    objects.push(Value::Object(fields));
                }
            },
            _ => return Err(DocumentError::NotAnObject(index + 1)),
        }
    }
    match objects.iter().position(|object| !object.is_object()) {
        Some(index) => Err(DocumentError::NotAnObject(index + 1)),
        None => Ok(objects),
    }
}

/// `epicctl get -o json` and `kubectl get -o yaml` write lists.
fn is_list(fields: &serde_json::Map<String, Value>) -> bool {
    fields
        .get("kind")
        .is_none_or(|kind| kind.as_str().is_some_and(|kind| kind.ends_with("List")))
}

fn refusal(error: &serde_saphyr::Error) -> DocumentError {
    let message = error.without_snippet().to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    let message: String = message
        .chars()
        .filter(|c| !c.is_control())
        .take(300)
        .collect();
    let help = if message.contains("alias") || message.contains("anchor") {
        "; a wildcard hostname needs quotes: \"*.example.com\""
    } else if message.to_lowercase().contains("tab") {
        "; YAML is indented with spaces"
    } else {
        ""
    };
    match error.location() {
        Some(place) => DocumentError::Syntax {
            line: place.line(),
            column: place.column(),
            message,
            help,
        },
        None => DocumentError::Limit(message),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn yaml_documents_json_and_lists_become_objects_in_order() {
        for (text, objects) in [
            ("", json!([])),
            ("---\n# nothing\n---\n", json!([])),
            ("a: 1\n---\na: 2\n", json!([{ "a": 1 }, { "a": 2 }])),
            (
                "{\n\t\"a\": 1,\n\t\"b\": [\"x\"]\n}\n",
                json!([{ "a": 1, "b": ["x"] }]),
            ),
            (
                "kind: List\nitems: [{ a: 1 }, { a: 2 }]\n",
                json!([{ "a": 1 }, { "a": 2 }]),
            ),
            (
                r#"{"resourceVersion":"7","items":[{"a":1}]}"#,
                json!([{ "a": 1 }]),
            ),
            (
                "a: yes\nb: \"80\"\nc: 1e3\n",
                json!([{ "a": "yes", "b": "80", "c": 1000.0 }]),
            ),
            (
                "x: &x { a: 1 }\ny: *x\n",
                json!([{ "x": { "a": 1 }, "y": { "a": 1 } }]),
            ),
        ] {
            assert_eq!(
                parse_documents(text).map(Value::Array),
                Ok(objects),
                "{text}"
            );
        }
    }

    #[test]
    fn what_can_not_be_read_is_refused_with_its_line_and_help() {
        for (text, words) in [
            ("a: 1\nb: [\n", "line "),
            ("a: 1\nb: 2\na: 3\n", "line 3"),
            (r#"{"a": 1, "a": 2}"#, "line 1, column"),
            (
                "hostnames:\n- *.example.com\n",
                "needs quotes: \"*.example.com\"",
            ),
            ("a:\n\tb: 1\n", "line 2"),
            ("- a\n- b\n", "document 1 is not an object"),
            ("a: 1\n---\nfoo\n", "document 2 is not an object"),
            ("kind: List\nitems: [1]\n", "is not an object"),
        ] {
            let error = parse_documents(text).unwrap_err().to_string();
            assert!(error.contains(words), "{text}: {error}");
        }
    }

    #[test]
    fn a_manifest_of_ten_megabytes_is_refused_with_the_limit() {
        let text = "# comment\n".repeat(1024 * 1024);
        let error = parse_documents(&text).unwrap_err().to_string();
        assert!(error.contains("larger than 4 MiB"), "{error}");
        assert!(error.contains("split it"), "{error}");
    }

    #[test]
    fn a_bomb_of_aliases_or_nesting_goes_off_without_harm() {
        let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..12 {
            let last = format!("*a{}, ", level - 1).repeat(10);
            bomb.push_str(&format!("a{level}: &a{level} [{last}]\n"));
        }
        assert!(parse_documents(&bomb).is_err());
        assert!(parse_documents(&"[".repeat(100_000)).is_err());
        assert!(parse_documents(&"a:\n ".repeat(10_000)).is_err());
    }
}
