//! `/backup/v1`: everything, in one file, while writes go on.

use axum::body::Body;
use axum::response::IntoResponse as _;
use epic_api::{ApiError, Reason};
use hyper::Method;
use hyper::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use tokio_util::io::ReaderStream;

use super::Api;
use super::answer::{Answer, method_not_allowed};
use crate::backup;

/// Read from the disk at a time.
const CHUNK: usize = 64 << 10;

/// Makes a backup and hands it out.
pub(super) async fn create(api: &Api, method: &Method) -> Answer {
    if method != Method::GET {
        return Ok(method_not_allowed(method, "GET"));
    }
    let Ok(turn) = api.backups.clone().try_acquire_owned() else {
        let message = "another backup is being taken";
        return Err(ApiError::new(Reason::TooManyRequests, message)
            .with_hint("wait until it is done")
            .into());
    };
    let data_dir = api.data_dir.clone();
    let made = tokio::task::spawn_blocking(move || backup::create(&data_dir)).await;
    let made =
        made.map_err(|_| ApiError::new(Reason::Internal, "epicd failed; its log says why"))??;
    drop(turn);
    let bytes = ReaderStream::with_capacity(tokio::fs::File::from_std(made.file), CHUNK);
    let head = [
        (CONTENT_TYPE, "application/vnd.sqlite3".to_owned()),
        (CONTENT_LENGTH, made.size.to_string()),
        (
            CONTENT_DISPOSITION,
            "attachment; filename=\"epic-backup.db\"".to_owned(),
        ),
    ];
    Ok((head, Body::from_stream(bytes)).into_response())
}
