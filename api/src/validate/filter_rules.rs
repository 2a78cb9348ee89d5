//! The filters of one HTTP rule.

use std::collections::BTreeMap;

use super::faults::{Faults, Place, quote};
use super::{count, names, route_rules};
use crate::route::{
    Header, HeaderModifier, HttpFilter, HttpFilterType, HttpRule, PathMatchType, PathModifier,
    PathModifierType, RequestRedirect, UrlRewrite,
};

const MAX_FILTERS: usize = 16;
const MAX_HEADERS: usize = 16;
const MAX_VALUE: usize = 4096;

/// `place` is the rule.
pub(super) fn check(place: &Place<'_>, rule: &HttpRule, faults: &mut Faults) {
    let filters = place.field("filters");
    count(
        &filters,
        "filters",
        rule.filters.len(),
        0,
        MAX_FILTERS,
        faults,
    );
    let prefixes_only = rule.matches.iter().all(|one| {
        one.path
            .as_ref()
            .is_none_or(|path| path.kind == PathMatchType::PathPrefix)
    });
    for (index, filter) in rule.filters.iter().enumerate() {
        one_of(&filters.item(index), filter, faults);
        fields(&filters.item(index), filter, prefixes_only, faults);
    }
    together(&filters, rule, faults);
}

/// What filters may stand beside each other.
fn together(place: &Place<'_>, rule: &HttpRule, faults: &mut Faults) {
    let mut first_of: BTreeMap<HttpFilterType, usize> = BTreeMap::new();
    for (index, filter) in rule.filters.iter().enumerate() {
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
    if !rule.backend_refs.is_empty() {
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
