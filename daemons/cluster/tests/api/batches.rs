//! Batches, and requests that are sent twice.

use epic_api::batch::{BatchAnswer, BatchItem, BatchOutcome, BatchRequest};
use epic_api::client::WriteOptions;
use epic_api::{Kind, RawObject};
use hyper::Method;
use serde_json::json;

use crate::support::{Epicd, backend, backend_key, refusal};

fn apply(object: &RawObject) -> BatchItem {
    BatchItem::Apply {
        object: serde_json::to_value(object).unwrap(),
    }
}

fn batch(items: Vec<BatchItem>) -> BatchRequest {
    BatchRequest {
        items,
        ..BatchRequest::default()
    }
}

async fn send(epicd: &Epicd, batch: &BatchRequest) -> BatchAnswer {
    epicd
        .admin
        .batch(batch, &WriteOptions::default())
        .await
        .unwrap()
}

fn outcomes(answer: &BatchAnswer) -> Vec<BatchOutcome> {
    answer.items.iter().map(|item| item.outcome).collect()
}

async fn stored(epicd: &Epicd) -> usize {
    epicd
        .admin
        .list(Kind::Backend, None)
        .await
        .unwrap()
        .items
        .len()
}

fn once(key: &str) -> WriteOptions {
    WriteOptions {
        idempotency_key: Some(key.to_owned()),
        ..WriteOptions::default()
    }
}

#[tokio::test]
async fn items_are_done_in_order_each_by_itself_and_told_one_by_one() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("old", 80)).await.unwrap();
    let create = |object: &RawObject| BatchItem::Create {
        object: serde_json::to_value(object).unwrap(),
    };
    let answer = send(
        &epicd,
        &batch(vec![
            create(&backend("new", 80)),
            create(&backend("old", 80)),
            apply(&backend("old", 80)),
            apply(&backend("old", 81)),
            apply(&backend("bad", 0)),
            BatchItem::Delete {
                key: backend_key("new"),
            },
            BatchItem::Delete {
                key: backend_key("gone"),
            },
            apply(&backend("new", 82)),
        ]),
    )
    .await;
    use BatchOutcome::{Configured, Created, Deleted, Failed, Unchanged};
    assert_eq!(
        outcomes(&answer),
        [
            Created, Failed, Unchanged, Configured, Failed, Deleted, Failed, Created
        ]
    );
    assert_eq!((answer.done, answer.failed), (5, 3));
    let code = |index: usize| answer.items[index].error.as_ref().map(|error| error.code);
    assert_eq!(
        (code(1), code(4), code(6)),
        (Some(409), Some(422), Some(404))
    );
    let new = epicd.admin.get(&backend_key("new")).await.unwrap();
    assert_eq!(new.spec["endpoints"][0]["port"], 82);
}

#[tokio::test]
async fn an_atomic_batch_with_one_fault_changes_nothing_and_later_writes_go_on() {
    let epicd = Epicd::start().await;
    let mut wanted = batch(vec![apply(&backend("a", 80)), apply(&backend("b", 0))]);
    wanted.atomic = true;
    let answer = send(&epicd, &wanted).await;
    assert_eq!(
        outcomes(&answer),
        [BatchOutcome::Skipped, BatchOutcome::Failed]
    );
    assert_eq!(stored(&epicd).await, 0);
    wanted.items[1] = apply(&backend("b", 80));
    assert_eq!(send(&epicd, &wanted).await.done, 2);
    assert_eq!(stored(&epicd).await, 2);
}

#[tokio::test]
async fn a_dry_run_sees_what_the_items_before_would_have_done() {
    let epicd = Epicd::start().await;
    let account = epic_api::Account::new(None, "acme", epic_api::AccountSpec::default()).to_raw();
    let mut inside = backend("web", 80);
    inside.metadata.account = Some("acme".to_owned());
    let mut wanted = batch(vec![apply(&account), apply(&inside)]);
    wanted.dry_run = true;
    assert_eq!(send(&epicd, &wanted).await.done, 2);
    assert_eq!(stored(&epicd).await, 0);
    assert!(
        epicd
            .admin
            .get(&account.key())
            .await
            .unwrap_err()
            .is_not_found()
    );
}

#[tokio::test]
async fn thousands_of_objects_are_one_request() {
    let epicd = Epicd::start().await;
    let items = (0..3_000)
        .map(|n| apply(&backend(&format!("b{n}"), 80)))
        .collect();
    let answer = send(&epicd, &batch(items)).await;
    assert_eq!((answer.done, stored(&epicd).await), (3_000, 3_000));
}

#[tokio::test]
async fn a_batch_beyond_its_bounds_is_refused_whole() {
    let epicd = Epicd::start().await;
    let delete = BatchItem::Delete {
        key: backend_key("a"),
    };
    let many = batch(vec![delete; 10_001]);
    let error = refusal(epicd.admin.batch(&many, &WriteOptions::default()).await);
    assert_eq!(error.code, 413, "{error}");
    let huge = batch(vec![BatchItem::Apply {
        object: json!("x".repeat(33 << 20)),
    }]);
    let error = refusal(epicd.admin.batch(&huge, &WriteOptions::default()).await);
    assert_eq!(error.code, 413, "{error}");
    let odd = json!({ "items": [{ "action": "dance" }] });
    let error = epicd.refused(Method::POST, "/batch/v1", Some(&odd)).await;
    assert_eq!(error.code, 400);
}

#[tokio::test]
async fn a_create_that_is_sent_twice_is_done_once_also_over_a_restart() {
    let epicd = Epicd::start().await;
    let first = epicd
        .admin
        .create_with(&backend("web", 80), &once("k1"))
        .await
        .unwrap();
    let again = epicd
        .admin
        .create_with(&backend("web", 80), &once("k1"))
        .await
        .unwrap();
    assert_eq!(first, again);
    let epicd = epicd.restart().await;
    let again = epicd
        .admin
        .create_with(&backend("web", 80), &once("k1"))
        .await
        .unwrap();
    assert_eq!(first, again);
    let other = epicd
        .admin
        .create_with(&backend("web", 81), &once("k1"))
        .await;
    assert_eq!(refusal(other).code, 422);
    let new = epicd
        .admin
        .create_with(&backend("web", 80), &once("k2"))
        .await;
    assert_eq!(refusal(new).code, 409);
}

#[tokio::test]
async fn batches_that_are_sent_at_once_under_one_key_are_done_once() {
    let epicd = Epicd::start().await;
    let create = BatchItem::Create {
        object: serde_json::to_value(backend("web", 80)).unwrap(),
    };
    let wanted = batch(vec![create]);
    let options = once("k");
    let sent = (0..8).map(|_| epicd.admin.batch(&wanted, &options));
    let answers = futures::future::join_all(sent).await;
    for answer in answers {
        match answer {
            Ok(answer) => assert_eq!(outcomes(&answer), [BatchOutcome::Created]),
            Err(error) => assert!(refusal::<()>(Err(error)).message.contains("under way")),
        }
    }
    let after = epicd.admin.batch(&wanted, &options).await.unwrap();
    assert_eq!(outcomes(&after), [BatchOutcome::Created]);
}
