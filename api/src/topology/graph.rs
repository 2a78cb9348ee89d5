//! From an intent and what is reported to nodes and edges.

use std::collections::{BTreeMap, BTreeSet};

use super::{Health, Stage, Topology, TopologyEdge, TopologyNode, backends, instances};
use crate::agent::{GatewayIntent, InstanceReport, Traffic};
use crate::binding;
use crate::route::{GrpcRule, HttpFilterType, HttpRule, Route, RouteProtocol};

/// How many paths of a route its detail shows.
const SHOWN_PATHS: usize = 3;

/// The graph of an intent, with what its instances report. `reports` maps a node's name to the
/// report of this gateway's instance there; one of an older gateway of the same name is passed
/// over.
pub fn build(intent: &GatewayIntent, reports: &BTreeMap<String, InstanceReport>) -> Topology {
    let reports = current(intent, reports);
    let mut graph = Graph::default();
    let servers = instances::add(intent, &reports, &mut graph);
    let healths = backends::add(intent, &reports, &mut graph);
    for (name, route) in &intent.routes {
        add_route(intent, &reports, name, route, &healths, &mut graph);
        if !binding::bound_listeners(route, &intent.gateway).is_empty() {
            for server in &servers {
                graph.edge(server, &route_id(name), None);
            }
        }
    }
    graph.finish(intent)
}

/// The reports of instances of this very gateway, by node.
pub(super) type Reports<'a> = BTreeMap<&'a str, &'a InstanceReport>;

fn current<'a>(
    intent: &GatewayIntent,
    reports: &'a BTreeMap<String, InstanceReport>,
) -> Reports<'a> {
    let uid = intent.gateway.metadata.uid.as_deref();
    reports
        .iter()
        .filter(|(_, report)| uid.is_none_or(|uid| report.uid == uid))
        .map(|(node, report)| (node.as_str(), report))
        .collect()
}

/// The graph while it is made.
#[derive(Default)]
pub(super) struct Graph {
    nodes: BTreeMap<(Stage, String), TopologyNode>,
    edges: BTreeMap<(String, String), Option<u8>>,
}

impl Graph {
    pub(super) fn node(&mut self, node: TopologyNode) {
        self.nodes.insert((node.stage, node.id.clone()), node);
    }

    pub(super) fn edge(&mut self, from: &str, to: &str, percent: Option<u8>) {
        self.edges.insert((from.to_owned(), to.to_owned()), percent);
    }

    fn finish(self, intent: &GatewayIntent) -> Topology {
        Topology {
            account: intent.gateway.metadata.account.clone().unwrap_or_default(),
            gateway: intent.gateway.metadata.name.clone(),
            revision: intent.revision,
            nodes: self.nodes.into_values().collect(),
            edges: self
                .edges
                .into_iter()
                .map(|((from, to), percent)| TopologyEdge { from, to, percent })
                .collect(),
        }
    }
}

/// The sum of what is measured; `None` if nobody measures.
pub(super) fn sum(measured: impl IntoIterator<Item = Traffic>) -> Option<Traffic> {
    measured.into_iter().reduce(Traffic::plus)
}

pub(super) fn route_id(name: &str) -> String {
    format!("route/{name}")
}

pub(super) fn backend_id(name: &str) -> String {
    format!("backend/{name}")
}

fn add_route(
    intent: &GatewayIntent,
    reports: &Reports<'_>,
    name: &str,
    route: &Route,
    backends: &BTreeMap<String, Health>,
    graph: &mut Graph,
) {
    let id = route_id(name);
    // A backend that gets copies alone has no share of what is answered.
    for backend in route.spec.mirror_names() {
        graph.edge(&id, &backend_id(backend), None);
    }
    for (backend, percent) in shares(route) {
        graph.edge(&id, &backend_id(backend), percent);
    }
    let (health, reason) = route_health(intent, route, backends);
    graph.node(TopologyNode {
        id,
        stage: Stage::Route,
        label: name.to_owned(),
        detail: route_detail(route),
        health,
        reason,
        traffic: sum(reports
            .values()
            .filter_map(|report| report.live.routes.get(name).copied())),
    });
}

