//! Which match a request takes, by the Gateway API's precedence (`HTTPRouteRule.matches`,
//! `GRPCRouteRule.matches`).
//!
//! One answer for everybody: the translation to Envoy puts its entries in this order, and a trace
//! says by it which rule a request takes and which it nearly took.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::route::{
    GrpcMatch, HttpBackendRef, HttpFilter, HttpMatch, HttpMethod, HttpRetry, HttpTimeouts,
    PathMatch, PathMatchType, Route, SessionPersistence, ValueMatch, ValueMatchType,
};

/// A rule of an HTTP or gRPC route.
#[derive(Clone, Copy, Debug)]
pub struct Rule<'a> {
    /// What fits it.
    pub matches: Matches<'a>,
    /// Its name, if it has one.
    pub name: Option<&'a str>,
    /// Its place in the route.
    pub index: usize,
    /// What is done to request and response.
    pub filters: &'a [HttpFilter],
    /// Where requests go.
    pub backend_refs: &'a [HttpBackendRef],
    /// Time limits; never for gRPC.
    pub timeouts: Option<&'a HttpTimeouts>,
    /// When a try is repeated; never for gRPC.
    pub retry: Option<&'a HttpRetry>,
    /// Keeps a client at one endpoint.
    pub session: Option<&'a SessionPersistence>,
}

/// What fits a rule.
#[derive(Clone, Copy, Debug)]
pub enum Matches<'a> {
    /// Matches of an HTTP rule.
    Http(&'a [HttpMatch]),
    /// Matches of a gRPC rule.
    Grpc(&'a [GrpcMatch]),
}

/// The route's HTTP or gRPC rules.
pub fn rules(route: &Route) -> impl Iterator<Item = Rule<'_>> {
    let http = route.spec.http.iter().flat_map(|http| &http.rules);
    let grpc = route.spec.grpc.iter().flat_map(|grpc| &grpc.rules);
    let http = http.enumerate().map(|(index, rule)| Rule {
        matches: Matches::Http(&rule.matches),
        name: rule.name.as_deref(),
        index,
        filters: &rule.filters,
        backend_refs: &rule.backend_refs,
        timeouts: rule.timeouts.as_ref(),
        retry: rule.retry.as_ref(),
        session: rule.session_persistence.as_ref(),
    });
    let grpc = grpc.enumerate().map(|(index, rule)| Rule {
        matches: Matches::Grpc(&rule.matches),
        name: rule.name.as_deref(),
        index,
        filters: &rule.filters,
        backend_refs: &rule.backend_refs,
        timeouts: None,
        retry: None,
        session: rule.session_persistence.as_ref(),
    });
    http.chain(grpc)
}

/// One match of one rule of one route.
#[derive(Debug)]
pub struct Candidate<'a> {
    /// The route.
    pub route: &'a Route,
    /// The rule.
    pub rule: Rule<'a>,
    /// The match.
    pub matching: Match,
}

/// A match without what the Gateway API says to ignore, its path in one spelling.
#[derive(Clone, Debug)]
pub struct Match {
    /// Path, or gRPC service and method.
    pub target: Target,
    /// Headers, no name twice.
    pub headers: Vec<ValueMatch>,
    /// Query parameters, no name twice.
    pub query_params: Vec<ValueMatch>,
    /// The method.
    pub method: Option<HttpMethod>,
    index: usize,
}

/// What is asked for.
#[derive(Clone, Debug)]
pub enum Target {
    /// A path.
    Path(PathMatch),
    /// A gRPC service and method; any where `None`.
    Call {
        /// How both are compared.
        kind: ValueMatchType,
        /// The service.
        service: Option<String>,
        /// The method.
        method: Option<String>,
    },
}

impl Match {
    fn http(spec: &HttpMatch, index: usize) -> Self {
        let mut path = spec.path.clone().unwrap_or_default();
        if path.kind == PathMatchType::PathPrefix {
            // `/foo/` means the same as `/foo`.
            let trimmed = path.value.trim_end_matches('/');
            path.value = if trimmed.is_empty() { "/" } else { trimmed }.to_owned();
        }
        Match {
            target: Target::Path(path),
            headers: first_of_each(&spec.headers, str::to_ascii_lowercase),
            query_params: first_of_each(&spec.query_params, str::to_owned),
            method: spec.method,
            index,
        }
    }

