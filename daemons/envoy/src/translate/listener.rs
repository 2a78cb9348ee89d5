//! The gateway's ports as Envoy listeners.

use std::net::IpAddr;
use std::sync::Arc;

use envoy_types::pb::envoy::config::accesslog::v3::AccessLog;
use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::config::listener::v3 as envoy;
use envoy_types::pb::envoy::extensions::filters::listener::proxy_protocol::v3::ProxyProtocol as ProxyProtocolFilter;
use envoy_types::pb::envoy::extensions::filters::listener::tls_inspector::v3::TlsInspector;
use envoy_types::pb::envoy::extensions::filters::network::connection_limit::v3::ConnectionLimit;
use envoy_types::pb::envoy::extensions::filters::network::tcp_proxy::v3 as tcp;
use envoy_types::pb::envoy::extensions::filters::udp::udp_proxy::v3 as udp;
use envoy_types::pb::envoy::r#type::v3::{HashPolicy, hash_policy};
use envoy_types::pb::google::protobuf::{Any, UInt64Value};
use envoy_types::util::pack_any;
use epic_api::GatewayTemplate;
use epic_api::template::ProxyProtocol;

use super::connection_manager::{self, Carrier, IDLE};
use super::downstream::{self, Tls};
use super::pb;
use super::resources::{Needs, Resource};
use crate::names;

const BUFFER_BYTES: u32 = 32 * 1024;

/// What the connections of a port, or some of them, are for.
#[derive(Clone, Debug)]
pub(super) enum Chain {
    /// A connection manager: one of several listeners with TLS, or all of them without.
    Http {
        /// The name its scopes have.
        frontend: Arc<str>,
        /// The EPIC listener its figures are counted for.
        listener: String,
        /// Who gets here, and how TLS ends; none without TLS.
        tls: Option<Tls>,
    },
    /// Bytes for a cluster.
    Bytes {
        /// The EPIC listener they are counted for.
        listener: String,
        /// Where they go.
        cluster: Arc<str>,
        /// For TLS: the host that clients ask for.
        host: Option<String>,
        /// Where TLS ends here; none where it is passed through.
        tls: Option<Tls>,
    },
}

/// What all listeners of a gateway have in common.
pub(super) struct Common<'a> {
    pub(super) addresses: &'a [IpAddr],
    pub(super) template: &'a GatewayTemplate,
    pub(super) access_log: Option<AccessLog>,
}

/// The listener of a TCP port; `None` where nothing is listened for, so that clients are refused and
/// not left hanging.
pub(super) fn stream(port: u16, chains: &[Chain], common: &Common<'_>) -> Option<Resource> {
    let secure = chains.iter().any(|chain| match chain {
        Chain::Http { tls, .. } => tls.is_some(),
        Chain::Bytes { host, .. } => host.is_some(),
    });
    let proxied = common.template.spec.proxy_protocol.map(|mode| {
        let config = ProxyProtocolFilter {
            allow_requests_without_proxy_protocol: mode == ProxyProtocol::Optional,
            ..Default::default()
        };
        listener_filter("envoy.filters.listener.proxy_protocol", pack_any(config))
    });
    let inspector = secure.then(|| {
        let config = TlsInspector::default();
        listener_filter("envoy.filters.listener.tls_inspector", pack_any(config))
    });
    let http3 = common.template.spec.http3.then_some(port);
    let filter_chains: Vec<_> = chains
        .iter()
        .map(|chain| filter_chain(chain, http3, common))
        .collect();
    let message = envoy::Listener {
        filter_chains,
        listener_filters: proxied.into_iter().chain(inspector).collect(),
        ..envoy::Listener::default()
    };
    finish(
        names::port_listener(port),
        port,
        message,
        false,
        needs(chains),
        common,
    )
}

/// The listener of HTTP/3 beside an HTTPS one, on the UDP port of the same number.
pub(super) fn quic(port: u16, chains: &[Chain], common: &Common<'_>) -> Option<Resource> {
    let secure = chains.iter().filter_map(|chain| match chain {
        Chain::Http {
            frontend,
            listener,
            tls: Some(tls),
        } => Some((frontend, listener, tls)),
        _ => None,
    });
    let filter_chains = secure.map(|(frontend, listener, tls)| {
        let manager = connection_manager::render(
            frontend,
            listener,
            Carrier::Quic,
            Some(port),
            common.access_log.clone(),
            common.template,
        );
        envoy::FilterChain {
            name: frontend.to_string(),
            filters: vec![filter(
                "envoy.filters.network.http_connection_manager",
                pack_any(manager),
            )],
            filter_chain_match: Some(downstream::quic_match(tls)),
            transport_socket: Some(downstream::quic_socket(tls, common.template)),
            ..Default::default()
        }
    });
    let message = envoy::Listener {
        filter_chains: filter_chains.collect(),
        udp_listener_config: Some(envoy::UdpListenerConfig {
            quic_options: Some(envoy::QuicProtocolOptions::default()),
            ..Default::default()
        }),
        ..envoy::Listener::default()
    };
    let name = names::datagram_listener(port);
    finish(name, port, message, true, needs(chains), common)
}

