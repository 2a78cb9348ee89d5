//! The fields of an object, each with a path: walked, merged, removed.
//!
//! A path reads `spec.listeners[name="http"].port` or `metadata.labels["example.org/tier"]`. Items of
//! some lists are told apart by keys; every other list is one value.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Bound;

use serde_json::{Map, Value};

/// A list whose items have names.
struct Keyed {
    list: &'static str,
    /// What tells items apart; absent ones do not count, but the first is needed.
    keys: &'static [&'static str],
    /// Whether an item is one value.
    whole: bool,
}

/// A list is keyed if each of its items has the first key and no two have the same keys; otherwise
/// it is one value.
const KEYED: [Keyed; 4] = [
    Keyed {
        list: "listeners",
        keys: &["name"],
        whole: false,
    },
    Keyed {
        list: "rules",
        keys: &["name"],
        whole: false,
    },
    Keyed {
        list: "parentRefs",
        keys: &["name", "sectionName", "port"],
        whole: true,
    },
    Keyed {
        list: "endpoints",
        keys: &["address", "port"],
        whole: true,
    },
];

/// What is at a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Node<'a> {
    /// Something with further nodes under it.
    Inner,
    /// A value.
    Leaf(&'a Value),
}

impl Node<'_> {
    pub(super) fn is_leaf(&self) -> bool {
        matches!(self, Node::Leaf(_))
    }
}

/// Everything in an object, by path.
pub(super) fn nodes(object: &Value) -> BTreeMap<String, Node<'_>> {
    let mut found = BTreeMap::new();
    for (name, part) in object.as_object().into_iter().flatten() {
        walk(part, name, name, &mut found);
    }
    found
}

/// The paths that somebody who sends this object has an opinion on.
pub(super) fn leaves(object: &Value) -> BTreeSet<String> {
    // An object's own parts are not anybody's: they are always there.
    nodes(object)
        .into_iter()
        .filter(|(path, node)| node.is_leaf() && !["metadata", "spec"].contains(&path.as_str()))
        .map(|(path, _)| path)
        .collect()
}

fn walk<'a>(value: &'a Value, name: &str, path: &str, found: &mut BTreeMap<String, Node<'a>>) {
    let node = match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (name, field) in fields {
                walk(field, name, &under(path, name), found);
            }
            Node::Inner
        }
        Value::Array(items) => match keyed(name, items) {
            Some((list, index)) => {
                for (key, at) in index {
                    let path = format!("{path}{key}");
                    walk_item(list, &items[at], &path, found);
                }
                Node::Inner
            }
            None => Node::Leaf(value),
        },
        _ => Node::Leaf(value),
    };
    found.insert(path.to_owned(), node);
}

fn walk_item<'a>(
    list: &Keyed,
    item: &'a Value,
    path: &str,
    found: &mut BTreeMap<String, Node<'a>>,
) {
    let mut node = Node::Leaf(item);
    if !list.whole {
        for (name, field) in item.as_object().into_iter().flatten() {
            if !list.keys.contains(&name.as_str()) {
                walk(field, name, &under(path, name), found);
                node = Node::Inner;
            }
        }
    }
    found.insert(path.to_owned(), node);
}

/// Where each item of a list is, by the text of its keys; `None` if the list is one value. Whoever
/// sends an empty list of named things has no opinion on any of them.
fn keyed(name: &str, items: &[Value]) -> Option<(&'static Keyed, BTreeMap<String, usize>)> {
    let list = KEYED.iter().find(|keyed| keyed.list == name)?;
    let mut index = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        if index.insert(key_of(list, item)?, at).is_some() {
            return None;
        }
    }
    Some((list, index))
}

/// `[address="10.0.0.1",port=80]`.
fn key_of(list: &Keyed, item: &Value) -> Option<String> {
    item.get(list.keys.first()?)?;
    let parts: Vec<String> = list
        .keys
        .iter()
        .filter_map(|key| Some(format!("{key}={}", item.get(key)?)))
        .collect();
    Some(format!("[{}]", parts.join(",")))
}

fn under(path: &str, name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let mut path = path.to_owned();
    let written = if !name.is_empty() && name.chars().all(plain) {
        write!(path, ".{name}")
    } else {
        write!(path, "[{}]", Value::from(name))
    };
    debug_assert!(written.is_ok(), "a String takes everything");
    path
}

