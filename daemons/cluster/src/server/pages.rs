//! Lists in pages. A list's later pages come from the moment of its first, whatever has changed
//! since: what was found is kept, as pointers, until it is read, too old or pushed out by others.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use epic_api::{ApiError, RawObject, Reason};
use tokio::time::Instant;
use uuid::Uuid;

/// The most objects of a page.
pub(super) const LARGEST_PAGE: usize = 10_000;
/// How long a list can be gone on with.
const LIFE: Duration = Duration::from_secs(300);
/// Lists that are kept.
const LISTS: usize = 256;
/// Objects in all lists that are kept.
const OBJECTS: usize = 1_000_000;

/// Lists that have further pages. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Pages(Arc<Mutex<BTreeMap<Uuid, Kept>>>);

#[derive(Debug)]
struct Kept {
    list: Arc<Found>,
    since: Instant,
}

/// What a list has found.
#[derive(Debug)]
pub(super) struct Found {
    /// At which revision.
    pub(super) revision: u64,
    /// In order.
    pub(super) objects: Vec<Arc<RawObject>>,
    /// Who asked what. Only the same question by the same asker goes on.
    pub(super) question: String,
}

/// Some of what a list has found.
pub(super) struct Page {
    pub(super) list: Arc<Found>,
    pub(super) range: std::ops::Range<usize>,
    /// What goes on after it.
    pub(super) next: Option<String>,
}

impl Pages {
    /// The first page.
    pub(super) fn first(&self, list: Found, limit: Option<usize>) -> Page {
        let list = Arc::new(list);
        let total = list.objects.len();
        let end = limit.map_or(total, |limit| limit.min(total));
        let next = (end < total).then(|| self.keep(list.clone(), end));
        Page {
            list,
            range: 0..end,
            next,
        }
    }

    /// The page that a `continue` stands for. The same one can be had again.
    ///
    /// # Errors
    /// 400 for what is none or belongs to another list, 410 for one that is over.
    pub(super) fn next(
        &self,
        token: &str,
        question: &str,
        limit: Option<usize>,
    ) -> Result<Page, ApiError> {
        let bad = |what: &str| ApiError::new(Reason::BadRequest, format!("continue {what}"));
        let parsed = token
            .split_once('.')
            .and_then(|(id, start)| Some((id.parse::<Uuid>().ok()?, start.parse::<usize>().ok()?)));
        let (id, start) = parsed.ok_or_else(|| bad("is not one that a list gave"))?;
        let list = self.find(id).ok_or_else(over)?;
        if list.question != question || start > list.objects.len() {
            return Err(bad("belongs to another list: ask as for its first page"));
        }
        let total = list.objects.len();
        let end = limit.map_or(total, |limit| (start + limit).min(total));
        let next = (end < total).then(|| format!("{id}.{end}"));
        Ok(Page {
            list,
            range: start..end,
            next,
        })
    }

    fn keep(&self, list: Arc<Found>, end: usize) -> String {
        let now = Instant::now();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|_, kept| now.duration_since(kept.since) < LIFE);
        let mut objects: usize = kept.values().map(|kept| kept.list.objects.len()).sum();
        while kept.len() >= LISTS || (objects + list.objects.len() > OBJECTS && !kept.is_empty()) {
            let oldest = kept.iter().min_by_key(|(_, kept)| kept.since);
            let Some(id) = oldest.map(|(id, _)| *id) else {
                break;
            };
            objects -= kept.remove(&id).map_or(0, |kept| kept.list.objects.len());
        }
        let id = Uuid::new_v4();
        kept.insert(id, Kept { list, since: now });
        format!("{id}.{end}")
    }

    fn find(&self, id: Uuid) -> Option<Arc<Found>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.get(&id)?;
        (Instant::now().duration_since(found.since) < LIFE).then(|| found.list.clone())
    }
}

fn over() -> ApiError {
    let minutes = LIFE.as_secs() / 60;
    ApiError::new(
        Reason::Expired,
        format!("the list is over: it is kept for {minutes} minutes, and not over a restart"),
    )
    .with_hint("list again from the beginning")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(count: usize) -> Found {
        let object = Arc::new(RawObject {
            kind: epic_api::Kind::Backend,
            metadata: epic_api::ObjectMeta::default(),
            spec: serde_json::Value::Null,
            status: None,
        });
        Found {
            revision: 7,
            objects: vec![object; count],
            question: "all".to_owned(),
        }
    }

    #[tokio::test(start_paused = true)]
    async fn pages_follow_each_other_to_the_end_and_can_be_had_again() {
        let pages = Pages::default();
        let first = pages.first(found(5), Some(2));
        let token = first.next.unwrap();
        for _ in 0..2 {
            let second = pages.next(&token, "all", Some(2)).unwrap();
            assert_eq!(second.range, 2..4);
            let last = pages.next(&second.next.unwrap(), "all", Some(2)).unwrap();
            assert_eq!((last.range, last.next), (4..5, None));
        }
        assert_eq!(pages.next(&token, "other", None).err().unwrap().code, 400);
        tokio::time::advance(LIFE).await;
        assert_eq!(pages.next(&token, "all", None).err().unwrap().code, 410);
    }

    #[tokio::test(start_paused = true)]
    async fn more_lists_than_are_kept_push_out_the_oldest() {
        let pages = Pages::default();
        let oldest = pages.first(found(2), Some(1)).next.unwrap();
        for _ in 0..LISTS {
            tokio::time::advance(Duration::from_millis(1)).await;
            pages.first(found(2), Some(1));
        }
        assert_eq!(pages.next(&oldest, "all", None).err().unwrap().code, 410);
        assert_eq!(pages.0.lock().unwrap().len(), LISTS);
    }
}
