//! The filters of one rule, or of one backend in it.

use std::collections::BTreeMap;

use super::faults::{Faults, Place, quote};
use super::{count, names, route_rules};
use crate::route::{
    Cors, Header, HeaderModifier, HttpFilter, HttpFilterType, HttpMatch, HttpRule, PathMatchType,
    PathModifier, PathModifierType, RequestMirror, RequestRedirect, UrlRewrite,
};

const MAX_FILTERS: usize = 16;
const MAX_HEADERS: usize = 16;
const MAX_VALUE: usize = 4096;
const MAX_CORS: usize = 64;

/// `place` is the rule.
pub(super) fn check(place: &Place<'_>, rule: &HttpRule, faults: &mut Faults) {
    let filters = place.field("filters");
    each(&filters, &rule.filters, prefixes_only(rule), faults);
    together(
        &filters,
        &rule.filters,
        !rule.backend_refs.is_empty(),
        faults,
    );
    for (index, filter) in rule.filters.iter().enumerate() {
        if let Some(redirect) = &filter.request_redirect
            && leads_to_itself(rule, redirect)
        {
            faults.add(
                filters.item(index).field("requestRedirect"),
                "leads to where the request came from, without end",
                "change `scheme`, `hostname`, `port` or `path`, or narrow the matches",
            );
        }
    }
}

/// The filters of one backend. A redirect there answers in the backend's place.
pub(super) fn of_backend(
    place: &Place<'_>,
    filters: &[HttpFilter],
    prefixes_only: bool,
    faults: &mut Faults,
) {
    each(place, filters, prefixes_only, faults);
    together(place, filters, false, faults);
}

/// The filters of a gRPC rule.
pub(super) fn of_grpc(place: &Place<'_>, filters: &[HttpFilter], faults: &mut Faults) {
    of_backend(place, filters, false, faults);
    only_for_grpc(place, filters, faults);
}

/// Calls have neither redirects nor rewrites nor CORS (Gateway API `GRPCRouteFilterType`).
pub(super) fn only_for_grpc(place: &Place<'_>, filters: &[HttpFilter], faults: &mut Faults) {
    use HttpFilterType::{RequestHeaderModifier, RequestMirror, ResponseHeaderModifier};
    let known = [RequestHeaderModifier, ResponseHeaderModifier, RequestMirror];
    for (index, filter) in filters.iter().enumerate() {
        if !known.contains(&filter.kind) {
            faults.add(
                place.item(index).field("type"),
                format!("{} does not go with gRPC rules", name(filter.kind)),
                "gRPC rules have RequestHeaderModifier, ResponseHeaderModifier and RequestMirror",
            );
        }
    }
}

/// Whether every match of the rule has a prefix that could be replaced.
pub(super) fn prefixes_only(rule: &HttpRule) -> bool {
    rule.matches.iter().all(|one| {
        one.path
            .as_ref()
            .is_none_or(|path| path.kind == PathMatchType::PathPrefix)
    })
}

/// Whether what a client is sent to is what it asked for: nothing is changed, or only the path, to
/// one that a match without any other condition takes again.
fn leads_to_itself(rule: &HttpRule, redirect: &RequestRedirect) -> bool {
    if redirect.scheme.is_some() || redirect.hostname.is_some() || redirect.port.is_some() {
        return false;
    }
    let Some(path) = &redirect.path else {
        return true;
    };
    let Some(full) = &path.replace_full_path else {
        return false;
    };
    let takes = |one: &HttpMatch| {
        let plain = one.headers.is_empty() && one.query_params.is_empty() && one.method.is_none();
        let at = one.path.clone().unwrap_or_default();
        let prefix = at.value.trim_end_matches('/');
        plain
            && match at.kind {
                PathMatchType::Exact => at.value == *full,
                PathMatchType::PathPrefix => full
                    .strip_prefix(prefix)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
                PathMatchType::RegularExpression => false,
            }
    };
    rule.matches.is_empty() || rule.matches.iter().any(takes)
}

fn each(place: &Place<'_>, filters: &[HttpFilter], prefixes_only: bool, faults: &mut Faults) {
    count(place, "filters", filters.len(), 0, MAX_FILTERS, faults);
    for (index, filter) in filters.iter().enumerate() {
        one_of(&place.item(index), filter, faults);
        fields(&place.item(index), filter, prefixes_only, faults);
    }
}

