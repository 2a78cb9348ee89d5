//! The one place where the model changes: no clock, no I/O, no chance.

use std::time::Duration;

use epic_api::client::{ClientError, WatchEvent};
use epic_api::error::Reason;
use epic_api::kind::Kind;
use jiff::Timestamp;

use crate::action::{self, Action};
use crate::connection::{Connection, backoff, later};
use crate::message::{Effect, Msg, News};
use crate::model::{Feed, Model, Place};
use crate::overlay::{self, Overlay, Typed};
use crate::screen::{self, Handled, ScreenId};

/// What is followed all the time.
const FOLLOWED: [Kind; 2] = [Kind::Gateway, Kind::Event];
/// How many gateways' graphs are asked for in a second, besides the one that is open.
const POLLS: usize = 8;

/// The effects that begin a session.
pub(crate) fn start(model: &mut Model) -> Vec<Effect> {
    FOLLOWED
        .into_iter()
        .map(|kind| follow(model, kind, Duration::ZERO))
        .collect()
}

/// The model after a message, and what is to be done.
pub(crate) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => match overlay::key(model, key) {
            Typed::Taken => Vec::new(),
            Typed::Run(action) => act(model, action),
            Typed::Passed => {
                let scope = screen::current(model).scope();
                action::action_for(scope, key).map_or_else(Vec::new, |action| act(model, action))
            }
        },
        Msg::Resize(width, height) => {
            model.size = (width, height);
            Vec::new()
        }
        Msg::Tick(now) => {
            model.now = now;
            let mut effects = poll(model);
            effects.extend(history(model));
            effects
        }
        Msg::News(at, news) => {
            model.now = model.now.max(at);
            hear(model, news)
        }
    }
}

/// Does an action: the screen first, then what holds everywhere.
pub(crate) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Handled::Yes(effects) = screen::current(model).handle(model, action) {
        return effects;
    }
    let page = usize::from(model.size.1.saturating_sub(6)).max(1);
    match action {
        Action::Down => step(model, |at| at.saturating_add(1)),
        Action::Up => step(model, |at| at.saturating_sub(1)),
        Action::PageDown => step(model, |at| at.saturating_add(page)),
        Action::PageUp => step(model, |at| at.saturating_sub(page)),
        Action::First => step(model, |_| 0),
        Action::Last => step(model, |_| usize::MAX),
        Action::Back => back(model),
        Action::Leave if model.above.is_empty() => return vec![Effect::Quit],
        Action::Leave => {
            model.above.pop();
        }
        Action::Quit => return vec![Effect::Quit],
        Action::Help => model.overlays.push(Overlay::Help { scroll: 0 }),
        Action::Palette => model.overlays.push(Overlay::Palette {
            text: String::new(),
        }),
        Action::Filter => {
            let before = model.place().filter.clone();
            model.overlays.push(Overlay::Filter { before });
        }
        Action::Faults => {
            let place = model.place_mut();
            place.faults = !place.faults;
        }
        Action::Freeze => {
            model.frozen = match model.frozen {
                Some(_) => None,
                None => Some(Box::new(model.live.clone())),
            };
        }
        Action::Gateways => model.above.clear(),
        Action::Topology => return open(model, ScreenId::Topology),
        Action::Describe => return open(model, ScreenId::Describe),
        Action::Yaml => return open(model, ScreenId::Yaml),
        Action::Events => go(model, ScreenId::Events),
        Action::Envoys => go(model, ScreenId::Envoys),
        Action::Revisions => {
            go(model, ScreenId::Revisions);
            return history(model).into_iter().collect();
        }
        Action::Routes => return list(model, Kind::Route),
        Action::Backends => return list(model, Kind::Backend),
        Action::Nodes => return list(model, Kind::Node),
        Action::Certificates => return list(model, Kind::Certificate),
        Action::Refresh => {
            for feed in model.feeds.values_mut() {
                *feed = Feed::default();
            }
            model.polling.clear();
            model.asking = false;
            let kinds: Vec<Kind> = model.feeds.keys().copied().collect();
            let again = |kind| follow(model, kind, Duration::ZERO);
            return kinds.into_iter().map(again).collect();
        }
        Action::Redraw => return vec![Effect::Redraw],
        _ => {}
    }
    Vec::new()
}

