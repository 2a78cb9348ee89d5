//! What agents see.

use std::time::Duration;

use epic_api::agent::{IntentLine, NodeReport};
use epic_api::backend::Endpoint;
use epic_api::{Backend, Kind, Node, ObjectKey, RawObject};
use futures::StreamExt as _;
use serde_json::{Value, json};

use crate::support::{Epicd, eventually};

#[tokio::test]
async fn the_first_report_makes_the_node_and_it_is_ready() {
    let epicd = Epicd::start().await;
    let agent = epicd.agent("node-a").await;
    let report = NodeReport {
        agent_version: "1.2.3".to_owned(),
        ..NodeReport::default()
    };
    agent.report("node-a", &report).await.unwrap();
    let status = eventually("the node's status", async || {
        let node: Node = epicd.admin.get_typed(None, "node-a").await.ok()?;
        node.status.filter(|status| status.agent_version == "1.2.3")
    })
    .await;
    assert!(
        epic_api::condition::find(&status.conditions, "Ready")
            .is_some_and(epic_api::Condition::is_true)
    );
    assert_eq!(
        epicd
            .admin
            .list(Kind::Node, None)
            .await
            .unwrap()
            .items
            .len(),
        1
    );
    epicd
        .admin
        .delete(&ObjectKey::cluster(Kind::Node, "node-a"))
        .await
        .unwrap();
}

#[tokio::test]
async fn a_node_without_gateways_is_told_so_and_then_hears_bookmarks() {
    let epicd = Epicd::start().await;
    let agent = epicd.agent("node-a").await;
    let mut lines = Box::pin(agent.intent("node-a").await.unwrap());
    let first = lines.next().await.unwrap().unwrap();
    assert!(matches!(first, IntentLine::Synced { .. }), "{first:?}");
    let second = tokio::time::timeout(Duration::from_secs(8), lines.next())
        .await
        .unwrap();
    assert!(
        matches!(second, Some(Ok(IntentLine::Bookmark { .. }))),
        "{second:?}"
    );
}

#[tokio::test]
async fn a_change_reaches_the_agent_whose_node_serves_it() {
    let epicd = Epicd::start().await;
    let agent = epicd.agent("node-a").await;
    agent
        .report("node-a", &NodeReport::default())
        .await
        .unwrap();
    let mut lines = Box::pin(agent.intent("node-a").await.unwrap());
    for object in a_gateway() {
        epicd.admin.create(&object).await.unwrap();
    }
    let mut seen = std::collections::BTreeSet::new();
    let everything = async {
        while seen.len() < 4 {
            match lines.next().await.unwrap().unwrap() {
                IntentLine::Put { object, .. } => seen.insert(object.key().to_string()),
                _ => false,
            };
        }
    };
    let outcome = tokio::time::timeout(Duration::from_secs(10), everything).await;
    assert!(outcome.is_ok(), "the agent saw only {seen:?}");
    let expected = [
        "Backend default/app",
        "Gateway default/web",
        "GatewayTemplate http",
        "Route default/shop",
    ];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), expected);

    let mut backend = Backend::from_raw(&a_gateway()[2]).unwrap();
    backend.spec.endpoints.push(Endpoint {
        address: "10.0.0.2".parse().unwrap(),
        port: 80,
        name: None,
        ready: true,
    });
    let applied = epicd.admin.apply(&backend.to_raw(), false).await.unwrap();
    let moved = async {
        loop {
            if let IntentLine::Put { object, revision } = lines.next().await.unwrap().unwrap()
                && object.metadata.generation == 2
            {
                return revision;
            }
        }
    };
    let revision = tokio::time::timeout(Duration::from_secs(10), moved)
        .await
        .unwrap();
    assert!(revision >= applied.metadata.spec_revision);
}

/// A pool, a template, a backend, a gateway and a route, in an order that can be created.
fn a_gateway() -> Vec<RawObject> {
    let cluster = |kind: &str, name: &str, spec: Value| object(kind, json!({ "name": name }), spec);
    let own = |kind: &str, name: &str, spec: Value| {
        object(kind, json!({ "name": name, "account": "default" }), spec)
    };
    let rule = json!({ "backendRefs": [{ "name": "app" }] });
    vec![
        cluster("IPPool", "public", json!({ "addresses": ["192.0.2.0/29"] })),
        cluster("GatewayTemplate", "http", json!({ "pools": ["public"] })),
        own(
            "Backend",
            "app",
            json!({ "endpoints": [{ "address": "10.0.0.1", "port": 80 }] }),
        ),
        own(
            "Gateway",
            "web",
            json!({ "template": "http", "listeners": [{ "name": "http", "protocol": "HTTP", "port": 80 }] }),
        ),
        own(
            "Route",
            "shop",
            json!({ "parentRefs": [{ "name": "web" }], "http": { "rules": [rule] } }),
        ),
    ]
}

#[expect(clippy::needless_pass_by_value, reason = "reads better with json!")]
fn object(kind: &str, metadata: Value, spec: Value) -> RawObject {
    let api_version = epic_api::API_VERSION;
    let object =
        json!({ "apiVersion": api_version, "kind": kind, "metadata": metadata, "spec": spec });
    serde_json::from_value(object).unwrap()
}

#[tokio::test]
async fn a_second_agent_of_a_node_is_refused_while_the_first_is_heard_of() {
    let epicd = Epicd::start().await;
    let agent = epicd.agent("node-a").await;
    let as_agent = |id: &str| NodeReport {
        agent_id: id.to_owned(),
        ..NodeReport::default()
    };
    agent.report("node-a", &as_agent("one")).await.unwrap();
    let refused = agent.report("node-a", &as_agent("two")).await.unwrap_err();
    assert!(
        refused
            .to_string()
            .contains("has an agent already, with id one"),
        "{refused}"
    );
    assert!(agent.intent_as("node-a", "two").await.is_err());

    let mut lines = Box::pin(agent.intent_as("node-a", "one").await.unwrap());
    assert!(lines.next().await.unwrap().is_ok());
    agent.report("node-a", &as_agent("one")).await.unwrap();
}
