//! `envoy --mode validate` on what the translation makes: all of it in one file, as static
//! resources.

use std::io::Write as _;
use std::process::Command;

use envoy_types::pb::envoy::config::bootstrap::v3 as bootstrap;
use envoy_types::pb::envoy::config::cluster::v3::Cluster;
use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::config::listener::v3 as listener;
use envoy_types::pb::envoy::config::route::v3::RouteConfiguration;
use envoy_types::pb::envoy::extensions::filters::network::http_connection_manager::v3 as hcm;
use envoy_types::pb::google::protobuf::{Any, BoolValue, Struct, Value, value::Kind};
use epic_envoy::translate::{ResourceType, Resources};
use prost::Message as _;

use crate::support::find_envoy;

/// Whether Envoy takes all of them, in one go; else its words.
pub(crate) fn validate<'a>(several: impl IntoIterator<Item = &'a Resources>) -> Result<(), String> {
    let mut parts = bootstrap::bootstrap::StaticResources {
        clusters: vec![xds()],
        ..Default::default()
    };
    for (index, resources) in several.into_iter().enumerate() {
        add(resources, index, &mut parts);
    }
    let message = bootstrap::Bootstrap {
        node: Some(core::Node {
            id: "test".to_owned(),
            cluster: "test".to_owned(),
            ..Default::default()
        }),
        static_resources: Some(parts),
        dynamic_resources: Some(bootstrap::bootstrap::DynamicResources {
            ads_config: Some(ads()),
            ..Default::default()
        }),
        layered_runtime: Some(runtime()),
        ..Default::default()
    };
    let mut file = tempfile::Builder::new().suffix(".pb").tempfile().unwrap();
    file.write_all(&message.encode_to_vec()).unwrap();
    let output = Command::new(find_envoy())
        .args(["--mode", "validate", "--log-level", "error", "-c"])
        .arg(file.path())
        .output()
        .unwrap();
    if output.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

fn add(resources: &Resources, index: usize, parts: &mut bootstrap::bootstrap::StaticResources) {
    for resource in resources.of(ResourceType::Cluster).values() {
        let mut cluster = Cluster::decode(&*resource.body.value).unwrap();
        // The names of endpoints stay those of the original.
        if let Some(eds) = &mut cluster.eds_cluster_config {
            eds.service_name = cluster.name;
        }
        cluster.name = format!("{index}/{}", resource.name);
        parts.clusters.push(cluster);
    }
    let mut model = None;
    for resource in resources.of(ResourceType::Listener).values() {
        let mut listener = listener::Listener::decode(&*resource.body.value).unwrap();
        listener.name = format!("{index}/{}", resource.name);
        model = model.or_else(|| manager(&listener));
        parts
            .listeners
            .push(on_a_port_of_its_own(listener, parts.listeners.len()));
    }
    let routes = resources.of(ResourceType::RouteConfiguration).values();
    for (resource, model) in routes.zip(std::iter::repeat(model)) {
        let mut routes = RouteConfiguration::decode(&*resource.body.value).unwrap();
        routes.validate_clusters = Some(BoolValue { value: false });
        let mut manager = model.expect("a connection manager for the routes");
        manager.route_specifier = Some(hcm::http_connection_manager::RouteSpecifier::RouteConfig(
            routes,
        ));
        let listener = listener_with(format!("{index}/routes/{}", resource.name), &manager);
        parts
            .listeners
            .push(on_a_port_of_its_own(listener, parts.listeners.len()));
    }
}

/// The first connection manager of a listener, for its HTTP filters.
fn manager(listener: &listener::Listener) -> Option<hcm::HttpConnectionManager> {
    let filters = listener
        .filter_chains
        .iter()
        .flat_map(|chain| &chain.filters);
    let configs = filters.filter_map(|filter| match &filter.config_type {
        Some(listener::filter::ConfigType::TypedConfig(config)) => Some(config),
        _ => None,
    });
    let mut managers = configs.filter(|config| config.type_url.ends_with("HttpConnectionManager"));
    Some(hcm::HttpConnectionManager::decode(&*managers.next()?.value).unwrap())
}

fn listener_with(name: String, manager: &hcm::HttpConnectionManager) -> listener::Listener {
    let config = Any {
        type_url: <hcm::HttpConnectionManager as prost::Name>::type_url(),
        value: manager.encode_to_vec(),
    };
    listener::Listener {
        name,
        filter_chains: vec![listener::FilterChain {
            filters: vec![listener::Filter {
                name: "envoy.filters.network.http_connection_manager".to_owned(),
                config_type: Some(listener::filter::ConfigType::TypedConfig(config)),
            }],
            ..Default::default()
        }],
        ..Default::default()
    }
}

fn on_a_port_of_its_own(mut listener: listener::Listener, index: usize) -> listener::Listener {
    let port = 1024 + u32::try_from(index).unwrap();
    let protocol = match listener.address.take().and_then(|address| address.address) {
        Some(core::address::Address::SocketAddress(socket)) => socket.protocol,
        _ => 0,
    };
    listener.additional_addresses.clear();
    listener.address = Some(core::Address {
        address: Some(core::address::Address::SocketAddress(core::SocketAddress {
            address: "127.0.0.1".to_owned(),
            protocol,
            port_specifier: Some(core::socket_address::PortSpecifier::PortValue(port)),
            ..Default::default()
        })),
    });
    listener
}

/// Never called: validation ends before.
fn xds() -> Cluster {
    Cluster {
        name: "xds".to_owned(),
        ..Default::default()
    }
}

fn ads() -> core::ApiConfigSource {
    use core::grpc_service::{EnvoyGrpc, TargetSpecifier};
    core::ApiConfigSource {
        api_type: core::api_config_source::ApiType::DeltaGrpc as i32,
        transport_api_version: core::ApiVersion::V3 as i32,
        grpc_services: vec![core::GrpcService {
            target_specifier: Some(TargetSpecifier::EnvoyGrpc(EnvoyGrpc {
                cluster_name: "xds".to_owned(),
                ..Default::default()
            })),
            ..Default::default()
        }],
        ..Default::default()
    }
}

/// The bound on regular expressions that EPIC's bootstrap has.
fn runtime() -> bootstrap::LayeredRuntime {
    let limit = Value {
        kind: Some(Kind::NumberValue(5000.0)),
    };
    let fields = [("re2.max_program_size.error_level".to_owned(), limit)];
    bootstrap::LayeredRuntime {
        layers: vec![bootstrap::RuntimeLayer {
            name: "epic".to_owned(),
            layer_specifier: Some(bootstrap::runtime_layer::LayerSpecifier::StaticLayer(
                Struct {
                    fields: fields.into(),
                },
            )),
        }],
    }
}