/// Shows a screen that is about no single object.
fn go(model: &mut Model, id: ScreenId) {
    if model.place().screen != id {
        model.above.retain(|place| place.screen != id);
        model.above.push(Place::new(id, None));
    }
}

/// Shows the objects of a kind, which are asked for from the first time on.
fn list(model: &mut Model, kind: Kind) -> Vec<Effect> {
    go(model, ScreenId::Objects(kind));
    if model.feeds.contains_key(&kind) {
        return Vec::new();
    }
    vec![follow(model, kind, Duration::ZERO)]
}

/// Opens a screen about the object in question; once each, so that the way back stays short. Only
/// gateways have a topology; an object the dashboard does not hold has neither screen.
pub(crate) fn open(model: &mut Model, id: ScreenId) -> Vec<Effect> {
    let Some(key) = model.subject() else {
        return Vec::new();
    };
    let data = model.data();
    let is_gateway = data.gateways.contains_key(&key);
    let known = is_gateway || (id != ScreenId::Topology && data.objects.contains_key(&key));
    if !known {
        return Vec::new();
    }
    model.above.retain(|place| place.screen != id);
    model.above.push(Place::new(id, Some(key)));
    poll(model)
}

fn back(model: &mut Model) {
    let place = model.place_mut();
    if place.filter.is_empty() {
        model.above.pop();
    } else {
        place.filter.clear();
    }
}

/// Moves the selection or the text.
fn step(model: &mut Model, to: impl Fn(usize) -> usize) {
    match screen::current(model).rows(model) {
        Some(rows) => {
            let Some(at) = model.cursor(&rows) else {
                return;
            };
            let at = to(at).min(rows.len() - 1);
            model.place_mut().follow = at + 1 == rows.len();
            model.place_mut().selected = Some(rows[at].clone());
        }
        None => {
            let last = crate::screens::document::length(model).saturating_sub(1);
            let place = model.place_mut();
            place.scroll = to(place.scroll.min(last)).min(last);
        }
    }
}

fn hear(model: &mut Model, news: News) -> Vec<Effect> {
    match news {
        News::Listed { kind, epoch, list } if current(model, kind, epoch) => {
            model.listed(kind, &list);
            heard(model, kind);
            return poll(model);
        }
        News::Watching { kind, epoch } if current(model, kind, epoch) => heard(model, kind),
        News::Changed { kind, epoch, event } if current(model, kind, epoch) => {
            if let WatchEvent::Error(error) = event {
                return broken(model, kind, Some(&ClientError::Api(error)));
            }
            model.live.change(&event);
            let version = match &event {
                WatchEvent::Bookmark(mark) => Some(mark.resource_version.clone()),
                WatchEvent::Added(o) | WatchEvent::Modified(o) | WatchEvent::Deleted(o) => {
                    o.metadata.resource_version.clone()
                }
                WatchEvent::Error(_) => None,
            };
            heard(model, kind);
            if let (Some(feed), Some(version)) = (model.feeds.get_mut(&kind), version) {
                feed.resource_version = Some(version);
                feed.attempt = 0;
            }
        }
        News::Broken { kind, epoch, error } if current(model, kind, epoch) => {
            return broken(model, kind, error.as_ref());
        }
        News::Revisions(page) => {
            model.asking = false;
            match page {
                Ok(page) => {
                    model.live.history.page = Some(page);
                    model.live.history.error.clear();
                }
                Err(error) => model.live.history.error = error.to_string(),
            }
        }
        News::Topology { key, result } => {
            model.polling.remove(&key);
            match result {
                Ok(topology) if model.live.gateways.contains_key(&key) => {
                    model.heard = model.now;
                    model.live.measure(&key, topology, model.now);
                }
                Ok(_) => {}
                Err(error) => {
                    if let Some(live) = model.live.live.get_mut(&key) {
                        live.error = error.to_string();
                    }
                }
            }
        }
        _ => {}
    }
    Vec::new()
}

