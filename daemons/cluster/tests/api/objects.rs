//! Create, get, list, apply, delete.

use epic_api::backend::Endpoint;
use epic_api::certificate::REDACTED;
use epic_api::{
    Account, AccountSpec, Backend, Certificate, CertificateSpec, Kind, ObjectKey, Reason,
};
use epic_cluster::store::sqlite::SqliteOptions;
use hyper::Method;
use serde_json::Value;
use tokio::task::JoinSet;

use crate::support::{Epicd, backend, backend_key, refusal};

#[tokio::test]
async fn an_object_lives_from_create_to_delete() {
    let epicd = Epicd::start().await;
    let created = epicd.admin.create(&backend("web", 80)).await.unwrap();
    assert_eq!(created.metadata.generation, 1);
    assert!(created.metadata.uid.is_some() && created.metadata.creation_timestamp.is_some());
    assert_eq!(
        created.metadata.resource_version,
        Some(created.metadata.spec_revision.to_string())
    );

    let applied = epicd.admin.apply(&backend("web", 81), false).await.unwrap();
    assert_eq!(applied.metadata.generation, 2);
    assert_eq!(applied.metadata.uid, created.metadata.uid);
    let read = epicd.admin.get(&backend_key("web")).await.unwrap();
    assert_eq!(read.spec, applied.spec);
    let list = epicd
        .admin
        .list(Kind::Backend, Some("default"))
        .await
        .unwrap();
    assert_eq!(list.items.len(), 1);
    assert!(
        epicd
            .admin
            .list(Kind::Backend, Some("other"))
            .await
            .unwrap()
            .items
            .is_empty()
    );

    let deleted = epicd.admin.delete(&backend_key("web")).await.unwrap();
    assert_eq!(deleted.spec, applied.spec);
    assert!(
        epicd
            .admin
            .get(&backend_key("web"))
            .await
            .unwrap_err()
            .is_not_found()
    );
    assert!(
        epicd
            .admin
            .delete(&backend_key("web"))
            .await
            .unwrap_err()
            .is_not_found()
    );
}

#[tokio::test]
async fn what_is_stored_is_there_after_a_restart() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("web", 80)).await.unwrap();
    let epicd = epicd.restart().await;
    assert!(epicd.admin.get(&backend_key("web")).await.is_ok());
}

#[tokio::test]
async fn an_apply_that_changes_nothing_writes_nothing() {
    let epicd = Epicd::start().await;
    let first = epicd.admin.apply(&backend("web", 80), false).await.unwrap();
    let again = epicd.admin.apply(&backend("web", 80), false).await.unwrap();
    assert_eq!(again.metadata.generation, first.metadata.generation);
    assert_eq!(again.metadata.spec_revision, first.metadata.spec_revision);
}

#[tokio::test]
async fn a_dry_run_checks_and_stores_nothing() {
    let epicd = Epicd::start().await;
    let answer = epicd.admin.apply(&backend("web", 80), true).await.unwrap();
    assert_eq!(answer.metadata.name, "web");
    assert!(
        epicd
            .admin
            .get(&backend_key("web"))
            .await
            .unwrap_err()
            .is_not_found()
    );

    epicd.admin.apply(&backend("web", 80), false).await.unwrap();
    let path = "/apis/epic-gateway.org/v1alpha1/accounts/default/backends/web?dryRun=true";
    let _: Value = epicd
        .admin
        .call(Method::DELETE, path, None::<&()>)
        .await
        .unwrap();
    assert!(epicd.admin.get(&backend_key("web")).await.is_ok());
}

#[tokio::test]
async fn a_stale_resource_version_is_refused_and_says_which_is_current() {
    let epicd = Epicd::start().await;
    let read = epicd.admin.create(&backend("web", 80)).await.unwrap();
    let current = epicd.admin.apply(&backend("web", 81), false).await.unwrap();
    let mut stale = backend("web", 82);
    stale.metadata.resource_version = read.metadata.resource_version.clone();
    let error = refusal(epicd.admin.apply(&stale, false).await);
    assert_eq!(error.reason, Reason::Conflict);
    let sent = read.metadata.resource_version.unwrap();
    assert!(
        error.message.contains(&format!("you sent {sent}")),
        "{}",
        error.message
    );
    let now = epicd.admin.get(&backend_key("web")).await.unwrap();
    assert_eq!(now.spec, current.spec);
}

#[tokio::test]
async fn of_64_creators_of_one_name_one_wins_and_all_others_are_told() {
    let epicd = Epicd::start().await;
    let mut creators = JoinSet::new();
    for port in 1..=64 {
        let client = epicd.admin.clone();
        creators.spawn(async move { client.create(&backend("one", port)).await });
    }
    let outcomes = creators.join_all().await;
    let (won, lost): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
    assert_eq!((won.len(), lost.len()), (1, 63));
    for outcome in lost {
        assert_eq!(refusal(outcome).reason, Reason::AlreadyExists);
    }
}

#[tokio::test]
async fn sixty_four_creators_of_different_names_all_win() {
    let epicd = Epicd::start().await;
    let mut creators = JoinSet::new();
    for number in 1..=64u16 {
        let client = epicd.admin.clone();
        creators.spawn(async move { client.create(&backend(&format!("b{number}"), number)).await });
    }
    let outcomes = creators.join_all().await;
    let mut revisions: Vec<u64> = outcomes
        .into_iter()
        .map(|outcome| outcome.unwrap().metadata.spec_revision)
        .collect();
    revisions.sort_unstable();
    revisions.dedup();
    assert_eq!(revisions.len(), 64, "each has a revision of its own");
}

