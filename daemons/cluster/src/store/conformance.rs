//! What every store must do. A new store runs [`check`] in its tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use epic_api::{Kind, ObjectKey, ObjectMeta, RawObject};
use proptest::prelude::*;

use super::{Batch, CommitError, Expect, Operation, Store, Write, revision_of};

/// A new, empty store.
pub(super) type Fresh<'a> = &'a dyn Fn() -> Arc<dyn Store>;

/// Runs every check.
pub(super) async fn check(fresh: Fresh<'_>) {
    a_write_is_read_back_with_its_revision(fresh()).await;
    a_batch_happens_as_a_whole_or_not_at_all(fresh()).await;
    expectations_are_met_or_the_write_is_refused(fresh()).await;
    the_spec_revision_moves_with_the_spec_only(fresh()).await;
    a_writer_that_was_overtaken_is_told(fresh()).await;
    lists_are_sorted_and_of_one_account_or_all(fresh()).await;
    changes_are_complete_and_in_order(fresh()).await;
    the_future_can_not_be_watched(fresh()).await;
    of_64_creators_of_one_object_one_wins(fresh()).await;
    watchers_wake_up(fresh()).await;
}

pub(super) fn backend(name: &str, payload: u64) -> Arc<RawObject> {
    object(Kind::Backend, Some("acme"), name, payload)
}

pub(super) fn put(object: Arc<RawObject>, expect: Expect) -> Batch {
    Batch {
        after: None,
        writes: vec![Write::Put {
            object,
            spec_changed: true,
            expect,
        }],
        history: Vec::new(),
    }
}

pub(super) fn delete(object: &RawObject, expect: Expect) -> Batch {
    Batch {
        after: None,
        writes: vec![Write::Delete {
            key: object.key(),
            expect,
        }],
        history: Vec::new(),
    }
}

fn object(kind: Kind, account: Option<&str>, name: &str, payload: u64) -> Arc<RawObject> {
    let metadata = ObjectMeta {
        name: name.to_owned(),
        account: account.map(str::to_owned),
        ..ObjectMeta::default()
    };
    let spec = serde_json::json!({ "payload": payload });
    Arc::new(RawObject {
        kind,
        metadata,
        spec,
        status: None,
    })
}

async fn a_write_is_read_back_with_its_revision(store: Arc<dyn Store>) {
    let web = backend("web", 7);
    let changes = store
        .commit(put(web.clone(), Expect::Absent))
        .await
        .unwrap();
    let read = store.get(&web.key()).unwrap();
    assert_eq!(read, changes[0].object);
    assert_eq!(revision_of(&read), store.revision());
    assert_eq!(read.spec, web.spec);

    store.commit(delete(&web, Expect::Anything)).await.unwrap();
    assert_eq!(store.get(&web.key()), None);
}

async fn a_batch_happens_as_a_whole_or_not_at_all(store: Arc<dyn Store>) {
    let mut batch = put(backend("a", 1), Expect::Absent);
    batch
        .writes
        .extend(put(backend("b", 1), Expect::At(99)).writes);
    let refused = store.commit(batch).await.unwrap_err();
    assert_eq!(
        refused,
        CommitError::Conflict {
            key: backend("b", 1).key(),
            found: None
        }
    );
    assert_eq!(
        (store.revision(), store.get(&backend("a", 1).key())),
        (0, None)
    );

    // Later writes of a batch see the earlier ones.
    let mut batch = put(backend("a", 1), Expect::Absent);
    batch
        .writes
        .extend(put(backend("a", 2), Expect::At(1)).writes);
    let changes = store.commit(batch).await.unwrap();
    let operations: Vec<_> = changes.iter().map(|change| change.operation).collect();
    assert_eq!(operations, [Operation::Create, Operation::Update]);
}

