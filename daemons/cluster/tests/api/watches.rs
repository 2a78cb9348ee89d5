//! Watches.

use std::pin::Pin;
use std::time::Duration;

use epic_api::client::{ClientError, WatchEvent};
use epic_api::{Kind, Reason};
use epic_cluster::store::sqlite::SqliteOptions;
use futures::{Stream, StreamExt as _};

use crate::support::{Epicd, backend, backend_key, refusal};

type Events = Pin<Box<dyn Stream<Item = Result<WatchEvent, ClientError>> + Send>>;

async fn watch(epicd: &Epicd, from: &str) -> Events {
    Box::pin(
        epicd
            .admin
            .watch(Kind::Backend, Some("default"), from)
            .await
            .unwrap(),
    )
}

/// The next line that is a change: what happened, to what, at which version.
async fn next(events: &mut Events) -> (&'static str, String, String) {
    loop {
        let event = tokio::time::timeout(Duration::from_secs(10), events.next())
            .await
            .expect("a line comes")
            .expect("the watch goes on")
            .unwrap();
        let (word, object) = match event {
            WatchEvent::Added(object) => ("added", object),
            WatchEvent::Modified(object) => ("modified", object),
            WatchEvent::Deleted(object) => ("deleted", object),
            WatchEvent::Bookmark(_) => continue,
            WatchEvent::Error(error) => panic!("{error}"),
        };
        // Statuses may be written in between.
        if word == "modified"
            && object.metadata.resource_version != Some(object.metadata.spec_revision.to_string())
        {
            continue;
        }
        return (
            word,
            object.metadata.name,
            object.metadata.resource_version.unwrap(),
        );
    }
}

#[tokio::test]
async fn a_watch_from_nothing_begins_with_what_is_there() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("a", 80)).await.unwrap();
    let mut events = watch(&epicd, "0").await;
    epicd.admin.create(&backend("b", 80)).await.unwrap();
    let (first, second) = (next(&mut events).await, next(&mut events).await);
    assert_eq!((first.0, first.1.as_str()), ("added", "a"));
    assert_eq!((second.0, second.1.as_str()), ("added", "b"));
}

#[tokio::test]
async fn a_watch_resumes_where_it_broke_also_after_a_restart() {
    let epicd = Epicd::start().await;
    let start = epicd
        .admin
        .list(Kind::Backend, None)
        .await
        .unwrap()
        .resource_version;
    epicd.admin.create(&backend("web", 80)).await.unwrap();
    let mut events = watch(&epicd, &start).await;
    let (word, _, seen) = next(&mut events).await;
    assert_eq!(word, "added");
    drop(events);

    epicd.admin.apply(&backend("web", 81), false).await.unwrap();
    epicd.admin.delete(&backend_key("web")).await.unwrap();
    let epicd = epicd.restart().await;
    let mut events = watch(&epicd, &seen).await;
    assert_eq!(next(&mut events).await.0, "modified");
    assert_eq!(next(&mut events).await.0, "deleted");
}

#[tokio::test]
async fn a_watch_of_one_account_sees_no_other_kind() {
    let epicd = Epicd::start().await;
    let mut events = watch(&epicd, "0").await;
    let account = epic_api::Account::new(None, "acme", epic_api::AccountSpec::default()).to_raw();
    epicd.admin.create(&account).await.unwrap();
    let mut foreign = backend("foreign", 80);
    foreign.metadata.account = Some("acme".to_owned());
    epicd.admin.create(&foreign).await.unwrap();
    epicd.admin.create(&backend("own", 80)).await.unwrap();
    assert_eq!(next(&mut events).await.1, "own");
}

#[tokio::test]
async fn a_watch_from_before_what_is_kept_is_told_to_list_again() {
    let options = SqliteOptions {
        keep_revisions: 10,
        ..SqliteOptions::default()
    };
    let epicd = Epicd::start_with(options).await;
    for port in 1..=30 {
        epicd
            .admin
            .apply(&backend("web", port), false)
            .await
            .unwrap();
    }
    let outcome = epicd
        .admin
        .watch(Kind::Backend, None, "3")
        .await
        .map(|_| ());
    let error = refusal(outcome);
    assert_eq!((error.code, error.reason), (410, Reason::Expired));
    assert!(error.hint.is_some_and(|hint| hint.contains("list")));
}

#[tokio::test]
async fn a_watch_ends_when_epicd_stops() {
    let epicd = Epicd::start().await;
    let mut events = watch(&epicd, "0").await;
    tokio::time::timeout(Duration::from_secs(5), epicd.running.stop())
        .await
        .expect("it stops in time");
    let rest = async {
        while let Some(Ok(event)) = events.next().await {
            assert!(matches!(event, WatchEvent::Bookmark(_)), "{event:?}");
        }
    };
    tokio::time::timeout(Duration::from_secs(5), rest)
        .await
        .expect("the watch ends");
}

#[tokio::test]
async fn an_idle_watch_carries_bookmarks() {
    let epicd = Epicd::start().await;
    let mut events = watch(&epicd, "0").await;
    let event = tokio::time::timeout(Duration::from_secs(8), events.next())
        .await
        .unwrap();
    assert!(
        matches!(event, Some(Ok(WatchEvent::Bookmark(_)))),
        "{event:?}"
    );
}