/// What filters may stand beside each other.
fn together(place: &Place<'_>, filters: &[HttpFilter], backends: bool, faults: &mut Faults) {
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
    if backends {
        faults.add(
            place.item(*redirect),
            "a redirect in a rule with backends",
            "a redirected request goes to no backend; remove `backendRefs`",
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
        check_redirect(
            &place.field("requestRedirect"),
            redirect,
            prefixes_only,
            faults,
        );
    }
    if let Some(mirror) = &filter.request_mirror {
        check_mirror(&place.field("requestMirror"), mirror, faults);
    }
    if let Some(cors) = &filter.cors {
        check_cors(&place.field("cors"), cors, faults);
    }
    if let Some(UrlRewrite { hostname, path }) = &filter.url_rewrite {
        let place = place.field("urlRewrite");
        if let Some(hostname) = hostname {
            names::precise_hostname(place.field("hostname"), hostname, faults);
        }
        if let Some(path) = path {
            path_modifier(&place.field("path"), path, prefixes_only, faults);
        }
        if hostname.is_none() && path.is_none() {
            faults.add(place, "rewrites nothing", "give `hostname` or `path`");
        }
    }
}

fn check_mirror(place: &Place<'_>, mirror: &RequestMirror, faults: &mut Faults) {
    let backend = place.field("backendRef");
    names::label(backend.field("name"), &mirror.backend_ref.name, faults);
    if mirror.percent.is_some() && mirror.fraction.is_some() {
        faults.add(
            place,
            "has both `percent` and `fraction`",
            "keep one of the two",
        );
    }
    if mirror.percent.is_some_and(|percent| percent > 100) {
        faults.add(
            place.field("percent"),
            "is more than every request",
            "write 0 to 100",
        );
    }
    if let Some(fraction) = &mirror.fraction
        && (fraction.denominator == 0 || fraction.numerator > fraction.denominator)
    {
        faults.add(
            place.field("fraction"),
            format!(
                "{}/{} is no share",
                fraction.numerator, fraction.denominator
            ),
            "write a numerator that is not larger than the denominator, which is at least 1",
        );
    }
}

fn check_cors(place: &Place<'_>, cors: &Cors, faults: &mut Faults) {
    let origins = place.field("allowOrigins");
    let found = cors.allow_origins.len();
    count(&origins, "origins", found, 0, MAX_CORS, faults);
    for (index, origin) in cors.allow_origins.iter().enumerate() {
        if origin != "*" && !is_origin(origin) {
            faults.add(
                origins.item(index),
                format!("{} is not an origin", quote(origin)),
                "write scheme and host, with a port if it is not the scheme's own: \
                 `https://shop.example`, `https://*.example.com:8443`; or `*`",
            );
        }
    }
    for (field, list) in [
        ("allowMethods", &cors.allow_methods),
        ("allowHeaders", &cors.allow_headers),
        ("exposeHeaders", &cors.expose_headers),
    ] {
        let here = place.field(field);
        count(&here, "names", list.len(), 0, MAX_CORS, faults);
        for (index, item) in list.iter().enumerate() {
            if item != "*" {
                names::header(here.item(index), item, faults);
            } else if list.len() > 1 {
                faults.add(
                    here.item(index),
                    "`*` beside other names",
                    "`*` stands for all of them; write it alone",
                );
            }
        }
    }
    let origins_open = cors.allow_origins.iter().any(|origin| origin == "*");
    if origins_open && cors.allow_origins.len() > 1 {
        faults.add(
            origins,
            "`*` beside other origins",
            "`*` stands for all of them; write it alone",
        );
    }
    if cors.max_age == Some(0) {
        faults.add(
            place.field("maxAge"),
            "`0` is no time",
            "write seconds from 1, or leave it out for 5",
        );
    }
}

/// `scheme://host[:port]`, where the host's first label may be `*`.
fn is_origin(origin: &str) -> bool {
    let Some((scheme, rest)) = origin.split_once("://") else {
        return false;
    };
    let scheme_fits = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme
            .bytes()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || b"+-.".contains(&c));
    let (host, port_fits) = match rest.rsplit_once(':') {
        Some((host, port)) => (host, port.parse::<u16>().is_ok_and(|port| port > 0)),
        None => (rest, true),
    };
    let host = host.strip_prefix("*.").unwrap_or(host);
    let host_fits = !host.is_empty()
        && host.len() <= 253
        && host
            .bytes()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || b"-.".contains(&c));
    scheme_fits && port_fits && host_fits
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

fn check_redirect(
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

fn path_modifier(
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
            Some(value) => route_rules::check_path(&place.field(field), value, faults),
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
