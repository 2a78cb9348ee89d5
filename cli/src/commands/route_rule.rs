//! The flags that describe one rule of a route.

use std::str::FromStr;

use clap::{Args, ValueEnum};
use epic_api::Duration;
use epic_api::route::{
    BackendRef, GrpcMatch, GrpcMethodMatch, GrpcRule, Header, HeaderModifier, HttpFilter,
    HttpFilterType, HttpMatch, HttpMethod, HttpRule, HttpTimeouts, PathMatch, PathMatchType,
    PathModifier, PathModifierType, RequestRedirect, UrlRewrite, ValueMatch, ValueMatchType,
};

use super::route_traffic::{TrafficFlags, empty_filter};
use crate::failure::{Failure, Outcome};

/// One rule: what fits, what is done, where it goes.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Rule")]
pub struct RuleFlags {
    /// A path; several make alternatives
    #[arg(long = "path", value_name = "PATH")]
    paths: Vec<String>,
    /// How paths are compared
    #[arg(long, value_name = "TYPE", value_enum, default_value = "prefix")]
    path_type: PathType,
    /// Only this method; with --grpc `shop.v1.Cart/AddItem`, `shop.v1.Cart` or `/AddItem`
    #[arg(long, value_name = "METHOD")]
    method: Option<MethodFlag>,
    /// Only with this header: NAME=VALUE, or NAME~=REGEX
    #[arg(long = "header", value_name = "NAME=VALUE")]
    headers: Vec<ValueFlag>,
    /// Only with this query parameter: NAME=VALUE, or NAME~=REGEX
    #[arg(long = "query", value_name = "NAME=VALUE")]
    queries: Vec<ValueFlag>,
    /// Where requests go, with its share; 1 when absent
    #[arg(short, long = "backend", value_name = "NAME[:WEIGHT]")]
    pub backends: Vec<Weighted>,
    /// Answer with a redirect: `https`, `https://new.example.com`, `https://host:8443/path`, `/path`
    #[arg(long, value_name = "TARGET", conflicts_with = "backends")]
    redirect: Option<RedirectFlag>,
    /// The redirect's status: 301, 302, 303, 307, 308 [default: 302]
    #[arg(long, value_name = "STATUS", requires = "redirect")]
    redirect_status: Option<u16>,
    /// The prefix that the backend gets instead of the one that matched
    #[arg(long, value_name = "PATH")]
    rewrite_prefix: Option<String>,
    /// The host that the backend gets
    #[arg(long, value_name = "HOST")]
    rewrite_host: Option<String>,
    /// Set a request header
    #[arg(long = "set-header", value_name = "NAME=VALUE")]
    set_headers: Vec<HeaderFlag>,
    /// Take a request header away
    #[arg(long = "remove-header", value_name = "NAME")]
    remove_headers: Vec<String>,
    /// Set a response header
    #[arg(long = "set-response-header", value_name = "NAME=VALUE")]
    set_response_headers: Vec<HeaderFlag>,
    /// From the whole request in to the whole response out; 0s for no limit
    #[arg(long, value_name = "DURATION", id = "request_timeout")]
    request_timeout: Option<Duration>,
    /// One try at a backend
    #[arg(long, value_name = "DURATION")]
    backend_timeout: Option<Duration>,
    #[command(flatten)]
    traffic: TrafficFlags,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum PathType {
    #[default]
    Prefix,
    Exact,
    Regex,
}

/// `cart:90`, `cart=90`, `cart`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Weighted {
    /// The backend.
    pub name: String,
    /// Its share.
    pub weight: u32,
}

impl Weighted {
    /// A backend with weight 1.
    pub fn whole(name: String) -> Self {
        Weighted { name, weight: 1 }
    }
}

impl FromStr for Weighted {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once([':', '=']) {
            Some((name, weight)) if !name.is_empty() => Ok(Weighted {
                name: name.to_owned(),
                weight: weight
                    .parse()
                    .map_err(|_| format!("`{weight}` is not a weight; write `{name}:90`"))?,
            }),
            None if !text.is_empty() => Ok(Weighted::whole(text.to_owned())),
            _ => Err("write NAME or NAME:WEIGHT".to_owned()),
        }
    }
}

#[derive(Clone, Debug)]
struct ValueFlag(ValueMatch);

impl FromStr for ValueFlag {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, value) = text
            .split_once('=')
            .filter(|(name, _)| !matches!(*name, "" | "~"))
            .ok_or_else(|| "write NAME=VALUE or NAME~=REGEX".to_owned())?;
        let (name, kind) = match name.strip_suffix('~') {
            Some(name) => (name, ValueMatchType::RegularExpression),
            None => (name, ValueMatchType::Exact),
        };
        Ok(ValueFlag(ValueMatch {
            kind,
            name: name.to_owned(),
            value: value.to_owned(),
        }))
    }
}

#[derive(Clone, Debug)]
struct HeaderFlag(Header);

