//! Envoy's figures in EPIC's words. No I/O.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::time::Instant;

use epic_api::agent::{EndpointLive, InstanceLive, Traffic};
use serde::Deserialize;
use serde_json::Value;

use super::rates::Rates;
use crate::names;

/// The statistics that [`live`] reads, for `/stats?filter=`.
pub(super) const FILTER: &str = concat!(
    r"^(http\.listener/.*\.downstream_rq_(total|5xx)",
    r"|tcp\.listener/.*\.downstream_cx_(total|no_route)",
    r"|vhost\..*\.route\.route/.*\.upstream_rq_(total|5xx))$",
);

/// `/clusters?format=json` (`envoy.admin.v3.Clusters`), as far as it is read.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Clusters {
    #[serde(default)]
    cluster_statuses: Vec<Cluster>,
}

#[derive(Debug, Deserialize)]
struct Cluster {
    name: String,
    #[serde(default)]
    host_statuses: Vec<Host>,
}

#[derive(Debug, Deserialize)]
struct Host {
    address: Address,
    #[serde(default)]
    stats: Vec<HostStat>,
    #[serde(default)]
    health_status: BTreeMap<String, Value>,
    #[serde(default)]
    locality: Locality,
}

#[derive(Debug, Default, Deserialize)]
struct Locality {
    #[serde(default)]
    zone: String,
}

#[derive(Debug, Deserialize)]
struct Address {
    socket_address: Option<SocketAddress>,
}

#[derive(Debug, Deserialize)]
struct SocketAddress {
    address: IpAddr,
    port_value: u16,
}

/// Protobuf's JSON has 64-bit numbers as strings and leaves out zeros.
#[derive(Debug, Deserialize)]
struct HostStat {
    name: String,
    #[serde(default)]
    value: String,
}

pub(super) fn clusters(body: &[u8]) -> Result<Clusters, String> {
    serde_json::from_slice(body).map_err(|error| error.to_string())
}

/// Counters and gauges by name; histograms are left out.
pub(super) fn stats(body: &[u8]) -> Result<BTreeMap<String, u64>, String> {
    #[derive(Deserialize)]
    struct Stats {
        #[serde(default)]
        stats: Vec<Stat>,
    }
    #[derive(Deserialize)]
    struct Stat {
        name: Option<String>,
        value: Option<Value>,
    }
    let stats: Stats = serde_json::from_slice(body).map_err(|error| error.to_string())?;
    let pairs = stats
        .stats
        .into_iter()
        .filter_map(|stat| Some((stat.name?, stat.value?.as_u64()?)));
    Ok(pairs.collect())
}

/// The version in `/server_info`, from `<commit>/1.40.0/Clean/RELEASE/BoringSSL`.
pub(super) fn server_info(body: &[u8]) -> Result<String, String> {
    #[derive(Deserialize)]
    struct Info {
        version: String,
    }
    let info: Info = serde_json::from_slice(body).map_err(|error| error.to_string())?;
    info.version
        .split('/')
        .nth(1)
        .map(str::to_owned)
        .ok_or_else(|| format!("`{}` has no version", info.version))
}

/// Both together, by EPIC's names.
pub(super) fn live(
    stats: &BTreeMap<String, u64>,
    clusters: &Clusters,
    rates: &mut Rates,
    now: Instant,
) -> InstanceLive {
    let endpoints = endpoints(clusters);
    let mut counters = stats.clone();
    for (key, endpoint) in &endpoints {
        counters.insert(counter(key, "requests"), endpoint.requests);
        counters.insert(counter(key, "errors"), endpoint.errors);
    }
    let rates = rates.advance(now, counters);
    let rate = |name: &str| rates.get(name).copied().unwrap_or(0.0);

    let mut live = InstanceLive::default();
    for name in stats.keys() {
        let (of, is_error) = match subject(name) {
            Some((Subject::Listener(listener), is_error)) => (
                live.listeners.entry(listener.to_owned()).or_default(),
                is_error,
            ),
            Some((Subject::Route(route), is_error)) => {
                (live.routes.entry(route.to_owned()).or_default(), is_error)
            }
            None => continue,
        };
        let part: &mut f64 = if is_error {
            &mut of.errors
        } else {
            &mut of.requests
        };
        *part += rate(name);
    }
    for (key, endpoint) in endpoints {
        let traffic = Traffic {
            requests: rate(&counter(&key, "requests")),
            errors: rate(&counter(&key, "errors")),
        };
        let (backend, address) = key;
        live.backends
            .entry(backend)
            .or_default()
            .push(EndpointLive {
                address,
                healthy: endpoint.reason.is_empty(),
                reason: endpoint.reason,
                traffic,
            });
    }
    live
}

