//! Accounts are walled off: whatever an account's owner asks about another account, the answer is
//! the one about an account that does not exist, and nothing is changed.

use std::time::Duration;

use epic_api::access::{NewToken, TokenPurpose, TokenRequest, User, Verdict, WhoAmI};
use epic_api::client::{Client, WatchEvent};
use epic_api::{ApiError, Kind, ObjectKey, RawObject, Reason, Scope};
use futures::StreamExt as _;
use hyper::Method;
use serde_json::{Value, json};

use crate::support::{Epicd, refusal};

const ROOT: &str = "/apis/epic-gateway.org/v1alpha1";

/// Two accounts with one object of each kind and an owner each, all with the same names.
struct Tenants {
    epicd: Epicd,
    /// Owns `mine`.
    mine: Client,
}

impl Tenants {
    async fn start() -> Tenants {
        let epicd = Epicd::start().await;
        for object in [
            document(
                "IPPool",
                None,
                "public",
                json!({ "addresses": ["192.0.2.0/28"] }),
            ),
            document(
                "IPPool",
                None,
                "secret",
                json!({ "addresses": ["198.51.100.0/28"] }),
            ),
            document(
                "GatewayTemplate",
                None,
                "http",
                json!({ "pools": ["public"] }),
            ),
            document(
                "GatewayTemplate",
                None,
                "special",
                json!({ "pools": ["secret"] }),
            ),
            document(
                "Account",
                None,
                "mine",
                json!({ "allowedTemplates": ["http"] }),
            ),
            document("Account", None, "theirs", json!({})),
        ] {
            epicd.admin.create(&object).await.unwrap();
        }
        for account in ["mine", "theirs"] {
            for object in objects(account) {
                epicd.admin.create(&object).await.unwrap();
            }
        }
        let mine = user(&epicd, "mallory", "owner:mine").await;
        Tenants { epicd, mine }
    }

    /// Everything that is stored, as an admin sees it, but for what EPIC itself reports.
    async fn stored(&self) -> Vec<(ObjectKey, Value, u64)> {
        let mut all = Vec::new();
        for kind in Kind::ALL {
            if kind == Kind::Event {
                continue;
            }
            let list = self.epicd.admin.list(kind, None).await.unwrap();
            let known = |object: RawObject| {
                (
                    object.key(),
                    object.spec.clone(),
                    object.metadata.spec_revision,
                )
            };
            all.extend(list.items.into_iter().map(known));
        }
        all
    }
}

async fn user(epicd: &Epicd, name: &str, role: &str) -> Client {
    let user = User {
        name: name.to_owned(),
        bindings: vec![role.parse().unwrap()],
        ..User::default()
    };
    let _: User = epicd
        .admin
        .call(Method::POST, "/auth/v1/users", Some(&user))
        .await
        .unwrap();
    let request = TokenRequest::new(TokenPurpose::User, name);
    let made: NewToken = epicd
        .admin
        .call(Method::POST, "/auth/v1/tokens", Some(&request))
        .await
        .unwrap();
    epicd.client_with_token(&made.token)
}

#[expect(clippy::needless_pass_by_value, reason = "reads better with json!")]
fn document(kind: &str, account: Option<&str>, name: &str, spec: Value) -> RawObject {
    let mut metadata = json!({ "name": name });
    if let Some(account) = account {
        metadata["account"] = account.into();
    }
    let api_version = epic_api::API_VERSION;
    let object =
        json!({ "apiVersion": api_version, "kind": kind, "metadata": metadata, "spec": spec });
    serde_json::from_value(object).unwrap()
}

