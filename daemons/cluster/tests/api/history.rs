//! Revisions: who asked for what, what became of it, and going back.

use epic_api::agent::{InstanceReport, NodeReport};
use epic_api::gateway::{GatewaySpec, InstanceState, Listener, Protocol, Rejection};
use epic_api::ippool::IpPoolSpec;
use epic_api::revision::{ChangeOperation, Fate, RevisionPage, RollbackRequest};
use epic_api::template::GatewayTemplateSpec;
use epic_api::{
    Certificate, CertificateSpec, Gateway, GatewayTemplate, IpPool, Kind, ObjectKey, Reason,
};
use hyper::Method;
use serde_json::{Value, json};

use crate::support::{Epicd, backend, backend_key, eventually, refusal};

async fn revisions(epicd: &Epicd) -> RevisionPage {
    epicd
        .admin
        .revisions(Some("default"), 100, None)
        .await
        .unwrap()
}

fn rollback(to: u64) -> RollbackRequest {
    RollbackRequest {
        to,
        confirm_within: None,
        dry_run: false,
    }
}

async fn names(epicd: &Epicd) -> Vec<String> {
    let list = epicd.admin.list(Kind::Backend, Some("default")).await;
    let items = list.unwrap().items.into_iter();
    items.map(|object| object.metadata.name).collect()
}

fn port(object: &epic_api::RawObject) -> u64 {
    object.spec["endpoints"][0]["port"].as_u64().unwrap()
}

fn gateway(name: &str) -> Gateway {
    let listener = Listener {
        name: "http".to_owned(),
        protocol: Protocol::Http,
        port: 80,
        hostname: None,
        tls: None,
    };
    let spec = GatewaySpec {
        template: "http".to_owned(),
        listeners: vec![listener],
        ..GatewaySpec::default()
    };
    Gateway::new(Some("default"), name, spec)
}

/// A pool of so many addresses, a template, and nothing else.
async fn with_pool(epicd: &Epicd, range: &str) {
    let pool = IpPoolSpec {
        addresses: vec![range.to_owned()],
        ..IpPoolSpec::default()
    };
    let template = GatewayTemplateSpec {
        pools: vec!["public".to_owned()],
        ..GatewayTemplateSpec::default()
    };
    let pool = IpPool::new(None, "public", pool).to_raw();
    epicd.admin.create(&pool).await.unwrap();
    let template = GatewayTemplate::new(None, "http", template).to_raw();
    epicd.admin.create(&template).await.unwrap();
}

async fn address(epicd: &Epicd, name: &str) -> String {
    let gateway: Gateway = epicd.admin.get_typed(Some("default"), name).await.unwrap();
    gateway.status.unwrap().addresses[0].value.to_string()
}

#[tokio::test]
async fn every_accepted_request_is_a_revision_with_who_when_where_and_what() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("a", 80)).await.unwrap();
    epicd.admin.apply(&backend("a", 81), false).await.unwrap();
    epicd.admin.apply(&backend("a", 82), true).await.unwrap();
    epicd.admin.apply(&backend("a", 81), false).await.unwrap();
    let deleted = epicd.admin.delete(&backend_key("a")).await.unwrap();

    let page = revisions(&epicd).await;
    let told: Vec<_> = page.items.iter().map(|r| r.summary.as_str()).collect();
    assert_eq!(
        told,
        ["delete Backend a", "update Backend a", "create Backend a"],
        "neither a dry run nor a change of nothing is one"
    );
    let newest = &page.items[0];
    let version = deleted.metadata.resource_version.unwrap();
    assert_eq!(newest.revision.to_string(), version);
    assert_eq!(newest.user, "admin");
    assert!(newest.source.is_loopback() && !newest.request_id.is_empty());
    assert_eq!(newest.fate, Fate::NotServed);
    let change = &page.items[1].changes[0];
    assert_eq!(change.operation, ChangeOperation::Update);
    assert_eq!(
        (change.generation, change.previous),
        (2, Some(page.items[2].revision))
    );
    assert_eq!(page.oldest, page.items[2].revision);

    let everybody = epicd.admin.revisions(None, 2, None).await.unwrap();
    assert_eq!(everybody.items.len(), 2);
    let older = epicd
        .admin
        .revisions(None, 100, everybody.next)
        .await
        .unwrap();
    assert_eq!(
        older.items.last().unwrap().summary,
        "create Account default"
    );
    assert_eq!(older.items.last().unwrap().account, "epic");
}

