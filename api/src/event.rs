//! Event: something that happened.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kind::Kind;
use crate::meta::ObjectKey;
use crate::object::{Object, Spec};

/// Something that happened to an object. Written by EPIC only; repeats are counted, the oldest go.
/// Events about cluster-scoped objects are in the account `epic`.
pub type Event = Object<EventSpec>;

/// The account of events about cluster-scoped objects.
pub const SYSTEM_ACCOUNT: &str = "epic";

/// What happened.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EventSpec {
    /// To what.
    pub regarding: Regarding,
    /// How bad.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// One CamelCase word.
    pub reason: String,
    /// A sentence.
    pub message: String,
    /// Who says so: `epicd`, or a node's name.
    pub source: String,
    /// How often.
    pub count: u32,
    /// The first time.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub first_seen: Timestamp,
    /// The last time.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub last_seen: Timestamp,
}

/// The object an event is about.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Regarding {
    /// Its kind.
    pub kind: Kind,
    /// Its account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Its name.
    pub name: String,
}

impl From<ObjectKey> for Regarding {
    fn from(key: ObjectKey) -> Self {
        Regarding {
            kind: key.kind,
            account: key.account,
            name: key.name,
        }
    }
}

/// How bad an event is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum EventType {
    /// As it should be.
    Normal,
    /// Somebody should look.
    Warning,
}

/// Events have no status.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct EventStatus {}

impl Spec for EventSpec {
    const KIND: Kind = Kind::Event;
    type Status = EventStatus;
}
