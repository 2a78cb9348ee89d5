//! PATCH: merge patch, JSON patch, server-side apply.
//!
//! The patched object is worked out from the stored one beside the single writer and handed to it
//! as a change of that very state; if somebody else was faster, it is worked out again.

use std::sync::Arc;

use axum::extract::Request;
use epic_api::ownership::{self, Applied};
use epic_api::patch::{self, PatchType};
use epic_api::{ApiError, ObjectKey, RawObject, Reason, strict, validate};
use hyper::StatusCode;
use hyper::header::CONTENT_TYPE;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::answer::{Answer, Refusal, bad_request, json as answer};
use super::resources::{Parameters, fill_in, put_private_key_back};
use super::{Api, body};
use crate::control::{Action, WriteRequest, not_found, redacted};
use crate::request::RequestContext;

/// How often a patch is worked out anew because others write the same object.
const ATTEMPTS: usize = 10;

/// `PATCH` of one object.
pub(super) async fn handle(
    api: &Api,
    key: ObjectKey,
    parameters: &Parameters,
    context: &RequestContext,
    request: Request,
) -> Answer {
    let kind = patch_type(&request)?;
    if kind == PatchType::Apply && context.field_manager.is_none() {
        return Err(bad_request(
            "server-side apply needs to know who applies: add ?fieldManager=NAME",
        ));
    }
    if parameters.force && kind != PatchType::Apply {
        return Err(bad_request("force is for server-side apply only"));
    }
    let bytes = body::read(request.into_body()).await?;
    let sent = read(kind, &bytes)?;
    let (object, created) = write(
        api,
        &key,
        kind,
        &sent,
        parameters.force,
        parameters.dry_run,
        context,
    )
    .await?;
    let status = if created {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    Ok(answer(status, &object))
}

/// Patches an object and says whether it is new.
pub(super) async fn write(
    api: &Api,
    key: &ObjectKey,
    kind: PatchType,
    sent: &Value,
    force: bool,
    dry_run: bool,
    context: &RequestContext,
) -> Result<(Arc<RawObject>, bool), ApiError> {
    let _turn = api.control.turn(key).await;
    let mut attempt = 1;
    loop {
        let base = api.store.get(key);
        let created = base.is_none();
        let (object, owners) = if kind == PatchType::Apply {
            let manager = context.manager();
            let applied = Applied {
                fields: sent,
                manager,
                force,
            };
            let (object, owners) = applied_to(key, base.as_deref(), &applied)?;
            (object, Some(owners))
        } else {
            let base = base.as_ref().ok_or_else(|| not_found(key))?;
            (patched(key, base, kind, sent)?, None)
        };
        let pinned = object.metadata.resource_version.is_some();
        let action = Action::Change {
            object,
            base,
            owners,
        };
        let request = WriteRequest {
            action,
            dry_run,
            context: context.clone(),
        };
        match api.control.write(request).await {
            Err(error) if error.reason == Reason::Conflict && !pinned && attempt < ATTEMPTS => {
                attempt += 1;
            }
            outcome => return outcome.map(|object| (object, created)),
        }
    }
}

fn applied_to(
    key: &ObjectKey,
    base: Option<&RawObject>,
    applied: &Applied<'_>,
) -> Result<(RawObject, Vec<ownership::ManagedFields>), ApiError> {
    let mut fields = applied.fields.clone();
    if !fields.is_object() {
        return Err(ApiError::new(
            Reason::BadRequest,
            "what is applied must be an object with apiVersion, kind and metadata",
        ));
    }
    named(key, &mut fields)?;
    put_private_key_back(base, &mut fields);
    let applied = Applied {
        fields: &fields,
        ..*applied
    };
    let merged = ownership::merged(base, &applied);
    let object = validate::admit(key.kind, &merged.object)?;
    let owners = ownership::owners(base, &merged, &object, &applied, Timestamp::now())?;
    Ok((object, owners))
}

/// Patches see what readers see: no patch may copy a private key to where it shows.
fn patched(
    key: &ObjectKey,
    base: &Arc<RawObject>,
    kind: PatchType,
    sent: &Value,
) -> Result<RawObject, ApiError> {
    let shown = redacted(base);
    let mut object = serde_json::to_value(&*shown)
        .map_err(|error| ApiError::new(Reason::Internal, error.to_string()))?;
    if let Some(object) = object.as_object_mut() {
        object.remove("status");
    }
    if let Some(metadata) = object["metadata"].as_object_mut() {
        metadata.remove("managedFields");
    }
    match kind {
        PatchType::Json => object = patch::apply_operations(&object, sent)?,
        _ if sent.is_object() => patch::merge(&mut object, sent),
        _ => {
            return Err(ApiError::new(
                Reason::BadRequest,
                "a merge patch is an object with the fields to set",
            ));
        }
    }
    named(key, &mut object)?;
    check_version(key, base, &object)?;
    if let Some(metadata) = object["metadata"].as_object_mut() {
        metadata.remove("resourceVersion");
        metadata.remove("managedFields");
    }
    put_private_key_back(Some(base), &mut object);
    validate::admit(key.kind, &object)
}

/// A patch that sets resourceVersion is made for that version; one that does not is for any.
fn check_version(key: &ObjectKey, base: &RawObject, patched: &Value) -> Result<(), ApiError> {
    let current = base.metadata.resource_version.as_deref();
    match patched["metadata"]["resourceVersion"].as_str() {
        Some(said) if Some(said) != current => {
            let current = current.unwrap_or_default();
            Err(ApiError::new(
                Reason::Conflict,
                format!(
                    "{key} has changed: it is at resourceVersion {current}, the patch is for {said}"
                ),
            )
            .with_hint("read it again and make the patch for that, or leave resourceVersion out"))
        }
        _ => Ok(()),
    }
}

/// The object the path names, and no other.
fn named(key: &ObjectKey, object: &mut Value) -> Result<(), ApiError> {
    if !object.is_object() {
        let message = "the patch leaves no object behind";
        return Err(ApiError::new(Reason::Invalid, message));
    }
    if object.get("metadata").is_none_or(Value::is_null) {
        object["metadata"] = json!({});
    }
    let said = |refusal: Refusal| refusal.0;
    fill_in(object, "name", &key.name).map_err(said)?;
    match &key.account {
        Some(account) => fill_in(object, "account", account).map_err(said),
        None => Ok(()),
    }
}

fn patch_type(request: &Request) -> Result<PatchType, Refusal> {
    let sent = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    PatchType::from_content_type(sent).ok_or_else(|| {
        let known = PatchType::ALL.map(PatchType::content_type).join(", ");
        let message = "the Content-Type does not say which kind of patch this is";
        Refusal(ApiError {
            code: StatusCode::UNSUPPORTED_MEDIA_TYPE.as_u16(),
            ..ApiError::new(Reason::BadRequest, message).with_hint(format!("send one of {known}"))
        })
    })
}

fn read(kind: PatchType, bytes: &[u8]) -> Result<Value, Refusal> {
    if kind != PatchType::Apply {
        return strict::parse(bytes)
            .map_err(|error| bad_request(format!("the patch is not JSON: {error}")));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| bad_request(format!("what is applied is not text: {error}")))?;
    let mut documents = validate::parse_documents(text)
        .map_err(|error| bad_request(format!("what is applied can't be read: {error}")))?;
    match (documents.pop(), documents.is_empty()) {
        (Some(document), true) => Ok(document),
        _ => Err(bad_request(
            "apply one document at a time, or POST /batch/v1",
        )),
    }
}
