//! What one Envoy says about itself, asked over its admin socket.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bytes::Bytes;
use epic_api::agent::InstanceLive;
use http_body_util::{BodyExt as _, Empty, Limited};
use hyper::{Method, Request, StatusCode, header};
use hyper_util::rt::TokioIo;
use tokio::net::UnixStream;
use tokio::time::timeout;

mod figures;
mod rates;

use rates::Rates;

/// Envoy answers from its main thread in milliseconds; longer, and it is stuck.
const PATIENCE: Duration = Duration::from_secs(2);
/// `/clusters` is about a kilobyte an endpoint.
const LARGEST_ANSWER: usize = 32 * 1024 * 1024;
/// Reading figures takes at most one part in so many of the time, since Envoy answers on the thread that
/// also takes in configuration.
const SHARE: u32 = 50;

/// Asks one Envoy. Each question is a connection of its own, so Envoy may restart in between.
#[derive(Debug)]
pub struct AdminClient {
    socket: PathBuf,
    rates: Rates,
    last: InstanceLive,
    not_before: Option<Instant>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum AdminError {
    /// Nobody listens: Envoy is not running or not that far.
    #[error("can't connect to Envoy's admin socket {}: {cause}", socket.display())]
    Connect {
        /// Where.
        socket: PathBuf,
        /// Why.
        cause: std::io::Error,
    },
    /// Envoy is stuck.
    #[error("Envoy does not answer {path} within {} s", PATIENCE.as_secs())]
    Timeout {
        /// What was asked.
        path: String,
    },
    /// The connection broke, or the answer was too large.
    #[error("asking Envoy for {path} failed: {cause}")]
    Exchange {
        /// What was asked.
        path: String,
        /// Why.
        cause: String,
    },
    /// Envoy refuses.
    #[error("Envoy answers {path} with {status}")]
    Refused {
        /// What was asked.
        path: String,
        /// HTTP status.
        status: StatusCode,
    },
    /// The answer is not what this version of EPIC knows.
    #[error("can't read Envoy's answer to {path}: {cause}")]
    Answer {
        /// What was asked.
        path: String,
        /// Why.
        cause: String,
    },
}

impl AdminClient {
    /// For the Envoy that has its admin socket there, now or later.
    pub fn new(socket: impl Into<PathBuf>) -> AdminClient {
        AdminClient {
            socket: socket.into(),
            rates: Rates::default(),
            last: InstanceLive::default(),
            not_before: None,
        }
    }

    /// Whether Envoy is LIVE: it has its first configuration and takes connections.
    ///
    /// # Errors
    /// No answer.
    pub async fn ready(&self) -> Result<bool, AdminError> {
        let (status, body) = self.ask(Method::GET, "/ready").await?;
        Ok(status == StatusCode::OK && body.trim_ascii() == b"LIVE")
    }

    /// Lets listeners take no new work over the drain time, then closes them. Open requests go on;
    /// their connections are asked to close.
    ///
    /// # Errors
    /// No answer.
    pub async fn drain_listeners(&self) -> Result<(), AdminError> {
        self.order("/drain_listeners?graceful").await
    }

    /// Makes Envoy ask its clients to close and answer health checks with failure.
    ///
    /// # Errors
    /// No answer.
    pub async fn healthcheck_fail(&self) -> Result<(), AdminError> {
        self.order("/healthcheck/fail").await
    }

    /// Its version, like `1.40.0`.
    ///
    /// # Errors
    /// No answer.
    pub async fn server_version(&self) -> Result<String, AdminError> {
        let path = "/server_info";
        let info = figures::server_info(&self.get(path).await?);
        info.map_err(|cause| AdminError::Answer {
            path: path.to_owned(),
            cause,
        })
    }

    /// How many clusters wait for their endpoints.
    ///
    /// # Errors
    /// No answer.
    pub async fn warming_clusters(&self) -> Result<u64, AdminError> {
        let stats = self.stats("^cluster_manager\\.warming_clusters$").await?;
        Ok(stats.values().sum())
    }

    /// How many connections clients have open, of any listener.
    ///
    /// # Errors
    /// No answer.
    pub async fn open_connections(&self) -> Result<u64, AdminError> {
        let stats = self
            .stats("^(http|tcp)\\.listener/.*\\.downstream_cx_active$")
            .await?;
        Ok(stats.values().sum())
    }

