//! Expressions over what a command answers: `-o jsonpath=…` and `-o template=…`.

use minijinja::{Environment, UndefinedBehavior};
use serde_json::Value;
use serde_json_path::JsonPath;

use crate::failure::{Code, Failure, Outcome};

/// The most steps a template may take; a loop over 100,000 objects is well below it.
const FUEL: u64 = 50_000_000;

/// What is taken out of an answer.
#[derive(Clone, Debug)]
pub enum Expression {
    /// RFC 9535; every match is a line.
    JsonPath(JsonPath),
    /// A minijinja template over the answer's fields.
    Template(String),
}

impl Expression {
    /// A JSONPath: RFC 9535's `$.spec.listeners[*].port`, or kubectl's `{.spec.listeners[*].port}`.
    ///
    /// # Errors
    /// It can't be parsed; the message points at the place.
    pub fn jsonpath(text: &str) -> Result<Expression, String> {
        path(text).map(Expression::JsonPath)
    }

    /// A template: `{{ metadata.name }}`, `{% for item in items %}…{% endfor %}`.
    ///
    /// # Errors
    /// It can't be parsed.
    pub fn template(text: &str) -> Result<Expression, String> {
        Environment::new()
            .template_from_str(text)
            .map_err(|error| error.to_string())?;
        Ok(Expression::Template(text.to_owned()))
    }

    /// What it makes of an answer.
    ///
    /// # Errors
    /// The template names a field that is not there.
    pub fn evaluate(&self, value: &Value) -> Outcome<String> {
        match self {
            Expression::JsonPath(path) => Ok(path
                .query(value)
                .into_iter()
                .map(|found| plain(found) + "\n")
                .collect()),
            Expression::Template(text) => {
                let mut environment = Environment::new();
                environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
                environment.set_fuel(Some(FUEL));
                environment
                    .render_str(text, minijinja::value::Serde(value))
                    .map_err(|error| {
                        Failure::new(Code::Usage, "the template does not fit the answer")
                            .cause(error)
                            .hint("`-o json` shows the fields there are")
                    })
            }
        }
    }
}

/// A JSONPath in either notation.
///
/// # Errors
/// It can't be parsed.
pub fn path(text: &str) -> Result<JsonPath, String> {
    let inner = text
        .trim()
        .strip_prefix('{')
        .and_then(|text| text.strip_suffix('}'))
        .unwrap_or(text)
        .trim();
    let rooted = match inner.chars().next() {
        Some('$') => inner.to_owned(),
        Some('.' | '[') => format!("${inner}"),
        Some(_) => format!("$.{inner}"),
        None => return Err("it is empty; write `$.metadata.name`".to_owned()),
    };
    JsonPath::parse(&rooted).map_err(|error| error.to_string())
}

/// A string as it is, anything else as JSON.
pub fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn gateway() -> Value {
        json!({ "metadata": { "name": "web" }, "spec": { "listeners": [
            { "name": "http", "port": 80 }, { "name": "https", "port": 443 },
        ]}})
    }

    #[test]
    fn a_jsonpath_may_be_written_as_in_the_rfc_or_as_for_kubectl() {
        for text in [
            "$.spec.listeners[*].port",
            "{.spec.listeners[*].port}",
            ".spec.listeners[*].port",
            "spec.listeners[*].port",
            "{ $.spec.listeners[?@.port > 1].port }",
        ] {
            let expression = Expression::jsonpath(text).unwrap();
            assert_eq!(
                expression.evaluate(&gateway()).unwrap(),
                "80\n443\n",
                "{text}"
            );
        }
    }

    #[test]
    fn strings_come_without_quotes_and_objects_as_json() {
        let name = Expression::jsonpath("{.metadata.name}").unwrap();
        assert_eq!(name.evaluate(&gateway()).unwrap(), "web\n");
        let first = Expression::jsonpath("{.spec.listeners[0]}").unwrap();
        assert_eq!(
            first.evaluate(&gateway()).unwrap(),
            "{\"name\":\"http\",\"port\":80}\n"
        );
    }

    #[test]
    fn a_template_sees_the_fields_and_names_the_one_that_is_not_there() {
        let text = "{{ metadata.name }}:{% for one in spec.listeners %} {{ one.port }}{% endfor %}";
        let ports = Expression::template(text).unwrap();
        assert_eq!(ports.evaluate(&gateway()).unwrap(), "web: 80 443");
        let wrong = Expression::template("{{ metadata.nam }}").unwrap();
        assert!(wrong.evaluate(&gateway()).is_err());
        assert!(Expression::template("{{ metadata.").is_err());
        assert!(Expression::jsonpath("{.metadata[}").is_err());
        assert!(Expression::jsonpath("").is_err());
    }

    #[test]
    fn a_template_that_never_ends_is_stopped() {
        let endless = "{% for a in range(10000) %}{% for b in range(10000) %}{% for c in range(10000) %}{% endfor %}{% endfor %}{% endfor %}";
        let expression = Expression::template(endless).unwrap();
        assert!(expression.evaluate(&gateway()).is_err());
    }
}
