//! `POST /batch/v1`: thousands of writes, one request, one commit.

use axum::extract::Request;
use epic_api::access::Verb;
use epic_api::batch::{
    BATCH_PATH, BatchAnswer, BatchItem, BatchOutcome, BatchRequest, BatchResult, MAX_BATCH_BYTES,
    MAX_ITEMS,
};
use epic_api::{ApiError, Kind, ObjectKey, Reason, Scope, validate};
use hyper::{Method, StatusCode};
use serde_json::Value;

use super::access::Access;
use super::answer::{Answer, Refusal, bad_request, method_not_allowed, ok};
use super::audited::{Act, Acts};
use super::resources::put_private_key_back;
use super::{Api, body};
use crate::auth::Target;
use crate::control::{Action, BatchPlan};
use crate::request::RequestContext;

/// Items that are read before others get their turn on the thread.
const STEP: usize = 64;

/// Takes a batch.
pub(super) async fn handle(
    api: &Api,
    access: &Access,
    context: &RequestContext,
    request: Request,
) -> Answer {
    if request.method() != Method::POST {
        return Ok(method_not_allowed(request.method(), "POST"));
    }
    if request.uri().query().is_some() {
        return Err(bad_request(format!(
            "{BATCH_PATH} takes nothing after a `?`"
        )));
    }
    let sent: BatchRequest = body::json_within(request.into_body(), MAX_BATCH_BYTES).await?;
    if sent.items.len() > MAX_ITEMS {
        return Err(Refusal(ApiError::new(
            Reason::TooLarge,
            format!(
                "the batch has {} items; at most {MAX_ITEMS} are taken",
                sent.items.len()
            ),
        )));
    }
    let mut keys = Vec::with_capacity(sent.items.len());
    let verbs: Vec<&'static str> = sent.items.iter().map(verb_of).collect();
    let mut items = Vec::with_capacity(sent.items.len());
    for (index, item) in sent.items.into_iter().enumerate() {
        let item = read(api, access, item);
        keys.push(item.as_ref().ok().map(key_of));
        items.push(item.map_err(|refusal| refusal.0));
        if index % STEP == STEP - 1 {
            tokio::task::yield_now().await;
        }
    }
    let plan = BatchPlan {
        items,
        atomic: sent.atomic,
        dry_run: sent.dry_run,
        context: context.clone(),
    };
    let done = api.control.batch(plan).await?;
    let items: Vec<BatchResult> = done
        .into_iter()
        .zip(keys)
        .map(|(outcome, key)| match outcome {
            Ok((outcome, object)) => BatchResult {
                outcome,
                key,
                resource_version: object
                    .and_then(|object| object.metadata.resource_version.clone()),
                error: None,
            },
            Err(error) => BatchResult {
                outcome: BatchOutcome::Failed,
                key,
                resource_version: None,
                error: Some(error),
            },
        })
        .collect();
    let failed = items
        .iter()
        .filter(|item| matches!(item.outcome, BatchOutcome::Failed | BatchOutcome::Skipped))
        .count();
    let acts = verbs.into_iter().zip(&items).map(|(verb, item)| Act {
        verb,
        object: item.key.clone(),
        status: match (&item.error, item.outcome) {
            (Some(error), _) => error.code,
            (None, BatchOutcome::Skipped) => StatusCode::FAILED_DEPENDENCY.as_u16(),
            _ => StatusCode::OK.as_u16(),
        },
        dry_run: sent.dry_run,
        reason: item.error.as_ref().map(|error| error.reason),
    });
    let acts = Acts(acts.collect());
    let mut answer = ok(&BatchAnswer {
        done: items.len() - failed,
        failed,
        items,
    });
    answer.extensions_mut().insert(acts);
    Ok(answer)
}

fn verb_of(item: &BatchItem) -> &'static str {
    match item {
        BatchItem::Create { .. } => "create",
        BatchItem::Apply { .. } => "apply",
        BatchItem::Delete { .. } => "delete",
    }
}

fn key_of(action: &Action) -> ObjectKey {
    match action {
        Action::Create(object) | Action::Apply(object) | Action::Change { object, .. } => {
            object.key()
        }
        Action::Delete(key) => key.clone(),
    }
}

/// An item as a write that the caller may ask for.
fn read(api: &Api, access: &Access, item: BatchItem) -> Result<Action, Refusal> {
    match item {
        BatchItem::Delete { key } => {
            if (key.kind.scope() == Scope::Account) != key.account.is_some() {
                let message = format!("{key} is the key of nothing: check its account");
                return Err(bad_request(message));
            }
            access.permit_object(Verb::Delete, &key)?;
            Ok(Action::Delete(key))
        }
        BatchItem::Create { object } => {
            let kind = permit(access, Verb::Create, &object)?;
            Ok(Action::Create(validate::admit(kind, &object)?))
        }
        BatchItem::Apply { mut object } => {
            let kind = permit(access, Verb::Apply, &object)?;
            let metadata = &object["metadata"];
            if let Some(name) = metadata["name"].as_str() {
                let key = ObjectKey {
                    kind,
                    account: metadata["account"].as_str().map(str::to_owned),
                    name: name.to_owned(),
                };
                access.permit_object(Verb::Apply, &key)?;
                put_private_key_back(api.store.get(&key).as_deref(), &mut object);
            }
            Ok(Action::Apply(validate::admit(kind, &object)?))
        }
    }
}

/// Before anything is looked at that could tell one account from another.
fn permit(access: &Access, verb: Verb, object: &Value) -> Result<Kind, Refusal> {
    let said = object
        .get("kind")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let kind: Kind = said
        .parse()
        .map_err(|error: epic_api::kind::UnknownKind| bad_request(error.to_string()))?;
    let account = object
        .get("metadata")
        .and_then(|metadata| metadata.get("account"))
        .and_then(Value::as_str)
        .filter(|_| kind.scope() == Scope::Account);
    access.permit(verb, Target::Objects { kind, account })?;
    Ok(kind)
}
