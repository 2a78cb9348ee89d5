//! Who asks, and what they may: the way from a request to a [`Caller`], and from a [`Decision`] to
//! an answer that gives nothing away.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::Request;
use epic_api::access::Verb;
use epic_api::path::ApiPath;
use epic_api::{ApiError, Kind, ObjectKey, Reason};
use hyper::header::AUTHORIZATION;
use hyper::{HeaderMap, Method};
use jiff::Timestamp;

use super::Api;
use super::answer::Refusal;
use crate::auth::{AgentIdentity, Caller, Decision, Sight, Target, allowed};
use crate::control::not_found;

/// What the certificate says that the other end presented; an extension of each request of its
/// connection.
#[derive(Clone, Debug)]
pub(super) struct PeerIdentity(pub(super) Arc<AgentIdentity>);

/// Who asks, and what exists for them.
#[derive(Clone, Debug)]
pub(super) struct Access {
    pub(super) caller: Caller,
    pub(super) sight: Sight,
}

impl Access {
    /// Finds out whose request this is. A token goes before a certificate.
    ///
    /// # Errors
    /// Nobody's, as far as can be told.
    pub(super) fn of(api: &Api, request: &Request, source: IpAddr) -> Result<Access, Refusal> {
        let now = Timestamp::now();
        let identity = request.extensions().get::<PeerIdentity>();
        let caller = match (bearer(request.headers()), identity) {
            (Some(token), _) => api.auth.check(token, source, now)?,
            (None, Some(PeerIdentity(identity))) => {
                api.auth
                    .check_certificate(identity, api.store.as_ref(), now)?
            }
            (None, None) => {
                return Err(Refusal(
                    ApiError::new(
                        Reason::Unauthorized,
                        "this needs a token and none was sent",
                    )
                    .with_hint(
                        "send `Authorization: Bearer TOKEN`; `epicctl context` shows which one is used",
                    ),
                ));
            }
        };
        let sight = Sight::of(&caller, api.store.as_ref());
        Ok(Access { caller, sight })
    }

    /// May the caller do this?
    ///
    /// # Errors
    /// Not; or it is to believe that there is no such thing.
    pub(super) fn permit(&self, verb: Verb, target: Target<'_>) -> Result<(), Refusal> {
        match allowed(&self.caller, verb, target) {
            Decision::Allowed => Ok(()),
            Decision::Forbidden(why) => {
                Err(Refusal(ApiError::new(Reason::Forbidden, why).with_hint(
                    "`epicctl whoami` shows your roles, `epicctl can-i --list` what they allow",
                )))
            }
            Decision::Hidden => Err(match target {
                Target::Objects {
                    account: Some(account),
                    ..
                }
                | Target::HistoryOf { account } => no_account(account),
                _ => Refusal(ApiError::new(Reason::NotFound, "there is no such thing")),
            }),
        }
    }

    /// May the caller do this to an object? What it does not see does not exist.
    ///
    /// # Errors
    /// As [`Access::permit`].
    pub(super) fn permit_object(&self, verb: Verb, key: &ObjectKey) -> Result<(), Refusal> {
        let target = Target::Objects {
            kind: key.kind,
            account: key.account.as_deref(),
        };
        match allowed(&self.caller, verb, target) {
            Decision::Allowed if self.sight.sees(key) => Ok(()),
            Decision::Allowed | Decision::Hidden => Err(Refusal(not_found(key))),
            Decision::Forbidden(_) => self.permit(verb, target),
        }
    }

    /// The same for what a path names.
    ///
    /// # Errors
    /// As [`Access::permit`].
    pub(super) fn permit_path(&self, verb: Verb, path: &ApiPath) -> Result<(), Refusal> {
        match path {
            ApiPath::Object { key, .. } => self.permit_object(verb, key),
            ApiPath::List { kind, account } => self.permit(
                verb,
                Target::Objects {
                    kind: *kind,
                    account: account.as_deref(),
                },
            ),
        }
    }

    /// Whether what is seen has become another set: whoever watches has to start over.
    pub(super) fn sees_otherwise(&self, api: &Api) -> bool {
        self.sight != Sight::of(&self.caller, api.store.as_ref())
    }

    /// Ends when the caller is not who it was any more: token or certificate gone or ended, roles
    /// changed, user disabled, node deleted.
    pub(super) async fn lapses(&self, api: &Api) {
        let mut changed = api.auth.changed();
        let stands = || {
            api.auth
                .stands(&self.caller, api.store.as_ref(), Timestamp::now())
        };
        loop {
            changed.mark_unchanged();
            if !stands() {
                return;
            }
            let left = self.caller.expires.map(|expires| {
                let left = expires.duration_since(Timestamp::now());
                // The clock may be set: nobody sleeps for days on one look at it.
                left.unsigned_abs().min(std::time::Duration::from_secs(60))
            });
            tokio::select! {
                moved = changed.changed() => if moved.is_err() { return },
                () = tokio::time::sleep(left.unwrap_or_default()), if left.is_some() => {}
            }
        }
    }
}

/// The token that was sent.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn no_account(account: &str) -> Refusal {
    Refusal(not_found(&ObjectKey::cluster(Kind::Account, account)))
}

/// What a method does to what a path names; `None` for methods the API has not.
pub(super) fn verb_of(path: &ApiPath, method: &Method, query: &str) -> Option<Verb> {
    let is_list = matches!(path, ApiPath::List { .. });
    Some(match *method {
        Method::GET if is_list && query.contains("watch=true") => Verb::Watch,
        Method::GET if is_list => Verb::List,
        Method::GET => Verb::Get,
        Method::POST => Verb::Create,
        Method::PUT => Verb::Apply,
        Method::PATCH => Verb::Patch,
        Method::DELETE => Verb::Delete,
        _ => return None,
    })
}
