//! The typed client of the REST API: what epicctl, the dashboard and agents call.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use futures::{Stream, StreamExt as _, TryStreamExt as _};
use http::header::RETRY_AFTER;
use http::{Method, StatusCode};
use rustls::client::WebPkiServerVerifier;
use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::agent::{IntentLine, NodeReport};
use crate::enroll::{ENROLL_PATH, EnrollRequest, Enrollment, RENEW_PATH, RenewRequest};
use crate::error::{ApiError, Reason};
use crate::kind::Kind;
use crate::meta::ObjectKey;
use crate::object::{Object, RawObject, Spec};
use crate::path::{ApiPath, Subresource};
use crate::revision::{
    self, Revision, RevisionDiff, RevisionObjects, RevisionPage, RollbackAnswer, RollbackRequest,
    Trial,
};
use crate::topology::Topology;

mod audit;
mod debug;
mod reads;
mod writes;

pub use reads::ListOptions;
pub use writes::WriteOptions;

/// How often a request is sent again that epicd has no time for.
const ATTEMPTS: usize = 2;
/// The longest wait for that, whatever epicd asks for.
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// The longest line a stream may carry. A Backend of 10,000 endpoints takes 1 MB.
const LINE_LIMIT: usize = 16 << 20;

/// Where epicd hands out a backup.
pub const BACKUP_PATH: &str = "/backup/v1";

/// Where a server is and how to be known to it.
#[derive(Clone)]
pub struct Credentials {
    /// `https://host:port`.
    pub server: String,
    /// The CA that the server's certificate must come from, PEM. No other CA is trusted.
    pub ca_pem: String,
    /// The bearer token.
    pub token: String,
}

/// A connection to epicd. Cheap to clone.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    server: String,
    token: Arc<str>,
}

/// Why a call failed.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// epicd answered and refused.
    #[error("{0}")]
    Api(#[from] ApiError),
    /// epicd can't be reached; the same call may work later.
    #[error("can't reach epicd at {server}: {cause}")]
    Unreachable {
        /// Where it was looked for.
        server: String,
        /// Why, down to the system's words.
        cause: String,
    },
    /// The address or CA can't be used at all.
    #[error("{0}")]
    Configuration(String),
    /// epicd's answer can't be read: the versions do not fit together.
    #[error("epicd at {server} sent an answer this version can't read: {cause}")]
    Protocol {
        /// Who sent it.
        server: String,
        /// What is wrong with it.
        cause: String,
    },
}

impl ClientError {
    /// Whether epicd says that there is no such object.
    pub fn is_not_found(&self) -> bool {
        matches!(self, ClientError::Api(error) if error.reason == Reason::NotFound)
    }

    /// Whether epicd says that the object exists or has changed.
    pub fn is_conflict(&self) -> bool {
        matches!(self, ClientError::Api(error) if error.code == 409)
    }
}

/// Objects of one kind, at one revision of the store.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct List {
    /// The store's revision; a watch from here misses nothing.
    pub resource_version: String,
    /// What gives the next page; absent on the last.
    #[serde(default, rename = "continue", skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// How many objects the further pages have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remaining_item_count: Option<usize>,
    /// By account and name.
    pub items: Vec<RawObject>,
}

/// One line of a watch.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(tag = "type", content = "object", rename_all = "UPPERCASE")]
pub enum WatchEvent {
    /// The object is new.
    Added(RawObject),
    /// The object changed.
    Modified(RawObject),
    /// The object is gone; this is how it was last, at the revision of its deletion.
    Deleted(RawObject),
    /// Nothing of the kind changed up to here.
    Bookmark(Bookmark),
    /// The watch ends; what to do is in the error (410: list again).
    Error(ApiError),
}

/// How far a watch has come.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Bookmark {
    /// The store's revision.
    pub resource_version: String,
}

impl Client {
    /// A client that has not connected yet.
    ///
    /// # Errors
    /// The CA holds no certificate, or the server's address is no `https://` URL.
    pub fn new(credentials: &Credentials) -> Result<Client, ClientError> {
        Client::connecting(credentials, None)
    }

    /// A client that is known by its certificate and sends no token, as agents are once they have
    /// enrolled; see [`crate::enroll`]. Connections that are open keep the certificate they began
    /// with: make a new client when there is a new certificate.
    ///
    /// # Errors
    /// As [`Client::new`], and the certificate or key can't be read.
    pub fn with_certificate(
        server: &str,
        ca_pem: &str,
        certificate_pem: &str,
        key_pem: &str,
    ) -> Result<Client, ClientError> {
        let credentials = Credentials {
            server: server.to_owned(),
            ca_pem: ca_pem.to_owned(),
            token: String::new(),
        };
        Client::connecting(&credentials, Some((certificate_pem, key_pem)))
    }