fn route_health(
    intent: &GatewayIntent,
    route: &Route,
    backends: &BTreeMap<String, Health>,
) -> (Health, String) {
    let attached = binding::attached(route, &intent.gateway);
    let bound = attached.iter().filter(|(_, bound)| bound.is_ok()).count();
    let unbound = attached.into_iter().find_map(|(_, bound)| bound.err());
    if let (0, Some(unbound)) = (bound, &unbound) {
        return (Health::Down, unbound.to_string());
    }

    let mut faults: Vec<String> = Vec::new();
    let mut works = false;
    let mut unknown = false;
    for (backend, _) in shares(route) {
        match backends.get(backend).copied() {
            None => faults.push(missing_backend(backend)),
            Some(Health::Down) => faults.push(format!("Backend `{backend}` is down")),
            Some(Health::Degraded) => {
                works = true;
                faults.push(format!("Backend `{backend}` works in part"));
            }
            Some(Health::Healthy) => works = true,
            Some(Health::Unknown) => unknown = true,
        }
    }
    for copies in route
        .spec
        .mirror_names()
        .filter(|name| !backends.contains_key(*name))
    {
        faults.push(format!(
            "{}; copies for it are dropped",
            missing_backend(copies)
        ));
    }
    for (rule, answer) in empty_rules(route) {
        faults.push(format!("rule {rule} has no backend and answers {answer}"));
    }
    works |= redirects(route);
    if let Some(unbound) = unbound {
        faults.push(unbound.to_string());
    }
    let health = match (faults.is_empty(), works, unknown) {
        (true, true, _) => Health::Healthy,
        (true, false, true) => Health::Unknown,
        (true, false, false) => Health::Healthy,
        (false, true, _) | (false, false, true) => Health::Degraded,
        (false, false, false) => Health::Down,
    };
    let reason = if health == Health::Unknown {
        "no instance reports on its backends".to_owned()
    } else {
        faults.join("; ")
    };
    (health, reason)
}

/// What to say of a backend that a route names and the account does not have.
pub(super) fn missing_backend(name: &str) -> String {
    format!("Backend `{name}` does not exist: epicctl backend create {name}")
}

fn rules(route: &Route) -> &[HttpRule] {
    route.spec.http.as_ref().map_or(&[], |http| &http.rules)
}

fn redirects(route: &Route) -> bool {
    rules(route).iter().any(is_redirect)
}

fn is_redirect(rule: &HttpRule) -> bool {
    rule.filters
        .iter()
        .any(|filter| filter.kind == HttpFilterType::RequestRedirect)
}

fn grpc_rules(route: &Route) -> &[GrpcRule] {
    route.spec.grpc.as_ref().map_or(&[], |grpc| &grpc.rules)
}

/// The rules that lead nowhere, by name or number, with what they answer.
fn empty_rules(route: &Route) -> impl Iterator<Item = (String, &'static str)> {
    let name = |index: usize, name: &Option<String>| {
        name.clone().unwrap_or_else(|| (index + 1).to_string())
    };
    let http = rules(route)
        .iter()
        .enumerate()
        .filter(|(_, rule)| rule.backend_refs.is_empty() && !is_redirect(rule))
        .map(move |(index, rule)| (name(index, &rule.name), "500"));
    let grpc = grpc_rules(route)
        .iter()
        .enumerate()
        .filter(|(_, rule)| rule.backend_refs.is_empty())
        .map(move |(index, rule)| (name(index, &rule.name), "UNAVAILABLE"));
    http.chain(grpc)
}