fn objects(account: &str) -> Vec<RawObject> {
    let own = |kind: &str, spec: Value| document(kind, Some(account), "web", spec);
    let listener = json!({ "name": "http", "protocol": "HTTP", "port": 80 });
    let rule = json!({ "backendRefs": [{ "name": "web" }] });
    let key = rcgen::KeyPair::generate().unwrap();
    let certificate = rcgen::CertificateParams::new(vec!["web.example.com".to_owned()])
        .unwrap()
        .self_signed(&key)
        .unwrap();
    vec![
        own(
            "Certificate",
            json!({ "certificate": certificate.pem(), "privateKey": key.serialize_pem() }),
        ),
        own(
            "Backend",
            json!({ "endpoints": [{ "address": "10.0.0.1", "port": 80 }] }),
        ),
        own(
            "Gateway",
            json!({ "template": "http", "listeners": [listener] }),
        ),
        own(
            "Route",
            json!({ "parentRefs": [{ "name": "web" }], "http": { "rules": [rule] } }),
        ),
    ]
}

/// A refusal with the account's name blotted out.
fn blotted(error: &ApiError, account: &str) -> String {
    serde_json::to_string(error).unwrap().replace(account, "…")
}

async fn ask(client: &Client, method: &Method, path: &str, body: Option<&Value>) -> ApiError {
    refusal(client.call::<Value>(method.clone(), path, body).await)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_verb_on_every_kind_gets_the_same_answer_for_hidden_and_absent() {
    let lab = Tenants::start().await;
    let before = lab.stored().await;
    for object in objects("theirs") {
        let kind = object.kind;
        let plural = kind.plural();
        let mut seen = Vec::new();
        for account in ["theirs", "nowhere"] {
            let list = format!("{ROOT}/accounts/{account}/{plural}");
            let one = format!("{list}/web");
            let mut sent = serde_json::to_value(&object).unwrap();
            sent["metadata"]["account"] = account.into();
            let patch = json!({ "metadata": { "labels": { "a": "b" } } });
            let empty = json!({});
            let mut answers = Vec::new();
            for (method, path, body) in [
                (Method::GET, list.clone(), None),
                (Method::GET, format!("{list}?watch=true"), None),
                (Method::GET, one.clone(), None),
                (Method::GET, format!("{one}/status"), None),
                (Method::POST, list.clone(), Some(&sent)),
                (Method::POST, format!("{list}?dryRun=true"), Some(&sent)),
                (Method::POST, list.clone(), Some(&empty)),
                (Method::POST, format!("{ROOT}/{plural}"), Some(&sent)),
                (Method::PUT, one.clone(), Some(&sent)),
                (Method::PUT, one.clone(), Some(&empty)),
                (Method::PATCH, one.clone(), Some(&patch)),
                (Method::DELETE, one.clone(), None),
            ] {
                let error = ask(&lab.mine, &method, &path, body).await;
                if !(method == Method::POST && path == format!("{ROOT}/{plural}")) {
                    assert_eq!(error.reason, Reason::NotFound, "{method} {path}");
                }
                answers.push(blotted(&error, account));
            }
            seen.push(answers);
        }
        assert_eq!(seen[0], seen[1], "{kind}");
    }
    let topology = |account: &str| format!("{ROOT}/accounts/{account}/gateways/web/topology");
    let hidden = ask(&lab.mine, &Method::GET, &topology("theirs"), None).await;
    let absent = ask(&lab.mine, &Method::GET, &topology("nowhere"), None).await;
    assert_eq!(blotted(&hidden, "theirs"), blotted(&absent, "nowhere"));
    assert_eq!(lab.stored().await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_account_may_not_use_does_not_exist_for_its_owner() {
    let lab = Tenants::start().await;
    for (plural, hidden, shown) in [
        ("gatewaytemplates", "special", "http"),
        ("ippools", "secret", "public"),
        ("accounts", "theirs", "mine"),
    ] {
        let path = |name: &str| format!("{ROOT}/{plural}/{name}");
        let hides = ask(&lab.mine, &Method::GET, &path(hidden), None).await;
        let lacks = ask(&lab.mine, &Method::GET, &path("nothing"), None).await;
        assert_eq!(blotted(&hides, hidden), blotted(&lacks, "nothing"));
        for name in [hidden, "nothing", shown] {
            let error = ask(&lab.mine, &Method::DELETE, &path(name), None).await;
            assert_eq!(error.reason, Reason::Forbidden, "{name}");
        }
        let found: RawObject = lab
            .mine
            .call(Method::GET, &path(shown), None::<&()>)
            .await
            .unwrap();
        assert_eq!(found.metadata.name, shown);
    }
    let gateway = |template: &str| {
        let listener = json!({ "name": "http", "protocol": "HTTP", "port": 80 });
        let spec = json!({ "template": template, "listeners": [listener] });
        document("Gateway", Some("mine"), "other", spec)
    };
    let hidden = refusal(lab.mine.create(&gateway("special")).await);
    let absent = refusal(lab.mine.create(&gateway("nothing")).await);
    assert_eq!(hidden.causes[0].field, "spec.template");
    assert_eq!(blotted(&hidden, "special"), blotted(&absent, "nothing"));
    lab.mine.create(&gateway("http")).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_of_somebody_else_is_taken_and_no_more_is_said() {
    let lab = Tenants::start().await;
    let theirs = ObjectKey::in_account(Kind::Gateway, "theirs", "web");
    let held = lab.epicd.admin.get(&theirs).await.unwrap();
    let address = held.status.unwrap()["addresses"][0]["value"].clone();
    let listener = json!({ "name": "http", "protocol": "HTTP", "port": 80 });
    let spec = json!({ "template": "http", "listeners": [listener], "addresses": [address] });
    let error = refusal(
        lab.mine
            .create(&document("Gateway", Some("mine"), "other", spec))
            .await,
    );
    let text = serde_json::to_string(&error).unwrap();
    assert!(
        text.contains("held by another gateway") && !text.contains("theirs"),
        "{text}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_and_watches_over_all_accounts_show_what_one_may_see() {
    let lab = Tenants::start().await;
    for kind in Kind::ALL {
        let list = lab.mine.list(kind, None).await;
        if kind == Kind::Node {
            assert_eq!(refusal(list).reason, Reason::Forbidden);
            continue;
        }
        for object in list.unwrap().items {
            let name = object.metadata.name.as_str();
            let account = object.metadata.account.as_deref();
            match kind.scope() {
                Scope::Account => assert_eq!(account, Some("mine"), "{kind} {name}"),
                Scope::Cluster => assert!(["http", "public", "mine"].contains(&name), "{name}"),
            }
        }
    }
    let from = lab.mine.list(Kind::Backend, None).await.unwrap();
    assert_eq!(from.items.len(), 1);
    for version in ["0", &from.resource_version] {
        let stream = lab.mine.watch(Kind::Backend, None, version).await.unwrap();
        let mut lines = Box::pin(stream);
        let label = json!({ "metadata": { "labels": { "round": version } } });
        for account in ["theirs", "mine"] {
            let path = format!("{ROOT}/accounts/{account}/backends/web");
            let patched: RawObject = lab
                .epicd
                .admin
                .call(Method::PUT, &path, Some(&relabelled(account, &label)))
                .await
                .unwrap();
            assert_eq!(patched.metadata.labels["round"], *version);
        }
        let wait = async {
            while let Some(Ok(line)) = lines.next().await {
                let (WatchEvent::Added(object) | WatchEvent::Modified(object)) = line else {
                    continue;
                };
                assert_eq!(object.metadata.account.as_deref(), Some("mine"));
                if object.metadata.labels.get("round").map(String::as_str) == Some(version) {
                    return;
                }
            }
            panic!("the watch ended");
        };
        tokio::time::timeout(Duration::from_secs(10), wait)
            .await
            .expect("the own change is seen");
    }
}

fn relabelled(account: &str, label: &Value) -> Value {
    let backend = objects(account)
        .into_iter()
        .find(|object| object.kind == Kind::Backend)
        .unwrap();
    let mut sent = serde_json::to_value(backend).unwrap();
    sent["metadata"]["labels"] = label["metadata"]["labels"].clone();
    sent
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_watch_ends_when_its_token_goes_and_when_its_user_gets_another_role() {
    let lab = Tenants::start().await;
    let admin = &lab.epicd.admin;
    let who: WhoAmI = lab
        .mine
        .call(Method::GET, "/auth/v1/whoami", None::<&()>)
        .await
        .unwrap();
    assert_eq!(who.name, "mallory");
    let demoted = json!({ "bindings": [{ "role": "viewer", "account": "mine" }] });
    let token = format!("/auth/v1/tokens/{}", who.token.unwrap());
    for (method, path, body) in [
        (Method::PUT, "/auth/v1/users/mallory", Some(&demoted)),
        (Method::DELETE, token.as_str(), None),
    ] {
        let stream = lab
            .mine
            .watch(Kind::Route, Some("mine"), "0")
            .await
            .unwrap();
        let mut lines = Box::pin(stream);
        lines.next().await.unwrap().unwrap();
        let _: Value = admin.call(method, path, body).await.unwrap();
        let ended = async { while lines.next().await.is_some_and(|line| line.is_ok()) {} };
        tokio::time::timeout(Duration::from_secs(5), ended)
            .await
            .expect("the watch ends");
    }
    let error = refusal(lab.mine.list(Kind::Route, Some("mine")).await);
    assert_eq!(error.reason, Reason::Unauthorized);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_owner_makes_tokens_for_itself_and_sees_no_others() {
    let lab = Tenants::start().await;
    let path = "/auth/v1/tokens";
    let own = json!({ "purpose": "user" });
    let made: NewToken = lab.mine.call(Method::POST, path, Some(&own)).await.unwrap();
    let again = lab.epicd.client_with_token(&made.token);
    let list: Value = again.call(Method::GET, path, None::<&()>).await.unwrap();
    let items = list["items"].as_array().unwrap();
    assert!(items.len() == 2 && items.iter().all(|token| token["subject"] == "mallory"));
    for request in [
        json!({ "purpose": "user", "subject": "admin" }),
        json!({ "purpose": "agent", "subject": "edge-1" }),
        json!({ "purpose": "join", "subject": "edge-1" }),
        json!({ "purpose": "controller", "subject": "k", "accounts": ["mine"] }),
    ] {
        let error = ask(&lab.mine, &Method::POST, path, Some(&request)).await;
        assert_eq!(error.reason, Reason::Forbidden, "{request}");
    }
    let who: WhoAmI = lab
        .epicd
        .admin
        .call(Method::GET, "/auth/v1/whoami", None::<&()>)
        .await
        .unwrap();
    let admins = who.token.unwrap();
    let hidden = ask(
        &lab.mine,
        &Method::DELETE,
        &format!("{path}/{admins}"),
        None,
    )
    .await;
    let absent = ask(&lab.mine, &Method::DELETE, &format!("{path}/nothing"), None).await;
    assert_eq!(blotted(&hidden, &admins), blotted(&absent, "nothing"));
    let _: Value = lab
        .mine
        .call(Method::DELETE, &format!("{path}/{}", made.id), None::<&()>)
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn can_i_says_what_the_api_would_do() {
    let lab = Tenants::start().await;
    for (question, allowed) in [
        (
            json!({ "verb": "delete", "resource": "Gateway", "account": "mine" }),
            true,
        ),
        (
            json!({ "verb": "get", "resource": "Gateway", "account": "theirs", "name": "web" }),
            false,
        ),
        (
            json!({ "verb": "get", "resource": "GatewayTemplate", "name": "http" }),
            true,
        ),
        (
            json!({ "verb": "get", "resource": "GatewayTemplate", "name": "special" }),
            false,
        ),
        (json!({ "verb": "create", "resource": "users" }), false),
        (json!({ "verb": "create", "resource": "tokens" }), true),
    ] {
        let verdict: Verdict = lab
            .mine
            .call(Method::POST, "/auth/v1/can-i", Some(&question))
            .await
            .unwrap();
        assert_eq!(verdict.allowed, allowed, "{question} {}", verdict.reason);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn quotas_count_every_kind_and_endpoints_of_all_backends() {
    let lab = Tenants::start().await;
    let quotas =
        json!({ "gateways": 1, "routes": 1, "backends": 2, "endpoints": 3, "certificates": 1 });
    let account = document("Account", None, "mine", json!({ "quotas": quotas }));
    lab.epicd.admin.apply(&account, false).await.unwrap();
    for object in objects("mine") {
        if object.kind == Kind::Backend {
            continue;
        }
        let mut another = object.clone();
        another.metadata.name = "another".to_owned();
        let error = refusal(lab.mine.create(&another).await);
        let message = &error.causes[0].message;
        assert!(message.contains("has 1 of at most 1"), "{message}");
        // What is there may still be changed.
        lab.mine.apply(&object, false).await.unwrap();
    }
    let backend = |name: &str, count: u8| {
        let endpoints: Vec<Value> = (1..=count)
            .map(|host| json!({ "address": format!("10.0.0.{host}"), "port": 80 }))
            .collect();
        document(
            "Backend",
            Some("mine"),
            name,
            json!({ "endpoints": endpoints }),
        )
    };
    let error = refusal(lab.mine.create(&backend("more", 3)).await);
    assert_eq!(error.causes[0].field, "spec.endpoints");
    lab.mine.create(&backend("more", 2)).await.unwrap();
    let error = refusal(lab.mine.apply(&backend("web", 2), false).await);
    assert_eq!(error.causes[0].field, "spec.endpoints");
    lab.mine.apply(&backend("more", 1), false).await.unwrap();
    let error = refusal(lab.mine.create(&backend("third", 0)).await);
    assert!(
        error.causes[0]
            .message
            .contains("has 2 of at most 2 backends")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn endpoints_keep_out_of_the_cluster_unless_the_account_may() {
    let lab = Tenants::start().await;
    let agent = lab.epicd.agent("edge-1").await;
    let report = epic_api::agent::NodeReport {
        addresses: vec!["10.7.0.1".parse().unwrap()],
        ..Default::default()
    };
    agent.report("edge-1", &report).await.unwrap();
    crate::support::eventually("the node's address is known", async || {
        let key = ObjectKey::cluster(Kind::Node, "edge-1");
        let node = lab.epicd.admin.get(&key).await.ok()?;
        (node.status?["addresses"][0] == "10.7.0.1").then_some(())
    })
    .await;
    let backend = |address: &str| {
        let spec = json!({ "endpoints": [{ "address": address, "port": 80 }] });
        document("Backend", Some("mine"), "inside", spec)
    };
    let inside = [
        "127.0.0.1",
        "::ffff:127.0.0.1",
        "169.254.169.254",
        "10.7.0.1",
        "::ffff:10.7.0.1",
        "192.0.2.3",
        "198.51.100.3",
        "100.64.0.5",
        "224.0.0.1",
    ];
    for address in inside {
        let error = refusal(lab.mine.apply(&backend(address), false).await);
        assert_eq!(
            error.causes[0].field, "spec.endpoints[0].address",
            "{address}"
        );
        let text = serde_json::to_string(&error).unwrap();
        assert!(
            !text.contains("secret") && !text.contains("edge-1"),
            "{text}"
        );
    }
    let allowed = json!({ "allowedNetworks": ["127.0.0.0/8"] });
    let account = document("Account", None, "mine", allowed);
    lab.epicd.admin.apply(&account, false).await.unwrap();
    lab.mine.apply(&backend("127.0.0.1"), false).await.unwrap();
    refusal(lab.mine.apply(&backend("10.7.0.1"), false).await);

    // What is stored stays when the allowance goes.
    let account = document("Account", None, "mine", json!({}));
    lab.epicd.admin.apply(&account, false).await.unwrap();
    let mut same = backend("127.0.0.1");
    same.metadata.labels.insert("a".to_owned(), "b".to_owned());
    lab.mine.apply(&same, false).await.unwrap();
    refusal(lab.mine.apply(&backend("127.0.0.2"), false).await);
}
