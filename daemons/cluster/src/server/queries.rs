//! Questions to agents: a line down the node's intent stream, and the answer that comes back. See
//! [`epic_api::query`].

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::Request;
use epic_api::agent::IntentLine;
use epic_api::query::{self, ANSWER_SECONDS, LARGEST_TEXT, LONGEST_FILTER, Query};
use epic_api::{ApiError, Gateway, Kind, ObjectKey, Reason};
use http_body_util::{BodyExt as _, Limited};
use hyper::Method;
use serde_json::json;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;
use uuid::Uuid;

use super::Api;
use super::answer::{Answer, Refusal, bad_request, method_not_allowed, ok};
use crate::control::not_found;

/// Questions that wait for an answer, all nodes together.
const WAITING: usize = 16;
/// Questions that wait to be read by one node's agent.
const QUEUE: usize = 4;

/// Who listens for questions, and who waits for answers. Cheap to clone.
#[derive(Clone, Default)]
pub struct Queries(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    nodes: BTreeMap<String, mpsc::Sender<IntentLine>>,
    waiting: BTreeMap<String, Waiting>,
}

struct Waiting {
    node: String,
    answer: oneshot::Sender<query::Answer>,
}

/// Takes a question off the list however its wait ends.
struct Asked<'a> {
    queries: &'a Queries,
    id: String,
}

impl Drop for Asked<'_> {
    fn drop(&mut self) {
        self.queries.lock().waiting.remove(&self.id);
    }
}

impl Queries {
    /// The questions for a node's agent, for as long as its stream lasts; a newer stream takes them.
    pub(super) fn listen(&self, node: &str) -> mpsc::Receiver<IntentLine> {
        let (sender, receiver) = mpsc::channel(QUEUE);
        self.lock().nodes.insert(node.to_owned(), sender);
        receiver
    }

    async fn ask(&self, node: &str, uid: String, query: Query) -> Result<query::Answer, ApiError> {
        let silent = |why: &str| {
            ApiError::new(Reason::Unavailable, format!("node {node} {why}"))
                .with_hint(format!("epicctl node describe {node}"))
        };
        let id = Uuid::new_v4().to_string();
        let (sender, answer) = oneshot::channel();
        let asked = Asked {
            queries: self,
            id: id.clone(),
        };
        {
            let mut inner = self.lock();
            if inner.waiting.len() >= WAITING {
                let full = format!("{WAITING} questions wait for agents already");
                return Err(ApiError::new(Reason::TooManyRequests, full));
            }
            let line = IntentLine::Query {
                id: id.clone(),
                uid,
                query,
            };
            let Some(lines) = inner.nodes.get(node) else {
                return Err(silent("is not connected"));
            };
            match lines.try_send(line) {
                Ok(()) => {}
                Err(mpsc::error::TrySendError::Full(_)) => {
                    return Err(silent("has too many questions to answer"));
                }
                Err(mpsc::error::TrySendError::Closed(_)) => {
                    return Err(silent("is not connected"));
                }
            }
            let waiting = Waiting {
                node: node.to_owned(),
                answer: sender,
            };
            inner.waiting.insert(id, waiting);
        }
        let answer = timeout(Duration::from_secs(ANSWER_SECONDS), answer).await;
        drop(asked);
        // An answer like any other: to ask again at once would only take longer.
        Ok(answer.ok().and_then(Result::ok).unwrap_or_else(|| {
            query::Answer::failed(format!(
                "node {node} does not answer within {ANSWER_SECONDS} s"
            ))
        }))
    }

    /// Hands an answer to whoever waits for it; one that nobody waits for is dropped, and so is one
    /// of another node than was asked.
    fn answer(&self, node: &str, id: &str, answer: query::Answer) {
        let mut inner = self.lock();
        if inner.waiting.get(id).is_some_and(|one| one.node == node)
            && let Some(waiting) = inner.waiting.remove(id)
        {
            // Whoever asked may have gone.
            let _ = waiting.answer.send(answer);
        }
    }

    /// Whether the node is to answer this; what nobody asked is not even read.
    fn is_asked(&self, node: &str, id: &str) -> bool {
        let inner = self.lock();
        inner.waiting.get(id).is_some_and(|one| one.node == node)
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is asked, of a gateway's instance.
pub(super) struct Question {
    pub(super) account: String,
    pub(super) gateway: String,
    pub(super) node: String,
    pub(super) what: String,
}

/// `/debug/v1/accounts/…`.
pub(super) async fn ask(api: &Api, question: Question, request: Request) -> Answer {
    if request.method() != Method::GET {
        return Ok(method_not_allowed(request.method(), "GET"));
    }
    let parameters: axum::extract::Query<BTreeMap<String, String>> =
        axum::extract::Query::try_from_uri(request.uri())
            .map_err(|error| bad_request(format!("the parameters can't be read: {error}")))?;
    drop(request);
    let filter = parameters.get("filter").map_or("", String::as_str);
    if filter.len() > LONGEST_FILTER {
        return Err(bad_request(format!(
            "the filter is longer than {LONGEST_FILTER} bytes"
        )));
    }
    let lines = parameters.get("lines").map(|text| text.parse());
    let lines = lines
        .transpose()
        .map_err(|_| bad_request("`lines` is no number"))?;
    let what = &question.what;
    let query = Query::named(what, filter, lines).ok_or_else(|| {
        bad_request(format!(
            "there is no question `{what}`: ask for config, clusters, stats, log or access-log"
        ))
    })?;
    let uid = instance(api, &question)?;
    Ok(ok(&api.queries.ask(&question.node, uid, query).await?))
}

/// The uid of the gateway, if it has an instance there.
fn instance(api: &Api, question: &Question) -> Result<String, Refusal> {
    let (node, name) = (&question.node, &question.gateway);
    let key = ObjectKey::in_account(Kind::Gateway, &question.account, name);
    let stored = api.store.get(&key).ok_or_else(|| not_found(&key))?;
    let gateway = Gateway::from_raw(&stored)
        .map_err(|error| ApiError::new(Reason::Internal, error.to_string()))?;
    let mut instances = gateway.status.iter().flat_map(|status| &status.instances);
    let has_one = instances.any(|one| one.node == *node);
    gateway.metadata.uid.filter(|_| has_one).ok_or_else(|| {
        let message = format!("{key} has no instance on node `{node}`");
        ApiError::new(Reason::NotFound, message).into()
    })
}

/// `/agent/v1/nodes/{node}/answers/{id}`.
pub(super) async fn take(api: &Api, node: &str, id: &str, request: Request) -> Answer {
    if request.method() != Method::POST {
        return Ok(method_not_allowed(request.method(), "POST"));
    }
    if !api.queries.is_asked(node, id) {
        return Err(ApiError::new(Reason::NotFound, "nobody waits for this answer").into());
    }
    // JSON writes some characters as two.
    let body = Limited::new(request.into_body(), LARGEST_TEXT * 2).collect();
    let body = timeout(Duration::from_secs(ANSWER_SECONDS), body).await;
    let body = body
        .map_err(|_| bad_request("the answer did not arrive in time"))?
        .map_err(|error| bad_request(format!("the answer can't be read: {error}")))?;
    let answer: query::Answer = serde_json::from_slice(&body.to_bytes())
        .map_err(|error| bad_request(format!("the answer can't be read: {error}")))?;
    api.queries.answer(node, id, answer);
    Ok(ok(&json!({})))
}
