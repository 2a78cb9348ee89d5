//! Answers: JSON, and every refusal in the same shape.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use epic_api::{ApiError, Reason};
use hyper::StatusCode;
use hyper::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use serde::Serialize;

use super::audited::Why;

/// The content type of [`lines`].
const LINES: &str = "application/json;stream=watch";

/// A refusal on its way out.
#[derive(Debug)]
pub(super) struct Refusal(pub(super) ApiError);

impl<E: Into<ApiError>> From<E> for Refusal {
    fn from(error: E) -> Self {
        Refusal(error.into())
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = json(status, &self.0);
        response.extensions_mut().insert(Why(self.0.reason));
        if matches!(
            status,
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE
        ) {
            response
                .headers_mut()
                .insert(RETRY_AFTER, axum::http::HeaderValue::from_static("1"));
        }
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(
                WWW_AUTHENTICATE,
                axum::http::HeaderValue::from_static("Bearer"),
            );
        }
        response
    }
}

/// What a handler answers.
pub(super) type Answer = Result<Response, Refusal>;

/// 200 with a value.
pub(super) fn ok(value: &impl Serialize) -> Response {
    json(StatusCode::OK, value)
}

/// Any status with a value.
pub(super) fn json(status: StatusCode, value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(body) => (status, [(CONTENT_TYPE, "application/json")], body).into_response(),
        Err(error) => {
            tracing::error!(%error, "can't write an answer as JSON");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// 200 with JSON lines, for as long as they come.
pub(super) fn lines(body: Body) -> Response {
    (StatusCode::OK, [(CONTENT_TYPE, LINES)], body).into_response()
}

/// Whether it is one of [`lines`].
pub(super) fn is_stream(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE);
    kind.is_some_and(|kind| kind == LINES)
}

/// 405, with what the path does take.
pub(super) fn method_not_allowed(method: &hyper::Method, allowed: &'static str) -> Response {
    let message = format!("{method} is not possible here");
    let error =
        ApiError::new(Reason::MethodNotAllowed, message).with_hint(format!("possible: {allowed}"));
    let mut response = Refusal(error).into_response();
    response
        .headers_mut()
        .insert(ALLOW, axum::http::HeaderValue::from_static(allowed));
    response
}

/// 400.
pub(super) fn bad_request(message: impl Into<String>) -> Refusal {
    Refusal(ApiError::new(Reason::BadRequest, message))
}
