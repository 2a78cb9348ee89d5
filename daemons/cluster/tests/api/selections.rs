//! Pages, selectors, and watches of some objects.

use std::pin::Pin;
use std::time::Duration;

use epic_api::client::{ClientError, ListOptions, WatchEvent};
use epic_api::{Kind, RawObject};
use futures::{Stream, StreamExt as _, TryStreamExt as _};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::bad_input::connect;
use crate::support::{Epicd, backend, backend_key, refusal};

fn labelled(name: &str, port: u16, tier: &str) -> RawObject {
    let mut object = backend(name, port);
    object
        .metadata
        .labels
        .insert("tier".to_owned(), tier.to_owned());
    object
}

fn only(selector: &str) -> ListOptions {
    ListOptions {
        label_selector: Some(selector.to_owned()),
        ..ListOptions::default()
    }
}

fn page(limit: usize) -> ListOptions {
    ListOptions {
        limit: Some(limit),
        ..ListOptions::default()
    }
}

#[tokio::test]
async fn later_pages_are_from_the_moment_of_the_first() {
    let epicd = Epicd::start().await;
    for number in 0..5 {
        epicd
            .admin
            .create(&backend(&format!("b{number}"), 80))
            .await
            .unwrap();
    }
    let first = epicd
        .admin
        .list_with(Kind::Backend, None, &page(2))
        .await
        .unwrap();
    assert_eq!(
        (first.items.len(), first.remaining_item_count),
        (2, Some(3))
    );
    epicd.admin.delete(&backend_key("b4")).await.unwrap();
    epicd.admin.create(&backend("a", 80)).await.unwrap();
    let options = ListOptions {
        continue_from: first.next,
        ..page(10)
    };
    let rest = epicd
        .admin
        .list_with(Kind::Backend, None, &options)
        .await
        .unwrap();
    assert_eq!(rest.resource_version, first.resource_version);
    let names: Vec<&str> = rest
        .items
        .iter()
        .map(|object| object.metadata.name.as_str())
        .collect();
    assert_eq!((names, rest.next), (vec!["b2", "b3", "b4"], None));
}

#[tokio::test]
async fn the_client_walks_all_pages() {
    let epicd = Epicd::start().await;
    for number in 0..7 {
        epicd
            .admin
            .create(&backend(&format!("b{number}"), 80))
            .await
            .unwrap();
    }
    for limit in [1, 3, 7, 100] {
        let stream = epicd
            .admin
            .objects(Kind::Backend, Some("default"), page(limit));
        let all: Vec<RawObject> = stream.try_collect().await.unwrap();
        assert_eq!(all.len(), 7, "in pages of {limit}");
    }
}

#[tokio::test]
async fn a_continue_is_good_for_its_own_list_only_and_not_over_a_restart() {
    let epicd = Epicd::start().await;
    for name in ["a", "b", "c"] {
        epicd.admin.create(&backend(name, 80)).await.unwrap();
    }
    let first = epicd
        .admin
        .list_with(Kind::Backend, None, &page(1))
        .await
        .unwrap();
    let options = ListOptions {
        continue_from: first.next,
        ..page(1)
    };
    let other = epicd.admin.list_with(Kind::Route, None, &options).await;
    assert_eq!(refusal(other).code, 400);
    let nonsense = ListOptions {
        continue_from: Some("\u{0}x".to_owned()),
        ..page(1)
    };
    assert_eq!(
        refusal(epicd.admin.list_with(Kind::Backend, None, &nonsense).await).code,
        400
    );
    let absurd = page(1_000_000_000);
    assert_eq!(
        refusal(epicd.admin.list_with(Kind::Backend, None, &absurd).await).code,
        400
    );
    let epicd = epicd.restart().await;
    let over = refusal(epicd.admin.list_with(Kind::Backend, None, &options).await);
    assert_eq!(over.code, 410);
    assert!(over.hint.unwrap().contains("list again"));
}

