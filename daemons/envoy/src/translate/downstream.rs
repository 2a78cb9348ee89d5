//! TLS and QUIC towards clients.

use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::config::listener::v3::FilterChainMatch;
use envoy_types::pb::envoy::extensions::transport_sockets::quic::v3::QuicDownstreamTransport;
use envoy_types::pb::envoy::extensions::transport_sockets::tls::v3 as tls;
use envoy_types::util::pack_any;
use epic_api::GatewayTemplate;
use epic_api::gateway::ClientValidationMode;
use epic_api::template::TlsVersion;

use super::{pb, secret};

/// TLS that ends at a listener.
#[derive(Clone, Debug)]
pub(super) struct Tls {
    /// The host that clients ask for; every other one where there is none.
    pub(super) hostname: Option<String>,
    /// Names of SDS secrets with certificates.
    pub(super) secrets: Vec<String>,
    /// The SDS secret with the authorities clients are verified by.
    pub(super) clients: Option<Clients>,
}

/// Clients show certificates.
#[derive(Clone, Debug)]
pub(super) struct Clients {
    /// The SDS secret with the authorities.
    pub(super) secret: String,
    /// Who gets in.
    pub(super) mode: ClientValidationMode,
}

/// Connections that ask for the host by SNI.
pub(super) fn tls_match(host: Option<&str>) -> FilterChainMatch {
    FilterChainMatch {
        server_names: host.map(str::to_ascii_lowercase).into_iter().collect(),
        transport_protocol: "tls".to_owned(),
        ..Default::default()
    }
}

/// QUIC connections that ask for the host.
pub(super) fn quic_match(tls: &Tls) -> FilterChainMatch {
    FilterChainMatch {
        transport_protocol: "quic".to_owned(),
        ..tls_match(tls.hostname.as_deref())
    }
}

/// TLS over TCP.
pub(super) fn socket(
    tls: &Tls,
    alpn: &[&str],
    template: &GatewayTemplate,
) -> core::TransportSocket {
    transport(
        "envoy.transport_sockets.tls",
        pack_any(context(tls, alpn, template)),
    )
}

/// QUIC, which is TLS 1.3.
pub(super) fn quic_socket(tls: &Tls, template: &GatewayTemplate) -> core::TransportSocket {
    let quic = QuicDownstreamTransport {
        downstream_tls_context: Some(context(tls, &["h3"], template)),
        ..Default::default()
    };
    transport("envoy.transport_sockets.quic", pack_any(quic))
}

fn transport(name: &str, config: envoy_types::pb::google::protobuf::Any) -> core::TransportSocket {
    core::TransportSocket {
        name: name.to_owned(),
        config_type: Some(core::transport_socket::ConfigType::TypedConfig(config)),
    }
}

fn context(tls: &Tls, alpn: &[&str], template: &GatewayTemplate) -> tls::DownstreamTlsContext {
    use tls::common_tls_context::ValidationContextType;
    use tls::tls_parameters::TlsProtocol;
    let wanted = &template.spec.tls;
    let least = match wanted.min_version {
        Some(TlsVersion::V1_3) => TlsProtocol::TlSv13,
        Some(TlsVersion::V1_2) | None => TlsProtocol::TlSv12,
    };
    tls::DownstreamTlsContext {
        require_client_certificate: tls
            .clients
            .as_ref()
            .map(|clients| clients.mode == ClientValidationMode::AllowValidOnly)
            .and_then(pb::boolean),
        common_tls_context: Some(tls::CommonTlsContext {
            tls_params: Some(tls::TlsParameters {
                tls_minimum_protocol_version: least as i32,
                tls_maximum_protocol_version: TlsProtocol::TlSv13 as i32,
                cipher_suites: wanted.cipher_suites.clone(),
                ..Default::default()
            }),
            tls_certificate_sds_secret_configs: tls
                .secrets
                .iter()
                .map(|name| secret::by_ads(name.clone()))
                .collect(),
            validation_context_type: tls.clients.as_ref().map(|clients| {
                ValidationContextType::ValidationContextSdsSecretConfig(secret::by_ads(
                    clients.secret.clone(),
                ))
            }),
            alpn_protocols: alpn.iter().map(|name| (*name).to_owned()).collect(),
            ..Default::default()
        }),
        ..Default::default()
    }
}
