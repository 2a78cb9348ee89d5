//! How agents come to their certificates, keep them and lose them.

use std::time::Duration;

use epic_api::access::{NewToken, TokenPurpose, TokenRequest, WhoAmI};
use epic_api::agent::NodeReport;
use epic_api::client::Client;
use epic_api::enroll::{EnrollRequest, Enrollment, RenewRequest};
use epic_api::{Kind, ObjectKey, Reason};
use epic_cluster::app::ServeOptions;
use epic_cluster::store::sqlite::SqliteOptions;
use futures::StreamExt as _;
use hyper::Method;
use rcgen::{CertificateParams, KeyPair};
use serde_json::{Value, json};

use crate::support::{Epicd, eventually, refusal};

const NODE: &str = "edge-1";

/// An agent's key, and the request for a certificate for it.
struct Agent {
    key: KeyPair,
    id: &'static str,
}

impl Agent {
    fn new(id: &'static str) -> Agent {
        let key = KeyPair::generate().unwrap();
        Agent { key, id }
    }

    fn csr(&self) -> String {
        let params = CertificateParams::new(vec!["admin.example.com".to_owned()]).unwrap();
        let request = params.serialize_request(&self.key).unwrap();
        request.pem().unwrap()
    }

    fn request(&self) -> EnrollRequest {
        EnrollRequest {
            csr: self.csr(),
            agent_id: self.id.to_owned(),
        }
    }

    fn client(&self, epicd: &Epicd, enrollment: &Enrollment) -> Client {
        let context = &epicd.running.context;
        Client::with_certificate(
            &context.server,
            &context.ca,
            &enrollment.certificate,
            &self.key.serialize_pem(),
        )
        .unwrap()
    }

    async fn join(&self, epicd: &Epicd) -> Client {
        let enrollment = join_token(epicd, NODE).await.enroll(&self.request()).await;
        self.client(epicd, &enrollment.unwrap())
    }
}

async fn join_token(epicd: &Epicd, node: &str) -> Client {
    let request = TokenRequest::new(TokenPurpose::Join, node);
    let made: NewToken = epicd
        .admin
        .call(Method::POST, "/auth/v1/tokens", Some(&request))
        .await
        .unwrap();
    assert!(made.expires.is_some());
    epicd.client_with_token(&made.token)
}

fn node_key() -> ObjectKey {
    ObjectKey::cluster(Kind::Node, NODE)
}

async fn report(agent: &Client) -> Result<(), epic_api::client::ClientError> {
    agent.report(NODE, &NodeReport::default()).await
}

#[tokio::test]
async fn an_agent_trades_a_join_token_for_a_certificate_and_serves_its_node_with_it() {
    let epicd = Epicd::start().await;
    let agent = Agent::new("one").join(&epicd).await;
    assert!(epicd.admin.get(&node_key()).await.is_ok());
    report(&agent).await.unwrap();
    assert!(agent.intent(NODE).await.is_ok());
    let who: WhoAmI = agent
        .call(Method::GET, "/auth/v1/whoami", None::<&()>)
        .await
        .unwrap();
    assert_eq!(who.name, "node:edge-1");
    let other = refusal(agent.intent("edge-2").await.map(|_| ()));
    assert_eq!(other.reason, Reason::Forbidden);
    let rest = refusal(agent.list(Kind::Certificate, None).await);
    assert_eq!(rest.reason, Reason::Forbidden);
}

#[tokio::test]
async fn a_join_token_is_good_for_one_agent_and_for_nothing_else() {
    let epicd = Epicd::start().await;
    let join = join_token(&epicd, NODE).await;
    let (one, other) = (Agent::new("one"), Agent::new("other"));
    join.enroll(&one.request()).await.unwrap();
    // The answer may have been lost on its way.
    join.enroll(&one.request()).await.unwrap();
    let error = refusal(join.enroll(&other.request()).await);
    assert_eq!(error.reason, Reason::Unauthorized);
    for error in [
        refusal(join.list(Kind::Gateway, None).await),
        refusal(report(&join).await),
        refusal(join.intent(NODE).await.map(|_| ())),
    ] {
        assert_eq!(error.reason, Reason::Forbidden);
    }
    let error = refusal(epicd.admin.enroll(&one.request()).await);
    assert_eq!(error.reason, Reason::Forbidden);
}

#[tokio::test]
async fn a_certificate_is_renewed_with_itself_and_not_with_a_token() {
    let epicd = Epicd::start().await;
    let one = Agent::new("one");
    let agent = one.join(&epicd).await;
    let next = agent.renew(&RenewRequest { csr: one.csr() }).await.unwrap();
    assert_eq!(next.node, NODE);
    report(&one.client(&epicd, &next)).await.unwrap();
    let bearer = epicd.agent(NODE).await;
    let error = refusal(bearer.renew(&RenewRequest { csr: one.csr() }).await);
    assert_eq!(error.reason, Reason::Forbidden);
}

