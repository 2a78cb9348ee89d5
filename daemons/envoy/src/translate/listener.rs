//! The gateway's ports as Envoy listeners.

use std::net::IpAddr;
use std::sync::Arc;

use envoy_types::pb::envoy::config::common::mutation_rules::v3 as mutation;
use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::config::listener::v3 as envoy;
use envoy_types::pb::envoy::extensions::filters::listener::tls_inspector::v3::TlsInspector;
use envoy_types::pb::envoy::extensions::filters::network::connection_limit::v3::ConnectionLimit;
use envoy_types::pb::envoy::extensions::filters::network::http_connection_manager::v3 as hcm;
use envoy_types::pb::envoy::extensions::filters::network::tcp_proxy::v3 as tcp;
use envoy_types::pb::envoy::extensions::http::early_header_mutation::header_mutation::v3::HeaderMutation;
use envoy_types::pb::envoy::extensions::transport_sockets::tls::v3 as tls;
use envoy_types::pb::google::protobuf::{Any, UInt64Value};
use envoy_types::util::pack_any;
use epic_api::{Certificate, Duration, GatewayTemplate};

use super::resources::{Needs, Resource};
use super::{chain, pb, shard};
use crate::names;

const IDLE: Duration = Duration::from_secs(3600);
const REQUEST_HEADERS: Duration = Duration::from_secs(10);
const BUFFER_BYTES: u32 = 32 * 1024;

/// One connection manager of a port: one of several listeners with TLS, or all of them without.
pub(super) struct HttpChain<'a> {
    /// The name its scopes have.
    pub(super) frontend: &'a str,
    /// The EPIC listener its figures are counted for.
    pub(super) listener: &'a str,
    /// With TLS: the host that clients ask for, and the certificates.
    pub(super) tls: Option<Tls<'a>>,
}

/// TLS of one listener.
pub(super) struct Tls<'a> {
    pub(super) hostname: Option<&'a str>,
    /// Names of SDS secrets.
    pub(super) secrets: Vec<String>,
}

/// An Envoy listener for HTTP or HTTPS on a port of all addresses.
pub(super) fn http(
    port: u16,
    addresses: &[IpAddr],
    chains: &[HttpChain<'_>],
    template: &GatewayTemplate,
) -> Option<Resource> {
    let needs = Needs {
        scopes: chains
            .iter()
            .map(|chain| Arc::from(format!("{}/", chain.frontend)))
            .collect(),
        ..Default::default()
    };
    let secure = chains.iter().any(|chain| chain.tls.is_some());
    let filter_chains = chains.iter().map(|chain| http_chain(chain, template));
    let listener_filters = secure.then(|| envoy::ListenerFilter {
        name: "envoy.filters.listener.tls_inspector".to_owned(),
        config_type: Some(envoy::listener_filter::ConfigType::TypedConfig(pack_any(
            TlsInspector::default(),
        ))),
        ..Default::default()
    });
    listener(
        port,
        addresses,
        filter_chains.collect(),
        listener_filters.into_iter().collect(),
        needs,
    )
}

/// An Envoy listener that passes bytes to clusters by weight.
pub(super) fn tcp(
    port: u16,
    addresses: &[IpAddr],
    stat_prefix: String,
    clusters: &[(Arc<str>, u32)],
    template: &GatewayTemplate,
) -> Option<Resource> {
    let proxy = tcp::TcpProxy {
        stat_prefix,
        idle_timeout: Some(pb::duration(template.spec.timeouts.idle.unwrap_or(IDLE))),
        cluster_specifier: Some(match clusters {
            [(only, _)] => tcp::tcp_proxy::ClusterSpecifier::Cluster(only.to_string()),
            several => tcp::tcp_proxy::ClusterSpecifier::WeightedClusters(
                tcp::tcp_proxy::WeightedCluster {
                    clusters: several
                        .iter()
                        .map(
                            |(name, weight)| tcp::tcp_proxy::weighted_cluster::ClusterWeight {
                                name: name.to_string(),
                                weight: *weight,
                                ..Default::default()
                            },
                        )
                        .collect(),
                },
            ),
        }),
        ..Default::default()
    };
    let mut filters = limits(template);
    filters.push(filter("envoy.filters.network.tcp_proxy", pack_any(proxy)));
    let chain = envoy::FilterChain {
        filters,
        name: "tcp".to_owned(),
        ..Default::default()
    };
    let needs = Needs {
        clusters: clusters
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| **name != *super::cluster::NO_CLUSTER)
            .collect(),
        ..Default::default()
    };
    listener(port, addresses, vec![chain], Vec::new(), needs)
}