fn current(model: &Model, kind: Kind, epoch: u64) -> bool {
    model
        .feeds
        .get(&kind)
        .is_some_and(|feed| feed.epoch == epoch)
}

fn heard(model: &mut Model, kind: Kind) {
    model.heard = model.now;
    if let Some(feed) = model.feeds.get_mut(&kind) {
        feed.open = true;
    }
    if FOLLOWED
        .iter()
        .all(|kind| model.feeds.get(kind).is_some_and(|feed| feed.open))
    {
        model.connection = Connection::Live;
    }
}

/// A watch ended: goes on from where it was, later and later; lists again if that is too long ago.
fn broken(model: &mut Model, kind: Kind, error: Option<&ClientError>) -> Vec<Effect> {
    let why = match error {
        Some(error) => error.to_string(),
        None => "epicd closed the connection".to_owned(),
    };
    if let Some(ClientError::Api(error)) = error
        && matches!(error.reason, Reason::Unauthorized | Reason::Forbidden)
    {
        // A kind of its own screen that may not be read is that screen's matter.
        if FOLLOWED.contains(&kind) || error.reason == Reason::Unauthorized {
            model.connection = Connection::Denied(why);
        } else if let Some(feed) = model.feeds.get_mut(&kind) {
            feed.denied = why;
        }
        return Vec::new();
    }
    let expired = matches!(error, Some(ClientError::Api(error)) if error.reason == Reason::Expired);
    let feed = model.feeds.entry(kind).or_default();
    feed.open = false;
    feed.attempt = feed.attempt.saturating_add(1);
    if expired {
        feed.resource_version = None;
    }
    let attempt = feed.attempt;
    let delay = if expired && attempt == 1 {
        Duration::ZERO
    } else {
        backoff(attempt)
    };
    let next = later(model.now, delay);
    if !expired {
        let since = match &model.connection {
            Connection::Stale { since, .. } => *since,
            _ => model.heard,
        };
        model.connection = Connection::Stale {
            since,
            attempt,
            next,
            why,
        };
    }
    vec![follow(model, kind, delay)]
}

fn follow(model: &mut Model, kind: Kind, delay: Duration) -> Effect {
    model.epoch += 1;
    let feed = model.feeds.entry(kind).or_default();
    feed.epoch = model.epoch;
    Effect::Follow {
        kind,
        epoch: model.epoch,
        from: feed.resource_version.clone(),
        delay,
    }
}

/// Asks for revisions while they are looked at, one question at a time.
fn history(model: &mut Model) -> Option<Effect> {
    let looked_at = model.place().screen == ScreenId::Revisions;
    if !looked_at || model.asking || model.connection != Connection::Live {
        return None;
    }
    model.asking = true;
    Some(Effect::History)
}

/// Asks for the graph of the gateway that is open, and for a few of the list in turn, never twice
/// at once for one gateway.
fn poll(model: &mut Model) -> Vec<Effect> {
    if model.connection != Connection::Live {
        return Vec::new();
    }
    let mut keys: Vec<_> = model.subject().into_iter().collect();
    keys.retain(|key| key.kind == Kind::Gateway);
    if matches!(model.place().screen, ScreenId::Gateways | ScreenId::Envoys) {
        let all: Vec<_> = model.live.gateways.keys().cloned().collect();
        let turn = model.turn;
        model.turn = turn.wrapping_add(POLLS);
        keys.extend(
            (0..POLLS.min(all.len())).map(|n| all[(turn % all.len() + n) % all.len()].clone()),
        );
    }
    let fresh = keys
        .into_iter()
        .filter(|key| model.polling.insert(key.clone()));
    fresh.map(Effect::Poll).collect()
}

/// Seconds between two times, for people.
pub(crate) fn age(now: Timestamp, then: Timestamp) -> String {
    let millis = now.duration_since(then).as_millis().max(0);
    match millis {
        0..10_000 => format!("{}.{}s", millis / 1000, millis % 1000 / 100),
        10_000..60_000 => format!("{}s", millis / 1000),
        60_000..3_600_000 => format!("{}m", millis / 60_000),
        3_600_000..86_400_000 => format!("{}h", millis / 3_600_000),
        _ => format!("{}d", millis / 86_400_000),
    }
}
