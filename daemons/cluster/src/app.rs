//! The composition root: the parts of epicd, put together in the order they depend on each other.

use std::collections::BTreeSet;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use epic_api::Kind;
use epic_api::context::ContextFile;
use ipnet::IpNet;
use jiff::Timestamp;
use rustls::server::WebPkiClientVerifier;
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;

use crate::audit::Audit;
use crate::auth::Auth;
use crate::control::Control;
use crate::data_dir::{DataDir, Settings};
use crate::idempotency::Idempotency;
use crate::init::{url, write_server};
use crate::metrics::Metrics;
use crate::pki::{self, AgentCa, Pair};
use crate::server::{self, Api, Limits, Usage};
use crate::store::sqlite::{SqliteOptions, SqliteStore};
use crate::store::{Operation, Store};
use crate::world::OwnNetworks;

/// How to serve.
#[derive(Clone, Debug)]
pub struct ServeOptions {
    /// The folder `init` made.
    pub data_dir: PathBuf,
    /// Where to listen instead of what `init` was told.
    pub listen: Option<SocketAddr>,
    /// Networks of the cluster that endpoints may not lie in, besides those that go without saying.
    pub own_networks: Vec<IpNet>,
    /// How long agents' certificates are good for.
    pub agent_certificates: Duration,
    /// How much one user may ask for.
    pub limits: Limits,
    /// Bounds of the store.
    pub store: SqliteOptions,
}

/// How long agents' certificates are good for where nothing else is said.
pub const AGENT_CERTIFICATES: Duration = Duration::from_secs(24 * 60 * 60);

impl ServeOptions {
    /// As `init` was told.
    pub fn new(data_dir: impl Into<PathBuf>) -> Self {
        ServeOptions {
            data_dir: data_dir.into(),
            listen: None,
            own_networks: Vec::new(),
            agent_certificates: AGENT_CERTIFICATES,
            limits: Limits::default(),
            store: SqliteOptions::default(),
        }
    }
}

/// An epicd that serves. Dropping it stops it without waiting.
pub struct Running {
    /// Where it listens.
    pub addr: SocketAddr,
    /// The first admin's context, with the server's actual address.
    pub context: ContextFile,
    stop: CancellationToken,
    tasks: Vec<JoinHandle<()>>,
}

