//! Which requests an entry takes, in Envoy's words.

use envoy_types::pb::envoy::config::route::v3 as envoy;
use envoy_types::pb::envoy::r#type::matcher::v3 as matcher;
use epic_api::route::{HttpMethod, PathMatch, PathMatchType, ValueMatch, ValueMatchType};

use super::precedence::{Match, Target};
use envoy::route_match::PathSpecifier;

/// Every request.
pub(super) fn every() -> envoy::RouteMatch {
    envoy::RouteMatch {
        path_specifier: Some(PathSpecifier::Prefix("/".to_owned())),
        ..Default::default()
    }
}

/// The requests of a match.
pub(super) fn of(matching: &Match) -> envoy::RouteMatch {
    let method = matching
        .method
        .map(|method| header(":method", exact(method_name(method))));
    let mut found = without_method(matching);
    found.headers.splice(0..0, method);
    found
}

/// The preflights (Fetch standard, "CORS-preflight request") for the requests of a match, from
/// origins that fit.
pub(super) fn preflight_of(matching: &Match, origins: &str) -> envoy::RouteMatch {
    const ASKED: &str = "access-control-request-method";
    let mut found = without_method(matching);
    found.headers.extend([
        header(":method", exact("OPTIONS")),
        header("origin", expression(origins)),
        match matching.method {
            Some(method) => header(ASKED, exact(method_name(method))),
            None => envoy::HeaderMatcher {
                name: ASKED.to_owned(),
                header_match_specifier: Some(
                    envoy::header_matcher::HeaderMatchSpecifier::PresentMatch(true),
                ),
                ..Default::default()
            },
        },
    ]);
    found
}

fn without_method(matching: &Match) -> envoy::RouteMatch {
    let headers = matching.headers.iter().map(|entry| {
        let name = match entry.name.to_ascii_lowercase() {
            name if name == "host" => ":authority".to_owned(),
            name => name,
        };
        header(&name, value(entry))
    });
    let query_parameters = matching.query_params.iter().map(|entry| {
        use envoy::query_parameter_matcher::QueryParameterMatchSpecifier;
        envoy::QueryParameterMatcher {
            name: entry.name.clone(),
            query_parameter_match_specifier: Some(QueryParameterMatchSpecifier::StringMatch(
                value(entry),
            )),
        }
    });
    let mut headers: Vec<envoy::HeaderMatcher> = headers.collect();
    let (path_specifier, grpc) = match &matching.target {
        Target::Path(path) => (of_path(path), None),
        Target::Call {
            kind,
            service,
            method,
        } => {
            let (path, more) = of_call(*kind, service.as_deref(), method.as_deref());
            headers.extend(more);
            let only_calls = envoy::route_match::GrpcRouteMatchOptions::default();
            (path, Some(only_calls))
        }
    };
    envoy::RouteMatch {
        path_specifier: Some(path_specifier),
        headers,
        query_parameters: query_parameters.collect(),
        grpc,
        ..Default::default()
    }
}

fn of_path(path: &PathMatch) -> PathSpecifier {
    match path.kind {
        PathMatchType::Exact => PathSpecifier::Path(path.value.clone()),
        // `path_separated_prefix` must not end with a slash; the root is a prefix of everything.
        PathMatchType::PathPrefix if path.value == "/" => PathSpecifier::Prefix("/".to_owned()),
        PathMatchType::PathPrefix => PathSpecifier::PathSeparatedPrefix(path.value.clone()),
        PathMatchType::RegularExpression => PathSpecifier::SafeRegex(regex(&path.value)),
    }
}

/// A gRPC call's path is `/<service>/<method>`. Two expressions are not made one, for each may be
/// as large as Envoy takes.
fn of_call(
    kind: ValueMatchType,
    service: Option<&str>,
    method: Option<&str>,
) -> (PathSpecifier, Option<envoy::HeaderMatcher>) {
    let path = |text: String| PathSpecifier::SafeRegex(regex(&text));
    match (kind, service, method) {
        (_, None, None) => (PathSpecifier::Prefix("/".to_owned()), None),
        (ValueMatchType::Exact, Some(service), Some(method)) => {
            (PathSpecifier::Path(format!("/{service}/{method}")), None)
        }
        (ValueMatchType::Exact, Some(service), None) => {
            (PathSpecifier::Prefix(format!("/{service}/")), None)
        }
        (ValueMatchType::Exact, None, Some(method)) => {
            (path(format!("/[^/]+/{}", escape(method))), None)
        }
        (ValueMatchType::RegularExpression, None, Some(method)) => {
            (path(format!("/[^/]+/(?:{method})")), None)
        }
        (ValueMatchType::RegularExpression, Some(service), method) => (
            path(format!("/(?:{service})/[^/]+")),
            method.map(|method| header(":path", expression(&format!("/[^/]+/(?:{method})")))),
        ),
    }
}

const fn method_name(method: HttpMethod) -> &'static str {
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
        ValueMatchType::RegularExpression => expression(&entry.value),
    }
}

fn exact(text: &str) -> matcher::StringMatcher {
    use matcher::string_matcher::MatchPattern;
    matcher::StringMatcher {
        match_pattern: Some(MatchPattern::Exact(text.to_owned())),
        ..Default::default()
    }
}

/// Values that the expression fits as a whole.
pub(super) fn expression(pattern: &str) -> matcher::StringMatcher {
    use matcher::string_matcher::MatchPattern;
    matcher::StringMatcher {
        match_pattern: Some(MatchPattern::SafeRegex(regex(pattern))),
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

/// The text as an RE2 expression that fits just it.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii_punctuation() && !matches!(character, '/' | '_' | '-') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