/// The SDS secret of a Certificate.
pub(super) fn secret(certificate: &Certificate) -> Resource {
    let name = secret_name(certificate);
    let inline = |text: &String| core::DataSource {
        specifier: Some(core::data_source::Specifier::InlineString(text.clone())),
        ..Default::default()
    };
    let message = tls::Secret {
        name: name.clone(),
        r#type: Some(tls::secret::Type::TlsCertificate(tls::TlsCertificate {
            certificate_chain: Some(inline(&certificate.spec.certificate)),
            private_key: certificate.spec.private_key.as_ref().map(inline),
            ..Default::default()
        })),
    };
    Resource::new(name, &message, Needs::default())
}

/// Its name.
pub(super) fn secret_name(certificate: &Certificate) -> String {
    let uid = certificate.metadata.uid.as_deref().unwrap_or_default();
    names::secret(&certificate.metadata.name, uid)
}

fn listener(
    port: u16,
    addresses: &[IpAddr],
    filter_chains: Vec<envoy::FilterChain>,
    listener_filters: Vec<envoy::ListenerFilter>,
    needs: Needs,
) -> Option<Resource> {
    let (first, others) = addresses.split_first()?;
    if filter_chains.is_empty() {
        return None;
    }
    let name = names::port_listener(port);
    let message = envoy::Listener {
        name: name.clone(),
        address: Some(pb::address(*first, port)),
        additional_addresses: others
            .iter()
            .map(|address| envoy::AdditionalAddress {
                address: Some(pb::address(*address, port)),
                ..Default::default()
            })
            .collect(),
        filter_chains,
        listener_filters,
        per_connection_buffer_limit_bytes: pb::uint(BUFFER_BYTES),
        traffic_direction: core::TrafficDirection::Inbound as i32,
        ..Default::default()
    };
    Some(Resource::new(name, &message, needs))
}

fn http_chain(chain: &HttpChain<'_>, template: &GatewayTemplate) -> envoy::FilterChain {
    let mut filters = limits(template);
    filters.push(filter(
        "envoy.filters.network.http_connection_manager",
        pack_any(connection_manager(chain, template)),
    ));
    envoy::FilterChain {
        name: chain.frontend.to_owned(),
        filters,
        filter_chain_match: chain.tls.as_ref().map(|tls| envoy::FilterChainMatch {
            server_names: tls
                .hostname
                .map(str::to_ascii_lowercase)
                .into_iter()
                .collect(),
            transport_protocol: "tls".to_owned(),
            ..Default::default()
        }),
        transport_socket: chain.tls.as_ref().map(|tls| core::TransportSocket {
            name: "envoy.transport_sockets.tls".to_owned(),
            config_type: Some(core::transport_socket::ConfigType::TypedConfig(pack_any(
                tls_context(tls),
            ))),
        }),
        ..Default::default()
    }
}

fn tls_context(tls: &Tls<'_>) -> tls::DownstreamTlsContext {
    use tls::tls_parameters::TlsProtocol;
    tls::DownstreamTlsContext {
        common_tls_context: Some(tls::CommonTlsContext {
            tls_params: Some(tls::TlsParameters {
                tls_minimum_protocol_version: TlsProtocol::TlSv12 as i32,
                tls_maximum_protocol_version: TlsProtocol::TlSv13 as i32,
                ..Default::default()
            }),
            tls_certificate_sds_secret_configs: tls
                .secrets
                .iter()
                .map(|name| tls::SdsSecretConfig {
                    name: name.clone(),
                    sds_config: Some(pb::ads()),
                })
                .collect(),
            alpn_protocols: vec!["h2".to_owned(), "http/1.1".to_owned()],
            ..Default::default()
        }),
        ..Default::default()
    }
}

/// Connections over the template's limit are closed when they are opened.
fn limits(template: &GatewayTemplate) -> Vec<envoy::Filter> {
    let limit = template.spec.limits.connections.map(|value| {
        let limit = ConnectionLimit {
            stat_prefix: "connections".to_owned(),
            max_connections: Some(UInt64Value {
                value: value.into(),
            }),
            ..Default::default()
        };
        filter("envoy.filters.network.connection_limit", pack_any(limit))
    });
    limit.into_iter().collect()
}

