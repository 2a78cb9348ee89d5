//! Objects for unit tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use epic_api::agent::GatewayIntent;
use epic_api::backend::Endpoint;
use epic_api::gateway::{GatewayAddress, GatewaySpec, GatewayStatus, Listener, Protocol};
use epic_api::route::{HttpBackendRef, HttpRule, HttpRules, ParentRef};
use epic_api::{
    Backend, BackendSpec, Gateway, GatewayTemplate, GatewayTemplateSpec, Object, Route, RouteSpec,
    Spec,
};

const ACCOUNT: &str = "acme";

fn object<S: Spec>(account: Option<&str>, name: &str, spec: S) -> Object<S> {
    let mut object = Object::new(account, name, spec);
    object.metadata.uid = Some(format!("uid-{name}"));
    object.metadata.spec_revision = 1;
    object
}

pub(crate) fn gateway(name: &str) -> Gateway {
    let spec = GatewaySpec {
        template: "http".to_owned(),
        listeners: vec![Listener {
            name: "web".to_owned(),
            protocol: Protocol::Http,
            port: 80,
            hostname: None,
            tls: None,
        }],
        ..GatewaySpec::default()
    };
    let mut gateway = object(Some(ACCOUNT), name, spec);
    gateway.status = Some(GatewayStatus {
        addresses: vec![GatewayAddress {
            value: "192.0.2.1".parse().unwrap(),
            pool: "public".to_owned(),
        }],
        ..GatewayStatus::default()
    });
    gateway
}

pub(crate) fn template() -> GatewayTemplate {
    let spec = GatewayTemplateSpec {
        pools: vec!["public".to_owned()],
        ..GatewayTemplateSpec::default()
    };
    object(None, "http", spec)
}

pub(crate) fn route(name: &str, gateways: &[&str], backends: &[&str]) -> Route {
    let parent = |name: &&str| ParentRef {
        name: (*name).to_owned(),
        ..ParentRef::default()
    };
    let backend = |name: &&str| HttpBackendRef {
        name: (*name).to_owned(),
        weight: 1,
        filters: Vec::new(),
    };
    let rule = HttpRule {
        backend_refs: backends.iter().map(backend).collect(),
        ..HttpRule::default()
    };
    let spec = RouteSpec {
        parent_refs: gateways.iter().map(parent).collect(),
        http: Some(HttpRules { rules: vec![rule] }),
        ..RouteSpec::default()
    };
    object(Some(ACCOUNT), name, spec)
}

pub(crate) fn backend(name: &str, endpoints: &[&str]) -> Backend {
    let endpoint = |text: &&str| {
        let address: std::net::SocketAddr = text.parse().unwrap();
        Endpoint {
            address: address.ip(),
            port: address.port(),
            name: None,
            ready: true,
        }
    };
    let spec = BackendSpec {
        endpoints: endpoints.iter().map(endpoint).collect(),
        ..BackendSpec::default()
    };
    object(Some(ACCOUNT), name, spec)
}

pub(crate) fn intent_with<const N: usize>(backends: [Backend; N]) -> GatewayIntent {
    GatewayIntent {
        revision: 1,
        gateway: gateway("web"),
        template: template(),
        routes: BTreeMap::new(),
        backends: backends
            .into_iter()
            .map(|backend| (backend.metadata.name.clone(), Arc::new(backend)))
            .collect(),
        certificates: BTreeMap::new(),
    }
}
