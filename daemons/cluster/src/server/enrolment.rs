//! Certificates of agents: the first, the next, and the end of them. See [`epic_api::enroll`].

use axum::extract::Request;
use epic_api::enroll::{EnrollRequest, RenewRequest};
use epic_api::{ApiError, FieldError, Kind, Node, ObjectKey, Reason, condition};
use hyper::{Method, StatusCode};
use jiff::Timestamp;
use serde_json::json;

use super::access::Access;
use super::answer::{Answer, Refusal, json, method_not_allowed, ok};
use super::tokens::blocking;
use super::{Api, body};
use crate::auth::{Proof, Subject};
use crate::control::not_found;
use crate::pki::Csr;

/// The longest name of an agent's installation.
const LONGEST_ID: usize = 64;

/// `/auth/v1/enroll`.
pub(super) async fn enroll(api: &Api, access: &Access, request: Request) -> Answer {
    if request.method() != Method::POST {
        return Ok(method_not_allowed(request.method(), "POST"));
    }
    let (Subject::Join { node }, Proof::Token(token)) =
        (access.caller.subject.clone(), access.caller.proof.clone())
    else {
        return Err(ApiError::new(Reason::Forbidden, "this needs a join token").into());
    };
    let sent: EnrollRequest = body::json(request.into_body()).await?;
    check_agent_id(&sent.agent_id)?;
    let csr = Csr::read(&sent.csr).map_err(|why| invalid("csr", why))?;
    let object = api.control.enrol(node.clone()).await?;
    let served = Node::from_raw(&object)
        .ok()
        .and_then(|node| node.status)
        .and_then(|status| condition::find(&status.conditions, "Ready").cloned())
        .is_some_and(|ready| ready.is_true());
    let (auth, name, agent_id, key) = (
        api.auth.clone(),
        node.clone(),
        sent.agent_id.clone(),
        csr.fingerprint(),
    );
    let generation = blocking(move || auth.enroll(&token, &name, &agent_id, &key, served)).await?;
    let identity = crate::auth::AgentIdentity {
        node,
        uid: object.metadata.uid.clone().unwrap_or_default(),
        agent_id: sent.agent_id,
        generation,
        expires: Timestamp::MAX,
    };
    let issued = api.ca.issue(csr, &identity, Timestamp::now());
    let enrollment = issued.map_err(|error| internal(&error))?;
    tracing::info!(node = enrollment.node, until = %enrollment.not_after, "an agent has enrolled");
    Ok(json(StatusCode::CREATED, &enrollment))
}

/// `/auth/v1/renew`.
pub(super) async fn renew(api: &Api, access: &Access, request: Request) -> Answer {
    if request.method() != Method::POST {
        return Ok(method_not_allowed(request.method(), "POST"));
    }
    let Proof::Certificate(identity) = &access.caller.proof else {
        let message = "this needs the certificate that is to be renewed, and none was presented";
        return Err(ApiError::new(Reason::Forbidden, message)
            .with_hint("an agent with a token has nothing to renew")
            .into());
    };
    let sent: RenewRequest = body::json(request.into_body()).await?;
    let csr = Csr::read(&sent.csr).map_err(|why| invalid("csr", why))?;
    let issued = api.ca.issue(csr, identity, Timestamp::now());
    let enrollment = issued.map_err(|error| internal(&error))?;
    tracing::debug!(node = enrollment.node, until = %enrollment.not_after, "a certificate was renewed");
    Ok(json(StatusCode::CREATED, &enrollment))
}

/// `/auth/v1/nodes/{node}/revoke`.
pub(super) async fn revoke(api: &Api, node: String, method: &Method) -> Answer {
    if method != Method::POST {
        return Ok(method_not_allowed(method, "POST"));
    }
    let key = ObjectKey::cluster(Kind::Node, node.clone());
    if api.store.get(&key).is_none() && !api.auth.knows_node(&node) {
        return Err(not_found(&key).into());
    }
    let auth = api.auth.clone();
    let name = node.clone();
    blocking(move || auth.revoke_node(&name)).await?;
    tracing::info!(node, "the node's agent was revoked");
    Ok(ok(&json!({})))
}

fn check_agent_id(id: &str) -> Result<(), Refusal> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if (1..=LONGEST_ID).contains(&id.len()) && id.chars().all(plain) {
        return Ok(());
    }
    let why = format!("is not 1 to {LONGEST_ID} letters, digits and `-`");
    Err(invalid("agentId", why))
}

fn invalid(field: &str, why: String) -> Refusal {
    Refusal(ApiError::invalid(
        "the request for a certificate",
        vec![FieldError::new(field, why)],
    ))
}

fn internal(error: &anyhow::Error) -> Refusal {
    tracing::error!(error = format!("{error:#}"), "can't issue a certificate");
    Refusal(ApiError::new(
        Reason::Internal,
        "epicd can't issue certificates; its log says why",
    ))
}
