//! A node for a test: directories, an agent, objects, a gateway that serves.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, Instant};

use epic_agent::network::Isolation;
use epic_agent::options::Transit;
use epic_agent::{Agent, AgentOptions, platform};
use epic_api::agent::InstanceReport;
use epic_api::backend::Endpoint;
use epic_api::gateway::{
    GatewayAddress, GatewaySpec, GatewayStatus, InstanceState, Listener, Protocol,
};
use epic_api::route::{
    HttpBackendRef, HttpMatch, HttpRule, HttpRules, ParentRef, PathMatch, PathMatchType,
};
use epic_api::template::TemplateTimeouts;
use epic_api::{
    Backend, BackendSpec, Gateway, GatewayTemplate, GatewayTemplateSpec, Object, Route, RouteSpec,
    Spec,
};
use tokio::runtime::Runtime;
use tokio::time::sleep;

use super::control_plane::Plane;
use super::traffic::Server;

pub const PATIENCE: Duration = Duration::from_secs(20);
pub const PORT: u16 = 18_080;
pub const HOST: &str = "shop.example";

/// An address of 127.7.0.0/16 that no other test has.
pub fn loopback() -> IpAddr {
    static NEXT: AtomicU8 = AtomicU8::new(1);
    let [_, low, ..] = std::process::id().to_be_bytes()[2..] else {
        unreachable!("four bytes, less two");
    };
    Ipv4Addr::new(127, 7, low, NEXT.fetch_add(1, Ordering::SeqCst)).into()
}

/// Directories for an agent and what it needs to start.
pub struct Site {
    pub directory: tempfile::TempDir,
    pub isolation: Isolation,
}

impl Site {
    pub fn new(isolation: Isolation) -> Site {
        let directory = tempfile::Builder::new()
            .prefix("epic")
            .tempdir_in("/tmp")
            .unwrap();
        // Envoys have users of their own where the test has root.
        let open = std::fs::Permissions::from_mode(0o711);
        std::fs::set_permissions(directory.path(), open).unwrap();
        Site {
            directory,
            isolation,
        }
    }

    pub fn state_dir(&self) -> PathBuf {
        self.directory.path().join("state")
    }

    pub fn run_dir(&self) -> PathBuf {
        self.directory.path().join("run")
    }

    pub async fn options(&self) -> AgentOptions {
        let envoy = std::env::var_os("EPIC_ENVOY").map(PathBuf::from);
        let envoy = platform::find_envoy(envoy.as_deref()).await;
        let envoy = envoy.expect("this test needs Envoy: run cargo xtask test");
        AgentOptions {
            node: "gw-1".to_owned(),
            state_dir: self.state_dir(),
            run_dir: self.run_dir(),
            envoy: Some(envoy.path),
            isolation: self.isolation,
            transit: Transit {
                v4: Some("100.91.0.0/16".parse().unwrap()),
                v6: None,
            },
            envoy_uid: 60_000,
        }
    }

    pub async fn agent(&self, plane: &Arc<Plane>) -> RunningAgent {
        RunningAgent::start(self.options().await, plane.clone()).await
    }

    /// The process of a gateway's Envoy, as remembered.
    pub fn envoy(&self, uid: &str) -> i32 {
        let file = self.state_dir().join(format!("instances/{uid}.json"));
        let text = std::fs::read_to_string(file).unwrap();
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        let pid = json["content"]["process"]["pid"].as_i64();
        pid.unwrap().try_into().unwrap()
    }
}

/// An agent with a runtime of its own, which ends as a process does: with everything in it.
pub struct RunningAgent {
    runtime: Option<Runtime>,
    agent: Option<Agent>,
}

impl RunningAgent {
    pub async fn start(options: AgentOptions, plane: Arc<Plane>) -> RunningAgent {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let agent = runtime.spawn(Agent::start(options, plane)).await.unwrap();
        RunningAgent {
            agent: Some(agent.unwrap()),
            runtime: Some(runtime),
        }
    }

    pub fn instances(&self) -> Vec<InstanceReport> {
        self.agent.as_ref().unwrap().instances()
    }

    /// As SIGTERM does.
    pub async fn leave(mut self) {
        let agent = self.agent.take().unwrap();
        let leaving = self.runtime.as_ref().unwrap().spawn(agent.leave());
        leaving.await.unwrap();
    }

    /// As SIGINT does.
    pub async fn retire(mut self) {
        let agent = self.agent.take().unwrap();
        let retiring = self.runtime.as_ref().unwrap().spawn(agent.retire());
        retiring.await.unwrap();
    }
}

