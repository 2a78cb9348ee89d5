//! The intent streams of agents.

use std::sync::Arc;

use epic_api::agent::IntentLine;
use epic_api::{ApiError, RawObject, Reason};
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
}

struct Subscriber {
    node: String,
    view: IntentView,
    lines: mpsc::Sender<Arc<[IntentLine]>>,
}

impl Agents {
    pub(super) fn subscribe(
        &mut self,
        world: &World,
        node: String,
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
        snapshot.push(IntentLine::Synced { revision });
        let (lines, changes) = mpsc::channel(QUEUE);
        let view = world.intent_view(&node);
        self.streams.push(Subscriber { node, view, lines });
        Ok(IntentStream { snapshot, changes })
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
