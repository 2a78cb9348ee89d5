//! A translator that follows changes gives what a translation from scratch gives.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, too, fail by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use epic_api::agent::GatewayIntent;
use epic_api::gateway::GatewayAddress;
use epic_api::{Backend, Gateway, GatewayTemplate, ObjectKey, RawObject, Route};
use epic_envoy::translate::{RenderOptions, ResourceType, Translator, translate};
use proptest::prelude::*;
use serde_json::{Value, json};

const GATEWAY: &str = "web";

fn raw(kind: &str, name: &str, uid: &str, spec: &Value) -> RawObject {
    let account = (kind != "GatewayTemplate").then_some("acme");
    let mut metadata = json!({"name": name, "uid": uid});
    if let Some(account) = account {
        metadata["account"] = account.into();
    }
    serde_json::from_value(json!({
        "apiVersion": "epic-gateway.org/v1alpha1",
        "kind": kind,
        "metadata": metadata,
        "spec": spec,
    }))
    .unwrap()
}

fn empty() -> GatewayIntent {
    let listeners = json!([
        {"name": "all", "protocol": "HTTP", "port": 80},
        {"name": "wild", "protocol": "HTTP", "port": 80, "hostname": "*.h.example"},
        {"name": "own", "protocol": "HTTP", "port": 80, "hostname": "h1.h.example"},
        {"name": "other", "protocol": "HTTP", "port": 8080},
        {"name": "bytes", "protocol": "TCP", "port": 9000},
    ]);
    let spec = json!({"template": "public", "listeners": listeners});
    let mut gateway = Gateway::from_raw(&raw("Gateway", GATEWAY, "g", &spec)).unwrap();
    gateway.status.get_or_insert_default().addresses = vec![GatewayAddress {
        value: IpAddr::from([192, 0, 2, 1]),
        pool: "public".into(),
    }];
    let template = raw(
        "GatewayTemplate",
        "public",
        "t",
        &json!({"pools": ["public"]}),
    );
    GatewayIntent {
        revision: 0,
        gateway,
        template: GatewayTemplate::from_raw(&template).unwrap(),
        routes: BTreeMap::new(),
        backends: BTreeMap::new(),
        certificates: BTreeMap::new(),
    }
}

#[derive(Clone, Debug)]
enum Change {
    Route {
        name: u8,
        section: u8,
        hosts: u8,
        many: u16,
        backends: Vec<u8>,
    },
    TcpRoute {
        name: u8,
        backend: u8,
    },
    NoRoute(u8),
    Backend {
        name: u8,
        uid: u8,
        port: u16,
    },
    NoBackend(u8),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (0..4u8, 0..5u8, 0..4u8, prop_oneof![Just(0), Just(40), Just(300)], prop::collection::vec(0..4u8, 0..3))
            .prop_map(|(name, section, hosts, many, backends)| Change::Route { name, section, hosts, many, backends }),
        1 => (0..4u8, 0..4u8).prop_map(|(name, backend)| Change::TcpRoute { name, backend }),
        1 => (0..4u8).prop_map(Change::NoRoute),
        3 => (0..4u8, 0..2u8, 1..4u16).prop_map(|(name, uid, port)| Change::Backend { name, uid, port }),
        1 => (0..4u8).prop_map(Change::NoBackend),
    ]
}

