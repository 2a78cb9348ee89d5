//! What a backend asks of connections to it: TLS and the PROXY protocol, passive health checks,
//! bounds.

use std::sync::Arc;

use envoy_types::pb::envoy::config::cluster::v3 as cluster;
use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::extensions::transport_sockets::proxy_protocol::v3::ProxyProtocolUpstreamTransport;
use envoy_types::pb::envoy::extensions::transport_sockets::raw_buffer::v3::RawBuffer;
use envoy_types::pb::envoy::extensions::transport_sockets::tls::v3 as tls;
use envoy_types::pb::envoy::r#type::matcher::v3::{StringMatcher, string_matcher::MatchPattern};
use envoy_types::pb::google::protobuf::Any;
use envoy_types::util::pack_any;
use epic_api::backend::{
    BackendProtocol, BackendTls, CircuitBreaker, OutlierDetection, ProxyProtocolVersion,
};
use epic_api::gateway::CertificateRef;
use epic_api::{Backend, Duration};

use super::pb;
use super::secret::{self, Certificates};

/// Where Debian, Red Hat, Alpine and SUSE keep the authorities everybody knows; Envoy is given the
/// one that [`super::RenderOptions`] names.
const SYSTEM_AUTHORITIES: &str = "/etc/ssl/certs/ca-certificates.crt";

/// Whether the backend may be connected to: an endpoint that is to be verified by an authority that
/// is not there would otherwise be trusted unverified, or spoken to in the clear.
pub(super) fn can_be_verified(backend: &Backend, certificates: &Certificates) -> bool {
    backend.spec.tls.as_ref().is_none_or(|tls| {
        tls.well_known_ca_certificates.is_some()
            || secret::bundle(&tls.ca_certificate_refs, certificates).is_some()
    })
}

/// How bytes get to the endpoints; `None` for plain TCP. `alpn`: what is offered over TLS.
pub(super) fn transport_socket(
    backend: &Backend,
    client: Option<&CertificateRef>,
    alpn: Option<BackendProtocol>,
    system_authorities: Option<&str>,
) -> Option<core::TransportSocket> {
    let secure = backend.spec.tls.as_ref().map(|tls| {
        let client = tls.client_certificate_ref.as_ref().or(client);
        let context = tls_context(backend, tls, client, alpn, system_authorities);
        socket("envoy.transport_sockets.tls", pack_any(context))
    });
    let Some(version) = backend.spec.proxy_protocol else {
        return secure;
    };
    let inner = secure
        .unwrap_or_else(|| socket("envoy.transport_sockets.raw_buffer", pack_any(RawBuffer {})));
    let config = core::ProxyProtocolConfig {
        version: match version {
            ProxyProtocolVersion::V1 => core::proxy_protocol_config::Version::V1 as i32,
            ProxyProtocolVersion::V2 => core::proxy_protocol_config::Version::V2 as i32,
        },
        ..Default::default()
    };
    let wrapped = ProxyProtocolUpstreamTransport {
        config: Some(config),
        transport_socket: Some(inner),
        ..Default::default()
    };
    Some(socket(
        "envoy.transport_sockets.upstream_proxy_protocol",
        pack_any(wrapped),
    ))
}

/// Bytes as they are.
pub(super) fn plain_socket() -> core::TransportSocket {
    socket("envoy.transport_sockets.raw_buffer", pack_any(RawBuffer {}))
}

fn socket(name: &str, config: Any) -> core::TransportSocket {
    core::TransportSocket {
        name: name.to_owned(),
        config_type: Some(core::transport_socket::ConfigType::TypedConfig(config)),
    }
}

fn tls_context(
    backend: &Backend,
    tls: &BackendTls,
    client: Option<&CertificateRef>,
    alpn: Option<BackendProtocol>,
    system_authorities: Option<&str>,
) -> tls::UpstreamTlsContext {
    use tls::common_tls_context::{CombinedCertificateValidationContext, ValidationContextType};
    let mut expected = tls::CertificateValidationContext {
        match_typed_subject_alt_names: names(tls),
        ..Default::default()
    };
    let validation = if tls.well_known_ca_certificates.is_some() {
        let file = system_authorities.unwrap_or(SYSTEM_AUTHORITIES);
        expected.trusted_ca = Some(core::DataSource {
            specifier: Some(core::data_source::Specifier::Filename(file.to_owned())),
            ..Default::default()
        });
        ValidationContextType::ValidationContext(expected)
    } else {
        ValidationContextType::CombinedValidationContext(CombinedCertificateValidationContext {
            default_validation_context: Some(expected),
            validation_context_sds_secret_config: Some(secret::by_ads(secret::authorities_name(
                backend,
            ))),
            ..Default::default()
        })
    };
    tls::UpstreamTlsContext {
        sni: tls.hostname.clone(),
        common_tls_context: Some(tls::CommonTlsContext {
            tls_certificate_sds_secret_configs: client
                .map(|_| secret::by_ads(secret::client_name(backend)))
                .into_iter()
                .collect(),
            alpn_protocols: match alpn {
                Some(BackendProtocol::Http) => vec!["http/1.1".to_owned()],
                Some(BackendProtocol::H2c) => vec!["h2".to_owned()],
                None => Vec::new(),
            },
            validation_context_type: Some(validation),
            ..Default::default()
        }),
        ..Default::default()
    }
}

