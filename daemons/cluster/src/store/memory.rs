//! The state of a store in memory: every object, and the recent changes in a ring.
//!
//! Both are bounded in what they add to the objects themselves: the ring by a number of changes and
//! of bytes. A reader that falls out of the ring has to list again.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use epic_api::{Kind, ObjectKey, RawObject};
use tokio::sync::watch;

use super::{
    Batch, Change, CommitError, Expect, Expired, Operation, Snapshot, Write, revision_of, stamp,
};

/// How much of the past is kept in memory.
#[derive(Clone, Copy, Debug)]
pub struct RingLimits {
    /// Changes.
    pub changes: usize,
    /// Bytes of their objects' JSON, roughly.
    pub bytes: usize,
}

/// A store's state. Readers share it; one writer changes it.
#[derive(Debug)]
pub struct Memory {
    state: RwLock<State>,
    head: watch::Sender<u64>,
    limits: RingLimits,
}

#[derive(Debug, Default)]
struct State {
    objects: BTreeMap<ObjectKey, Arc<RawObject>>,
    /// Without gaps: the first one's revision is `oldest + 1`.
    recent: VecDeque<(Arc<Change>, usize)>,
    recent_bytes: usize,
    oldest: u64,
    revision: u64,
}

impl Memory {
    /// An empty state whose next revision is `compacted + 1`.
    pub fn new(limits: RingLimits, compacted: u64) -> Self {
        Memory {
            state: RwLock::new(State {
                oldest: compacted,
                revision: compacted,
                ..State::default()
            }),
            head: watch::Sender::new(compacted),
            limits,
        }
    }

    /// Puts an object back that was last changed before the oldest change that is kept.
    pub fn restore(&self, object: Arc<RawObject>) {
        self.write().objects.insert(object.key(), object);
    }

    /// Takes in durable changes; `size` is that of the object's JSON.
    pub fn apply(&self, changes: impl IntoIterator<Item = (Arc<Change>, usize)>) {
        let mut state = self.write();
        for (change, size) in changes {
            state.take(change, size, self.limits);
        }
        let revision = state.revision;
        drop(state);
        self.head.send_replace(revision);
    }

    /// What a batch would do, on top of changes that are not durable yet.
    ///
    /// # Errors
    /// An expectation is not met.
    pub fn plan(
        &self,
        batch: Batch,
        pending: &mut Pending,
    ) -> Result<Vec<Arc<Change>>, CommitError> {
        let state = self.read();
        let mut revision = state.revision + pending.count;
        if let Some(expected) = batch.after
            && expected != revision
        {
            return Err(CommitError::Moved {
                expected,
                found: revision,
            });
        }
        // Kept apart until the whole batch is known to be right.
        let mut overlay: BTreeMap<ObjectKey, Option<Arc<RawObject>>> = BTreeMap::new();
        let mut changes = Vec::with_capacity(batch.writes.len());
        for write in batch.writes {
            let key = write.key();
            let current = overlay
                .get(&key)
                .or_else(|| pending.objects.get(&key))
                .map_or_else(|| state.objects.get(&key), Option::as_ref)
                .cloned();
            let expect = match &write {
                Write::Put { expect, .. } | Write::Delete { expect, .. } => *expect,
            };
            let found = current.as_deref().map(revision_of);
            let met = match expect {
                Expect::Anything => true,
                Expect::Absent => found.is_none(),
                Expect::At(at) => found == Some(at),
            };
            if !met {
                return Err(CommitError::Conflict { key, found });
            }
            let previous = current.clone();
            let (operation, mut object, spec_changed) = match (write, current) {
                (
                    Write::Put {
                        object,
                        spec_changed,
                        ..
                    },
                    None,
                ) => (Operation::Create, object, spec_changed),
                (
                    Write::Put {
                        object,
                        spec_changed,
                        ..
                    },
                    Some(_),
                ) => (Operation::Update, object, spec_changed),
                (Write::Delete { .. }, Some(object)) => (Operation::Delete, object, false),
                (Write::Delete { .. }, None) => continue,
            };
            revision += 1;
            stamp(&mut object, revision, spec_changed);
            let after = (operation != Operation::Delete).then(|| object.clone());
            overlay.insert(key, after);
            changes.push(Arc::new(Change {
                revision,
                operation,
                object,
                previous: previous.filter(|_| operation == Operation::Update),
            }));
        }
        pending.count += changes.len() as u64;
        pending.objects.append(&mut overlay);
        Ok(changes)
    }

    /// See [`super::Store::get`].
    pub fn get(&self, key: &ObjectKey) -> Option<Arc<RawObject>> {
        self.read().objects.get(key).cloned()
    }

    /// See [`super::Store::list`].
    pub fn list(&self, kind: Kind, account: Option<&str>) -> Snapshot {
        let state = self.read();
        let first = ObjectKey {
            kind,
            account: account.map(str::to_owned),
            name: String::new(),
        };
        let objects = state
            .objects
            .range(first..)
            .take_while(|(key, _)| {
                key.kind == kind && (account.is_none() || key.account.as_deref() == account)
            })
            .map(|(_, object)| object.clone())
            .collect();
        Snapshot {
            revision: state.revision,
            objects,
        }
    }

    /// The newest revision.
    pub fn revision(&self) -> u64 {
        self.read().revision
    }

    /// See [`super::Store::changes`].
    ///
    /// # Errors
    /// The ring does not reach back that far, or the revision is yet to come.
    pub fn changes(&self, after: u64, limit: usize) -> Result<Vec<Arc<Change>>, Expired> {
        let state = self.read();
        if after < state.oldest || after > state.revision {
            return Err(Expired {
                after,
                oldest: state.oldest,
                newest: state.revision,
            });
        }
        let skip = usize::try_from(after - state.oldest).unwrap_or(usize::MAX);
        Ok(state
            .recent
            .range(skip.min(state.recent.len())..)
            .take(limit)
            .map(|(change, _)| change.clone())
            .collect())
    }

    /// See [`super::Store::head`].
    pub fn head(&self) -> watch::Receiver<u64> {
        self.head.subscribe()
    }

    // A panic of another reader leaves the state whole: every change to it is made of steps that
    // don't panic.
    fn read(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn take(&mut self, change: Arc<Change>, size: usize, limits: RingLimits) {
        let key = change.object.key();
        if change.operation == Operation::Delete {
            self.objects.remove(&key);
        } else {
            self.objects.insert(key, change.object.clone());
        }
        self.revision = change.revision;
        self.recent.push_back((change, size));
        self.recent_bytes += size;
        while self.recent.len() > limits.changes || self.recent_bytes > limits.bytes {
            let Some((change, size)) = self.recent.pop_front() else {
                break;
            };
            self.recent_bytes -= size;
            self.oldest = change.revision;
        }
    }
}

/// Changes that were planned and are on their way to the disk.
#[derive(Debug, Default)]
pub struct Pending {
    objects: BTreeMap<ObjectKey, Option<Arc<RawObject>>>,
    count: u64,
}
