//! Users, and what somebody may ask about itself.

use axum::extract::Request;
use epic_api::access::{Facility, Question, Resource, User, Verdict};
use epic_api::{Kind, ObjectKey, Scope};
use hyper::{Method, StatusCode};
use jiff::Timestamp;
use serde_json::json;

use super::access::Access;
use super::answer::{Answer, bad_request, json, method_not_allowed, ok};
use super::tokens::blocking;
use super::{Api, body};
use crate::auth::{Decision, Target, allowed};

/// `/auth/v1/users`.
pub(super) async fn all(api: &Api, request: Request) -> Answer {
    match *request.method() {
        Method::GET => Ok(ok(&json!({ "items": api.auth.users() }))),
        Method::POST => {
            let wanted: User = body::json(request.into_body()).await?;
            let auth = api.auth.clone();
            let made = blocking(move || auth.create_user(wanted, Timestamp::now())).await?;
            Ok(json(StatusCode::CREATED, &made))
        }
        ref method => Ok(method_not_allowed(method, "GET, POST")),
    }
}

/// `/auth/v1/users/{name}`.
pub(super) async fn one(api: &Api, name: String, request: Request) -> Answer {
    let auth = api.auth.clone();
    match *request.method() {
        Method::GET => Ok(ok(&auth.user(&name)?)),
        Method::PUT => {
            let mut wanted: User = body::json(request.into_body()).await?;
            if wanted.name.is_empty() {
                wanted.name.clone_from(&name);
            }
            if wanted.name != name {
                return Err(bad_request(format!(
                    "the name is `{}`, but the request is for `{name}`",
                    wanted.name
                )));
            }
            let done = blocking(move || auth.change_user(wanted, Timestamp::now())).await?;
            Ok(ok(&done))
        }
        Method::DELETE => {
            let gone = blocking(move || auth.delete_user(&name, Timestamp::now())).await?;
            Ok(ok(&gone))
        }
        ref method => Ok(method_not_allowed(method, "GET, PUT, DELETE")),
    }
}

/// `/auth/v1/whoami`.
pub(super) fn who_am_i(access: &Access, method: &Method) -> Answer {
    match *method {
        Method::GET => Ok(ok(&access.caller.who())),
        ref method => Ok(method_not_allowed(method, "GET")),
    }
}

/// `/auth/v1/can-i`.
pub(super) async fn can_i(access: &Access, request: Request) -> Answer {
    if request.method() != Method::POST {
        return Ok(method_not_allowed(request.method(), "POST"));
    }
    let question: Question = body::json(request.into_body()).await?;
    Ok(ok(&verdict(access, &question)))
}

fn verdict(access: &Access, question: &Question) -> Verdict {
    let account = question.account.as_deref();
    let target = match (question.resource, account) {
        (Resource::Kind(kind), _) => Target::Objects {
            kind,
            account: account.filter(|_| kind.scope() == Scope::Account),
        },
        (Resource::Facility(Facility::History), Some(account)) => Target::HistoryOf { account },
        (Resource::Facility(facility), _) => Target::Facility(facility),
    };
    let caller = &access.caller;
    let mut decision = allowed(caller, question.verb, target);
    if question.resource == Resource::Facility(Facility::Tokens) && decision != Decision::Allowed {
        decision = allowed(caller, question.verb, Target::OwnTokens);
    }
    let reason = match decision {
        Decision::Allowed => match hidden(access, question) {
            None => {
                return Verdict {
                    allowed: true,
                    reason: String::new(),
                };
            }
            Some(key) => format!("there is no {key}"),
        },
        Decision::Forbidden(why) => why,
        Decision::Hidden => match account {
            Some(account) => format!("there is no {}", ObjectKey::cluster(Kind::Account, account)),
            None => "there is no such thing".to_owned(),
        },
    };
    Verdict {
        allowed: false,
        reason,
    }
}

/// The object that is asked about, if it does not exist for the caller.
fn hidden(access: &Access, question: &Question) -> Option<ObjectKey> {
    let (Resource::Kind(kind), Some(name)) = (question.resource, &question.name) else {
        return None;
    };
    let key = ObjectKey {
        kind,
        account: question
            .account
            .clone()
            .filter(|_| kind.scope() == Scope::Account),
        name: name.clone(),
    };
    let outside = kind.scope() == Scope::Account && key.account.is_none();
    (!outside && !access.sight.sees(&key)).then_some(key)
}