async fn expectations_are_met_or_the_write_is_refused(store: Arc<dyn Store>) {
    let web = backend("web", 1);
    store
        .commit(put(web.clone(), Expect::Absent))
        .await
        .unwrap();
    let found = Some(1);
    let conflict = CommitError::Conflict {
        key: web.key(),
        found,
    };
    for batch in [
        put(web.clone(), Expect::Absent),
        put(web.clone(), Expect::At(2)),
        delete(&web, Expect::At(2)),
    ] {
        assert_eq!(store.commit(batch).await.unwrap_err(), conflict);
    }
    assert_eq!(store.revision(), 1);
    store.commit(put(web.clone(), Expect::At(1))).await.unwrap();
    store.commit(delete(&web, Expect::At(2))).await.unwrap();
    let nothing = store.commit(delete(&web, Expect::Anything)).await.unwrap();
    assert_eq!((nothing, store.revision()), (vec![], 3));
}

async fn the_spec_revision_moves_with_the_spec_only(store: Arc<dyn Store>) {
    let created = store
        .commit(put(backend("web", 1), Expect::Absent))
        .await
        .unwrap();
    let status_write = Write::Put {
        object: created[0].object.clone(),
        spec_changed: false,
        expect: Expect::At(1),
    };
    let batch = Batch {
        after: None,
        writes: vec![status_write],
        history: Vec::new(),
    };
    let changes = store.commit(batch).await.unwrap();
    let metadata = &changes[0].object.metadata;
    assert_eq!(
        (metadata.spec_revision, metadata.resource_version.as_deref()),
        (1, Some("2"))
    );
}

async fn a_writer_that_was_overtaken_is_told(store: Arc<dyn Store>) {
    let at_zero = Batch {
        after: Some(0),
        ..put(backend("a", 1), Expect::Anything)
    };
    store.commit(at_zero.clone()).await.unwrap();
    let overtaken = store.commit(at_zero).await.unwrap_err();
    assert_eq!(
        overtaken,
        CommitError::Moved {
            expected: 0,
            found: 1
        }
    );
}

async fn lists_are_sorted_and_of_one_account_or_all(store: Arc<dyn Store>) {
    for (kind, account, name) in [
        (Kind::Backend, Some("b"), "x"),
        (Kind::Backend, Some("a"), "z"),
        (Kind::Backend, Some("a"), "y"),
        (Kind::Route, Some("a"), "y"),
        (Kind::Account, None, "a"),
    ] {
        let batch = put(object(kind, account, name, 0), Expect::Absent);
        store.commit(batch).await.unwrap();
    }
    let names = |kind, account| -> Vec<String> {
        let snapshot = store.list(kind, account);
        assert_eq!(snapshot.revision, 5);
        snapshot
            .objects
            .iter()
            .map(|object| object.key().to_string())
            .collect()
    };
    assert_eq!(
        names(Kind::Backend, None),
        ["Backend a/y", "Backend a/z", "Backend b/x"]
    );
    assert_eq!(
        names(Kind::Backend, Some("a")),
        ["Backend a/y", "Backend a/z"]
    );
    assert_eq!(names(Kind::Account, None), ["Account a"]);
    assert!(names(Kind::Gateway, None).is_empty());
}

async fn changes_are_complete_and_in_order(store: Arc<dyn Store>) {
    let web = backend("web", 1);
    store
        .commit(put(web.clone(), Expect::Absent))
        .await
        .unwrap();
    store.commit(put(web.clone(), Expect::At(1))).await.unwrap();
    store.commit(delete(&web, Expect::At(2))).await.unwrap();
    let changes = store.changes(0, 100).unwrap();
    let seen: Vec<_> = changes
        .iter()
        .map(|change| (change.revision, change.operation))
        .collect();
    let expected = [
        (1, Operation::Create),
        (2, Operation::Update),
        (3, Operation::Delete),
    ];
    assert_eq!(seen, expected);
    assert_eq!(
        revision_of(&changes[2].object),
        3,
        "a deletion carries its own revision"
    );
    assert_eq!(store.changes(0, 1).unwrap(), changes[..1]);
    assert_eq!(store.changes(2, 100).unwrap(), changes[2..]);
    assert!(store.changes(3, 100).unwrap().is_empty());
}

