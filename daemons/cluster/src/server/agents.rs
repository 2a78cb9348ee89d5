//! What agents call: intent down, report up. See [`epic_api::agent`].

use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use epic_api::agent::{BOOKMARK_INTERVAL_SECONDS, IntentLine, NodeReport};
use hyper::Method;
use serde_json::json;
use tokio::time::{Instant, sleep_until};

use super::answer::{Answer, lines, method_not_allowed, ok};
use super::watch::{LIMIT, frame, too_many};
use super::{Api, body};

const IDLE: Duration = Duration::from_secs(BOOKMARK_INTERVAL_SECONDS);

/// The stream of what the node serves.
pub(super) async fn intent(api: &Api, node: String, request: Request) -> Answer {
    if request.method() != Method::GET {
        return Ok(method_not_allowed(request.method(), "GET"));
    }
    let mut parameters = request.uri().query().unwrap_or_default().split('&');
    let agent = parameters.find_map(|parameter| parameter.strip_prefix("agent="));
    let agent = agent.unwrap_or_default().to_owned();
    drop(request);
    let held = api.metrics.watch_begins(LIMIT).ok_or_else(too_many)?;
    let advanced = api.control.advanced();
    let stop = api.stop.clone();
    let mut intent = api.control.subscribe(node.clone(), agent).await?;
    let mut questions = api.queries.listen(&node);
    let stream = async_stream::stream! {
        let _held = held;
        yield frame(std::mem::take(&mut intent.snapshot));
        let mut idle = Instant::now() + IDLE;
        loop {
            tokio::select! {
                biased;
                received = intent.changes.recv() => {
                    let Some(changed) = received else { return };
                    yield frame(changed.iter());
                }
                Some(question) = questions.recv() => yield frame([question]),
                () = stop.cancelled() => return,
                () = sleep_until(idle) => {
                    // Read before the queue is emptied: up to here, every line is in it.
                    let revision = *advanced.borrow();
                    while let Ok(changed) = intent.changes.try_recv() {
                        yield frame(changed.iter());
                    }
                    yield frame([IntentLine::Bookmark { revision }]);
                }
            }
            idle = Instant::now() + IDLE;
        }
    };
    Ok(lines(Body::from_stream(stream)))
}

/// Takes in a report.
pub(super) async fn report(api: &Api, node: String, request: Request) -> Answer {
    if request.method() != Method::POST {
        return Ok(method_not_allowed(request.method(), "POST"));
    }
    let report: NodeReport = body::json(request.into_body()).await?;
    api.control.report(node, report).await?;
    Ok(ok(&json!({})))
}
