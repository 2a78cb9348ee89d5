//! Requests with an `Idempotency-Key`: done once, answered as often as they are sent.

use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use epic_api::batch::MAX_BATCH_BYTES;
use epic_api::{ApiError, Reason};
use futures::future::BoxFuture;
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::{Method, StatusCode};
use jiff::Timestamp;

use tracing::Instrument as _;

use super::answer::{Answer, Refusal, bad_request};
use super::tokens::blocking;
use super::{Api, body};
use crate::idempotency::{IDEMPOTENCY_KEY, Kept, Known, check_key, fingerprint};
use crate::request::RequestContext;

/// Marks an answer that was given before.
const REPLAYED: &str = "idempotency-replayed";

/// The request's key, if it has one.
///
/// # Errors
/// 400 for one that is not usable, or where it has no meaning: what is not a POST can be sent again
/// as it is, and answers with secrets are not kept.
pub(super) fn key_of(request: &Request, possible: bool) -> Result<Option<String>, Refusal> {
    let Some(sent) = request.headers().get(IDEMPOTENCY_KEY) else {
        return Ok(None);
    };
    let key = sent.to_str().unwrap_or_default();
    check_key(key)?;
    if !possible || request.method() != Method::POST {
        return Err(bad_request(
            "Idempotency-Key is for POST of objects and batches only",
        ));
    }
    Ok(Some(key.to_owned()))
}

/// Does the request unless it was done. It goes on when the client goes: the answer is for when
/// it comes back.
pub(super) async fn handle(
    api: Api,
    context: RequestContext,
    key: String,
    request: Request,
    act: impl FnOnce(Request) -> BoxFuture<'static, Answer> + Send + 'static,
) -> Answer {
    let done = async move { once(&api, &context, key, request, act).await };
    tokio::spawn(done.in_current_span())
        .await
        .map_err(|_| ApiError::new(Reason::Internal, "epicd failed; its log says why"))?
}

async fn once(
    api: &Api,
    context: &RequestContext,
    key: String,
    request: Request,
    act: impl FnOnce(Request) -> BoxFuture<'static, Answer>,
) -> Answer {
    let (head, sent) = request.into_parts();
    let bytes = body::read_within(sent, MAX_BATCH_BYTES).await?;
    let target = head
        .uri
        .path_and_query()
        .map_or("/", |target| target.as_str());
    let print = fingerprint(head.method.as_str(), target, &bytes);
    let (kept, user) = (api.idempotency.clone(), context.user.clone());
    let known = {
        let (kept, user, key) = (kept.clone(), user.clone(), key.clone());
        blocking(move || kept.begin(&user, &key, &print, Timestamp::now())).await?
    };
    if let Known::Done(answer) = known {
        return Ok(replay(answer));
    }
    let answer = act(Request::from_parts(head, Body::from(bytes))).await;
    let response = answer.unwrap_or_else(IntoResponse::into_response);
    let (head, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX)
        .await
        .map_err(|error| ApiError::new(Reason::Internal, error.to_string()))?;
    let status = head.status;
    let answer = Kept {
        status: status.as_u16(),
        body: bytes.to_vec(),
    };
    // What failed for now may work when it is sent again.
    let is_final = !status.is_server_error() && status != StatusCode::TOO_MANY_REQUESTS;
    let noted = tokio::task::spawn_blocking(move || {
        if is_final {
            kept.finish(&user, &key, &answer)
        } else {
            kept.forget(&user, &key)
        }
    })
    .await;
    if !matches!(noted, Ok(Ok(()))) {
        // It is done; a repetition hears that its outcome is not known.
        tracing::warn!("can't keep the answer to a request with an Idempotency-Key");
    }
    Ok(Response::from_parts(head, Body::from(bytes)))
}

fn replay(answer: Kept) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let mut response = (status, [(CONTENT_TYPE, "application/json")], answer.body).into_response();
    response
        .headers_mut()
        .insert(REPLAYED, HeaderValue::from_static("true"));
    response
}