#[tokio::test]
async fn a_certificate_that_has_ended_opens_nothing() {
    let epicd = Epicd::start_as(|options: &mut ServeOptions| {
        options.agent_certificates = Duration::from_secs(2);
        options.store = SqliteOptions::default();
    })
    .await;
    let agent = Agent::new("one").join(&epicd).await;
    let mut intent = Box::pin(agent.intent(NODE).await.unwrap());
    let ended = async { while intent.next().await.is_some_and(|line| line.is_ok()) {} };
    tokio::time::timeout(Duration::from_secs(10), ended)
        .await
        .expect("the stream ends with the certificate");
    assert!(report(&agent).await.is_err());
}

#[tokio::test]
async fn a_revoked_agent_is_refused_at_once_and_its_stream_ends() {
    let epicd = Epicd::start().await;
    let agent = Agent::new("one").join(&epicd).await;
    let mut intent = Box::pin(agent.intent(NODE).await.unwrap());
    let path = "/auth/v1/nodes/edge-1/revoke";
    let _: Value = epicd
        .admin
        .call(Method::POST, path, None::<&()>)
        .await
        .unwrap();
    assert_eq!(refusal(report(&agent).await).reason, Reason::Unauthorized);
    let ended = async { while intent.next().await.is_some_and(|line| line.is_ok()) {} };
    tokio::time::timeout(Duration::from_secs(5), ended)
        .await
        .expect("the stream ends");
    let again = Agent::new("one").join(&epicd).await;
    report(&again).await.unwrap();
    assert_eq!(refusal(report(&agent).await).reason, Reason::Unauthorized);
}

#[tokio::test]
async fn a_deleted_node_takes_its_certificates_with_it_even_when_it_is_made_anew() {
    let epicd = Epicd::start().await;
    let one = Agent::new("one");
    let agent = one.join(&epicd).await;
    let bearer = epicd.agent(NODE).await;
    epicd.admin.delete(&node_key()).await.unwrap();
    assert_eq!(refusal(report(&agent).await).reason, Reason::Unauthorized);
    eventually("the node's token is forgotten", async || {
        let error = report(&bearer).await.err()?;
        (refusal(Err::<(), _>(error)).reason == Reason::Unauthorized).then_some(())
    })
    .await;
    let anew = Agent::new("one").join(&epicd).await;
    report(&anew).await.unwrap();
    assert_eq!(refusal(report(&agent).await).reason, Reason::Unauthorized);
}

#[tokio::test]
async fn a_second_agent_is_refused_while_the_first_reports_and_takes_over_when_it_is_gone() {
    let epicd = Epicd::start().await;
    let first = Agent::new("one").join(&epicd).await;
    report(&first).await.unwrap();
    eventually("the node is Ready", async || {
        let node = epicd.admin.get(&node_key()).await.ok()?;
        let ready = node.status?["conditions"][0]["status"] == "True";
        ready.then_some(())
    })
    .await;
    let second = Agent::new("two");
    let error = refusal(
        join_token(&epicd, NODE)
            .await
            .enroll(&second.request())
            .await,
    );
    assert_eq!(error.reason, Reason::Conflict);
    report(&first).await.unwrap();

    let path = "/auth/v1/nodes/edge-1/revoke";
    let _: Value = epicd
        .admin
        .call(Method::POST, path, None::<&()>)
        .await
        .unwrap();
    let second = second.join(&epicd).await;
    report(&second).await.unwrap();
    assert_eq!(refusal(report(&first).await).reason, Reason::Unauthorized);
}

#[tokio::test]
async fn certificates_survive_a_restart_and_so_does_their_end() {
    let epicd = Epicd::start().await;
    let (one, two) = (Agent::new("one"), Agent::new("two"));
    let first = join_token(&epicd, NODE).await.enroll(&one.request()).await;
    let path = "/auth/v1/nodes/edge-1/revoke";
    let _: Value = epicd
        .admin
        .call(Method::POST, path, None::<&()>)
        .await
        .unwrap();
    let second = join_token(&epicd, NODE).await.enroll(&two.request()).await;
    let epicd = epicd.restart().await;
    let first = one.client(&epicd, &first.unwrap());
    let second = two.client(&epicd, &second.unwrap());
    assert_eq!(refusal(report(&first).await).reason, Reason::Unauthorized);
    report(&second).await.unwrap();
}

#[tokio::test]
async fn a_request_for_a_certificate_that_is_wrong_says_what() {
    let epicd = Epicd::start().await;
    let join = join_token(&epicd, NODE).await;
    let good = Agent::new("one").request();
    for (field, request) in [
        ("csr", json!({ "csr": "x", "agentId": "one" })),
        ("agentId", json!({ "csr": good.csr, "agentId": "a b" })),
        ("agentId", json!({ "csr": good.csr, "agentId": "" })),
    ] {
        let error = refusal(
            join.call::<Value>(Method::POST, "/auth/v1/enroll", Some(&request))
                .await,
        );
        assert_eq!((error.code, &*error.causes[0].field), (422, field));
    }
    join.enroll(&good).await.unwrap();
}
