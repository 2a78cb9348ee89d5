//! What happens to a request that fits: filters, backends, time limits.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::config::route::v3 as envoy;
use envoy_types::pb::envoy::extensions::retry::host::previous_hosts::v3::PreviousHostsPredicate;
use envoy_types::pb::envoy::r#type::matcher::v3::RegexMatchAndSubstitute;
use envoy_types::util::pack_any;
use epic_api::Backend;
use epic_api::route::{
    Header, HeaderModifier, HttpBackendRef, HttpFilterType, HttpRule, HttpTimeouts, PathMatch,
    PathModifier, PathModifierType, RequestRedirect, UrlRewrite,
};

use super::virtual_host::regex;
use super::{cluster, pb};
use crate::names::ClusterVariant;

/// How long Envoy lets a stream be silent unless told otherwise.
const STREAM_IDLE_MILLIS: u64 = 300_000;

/// Where the request came in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings<'a> {
    /// `http` or `https`.
    pub(super) scheme: &'static str,
    /// The listener's port.
    pub(super) port: u16,
    /// The virtual host: a host, a wildcard, or `*`.
    pub(super) host: &'a str,
}

/// Completes the entry with what the rule says; `clusters` gets those it sends requests to.
pub(super) fn apply(
    rule: &HttpRule,
    path: &PathMatch,
    backends: &BTreeMap<String, Arc<Backend>>,
    surroundings: &Surroundings<'_>,
    entry: &mut envoy::Route,
    clusters: &mut BTreeSet<Arc<str>>,
) {
    let mut rewrite = None;
    let mut redirect_to = None;
    let mut host = None;
    for filter in &rule.filters {
        match filter.kind {
            HttpFilterType::RequestHeaderModifier => {
                if let Some(modifier) = &filter.request_header_modifier {
                    host = set_host(modifier);
                    entry.request_headers_to_add = headers_to_add(modifier);
                    entry.request_headers_to_remove = headers_to_remove(modifier);
                }
            }
            HttpFilterType::ResponseHeaderModifier => {
                if let Some(modifier) = &filter.response_header_modifier {
                    entry.response_headers_to_add = headers_to_add(modifier);
                    entry.response_headers_to_remove = headers_to_remove(modifier);
                }
            }
            HttpFilterType::RequestRedirect => redirect_to = filter.request_redirect.as_ref(),
            HttpFilterType::RequestMirror | HttpFilterType::Cors => {}
            HttpFilterType::UrlRewrite => rewrite = filter.url_rewrite.as_ref(),
        }
    }
    entry.action = Some(match redirect_to {
        Some(filter) => envoy::route::Action::Redirect(redirect(filter, path, surroundings)),
        None => match destination(&rule.backend_refs, backends, clusters) {
            None => direct_response(500),
            Some(specifier) => {
                let mut action = envoy::RouteAction {
                    cluster_specifier: Some(specifier),
                    cluster_not_found_response_code:
                        envoy::route_action::ClusterNotFoundResponseCode::InternalServerError as i32,
                    ..Default::default()
                };
                limit(rule.timeouts.as_ref(), &mut action);
                if let Some(filter) = rewrite {
                    rewrite_url(filter, path, &mut action);
                }
                if let (Some(host), None) = (host, &action.host_rewrite_specifier) {
                    action.host_rewrite_specifier = Some(host_rewrite(host));
                }
                envoy::route::Action::Route(action)
            }
        },
    });
}

/// An answer Envoy gives itself.
pub(super) fn direct_response(status: u32) -> envoy::route::Action {
    envoy::route::Action::DirectResponse(envoy::DirectResponseAction {
        status,
        ..Default::default()
    })
}

/// The clusters by weight. A backend that does not exist keeps its share, which Envoy answers with
/// 500 because the cluster is not there. `None` when nothing has a share.
fn destination(
    refs: &[HttpBackendRef],
    backends: &BTreeMap<String, Arc<Backend>>,
    clusters: &mut BTreeSet<Arc<str>>,
) -> Option<envoy::route_action::ClusterSpecifier> {
    use envoy::weighted_cluster::ClusterWeight;
    let mut weighted: Vec<(Arc<str>, u32)> = Vec::new();
    let mut any = false;
    for backend_ref in refs.iter().filter(|backend_ref| backend_ref.weight > 0) {
        let name = match backends.get(&backend_ref.name) {
            Some(backend) => {
                any = true;
                let name = cluster::name(backend, ClusterVariant::Http);
                clusters.insert(name.clone());
                name
            }
            None => cluster::NO_CLUSTER.into(),
        };
        weighted.push((name, backend_ref.weight));
    }
    if !any {
        return None;
    }
    if let [(only, _)] = weighted.as_slice() {
        return Some(envoy::route_action::ClusterSpecifier::Cluster(
            only.to_string(),
        ));
    }
    let clusters = weighted.into_iter().map(|(name, weight)| ClusterWeight {
        name: name.to_string(),
        weight: pb::uint(weight),
        ..Default::default()
    });
    Some(envoy::route_action::ClusterSpecifier::WeightedClusters(
        envoy::WeightedCluster {
            clusters: clusters.collect(),
            ..Default::default()
        },
    ))
}

