//! A gateway as a test sees it: its intent in YAML, a real Envoy, backends, a client.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use epic_api::agent::GatewayIntent;
use epic_api::{Backend, Certificate, Gateway, GatewayTemplate, Kind, Object, RawObject, Route};
use epic_envoy::bootstrap::{BootstrapOptions, bootstrap};
use epic_envoy::delivery::{Delivery, DeliveryStatus};
use epic_envoy::translate::{RenderOptions, Resources, Translator, translate};
use http_body_util::{BodyExt as _, Full};
use hyper::{Request, header};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpStream;

pub(crate) use crate::web::{Step, echo, scripted};

/// A longer wait than anything takes on a busy machine; conditions end it early.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// An address of this test's own, so that tests with the same ports don't meet.
pub(crate) fn own_address() -> Ipv4Addr {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    let process = std::process::id();
    let [_, _, high, low] = process.to_be_bytes();
    Ipv4Addr::new(
        127,
        64 + (high % 128),
        low,
        u8::try_from(next % 254 + 1).unwrap(),
    )
}

/// Objects of an intent, from YAML documents. Envoy must be able to bind its ports: 8000 and up.
pub(crate) fn intent(address: Ipv4Addr, yaml: &str) -> GatewayIntent {
    let mut gateway = None;
    let mut template = None;
    let mut routes = BTreeMap::new();
    let mut backends = BTreeMap::new();
    let mut certificates = BTreeMap::new();
    let all = format!("{TEMPLATE}\n---\n{yaml}");
    for document in all.split("\n---") {
        if document.trim().is_empty() {
            continue;
        }
        let mut raw: RawObject = serde_saphyr::from_str(&with_version(document)).unwrap();
        raw.metadata
            .account
            .get_or_insert_with(|| "acme".to_owned());
        let uid = format!("uid-{}", raw.metadata.name);
        raw.metadata.uid.get_or_insert(uid);
        let name = raw.metadata.name.clone();
        match raw.kind {
            Kind::Gateway => gateway = Some(Gateway::from_raw(&raw).unwrap()),
            Kind::GatewayTemplate => template = Some(GatewayTemplate::from_raw(&raw).unwrap()),
            Kind::Route => drop(routes.insert(name, Arc::new(Route::from_raw(&raw).unwrap()))),
            Kind::Backend => {
                drop(backends.insert(name, Arc::new(Backend::from_raw(&raw).unwrap())));
            }
            Kind::Certificate => {
                let certificate: Certificate = Object::from_raw(&raw).unwrap();
                certificates.insert(name, Arc::new(certificate));
            }
            other => panic!("no {other} in an intent"),
        }
    }
    let mut gateway = gateway.expect("a Gateway");
    let status = gateway.status.get_or_insert_default();
    status.addresses = vec![epic_api::gateway::GatewayAddress {
        value: IpAddr::V4(address),
        pool: "public".to_owned(),
    }];
    GatewayIntent {
        revision: 1,
        gateway,
        template: template.expect("the template above"),
        routes,
        backends,
        certificates,
    }
}

const TEMPLATE: &str = "kind: GatewayTemplate\nmetadata: {name: public}\nspec: {pools: [public]}";

fn with_version(document: &str) -> String {
    format!(
        "apiVersion: epic-gateway.org/v1alpha1\n{}\n",
        document.trim_start()
    )
}

/// A Backend of ready endpoints.
pub(crate) fn backend(name: &str, endpoints: &[SocketAddr]) -> String {
    let endpoints: Vec<String> = endpoints
        .iter()
        .map(|endpoint| {
            format!(
                "{{address: \"{}\", port: {}}}",
                endpoint.ip(),
                endpoint.port()
            )
        })
        .collect();
    format!(
        "\n---\nkind: Backend\nmetadata: {{name: {name}}}\nspec: {{endpoints: [{}]}}\n",
        endpoints.join(", ")
    )
}

/// A gateway with one HTTP listener on port 8080.
pub(crate) const GATEWAY: &str = "
kind: Gateway
metadata: {name: web}
spec:
  template: public
  listeners:
  - {name: http, protocol: HTTP, port: 8080}
";

/// [`GATEWAY`] in an Envoy, with the backends `a` and `b`.
pub(crate) async fn gateway_with(routes: &str) -> Instance {
    let (a, b) = (echo("a").await, echo("b").await);
    let address = own_address();
    let yaml = format!(
        "{GATEWAY}{}{}\n---{routes}",
        backend("a", &[a]),
        backend("b", &[b])
    );
    Instance::start(address, &intent(address, &yaml)).await
}