impl Drop for RunningAgent {
    /// As SIGKILL does.
    fn drop(&mut self) {
        drop(self.agent.take());
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Drop for Site {
    /// Not even a test that fails leaves an Envoy behind.
    fn drop(&mut self) {
        let Ok(entries) = std::fs::read_dir(self.state_dir().join("instances")) else {
            return;
        };
        for entry in entries.flatten() {
            let uid = entry
                .path()
                .file_stem()
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            let file = std::fs::read_to_string(entry.path()).unwrap_or_default();
            if file.contains("\"pid\"") && is_running(self.envoy(&uid)) {
                kill(self.envoy(&uid));
            }
        }
    }
}

pub fn kill(pid: i32) {
    let pid = nix::unistd::Pid::from_raw(pid);
    nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGKILL).unwrap();
}

pub fn is_running(pid: i32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let state = stat
        .rsplit(") ")
        .next()
        .and_then(|rest| rest.chars().next());
    state.is_some_and(|state| state != 'Z')
}

pub fn files_in(directory: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(directory).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

pub async fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !holds() {
        assert!(begin.elapsed() < PATIENCE, "not in time: {what}");
        sleep(Duration::from_millis(10)).await;
    }
}

pub fn object<S: Spec>(account: Option<&str>, name: &str, spec: S) -> Object<S> {
    let mut object = Object::new(account, name, spec);
    let own = std::process::id();
    object.metadata.uid = Some(format!("{own:08x}-{name}"));
    object
}

pub fn template() -> GatewayTemplate {
    let spec = GatewayTemplateSpec {
        pools: vec!["public".to_owned()],
        timeouts: TemplateTimeouts {
            drain: Some(epic_api::Duration::from_secs(5)),
            ..TemplateTimeouts::default()
        },
        concurrency: Some(1),
        ..GatewayTemplateSpec::default()
    };
    object(None, "http", spec)
}

pub fn gateway(name: &str, address: IpAddr) -> Gateway {
    let spec = GatewaySpec {
        template: "http".to_owned(),
        listeners: vec![Listener {
            name: "web".to_owned(),
            protocol: Protocol::Http,
            port: PORT,
            hostname: None,
            tls: None,
        }],
        ..GatewaySpec::default()
    };
    let mut gateway = object(Some("acme"), name, spec);
    gateway.status = Some(GatewayStatus {
        addresses: vec![GatewayAddress {
            value: address,
            pool: "public".to_owned(),
        }],
        ..GatewayStatus::default()
    });
    gateway
}

pub fn backend(name: &str, servers: &[&Server]) -> Backend {
    let endpoint = |server: &&Server| Endpoint {
        address: server.address.ip(),
        port: server.address.port(),
        name: None,
        ready: true,
    };
    let spec = BackendSpec {
        endpoints: servers.iter().map(endpoint).collect(),
        ..BackendSpec::default()
    };
    object(Some("acme"), name, spec)
}

pub fn route(name: &str, gateway: &str, hostname: &str, backend: &str) -> Route {
    let rule = HttpRule {
        backend_refs: vec![HttpBackendRef {
            name: backend.to_owned(),
            weight: 1,
            filters: Vec::new(),
        }],
        ..HttpRule::default()
    };
    let spec = RouteSpec {
        parent_refs: vec![ParentRef {
            name: gateway.to_owned(),
            ..ParentRef::default()
        }],
        hostnames: vec![hostname.to_owned()],
        http: Some(HttpRules { rules: vec![rule] }),
        ..RouteSpec::default()
    };
    object(Some("acme"), name, spec)
}

pub fn uid<S: Spec>(object: &Object<S>) -> String {
    object.metadata.uid.clone().unwrap()
}

/// One gateway with one route to one server, serving.
pub struct World {
    pub site: Site,
    pub plane: Arc<Plane>,
    pub server: Server,
    pub gateway: Gateway,
    pub at: SocketAddr,
}

impl World {
    pub async fn new(name: &str) -> World {
        let address = loopback();
        let world = World {
            site: Site::new(Isolation::None),
            plane: Arc::new(Plane::new()),
            server: Server::start("one").await,
            gateway: gateway(name, address),
            at: SocketAddr::new(address, PORT),
        };
        world.plane.put(&template());
        world.plane.put(&backend("shop", &[&world.server]));
        world.plane.put(&route("shop", name, HOST, "shop"));
        world.plane.put(&world.gateway);
        world
    }

    pub async fn serving(name: &str) -> (World, RunningAgent) {
        let world = World::new(name).await;
        let agent = world.site.agent(&world.plane).await;
        world.is_serving().await;
        (world, agent)
    }

    pub async fn is_serving(&self) {
        let uid = uid(&self.gateway);
        let serves = |report: &InstanceReport| {
            report.state == InstanceState::Serving && report.acknowledged_revision > 0
        };
        self.plane.reported(&uid, serves).await;
    }

    pub fn remembered(&self) -> bool {
        let file = format!("intents/{}.json", uid(&self.gateway));
        self.site.state_dir().join(file).exists()
    }
}

/// A route that Envoy refuses, whatever epicd would say of it.
pub fn bad_route(name: &str, gateway: &str, hostname: &str, backend: &str) -> Route {
    let mut bad = route(name, gateway, hostname, backend);
    let rules = &mut bad.spec.http.as_mut().unwrap().rules;
    rules[0].matches.push(HttpMatch {
        path: Some(PathMatch {
            kind: PathMatchType::RegularExpression,
            value: "/(".to_owned(),
        }),
        ..HttpMatch::default()
    });
    bad
}