fn apply(intent: &mut GatewayIntent, change: &Change) -> ObjectKey {
    let parent = |section: Option<&str>| json!([{"name": GATEWAY, "sectionName": section}]);
    match change {
        Change::Route {
            name,
            section,
            hosts,
            many,
            backends,
        } => {
            let section = [None, Some("all"), Some("wild"), Some("own"), Some("other")]
                [usize::from(*section)];
            let mut hostnames: Vec<String> = match hosts {
                0 => vec![],
                1 => vec!["h1.h.example".into(), "x.example".into()],
                2 => vec!["*.h.example".into()],
                _ => vec!["h1.h.example".into(), "*.deep.h.example".into()],
            };
            hostnames.extend((0..*many).map(|index| format!("m{index}.h.example")));
            let refs: Vec<Value> = backends
                .iter()
                .map(|b| json!({"name": format!("b{b}")}))
                .collect();
            let spec = json!({
                "parentRefs": parent(section),
                "hostnames": hostnames,
                "http": {"rules": [{"backendRefs": refs}]},
            });
            put_route(intent, *name, &spec)
        }
        Change::TcpRoute { name, backend } => {
            let spec = json!({
                "parentRefs": parent(Some("bytes")),
                "tcp": {"rules": [{"backendRefs": [{"name": format!("b{backend}")}]}]},
            });
            put_route(intent, *name, &spec)
        }
        Change::NoRoute(name) => {
            let name = format!("r{name}");
            intent.routes.remove(&name);
            ObjectKey::in_account(epic_api::Kind::Route, "acme", name)
        }
        Change::Backend { name, uid, port } => {
            let name = format!("b{name}");
            let spec = json!({"endpoints": [{"address": "10.0.0.1", "port": port}]});
            let backend =
                Backend::from_raw(&raw("Backend", &name, &format!("u{uid}"), &spec)).unwrap();
            let key = backend.key();
            intent.backends.insert(name, Arc::new(backend));
            key
        }
        Change::NoBackend(name) => {
            let name = format!("b{name}");
            intent.backends.remove(&name);
            ObjectKey::in_account(epic_api::Kind::Backend, "acme", name)
        }
    }
}

fn put_route(intent: &mut GatewayIntent, name: u8, spec: &Value) -> ObjectKey {
    let name = format!("r{name}");
    let route = Route::from_raw(&raw("Route", &name, "r", spec)).unwrap();
    let key = route.key();
    intent.routes.insert(name, Arc::new(route));
    key
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn following_changes_gives_what_starting_over_gives(
        steps in prop::collection::vec(prop::collection::vec(change(), 1..4), 1..12),
    ) {
        let options = RenderOptions::default();
        let mut intent = empty();
        let mut translator = Translator::new(options.clone());
        translator.update(&intent, None);
        for step in steps {
            let changed: BTreeSet<ObjectKey> = step.iter().map(|change| apply(&mut intent, change)).collect();
            let followed = translator.update(&intent, Some(&changed));
            let scratch = translate(&intent, &options);
            for kind in ResourceType::ALL {
                let names = |of: &Arc<epic_envoy::translate::ResourceMap>| of.keys().cloned().collect::<Vec<_>>();
                prop_assert_eq!(names(followed.of(kind)), names(scratch.of(kind)));
            }
            prop_assert!(*followed == scratch);
        }
    }
}

#[test]
fn endpoints_that_change_touch_one_resource() {
    let mut intent = empty();
    let mut translator = Translator::new(RenderOptions::default());
    for change in [
        Change::Route {
            name: 0,
            section: 0,
            hosts: 1,
            many: 300,
            backends: vec![0, 1],
        },
        Change::Backend {
            name: 0,
            uid: 0,
            port: 1,
        },
        Change::Backend {
            name: 1,
            uid: 0,
            port: 1,
        },
    ] {
        apply(&mut intent, &change);
    }
    let before = translator.update(&intent, None);
    let key = apply(
        &mut intent,
        &Change::Backend {
            name: 0,
            uid: 0,
            port: 2,
        },
    );
    let after = translator.update(&intent, Some(&BTreeSet::from([key])));
    for kind in ResourceType::ALL {
        let same = Arc::ptr_eq(before.of(kind), after.of(kind));
        assert_eq!(same, kind != ResourceType::Endpoints, "{kind:?}");
    }
    let changed: Vec<_> = after
        .of(ResourceType::Endpoints)
        .iter()
        .filter(|(name, new)| !Arc::ptr_eq(new, &before.of(ResourceType::Endpoints)[*name]))
        .map(|(name, _)| &**name)
        .collect();
    assert_eq!(changed, ["backend/b0/u0"]);
}
