//! Looks for the objects at fault among those in doubt.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use epic_api::gateway::Tainted;
use epic_api::{Kind, ObjectKey};
use epic_envoy::delivery::Refusal;
use epic_envoy::names;
use epic_envoy::translate::ResourceType;

use super::intents::{differing, version};
use super::{Ask, Quarantine};

/// Refusals after which what is still in doubt counts as at fault: a change of thousands of objects
/// of which hundreds are bad must come to an end.
const MOST_REFUSALS: usize = 200;

/// What is tried now and what later.
#[derive(Debug, Default)]
pub(super) struct Search {
    trying: BTreeSet<ObjectKey>,
    later: VecDeque<BTreeSet<ObjectKey>>,
    /// What is not in doubt has been accepted by itself.
    has_ground: bool,
}

/// How a search goes on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Next {
    /// With another try.
    Try,
    /// Nothing is in doubt any more.
    Done,
}

impl Search {
    /// What is left out of the current try.
    pub(super) fn doubtful(&self) -> impl Iterator<Item = &ObjectKey> {
        self.later.iter().flatten()
    }

    /// These have changed meanwhile.
    pub(super) fn later(&mut self, changed: BTreeSet<ObjectKey>) {
        for group in &mut self.later {
            group.retain(|key| !changed.contains(key));
        }
        self.later.retain(|group| !group.is_empty());
        if !changed.is_empty() {
            self.later.push_back(changed);
        }
    }

    /// What was tried is good.
    pub(super) fn accepted(&mut self) -> Next {
        let is_first = !std::mem::replace(&mut self.has_ground, true);
        let next = self.next();
        if is_first && self.trying.len() > 1 {
            // Together they were refused already.
            self.split();
        }
        next
    }

    fn next(&mut self) -> Next {
        match self.later.pop_front() {
            Some(group) => {
                self.trying = group;
                Next::Try
            }
            None => Next::Done,
        }
    }

    /// One of the tried is bad: half of them first.
    fn split(&mut self) {
        let mut first = std::mem::take(&mut self.trying);
        let middle = first.iter().nth(first.len() / 2).cloned();
        if let Some(middle) = middle {
            self.later.push_front(first.split_off(&middle));
        }
        self.trying = first;
    }
}

impl Quarantine {
    /// Envoy refuses the newest question.
    pub(super) fn refuse(&mut self, refusal: &Refusal) -> Option<Ask> {
        self.refusals += 1;
        if self.refusals > 2 * MOST_REFUSALS {
            return self.give_up(refusal);
        }
        let Some(mut search) = self.search.take() else {
            return self.begin(refusal);
        };
        if !search.has_ground {
            // What nobody suspected is at fault, too, or alone.
            let more = self.suspects(refusal);
            let known: BTreeSet<ObjectKey> = search.doubtful().cloned().collect();
            let all = self.differing();
            let wider: BTreeSet<ObjectKey> = known.union(&more).cloned().collect();
            let wider = if wider == known { all } else { wider };
            if wider == known {
                return self.give_up(refusal);
            }
            search.later = VecDeque::from([wider]);
            self.search = Some(search);
            return self.ask_again();
        }
        let among: BTreeSet<ObjectKey> = self
            .suspects(refusal)
            .intersection(&search.trying)
            .cloned()
            .collect();
        let culprit = match (among.len(), search.trying.len()) {
            (1, _) if names_itself(refusal) => among.first().cloned(),
            (_, 1) => search.trying.first().cloned(),
            _ => None,
        };
        if self.refusals > MOST_REFUSALS {
            let all: Vec<ObjectKey> = search
                .trying
                .iter()
                .chain(search.doubtful())
                .cloned()
                .collect();
            for key in all {
                self.taint(&key, &refusal.message);
            }
            return self.ask_again();
        }
        let next = match culprit {
            Some(culprit) => {
                self.taint(&culprit, &refusal.message);
                search.trying.remove(&culprit);
                if search.trying.is_empty() {
                    search.next()
                } else {
                    Next::Try
                }
            }
            None if search.trying.is_empty() => search.next(),
            None => {
                search.split();
                Next::Try
            }
        };
        self.search = Some(search);
        self.go_on(next)
    }

