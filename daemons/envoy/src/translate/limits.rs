//! Time limits and retries.

use envoy_types::pb::envoy::config::route::v3 as envoy;
use envoy_types::pb::envoy::extensions::retry::host::previous_hosts::v3::PreviousHostsPredicate;
use envoy_types::util::pack_any;
use epic_api::route::{HttpRetry, HttpTimeouts};

use super::pb;

/// How long Envoy lets a stream be silent unless told otherwise.
const STREAM_IDLE_MILLIS: u64 = 300_000;

/// What never reached a backend: a connection that could not be made, or that the backend closed
/// before it took the request. To try again is safe for every method.
const NEVER_REACHED: &str = "connect-failure,refused-stream,reset-before-request";
/// Any failure but a status: also tries that took too long and connections that broke midway.
const FAILED: &str = "connect-failure,refused-stream,reset";

/// Bounds the request and its tries.
pub(super) fn apply(
    timeouts: Option<&HttpTimeouts>,
    retry: Option<&HttpRetry>,
    action: &mut envoy::RouteAction,
) {
    let request = timeouts.and_then(|timeouts| timeouts.request);
    let one_try = timeouts.and_then(|timeouts| timeouts.backend_request);
    // Absent is no limit: Envoy's own default of 15 s would cut off long answers that nobody
    // asked to be limited.
    action.timeout = Some(request.map_or_else(|| pb::seconds(0), pb::duration));
    if let Some(request) = request {
        let millis = request.as_millis();
        if millis == 0 || millis > STREAM_IDLE_MILLIS {
            action.idle_timeout = Some(pb::duration(request));
        }
    }
    let mut policy = retry_policy(retry);
    policy.per_try_timeout = one_try
        .filter(|one_try| one_try.as_millis() > 0)
        .map(pb::duration);
    action.retry_policy = Some(policy);
}

fn retry_policy(retry: Option<&HttpRetry>) -> envoy::RetryPolicy {
    let policy = envoy::RetryPolicy {
        retry_on: NEVER_REACHED.to_owned(),
        num_retries: pb::uint(2),
        retry_host_predicate: vec![envoy::retry_policy::RetryHostPredicate {
            name: "envoy.retry_host_predicates.previous_hosts".to_owned(),
            config_type: Some(
                envoy::retry_policy::retry_host_predicate::ConfigType::TypedConfig(pack_any(
                    PreviousHostsPredicate {},
                )),
            ),
        }],
        host_selection_retry_max_attempts: 3,
        ..Default::default()
    };
    let Some(retry) = retry else {
        return policy;
    };
    let attempts = retry.attempts.unwrap_or(1);
    if attempts == 0 {
        // Without conditions Envoy never tries again; the policy stays for the time of one try.
        return envoy::RetryPolicy::default();
    }
    let mut retry_on = FAILED.to_owned();
    if !retry.codes.is_empty() {
        retry_on.push_str(",retriable-status-codes");
    }
    envoy::RetryPolicy {
        retry_on,
        num_retries: pb::uint(attempts),
        retriable_status_codes: retry.codes.iter().map(|code| u32::from(*code)).collect(),
        retry_back_off: retry
            .backoff
            .filter(|backoff| backoff.as_millis() > 0)
            .map(|backoff| envoy::retry_policy::RetryBackOff {
                base_interval: Some(pb::duration(backoff)),
                max_interval: None,
            }),
        ..policy
    }
}
