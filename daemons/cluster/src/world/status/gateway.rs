//! What is said of gateways, and what they are given meanwhile.

use std::collections::BTreeMap;
use std::net::IpAddr;

use epic_api::condition;
use epic_api::gateway::{
    InstanceState, InstanceStatus, Listener, ListenerStatus, Rejection, Tainted,
};
use epic_api::{Condition, Gateway, GatewayStatus, Kind, ObjectKey};
use jiff::Timestamp;
use serde_json::Value;

use super::super::live::Hearing;
use super::super::{World, shorten};
use super::references::INVALID_CLIENT_CERTIFICATE;
use super::{changed, conditions};

/// The reason where Envoy refuses an object as it is.
pub(super) const TAINTED: &str = "Tainted";
/// Why a gateway is nowhere.
const NO_NODE: &str = "no gateway node is ready; `epicctl node list`";

impl World {
    pub(super) fn gateway_status(&mut self, key: &ObjectKey, now: Timestamp) -> Option<Value> {
        let stored = self.gateways.get(key)?.clone();
        let mut gateway = Gateway::clone(&stored);
        self.allot(&mut gateway);
        let mut status: GatewayStatus = gateway.status.take().unwrap_or_default();
        self.plan(&stored, &status);
        status.revision = self.desired.get(key).copied().unwrap_or_default();
        status.instances = self.instances(&stored, &status);
        self.note_rejections(&stored, &status);
        let was = condition::find(&status.conditions, "Programmed").cloned();
        let (programmed, reason, message) = self.programmed(&stored, &status);
        status.listeners = self.listener_statuses(&stored, (programmed, reason, &message), now);
        let unresolved: Vec<String> = status
            .listeners
            .iter()
            .filter(|listener| {
                !condition::find(&listener.conditions, "ResolvedRefs")
                    .is_some_and(Condition::is_true)
            })
            .map(|listener| format!("`{}`", listener.name))
            .collect();
        let mut set = conditions(&mut status.conditions, &*stored, now);
        if unresolved.is_empty() {
            set.set("Accepted", true, "Accepted", "");
        } else {
            let message = format!(
                "listeners that lack a certificate they name: {}",
                shorten(&unresolved)
            );
            let some_serve = unresolved.len() < status.listeners.len();
            set.set("Accepted", some_serve, "ListenersNotValid", message);
        }
        let own = stored.spec.backend_tls.as_ref();
        let own = own.map(|tls| self.own_certificate(key, &tls.client_certificate_ref.name));
        match own.unwrap_or(Ok(())) {
            Ok(()) => set.set("ResolvedRefs", true, "ResolvedRefs", ""),
            Err(message) => set.set("ResolvedRefs", false, INVALID_CLIENT_CERTIFICATE, message),
        }
        set.set("Programmed", programmed, reason, message.clone());
        self.note_programmed(&stored, was.as_ref(), (programmed, reason, &message));
        changed(&stored, status)
    }

    /// Whether every placed instance serves the gateway's revision at its addresses, and why not.
    fn programmed(
        &self,
        gateway: &Gateway,
        status: &GatewayStatus,
    ) -> (bool, &'static str, String) {
        let Some(template) = self.template_of(gateway) else {
            let message = format!("there is no GatewayTemplate `{}`", gateway.spec.template);
            return (false, "NoTemplate", message);
        };
        let pools = template.spec.pools.iter();
        let lacks = |pool: &&String| {
            !status
                .addresses
                .iter()
                .any(|address| address.pool == **pool)
        };
        if let Some(pool) = pools.into_iter().find(lacks) {
            return (
                false,
                "AddressNotAssigned",
                self.why_no_address(gateway, pool),
            );
        }
        let wanted = template.spec.instances as usize;
        let placed = status.instances.len();
        if placed == 0 {
            return (false, "NoResources", NO_NODE.to_owned());
        }
        if placed < wanted {
            let message = format!(
                "{placed} of {wanted} instances have a node; no other gateway node is ready; \
                 `epicctl node list`"
            );
            return (false, "NoResources", message);
        }
        let own = (gateway.key(), gateway.metadata.spec_revision);
        let shape = (template.key(), template.metadata.spec_revision);
        for (key, revision) in [own, shape] {
            if let Some(words) = tainted(&status.instances, &key, revision) {
                return (false, TAINTED, words);
            }
        }
        served(&status.instances, status.revision, true)
    }