/// Backend and address; sorted so, and a Backend's clusters become one.
type Key = (String, SocketAddr);

/// Statistics' names have no space, so these can't meet them.
fn counter((backend, address): &Key, what: &str) -> String {
    format!("{backend} {address} {what}")
}

#[derive(Debug, Default)]
struct Endpoint {
    requests: u64,
    errors: u64,
    reason: String,
}

fn endpoints(clusters: &Clusters) -> BTreeMap<Key, Endpoint> {
    let mut endpoints: BTreeMap<Key, Endpoint> = BTreeMap::new();
    for cluster in &clusters.cluster_statuses {
        let whole = names::backend_of_cluster(&cluster.name);
        let by_zone = names::is_l4_cluster(&cluster.name);
        for host in &cluster.host_statuses {
            let backend = match whole {
                Some(backend) => backend,
                None if by_zone => &host.locality.zone,
                None => continue,
            };
            let Some(address) = &host.address.socket_address else {
                continue;
            };
            let address = SocketAddr::new(address.address, address.port_value);
            let endpoint = endpoints.entry((backend.to_owned(), address)).or_default();
            for stat in &host.stats {
                let value: u64 = stat.value.parse().unwrap_or(0);
                match stat.name.as_str() {
                    "rq_total" => endpoint.requests += value,
                    "rq_error" | "cx_connect_fail" => endpoint.errors += value,
                    _ => {}
                }
            }
            if endpoint.reason.is_empty() {
                endpoint.reason = reason(&host.health_status);
            }
        }
    }
    endpoints
}

/// Why no traffic goes there, in the words of Envoy's health flags; empty when it does.
fn reason(health: &BTreeMap<String, Value>) -> String {
    const FLAGS: [(&str, &str); 6] = [
        ("failed_active_health_check", "failed_active_hc"),
        ("failed_outlier_check", "failed_outlier_check"),
        ("pending_dynamic_removal", "pending_dynamic_removal"),
        ("pending_active_hc", "pending_active_hc"),
        (
            "excluded_via_immediate_hc_fail",
            "excluded_via_immediate_hc_fail",
        ),
        ("active_hc_timeout", "active_hc_timeout"),
    ];
    let mut reasons: Vec<&str> = FLAGS
        .iter()
        .filter(|(flag, _)| health.get(*flag).and_then(Value::as_bool) == Some(true))
        .map(|(_, reason)| *reason)
        .collect();
    match health.get("eds_health_status").and_then(Value::as_str) {
        Some("UNHEALTHY" | "TIMEOUT") => reasons.push("failed_eds_health"),
        Some("DRAINING") => reasons.push("draining"),
        _ => {}
    }
    reasons.join(", ")
}

