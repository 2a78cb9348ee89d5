//! Header modifiers in Envoy's words.

use envoy_types::pb::envoy::config::core::v3 as core;
use epic_api::route::{Header, HeaderModifier};

use core::header_value_option::HeaderAppendAction;

/// What several modifiers do, one after the other.
#[derive(Debug, Default)]
pub(super) struct HeaderChanges {
    /// In Envoy, done last.
    pub(super) add: Vec<core::HeaderValueOption>,
    /// In Envoy, done first.
    pub(super) remove: Vec<String>,
    /// The value of the Host header, which Envoy refuses to change as a header.
    pub(super) host: Option<String>,
}

impl HeaderChanges {
    /// The modifiers in the order they are done in.
    pub(super) fn of<'a>(modifiers: impl IntoIterator<Item = &'a HeaderModifier>) -> Self {
        let mut all = HeaderChanges::default();
        for modifier in modifiers {
            all.then(modifier);
        }
        all
    }

    fn then(&mut self, modifier: &HeaderModifier) {
        for name in modifier.remove.iter().filter(|name| !is_host(name)) {
            // Envoy removes before it adds.
            self.add.retain(|option| {
                let added = option.header.as_ref().map(|header| &header.key);
                !added.is_some_and(|added| added.eq_ignore_ascii_case(name))
            });
            self.remove.push(name.clone());
        }
        let set = modifier.set.iter();
        let set = set.map(|header| (header, HeaderAppendAction::OverwriteIfExistsOrAdd));
        let add = modifier.add.iter();
        let add = add.map(|header| (header, HeaderAppendAction::AppendIfExistsOrAdd));
        for (header, action) in set.chain(add) {
            if !is_host(&header.name) {
                self.add.push(option(header, action));
            } else if action == HeaderAppendAction::OverwriteIfExistsOrAdd {
                self.host = Some(header.value.clone());
            }
        }
    }
}

fn is_host(name: &str) -> bool {
    name.eq_ignore_ascii_case("host") || name.starts_with(':')
}

fn option(header: &Header, action: HeaderAppendAction) -> core::HeaderValueOption {
    // Envoy would read %…% as a command.
    written(&header.name, header.value.replace('%', "%%"), action)
}

/// A header of EPIC's own making; commands of Envoy in its value are carried out.
pub(super) fn written(
    name: &str,
    value: String,
    action: HeaderAppendAction,
) -> core::HeaderValueOption {
    core::HeaderValueOption {
        header: Some(core::HeaderValue {
            key: name.to_owned(),
            value,
            ..Default::default()
        }),
        append_action: action as i32,
        keep_empty_value: true,
        ..Default::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn modifier(set: &[(&str, &str)], add: &[(&str, &str)], remove: &[&str]) -> HeaderModifier {
        let headers = |pairs: &[(&str, &str)]| {
            let each = pairs.iter().map(|(name, value)| Header {
                name: (*name).to_owned(),
                value: (*value).to_owned(),
            });
            each.collect()
        };
        HeaderModifier {
            set: headers(set),
            add: headers(add),
            remove: remove.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn what_a_later_modifier_removes_an_earlier_one_does_not_bring_back() {
        let first = modifier(&[("X-A", "1"), ("X-B", "1")], &[("x-a", "2")], &[]);
        let second = modifier(&[], &[("X-C", "1")], &["x-A"]);
        let changes = HeaderChanges::of([&first, &second]);
        let added: Vec<&str> = changes
            .add
            .iter()
            .flat_map(|option| option.header.as_ref())
            .map(|header| header.key.as_str())
            .collect();
        assert_eq!(added, ["X-B", "X-C"]);
        assert_eq!(changes.remove, ["x-A"]);
    }

    #[test]
    fn what_an_earlier_modifier_removes_a_later_one_may_add() {
        let first = modifier(&[], &[], &["X-A"]);
        let second = modifier(&[], &[("X-A", "100%")], &[]);
        let changes = HeaderChanges::of([&first, &second]);
        assert_eq!(changes.remove, ["X-A"]);
        let value = changes.add[0].header.as_ref().map(|header| &*header.value);
        assert_eq!(value, Some("100%%"));
    }

    #[test]
    fn the_host_is_set_apart() {
        let changes = HeaderChanges::of([&modifier(&[("Host", "inner.example")], &[], &["host"])]);
        assert!(changes.add.is_empty() && changes.remove.is_empty());
        assert_eq!(changes.host.as_deref(), Some("inner.example"));
    }
}
