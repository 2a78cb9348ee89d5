use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::Mutex;

use epic_api::Kind;
use epic_api::revision::ChangeOperation;
use jiff::Timestamp;
use proptest::prelude::*;
use tempfile::TempDir;

use super::{OpenError, SqliteOptions, SqliteStore};
use crate::control::revisions::{Intended, records};
use crate::request::RequestContext;
use crate::store::conformance::{self, backend, behaves_like_a_map, contents, delete, put, steps};
use crate::store::history::{Entry, HistoryError, HistoryLimits};
use crate::store::{Batch, CommitError, Expect, Store};

fn open(folder: &TempDir, options: SqliteOptions) -> SqliteStore {
    SqliteStore::open(&folder.path().join("epic.db"), options).unwrap()
}

fn small() -> SqliteOptions {
    SqliteOptions {
        keep_revisions: 10,
        ..SqliteOptions::default()
    }
}

#[tokio::test]
async fn it_conforms() {
    let folders = Mutex::new(Vec::new());
    conformance::check(&|| {
        let folder = TempDir::new().unwrap();
        let store = open(&folder, SqliteOptions::default());
        folders.lock().unwrap().push(folder);
        Arc::new(store)
    })
    .await;
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn any_history_behaves_like_a_map_and_survives_reopening(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let folder = TempDir::new().unwrap();
        // So few revisions are kept that compaction runs in the middle.
        let store = open(&folder, small());
        let model = runtime.block_on(behaves_like_a_map(&store, &steps));
        let revision = store.revision();
        drop(store);
        let store = open(&folder, small());
        prop_assert_eq!(contents(&store), model);
        prop_assert_eq!(store.revision(), revision);
    }
}

#[tokio::test]
async fn history_is_there_after_reopening_and_a_watch_can_resume() {
    let folder = TempDir::new().unwrap();
    let store = open(&folder, SqliteOptions::default());
    store
        .commit(put(backend("web", 1), Expect::Absent))
        .await
        .unwrap();
    store
        .commit(delete(&backend("web", 1), Expect::At(1)))
        .await
        .unwrap();
    let before = store.changes(0, 10).unwrap();
    drop(store);
    let store = open(&folder, SqliteOptions::default());
    assert_eq!(store.changes(0, 10).unwrap(), before);
}

#[tokio::test]
async fn compaction_keeps_what_is_current_and_expires_old_watches() {
    let folder = TempDir::new().unwrap();
    let store = open(&folder, small());
    store
        .commit(put(backend("old", 1), Expect::Absent))
        .await
        .unwrap();
    store
        .commit(put(backend("gone", 1), Expect::Absent))
        .await
        .unwrap();
    store
        .commit(delete(&backend("gone", 1), Expect::At(2)))
        .await
        .unwrap();
    for payload in 0..30 {
        store
            .commit(put(backend("web", payload), Expect::Anything))
            .await
            .unwrap();
    }
    let expected = contents(&store);
    assert_eq!(store.changes(3, 1).unwrap_err().oldest, 23);
    drop(store);

    let store = open(&folder, small());
    assert_eq!(contents(&store), expected);
    assert_eq!(store.revision(), 33);
    assert_eq!(store.changes(23, 100).unwrap().len(), 10);
    assert!(store.changes(22, 100).is_err());
    drop(store);
    let rows: i64 = rusqlite::Connection::open(folder.path().join("epic.db"))
        .unwrap()
        .query_row("SELECT count(*) FROM revisions", [], |row| row.get(0))
        .unwrap();
    assert!((11..=12).contains(&rows), "{rows} rows");
}

#[tokio::test]
async fn recent_changes_are_bounded_in_bytes_too() {
    let folder = TempDir::new().unwrap();
    let options = SqliteOptions {
        recent_bytes: 2_000,
        ..SqliteOptions::default()
    };
    let store = open(&folder, options);
    for payload in 0..100 {
        store
            .commit(put(backend("web", payload), Expect::Anything))
            .await
            .unwrap();
    }
    let oldest = store.changes(0, 1).unwrap_err().oldest;
    assert!((80..100).contains(&oldest), "{oldest}");
}

#[tokio::test]
async fn a_full_disk_refuses_the_write_and_nothing_else() {
    let folder = TempDir::new().unwrap();
    let options = SqliteOptions {
        max_pages: Some(64),
        ..SqliteOptions::default()
    };
    let store = open(&folder, options);
    let web = backend("web", 1);
    store
        .commit(put(web.clone(), Expect::Absent))
        .await
        .unwrap();

    let mut big = backend("big", 1);
    Arc::make_mut(&mut big).spec = serde_json::Value::String("x".repeat(1 << 20));
    let (refused, beside) = tokio::join!(
        store.commit(put(big.clone(), Expect::Absent)),
        store.commit(put(backend("beside", 1), Expect::Absent)),
    );
    assert!(
        matches!(refused, Err(CommitError::Unavailable(_))),
        "{refused:?}"
    );
    beside.expect("a write that fits is not held up by one that does not");
    assert!(store.get(&web.key()).is_some() && store.get(&big.key()).is_none());
    store
        .commit(put(backend("after", 1), Expect::Absent))
        .await
        .unwrap();
    assert_eq!(store.revision(), 3);
}

