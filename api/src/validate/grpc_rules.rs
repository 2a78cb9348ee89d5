//! gRPC rules, by the Gateway API's `GRPCRoute` and its CEL.

use super::faults::{Faults, Place, quote};
use super::{count, expression, filter_rules, route_rules};
use crate::route::{GrpcMethodMatch, GrpcRule, ValueMatchType};

/// The longest service or method (Gateway API).
const MAX_NAME: usize = 1024;

/// `place` is the list of rules.
pub(super) fn check(place: &Place<'_>, rules: &[GrpcRule], faults: &mut Faults) {
    count(
        place,
        "rules",
        rules.len(),
        1,
        route_rules::MAX_RULES,
        faults,
    );
    for (index, one) in rules.iter().enumerate() {
        rule(&place.item(index), one, faults);
    }
    let names = rules.iter().map(|rule| rule.name.as_deref());
    route_rules::rule_names(place, names, faults);
}

fn rule(place: &Place<'_>, rule: &GrpcRule, faults: &mut Faults) {
    let matches = place.field("matches");
    let found = rule.matches.len();
    count(
        &matches,
        "matches",
        found,
        0,
        route_rules::MAX_MATCHES,
        faults,
    );
    for (index, one) in rule.matches.iter().enumerate() {
        let here = matches.item(index);
        if let Some(method) = &one.method {
            check_method(&here.field("method"), method, faults);
        }
        route_rules::header_matches(&here.field("headers"), &one.headers, faults);
    }
    filter_rules::of_grpc(&place.field("filters"), &rule.filters, faults);
    let backends = place.field("backendRefs");
    route_rules::http_backend_refs(&backends, &rule.backend_refs, false, faults);
    for (index, backend) in rule.backend_refs.iter().enumerate() {
        let here = backends.item(index);
        filter_rules::only_for_grpc(&here.field("filters"), &backend.filters, faults);
    }
    if let Some(session) = &rule.session_persistence {
        route_rules::session_persistence(&place.field("sessionPersistence"), session, faults);
    }
}

fn check_method(place: &Place<'_>, method: &GrpcMethodMatch, faults: &mut Faults) {
    if method.service.is_none() && method.method.is_none() {
        faults.add(
            place,
            "has neither `service` nor `method`",
            "write `service: shop.v1.Cart`, `method: AddItem` or both; leave it out for every call",
        );
    }
    let letter = |c: u8| c.is_ascii_alphanumeric() || c == b'_';
    for (field, value, dots) in [
        ("service", &method.service, true),
        ("method", &method.method, false),
    ] {
        let Some(value) = value else { continue };
        let here = place.field(field);
        if method.kind == ValueMatchType::RegularExpression {
            expression::check(&here, value, faults);
            continue;
        }
        let parts: Vec<&str> = if dots {
            value.split('.').collect()
        } else {
            vec![value]
        };
        let fits = parts.iter().all(|part| {
            part.bytes().all(letter) && part.starts_with(|c: char| !c.is_ascii_digit())
        });
        if !fits || value.len() > MAX_NAME {
            faults.add(
                here,
                format!("{} is not a gRPC {field}", quote(value)),
                "write it as in the .proto file: `shop.v1.Cart` is a service, `AddItem` a method",
            );
        }
    }
}
