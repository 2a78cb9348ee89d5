//! What gateways and routes need: backends, certificates, templates, pools, nodes, quotas.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{Code, Findings};
use crate::condition;
use crate::inventory::{Inventory, Name, find};
use crate::trace::certifies;
use crate::validate::certificate_facts;

/// A certificate that ends this soon is worth a word.
const SOON_DAYS: i64 = 14;
/// The part of a limit, in percent, from which on it is told.
const NEARLY: u64 = 90;

pub(super) fn look(inventory: &Inventory, now: Timestamp, found: &mut Findings) {
    backends(inventory, found);
    certificates(inventory, now, found);
    cluster(inventory, found);
    quotas(inventory, found);
    refused(inventory, found);
}

fn backends(inventory: &Inventory, found: &mut Findings) {
    let mut used: BTreeSet<Name> = BTreeSet::new();
    for ((account, _), route) in &inventory.routes {
        used.extend(
            route
                .spec
                .backend_names()
                .map(|name| (account.clone(), name.to_owned())),
        );
    }
    for (name, backend) in &inventory.backends {
        let ready = backend
            .spec
            .endpoints
            .iter()
            .filter(|one| one.ready)
            .count();
        if !used.contains(name) {
            found.add(Code::BackendUnused, backend.key(), "no route names it");
        } else if ready == 0 {
            let message = format!("{} endpoints, none ready", backend.spec.endpoints.len());
            found.add(Code::BackendWithoutEndpoints, backend.key(), message);
        } else if let Some(status) = &backend.status
            && backend.spec.health_check.is_some()
            && status.endpoints > 0
            && status.healthy == 0
        {
            let message = format!("0 of {} endpoints healthy", status.endpoints);
            found.add(Code::BackendUnhealthy, backend.key(), message);
        }
        let check = backend.spec.health_check.as_ref();
        if let Some((Some(interval), Some(timeout))) = check.map(|one| (one.interval, one.timeout))
            && timeout.as_millis() > interval.as_millis()
        {
            let message = format!("timeout {timeout} is more than interval {interval}");
            found.add(Code::HealthCheckTooSlow, backend.key(), message);
        }
    }
}

fn certificates(inventory: &Inventory, now: Timestamp, found: &mut Findings) {
    let mut used: BTreeSet<Name> = BTreeSet::new();
    for ((account, _), gateway) in &inventory.gateways {
        for name in gateway.spec.certificate_names() {
            used.insert((account.clone(), name.to_owned()));
            if find(&inventory.certificates, account, name).is_none() {
                let message = format!("there is no Certificate {name}");
                found.add(Code::CertificateMissing, gateway.key(), message);
            }
        }
        for listener in &gateway.spec.listeners {
            let (Some(tls), Some(host)) = (&listener.tls, &listener.hostname) else {
                continue;
            };
            let names: Vec<String> = tls
                .certificate_refs
                .iter()
                .filter_map(|one| find(&inventory.certificates, account, &one.name))
                .filter_map(|one| certificate_facts(&one.spec).ok())
                .flat_map(|facts| facts.dns_names)
                .collect();
            let fits = names
                .iter()
                .any(|name| name == host || certifies(name, host));
            if !names.is_empty() && !fits {
                let message = format!(
                    "listener {} is for {host}, its certificates for {}",
                    listener.name,
                    names.join(", ")
                );
                found.add(Code::CertificateOtherNames, gateway.key(), message);
            }
        }
    }
    for ((account, _), backend) in &inventory.backends {
        for name in backend.spec.certificate_names() {
            used.insert((account.clone(), name.to_owned()));
            if find(&inventory.certificates, account, name).is_none() {
                let message = format!("there is no Certificate {name}");
                found.add(Code::CertificateMissing, backend.key(), message);
            }
        }
    }
    for (name, certificate) in &inventory.certificates {
        if !used.contains(name) {
            found.add(
                Code::CertificateUnused,
                certificate.key(),
                "nothing names it",
            );
        }
        let Ok(facts) = certificate_facts(&certificate.spec) else {
            continue;
        };
        let left = facts.not_after.duration_since(now).as_secs();
        let day = facts.not_after.strftime("%Y-%m-%d");
        if left <= 0 {
            let message = format!("ended on {day}");
            found.add(Code::CertificateExpired, certificate.key(), message);
        } else if left < SOON_DAYS * 86_400 {
            let message = format!("ends on {day}");
            found.add(Code::CertificateEndsSoon, certificate.key(), message);
        }
    }
}

