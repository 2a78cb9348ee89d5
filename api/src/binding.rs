//! Which listeners of a gateway a route is bound to, by the Gateway API's rules.
//!
//! One answer for everybody: epicd writes it into statuses, the translation to Envoy routes by it,
//! the topology draws it.

use crate::gateway::{Gateway, GatewaySpec, Listener, Protocol};
use crate::route::{ParentRef, Route, RouteProtocol, RouteSpec};

/// The hostname that stands for every host.
pub const ANY_HOST: &str = "*";

/// Why a parentRef binds to no listener. The message says what stands in the way and what would
/// fit.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Unbound {
    /// The gateway has no listener with the parentRef's sectionName and port.
    #[error("the gateway has no listener {wanted}; it has {listeners}")]
    NoMatchingParent {
        /// What the parentRef asks for.
        wanted: String,
        /// What the gateway has.
        listeners: String,
    },
    /// The listeners speak something else than the route's rules.
    #[error("the route has {rules} rules, but {listeners}; {help}")]
    NotAllowedByListeners {
        /// The route's rules: `HTTP`, `gRPC`, `TLS`, `TCP` or `UDP`.
        rules: &'static str,
        /// The listeners that were looked at.
        listeners: String,
        /// What would fit.
        help: &'static str,
    },
    /// The listeners take other hosts than the route's.
    #[error(
        "none of the route's hostnames ({hostnames}) is one of {listeners}; change the one or the other"
    )]
    NoMatchingListenerHostname {
        /// The route's hostnames.
        hostnames: String,
        /// The listeners that were looked at.
        listeners: String,
    },
}

impl Unbound {
    /// The Gateway API's reason for the condition `Accepted` (`RouteConditionReason`).
    pub const fn reason(&self) -> &'static str {
        match self {
            Unbound::NoMatchingParent { .. } => "NoMatchingParent",
            Unbound::NotAllowedByListeners { .. } => "NotAllowedByListeners",
            Unbound::NoMatchingListenerHostname { .. } => "NoMatchingListenerHostname",
        }
    }
}

/// The listeners of the gateway that the parentRef binds the route to, in the gateway's order; at
/// least one. That the parentRef names this gateway is the caller's to know.
///
/// # Errors
/// No listener fits.
pub fn bind<'a>(
    parent: &ParentRef,
    route: &RouteSpec,
    gateway: &'a GatewaySpec,
) -> Result<Vec<&'a Listener>, Unbound> {
    let named: Vec<&Listener> = gateway
        .listeners
        .iter()
        .filter(|listener| is_named(parent, listener))
        .collect();
    if named.is_empty() {
        return Err(Unbound::NoMatchingParent {
            wanted: wanted(parent),
            listeners: list(&gateway.listeners.iter().collect::<Vec<_>>(), named_port),
        });
    }
    let speaking: Vec<&Listener> = named
        .iter()
        .copied()
        .filter(|listener| speaks(listener.protocol, route))
        .collect();
    if speaking.is_empty() {
        let (rules, help) = match route.protocol() {
            Some(RouteProtocol::Grpc) => ("gRPC", "name an HTTP or HTTPS listener"),
            Some(RouteProtocol::Tls) => ("TLS", "name a TLS listener"),
            Some(RouteProtocol::Tcp) => ("TCP", "name a TCP listener"),
            Some(RouteProtocol::Udp) => ("UDP", "name a UDP listener"),
            Some(RouteProtocol::Http) | None => ("HTTP", "name an HTTP or HTTPS listener"),
        };
        return Err(Unbound::NotAllowedByListeners {
            rules,
            listeners: list(&named, |listener| {
                format!("listener `{}` speaks {}", listener.name, listener.protocol)
            }),
            help,
        });
    }
    let bound: Vec<&Listener> = speaking
        .iter()
        .copied()
        .filter(|listener| !effective_hostnames(listener, route).is_empty())
        .collect();
    if bound.is_empty() {
        return Err(Unbound::NoMatchingListenerHostname {
            hostnames: route.hostnames.join(", "),
            listeners: list(&speaking, |listener| {
                format!("listener `{}` ({})", listener.name, hostname(listener))
            }),
        });
    }
    Ok(bound)
}

/// What becomes of each of the route's parentRefs to this gateway, in the route's order.
pub fn attached<'a>(
    route: &'a Route,
    gateway: &'a Gateway,
) -> Vec<(&'a ParentRef, Result<Vec<&'a Listener>, Unbound>)> {
    let here = |parent: &&ParentRef| parent.name == gateway.metadata.name;
    route
        .spec
        .parent_refs
        .iter()
        .filter(here)
        .map(|parent| (parent, bind(parent, &route.spec, &gateway.spec)))
        .collect()
}