#[tokio::test]
async fn an_account_can_be_seen_as_it_was_and_compared() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("a", 80)).await.unwrap();
    epicd.admin.create(&backend("b", 80)).await.unwrap();
    let then = revisions(&epicd).await.items[0].revision;
    epicd.admin.apply(&backend("a", 81), false).await.unwrap();
    epicd.admin.delete(&backend_key("b")).await.unwrap();
    epicd.admin.create(&backend("c", 80)).await.unwrap();

    let was = epicd.admin.revision_objects("default", then).await.unwrap();
    let was: Vec<_> = was
        .items
        .iter()
        .map(|o| (o.metadata.name.as_str(), port(o)))
        .collect();
    assert_eq!(was, [("a", 80), ("b", 80)]);
    let diff = epicd
        .admin
        .revision_diff("default", then, None)
        .await
        .unwrap();
    let changed: Vec<_> = diff
        .items
        .iter()
        .map(|item| (item.object.name.as_str(), item.operation()))
        .collect();
    assert_eq!(
        changed,
        [
            ("a", ChangeOperation::Update),
            ("b", ChangeOperation::Delete),
            ("c", ChangeOperation::Create)
        ]
    );
    let nothing = refusal(epicd.admin.revision("default", 9_999).await);
    assert_eq!(nothing.reason, Reason::NotFound);
    let future = refusal(epicd.admin.revision_objects("default", 9_999).await);
    assert!(future.message.contains("the newest is"), "{future}");
}

#[tokio::test]
async fn a_rollback_is_a_new_revision_that_brings_everything_back_at_once() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("a", 80)).await.unwrap();
    epicd.admin.create(&backend("b", 80)).await.unwrap();
    let then = revisions(&epicd).await.items[0].revision;
    epicd.admin.apply(&backend("a", 81), false).await.unwrap();
    epicd.admin.delete(&backend_key("b")).await.unwrap();
    epicd.admin.create(&backend("c", 80)).await.unwrap();

    let dry = RollbackRequest {
        dry_run: true,
        ..rollback(then)
    };
    let answer = epicd.admin.rollback("default", &dry).await.unwrap();
    assert_eq!((answer.revision, answer.diff.items.len()), (None, 3));
    assert_eq!(names(&epicd).await, ["a", "c"], "a dry run changes nothing");

    let done = epicd
        .admin
        .rollback("default", &rollback(then))
        .await
        .unwrap();
    assert_eq!(names(&epicd).await, ["a", "b"]);
    let a = epicd.admin.get(&backend_key("a")).await.unwrap();
    assert_eq!(port(&a), 80);
    let newest = revisions(&epicd).await.items.remove(0);
    assert_eq!(Some(newest.revision), done.revision);
    assert_eq!((newest.restores, newest.change_count), (Some(then), 3));
    assert!(
        newest.summary.starts_with(&format!("rollback to {then}")),
        "{}",
        newest.summary
    );

    // Going back twice changes nothing, and the way forward is open.
    let again = epicd
        .admin
        .rollback("default", &rollback(then))
        .await
        .unwrap();
    assert_eq!(again.revision, None);
    let forward = rollback(newest.revision - 3);
    epicd.admin.rollback("default", &forward).await.unwrap();
    assert_eq!(names(&epicd).await, ["a", "c"]);
}

#[tokio::test]
async fn a_rollback_that_admission_refuses_changes_nothing() {
    let epicd = Epicd::start().await;
    with_pool(&epicd, "198.51.100.0/29").await;
    epicd.admin.create(&gateway("web").to_raw()).await.unwrap();
    let then = revisions(&epicd).await.items[0].revision;
    epicd.admin.create(&backend("new", 80)).await.unwrap();
    epicd
        .admin
        .delete(&ObjectKey::in_account(Kind::Gateway, "default", "web"))
        .await
        .unwrap();
    epicd
        .admin
        .delete(&ObjectKey::cluster(Kind::GatewayTemplate, "http"))
        .await
        .unwrap();
    let error = refusal(epicd.admin.rollback("default", &rollback(then)).await);
    assert!(error.message.contains("nothing was changed"), "{error}");
    assert_eq!(error.causes[0].field, "spec.template");
    assert_eq!(names(&epicd).await, ["new"]);
    epicd.admin.create(&backend("goes-on", 80)).await.unwrap();
}

#[tokio::test]
async fn a_gateway_that_comes_back_gets_its_address_if_that_is_free() {
    let epicd = Epicd::start().await;
    with_pool(&epicd, "198.51.100.0/29").await;
    for name in ["one", "two"] {
        epicd.admin.create(&gateway(name).to_raw()).await.unwrap();
    }
    let (one, two) = (address(&epicd, "one").await, address(&epicd, "two").await);
    let then = revisions(&epicd).await.items[0].revision;
    for name in ["one", "two"] {
        let key = ObjectKey::in_account(Kind::Gateway, "default", name);
        epicd.admin.delete(&key).await.unwrap();
    }
    epicd
        .admin
        .rollback("default", &rollback(then))
        .await
        .unwrap();
    assert_eq!(address(&epicd, "two").await, two);
    assert_eq!(address(&epicd, "one").await, one);
}

