//! What is said of each object. A status that does not differ is not written again.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use epic_api::condition;
use epic_api::ippool::PoolUsage;
use epic_api::route::{ParentRef, RouteParentStatus};
use epic_api::{
    AccountStatus, BackendStatus, Condition, ConditionStatus, GatewayTemplateStatus, IpPoolStatus,
    Kind, NodeStatus, Object, ObjectKey, Route, RouteStatus, Spec, binding,
};
use jiff::Timestamp;
use serde_json::Value;

use super::World;
use super::live::Hearing;

mod gateway;
mod references;

use gateway::{TAINTED, served, tainted};

/// Sets conditions that have the generation and the time in common.
struct Conditions<'a> {
    list: &'a mut Vec<Condition>,
    generation: u64,
    now: Timestamp,
}

impl Conditions<'_> {
    fn set(
        &mut self,
        kind: &str,
        answer: impl Into<ConditionStatus>,
        reason: &str,
        message: impl Into<String>,
    ) {
        let new = Condition::new(kind, answer, reason, message, self.generation, self.now);
        condition::set(self.list, new);
    }
}

impl World {
    /// The status an object should have, if it has another.
    pub(super) fn status_of(&mut self, key: &ObjectKey, now: Timestamp) -> Option<Value> {
        match key.kind {
            Kind::Account => self.account_status(key, now),
            Kind::IpPool => self.pool_status(key, now),
            Kind::GatewayTemplate => self.template_status(key, now),
            Kind::Gateway => self.gateway_status(key, now),
            Kind::Route => self.route_status(key, now),
            Kind::Backend => self.backend_status(key, now),
            Kind::Certificate => self.certificate_status(key, now),
            Kind::Node => self.node_status(key, now),
            Kind::Event => None,
        }
    }

    fn account_status(&self, key: &ObjectKey, now: Timestamp) -> Option<Value> {
        let account = self.accounts.get(key)?;
        let mut status: AccountStatus = account.status.clone().unwrap_or_default();
        status.gateways = count(self.count_in(&key.name, Kind::Gateway));
        conditions(&mut status.conditions, account, now).set("Ready", true, "Ready", "");
        changed(account, status)
    }

    fn pool_status(&mut self, key: &ObjectKey, now: Timestamp) -> Option<Value> {
        let pool = self.pools.get(key)?.clone();
        let mut status: IpPoolStatus = pool.status.clone().unwrap_or_default();
        (status.ipv4, status.ipv6) = self.ranges.get(key)?.usage(&self.held);
        let full = |usage: PoolUsage| usage.total > 0 && usage.used >= usage.total;
        let exhausted: Vec<String> = [("IPv4", status.ipv4), ("IPv6", status.ipv6)]
            .into_iter()
            .filter(|(_, usage)| full(*usage))
            .map(|(family, usage)| {
                format!(
                    "{} of {} {family} addresses are in use",
                    usage.used, usage.total
                )
            })
            .collect();
        let was = condition::find(&status.conditions, "Exhausted").is_some_and(Condition::is_true);
        let mut set = conditions(&mut status.conditions, &*pool, now);
        set.set("Ready", true, "Ready", "");
        if exhausted.is_empty() {
            set.set("Exhausted", false, "AddressesFree", "");
        } else {
            let message = format!("{}; add a range", exhausted.join(", "));
            set.set("Exhausted", true, "NoAddressFree", message.clone());
            if !was {
                self.warn(key, "PoolExhausted", message);
            }
        }
        changed(&pool, status)
    }

    fn template_status(&self, key: &ObjectKey, now: Timestamp) -> Option<Value> {
        let template = self.templates.get(key)?;
        let mut status: GatewayTemplateStatus = template.status.clone().unwrap_or_default();
        status.gateways = count(self.relations.naming(key, Kind::Gateway).count());
        let mut set = conditions(&mut status.conditions, template, now);
        let pools = template.spec.pools.iter();
        let exists = |pool: &&String| {
            self.pools
                .contains_key(&ObjectKey::cluster(Kind::IpPool, (*pool).clone()))
        };
        match pools.into_iter().find(|pool| !exists(pool)) {
            None => set.set("Accepted", true, "Accepted", ""),
            Some(pool) => {
                let message = format!(
                    "there is no IPPool `{pool}`; make it with `epicctl ippool create {pool} --address CIDR`"
                );
                set.set("Accepted", false, "PoolNotFound", message);
            }
        }
        changed(template, status)
    }

