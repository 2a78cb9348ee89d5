//! `/history/v1`: what was asked for, by whom, what became of it, and going back.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Query, Request};
use epic_api::certificate::REDACTED;
use epic_api::revision::{
    CONFIRM_LIMIT, ObjectDiff, PAGE_LIMIT, RevisionDiff, RevisionObjects, RollbackRequest,
    SYSTEM_ACCOUNT,
};
use epic_api::{ApiError, Kind, ObjectKey, RawObject, Reason};
use hyper::{Method, Uri};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::answer::{Answer, Refusal, bad_request, method_not_allowed, ok};
use super::{Api, body};
use crate::control::{Plan, hide, is_same, not_found, shown};
use crate::request::RequestContext;
use crate::store::history::{History, HistoryError, account_of};

/// What a path below `/history/v1` names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Place {
    /// Every revision.
    All,
    /// An account's revisions.
    Revisions { account: String },
    /// One of them.
    Revision { account: String, number: u64 },
    /// The account's objects as of one.
    Objects { account: String, number: u64 },
    /// What differs between two.
    Diff { account: String },
    /// Going back.
    Rollback { account: String },
    /// Keeping what was gone back to.
    Confirm { account: String },
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Paging {
    limit: Option<usize>,
    before: Option<u64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Between {
    from: u64,
    to: Option<u64>,
}

impl Place {
    /// What follows `/history/v1/`.
    pub(super) fn of(segments: &[&str]) -> Option<Place> {
        let own = |account: &str| account.to_owned();
        Some(match segments {
            ["revisions"] => Place::All,
            ["accounts", account, "revisions"] => Place::Revisions {
                account: own(account),
            },
            ["accounts", account, "revisions", number] => Place::Revision {
                account: own(account),
                number: number.parse().ok()?,
            },
            ["accounts", account, "revisions", number, "objects"] => Place::Objects {
                account: own(account),
                number: number.parse().ok()?,
            },
            ["accounts", account, "diff"] => Place::Diff {
                account: own(account),
            },
            ["accounts", account, "rollback"] => Place::Rollback {
                account: own(account),
            },
            ["accounts", account, "confirm"] => Place::Confirm {
                account: own(account),
            },
            _ => return None,
        })
    }

    /// Whose history it is; `None` for everybody's.
    pub(super) fn account(&self) -> Option<&str> {
        match self {
            Place::All => None,
            Place::Revisions { account }
            | Place::Revision { account, .. }
            | Place::Objects { account, .. }
            | Place::Diff { account }
            | Place::Rollback { account }
            | Place::Confirm { account } => Some(account),
        }
    }

    fn method(&self) -> (Method, &'static str) {
        match self {
            Place::Rollback { .. } | Place::Confirm { .. } => (Method::POST, "POST"),
            _ => (Method::GET, "GET"),
        }
    }
}

/// Does what the path names.
pub(super) async fn handle(
    api: &Api,
    place: Place,
    context: &RequestContext,
    request: Request,
) -> Answer {
    let (method, allowed) = place.method();
    if request.method() != method {
        return Ok(method_not_allowed(request.method(), allowed));
    }
    if let Some(account) = place.account().filter(|account| *account != SYSTEM_ACCOUNT) {
        let key = ObjectKey::cluster(Kind::Account, account);
        if api.store.get(&key).is_none() {
            return Err(not_found(&key).into());
        }
    }
    let uri = request.uri().clone();
    match place {
        Place::All => page(api, None, &uri).await,
        Place::Revisions { account } => page(api, Some(account), &uri).await,
        Place::Revision { account, number } => {
            let read = move |history: &dyn History| history.revision(&account, number);
            Ok(ok(&read_history(api, read).await?))
        }
        Place::Objects { account, number } => {
            let mut items = objects(api, account, number).await?;
            for item in &mut items {
                hide(item, REDACTED);
            }
            Ok(ok(&RevisionObjects {
                revision: number,
                items,
            }))
        }
        Place::Diff { account } => diff(api, account, &uri).await,
        Place::Rollback { account } => rollback(api, account, context, request).await,
        Place::Confirm { account } => Ok(ok(&api.control.confirm(account).await?)),
    }
}

async fn page(api: &Api, account: Option<String>, uri: &Uri) -> Answer {
    let paging: Paging = query(uri)?;
    let limit = paging.limit.unwrap_or(100);
    if !(1..=PAGE_LIMIT).contains(&limit) {
        return Err(bad_request(format!("limit is 1 to {PAGE_LIMIT}")));
    }
    let read = move |history: &dyn History| history.page(account.as_deref(), paging.before, limit);
    Ok(ok(&read_history(api, read).await?))
}

async fn diff(api: &Api, account: String, uri: &Uri) -> Answer {
    let Between { from, to } = query(uri)?;
    let before = objects(api, account.clone(), from).await?;
    let after = match to {
        Some(to) => objects(api, account, to).await?,
        None => current(api, &account),
    };
    let mut pairs: BTreeMap<ObjectKey, ObjectDiff> = BTreeMap::new();
    for object in before {
        let entry = pair(&mut pairs, &object);
        entry.before = Some(object);
    }
    for object in after {
        let entry = pair(&mut pairs, &object);
        entry.after = Some(object);
    }
    let items = pairs.into_values().filter(|pair| !is_same(pair)).collect();
    let to = to.unwrap_or_else(|| api.store.revision());
    Ok(ok(&shown(RevisionDiff { from, to, items })))
}

fn pair<'a>(
    pairs: &'a mut BTreeMap<ObjectKey, ObjectDiff>,
    object: &RawObject,
) -> &'a mut ObjectDiff {
    let key = object.key();
    pairs.entry(key.clone()).or_insert(ObjectDiff {
        object: key,
        before: None,
        after: None,
    })
}

