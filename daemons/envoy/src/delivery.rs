//! Hands resources to one Envoy: delta ADS over a Unix socket.
//!
//! `plan` decides what may be sent when, without I/O; this file moves bytes. The socket's owner and
//! mode say who may connect, so the stream carries no credentials.

use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use envoy_types::pb::envoy::service::discovery::v3 as xds;
use tokio::net::UnixListener;
use tokio::sync::{Notify, mpsc, oneshot, watch};
use tokio::task::JoinSet;
use tokio_stream::wrappers::{ReceiverStream, UnixListenerStream};
use tokio_stream::{Stream, StreamExt as _};
use tonic::{Request, Response, Status, Streaming};
use xds::aggregated_discovery_service_server::{
    AggregatedDiscoveryService, AggregatedDiscoveryServiceServer,
};

use crate::translate::{ResourceType, Resources};

mod cold;
mod plan;
mod subscriptions;

use plan::Plan;

/// Messages that wait for the other side; one that does not read is waited for.
const QUEUE: usize = 64;
/// Envoy lists all it holds when it connects again: 100 bytes a resource.
const LARGEST_REQUEST: usize = 64 * 1024 * 1024;

/// How far one Envoy is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeliveryStatus {
    /// Whether an Envoy has its stream open.
    pub connected: bool,
    /// The newest revision Envoy has acknowledged as a whole; 0 for none, and again when an Envoy
    /// comes that holds nothing.
    pub acknowledged_revision: u64,
    /// The number that [`Delivery::set`] gave for what is acknowledged; 0 like the revision.
    pub acknowledged: u64,
    /// What Envoy refused last, until something later is acknowledged. What was acknowledged before
    /// serves on.
    pub rejected: Option<Refusal>,
}

/// What Envoy says no to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Refusal {
    /// The number that [`Delivery::set`] gave.
    pub number: u64,
    /// The revision it was set with.
    pub revision: u64,
    /// What kind of resource it is about.
    pub kind: ResourceType,
    /// The resources of the refused response: those that the message names, if it names any.
    pub resources: Vec<Arc<str>>,
    /// Envoy's words.
    pub message: String,
}

/// Delivers to one Envoy, over its restarts, until dropped.
#[derive(Debug)]
pub struct Delivery {
    wanted: Arc<Wanted>,
    status: watch::Receiver<DeliveryStatus>,
    /// Dropped with the delivery, which ends the stream.
    _actor: JoinSet<()>,
    /// Dropped with the delivery, which makes the server close Envoy's connection, so that Envoy
    /// comes back to whoever listens on the socket then.
    _serving: oneshot::Sender<()>,
}

/// The newest target that was set; an older one that was not looked at yet is forgotten.
#[derive(Debug, Default)]
struct Wanted {
    newest: Mutex<(u64, Option<Target>)>,
    changed: Notify,
}

/// What Envoy shall hold.
#[derive(Clone, Debug)]
struct Target {
    number: u64,
    revision: u64,
    resources: Arc<Resources>,
}

impl Delivery {
    /// Listens on the socket, which nobody else may use (mode 0600); one that is there already is
    /// replaced. Must be called inside a tokio runtime.
    ///
    /// # Errors
    /// The socket can't be made.
    pub fn start(socket: &Path) -> io::Result<Delivery> {
        match std::fs::remove_file(socket) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let listener = UnixListener::bind(socket)?;
        std::fs::set_permissions(socket, std::fs::Permissions::from_mode(0o600))?;
        let (status_sender, status) = watch::channel(DeliveryStatus::default());
        let (connections, connected) = mpsc::channel(QUEUE);
        let wanted = Arc::new(Wanted::default());
        let mut tasks = JoinSet::new();
        let (serving, stop) = oneshot::channel::<()>();
        let actor = Actor {
            wanted: wanted.clone(),
            status: status_sender,
            plan: Plan::default(),
        };
        tasks.spawn(actor.run(connected));
        tokio::spawn(async move {
            let service = AggregatedDiscoveryServiceServer::new(Service { connections })
                .max_decoding_message_size(LARGEST_REQUEST);
            let server = tonic::transport::Server::builder()
                .add_service(service)
                .serve_with_incoming_shutdown(UnixListenerStream::new(listener), async {
                    // Nothing is ever sent: the sender is dropped.
                    let _ = stop.await;
                });
            if let Err(error) = server.await {
                tracing::error!(%error, "the ADS server stopped; Envoy keeps what it has");
            }
        });
        Ok(Delivery {
            wanted,
            status,
            _actor: tasks,
            _serving: serving,
        })
    }

