//! List, get, create, apply and delete of every kind.

use std::sync::Arc;

use axum::extract::{Query, Request};
use epic_api::access::Verb;
use epic_api::certificate::REDACTED;
use epic_api::path::{ApiPath, Subresource};
use epic_api::select::Selection;
use epic_api::{ApiError, Kind, ObjectKey, RawObject, Scope, validate};
use hyper::{Method, StatusCode, Uri};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::access::Access;
use super::answer::{Answer, Refusal, bad_request, json, method_not_allowed, ok};
use super::audited::{Act, Acts};
use super::pages::{Found, LARGEST_PAGE};
use super::{Api, body, patch, watch};
use crate::auth::Target;
use crate::control::{Action, WriteRequest, not_found, redacted};
use crate::request::RequestContext;

/// What may follow the `?`.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Parameters {
    #[serde(default)]
    watch: bool,
    #[serde(default)]
    resource_version: Option<String>,
    #[serde(default)]
    pub(super) dry_run: bool,
    #[serde(default)]
    pub(super) force: bool,
    #[serde(default)]
    field_manager: Option<String>,
    #[serde(default)]
    label_selector: Option<String>,
    #[serde(default)]
    field_selector: Option<String>,
    #[serde(default)]
    limit: Option<usize>,
    #[serde(default)]
    r#continue: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ListAnswer {
    resource_version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#continue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remaining_item_count: Option<usize>,
    items: Vec<Arc<RawObject>>,
}

/// Does what the method says to what the path names.
pub(super) async fn handle(
    api: &Api,
    path: ApiPath,
    access: &Access,
    context: &RequestContext,
    request: Request,
) -> Answer {
    let parameters = parameters(request.uri())?;
    let context = &context
        .clone()
        .for_manager(parameters.field_manager.as_deref())?;
    match path {
        ApiPath::List { kind, account } => match *request.method() {
            Method::GET if parameters.watch => {
                let from = version(parameters.resource_version.as_deref())?;
                watch::watch(api, access, kind, account, from, parameters.selection()?)
            }
            Method::GET => list(api, access, kind, account.as_deref(), &parameters),
            Method::POST => {
                create(
                    api,
                    access,
                    kind,
                    account,
                    parameters.dry_run,
                    context,
                    request,
                )
                .await
            }
            ref method => Ok(method_not_allowed(method, "GET, POST")),
        },
        ApiPath::Object { key, sub: None } => match *request.method() {
            Method::GET => Ok(ok(&get(api, &key)?)),
            Method::PUT => apply(api, key, parameters.dry_run, context, request).await,
            Method::DELETE => {
                write(
                    api,
                    Action::Delete(key),
                    parameters.dry_run,
                    context,
                    StatusCode::OK,
                )
                .await
            }
            Method::PATCH => patch::handle(api, key, &parameters, context, request).await,
            ref method => Ok(method_not_allowed(method, "GET, PUT, PATCH, DELETE")),
        },
        ApiPath::Object {
            key,
            sub: Some(sub),
        } => match (request.method(), sub) {
            (&Method::GET, Subresource::Status) => {
                let nothing = Value::Object(serde_json::Map::new());
                Ok(ok(get(api, &key)?.status.as_ref().unwrap_or(&nothing)))
            }
            (&Method::GET, Subresource::Topology) => Ok(ok(&api.control.topology(key).await?)),
            (method, _) => Ok(method_not_allowed(method, "GET")),
        },
    }
}

fn parameters(uri: &Uri) -> Result<Parameters, Refusal> {
    Query::try_from_uri(uri)
        .map(|Query(parameters)| parameters)
        .map_err(|error| {
            bad_request(format!(
                "what follows the `?` can't be read: {}",
                error.body_text()
            ))
        })
}

fn version(text: Option<&str>) -> Result<u64, Refusal> {
    match text {
        None | Some("") => Ok(0),
        Some(text) => text
            .parse()
            .map_err(|_| bad_request(format!("resourceVersion `{text}` is not a number"))),
    }
}

fn get(api: &Api, key: &ObjectKey) -> Result<Arc<RawObject>, Refusal> {
    let object = api.store.get(key).ok_or_else(|| not_found(key))?;
    Ok(redacted(&object))
}

fn list(
    api: &Api,
    access: &Access,
    kind: Kind,
    account: Option<&str>,
    parameters: &Parameters,
) -> Answer {
    let limit = parameters.limit()?;
    let question = parameters.question(&access.caller.name(), kind, account);
    let page = match parameters.r#continue.as_deref() {
        Some(token) => api.pages.next(token, &question, limit)?,
        None => {
            let selection = parameters.selection()?;
            let snapshot = api.store.list(kind, account);
            let mut objects = snapshot.objects;
            objects.retain(|object| {
                access.sight.sees_object(object)
                    && (selection.is_everything() || selection.takes(&redacted(object)))
            });
            let found = Found {
                revision: snapshot.revision,
                objects,
                question,
            };
            api.pages.first(found, limit)
        }
    };
    let remaining = page.list.objects.len() - page.range.end;
    let items = page.list.objects[page.range].iter().map(redacted).collect();
    Ok(ok(&ListAnswer {
        resource_version: page.list.revision.to_string(),
        remaining_item_count: page.next.is_some().then_some(remaining),
        r#continue: page.next,
        items,
    }))
}

