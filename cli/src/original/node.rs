//! YAML as a tree that knows its lines.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;

use super::Refusal;

/// A value.
#[derive(Debug)]
pub(super) enum Node {
    Text(String),
    List(Vec<Field>),
    Map(Vec<Field>),
}

/// A value with its name, if it is in a map, and the line it is on.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) line: u64,
    node: Node,
}

/// The documents of a text; each is a map.
pub(super) fn parse(text: &str) -> Result<Vec<Field>, Refusal> {
    if text.len() > epic_api::validate::MAX_MANIFEST_BYTES {
        let message = "the file is larger than 4 MiB; split it".to_owned();
        return Err(Refusal {
            line: None,
            message,
        });
    }
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! { max_documents: 1_000, max_nodes: 200_000 },
        with_snippet: false,
    };
    let documents: Vec<Spanned<Node>> = serde_saphyr::from_multiple_with_options(text, options)
        .map_err(|error| {
            let words = error.without_snippet().to_string();
            let words = words.split(" at line ").next().unwrap_or_default();
            Refusal {
                line: error.location().map(|place| place.line()),
                message: words
                    .chars()
                    .filter(|c| !c.is_control())
                    .take(300)
                    .collect(),
            }
        })?;
    let mut fields = Vec::new();
    for document in documents {
        let field = Field {
            name: String::new(),
            line: document.referenced.line(),
            node: document.value,
        };
        if !field.node.is_map() {
            return Err(Refusal::at(field.line, "the document is not an object"));
        }
        field.check_unique()?;
        fields.push(field);
    }
    Ok(fields)
}

impl Field {
    /// The fields of a map; none of anything else.
    pub(super) fn fields(&self) -> &[Field] {
        match &self.node {
            Node::Map(fields) => fields,
            Node::Text(_) | Node::List(_) => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub(super) fn items(&self) -> &[Field] {
        match &self.node {
            Node::List(items) => items,
            Node::Text(_) | Node::Map(_) => &[],
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// The text of a scalar.
    pub(super) fn value(&self) -> Option<&str> {
        match &self.node {
            Node::Text(text) => Some(text),
            Node::List(_) | Node::Map(_) => None,
        }
    }

    /// The text of a field.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.value()
    }

    /// The lines of a text with their numbers in the file: those of a block scalar begin after its
    /// `|`.
    pub(super) fn lines_in<'a>(&'a self, file: &'a str) -> impl Iterator<Item = (u64, &'a str)> {
        let index = usize::try_from(self.line.saturating_sub(1)).unwrap_or(usize::MAX);
        let first = file.lines().nth(index).unwrap_or_default();
        let block = first
            .trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || "+-".contains(c))
            .ends_with(['|', '>']);
        let lines = self.value().unwrap_or_default().lines();
        lines.enumerate().map(move |(offset, content)| {
            let offset = u64::try_from(offset).unwrap_or_default();
            let line = if block {
                self.line + 1 + offset
            } else {
                self.line
            };
            (line, content)
        })
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("YAML")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Text(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Text(String::new()))
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Text(String::new()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element::<Spanned<Node>>()? {
            list.push(Field {
                name: String::new(),
                line: item.referenced.line(),
                node: item.value,
            });
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut map = Vec::new();
        while let Some((name, value)) = entries.next_entry::<Spanned<String>, Node>()? {
            map.push(Field {
                line: name.referenced.line(),
                name: name.value,
                node: value,
            });
        }
        Ok(Node::Map(map))
    }
}