/// An Envoy with its own delivery.
pub(crate) struct Instance {
    pub(crate) delivery: Delivery,
    pub(crate) address: Ipv4Addr,
    translator: Translator,
    options: RenderOptions,
    revision: u64,
    envoy: Option<Child>,
    folder: tempfile::TempDir,
}

impl Instance {
    pub(crate) async fn start(address: Ipv4Addr, intent: &GatewayIntent) -> Self {
        Instance::start_with(address, intent, RenderOptions::default()).await
    }

    pub(crate) async fn start_with(
        address: Ipv4Addr,
        intent: &GatewayIntent,
        options: RenderOptions,
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let delivery = Delivery::start(&folder.path().join("ads.sock")).unwrap();
        let mut instance = Instance {
            delivery,
            address,
            translator: Translator::new(options.clone()),
            options,
            revision: 0,
            envoy: None,
            folder,
        };
        instance.set(intent);
        instance.start_envoy();
        instance.in_sync().await;
        instance
    }

    pub(crate) fn start_envoy(&mut self) {
        self.envoy = Some(spawn_envoy(self.folder.path()));
    }

    pub(crate) fn stop_envoy(&mut self) {
        if let Some(mut envoy) = self.envoy.take() {
            envoy.kill().unwrap();
            envoy.wait().unwrap();
        }
    }

    /// The next revision is this intent.
    pub(crate) fn set(&mut self, intent: &GatewayIntent) -> u64 {
        let resources = self.translator.update(intent, None);
        assert_eq!(*resources, translate(intent, &self.options));
        self.set_resources(resources)
    }

    pub(crate) fn set_resources(&mut self, resources: Arc<Resources>) -> u64 {
        self.revision += 1;
        self.delivery.set(self.revision, resources);
        self.revision
    }

    pub(crate) fn socket(&self) -> PathBuf {
        self.folder.path().join("ads.sock")
    }

    pub(crate) async fn until(
        &self,
        condition: impl FnMut(&DeliveryStatus) -> bool,
    ) -> DeliveryStatus {
        let mut status = self.delivery.status();
        let result = tokio::time::timeout(PATIENCE, status.wait_for(condition)).await;
        match result {
            Ok(status) => status.unwrap().clone(),
            Err(_) => panic!(
                "still {:?}\n{}",
                self.delivery.status().borrow().clone(),
                self.log()
            ),
        }
    }

    /// Envoy has acknowledged what was set last.
    pub(crate) async fn in_sync(&self) {
        let revision = self.revision;
        let status = self
            .until(|status| status.acknowledged_revision >= revision || status.rejected.is_some())
            .await;
        assert_eq!(status.rejected, None, "{}", self.log());
    }

    pub(crate) async fn apply(&mut self, intent: &GatewayIntent) {
        self.set(intent);
        self.in_sync().await;
    }

    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("envoy.log")).unwrap_or_default()
    }

    pub(crate) async fn connect(&self, port: u16) -> Connection {
        connect(SocketAddr::new(self.address.into(), port)).await
    }

    /// HTTP/2 by prior knowledge.
    pub(crate) async fn connect_http2(&self, port: u16) -> Connection {
        over_http2(self.stream(port).await).await
    }

    pub(crate) async fn stream(&self, port: u16) -> TcpStream {
        stream(SocketAddr::new(self.address.into(), port)).await
    }

    /// One GET on a connection of its own.
    pub(crate) async fn get(&self, port: u16, host: &str, path: &str) -> Answer {
        self.send(port, get(host, path)).await
    }

    pub(crate) async fn send(&self, port: u16, request: Request<Full<Bytes>>) -> Answer {
        let mut connection = self.connect(port).await;
        connection.send(request).await
    }

    /// Envoy's own word about itself.
    pub(crate) async fn admin(&self, path: &str) -> String {
        let stream = tokio::net::UnixStream::connect(self.folder.path().join("admin.sock"))
            .await
            .unwrap();
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
            .await
            .unwrap();
        tokio::spawn(connection);
        let request = get("admin", path);
        let response = sender.send_request(request).await.unwrap();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        String::from_utf8(body.to_vec()).unwrap()
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.stop_envoy();
    }
}