    /// Asks for the next try, or for everything that is not at fault.
    pub(super) fn go_on(&mut self, next: Next) -> Option<Ask> {
        if next == Next::Done {
            self.search = None;
        }
        self.ask_again()
    }

    fn begin(&mut self, refusal: &Refusal) -> Option<Ask> {
        let suspects = self.suspects(refusal);
        if suspects.is_empty() {
            return self.give_up(refusal);
        }
        if names_itself(refusal)
            && suspects.len() == 1
            && let Some(culprit) = suspects.first()
        {
            self.taint(culprit, &refusal.message);
            return self.ask_again();
        }
        self.search = Some(Search {
            later: VecDeque::from([suspects]),
            ..Search::default()
        });
        self.ask_again()
    }

    /// Everything that may differ from what Envoy was told last.
    fn ask_again(&mut self) -> Option<Ask> {
        let mut changed = Some(self.differing());
        for asked in &self.unanswered {
            changed = changed.zip(asked.changed.as_ref()).map(|(mut all, more)| {
                all.extend(more.iter().cloned());
                all
            });
        }
        let changed = changed.map(|mut changed| {
            changed.extend(self.tainted.keys().cloned());
            changed
        });
        // What was refused is answered: its changes are asked for anew.
        self.unanswered.clear();
        self.ask(changed)
    }

    fn give_up(&mut self, refusal: &Refusal) -> Option<Ask> {
        self.search = None;
        self.unexplained = Some(refusal.message.clone());
        None
    }

    fn taint(&mut self, key: &ObjectKey, message: &str) {
        let wanted = self.wanted.as_deref();
        let Some(version) = wanted.and_then(|wanted| version(wanted, key)) else {
            // Its absence is at fault, which nobody can be told; what names it is.
            return;
        };
        tracing::warn!(object = %key, message, "Envoy refuses it; it stays as it was");
        let tainted = Tainted {
            object: key.clone(),
            spec_revision: version,
            message: message.to_owned(),
        };
        self.tainted.insert(key.clone(), tainted);
    }

    /// The changed objects that a refusal may be the fault of.
    fn suspects(&self, refusal: &Refusal) -> BTreeSet<ObjectKey> {
        let differing = self.differing();
        let resources = refusal.resources.iter().map(AsRef::as_ref);
        let named: BTreeMap<Kind, BTreeSet<&str>> = [
            (
                Kind::Backend,
                resources
                    .clone()
                    .filter_map(names::backend_of_cluster)
                    .collect(),
            ),
            (
                Kind::Certificate,
                resources.filter_map(names::certificate_of_secret).collect(),
            ),
        ]
        .into();
        let is_named = |key: &ObjectKey| {
            named
                .get(&key.kind)
                .is_some_and(|names| names.contains(key.name.as_str()))
        };
        let fits = |key: &ObjectKey| match refusal.kind {
            ResourceType::Cluster | ResourceType::Endpoints | ResourceType::Secret => is_named(key),
            ResourceType::RouteConfiguration | ResourceType::Scope => key.kind == Kind::Route,
            ResourceType::Listener => {
                matches!(
                    key.kind,
                    Kind::Gateway | Kind::GatewayTemplate | Kind::Route
                )
            }
        };
        let suspects: BTreeSet<ObjectKey> =
            differing.iter().filter(|key| fits(key)).cloned().collect();
        if suspects.is_empty() {
            differing
        } else {
            suspects
        }
    }

    /// What of the wanted is in doubt: what differs from the last good intent.
    pub(super) fn differing(&self) -> BTreeSet<ObjectKey> {
        let Some(wanted) = &self.wanted else {
            return BTreeSet::new();
        };
        let mut differing = differing(wanted, self.good.as_deref());
        differing.retain(|key| !self.tainted.contains_key(key));
        differing
    }
}

/// Whether the refused resources are each of one object.
fn names_itself(refusal: &Refusal) -> bool {
    matches!(
        refusal.kind,
        ResourceType::Cluster | ResourceType::Endpoints | ResourceType::Secret
    )
}
