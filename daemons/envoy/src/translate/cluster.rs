//! Backends as Envoy clusters and their endpoints.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use envoy_types::pb::envoy::config::cluster::v3 as cluster;
use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::config::endpoint::v3 as endpoint;
use envoy_types::pb::envoy::extensions::upstreams::http::v3 as protocol;
use envoy_types::pb::envoy::r#type::v3::Int64Range;
use envoy_types::util::pack_any;
use epic_api::agent::GatewayIntent;
use epic_api::backend::{BackendProtocol, HealthCheck, HttpHealthCheck};
use epic_api::gateway::CertificateRef;
use epic_api::{Backend, Duration};

use super::resources::{Needs, Resource};
use super::{RenderOptions, balancing, pb, upstream};
use crate::names::{self, ClusterVariant};

const HTTP_OPTIONS: &str = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// The name of the cluster of a Backend.
pub(super) fn name(backend: &Backend, variant: ClusterVariant) -> Arc<str> {
    let uid = backend.metadata.uid.as_deref().unwrap_or_default();
    names::cluster(&backend.metadata.name, uid, variant).into()
}

/// The cluster: how to speak to the endpoints.
pub(super) fn render(
    backend: &Backend,
    variant: ClusterVariant,
    intent: &GatewayIntent,
    options: &RenderOptions,
) -> Resource {
    let name = name(backend, variant);
    let timeouts = &intent.template.spec.timeouts;
    let protocol = match variant {
        ClusterVariant::Http => backend.spec.protocol,
        ClusterVariant::Http2 => BackendProtocol::H2c,
    };
    let health_checks: Vec<_> = backend
        .spec
        .health_check
        .iter()
        .filter_map(|check| health_check(check, backend))
        .collect();
    let probed = !health_checks.is_empty();
    let message = cluster::Cluster {
        name: name.to_string(),
        cluster_discovery_type: Some(cluster::cluster::ClusterDiscoveryType::Type(
            cluster::cluster::DiscoveryType::Eds as i32,
        )),
        eds_cluster_config: Some(cluster::cluster::EdsClusterConfig {
            eds_config: Some(pb::ads()),
            ..Default::default()
        }),
        connect_timeout: Some(pb::duration(timeouts.connect.unwrap_or(CONNECT_TIMEOUT))),
        load_balancing_policy: Some(balancing::policy(
            backend.spec.load_balancing.as_ref(),
            false,
        )),
        per_connection_buffer_limit_bytes: pb::uint(32 * 1024),
        circuit_breakers: Some(upstream::circuit_breakers(
            backend.spec.circuit_breaker.as_ref(),
        )),
        outlier_detection: backend
            .spec
            .outlier_detection
            .as_ref()
            .map(upstream::outlier_detection),
        health_checks,
        // An endpoint that is taken out is taken out at once, whatever its probes say.
        ignore_health_on_host_removal: true,
        upstream_bind_config: bind(options),
        transport_socket: upstream::transport_socket(
            backend,
            client_certificate(intent),
            Some(protocol),
            options.system_authorities.as_deref(),
        ),
        typed_extension_protocol_options: HashMap::from([(
            HTTP_OPTIONS.to_owned(),
            pack_any(http_options(protocol)),
        )]),
        ..Default::default()
    };
    let mut resource = Resource::new(name, &message, Needs::default());
    resource.probed = probed;
    resource
}

/// What the gateway shows to endpoints that ask for a client certificate.
pub(super) fn client_certificate(intent: &GatewayIntent) -> Option<&CertificateRef> {
    let tls = intent.gateway.spec.backend_tls.as_ref()?;
    Some(&tls.client_certificate_ref)
}

/// The endpoints that may get traffic, sorted.
pub(super) fn render_endpoints(
    backend: &Backend,
    variant: ClusterVariant,
    intent: &GatewayIntent,
) -> Resource {
    let verified = upstream::can_be_verified(backend, &intent.certificates);
    let name = name(backend, variant);
    let mut ready: Vec<(IpAddr, u16)> = backend
        .spec
        .endpoints
        .iter()
        .filter(|endpoint| endpoint.ready && verified)
        .map(|endpoint| (endpoint.address, endpoint.port))
        .collect();
    ready.sort_unstable();
    ready.dedup();
    let lb_endpoints = ready.into_iter().map(|(address, port)| {
        let endpoint = endpoint::Endpoint {
            address: Some(pb::address(address, port)),
            ..Default::default()
        };
        endpoint::LbEndpoint {
            host_identifier: Some(endpoint::lb_endpoint::HostIdentifier::Endpoint(endpoint)),
            ..Default::default()
        }
    });
    let message = endpoint::ClusterLoadAssignment {
        cluster_name: name.to_string(),
        endpoints: vec![endpoint::LocalityLbEndpoints {
            lb_endpoints: lb_endpoints.collect(),
            ..Default::default()
        }],
        ..Default::default()
    };
    Resource::new(name, &message, Needs::default())
}

