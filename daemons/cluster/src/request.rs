//! Who asks, from where, and under which number: what history, audit and the log say of a request.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use epic_api::{ApiError, Reason, ownership};
use hyper::HeaderMap;
use hyper::header::USER_AGENT;
use uuid::Uuid;

/// The header a request id comes and goes in.
pub const REQUEST_ID: &str = "x-request-id";
/// The longest id a client may choose.
const LONGEST_ID: usize = 128;
/// What is kept of a client's name for itself.
const LONGEST_AGENT: usize = 200;

/// A request's origin. Cheap to clone.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RequestContext {
    /// The client's `X-Request-Id`, or a new UUID.
    pub request_id: Arc<str>,
    /// Who asks, once that is known: `alice`, `node:edge-1`; empty before.
    pub user: Arc<str>,
    /// The peer's address.
    pub source: IpAddr,
    /// What the client calls itself.
    pub user_agent: Option<Arc<str>>,
    /// In whose name fields are owned; see [`RequestContext::manager`].
    pub field_manager: Option<Arc<str>>,
}

impl RequestContext {
    /// What EPIC does by itself.
    pub fn internal(part: &str) -> Self {
        RequestContext {
            request_id: Uuid::new_v4().to_string().into(),
            user: format!("epicd:{part}").into(),
            source: IpAddr::V4(Ipv4Addr::LOCALHOST),
            user_agent: None,
            field_manager: None,
        }
    }

    /// From a request's head; nobody is known yet. A bad id gives a context with a new id beside
    /// the refusal, so that the refusal has a number too.
    pub fn of(headers: &HeaderMap, source: IpAddr) -> (Self, Result<(), ApiError>) {
        let sent = headers.get(REQUEST_ID);
        let usable = sent
            .and_then(|id| id.to_str().ok())
            .filter(|id| is_request_id(id));
        let fine = match (sent, usable) {
            (Some(_), None) => Err(bad_id()),
            _ => Ok(()),
        };
        let request_id = usable.map_or_else(|| Uuid::new_v4().to_string(), str::to_owned);
        let user_agent = headers
            .get(USER_AGENT)
            .and_then(|agent| agent.to_str().ok())
            .map(|agent| agent.chars().take(LONGEST_AGENT).collect::<String>());
        let context = RequestContext {
            request_id: request_id.into(),
            user: "".into(),
            source,
            user_agent: user_agent.map(Into::into),
            field_manager: None,
        };
        (context, fine)
    }

    /// The same request, of somebody.
    #[must_use]
    pub fn by(mut self, user: &str) -> Self {
        self.user = user.into();
        self
    }

    /// The same request, writing in the name of a field manager.
    ///
    /// # Errors
    /// 400 for a name that can't be one.
    pub fn for_manager(mut self, name: Option<&str>) -> Result<Self, ApiError> {
        if let Some(name) = name {
            ownership::check_manager(name)?;
            self.field_manager = Some(name.into());
        }
        Ok(self)
    }

    /// The owner of fields that this request writes: what it says, else the program, else the user.
    pub fn manager(&self) -> &str {
        let program = self.user_agent.as_deref().map(|agent| {
            let end = agent.find(['/', ' ']).unwrap_or(agent.len());
            &agent[..end]
        });
        [self.field_manager.as_deref(), program, Some(&*self.user)]
            .into_iter()
            .flatten()
            .find(|name| ownership::check_manager(name).is_ok())
            .unwrap_or("unknown")
    }
}

/// The other end of a request's connection; an extension of every request.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// What needs no escaping in a log, a header or a shell.
fn is_request_id(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.:/+=@".contains(c);
    (1..=LONGEST_ID).contains(&id.len()) && id.chars().all(plain)
}

fn bad_id() -> ApiError {
    let message = "X-Request-Id is not usable";
    ApiError::new(Reason::BadRequest, message).with_hint(format!(
        "send 1 to {LONGEST_ID} letters, digits and -_.:/+=@, or leave it out"
    ))
}

#[cfg(test)]
mod tests {
    use hyper::header::HeaderValue;

    use super::*;

    fn of(id: Option<&str>) -> (RequestContext, Result<(), ApiError>) {
        let mut headers = HeaderMap::new();
        if let Some(id) = id {
            headers.insert(REQUEST_ID, HeaderValue::from_str(id).unwrap());
        }
        RequestContext::of(&headers, IpAddr::V4(Ipv4Addr::LOCALHOST))
    }

    #[test]
    fn a_client_s_id_is_kept_and_one_is_made_where_there_is_none() {
        assert_eq!(&*of(Some("ci/run-7")).0.request_id, "ci/run-7");
        assert_ne!(of(None).0.request_id, of(None).0.request_id);
    }

    #[test]
    fn an_id_that_could_forge_a_log_line_is_refused() {
        for id in ["", "a b", "a\tb", "\"", &"x".repeat(129)] {
            let (context, fine) = of(Some(id));
            assert_eq!(fine.unwrap_err().code, 400, "{id}");
            assert!(is_request_id(&context.request_id));
        }
    }
}