#[tokio::test]
async fn labels_and_fields_select() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&labelled("a", 80, "web")).await.unwrap();
    epicd.admin.create(&labelled("b", 81, "db")).await.unwrap();
    let names = async |options: ListOptions| -> Vec<String> {
        let list = epicd
            .admin
            .list_with(Kind::Backend, None, &options)
            .await
            .unwrap();
        list.items
            .into_iter()
            .map(|object| object.metadata.name)
            .collect()
    };
    assert_eq!(names(only("tier in (web,x)")).await, ["a"]);
    let port = ListOptions {
        field_selector: Some("spec.endpoints.port=81".to_owned()),
        ..ListOptions::default()
    };
    assert_eq!(names(port).await, ["b"]);
    let nonsense = epicd
        .admin
        .list_with(Kind::Backend, None, &only("a b c"))
        .await;
    assert_eq!(refusal(nonsense).code, 400);
}

type Events = Pin<Box<dyn Stream<Item = Result<WatchEvent, ClientError>> + Send>>;

async fn next(events: &mut Events) -> (&'static str, String) {
    let event = tokio::time::timeout(Duration::from_secs(10), events.next()).await;
    let (word, object) = match event.expect("a line comes").unwrap().unwrap() {
        WatchEvent::Added(object) => ("added", object),
        WatchEvent::Modified(object) => ("modified", object),
        WatchEvent::Deleted(object) => ("deleted", object),
        WatchEvent::Bookmark(_) => return ("bookmark", String::new()),
        WatchEvent::Error(error) => panic!("{error}"),
    };
    (word, object.metadata.name)
}

#[tokio::test]
async fn an_object_that_stops_matching_is_deleted_to_the_watch_and_added_when_it_matches_again() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&labelled("a", 80, "web")).await.unwrap();
    let watch = epicd
        .admin
        .watch_with(Kind::Backend, None, "0", &only("tier=web"))
        .await;
    let mut events: Events = Box::pin(watch.unwrap());
    assert_eq!(next(&mut events).await, ("added", "a".to_owned()));
    assert_eq!(
        next(&mut events).await.0,
        "bookmark",
        "the end of what was there"
    );

    epicd.admin.create(&labelled("b", 80, "db")).await.unwrap();
    epicd
        .admin
        .apply(&labelled("a", 80, "db"), false)
        .await
        .unwrap();
    let mut seen = next(&mut events).await;
    while seen.0 == "modified" || seen.0 == "bookmark" {
        seen = next(&mut events).await;
    }
    assert_eq!(seen, ("deleted", "a".to_owned()));
    epicd
        .admin
        .apply(&labelled("b", 80, "web"), false)
        .await
        .unwrap();
    let mut seen = next(&mut events).await;
    while seen.0 == "bookmark" {
        seen = next(&mut events).await;
    }
    assert_eq!(seen, ("added", "b".to_owned()));
}

#[tokio::test]
async fn a_client_that_never_reads_holds_up_nobody() {
    let epicd = Epicd::start().await;
    let mut filler = backend("big", 80);
    filler
        .metadata
        .annotations
        .insert("x".to_owned(), "y".repeat(200_000));
    epicd.admin.create(&filler).await.unwrap();
    let mut stalled = Vec::new();
    for _ in 0..8 {
        let mut stream = connect(&epicd).await;
        let request = format!(
            "GET /apis/epic-gateway.org/v1alpha1/backends?watch=true&resourceVersion=0 HTTP/1.1\r\n\
             host: x\r\nauthorization: Bearer {}\r\n\r\n",
            epicd.running.context.credentials().token
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut head = [0; 12];
        stream.read_exact(&mut head).await.unwrap();
        assert_eq!(&head, b"HTTP/1.1 200");
        stalled.push(stream);
    }
    // Far more than all buffers on the way together.
    for number in 0..60 {
        filler
            .metadata
            .annotations
            .insert("n".to_owned(), number.to_string());
        epicd.admin.apply(&filler, false).await.unwrap();
    }
    let quick = epicd.admin.watch(Kind::Backend, None, "0").await.unwrap();
    let mut events: Events = Box::pin(quick);
    assert_eq!(next(&mut events).await, ("added", "big".to_owned()));
}
