//! From a request to its handler: what the path names, who asks, how long it took.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use epic_api::path::ApiPath;
use epic_api::{ApiError, Reason};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use hyper::{HeaderMap, Method};
use tokio_util::sync::CancellationToken;
use tracing::Instrument as _;

use super::answer::{Answer, Refusal, method_not_allowed, ok};
use super::{agents, resources, tokens};
use crate::auth::{Role, TokenInfo, Tokens};
use crate::control::Control;
use crate::metrics::Metrics;
use crate::request::{Peer, REQUEST_ID, RequestContext};
use crate::store::Store;

/// What handlers work with. Cheap to clone.
#[derive(Clone)]
pub struct Api {
    /// Reads and watches.
    pub store: Arc<dyn Store>,
    /// Writes.
    pub control: Control,
    /// Who may.
    pub tokens: Tokens,
    /// What happened.
    pub metrics: Metrics,
    /// Ends watches when epicd stops.
    pub stop: CancellationToken,
}

/// Everything epicd serves.
pub fn router(api: Api) -> Router {
    Router::new().fallback(dispatch).with_state(api)
}

/// What a path names.
enum Target {
    Health,
    Ready,
    Metrics,
    OpenApi,
    Resource(ApiPath),
    Intent { node: String },
    Report { node: String },
    Tokens,
    Token { id: String },
    Nothing,
}

async fn dispatch(State(api): State<Api>, request: Request) -> Response {
    let began = Instant::now();
    let target = Target::of(request.uri().path());
    let verb = target.verb(request.method(), request.uri().query().unwrap_or_default());
    let kind = target.kind();
    let metrics = api.metrics.clone();
    let (context, id) = RequestContext::of(request.headers(), source(&request));
    let request_id = context.request_id.clone();
    let span = tracing::info_span!("request", id = &*request_id, verb, kind);
    let answer = match id {
        Ok(()) => handle(api, target, context, request).instrument(span).await,
        Err(error) => Err(error.into()),
    };
    let mut response = answer.unwrap_or_else(IntoResponse::into_response);
    if let Ok(id) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    metrics.answered(verb, kind, response.status().as_u16(), began.elapsed());
    response
}

/// The peer; connections put it there.
fn source(request: &Request) -> IpAddr {
    request
        .extensions()
        .get::<Peer>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip())
}

async fn handle(api: Api, target: Target, context: RequestContext, request: Request) -> Answer {
    match (&target, request.method()) {
        (Target::Health | Target::Ready, &Method::GET) => return health(&api, &target),
        (Target::Health | Target::Ready, method) => return Ok(method_not_allowed(method, "GET")),
        _ => {}
    }
    let method = request.method().clone();
    let caller = caller(&api, request.headers())?;
    permit(&caller, &target)?;
    let context = context.by(&name(&caller));
    match target {
        Target::Resource(path) => resources::handle(&api, path, &context, request).await,
        Target::Intent { node } => agents::intent(&api, node, &method).await,
        Target::Report { node } => agents::report(&api, node, request).await,
        Target::Tokens => tokens::all(&api, request).await,
        Target::Token { id } => tokens::one(&api, id, &method).await,
        Target::OpenApi => match method {
            Method::GET => Ok(ok(&epic_api::openapi::document())),
            method => Ok(method_not_allowed(&method, "GET")),
        },
        Target::Metrics => match method {
            Method::GET => {
                let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
                Ok((
                    [(CONTENT_TYPE, kind)],
                    api.metrics.render(api.store.as_ref()),
                )
                    .into_response())
            }
            method => Ok(method_not_allowed(&method, "GET")),
        },
        Target::Health | Target::Ready | Target::Nothing => Err(nothing_at(request.uri().path())),
    }
}

fn health(api: &Api, target: &Target) -> Answer {
    if matches!(target, Target::Ready) && api.stop.is_cancelled() {
        return Err(ApiError::new(Reason::Unavailable, "epicd is stopping").into());
    }
    Ok("ok\n".into_response())
}