impl FromStr for HeaderFlag {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('=') {
            Some((name, value)) if !name.is_empty() => Ok(HeaderFlag(Header {
                name: name.to_owned(),
                value: value.to_owned(),
            })),
            _ => Err("write NAME=VALUE".to_owned()),
        }
    }
}

#[derive(Clone, Debug)]
struct RedirectFlag(RequestRedirect);

impl FromStr for RedirectFlag {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut redirect = RequestRedirect::default();
        let rest = match text {
            "http" | "https" => {
                redirect.scheme = Some(text.to_owned());
                ""
            }
            _ => match text.split_once("://") {
                Some((scheme @ ("http" | "https"), rest)) => {
                    redirect.scheme = Some(scheme.to_owned());
                    rest
                }
                Some((scheme, _)) => {
                    return Err(format!(
                        "`{scheme}` is no scheme of a redirect; use http or https"
                    ));
                }
                None => text,
            },
        };
        let (authority, path) = match rest.find('/') {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) => {
                let port = port
                    .parse()
                    .map_err(|_| format!("`{port}` is not a port"))?;
                (host, Some(port))
            }
            None => (authority, None),
        };
        redirect.hostname = Some(host.to_owned()).filter(|host| !host.is_empty());
        redirect.port = port;
        if !path.is_empty() {
            redirect.path = Some(PathModifier {
                kind: PathModifierType::ReplaceFullPath,
                replace_full_path: Some(path.to_owned()),
                replace_prefix_match: None,
            });
        }
        Ok(RedirectFlag(redirect))
    }
}

/// A method of HTTP, or a service, a method or both of gRPC.
#[derive(Clone, Debug)]
enum MethodFlag {
    Http(HttpMethod),
    Grpc(GrpcMethodMatch),
}

impl FromStr for MethodFlag {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.contains(['/', '.']) {
            let (service, method) = text.split_once('/').unwrap_or((text, ""));
            let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            return Ok(MethodFlag::Grpc(GrpcMethodMatch {
                kind: ValueMatchType::Exact,
                service: given(service),
                method: given(method),
            }));
        }
        serde_json::from_value(serde_json::Value::String(text.to_ascii_uppercase()))
            .map(MethodFlag::Http)
            .map_err(|_| {
                "the methods are GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE and PATCH; \
                 of gRPC `shop.v1.Cart/AddItem`"
                    .to_owned()
            })
    }
}

impl RuleFlags {
    /// Whether requests are answered without a backend.
    pub fn answers_itself(&self) -> bool {
        self.redirect.is_some()
    }

    /// The first backend's name.
    pub fn first_backend(&self) -> Option<&str> {
        self.backends.first().map(|backend| backend.name.as_str())
    }

    /// The backends as the API has them.
    pub fn backend_refs(&self) -> Vec<BackendRef> {
        self.backends
            .iter()
            .map(|backend| BackendRef {
                name: backend.name.clone(),
                weight: backend.weight,
            })
            .collect()
    }

    /// Whether any flag of the rule is given.
    pub fn is_given(&self) -> bool {
        self.has_match()
            || self.has_filter()
            || self.has_timeout()
            || self.traffic.is_given()
            || !self.backends.is_empty()
    }

    fn has_match(&self) -> bool {
        !self.paths.is_empty()
            || self.method.is_some()
            || !self.headers.is_empty()
            || !self.queries.is_empty()
    }

    fn has_filter(&self) -> bool {
        self.redirect.is_some()
            || self.rewrite_prefix.is_some()
            || self.rewrite_host.is_some()
            || !self.set_headers.is_empty()
            || !self.remove_headers.is_empty()
            || !self.set_response_headers.is_empty()
            || self.traffic.has_filter()
    }

    fn has_timeout(&self) -> bool {
        self.request_timeout.is_some() || self.backend_timeout.is_some()
    }

    /// Rules for TLS, TCP and UDP have backends and nothing else.
    ///
    /// # Errors
    /// A flag of HTTP rules is given.
    pub fn refuse_http(&self) -> Outcome {
        if self.has_match() || self.has_filter() || self.has_timeout() || self.traffic.is_given() {
            return Err(
                Failure::usage("a TLS, TCP or UDP route takes only --backend")
                    .hint("leave out the flags about paths, headers, filters and timeouts"),
            );
        }
        Ok(())
    }

