//! The columns on the client's side: addresses, listeners, Envoys.

use std::collections::BTreeSet;

use super::graph::{Graph, Reports, sum};
use super::{Health, Stage, TopologyNode};
use crate::agent::{GatewayIntent, InstanceReport};
use crate::gateway::{InstanceState, Listener};

/// Adds them with the edges between them; answers the ids of the instances.
pub(super) fn add(intent: &GatewayIntent, reports: &Reports<'_>, graph: &mut Graph) -> Vec<String> {
    let wanted = wanted_revision(intent);
    let mut servers = Vec::new();
    let mut healths = Vec::new();
    for node in nodes(intent, reports) {
        let server = instance(node, reports.get(node).copied(), wanted);
        servers.push(server.id.clone());
        healths.push(server.health);
        graph.node(server);
    }
    let service = Service::of(&healths);

    let listeners: Vec<TopologyNode> = intent
        .gateway
        .spec
        .listeners
        .iter()
        .map(|one| listener(one, intent, reports, &service))
        .collect();
    for listener in &listeners {
        for server in &servers {
            graph.edge(&listener.id, server, None);
        }
    }
    for address in addresses(intent, reports, &service) {
        for listener in &listeners {
            graph.edge(&address.id, &listener.id, None);
        }
        graph.node(address);
    }
    for listener in listeners {
        graph.node(listener);
    }
    servers
}

/// The revision every instance should have. The gateway's own is exact; the intent's may be newer
/// by changes that do not concern it.
fn wanted_revision(intent: &GatewayIntent) -> u64 {
    match &intent.gateway.status {
        Some(status) if status.revision > 0 => status.revision,
        _ => intent.revision,
    }
}

/// The nodes it is placed on or reported from.
fn nodes<'a>(intent: &'a GatewayIntent, reports: &Reports<'a>) -> BTreeSet<&'a str> {
    let placed = intent
        .gateway
        .status
        .iter()
        .flat_map(|status| &status.instances);
    placed
        .map(|instance| instance.node.as_str())
        .chain(reports.keys().copied())
        .collect()
}

fn instance(node: &str, report: Option<&InstanceReport>, wanted: u64) -> TopologyNode {
    let (health, reason) = match report {
        None => (
            Health::Unknown,
            format!("node {node} has not reported it: epicctl node get {node}"),
        ),
        Some(report) => instance_health(report, wanted),
    };
    TopologyNode {
        id: format!("instance/{node}"),
        stage: Stage::Instance,
        label: node.to_owned(),
        detail: report.map_or_else(String::new, |report| {
            format!("revision {}", report.acknowledged_revision)
        }),
        health,
        reason,
        traffic: report.map(|report| report.live.total()),
    }
}

fn instance_health(report: &InstanceReport, wanted: u64) -> (Health, String) {
    let acknowledged = report.acknowledged_revision;
    let because = |words: &str| {
        if report.message.is_empty() {
            words.to_owned()
        } else {
            format!("{words}: {}", report.message)
        }
    };
    match report.state {
        InstanceState::Pending => return (Health::Unknown, because("placed, not started yet")),
        InstanceState::Unknown => {
            return (Health::Unknown, because("the node's agent is not heard of"));
        }
        InstanceState::Starting => return (Health::Down, because("Envoy is starting")),
        InstanceState::Restarting => {
            return (Health::Down, because("Envoy ended and starts again"));
        }
        InstanceState::Draining => {
            return (
                Health::Degraded,
                because("finishes open requests and stops"),
            );
        }
        InstanceState::Serving => {}
    }
    if let Some(rejected) = &report.rejected
        && rejected.revision > acknowledged
    {
        let words = format!(
            "Envoy refused revision {}: {}; revision {acknowledged} keeps serving",
            rejected.revision, rejected.message
        );
        return (Health::Degraded, words);
    }
    if acknowledged < wanted {
        return (
            Health::Degraded,
            format!("revision {acknowledged} of {wanted}"),
        );
    }
    (Health::Healthy, String::new())
}

/// Whether the instances together carry traffic.
struct Service {
    health: Health,
    reason: &'static str,
}

impl Service {
    fn of(instances: &[Health]) -> Service {
        let any = |wanted| instances.contains(&wanted);
        let (health, reason) = if instances.is_empty() {
            (Health::Down, "no node serves it: epicctl node list")
        } else if any(Health::Healthy) || any(Health::Degraded) {
            if any(Health::Down) {
                (Health::Degraded, "not every instance serves it")
            } else {
                (Health::Healthy, "")
            }
        } else if any(Health::Unknown) {
            (Health::Unknown, "no instance reports")
        } else {
            (Health::Down, "no instance serves it")
        };
        Service { health, reason }
    }
}

fn addresses(
    intent: &GatewayIntent,
    reports: &Reports<'_>,
    service: &Service,
) -> Vec<TopologyNode> {
    let Some(status) = &intent.gateway.status else {
        return Vec::new();
    };
    // Envoy counts by listener; with one address all of it came through that.
    let traffic = match status.addresses.as_slice() {
        [_] => sum(reports.values().map(|report| report.live.total())),
        _ => None,
    };
    let node = |address: &crate::gateway::GatewayAddress| TopologyNode {
        id: format!("address/{}", address.value),
        stage: Stage::Address,
        label: address.value.to_string(),
        detail: address.pool.clone(),
        health: service.health,
        reason: service.reason.to_owned(),
        traffic,
    };
    status.addresses.iter().map(node).collect()
}

fn listener(
    listener: &Listener,
    intent: &GatewayIntent,
    reports: &Reports<'_>,
    service: &Service,
) -> TopologyNode {
    let refs = listener.tls.iter().flat_map(|tls| &tls.certificate_refs);
    let refs: Vec<&str> = refs.map(|one| one.name.as_str()).collect();
    let missing: Vec<&str> = refs
        .iter()
        .copied()
        .filter(|name| !intent.certificates.contains_key(*name))
        .collect();
    let (health, reason) = match missing.first() {
        Some(name) => {
            let health = if missing.len() == refs.len() {
                Health::Down
            } else {
                Health::Degraded
            };
            let words =
                format!("Certificate `{name}` does not exist: epicctl certificate create {name}");
            (health, words)
        }
        None => (service.health, service.reason.to_owned()),
    };
    let host = listener.hostname.as_deref().unwrap_or("every host");
    TopologyNode {
        id: format!("listener/{}", listener.name),
        stage: Stage::Listener,
        label: format!("{}:{}", listener.name, listener.port),
        detail: if listener.protocol == crate::gateway::Protocol::Tcp {
            listener.protocol.to_string()
        } else {
            format!("{} {host}", listener.protocol)
        },
        health,
        reason,
        traffic: sum(reports
            .values()
            .filter_map(|report| report.live.listeners.get(&listener.name).copied())),
    }
}