fn http_options(spoken: BackendProtocol) -> protocol::HttpProtocolOptions {
    use protocol::http_protocol_options::explicit_http_config::ProtocolConfig;
    use protocol::http_protocol_options::{ExplicitHttpConfig, UpstreamProtocolOptions};
    let config = match spoken {
        BackendProtocol::Http => ProtocolConfig::HttpProtocolOptions(Default::default()),
        BackendProtocol::H2c => ProtocolConfig::Http2ProtocolOptions(Default::default()),
    };
    protocol::HttpProtocolOptions {
        upstream_protocol_options: Some(UpstreamProtocolOptions::ExplicitHttpConfig(
            ExplicitHttpConfig {
                protocol_config: Some(config),
            },
        )),
        ..Default::default()
    }
}

pub(super) fn health_check(check: &HealthCheck, backend: &Backend) -> Option<core::HealthCheck> {
    use core::health_check::HealthChecker;
    let checker = if let Some(http) = &check.http {
        HealthChecker::HttpHealthCheck(http_probe(http, backend))
    } else if check.tcp.is_some() {
        HealthChecker::TcpHealthCheck(core::health_check::TcpHealthCheck::default())
    } else if let Some(grpc) = &check.grpc {
        HealthChecker::GrpcHealthCheck(core::health_check::GrpcHealthCheck {
            service_name: grpc.service.clone().unwrap_or_default(),
            authority: backend.metadata.name.clone(),
            ..Default::default()
        })
    } else {
        return None;
    };
    let interval = pb::duration(check.interval.unwrap_or(Duration::from_secs(5)));
    Some(core::HealthCheck {
        timeout: Some(pb::duration(
            check.timeout.unwrap_or(Duration::from_secs(2)),
        )),
        interval: Some(interval),
        // Otherwise clusters without traffic are probed once a minute only, and an endpoint that
        // came back would wait that long.
        no_traffic_interval: Some(interval),
        unhealthy_threshold: pb::uint(check.unhealthy_threshold.unwrap_or(3)),
        healthy_threshold: pb::uint(check.healthy_threshold.unwrap_or(1)),
        health_checker: Some(checker),
        ..Default::default()
    })
}

fn http_probe(http: &HttpHealthCheck, backend: &Backend) -> core::health_check::HttpHealthCheck {
    use envoy_types::pb::envoy::r#type::v3::CodecClientType;
    let host = http.hostname.as_ref().unwrap_or(&backend.metadata.name);
    core::health_check::HttpHealthCheck {
        host: host.clone(),
        path: http.path.clone(),
        expected_statuses: http
            .expected_statuses
            .iter()
            .map(|status| Int64Range {
                start: i64::from(*status),
                end: i64::from(*status) + 1,
            })
            .collect(),
        codec_client_type: match backend.spec.protocol {
            BackendProtocol::Http => CodecClientType::Http1 as i32,
            BackendProtocol::H2c => CodecClientType::Http2 as i32,
        },
        ..Default::default()
    }
}

/// Upstream connections come from the addresses of the instance's own network; Envoy takes the one
/// of the endpoint's family.
pub(super) fn bind(options: &RenderOptions) -> Option<core::BindConfig> {
    let v4 = options.upstream_v4.map(IpAddr::V4);
    let v6 = options.upstream_v6.map(IpAddr::V6);
    let (first, second) = match (v4, v6) {
        (None, None) => return None,
        (Some(v4), None) => (v4, IpAddr::V6(Ipv6Addr::UNSPECIFIED)),
        (None, Some(v6)) => (v6, IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
        (Some(v4), Some(v6)) => (v4, v6),
    };
    Some(core::BindConfig {
        source_address: Some(pb::socket_address(first, 0)),
        extra_source_addresses: vec![core::ExtraSourceAddress {
            address: Some(pb::socket_address(second, 0)),
            ..Default::default()
        }],
        ..Default::default()
    })
}
