//! What requests and calls a rule is for.

use super::faults::{Faults, Place, quote};
use super::{count, expression, names, unique};
use crate::route::{
    GrpcMatch, GrpcMethodMatch, HttpMatch, PathMatch, PathMatchType, ValueMatch, ValueMatchType,
};

/// The longest path.
pub(super) const MAX_PATH: usize = 1024;
const MAX_CONDITIONS: usize = 16;
const MAX_VALUE: usize = 4096;
/// The longest service or method of gRPC (Gateway API).
const MAX_GRPC_NAME: usize = 1024;

pub(super) fn http(place: &Place<'_>, one: &HttpMatch, faults: &mut Faults) {
    if let Some(path) = &one.path {
        path_match(&place.field("path").field("value"), path, faults);
    }
    headers(&place.field("headers"), &one.headers, faults);
    let parameters = place.field("queryParams");
    count(
        &parameters,
        "parameters",
        one.query_params.len(),
        0,
        MAX_CONDITIONS,
        faults,
    );
    for (index, parameter) in one.query_params.iter().enumerate() {
        let here = parameters.item(index);
        names::query_parameter(here.field("name"), &parameter.name, faults);
        value_match(&here.field("value"), parameter, faults);
    }
    let by_name = one.query_params.iter().map(|parameter| &parameter.name);
    unique(
        &parameters,
        by_name,
        |name| format!("parameter {}", quote(name)),
        faults,
    );
}

pub(super) fn grpc(place: &Place<'_>, one: &GrpcMatch, faults: &mut Faults) {
    if let Some(method) = &one.method {
        grpc_method(&place.field("method"), method, faults);
    }
    headers(&place.field("headers"), &one.headers, faults);
}

fn grpc_method(place: &Place<'_>, one: &GrpcMethodMatch, faults: &mut Faults) {
    let (service, method) = (one.service.as_deref(), one.method.as_deref());
    if service.is_none() && method.is_none() {
        faults.add(
            place,
            "has neither `service` nor `method`",
            "give one of the two or both, or leave the whole match out to take every call",
        );
    }
    let named = |text: &str| {
        let first = |c: u8| c.is_ascii_alphabetic() || c == b'_';
        text.bytes().next().is_some_and(first)
            && text.bytes().all(|c| first(c) || c.is_ascii_digit())
    };
    let of_service = |text: &str| {
        let bare = text.strip_prefix('.').unwrap_or(text);
        bare.split('.').all(named)
    };
    let mut check = |field: &str, text: Option<&str>, fits: &dyn Fn(&str) -> bool, hint: &str| {
        let Some(text) = text else { return };
        let here = place.field(field);
        match one.kind {
            ValueMatchType::RegularExpression => expression::check(here, text, faults),
            ValueMatchType::Exact if text.len() > MAX_GRPC_NAME || !fits(text) => {
                faults.add(here, format!("{} is not a gRPC {field}", quote(text)), hint);
            }
            ValueMatchType::Exact => {}
        }
    };
    let hint = "write the package and the service, like `shop.v1.Cart`";
    check("service", service, &of_service, hint);
    check(
        "method",
        method,
        &named,
        "write the method alone, like `AddItem`",
    );
}

fn headers(place: &Place<'_>, headers: &[ValueMatch], faults: &mut Faults) {
    count(place, "headers", headers.len(), 0, MAX_CONDITIONS, faults);
    for (index, header) in headers.iter().enumerate() {
        let here = place.item(index);
        names::header(here.field("name"), &header.name, faults);
        value_match(&here.field("value"), header, faults);
    }
    let by_name = headers
        .iter()
        .map(|header| header.name.to_ascii_lowercase());
    unique(
        place,
        by_name,
        |name| format!("header {}", quote(name)),
        faults,
    );
}

fn path_match(place: &Place<'_>, path: &PathMatch, faults: &mut Faults) {
    match path.kind {
        PathMatchType::RegularExpression => expression::check(place, &path.value, faults),
        PathMatchType::Exact | PathMatchType::PathPrefix => check_path(place, &path.value, faults),
    }
}

/// A path that Envoy's normalised request paths can be equal to.
pub(super) fn check_path(place: &Place<'_>, path: &str, faults: &mut Faults) {
    let fault = if !path.starts_with('/') {
        Some((
            "does not begin with `/`",
            format!("write `/{}`", path.trim_matches('`')),
        ))
    } else if path.len() > MAX_PATH {
        Some(("is too long", format!("write at most {MAX_PATH} bytes")))
    } else if path.contains("//") {
        Some(("has `//`", "write one `/`".to_owned()))
    } else if ["/./", "/../"].iter().any(|dots| path.contains(dots))
        || path.ends_with("/.")
        || path.ends_with("/..")
    {
        Some((
            "has `.` or `..` as an element",
            "write the path it leads to".to_owned(),
        ))
    } else if path.to_ascii_lowercase().contains("%2f") {
        Some((
            "has an encoded `/`",
            "paths are compared after decoding it; write `/`".to_owned(),
        ))
    } else if path.contains('#') {
        Some((
            "has `#`",
            "a fragment never reaches a server; remove it".to_owned(),
        ))
    } else if path.contains('?') {
        Some(("has `?`", "match the query by `queryParams`".to_owned()))
    } else {
        stray_character(path).map(|hint| ("has a character that paths do not have", hint))
    };
    if let Some((message, hint)) = fault {
        faults.add(
            place,
            format!("{} {message}", quote(path)),
            quoted_hint(hint),
        );
    }
}

/// Hints repeat what was sent only within bounds.
fn quoted_hint(hint: String) -> String {
    if hint.len() > 200 {
        "begin with `/`".to_owned()
    } else {
        hint
    }
}

/// RFC 3986 `pchar` and `/`.
fn stray_character(path: &str) -> Option<String> {
    let bytes = path.as_bytes();
    let mut index = 0;
    while let Some(&byte) = bytes.get(index) {
        if byte == b'%' {
            let encoded = bytes
                .get(index + 1..index + 3)
                .is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit));
            if !encoded {
                return Some("write `%25` for `%`".to_owned());
            }
            index += 3;
        } else if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/".contains(&byte) {
            index += 1;
        } else {
            return Some(format!("write `%{byte:02X}` for it (RFC 3986)"));
        }
    }
    None
}

fn value_match(place: &Place<'_>, value: &ValueMatch, faults: &mut Faults) {
    match value.kind {
        ValueMatchType::RegularExpression => expression::check(place, &value.value, faults),
        ValueMatchType::Exact if value.value.is_empty() || value.value.len() > MAX_VALUE => {
            faults.add(
                place,
                format!("the value has {} bytes", value.value.len()),
                format!("write 1 to {MAX_VALUE}"),
            );
        }
        ValueMatchType::Exact => {}
    }
}
