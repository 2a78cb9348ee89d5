//! From a request to its handler: what the path names, who asks, how long it took.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use epic_api::access::{Facility, Verb};
use epic_api::audit::AUDIT_PATH;
use epic_api::batch::BATCH_PATH;
use epic_api::client::BACKUP_PATH;
use epic_api::enroll::{ENROLL_PATH, RENEW_PATH};
use epic_api::event::SYSTEM_ACCOUNT;
use epic_api::path::ApiPath;
use epic_api::{ApiError, Kind, Reason};
use futures::{FutureExt as _, StreamExt as _};
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::{Method, StatusCode};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tracing::Instrument as _;

use super::access::{Access, verb_of};
use super::answer::{Answer, Refusal, is_stream, method_not_allowed, ok};
use super::audited::Record;
use super::history::{self, Place};
use super::limits::{Seat, Usage};
use super::pages::Pages;
use super::queries::{self, Queries, Question};
use super::{agents, audited, backup, batch, enrolment, once, resources, tokens, users};
use crate::audit::Audit;
use crate::auth::{Auth, Subject, Target as Wanted};
use crate::control::Control;
use crate::data_dir::DataDir;
use crate::idempotency::Idempotency;
use crate::metrics::Metrics;
use crate::pki::AgentCa;
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
    pub auth: Auth,
    /// Issues agents' certificates.
    pub ca: Arc<AgentCa>,
    /// What happened.
    pub metrics: Metrics,
    /// Who did what.
    pub audit: Audit,
    /// How much who has asked for.
    pub usage: Usage,
    /// What was answered to requests that may be sent again.
    pub idempotency: Idempotency,
    /// Lists that have further pages.
    pub pages: Pages,
    /// What agents are asked.
    pub queries: Queries,
    /// What backups are taken of.
    pub data_dir: DataDir,
    /// Backups that may be taken at once.
    pub backups: Arc<Semaphore>,
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
    Batch,
    Audit,
    Intent { node: String },
    Report { node: String },
    Answer { node: String, id: String },
    Question(Question),
    Tokens,
    Token { id: String },
    Users,
    User { name: String },
    WhoAmI,
    CanI,
    Enroll,
    Renew,
    Revoke { node: String },
    History(Place),
    Backup,
    Nothing,
}

