//! The log of what happened: repeats are counted, the oldest go.

use std::collections::BTreeMap;
use std::sync::Arc;

use epic_api::event::{EventSpec, SYSTEM_ACCOUNT};
use epic_api::{Event, Kind, ObjectKey, RawObject};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::store::revision_of;
use crate::world::EventDraft;

/// Events of one account.
pub(super) const PER_ACCOUNT: usize = 1_000;
/// Events of all accounts.
pub(super) const IN_TOTAL: usize = 5_000;

/// Every event by age, so that the oldest are found.
#[derive(Debug, Default)]
pub(super) struct EventLog {
    by_age: BTreeMap<u64, ObjectKey>,
    /// Ages by account, then by name.
    accounts: BTreeMap<String, BTreeMap<String, u64>>,
    clock: u64,
}

impl EventLog {
    pub(super) fn new(mut events: Vec<Arc<RawObject>>) -> Self {
        events.sort_by_key(|event| revision_of(event));
        let mut log = EventLog::default();
        for event in events {
            log.touch(&event.key());
        }
        log
    }

    /// The event to store for a draft, given the one stored under its key.
    pub(super) fn record(
        &mut self,
        draft: EventDraft,
        stored: impl FnOnce(&ObjectKey) -> Option<Arc<RawObject>>,
        now: Timestamp,
    ) -> RawObject {
        let account = draft
            .regarding
            .account
            .clone()
            .unwrap_or_else(|| SYSTEM_ACCOUNT.to_owned());
        let key = ObjectKey::in_account(Kind::Event, account.clone(), name(&draft));
        let known = stored(&key).and_then(|raw| Event::from_raw(&raw).ok());
        let repeated = known.is_some();
        let mut event = known.unwrap_or_else(|| {
            let spec = EventSpec {
                regarding: draft.regarding.into(),
                kind: draft.kind,
                reason: draft.reason,
                message: draft.message,
                source: "epicd".to_owned(),
                count: 0,
                first_seen: now,
                last_seen: now,
            };
            let mut event = Event::new(Some(&account), &key.name, spec);
            event.metadata.uid = Some(Uuid::new_v4().to_string());
            event.metadata.creation_timestamp = Some(now);
            event
        });
        event.spec.count = event.spec.count.saturating_add(1);
        event.spec.last_seen = now;
        event.metadata.generation += 1;
        self.touch(&key);
        tracing::debug!(event = %key, repeated, "recorded");
        event.to_raw()
    }

    /// The oldest events beyond the bounds; the log forgets them.
    pub(super) fn trim(&mut self) -> Vec<ObjectKey> {
        let mut gone = Vec::new();
        while let Some(key) = self.one_too_many() {
            self.forget(&key);
            gone.push(key);
        }
        gone
    }

    /// Every event of an account; the log forgets them.
    pub(super) fn forget_account(&mut self, account: &str) -> Vec<ObjectKey> {
        let names = self.accounts.remove(account).unwrap_or_default();
        names
            .into_iter()
            .map(|(name, age)| {
                self.by_age.remove(&age);
                ObjectKey::in_account(Kind::Event, account, name)
            })
            .collect()
    }

    fn one_too_many(&self) -> Option<ObjectKey> {
        if self.by_age.len() > IN_TOTAL {
            return self.by_age.values().next().cloned();
        }
        let (account, events) = self
            .accounts
            .iter()
            .find(|(_, events)| events.len() > PER_ACCOUNT)?;
        let (name, _) = events.iter().min_by_key(|(_, age)| **age)?;
        Some(ObjectKey::in_account(Kind::Event, account, name))
    }

    fn touch(&mut self, key: &ObjectKey) {
        self.forget(key);
        self.clock += 1;
        self.by_age.insert(self.clock, key.clone());
        let account = key.account.clone().unwrap_or_default();
        self.accounts
            .entry(account)
            .or_default()
            .insert(key.name.clone(), self.clock);
    }

    fn forget(&mut self, key: &ObjectKey) {
        let account = key.account.as_deref().unwrap_or_default();
        if let Some(events) = self.accounts.get_mut(account)
            && let Some(age) = events.remove(&key.name)
        {
            self.by_age.remove(&age);
        }
    }
}

/// The same happening to the same object has the same name, so that repeats find each other.
fn name(draft: &EventDraft) -> String {
    let mut hash = Sha256::new();
    for part in [&draft.regarding.to_string(), &draft.reason, &draft.message] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize();
    let hex: String = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let object: String = draft.regarding.name.chars().take(40).collect();
    format!("{object}-{hex}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use epic_api::event::EventType;

    fn draft(account: &str, message: &str) -> EventDraft {
        EventDraft {
            regarding: ObjectKey::in_account(Kind::Gateway, account, "web"),
            kind: EventType::Normal,
            reason: "Tested".to_owned(),
            message: message.to_owned(),
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_repeat_is_counted_and_keeps_when_it_began() {
        let mut log = EventLog::default();
        let first = log.record(draft("a", "x"), |_| None, at(1));
        let stored = Arc::new(first.clone());
        let second = log.record(draft("a", "x"), |_| Some(stored), at(2));
        assert_eq!(second.key(), first.key());
        let spec = Event::from_raw(&second).unwrap().spec;
        assert_eq!(
            (spec.count, spec.first_seen, spec.last_seen),
            (2, at(1), at(2))
        );
        assert!(log.trim().is_empty());

        let other = log.record(draft("a", "y"), |_| None, at(3));
        assert_ne!(other.key(), first.key());
    }

    #[test]
    fn the_oldest_go_first_and_a_repeat_makes_young() {
        let mut log = EventLog::default();
        let oldest = log.record(draft("a", "0"), |_| None, at(0)).key();
        let second = log.record(draft("a", "1"), |_| None, at(0)).key();
        log.touch(&oldest);
        for number in 2..=PER_ACCOUNT {
            log.record(draft("a", &number.to_string()), |_| None, at(0));
        }
        assert_eq!(log.trim(), [second]);
        assert!(log.trim().is_empty());
    }

    #[test]
    fn all_accounts_together_are_bounded_too() {
        let mut log = EventLog::default();
        for number in 0..=IN_TOTAL {
            let account = format!("a{}", number % 10);
            log.record(draft(&account, &number.to_string()), |_| None, at(0));
        }
        assert_eq!(log.trim().len(), 1);
        assert_eq!(log.forget_account("a1").len(), IN_TOTAL / 10);
        assert!(log.forget_account("a1").is_empty());
    }

    #[test]
    fn an_event_about_a_long_name_has_a_name_that_is_short_enough() {
        let mut draft = draft("a", "x");
        draft.regarding.name = "n".repeat(63);
        assert!(name(&draft).len() <= 63);
    }
}
