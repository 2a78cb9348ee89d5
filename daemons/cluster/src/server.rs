//! HTTPS: connections, their limits, and their orderly end.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt as _;

use crate::metrics::Metrics;
use crate::pki;
use crate::request::Peer;
use access::PeerIdentity;

mod access;
mod agents;
mod answer;
mod audited;
mod backup;
mod batch;
mod body;
mod enrolment;
mod history;
mod limits;
mod once;
mod pages;
mod patch;
mod queries;
mod resources;
mod router;
mod tokens;
mod users;
mod watch;

pub use limits::{Limits, Usage};
pub use pages::Pages;
pub use queries::Queries;
pub use router::{Api, router};

/// Connections at once; more wait in the kernel's queue.
const CONNECTIONS: usize = 1024;
/// For the TLS handshake, and for the head of a request.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);
/// Requests at once on one HTTP/2 connection; a dashboard watches every kind.
const STREAMS: u32 = 128;
/// Between pings that find dead clients.
const PING: Duration = Duration::from_secs(20);
/// How long requests may take to finish when epicd stops.
pub const DRAIN: Duration = Duration::from_secs(2);

/// Serves until `stop` is cancelled, then lets open requests finish for [`DRAIN`].
pub async fn serve(
    listener: TcpListener,
    tls: TlsAcceptor,
    router: Router,
    metrics: Metrics,
    stop: CancellationToken,
) {
    let connections = TaskTracker::new();
    let limit = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => break,
            accepted = accept(&listener, &limit) => accepted,
        };
        let (stream, peer, permit) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of file descriptors: trying again at once would only burn the CPU.
                tracing::warn!(%error, "can't accept a connection");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let connection = Connection {
            tls: tls.clone(),
            router: router.clone(),
            metrics: metrics.clone(),
            stop: stop.clone(),
        };
        connections.spawn(async move {
            connection.run(stream, peer).await;
            drop(permit);
        });
    }
    drop(listener);
    connections.close();
    if timeout(DRAIN, connections.wait()).await.is_err() {
        tracing::info!(
            open = connections.len(),
            "closing connections that did not end in time"
        );
    }
}

async fn accept(
    listener: &TcpListener,
    limit: &Arc<Semaphore>,
) -> io::Result<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let permit = limit
        .clone()
        .acquire_owned()
        .await
        .map_err(io::Error::other)?;
    let (stream, peer) = listener.accept().await?;
    Ok((stream, peer, permit))
}

struct Connection {
    tls: TlsAcceptor,
    router: Router,
    metrics: Metrics,
    stop: CancellationToken,
}

impl Connection {
    async fn run(self, stream: TcpStream, peer: SocketAddr) {
        let _held = self.metrics.connection_begins();
        // Small answers must not wait for an acknowledgement of the ones before.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%peer, %error, "can't set TCP_NODELAY");
        }
        let stream = match timeout(HEAD_TIMEOUT, self.tls.accept(stream)).await {
            Ok(Ok(stream)) => stream,
            Ok(Err(error)) => return tracing::debug!(%peer, %error, "the TLS handshake failed"),
            Err(_) => return tracing::debug!(%peer, "the TLS handshake took too long"),
        };
        let presented = stream.get_ref().1.peer_certificates();
        let identity = presented
            .and_then(<[_]>::first)
            .and_then(|certificate| pki::agent_identity(certificate))
            .map(Arc::new);
        let service = self
            .router
            .map_request(move |mut request: Request<Incoming>| {
                request.extensions_mut().insert(Peer(peer));
                if let Some(identity) = &identity {
                    let identity = PeerIdentity(identity.clone());
                    request.extensions_mut().insert(identity);
                }
                request.map(Body::new)
            });
        let service = TowerToHyperService::new(service.map_err(|never: Infallible| match never {}));
        let builder = builder();
        let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), service));
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = self.stop.cancelled() => {
                connection.as_mut().graceful_shutdown();
                timeout(DRAIN, connection).await.unwrap_or(Ok(()))
            }
        };
        if let Err(error) = ended {
            tracing::debug!(%peer, %error, "the connection broke");
        }
    }
}

fn builder() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .max_buf_size(64 << 10);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(STREAMS)
        .max_header_list_size(16 << 10)
        .max_send_buf_size(256 << 10)
        .keep_alive_interval(PING)
        .keep_alive_timeout(HEAD_TIMEOUT);
    builder
}
