//! Redirects, and the paths they and rewrites lead to.

use std::collections::BTreeMap;

use super::faults::{Faults, Place, quote};
use super::{match_rules, names};
use crate::route::{
    HttpFilterType, HttpMatch, HttpRule, PathMatch, PathMatchType, PathModifier, PathModifierType,
    RequestRedirect,
};

/// The longest chain of redirects that is followed: browsers give up after 20.
const MAX_HOPS: usize = 64;

pub(super) fn check(
    place: &Place<'_>,
    redirect: &RequestRedirect,
    prefixes_only: bool,
    faults: &mut Faults,
) {
    if let Some(scheme) = &redirect.scheme
        && scheme != "http"
        && scheme != "https"
    {
        faults.add(
            place.field("scheme"),
            format!("{} is not a known scheme", quote(scheme)),
            "write `http` or `https`",
        );
    }
    if let Some(hostname) = &redirect.hostname {
        names::precise_hostname(place.field("hostname"), hostname, faults);
    }
    if let Some(path) = &redirect.path {
        path_modifier(&place.field("path"), path, prefixes_only, faults);
    }
    if redirect.port == Some(0) {
        faults.add(place.field("port"), "`0` is not a port", "write 1 to 65535");
    }
    if let Some(status) = redirect.status_code
        && ![301, 302, 303, 307, 308].contains(&status)
    {
        faults.add(
            place.field("statusCode"),
            format!("`{status}` is not a redirect"),
            "write 301, 302, 303, 307 or 308",
        );
    }
}

pub(super) fn path_modifier(
    place: &Place<'_>,
    modifier: &PathModifier,
    prefixes_only: bool,
    faults: &mut Faults,
) {
    for (kind, field, value) in [
        (
            PathModifierType::ReplaceFullPath,
            "replaceFullPath",
            &modifier.replace_full_path,
        ),
        (
            PathModifierType::ReplacePrefixMatch,
            "replacePrefixMatch",
            &modifier.replace_prefix_match,
        ),
    ] {
        match value {
            None if kind == modifier.kind => faults.add(
                place.field(field),
                format!("is missing: the type is {kind:?}"),
                format!("give `{field}`"),
            ),
            Some(_) if kind != modifier.kind => faults.add(
                place.field(field),
                format!("does not go with type {:?}", modifier.kind),
                format!("make the type {kind:?}, or remove it"),
            ),
            // An empty replacement takes the prefix away.
            Some(value) if value.is_empty() && kind == PathModifierType::ReplacePrefixMatch => {}
            Some(value) => match_rules::check_path(&place.field(field), value, faults),
            None => {}
        }
    }
    if modifier.kind == PathModifierType::ReplacePrefixMatch && !prefixes_only {
        faults.add(
            place.field("type"),
            "ReplacePrefixMatch in a rule with a match that is not PathPrefix",
            "there is no prefix to replace; make all matches of the rule PathPrefix, or use \
             ReplaceFullPath",
        );
    }
}

/// Adds a fault for every redirect that ends where it began: a client would go round until it gives
/// up. Only what is certain within the route is refused: scheme, host and port stay, and the path
/// that a match is for leads back to itself, at once or by redirects of other exact matches.
pub(super) fn loops(place: &Place<'_>, rules: &[HttpRule], faults: &mut Faults) {
    let mut hops: BTreeMap<&str, &str> = BTreeMap::new();
    for rule in rules {
        for (from, to) in exact_hops(rule) {
            hops.entry(from).or_insert(to);
        }
    }
    for (index, rule) in rules.iter().enumerate() {
        let Some((position, redirect)) = stays(rule) else {
            continue;
        };
        let here = place.item(index);
        let filters = here.field("filters");
        let filter = filters.item(position);
        let whole = HttpMatch::default();
        let matches = if rule.matches.is_empty() {
            std::slice::from_ref(&whole)
        } else {
            &rule.matches
        };
        let to_itself = matches.iter().find(|one| unchanged(one, redirect));
        if let Some(one) = to_itself {
            let path = one.path.clone().unwrap_or_default();
            faults.add(
                filter.field("requestRedirect"),
                format!(
                    "leads requests for {} back to themselves",
                    quote(&path.value)
                ),
                "change `scheme`, `hostname`, `port` or `path`, or remove the filter",
            );
            continue;
        }
        let around = exact_hops(rule).find_map(|(from, to)| round(from, to, &hops));
        if let Some(way) = around {
            faults.add(
                filter.field("requestRedirect"),
                format!("is part of a loop: {way}"),
                "lead one of these paths to a backend or elsewhere",
            );
        }
    }
}

/// The redirect of a rule that leaves scheme, host and port as they are.
fn stays(rule: &HttpRule) -> Option<(usize, &RequestRedirect)> {
    let redirects = rule.filters.iter().enumerate();
    let (position, redirect) = redirects
        .filter(|(_, filter)| filter.kind == HttpFilterType::RequestRedirect)
        .filter_map(|(index, filter)| Some((index, filter.request_redirect.as_ref()?)))
        .next()?;
    let elsewhere =
        redirect.scheme.is_some() || redirect.hostname.is_some() || redirect.port.is_some();
    (!elsewhere).then_some((position, redirect))
}

/// Whether every request of the match, or the one path it is for, is redirected to itself. The next
/// request may well have other headers (a cookie the redirect sets) and another method (303).
fn unchanged(one: &HttpMatch, redirect: &RequestRedirect) -> bool {
    if !one.headers.is_empty() || one.method.is_some() {
        return false;
    }
    let Some(modifier) = &redirect.path else {
        return true;
    };
    let whole = PathMatch::default();
    let path = one.path.as_ref().unwrap_or(&whole);
    match (path.kind, modifier.kind) {
        (PathMatchType::Exact, PathModifierType::ReplaceFullPath) => {
            modifier.replace_full_path.as_deref() == Some(&path.value)
        }
        (PathMatchType::PathPrefix, PathModifierType::ReplacePrefixMatch) => {
            let bare = |path: &str| path.trim_end_matches('/').to_owned();
            modifier.replace_prefix_match.as_deref().map(bare) == Some(bare(&path.value))
        }
        _ => false,
    }
}

/// Paths that the rule takes whatever else a request has, with where it leads them.
fn exact_hops(rule: &HttpRule) -> impl Iterator<Item = (&str, &str)> {
    let to =
        stays(rule).and_then(|(_, redirect)| redirect.path.as_ref()?.replace_full_path.as_deref());
    rule.matches.iter().filter_map(move |one| {
        let path = one.path.as_ref()?;
        let only_path =
            one.headers.is_empty() && one.query_params.is_empty() && one.method.is_none();
        (only_path && path.kind == PathMatchType::Exact).then_some((path.value.as_str(), to?))
    })
}

fn round(from: &str, to: &str, hops: &BTreeMap<&str, &str>) -> Option<String> {
    let mut way = vec![quote(from), quote(to)];
    let mut here = to;
    for _ in 0..MAX_HOPS {
        here = hops.get(here)?;
        if way.len() < 6 {
            way.push(quote(here));
        }
        if here == from {
            return Some(way.join(" to "));
        }
    }
    None
}
