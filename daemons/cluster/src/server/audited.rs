//! What of the requests goes into the audit log, and reading it.

use axum::extract::{Query, Request};
use axum::response::Response;
use epic_api::audit::{AuditEntry, AuditList, AuditQuery, MAX_ENTRIES};
use epic_api::path::ApiPath;
use epic_api::{ApiError, Kind, ObjectKey, Reason};
use hyper::Method;
use jiff::Timestamp;

use super::Api;
use super::answer::{Answer, Refusal, bad_request, method_not_allowed, ok};
use super::tokens::blocking;
use crate::request::RequestContext;

/// Entries when nothing is said.
const USUAL: usize = 1_000;

/// What a handler knows better than the path: an extension of its answer.
#[derive(Clone, Debug)]
pub(super) struct Acts(pub(super) Vec<Act>);

/// Something done to an object.
#[derive(Clone, Debug)]
pub(super) struct Act {
    pub(super) verb: &'static str,
    pub(super) object: Option<ObjectKey>,
    pub(super) status: u16,
    pub(super) reason: Option<Reason>,
    pub(super) dry_run: bool,
}

/// Why an answer is no success; an extension of refusals.
#[derive(Clone, Copy, Debug)]
pub(super) struct Why(pub(super) Reason);

/// The entries of a request that was answered.
pub(super) struct Record {
    pub(super) verb: &'static str,
    pub(super) path: String,
    pub(super) object: Option<ObjectKey>,
    pub(super) dry_run: bool,
}

impl Record {
    pub(super) fn of(request: &Request, path: Option<&ApiPath>) -> Record {
        let verb = match *request.method() {
            Method::POST => "create",
            Method::PUT => "apply",
            Method::PATCH => "patch",
            Method::DELETE => "delete",
            _ => "get",
        };
        let object = match path {
            Some(ApiPath::Object { key, .. }) => Some(key.clone()),
            _ => None,
        };
        let query = request.uri().query().unwrap_or_default();
        Record {
            verb,
            path: request.uri().path().chars().take(512).collect(),
            object,
            dry_run: query.contains("dryRun=true"),
        }
    }

    pub(super) fn entries(self, context: &RequestContext, response: &Response) -> Vec<AuditEntry> {
        let acts = match response.extensions().get::<Acts>() {
            Some(acts) => acts.0.clone(),
            None => vec![Act {
                verb: self.verb,
                object: self.object,
                status: response.status().as_u16(),
                reason: response.extensions().get::<Why>().map(|why| why.0),
                dry_run: self.dry_run,
            }],
        };
        let time = Timestamp::now();
        acts.into_iter()
            .map(|act| AuditEntry {
                time,
                request_id: context.request_id.to_string(),
                user: context.user.to_string(),
                source: context.source,
                user_agent: context.user_agent.as_deref().map(str::to_owned),
                verb: act.verb.to_owned(),
                object: act.object,
                path: self.path.clone(),
                status: act.status,
                reason: act.reason,
                dry_run: act.dry_run,
            })
            .collect()
    }
}

/// `GET /audit/v1`.
pub(super) async fn read(api: &Api, request: Request) -> Answer {
    if request.method() != Method::GET {
        return Ok(method_not_allowed(request.method(), "GET"));
    }
    let Query(query) = Query::<AuditQuery>::try_from_uri(request.uri()).map_err(|error| {
        let text = error.body_text();
        bad_request(format!("what follows the `?` can't be read: {text}"))
    })?;
    let limit = query.limit.unwrap_or(USUAL);
    if !(1..=MAX_ENTRIES).contains(&limit) {
        let message = format!("limit is {limit}; an answer has 1 to {MAX_ENTRIES} entries");
        return Err(bad_request(message));
    }
    if let Some(kind) = &query.kind {
        let known = kind.parse::<Kind>();
        known.map_err(|error| bad_request(error.to_string()))?;
    }
    let audit = api.audit.clone();
    let unreadable = |error| {
        ApiError::new(
            Reason::Internal,
            format!("can't read the audit log: {error}"),
        )
    };
    let items = blocking(move || audit.read(&query, limit).map_err(unreadable))
        .await
        .map_err(Refusal)?;
    Ok(ok(&AuditList { items }))
}