    fn connecting(
        credentials: &Credentials,
        own: Option<(&str, &str)>,
    ) -> Result<Client, ClientError> {
        let configuration = |what: String| ClientError::Configuration(what);
        if !credentials.server.starts_with("https://") {
            return Err(configuration(format!(
                "server `{}` is not an https:// URL",
                credentials.server
            )));
        }
        let tls = pinned_tls(&credentials.ca_pem, own).map_err(configuration)?;
        let http = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .connect_timeout(Duration::from_secs(5))
            .http2_keep_alive_interval(Duration::from_secs(10))
            .http2_keep_alive_timeout(Duration::from_secs(5))
            .http2_keep_alive_while_idle(true)
            .no_proxy()
            .build()
            .map_err(|error| configuration(format!("can't set up TLS: {error}")))?;
        Ok(Client {
            http,
            server: credentials.server.trim_end_matches('/').to_owned(),
            token: credentials.token.as_str().into(),
        })
    }

    /// Where epicd is.
    pub fn server(&self) -> &str {
        &self.server
    }

    /// Every object of a kind: in one account, or everywhere.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn list(&self, kind: Kind, account: Option<&str>) -> Result<List, ClientError> {
        let path = ApiPath::List {
            kind,
            account: account.map(str::to_owned),
        };
        self.call(Method::GET, &path.to_string(), None::<&()>).await
    }

    /// One object.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn get(&self, key: &ObjectKey) -> Result<RawObject, ClientError> {
        self.call(Method::GET, &object_path(key, None), None::<&()>)
            .await
    }

    /// One object of a known kind.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn get_typed<S: Spec>(
        &self,
        account: Option<&str>,
        name: &str,
    ) -> Result<Object<S>, ClientError> {
        let key = ObjectKey {
            kind: S::KIND,
            account: account.map(str::to_owned),
            name: name.to_owned(),
        };
        let raw = self.get(&key).await?;
        Object::from_raw(&raw).map_err(|error| self.protocol(error))
    }

    /// Makes an object; refused if it exists.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn create(&self, object: &RawObject) -> Result<RawObject, ClientError> {
        let key = object.key();
        let list = ApiPath::List {
            kind: key.kind,
            account: key.account,
        }
        .to_string();
        self.call(Method::POST, &list, Some(object)).await
    }

    /// Makes the object what is given, whether it exists or not. With a resourceVersion, refused if
    /// the object has changed since. With `dry_run`, everything is checked and nothing is stored.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn apply(&self, object: &RawObject, dry_run: bool) -> Result<RawObject, ClientError> {
        let mut path = object_path(&object.key(), None);
        if dry_run {
            path.push_str("?dryRun=true");
        }
        self.call(Method::PUT, &path, Some(object)).await
    }

    /// Deletes an object and says how it was last.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn delete(&self, key: &ObjectKey) -> Result<RawObject, ClientError> {
        self.call(Method::DELETE, &object_path(key, None), None::<&()>)
            .await
    }

    /// The live graph of a gateway.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn topology(&self, account: &str, gateway: &str) -> Result<Topology, ClientError> {
        let key = ObjectKey::in_account(Kind::Gateway, account, gateway);
        let path = object_path(&key, Some(Subresource::Topology));
        self.call(Method::GET, &path, None::<&()>).await
    }

    /// Changes of a kind after `resource_version`, for as long as the connection holds. To go on
    /// after it breaks, call again with the last resourceVersion seen.
    ///
    /// # Errors
    /// See [`ClientError`]. An error inside the stream ends it.
    pub async fn watch(
        &self,
        kind: Kind,
        account: Option<&str>,
        resource_version: &str,
    ) -> Result<impl Stream<Item = Result<WatchEvent, ClientError>> + Send + use<>, ClientError>
    {
        let list = ApiPath::List {
            kind,
            account: account.map(str::to_owned),
        };
        self.lines(&format!(
            "{list}?watch=true&resourceVersion={resource_version}"
        ))
        .await
    }

    /// What a node serves; see [`crate::agent`].
    ///
    /// # Errors
    /// See [`ClientError`]. An error inside the stream ends it.
    pub async fn intent(
        &self,
        node: &str,
    ) -> Result<impl Stream<Item = Result<IntentLine, ClientError>> + Send + use<>, ClientError>
    {
        self.intent_as(node, "").await
    }

    /// Reads what a node serves, as the agent with this id: letters, digits and `-`. epicd refuses a
    /// second agent of a node.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn intent_as(
        &self,
        node: &str,
        agent: &str,
    ) -> Result<impl Stream<Item = Result<IntentLine, ClientError>> + Send + use<>, ClientError>
    {
        let path = format!("/agent/v1/nodes/{node}/intent?agent={agent}");
        self.lines(&path).await
    }

    /// Hands in a node's report.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn report(&self, node: &str, report: &NodeReport) -> Result<(), ClientError> {
        let path = format!("/agent/v1/nodes/{node}/report");
        let _: serde_json::Value = self.call(Method::POST, &path, Some(report)).await?;
        Ok(())
    }

    /// Trades a join token for an agent's first certificate; see [`crate::enroll`].
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn enroll(&self, request: &EnrollRequest) -> Result<Enrollment, ClientError> {
        self.call(Method::POST, ENROLL_PATH, Some(request)).await
    }

    /// Trades the certificate this client presents for the next one; see [`crate::enroll`].
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn renew(&self, request: &RenewRequest) -> Result<Enrollment, ClientError> {
        self.call(Method::POST, RENEW_PATH, Some(request)).await
    }

    /// Revisions of an account, or of every account: at most `limit`, newest first, those before
    /// `before` where it is given. See [`crate::revision`].
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn revisions(
        &self,
        account: Option<&str>,
        limit: usize,
        before: Option<u64>,
    ) -> Result<RevisionPage, ClientError> {
        let mut path = match account {
            Some(account) => revision::path(account, "revisions"),
            None => revision::REVISIONS_PATH.to_owned(),
        };
        path.push_str(&format!("?limit={limit}"));
        if let Some(before) = before {
            path.push_str(&format!("&before={before}"));
        }
        self.call(Method::GET, &path, None::<&()>).await
    }

    /// One revision with all its changes.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn revision(&self, account: &str, number: u64) -> Result<Revision, ClientError> {
        let path = revision::path(account, &format!("revisions/{number}"));
        self.call(Method::GET, &path, None::<&()>).await
    }

    /// An account's objects as of a revision.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn revision_objects(
        &self,
        account: &str,
        number: u64,
    ) -> Result<RevisionObjects, ClientError> {
        let path = revision::path(account, &format!("revisions/{number}/objects"));
        self.call(Method::GET, &path, None::<&()>).await
    }

    /// What differs between two revisions of an account; to what is now, without `to`.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn revision_diff(
        &self,
        account: &str,
        from: u64,
        to: Option<u64>,
    ) -> Result<RevisionDiff, ClientError> {
        let to = to.map(|to| format!("&to={to}")).unwrap_or_default();
        let path = revision::path(account, &format!("diff?from={from}{to}"));
        self.call(Method::GET, &path, None::<&()>).await
    }

    /// Brings an account's objects back as they were; see [`RollbackRequest`].
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn rollback(
        &self,
        account: &str,
        request: &RollbackRequest,
    ) -> Result<RollbackAnswer, ClientError> {
        let path = revision::path(account, "rollback");
        self.call(Method::POST, &path, Some(request)).await
    }

    /// Keeps the rollback that waits to be confirmed.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn confirm_rollback(&self, account: &str) -> Result<Trial, ClientError> {
        let path = revision::path(account, "confirm");
        self.call(Method::POST, &path, Some(&serde_json::json!({})))
            .await
    }

    /// A consistent copy of epicd's store while writes go on: its size in bytes and its bytes.
    ///
    /// # Errors
    /// See [`ClientError`]. An error inside the stream ends it.
    pub async fn backup(
        &self,
    ) -> Result<
        (
            Option<u64>,
            impl Stream<Item = Result<bytes::Bytes, ClientError>> + Send + use<>,
        ),
        ClientError,
    > {
        let response = self.send(self.request(Method::GET, BACKUP_PATH)).await?;
        let client = self.clone();
        let size = response.content_length();
        let bytes = response
            .bytes_stream()
            .map_err(move |error| client.unreachable(&error));
        Ok((size, bytes))
    }

    /// Any other call: `path` begins with `/`. The answer must be JSON.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn call<Out: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<&(impl Serialize + ?Sized)>,
    ) -> Result<Out, ClientError> {
        let mut request = self.timed(method, path);
        if let Some(body) = body {
            request = request.json(body);
        }
        self.answer(request).await
    }

    fn timed(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.request(method, path).timeout(Duration::from_secs(30))
    }

    async fn answer<Out: DeserializeOwned>(
        &self,
        request: reqwest::RequestBuilder,
    ) -> Result<Out, ClientError> {
        let response = self.send(request).await?;
        let bytes = response
            .bytes()
            .await
            .map_err(|error| self.unreachable(&error))?;
        serde_json::from_slice(&bytes).map_err(|error| self.protocol(error))
    }

    async fn lines<Line: DeserializeOwned + Send + 'static>(
        &self,
        path: &str,
    ) -> Result<impl Stream<Item = Result<Line, ClientError>> + Send + use<Line>, ClientError> {
        let response = self.send(self.request(Method::GET, path)).await?;
        let client = self.clone();
        let bytes = response.bytes_stream().map_err(io::Error::other);
        let reader = tokio_util::io::StreamReader::new(bytes);
        let lines = tokio_util::codec::FramedRead::new(
            reader,
            tokio_util::codec::LinesCodec::new_with_max_length(LINE_LIMIT),
        );
        Ok(lines.map(move |line| {
            let line = line.map_err(|error| ClientError::Unreachable {
                server: client.server.clone(),
                cause: error.to_string(),
            })?;
            serde_json::from_str(&line).map_err(|error| client.protocol(error))
        }))
    }

    fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.server));
        if self.token.is_empty() {
            return request;
        }
        request.bearer_auth(&self.token)
    }

    async fn send(
        &self,
        request: reqwest::RequestBuilder,
    ) -> Result<reqwest::Response, ClientError> {
        let mut again = request.try_clone();
        let mut response = request
            .send()
            .await
            .map_err(|error| self.unreachable(&error))?;
        for _ in 0..ATTEMPTS {
            // Nothing was done: epicd says when it may be.
            let Some((wait, request)) = wait_for(&response).zip(again) else {
                break;
            };
            again = request.try_clone();
            tokio::time::sleep(wait).await;
            response = request
                .send()
                .await
                .map_err(|error| self.unreachable(&error))?;
        }
        let status = response.status();
        if status.is_success() {
            return Ok(response);
        }
        let bytes = response
            .bytes()
            .await
            .map_err(|error| self.unreachable(&error))?;
        Err(ClientError::Api(
            serde_json::from_slice(&bytes).unwrap_or_else(|_| foreign(status)),
        ))
    }

    fn unreachable(&self, error: &reqwest::Error) -> ClientError {
        ClientError::Unreachable {
            server: self.server.clone(),
            cause: root_cause(error),
        }
    }

    #[expect(clippy::needless_pass_by_value, reason = "reads better in map_err")]
    fn protocol(&self, error: serde_json::Error) -> ClientError {
        ClientError::Protocol {
            server: self.server.clone(),
            cause: error.to_string(),
        }
    }
}

