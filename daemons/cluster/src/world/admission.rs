//! May this be stored beside what is there? And what does a new gateway get?

use std::collections::BTreeSet;
use std::net::IpAddr;

use epic_api::gateway::{GatewayAddress, InstanceStatus, Listener, Protocol};
use epic_api::ippool::AddressRange;
use epic_api::{
    ApiError, Backend, FieldError, Gateway, GatewayStatus, GatewayTemplate, IpPool, Kind, Object,
    ObjectKey, RawObject, Reason, Scope, Spec,
};
use jiff::Timestamp;

use super::ipam::Ranges;
use super::{World, shorten};

impl World {
    /// Checks an object against the others and gives a new gateway its addresses and nodes, as far
    /// as there are any. The object is right by itself already.
    ///
    /// # Errors
    /// Every fault, with its place.
    pub fn admit(
        &self,
        object: RawObject,
        previous: Option<&RawObject>,
        _now: Timestamp,
    ) -> Result<RawObject, ApiError> {
        let mut faults = self.account_faults(&object, previous);
        let object = match object.kind {
            Kind::IpPool => {
                self.pool_faults(&parse(&object)?, &mut faults);
                object
            }
            Kind::GatewayTemplate => {
                self.template_faults(&parse(&object)?, &mut faults);
                object
            }
            Kind::Gateway => {
                let mut gateway: Gateway = parse(&object)?;
                let previous: Option<Gateway> = previous.map(parse).transpose()?;
                self.gateway_faults(&mut gateway, previous.as_ref(), &mut faults);
                gateway.to_raw()
            }
            Kind::Backend => {
                let backend: Backend = parse(&object)?;
                let previous: Option<Backend> = previous.map(parse).transpose()?;
                if let Some(account) = self.account_named(object.metadata.account.as_deref()) {
                    let previous = previous.as_ref();
                    let allowed = &account.spec.allowed_networks;
                    self.endpoint_quota_faults(account, &backend, previous, &mut faults);
                    self.endpoint_faults(&backend, previous, allowed, &mut faults);
                }
                object
            }
            _ => object,
        };
        if faults.is_empty() {
            return Ok(object);
        }
        faults.sort();
        Err(ApiError::invalid(object.key(), faults))
    }

    fn account_faults(&self, object: &RawObject, previous: Option<&RawObject>) -> Vec<FieldError> {
        let mut faults = Vec::new();
        let Some(account) = object.metadata.account.as_deref() else {
            return faults;
        };
        let Some(found) = self.account_named(Some(account)) else {
            let fault = FieldError::new(
                "metadata.account",
                format!("there is no account `{account}`"),
            );
            let hint = format!("make it with `epicctl account create {account}`");
            return vec![fault.with_hint(hint)];
        };
        if previous.is_none() {
            self.quota_faults(found, object, &mut faults);
        }
        faults
    }

    pub(super) fn count_in(&self, account: &str, kind: Kind) -> usize {
        self.keys_of(account, kind).count()
    }

