//! The filters of a rule, and of a single backend.

use std::collections::BTreeMap;

use super::faults::{Faults, Place, quote};
use super::{cors_rules, count, names, redirect_rules};
use crate::route::{
    Header, HeaderModifier, HttpFilter, HttpFilterType, HttpRule, RequestMirror, UrlRewrite,
};

const MAX_FILTERS: usize = 16;
const MAX_HEADERS: usize = 16;
const MAX_VALUE: usize = 4096;

/// Where filters stand, and so which they may be.
#[derive(Clone, Copy)]
pub(super) enum Allowed {
    /// On an HTTP rule: all. `prefixes_only`: all its matches are of path prefixes.
    HttpRule { prefixes_only: bool },
    /// On one backend of an HTTP rule: all that happen after a backend is chosen.
    HttpBackend { prefixes_only: bool },
    /// On a gRPC rule, or on one of its backends: header modifiers and mirrors.
    Grpc,
}

impl Allowed {
    fn refusal(self, kind: HttpFilterType) -> Option<(&'static str, &'static str)> {
        use HttpFilterType::{Cors, RequestHeaderModifier, RequestMirror, ResponseHeaderModifier};
        match self {
            Allowed::HttpBackend { .. } if kind == Cors => Some((
                "on a single backend",
                "a preflight is answered before a backend is chosen; put it into the rule's filters",
            )),
            Allowed::Grpc
                if !matches!(
                    kind,
                    RequestHeaderModifier | ResponseHeaderModifier | RequestMirror
                ) =>
            {
                Some((
                    "in gRPC rules",
                    "a call has RequestHeaderModifier, ResponseHeaderModifier and RequestMirror",
                ))
            }
            _ => None,
        }
    }

    fn prefixes_only(self) -> bool {
        match self {
            Allowed::HttpRule { prefixes_only } | Allowed::HttpBackend { prefixes_only } => {
                prefixes_only
            }
            Allowed::Grpc => false,
        }
    }
}

/// `place` is the rule.
pub(super) fn of_http_rule(
    place: &Place<'_>,
    rule: &HttpRule,
    prefixes_only: bool,
    faults: &mut Faults,
) {
    let filters = place.field("filters");
    check(
        &filters,
        &rule.filters,
        Allowed::HttpRule { prefixes_only },
        faults,
    );
    let redirect = rule
        .filters
        .iter()
        .position(|filter| filter.kind == HttpFilterType::RequestRedirect);
    if let Some(redirect) = redirect
        && !rule.backend_refs.is_empty()
    {
        faults.add(
            filters.item(redirect),
            "a redirect in a rule with backends",
            "a redirected request goes to no backend; remove `backendRefs`",
        );
    }
}

/// `place` is the list.
pub(super) fn check(
    place: &Place<'_>,
    filters: &[HttpFilter],
    allowed: Allowed,
    faults: &mut Faults,
) {
    count(place, "filters", filters.len(), 0, MAX_FILTERS, faults);
    for (index, filter) in filters.iter().enumerate() {
        let here = place.item(index);
        if let Some((whose, hint)) = allowed.refusal(filter.kind) {
            let message = format!("a filter of type {} {whose}", name(filter.kind));
            faults.add(here.field("type"), message, hint);
            continue;
        }
        one_of(&here, filter, faults);
        fields(&here, filter, allowed.prefixes_only(), faults);
    }
    together(place, filters, faults);
}

/// What filters may stand beside each other.
fn together(place: &Place<'_>, filters: &[HttpFilter], faults: &mut Faults) {
    let mut first_of: BTreeMap<HttpFilterType, usize> = BTreeMap::new();
    for (index, filter) in filters.iter().enumerate() {
        if filter.kind == HttpFilterType::RequestMirror {
            continue;
        }
        if let Some(first) = first_of.get(&filter.kind) {
            faults.add(
                place.item(index),
                format!("a second filter of type {}", name(filter.kind)),
                format!("put both into {place}[{first}]"),
            );
        } else {
            first_of.insert(filter.kind, index);
        }
    }
    let Some(redirect) = first_of.get(&HttpFilterType::RequestRedirect) else {
        return;
    };
    if first_of.contains_key(&HttpFilterType::UrlRewrite) {
        faults.add(
            place.item(*redirect),
            "a redirect and a rewrite in one rule",
            "a redirected request goes to no backend; remove one of the two",
        );
    }
}

/// `type` names the one other field that is given.
fn one_of(place: &Place<'_>, filter: &HttpFilter, faults: &mut Faults) {
    for (kind, given) in [
        (
            HttpFilterType::RequestHeaderModifier,
            filter.request_header_modifier.is_some(),
        ),
        (
            HttpFilterType::ResponseHeaderModifier,
            filter.response_header_modifier.is_some(),
        ),
        (
            HttpFilterType::RequestRedirect,
            filter.request_redirect.is_some(),
        ),
        (HttpFilterType::UrlRewrite, filter.url_rewrite.is_some()),
        (
            HttpFilterType::RequestMirror,
            filter.request_mirror.is_some(),
        ),
        (HttpFilterType::Cors, filter.cors.is_some()),
    ] {
        let field = field(kind);
        if kind == filter.kind && !given {
            faults.add(
                place.field(field),
                format!("is missing: the filter's type is {}", name(kind)),
                format!("give `{field}`"),
            );
        } else if kind != filter.kind && given {
            faults.add(
                place.field(field),
                format!("does not go with type {}", name(filter.kind)),
                format!("make the type {}, or remove it", name(kind)),
            );
        }
    }
}