async fn the_future_can_not_be_watched(store: Arc<dyn Store>) {
    let expired = store.changes(1, 100).unwrap_err();
    assert_eq!((expired.after, expired.newest), (1, 0));
}

async fn of_64_creators_of_one_object_one_wins(store: Arc<dyn Store>) {
    let mut creators = tokio::task::JoinSet::new();
    for payload in 0..64 {
        let store = store.clone();
        creators.spawn(async move {
            store
                .commit(put(backend("one", payload), Expect::Absent))
                .await
        });
    }
    let outcomes = creators.join_all().await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert_eq!(store.revision(), 1);
}

async fn watchers_wake_up(store: Arc<dyn Store>) {
    let mut head = store.head();
    head.mark_unchanged();
    let waiting = tokio::spawn(async move {
        head.changed().await.unwrap();
        *head.borrow()
    });
    store
        .commit(put(backend("web", 1), Expect::Absent))
        .await
        .unwrap();
    assert_eq!(waiting.await.unwrap(), 1);
}

/// One step of a random history.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Put {
        name: u8,
        payload: u64,
        expect: Guess,
    },
    Delete {
        name: u8,
        expect: Guess,
    },
}

/// An expectation relative to what is there, so that both outcomes are common.
#[derive(Clone, Copy, Debug)]
pub(super) enum Guess {
    Anything,
    Absent,
    Right,
    Stale,
}

pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let guess = prop_oneof![
        Just(Guess::Anything),
        Just(Guess::Absent),
        Just(Guess::Right),
        Just(Guess::Stale)
    ];
    let step = prop_oneof![
        3 => (0..6u8, any::<u64>(), guess.clone())
            .prop_map(|(name, payload, expect)| Step::Put { name, payload, expect }),
        1 => (0..6u8, guess).prop_map(|(name, expect)| Step::Delete { name, expect }),
    ];
    proptest::collection::vec(step, 1..60)
}

/// Plays a history on the store and on a map, and compares them after every step. Returns what
/// must be there in the end.
pub(super) async fn behaves_like_a_map(
    store: &dyn Store,
    steps: &[Step],
) -> BTreeMap<ObjectKey, (u64, u64)> {
    let mut model: BTreeMap<ObjectKey, (u64, u64)> = BTreeMap::new();
    let mut revision = 0;
    for step in steps {
        let (name, guess) = match step {
            Step::Put { name, expect, .. } | Step::Delete { name, expect } => (name, *expect),
        };
        let mut object = backend(&format!("b{name}"), 0);
        let key = object.key();
        let found = model.get(&key).map(|(at, _)| *at);
        let expect = match guess {
            Guess::Anything => Expect::Anything,
            Guess::Absent => Expect::Absent,
            Guess::Right => found.map_or(Expect::Absent, Expect::At),
            Guess::Stale => Expect::At(found.unwrap_or_default() + 1),
        };
        let met = match expect {
            Expect::Anything => true,
            Expect::Absent => found.is_none(),
            Expect::At(at) => found == Some(at),
        };
        let batch = match step {
            Step::Put { payload, .. } => {
                object = backend(&format!("b{name}"), *payload);
                put(object, expect)
            }
            Step::Delete { .. } => delete(&object, expect),
        };
        let outcome = store.commit(batch).await;
        assert_eq!(outcome.is_ok(), met, "{step:?} with {found:?}");
        match step {
            _ if !met => {}
            Step::Put { payload, .. } => {
                revision += 1;
                model.insert(key, (revision, *payload));
            }
            Step::Delete { .. } => revision += u64::from(model.remove(&key).is_some()),
        }
        assert_eq!(store.revision(), revision);
        assert_eq!(contents(store), model);
    }
    model
}

/// Revision and payload of every backend.
pub(super) fn contents(store: &dyn Store) -> BTreeMap<ObjectKey, (u64, u64)> {
    store
        .list(Kind::Backend, None)
        .objects
        .iter()
        .map(|object| {
            let payload = object.spec["payload"].as_u64().unwrap();
            (object.key(), (revision_of(object), payload))
        })
        .collect()
}
