//! Label selectors: `app=shop,tier!=test,team`.

use std::str::FromStr;

use epic_api::RawObject;

/// Conditions on labels that must all hold; the empty one fits everything.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Selector(Vec<Requirement>);

#[derive(Clone, Debug, Eq, PartialEq)]
enum Requirement {
    Is(String, String),
    IsNot(String, String),
    Has(String),
    HasNot(String),
}

impl Selector {
    /// Whether the object's labels fit.
    pub fn fits(&self, object: &RawObject) -> bool {
        let labels = &object.metadata.labels;
        self.0.iter().all(|requirement| match requirement {
            Requirement::Is(name, value) => labels.get(name) == Some(value),
            Requirement::IsNot(name, value) => labels.get(name) != Some(value),
            Requirement::Has(name) => labels.contains_key(name),
            Requirement::HasNot(name) => !labels.contains_key(name),
        })
    }
}

impl FromStr for Selector {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let requirement = |part: &str| {
            let part = part.trim();
            let parsed = if let Some((name, value)) = part.split_once("!=") {
                Requirement::IsNot(name.trim().into(), value.trim().into())
            } else if let Some((name, value)) = part.split_once('=') {
                let value = value.strip_prefix('=').unwrap_or(value);
                Requirement::Is(name.trim().into(), value.trim().into())
            } else if let Some(name) = part.strip_prefix('!') {
                Requirement::HasNot(name.trim().into())
            } else {
                Requirement::Has(part.into())
            };
            let (Requirement::Is(name, _)
            | Requirement::IsNot(name, _)
            | Requirement::Has(name)
            | Requirement::HasNot(name)) = &parsed;
            if name.is_empty() {
                Err(format!(
                    "`{text}` is not a selector; write `app=shop`, `app!=shop`, `app` or `!app`, joined by commas"
                ))
            } else {
                Ok(parsed)
            }
        };
        text.split(',')
            .map(requirement)
            .collect::<Result<_, _>>()
            .map(Selector)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use epic_api::{Account, AccountSpec};

    #[test]
    fn all_requirements_must_fit() {
        let mut account = Account::new(None, "a", AccountSpec::default());
        account.metadata.labels = [("app".to_owned(), "shop".to_owned())].into();
        let object = account.to_raw();
        for (selector, fits) in [
            ("app=shop", true),
            ("app==shop", true),
            ("app", true),
            ("!tier", true),
            ("app=shop,tier!=test", true),
            ("app!=shop", false),
            ("app,tier", false),
            ("!app", false),
        ] {
            assert_eq!(
                selector.parse::<Selector>().unwrap().fits(&object),
                fits,
                "{selector}"
            );
        }
        assert!(Selector::default().fits(&object));
    }

    #[test]
    fn a_selector_without_a_label_is_refused() {
        assert!("=x".parse::<Selector>().is_err());
        assert!("a,,b".parse::<Selector>().is_err());
    }
}
