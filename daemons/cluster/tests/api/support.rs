//! A running epicd and objects to put into it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use epic_api::backend::Endpoint;
use epic_api::client::{Client, ClientError, Credentials};
use epic_api::{ApiError, Backend, BackendSpec, Kind, ObjectKey, RawObject};
use epic_cluster::app::{Running, ServeOptions, start};
use epic_cluster::init::{InitOptions, init};
use epic_cluster::store::sqlite::SqliteOptions;
use hyper::Method;
use serde_json::{Value, json};
use tempfile::TempDir;

/// An epicd in this process. Stops when it is dropped.
pub(crate) struct Epicd {
    pub(crate) admin: Client,
    pub(crate) running: Running,
    folder: TempDir,
}

impl Epicd {
    pub(crate) async fn start() -> Epicd {
        Epicd::start_with(SqliteOptions::default()).await
    }

    pub(crate) async fn start_with(store: SqliteOptions) -> Epicd {
        Epicd::start_as(|options| options.store = store).await
    }

    pub(crate) async fn start_as(change: impl FnOnce(&mut ServeOptions)) -> Epicd {
        let folder = initialised().await;
        let mut options = ServeOptions::new(folder.path().join("data"));
        change(&mut options);
        let running = start(options).await.unwrap();
        let admin = Client::new(&running.context.credentials()).unwrap();
        Epicd {
            admin,
            running,
            folder,
        }
    }

    /// An epicd that was started with options of its own.
    pub(crate) fn from_parts(running: Running, folder: TempDir) -> Epicd {
        let admin = Client::new(&running.context.credentials()).unwrap();
        Epicd {
            admin,
            running,
            folder,
        }
    }

    pub(crate) fn data_dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Stops it and starts it again on the same folder.
    pub(crate) async fn restart(self) -> Epicd {
        self.restart_after(|_| {}).await
    }

    /// The same, with something done to its folder meanwhile.
    pub(crate) async fn restart_after(self, meanwhile: impl FnOnce(&Path)) -> Epicd {
        let data_dir = self.data_dir();
        self.running.stop().await;
        meanwhile(&data_dir);
        let running = start(ServeOptions::new(data_dir)).await.unwrap();
        let admin = Client::new(&running.context.credentials()).unwrap();
        Epicd {
            admin,
            running,
            folder: self.folder,
        }
    }

    pub(crate) fn client_with_token(&self, token: &str) -> Client {
        let credentials = Credentials {
            token: token.to_owned(),
            ..self.running.context.credentials()
        };
        Client::new(&credentials).unwrap()
    }

    /// A client of the agent of a node.
    pub(crate) async fn agent(&self, node: &str) -> Client {
        let request = json!({ "purpose": "agent", "subject": node });
        let made: Value = self
            .admin
            .call(Method::POST, "/auth/v1/tokens", Some(&request))
            .await
            .unwrap();
        self.client_with_token(made["token"].as_str().unwrap())
    }

    /// The answer to a call that must be refused.
    pub(crate) async fn refused(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> ApiError {
        refusal(self.admin.call::<Value>(method, path, body).await)
    }
}

/// A folder with what `epicd init` makes, in `data`.
pub(crate) async fn initialised() -> TempDir {
    let folder = TempDir::new().unwrap();
    let options = InitOptions {
        data_dir: folder.path().join("data"),
        listen: "127.0.0.1:0".parse().unwrap(),
        server_names: Vec::new(),
    };
    init(&options).await.unwrap();
    folder
}

pub(crate) fn refusal<T>(outcome: Result<T, ClientError>) -> ApiError {
    match outcome {
        Err(ClientError::Api(error)) => error,
        Err(error) => panic!("expected a refusal, got {error}"),
        Ok(_) => panic!("expected a refusal, but it was done"),
    }
}

pub(crate) fn backend(name: &str, port: u16) -> RawObject {
    let endpoint = Endpoint {
        address: "10.0.0.1".parse().unwrap(),
        port,
        name: None,
        ready: true,
    };
    let spec = BackendSpec {
        endpoints: vec![endpoint],
        ..BackendSpec::default()
    };
    Backend::new(Some("default"), name, spec).to_raw()
}

pub(crate) fn backend_key(name: &str) -> ObjectKey {
    ObjectKey::in_account(Kind::Backend, "default", name)
}

/// Waits until the condition gives something.
pub(crate) async fn eventually<T>(what: &str, mut condition: impl AsyncFnMut() -> Option<T>) -> T {
    let wait = async {
        loop {
            if let Some(value) = condition().await {
                return value;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), wait)
        .await
        .unwrap_or_else(|_| panic!("{what} did not happen"))
}