/// How long to wait before the same request is worth another try.
fn wait_for(response: &reqwest::Response) -> Option<Duration> {
    let busy = [
        StatusCode::TOO_MANY_REQUESTS,
        StatusCode::SERVICE_UNAVAILABLE,
    ];
    if !busy.contains(&response.status()) {
        return None;
    }
    let after = response.headers().get(RETRY_AFTER)?;
    let seconds: u64 = after.to_str().ok()?.parse().ok()?;
    Some(Duration::from_secs(seconds).min(LONGEST_WAIT))
}

fn object_path(key: &ObjectKey, sub: Option<Subresource>) -> String {
    ApiPath::Object {
        key: key.clone(),
        sub,
    }
    .to_string()
}

/// `?name=value&…`, or nothing.
fn query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = String::new();
    for (name, value) in pairs {
        text.push(if text.is_empty() { '?' } else { '&' });
        text.push_str(name);
        text.push('=');
        for byte in value.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                    text.push(char::from(byte));
                }
                _ => text.push_str(&format!("%{byte:02X}")),
            }
        }
    }
    text
}

/// An answer that did not come from epicd, or from one that fell over.
fn foreign(status: StatusCode) -> ApiError {
    let reason = if status == StatusCode::NOT_FOUND {
        Reason::NotFound
    } else {
        Reason::Internal
    };
    ApiError {
        code: status.as_u16(),
        ..ApiError::new(
            reason,
            format!("the server answered {status} without saying why"),
        )
    }
}