fn fields(place: &Place<'_>, filter: &HttpFilter, prefixes_only: bool, faults: &mut Faults) {
    for (field, modifier) in [
        ("requestHeaderModifier", &filter.request_header_modifier),
        ("responseHeaderModifier", &filter.response_header_modifier),
    ] {
        if let Some(modifier) = modifier {
            header_modifier(&place.field(field), modifier, faults);
        }
    }
    if let Some(redirect) = &filter.request_redirect {
        redirect_rules::check(
            &place.field("requestRedirect"),
            redirect,
            prefixes_only,
            faults,
        );
    }
    if let Some(UrlRewrite { hostname, path }) = &filter.url_rewrite {
        let place = place.field("urlRewrite");
        if let Some(hostname) = hostname {
            names::precise_hostname(place.field("hostname"), hostname, faults);
        }
        if let Some(path) = path {
            redirect_rules::path_modifier(&place.field("path"), path, prefixes_only, faults);
        }
        if hostname.is_none() && path.is_none() {
            faults.add(place, "rewrites nothing", "give `hostname` or `path`");
        }
    }
    if let Some(copies) = &filter.request_mirror {
        mirror(&place.field("requestMirror"), copies, faults);
    }
    if let Some(cors) = &filter.cors {
        cors_rules::check(&place.field("cors"), cors, faults);
    }
}

fn mirror(place: &Place<'_>, mirror: &RequestMirror, faults: &mut Faults) {
    let backend = place.field("backendRef");
    names::label(backend.field("name"), &mirror.backend_ref.name, faults);
    let Some(fraction) = &mirror.fraction else {
        return;
    };
    let here = place.field("fraction");
    if mirror.percent.is_some() {
        faults.add(
            place,
            "has both `percent` and `fraction`",
            "keep one of the two",
        );
    }
    if fraction.numerator > fraction.denominator {
        faults.add(
            here.field("numerator"),
            format!(
                "`{}` is more than the denominator, {}",
                fraction.numerator, fraction.denominator
            ),
            "no request is copied more than once; write at most the denominator",
        );
    }
}

fn header_modifier(place: &Place<'_>, modifier: &HeaderModifier, faults: &mut Faults) {
    if modifier.set.is_empty() && modifier.add.is_empty() && modifier.remove.is_empty() {
        faults.add(*place, "changes nothing", "give `set`, `add` or `remove`");
    }
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut named = |here: Place<'_>, header: &str, faults: &mut Faults| {
        names::header(here, header, faults);
        let lower = header.to_ascii_lowercase();
        if lower == "host" {
            faults.add(
                here,
                "`Host` can't be changed by a header modifier",
                "use a URLRewrite filter with `hostname`",
            );
        }
        match seen.get(&lower) {
            Some(first) => faults.add(
                here,
                format!("{} is already at {first}", quote(header)),
                "name a header once in `set`, `add` and `remove` together",
            ),
            None => {
                seen.insert(lower, here.to_string());
            }
        }
    };
    let lists: [(&str, &[Header]); 2] = [("set", &modifier.set), ("add", &modifier.add)];
    for (field, headers) in lists {
        let list = place.field(field);
        count(&list, "headers", headers.len(), 0, MAX_HEADERS, faults);
        for (index, header) in headers.iter().enumerate() {
            let here = list.item(index);
            named(here.field("name"), &header.name, faults);
            if header.value.len() > MAX_VALUE {
                faults.add(
                    here.field("value"),
                    format!("the value has {} bytes", header.value.len()),
                    format!("write at most {MAX_VALUE}"),
                );
            }
        }
    }
    let list = place.field("remove");
    count(
        &list,
        "headers",
        modifier.remove.len(),
        0,
        MAX_HEADERS,
        faults,
    );
    for (index, header) in modifier.remove.iter().enumerate() {
        named(list.item(index), header, faults);
    }
}

const fn name(kind: HttpFilterType) -> &'static str {
    match kind {
        HttpFilterType::RequestHeaderModifier => "RequestHeaderModifier",
        HttpFilterType::ResponseHeaderModifier => "ResponseHeaderModifier",
        HttpFilterType::RequestRedirect => "RequestRedirect",
        HttpFilterType::UrlRewrite => "URLRewrite",
        HttpFilterType::RequestMirror => "RequestMirror",
        HttpFilterType::Cors => "CORS",
    }
}

const fn field(kind: HttpFilterType) -> &'static str {
    match kind {
        HttpFilterType::RequestHeaderModifier => "requestHeaderModifier",
        HttpFilterType::ResponseHeaderModifier => "responseHeaderModifier",
        HttpFilterType::RequestRedirect => "requestRedirect",
        HttpFilterType::UrlRewrite => "urlRewrite",
        HttpFilterType::RequestMirror => "requestMirror",
        HttpFilterType::Cors => "cors",
    }
}
