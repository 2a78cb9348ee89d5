//! What one asks to find out what is wrong: of epicd, and of a gateway's Envoy ([`crate::query`]).

use http::Method;
use http::header::DATE;
use jiff::Timestamp;

use super::{Client, ClientError, query};
use crate::query::{Answer, Query};

impl Client {
    /// epicd's clock, to the second; nothing where it does not tell. Needs no token.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn server_time(&self) -> Result<Option<Timestamp>, ClientError> {
        let response = self.send(self.timed(Method::GET, "/healthz")).await?;
        let date = response.headers().get(DATE);
        let date = date.and_then(|date| date.to_str().ok());
        // The date of HTTP is one of mail, with GMT for its zone.
        let date = date.and_then(|date| jiff::fmt::rfc2822::parse(date).ok());
        Ok(date.map(|date| date.timestamp()))
    }

    /// Asks the Envoy of a gateway on one node.
    ///
    /// # Errors
    /// See [`ClientError`]; 503 when the node's agent is not connected.
    pub async fn ask(
        &self,
        account: &str,
        gateway: &str,
        node: &str,
        what: &Query,
    ) -> Result<Answer, ClientError> {
        let name = what.name();
        let parameters = match what {
            Query::Config | Query::Clusters => String::new(),
            Query::Stats { filter } => query([("filter", filter.as_str())]),
            Query::Log { lines } | Query::AccessLog { lines } => {
                query([("lines", lines.to_string().as_str())])
            }
        };
        let path = format!(
            "/debug/v1/accounts/{account}/gateways/{gateway}/instances/{node}/{name}{parameters}"
        );
        self.call(Method::GET, &path, None::<&()>).await
    }

    /// Hands in an agent's answer.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn answer_query(
        &self,
        node: &str,
        id: &str,
        answer: &Answer,
    ) -> Result<(), ClientError> {
        let path = format!("/agent/v1/nodes/{node}/answers/{id}");
        let _: serde_json::Value = self.call(Method::POST, &path, Some(answer)).await?;
        Ok(())
    }
}
