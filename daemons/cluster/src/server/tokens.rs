//! Tokens: made, listed without their secrets, deleted.

use axum::extract::Request;
use epic_api::kind::API_VERSION;
use epic_api::{ApiError, Kind, Reason, validate};
use hyper::{Method, StatusCode};
use jiff::Timestamp;
use serde_json::json;

use super::answer::{Answer, Refusal, json, method_not_allowed, ok};
use super::{Api, body};
use crate::auth::TokenRequest;

/// `/auth/v1/tokens`.
pub(super) async fn all(api: &Api, request: Request) -> Answer {
    match *request.method() {
        Method::GET => Ok(ok(&json!({ "items": api.tokens.list() }))),
        Method::POST => {
            let wanted: TokenRequest = body::json(request.into_body()).await?;
            if let Some(node) = &wanted.node {
                check_node_name(node)?;
            }
            let tokens = api.tokens.clone();
            let made = blocking(move || tokens.create(wanted, Timestamp::now())).await?;
            Ok(json(StatusCode::CREATED, &made))
        }
        ref method => Ok(method_not_allowed(method, "GET, POST")),
    }
}

/// `/auth/v1/tokens/{id}`.
pub(super) async fn one(api: &Api, id: String, method: &Method) -> Answer {
    if method != Method::DELETE {
        return Ok(method_not_allowed(method, "DELETE"));
    }
    let tokens = api.tokens.clone();
    Ok(ok(&blocking(move || tokens.delete(&id)).await?))
}

/// The agent's first report makes a Node of this name; better refused here than there.
fn check_node_name(name: &str) -> Result<(), Refusal> {
    let node = json!({
        "apiVersion": API_VERSION,
        "kind": Kind::Node,
        "metadata": { "name": name },
        "spec": {},
    });
    validate::admit(Kind::Node, &node)?;
    Ok(())
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| ApiError::new(Reason::Internal, "epicd failed; its log says why"))?
}