    pub(super) fn keys_of<'a>(
        &'a self,
        account: &'a str,
        kind: Kind,
    ) -> impl Iterator<Item = &'a ObjectKey> {
        let keys = self
            .raw
            .range(ObjectKey::in_account(kind, account, "")..)
            .map(|(key, _)| key);
        keys.take_while(move |key| key.kind == kind && key.account.as_deref() == Some(account))
    }

    fn keys_in<'a>(&'a self, account: &'a str) -> impl Iterator<Item = &'a ObjectKey> {
        let kinds = Kind::ALL
            .into_iter()
            .filter(|kind| kind.scope() == Scope::Account);
        kinds.flat_map(move |kind| self.keys_of(account, kind))
    }

    fn pool_faults(&self, pool: &IpPool, faults: &mut Vec<FieldError>) {
        let name = &pool.metadata.name;
        for (index, text) in pool.spec.addresses.iter().enumerate() {
            let Ok(range) = text.parse::<AddressRange>() else {
                continue;
            };
            for (other, ranges) in self.ranges.iter().filter(|(other, _)| other.name != *name) {
                if let Some(common) = ranges.addresses.iter().find(|other| other.overlaps(&range)) {
                    let message = format!("`{text}` overlaps {common} of IPPool `{}`", other.name);
                    let fault = FieldError::new(format!("spec.addresses[{index}]"), message);
                    faults.push(fault.with_hint("an address belongs to one pool"));
                }
            }
        }
        let ranges = Ranges::of(&pool.spec);
        let lost: Vec<String> = self
            .held
            .iter()
            .filter(|(address, gateway)| self.got_from(gateway, **address) == Some(name))
            .filter(|(address, _)| !ranges.offers(**address))
            .map(|(address, gateway)| format!("{address} ({gateway})"))
            .collect();
        if !lost.is_empty() {
            let message = format!(
                "these addresses are in use and would be lost: {}",
                shorten(&lost)
            );
            let fault = FieldError::new("spec.addresses", message);
            faults.push(fault.with_hint("delete the gateways first, or keep the addresses"));
        }
    }

    fn got_from(&self, gateway: &ObjectKey, address: IpAddr) -> Option<&String> {
        let status = self.gateways.get(gateway)?.status.as_ref()?;
        let found = status.addresses.iter().find(|held| held.value == address)?;
        Some(&found.pool)
    }

    fn template_faults(&self, template: &GatewayTemplate, faults: &mut Vec<FieldError>) {
        for (index, pool) in template.spec.pools.iter().enumerate() {
            if !self
                .pools
                .contains_key(&ObjectKey::cluster(Kind::IpPool, pool.clone()))
            {
                let message = format!("there is no IPPool `{pool}`");
                let fault = FieldError::new(format!("spec.pools[{index}]"), message);
                faults.push(fault.with_hint(known("pools", self.pools.keys())));
            }
        }
        for gateway in self.relations.naming(&template.key(), Kind::Gateway) {
            let Some(gateway) = self.gateways.get(gateway) else {
                continue;
            };
            for listener in &gateway.spec.listeners {
                for what in refused_by(template, listener.protocol, listener.port) {
                    let message = format!(
                        "{} has listener `{}`, whose {what} would not be allowed any more",
                        gateway.key(),
                        listener.name
                    );
                    faults.push(FieldError::new("spec", message));
                }
            }
            for index in beside_http3(template, &gateway.spec.listeners) {
                let listener = &gateway.spec.listeners[index];
                let message = format!(
                    "{} has listener `{}` on UDP port {}, which HTTP/3 of its HTTPS listener would take",
                    gateway.key(),
                    listener.name,
                    listener.port
                );
                faults.push(FieldError::new("spec.http3", message));
            }
        }
    }

    fn gateway_faults(
        &self,
        gateway: &mut Gateway,
        previous: Option<&Gateway>,
        faults: &mut Vec<FieldError>,
    ) {
        if let Some(previous) = previous
            && previous.spec.template != gateway.spec.template
        {
            let message = format!("can't change from `{}`", previous.spec.template);
            let hint = "addresses come from the template; make another gateway";
            faults.push(FieldError::new("spec.template", message).with_hint(hint));
        }
        let Some(account) = self.account_named(gateway.metadata.account.as_deref()) else {
            return;
        };
        let Some(template) = self.template_of(gateway) else {
            faults.push(self.no_template(account, &gateway.spec.template));
            return;
        };
        if previous.is_none()
            && let Err(fault) = self.template_allowed(account, gateway, template)
        {
            faults.push(fault);
            return;
        }
        for (index, listener) in gateway.spec.listeners.iter().enumerate() {
            for what in refused_by(template, listener.protocol, listener.port) {
                let message = format!(
                    "{what} is not allowed by GatewayTemplate `{}`",
                    gateway.spec.template
                );
                let fault = FieldError::new(format!("spec.listeners[{index}]"), message);
                faults.push(fault.with_hint(allowed(template)));
            }
        }
        for index in beside_http3(template, &gateway.spec.listeners) {
            let port = gateway.spec.listeners[index].port;
            let message = format!(
                "UDP port {port} is taken by HTTP/3 of the HTTPS listener on port {port} \
                 (GatewayTemplate `{}` has `http3`)",
                gateway.spec.template
            );
            let fault = FieldError::new(format!("spec.listeners[{index}].port"), message);
            faults.push(fault.with_hint("take another port"));
        }
        let held: Vec<GatewayAddress> = gateway
            .status
            .iter()
            .flat_map(|status| status.addresses.clone())
            .collect();
        self.static_faults(gateway, &held, template, faults);
        if faults.is_empty() {
            self.allot(gateway);
        }
    }

    fn static_faults(
        &self,
        gateway: &Gateway,
        held: &[GatewayAddress],
        template: &GatewayTemplate,
        faults: &mut Vec<FieldError>,
    ) {
        let mut pools = BTreeSet::new();
        for (index, address) in gateway.spec.addresses.iter().enumerate() {
            let mut fault = |message: String, hint: &str| {
                let fault = FieldError::new(format!("spec.addresses[{index}]"), message);
                faults.push(fault.with_hint(hint));
            };
            if held.iter().any(|held| held.value == *address) {
                continue;
            }
            let pool = self.pool_of(template, *address);
            let other = self
                .held
                .get(address)
                .filter(|holder| **holder != gateway.key());
            if let Some(other) = other {
                // Whose gateway it is concerns only those who see it.
                let message = if other.account == gateway.metadata.account {
                    format!("{address} is held by {other}")
                } else {
                    format!("{address} is held by another gateway")
                };
                fault(message, "ask for another, or for none");
            } else if let Some(pool) = pool {
                let key = ObjectKey::cluster(Kind::IpPool, pool.clone());
                let ranges = self.ranges.get(&key);
                if ranges.is_some_and(|ranges| ranges.reserves(*address)) {
                    fault(
                        format!("{address} is reserved in IPPool `{pool}`"),
                        "ask for another",
                    );
                } else if ranges.is_some_and(|ranges| !ranges.offers(*address)) {
                    let message =
                        format!("{address} is a network or broadcast address of IPPool `{pool}`");
                    fault(message, "ask for another");
                } else if !pools.insert(pool.clone()) {
                    fault(
                        format!("{address} would be a second address from IPPool `{pool}`"),
                        "one per pool",
                    );
                } else if held.iter().any(|held| held.pool == *pool) {
                    fault(
                        format!("the gateway has an address from IPPool `{pool}` already"),
                        "addresses stay until the gateway is deleted",
                    );
                }
            } else {
                let message = format!(
                    "{address} is in none of the pools of GatewayTemplate `{}` ({})",
                    gateway.spec.template,
                    template.spec.pools.join(", ")
                );
                fault(message, "ask for an address of these pools, or for none");
            }
        }
    }

    /// The template's pool that an address is of.
    fn pool_of<'a>(&self, template: &'a GatewayTemplate, address: IpAddr) -> Option<&'a String> {
        template.spec.pools.iter().find(|pool| {
            let key = ObjectKey::cluster(Kind::IpPool, (*pool).clone());
            self.ranges
                .get(&key)
                .is_some_and(|ranges| ranges.contains(address))
        })
    }

    /// Gives a gateway the addresses and nodes it lacks, as far as there are any.
    pub(super) fn allot(&self, gateway: &mut Gateway) {
        let Some(template) = self.template_of(gateway) else {
            return;
        };
        let mut status: GatewayStatus = gateway.status.clone().unwrap_or_default();
        for pool in &template.spec.pools {
            if status.addresses.iter().any(|held| held.pool == *pool) {
                continue;
            }
            let key = ObjectKey::cluster(Kind::IpPool, pool.clone());
            let Some(ranges) = self.ranges.get(&key) else {
                continue;
            };
            let wanted = gateway
                .spec
                .addresses
                .iter()
                .find(|address| ranges.offers(**address));
            let value = match wanted {
                Some(wanted) => Some(*wanted).filter(|wanted| !self.held.contains_key(wanted)),
                None if self.planned.exhausted.contains(&key) => None,
                None => self
                    .kept_in(gateway, ranges)
                    .or_else(|| ranges.lowest_free(&self.held)),
            };
            if let Some(value) = value {
                status.addresses.push(GatewayAddress {
                    value,
                    pool: pool.clone(),
                });
            }
        }
        let nodes = self.place(gateway, template.spec.instances);
        let instance = |node: String| {
            let known = status
                .instances
                .iter()
                .find(|instance| instance.node == node);
            known.cloned().unwrap_or_else(|| InstanceStatus {
                node,
                ..InstanceStatus::default()
            })
        };
        let mut instances: Vec<InstanceStatus> = nodes.into_iter().map(instance).collect();
        instances.sort_by(|one, other| one.node.cmp(&other.node));
        status.instances = instances;
        gateway.status = Some(status);
    }

    /// The free address of a pool that the gateway had before it was deleted.
    fn kept_in(&self, gateway: &Gateway, ranges: &Ranges) -> Option<IpAddr> {
        let kept = self.kept.get(&gateway.key())?;
        kept.iter()
            .copied()
            .find(|address| ranges.offers(*address) && !self.held.contains_key(address))
    }

    /// May this be deleted?
    ///
    /// # Errors
    /// Others need it; they are named.
    pub fn admit_delete(&self, key: &ObjectKey) -> Result<(), ApiError> {
        let users: Vec<String> = match key.kind {
            Kind::IpPool => {
                let templates = self.relations.naming(key, Kind::GatewayTemplate);
                // A template may have dropped the pool while its gateways keep their addresses.
                let holders = self.held.iter().filter(|(address, gateway)| {
                    self.got_from(gateway, **address) == Some(&key.name)
                });
                templates
                    .chain(holders.map(|(_, gateway)| gateway))
                    .map(word)
                    .collect()
            }
            Kind::GatewayTemplate => self
                .relations
                .naming(key, Kind::Gateway)
                .map(word)
                .collect(),
            Kind::Account => self
                .keys_in(&key.name)
                .filter(|key| key.kind != Kind::Event)
                .map(word)
                .collect(),
            Kind::Node if self.live.is_ready(&key.name) => self
                .relations
                .naming(key, Kind::Gateway)
                .map(word)
                .collect(),
            _ => return Ok(()),
        };
        if users.is_empty() {
            return Ok(());
        }
        let message = format!("{key} is in use by {}", shorten(&users));
        let hint = match key.kind {
            Kind::Node => "stop its agent first; its gateways then move to other nodes",
            _ => "delete these first",
        };
        Err(ApiError::new(Reason::Conflict, message).with_hint(hint))
    }
}