    /// Makes what this gateway was given now unavailable to the next.
    fn plan(&mut self, stored: &Gateway, status: &GatewayStatus) {
        let key = stored.key();
        let none = GatewayStatus::default();
        let old = stored.status.as_ref().unwrap_or(&none);
        // A gateway without conditions was given its first things when it was admitted.
        let first = old.conditions.is_empty();
        for address in &status.addresses {
            let known = old.addresses.contains(address);
            if !known {
                self.held.insert(address.value, key.clone());
                self.planned.addresses.push(address.value);
            }
            if first || !known {
                let message = format!("got {} from pool {}", address.value, address.pool);
                self.note(&key, "AddressAssigned", message);
            }
        }
        for instance in &status.instances {
            let known = old
                .instances
                .iter()
                .any(|known| known.node == instance.node);
            if !known {
                *self.planned.nodes.entry(instance.node.clone()).or_default() += 1;
            }
            if first || !known {
                self.note(&key, "Placed", format!("placed on {}", instance.node));
            }
        }
        let Some(template) = self.template_of(stored).cloned() else {
            return;
        };
        for pool in &template.spec.pools {
            let key = ObjectKey::cluster(Kind::IpPool, pool.clone());
            let lacks = !status.addresses.iter().any(|address| address.pool == *pool);
            if lacks && self.asked_for(stored, &key).is_none() {
                self.planned.exhausted.insert(key);
            }
        }
    }

    /// The address of the pool that the gateway asks for by name.
    fn asked_for(&self, gateway: &Gateway, pool: &ObjectKey) -> Option<IpAddr> {
        let ranges = self.ranges.get(pool)?;
        gateway
            .spec
            .addresses
            .iter()
            .copied()
            .find(|address| ranges.offers(*address))
    }

    fn why_no_address(&self, gateway: &Gateway, pool: &str) -> String {
        let key = ObjectKey::cluster(Kind::IpPool, pool);
        let Some(ranges) = self.ranges.get(&key) else {
            return format!("there is no IPPool `{pool}`");
        };
        if let Some(address) = self.asked_for(gateway, &key)
            && let Some(holder) = self.held.get(&address)
        {
            // Whose gateway it is concerns only those who see it.
            let holder = if holder.account == gateway.metadata.account {
                holder.to_string()
            } else {
                "another gateway".to_owned()
            };
            return format!(
                "{address} of pool {pool} is held by {holder}; it comes when that is deleted"
            );
        }
        let (ipv4, ipv6) = ranges.usage(&self.held);
        let (used, total) = (
            ipv4.used.saturating_add(ipv6.used),
            ipv4.total.saturating_add(ipv6.total),
        );
        format!(
            "pool {pool} is exhausted: {used} of {total} addresses in use; add a range to it or delete a \
             gateway, and this one gets its address by itself"
        )
    }

    /// How the instances on the nodes of a status are, as far as anybody knows.
    pub(super) fn instances(
        &self,
        gateway: &Gateway,
        status: &GatewayStatus,
    ) -> Vec<InstanceStatus> {
        let uid = gateway.metadata.uid.as_deref().unwrap_or_default();
        let instance = |stored: &InstanceStatus| {
            let node = stored.node.clone();
            match self.live.hearing(&node) {
                Hearing::NotYet => stored.clone(),
                Hearing::Heard => match self.live.instance(&node, uid) {
                    None => InstanceStatus {
                        node,
                        ..InstanceStatus::default()
                    },
                    Some(report) => InstanceStatus {
                        node,
                        state: report.state,
                        acknowledged_revision: report.acknowledged_revision,
                        rejected: report.rejected.clone(),
                        message: report.message.clone(),
                    },
                },
                Hearing::Lost => {
                    let last = self.live.instance(&node, uid);
                    InstanceStatus {
                        state: InstanceState::Unknown,
                        acknowledged_revision: last.map_or(stored.acknowledged_revision, |last| {
                            last.acknowledged_revision
                        }),
                        message: format!(
                            "{}; the instance may still be serving",
                            self.silence(&node)
                        ),
                        ..stored.clone()
                    }
                }
            }
        };
        status.instances.iter().map(instance).collect()
    }

    fn listener_statuses(
        &self,
        gateway: &Gateway,
        (programmed, reason, message): (bool, &str, &str),
        now: Timestamp,
    ) -> Vec<ListenerStatus> {
        let key = gateway.key();
        let old = gateway
            .status
            .as_ref()
            .map(|status| status.listeners.as_slice())
            .unwrap_or_default();
        let status = |listener: &Listener| {
            let known = old.iter().find(|known| known.name == listener.name);
            let mut status = known.cloned().unwrap_or_default();
            status.name.clone_from(&listener.name);
            status.attached_routes = self.attachments.count(&key, &listener.name);
            let mut set = conditions(&mut status.conditions, gateway, now);
            set.set("Accepted", true, "Accepted", "");
            match self.listener_references(&key, listener) {
                Ok(()) => {
                    set.set("ResolvedRefs", true, "ResolvedRefs", "");
                    set.set("Programmed", programmed, reason, message);
                }
                Err((reason, message)) => {
                    set.set("ResolvedRefs", false, reason, message.clone());
                    set.set("Programmed", false, "Invalid", message);
                }
            }
            status
        };
        gateway.spec.listeners.iter().map(status).collect()
    }