#[test]
fn a_file_of_a_newer_layout_is_left_alone() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("epic.db");
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let error = SqliteStore::open(&file, SqliteOptions::default()).unwrap_err();
    assert!(
        matches!(error, OpenError::TooNew { found: 99, .. }),
        "{error}"
    );
    assert!(error.to_string().contains("newer epicd"), "{error}");
}

#[test]
fn a_file_that_is_no_database_is_named() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("epic.db");
    std::fs::write(&file, "hello".repeat(1000)).unwrap();
    let error = SqliteStore::open(&file, SqliteOptions::default())
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("epic.db") && error.contains("not a database"),
        "{error}"
    );
}

/// A request by somebody that writes one backend.
fn asked(store: &SqliteStore, name: &str, payload: u64) -> Batch {
    let number = store.revision() + 1;
    let object = backend(name, payload);
    let intended = Intended {
        key: object.key(),
        operation: ChangeOperation::Update,
        generation: 1,
        write: number,
        gateways: BTreeSet::new(),
    };
    let context = RequestContext::internal("test");
    let records = records(vec![intended], &context, None, Timestamp::now());
    Batch {
        history: records
            .into_iter()
            .map(Box::new)
            .map(Entry::Revision)
            .collect(),
        ..put(object, Expect::Anything)
    }
}

fn payloads(store: &SqliteStore, at: u64) -> Result<Vec<u64>, HistoryError> {
    let objects = store.history().objects("acme", at)?;
    let payload = |object: &epic_api::RawObject| object.spec["payload"].as_u64().unwrap();
    Ok(objects.iter().map(payload).collect())
}

#[tokio::test]
async fn what_was_asked_for_outlives_compaction_and_is_forgotten_in_its_own_time() {
    let folder = TempDir::new().unwrap();
    let options = SqliteOptions {
        history: HistoryLimits {
            revisions: 20,
            ..HistoryLimits::default()
        },
        ..small()
    };
    let store = open(&folder, options);
    for payload in 1..=15 {
        store.commit(asked(&store, "web", payload)).await.unwrap();
    }
    let status = put(backend("noise", 0), Expect::Anything);
    for _ in 0..50 {
        store.commit(status.clone()).await.unwrap();
    }
    drop(store);
    let store = open(&folder, options);
    assert_eq!(
        payloads(&store, 3).unwrap(),
        [3],
        "compaction has passed it"
    );
    assert_eq!(store.list(Kind::Backend, None).objects.len(), 2);

    for payload in 100..=130 {
        store.commit(asked(&store, "web", payload)).await.unwrap();
    }
    let page = store.history().page(Some("acme"), None, 100).unwrap();
    assert!(
        (20..=22).contains(&page.items.len()),
        "{}",
        page.items.len()
    );
    assert!(matches!(
        payloads(&store, 3),
        Err(HistoryError::Forgotten { .. })
    ));
    let oldest = page.items.last().unwrap().revision;
    assert_eq!(page.oldest, oldest);
    assert_eq!(payloads(&store, oldest).unwrap().len(), 1);
    drop(store);
    let store = open(&folder, options);
    assert_eq!(payloads(&store, store.revision()).unwrap(), [130]);
}

#[tokio::test]
async fn a_store_of_the_first_layout_is_brought_up_to_date_and_holds_no_key_any_more() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("epic.db");
    let key = "-----BEGIN PRIVATE KEY-----MIIEvQ";
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.execute_batch(super::schema::SCHEMA).unwrap();
    connection.pragma_update(None, "user_version", 1).unwrap();
    let mut object = backend("tls", 0).as_ref().clone();
    object.kind = Kind::Certificate;
    object.spec = serde_json::json!({ "certificate": "PEM", "privateKey": key });
    object.metadata.resource_version = Some("1".to_owned());
    connection
        .execute(
            "INSERT INTO revisions VALUES (1, 'Certificate', 'acme', 'tls', '', 'create', ?1, 0)",
            [serde_json::to_string(&object).unwrap()],
        )
        .unwrap();
    drop(connection);

    let store = open(&folder, SqliteOptions::default());
    assert_eq!(store.get(&object.key()).unwrap().spec["privateKey"], key);
    assert_eq!(store.history().objects("acme", 1).unwrap().len(), 1);
    drop(store);
    let bytes = std::fs::read(&file).unwrap();
    let found = bytes
        .windows(key.len())
        .any(|window| window == key.as_bytes());
    assert!(!found, "the file holds the key");
}
