//! A World with a store that is a map, as the tests drive it.

use std::collections::BTreeMap;
use std::sync::Arc;

use epic_api::agent::{InstanceReport, NodeReport};
use epic_api::gateway::InstanceState;
use epic_api::{ApiError, Kind, ObjectKey, ObjectMeta, RawObject, Scope};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::world::{Change, EventDraft, World};

pub(super) struct Lab {
    pub(super) world: World,
    pub(super) objects: BTreeMap<ObjectKey, Arc<RawObject>>,
    pub(super) revision: u64,
    pub(super) events: Vec<EventDraft>,
    now: Timestamp,
    reports: BTreeMap<String, BTreeMap<String, InstanceReport>>,
}

impl Lab {
    pub(super) fn empty() -> Lab {
        Lab {
            world: World::default(),
            objects: BTreeMap::new(),
            revision: 0,
            events: Vec::new(),
            now: Timestamp::from_second(1_800_000_000).unwrap(),
            reports: BTreeMap::new(),
        }
    }

    /// Account `acme`, pool `public`, template `http` and these nodes.
    pub(super) fn with_nodes(nodes: &[&str]) -> Lab {
        let mut lab = Lab::empty();
        lab.apply("Account", "acme", json!({})).unwrap();
        lab.apply(
            "IPPool",
            "public",
            json!({ "addresses": ["198.51.100.0/24"] }),
        )
        .unwrap();
        lab.apply("GatewayTemplate", "http", template()).unwrap();
        for node in nodes {
            lab.node(node);
        }
        lab.settle();
        lab
    }

    pub(super) fn node(&mut self, name: &str) {
        self.apply("Node", name, json!({})).unwrap();
        self.report(name);
    }

    pub(super) fn create(
        &mut self,
        kind: &str,
        name: &str,
        spec: Value,
    ) -> Result<RawObject, ApiError> {
        self.create_in("acme", kind, name, spec)
    }

    pub(super) fn create_in(
        &mut self,
        account: &str,
        kind: &str,
        name: &str,
        spec: Value,
    ) -> Result<RawObject, ApiError> {
        let kind: Kind = kind.parse().unwrap();
        let account = (kind.scope() == Scope::Account).then(|| account.to_owned());
        let metadata = ObjectMeta {
            name: name.to_owned(),
            account,
            ..ObjectMeta::default()
        };
        let mut object = RawObject {
            kind,
            metadata,
            spec,
            status: None,
        };
        let previous = self.objects.get(&object.key()).cloned();
        object.metadata.uid = Some(format!("{}@{}", object.key(), self.revision));
        object.metadata.generation = 1;
        if let Some(previous) = &previous {
            object.metadata = previous.metadata.clone();
            object.metadata.generation += 1;
            object.status.clone_from(&previous.status);
        }
        object.metadata.creation_timestamp.get_or_insert(self.now);
        let object = self.world.admit(object, previous.as_deref(), self.now)?;
        Ok(self.commit(object, true))
    }

    pub(super) fn apply(
        &mut self,
        kind: &str,
        name: &str,
        spec: Value,
    ) -> Result<RawObject, ApiError> {
        self.create(kind, name, spec)
    }

    pub(super) fn delete(&mut self, key: &ObjectKey) -> Result<(), ApiError> {
        self.world.admit_delete(key)?;
        if self.objects.remove(key).is_some() {
            self.revision += 1;
            self.world.apply(self.revision, Change::Delete(key.clone()));
        }
        Ok(())
    }

    fn commit(&mut self, mut object: RawObject, respecified: bool) -> RawObject {
        self.revision += 1;
        object.metadata.resource_version = Some(self.revision.to_string());
        if respecified {
            object.metadata.spec_revision = self.revision;
        }
        let shared = Arc::new(object.clone());
        self.objects.insert(object.key(), shared.clone());
        self.world.apply(self.revision, Change::Put(shared));
        object
    }

    /// One reconciliation; how many statuses it wrote.
    pub(super) fn reconcile(&mut self) -> usize {
        let reconciled = self.world.reconcile(self.now);
        self.events.extend(reconciled.events);
        let written = reconciled.statuses.len();
        for object in reconciled.statuses {
            let stored = &self.objects[&object.key()];
            assert_ne!(
                stored.status,
                object.status,
                "{} did not differ",
                object.key()
            );
            self.commit(object, false);
        }
        written
    }

    /// Reconciles until nothing changes, which has to be soon.
    pub(super) fn settle(&mut self) {
        for _ in 0..4 {
            if self.reconcile() == 0 {
                return;
            }
        }
        panic!("the World does not settle");
    }

