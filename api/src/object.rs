//! The envelope around every kind's fields, typed and untyped.

use std::fmt::Debug;

use schemars::JsonSchema;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::kind::{API_VERSION, Kind};
use crate::meta::{ObjectKey, ObjectMeta};

/// The fields of one kind: what a user asks for, and the type of what EPIC answers.
pub trait Spec:
    Clone + Debug + DeserializeOwned + JsonSchema + PartialEq + Serialize + Send + Sync + 'static
{
    /// The kind these fields are of.
    const KIND: Kind;
    /// What EPIC reports back.
    type Status: Clone
        + Debug
        + Default
        + DeserializeOwned
        + JsonSchema
        + PartialEq
        + Serialize
        + Send
        + Sync
        + 'static;
}

/// An object of a known kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Object<S: Spec> {
    /// Name, account, versions.
    pub metadata: ObjectMeta,
    /// What is asked for.
    pub spec: S,
    /// What is. `None` until EPIC has looked at the object.
    pub status: Option<S::Status>,
}

impl<S: Spec> Object<S> {
    /// A new object, as a client would send it.
    pub fn new(account: Option<&str>, name: &str, spec: S) -> Self {
        let metadata = ObjectMeta {
            name: name.to_owned(),
            account: account.map(str::to_owned),
            ..ObjectMeta::default()
        };
        Object {
            metadata,
            spec,
            status: None,
        }
    }

    /// What identifies the object.
    pub fn key(&self) -> ObjectKey {
        ObjectKey {
            kind: S::KIND,
            account: self.metadata.account.clone(),
            name: self.metadata.name.clone(),
        }
    }

    /// The object without its type.
    ///
    /// # Panics
    /// Never: the fields of every kind are plain data, which JSON can hold.
    pub fn to_raw(&self) -> RawObject {
        let value = |result: serde_json::Result<Value>| result.expect("plain data becomes JSON");
        RawObject {
            kind: S::KIND,
            metadata: self.metadata.clone(),
            spec: value(serde_json::to_value(&self.spec)),
            status: self
                .status
                .as_ref()
                .map(|status| value(serde_json::to_value(status))),
        }
    }

    /// The typed form of an untyped object.
    ///
    /// # Errors
    /// The object is of another kind, or a field is unknown or of the wrong type.
    pub fn from_raw(raw: &RawObject) -> Result<Self, serde_json::Error> {
        if raw.kind != S::KIND {
            return Err(serde_json::Error::custom(format!(
                "expected kind {}, found {}",
                S::KIND,
                raw.kind
            )));
        }
        Ok(Object {
            metadata: raw.metadata.clone(),
            spec: S::deserialize(&raw.spec)?,
            status: raw
                .status
                .as_ref()
                .map(S::Status::deserialize)
                .transpose()?,
        })
    }
}

impl<S: Spec> Serialize for Object<S> {
    fn serialize<Out: Serializer>(&self, serializer: Out) -> Result<Out::Ok, Out::Error> {
        self.to_raw().serialize(serializer)
    }
}

impl<'de, S: Spec> Deserialize<'de> for Object<S> {
    fn deserialize<In: Deserializer<'de>>(deserializer: In) -> Result<Self, In::Error> {
        let raw = RawObject::deserialize(deserializer)?;
        Object::from_raw(&raw).map_err(In::Error::custom)
    }
}

/// An object whose fields have not been looked into.
#[derive(Clone, Debug, PartialEq)]
pub struct RawObject {
    /// The kind.
    pub kind: Kind,
    /// Name, account, versions.
    pub metadata: ObjectMeta,
    /// The kind's fields.
    pub spec: Value,
    /// What EPIC reports.
    pub status: Option<Value>,
}

impl RawObject {
    /// What identifies the object.
    pub fn key(&self) -> ObjectKey {
        ObjectKey {
            kind: self.kind,
            account: self.metadata.account.clone(),
            name: self.metadata.name.clone(),
        }
    }
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Wire<Meta, Fields> {
    api_version: String,
    kind: Kind,
    metadata: Meta,
    spec: Fields,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    status: Option<Fields>,
}

fn none<T>() -> Option<T> {
    None
}

impl Serialize for RawObject {
    fn serialize<Out: Serializer>(&self, serializer: Out) -> Result<Out::Ok, Out::Error> {
        Wire {
            api_version: API_VERSION.to_owned(),
            kind: self.kind,
            metadata: &self.metadata,
            spec: &self.spec,
            status: self.status.as_ref(),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RawObject {
    fn deserialize<In: Deserializer<'de>>(deserializer: In) -> Result<Self, In::Error> {
        let wire = Wire::<ObjectMeta, Value>::deserialize(deserializer)?;
        if wire.api_version != API_VERSION {
            return Err(In::Error::custom(format!(
                "apiVersion is `{}`; this version of EPIC knows `{API_VERSION}`",
                wire.api_version
            )));
        }
        Ok(RawObject {
            kind: wire.kind,
            metadata: wire.metadata,
            spec: wire.spec,
            status: wire.status,
        })
    }
}