    fn node_status(&mut self, key: &ObjectKey, now: Timestamp) -> Option<Value> {
        let node = self.nodes.get(key)?.clone();
        let mut status: NodeStatus = node.status.clone().unwrap_or_default();
        status.gateways = count(self.gateways_on(&key.name));
        if let Some((report, at)) = self.live.node(&key.name) {
            status.addresses.clone_from(&report.addresses);
            status.agent_version.clone_from(&report.agent_version);
            status.envoy_version.clone_from(&report.envoy_version);
            status.kernel.clone_from(&report.kernel);
            status.isolation.clone_from(&report.isolation);
            // To the minute, so that a heartbeat is not a write.
            let minute = at.as_second() - at.as_second().rem_euclid(60);
            status.last_seen = Timestamp::from_second(minute).ok();
        }
        let was = condition::find(&status.conditions, "Ready").map(|was| was.status);
        let mut set = conditions(&mut status.conditions, &*node, now);
        let (answer, reason, message) = match self.live.hearing(&key.name) {
            Hearing::Heard => (ConditionStatus::True, "AgentReports", String::new()),
            // What was said before epicd started still stands.
            Hearing::NotYet if was.is_some() => return changed(&node, status),
            Hearing::NotYet => (
                ConditionStatus::Unknown,
                "NotHeardYet",
                "epicd waits for its agent".to_owned(),
            ),
            Hearing::Lost => {
                let message = format!(
                    "{}; its gateways may still be serving; look at epic-agent on {}",
                    self.silence(&key.name),
                    key.name
                );
                (ConditionStatus::False, "NodeLost", message)
            }
        };
        set.set("Ready", answer, reason, message.clone());
        match answer {
            ConditionStatus::False if was == Some(ConditionStatus::True) => {
                self.warn(key, "NodeLost", message);
            }
            ConditionStatus::True if was != Some(ConditionStatus::True) => {
                self.note(key, "NodeReady", "the agent reports");
            }
            _ => {}
        }
        changed(&node, status)
    }

    /// In words that stay the same as time goes on, so that silence is written once.
    fn silence(&self, node: &str) -> String {
        match self.live.node(node) {
            Some((_, at)) => {
                let at = Timestamp::from_second(at.as_second()).unwrap_or(at);
                format!("node {node} has not reported since {at}")
            }
            None => format!("node {node} has not reported since epicd started"),
        }
    }

    fn certificate_status(&mut self, key: &ObjectKey, now: Timestamp) -> Option<Value> {
        let certificate = self.certificates.get(key)?.clone();
        let mut status = certificate.status.clone().unwrap_or_default();
        let facts = epic_api::validate::certificate_facts(&certificate.spec);
        let mut set = conditions(&mut status.conditions, &*certificate, now);
        match &facts {
            Ok(facts) if facts.not_after < now => {
                set.set(
                    "Ready",
                    false,
                    "Expired",
                    "clients refuse it; apply one that is valid",
                );
            }
            Ok(facts) if now < facts.not_before => {
                set.set(
                    "Ready",
                    false,
                    "NotYetValid",
                    "clients refuse it until its first moment",
                );
            }
            Ok(_) => set.set("Ready", true, "Valid", ""),
            Err(fault) => set.set("Ready", false, "Invalid", fault.to_string()),
        }
        if let Ok(facts) = facts {
            let moments = [facts.not_before, facts.not_after]
                .into_iter()
                .filter(|moment| *moment >= now);
            self.moments
                .extend(moments.map(|moment| (moment, key.clone())));
            status.dns_names = facts.dns_names;
            status.not_before = Some(facts.not_before);
            status.not_after = Some(facts.not_after);
            status.fingerprint = facts.fingerprint;
        }
        changed(&certificate, status)
    }

    fn backend_status(&self, key: &ObjectKey, now: Timestamp) -> Option<Value> {
        let backend = self.backends.get(key)?;
        let mut status: BackendStatus = backend.status.clone().unwrap_or_default();
        let gateways = self.gateways_of(key);
        let users: Vec<(&str, &str)> = gateways
            .iter()
            .filter_map(|gateway| self.gateways.get(gateway))
            .flat_map(|gateway| {
                let uid = gateway.metadata.uid.as_deref().unwrap_or_default();
                let instances = gateway.status.iter().flat_map(|status| &status.instances);
                instances.map(move |instance| (instance.node.as_str(), uid))
            })
            .collect();
        let unheard = users
            .iter()
            .any(|(node, _)| self.live.hearing(node) == Hearing::NotYet);
        if unheard && status.endpoints == count(backend.spec.endpoints.len()) {
            // What was said before epicd started still stands.
            return None;
        }
        let mut health: BTreeMap<SocketAddr, bool> = BTreeMap::new();
        for (node, uid) in users.iter().filter(|(node, _)| self.live.is_ready(node)) {
            let live = self
                .live
                .instance(node, uid)
                .and_then(|report| report.live.backends.get(&key.name));
            for endpoint in live.into_iter().flatten() {
                *health.entry(endpoint.address).or_insert(true) &= endpoint.healthy;
            }
        }
        let refused = gateways
            .iter()
            .filter_map(|gateway| self.gateways.get(gateway))
            .find_map(|gateway| {
                let stored = gateway.status.clone().unwrap_or_default();
                let instances = self.instances(gateway, &stored);
                tainted(&instances, key, backend.metadata.spec_revision)
            });
        let endpoints = &backend.spec.endpoints;
        let healthy = endpoints.iter().filter(|endpoint| {
            let address = SocketAddr::from((endpoint.address, endpoint.port));
            endpoint.ready && health.get(&address).copied().unwrap_or_default()
        });
        status.healthy = count(healthy.count());
        status.endpoints = count(endpoints.len());
        let (is, all) = (status.healthy, status.endpoints);
        let references = self.backend_references(backend);
        if backend.spec.tls.is_none() {
            // Nothing is named, so nothing is said of it.
            status.conditions.retain(|one| one.kind != "ResolvedRefs");
        }
        let mut set = conditions(&mut status.conditions, backend, now);
        if let Err((reason, message)) = &references {
            set.set("ResolvedRefs", false, reason, message.clone());
        } else if backend.spec.tls.is_some() {
            set.set("ResolvedRefs", true, "ResolvedRefs", "");
        }
        if let Err((reason, message)) = references {
            set.set("Ready", false, reason, message);
        } else if all == 0 {
            set.set(
                "Ready",
                false,
                "NoEndpoints",
                "it has no endpoints; requests are answered with 503",
            );
        } else if users.is_empty() {
            let message = "no gateway uses it, so nobody knows whether its endpoints are healthy";
            set.set("Ready", ConditionStatus::Unknown, "NotUsed", message);
        } else if health.is_empty() {
            let message = "no instance has reported on it yet";
            set.set("Ready", ConditionStatus::Unknown, "Pending", message);
        } else if is == 0 {
            let message = format!("none of {all} endpoints is healthy");
            set.set("Ready", false, "NoHealthyEndpoint", message);
        } else {
            set.set("Ready", true, "EndpointsHealthy", "");
        }
        // Said only where there is something to say: most backends are never refused.
        let was_refused = condition::find(&status.conditions, "Programmed").is_some();
        let mut set = conditions(&mut status.conditions, backend, now);
        match refused {
            Some(words) => set.set("Programmed", false, TAINTED, words),
            None if was_refused => set.set("Programmed", true, "Programmed", ""),
            None => {}
        }
        changed(backend, status)
    }