async fn dispatch(State(api): State<Api>, request: Request) -> Response {
    let began = Instant::now();
    let target = Target::of(request.uri().path());
    let verb = target.verb(request.method(), request.uri().query().unwrap_or_default());
    let kind = target.kind();
    let metrics = api.metrics.clone();
    let (mut context, id) = RequestContext::of(request.headers(), source(&request));
    let span = tracing::info_span!("request", id = &*context.request_id, verb, kind);
    let audited = target.is_audited(request.method());
    let record = audited.then(|| Record::of(&request, target.path()));
    let audit = api.audit.clone();
    let answer = match id {
        Ok(()) => {
            let handled = handle(api, target, &mut context, request);
            handled.instrument(span).await
        }
        Err(error) => Err(error.into()),
    };
    let mut response = answer.unwrap_or_else(IntoResponse::into_response);
    let flooded = context.user.is_empty() && response.status() == StatusCode::TOO_MANY_REQUESTS;
    if let Some(record) = record.filter(|_| !flooded) {
        audit.add(&record.entries(&context, &response));
    }
    if let Ok(id) = HeaderValue::from_str(&context.request_id) {
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

async fn handle(
    api: Api,
    target: Target,
    context: &mut RequestContext,
    request: Request,
) -> Answer {
    match (&target, request.method()) {
        (Target::Health | Target::Ready, &Method::GET) => return health(&api, &target),
        (Target::Health | Target::Ready, method) => return Ok(method_not_allowed(method, "GET")),
        _ => {}
    }
    let method = request.method().clone();
    let access = match Access::of(&api, &request, context.source) {
        Ok(access) => access,
        Err(refusal) => {
            api.usage.take_stranger(context.source)?;
            return Err(refusal);
        }
    };
    context.user = access.caller.name().into();
    let writes = method != Method::GET && target.is_audited(&method);
    api.usage.take(&context.user, context.source, writes)?;
    let query = request.uri().query().unwrap_or_default();
    permit(&access, &target, &method, query)?;
    if writes {
        api.audit.ready()?;
    }
    let seat = match target.verb(&method, query) {
        "watch" => Some(api.usage.watch(&context.user)?),
        _ => None,
    };
    let context = context.clone();
    let keeps = matches!(target, Target::Resource(_) | Target::Batch);
    let answer = match once::key_of(&request, keeps)? {
        Some(key) => {
            let (own, who, what) = (api.clone(), access.clone(), context.clone());
            let act = move |request| {
                async move { answer(&own, target, &who, &what, request).await }.boxed()
            };
            once::handle(api.clone(), context, key, request, act).await
        }
        None => answer(&api, target, &access, &context, request).await,
    };
    match answer {
        Ok(response) if is_stream(&response) => Ok(while_it_lasts(api, access, seat, response)),
        answer => answer,
    }
}

async fn answer(
    api: &Api,
    target: Target,
    access: &Access,
    context: &RequestContext,
    request: Request,
) -> Answer {
    let method = request.method().clone();
    match target {
        Target::Resource(path) => resources::handle(api, path, access, context, request).await,
        Target::Batch => batch::handle(api, access, context, request).await,
        Target::Intent { node } => agents::intent(api, node, request).await,
        Target::Audit => audited::read(api, request).await,
        Target::Report { node } => agents::report(api, node, request).await,
        Target::Answer { node, id } => queries::take(api, &node, &id, request).await,
        Target::Question(question) => queries::ask(api, question, request).await,
        Target::Tokens => tokens::all(api, access, request).await,
        Target::Token { id } => tokens::one(api, access, id, &method).await,
        Target::Users => users::all(api, request).await,
        Target::User { name } => users::one(api, name, request).await,
        Target::WhoAmI => users::who_am_i(access, &method),
        Target::CanI => users::can_i(access, request).await,
        Target::Enroll => enrolment::enroll(api, access, request).await,
        Target::Renew => enrolment::renew(api, access, request).await,
        Target::Revoke { node } => enrolment::revoke(api, node, &method).await,
        Target::Backup => backup::create(api, &method).await,
        Target::History(place) => history::handle(api, place, context, request).await,
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

/// May the caller do this to what the path names?
fn permit(access: &Access, target: &Target, method: &Method, query: &str) -> Result<(), Refusal> {
    let facility = |facility| Wanted::Facility(facility);
    let simple = match *method {
        Method::GET => Verb::Get,
        Method::DELETE => Verb::Delete,
        Method::PUT => Verb::Apply,
        Method::PATCH => Verb::Patch,
        _ => Verb::Create,
    };
    match target {
        Target::Resource(path) => match verb_of(path, method, query) {
            Some(verb) => access.permit_path(verb, path),
            // Says which methods there are, whatever the path names.
            None => Ok(()),
        },
        Target::Intent { node } | Target::Report { node } | Target::Answer { node, .. } => {
            access.permit(simple, Wanted::Node { node })
        }
        // Who may change a gateway may look into it: logs and configuration tell more than it does.
        Target::Question(question) => {
            let wanted = Wanted::Objects {
                kind: Kind::Gateway,
                account: Some(&question.account),
            };
            access.permit(Verb::Apply, wanted)
        }
        Target::Renew => match &access.caller.subject {
            Subject::Agent { node } => access.permit(simple, Wanted::Node { node }),
            _ => access.permit(simple, Wanted::Node { node: "?" }),
        },
        Target::Enroll => access.permit(simple, Wanted::Enroll),
        Target::Revoke { .. } => access.permit(simple, facility(Facility::Joins)),
        Target::Users | Target::User { .. } => access.permit(simple, facility(Facility::Users)),
        // Whose tokens it is about is known only later.
        // Which objects a batch is about, too.
        Target::Tokens | Target::Token { .. } | Target::WhoAmI | Target::CanI | Target::Batch => {
            access.permit(simple, Wanted::Myself)
        }
        Target::Backup => access.permit(simple, facility(Facility::Backup)),
        Target::History(place) => match place.account() {
            Some(account) if account != SYSTEM_ACCOUNT => {
                access.permit(simple, Wanted::HistoryOf { account })
            }
            _ => access.permit(simple, facility(Facility::History)),
        },
        Target::Audit => access.permit(simple, facility(Facility::Audit)),
        Target::Metrics => access.permit(simple, facility(Facility::Metrics)),
        Target::OpenApi => access.permit(simple, facility(Facility::OpenApi)),
        Target::Health | Target::Ready | Target::Nothing => Ok(()),
    }
}

/// Ends a stream when its caller is not who it was any more.
fn while_it_lasts(api: Api, access: Access, seat: Option<Seat>, response: Response) -> Response {
    response.map(|body| {
        let lapses = async move {
            let _seat = seat;
            access.lapses(&api).await;
        };
        Body::from_stream(body.into_data_stream().take_until(Box::pin(lapses)))
    })
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
            BATCH_PATH => return Target::Batch,
            AUDIT_PATH => return Target::Audit,
            "/auth/v1/tokens" => return Target::Tokens,
            "/auth/v1/users" => return Target::Users,
            "/auth/v1/whoami" => return Target::WhoAmI,
            "/auth/v1/can-i" => return Target::CanI,
            BACKUP_PATH => return Target::Backup,
            ENROLL_PATH => return Target::Enroll,
            RENEW_PATH => return Target::Renew,
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
            ["agent", "v1", "nodes", node, "answers", id] => Target::Answer {
                node: (*node).to_owned(),
                id: (*id).to_owned(),
            },
            [
                "debug",
                "v1",
                "accounts",
                account,
                "gateways",
                gateway,
                "instances",
                node,
                what,
            ] => Target::Question(Question {
                account: (*account).to_owned(),
                gateway: (*gateway).to_owned(),
                node: (*node).to_owned(),
                what: (*what).to_owned(),
            }),
            ["auth", "v1", "tokens", id] => Target::Token {
                id: (*id).to_owned(),
            },
            ["auth", "v1", "users", name] => Target::User {
                name: (*name).to_owned(),
            },
            ["auth", "v1", "nodes", node, "revoke"] => Target::Revoke {
                node: (*node).to_owned(),
            },
            ["history", "v1", rest @ ..] => {
                Place::of(rest).map_or(Target::Nothing, Target::History)
            }
            _ => Target::Nothing,
        }
    }

    /// Whether the audit log says so: everything that may change something, but for the reports
    /// that every node sends all the time, and what hands out secrets.
    fn is_audited(&self, method: &Method) -> bool {
        let reads = matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
        match self {
            Target::Report { .. } | Target::Answer { .. } | Target::CanI | Target::Nothing => false,
            Target::Health | Target::Ready | Target::Metrics | Target::OpenApi => false,
            Target::Intent { .. } | Target::Backup => true,
            _ => !reads,
        }
    }

    fn path(&self) -> Option<&ApiPath> {
        match self {
            Target::Resource(path) => Some(path),
            _ => None,
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
            (Target::Batch, _) => "batch",
            (Target::Intent { .. }, _) => "intent",
            (Target::Report { .. }, _) => "report",
            (Target::Answer { .. } | Target::Question(_), _) => "query",
            (Target::Tokens | Target::Token { .. }, _) => "token",
            (Target::Users | Target::User { .. }, _) => "user",
            (Target::Enroll | Target::Renew | Target::Revoke { .. }, _) => "enroll",
            (Target::History(_), _) => "history",
            (Target::Backup, _) => "backup",
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
