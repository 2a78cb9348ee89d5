//! Redirects and rewrites: other hosts and other paths.

use envoy_types::pb::envoy::config::route::v3 as envoy;
use envoy_types::pb::envoy::r#type::matcher::v3::RegexMatchAndSubstitute;
use epic_api::route::{PathModifier, PathModifierType, RequestRedirect};

use super::action::Surroundings;
use super::matching;
use super::precedence::Target;

/// The path that requests of the match have at the backend.
pub(super) fn path(modifier: &PathModifier, matched: &Target, action: &mut envoy::RouteAction) {
    match change(modifier, matched) {
        PathChange::None => {}
        PathChange::Prefix(prefix) => action.prefix_rewrite = prefix,
        PathChange::Regex(change) => action.regex_rewrite = Some(change),
        PathChange::Full(full) => {
            action.regex_rewrite = Some(substitute("^.+$", &full));
        }
    }
}

/// The answer that sends a client elsewhere.
pub(super) fn redirect(
    filter: &RequestRedirect,
    matched: &Target,
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
fn change(modifier: &PathModifier, matched: &Target) -> PathChange {
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
            let prefix = match matched {
                Target::Path(path) => path.value.as_str(),
                Target::Call { .. } => return PathChange::None,
            };
            match (prefix, replacement) {
                ("/", "") => PathChange::None,
                ("/", replacement) => PathChange::Prefix(format!("{replacement}/")),
                (prefix, "") => {
                    PathChange::Regex(substitute(&format!("^{}/*", matching::escape(prefix)), "/"))
                }
                (_, replacement) => PathChange::Prefix(replacement.to_owned()),
            }
        }
    }
}

fn substitute(pattern: &str, replacement: &str) -> RegexMatchAndSubstitute {
    RegexMatchAndSubstitute {
        pattern: Some(matching::regex(pattern)),
        // A backslash would name a group.
        substitution: replacement.replace('\\', "\\\\"),
    }
}