    fn grpc(spec: &GrpcMatch, index: usize) -> Self {
        let call = spec.method.clone().unwrap_or_default();
        let given = |name: Option<String>| name.filter(|name| !name.is_empty());
        Match {
            target: Target::Call {
                kind: call.kind,
                service: given(call.service),
                method: given(call.method),
            },
            headers: first_of_each(&spec.headers, str::to_ascii_lowercase),
            query_params: Vec::new(),
            method: None,
            index,
        }
    }

    /// Less is taken before more. Where the Gateway API leaves it open: regular expressions stand
    /// between what is exact and what is a prefix or anything, which would hide them; and gRPC
    /// rules, which only take gRPC calls, stand before HTTP rules of the same host, which take
    /// those as well.
    fn rank(&self) -> impl Ord + use<> {
        match &self.target {
            Target::Call {
                kind,
                service,
                method,
            } => {
                let class = |name: &Option<String>| match (name, kind) {
                    (None, _) => 2,
                    (Some(_), ValueMatchType::RegularExpression) => 1,
                    (Some(_), ValueMatchType::Exact) => 0,
                };
                let length = |name: &Option<String>| name.as_ref().map_or(0, |n| n.chars().count());
                (
                    false,
                    class(service),
                    Reverse(length(service)),
                    class(method),
                    Reverse(length(method)),
                    Reverse(self.headers.len()),
                )
            }
            Target::Path(path) => {
                let kind = match path.kind {
                    PathMatchType::Exact => 0,
                    PathMatchType::RegularExpression => 1,
                    PathMatchType::PathPrefix => 2,
                };
                (
                    true,
                    kind,
                    Reverse(path.value.chars().count()),
                    u8::from(self.method.is_none()),
                    Reverse(self.headers.len()),
                    Reverse(self.query_params.len()),
                )
            }
        }
    }
}

/// Of several entries with the same name only the first counts.
fn first_of_each(matches: &[ValueMatch], identity: impl Fn(&str) -> String) -> Vec<ValueMatch> {
    let mut seen = BTreeSet::new();
    matches
        .iter()
        .filter(|entry| seen.insert(identity(&entry.name)))
        .cloned()
        .collect()
}

/// Every match of the routes' HTTP and gRPC rules, the one to try first first.
pub fn candidates<'a>(routes: impl Iterator<Item = &'a Route>) -> Vec<Candidate<'a>> {
    let mut all: Vec<Candidate<'a>> = routes.flat_map(of_one).collect();
    all.sort_by_cached_key(|candidate| {
        let metadata = &candidate.route.metadata;
        (
            candidate.matching.rank(),
            // A route that was never stored is newer than any that was.
            metadata.creation_timestamp.unwrap_or(Timestamp::MAX),
            metadata.name.clone(),
            candidate.rule.index,
            candidate.matching.index,
        )
    });
    all
}

fn of_one(route: &Route) -> impl Iterator<Item = Candidate<'_>> {
    rules(route).flat_map(move |rule| {
        let matches = match rule.matches {
            Matches::Http(specs) => each(specs, Match::http),
            Matches::Grpc(specs) => each(specs, Match::grpc),
        };
        matches.into_iter().map(move |matching| Candidate {
            route,
            rule,
            matching,
        })
    })
}

/// One match that fits everything when there is none.
fn each<T: Default>(specs: &[T], read: impl Fn(&T, usize) -> Match) -> Vec<Match> {
    if specs.is_empty() {
        return vec![read(&T::default(), 0)];
    }
    let numbered = specs.iter().enumerate();
    numbered.map(|(index, spec)| read(spec, index)).collect()
}

/// How many matches a route has.
pub fn count(route: &Route) -> usize {
    let each = rules(route).map(|rule| match rule.matches {
        Matches::Http(specs) => specs.len().max(1),
        Matches::Grpc(specs) => specs.len().max(1),
    });
    each.sum()
}
