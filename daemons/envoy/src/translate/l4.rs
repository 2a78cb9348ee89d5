//! Where connections and datagrams go: one cluster for each port of TCP or UDP and each host of TLS.
//!
//! Envoy has no route table for bytes: what a TCP proxy leads to is part of the listener, and a
//! listener that changes drains its connections. So the listener names one cluster that never
//! changes its name, and the route's backends are localities of that cluster, weighted as the route
//! says: an edit of the route or of a backend is an edit of endpoints, which open connections do not
//! notice. What backends ask of connections (TLS, the PROXY protocol) hangs on their endpoints.

use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::sync::Arc;

use envoy_types::pb::envoy::config::cluster::v3 as cluster;
use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::config::endpoint::v3 as endpoint;
use envoy_types::pb::google::protobuf::{Struct, Value, value};
use epic_api::agent::GatewayIntent;
use epic_api::backend::HealthCheck;
use epic_api::route::L4Rule;
use epic_api::{Backend, Duration, Route};

use super::resources::{Needs, Resource};
use super::{RenderOptions, balancing, cluster as http, pb, upstream};

/// Where Envoy finds out which transport socket an endpoint wants.
const MATCH: &str = "envoy.transport_socket_match";
const BACKEND: &str = "backend";
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// Connections that nobody takes are refused by a socket that is never there.
const NOBODY: &str = "/nonexistent/epic";

/// What a cluster of this sort carries.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Carries {
    Connections,
    Datagrams,
}

/// The rule of a route that has one.
pub(super) fn rule(route: &Route) -> Option<&L4Rule> {
    route.spec.l4()?.rules.first()
}

/// The backends that get a share, with it, by name. Those that do not exist have `None`.
fn shares<'a>(
    rule: &'a L4Rule,
    intent: &'a GatewayIntent,
) -> BTreeMap<&'a str, (u32, Option<&'a Arc<Backend>>)> {
    let mut shares: BTreeMap<&str, (u32, Option<&Arc<Backend>>)> = BTreeMap::new();
    for reference in rule.backend_refs.iter().filter(|one| one.weight > 0) {
        let share = shares
            .entry(&reference.name)
            .or_insert_with(|| (0, intent.backends.get(&reference.name)));
        share.0 = share.0.saturating_add(reference.weight);
    }
    shares
}

/// The cluster a rule leads to, under the name its listener knows.
pub(super) fn cluster(
    name: &str,
    rule: &L4Rule,
    carries: Carries,
    intent: &GatewayIntent,
    options: &RenderOptions,
) -> Resource {
    let shares = shares(rule, intent);
    let backends: Vec<&Backend> = shares
        .values()
        .filter_map(|(_, backend)| backend.map(AsRef::as_ref))
        .collect();
    let timeouts = &intent.template.spec.timeouts;
    let checks: Vec<core::HealthCheck> = match carries {
        Carries::Connections => health_check(&backends)
            .and_then(|(check, owner)| http::health_check(check, owner))
            .into_iter()
            .collect(),
        // Envoy has no probe for datagrams; a TCP probe would ask another port.
        Carries::Datagrams => Vec::new(),
    };
    let probed = !checks.is_empty();
    let first = backends.first();
    let message = cluster::Cluster {
        name: name.to_owned(),
        cluster_discovery_type: Some(cluster::cluster::ClusterDiscoveryType::Type(
            cluster::cluster::DiscoveryType::Eds as i32,
        )),
        eds_cluster_config: Some(cluster::cluster::EdsClusterConfig {
            eds_config: Some(pb::ads()),
            ..Default::default()
        }),
        connect_timeout: Some(pb::duration(timeouts.connect.unwrap_or(CONNECT_TIMEOUT))),
        load_balancing_policy: Some(balancing::policy(
            first.and_then(|backend| backend.spec.load_balancing.as_ref()),
            true,
        )),
        per_connection_buffer_limit_bytes: pb::uint(32 * 1024),
        circuit_breakers: Some(upstream::circuit_breakers(
            first.and_then(|backend| backend.spec.circuit_breaker.as_ref()),
        )),
        outlier_detection: first
            .and_then(|backend| backend.spec.outlier_detection.as_ref())
            .map(upstream::outlier_detection),
        health_checks: checks,
        ignore_health_on_host_removal: true,
        upstream_bind_config: http::bind(options),
        transport_socket_matches: match carries {
            Carries::Connections => sockets(&backends, intent, options),
            Carries::Datagrams => Vec::new(),
        },
        ..Default::default()
    };
    let mut resource = Resource::new(name, &message, Needs::default());
    resource.probed = probed;
    resource
}