#[derive(Debug, PartialEq)]
enum Subject<'a> {
    Listener(&'a str),
    Route(&'a str),
}

/// What a statistic counts, and whether it counts errors.
fn subject(name: &str) -> Option<(Subject<'_>, bool)> {
    let (owner, counter) = name.rsplit_once('.')?;
    let is_error = match counter {
        "downstream_rq_total" | "downstream_cx_total" | "upstream_rq_total" => false,
        "downstream_rq_5xx" | "downstream_cx_no_route" | "upstream_rq_5xx" => true,
        _ => return None,
    };
    if let Some(virtual_host) = owner.strip_prefix("vhost.") {
        // Hosts have dots, and may have any label; the Route's name is the last.
        let (_, prefix) = virtual_host.rsplit_once(".route.")?;
        return Some((
            Subject::Route(names::route_of_stat_prefix(prefix)?),
            is_error,
        ));
    }
    let is_http = counter.starts_with("downstream_rq");
    let prefix = owner.strip_prefix(if is_http { "http." } else { "tcp." })?;
    Some((
        Subject::Listener(names::listener_of_stat_prefix(prefix)?),
        is_error,
    ))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn statistics_lead_back_to_listeners_and_routes() {
        let cases = [
            (
                "http.listener/web.downstream_rq_total",
                Some((Subject::Listener("web"), false)),
            ),
            (
                "http.listener/web.downstream_rq_5xx",
                Some((Subject::Listener("web"), true)),
            ),
            (
                "tcp.listener/db.downstream_cx_no_route",
                Some((Subject::Listener("db"), true)),
            ),
            (
                "vhost.a.route.example.com.route.route/shop.upstream_rq_total",
                Some((Subject::Route("shop"), false)),
            ),
            ("http.listener/web.downstream_cx_total", None),
            ("http.admin.downstream_rq_total", None),
            ("server.uptime", None),
        ];
        for (name, expected) in cases {
            assert_eq!(subject(name), expected, "{name}");
        }
    }

    #[test]
    fn a_route_under_two_hosts_is_counted_once_for_both() {
        let body = |a: u64, b: u64| {
            let text = format!(
                r#"{{"stats":[{{"name":"vhost.a.route.route/r.upstream_rq_total","value":{a}}},
                {{"name":"vhost.b.route.route/r.upstream_rq_total","value":{b}}},{{"histograms":{{}}}}]}}"#
            );
            stats(text.as_bytes()).unwrap()
        };
        let (mut rates, now) = (Rates::default(), Instant::now());
        live(&body(1, 1), &Clusters::default(), &mut rates, now);
        let second = live(
            &body(3, 5),
            &Clusters::default(),
            &mut rates,
            now + Duration::from_secs(2),
        );
        assert_eq!(
            second.routes["r"],
            Traffic {
                requests: 3.0,
                errors: 0.0
            }
        );
    }

    #[test]
    fn an_endpoint_says_why_it_gets_no_traffic() {
        let body = br#"{"cluster_statuses":[
            {"name":"xds","host_statuses":[{"address":{"pipe":{"path":"/x"}}}]},
            {"name":"backend/shop/7f3a","host_statuses":[
              {"address":{"socket_address":{"address":"10.0.0.2","port_value":80}},
               "stats":[{"name":"rq_total","value":"7"},{"name":"rq_error"}],
               "health_status":{"eds_health_status":"HEALTHY","failed_active_health_check":true}},
              {"address":{"socket_address":{"address":"10.0.0.1","port_value":80}},
               "health_status":{"eds_health_status":"HEALTHY"}}]},
            {"name":"backend/shop/7f3a/tcp"}]}"#;
        let clusters = clusters(body).unwrap();
        let live = live(
            &BTreeMap::new(),
            &clusters,
            &mut Rates::default(),
            Instant::now(),
        );
        let shop: Vec<_> = live.backends["shop"]
            .iter()
            .map(|endpoint| {
                (
                    endpoint.address.to_string(),
                    endpoint.healthy,
                    endpoint.reason.as_str(),
                )
            })
            .collect();
        assert_eq!(
            shop,
            [
                ("10.0.0.1:80".to_owned(), true, ""),
                ("10.0.0.2:80".to_owned(), false, "failed_active_hc"),
            ]
        );
        assert_eq!(live.backends.len(), 1);
    }
}
