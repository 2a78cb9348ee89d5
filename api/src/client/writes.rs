//! Writes with all their options: patches and server-side apply.

use std::time::Duration;

use http::Method;
use http::header::CONTENT_TYPE;
use serde_json::Value;

use super::{Client, ClientError, object_path, query};
use crate::batch::{BATCH_PATH, BatchAnswer, BatchRequest};
use crate::meta::ObjectKey;
use crate::object::RawObject;
use crate::patch::PatchType;
use crate::path::ApiPath;

/// For a whole batch.
const BATCH_TIME: Duration = Duration::from_secs(120);

/// How to write.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct WriteOptions {
    /// Check everything, store nothing.
    pub dry_run: bool,
    /// In whose name fields are owned.
    pub field_manager: Option<String>,
    /// Takes over fields of other managers; for server-side apply.
    pub force: bool,
    /// Makes a create or batch that is sent again be answered again instead of done again; best a
    /// random UUID.
    pub idempotency_key: Option<String>,
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
    /// Makes an object; refused if it exists.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn create_with(
        &self,
        object: &RawObject,
        options: &WriteOptions,
    ) -> Result<RawObject, ClientError> {
        let key = object.key();
        let list = ApiPath::List {
            kind: key.kind,
            account: key.account,
        };
        let request = self.once(&format!("{list}{}", options.query()), options);
        self.answer(request.json(object)).await
    }

    /// Many writes in one request; see [`crate::batch`]. What became of each is in the answer, also
    /// when none was done.
    ///
    /// # Errors
    /// See [`ClientError`]: the batch as a whole could not be taken.
    pub async fn batch(
        &self,
        batch: &BatchRequest,
        options: &WriteOptions,
    ) -> Result<BatchAnswer, ClientError> {
        let request = self.once(BATCH_PATH, options);
        self.answer(request.timeout(BATCH_TIME).json(batch)).await
    }

    fn once(&self, path: &str, options: &WriteOptions) -> reqwest::RequestBuilder {
        let request = self.timed(Method::POST, path);
        match &options.idempotency_key {
            Some(key) => request.header("idempotency-key", key),
            None => request,
        }
    }

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