fn cluster(inventory: &Inventory, found: &mut Findings) {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for gateway in inventory.gateways.values() {
        let template = gateway.spec.template.as_str();
        used.insert(template);
        if !inventory.templates.contains_key(template) {
            let message = format!("there is no GatewayTemplate {template}");
            found.add(Code::TemplateMissing, gateway.key(), message);
        }
    }
    for (name, template) in &inventory.templates {
        if !used.contains(name.as_str()) {
            found.add(
                Code::TemplateUnused,
                template.key(),
                "no gateway is made from it",
            );
        }
        for pool in &template.spec.pools {
            if !inventory.pools.contains_key(pool) {
                let message = format!("there is no IPPool {pool}");
                found.add(Code::PoolMissing, template.key(), message);
            }
        }
    }
    for pool in inventory.pools.values() {
        let Some(status) = &pool.status else { continue };
        for (family, usage) in [("IPv4", status.ipv4), ("IPv6", status.ipv6)] {
            if nearly(usage.used, usage.total) {
                let message = format!(
                    "{} of {} {family} addresses in use",
                    usage.used, usage.total
                );
                found.add(Code::PoolNearlyEmpty, pool.key(), message);
            }
        }
    }
    for node in inventory.nodes.values() {
        if node.spec.unschedulable {
            found.add(Code::NodeUnschedulable, node.key(), "takes no new gateways");
        }
        let conditions = node.status.iter().flat_map(|status| &status.conditions);
        let conditions: Vec<_> = conditions.cloned().collect();
        if let Some(ready) = condition::find(&conditions, "Ready")
            && !ready.is_true()
        {
            found.add(Code::NodeNotReady, node.key(), ready.message.clone());
        }
    }
}

fn nearly(used: u64, of: u64) -> bool {
    of > 0 && u128::from(used) * 100 >= u128::from(of) * u128::from(NEARLY)
}

fn quotas(inventory: &Inventory, found: &mut Findings) {
    let count = |names: Vec<&Name>| {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for (account, _) in names {
            *counts.entry(account.clone()).or_default() += 1;
        }
        counts
    };
    let gateways = count(inventory.gateways.keys().collect());
    let routes = count(inventory.routes.keys().collect());
    let backends = count(inventory.backends.keys().collect());
    let certificates = count(inventory.certificates.keys().collect());
    for (name, account) in &inventory.accounts {
        let quotas = &account.spec.quotas;
        for (what, used, limit) in [
            ("gateways", &gateways, quotas.gateways),
            ("routes", &routes, quotas.routes),
            ("backends", &backends, quotas.backends),
            ("certificates", &certificates, quotas.certificates),
        ] {
            let used = used.get(name).copied().unwrap_or_default();
            let Some(limit) = limit else { continue };
            if nearly(used, u64::from(limit)) {
                let message = format!("{used} of {limit} {what}");
                found.add(Code::QuotaNearlyUsed, account.key(), message);
            }
        }
    }
}

fn refused(inventory: &Inventory, found: &mut Findings) {
    for gateway in inventory.gateways.values() {
        let instances = gateway.status.iter().flat_map(|status| &status.instances);
        for rejected in instances.filter_map(|one| one.rejected.as_ref()) {
            for tainted in &rejected.objects {
                let name = &gateway.metadata.name;
                let message = format!("on gateway {name}: {}", tainted.message);
                found.add(Code::ObjectRefused, tainted.object.clone(), message);
            }
            if rejected.objects.is_empty() {
                let message = format!("revision {}: {}", rejected.revision, rejected.message);
                found.add(Code::ObjectRefused, gateway.key(), message);
            }
        }
    }
}