    pub(super) fn restart(&mut self) {
        self.world = World::default();
        self.reports.clear();
        for kind in Kind::ALL {
            for (_, object) in self.objects.iter().filter(|(key, _)| key.kind == kind) {
                let revision = object
                    .metadata
                    .resource_version
                    .as_ref()
                    .unwrap()
                    .parse()
                    .unwrap();
                self.world.apply(revision, Change::Put(object.clone()));
            }
        }
    }

    pub(super) fn pass(&mut self, seconds: u64) {
        // As epicd does: it looks at the clock often.
        self.world.tick(self.now);
        self.pass_without_tick(seconds);
        self.world.tick(self.now);
    }

    pub(super) fn pass_without_tick(&mut self, seconds: u64) {
        self.now += SignedDuration::from_secs(seconds.cast_signed());
    }

    pub(super) fn report(&mut self, node: &str) {
        let instances = self
            .reports
            .entry(node.to_owned())
            .or_default()
            .values()
            .cloned()
            .collect();
        let report = NodeReport {
            agent_version: "1".into(),
            instances,
            ..NodeReport::default()
        };
        self.world.report(node, report, self.now);
    }

    /// The node's instance of a gateway serves everything.
    pub(super) fn serve(&mut self, node: &str, gateway: &str) {
        let revision = self.revision;
        self.report_with(node, gateway, |instance| {
            instance.state = InstanceState::Serving;
            instance.acknowledged_revision = revision;
            instance.rejected = None;
        });
    }

    pub(super) fn serve_same(&mut self, node: &str, gateway: &str) {
        self.report_with(node, gateway, |_| {});
    }

    pub(super) fn report_with(
        &mut self,
        node: &str,
        gateway: &str,
        edit: impl FnOnce(&mut InstanceReport),
    ) {
        let uid = self.objects[&key(Kind::Gateway, gateway)]
            .metadata
            .uid
            .clone()
            .unwrap();
        let instances = self.reports.entry(node.to_owned()).or_default();
        let instance = instances.entry(gateway.to_owned()).or_default();
        instance.account = "acme".into();
        instance.gateway = gateway.to_owned();
        instance.uid = uid;
        edit(instance);
        self.report(node);
    }

    pub(super) fn status(&self, kind: &str, name: &str) -> Value {
        let object = &self.objects[&key(kind.parse().unwrap(), name)];
        object.status.clone().unwrap_or_default()
    }

    /// The first parent of a route's status.
    pub(super) fn parent(&self, route: &str) -> Value {
        self.status("Route", route)["parents"][0].clone()
    }

    pub(super) fn address(&self, gateway: &str) -> String {
        self.status("Gateway", gateway)["addresses"][0]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    pub(super) fn node_of(&self, gateway: &str) -> String {
        self.status("Gateway", gateway)["instances"][0]["node"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    pub(super) fn happened(&self, reason: &str) -> bool {
        self.events.iter().any(|event| event.reason == reason)
    }
}

pub(super) fn key(kind: Kind, name: &str) -> ObjectKey {
    match kind.scope() {
        Scope::Account => ObjectKey::in_account(kind, "acme", name),
        Scope::Cluster => ObjectKey::cluster(kind, name),
    }
}

pub(super) fn template() -> Value {
    json!({ "pools": ["public"] })
}

pub(super) fn gateway() -> Value {
    json!({ "template": "http", "listeners": [{ "name": "http", "protocol": "HTTP", "port": 80 }] })
}

pub(super) fn backend() -> Value {
    json!({ "endpoints": [
        { "address": "10.0.0.1", "port": 8080 },
        { "address": "10.0.0.2", "port": 8080 },
    ] })
}

pub(super) fn route() -> Value {
    let rules = json!([{ "backendRefs": [{ "name": "shop" }] }]);
    json!({ "parentRefs": [{ "name": "web" }], "http": { "rules": rules } })
}

pub(super) fn causes(error: &ApiError) -> String {
    error
        .causes
        .iter()
        .map(|cause| format!("{cause}\n"))
        .collect()
}

pub(super) fn condition<'a>(status: &'a Value, kind: &str) -> &'a Value {
    let conditions = status["conditions"].as_array().into_iter().flatten();
    conditions
        .into_iter()
        .find(|condition| condition["type"] == kind)
        .unwrap_or(&Value::Null)
}

pub(super) fn answer(status: &Value, kind: &str) -> String {
    condition(status, kind)["status"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

pub(super) fn reason(status: &Value, kind: &str) -> String {
    condition(status, kind)["reason"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

pub(super) fn message(status: &Value, kind: &str) -> String {
    condition(status, kind)["message"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}
