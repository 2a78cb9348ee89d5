//! The HTTP filters of every connection manager. Always the same: another list would be another
//! listener, whose connections Envoy drains. What a route does not ask for is `disabled` and not
//! even made for a request.

use envoy_types::pb::envoy::extensions::filters::http::cors::v3::Cors;
use envoy_types::pb::envoy::extensions::filters::http::router::v3::Router;
use envoy_types::pb::envoy::extensions::filters::http::stateful_session::v3::StatefulSession;
use envoy_types::pb::envoy::extensions::filters::network::http_connection_manager::v3 as hcm;
use envoy_types::pb::google::protobuf::Any;
use envoy_types::util::pack_any;

/// Marks answers to requests from other origins.
pub(super) const CORS: &str = "envoy.filters.http.cors";
/// Keeps a client's requests at one endpoint.
pub(super) const SESSION: &str = "envoy.filters.http.stateful_session";

/// The filters, in the order they see a request.
pub(super) fn http_filters() -> Vec<hcm::HttpFilter> {
    let router = Router {
        suppress_envoy_headers: true,
        ..Default::default()
    };
    vec![
        on_request(CORS, pack_any(Cors {})),
        on_request(SESSION, pack_any(StatefulSession::default())),
        filter("envoy.filters.http.router", pack_any(router)),
    ]
}

fn filter(name: &str, config: Any) -> hcm::HttpFilter {
    hcm::HttpFilter {
        name: name.to_owned(),
        config_type: Some(hcm::http_filter::ConfigType::TypedConfig(config)),
        ..Default::default()
    }
}

/// A filter that takes part where a route has a configuration for it.
fn on_request(name: &str, config: Any) -> hcm::HttpFilter {
    hcm::HttpFilter {
        disabled: true,
        ..filter(name, config)
    }
}