#[tokio::test]
async fn a_rollback_that_nobody_confirms_is_taken_back() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("a", 80)).await.unwrap();
    let then = revisions(&epicd).await.items[0].revision;
    epicd.admin.apply(&backend("a", 81), false).await.unwrap();
    let trial = RollbackRequest {
        confirm_within: Some("1s".parse().unwrap()),
        ..rollback(then)
    };
    let answer = epicd.admin.rollback("default", &trial).await.unwrap();
    assert_eq!(answer.trial, revisions(&epicd).await.trial);
    let second = refusal(epicd.admin.rollback("default", &trial).await);
    assert_eq!(second.reason, Reason::Conflict);

    eventually("the rollback is taken back", async || {
        let a = epicd.admin.get(&backend_key("a")).await.unwrap();
        (port(&a) == 81).then_some(())
    })
    .await;
    let page = revisions(&epicd).await;
    assert_eq!(page.items[0].user, "epicd:rollback");
    assert_eq!(page.trial, None);
}

#[tokio::test]
async fn a_confirmed_rollback_stays_and_one_that_waits_outlives_a_restart() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("a", 80)).await.unwrap();
    let then = revisions(&epicd).await.items[0].revision;
    epicd.admin.apply(&backend("a", 81), false).await.unwrap();
    let trial = |within: &str| RollbackRequest {
        confirm_within: Some(within.parse().unwrap()),
        ..rollback(then)
    };
    epicd.admin.rollback("default", &trial("1h")).await.unwrap();
    let epicd = epicd.restart().await;
    let waiting = revisions(&epicd).await.trial.unwrap();
    let kept = epicd.admin.confirm_rollback("default").await.unwrap();
    assert_eq!(kept, waiting);
    let nothing = refusal(epicd.admin.confirm_rollback("default").await);
    assert_eq!(nothing.reason, Reason::NotFound);

    epicd.admin.apply(&backend("a", 81), false).await.unwrap();
    epicd.admin.rollback("default", &trial("1s")).await.unwrap();
    let epicd = epicd.restart().await;
    eventually("the rollback is taken back after a restart", async || {
        let a = epicd.admin.get(&backend_key("a")).await.unwrap();
        (port(&a) == 81).then_some(())
    })
    .await;
}

#[tokio::test]
async fn what_was_changed_after_a_rollback_stays_when_that_is_taken_back() {
    let epicd = Epicd::start().await;
    for name in ["a", "b"] {
        epicd.admin.create(&backend(name, 80)).await.unwrap();
    }
    let then = revisions(&epicd).await.items[0].revision;
    for name in ["a", "b"] {
        epicd.admin.apply(&backend(name, 81), false).await.unwrap();
    }
    let trial = RollbackRequest {
        confirm_within: Some("1s".parse().unwrap()),
        ..rollback(then)
    };
    epicd.admin.rollback("default", &trial).await.unwrap();
    epicd.admin.apply(&backend("b", 90), false).await.unwrap();
    eventually("a is taken back", async || {
        let a = epicd.admin.get(&backend_key("a")).await.unwrap();
        (port(&a) == 81).then_some(())
    })
    .await;
    let b = epicd.admin.get(&backend_key("b")).await.unwrap();
    assert_eq!(port(&b), 90);
}

/// A report of an instance that has acknowledged one revision and may have refused another.
fn report(gateway: &Gateway, acknowledged: u64, rejected: Option<Rejection>) -> NodeReport {
    let instance = InstanceReport {
        account: "default".to_owned(),
        gateway: gateway.metadata.name.clone(),
        uid: gateway.metadata.uid.clone().unwrap(),
        state: InstanceState::Serving,
        acknowledged_revision: acknowledged,
        rejected,
        ..InstanceReport::default()
    };
    NodeReport {
        instances: vec![instance],
        ..NodeReport::default()
    }
}

