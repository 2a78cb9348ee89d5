//! Session persistence (Gateway API GEP-1619).
//!
//! The cookie or header holds the endpoint's address, so instances need to share nothing. A session
//! whose endpoint is gone goes on at another one.

use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::config::route::v3 as envoy;
use envoy_types::pb::envoy::extensions::filters::http::stateful_session::v3 as filter;
use envoy_types::pb::envoy::extensions::http::stateful_session::cookie::v3::CookieBasedSessionState;
use envoy_types::pb::envoy::extensions::http::stateful_session::header::v3::HeaderBasedSessionState;
use envoy_types::pb::envoy::r#type::http::v3::{Cookie, CookieAttribute};
use envoy_types::util::pack_any;
use epic_api::route::{PathMatchType, SessionPersistence, SessionPersistenceType};

use super::entry::Entry;
use super::precedence::Target;
use super::{chain, pb};

/// Keeps a client at one endpoint. `owner` tells the rule from every other.
pub(super) fn apply(
    session: &SessionPersistence,
    target: &Target,
    owner: &str,
    secure: bool,
    entry: &mut Entry,
) {
    let name = session
        .session_name
        .clone()
        .unwrap_or_else(|| format!("epic-session-{owner}"));
    let state = match session.kind {
        SessionPersistenceType::Cookie => core::TypedExtensionConfig {
            name: "envoy.http.stateful_session.cookie".to_owned(),
            typed_config: Some(pack_any(CookieBasedSessionState {
                cookie: Some(Cookie {
                    name,
                    ttl: Some(pb::duration(session.absolute_timeout.unwrap_or_default())),
                    path: cookie_path(target),
                    attributes: attributes(secure),
                }),
            })),
        },
        SessionPersistenceType::Header => core::TypedExtensionConfig {
            name: "envoy.http.stateful_session.header".to_owned(),
            typed_config: Some(pack_any(HeaderBasedSessionState { name })),
        },
    };
    let config = filter::StatefulSessionPerRoute {
        r#override: Some(
            filter::stateful_session_per_route::Override::StatefulSession(
                filter::StatefulSession {
                    session_state: Some(state),
                    ..Default::default()
                },
            ),
        ),
    };
    entry.enable(chain::SESSION, &config);
    // An endpoint is of one backend, so a client must stay at that, too. The choice is made before
    // there is a session; what is the same then and later is where the client comes from.
    if let Some(envoy::route::Action::Route(action)) = &mut entry.route.action
        && let Some(envoy::route_action::ClusterSpecifier::WeightedClusters(clusters)) =
            &mut action.cluster_specifier
    {
        use envoy::route_action::hash_policy::{ConnectionProperties, PolicySpecifier};
        clusters.random_value_specifier = Some(
            envoy::weighted_cluster::RandomValueSpecifier::UseHashPolicy(
                envoy_types::pb::google::protobuf::BoolValue { value: true },
            ),
        );
        action.hash_policy = vec![envoy::route_action::HashPolicy {
            policy_specifier: Some(PolicySpecifier::ConnectionProperties(
                ConnectionProperties { source_ip: true },
            )),
            ..Default::default()
        }];
    }
}

/// The path that all requests of the match have in common, as far as a cookie can say it.
fn cookie_path(target: &Target) -> String {
    match target {
        Target::Path(path)
            if path.kind != PathMatchType::RegularExpression && !path.value.contains(';') =>
        {
            path.value.clone()
        }
        _ => "/".to_owned(),
    }
}

fn attributes(secure: bool) -> Vec<CookieAttribute> {
    let names = secure.then_some("Secure");
    names
        .into_iter()
        .map(|name| CookieAttribute {
            name: name.to_owned(),
            value: String::new(),
        })
        .collect()
}
