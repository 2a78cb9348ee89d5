//! How a backend's endpoints are chosen, and when they are left alone.

use super::faults::{Faults, Place};
use super::{count, exactly_one, names};
use crate::backend::{
    CircuitBreaker, HashOn, LoadBalancing, LoadBalancingPolicy, OutlierDetection,
};
use crate::duration::Duration;

const MAX_HASHES: usize = 8;

pub(super) fn check(place: &Place<'_>, balancing: &LoadBalancing, faults: &mut Faults) {
    use LoadBalancingPolicy::{LeastRequest, Maglev, Random, RingHash, RoundRobin};
    let policy = balancing.policy;
    let hash_on = place.field("hashOn");
    if !balancing.hash_on.is_empty() && matches!(policy, RoundRobin | LeastRequest | Random) {
        faults.add(
            hash_on,
            format!("does not go with policy {policy:?}, which makes no hash"),
            "make the policy RingHash or Maglev, or remove it",
        );
    }
    count(
        &hash_on,
        "hashes",
        balancing.hash_on.len(),
        0,
        MAX_HASHES,
        faults,
    );
    for (index, one) in balancing.hash_on.iter().enumerate() {
        hash(&hash_on.item(index), one, faults);
    }
    let slow_start = place.field("slowStart");
    match balancing.slow_start {
        Some(_) if matches!(policy, Random | RingHash | Maglev) => faults.add(
            slow_start,
            format!("does not go with policy {policy:?}, which has no growing shares"),
            "make the policy RoundRobin or LeastRequest, or remove it",
        ),
        Some(time) if time == Duration::default() => faults.add(
            slow_start,
            "a share can't grow in no time",
            "write a time like `30s`, or leave it out",
        ),
        _ => {}
    }
}

fn hash(place: &Place<'_>, hash: &HashOn, faults: &mut Faults) {
    let given = [
        ("sourceAddress", hash.source_address),
        ("header", hash.header.is_some()),
        ("cookie", hash.cookie.is_some()),
        ("queryParameter", hash.query_parameter.is_some()),
    ];
    exactly_one(
        place,
        &given,
        "write `sourceAddress: true` or `header: X-User`",
        faults,
    );
    if let Some(header) = &hash.header {
        names::header(place.field("header"), header, faults);
    }
    if let Some(cookie) = &hash.cookie {
        let here = place.field("cookie");
        names::cookie(here.field("name"), &cookie.name, faults);
    }
    if let Some(parameter) = &hash.query_parameter {
        names::query_parameter(place.field("queryParameter"), parameter, faults);
    }
}

/// Counts of 0 stand for never; times of 0 would stand for always.
pub(super) fn outliers(place: &Place<'_>, outliers: &OutlierDetection, faults: &mut Faults) {
    for (field, time) in [
        ("interval", outliers.interval),
        ("baseEjectionTime", outliers.base_ejection_time),
    ] {
        if time == Some(Duration::default()) {
            faults.add(
                place.field(field),
                "there is nothing within no time",
                "write a time like `10s`, or leave it out",
            );
        }
    }
}

/// A bound of 0 would shut the backend; no retries is a choice.
pub(super) fn breaker(place: &Place<'_>, breaker: &CircuitBreaker, faults: &mut Faults) {
    for (field, bound) in [
        ("maxConnections", breaker.max_connections),
        ("maxPendingRequests", breaker.max_pending_requests),
        ("maxRequests", breaker.max_requests),
    ] {
        if bound == Some(0) {
            faults.add(
                place.field(field),
                "no request at all would get through",
                "write at least 1, or leave it out for no bound",
            );
        }
    }
}
