//! What Envoy reads when it starts: where its agent is, and the bounds it keeps to.
//!
//! Everything else comes by ADS. The admin interface is a Unix socket, never a port: whoever
//! reaches it can stop the process.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// The static cluster that leads to the agent; also the begin of its statistics' names.
const XDS_CLUSTER: &str = "xds";
/// Where Envoy begins to refuse requests rather than be killed by the kernel.
const LARGEST_HEAP: u64 = 1 << 30;
/// Over all listeners together. Each costs a file descriptor and some 30 KiB.
const MOST_CONNECTIONS: u64 = 50_000;
/// RE2's program size up to which Envoy takes a regular expression. Envoy's own limit of 100
/// refuses ordinary path patterns.
const LARGEST_REGEX_PROGRAM: u32 = 5_000;

/// What differs between Envoys.
#[derive(Clone, Debug)]
pub struct BootstrapOptions {
    /// How Envoy introduces itself; the Gateway's uid.
    pub node_id: String,
    /// The socket of its [`Delivery`](crate::delivery::Delivery).
    pub xds_socket: PathBuf,
    /// Where it makes its admin socket. Its folder must be writable for Envoy's user.
    pub admin_socket: PathBuf,
}

/// The bootstrap as JSON (`envoy.config.bootstrap.v3.Bootstrap`).
pub fn bootstrap(options: &BootstrapOptions) -> Value {
    json!({
        "node": {"id": options.node_id, "cluster": "epic"},
        "admin": {"address": {"pipe": {"path": path(&options.admin_socket), "mode": 0o600}}},
        "dynamic_resources": {
            "ads_config": ads(),
            // Without a limit: an Envoy that has no configuration yet must not call itself LIVE.
            "cds_config": {"ads": {}, "resource_api_version": "V3", "initial_fetch_timeout": "0s"},
            "lds_config": {"ads": {}, "resource_api_version": "V3", "initial_fetch_timeout": "0s"},
        },
        "static_resources": {"clusters": [xds_cluster(&options.xds_socket)]},
        "stats_config": stats(),
        "overload_manager": overload(),
        "layered_runtime": {"layers": [{"name": "epic", "static_layer": {
            "re2.max_program_size.error_level": LARGEST_REGEX_PROGRAM,
        }}]},
    })
}

/// Sockets' paths are the agent's own, checked when it starts; they are valid UTF-8 in practice.
fn path(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn ads() -> Value {
    json!({
        "api_type": "DELTA_GRPC",
        "transport_api_version": "V3",
        "set_node_on_first_message_only": true,
        "grpc_services": [{"envoy_grpc": {
            "cluster_name": XDS_CLUSTER,
            // A restarted agent is found again within half a second; Envoy's default is up to 30.
            "retry_policy": {"retry_back_off": {"base_interval": "0.05s", "max_interval": "0.5s"}},
        }}],
    })
}

fn xds_cluster(socket: &Path) -> Value {
    json!({
        "name": XDS_CLUSTER,
        "type": "STATIC",
        "connect_timeout": "1s",
        "typed_extension_protocol_options": {
            "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": {
                "@type": "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
                "explicit_http_config": {"http2_protocol_options": {
                    "connection_keepalive": {"interval": "10s", "timeout": "5s"},
                }},
            },
        },
        "load_assignment": {
            "cluster_name": XDS_CLUSTER,
            "endpoints": [{"lb_endpoints": [{"endpoint": {"address": {"pipe": {"path": path(socket)}}}}]}],
        },
    })
}

/// Only what is read: with all of them, each idle cluster costs 58 KB instead of 25.
fn stats() -> Value {
    let read = [
        "cluster_manager.",
        "connection_limit.",
        "control_plane.",
        "http.listener/",
        "listener.",
        "listener_manager.",
        "overload.",
        "server.",
        "tcp.listener/",
        "vhost.",
    ];
    let mut patterns: Vec<Value> = read.map(|prefix| json!({"prefix": prefix})).to_vec();
    patterns
        .push(json!({"safe_regex": {"regex": r"cluster\.backend/.*\.membership_(healthy|total)"}}));
    json!({
        "use_all_default_tags": false,
        "stats_matcher": {"inclusion_list": {"patterns": patterns}},
    })
}

fn overload() -> Value {
    json!({
        "refresh_interval": "0.25s",
        "resource_monitors": [
            {
                "name": "envoy.resource_monitors.fixed_heap",
                "typed_config": {
                    "@type": "type.googleapis.com/envoy.extensions.resource_monitors.fixed_heap.v3.FixedHeapConfig",
                    "max_heap_size_bytes": LARGEST_HEAP,
                },
            },
            {
                "name": "envoy.resource_monitors.global_downstream_max_connections",
                "typed_config": {
                    "@type": "type.googleapis.com/envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig",
                    "max_active_downstream_connections": MOST_CONNECTIONS,
                },
            },
        ],
        "actions": [
            {
                "name": "envoy.overload_actions.shrink_heap",
                "triggers": [{"name": "envoy.resource_monitors.fixed_heap", "threshold": {"value": 0.90}}],
            },
            {
                "name": "envoy.overload_actions.disable_http_keepalive",
                "triggers": [{"name": "envoy.resource_monitors.fixed_heap", "threshold": {"value": 0.95}}],
            },
            {
                "name": "envoy.overload_actions.stop_accepting_requests",
                "triggers": [{"name": "envoy.resource_monitors.fixed_heap", "threshold": {"value": 0.98}}],
            },
        ],
    })
}
