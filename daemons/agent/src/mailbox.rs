//! A place for the newest of something, so that a slow reader holds up nobody and nothing piles up.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// Holds at most one item.
pub(crate) struct Mailbox<T> {
    item: Mutex<Option<T>>,
    arrived: Notify,
}

impl<T> Default for Mailbox<T> {
    fn default() -> Self {
        Mailbox {
            item: Mutex::new(None),
            arrived: Notify::new(),
        }
    }
}

impl<T> Mailbox<T> {
    /// Puts in an item; `merge` makes one of the unread one and it.
    pub(crate) fn put(&self, item: T, merge: impl FnOnce(T, T) -> T) {
        let mut slot = self.lock();
        *slot = Some(match slot.take() {
            Some(unread) => merge(unread, item),
            None => item,
        });
        drop(slot);
        self.arrived.notify_one();
    }

    /// Waits for an item. Cancel safe; for one reader.
    pub(crate) async fn take(&self) -> T {
        loop {
            if let Some(item) = self.lock().take() {
                return item;
            }
            self.arrived.notified().await;
        }
    }

    /// The item, if there is one.
    pub(crate) fn try_take(&self) -> Option<T> {
        self.lock().take()
    }

    fn lock(&self) -> MutexGuard<'_, Option<T>> {
        self.item.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