/// Every listener of the gateway that the route is bound to by any of its parentRefs, each once,
/// in the gateway's order.
pub fn bound_listeners<'a>(route: &Route, gateway: &'a Gateway) -> Vec<&'a Listener> {
    let binds =
        |listener: &&Listener| {
            speaks(listener.protocol, &route.spec)
                && !effective_hostnames(listener, &route.spec).is_empty()
                && route.spec.parent_refs.iter().any(|parent| {
                    parent.name == gateway.metadata.name && is_named(parent, listener)
                })
        };
    gateway.spec.listeners.iter().filter(binds).collect()
}

/// The hosts whose requests the route gets on the listener, sorted, each once; [`ANY_HOST`] for
/// every host; empty where listener and route have none in common.
pub fn effective_hostnames(listener: &Listener, route: &RouteSpec) -> Vec<String> {
    if matches!(listener.protocol, Protocol::Tcp | Protocol::Udp) {
        return vec![ANY_HOST.to_owned()];
    }
    let of_listener = listener.hostname.as_deref();
    if route.hostnames.is_empty() {
        return intersect(of_listener, None).into_iter().collect();
    }
    let mut hosts: Vec<String> = route
        .hostnames
        .iter()
        .filter_map(|host| intersect(of_listener, Some(host)))
        .collect();
    hosts.sort_unstable();
    hosts.dedup();
    hosts
}

/// The hosts that both names stand for: the narrower of the two; [`ANY_HOST`] when both are open;
/// `None` when there is none. A wildcard stands for one or more labels (`*.example.com` for
/// `a.b.example.com`, not for `example.com`).
pub fn intersect(listener_host: Option<&str>, route_host: Option<&str>) -> Option<String> {
    let given = |host: Option<&str>| -> Option<String> {
        host.filter(|host| !host.is_empty() && *host != ANY_HOST)
            .map(str::to_ascii_lowercase)
    };
    match (given(listener_host), given(route_host)) {
        (None, None) => Some(ANY_HOST.to_owned()),
        (Some(only), None) | (None, Some(only)) => Some(only),
        (Some(one), Some(other)) if covers(&one, &other) => Some(other),
        (Some(one), Some(other)) if covers(&other, &one) => Some(one),
        (Some(_), Some(_)) => None,
    }
}

/// Whether every host of `narrow` is one of `wide`.
pub(crate) fn covers(wide: &str, narrow: &str) -> bool {
    if wide == narrow {
        return true;
    }
    // With its dot, so that `*.example.com` takes neither `example.com` nor `badexample.com`.
    let Some(suffix) = wide.strip_prefix('*') else {
        return false;
    };
    let narrow = narrow.strip_prefix('*').unwrap_or(narrow);
    narrow.len() > suffix.len() && narrow.ends_with(suffix)
}

fn is_named(parent: &ParentRef, listener: &Listener) -> bool {
    parent
        .section_name
        .as_ref()
        .is_none_or(|name| *name == listener.name)
        && parent.port.is_none_or(|port| port == listener.port)
}

fn speaks(protocol: Protocol, route: &RouteSpec) -> bool {
    match protocol {
        Protocol::Http | Protocol::Https => route.http.is_some() || route.grpc.is_some(),
        Protocol::Tls => route.tls.is_some(),
        Protocol::Tcp => route.tcp.is_some(),
        Protocol::Udp => route.udp.is_some(),
    }
}

fn wanted(parent: &ParentRef) -> String {
    match (&parent.section_name, parent.port) {
        (Some(name), Some(port)) => format!("`{name}` on port {port}"),
        (Some(name), None) => format!("`{name}`"),
        (None, Some(port)) => format!("on port {port}"),
        (None, None) => "at all".to_owned(),
    }
}

fn named_port(listener: &Listener) -> String {
    format!(
        "`{}` ({}:{})",
        listener.name, listener.protocol, listener.port
    )
}

fn hostname(listener: &Listener) -> &str {
    listener.hostname.as_deref().unwrap_or(ANY_HOST)
}

