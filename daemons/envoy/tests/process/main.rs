//! The Envoy process and its admin interface, with a real Envoy.
#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, too, fail by panicking"
)]

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use epic_envoy::admin::AdminClient;
use epic_envoy::bootstrap::{BootstrapOptions, bootstrap};
use epic_envoy::delivery::Delivery;
use epic_envoy::process::{EnvoyCommand, EnvoyProcess, ExitReason, ProcessRecord};
use epic_envoy::translate::{RenderOptions, translate};
use tokio::time::timeout;

/// A longer wait than anything takes on a busy machine; conditions end it early.
const PATIENCE: Duration = Duration::from_secs(30);

fn envoy() -> PathBuf {
    let named = std::env::var_os("EPIC_ENVOY").map(PathBuf::from);
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&on_path).map(|folder| folder.join("envoy"));
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let cached = cache
        .into_iter()
        .chain(home)
        .map(|folder| folder.join("epic/envoy"));
    named
        .into_iter()
        .chain(on_path)
        .chain(cached)
        .find(|path| path.is_file())
        .expect("no Envoy: run cargo xtask test")
}

/// An Envoy's files; ends what is left of it.
struct Site {
    folder: tempfile::TempDir,
    started: Vec<ProcessRecord>,
}

impl Site {
    fn new() -> Site {
        let site = Site {
            folder: tempfile::tempdir().unwrap(),
            started: Vec::new(),
        };
        let options = BootstrapOptions {
            node_id: "uid-web".to_owned(),
            xds_socket: site.file("xds.sock"),
            admin_socket: site.file("admin.sock"),
        };
        std::fs::write(site.file("bootstrap.json"), bootstrap(&options).to_string()).unwrap();
        site
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self) -> EnvoyCommand {
        EnvoyCommand {
            binary: envoy(),
            bootstrap: self.file("bootstrap.json"),
            netns: None,
            uid: None,
            gid: None,
            log: self.file("envoy.log"),
            concurrency: 1,
            drain: Duration::from_secs(1),
        }
    }

    fn spawn(&mut self) -> EnvoyProcess {
        let process = EnvoyProcess::spawn(&self.command()).unwrap();
        self.started.push(process.record());
        process
    }

    fn admin(&self) -> AdminClient {
        AdminClient::new(self.file("admin.sock"))
    }

    /// Envoy answers its admin socket.
    async fn answering(&self) -> AdminClient {
        let admin = self.admin();
        let begin = Instant::now();
        while let Err(error) = admin.ready().await {
            assert!(begin.elapsed() < PATIENCE, "{error}: {}", self.log());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        admin
    }

    async fn live(&self) -> AdminClient {
        let admin = self.answering().await;
        let begin = Instant::now();
        while !admin.ready().await.unwrap_or(false) {
            assert!(begin.elapsed() < PATIENCE, "{}", self.log());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        admin
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.file("envoy.log")).unwrap_or_default()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        for record in &self.started {
            if is_running(record) {
                signal(record, rustix::process::Signal::KILL);
            }
        }
    }
}

fn is_running(record: &ProcessRecord) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", record.pid)).unwrap_or_default();
    stat.contains(&format!(" {} ", record.start_ticks)) && !stat.contains(") Z ")
}

fn signal(record: &ProcessRecord, signal: rustix::process::Signal) {
    let pid = rustix::process::Pid::from_raw(record.pid).unwrap();
    let _ = rustix::process::kill_process(pid, signal);
}

fn intent(port: u16, backend: SocketAddr) -> epic_api::agent::GatewayIntent {
    let (address, api) = (Ipv4Addr::LOCALHOST, "epic-gateway.org/v1alpha1");
    let meta = |name: &str| serde_json::json!({"name": name, "account": "acme", "uid": name});
    serde_json::from_value(serde_json::json!({
        "revision": 1,
        "gateway": {"apiVersion": api, "kind": "Gateway", "metadata": meta("web"),
            "spec": {"template": "public", "listeners": [{"name": "http", "port": port, "protocol": "HTTP"}]},
            "status": {"addresses": [{"value": address, "pool": "public"}]}},
        "template": {"apiVersion": api, "kind": "GatewayTemplate", "metadata": {"name": "public", "uid": "t"},
            "spec": {"pools": ["public"]}},
        "routes": {"shop": {"apiVersion": api, "kind": "Route", "metadata": meta("shop"),
            "spec": {"parentRefs": [{"name": "web"}], "http": {"rules": [{"backendRefs": [{"name": "app"}]}]}}}},
        "backends": {"app": {"apiVersion": api, "kind": "Backend", "metadata": meta("app"),
            "spec": {"endpoints": [{"address": backend.ip(), "port": backend.port()}]}}},
        "certificates": {},
    }))
    .unwrap()
}

#[test]
fn envoy_accepts_the_bootstrap() {
    let site = Site::new();
    let output = Command::new(envoy())
        .args(["--mode", "validate", "--config-path"])
        .arg(site.file("bootstrap.json"))
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{text}");
    assert!(!text.contains("deprecated"), "{text}");
}