    fn route_status(&mut self, key: &ObjectKey, now: Timestamp) -> Option<Value> {
        let route = self.routes.get(key)?.clone();
        let old = route.status.clone().unwrap_or_default();
        let mut status = RouteStatus::default();
        let mut acknowledged: BTreeMap<ObjectKey, bool> = BTreeMap::new();
        for parent in &route.spec.parent_refs {
            let known = old.parents.iter().find(|known| known.parent_ref == *parent);
            let mut of_parent = known.cloned().unwrap_or_else(|| RouteParentStatus {
                parent_ref: parent.clone(),
                conditions: Vec::new(),
            });
            let set = conditions(&mut of_parent.conditions, &*route, now);
            self.route_conditions(&route, parent, set);
            let programmed = condition::find(&of_parent.conditions, "Programmed");
            let gateway = key.sibling(Kind::Gateway, parent.name.clone());
            *acknowledged.entry(gateway).or_insert(true) &=
                programmed.is_some_and(Condition::is_true);
            status.parents.push(of_parent);
        }
        for (gateway, done) in acknowledged {
            let there = self.gateways.contains_key(&gateway);
            self.acknowledge(&gateway, key, done || !there);
        }
        changed(&route, status)
    }

    fn route_conditions(&self, route: &Route, parent: &ParentRef, mut set: Conditions<'_>) {
        match self.route_references(route) {
            Ok(()) => set.set("ResolvedRefs", true, "ResolvedRefs", ""),
            Err((reason, message)) => set.set("ResolvedRefs", false, reason, message),
        }
        let gateway_key = route.key().sibling(Kind::Gateway, parent.name.clone());
        let Some(gateway) = self.gateways.get(&gateway_key) else {
            let message = format!(
                "there is no Gateway `{0}` in the account; make it with `epicctl gateway create {0}`",
                parent.name
            );
            set.set("Accepted", false, "NoMatchingParent", message);
            set.set("Programmed", false, "NotAccepted", "no gateway takes it");
            return;
        };
        if let Err(unbound) = binding::bind(parent, &route.spec, &gateway.spec) {
            set.set("Accepted", false, unbound.reason(), unbound.to_string());
            set.set("Programmed", false, "NotAccepted", "no listener takes it");
            return;
        }
        set.set("Accepted", true, "Accepted", "");
        let instances = self.instances(gateway, &gateway.status.clone().unwrap_or_default());
        let revision = route.metadata.spec_revision;
        match tainted(&instances, &route.key(), revision) {
            Some(words) => set.set("Programmed", false, TAINTED, words),
            None => {
                let (answer, reason, message) = served(&instances, revision, false);
                set.set("Programmed", answer, reason, message);
            }
        }
    }
}

fn conditions<'a, S: Spec>(
    list: &'a mut Vec<Condition>,
    object: &Object<S>,
    now: Timestamp,
) -> Conditions<'a> {
    Conditions {
        list,
        generation: object.metadata.generation,
        now,
    }
}

/// The new status; `None` if the object has it already.
fn changed<S: Spec>(object: &Object<S>, status: S::Status) -> Option<Value> {
    if object.status.as_ref() == Some(&status) {
        return None;
    }
    Some(serde_json::to_value(status).expect("plain data becomes JSON"))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
