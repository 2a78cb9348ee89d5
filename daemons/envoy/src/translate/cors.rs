//! CORS (Fetch standard; Gateway API `HTTPCORSFilter`).
//!
//! Envoy's filter marks answers. Preflights are answered by entries of their own, because the
//! filter can't say what `*` means to a request with credentials — the method and headers that are
//! asked for — and because a preflight has another method than the request it is for.

use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::config::route::v3 as envoy;
use envoy_types::pb::envoy::extensions::filters::http::cors::v3::CorsPolicy;
use epic_api::route::Cors;

use super::headers::written;
use super::precedence::Match;
use super::{action, chain, matching, pb};
use crate::translate::entry::Entry;
use core::header_value_option::HeaderAppendAction;

const MAX_AGE_SECONDS: u32 = 5;
const ANY: &str = "*";
/// In bytes; each is about a step of the compiled program, of which EPIC lets Envoy take 5,000.
const LONGEST_EXPRESSION: usize = 2048;

/// The entries that answer the preflights for the requests of a match; one, unless there are very
/// many origins.
pub(super) fn preflights(cors: &Cors, matched: &Match, name: &str) -> Vec<Entry> {
    let answer = answer(cors);
    let each = origins(cors).into_iter().map(|origins| {
        Entry::new(envoy::Route {
            name: name.to_owned(),
            r#match: Some(matching::preflight_of(matched, &origins)),
            action: Some(action::direct_response(204)),
            response_headers_to_add: answer.clone(),
            ..Default::default()
        })
    });
    each.collect()
}

/// What a preflight is answered.
fn answer(cors: &Cors) -> Vec<core::HeaderValueOption> {
    let credentials = cors.allow_credentials == Some(true);
    let list = |items: &[String], asked: &str| {
        if items.is_empty() {
            None
        } else if !items.iter().any(|item| item == ANY) {
            // Names of headers may have a `%`, which begins a command of Envoy.
            Some(items.join(", ").replace('%', "%%"))
        } else if credentials {
            Some(format!("%REQ({asked})%"))
        } else {
            Some(ANY.to_owned())
        }
    };
    let methods = list(&cors.allow_methods, "access-control-request-method");
    let headers = list(&cors.allow_headers, "access-control-request-headers");
    let max_age = cors.max_age.unwrap_or(MAX_AGE_SECONDS).to_string();
    let answer = [
        ("access-control-allow-origin", Some("%REQ(origin)%".into())),
        (
            "access-control-allow-credentials",
            credentials.then(|| "true".to_owned()),
        ),
        ("access-control-allow-methods", methods),
        ("access-control-allow-headers", headers),
        ("access-control-max-age", Some(max_age)),
        ("vary", Some("Origin".to_owned())),
    ];
    let answer = answer.into_iter().filter_map(|(name, value)| {
        let mut header = written(name, value?, HeaderAppendAction::OverwriteIfExistsOrAdd);
        // A preflight that asks for no header is told of none.
        header.keep_empty_value = false;
        Some(header)
    });
    answer.collect()
}

/// Marks the answers of an entry for origins that may read them.
pub(super) fn mark(cors: &Cors, entry: &mut Entry) {
    let policy = CorsPolicy {
        allow_origin_string_match: origins(cors)
            .iter()
            .map(|origins| matching::expression(origins))
            .collect(),
        allow_credentials: pb::boolean(cors.allow_credentials == Some(true)),
        expose_headers: cors.expose_headers.join(", "),
        // What is left are preflights of origins that may not: they are answered without a word
        // about CORS, and are none of the backend's business.
        forward_not_matching_preflights: pb::boolean(false),
        ..Default::default()
    };
    entry.enable(chain::CORS, &policy);
    let vary = written(
        "vary",
        "Origin".to_owned(),
        HeaderAppendAction::AppendIfExistsOrAdd,
    );
    entry.route.response_headers_to_add.push(vary);
}

/// Expressions that fit the origins: exact ones, `https://*.example.com` with any number of labels
/// in place of the star, `*` for all. Several, where one would be larger than Envoy takes.
fn origins(cors: &Cors) -> Vec<String> {
    let mut expressions: Vec<String> = Vec::new();
    for origin in &cors.allow_origins {
        let one = if origin == ANY {
            ".+".to_owned()
        } else {
            let lower = origin.to_ascii_lowercase();
            let parts: Vec<String> = lower.split('*').map(matching::escape).collect();
            parts.join("[^/:]+")
        };
        match expressions.last_mut() {
            Some(last) if last.len() + one.len() < LONGEST_EXPRESSION => {
                last.push('|');
                last.push_str(&one);
            }
            _ => expressions.push(one),
        }
    }
    expressions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_become_expressions_of_bounded_size() {
        let cors = Cors {
            allow_origins: vec![
                "https://Shop.example:8443".into(),
                "http://*.example".into(),
            ],
            ..Cors::default()
        };
        assert_eq!(
            origins(&cors),
            ["https\\://shop\\.example\\:8443|http\\://[^/:]+\\.example"]
        );
        let all = Cors {
            allow_origins: vec!["*".into()],
            ..Cors::default()
        };
        assert_eq!(origins(&all), [".+"]);
        let many = Cors {
            allow_origins: (0..64)
                .map(|n| format!("https://{}.{n}", "a".repeat(240)))
                .collect(),
            ..Cors::default()
        };
        let found = origins(&many);
        assert!(found.iter().all(|one| one.len() < LONGEST_EXPRESSION));
        assert_eq!(
            found
                .iter()
                .map(|one| one.split('|').count())
                .sum::<usize>(),
            64
        );
    }
}