#[tokio::test]
async fn a_revision_is_pending_then_programmed_or_tainted_with_envoys_words() {
    let epicd = Epicd::start().await;
    with_pool(&epicd, "198.51.100.0/29").await;
    let agent = epicd.agent("n1").await;
    agent.report("n1", &NodeReport::default()).await.unwrap();
    epicd.admin.create(&gateway("web").to_raw()).await.unwrap();
    let made = revisions(&epicd).await.items.remove(0);
    assert_eq!(made.fate, Fate::Pending);
    let web: Gateway = epicd.admin.get_typed(Some("default"), "web").await.unwrap();
    let fate = async |number: u64| {
        let revision = epicd.admin.revision("default", number).await.unwrap();
        Some(revision.fate).filter(Fate::is_final)
    };
    let head = epicd.admin.list(Kind::Gateway, None).await.unwrap();
    let head: u64 = head.resource_version.parse().unwrap();
    agent.report("n1", &report(&web, head, None)).await.unwrap();
    let programmed = eventually("it is programmed", async || fate(made.revision).await).await;
    assert_eq!(programmed.name(), "Programmed");

    let mut edited = gateway("web");
    edited.spec.listeners[0].port = 8080;
    epicd.admin.apply(&edited.to_raw(), false).await.unwrap();
    let edit = revisions(&epicd).await.items.remove(0);
    let rejected = Rejection {
        revision: edit.revision,
        message: "no such filter".to_owned(),
        objects: Vec::new(),
    };
    let refused = report(&web, edit.revision - 1, Some(rejected));
    agent.report("n1", &refused).await.unwrap();
    let tainted = eventually("it is tainted", async || fate(edit.revision).await).await;
    let Fate::Tainted { rejections } = &tainted else {
        panic!("{tainted:?}");
    };
    assert_eq!(rejections[0].message, "no such filter");
    assert_eq!(rejections[0].node, "n1");
    let events = epicd
        .admin
        .list(Kind::Event, Some("default"))
        .await
        .unwrap();
    let told = events
        .items
        .iter()
        .any(|event| event.spec["reason"] == "RevisionTainted");
    assert!(told, "{events:?}");

    // The next good revision does not wash it clean.
    let later = epicd.admin.list(Kind::Gateway, None).await.unwrap();
    let later: u64 = later.resource_version.parse().unwrap();
    agent
        .report("n1", &report(&web, later, None))
        .await
        .unwrap();
    let epicd = epicd.restart().await;
    let after = epicd
        .admin
        .revision("default", edit.revision)
        .await
        .unwrap();
    assert_eq!(after.fate, tainted);
}

#[tokio::test]
async fn history_shows_no_private_key_and_a_rollback_brings_it_back_all_the_same() {
    let epicd = Epicd::start().await;
    let key = rcgen::KeyPair::generate().unwrap();
    let certificate = rcgen::CertificateParams::new(vec!["a.example".to_owned()])
        .unwrap()
        .self_signed(&key)
        .unwrap();
    let spec = CertificateSpec {
        certificate: certificate.pem(),
        private_key: Some(key.serialize_pem()),
    };
    let object = Certificate::new(Some("default"), "tls", spec).to_raw();
    epicd.admin.create(&object).await.unwrap();
    let then = revisions(&epicd).await.items[0].revision;
    let name = ObjectKey::in_account(Kind::Certificate, "default", "tls");
    epicd.admin.delete(&name).await.unwrap();
    let back = epicd
        .admin
        .rollback("default", &rollback(then))
        .await
        .unwrap();

    let mut shown = serde_json::to_string(&back).unwrap();
    for path in [
        "revisions",
        &format!("revisions/{then}/objects"),
        &format!("diff?from={then}"),
    ] {
        let path = epic_api::revision::path("default", path);
        let answer: Value = epicd
            .admin
            .call(Method::GET, &path, None::<&()>)
            .await
            .unwrap();
        shown.push_str(&answer.to_string());
    }
    assert!(!shown.contains("PRIVATE KEY"), "{shown}");
    let stored = epicd.admin.get(&name).await.unwrap();
    assert_eq!(stored.spec["privateKey"], "<redacted>");

    let secret = key.serialize_pem();
    let secret = secret.lines().nth(1).unwrap().as_bytes().to_vec();
    let data_dir = epicd.data_dir();
    epicd.running.stop().await;
    for file in std::fs::read_dir(data_dir).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(secret.len()).any(|window| window == secret));
    }
}

#[tokio::test]
async fn bad_questions_about_history_are_answered_precisely() {
    let epicd = Epicd::start().await;
    let page = epic_api::revision::path("default", "revisions?limit=0");
    let error = epicd.refused(Method::GET, &page, None).await;
    assert!(error.message.contains("1 to 500"), "{error}");
    let path = epic_api::revision::path("default", "rollback");
    let body = json!({ "to": 1, "confirmWithin": "48h" });
    let error = epicd.refused(Method::POST, &path, Some(&body)).await;
    assert!(error.message.contains("24h"), "{error}");
    let error = epicd.refused(Method::GET, &path, None).await;
    assert_eq!(error.reason, Reason::MethodNotAllowed);
    let path = epic_api::revision::path("nobody", "revisions");
    let error = epicd.refused(Method::GET, &path, None).await;
    assert_eq!(error.reason, Reason::NotFound);
}
