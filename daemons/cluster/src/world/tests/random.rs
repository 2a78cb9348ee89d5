//! What must hold whatever happens.

use std::collections::{BTreeMap, BTreeSet};

use epic_api::agent::IntentLine;
use epic_api::{Kind, ObjectKey, RawObject};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{Lab, backend, gateway, key, route};

/// Four of something: enough to collide.
const NAMES: [&str; 4] = ["a", "b", "c", "d"];

#[derive(Clone, Debug)]
enum Step {
    Gateway(usize),
    Route(usize, usize, usize),
    Backend(usize, u16),
    Delete(Kind, usize),
    Node(usize),
    Serve(usize, usize),
    Instances(u32),
    Pass(u64),
    Reconcile,
}

fn step() -> impl Strategy<Value = Step> {
    let name = 0..NAMES.len();
    let kinds = [Kind::Gateway, Kind::Route, Kind::Backend, Kind::Node];
    prop_oneof![
        name.clone().prop_map(Step::Gateway),
        (name.clone(), name.clone(), name.clone()).prop_map(|(a, b, c)| Step::Route(a, b, c)),
        (name.clone(), 1..5_u16).prop_map(|(name, port)| Step::Backend(name, port)),
        (prop::sample::select(kinds.to_vec()), name.clone())
            .prop_map(|(kind, name)| Step::Delete(kind, name)),
        name.clone().prop_map(Step::Node),
        (name.clone(), name).prop_map(|(node, gateway)| Step::Serve(node, gateway)),
        (1..3_u32).prop_map(Step::Instances),
        (1..15_u64).prop_map(Step::Pass),
        Just(Step::Reconcile),
    ]
}

/// Steps that are refused change nothing, which is as good.
fn take(lab: &mut Lab, step: &Step) {
    match step {
        Step::Gateway(name) => drop(lab.create("Gateway", NAMES[*name], gateway())),
        Step::Route(name, parent, backend) => {
            let mut spec = route();
            spec["parentRefs"][0]["name"] = json!(NAMES[*parent]);
            spec["http"]["rules"][0]["backendRefs"][0]["name"] = json!(NAMES[*backend]);
            let _ = lab.apply("Route", NAMES[*name], spec);
        }
        Step::Backend(name, port) => {
            let mut spec = backend();
            spec["endpoints"][0]["port"] = json!(port);
            let _ = lab.apply("Backend", NAMES[*name], spec);
        }
        Step::Delete(kind, name) => {
            let _ = lab.delete(&key(*kind, NAMES[*name]));
        }
        Step::Node(name) => lab.node(NAMES[*name]),
        Step::Serve(node, gateway) => {
            if lab
                .objects
                .contains_key(&key(Kind::Gateway, NAMES[*gateway]))
            {
                lab.serve(NAMES[*node], NAMES[*gateway]);
            }
        }
        Step::Instances(instances) => {
            let spec = json!({ "pools": ["public"], "instances": instances });
            let _ = lab.apply("GatewayTemplate", "http", spec);
        }
        Step::Pass(seconds) => lab.pass(*seconds),
        Step::Reconcile => drop(lab.reconcile()),
    }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..60)
}

/// A pool that three of four gateways fit in.
fn lab() -> Lab {
    let mut lab = Lab::with_nodes(&["a"]);
    lab.apply(
        "IPPool",
        "public",
        json!({ "addresses": ["198.51.100.1-198.51.100.3"] }),
    )
    .unwrap();
    lab
}

fn addresses(lab: &Lab) -> Vec<Value> {
    let gateways = lab
        .objects
        .values()
        .filter(|object| object.kind == Kind::Gateway);
    gateways
        .filter_map(|gateway| gateway.status.as_ref()?["addresses"].as_array().cloned())
        .flatten()
        .map(|address| address["value"].clone())
        .collect()
}

/// What a node's agent has after these lines.
fn follow(has: &mut BTreeMap<ObjectKey, RawObject>, lines: Vec<IntentLine>) {
    for line in lines {
        match line {
            IntentLine::Put { object, .. } => drop(has.insert(object.key(), object)),
            IntentLine::Delete { key, .. } => {
                drop(has.remove(&key).expect("only what it has is deleted"));
            }
            IntentLine::Synced { .. }
            | IntentLine::Taint { .. }
            | IntentLine::Query { .. }
            | IntentLine::Bookmark { .. } => {}
        }
    }
}

/// What of an object matters to an agent.
fn essence(object: &RawObject) -> (ObjectKey, Value, Value, Vec<Value>) {
    let status = object.status.clone().unwrap_or_default();
    let placed = object.kind == Kind::Gateway;
    let addresses = if placed {
        status["addresses"].clone()
    } else {
        Value::Null
    };
    let instances = status["instances"].as_array().cloned().unwrap_or_default();
    let nodes = instances
        .iter()
        .map(|instance| instance["node"].clone())
        .collect();
    (object.key(), object.spec.clone(), addresses, nodes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_address_is_held_twice_and_every_freed_one_can_be_had_again(steps in steps()) {
        let mut lab = lab();
        for step in &steps {
            take(&mut lab, step);
            let held = addresses(&lab);
            let apart: BTreeSet<String> = held.iter().map(ToString::to_string).collect();
            prop_assert_eq!(held.len(), apart.len());
        }
        for name in NAMES {
            lab.delete(&key(Kind::Gateway, name)).unwrap();
        }
        lab.settle();
        for name in &NAMES[..3] {
            lab.create("Gateway", name, gateway()).unwrap();
        }
        prop_assert_eq!(addresses(&lab).len(), 3);
    }

    #[test]
    fn a_view_that_was_advanced_equals_a_fresh_snapshot(steps in steps(), every in 1..6_usize) {
        let mut lab = lab();
        let mut view = lab.world.intent_view("a");
        let mut has = BTreeMap::new();
        for object in lab.world.intent_snapshot("a") {
            has.insert(object.key(), RawObject::clone(&object));
        }
        for (index, step) in steps.iter().enumerate() {
            take(&mut lab, step);
            if index % every == 0 {
                follow(&mut has, view.advance(&lab.world, lab.revision));
            }
        }
        follow(&mut has, view.advance(&lab.world, lab.revision));
        let mut fresh: Vec<_> = lab.world.intent_snapshot("a").iter().map(|object| essence(object)).collect();
        fresh.sort_by(|one, other| one.0.cmp(&other.0));
        let followed: Vec<_> = has.values().map(essence).collect();
        prop_assert_eq!(followed, fresh);
    }

    #[test]
    fn what_has_settled_stays_so_and_a_start_from_what_is_stored_changes_nothing(steps in steps()) {
        let mut lab = lab();
        for step in &steps {
            take(&mut lab, step);
        }
        lab.settle();
        prop_assert_eq!(lab.reconcile(), 0);
        let before = lab.objects.clone();
        lab.restart();
        lab.settle();
        prop_assert_eq!(&lab.objects, &before);
    }
}
