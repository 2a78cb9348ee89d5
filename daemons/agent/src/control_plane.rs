//! Where intent comes from and reports go to.

use epic_api::agent::{IntentLine, NodeReport};
use epic_api::client::ClientError;
use epic_api::query::Answer;
use futures::StreamExt as _;
use futures::future::BoxFuture;
use futures::stream::BoxStream;

use crate::identity::Identity;

/// The lines of one connection; ends when the connection does.
pub type IntentStream = BoxStream<'static, Result<IntentLine, ClientError>>;

/// epicd, seen from an agent. The seam that lets tests drive an agent without one.
pub trait ControlPlane: Send + Sync + 'static {
    /// Opens the intent stream: a whole snapshot, `Synced`, then changes.
    fn intent(&self) -> BoxFuture<'_, Result<IntentStream, ClientError>>;

    /// Hands in a report.
    fn report<'a>(&'a self, report: &'a NodeReport) -> BoxFuture<'a, Result<(), ClientError>>;

    /// Hands in the answer to the question with this id.
    fn answer<'a>(
        &'a self,
        id: &'a str,
        answer: &'a Answer,
    ) -> BoxFuture<'a, Result<(), ClientError>>;
}

/// epicd over HTTPS, as one node.
pub struct Epicd {
    /// How the agent is known.
    pub identity: Identity,
    /// The node's name.
    pub node: String,
    /// What tells this agent from another that claims the node.
    pub agent_id: String,
}

impl ControlPlane for Epicd {
    fn intent(&self) -> BoxFuture<'_, Result<IntentStream, ClientError>> {
        Box::pin(async {
            let (node, agent) = (&self.node, &self.agent_id);
            let client = self.identity.client().await?;
            let answer = client.intent_as(node, agent).await;
            self.identity.heard(&answer).await;
            Ok(answer?.boxed())
        })
    }

    fn report<'a>(&'a self, report: &'a NodeReport) -> BoxFuture<'a, Result<(), ClientError>> {
        Box::pin(async {
            let client = self.identity.client().await?;
            let answer = client.report(&self.node, report).await;
            self.identity.heard(&answer).await;
            answer
        })
    }

    fn answer<'a>(
        &'a self,
        id: &'a str,
        answer: &'a Answer,
    ) -> BoxFuture<'a, Result<(), ClientError>> {
        Box::pin(async {
            let client = self.identity.client().await?;
            client.answer_query(&self.node, id, answer).await
        })
    }
}
