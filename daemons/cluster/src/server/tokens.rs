//! Tokens: made, listed without their secrets, deleted.

use axum::extract::Request;
use epic_api::access::{Facility, TokenInfo, TokenPurpose, TokenRequest, Verb};
use epic_api::{ApiError, Reason};
use hyper::{Method, StatusCode};
use jiff::Timestamp;
use serde_json::json;

use super::access::Access;
use super::answer::{Answer, Refusal, json, method_not_allowed, ok};
use super::{Api, body};
use crate::auth::{Decision, Subject, Target, allowed};

/// `/auth/v1/tokens`.
pub(super) async fn all(api: &Api, access: &Access, request: Request) -> Answer {
    match *request.method() {
        Method::GET => {
            if !may(access, Verb::List, Facility::Tokens) {
                access.permit(Verb::List, Target::OwnTokens)?;
            }
            let mut tokens = api.auth.tokens();
            tokens.retain(|token| concerns(access, Verb::List, token));
            Ok(ok(&json!({ "items": tokens })))
        }
        Method::POST => {
            let wanted: TokenRequest = body::json(request.into_body()).await?;
            let wanted = filled_in(access, wanted)?;
            let auth = api.auth.clone();
            let made = blocking(move || auth.create_token(wanted, Timestamp::now())).await?;
            Ok(json(StatusCode::CREATED, &made))
        }
        ref method => Ok(method_not_allowed(method, "GET, POST")),
    }
}

/// `/auth/v1/tokens/{id}`.
pub(super) async fn one(api: &Api, access: &Access, id: String, method: &Method) -> Answer {
    if method != Method::DELETE {
        return Ok(method_not_allowed(method, "DELETE"));
    }
    if !may(access, Verb::Delete, Facility::Tokens) && !may(access, Verb::Delete, Facility::Joins) {
        access.permit(Verb::Delete, Target::OwnTokens)?;
    }
    let theirs = api
        .auth
        .tokens()
        .into_iter()
        .any(|token| token.id == id && concerns(access, Verb::Delete, &token));
    if !theirs {
        return Err(crate::auth::no_token(&id).into());
    }
    let auth = api.auth.clone();
    let gone = blocking(move || auth.delete_token(&id, Timestamp::now())).await?;
    Ok(ok(&gone))
}

/// With its subject, if the caller may have such a token.
fn filled_in(access: &Access, mut wanted: TokenRequest) -> Result<TokenRequest, Refusal> {
    let own = match &access.caller.subject {
        Subject::User { name } => Some(name.as_str()),
        _ => None,
    };
    if wanted.purpose == TokenPurpose::User && wanted.subject.is_none() {
        wanted.subject = own.map(str::to_owned);
    }
    let target = match wanted.purpose {
        TokenPurpose::User if wanted.subject.as_deref() == own => Target::OwnTokens,
        TokenPurpose::Join => Target::Facility(Facility::Joins),
        _ => Target::Facility(Facility::Tokens),
    };
    access.permit(Verb::Create, target)?;
    Ok(wanted)
}

/// Whether the caller may do this to the token.
fn concerns(access: &Access, verb: Verb, token: &TokenInfo) -> bool {
    let own = matches!(&access.caller.subject, Subject::User { name }
        if token.purpose == TokenPurpose::User && token.subject == *name);
    let join = token.purpose == TokenPurpose::Join;
    may(access, verb, Facility::Tokens)
        || (join && may(access, verb, Facility::Joins))
        || (own && allowed(&access.caller, verb, Target::OwnTokens) == Decision::Allowed)
}

fn may(access: &Access, verb: Verb, facility: Facility) -> bool {
    allowed(&access.caller, verb, Target::Facility(facility)) == Decision::Allowed
}

/// Does what waits for the disk.
///
/// # Errors
/// The work's.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| ApiError::new(Reason::Internal, "epicd failed; its log says why"))?
}
