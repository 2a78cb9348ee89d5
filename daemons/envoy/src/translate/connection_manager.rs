//! One HTTP connection manager: how requests are read, and where their routes are looked up.

use envoy_types::pb::envoy::config::accesslog::v3::AccessLog;
use envoy_types::pb::envoy::config::common::mutation_rules::v3 as mutation;
use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::extensions::filters::network::http_connection_manager::v3 as hcm;
use envoy_types::pb::envoy::extensions::http::early_header_mutation::header_mutation::v3::HeaderMutation;
use envoy_types::util::pack_any;
use epic_api::{Duration, GatewayTemplate};

use super::{chain, pb, shard};
use crate::names;

/// Connections without requests are closed after this long.
pub(super) const IDLE: Duration = Duration::from_secs(3600);
const REQUEST_HEADERS: Duration = Duration::from_secs(10);

/// What bytes a connection manager reads.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Carrier {
    /// HTTP/1.1 or HTTP/2 over TCP, with or without TLS.
    Tcp,
    /// HTTP/3 over QUIC.
    Quic,
}

/// Envoy's best practices for an edge proxy (docs, "Configuring Envoy as an edge proxy").
///
/// `frontend`: the name its scopes have; `listener`: whose figures it counts; `http3`: the port that
/// answers HTTP/3, which clients are told.
pub(super) fn render(
    frontend: &str,
    listener: &str,
    carrier: Carrier,
    http3: Option<u16>,
    access_log: Option<AccessLog>,
    template: &GatewayTemplate,
) -> hcm::HttpConnectionManager {
    use hcm::http_connection_manager::{
        CodecType, PathWithEscapedSlashesAction, RouteSpecifier, ServerHeaderTransformation,
        UpgradeConfig,
    };
    let timeouts = &template.spec.timeouts;
    hcm::HttpConnectionManager {
        stat_prefix: names::listener_stat_prefix(listener),
        route_specifier: Some(RouteSpecifier::ScopedRoutes(scoped_routes())),
        early_header_mutation_extensions: vec![core::TypedExtensionConfig {
            name: "shard".to_owned(),
            typed_config: Some(pack_any(shard_header(frontend))),
        }],
        codec_type: match carrier {
            Carrier::Tcp => CodecType::Auto as i32,
            Carrier::Quic => CodecType::Http3 as i32,
        },
        http3_protocol_options: (carrier == Carrier::Quic).then(Default::default),
        http_filters: chain::http_filters(http3),
        access_log: access_log.into_iter().collect(),
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
