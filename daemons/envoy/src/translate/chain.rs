//! The HTTP filters of every connection manager. Always the same: another list would be another
//! listener, whose connections Envoy drains. What a route does not ask for is `disabled` and not
//! even made for a request.

use envoy_types::pb::envoy::config::common::mutation_rules::v3 as mutation;
use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::extensions::filters::http::cors::v3::Cors;
use envoy_types::pb::envoy::extensions::filters::http::header_mutation::v3::{
    HeaderMutation, Mutations,
};
use envoy_types::pb::envoy::extensions::filters::http::on_demand::v3::{OnDemand, OnDemandCds};
use envoy_types::pb::envoy::extensions::filters::http::router::v3::Router;
use envoy_types::pb::envoy::extensions::filters::http::stateful_session::v3::StatefulSession;
use envoy_types::pb::envoy::extensions::filters::network::http_connection_manager::v3 as hcm;
use envoy_types::pb::google::protobuf::Any;
use envoy_types::util::pack_any;

use super::pb;

/// Marks answers to requests from other origins.
pub(super) const CORS: &str = "envoy.filters.http.cors";
/// Keeps a client's requests at one endpoint.
pub(super) const SESSION: &str = "envoy.filters.http.stateful_session";

/// The filters, in the order they see a request.
/// `http3`: the port that answers HTTP/3, which clients are told.
pub(super) fn http_filters(http3: Option<u16>) -> Vec<hcm::HttpFilter> {
    let router = Router {
        suppress_envoy_headers: true,
        ..Default::default()
    };
    let advertised = http3.map(|port| {
        filter(
            "envoy.filters.http.header_mutation",
            pack_any(alt_svc(port)),
        )
    });
    let always = [
        // First: a request that waited for its cluster begins anew.
        filter("envoy.filters.http.on_demand", pack_any(on_demand())),
        on_request(CORS, pack_any(Cors {})),
        on_request(SESSION, pack_any(StatefulSession::default())),
        filter("envoy.filters.http.router", pack_any(router)),
    ];
    advertised.into_iter().chain(always).collect()
}

/// Tells clients that the same host answers HTTP/3 on this port for the next day (RFC 7838).
fn alt_svc(port: u16) -> HeaderMutation {
    use mutation::header_mutation::Action;
    let header = core::HeaderValueOption {
        header: Some(core::HeaderValue {
            key: "alt-svc".to_owned(),
            value: format!("h3=\":{port}\"; ma=86400"),
            ..Default::default()
        }),
        append_action: core::header_value_option::HeaderAppendAction::OverwriteIfExistsOrAdd as i32,
        ..Default::default()
    };
    HeaderMutation {
        mutations: Some(Mutations {
            response_mutations: vec![mutation::HeaderMutation {
                action: Some(Action::Append(header)),
            }],
            ..Default::default()
        }),
        ..Default::default()
    }
}

/// Clusters that delivery holds back are asked for by the first request that needs one. Delivery
/// answers at once, also that there is none.
fn on_demand() -> OnDemand {
    OnDemand {
        odcds: Some(OnDemandCds {
            source: Some(pb::ads()),
            timeout: Some(pb::seconds(5)),
            ..Default::default()
        }),
    }
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