    /// Live figures; rates are over the time since the last poll, zero at the first. With very many
    /// clusters, where reading takes long, some polls repeat the last figures.
    ///
    /// # Errors
    /// No answer.
    pub async fn poll(&mut self, now: Instant) -> Result<InstanceLive, AdminError> {
        if self.not_before.is_some_and(|moment| now < moment) {
            return Ok(self.last.clone());
        }
        let asked = Instant::now();
        let stats = self.stats(figures::FILTER).await?;
        let path = "/clusters?format=json";
        let clusters =
            figures::clusters(&self.get(path).await?).map_err(|cause| AdminError::Answer {
                path: path.to_owned(),
                cause,
            })?;
        self.not_before = Some(now + asked.elapsed() * SHARE);
        self.last = figures::live(&stats, &clusters, &mut self.rates, now);
        Ok(self.last.clone())
    }

    /// Its whole configuration and its endpoints, JSON. Envoy writes `[redacted]` for private keys.
    ///
    /// # Errors
    /// No answer.
    pub async fn config_dump(&self) -> Result<String, AdminError> {
        self.text("/config_dump?include_eds").await
    }

    /// Its clusters with their endpoints and what became of them, JSON.
    ///
    /// # Errors
    /// No answer.
    pub async fn clusters(&self) -> Result<String, AdminError> {
        self.text("/clusters?format=json").await
    }

    /// Its counters and gauges whose names the regular expression finds something in, one
    /// `name: value` a line; all when it is empty.
    ///
    /// # Errors
    /// No answer, or it is no regular expression.
    pub async fn stats_text(&self, filter: &str) -> Result<String, AdminError> {
        match filter {
            "" => self.text("/stats").await,
            filter => {
                self.text(&format!("/stats?filter={}", encode(filter)))
                    .await
            }
        }
    }

    async fn text(&self, path: &str) -> Result<String, AdminError> {
        let bytes = self.get(path).await?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    async fn stats(&self, filter: &str) -> Result<BTreeMap<String, u64>, AdminError> {
        let path = format!("/stats?format=json&usedonly&filter={}", encode(filter));
        let body = self.get(&path).await?;
        figures::stats(&body).map_err(|cause| AdminError::Answer { path, cause })
    }

    async fn order(&self, path: &str) -> Result<(), AdminError> {
        let (status, _) = self.ask(Method::POST, path).await?;
        accept(path, status)
    }

    async fn get(&self, path: &str) -> Result<Bytes, AdminError> {
        let (status, body) = self.ask(Method::GET, path).await?;
        accept(path, status).map(|()| body)
    }

    async fn ask(&self, method: Method, path: &str) -> Result<(StatusCode, Bytes), AdminError> {
        match timeout(PATIENCE, exchange(&self.socket, method, path)).await {
            Ok(answer) => answer,
            Err(_) => Err(AdminError::Timeout {
                path: path.to_owned(),
            }),
        }
    }
}

fn accept(path: &str, status: StatusCode) -> Result<(), AdminError> {
    if status.is_success() {
        return Ok(());
    }
    Err(AdminError::Refused {
        path: path.to_owned(),
        status,
    })
}

async fn exchange(
    socket: &Path,
    method: Method,
    path: &str,
) -> Result<(StatusCode, Bytes), AdminError> {
    let failed = |cause: &dyn std::fmt::Display| AdminError::Exchange {
        path: path.to_owned(),
        cause: cause.to_string(),
    };
    let stream = UnixStream::connect(socket)
        .await
        .map_err(|cause| AdminError::Connect {
            socket: socket.to_owned(),
            cause,
        })?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .map_err(|cause| failed(&cause))?;
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "envoy")
        .header(header::CONNECTION, "close")
        .body(Empty::<Bytes>::new())
        .map_err(|cause| failed(&cause))?;
    let answer = async {
        let response = sender
            .send_request(request)
            .await
            .map_err(|cause| failed(&cause))?;
        let status = response.status();
        let body = Limited::new(response.into_body(), LARGEST_ANSWER)
            .collect()
            .await
            .map_err(|cause| failed(&cause))?;
        Ok((status, body.to_bytes()))
    };
    // The connection does its part while the answer is awaited, and not longer.
    tokio::pin!(answer);
    tokio::select! {
        answer = &mut answer => answer,
        end = connection => match end {
            Ok(()) => answer.await,
            Err(cause) => Err(failed(&cause)),
        },
    }
}

/// For the value of a query parameter.
fn encode(text: &str) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String can't fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_survives_the_query_string() {
        assert_eq!(encode(r"^a\.(b|c)/.*$"), "%5Ea%5C.%28b%7Cc%29%2F.%2A%24");
    }

    #[tokio::test]
    async fn no_envoy_is_an_error_that_names_the_socket() {
        let client = AdminClient::new("/nonexistent/admin.sock");
        let error = client.ready().await.unwrap_err().to_string();
        assert!(error.contains("/nonexistent/admin.sock"), "{error}");
    }
}