    /// Puts what is given into a rule for gRPC; what is not given stays.
    ///
    /// # Errors
    /// A flag is given that gRPC rules have nothing for.
    pub fn apply_grpc(&self, rule: &mut GrpcRule) -> Outcome {
        let not_grpc = !self.paths.is_empty()
            || !self.queries.is_empty()
            || self.redirect.is_some()
            || self.rewrite_prefix.is_some()
            || self.rewrite_host.is_some()
            || self.has_timeout()
            || self.traffic.has_cors()
            || self.traffic.has_retry();
        if not_grpc {
            return Err(Failure::usage("gRPC rules have no such thing").hint(
                "they take --method SERVICE/METHOD, --header, header changes, --mirror and --session",
            ));
        }
        if self.has_match() {
            let method = match &self.method {
                None => None,
                Some(MethodFlag::Grpc(method)) => Some(method.clone()),
                Some(MethodFlag::Http(_)) => {
                    return Err(Failure::usage("gRPC calls are all POST")
                        .hint("write `--method shop.v1.Cart/AddItem`"));
                }
            };
            let headers = self.headers.iter().map(|flag| flag.0.clone()).collect();
            rule.matches = vec![GrpcMatch { method, headers }];
        }
        if self.has_filter() {
            rule.filters = self.filters();
        }
        if !self.backends.is_empty() {
            rule.backend_refs = self.backend_refs().into_iter().map(Into::into).collect();
        }
        self.traffic.apply_to_backends(&mut rule.backend_refs)?;
        self.traffic.apply_session(&mut rule.session_persistence);
        Ok(())
    }

    /// Puts what is given into the rule; what is not given stays.
    ///
    /// # Errors
    /// The flags contradict each other.
    pub fn apply(&self, rule: &mut HttpRule) -> Outcome {
        if self.has_match() {
            rule.matches = self.matches()?;
        }
        if self.has_filter() {
            rule.filters = self.filters();
        }
        if !self.backends.is_empty() {
            rule.backend_refs = self.backend_refs().into_iter().map(Into::into).collect();
        } else if self.redirect.is_some() {
            rule.backend_refs.clear();
        }
        if self.has_timeout() {
            let timeouts = rule.timeouts.get_or_insert_with(HttpTimeouts::default);
            timeouts.request = self.request_timeout.or(timeouts.request);
            timeouts.backend_request = self.backend_timeout.or(timeouts.backend_request);
        }
        self.traffic.apply_to_backends(&mut rule.backend_refs)?;
        self.traffic.apply_retry(&mut rule.retry);
        self.traffic.apply_session(&mut rule.session_persistence);
        Ok(())
    }

    fn matches(&self) -> Outcome<Vec<HttpMatch>> {
        let method = match &self.method {
            None => None,
            Some(MethodFlag::Http(method)) => Some(*method),
            Some(MethodFlag::Grpc(_)) => {
                return Err(Failure::usage("a method of gRPC in a rule for HTTP")
                    .hint("give --grpc, or a method like GET"));
            }
        };
        let one = |path: Option<PathMatch>| HttpMatch {
            path,
            headers: self.headers.iter().map(|flag| flag.0.clone()).collect(),
            query_params: self.queries.iter().map(|flag| flag.0.clone()).collect(),
            method,
        };
        if self.paths.is_empty() {
            return Ok(vec![one(None)]);
        }
        let kind = match self.path_type {
            PathType::Prefix => PathMatchType::PathPrefix,
            PathType::Exact => PathMatchType::Exact,
            PathType::Regex => PathMatchType::RegularExpression,
        };
        let paths = self.paths.iter().map(|value| PathMatch {
            kind,
            value: value.clone(),
        });
        Ok(paths.map(|path| one(Some(path))).collect())
    }

    fn filters(&self) -> Vec<HttpFilter> {
        let headers = |flags: &[HeaderFlag]| flags.iter().map(|flag| flag.0.clone()).collect();
        let mut filters = Vec::new();
        if !self.set_headers.is_empty() || !self.remove_headers.is_empty() {
            filters.push(HttpFilter {
                request_header_modifier: Some(HeaderModifier {
                    set: headers(&self.set_headers),
                    add: Vec::new(),
                    remove: self.remove_headers.clone(),
                }),
                ..empty_filter(HttpFilterType::RequestHeaderModifier)
            });
        }
        if !self.set_response_headers.is_empty() {
            filters.push(HttpFilter {
                response_header_modifier: Some(HeaderModifier {
                    set: headers(&self.set_response_headers),
                    ..HeaderModifier::default()
                }),
                ..empty_filter(HttpFilterType::ResponseHeaderModifier)
            });
        }
        if let Some(RedirectFlag(redirect)) = &self.redirect {
            filters.push(HttpFilter {
                request_redirect: Some(RequestRedirect {
                    status_code: self.redirect_status,
                    ..redirect.clone()
                }),
                ..empty_filter(HttpFilterType::RequestRedirect)
            });
        }
        if self.rewrite_prefix.is_some() || self.rewrite_host.is_some() {
            let path = self.rewrite_prefix.clone().map(|prefix| PathModifier {
                kind: PathModifierType::ReplacePrefixMatch,
                replace_full_path: None,
                replace_prefix_match: Some(prefix),
            });
            filters.push(HttpFilter {
                url_rewrite: Some(UrlRewrite {
                    hostname: self.rewrite_host.clone(),
                    path,
                }),
                ..empty_filter(HttpFilterType::UrlRewrite)
            });
        }
        filters.extend(self.traffic.filters());
        filters
    }
}

#[cfg(test)]
mod tests;
