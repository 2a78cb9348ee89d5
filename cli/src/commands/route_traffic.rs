//! The flags about copies, CORS, retries and sessions of one rule.

use std::str::FromStr;

use clap::{Args, ValueEnum};
use epic_api::Duration;
use epic_api::route::{
    Cors, Header, HeaderModifier, HttpBackendRef, HttpFilter, HttpFilterType, HttpRetry, MirrorRef,
    RequestMirror, SessionPersistence, SessionPersistenceType,
};

use crate::failure::{Code, Failure, Outcome};

/// What is done besides sending a request on.
#[derive(Args, Clone, Debug, Default)]
pub struct TrafficFlags {
    /// Send a copy to this backend, of all requests or of this percentage
    #[arg(long = "mirror", value_name = "NAME[:PERCENT]")]
    mirrors: Vec<MirrorFlag>,
    /// CORS: an origin that may read answers (`https://shop.example`), or `*`
    #[arg(long = "cors-origin", value_name = "ORIGIN")]
    cors_origins: Vec<String>,
    /// CORS: methods, or `*`
    #[arg(long = "cors-method", value_name = "METHOD", requires = "cors_origins")]
    cors_methods: Vec<String>,
    /// CORS: request headers, or `*`
    #[arg(long = "cors-header", value_name = "NAME", requires = "cors_origins")]
    cors_headers: Vec<String>,
    /// CORS: response headers that scripts may read, or `*`
    #[arg(long = "cors-expose", value_name = "NAME", requires = "cors_origins")]
    cors_expose: Vec<String>,
    /// CORS: the browser may send credentials
    #[arg(long, requires = "cors_origins")]
    cors_credentials: bool,
    /// CORS: how long a preflight's answer may be kept, in seconds [default: 5]
    #[arg(long, value_name = "SECONDS", requires = "cors_origins")]
    cors_max_age: Option<u32>,
    /// Tries after the first that failed
    #[arg(long = "retries", value_name = "N")]
    retry_attempts: Option<u32>,
    /// Statuses that are tried again, besides connections that fail
    #[arg(long = "retry-on", value_name = "STATUS", value_delimiter = ',')]
    retry_codes: Vec<u16>,
    /// At least this long between tries
    #[arg(long, value_name = "DURATION")]
    retry_backoff: Option<Duration>,
    /// Keep a client at one endpoint, by a cookie or a header
    #[arg(long, value_name = "HOW", value_enum)]
    session: Option<SessionFlag>,
    /// The cookie's or header's name
    #[arg(long, value_name = "NAME", requires = "session")]
    session_name: Option<String>,
    /// The session ends this long after its begin
    #[arg(long, value_name = "DURATION", requires = "session")]
    session_timeout: Option<Duration>,
    /// Set a request header for one backend only
    #[arg(long = "backend-header", value_name = "BACKEND:NAME=VALUE")]
    backend_headers: Vec<BackendHeader>,
}

#[derive(Clone, Debug)]
struct MirrorFlag(RequestMirror);

impl FromStr for MirrorFlag {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, percent) = match text.split_once(':') {
            Some((name, percent)) => (name, Some(percent)),
            None => (text, None),
        };
        let percent = percent
            .map(|percent| {
                let number = percent.trim_end_matches('%').parse();
                number.map_err(|_| format!("`{percent}` is not a percentage; write `{name}:10`"))
            })
            .transpose()?;
        Ok(MirrorFlag(RequestMirror {
            backend_ref: MirrorRef {
                name: name.to_owned(),
            },
            percent,
            fraction: None,
        }))
    }
}

#[derive(Clone, Debug)]
struct BackendHeader {
    backend: String,
    header: Header,
}

