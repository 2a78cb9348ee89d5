//! The columns on the far side: backends and their endpoints, as all instances together see them.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;

use super::graph::{Graph, Reports, backend_id, missing_backend, sum};
use super::{Health, Stage, TopologyNode};
use crate::agent::{EndpointLive, GatewayIntent};
use crate::backend::{Backend, Endpoint};

/// What one instance says of an endpoint.
type Sighting<'a> = (&'a str, &'a EndpointLive);

/// Adds the backends that the routes name, also those that do not exist; answers the health of
/// those that do.
pub(super) fn add(
    intent: &GatewayIntent,
    reports: &Reports<'_>,
    graph: &mut Graph,
) -> BTreeMap<String, Health> {
    let named = intent
        .routes
        .values()
        .flat_map(|route| route.spec.backend_names());
    let named: BTreeSet<&str> = named.collect();
    let mut healths = BTreeMap::new();
    for name in named {
        match intent.backends.get(name) {
            Some(backend) => {
                healths.insert(name.to_owned(), add_backend(name, backend, reports, graph));
            }
            None => graph.node(TopologyNode {
                id: backend_id(name),
                stage: Stage::Backend,
                label: name.to_owned(),
                detail: String::new(),
                health: Health::Down,
                reason: missing_backend(name),
                traffic: None,
            }),
        }
    }
    healths
}

fn add_backend(name: &str, backend: &Backend, reports: &Reports<'_>, graph: &mut Graph) -> Health {
    let sightings = sightings(name, reports);
    let id = backend_id(name);
    let mut healths = Vec::new();
    let mut traffics = Vec::new();
    for one in &backend.spec.endpoints {
        let seen = sightings
            .get(&SocketAddr::new(one.address, one.port))
            .map_or(&[][..], Vec::as_slice);
        let node = endpoint(name, one, seen);
        healths.push(node.health);
        traffics.extend(node.traffic);
        graph.edge(&id, &node.id, None);
        graph.node(node);
    }
    let (health, reason) = together(&healths);
    let healthy = healths
        .iter()
        .filter(|one| **one == Health::Healthy)
        .count();
    graph.node(TopologyNode {
        id,
        stage: Stage::Backend,
        label: name.to_owned(),
        detail: format!("{healthy} of {} endpoints healthy", healths.len()),
        health,
        reason,
        traffic: sum(traffics),
    });
    health
}

fn sightings<'a>(name: &str, reports: &Reports<'a>) -> BTreeMap<SocketAddr, Vec<Sighting<'a>>> {
    let mut all: BTreeMap<SocketAddr, Vec<Sighting<'a>>> = BTreeMap::new();
    for (node, report) in reports {
        for live in report.live.backends.get(name).into_iter().flatten() {
            all.entry(live.address).or_default().push((node, live));
        }
    }
    all
}

fn endpoint(backend: &str, endpoint: &Endpoint, seen: &[Sighting<'_>]) -> TopologyNode {
    let socket = SocketAddr::new(endpoint.address, endpoint.port);
    let sick: Vec<&Sighting<'_>> = seen.iter().filter(|(_, live)| !live.healthy).collect();
    let (health, reason) = if !endpoint.ready {
        (Health::Down, "not ready".to_owned())
    } else if seen.is_empty() {
        (Health::Unknown, "no instance reports on it".to_owned())
    } else if sick.is_empty() {
        (Health::Healthy, String::new())
    } else if sick.len() == seen.len() {
        let reasons: BTreeSet<&str> = sick.iter().map(|sighting| words(sighting)).collect();
        (
            Health::Down,
            reasons.into_iter().collect::<Vec<_>>().join(", "),
        )
    } else {
        let places: Vec<String> = sick
            .iter()
            .map(|sighting| format!("{} on {}", words(sighting), sighting.0))
            .collect();
        (Health::Degraded, places.join(", "))
    };
    TopologyNode {
        id: format!("endpoint/{backend}/{socket}"),
        stage: Stage::Endpoint,
        label: socket.to_string(),
        detail: endpoint.name.clone().unwrap_or_default(),
        health,
        reason,
        traffic: sum(seen.iter().map(|(_, live)| live.traffic)),
    }
}

fn words<'a>((_, live): &Sighting<'a>) -> &'a str {
    if live.reason.is_empty() {
        "unhealthy"
    } else {
        &live.reason
    }
}

/// The health of a backend from that of its endpoints.
fn together(endpoints: &[Health]) -> (Health, String) {
    let count = |wanted| endpoints.iter().filter(|one| **one == wanted).count();
    let (down, degraded) = (count(Health::Down), count(Health::Degraded));
    let all = endpoints.len();
    if all == 0 {
        (Health::Down, "has no endpoints and answers 503".to_owned())
    } else if down == all {
        (Health::Down, format!("none of {all} endpoints is healthy"))
    } else if down > 0 {
        (Health::Degraded, format!("{down} of {all} endpoints down"))
    } else if degraded > 0 {
        let reason = format!("{degraded} of {all} endpoints unhealthy on some instance");
        (Health::Degraded, reason)
    } else if count(Health::Healthy) > 0 {
        (Health::Healthy, String::new())
    } else {
        (Health::Unknown, "no instance reports on it".to_owned())
    }
}
