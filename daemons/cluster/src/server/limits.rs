//! How much one user and one address may ask for: token buckets, and places for watches.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use epic_api::{ApiError, Reason};
use tokio::time::Instant;

/// Users and addresses that are counted at once.
const COUNTED: usize = 20_000;
/// An address may ask for this much more than a user: many may be behind it.
const USERS_BEHIND_AN_ADDRESS: f64 = 8.0;

/// Rates; each may be exceeded for a while by ten seconds' worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Reads of one user in a second.
    pub reads: f64,
    /// Writes of one user in a second; a batch is one.
    pub writes: f64,
    /// Requests in a second from one address that nobody is known for.
    pub strangers: f64,
    /// Watches of one user at once.
    pub watches: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            reads: 2_000.0,
            writes: 2_000.0,
            strangers: 20.0,
            watches: 512,
        }
    }
}

const BURST_SECONDS: f64 = 10.0;

#[derive(Clone, Debug, Eq, Hash, PartialEq)]
enum Who {
    Reads(Arc<str>),
    Writes(Arc<str>),
    ReadsFrom(IpAddr),
    WritesFrom(IpAddr),
    Stranger(IpAddr),
}

/// What was used of the limits. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Usage {
    limits: Limits,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    buckets: HashMap<Who, Bucket>,
    watches: HashMap<Arc<str>, usize>,
}

/// Tokens left, and when that was so.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl Usage {
    /// Nothing used yet.
    pub fn new(limits: Limits) -> Self {
        Usage {
            limits,
            state: Arc::default(),
        }
    }

    /// Counts a request of somebody.
    ///
    /// # Errors
    /// 429.
    pub(super) fn take(
        &self,
        user: &Arc<str>,
        source: IpAddr,
        write: bool,
    ) -> Result<(), ApiError> {
        let (rate, who, from, what) = if write {
            let who = Who::Writes(user.clone());
            (self.limits.writes, who, Who::WritesFrom(source), "writes")
        } else {
            let who = Who::Reads(user.clone());
            (self.limits.reads, who, Who::ReadsFrom(source), "reads")
        };
        self.draw(from, rate * USERS_BEHIND_AN_ADDRESS, || {
            format!("there are too many {what} from {source}")
        })?;
        self.draw(who, rate, || {
            format!("there are too many {what} of {user}: at most {rate} in a second")
        })
    }

    /// Counts a request of nobody known.
    ///
    /// # Errors
    /// 429.
    pub(super) fn take_stranger(&self, source: IpAddr) -> Result<(), ApiError> {
        self.draw(Who::Stranger(source), self.limits.strangers, || {
            format!("there are too many requests from {source} that nobody is known for")
        })
    }

    /// A place for a watch, for as long as the answer is kept.
    ///
    /// # Errors
    /// 429.
    pub(super) fn watch(&self, user: &Arc<str>) -> Result<Seat, ApiError> {
        let mut state = self.lock();
        let watches = state.watches.entry(user.clone()).or_default();
        if *watches >= self.limits.watches {
            let full = format!("{user} has {watches} watches already");
            return Err(ApiError::new(Reason::TooManyRequests, full)
                .with_hint("close some, or try again later"));
        }
        *watches += 1;
        Ok(Seat {
            usage: self.clone(),
            user: user.clone(),
        })
    }

    fn draw(&self, who: Who, rate: f64, message: impl FnOnce() -> String) -> Result<(), ApiError> {
        let now = Instant::now();
        let most = (rate * BURST_SECONDS).max(1.0);
        let mut state = self.lock();
        if state.buckets.len() >= COUNTED && !state.buckets.contains_key(&who) {
            // Whoever has not asked for the time a bucket takes to fill has a full one.
            state
                .buckets
                .retain(|_, bucket| now.duration_since(bucket.at).as_secs_f64() < BURST_SECONDS);
            if state.buckets.len() >= COUNTED {
                let message = "too many clients are asking at once";
                return Err(ApiError::new(Reason::TooManyRequests, message));
            }
        }
        let bucket = state.buckets.entry(who).or_insert(Bucket {
            left: most,
            at: now,
        });
        let since = now.duration_since(bucket.at).as_secs_f64();
        bucket.left = (bucket.left + since * rate).min(most);
        bucket.at = now;
        if bucket.left < 1.0 {
            return Err(ApiError::new(Reason::TooManyRequests, message())
                .with_hint("wait as long as Retry-After says"));
        }
        bucket.left -= 1.0;
        Ok(())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A watch's place; given back when it is dropped.
#[derive(Debug)]
pub(super) struct Seat {
    usage: Usage,
    user: Arc<str>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut state = self.usage.lock();
        if let Some(watches) = state.watches.get_mut(&self.user) {
            *watches -= 1;
            if *watches == 0 {
                state.watches.remove(&self.user);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn usage() -> Usage {
        Usage::new(Limits {
            reads: 10.0,
            writes: 1.0,
            strangers: 1.0,
            watches: 2,
        })
    }

    const HOME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[tokio::test(start_paused = true)]
    async fn a_burst_passes_then_the_rate_counts_for_each_user() {
        let usage = usage();
        let (alice, bob): (Arc<str>, Arc<str>) = ("alice".into(), "bob".into());
        for _ in 0..10 {
            usage.take(&alice, HOME, true).unwrap();
        }
        assert_eq!(usage.take(&alice, HOME, true).unwrap_err().code, 429);
        assert!(usage.take(&bob, HOME, true).is_ok());
        assert!(usage.take(&alice, HOME, false).is_ok());
        tokio::time::advance(Duration::from_secs(1)).await;
        assert!(usage.take(&alice, HOME, true).is_ok());
        assert!(usage.take(&alice, HOME, true).is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn a_flood_of_strangers_takes_bounded_memory() {
        let usage = usage();
        for number in 0..(COUNTED as u32 + 100) {
            let _ = usage.take_stranger(IpAddr::V4(number.into()));
        }
        assert_eq!(usage.lock().buckets.len(), COUNTED);
        tokio::time::advance(Duration::from_secs(11)).await;
        assert!(usage.take_stranger(HOME).is_ok());
        assert_eq!(usage.lock().buckets.len(), 1);
    }

    #[test]
    fn a_watch_s_place_is_given_back() {
        let usage = usage();
        let user: Arc<str> = "alice".into();
        let first = usage.watch(&user).unwrap();
        let _second = usage.watch(&user).unwrap();
        assert_eq!(usage.watch(&user).unwrap_err().code, 429);
        drop(first);
        assert!(usage.watch(&user).is_ok());
    }
}