impl Parameters {
    fn selection(&self) -> Result<Selection, ApiError> {
        Selection::parse(
            self.label_selector.as_deref(),
            self.field_selector.as_deref(),
        )
    }

    fn limit(&self) -> Result<Option<usize>, Refusal> {
        match self.limit {
            None | Some(0) => Ok(None),
            Some(limit) if limit <= LARGEST_PAGE => Ok(Some(limit)),
            Some(limit) => Err(bad_request(format!(
                "limit is {limit}; the largest page has {LARGEST_PAGE} objects"
            ))),
        }
    }

    /// What a list is a list of, and whose.
    fn question(&self, user: &str, kind: Kind, account: Option<&str>) -> String {
        let selectors = (&self.label_selector, &self.field_selector);
        format!("{user:?} {kind} {account:?} {selectors:?}")
    }
}

async fn create(
    api: &Api,
    access: &Access,
    kind: Kind,
    account: Option<String>,
    dry_run: bool,
    context: &RequestContext,
    request: Request,
) -> Answer {
    let mut sent: Value = body::json(request.into_body()).await?;
    if let Some(account) = &account {
        fill_in(&mut sent, "account", account)?;
    }
    // Before anything is looked at that could tell one account from another.
    if let Some(account) = sent["metadata"]["account"].as_str() {
        let account = Some(account);
        access.permit(Verb::Create, Target::Objects { kind, account })?;
    }
    let object = validate::admit(kind, &sent)?;
    if kind.scope() == Scope::Account && object.metadata.account.is_none() {
        return Err(bad_request(format!(
            "a {kind} belongs to an account: set metadata.account"
        )));
    }
    write(
        api,
        Action::Create(object),
        dry_run,
        context,
        StatusCode::CREATED,
    )
    .await
}

async fn apply(
    api: &Api,
    key: ObjectKey,
    dry_run: bool,
    context: &RequestContext,
    request: Request,
) -> Answer {
    let mut sent: Value = body::json(request.into_body()).await?;
    fill_in(&mut sent, "name", &key.name)?;
    if let Some(account) = &key.account {
        fill_in(&mut sent, "account", account)?;
    }
    put_private_key_back(api.store.get(&key).as_deref(), &mut sent);
    let object = validate::admit(key.kind, &sent)?;
    write(api, Action::Apply(object), dry_run, context, StatusCode::OK).await
}

async fn write(
    api: &Api,
    action: Action,
    dry_run: bool,
    context: &RequestContext,
    done: StatusCode,
) -> Answer {
    let context = context.clone();
    let request = WriteRequest {
        action,
        dry_run,
        context,
    };
    let object = api.control.write(request).await?;
    let mut answer = json(done, &object);
    if done == StatusCode::CREATED {
        // The path of a create does not name the object.
        let act = Act {
            verb: "create",
            object: Some(object.key()),
            status: done.as_u16(),
            reason: None,
            dry_run,
        };
        answer.extensions_mut().insert(Acts(vec![act]));
    }
    Ok(answer)
}

/// What the path says need not be said again, and must not be contradicted.
pub(super) fn fill_in(sent: &mut Value, field: &str, from_path: &str) -> Result<(), Refusal> {
    // Anything but an object is told from validation, with everything else that is wrong.
    let Some(metadata) = sent.get_mut("metadata").and_then(Value::as_object_mut) else {
        return Ok(());
    };
    match metadata.get(field) {
        None | Some(Value::Null) => {
            metadata.insert(field.to_owned(), from_path.into());
            Ok(())
        }
        Some(Value::String(said)) if said != from_path => Err(bad_request(format!(
            "metadata.{field} is `{said}`, but the request is for `{from_path}`"
        ))),
        Some(_) => Ok(()),
    }
}

/// Whoever reads a certificate sees a placeholder for its key, and may send that back. The stored
/// key takes its place before validation, so that it is checked against a new certificate.
pub(super) fn put_private_key_back(stored: Option<&RawObject>, sent: &mut Value) {
    let Some(stored) = stored.filter(|stored| stored.kind == Kind::Certificate) else {
        return;
    };
    if let Some(key) = sent.pointer_mut("/spec/privateKey")
        && key == REDACTED
    {
        *key = stored.spec["privateKey"].clone();
    }
}
