//! One object's fault holds up no other. No I/O.
//!
//! ```text
//!   wanted ──► compose ──► Envoy ──accepted──► good
//!                 ▲          │ refused: taken back whole
//!                 │          ▼
//!                 └──── whose fault? ──► that object as it was in `good`, everything else as wanted
//! ```
//!
//! Envoy's words often name the resource. Where they do not, changed objects are tried in halves
//! until each that is at fault is alone; Envoy takes a resource whole or not at all, so that trying
//! harms nobody, and what it takes meanwhile serves at once. An object is at fault as it is now: as
//! soon as it, the gateway or its template changes, it is tried again.

mod intents;
mod search;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use epic_api::agent::GatewayIntent;
use epic_api::gateway::{Rejection, Tainted};
use epic_api::{Kind, ObjectKey};
use epic_envoy::delivery::DeliveryStatus;

use intents::{Part, compose, part, version};
use search::Search;

/// Intents that wait for Envoy's word; older ones are forgotten, and what changed with them counts
/// for the next.
const UNANSWERED: usize = 64;
/// Objects of which the version before the current one is kept, for other nodes' sake.
const REMEMBERED: usize = 4096;

/// What Envoy shall be told.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    pub(super) intent: Arc<GatewayIntent>,
    /// What differs from what was told last; `None`: take everything as new.
    pub(super) changed: Option<BTreeSet<ObjectKey>>,
}

/// What follows from Envoy's word.
#[derive(Debug)]
pub(super) struct Heard {
    /// Accepted as a whole, and newer than what was before.
    pub(super) accepted: Option<Arc<GatewayIntent>>,
    pub(super) ask: Option<Ask>,
}

/// What one Envoy is told of what epicd wants.
#[derive(Debug, Default)]
pub(super) struct Quarantine {
    wanted: Option<Arc<GatewayIntent>>,
    /// What Envoy accepted last, as a whole.
    good: Option<Arc<GatewayIntent>>,
    unanswered: VecDeque<Asked>,
    /// The number of the newest question, and whether Envoy refused it.
    newest: u64,
    refused: bool,
    /// Objects at fault here.
    tainted: BTreeMap<ObjectKey, Tainted>,
    /// Objects at fault on other nodes.
    elsewhere: Vec<Tainted>,
    /// What objects were before they were as they are in `good`.
    before: BTreeMap<ObjectKey, Option<Part>>,
    /// Where what Envoy was told last deviates from what is wanted.
    deviating: BTreeSet<ObjectKey>,
    search: Option<Search>,
    /// The newest revision that was refused.
    revision: u64,
    /// A refusal that no object explains.
    unexplained: Option<String>,
    /// Since epicd last wanted something else.
    refusals: usize,
}

#[derive(Debug)]
struct Asked {
    number: u64,
    intent: Arc<GatewayIntent>,
    changed: Option<BTreeSet<ObjectKey>>,
}

impl Quarantine {
    /// Begins where an agent before left off.
    pub(super) fn restore(good: Option<Arc<GatewayIntent>>, tainted: Vec<Tainted>) -> Quarantine {
        Quarantine {
            revision: good.as_ref().map_or(0, |good| good.revision),
            good,
            tainted: tainted
                .into_iter()
                .map(|tainted| (tainted.object.clone(), tainted))
                .collect(),
            ..Quarantine::default()
        }
    }

    /// epicd wants this; `changed` says how it differs from what it wanted before.
    pub(super) fn news(
        &mut self,
        intent: &Arc<GatewayIntent>,
        changed: Option<BTreeSet<ObjectKey>>,
    ) -> Option<Ask> {
        let is_restored = self.wanted.is_none()
            && self
                .good
                .as_ref()
                .is_some_and(|good| Arc::ptr_eq(good, intent));
        self.wanted = Some(intent.clone());
        self.unexplained = None;
        self.refusals = 0;
        if !is_restored {
            self.lift(intent, changed.as_ref());
        }
        let Some(search) = &mut self.search else {
            return self.ask(changed);
        };
        // Its turn comes when what is being tried is decided.
        let good = self.good.as_deref();
        search.later(changed.unwrap_or_else(|| intents::differing(intent, good)));
        None
    }

    /// Other nodes' Envoys refuse these.
    pub(super) fn elsewhere(&mut self, objects: Vec<Tainted>) -> Option<Ask> {
        if self.elsewhere == objects {
            return None;
        }
        self.elsewhere = objects;
        if self.search.is_some() || self.wanted.is_none() {
            return None;
        }
        self.ask(Some(BTreeSet::new()))
    }

    /// The number of the question that was handed out last.
    pub(super) fn asked(&mut self, number: u64) {
        self.newest = number;
        self.refused = false;
        if let Some(newest) = self.unanswered.back_mut() {
            newest.number = number;
        }
    }