/// Time limits, and retries of what never reached a backend: a connection that could not be made,
/// or that the backend closed before it took the request. Those are safe for every method.
fn limit(timeouts: Option<&HttpTimeouts>, action: &mut envoy::RouteAction) {
    let request = timeouts.and_then(|timeouts| timeouts.request);
    let one_try = timeouts.and_then(|timeouts| timeouts.backend_request);
    // Absent is no limit: Envoy's own default of 15 s would cut off long answers that nobody
    // asked to be limited.
    action.timeout = Some(request.map_or_else(|| pb::seconds(0), pb::duration));
    if let Some(request) = request {
        let millis = request.as_millis();
        if millis == 0 || millis > STREAM_IDLE_MILLIS {
            action.idle_timeout = Some(pb::duration(request));
        }
    }
    action.retry_policy = Some(envoy::RetryPolicy {
        retry_on: "connect-failure,refused-stream,reset-before-request".to_owned(),
        num_retries: pb::uint(2),
        per_try_timeout: one_try
            .filter(|one_try| one_try.as_millis() > 0)
            .map(pb::duration),
        retry_host_predicate: vec![envoy::retry_policy::RetryHostPredicate {
            name: "envoy.retry_host_predicates.previous_hosts".to_owned(),
            config_type: Some(
                envoy::retry_policy::retry_host_predicate::ConfigType::TypedConfig(pack_any(
                    PreviousHostsPredicate {},
                )),
            ),
        }],
        host_selection_retry_max_attempts: 3,
        ..Default::default()
    });
}

fn rewrite_url(filter: &UrlRewrite, matched: &PathMatch, action: &mut envoy::RouteAction) {
    if let Some(host) = &filter.hostname {
        action.host_rewrite_specifier = Some(host_rewrite(host));
    }
    match filter.path.as_ref().map(|path| change(path, matched)) {
        None | Some(PathChange::None) => {}
        Some(PathChange::Prefix(prefix)) => action.prefix_rewrite = prefix,
        Some(PathChange::Regex(change)) => action.regex_rewrite = Some(change),
        Some(PathChange::Full(full)) => {
            action.regex_rewrite = Some(substitute("^.+$", &full));
        }
    }
}

fn host_rewrite(host: &str) -> envoy::route_action::HostRewriteSpecifier {
    envoy::route_action::HostRewriteSpecifier::HostRewriteLiteral(host.to_owned())
}

fn redirect(
    filter: &RequestRedirect,
    matched: &PathMatch,
    surroundings: &Surroundings<'_>,
) -> envoy::RedirectAction {
    use envoy::redirect_action::{
        PathRewriteSpecifier, RedirectResponseCode, SchemeRewriteSpecifier,
    };
    let scheme = filter.scheme.as_deref().unwrap_or(surroundings.scheme);
    let port = filter.port.unwrap_or_else(|| match &filter.scheme {
        Some(scheme) => well_known(scheme).unwrap_or(surroundings.port),
        None => surroundings.port,
    });
    let mut action = envoy::RedirectAction {
        host_redirect: filter.hostname.clone().unwrap_or_default(),
        scheme_rewrite_specifier: filter
            .scheme
            .clone()
            .map(SchemeRewriteSpecifier::SchemeRedirect),
        ..Default::default()
    };
    if well_known(scheme) != Some(port) {
        action.port_redirect = port.into();
    } else if filter.hostname.is_none() {
        // Envoy keeps the port of the Host header when it is told none. Where the host is known it
        // is written without; where it is not, a port other than the well-known one is replaced.
        if surroundings.host.starts_with('*') {
            if well_known(surroundings.scheme) != Some(surroundings.port) {
                action.port_redirect = port.into();
            }
        } else {
            action.host_redirect = surroundings.host.to_owned();
        }
    }
    action.path_rewrite_specifier = match filter.path.as_ref().map(|path| change(path, matched)) {
        None | Some(PathChange::None) => None,
        Some(PathChange::Prefix(prefix)) => Some(PathRewriteSpecifier::PrefixRewrite(prefix)),
        Some(PathChange::Regex(change)) => Some(PathRewriteSpecifier::RegexRewrite(change)),
        Some(PathChange::Full(full)) => Some(PathRewriteSpecifier::PathRedirect(full)),
    };
    action.response_code = match filter.status_code {
        Some(301) => RedirectResponseCode::MovedPermanently,
        Some(303) => RedirectResponseCode::SeeOther,
        Some(307) => RedirectResponseCode::TemporaryRedirect,
        Some(308) => RedirectResponseCode::PermanentRedirect,
        _ => RedirectResponseCode::Found,
    } as i32;
    action
}

