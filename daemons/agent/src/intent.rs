//! Holds the intent stream open, for ever, and turns its lines into updates of gateways.

pub mod assembly;
mod objects;

use std::sync::Arc;
use std::time::Duration;

use epic_api::agent::BOOKMARK_INTERVAL_SECONDS;
use epic_api::client::ClientError;
use futures::StreamExt as _;
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};
use tracing::{info, warn};

use crate::backoff::{Backoff, chance, with_jitter};
use crate::control_plane::ControlPlane;
pub use assembly::{Assembly, Update, Updates};

/// The most lines that are taken in before gateways hear of them.
const BATCH: usize = 1024;
/// A stream this long without a line, bookmarks included, is dead.
const SILENCE: Duration = Duration::from_secs(3 * BOOKMARK_INTERVAL_SECONDS);

/// Reads the stream, connecting again and again. Ends when nobody listens to `updates` any more.
pub(crate) async fn follow(control_plane: Arc<dyn ControlPlane>, updates: mpsc::Sender<Updates>) {
    let mut assembly = Assembly::default();
    let mut backoff = Backoff::for_epicd();
    loop {
        let ended = match control_plane.intent().await {
            Ok(stream) => {
                assembly.begin();
                read(stream, &mut assembly, &updates, &mut backoff).await
            }
            Err(error) => Ended::Broken(error.to_string()),
        };
        let Ended::Broken(cause) = ended else { return };
        let wait = with_jitter(backoff.after_failure(), chance());
        warn!(%cause, ?wait, "no intent from epicd; gateways go on with what they have");
        sleep(wait).await;
    }
}

enum Ended {
    Broken(String),
    Unheard,
}

async fn read(
    stream: impl futures::Stream<Item = Result<epic_api::agent::IntentLine, ClientError>> + Unpin,
    assembly: &mut Assembly,
    updates: &mpsc::Sender<Updates>,
    backoff: &mut Backoff,
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
                Ok(line) => assembly.apply(line),
                Err(error) => {
                    broken = Some(error.to_string());
                    break;
                }
            }
        }
        let news = assembly.take();
        if let Some(placed) = &news.placed {
            backoff.reset();
            info!(gateways = placed.len(), "in sync with epicd");
        }
        let nothing = news.updates.is_empty() && news.placed.is_none();
        if !nothing && updates.send(news).await.is_err() {
            return Ended::Unheard;
        }
        if let Some(cause) = broken {
            return Ended::Broken(cause);
        }
    }
}