/// The innermost cause: "connection refused" helps, "error sending request" does not.
fn root_cause(error: &dyn std::error::Error) -> String {
    let mut cause = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}

fn pinned_tls(ca_pem: &str, own: Option<(&str, &str)>) -> Result<ClientConfig, String> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(ca_pem.as_bytes()) {
        let certificate = certificate.map_err(|error| format!("the CA is not PEM: {error}"))?;
        roots
            .add(certificate)
            .map_err(|error| format!("the CA can't be used: {error}"))?;
    }
    if roots.is_empty() {
        return Err("the CA holds no certificate; copy ca.pem from the server".to_owned());
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = WebPkiServerVerifier::builder_with_provider(roots.into(), provider.clone())
        .build()
        .map_err(|error| format!("the CA can't be used: {error}"))?;
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_webpki_verifier(verifier);
    let Some((certificate, key)) = own else {
        return Ok(builder.with_no_client_auth());
    };
    let chain = CertificateDer::pem_slice_iter(certificate.as_bytes())
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| format!("the agent's certificate is not PEM: {error}"))?;
    let key = PrivateKeyDer::from_pem_slice(key.as_bytes())
        .map_err(|error| format!("the agent's key is not PEM: {error}"))?;
    builder
        .with_client_auth_cert(chain, key)
        .map_err(|error| format!("the agent's certificate and key do not fit together: {error}"))
}