pub(crate) fn get(host: &str, path: &str) -> Request<Full<Bytes>> {
    Request::get(path)
        .header(header::HOST, host)
        .body(Full::default())
        .unwrap()
}

/// A gRPC call with an empty message.
pub(crate) fn call(host: &str, path: &str) -> Request<Full<Bytes>> {
    Request::post(format!("http://{host}{path}"))
        .header(header::CONTENT_TYPE, "application/grpc")
        .header(header::TE, "trailers")
        .body(Full::from(Bytes::from_static(&[0; 5])))
        .unwrap()
}

/// The request with these headers, too.
pub(crate) fn with(
    mut request: Request<Full<Bytes>>,
    headers: &[(&'static str, &str)],
) -> Request<Full<Bytes>> {
    for (name, value) in headers {
        request.headers_mut().append(*name, value.parse().unwrap());
    }
    request
}

/// A client's connection that is kept open.
pub(crate) struct Connection {
    sender: Sender,
}

enum Sender {
    Http1(hyper::client::conn::http1::SendRequest<Full<Bytes>>),
    Http2(hyper::client::conn::http2::SendRequest<Full<Bytes>>),
}

pub(crate) async fn connect(address: SocketAddr) -> Connection {
    over(stream(address).await).await
}

/// A TCP connection.
pub(crate) async fn stream(address: SocketAddr) -> TcpStream {
    let started = std::time::Instant::now();
    // An acknowledged listener accepts on every worker a moment later.
    loop {
        match TcpStream::connect(address).await {
            Ok(stream) => return stream,
            Err(_) if started.elapsed() < PATIENCE => tokio::task::yield_now().await,
            Err(error) => panic!("{address}: {error}"),
        }
    }
}

pub(crate) async fn over<S>(stream: S) -> Connection
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static,
{
    let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .unwrap();
    tokio::spawn(connection);
    Connection {
        sender: Sender::Http1(sender),
    }
}

pub(crate) async fn over_http2<S>(stream: S) -> Connection
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static,
{
    let executor = TokioExecutor::new();
    let (sender, connection) =
        hyper::client::conn::http2::handshake(executor, TokioIo::new(stream))
            .await
            .unwrap();
    tokio::spawn(connection);
    Connection {
        sender: Sender::Http2(sender),
    }
}

impl Connection {
    pub(crate) async fn send(&mut self, request: Request<Full<Bytes>>) -> Answer {
        let response = match &mut self.sender {
            Sender::Http1(sender) => {
                sender.ready().await.unwrap();
                sender.send_request(request).await.unwrap()
            }
            Sender::Http2(sender) => {
                sender.ready().await.unwrap();
                sender.send_request(request).await.unwrap()
            }
        };
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Answer {
            status,
            headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: hyper::HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The backend that answered; else the status.
    pub(crate) fn from(&self) -> String {
        match self.header("x-upstream") {
            "" => self.status.to_string(),
            name => name.to_owned(),
        }
    }

    pub(crate) fn says(&self, line: &str) -> bool {
        self.body.lines().any(|found| found == line)
    }
}

fn spawn_envoy(folder: &Path) -> Child {
    let bootstrap = bootstrap(&BootstrapOptions {
        node_id: "test".to_owned(),
        xds_socket: folder.join("ads.sock"),
        admin_socket: folder.join("admin.sock"),
    });
    let file = folder.join("bootstrap.json");
    std::fs::write(&file, bootstrap.to_string()).unwrap();
    let log = std::fs::File::create(folder.join("envoy.log")).unwrap();
    Command::new(find_envoy())
        .args([
            "--concurrency",
            "2",
            "--disable-hot-restart",
            "--log-level",
            "warning",
        ])
        .arg("-c")
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .unwrap()
}

pub(crate) fn find_envoy() -> PathBuf {
    if let Some(path) = std::env::var_os("EPIC_ENVOY") {
        return path.into();
    }
    let home = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| {
            let home = std::env::var_os("HOME")?;
            Some(PathBuf::from(home).join(".cache"))
        });
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let candidates = std::env::split_paths(&on_path)
        .map(|folder| folder.join("envoy"))
        .chain(home.map(|home| home.join("epic/envoy")));
    let mut found = candidates.filter(|path| path.is_file());
    found
        .next()
        .expect("no Envoy: set EPIC_ENVOY or run cargo xtask test")
}