/// The transport sockets of backends that want one, each for the endpoints marked with its name.
fn sockets(
    backends: &[&Backend],
    intent: &GatewayIntent,
    options: &RenderOptions,
) -> Vec<cluster::cluster::TransportSocketMatch> {
    let client = http::client_certificate(intent);
    let special = backends.iter().filter_map(|backend| {
        let authorities = options.system_authorities.as_deref();
        let socket = upstream::transport_socket(backend, client, None, authorities)?;
        Some(cluster::cluster::TransportSocketMatch {
            name: backend.metadata.name.clone(),
            r#match: Some(mark(&backend.metadata.name)),
            transport_socket: Some(socket),
        })
    });
    let special: Vec<_> = special.collect();
    if special.is_empty() {
        return special;
    }
    let plain = cluster::cluster::TransportSocketMatch {
        name: "plain".to_owned(),
        r#match: Some(Struct::default()),
        transport_socket: Some(upstream::plain_socket()),
    };
    special.into_iter().chain([plain]).collect()
}

/// The probes of the first backend that has some, and that backend: a cluster has one sort of
/// probes. Endpoints of backends that ask for others are not probed.
fn health_check<'a>(backends: &[&'a Backend]) -> Option<(&'a HealthCheck, &'a Backend)> {
    backends
        .iter()
        .find_map(|backend| Some((backend.spec.health_check.as_ref()?, *backend)))
}

/// The endpoints a rule leads to: a locality for each backend, with the backend's share.
pub(super) fn endpoints(
    name: &str,
    rule: &L4Rule,
    carries: Carries,
    intent: &GatewayIntent,
) -> Resource {
    let shares = shares(rule, intent);
    let backends: Vec<&Backend> = shares
        .values()
        .filter_map(|(_, backend)| backend.map(AsRef::as_ref))
        .collect();
    let probes = health_check(&backends).map(|(check, _)| check);
    let localities = shares.iter().map(|(backend_name, (weight, backend))| {
        let endpoints = match backend {
            Some(backend) if upstream::can_be_verified(backend, &intent.certificates) => {
                let probed = backend.spec.health_check.as_ref() == probes;
                ready(backend, probed)
            }
            Some(_) | None => refused(carries),
        };
        endpoint::LocalityLbEndpoints {
            locality: Some(core::Locality {
                zone: (*backend_name).to_owned(),
                ..Default::default()
            }),
            load_balancing_weight: pb::uint(*weight),
            lb_endpoints: endpoints,
            ..Default::default()
        }
    });
    let message = endpoint::ClusterLoadAssignment {
        cluster_name: name.to_owned(),
        endpoints: localities.collect(),
        ..Default::default()
    };
    Resource::new(name, &message, Needs::default())
}

fn ready(backend: &Backend, probed: bool) -> Vec<endpoint::LbEndpoint> {
    let mut ready: Vec<(IpAddr, u16)> = backend
        .spec
        .endpoints
        .iter()
        .filter(|endpoint| endpoint.ready)
        .map(|endpoint| (endpoint.address, endpoint.port))
        .collect();
    ready.sort_unstable();
    ready.dedup();
    let special = backend.spec.tls.is_some() || backend.spec.proxy_protocol.is_some();
    ready
        .into_iter()
        .map(|(address, port)| {
            let endpoint = endpoint::Endpoint {
                address: Some(pb::address(address, port)),
                health_check_config: (!probed).then(|| endpoint::endpoint::HealthCheckConfig {
                    disable_active_health_check: true,
                    ..Default::default()
                }),
                ..Default::default()
            };
            let metadata = special.then(|| core::Metadata {
                filter_metadata: HashMap::from([(MATCH.to_owned(), mark(&backend.metadata.name))]),
                ..Default::default()
            });
            endpoint::LbEndpoint {
                host_identifier: Some(endpoint::lb_endpoint::HostIdentifier::Endpoint(endpoint)),
                metadata,
                ..Default::default()
            }
        })
        .collect()
}

/// The share of a backend that does not exist, or must not be connected to: its connections are
/// closed, not led to the others.
fn refused(carries: Carries) -> Vec<endpoint::LbEndpoint> {
    if carries == Carries::Datagrams {
        return Vec::new();
    }
    let endpoint = endpoint::Endpoint {
        address: Some(core::Address {
            address: Some(core::address::Address::Pipe(core::Pipe {
                path: NOBODY.to_owned(),
                ..Default::default()
            })),
        }),
        health_check_config: Some(endpoint::endpoint::HealthCheckConfig {
            disable_active_health_check: true,
            ..Default::default()
        }),
        ..Default::default()
    };
    vec![endpoint::LbEndpoint {
        host_identifier: Some(endpoint::lb_endpoint::HostIdentifier::Endpoint(endpoint)),
        ..Default::default()
    }]
}

fn mark(backend: &str) -> Struct {
    let name = Value {
        kind: Some(value::Kind::StringValue(backend.to_owned())),
    };
    Struct {
        fields: HashMap::from([(BACKEND.to_owned(), name)]),
    }
}