/// The first few of the listeners in words: a message must not grow with the gateway.
fn list(listeners: &[&Listener], word: impl Fn(&Listener) -> String) -> String {
    const SHOWN: usize = 5;
    if listeners.is_empty() {
        return "none".to_owned();
    }
    let mut words: Vec<String> = listeners.iter().take(SHOWN).map(|one| word(one)).collect();
    if listeners.len() > SHOWN {
        words.push(format!("{} more", listeners.len() - SHOWN));
    }
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn hostnames_intersect_as_the_gateway_api_says() {
        for (listener, route, both) in [
            (None, None, Some("*")),
            (Some("a.example.com"), None, Some("a.example.com")),
            (None, Some("*.example.com"), Some("*.example.com")),
            (
                Some("a.example.com"),
                Some("a.example.com"),
                Some("a.example.com"),
            ),
            (
                Some("*.example.com"),
                Some("a.example.com"),
                Some("a.example.com"),
            ),
            (
                Some("*.example.com"),
                Some("a.b.example.com"),
                Some("a.b.example.com"),
            ),
            (
                Some("a.example.com"),
                Some("*.example.com"),
                Some("a.example.com"),
            ),
            (
                Some("*.example.com"),
                Some("*.b.example.com"),
                Some("*.b.example.com"),
            ),
            (
                Some("*.b.example.com"),
                Some("*.example.com"),
                Some("*.b.example.com"),
            ),
            (
                Some("*.example.com"),
                Some("*.example.com"),
                Some("*.example.com"),
            ),
            (Some("*.example.com"), Some("example.com"), None),
            (Some("*.example.com"), Some("badexample.com"), None),
            (Some("a.example.com"), Some("b.example.com"), None),
            (Some("*.example.com"), Some("*.example.org"), None),
            (
                Some("A.Example.com"),
                Some("a.example.COM"),
                Some("a.example.com"),
            ),
        ] {
            let found = intersect(listener, route);
            assert_eq!(found.as_deref(), both, "{listener:?} with {route:?}");
        }
    }

    fn gateway() -> GatewaySpec {
        serde_json::from_value(json!({ "template": "t", "listeners": [
            { "name": "http", "protocol": "HTTP", "port": 80 },
            { "name": "shop", "protocol": "HTTPS", "port": 443, "hostname": "*.shop.example",
              "tls": { "certificateRefs": [{ "name": "c" }] } },
            { "name": "db", "protocol": "TCP", "port": 5432 },
        ]}))
        .unwrap()
    }

    fn gateway_of_every_protocol() -> GatewaySpec {
        let mut gateway = gateway();
        let more: Vec<Listener> = serde_json::from_value(json!([
            { "name": "pass", "protocol": "TLS", "port": 8443, "hostname": "*.tls.example",
              "tls": { "mode": "Passthrough" } },
            { "name": "end", "protocol": "TLS", "port": 8443, "hostname": "tls.example",
              "tls": { "certificateRefs": [{ "name": "c" }] } },
            { "name": "dns", "protocol": "UDP", "port": 53 },
            { "name": "dns-tcp", "protocol": "TCP", "port": 53 },
        ]))
        .unwrap();
        gateway.listeners.extend(more);
        gateway
    }

    fn names(bound: Result<Vec<&Listener>, Unbound>) -> Result<Vec<String>, &'static str> {
        bound
            .map(|listeners| listeners.iter().map(|one| one.name.clone()).collect())
            .map_err(|unbound| unbound.reason())
    }

    #[test]
    fn a_parent_ref_binds_to_every_listener_that_fits_and_says_why_when_none_does() {
        let gateway = gateway_of_every_protocol();
        for (parent, route, expected) in [
            (json!({}), json!({ "http": {} }), Ok(vec!["http", "shop"])),
            (json!({}), json!({ "tcp": {} }), Ok(vec!["db", "dns-tcp"])),
            (
                json!({ "port": 443 }),
                json!({ "http": {} }),
                Ok(vec!["shop"]),
            ),
            (
                json!({ "sectionName": "http" }),
                json!({ "http": {} }),
                Ok(vec!["http"]),
            ),
            (
                json!({}),
                json!({ "http": {}, "hostnames": ["a.example"] }),
                Ok(vec!["http"]),
            ),
            (
                json!({ "sectionName": "shop" }),
                json!({ "http": {}, "hostnames": ["a.example", "x.shop.example"] }),
                Ok(vec!["shop"]),
            ),
            (json!({}), json!({ "grpc": {} }), Ok(vec!["http", "shop"])),
            (
                json!({}),
                json!({ "tls": {}, "hostnames": ["a.tls.example", "tls.example"] }),
                Ok(vec!["pass", "end"]),
            ),
            (
                json!({}),
                json!({ "tls": {}, "hostnames": ["b.tls.example"] }),
                Ok(vec!["pass"]),
            ),
            (json!({}), json!({ "udp": {} }), Ok(vec!["dns"])),
            (
                json!({ "port": 53 }),
                json!({ "tcp": {} }),
                Ok(vec!["dns-tcp"]),
            ),
            (
                json!({ "port": 443 }),
                json!({ "tls": {}, "hostnames": ["a.example"] }),
                Err("NotAllowedByListeners"),
            ),
            (
                json!({ "sectionName": "pass" }),
                json!({ "tls": {}, "hostnames": ["tls.example"] }),
                Err("NoMatchingListenerHostname"),
            ),
            (
                json!({ "sectionName": "pass" }),
                json!({ "grpc": {} }),
                Err("NotAllowedByListeners"),
            ),
            (
                json!({ "sectionName": "dns" }),
                json!({ "tcp": {} }),
                Err("NotAllowedByListeners"),
            ),
            (
                json!({ "sectionName": "dns-tcp" }),
                json!({ "udp": {} }),
                Err("NotAllowedByListeners"),
            ),
            (
                json!({ "sectionName": "no" }),
                json!({ "http": {} }),
                Err("NoMatchingParent"),
            ),
            (
                json!({ "sectionName": "http", "port": 81 }),
                json!({ "http": {} }),
                Err("NoMatchingParent"),
            ),
            (
                json!({ "sectionName": "db" }),
                json!({ "http": {} }),
                Err("NotAllowedByListeners"),
            ),
            (
                json!({ "port": 80 }),
                json!({ "tcp": {} }),
                Err("NotAllowedByListeners"),
            ),
            (
                json!({ "sectionName": "shop" }),
                json!({ "http": {}, "hostnames": ["a.example"] }),
                Err("NoMatchingListenerHostname"),
            ),
        ] {
            let what = format!("{parent} {route}");
            let found = bind(&parent_ref(parent), &route_spec(route), &gateway);
            let expected = expected.map(|names| names.into_iter().map(String::from).collect());
            assert_eq!(names(found), expected, "{what}");
        }
    }

    #[test]
    fn the_message_of_an_unbound_route_names_what_was_asked_and_what_there_is() {
        let gateway = gateway();
        let unbound = bind(
            &parent_ref(json!({ "sectionName": "https" })),
            &route_spec(json!({ "http": {} })),
            &gateway,
        );
        assert_eq!(
            unbound.unwrap_err().to_string(),
            "the gateway has no listener `https`; it has `http` (HTTP:80), `shop` (HTTPS:443), \
             `db` (TCP:5432)"
        );
    }

    #[test]
    fn a_route_with_two_parent_refs_to_a_gateway_is_bound_to_each_listener_once() {
        let gateway = Gateway::new(Some("acme"), "web", gateway());
        let route = Route::new(
            Some("acme"),
            "shop",
            serde_json::from_value(json!({ "http": { "rules": [] }, "parentRefs": [
                { "name": "web" },
                { "name": "other" },
                { "name": "web", "sectionName": "http" },
                { "name": "web", "sectionName": "db" },
            ]}))
            .unwrap(),
        );
        let bound: Vec<&str> = bound_listeners(&route, &gateway)
            .iter()
            .map(|listener| listener.name.as_str())
            .collect();
        assert_eq!(bound, ["http", "shop"]);
        let parents: Vec<bool> = attached(&route, &gateway)
            .iter()
            .map(|(_, bound)| bound.is_ok())
            .collect();
        assert_eq!(parents, [true, true, false]);
    }

    #[test]
    fn effective_hostnames_are_sorted_and_each_there_once() {
        let gateway = gateway();
        let route = route_spec(json!({
            "http": {}, "hostnames": ["b.shop.example", "*.example", "b.shop.example", "a.shop.example"],
        }));
        assert_eq!(
            effective_hostnames(&gateway.listeners[1], &route),
            ["*.shop.example", "a.shop.example", "b.shop.example"]
        );
        let open = route_spec(json!({ "http": {} }));
        assert_eq!(effective_hostnames(&gateway.listeners[0], &open), ["*"]);
    }

    fn parent_ref(mut value: serde_json::Value) -> ParentRef {
        value["name"] = json!("web");
        serde_json::from_value(value).unwrap()
    }

    fn route_spec(mut value: serde_json::Value) -> RouteSpec {
        value["parentRefs"] = json!([{ "name": "web" }]);
        for kind in ["http", "grpc", "tls", "tcp", "udp"] {
            if let Some(rules) = value.get_mut(kind) {
                rules["rules"] = json!([]);
            }
        }
        serde_json::from_value(value).unwrap()
    }
}