/// Puts what is sent into what is there.
pub(super) fn merge(there: &mut Value, sent: &Value) {
    merge_field("", there, sent);
}

fn merge_field(name: &str, there: &mut Value, sent: &Value) {
    match (there, sent) {
        (Value::Object(there), Value::Object(sent)) => merge_fields(there, sent),
        (Value::Array(there), Value::Array(sent)) => merge_items(name, there, sent),
        (there, sent) => *there = sent.clone(),
    }
}

fn merge_fields(there: &mut Map<String, Value>, sent: &Map<String, Value>) {
    for (name, sent) in sent {
        match there.get_mut(name) {
            Some(there) => merge_field(name, there, sent),
            None => {
                there.insert(name.clone(), sent.clone());
            }
        }
    }
}

fn merge_items(name: &str, there: &mut Vec<Value>, sent: &[Value]) {
    let (Some((_, known)), Some((list, new))) = (keyed(name, there), keyed(name, sent)) else {
        sent.clone_into(there);
        return;
    };
    let mut ordered: Vec<(usize, String)> = new.into_iter().map(|(key, at)| (at, key)).collect();
    ordered.sort_unstable();
    for (at, key) in ordered {
        match known.get(&key) {
            Some(found) if list.whole => there[*found] = sent[at].clone(),
            Some(found) => merge_field("", &mut there[*found], &sent[at]),
            None => there.push(sent[at].clone()),
        }
    }
}

/// Removes the highest nodes in which something was dropped and nothing is kept. What was filled
/// in by default beside a dropped field goes along with it.
pub(super) fn prune(object: &mut Value, dropped: &BTreeSet<String>, kept: &BTreeSet<String>) {
    if dropped.is_empty() {
        return;
    }
    for (name, part) in object.as_object_mut().into_iter().flatten() {
        prune_under(part, name, name, dropped, kept);
    }
}

fn prune_under(
    value: &mut Value,
    name: &str,
    path: &str,
    dropped: &BTreeSet<String>,
    kept: &BTreeSet<String>,
) {
    // Whether the node stays; what is under it is looked at on the way.
    let stays = |name: &str, path: &str, value: &mut Value| {
        if !any_at_or_under(dropped, path) {
            return true;
        }
        if !any_at_or_under(kept, path) {
            return false;
        }
        prune_under(value, name, path, dropped, kept);
        true
    };
    match value {
        Value::Object(fields) => {
            fields.retain(|name, field| stays(name, &under(path, name), field));
        }
        Value::Array(items) => {
            let Some((_, index)) = keyed(name, items) else {
                return;
            };
            let mut paths = vec![String::new(); items.len()];
            for (key, at) in index {
                paths[at] = format!("{path}{key}");
            }
            let mut paths = paths.into_iter();
            items.retain_mut(|item| {
                let path = paths.next().unwrap_or_default();
                stays("", &path, item)
            });
        }
        _ => {}
    }
}

/// Whether a path of the set is this one or under it.
pub(super) fn any_at_or_under(paths: &BTreeSet<String>, node: &str) -> bool {
    at_or_under(paths, node).next().is_some()
}

fn at_or_under<'a>(paths: &'a BTreeSet<String>, node: &'a str) -> impl Iterator<Item = &'a String> {
    paths
        .range::<str, _>((Bound::Included(node), Bound::Unbounded))
        .take_while(move |path| path.starts_with(node))
        .filter(move |path| matches!(path.as_bytes().get(node.len()), None | Some(b'.' | b'[')))
}

/// The paths of the set whose values a change at this path changes: itself, those under it, and
/// those over it that were one value. An empty object, or an item with nothing but its keys, only
/// says that it is there.
pub(super) fn overlapping(
    paths: &BTreeSet<String>,
    path: &str,
    before: &BTreeMap<String, Node<'_>>,
) -> Vec<String> {
    // A cut inside a quoted name is no path at all, so it is in no set.
    let over = path
        .match_indices(['.', '['])
        .filter_map(|(end, _)| paths.get(&path[..end]))
        .filter(|over| matches!(before.get(*over), Some(Node::Leaf(value)) if !value.is_object()));
    over.chain(at_or_under(paths, path)).cloned().collect()
}

/// A field that is `null` is as good as absent.
pub(super) fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), without_nulls(value)))
            .collect(),
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        _ => value.clone(),
    }
}