/// One of the names the endpoint's certificate must have.
fn names(tls: &BackendTls) -> Vec<tls::SubjectAltNameMatcher> {
    use tls::subject_alt_name_matcher::SanType;
    let matcher = |san_type: SanType, value: &str| {
        let pattern = match value.strip_prefix('*') {
            Some(suffix) => MatchPattern::Suffix(suffix.to_owned()),
            None => MatchPattern::Exact(value.to_owned()),
        };
        tls::SubjectAltNameMatcher {
            san_type: san_type as i32,
            matcher: Some(StringMatcher {
                match_pattern: Some(pattern),
                ..Default::default()
            }),
            ..Default::default()
        }
    };
    if tls.subject_alt_names.is_empty() {
        return vec![matcher(SanType::Dns, &tls.hostname)];
    }
    tls.subject_alt_names
        .iter()
        .flat_map(|name| {
            let host = name
                .hostname
                .as_deref()
                .map(|host| matcher(SanType::Dns, host));
            let uri = name.uri.as_deref().map(|uri| matcher(SanType::Uri, uri));
            host.into_iter().chain(uri)
        })
        .collect()
}

/// Takes endpoints out that fail real requests.
pub(super) fn outlier_detection(outlier: &OutlierDetection) -> cluster::OutlierDetection {
    const INTERVAL: Duration = Duration::from_secs(10);
    const OUT: Duration = Duration::from_secs(30);
    cluster::OutlierDetection {
        consecutive_5xx: pb::uint(outlier.consecutive_5xx.unwrap_or(5)),
        enforcing_consecutive_5xx: pb::uint(percent(outlier.consecutive_5xx.unwrap_or(5))),
        consecutive_gateway_failure: pb::uint(
            outlier.consecutive_gateway_errors.unwrap_or(0).max(1),
        ),
        enforcing_consecutive_gateway_failure: pb::uint(percent(
            outlier.consecutive_gateway_errors.unwrap_or(0),
        )),
        split_external_local_origin_errors: true,
        consecutive_local_origin_failure: pb::uint(
            outlier
                .consecutive_local_origin_failures
                .unwrap_or(5)
                .max(1),
        ),
        enforcing_consecutive_local_origin_failure: pb::uint(percent(
            outlier.consecutive_local_origin_failures.unwrap_or(5),
        )),
        enforcing_local_origin_success_rate: pb::uint(0),
        enforcing_success_rate: pb::uint(0),
        interval: Some(pb::duration(outlier.interval.unwrap_or(INTERVAL))),
        base_ejection_time: Some(pb::duration(outlier.base_ejection_time.unwrap_or(OUT))),
        max_ejection_percent: pb::uint(outlier.max_ejection_percent.unwrap_or(50)),
        always_eject_one_host: pb::boolean(true),
        ..Default::default()
    }
}

/// Whether a threshold holds, in percent: 0 stands for never.
fn percent(threshold: u32) -> u32 {
    if threshold == 0 { 0 } else { 100 }
}

/// Envoy's defaults (1,024 connections, requests, pending requests, 3 retries) turn away the load
/// a gateway is there for.
pub(super) fn circuit_breakers(breaker: Option<&CircuitBreaker>) -> cluster::CircuitBreakers {
    let default = CircuitBreaker::default();
    let breaker = breaker.unwrap_or(&default);
    let or_open = |bound: Option<u32>| pb::uint(bound.unwrap_or(u32::MAX));
    cluster::CircuitBreakers {
        thresholds: vec![cluster::circuit_breakers::Thresholds {
            max_connections: or_open(breaker.max_connections),
            max_pending_requests: or_open(breaker.max_pending_requests),
            max_requests: or_open(breaker.max_requests),
            max_retries: or_open(breaker.max_retries),
            ..Default::default()
        }],
        ..Default::default()
    }
}

/// The SDS secrets a backend's connections need.
pub(super) fn secrets(
    backend: &Backend,
    client: Option<&CertificateRef>,
    certificates: &Certificates,
) -> Vec<super::resources::Resource> {
    let Some(tls) = &backend.spec.tls else {
        return Vec::new();
    };
    let bundle = secret::bundle(&tls.ca_certificate_refs, certificates);
    let authorities =
        bundle.map(|bundle| secret::authorities(&secret::authorities_name(backend), &bundle, None));
    let client = tls.client_certificate_ref.as_ref().or(client);
    let own = client
        .and_then(|reference| certificates.get(&reference.name))
        .map(|certificate: &Arc<_>| secret::pair(&secret::client_name(backend), certificate));
    authorities.into_iter().chain(own).collect()
}
