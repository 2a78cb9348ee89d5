//! Writes intents to disk away from the path of a change to Envoy.

use std::sync::Arc;
use std::time::{Duration, Instant};

use epic_api::agent::GatewayIntent;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tracing::warn;

use super::LastGood;
use crate::mailbox::Mailbox;

/// Edits that come together are written once.
const DEBOUNCE: Duration = Duration::from_millis(150);
/// Writing takes at most one part in this many of the time.
const IDLE_SHARE: u32 = 20;
/// However long a write takes, this is the longest wait for the next.
const MOST: Duration = Duration::from_secs(2);

/// After a write that failed.
const RETRY: Duration = Duration::from_secs(30);

/// One instance's writer.
pub(crate) struct Saver {
    mailbox: Arc<Mailbox<Arc<GatewayIntent>>>,
    finish: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Saver {
    pub(crate) fn start(last_good: LastGood, uid: String) -> Saver {
        let mailbox = Arc::<Mailbox<Arc<GatewayIntent>>>::default();
        let (finish, finishing) = oneshot::channel();
        let task = tokio::spawn(run(last_good, uid, mailbox.clone(), finishing));
        Saver {
            mailbox,
            finish,
            task,
        }
    }

    /// Has an intent written soon.
    pub(crate) fn save(&self, intent: Arc<GatewayIntent>) {
        self.mailbox.put(intent, |_, newer| newer);
    }

    /// Writes what is still to be written.
    pub(crate) async fn finish(self) {
        let _ = self.finish.send(());
        let _ = self.task.await;
    }

    /// Writes nothing more; what is being written is waited for.
    pub(crate) async fn discard(self) {
        self.mailbox.try_take();
        self.finish().await;
    }
}

async fn run(
    last_good: LastGood,
    uid: String,
    mailbox: Arc<Mailbox<Arc<GatewayIntent>>>,
    mut finishing: oneshot::Receiver<()>,
) {
    let mut rest = DEBOUNCE;
    loop {
        let intent = tokio::select! {
            intent = mailbox.take() => intent,
            _ = &mut finishing => break,
        };
        let finished = tokio::time::timeout(rest, &mut finishing).await.is_ok();
        let intent = mailbox.try_take().unwrap_or(intent);
        let started = Instant::now();
        let written = write(&last_good, &uid, intent.clone()).await;
        rest = (started.elapsed() * IDLE_SHARE).clamp(DEBOUNCE, MOST);
        if finished {
            break;
        }
        if !written {
            // A full disk may have room again later.
            rest = RETRY;
            mailbox.put(intent, |newer, _| newer);
        }
    }
    if let Some(intent) = mailbox.try_take() {
        write(&last_good, &uid, intent).await;
    }
}

/// Says whether it is on disk.
async fn write(last_good: &LastGood, uid: &str, intent: Arc<GatewayIntent>) -> bool {
    let (last_good, uid) = (last_good.clone(), uid.to_owned());
    let written =
        tokio::task::spawn_blocking(move || (last_good.save_intent(&uid, &intent), uid)).await;
    match written {
        Ok((Ok(()), _)) => true,
        Ok((Err(error), uid)) => {
            warn!(%uid, %error, "can't remember a gateway's intent; after a restart without epicd it is what it was before");
            false
        }
        Err(_) => false,
    }
}