/// The backends that the rules send anything to, by name, with their part of the weights of all
/// rules together. A route with one backend leaves weights nothing to decide.
fn shares(route: &Route) -> Vec<(&str, Option<u8>)> {
    let http = rules(route)
        .iter()
        .flat_map(|rule| &rule.backend_refs)
        .map(|backend| (backend.name.as_str(), backend.weight));
    let grpc = grpc_rules(route)
        .iter()
        .flat_map(|rule| &rule.backend_refs)
        .map(|backend| (backend.name.as_str(), backend.weight));
    let l4 = route.spec.l4().into_iter().flat_map(|l4| &l4.rules);
    let l4 = l4
        .flat_map(|rule| &rule.backend_refs)
        .map(|backend| (backend.name.as_str(), backend.weight));
    let mut weights: BTreeMap<&str, u64> = BTreeMap::new();
    for (name, weight) in http.chain(grpc).chain(l4) {
        *weights.entry(name).or_default() += u64::from(weight);
    }
    let total: u64 = weights.values().sum();
    if total > 0 {
        weights.retain(|_, weight| *weight > 0);
    }
    if weights.len() < 2 || total == 0 {
        let percent = |_| if total == 0 { Some(0) } else { None };
        return weights
            .into_keys()
            .map(|name| (name, percent(name)))
            .collect();
    }
    percents(&weights, total)
}

/// Rounded so that they add up to 100: the largest remainders are rounded up.
fn percents<'a>(weights: &BTreeMap<&'a str, u64>, total: u64) -> Vec<(&'a str, Option<u8>)> {
    let mut left = 100
        - weights
            .values()
            .map(|weight| weight * 100 / total)
            .sum::<u64>();
    let mut by_remainder: Vec<(&str, u64)> = weights
        .iter()
        .map(|(name, weight)| (*name, weight * 100 % total))
        .collect();
    by_remainder.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let mut up = BTreeSet::new();
    for (name, _) in by_remainder {
        if left > 0 {
            up.insert(name);
            left -= 1;
        }
    }
    weights
        .iter()
        .map(|(name, weight)| {
            let percent = weight * 100 / total + u64::from(up.contains(name));
            (*name, u8::try_from(percent).ok())
        })
        .collect()
}

/// Protocol, hostnames, and paths or methods, as far as a line holds them.
fn route_detail(route: &Route) -> String {
    let mut words: Vec<String> = Vec::new();
    let protocol = route.spec.protocol().unwrap_or(RouteProtocol::Http);
    if protocol != RouteProtocol::Http {
        words.push(protocol.name().to_owned());
    }
    if !route.spec.hostnames.is_empty() {
        words.push(shorten(&route.spec.hostnames, SHOWN_PATHS));
    }
    let paths = rules(route).iter().flat_map(paths);
    let methods = grpc_rules(route).iter().flat_map(methods);
    let what: BTreeSet<String> = paths.chain(methods).collect();
    if !what.is_empty() {
        words.push(shorten(&what.into_iter().collect::<Vec<_>>(), SHOWN_PATHS));
    }
    words.join(" ")
}

/// `shop.v1.Cart/AddItem`, with `*` for every one.
fn methods(rule: &GrpcRule) -> Vec<String> {
    let every = || "*".to_owned();
    let methods = rule.matches.iter().map(|one| {
        let method = one.method.clone().unwrap_or_default();
        let (service, method) = (method.service, method.method);
        format!(
            "{}/{}",
            service.unwrap_or_else(every),
            method.unwrap_or_else(every)
        )
    });
    methods.collect()
}

fn paths(rule: &HttpRule) -> Vec<String> {
    if rule.matches.is_empty() {
        return vec!["/".to_owned()];
    }
    rule.matches
        .iter()
        .map(|one| one.path.clone().unwrap_or_default().value)
        .collect()
}

fn shorten(words: &[String], most: usize) -> String {
    let mut shown = words
        .iter()
        .take(most)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    if words.len() > most {
        shown.push_str(&format!(" and {} more", words.len() - most));
    }
    shown
}