fn well_known(scheme: &str) -> Option<u16> {
    match scheme {
        "http" => Some(80),
        "https" => Some(443),
        _ => None,
    }
}

/// How a path changes, in the forms Envoy knows.
enum PathChange {
    None,
    Prefix(String),
    Regex(RegexMatchAndSubstitute),
    Full(String),
}

/// The Gateway API's table of `ReplacePrefixMatch`: whole path elements are replaced, and no
/// doubled or missing slash is left, whether prefix or replacement end with a slash or not.
fn change(modifier: &PathModifier, matched: &PathMatch) -> PathChange {
    match modifier.kind {
        PathModifierType::ReplaceFullPath => match modifier.replace_full_path.as_deref() {
            None => PathChange::None,
            Some("") => PathChange::Full("/".to_owned()),
            Some(full) => PathChange::Full(full.to_owned()),
        },
        PathModifierType::ReplacePrefixMatch => {
            let Some(replacement) = &modifier.replace_prefix_match else {
                return PathChange::None;
            };
            let replacement = replacement.trim_end_matches('/');
            let prefix = matched.value.as_str();
            match (prefix, replacement) {
                ("/", "") => PathChange::None,
                ("/", replacement) => PathChange::Prefix(format!("{replacement}/")),
                (prefix, "") => {
                    PathChange::Regex(substitute(&format!("^{}/*", escape(prefix)), "/"))
                }
                (_, replacement) => PathChange::Prefix(replacement.to_owned()),
            }
        }
    }
}

fn substitute(pattern: &str, replacement: &str) -> RegexMatchAndSubstitute {
    RegexMatchAndSubstitute {
        pattern: Some(regex(pattern)),
        // A backslash would name a group.
        substitution: replacement.replace('\\', "\\\\"),
    }
}

/// The text as an RE2 expression that fits just it.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii_punctuation() && !matches!(character, '/' | '_' | '-') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Envoy refuses to change the Host header as a header.
fn is_host(name: &str) -> bool {
    name.eq_ignore_ascii_case("host") || name.starts_with(':')
}

fn set_host(modifier: &HeaderModifier) -> Option<&str> {
    let set = modifier.set.iter().find(|header| is_host(&header.name));
    set.map(|header| header.value.as_str())
}

fn headers_to_add(modifier: &HeaderModifier) -> Vec<core::HeaderValueOption> {
    use core::header_value_option::HeaderAppendAction;
    let set = modifier
        .set
        .iter()
        .map(|header| (header, HeaderAppendAction::OverwriteIfExistsOrAdd));
    let add = modifier
        .add
        .iter()
        .map(|header| (header, HeaderAppendAction::AppendIfExistsOrAdd));
    set.chain(add)
        .filter(|(header, _)| !is_host(&header.name))
        .map(|(header, action)| header_option(header, action))
        .collect()
}

pub(super) fn header_option(
    header: &Header,
    action: core::header_value_option::HeaderAppendAction,
) -> core::HeaderValueOption {
    core::HeaderValueOption {
        header: Some(core::HeaderValue {
            key: header.name.clone(),
            // Envoy would read %…% as a command.
            value: header.value.replace('%', "%%"),
            ..Default::default()
        }),
        append_action: action as i32,
        keep_empty_value: true,
        ..Default::default()
    }
}

fn headers_to_remove(modifier: &HeaderModifier) -> Vec<String> {
    let names = modifier.remove.iter().filter(|name| !is_host(name));
    names.cloned().collect()
}