fn filter(name: &str, config: Any) -> envoy::Filter {
    envoy::Filter {
        name: name.to_owned(),
        config_type: Some(envoy::filter::ConfigType::TypedConfig(config)),
    }
}

/// Envoy's best practices for an edge proxy (docs, "Configuring Envoy as an edge proxy").
fn connection_manager(
    chain: &HttpChain<'_>,
    template: &GatewayTemplate,
) -> hcm::HttpConnectionManager {
    use hcm::http_connection_manager::{
        PathWithEscapedSlashesAction, RouteSpecifier, ServerHeaderTransformation, UpgradeConfig,
    };
    let timeouts = &template.spec.timeouts;
    hcm::HttpConnectionManager {
        stat_prefix: names::listener_stat_prefix(chain.listener),
        route_specifier: Some(RouteSpecifier::ScopedRoutes(scoped_routes())),
        early_header_mutation_extensions: vec![core::TypedExtensionConfig {
            name: "shard".to_owned(),
            typed_config: Some(pack_any(shard_header(chain.frontend))),
        }],
        http_filters: chain::http_filters(),
        upgrade_configs: vec![UpgradeConfig {
            upgrade_type: "websocket".to_owned(),
            ..Default::default()
        }],
        use_remote_address: pb::boolean(true),
        normalize_path: pb::boolean(true),
        // The Gateway API compares paths as they are; `//` is not `/`.
        merge_slashes: false,
        path_with_escaped_slashes_action: PathWithEscapedSlashesAction::UnescapeAndRedirect as i32,
        server_header_transformation: ServerHeaderTransformation::PassThrough as i32,
        common_http_protocol_options: Some(core::HttpProtocolOptions {
            idle_timeout: Some(pb::duration(timeouts.idle.unwrap_or(IDLE))),
            headers_with_underscores_action:
                core::http_protocol_options::HeadersWithUnderscoresAction::Allow as i32,
            ..Default::default()
        }),
        http2_protocol_options: Some(core::Http2ProtocolOptions {
            max_concurrent_streams: pb::uint(100),
            initial_stream_window_size: pb::uint(64 * 1024),
            initial_connection_window_size: pb::uint(1024 * 1024),
            // WebSockets over HTTP/2 (RFC 8441).
            allow_connect: true,
            ..Default::default()
        }),
        request_headers_timeout: Some(pb::duration(
            timeouts.request_headers.unwrap_or(REQUEST_HEADERS),
        )),
        stream_idle_timeout: Some(pb::seconds(300)),
        ..Default::default()
    }
}

fn scoped_routes() -> hcm::ScopedRoutes {
    use hcm::scoped_routes::scope_key_builder::{FragmentBuilder, fragment_builder};
    use hcm::scoped_routes::{ConfigSpecifier, ScopeKeyBuilder};
    let extractor = fragment_builder::HeaderValueExtractor {
        name: shard::HEADER.to_owned(),
        extract_type: Some(fragment_builder::header_value_extractor::ExtractType::Index(0)),
        ..Default::default()
    };
    hcm::ScopedRoutes {
        name: "routes".to_owned(),
        scope_key_builder: Some(ScopeKeyBuilder {
            fragments: vec![FragmentBuilder {
                r#type: Some(fragment_builder::Type::HeaderValueExtractor(extractor)),
            }],
        }),
        rds_config_source: Some(pb::ads()),
        config_specifier: Some(ConfigSpecifier::ScopedRds(hcm::ScopedRds {
            scoped_rds_config_source: Some(pb::ads()),
            ..Default::default()
        })),
    }
}

fn shard_header(frontend: &str) -> HeaderMutation {
    use core::header_value_option::HeaderAppendAction;
    HeaderMutation {
        mutations: vec![mutation::HeaderMutation {
            action: Some(mutation::header_mutation::Action::Append(
                core::HeaderValueOption {
                    header: Some(core::HeaderValue {
                        key: shard::HEADER.to_owned(),
                        value: shard::header_format(frontend),
                        ..Default::default()
                    }),
                    append_action: HeaderAppendAction::OverwriteIfExistsOrAdd as i32,
                    ..Default::default()
                },
            )),
        }],
    }
}
