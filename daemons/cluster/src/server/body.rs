//! Reading what a client sends, within bounds.

use std::time::Duration;

use axum::body::Body;
use bytes::{Bytes, BytesMut};
use epic_api::{ApiError, Reason, strict};
use http_body_util::BodyExt as _;
use serde::de::DeserializeOwned;
use tokio::time::timeout;

use super::answer::{Refusal, bad_request};

/// The largest body.
pub(super) const LIMIT: usize = 4 << 20;
/// For a whole body to arrive.
const PATIENCE: Duration = Duration::from_secs(30);
/// How much of a body that is too large is read and thrown away, so that the client is still there
/// to read why it was refused.
const DISCARD: usize = 32 << 20;

/// The whole body.
pub(super) async fn read(body: Body) -> Result<Bytes, Refusal> {
    read_within(body, LIMIT).await
}

/// The whole body, if it has at most so many bytes.
pub(super) async fn read_within(body: Body, limit: usize) -> Result<Bytes, Refusal> {
    timeout(PATIENCE, collect(body, limit))
        .await
        .unwrap_or_else(|_| {
            let seconds = PATIENCE.as_secs();
            let message =
                format!("the body did not arrive within {seconds} s; nothing was changed");
            Err(Refusal(ApiError {
                code: 408,
                ..ApiError::new(Reason::BadRequest, message)
            }))
        })
}

/// The body, read as JSON.
pub(super) async fn json<T: DeserializeOwned>(body: Body) -> Result<T, Refusal> {
    json_within(body, LIMIT).await
}

/// The body, read as JSON, if it has at most so many bytes.
pub(super) async fn json_within<T: DeserializeOwned>(
    body: Body,
    limit: usize,
) -> Result<T, Refusal> {
    let bytes = read_within(body, limit).await?;
    if bytes.is_empty() {
        return Err(bad_request("the body is empty; send the object as JSON"));
    }
    let expected = |error| {
        bad_request(format!(
            "the body is not the JSON that is expected: {error}"
        ))
    };
    let value = strict::parse(&bytes).map_err(expected)?;
    T::deserialize(value).map_err(expected)
}

async fn collect(mut body: Body, limit: usize) -> Result<Bytes, Refusal> {
    let mut bytes = BytesMut::new();
    let mut total = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| {
            bad_request(format!("the body broke off: {error}; nothing was changed"))
        })?;
        let Ok(data) = frame.into_data() else {
            continue;
        };
        total += data.len();
        if total > limit + DISCARD {
            break;
        }
        if total <= limit {
            bytes.extend_from_slice(&data);
        }
    }
    if total > limit {
        let message = format!(
            "the body is larger than {} MiB; nothing was changed",
            limit >> 20
        );
        let hint = "split it: a Backend's endpoints over several Backends, a Route's rules over several Routes";
        return Err(Refusal(
            ApiError::new(Reason::TooLarge, message).with_hint(hint),
        ));
    }
    Ok(bytes.freeze())
}
