//! How an endpoint of a backend is chosen (Envoy `load_balancing_policies`).
//!
//! What a hash is made of is the cluster's and not the routes': backends of one rule may differ,
//! and an edit touches one resource.

use envoy_types::pb::envoy::config::cluster::v3::{LoadBalancingPolicy, load_balancing_policy};
use envoy_types::pb::envoy::config::core::v3::TypedExtensionConfig;
use envoy_types::pb::envoy::config::route::v3::route_action::{HashPolicy, hash_policy};
use envoy_types::pb::envoy::extensions::load_balancing_policies::common::v3 as common;
use envoy_types::pb::envoy::extensions::load_balancing_policies::common::v3::locality_lb_config::LocalityConfigSpecifier;
use envoy_types::pb::envoy::extensions::load_balancing_policies::least_request::v3::LeastRequest;
use envoy_types::pb::envoy::extensions::load_balancing_policies::maglev::v3::Maglev;
use envoy_types::pb::envoy::extensions::load_balancing_policies::random::v3::Random;
use envoy_types::pb::envoy::extensions::load_balancing_policies::ring_hash::v3::RingHash;
use envoy_types::pb::envoy::extensions::load_balancing_policies::round_robin::v3::RoundRobin;
use envoy_types::util::pack_any;
use epic_api::backend::{HashOn, LoadBalancing, LoadBalancingPolicy as Policy};

use super::pb;

/// The cluster's policy. `localities`: the endpoints are in localities with weights.
pub(super) fn policy(balancing: Option<&LoadBalancing>, localities: bool) -> LoadBalancingPolicy {
    let default = LoadBalancing::default();
    let balancing = balancing.unwrap_or(&default);
    let slow_start_config = balancing.slow_start.map(|window| common::SlowStartConfig {
        slow_start_window: Some(pb::duration(window)),
        ..Default::default()
    });
    let weighted = localities.then(common::locality_lb_config::LocalityWeightedLbConfig::default);
    let locality_lb_config = weighted.map(|weighted| common::LocalityLbConfig {
        locality_config_specifier: Some(LocalityConfigSpecifier::LocalityWeightedLbConfig(
            weighted,
        )),
    });
    let (name, config) = match balancing.policy {
        Policy::RoundRobin => {
            let config = RoundRobin {
                slow_start_config,
                locality_lb_config,
            };
            ("round_robin", pack_any(config))
        }
        Policy::LeastRequest => {
            let config = LeastRequest {
                slow_start_config,
                locality_lb_config,
                ..Default::default()
            };
            ("least_request", pack_any(config))
        }
        Policy::Random => ("random", pack_any(Random { locality_lb_config })),
        Policy::RingHash => {
            let config = RingHash {
                consistent_hashing_lb_config: Some(hashing(&balancing.hash_on)),
                locality_weighted_lb_config: weighted,
                ..Default::default()
            };
            ("ring_hash", pack_any(config))
        }
        Policy::Maglev => {
            let config = Maglev {
                consistent_hashing_lb_config: Some(hashing(&balancing.hash_on)),
                locality_weighted_lb_config: weighted,
                ..Default::default()
            };
            ("maglev", pack_any(config))
        }
    };
    LoadBalancingPolicy {
        policies: vec![load_balancing_policy::Policy {
            typed_extension_config: Some(TypedExtensionConfig {
                name: format!("envoy.load_balancing_policies.{name}"),
                typed_config: Some(config),
            }),
        }],
    }
}

/// The first that a request has decides. A client's address is always there, so that it also stands
/// in where nothing else is named.
fn hashing(on: &[HashOn]) -> common::ConsistentHashingLbConfig {
    let named = on.iter().filter_map(hash_of);
    let mut hash_policy: Vec<HashPolicy> = named.collect();
    if hash_policy.is_empty() {
        hash_policy.push(first(by_address()));
    }
    common::ConsistentHashingLbConfig {
        hash_policy,
        ..Default::default()
    }
}

fn hash_of(on: &HashOn) -> Option<HashPolicy> {
    use hash_policy::PolicySpecifier;
    let specifier = if on.source_address {
        by_address()
    } else if let Some(header) = &on.header {
        PolicySpecifier::Header(hash_policy::Header {
            header_name: header.clone(),
            ..Default::default()
        })
    } else if let Some(cookie) = &on.cookie {
        PolicySpecifier::Cookie(hash_policy::Cookie {
            name: cookie.name.clone(),
            ttl: cookie.ttl.map(pb::duration),
            path: "/".to_owned(),
            ..Default::default()
        })
    } else {
        PolicySpecifier::QueryParameter(hash_policy::QueryParameter {
            name: on.query_parameter.clone()?,
        })
    };
    Some(first(specifier))
}

fn by_address() -> hash_policy::PolicySpecifier {
    hash_policy::PolicySpecifier::ConnectionProperties(hash_policy::ConnectionProperties {
        source_ip: true,
    })
}

fn first(specifier: hash_policy::PolicySpecifier) -> HashPolicy {
    HashPolicy {
        terminal: true,
        policy_specifier: Some(specifier),
    }
}
