//! Watches: changes of a kind as JSON lines, resumable, each at its client's own pace.
//!
//! A watch is a position in the store's recent changes. A client that is too slow costs no memory:
//! its position falls out of what is kept, it is told so, and lists again.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use epic_api::client::Bookmark;
use epic_api::{ApiError, Kind, RawObject, Reason};
use serde::Serialize;
use tokio::time::{Instant, sleep_until};

use super::Api;
use super::access::Access;
use super::answer::{Answer, Refusal, lines};
use crate::control::redacted;
use crate::store::{Change, Expired, Operation};

/// Watches and intent streams at once.
pub(super) const LIMIT: i64 = 4096;
/// Between lines when nothing happens.
const IDLE: Duration = Duration::from_secs(5);
/// Changes looked at in one go.
const STEP: usize = 256;

/// [`epic_api::client::WatchEvent`] without a copy of the object.
#[derive(Serialize)]
#[serde(tag = "type", content = "object", rename_all = "UPPERCASE")]
enum Line {
    Added(Arc<RawObject>),
    Modified(Arc<RawObject>),
    Deleted(Arc<RawObject>),
    Bookmark(Bookmark),
    Error(ApiError),
}

/// Changes after `from`; with 0, everything there is and then changes.
pub(super) fn watch(
    api: &Api,
    access: &Access,
    kind: Kind,
    account: Option<String>,
    from: u64,
) -> Answer {
    let held = api.metrics.watch_begins(LIMIT).ok_or_else(too_many)?;
    let store = api.store.clone();
    let stop = api.stop.clone();
    let (api, access) = (api.clone(), access.clone());
    let mut head = store.head();
    let mut position = from;
    let mut first = Vec::new();
    if from == 0 {
        let snapshot = store.list(kind, account.as_deref());
        position = snapshot.revision;
        first = snapshot.objects;
        first.retain(|object| access.sight.sees_object(object));
    } else {
        store.changes(from, 0).map_err(expired)?;
    }
    let stream = async_stream::stream! {
        let _held = held;
        if !first.is_empty() {
            yield frame(first.iter().map(|object| Line::Added(redacted(object))));
        }
        drop(first);
        let mut idle = Instant::now() + IDLE;
        loop {
            head.mark_unchanged();
            let changes = match store.changes(position, STEP) {
                Ok(changes) => changes,
                Err(gone) => {
                    yield frame([Line::Error(expired(gone))]);
                    return;
                }
            };
            if changes.iter().any(may_change_sight) && access.sees_otherwise(&api) {
                yield frame([Line::Error(other_sight())]);
                return;
            }
            if let Some(last) = changes.last() {
                position = last.revision;
                let wanted: Vec<Line> = changes
                    .iter()
                    .filter(|change| concerns(change, kind, account.as_deref()))
                    .filter(|change| access.sight.sees_object(&change.object))
                    .map(line)
                    .collect();
                if !wanted.is_empty() {
                    yield frame(wanted);
                    idle = Instant::now() + IDLE;
                }
                continue;
            }
            tokio::select! {
                () = stop.cancelled() => return,
                moved = head.changed() => if moved.is_err() { return },
                () = sleep_until(idle) => {
                    yield frame([Line::Bookmark(Bookmark { resource_version: position.to_string() })]);
                    idle = Instant::now() + IDLE;
                }
            }
        }
    };
    Ok(lines(Body::from_stream(stream)))
}

/// 429: every place is taken.
pub(super) fn too_many() -> Refusal {
    let full = format!("there are {LIMIT} watches already");
    Refusal(
        ApiError::new(Reason::TooManyRequests, full).with_hint("close some, or try again later"),
    )
}

/// Lines in one piece, for as few writes as possible.
pub(super) fn frame<T: Serialize>(lines: impl IntoIterator<Item = T>) -> Result<Bytes, Infallible> {
    let mut bytes = Vec::new();
    for line in lines {
        if let Err(error) = serde_json::to_writer(&mut bytes, &line) {
            tracing::error!(%error, "can't write a line as JSON");
        }
        bytes.push(b'\n');
    }
    Ok(bytes.into())
}

fn concerns(change: &Change, kind: Kind, account: Option<&str>) -> bool {
    change.object.kind == kind
        && (account.is_none() || change.object.metadata.account.as_deref() == account)
}

/// What an account may use decides on what its owners see.
fn may_change_sight(change: &Arc<Change>) -> bool {
    matches!(change.object.kind, Kind::Account | Kind::GatewayTemplate)
}

fn other_sight() -> ApiError {
    ApiError::new(Reason::Expired, "what you may see has changed")
        .with_hint("list again and watch from that list's resourceVersion")
}

fn line(change: &Arc<Change>) -> Line {
    let object = redacted(&change.object);
    match change.operation {
        Operation::Create => Line::Added(object),
        Operation::Update => Line::Modified(object),
        Operation::Delete => Line::Deleted(object),
    }
}

fn expired(gone: Expired) -> ApiError {
    ApiError::new(Reason::Expired, gone.to_string())
        .with_hint("list again and watch from that list's resourceVersion")
}