fn parse<S: Spec>(raw: &RawObject) -> Result<Object<S>, ApiError> {
    Object::from_raw(raw).map_err(|error| {
        ApiError::invalid(raw.key(), vec![FieldError::new("spec", error.to_string())])
    })
}

fn refused_by(template: &GatewayTemplate, protocol: Protocol, port: u16) -> Vec<String> {
    let spec = &template.spec;
    let mut refused = Vec::new();
    if !spec.allowed_protocols.is_empty() && !spec.allowed_protocols.contains(&protocol) {
        refused.push(format!("protocol {protocol}"));
    }
    if !spec.allowed_ports.is_empty()
        && !spec.allowed_ports.iter().any(|range| range.contains(port))
    {
        refused.push(format!("port {port}"));
    }
    refused
}

/// The UDP listeners on ports that HTTP/3 needs.
fn beside_http3(template: &GatewayTemplate, listeners: &[Listener]) -> Vec<usize> {
    let with_http3 = |port: u16| {
        let mut https = listeners
            .iter()
            .filter(|one| one.protocol == Protocol::Https);
        template.spec.http3 && https.any(|one| one.port == port)
    };
    let udp = listeners.iter().enumerate();
    udp.filter(|(_, one)| one.protocol == Protocol::Udp && with_http3(one.port))
        .map(|(index, _)| index)
        .collect()
}

fn allowed(template: &GatewayTemplate) -> String {
    let list = |words: Vec<String>| {
        if words.is_empty() {
            "any".to_owned()
        } else {
            words.join(", ")
        }
    };
    let protocols = template
        .spec
        .allowed_protocols
        .iter()
        .map(ToString::to_string)
        .collect();
    let ports = template
        .spec
        .allowed_ports
        .iter()
        .map(ToString::to_string)
        .collect();
    format!(
        "it allows protocols {} and ports {}",
        list(protocols),
        list(ports)
    )
}

fn known<'a>(what: &str, keys: impl Iterator<Item = &'a ObjectKey>) -> String {
    let names: Vec<String> = keys.map(|key| key.name.clone()).collect();
    if names.is_empty() {
        format!("there are no {what} yet")
    } else {
        format!("the {what} are {}", shorten(&names))
    }
}

fn word(key: &ObjectKey) -> String {
    key.to_string()
}
