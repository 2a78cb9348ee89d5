//! The intent streams of agents.

use std::collections::BTreeMap;
use std::sync::Arc;

use epic_api::agent::{IntentLine, NODE_LOST_SECONDS};
use epic_api::{ApiError, RawObject, Reason};
use jiff::Timestamp;
use tokio::sync::mpsc;

use crate::world::{IntentView, World};

/// Batches of lines an agent may be behind before its stream is cut; it then starts over.
const QUEUE: usize = 256;
/// Streams at once.
const STREAMS: usize = 1024;

/// What one stream carries.
#[derive(Debug)]
pub struct IntentStream {
    /// What the node serves now.
    pub snapshot: Vec<IntentLine>,
    /// What changes. Ends when the agent is too slow, or epicd stops.
    pub changes: mpsc::Receiver<Arc<[IntentLine]>>,
}

/// Every open stream.
#[derive(Default)]
pub(super) struct Agents {
    streams: Vec<Subscriber>,
    /// Which agent each node has.
    claims: BTreeMap<String, Claim>,
}

/// An agent's hold of a node.
struct Claim {
    agent: String,
    heard: Timestamp,
}

struct Subscriber {
    node: String,
    /// The agent's id; empty from one that has none.
    agent: String,
    view: IntentView,
    lines: mpsc::Sender<Arc<[IntentLine]>>,
}

impl Agents {
    pub(super) fn subscribe(
        &mut self,
        world: &World,
        node: String,
        agent: String,
        revision: u64,
    ) -> Result<IntentStream, ApiError> {
        self.streams.retain(|stream| !stream.lines.is_closed());
        if self.streams.len() >= STREAMS {
            let full = format!("{STREAMS} agents read their intent already");
            return Err(ApiError::new(Reason::TooManyRequests, full));
        }
        let mut snapshot: Vec<IntentLine> = world
            .intent_snapshot(&node)
            .into_iter()
            .map(|object| IntentLine::Put {
                revision,
                object: RawObject::clone(&object),
            })
            .collect();
        let mut view = world.intent_view(&node);
        snapshot.extend(view.taints(world, revision));
        snapshot.push(IntentLine::Synced { revision });
        let (lines, changes) = mpsc::channel(QUEUE);
        self.streams.push(Subscriber {
            node,
            agent,
            view,
            lines,
        });
        Ok(IntentStream { snapshot, changes })
    }

    /// An agent acts for a node. Two must not: both would serve the node's gateways. One that is not
    /// heard of for as long as makes a node lost gives way.
    pub(super) fn claim(
        &mut self,
        node: &str,
        agent: &str,
        now: Timestamp,
    ) -> Result<(), ApiError> {
        if agent.is_empty() {
            return Ok(());
        }
        if let Some(claim) = self.claims.get_mut(node) {
            let silent = now.duration_since(claim.heard).as_secs();
            if claim.agent != agent && silent < NODE_LOST_SECONDS.cast_signed() {
                let message = format!(
                    "node {node} has an agent already, with id {}, last heard of {silent} s ago",
                    claim.agent
                );
                return Err(ApiError::new(Reason::Conflict, message).with_hint(
                    "stop that one, or give this one a node name of its own with --node",
                ));
            }
            claim.heard = now;
            if claim.agent == agent {
                return Ok(());
            }
        }
        self.streams
            .retain(|stream| stream.node != node || stream.agent == agent);
        let claim = Claim {
            agent: agent.to_owned(),
            heard: now,
        };
        self.claims.insert(node.to_owned(), claim);
        Ok(())
    }

    /// Hands every stream the lines it is owed up to `revision`.
    pub(super) fn advance(&mut self, world: &World, revision: u64) {
        self.streams.retain_mut(|stream| {
            let lines = stream.view.advance(world, revision);
            if lines.is_empty() {
                return !stream.lines.is_closed();
            }
            match stream.lines.try_send(lines.into()) {
                Ok(()) => true,
                Err(mpsc::error::TrySendError::Closed(_)) => false,
                Err(mpsc::error::TrySendError::Full(_)) => {
                    tracing::warn!(
                        node = stream.node,
                        "the agent reads too slowly; its stream starts over"
                    );
                    false
                }
            }
        });
    }

    /// Lets every stream go on with a World that was built anew from what is stored, which is what
    /// the streams have carried.
    pub(super) fn look_at(&mut self, world: &World) {
        for stream in &mut self.streams {
            stream.view = world.intent_view(&stream.node);
        }
    }

    /// Ends every stream; agents come back and start over.
    pub(super) fn clear(&mut self) {
        self.streams.clear();
    }
}
