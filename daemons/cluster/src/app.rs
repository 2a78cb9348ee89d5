//! The composition root: the parts of epicd, put together in the order they depend on each other.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use epic_api::context::ContextFile;
use jiff::Timestamp;
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;

use crate::auth::Tokens;
use crate::control::Control;
use crate::data_dir::{DataDir, Settings};
use crate::init::{url, write_server};
use crate::metrics::Metrics;
use crate::pki::{self, Pair};
use crate::server::{self, Api};
use crate::store::Store;
use crate::store::sqlite::{SqliteOptions, SqliteStore};

/// How to serve.
#[derive(Clone, Debug)]
pub struct ServeOptions {
    /// The folder `init` made.
    pub data_dir: PathBuf,
    /// Where to listen instead of what `init` was told.
    pub listen: Option<SocketAddr>,
    /// Bounds of the store.
    pub store: SqliteOptions,
}

impl ServeOptions {
    /// As `init` was told.
    pub fn new(data_dir: impl Into<PathBuf>) -> Self {
        ServeOptions {
            data_dir: data_dir.into(),
            listen: None,
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
    let tls = tls(&data_dir, &settings, listen)?;
    let (file, bounds) = (data_dir.database(), options.store);
    let (store, tokens) = tokio::task::spawn_blocking(move || {
        let store = SqliteStore::open(&file, bounds)?;
        let tokens = Tokens::open(&file).context("can't read the tokens in the store")?;
        anyhow::Ok((Arc::new(store), tokens))
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
    let (control, worker) = Control::start(store.clone(), metrics.clone(), stop_control.clone());
    let api = Api {
        store,
        control,
        tokens,
        metrics: metrics.clone(),
        stop: stop.clone(),
    };
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
        tasks: vec![server],
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
fn tls(data_dir: &DataDir, settings: &Settings, listen: SocketAddr) -> anyhow::Result<TlsAcceptor> {
    let now = Timestamp::now();
    let mut server = Pair {
        certificate: data_dir.read(&data_dir.server_certificate())?,
        key: data_dir.read(&data_dir.server_key())?,
    };
    if pki::needs_renewal(&server.certificate, now)? {
        let ca = Pair {
            certificate: data_dir.read(&data_dir.ca_certificate())?,
            key: data_dir.read(&data_dir.ca_key())?,
        };
        let names = pki::server_names(listen, &settings.server_names);
        server = pki::new_server(&ca, names, now)?;
        write_server(data_dir, &server)?;
        tracing::info!("the server's certificate was about to end and has been renewed");
    }
    let chain = CertificateDer::pem_slice_iter(server.certificate.as_bytes())
        .collect::<Result<Vec<_>, _>>()
        .context("the server's certificate is not PEM")?;
    let key = PrivateKeyDer::from_pem_slice(server.key.as_bytes())
        .context("the server's key is not PEM")?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .context("the server's certificate and key do not fit together")?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}
