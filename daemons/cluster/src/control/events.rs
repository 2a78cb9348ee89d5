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
