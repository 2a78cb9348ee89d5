//! Where a fault is and how faults are collected.

use std::fmt;

use crate::error::FieldError;

/// The most faults an answer names: a machine that sends garbage does not get more back.
const MAX_FAULTS: usize = 100;
/// The most characters of what was sent that a message repeats.
const MAX_QUOTED: usize = 80;

/// The faults found so far.
#[derive(Default)]
pub(super) struct Faults {
    list: Vec<FieldError>,
    more: usize,
}

impl Faults {
    /// A fault and what would be right.
    pub(super) fn add(
        &mut self,
        place: impl fmt::Display,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        if self.list.len() < MAX_FAULTS {
            self.list
                .push(FieldError::new(place.to_string(), message).with_hint(hint));
        } else {
            self.more += 1;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The faults in the order they were found.
    pub(super) fn into_list(mut self) -> Vec<FieldError> {
        if self.more > 0 {
            self.list.push(FieldError::new(
                ".",
                format!("{} more faults; correct these first", self.more),
            ));
        }
        self.list
    }
}

/// A field of the object being looked at. Costs nothing until it is printed.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Field(&'a str),
    Index(usize),
    Key(&'a str),
}

impl<'a> Place<'a> {
    /// A top-level field: `spec`.
    pub(super) const fn root(name: &'a str) -> Self {
        Place {
            parent: None,
            step: Step::Field(name),
        }
    }

    /// A field of this one: `.name`.
    pub(super) const fn field(&'a self, name: &'a str) -> Place<'a> {
        Place {
            parent: Some(self),
            step: Step::Field(name),
        }
    }

    /// An item of this list: `[3]`.
    pub(super) const fn item(&'a self, index: usize) -> Place<'a> {
        Place {
            parent: Some(self),
            step: Step::Index(index),
        }
    }

    /// A key of this map, whose keys are the user's own: `[key]`.
    pub(super) const fn key(&'a self, key: &'a str) -> Place<'a> {
        Place {
            parent: Some(self),
            step: Step::Key(key),
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match (self.parent, self.step) {
            (None, Step::Field(name)) => f.write_str(name),
            (Some(_), Step::Field(name)) => write!(f, ".{name}"),
            (_, Step::Index(index)) => write!(f, "[{index}]"),
            (_, Step::Key(key)) => write!(f, "[{}]", bounded(key)),
        }
    }
}

/// What was sent, between back quotes, bounded and without control characters: a message must not
/// be able to paint a terminal or fill a log.
pub(super) fn quote(text: &str) -> String {
    format!("`{}`", bounded(text))
}

fn bounded(text: &str) -> String {
    let mut quoted: String = text
        .chars()
        .take(MAX_QUOTED)
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect();
    if text.chars().nth(MAX_QUOTED).is_some() {
        quoted.push('…');
    }
    quoted
}
