//! Which conditions of a match a request meets, as Envoy would compare them.

use regex::Regex;

use super::Request;
use crate::precedence::{Match, Target};
use crate::route::{HttpMethod, PathMatchType, ValueMatch, ValueMatchType};

/// The conditions that do not hold, each in a few words; empty where all do.
pub(super) fn failed(matching: &Match, request: &Request) -> Vec<String> {
    let mut failed = Vec::new();
    match &matching.target {
        Target::Path(path) => {
            let (fits, how) = match path.kind {
                PathMatchType::Exact => (request.path == path.value, "exactly"),
                PathMatchType::PathPrefix => (has_prefix(&request.path, &path.value), "under"),
                PathMatchType::RegularExpression => (whole(&path.value, &request.path), "like"),
            };
            if !fits {
                failed.push(format!(
                    "path is {}, not {how} {}",
                    request.path, path.value
                ));
            }
        }
        Target::Call {
            kind,
            service,
            method,
        } => call(
            request,
            *kind,
            service.as_deref(),
            method.as_deref(),
            &mut failed,
        ),
    }
    if let Some(method) = matching.method
        && request.method != method_name(method)
    {
        let wanted = method_name(method);
        failed.push(format!("method is {}, not {wanted}", request.method));
    }
    for entry in &matching.headers {
        value(
            "header",
            entry,
            request.header(&entry.name).as_deref(),
            &mut failed,
        );
    }
    for entry in &matching.query_params {
        value("query", entry, request.parameter(&entry.name), &mut failed);
    }
    failed
}

fn call(
    request: &Request,
    kind: ValueMatchType,
    service: Option<&str>,
    method: Option<&str>,
    failed: &mut Vec<String>,
) {
    let content = request.header("content-type").unwrap_or_default();
    if !content.starts_with("application/grpc") {
        failed.push("it is no gRPC call".to_owned());
        return;
    }
    let path = request.path.trim_start_matches('/');
    let (asked_service, asked_method) = path.split_once('/').unwrap_or((path, ""));
    for (what, wanted, asked) in [
        ("service", service, asked_service),
        ("method", method, asked_method),
    ] {
        let Some(wanted) = wanted else { continue };
        let fits = match kind {
            ValueMatchType::Exact => wanted == asked,
            ValueMatchType::RegularExpression => whole(wanted, asked),
        };
        if !fits {
            failed.push(format!("gRPC {what} is `{asked}`, not `{wanted}`"));
        }
    }
}

fn value(what: &str, entry: &ValueMatch, found: Option<&str>, failed: &mut Vec<String>) {
    let ValueMatch { name, value, .. } = entry;
    let Some(found) = found else {
        failed.push(format!("{what} `{name}` is absent, not `{value}`"));
        return;
    };
    let fits = match entry.kind {
        ValueMatchType::Exact => value == found,
        ValueMatchType::RegularExpression => whole(value, found),
    };
    if !fits {
        failed.push(format!("{what} `{name}` is `{found}`, not `{value}`"));
    }
}

/// Whole path elements: `/foo` is a prefix of `/foo/bar`, not of `/foobar`.
pub(super) fn has_prefix(path: &str, prefix: &str) -> bool {
    prefix == "/"
        || path
            .strip_prefix(prefix)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether the expression fits the whole text. One that this library can't read fits nothing: it
/// was not admitted either.
fn whole(expression: &str, text: &str) -> bool {
    Regex::new(&format!("^(?:{expression})$")).is_ok_and(|regex| regex.is_match(text))
}

fn method_name(method: HttpMethod) -> String {
    let name = serde_json::to_value(method).unwrap_or_default();
    name.as_str().unwrap_or_default().to_owned()
}