    fn note_rejections(&mut self, stored: &Gateway, status: &GatewayStatus) {
        let old = stored.status.iter().flat_map(|status| &status.instances);
        let old: BTreeMap<&str, Option<&Rejection>> = old
            .map(|instance| (instance.node.as_str(), instance.rejected.as_ref()))
            .collect();
        for instance in &status.instances {
            let Some(rejected) = &instance.rejected else {
                continue;
            };
            let before = old.get(instance.node.as_str()).copied().flatten();
            if before == Some(rejected) {
                continue;
            }
            self.warn(&stored.key(), "Rejected", refused(instance, rejected));
            let known = before.map(|before| before.objects.as_slice());
            for tainted in &rejected.objects {
                if !known.is_some_and(|known| known.contains(tainted)) {
                    let message = words(&instance.node, tainted);
                    self.warn(&tainted.object, "EnvoyRejected", message);
                }
            }
        }
    }

    fn note_programmed(
        &mut self,
        stored: &Gateway,
        was: Option<&Condition>,
        (programmed, reason, message): (bool, &str, &str),
    ) {
        // An edit makes every gateway wait for its instances for a moment; that is no news, unless it
        // never was otherwise.
        let served = |status: &GatewayStatus| {
            status.instances.iter().any(|instance| {
                instance.state == InstanceState::Serving && instance.acknowledged_revision > 0
            })
        };
        let waited =
            |was: &Condition| was.reason == "Pending" && stored.status.as_ref().is_some_and(served);
        let was_programmed = was.is_some_and(|was| was.is_true() || waited(was));
        if programmed && !was_programmed {
            self.note(
                &stored.key(),
                "Programmed",
                "every instance serves the newest revision",
            );
        } else if !programmed && reason != "Pending" && was.is_none_or(|was| was.reason != reason) {
            self.warn(
                &stored.key(),
                "NotProgrammed",
                format!("{reason}: {message}"),
            );
        }
    }
}

/// Whether every instance has acknowledged a revision at least as new as `needed` and, if asked for,
/// serves it now.
pub(super) fn served(
    instances: &[InstanceStatus],
    needed: u64,
    now: bool,
) -> (bool, &'static str, String) {
    if instances.is_empty() {
        return (false, "NoResources", NO_NODE.to_owned());
    }
    let behind = |instance: &&InstanceStatus| instance.acknowledged_revision < needed;
    let rejected = instances.iter().filter(behind).find_map(|instance| {
        let rejected = instance.rejected.as_ref()?;
        let is_whole = rejected.objects.is_empty() && rejected.revision >= needed;
        is_whole.then(|| refused(instance, rejected))
    });
    if let Some(message) = rejected {
        return (false, "Invalid", message);
    }
    let lost = |instance: &&InstanceStatus| {
        instance.state == InstanceState::Unknown && (now || behind(instance))
    };
    if let Some(instance) = instances.iter().find(lost) {
        return (false, "NodeLost", instance.message.clone());
    }
    if now
        && let Some(instance) = instances
            .iter()
            .find(|instance| instance.state != InstanceState::Serving)
    {
        let why = if instance.message.is_empty() {
            String::new()
        } else {
            format!(": {}", instance.message)
        };
        return (
            false,
            "Pending",
            format!(
                "the instance on node {} is {:?}{why}",
                instance.node, instance.state
            ),
        );
    }
    if let Some(instance) = instances.iter().find(behind) {
        let (node, revision) = (&instance.node, instance.acknowledged_revision);
        return (
            false,
            "Pending",
            format!("node {node} has revision {revision} of {needed}"),
        );
    }
    (true, "Programmed", String::new())
}

/// What is said of an object that an instance's Envoy refuses as it is now.
pub(super) fn tainted(
    instances: &[InstanceStatus],
    key: &ObjectKey,
    spec_revision: u64,
) -> Option<String> {
    instances.iter().find_map(|instance| {
        let objects = instance
            .rejected
            .iter()
            .flat_map(|rejected| &rejected.objects);
        let mut this = objects.filter(|tainted| tainted.object == *key);
        let this = this.find(|tainted| tainted.spec_revision == spec_revision)?;
        Some(words(&instance.node, this))
    })
}

fn words(node: &str, tainted: &Tainted) -> String {
    format!(
        "Envoy on node {node} refuses it as it is; it is served as it was before, if it was: {}",
        tainted.message
    )
}

fn refused(instance: &InstanceStatus, rejected: &Rejection) -> String {
    if !rejected.objects.is_empty() {
        let objects = rejected.objects.iter();
        let objects: Vec<String> = objects.map(|tainted| tainted.object.to_string()).collect();
        return format!(
            "Envoy on node {} refuses, and serves as they were before: {}: {}",
            instance.node,
            shorten(&objects),
            rejected.message
        );
    }
    format!(
        "Envoy on node {} refused revision {} and keeps serving {}: {}",
        instance.node, rejected.revision, instance.acknowledged_revision, rejected.message
    )
}
