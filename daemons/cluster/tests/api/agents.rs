//! What agents see.

use std::time::Duration;

use epic_api::agent::{IntentLine, NodeReport};
use epic_api::{Kind, Node, ObjectKey};
use futures::StreamExt as _;

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
        epic_api::condition::find(&status.conditions, "Ready").is_some_and(|ready| ready.is_true())
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