#[tokio::test]
async fn an_envoy_outlives_its_handle_and_is_taken_over_by_the_next() {
    let mut site = Site::new();
    let process = site.spawn();
    let admin = site.answering().await;
    let record = process.record();
    drop(process);

    let text = serde_json::to_string(&record).unwrap();
    let mut adopted = EnvoyProcess::adopt(&serde_json::from_str(&text).unwrap()).unwrap();
    assert!(admin.server_version().await.unwrap().split('.').count() == 3);

    signal(&record, rustix::process::Signal::KILL);
    let reason = timeout(Duration::from_secs(1), adopted.exited())
        .await
        .unwrap();
    assert_eq!(reason, ExitReason::Signal(9));
    assert!(EnvoyProcess::adopt(&record).is_none());
    let zombie = std::fs::exists(format!("/proc/{}", record.pid)).unwrap();
    assert!(!zombie, "it was not reaped");
}

#[tokio::test]
async fn another_process_under_the_old_number_is_not_taken_for_envoy() {
    let mut site = Site::new();
    let process = site.spawn();
    let record = process.record();
    for other in [
        ProcessRecord {
            start_ticks: record.start_ticks + 1,
            ..record.clone()
        },
        ProcessRecord {
            boot_id: "another".to_owned(),
            ..record.clone()
        },
        ProcessRecord {
            executable: "/bin/sleep".into(),
            ..record.clone()
        },
        ProcessRecord {
            pid: 0,
            ..record.clone()
        },
    ] {
        assert!(EnvoyProcess::adopt(&other).is_none(), "{other:?}");
    }
    process.stop(Duration::ZERO).await;
    assert!(!is_running(&record));
}

#[tokio::test]
async fn an_envoy_that_can_not_start_ends_with_a_status_and_its_words_are_in_the_log() {
    let mut site = Site::new();
    std::fs::write(site.file("bootstrap.json"), r#"{"nonsense": 1}"#).unwrap();
    let mut process = site.spawn();
    let reason = timeout(PATIENCE, process.exited()).await.unwrap();
    assert_eq!(reason, ExitReason::Status(1));
    assert!(site.log().contains("nonsense"), "{}", site.log());
}

#[tokio::test]
async fn an_envoy_that_ignores_sigterm_is_killed() {
    let mut site = Site::new();
    let process = site.spawn();
    site.answering().await;
    let record = process.record();
    signal(&record, rustix::process::Signal::STOP);
    timeout(PATIENCE, process.stop(Duration::ZERO))
        .await
        .unwrap();
    assert!(!is_running(&record));
}

#[tokio::test]
async fn a_missing_program_or_namespace_is_named() {
    let site = Site::new();
    let mut command = site.command();
    command.netns = Some("/run/netns/epic-not-there".into());
    let error = EnvoyProcess::spawn(&command).unwrap_err().to_string();
    assert!(error.contains("/run/netns/epic-not-there"), "{error}");

    command.netns = None;
    command.binary = "/nonexistent/envoy".into();
    let error = EnvoyProcess::spawn(&command).unwrap_err().to_string();
    assert!(error.contains("/nonexistent/envoy"), "{error}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn live_figures_follow_requests_and_draining_closes_the_listener() {
    let mut site = Site::new();
    let backend = refusing_backend();
    let port = free_port();
    let intent = intent(port, backend);
    let delivery = Delivery::start(&site.file("xds.sock")).unwrap();
    delivery.set(1, translate(&intent, &RenderOptions::default()).into());
    let process = site.spawn();
    let mut admin = site.live().await;

    let begin = Instant::now();
    let first = admin.poll(begin).await.unwrap();
    assert_eq!(first.total().requests, 0.0);
    assert_eq!(first.backends["app"][0].address, backend);
    assert!(first.backends["app"][0].healthy);
    for _ in 0..4 {
        request(port).await;
    }
    // Envoy's counters are a moment behind its answers.
    let mut second = admin.poll(begin + Duration::from_secs(100)).await.unwrap();
    let mut polls: u32 = 1;
    let mut sum = second
        .routes
        .get("shop")
        .map_or(0.0, |traffic| traffic.errors);
    while sum * 100.0 < 3.9 && begin.elapsed() < PATIENCE {
        polls += 1;
        second = admin
            .poll(begin + Duration::from_secs(100) * polls)
            .await
            .unwrap();
        sum += second
            .routes
            .get("shop")
            .map_or(0.0, |traffic| traffic.errors);
    }
    assert!((sum - 0.04).abs() < 1e-9, "{sum} {second:?}");
    assert!(second.listeners.contains_key("http"), "{second:?}");
    assert_eq!(admin.warming_clusters().await.unwrap(), 0);

    admin.drain_listeners().await.unwrap();
    let record = process.record();
    process.stop(Duration::from_millis(100)).await;
    assert!(!is_running(&record));
    assert!(
        tokio::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port))
            .await
            .is_err()
    );
}

/// A port where nobody listens.
fn refusing_backend() -> SocketAddr {
    SocketAddr::new(Ipv4Addr::LOCALHOST.into(), free_port())
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

async fn request(port: u16) {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let begin = Instant::now();
    let mut stream = loop {
        match tokio::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await {
            Ok(stream) => break stream,
            Err(error) => assert!(begin.elapsed() < PATIENCE, "{error}"),
        }
        tokio::task::yield_now().await;
    };
    stream
        .write_all(b"GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")
        .await
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
}