/// Whose request this is.
fn caller(api: &Api, headers: &HeaderMap) -> Result<TokenInfo, Refusal> {
    let sent = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim());
    let unauthorized = |message: &str, hint: &str| {
        Refusal(ApiError::new(Reason::Unauthorized, message).with_hint(hint))
    };
    let Some(token) = sent else {
        return Err(unauthorized(
            "this needs a token and none was sent",
            "send `Authorization: Bearer TOKEN`; `epicctl context` shows which one is used",
        ));
    };
    api.tokens.check(token).ok_or_else(|| {
        unauthorized(
            "the token is not known here",
            "it was deleted, or is another cluster's; admin-context.toml in epicd's data folder holds one that works",
        )
    })
}

/// As history and audit have it.
fn name(caller: &TokenInfo) -> String {
    match &caller.node {
        Some(node) => format!("node:{node}"),
        None => "admin".to_owned(),
    }
}

fn permit(caller: &TokenInfo, target: &Target) -> Result<(), Refusal> {
    let forbidden = |message: String, hint: &str| {
        Err(Refusal(
            ApiError::new(Reason::Forbidden, message).with_hint(hint),
        ))
    };
    match (target, caller.role) {
        (Target::Intent { node } | Target::Report { node }, Role::Agent) => {
            if caller.node.as_ref() == Some(node) {
                return Ok(());
            }
            let own = caller.node.as_deref().unwrap_or("no node");
            forbidden(
                format!("the token is for {own}, not for {node}"),
                "`epicctl node join NAME` makes a token for a node",
            )
        }
        (Target::Intent { .. } | Target::Report { .. }, Role::Admin) => forbidden(
            "only a node's own agent may do this: private keys pass here".to_owned(),
            "`epicctl node join NAME` makes a token for a node",
        ),
        (_, Role::Agent) => forbidden(
            "an agent's token is good for its node's intent and report only".to_owned(),
            "use an admin's token",
        ),
        (_, Role::Admin) => Ok(()),
    }
}

fn nothing_at(path: &str) -> Refusal {
    let error = ApiError::new(Reason::NotFound, format!("there is nothing at {path}"));
    Refusal(error.with_hint("GET /openapi.json lists what there is"))
}

impl Target {
    fn of(path: &str) -> Target {
        match path {
            "/healthz" => return Target::Health,
            "/readyz" => return Target::Ready,
            "/metrics" => return Target::Metrics,
            "/openapi.json" => return Target::OpenApi,
            "/auth/v1/tokens" => return Target::Tokens,
            _ => {}
        }
        if let Some(rest) = path.strip_prefix(ApiPath::prefix().as_str()) {
            return ApiPath::parse(rest).map_or(Target::Nothing, Target::Resource);
        }
        let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        match segments.as_slice() {
            ["agent", "v1", "nodes", node, "intent"] => Target::Intent {
                node: (*node).to_owned(),
            },
            ["agent", "v1", "nodes", node, "report"] => Target::Report {
                node: (*node).to_owned(),
            },
            ["auth", "v1", "tokens", id] => Target::Token {
                id: (*id).to_owned(),
            },
            _ => Target::Nothing,
        }
    }

    /// For the metrics: a small set, whatever is sent.
    fn verb(&self, method: &Method, query: &str) -> &'static str {
        match (self, method) {
            (Target::Resource(ApiPath::List { .. }), &Method::GET)
                if query.contains("watch=true") =>
            {
                "watch"
            }
            (Target::Resource(ApiPath::List { .. }), &Method::GET) => "list",
            (Target::Resource(_), &Method::GET) => "get",
            (Target::Resource(_), &Method::POST) => "create",
            (Target::Resource(_), &Method::PUT) => "apply",
            (Target::Resource(_), &Method::DELETE) => "delete",
            (Target::Intent { .. }, _) => "intent",
            (Target::Report { .. }, _) => "report",
            (Target::Tokens | Target::Token { .. }, _) => "token",
            _ => "other",
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Target::Resource(ApiPath::List { kind, .. }) => kind.name(),
            Target::Resource(ApiPath::Object { key, .. }) => key.kind.name(),
            _ => "",
        }
    }
}
