//! Watches: changes of a kind as JSON lines, resumable, each at its client's own pace.
//!
//! A watch is a position in the store's recent changes. A client that is too slow costs no memory:
//! its position falls out of what is kept, it is told so, and lists again.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use epic_api::client::Bookmark;
use epic_api::select::Selection;
use epic_api::{ApiError, Kind, RawObject, Reason};
use futures::{Stream, StreamExt as _};
use serde::Serialize;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until, timeout};

use super::Api;
use super::access::Access;
use super::answer::{Answer, Refusal, lines};
use crate::control::redacted;
use crate::store::{Change, Expired, Operation};

/// Watches and intent streams at once.
pub(super) const LIMIT: i64 = 4096;
/// Between lines when nothing happens.
const IDLE: Duration = Duration::from_secs(5);
/// How long a client may take nothing while there is something.
const STALL: Duration = Duration::from_secs(30);
/// Bytes that are handed on in one piece, but for an object that is larger.
const FRAME: usize = 64 << 10;
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
    selection: Selection,
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
        first.retain(|object| {
            access.sight.sees_object(object) && selection.takes(&redacted(object))
        });
    } else {
        store.changes(from, 0).map_err(expired)?;
    }
    let stream = async_stream::stream! {
        for frame in frames(first.iter().map(|object| Line::Added(redacted(object)))) {
            yield frame;
        }
        drop(first);
        if from == 0 {
            // Where what was there ends and what happens begins.
            yield frame([Line::Bookmark(Bookmark { resource_version: position.to_string() })]);
        }
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
                    .filter_map(|change| line(change, &selection))
                    .collect();
                if !wanted.is_empty() {
                    for frame in frames(wanted.into_iter()) {
                        yield frame;
                    }
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
    Ok(lines(paced(stream, held)))
}

/// A body at its client's pace. At most two frames wait; a client that takes none for [`STALL`] is
/// told that it was too slow, should it ever read on, and nothing is kept for it.
fn paced<Held: Send + 'static>(
    lines: impl Stream<Item = Result<Bytes, Infallible>> + Send + 'static,
    held: Held,
) -> Body {
    let (send, mut receive) = mpsc::channel(1);
    let producer = tokio::spawn(async move {
        let mut lines = pin!(lines);
        loop {
            let frame = tokio::select! {
                () = send.closed() => return false,
                frame = lines.next() => frame,
            };
            let Some(frame) = frame else { return false };
            match timeout(STALL, send.send(frame)).await {
                Ok(Ok(())) => {}
                Ok(Err(_)) => return false,
                Err(_) => return true,
            }
        }
    });
    Body::from_stream(async_stream::stream! {
        let _held = held;
        while let Some(frame) = receive.recv().await {
            yield frame;
        }
        if producer.await.unwrap_or(false) {
            yield frame([Line::Error(too_slow())]);
        }
    })
}

fn too_slow() -> ApiError {
    let seconds = STALL.as_secs();
    ApiError::new(
        Reason::TooManyRequests,
        format!("the watch took nothing for {seconds} s and was ended"),
    )
    .with_hint("watch again from the last resourceVersion you have seen")
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

/// Lines in pieces of about [`FRAME`] bytes, each made when it is wanted.
fn frames<T: Serialize>(
    mut lines: impl Iterator<Item = T>,
) -> impl Iterator<Item = Result<Bytes, Infallible>> {
    std::iter::from_fn(move || {
        let mut bytes = Vec::new();
        while bytes.len() < FRAME {
            let Some(line) = lines.next() else { break };
            let Ok(line) = frame([line]);
            bytes.extend_from_slice(&line);
        }
        (!bytes.is_empty()).then(|| Ok(bytes.into()))
    })
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

/// What the change is to a watcher of some objects: one that begins to be meant is added, one that
/// no longer is, deleted. Without the object before, it counts as having been meant: whoever hears
/// that an object is gone which it does not know loses nothing.
fn line(change: &Arc<Change>, selection: &Selection) -> Option<Line> {
    let object = redacted(&change.object);
    let is_meant = selection.is_everything() || selection.takes(&object);
    let was_meant = || {
        let previous = change.previous.as_ref();
        selection.is_everything()
            || previous.is_none_or(|previous| selection.takes(&redacted(previous)))
    };
    match change.operation {
        Operation::Create => is_meant.then_some(Line::Added(object)),
        Operation::Update if is_meant && was_meant() => Some(Line::Modified(object)),
        Operation::Update if is_meant => Some(Line::Added(object)),
        Operation::Update => was_meant().then_some(Line::Deleted(object)),
        Operation::Delete => is_meant.then_some(Line::Deleted(object)),
    }
}

fn expired(gone: Expired) -> ApiError {
    ApiError::new(Reason::Expired, gone.to_string())
        .with_hint("list again and watch from that list's resourceVersion")
}