    /// What Envoy shall hold from now on, rendered from the store's `revision`. Returns a number that
    /// grows with each call, by which the outcome is known.
    pub fn set(&self, revision: u64, resources: Arc<Resources>) -> u64 {
        let mut newest = self
            .wanted
            .newest
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        newest.0 += 1;
        let number = newest.0;
        newest.1 = Some(Target {
            number,
            revision,
            resources,
        });
        drop(newest);
        self.wanted.changed.notify_one();
        number
    }

    /// How far Envoy is, now and later.
    pub fn status(&self) -> watch::Receiver<DeliveryStatus> {
        self.status.clone()
    }
}

/// One open stream.
struct Connection {
    requests: Streaming<xds::DeltaDiscoveryRequest>,
    responses: mpsc::Sender<Result<xds::DeltaDiscoveryResponse, Status>>,
}

struct Actor {
    wanted: Arc<Wanted>,
    status: watch::Sender<DeliveryStatus>,
    plan: Plan,
}

impl Actor {
    /// Serves one stream at a time; a new one takes the place of the old, which is Envoy's before
    /// its restart.
    async fn run(mut self, mut connected: mpsc::Receiver<Connection>) {
        let mut current: Option<Connection> = None;
        loop {
            let deadline = self.plan.deadline().map(tokio::time::Instant::from_std);
            let timeout = async {
                match deadline {
                    Some(deadline) => tokio::time::sleep_until(deadline).await,
                    None => std::future::pending().await,
                }
            };
            let request = async {
                match &mut current {
                    Some(connection) => connection.requests.next().await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = self.wanted.changed.notified() => {
                    let newest = self.wanted.newest.lock().unwrap_or_else(PoisonError::into_inner).1.take();
                    if let Some(target) = newest {
                        self.plan.set(target);
                    }
                }
                connection = connected.recv() => {
                    let Some(connection) = connection else { return };
                    current = Some(connection);
                    self.plan.connect();
                }
                request = request => match request {
                    Some(Ok(request)) => self.plan.request(&request),
                    Some(Err(_)) | None => {
                        current = None;
                        self.plan.disconnect();
                    }
                },
                () = timeout => {}
            }
            let responses = self.plan.advance(Instant::now());
            if let Some(connection) = &current {
                for response in responses {
                    if connection.responses.send(Ok(response)).await.is_err() {
                        // The stream's end is seen where it is read.
                        break;
                    }
                }
            }
            let status = self.plan.status();
            self.status.send_if_modified(|old| {
                let changed = *old != status;
                *old = status;
                changed
            });
        }
    }
}

struct Service {
    connections: mpsc::Sender<Connection>,
}

type Responses<T> = Pin<Box<dyn Stream<Item = Result<T, Status>> + Send>>;

#[tonic::async_trait]
impl AggregatedDiscoveryService for Service {
    type StreamAggregatedResourcesStream = Responses<xds::DiscoveryResponse>;
    type DeltaAggregatedResourcesStream = Responses<xds::DeltaDiscoveryResponse>;

    async fn stream_aggregated_resources(
        &self,
        _: Request<Streaming<xds::DiscoveryRequest>>,
    ) -> Result<Response<Self::StreamAggregatedResourcesStream>, Status> {
        Err(Status::unimplemented(
            "only delta ADS is served; set api_type: DELTA_GRPC in the bootstrap's ads_config",
        ))
    }

    async fn delta_aggregated_resources(
        &self,
        request: Request<Streaming<xds::DeltaDiscoveryRequest>>,
    ) -> Result<Response<Self::DeltaAggregatedResourcesStream>, Status> {
        let (responses, receiver) = mpsc::channel(QUEUE);
        let connection = Connection {
            requests: request.into_inner(),
            responses,
        };
        self.connections
            .send(connection)
            .await
            .map_err(|_| Status::unavailable("the agent stops"))?;
        Ok(Response::new(Box::pin(ReceiverStream::new(receiver))))
    }
}
