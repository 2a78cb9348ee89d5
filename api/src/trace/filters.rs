//! What filters make of a request, in words.

use super::Request;
use super::fit::has_prefix;
use crate::precedence::Target;
use crate::route::{HttpFilter, PathMatchType, PathModifier, RequestRedirect};

/// A redirect's status and where it leads.
pub(super) fn redirect(
    filter: &RequestRedirect,
    target: &Target,
    request: &Request,
) -> (u16, String) {
    let own = request.scheme.name();
    let scheme = filter.scheme.as_deref().unwrap_or(own);
    let usual = |scheme: &str| match scheme {
        "http" => Some(80),
        "https" => Some(443),
        _ => None,
    };
    let port = filter.port.unwrap_or_else(|| match &filter.scheme {
        Some(scheme) => usual(scheme).unwrap_or(request.port),
        None => request.port,
    });
    let host = filter
        .hostname
        .clone()
        .unwrap_or_else(|| request.wanted_host());
    let path = match &filter.path {
        Some(modifier) => changed(modifier, target, &request.path),
        None => request.path.clone(),
    };
    let port = match usual(scheme) == Some(port) {
        true => String::new(),
        false => format!(":{port}"),
    };
    let location = format!("{scheme}://{host}{port}{path}{}", request.query_text());
    (filter.status_code.unwrap_or(302), location)
}

/// A path after a modifier.
pub(super) fn changed(modifier: &PathModifier, target: &Target, path: &str) -> String {
    if let Some(full) = &modifier.replace_full_path {
        return if full.is_empty() { "/" } else { full }.to_owned();
    }
    let (Some(replacement), Target::Path(matched)) = (&modifier.replace_prefix_match, target)
    else {
        return path.to_owned();
    };
    if matched.kind != PathMatchType::PathPrefix || !has_prefix(path, &matched.value) {
        return path.to_owned();
    }
    let rest = path[matched.value.trim_end_matches('/').len()..].trim_start_matches('/');
    let start = replacement.trim_end_matches('/');
    match (start, rest) {
        ("", rest) => format!("/{rest}"),
        (start, "") => start.to_owned(),
        (start, rest) => format!("{start}/{rest}"),
    }
}

/// The filters besides a redirect, each in a few words.
pub(super) fn words(filters: &[HttpFilter], target: &Target, request: &Request) -> Vec<String> {
    let mut words = Vec::new();
    for filter in filters {
        if let Some(rewrite) = &filter.url_rewrite {
            if let Some(host) = &rewrite.hostname {
                words.push(format!("host becomes {host}"));
            }
            if let Some(path) = &rewrite.path {
                let path = changed(path, target, &request.path);
                words.push(format!("path becomes {path}"));
            }
        }
        if filter.request_header_modifier.is_some() {
            words.push("request headers are changed".to_owned());
        }
        if filter.response_header_modifier.is_some() {
            words.push("response headers are changed".to_owned());
        }
        if let Some(mirror) = &filter.request_mirror {
            words.push(format!("copied to backend {}", mirror.backend_ref.name));
        }
        if filter.cors.is_some() {
            words.push("cross-origin answers are marked".to_owned());
        }
    }
    words
}