    /// Envoy says something.
    pub(super) fn heard(&mut self, status: &DeliveryStatus) -> Heard {
        let mut heard = Heard {
            accepted: self.accept(status.acknowledged),
            ask: None,
        };
        let refusal = status.rejected.as_ref();
        if let Some(refusal) = refusal.filter(|refusal| refusal.number == self.newest)
            && !std::mem::replace(&mut self.refused, true)
        {
            self.revision = self.wanted.as_ref().map_or(0, |wanted| wanted.revision);
            heard.ask = self.refuse(refusal);
        } else if heard.accepted.is_some()
            && self.unanswered.is_empty()
            && let Some(search) = &mut self.search
        {
            let next = search.accepted();
            heard.ask = self.go_on(next);
        }
        heard
    }

    /// For a report: what is refused, and whose fault it is.
    pub(super) fn rejection(&self) -> Option<Rejection> {
        let first = self.tainted.values().next();
        let message = match (&self.unexplained, first) {
            (Some(unexplained), _) => unexplained.clone(),
            (None, Some(first)) => first.message.clone(),
            (None, None) => return None,
        };
        Some(Rejection {
            revision: self.revision,
            message,
            objects: self.tainted(),
        })
    }

    /// Whose fault it is.
    pub(super) fn tainted(&self) -> Vec<Tainted> {
        self.tainted.values().cloned().collect()
    }

    fn accept(&mut self, number: u64) -> Option<Arc<GatewayIntent>> {
        let mut accepted = None;
        while self
            .unanswered
            .front()
            .is_some_and(|asked| asked.number <= number)
            && let Some(asked) = self.unanswered.pop_front()
        {
            self.remember(&asked);
            self.good = Some(asked.intent.clone());
            accepted = Some(asked.intent);
        }
        accepted
    }

    /// Keeps what objects were before, in case another node's Envoy refuses what this one accepted.
    fn remember(&mut self, asked: &Asked) {
        let (Some(good), Some(changed)) = (&self.good, &asked.changed) else {
            return;
        };
        for key in changed {
            if version(good, key) != version(&asked.intent, key) {
                self.before.insert(key.clone(), part(good, key));
            }
        }
        while self.before.len() > REMEMBERED {
            self.before.pop_first();
        }
    }

    /// Objects that are otherwise than when they were refused are given another chance.
    fn lift(&mut self, wanted: &GatewayIntent, changed: Option<&BTreeSet<ObjectKey>>) {
        let is_shape = |key: &ObjectKey| matches!(key.kind, Kind::Gateway | Kind::GatewayTemplate);
        let good = self.good.as_deref();
        let reshaped = changed.is_some_and(|changed| {
            let mut shapes = changed.iter().filter(|key| is_shape(key));
            shapes.any(|key| good.and_then(|good| version(good, key)) != version(wanted, key))
        });
        self.tainted.retain(|key, tainted| {
            let is_the_same = version(wanted, key) == Some(tainted.spec_revision);
            is_the_same && (!reshaped || is_shape(key))
        });
    }

    /// Asks for everything that is not at fault, and in a search not in doubt.
    fn ask(&mut self, changed: Option<BTreeSet<ObjectKey>>) -> Option<Ask> {
        let wanted = self.wanted.clone()?;
        let doubtful = self.search.iter().flat_map(Search::doubtful).cloned();
        let mut keep: BTreeMap<ObjectKey, Option<Part>> = BTreeMap::new();
        for key in self.tainted.keys().cloned().chain(doubtful) {
            let good = self.good.as_deref().and_then(|good| part(good, &key));
            keep.insert(key, good);
        }
        for tainted in &self.elsewhere {
            let key = &tainted.object;
            let refused = Some(tainted.spec_revision);
            if version(&wanted, key) != refused || keep.contains_key(key) {
                continue;
            }
            let good = self.good.as_deref().and_then(|good| part(good, key));
            if good.as_ref().map(Part::version) != refused {
                keep.insert(key.clone(), good);
            } else if let Some(before) = self.before.get(key) {
                keep.insert(key.clone(), before.clone());
            }
        }
        let was = |key: &ObjectKey| {
            let good = self.good.as_deref().and_then(|good| part(good, key));
            good.or_else(|| self.before.get(key).cloned().flatten())
        };
        let (mut intent, deviating) = compose(&wanted, &keep, was);
        if self.search.is_some() && !keep.is_empty() {
            // Not all of the revision that is not at fault.
            let known = self.good.as_ref().map_or(0, |good| good.revision);
            Arc::make_mut(&mut intent).revision = known;
        }
        let before = std::mem::replace(&mut self.deviating, deviating);
        let changed = changed.map(|mut changed| {
            changed.extend(before);
            changed.extend(self.deviating.iter().cloned());
            changed
        });
        if self.unanswered.len() >= UNANSWERED
            && let Some(oldest) = self.unanswered.pop_front()
            && let Some(next) = self.unanswered.front_mut()
        {
            next.changed = next
                .changed
                .take()
                .zip(oldest.changed)
                .map(|(mut all, older)| {
                    all.extend(older);
                    all
                });
        }
        self.unanswered.push_back(Asked {
            number: u64::MAX,
            intent: intent.clone(),
            changed: changed.clone(),
        });
        Some(Ask { intent, changed })
    }
}

#[cfg(test)]
mod tests;
