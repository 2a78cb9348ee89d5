//! Holds the intent stream open, for ever, and turns its lines into updates of gateways.

pub mod assembly;
mod objects;

use std::sync::Arc;
use std::time::Duration;

use epic_api::agent::{BOOKMARK_INTERVAL_SECONDS, IntentLine};
use epic_api::client::ClientError;
use futures::StreamExt as _;
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};
use tracing::{debug, info, warn};

use crate::backoff::{Backoff, chance, with_jitter};
use crate::control_plane::ControlPlane;
use crate::desk::Desk;
pub use assembly::{Assembly, Update, Updates};

/// The most lines that are taken in before gateways hear of them.
const BATCH: usize = 1024;
/// A stream this long without a line, bookmarks included, is dead.
const SILENCE: Duration = Duration::from_secs(3 * BOOKMARK_INTERVAL_SECONDS);

/// Reads the stream, connecting again and again. Ends when nobody listens to `updates` any more.
pub(crate) async fn follow(
    control_plane: Arc<dyn ControlPlane>,
    desk: Desk,
    updates: mpsc::Sender<Updates>,
) {
    let mut assembly = Assembly::default();
    let mut backoff = Backoff::for_epicd();
    let mut known = String::new();
    loop {
        let ended = match control_plane.intent().await {
            Ok(stream) => {
                assembly.begin();
                let mut reader = Reader {
                    assembly: &mut assembly,
                    desk: &desk,
                    updates: &updates,
                    backoff: &mut backoff,
                    known: &mut known,
                };
                reader.read(stream).await
            }
            Err(error) => Ended::Broken(error.to_string()),
        };
        let Ended::Broken(cause) = ended else { return };
        let wait = with_jitter(backoff.after_failure(), chance());
        // Once for each cause: an epicd that is away for a day must not fill the log.
        if cause == known {
            debug!(%cause, ?wait, "still no intent from epicd");
        } else {
            warn!(%cause, "no intent from epicd, trying again; gateways go on with what they have");
            known = cause;
        }
        sleep(wait).await;
    }
}

enum Ended {
    Broken(String),
    Unheard,
}

struct Reader<'a> {
    assembly: &'a mut Assembly,
    desk: &'a Desk,
    updates: &'a mpsc::Sender<Updates>,
    backoff: &'a mut Backoff,
    known: &'a mut String,
}

impl Reader<'_> {
    async fn read(
        &mut self,
        stream: impl futures::Stream<Item = Result<IntentLine, ClientError>> + Unpin,
    ) -> Ended {
        // What epicd sent in one go (a route together with its new backend) is taken in in one go.
        let mut batches = stream.ready_chunks(BATCH);
        loop {
            let batch = match timeout(SILENCE, batches.next()).await {
                Ok(Some(batch)) => batch,
                Ok(None) => return Ended::Broken("epicd ended the stream".to_owned()),
                Err(_) => return Ended::Broken("epicd has gone silent".to_owned()),
            };
            let mut broken = None;
            for line in batch {
                match line {
                    Ok(IntentLine::Query { id, uid, query }) => self.desk.ask(id, uid, query),
                    Ok(line) => self.assembly.apply(line),
                    Err(error) => {
                        broken = Some(error.to_string());
                        break;
                    }
                }
            }
            let news = self.assembly.take();
            if let Some(placed) = &news.placed {
                self.backoff.reset();
                self.known.clear();
                info!(gateways = placed.len(), "in sync with epicd");
            }
            let nothing = news.updates.is_empty() && news.placed.is_none();
            if !nothing && self.updates.send(news).await.is_err() {
                return Ended::Unheard;
            }
            if let Some(cause) = broken {
                return Ended::Broken(cause);
            }
        }
    }
}
