//! A host's routes as an Envoy virtual host.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use envoy_types::pb::envoy::config::route::v3 as envoy;
use envoy_types::pb::envoy::r#type::matcher::v3 as matcher;
use epic_api::route::{PathMatchType, ValueMatch, ValueMatchType};
use epic_api::{Backend, Route};
use prost::Message;

use super::action::{self, Surroundings};
use super::precedence::{self, Candidate, Match};
use crate::names;

/// A rendered virtual host.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct VirtualHost {
    /// The encoded message.
    pub(super) bytes: Vec<u8>,
    /// The clusters it sends requests to.
    pub(super) clusters: BTreeSet<Arc<str>>,
}

/// What answers the requests of a host that a listener takes from another one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Nobody {
    /// 404: no route fits, as everywhere.
    NotFound,
    /// 421: another listener of the port, with another certificate, is for this host; the client
    /// must open a connection of its own (RFC 9110, 15.5.20; Gateway API GEP-3567).
    Misdirected,
}

/// Renders the host with the matches of all its routes. Requests that fit none get a 404.
pub(super) fn render<'a>(
    host: &str,
    routes: impl Iterator<Item = &'a Route>,
    nobody: Nobody,
    backends: &BTreeMap<String, Arc<Backend>>,
    surroundings: &Surroundings<'_>,
) -> VirtualHost {
    let mut clusters = BTreeSet::new();
    let mut entries: Vec<envoy::Route> = precedence::candidates(routes)
        .iter()
        .map(|candidate| entry(candidate, backends, surroundings, &mut clusters))
        .collect();
    if nobody == Nobody::Misdirected {
        entries.push(envoy::Route {
            r#match: Some(envoy::RouteMatch {
                path_specifier: Some(envoy::route_match::PathSpecifier::Prefix("/".to_owned())),
                ..Default::default()
            }),
            action: Some(action::direct_response(421)),
            ..Default::default()
        });
    }
    let message = envoy::VirtualHost {
        name: host.to_owned(),
        domains: vec![host.to_owned()],
        routes: entries,
        ..Default::default()
    };
    VirtualHost {
        bytes: message.encode_to_vec(),
        clusters,
    }
}

fn entry(
    candidate: &Candidate<'_>,
    backends: &BTreeMap<String, Arc<Backend>>,
    surroundings: &Surroundings<'_>,
    clusters: &mut BTreeSet<Arc<str>>,
) -> envoy::Route {
    let route = &candidate.route.metadata.name;
    let rule = match &candidate.rule.name {
        Some(name) => name.clone(),
        None => candidate.rule_index.to_string(),
    };
    let mut entry = envoy::Route {
        name: format!("{route}/{rule}"),
        stat_prefix: names::route_stat_prefix(route),
        r#match: Some(route_match(&candidate.matching)),
        ..Default::default()
    };
    action::apply(
        candidate.rule,
        &candidate.matching.path,
        backends,
        surroundings,
        &mut entry,
        clusters,
    );
    entry
}

fn route_match(matching: &Match) -> envoy::RouteMatch {
    use envoy::route_match::PathSpecifier;
    let path = &matching.path;
    let path_specifier = match path.kind {
        PathMatchType::Exact => PathSpecifier::Path(path.value.clone()),
        // `path_separated_prefix` must not end with a slash; the root is a prefix of everything.
        PathMatchType::PathPrefix if path.value == "/" => PathSpecifier::Prefix("/".to_owned()),
        PathMatchType::PathPrefix => PathSpecifier::PathSeparatedPrefix(path.value.clone()),
        PathMatchType::RegularExpression => PathSpecifier::SafeRegex(regex(&path.value)),
    };
    let method = matching
        .method
        .map(|method| header(":method", exact(method_name(method))));
    let headers = matching.headers.iter().map(|entry| {
        let name = match entry.name.to_ascii_lowercase() {
            name if name == "host" => ":authority".to_owned(),
            name => name,
        };
        header(&name, value(entry))
    });
    envoy::RouteMatch {
        path_specifier: Some(path_specifier),
        headers: method.into_iter().chain(headers).collect(),
        query_parameters: matching
            .query_params
            .iter()
            .map(|entry| envoy::QueryParameterMatcher {
                name: entry.name.clone(),
                query_parameter_match_specifier: Some(
                    envoy::query_parameter_matcher::QueryParameterMatchSpecifier::StringMatch(
                        value(entry),
                    ),
                ),
            })
            .collect(),
        ..Default::default()
    }
}

fn method_name(method: epic_api::route::HttpMethod) -> &'static str {
    use epic_api::route::HttpMethod;
    match method {
        HttpMethod::Get => "GET",
        HttpMethod::Head => "HEAD",
        HttpMethod::Post => "POST",
        HttpMethod::Put => "PUT",
        HttpMethod::Delete => "DELETE",
        HttpMethod::Connect => "CONNECT",
        HttpMethod::Options => "OPTIONS",
        HttpMethod::Trace => "TRACE",
        HttpMethod::Patch => "PATCH",
    }
}

fn header(name: &str, value: matcher::StringMatcher) -> envoy::HeaderMatcher {
    envoy::HeaderMatcher {
        name: name.to_owned(),
        header_match_specifier: Some(envoy::header_matcher::HeaderMatchSpecifier::StringMatch(
            value,
        )),
        ..Default::default()
    }
}

fn value(entry: &ValueMatch) -> matcher::StringMatcher {
    match entry.kind {
        ValueMatchType::Exact => exact(&entry.value),
        ValueMatchType::RegularExpression => matcher::StringMatcher {
            match_pattern: Some(matcher::string_matcher::MatchPattern::SafeRegex(regex(
                &entry.value,
            ))),
            ..Default::default()
        },
    }
}

fn exact(text: &str) -> matcher::StringMatcher {
    matcher::StringMatcher {
        match_pattern: Some(matcher::string_matcher::MatchPattern::Exact(
            text.to_owned(),
        )),
        ..Default::default()
    }
}

/// An expression that must fit the whole value.
pub(super) fn regex(pattern: &str) -> matcher::RegexMatcher {
    matcher::RegexMatcher {
        regex: pattern.to_owned(),
        ..Default::default()
    }
}