/// What is now, of the kinds that history has.
fn current(api: &Api, account: &str) -> Vec<RawObject> {
    let lists = Kind::ALL
        .into_iter()
        .filter(|kind| !matches!(kind, Kind::Event | Kind::Node))
        .flat_map(|kind| api.store.list(kind, None).objects);
    lists
        .filter(|object| account_of(&object.key()) == account)
        .map(|object| RawObject::clone(&object))
        .collect()
}

async fn rollback(
    api: &Api,
    account: String,
    context: &RequestContext,
    request: Request,
) -> Answer {
    let wanted: RollbackRequest = body::json(request.into_body()).await?;
    if let Some(within) = wanted.confirm_within {
        let within = within.to_std();
        if within.as_secs() == 0 || within > CONFIRM_LIMIT {
            let hours = CONFIRM_LIMIT.as_secs() / 3600;
            return Err(bad_request(format!("confirmWithin is 1s to {hours}h")));
        }
    }
    let objects = objects(api, account.clone(), wanted.to).await?;
    let plan = Plan {
        account,
        to: wanted.to,
        objects,
        confirm_within: wanted.confirm_within,
        dry_run: wanted.dry_run,
        context: context.clone(),
        only: None,
    };
    Ok(ok(&api.control.rollback(plan).await?))
}

async fn objects(api: &Api, account: String, number: u64) -> Result<Vec<RawObject>, Refusal> {
    let newest = api.store.revision();
    if number > newest {
        let message = format!("there is no revision {number} yet; the newest is {newest}");
        return Err(ApiError::new(Reason::NotFound, message).into());
    }
    read_history(api, move |history| history.objects(&account, number)).await
}

/// Reads on a thread that may wait for the disk.
async fn read_history<T: Send + 'static>(
    api: &Api,
    read: impl FnOnce(&dyn History) -> Result<T, HistoryError> + Send + 'static,
) -> Result<T, Refusal> {
    let history: Arc<dyn History> = api.store.history();
    let outcome = tokio::task::spawn_blocking(move || read(history.as_ref())).await;
    let failed = |_| ApiError::new(Reason::Internal, "epicd failed; its log says why");
    Ok(outcome.map_err(failed)??)
}

fn query<T: DeserializeOwned>(uri: &Uri) -> Result<T, Refusal> {
    let read = Query::try_from_uri(uri).map(|Query(value)| value);
    read.map_err(|error| {
        bad_request(format!(
            "what follows the `?` can't be read: {}",
            error.body_text()
        ))
    })
}