/// The listener of a UDP port. A client's datagrams stay at one endpoint.
pub(super) fn datagrams(
    port: u16,
    listener: &str,
    cluster: &Arc<str>,
    common: &Common<'_>,
) -> Option<Resource> {
    #[expect(
        deprecated,
        reason = "a matcher of one cluster would say the same in forty lines"
    )]
    let to = udp::udp_proxy_config::RouteSpecifier::Cluster(cluster.to_string());
    let source = udp::udp_proxy_config::hash_policy::PolicySpecifier::SourceIp(true);
    let proxy = udp::UdpProxyConfig {
        stat_prefix: names::listener_stat_prefix(listener),
        route_specifier: Some(to),
        hash_policies: vec![udp::udp_proxy_config::HashPolicy {
            policy_specifier: Some(source),
        }],
        access_log: common.access_log.clone().into_iter().collect(),
        ..Default::default()
    };
    let message = envoy::Listener {
        listener_filters: vec![listener_filter(
            "envoy.filters.udp_listener.udp_proxy",
            pack_any(proxy),
        )],
        udp_listener_config: Some(envoy::UdpListenerConfig::default()),
        ..envoy::Listener::default()
    };
    let needs = Needs {
        clusters: [cluster.clone()].into(),
        ..Default::default()
    };
    finish(
        names::datagram_listener(port),
        port,
        message,
        true,
        needs,
        common,
    )
}

fn needs(chains: &[Chain]) -> Needs {
    let mut needs = Needs::default();
    for chain in chains {
        match chain {
            Chain::Http { frontend, .. } => needs.scopes.push(Arc::from(format!("{frontend}/"))),
            Chain::Bytes { cluster, .. } => {
                needs.clusters.insert(cluster.clone());
            }
        }
    }
    needs
}

/// Addresses and bounds.
fn finish(
    name: String,
    port: u16,
    message: envoy::Listener,
    udp: bool,
    needs: Needs,
    common: &Common<'_>,
) -> Option<Resource> {
    let (first, others) = common.addresses.split_first()?;
    if message.filter_chains.is_empty() && message.listener_filters.is_empty() {
        return None;
    }
    let protocol = if udp {
        core::socket_address::Protocol::Udp
    } else {
        core::socket_address::Protocol::Tcp
    };
    let at = |address: &IpAddr| {
        let socket = core::SocketAddress {
            protocol: protocol as i32,
            ..pb::socket_address(*address, port)
        };
        core::Address {
            address: Some(core::address::Address::SocketAddress(socket)),
        }
    };
    let message = envoy::Listener {
        name: name.clone(),
        address: Some(at(first)),
        additional_addresses: others
            .iter()
            .map(|address| envoy::AdditionalAddress {
                address: Some(at(address)),
                ..Default::default()
            })
            .collect(),
        per_connection_buffer_limit_bytes: if udp { None } else { pb::uint(BUFFER_BYTES) },
        traffic_direction: core::TrafficDirection::Inbound as i32,
        ..message
    };
    Some(Resource::new(name, &message, needs))
}

fn filter_chain(chain: &Chain, http3: Option<u16>, common: &Common<'_>) -> envoy::FilterChain {
    let mut filters = limits(common.template);
    match chain {
        Chain::Http {
            frontend,
            listener,
            tls,
        } => {
            let manager = connection_manager::render(
                frontend,
                listener,
                Carrier::Tcp,
                http3.filter(|_| tls.is_some()),
                common.access_log.clone(),
                common.template,
            );
            filters.push(filter(
                "envoy.filters.network.http_connection_manager",
                pack_any(manager),
            ));
            envoy::FilterChain {
                name: frontend.to_string(),
                filters,
                filter_chain_match: tls
                    .as_ref()
                    .map(|tls| downstream::tls_match(tls.hostname.as_deref())),
                transport_socket: tls
                    .as_ref()
                    .map(|tls| downstream::socket(tls, &["h2", "http/1.1"], common.template)),
                ..Default::default()
            }
        }
        Chain::Bytes {
            listener,
            cluster,
            host,
            tls,
        } => {
            filters.push(tcp_proxy(listener, cluster, common));
            envoy::FilterChain {
                name: cluster.to_string(),
                filters,
                filter_chain_match: host.as_ref().map(|host| downstream::tls_match(Some(host))),
                transport_socket: tls
                    .as_ref()
                    .map(|tls| downstream::socket(tls, &[], common.template)),
                ..Default::default()
            }
        }
    }
}

fn tcp_proxy(listener: &str, cluster: &Arc<str>, common: &Common<'_>) -> envoy::Filter {
    let idle = common.template.spec.timeouts.idle.unwrap_or(IDLE);
    let source = hash_policy::PolicySpecifier::SourceIp(hash_policy::SourceIp {});
    let proxy = tcp::TcpProxy {
        stat_prefix: names::listener_stat_prefix(listener),
        idle_timeout: Some(pb::duration(idle)),
        cluster_specifier: Some(tcp::tcp_proxy::ClusterSpecifier::Cluster(
            cluster.to_string(),
        )),
        hash_policy: vec![HashPolicy {
            policy_specifier: Some(source),
        }],
        access_log: common.access_log.clone().into_iter().collect(),
        ..Default::default()
    };
    filter("envoy.filters.network.tcp_proxy", pack_any(proxy))
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

fn listener_filter(name: &str, config: Any) -> envoy::ListenerFilter {
    envoy::ListenerFilter {
        name: name.to_owned(),
        config_type: Some(envoy::listener_filter::ConfigType::TypedConfig(config)),
        ..Default::default()
    }
}
