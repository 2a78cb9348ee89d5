//! How things are called inside Envoy, and back.
//!
//! Every name is made from an identity (a name with a uid), never from a position, so that editing
//! one thing renames no other. What Envoy counts (`cluster.<name>.…`, `http.<prefix>.…`) carries
//! these names, and `admin` reads them back with the parsers here. Envoy keeps `/` and `-` in the
//! names of statistics but turns `:` into `_`; names of EPIC objects are RFC 1123 labels, which
//! have neither `/`, `.` nor `:`.

/// How a cluster speaks to its endpoints; one Backend may need both.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum ClusterVariant {
    /// For HTTP routes: HTTP/1.1 or H2C as the Backend says.
    Http,
    /// For gRPC routes: HTTP/2, whatever the Backend says.
    Http2,
}

impl ClusterVariant {
    /// Every one.
    pub const ALL: [ClusterVariant; 2] = [ClusterVariant::Http, ClusterVariant::Http2];
}

/// The Envoy cluster of a Backend: `backend/<name>/<uid>`, with `/h2` after it for gRPC.
pub fn cluster(backend: &str, uid: &str, variant: ClusterVariant) -> String {
    match variant {
        ClusterVariant::Http => format!("backend/{backend}/{uid}"),
        ClusterVariant::Http2 => format!("backend/{backend}/{uid}/h2"),
    }
}

/// The Backend's name in the name of its cluster, also in the form `cluster.<this>.` statistics
/// have; `None` for clusters that are not of a Backend.
pub fn backend_of_cluster(cluster: &str) -> Option<&str> {
    cluster.strip_prefix("backend/")?.split('/').next()
}

/// The cluster of a TCP or UDP port: `l4/tcp/5432`. Its endpoints' zones are the Backends' names.
pub fn port_cluster(protocol: &str, port: u16) -> String {
    format!("l4/{protocol}/{port}")
}

/// The cluster of a host of a TLS listener: `l4/tls/443/db.example.com`.
pub fn host_cluster(port: u16, host: &str) -> String {
    format!("l4/tls/{port}/{host}")
}

/// Whether the zone of an endpoint of this cluster is its Backend.
pub fn is_l4_cluster(cluster: &str) -> bool {
    cluster.starts_with("l4/")
}

/// The `stat_prefix` of an EPIC listener's connection manager or TCP proxy: `http.<this>.` or
/// `tcp.<this>.` in statistics. Envoy listeners are by port, so that EPIC's listeners that share a
/// port without TLS share one, of the name of the first in alphabetical order.
pub fn listener_stat_prefix(listener: &str) -> String {
    format!("listener/{listener}")
}

/// The listener's name in a [`listener_stat_prefix`].
pub fn listener_of_stat_prefix(prefix: &str) -> Option<&str> {
    prefix.strip_prefix("listener/")
}

/// The `stat_prefix` of a Route's entries in a virtual host: `vhost.<host>.route.<this>.` in
/// statistics, with the counters `upstream_rq_total`, `upstream_rq_5xx` and so on.
pub fn route_stat_prefix(route: &str) -> String {
    format!("route/{route}")
}

/// The Route's name in a [`route_stat_prefix`].
pub fn route_of_stat_prefix(prefix: &str) -> Option<&str> {
    prefix.strip_prefix("route/")
}

/// The Envoy listener of a port.
pub fn port_listener(port: u16) -> String {
    format!("port/{port}")
}

/// The Envoy listener of a port's datagrams: UDP, or HTTP/3 beside HTTPS.
pub fn datagram_listener(port: u16) -> String {
    format!("port/{port}/udp")
}

/// The SDS secret of a Certificate.
pub fn secret(certificate: &str, uid: &str) -> String {
    format!("certificate/{certificate}/{uid}")
}

/// The Certificate's name in a [`secret`].
pub fn certificate_of_secret(secret: &str) -> Option<&str> {
    secret.strip_prefix("certificate/")?.split('/').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_back_to_what_it_was_made_from() {
        for variant in ClusterVariant::ALL {
            assert_eq!(
                backend_of_cluster(&cluster("shop", "7f3a", variant)),
                Some("shop")
            );
        }
        assert_eq!(
            listener_of_stat_prefix(&listener_stat_prefix("web")),
            Some("web")
        );
        assert_eq!(certificate_of_secret(&secret("shop", "7f3a")), Some("shop"));
        assert_eq!(
            route_of_stat_prefix(&route_stat_prefix("cart")),
            Some("cart")
        );
    }

    #[test]
    fn names_of_other_things_lead_nowhere() {
        assert_eq!(backend_of_cluster("xds"), None);
        assert_eq!(listener_of_stat_prefix("admin"), None);
        assert_eq!(route_of_stat_prefix("listener/web"), None);
    }
}
