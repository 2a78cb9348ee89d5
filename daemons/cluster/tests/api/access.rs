//! Who may do what, and what anybody may see.

use epic_api::client::Client;
use epic_api::{Kind, Reason};
use epic_cluster::app::{ServeOptions, start};
use hyper::Method;
use serde_json::{Value, json};

use crate::support::{Epicd, initialised, refusal};

#[tokio::test]
async fn a_wrong_token_is_refused_with_a_hint_and_so_is_none() {
    let epicd = Epicd::start().await;
    for token in ["epic_000000000000_0", "x", ""] {
        let stranger = epicd.client_with_token(token);
        let error = refusal(stranger.list(Kind::Gateway, None).await);
        assert_eq!((error.code, error.reason), (401, Reason::Unauthorized));
        assert!(error.hint.is_some());
    }
}

#[tokio::test]
async fn an_agent_reaches_its_own_node_and_nothing_else() {
    let epicd = Epicd::start().await;
    let agent = epicd.agent("node-a").await;
    agent
        .report("node-a", &epic_api::agent::NodeReport::default())
        .await
        .unwrap();
    let other = refusal(
        agent
            .report("node-b", &epic_api::agent::NodeReport::default())
            .await,
    );
    assert_eq!(other.reason, Reason::Forbidden);
    let rest = refusal(agent.list(Kind::Gateway, None).await);
    assert_eq!(rest.reason, Reason::Forbidden);
}

#[tokio::test]
async fn an_admin_does_not_see_private_keys_through_an_agents_stream() {
    let epicd = Epicd::start().await;
    let outcome = epicd.admin.intent("node-a").await.map(|_| ());
    assert_eq!(refusal(outcome).reason, Reason::Forbidden);
}

#[tokio::test]
async fn a_token_is_listed_without_its_secret_and_is_worthless_once_deleted() {
    let epicd = Epicd::start().await;
    let request = json!({ "purpose": "user", "description": "ci" });
    let path = "/auth/v1/tokens";
    let made: Value = epicd
        .admin
        .call(Method::POST, path, Some(&request))
        .await
        .unwrap();
    let client = epicd.client_with_token(made["token"].as_str().unwrap());
    let list: Value = client.call(Method::GET, path, None::<&()>).await.unwrap();
    assert_eq!(list["items"].as_array().unwrap().len(), 2);
    assert!(!list.to_string().contains(made["token"].as_str().unwrap()));

    let one = format!("{path}/{}", made["id"].as_str().unwrap());
    let _: Value = client
        .call(Method::DELETE, &one, None::<&()>)
        .await
        .unwrap();
    assert_eq!(refusal(client.list(Kind::Gateway, None).await).code, 401);
    assert_eq!(epicd.refused(Method::DELETE, &one, None).await.code, 404);
}

#[tokio::test]
async fn a_token_for_an_agent_names_a_node_that_can_be() {
    let epicd = Epicd::start().await;
    for request in [
        json!({ "purpose": "agent" }),
        json!({ "purpose": "join", "subject": "Not A Name" }),
    ] {
        let error = epicd
            .refused(Method::POST, "/auth/v1/tokens", Some(&request))
            .await;
        assert_eq!((error.code, &*error.causes[0].field), (422, "subject"));
    }
}

#[tokio::test]
async fn health_needs_no_token_and_metrics_do() {
    let epicd = Epicd::start().await;
    let ca = reqwest_like(&epicd);
    for path in ["/healthz", "/readyz"] {
        // The body is `ok`, which is not JSON: the client gets as far as reading it.
        let error = ca
            .call::<Value>(Method::GET, path, None::<&()>)
            .await
            .unwrap_err();
        assert!(
            matches!(error, epic_api::client::ClientError::Protocol { .. }),
            "{path}: {error}"
        );
    }
    assert_eq!(
        refusal(ca.call::<Value>(Method::GET, "/metrics", None::<&()>).await).code,
        401
    );
}

fn reqwest_like(epicd: &Epicd) -> Client {
    epicd.client_with_token("")
}

#[tokio::test]
async fn serve_says_why_it_can_not() {
    let folder = tempfile::TempDir::new().unwrap();
    let error = failure(ServeOptions::new(folder.path())).await;
    assert!(
        error.contains("not initialised") && error.contains("epicd init"),
        "{error}"
    );

    let epicd = Epicd::start().await;
    let error = failure(ServeOptions::new(epicd.data_dir())).await;
    assert!(error.contains("another epicd"), "{error}");

    let second = initialised().await;
    let options = ServeOptions {
        listen: Some(epicd.running.addr),
        ..ServeOptions::new(second.path().join("data"))
    };
    let error = failure(options).await;
    assert!(
        error.contains("taken by another process") && error.contains("--listen"),
        "{error}"
    );
}

async fn failure(options: ServeOptions) -> String {
    let Err(error) = start(options).await else {
        panic!("it must not start");
    };
    format!("{error:#}")
}
