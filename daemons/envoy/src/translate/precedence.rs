//! Which match a request takes, by the Gateway API's precedence (`HTTPRouteRule.matches`).

use std::cmp::Reverse;
use std::collections::BTreeSet;

use epic_api::Route;
use epic_api::route::{HttpMatch, HttpRule, PathMatch, PathMatchType, ValueMatch};
use jiff::Timestamp;

/// One match of one rule of one route.
pub(super) struct Candidate<'a> {
    pub(super) route: &'a Route,
    pub(super) rule: &'a HttpRule,
    pub(super) rule_index: usize,
    pub(super) matching: Match,
}

/// A match without what the Gateway API says to ignore, its path in one spelling.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) path: PathMatch,
    pub(super) headers: Vec<ValueMatch>,
    pub(super) query_params: Vec<ValueMatch>,
    pub(super) method: Option<epic_api::route::HttpMethod>,
    index: usize,
}

impl Match {
    fn new(spec: &HttpMatch, index: usize) -> Self {
        let mut path = spec.path.clone().unwrap_or_default();
        if path.kind == PathMatchType::PathPrefix {
            // `/foo/` means the same as `/foo`.
            let trimmed = path.value.trim_end_matches('/');
            path.value = if trimmed.is_empty() { "/" } else { trimmed }.to_owned();
        }
        Match {
            path,
            headers: first_of_each(&spec.headers, str::to_ascii_lowercase),
            query_params: first_of_each(&spec.query_params, str::to_owned),
            method: spec.method,
            index,
        }
    }

    /// Less is taken before more. Regular expressions stand between exact paths and prefixes (the
    /// Gateway API leaves that open): after them, any route with the prefix `/` would hide them.
    fn rank(&self) -> impl Ord + use<> {
        let kind = match self.path.kind {
            PathMatchType::Exact => 0,
            PathMatchType::RegularExpression => 1,
            PathMatchType::PathPrefix => 2,
        };
        (
            kind,
            Reverse(self.path.value.chars().count()),
            self.method.is_none(),
            Reverse(self.headers.len()),
            Reverse(self.query_params.len()),
        )
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

/// Every match of the routes' HTTP rules, the one to try first first.
pub(super) fn candidates<'a>(routes: impl Iterator<Item = &'a Route>) -> Vec<Candidate<'a>> {
    let mut all: Vec<Candidate<'a>> = routes.flat_map(of_route).collect();
    all.sort_by_cached_key(|candidate| {
        let metadata = &candidate.route.metadata;
        (
            candidate.matching.rank(),
            // A route that was never stored is newer than any that was.
            metadata.creation_timestamp.unwrap_or(Timestamp::MAX),
            metadata.name.clone(),
            candidate.rule_index,
            candidate.matching.index,
        )
    });
    all
}

fn of_route(route: &Route) -> impl Iterator<Item = Candidate<'_>> {
    let rules = route.spec.http.iter().flat_map(|http| &http.rules);
    rules.enumerate().flat_map(move |(rule_index, rule)| {
        let every = HttpMatch::default();
        let matches = if rule.matches.is_empty() {
            vec![Match::new(&every, 0)]
        } else {
            let numbered = rule.matches.iter().enumerate();
            numbered
                .map(|(index, spec)| Match::new(spec, index))
                .collect()
        };
        matches.into_iter().map(move |matching| Candidate {
            route,
            rule,
            rule_index,
            matching,
        })
    })
}

/// How many matches a route has.
pub(super) fn count(route: &Route) -> usize {
    let rules = route.spec.http.iter().flat_map(|http| &http.rules);
    rules.map(|rule| rule.matches.len().max(1)).sum()
}
