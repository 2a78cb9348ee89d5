//! Writes with all their options: patches and server-side apply.

use http::Method;
use http::header::CONTENT_TYPE;
use serde_json::Value;

use super::{Client, ClientError, object_path, query};
use crate::meta::ObjectKey;
use crate::object::RawObject;
use crate::patch::PatchType;

/// How to write.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct WriteOptions {
    /// Check everything, store nothing.
    pub dry_run: bool,
    /// In whose name fields are owned.
    pub field_manager: Option<String>,
    /// Takes over fields of other managers; for server-side apply.
    pub force: bool,
}

impl WriteOptions {
    fn query(&self) -> String {
        let mut pairs = Vec::new();
        if self.dry_run {
            pairs.push(("dryRun", "true"));
        }
        if self.force {
            pairs.push(("force", "true"));
        }
        if let Some(manager) = &self.field_manager {
            pairs.push(("fieldManager", manager));
        }
        query(pairs)
    }
}

impl Client {
    /// Changes a part of an object.
    ///
    /// # Errors
    /// See [`ClientError`]; a `test` that fails and a stale resourceVersion are 409.
    pub async fn patch(
        &self,
        key: &ObjectKey,
        kind: PatchType,
        patch: &Value,
        options: &WriteOptions,
    ) -> Result<RawObject, ClientError> {
        let path = format!("{}{}", object_path(key, None), options.query());
        let request = self
            .timed(Method::PATCH, &path)
            .header(CONTENT_TYPE, kind.content_type())
            .json(patch);
        self.answer(request).await
    }

    /// Server-side apply: the fields that are sent become the manager's; see
    /// [`crate::ownership`].
    ///
    /// # Errors
    /// See [`ClientError`]; 409 names every field of another manager.
    pub async fn apply_fields(
        &self,
        key: &ObjectKey,
        fields: &Value,
        options: &WriteOptions,
    ) -> Result<RawObject, ClientError> {
        self.patch(key, PatchType::Apply, fields, options).await
    }
}