impl Running {
    /// Ends watches, lets open requests finish, closes the store.
    pub async fn stop(mut self) {
        self.stop.cancel();
        for task in std::mem::take(&mut self.tasks) {
            if let Err(error) = task.await {
                tracing::error!(%error, "a part of epicd failed");
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

/// Starts epicd inside this process.
///
/// # Errors
/// The folder is not initialised or in use, the store can't be opened, the port is taken.
pub async fn start(options: ServeOptions) -> anyhow::Result<Running> {
    let data_dir = DataDir::new(&options.data_dir);
    let settings = data_dir.settings()?;
    let lock = data_dir.lock()?;
    let listen = options.listen.unwrap_or(settings.listen);
    let ca = Pair {
        certificate: data_dir.read(&data_dir.ca_certificate())?,
        key: data_dir.read(&data_dir.ca_key())?,
    };
    let tls = tls(&data_dir, &settings, &ca, listen)?;
    let (file, bounds) = (data_dir.database(), options.store);
    let requests = data_dir.requests();
    let (store, auth, idempotency) = tokio::task::spawn_blocking(move || {
        let store = SqliteStore::open(&file, bounds)?;
        let auth = Auth::open(&file, Timestamp::now())
            .context("can't read users and tokens in the store")?;
        let idempotency = Idempotency::open(&requests, Timestamp::now())
            .with_context(|| format!("can't open {}", requests.display()))?;
        anyhow::Ok((Arc::new(store), auth, idempotency))
    })
    .await
    .context("opening the store failed")??;
    let listener = bind(listen).await?;
    let addr = listener.local_addr()?;
    let context = admin_context(&data_dir, &settings, addr)?;

    let stop = CancellationToken::new();
    let metrics = Metrics::default();
    let store: Arc<dyn Store> = store;
    // The writer outlives the requests that wait for it.
    let stop_control = CancellationToken::new();
    let (control, worker) = Control::start(
        store.clone(),
        OwnNetworks::new(options.own_networks),
        metrics.clone(),
        stop_control.clone(),
    );
    let api = Api {
        store,
        control,
        auth: auth.clone(),
        ca: Arc::new(AgentCa::new(&ca, options.agent_certificates)?),
        metrics: metrics.clone(),
        audit: Audit::open(&data_dir.audit())
            .with_context(|| format!("can't open {}", data_dir.audit().display()))?,
        usage: Usage::new(options.limits),
        idempotency,
        pages: server::Pages::default(),
        queries: server::Queries::default(),
        data_dir,
        backups: Arc::new(Semaphore::new(1)),
        stop: stop.clone(),
    };
    let keeping = tokio::spawn(keep_access(auth, api.store.clone(), stop.clone()));
    let serving = server::serve(listener, tls, server::router(api), metrics, stop.clone());
    let server = tokio::spawn(async move {
        serving.await;
        stop_control.cancel();
        if let Err(error) = worker.await {
            tracing::error!(%error, "the writer failed");
        }
        drop(lock);
    });
    tracing::info!(url = context.server, "epicd serves");
    Ok(Running {
        addr,
        context,
        stop,
        tasks: vec![server, keeping],
    })
}

/// Serves until SIGTERM or SIGINT.
///
/// # Errors
/// See [`start`].
pub async fn serve(options: ServeOptions) -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let running = start(options).await?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    tracing::info!("stopping");
    running.stop().await;
    Ok(())
}

/// What has to be done about access besides answering: a node that is deleted takes its agent's
/// certificates and tokens with it, and the disk is told from time to time when tokens were used.
async fn keep_access(auth: Auth, store: Arc<dyn Store>, stop: CancellationToken) {
    let mut head = store.head();
    let mut position = *head.borrow();
    let mut write = tokio::time::interval(WRITE_LAST_USED);
    loop {
        let wakes = tokio::select! {
            () = stop.cancelled() => Wakes::Stop,
            moved = head.changed() => if moved.is_ok() { Wakes::Changes } else { Wakes::Stop },
            _ = write.tick() => Wakes::Time,
        };
        let mut gone = BTreeSet::new();
        loop {
            match store.changes(position, CHANGES) {
                Ok(changes) => {
                    let Some(last) = changes.last() else { break };
                    position = last.revision;
                    let deleted = changes.iter().filter(|change| {
                        change.object.kind == Kind::Node && change.operation == Operation::Delete
                    });
                    gone.extend(deleted.map(|change| change.object.metadata.name.clone()));
                }
                // Fell behind by more than the store keeps. Certificates carry the node's uid and
                // are refused all the same.
                Err(_) => position = *head.borrow(),
            }
        }
        let auth = auth.clone();
        let work = tokio::task::spawn_blocking(move || {
            for node in gone {
                if let Err(error) = auth.forget_node(&node) {
                    tracing::error!(node, %error, "a deleted node's tokens are still good");
                }
            }
            if !matches!(wakes, Wakes::Changes) {
                auth.write_last_used();
            }
        });
        if work.await.is_err() || matches!(wakes, Wakes::Stop) {
            return;
        }
    }
}

/// Between writes of when tokens were last used.
const WRITE_LAST_USED: Duration = Duration::from_secs(300);
/// Changes looked at in one go.
const CHANGES: usize = 256;

#[derive(Clone, Copy)]
enum Wakes {
    Changes,
    Time,
    Stop,
}

async fn bind(listen: SocketAddr) -> anyhow::Result<TcpListener> {
    match TcpListener::bind(listen).await {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => bail!(
            "{listen} is taken by another process; stop it (`ss -ltnp` shows which), or choose another \
             port with --listen"
        ),
        Err(error) => Err(error).with_context(|| format!("can't listen on {listen}")),
    }
}

fn admin_context(
    data_dir: &DataDir,
    settings: &Settings,
    addr: SocketAddr,
) -> anyhow::Result<ContextFile> {
    let file = data_dir.admin_context();
    let mut context: ContextFile = toml::from_str(&data_dir.read(&file)?)
        .with_context(|| format!("can't read {}", file.display()))?;
    context.server = url(addr, settings.server_names.first().map(String::as_str));
    Ok(context)
}

/// The server's certificate, made anew when it is about to end.
fn tls(
    data_dir: &DataDir,
    settings: &Settings,
    ca: &Pair,
    listen: SocketAddr,
) -> anyhow::Result<TlsAcceptor> {
    let now = Timestamp::now();
    let mut server = Pair {
        certificate: data_dir.read(&data_dir.server_certificate())?,
        key: data_dir.read(&data_dir.server_key())?,
    };
    if pki::needs_renewal(&server.certificate, now)? {
        let names = pki::server_names(listen, &settings.server_names);
        server = pki::new_server(ca, names, now)?;
        write_server(data_dir, &server)?;
        tracing::info!("the server's certificate was about to end and has been renewed");
    }
    let chain = CertificateDer::pem_slice_iter(server.certificate.as_bytes())
        .collect::<Result<Vec<_>, _>>()
        .context("the server's certificate is not PEM")?;
    let key = PrivateKeyDer::from_pem_slice(server.key.as_bytes())
        .context("the server's key is not PEM")?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut roots = rustls::RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(ca.certificate.as_bytes()) {
        roots.add(certificate.context("the CA's certificate is not PEM")?)?;
    }
    // People come with a token, agents with a certificate: one that is presented has to be ours.
    let agents = WebPkiClientVerifier::builder_with_provider(roots.into(), provider.clone())
        .allow_unauthenticated()
        .build()
        .context("the CA can't be used for agents' certificates")?;
    let mut config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_client_cert_verifier(agents)
        .with_single_cert(chain, key)
        .context("the server's certificate and key do not fit together")?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}
