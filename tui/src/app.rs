//! The edge: terminal, clock, signals and tasks around the pure core.

use std::collections::BTreeMap;
use std::hash::{BuildHasher as _, RandomState};
use std::time::Duration;

use crossterm::event::{Event, EventStream, KeyEventKind};
use epic_api::kind::{Kind, Scope};
use epic_api::meta::ObjectKey;
use futures::StreamExt as _;
use jiff::Timestamp;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc;
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::{Instant, MissedTickBehavior, interval, sleep, sleep_until};

use crate::message::{Effect, Msg, News};
use crate::model::Model;
use crate::source::Source;
use crate::update::{start, update};
use crate::view::view;
use crate::{Error, Options};

/// News that wait to be taken in; then the watches wait.
const QUEUE: usize = 256;
/// 30 pictures a second are enough.
const FRAME: Duration = Duration::from_millis(33);

/// Gives the terminal back, however the dashboard ends. Panics are seen to by ratatui's hook.
struct Restore;

impl Drop for Restore {
    fn drop(&mut self) {
        ratatui::restore();
    }
}

/// Runs until quit, SIGTERM or the end of the input.
pub(crate) async fn run(source: impl Source, options: Options) -> Result<(), Error> {
    let mut terminated = signal(SignalKind::terminate())?;
    let mut terminal = ratatui::try_init()?;
    let _restore = Restore;
    let size = terminal.size()?;
    let (sender, mut news) = mpsc::channel(QUEUE);
    let account = options.account.clone();
    let mut model = Model::new(options, (size.width, size.height), Timestamp::now());
    let mut tasks = Tasks {
        source,
        account,
        sender,
        set: JoinSet::new(),
        feeds: BTreeMap::new(),
    };
    for effect in start(&mut model) {
        tasks.begin(effect);
    }
    let mut keys = EventStream::new();
    let mut seconds = interval(Duration::from_secs(1));
    seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut drawn = Instant::now() - FRAME;
    let mut dirty = true;
    loop {
        let msg = tokio::select! {
            biased;
            () = sleep_until(drawn + FRAME), if dirty => {
                terminal.draw(|frame| view(&model, frame))?;
                drawn = Instant::now();
                dirty = false;
                continue;
            }
            _ = terminated.recv() => return Ok(()),
            event = keys.next() => match event {
                None => return Ok(()),
                Some(Err(error)) => return Err(error.into()),
                Some(Ok(Event::Key(key))) if key.kind != KeyEventKind::Release => Msg::Key(key),
                Some(Ok(Event::Resize(width, height))) => Msg::Resize(width, height),
                Some(Ok(_)) => continue,
            },
            Some((at, heard)) = news.recv() => Msg::News(at, heard),
            _ = seconds.tick() => Msg::Tick(Timestamp::now()),
            Some(_) = tasks.set.join_next() => continue,
        };
        dirty = true;
        for effect in update(&mut model, msg) {
            match effect {
                Effect::Quit => return Ok(()),
                Effect::Redraw => terminal.clear()?,
                effect => tasks.begin(effect),
            }
        }
    }
}

/// What runs beside; all of it ends with this.
struct Tasks<S> {
    source: S,
    account: Option<String>,
    sender: mpsc::Sender<(Timestamp, News)>,
    set: JoinSet<()>,
    feeds: BTreeMap<Kind, AbortHandle>,
}

impl<S: Source> Tasks<S> {
    fn begin(&mut self, effect: Effect) {
        let source = self.source.clone();
        let sender = self.sender.clone();
        match effect {
            Effect::Follow {
                kind,
                epoch,
                from,
                delay,
            } => {
                // Kinds that belong to no account have one list for all.
                let account = self.account.clone();
                let account = account.filter(|_| kind.scope() == Scope::Account);
                let task = async move {
                    sleep(delay.mul_f64(jitter())).await;
                    follow(source, kind, account, epoch, from, sender).await;
                };
                if let Some(before) = self.feeds.insert(kind, self.set.spawn(task)) {
                    before.abort();
                }
            }
            Effect::Poll(key) => {
                self.set.spawn(poll(source, key, sender));
            }
            Effect::History => {
                let account = self.account.clone();
                self.set.spawn(async move {
                    let page = source.revisions(account).await;
                    // Nobody is left to be told when this fails: the dashboard ends.
                    let _ = sender.send((Timestamp::now(), News::Revisions(page))).await;
                });
            }
            Effect::Redraw | Effect::Quit => {}
        }
    }
}

/// Between 0.7 and 1, so that many dashboards do not come back in step.
fn jitter() -> f64 {
    let random = RandomState::new().hash_one(()) % 1000;
    0.7 + 0.0003 * random as f64
}

async fn follow(
    source: impl Source,
    kind: Kind,
    account: Option<String>,
    epoch: u64,
    from: Option<String>,
    sender: mpsc::Sender<(Timestamp, News)>,
) {
    let tell = async |news| sender.send((Timestamp::now(), news)).await.is_ok();
    let ended = async {
        let from = match from {
            Some(from) => from,
            None => {
                let list = source.list(kind, account.clone()).await?;
                let from = list.resource_version.clone();
                tell(News::Listed { kind, epoch, list }).await;
                from
            }
        };
        let mut changes = source.watch(kind, account, from).await?;
        tell(News::Watching { kind, epoch }).await;
        while let Some(event) = changes.next().await {
            let event = event?;
            if !tell(News::Changed { kind, epoch, event }).await {
                break;
            }
        }
        Ok(())
    };
    let error = ended.await.err();
    tell(News::Broken { kind, epoch, error }).await;
}

async fn poll(source: impl Source, key: ObjectKey, sender: mpsc::Sender<(Timestamp, News)>) {
    let account = key.account.clone().unwrap_or_default();
    let result = source.topology(account, key.name.clone()).await;
    // Nobody is left to be told when this fails: the dashboard ends.
    let _ = sender
        .send((Timestamp::now(), News::Topology { key, result }))
        .await;
}