#[tokio::test]
async fn what_only_epic_writes_is_ignored_in_what_is_sent() {
    let epicd = Epicd::start().await;
    let created = epicd.admin.create(&backend("web", 80)).await.unwrap();
    let mut forged = backend("web", 81);
    forged.metadata.uid = Some("forged".to_owned());
    forged.metadata.generation = 99;
    forged.metadata.spec_revision = 99;
    forged.status = Some(serde_json::json!({ "endpoints": 99 }));
    let stored = epicd.admin.apply(&forged, false).await.unwrap();
    assert_eq!(stored.metadata.uid, created.metadata.uid);
    assert_eq!(stored.metadata.generation, 2);
    let endpoints = |object: &epic_api::RawObject| {
        object
            .status
            .as_ref()
            .map(|status| status["endpoints"].clone())
    };
    assert_ne!(endpoints(&stored), Some(99.into()));
}

#[tokio::test]
async fn events_and_statuses_are_not_for_users_to_write() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("web", 80)).await.unwrap();
    let base = "/apis/epic-gateway.org/v1alpha1/accounts/default";
    let body = serde_json::json!({});
    let status = epicd
        .refused(
            Method::PUT,
            &format!("{base}/backends/web/status"),
            Some(&body),
        )
        .await;
    assert_eq!(status.reason, Reason::MethodNotAllowed);
    let event = epicd
        .refused(Method::DELETE, &format!("{base}/events/x"), None)
        .await;
    assert_eq!(event.reason, Reason::MethodNotAllowed);
}

#[tokio::test]
async fn a_list_can_be_narrowed_by_label() {
    let epicd = Epicd::start().await;
    let mut shop = backend("shop", 80);
    shop.metadata
        .labels
        .insert("app".to_owned(), "shop".to_owned());
    epicd.admin.create(&shop).await.unwrap();
    epicd.admin.create(&backend("web", 80)).await.unwrap();
    let path = "/apis/epic-gateway.org/v1alpha1/backends?labelSelector=app%3Dshop";
    let list: Value = epicd
        .admin
        .call(Method::GET, path, None::<&()>)
        .await
        .unwrap();
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_account_with_objects_can_not_be_deleted() {
    let epicd = Epicd::start().await;
    let account = Account::new(None, "acme", AccountSpec::default()).to_raw();
    epicd.admin.create(&account).await.unwrap();
    let mut web = backend("web", 80);
    web.metadata.account = Some("acme".to_owned());
    epicd.admin.create(&web).await.unwrap();
    let key = ObjectKey::cluster(Kind::Account, "acme");
    let error = refusal(epicd.admin.delete(&key).await);
    assert_eq!(error.code, 409, "{error}");
    epicd.admin.delete(&web.key()).await.unwrap();
    epicd.admin.delete(&key).await.unwrap();
}

#[tokio::test]
async fn a_private_key_is_never_shown_and_survives_an_update_with_its_placeholder() {
    let epicd = Epicd::start().await;
    let pair = rcgen::generate_simple_self_signed(vec!["www.example.com".to_owned()]).unwrap();
    let spec = CertificateSpec {
        certificate: pair.cert.pem(),
        private_key: Some(pair.signing_key.serialize_pem()),
    };
    let certificate = Certificate::new(Some("default"), "www", spec).to_raw();
    let created = epicd.admin.create(&certificate).await.unwrap();
    assert_eq!(created.spec["privateKey"], REDACTED);

    let mut labelled = epicd.admin.get(&certificate.key()).await.unwrap();
    assert_eq!(labelled.spec["privateKey"], REDACTED);
    labelled.metadata.resource_version = None;
    labelled
        .metadata
        .labels
        .insert("app".to_owned(), "shop".to_owned());
    let applied = epicd.admin.apply(&labelled, false).await.unwrap();
    assert_eq!(
        applied.metadata.generation, 1,
        "the key is the same, so the spec is"
    );

    let mut new = labelled.clone();
    new.metadata.name = "other".to_owned();
    let error = refusal(epicd.admin.create(&new).await);
    assert_eq!(error.reason, Reason::Invalid);
}

#[tokio::test]
async fn a_full_disk_refuses_writes_and_goes_on_by_itself() {
    let options = SqliteOptions {
        max_pages: Some(64),
        ..SqliteOptions::default()
    };
    let epicd = Epicd::start_with(options).await;
    epicd.admin.create(&backend("web", 80)).await.unwrap();
    let mut big = Backend::from_raw(&backend("big", 1)).unwrap();
    big.spec.endpoints = (1..=10_000)
        .map(|port| Endpoint {
            port,
            ..big.spec.endpoints[0].clone()
        })
        .collect();
    let error = refusal(epicd.admin.create(&big.to_raw()).await);
    assert_eq!(
        (error.code, error.reason),
        (503, Reason::Unavailable),
        "{error}"
    );
    assert!(error.hint.is_some_and(|hint| hint.contains("disk")));
    assert!(
        epicd
            .admin
            .get(&backend_key("big"))
            .await
            .unwrap_err()
            .is_not_found()
    );
    assert!(epicd.admin.get(&backend_key("web")).await.is_ok());
    epicd.admin.create(&backend("small", 80)).await.unwrap();
}
