//! What is said of each object. A status that does not differ is not written again.

use std::collections::BTreeMap;

use epic_api::agent::NODE_LOST_SECONDS;
use epic_api::condition::{self, Condition};
use epic_api::event::EventType;
use epic_api::gateway::{InstanceState, InstanceStatus, Listener, ListenerStatus};
use epic_api::ippool::PoolUsage;
use epic_api::route::{ParentRef, RouteParentStatus};
use epic_api::{
    AccountStatus, BackendStatus, Gateway, GatewayStatus, GatewayTemplateStatus, IpPoolStatus, Kind,
    NodeStatus, Object, ObjectKey, RawObject, Route, RouteStatus, Spec, binding,
};
use jiff::Timestamp;

use super::ipam::Ranges;
use super::{EventDraft, World, node_key};

/// Sets conditions that have the generation and the time in common.
struct Conditions<'a> {
    list: &'a mut Vec<Condition>,
    generation: u64,
    now: Timestamp,
}

impl Conditions<'_> {
    fn set(&mut self, kind: &str, answer: impl Into<epic_api::ConditionStatus>, reason: &str, message: impl Into<String>) {
        let new = Condition::new(kind, answer, reason, message, self.generation, self.now);
        condition::set(self.list, new);
    }
}

impl World {
    /// The object with the status it should have, if it has another.
    pub(super) fn status_of(&mut self, key: &ObjectKey, now: Timestamp) -> Option<RawObject> {
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

    fn account_status(&self, key: &ObjectKey, now: Timestamp) -> Option<RawObject> {
        let account = self.accounts.get(key)?;
        let mut status: AccountStatus = account.status.clone().unwrap_or_default();
        status.gateways = count(self.count_in(&key.name, Kind::Gateway));
        conditions(&mut status.conditions, account, now).set("Ready", true, "Ready", "");
        changed(account, status)
    }

    fn pool_status(&mut self, key: &ObjectKey, now: Timestamp) -> Option<RawObject> {
        let pool = self.pools.get(key)?.clone();
        let mut status: IpPoolStatus = pool.status.clone().unwrap_or_default();
        (status.ipv4, status.ipv6) = Ranges::of(&pool.spec).usage(&self.held);
        let full = |usage: PoolUsage| usage.total > 0 && usage.used >= usage.total;
        let exhausted: Vec<String> = [("IPv4", status.ipv4), ("IPv6", status.ipv6)]
            .into_iter()
            .filter(|(_, usage)| full(*usage))
            .map(|(family, usage)| format!("{} of {} {family} addresses are in use", usage.used, usage.total))
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

    fn template_status(&self, key: &ObjectKey, now: Timestamp) -> Option<RawObject> {
        let template = self.templates.get(key)?;
        let mut status: GatewayTemplateStatus = template.status.clone().unwrap_or_default();
        status.gateways = count(self.relations.naming(key, Kind::Gateway).count());
        conditions(&mut status.conditions, template, now).set("Accepted", true, "Accepted", "");
        changed(template, status)
    }

    fn node_status(&mut self, key: &ObjectKey, now: Timestamp) -> Option<RawObject> {
        let node = self.nodes.get(key)?.clone();
        let mut status: NodeStatus = node.status.clone().unwrap_or_default();
        status.gateways = count(self.gateways_on(&key.name));
        let was = condition::find(&status.conditions, "Ready").map(Condition::is_true);
        let ready = self.live.is_ready(&key.name);
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
        let mut set = conditions(&mut status.conditions, &*node, now);
        if ready {
            set.set("Ready", true, "AgentReports", "");
        } else {
            let message = format!(
                "the agent has not reported for {NODE_LOST_SECONDS} s or more; its gateways may well be \
                 serving; look at the service epic-agent on {}",
                key.name
            );
            set.set("Ready", false, "AgentSilent", message);
        }
        match (was, ready) {
            (Some(true), false) => self.warn(key, "NodeLost", "the agent does not report any more"),
            (None | Some(false), true) => self.note(key, "NodeReady", "the agent reports"),
            _ => {}
        }
        changed(&node, status)
    }

    fn certificate_status(&self, key: &ObjectKey, now: Timestamp) -> Option<RawObject> {
        let certificate = self.certificates.get(key)?;
        let mut status = certificate.status.clone().unwrap_or_default();
        let facts = epic_api::validate::certificate_facts(&certificate.spec);
        let mut set = conditions(&mut status.conditions, certificate, now);
        match &facts {
            Ok(facts) if facts.not_after < now => {
                set.set("Ready", false, "Expired", "clients refuse it; apply one that is valid");
            }
            Ok(facts) if now < facts.not_before => {
                set.set("Ready", false, "NotYetValid", "clients refuse it until its first moment");
            }
            Ok(_) => set.set("Ready", true, "Valid", ""),
            Err(fault) => set.set("Ready", false, "Invalid", fault.to_string()),
        }
        if let Ok(facts) = facts {
            status.dns_names = facts.dns_names;
            status.not_before = Some(facts.not_before);
            status.not_after = Some(facts.not_after);
            status.fingerprint = facts.fingerprint;
        }
        changed(certificate, status)
    }

    fn backend_status(&mut self, key: &ObjectKey, now: Timestamp) -> Option<RawObject> {
        let backend = self.backends.get(key)?.clone();
        let mut status: BackendStatus = backend.status.clone().unwrap_or_default();
        let mut health: BTreeMap<_, bool> = BTreeMap::new();
        for gateway in self.gateways_of(key) {
            for live in self.live(&gateway).into_values() {
                for endpoint in live.backends.get(&key.name).into_iter().flatten() {
                    *health.entry(endpoint.address).or_insert(true) &= endpoint.healthy;
                }
            }
        }
        let endpoints = &backend.spec.endpoints;
        let address = |endpoint: &epic_api::backend::Endpoint| (endpoint.address, endpoint.port).into();
        let healthy = endpoints.iter().filter(|endpoint| {
            endpoint.ready && health.get(&address(endpoint)).copied().unwrap_or_default()
        });
        let was = status.healthy;
        status.healthy = count(healthy.count());
        status.endpoints = count(endpoints.len());
        let (is, all) = (status.healthy, status.endpoints);
        let mut set = conditions(&mut status.conditions, &*backend, now);
        if health.is_empty() {
            set.set("Ready", epic_api::ConditionStatus::Unknown, "NotUsed", "no instance uses it");
        } else if is == 0 {
            let message = format!("none of {all} endpoints is healthy");
            set.set("Ready", false, "NoHealthyEndpoint", message);
        } else {
            set.set("Ready", true, "EndpointsHealthy", "");
        }
        if is < was && !health.is_empty() {
            self.warn(key, "EndpointUnhealthy", format!("{is} of {all} endpoints are healthy"));
        } else if is > was {
            self.note(key, "EndpointHealthy", format!("{is} of {all} endpoints are healthy"));
        }
        changed(&backend, status)
    }

    fn route_status(&self, key: &ObjectKey, now: Timestamp) -> Option<RawObject> {
        let route = self.routes.get(key)?;
        let old = route.status.clone().unwrap_or_default();
        let parents = route.spec.parent_refs.iter().map(|parent| {
            let known = old.parents.iter().find(|known| known.parent_ref == *parent);
            let mut status = known.cloned().unwrap_or_else(|| RouteParentStatus {
                parent_ref: parent.clone(),
                conditions: Vec::new(),
            });
            let set = conditions(&mut status.conditions, route, now);
            self.route_conditions(route, parent, set);
            status
        });
        changed(route, RouteStatus { parents: parents.collect() })
    }

    fn route_conditions(&self, route: &Route, parent: &ParentRef, mut set: Conditions<'_>) {
        let missing: Vec<&str> = route
            .spec
            .backend_names()
            .filter(|name| !self.backends.contains_key(&route.key().sibling(Kind::Backend, *name)))
            .collect();
        match missing.first() {
            None => set.set("ResolvedRefs", true, "ResolvedRefs", ""),
            Some(first) => set.set(
                "ResolvedRefs",
                false,
                "BackendNotFound",
                format!(
                    "there is no Backend `{}`; its share of requests is answered with 500; make it with \
                     `epicctl backend create {first} --endpoint ADDRESS:PORT`",
                    missing.join("`, `")
                ),
            ),
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
        let needed = route
            .spec
            .backend_names()
            .filter_map(|name| self.backends.get(&route.key().sibling(Kind::Backend, name)))
            .map(|backend| backend.metadata.spec_revision)
            .fold(route.metadata.spec_revision, u64::max);
        let (answer, reason, message) = self.programmed(gateway, needed);
        set.set("Programmed", answer, reason, message);
    }

    fn gateway_status(&mut self, key: &ObjectKey, now: Timestamp) -> Option<RawObject> {
        let stored = self.gateways.get(key)?.clone();
        let mut gateway = Gateway::clone(&stored);
        self.allot(&mut gateway);
        let mut status: GatewayStatus = gateway.status.take().unwrap_or_default();
        self.note_allotment(&stored, &status);
        // What was allotted now is not committed, and not heard of by an agent, until it is applied.
        for address in &status.addresses {
            self.held.insert(address.value, key.clone());
        }
        status.revision = self.desired.get(key).copied().unwrap_or_default();
        for instance in &mut status.instances {
            *instance = self.instance_status(&stored, &instance.node);
        }
        gateway.status = Some(status.clone());
        let was = condition::find(&status.conditions, "Programmed").cloned();
        let (programmed, reason, message) = self.programmed(&gateway, status.revision);
        let mut set = conditions(&mut status.conditions, &*stored, now);
        set.set("Accepted", true, "Accepted", "");
        set.set("Programmed", programmed, reason, message.clone());
        status.listeners = self.listener_statuses(&gateway, programmed, reason, &message, now);
        self.note_programmed(key, was.as_ref(), programmed, reason, &message);
        changed(&stored, status)
    }

    /// Whether every instance serves a revision at least as new as `needed`, and why not.
    fn programmed(&self, gateway: &Gateway, needed: u64) -> (bool, &'static str, String) {
        let no = |reason, message: String| (false, reason, message);
        let status = gateway.status.clone().unwrap_or_default();
        let Some(template) = self.template_of(gateway) else {
            let message = format!("there is no GatewayTemplate `{}`", gateway.spec.template);
            return no("NoTemplate", message);
        };
        let lacking = template
            .spec
            .pools
            .iter()
            .find(|pool| !status.addresses.iter().any(|address| address.pool == **pool));
        if let Some(pool) = lacking {
            return no("AddressNotAssigned", self.why_no_address(pool));
        }
        let wanted = template.spec.instances as usize;
        if status.instances.len() < wanted {
            let message = format!(
                "{} of {wanted} instances have a node, and no other gateway node is ready and \
                 schedulable; see `epicctl node list`",
                status.instances.len()
            );
            return no("NoResources", message);
        }
        for instance in &status.instances {
            let node = &instance.node;
            if let Some(rejected) = instance.rejected.as_ref().filter(|rejected| rejected.revision >= needed) {
                let message = format!(
                    "Envoy on {node} refused revision {} and keeps serving {}: {}",
                    rejected.revision, instance.acknowledged_revision, rejected.message
                );
                return no("Invalid", message);
            }
            match instance.state {
                InstanceState::Serving if instance.acknowledged_revision >= needed => {}
                InstanceState::Serving => {
                    let acknowledged = instance.acknowledged_revision;
                    return no("Pending", format!("{node} has revision {acknowledged} of {needed}"));
                }
                InstanceState::Unknown => {
                    let message = format!("{node} has not reported for a while; the instance may still be serving");
                    return no("NodeLost", message);
                }
                state => {
                    let why = if instance.message.is_empty() { String::new() } else { format!(": {}", instance.message) };
                    return no("Pending", format!("the instance on {node} is {state:?}{why}"));
                }
            }
        }
        (true, "Programmed", String::new())
    }

    fn why_no_address(&self, pool: &str) -> String {
        let key = ObjectKey::cluster(Kind::IpPool, pool);
        let Some(found) = self.pools.get(&key) else {
            return format!("there is no IPPool `{pool}`");
        };
        let (ipv4, ipv6) = Ranges::of(&found.spec).usage(&self.held);
        let (used, total) = (ipv4.used + ipv6.used, ipv4.total.saturating_add(ipv6.total));
        format!(
            "pool {pool} is exhausted: {used} of {total} addresses are in use; add a range to it or delete a \
             gateway, and this one gets its address by itself"
        )
    }

    fn instance_status(&self, gateway: &Gateway, node: &str) -> InstanceStatus {
        let uid = gateway.metadata.uid.as_deref().unwrap_or_default();
        let stored = gateway.status.iter().flat_map(|status| &status.instances);
        let stored = stored.into_iter().find(|instance| instance.node == node);
        let report = self.live.instance(node, uid);
        let known = self.live.node(node).is_some();
        let mut status = match report {
            Some(report) => InstanceStatus {
                node: node.to_owned(),
                state: report.state,
                acknowledged_revision: report.acknowledged_revision,
                rejected: report.rejected.clone(),
                message: report.message.clone(),
            },
            // Right after epicd's start nobody has been heard of yet, and nothing has changed by that.
            None if !known && self.nodes.contains_key(&node_key(node)) => {
                return stored.cloned().unwrap_or_else(|| pending(node));
            }
            None => pending(node),
        };
        if known && !self.live.is_ready(node) {
            status.state = InstanceState::Unknown;
        }
        status
    }

    fn listener_statuses(
        &self,
        gateway: &Gateway,
        programmed: bool,
        reason: &str,
        message: &str,
        now: Timestamp,
    ) -> Vec<ListenerStatus> {
        let key = gateway.key();
        let mut attached: BTreeMap<&str, u32> = BTreeMap::new();
        for route in self.relations.naming(&key, Kind::Route).filter_map(|route| self.routes.get(route)) {
            for listener in binding::bound_listeners(route, gateway) {
                *attached.entry(listener.name.as_str()).or_default() += 1;
            }
        }
        let old = gateway.status.as_ref().map(|status| status.listeners.as_slice()).unwrap_or_default();
        let status = |listener: &Listener| {
            let known = old.iter().find(|known| known.name == listener.name);
            let mut status = known.cloned().unwrap_or_default();
            status.name.clone_from(&listener.name);
            status.attached_routes = attached.get(listener.name.as_str()).copied().unwrap_or_default();
            let mut set = conditions(&mut status.conditions, gateway, now);
            set.set("Accepted", true, "Accepted", "");
            match self.missing_certificate(&key, listener) {
                None => {
                    set.set("ResolvedRefs", true, "ResolvedRefs", "");
                    set.set("Programmed", programmed, reason, message);
                }
                Some(name) => {
                    let message = format!(
                        "there is no Certificate `{name}`; make it with `epicctl certificate create {name} \
                         --cert FILE --key FILE`"
                    );
                    set.set("ResolvedRefs", false, "InvalidCertificateRef", message.clone());
                    set.set("Programmed", false, "Invalid", message);
                }
            }
            status
        };
        gateway.spec.listeners.iter().map(status).collect()
    }

    fn missing_certificate<'a>(&self, gateway: &ObjectKey, listener: &'a Listener) -> Option<&'a str> {
        let references = listener.tls.iter().flat_map(|tls| &tls.certificate_refs);
        references
            .map(|reference| reference.name.as_str())
            .find(|name| !self.certificates.contains_key(&gateway.sibling(Kind::Certificate, *name)))
    }

    fn note_allotment(&mut self, stored: &Gateway, status: &GatewayStatus) {
        let old = stored.status.clone().unwrap_or_default();
        for address in status.addresses.iter().filter(|address| !old.addresses.contains(address)) {
            let message = format!("got {} from pool {}", address.value, address.pool);
            self.note(&stored.key(), "AddressAssigned", message);
        }
        for instance in &status.instances {
            if !old.instances.iter().any(|known| known.node == instance.node) {
                self.note(&stored.key(), "Placed", format!("placed on {}", instance.node));
            }
        }
    }

    fn note_programmed(
        &mut self,
        key: &ObjectKey,
        was: Option<&Condition>,
        programmed: bool,
        reason: &str,
        message: &str,
    ) {
        let before = was.map(|was| (was.is_true(), was.reason.as_str()));
        if before == Some((programmed, reason)) || (before.is_none() && !programmed && reason == "Pending") {
            return;
        }
        if programmed {
            self.note(key, "Programmed", "every instance serves the newest revision");
        } else if reason != "Pending" {
            self.warn(key, reason, message);
        }
    }

    fn note(&mut self, regarding: &ObjectKey, reason: &str, message: impl Into<String>) {
        self.draft(regarding, EventType::Normal, reason, message.into());
    }

    fn warn(&mut self, regarding: &ObjectKey, reason: &str, message: impl Into<String>) {
        self.draft(regarding, EventType::Warning, reason, message.into());
    }

    fn draft(&mut self, regarding: &ObjectKey, kind: EventType, reason: &str, message: String) {
        let regarding = regarding.clone();
        self.events.push(EventDraft { regarding, kind, reason: reason.to_owned(), message });
    }
}

fn conditions<'a, S: Spec>(
    list: &'a mut Vec<Condition>,
    object: &Object<S>,
    now: Timestamp,
) -> Conditions<'a> {
    Conditions { list, generation: object.metadata.generation, now }
}

/// The object with its new status; `None` if it has that already.
fn changed<S: Spec>(object: &Object<S>, status: S::Status) -> Option<RawObject> {
    if object.status.as_ref() == Some(&status) {
        return None;
    }
    let mut object = object.clone();
    object.status = Some(status);
    Some(object.to_raw())
}

fn pending(node: &str) -> InstanceStatus {
    InstanceStatus { node: node.to_owned(), ..InstanceStatus::default() }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