impl FromStr for BackendHeader {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || "write BACKEND:NAME=VALUE".to_owned();
        let (backend, rest) = text.split_once(':').ok_or_else(wrong)?;
        let (name, value) = rest.split_once('=').ok_or_else(wrong)?;
        Ok(BackendHeader {
            backend: backend.to_owned(),
            header: Header {
                name: name.to_owned(),
                value: value.to_owned(),
            },
        })
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SessionFlag {
    /// A cookie set by the gateway
    Cookie,
    /// A header the client sends back
    Header,
}

/// A filter of a type, with nothing in it.
pub fn empty_filter(kind: HttpFilterType) -> HttpFilter {
    HttpFilter {
        kind,
        request_header_modifier: None,
        response_header_modifier: None,
        request_redirect: None,
        url_rewrite: None,
        request_mirror: None,
        cors: None,
    }
}

impl TrafficFlags {
    /// Whether a flag is given at all.
    pub fn is_given(&self) -> bool {
        self.has_filter()
            || self.has_retry()
            || self.session.is_some()
            || !self.backend_headers.is_empty()
    }

    /// Whether a flag that becomes a filter of the rule is given.
    pub fn has_filter(&self) -> bool {
        !self.mirrors.is_empty() || self.has_cors()
    }

    /// Whether CORS is asked for.
    pub fn has_cors(&self) -> bool {
        !self.cors_origins.is_empty()
    }

    /// Whether retries are asked for.
    pub fn has_retry(&self) -> bool {
        self.retry_attempts.is_some()
            || !self.retry_codes.is_empty()
            || self.retry_backoff.is_some()
    }

    /// The filters that the flags ask for.
    pub fn filters(&self) -> Vec<HttpFilter> {
        let mut filters = Vec::new();
        for MirrorFlag(mirror) in &self.mirrors {
            filters.push(HttpFilter {
                request_mirror: Some(mirror.clone()),
                ..empty_filter(HttpFilterType::RequestMirror)
            });
        }
        if self.has_cors() {
            filters.push(HttpFilter {
                cors: Some(Cors {
                    allow_origins: self.cors_origins.clone(),
                    allow_credentials: self.cors_credentials.then_some(true),
                    allow_methods: self.cors_methods.clone(),
                    allow_headers: self.cors_headers.clone(),
                    expose_headers: self.cors_expose.clone(),
                    max_age: self.cors_max_age,
                }),
                ..empty_filter(HttpFilterType::Cors)
            });
        }
        filters
    }

    /// Retries as asked for; what is not given stays.
    pub fn apply_retry(&self, retry: &mut Option<HttpRetry>) {
        if !self.has_retry() {
            return;
        }
        let retry = retry.get_or_insert_with(HttpRetry::default);
        retry.attempts = self.retry_attempts.or(retry.attempts);
        retry.backoff = self.retry_backoff.or(retry.backoff);
        if !self.retry_codes.is_empty() {
            retry.codes.clone_from(&self.retry_codes);
        }
    }

    /// The session as asked for; what is not given stays.
    pub fn apply_session(&self, session: &mut Option<SessionPersistence>) {
        let Some(kind) = self.session else { return };
        let session = session.get_or_insert_with(SessionPersistence::default);
        session.kind = match kind {
            SessionFlag::Cookie => SessionPersistenceType::Cookie,
            SessionFlag::Header => SessionPersistenceType::Header,
        };
        if let Some(name) = &self.session_name {
            session.session_name = Some(name.clone());
        }
        session.absolute_timeout = self.session_timeout.or(session.absolute_timeout);
    }

    /// Headers of single backends.
    ///
    /// # Errors
    /// The rule has no such backend.
    pub fn apply_to_backends(&self, backends: &mut [HttpBackendRef]) -> Outcome {
        for BackendHeader { backend, header } in &self.backend_headers {
            let found = backends.iter_mut().find(|one| one.name == *backend);
            let found = found.ok_or_else(|| {
                Failure::new(
                    Code::NotFound,
                    format!("the rule leads to no backend `{backend}`"),
                )
                .hint("name one of its backends before the `:`")
            })?;
            let kind = HttpFilterType::RequestHeaderModifier;
            let position = match found.filters.iter().position(|one| one.kind == kind) {
                Some(position) => position,
                None => {
                    found.filters.push(empty_filter(kind));
                    found.filters.len() - 1
                }
            };
            let modifier = found.filters[position]
                .request_header_modifier
                .get_or_insert_with(HeaderModifier::default);
            modifier
                .set
                .retain(|one| !one.name.eq_ignore_ascii_case(&header.name));
            modifier.set.push(header.clone());
        }
        Ok(())
    }
}
