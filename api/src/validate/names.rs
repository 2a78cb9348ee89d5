//! Names of every sort: objects, hosts, headers, labels.

use std::fmt::Display;
use std::net::IpAddr;

use super::faults::{Faults, quote};

/// The longest label of RFC 1123.
pub(super) const MAX_LABEL: usize = 63;
/// The longest hostname.
const MAX_HOSTNAME: usize = 253;
/// The longest name of a header or query parameter (Gateway API).
const MAX_HEADER_NAME: usize = 256;

/// The name of an object or listener.
pub(super) fn label(place: impl Display, name: &str, faults: &mut Faults) {
    if is_label(name) {
        return;
    }
    let hint = match suggested_label(name) {
        Some(better) => format!(
            "use lower-case letters, digits and `-`, at most {MAX_LABEL}, a letter or digit at \
             both ends (RFC 1123); for example `{better}`"
        ),
        None => format!(
            "use lower-case letters, digits and `-`, at most {MAX_LABEL}, a letter or digit at \
             both ends (RFC 1123)"
        ),
    };
    faults.add(place, format!("{} is not a name", quote(name)), hint);
}

/// Whether hosts of a gateway or route may be written so (Gateway API `Hostname`).
pub(super) fn hostname(place: impl Display, host: &str, faults: &mut Faults) {
    if host == "*" {
        faults.add(
            place,
            "`*` alone is not a hostname",
            "leave the hostname out to take every host",
        );
        return;
    }
    let exact = host.strip_prefix("*.").unwrap_or(host);
    if exact.contains('*') {
        faults.add(
            place,
            format!("{} has a `*` that is not its first label", quote(host)),
            "a wildcard is the whole first label: `*.example.com`",
        );
        return;
    }
    precise(place, host, exact, faults);
}

/// A hostname that is not a wildcard (Gateway API `PreciseHostname`).
pub(super) fn precise_hostname(place: impl Display, host: &str, faults: &mut Faults) {
    if host.contains('*') {
        faults.add(
            place,
            format!("{} is a wildcard", quote(host)),
            "write one exact hostname, like `www.example.com`",
        );
    } else {
        precise(place, host, host, faults);
    }
}

fn precise(place: impl Display, whole: &str, exact: &str, faults: &mut Faults) {
    if exact.split('.').all(is_label) && whole.len() <= MAX_HOSTNAME && !looks_like_ip(exact) {
        return;
    }
    let bare = exact.trim_start_matches('[').trim_end_matches(']');
    let (message, hint) = if looks_like_ip(bare) {
        ("is an IP address", "write a DNS name".to_owned())
    } else if exact.contains("://") || exact.contains('/') {
        (
            "is a URL",
            "write the host alone, like `www.example.com`".to_owned(),
        )
    } else if exact.contains(':') {
        (
            "has a port",
            "write the host alone; the port is the listener's".to_owned(),
        )
    } else if exact.chars().any(|c| c.is_ascii_uppercase())
        && exact.to_ascii_lowercase().split('.').all(is_label)
    {
        (
            "has upper-case letters",
            format!("write `{}`", whole.to_ascii_lowercase()),
        )
    } else if !exact.is_ascii() {
        (
            "is not ASCII",
            "write its Punycode form (`xn--…`)".to_owned(),
        )
    } else if whole.len() > MAX_HOSTNAME {
        (
            "is too long",
            format!("a hostname has at most {MAX_HOSTNAME} characters"),
        )
    } else {
        (
            "is not a hostname",
            "write labels of lower-case letters, digits and `-` with dots between them, like \
             `www.example.com`"
                .to_owned(),
        )
    };
    faults.add(place, format!("{} {message}", quote(whole)), hint);
}

/// The name of a header: an RFC 9110 token.
pub(super) fn header(place: impl Display, name: &str, faults: &mut Faults) {
    if name.is_empty() || !name.bytes().all(is_token) {
        let hint = if name.starts_with(':') {
            "pseudo-headers can't be named; match path, method or hostname instead"
        } else {
            "use letters, digits and !#$%&'*+-.^_`|~ (RFC 9110)"
        };
        faults.add(place, format!("{} is not a header name", quote(name)), hint);
    } else if name.len() > MAX_HEADER_NAME {
        faults.add(
            place,
            "the header name is too long",
            format!("write at most {MAX_HEADER_NAME} characters"),
        );
    }
}

/// The name of a cookie: an RFC 6265 token.
pub(super) fn cookie(place: impl Display, name: &str, faults: &mut Faults) {
    if name.is_empty() || name.len() > MAX_HEADER_NAME || !name.bytes().all(is_token) {
        faults.add(
            place,
            format!("{} is not a cookie's name", quote(name)),
            format!(
                "use letters, digits and !#$%&'*+-.^_`|~ (RFC 6265), at most {MAX_HEADER_NAME}"
            ),
        );
    }
}

/// The name of a query parameter.
pub(super) fn query_parameter(place: impl Display, name: &str, faults: &mut Faults) {
    if name.is_empty() || name.len() > MAX_HEADER_NAME {
        faults.add(
            place,
            format!("{} is not a parameter name", quote(name)),
            format!("write 1 to {MAX_HEADER_NAME} characters"),
        );
    }
}

/// A key of labels or annotations: `[prefix/]name`, as in Kubernetes.
pub(super) fn metadata_key(place: impl Display, key: &str, faults: &mut Faults) {
    let (prefix, name) = match key.split_once('/') {
        Some((prefix, name)) => (Some(prefix), name),
        None => (None, key),
    };
    let prefix_fits =
        prefix.is_none_or(|prefix| prefix.len() <= MAX_HOSTNAME && prefix.split('.').all(is_label));
    if !prefix_fits || name.is_empty() || !is_qualified(name) {
        faults.add(
            place,
            format!("{} is not a key", quote(key)),
            "write `name` or `example.com/name`; the name has at most 63 letters, digits, `-`, `_` \
             and `.`, with a letter or digit at both ends",
        );
    }
}

/// The value of a label.
pub(super) fn label_value(place: impl Display, value: &str, faults: &mut Faults) {
    if !value.is_empty() && !is_qualified(value) {
        faults.add(
            place,
            format!("{} is not a label's value", quote(value)),
            "use at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both \
             ends; longer texts go into annotations",
        );
    }
}

/// A character of RFC 9110's `token`.
fn is_token(c: u8) -> bool {
    c.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&c)
}

fn is_label(text: &str) -> bool {
    let inner = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    !text.is_empty()
        && text.len() <= MAX_LABEL
        && text.bytes().all(inner)
        && !text.starts_with('-')
        && !text.ends_with('-')
}

fn is_qualified(text: &str) -> bool {
    let end = |c: Option<u8>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.len() <= MAX_LABEL
        && text
            .bytes()
            .all(|c| c.is_ascii_alphanumeric() || b"-_.".contains(&c))
        && end(text.bytes().next())
        && end(text.bytes().next_back())
}

/// Four numbers are an IPv4 address to every resolver, whatever their size.
fn looks_like_ip(text: &str) -> bool {
    text.parse::<IpAddr>().is_ok()
        || text
            .split('.')
            .next_back()
            .is_some_and(|last| !last.is_empty() && last.bytes().all(|c| c.is_ascii_digit()))
}

/// The nearest name that would do.
fn suggested_label(name: &str) -> Option<String> {
    let better: String = name
        .to_ascii_lowercase()
        .chars()
        .take(MAX_LABEL)
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let better = better.trim_matches('-').to_owned();
    (is_label(&better)).then_some(better)
}
