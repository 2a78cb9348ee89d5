//! A whole gateway node: a real agent with real Envoys that carry real requests.
#![allow(
    clippy::print_stderr,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "helpers of tests are tests, too, and the modules are this binary's own"
)]

mod control_plane;
mod namespaced;
mod traffic;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, Instant};

use epic_agent::network::Isolation;
use epic_agent::options::Transit;
use epic_agent::{Agent, AgentOptions, cleanup, platform};
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

use control_plane::Plane;
use traffic::{Load, Server, answers, get};

const PATIENCE: Duration = Duration::from_secs(20);
const PORT: u16 = 18_080;
const HOST: &str = "shop.example";

/// An address of 127.7.0.0/16 that no other test has.
fn loopback() -> IpAddr {
    static NEXT: AtomicU8 = AtomicU8::new(1);
    let [_, low, ..] = std::process::id().to_be_bytes()[2..] else {
        unreachable!("four bytes, less two");
    };
    Ipv4Addr::new(127, 7, low, NEXT.fetch_add(1, Ordering::SeqCst)).into()
}

/// Directories for an agent and what it needs to start.
struct Site {
    directory: tempfile::TempDir,
    isolation: Isolation,
}

impl Site {
    fn new(isolation: Isolation) -> Site {
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

    fn state_dir(&self) -> PathBuf {
        self.directory.path().join("state")
    }

    fn run_dir(&self) -> PathBuf {
        self.directory.path().join("run")
    }

    async fn options(&self) -> AgentOptions {
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

    async fn agent(&self, plane: &Arc<Plane>) -> RunningAgent {
        RunningAgent::start(self.options().await, plane.clone()).await
    }

    /// The process of a gateway's Envoy, as remembered.
    fn envoy(&self, uid: &str) -> i32 {
        let file = self.state_dir().join(format!("instances/{uid}.json"));
        let text = std::fs::read_to_string(file).unwrap();
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        let pid = json["content"]["process"]["pid"].as_i64();
        pid.unwrap().try_into().unwrap()
    }
}

/// An agent with a runtime of its own, which ends as a process does: with everything in it.
struct RunningAgent {
    runtime: Option<Runtime>,
    agent: Option<Agent>,
}

impl RunningAgent {
    async fn start(options: AgentOptions, plane: Arc<Plane>) -> RunningAgent {
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

    fn instances(&self) -> Vec<InstanceReport> {
        self.agent.as_ref().unwrap().instances()
    }

    /// As SIGTERM does.
    async fn leave(mut self) {
        let agent = self.agent.take().unwrap();
        let leaving = self.runtime.as_ref().unwrap().spawn(agent.leave());
        leaving.await.unwrap();
    }

    /// As SIGINT does.
    async fn retire(mut self) {
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

fn kill(pid: i32) {
    let pid = nix::unistd::Pid::from_raw(pid);
    nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGKILL).unwrap();
}

fn is_running(pid: i32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let state = stat
        .rsplit(") ")
        .next()
        .and_then(|rest| rest.chars().next());
    state.is_some_and(|state| state != 'Z')
}

fn files_in(directory: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(directory).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

async fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !holds() {
        assert!(begin.elapsed() < PATIENCE, "not in time: {what}");
        sleep(Duration::from_millis(10)).await;
    }
}

fn object<S: Spec>(account: Option<&str>, name: &str, spec: S) -> Object<S> {
    let mut object = Object::new(account, name, spec);
    let own = std::process::id();
    object.metadata.uid = Some(format!("{own:08x}-{name}"));
    object
}

fn template() -> GatewayTemplate {
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

fn gateway(name: &str, address: IpAddr) -> Gateway {
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

fn backend(name: &str, servers: &[&Server]) -> Backend {
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

fn route(name: &str, gateway: &str, hostname: &str, backend: &str) -> Route {
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

fn uid<S: Spec>(object: &Object<S>) -> String {
    object.metadata.uid.clone().unwrap()
}

/// One gateway with one route to one server, serving.
struct World {
    site: Site,
    plane: Arc<Plane>,
    server: Server,
    gateway: Gateway,
    at: SocketAddr,
}

impl World {
    async fn new(name: &str) -> World {
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

    async fn serving(name: &str) -> (World, RunningAgent) {
        let world = World::new(name).await;
        let agent = world.site.agent(&world.plane).await;
        world.is_serving().await;
        (world, agent)
    }

    async fn is_serving(&self) {
        let uid = uid(&self.gateway);
        let serves = |report: &InstanceReport| {
            report.state == InstanceState::Serving && report.acknowledged_revision > 0
        };
        self.plane.reported(&uid, serves).await;
    }

    fn remembered(&self) -> bool {
        let file = format!("intents/{}.json", uid(&self.gateway));
        self.site.state_dir().join(file).exists()
    }
}

#[tokio::test]
async fn a_gateway_serves_follows_edits_and_leaves_nothing_behind() {
    let (world, agent) = World::serving("web").await;
    assert_eq!(
        get(world.at, HOST, "/").await.unwrap(),
        (200, "one".to_owned())
    );
    assert_eq!(get(world.at, "other.example", "/").await.unwrap().0, 404);
    let envoy = world.site.envoy(&uid(&world.gateway));

    let revision = world
        .plane
        .put(&route("other", "web", "other.example", "shop"));
    answers(world.at, "other.example", "/", 200).await;
    let acknowledged = world
        .plane
        .reported(&uid(&world.gateway), |report| {
            report.acknowledged_revision >= revision
        })
        .await;
    assert_eq!(acknowledged.state, InstanceState::Serving);
    world
        .plane
        .delete(&route("other", "web", "other.example", "shop").key());
    answers(world.at, "other.example", "/", 404).await;

    world.plane.delete(&world.gateway.key());
    eventually("the Envoy is stopped", || !is_running(envoy)).await;
    eventually("its files are gone", || {
        files_in(&world.site.run_dir()).is_empty()
    })
    .await;
    for folder in ["instances", "intents"] {
        let folder = world.site.state_dir().join(folder);
        eventually("it is forgotten", || files_in(&folder).is_empty()).await;
    }
    eventually("it is no longer reported", || {
        world.plane.last_report().instances.is_empty()
    })
    .await;
    agent.leave().await;
}

#[tokio::test]
async fn an_envoy_that_is_killed_is_replaced_at_once_and_disturbs_no_other_gateway() {
    let (world, agent) = World::serving("killed").await;
    let address = loopback();
    let bystander = gateway("bystander", address);
    world.plane.put(&route("by", "bystander", HOST, "shop"));
    world.plane.put(&bystander);
    let at = SocketAddr::new(address, PORT);
    answers(at, HOST, "/", 200).await;
    let load = Load::start(at, HOST);

    let envoy = world.site.envoy(&uid(&world.gateway));
    kill(envoy);
    let killed = Instant::now();
    world
        .plane
        .reported(&uid(&world.gateway), |report| {
            report.state == InstanceState::Restarting && !report.message.is_empty()
        })
        .await;
    answers(world.at, HOST, "/", 200).await;
    assert!(killed.elapsed() < Duration::from_secs(2));
    world.is_serving().await;
    assert_ne!(world.site.envoy(&uid(&world.gateway)), envoy);

    let (requests, failures) = load.end().await;
    assert!(requests > 0);
    assert_eq!(failures, [""; 0]);
    agent.retire().await;
}

#[tokio::test]
async fn a_new_agent_takes_over_the_running_envoy_without_a_failed_request() {
    let (world, agent) = World::serving("adopted").await;
    let envoy = world.site.envoy(&uid(&world.gateway));
    eventually("the intent is remembered", || world.remembered()).await;
    let load = Load::start(world.at, HOST);

    agent.leave().await;
    let agent = world.site.agent(&world.plane).await;
    world
        .plane
        .put(&route("after", "adopted", "after.example", "shop"));
    answers(world.at, "after.example", "/", 200).await;

    // Killed, an agent has no time to tell anyone.
    drop(agent);
    let agent = world.site.agent(&world.plane).await;
    world
        .plane
        .put(&route("again", "adopted", "again.example", "shop"));
    answers(world.at, "again.example", "/", 200).await;

    let (requests, failures) = load.end().await;
    assert!(requests > 0);
    assert_eq!(failures, [""; 0]);
    assert_eq!(world.site.envoy(&uid(&world.gateway)), envoy);
    agent.retire().await;
    assert!(!is_running(envoy));
}

#[tokio::test]
async fn an_envoy_that_no_file_remembers_is_found_again() {
    let (world, agent) = World::serving("orphan").await;
    let envoy = world.site.envoy(&uid(&world.gateway));
    drop(agent);
    for folder in ["instances", "intents"] {
        let file = format!("{folder}/{}.json", uid(&world.gateway));
        let _ = std::fs::remove_file(world.site.state_dir().join(file));
    }
    let agent = world.site.agent(&world.plane).await;
    world
        .plane
        .put(&route("after", "orphan", "after.example", "shop"));
    answers(world.at, "after.example", "/", 200).await;
    agent.retire().await;
    assert!(!is_running(envoy));
}

#[tokio::test]
async fn a_node_that_restarts_without_epicd_serves_what_it_served() {
    let (world, agent) = World::serving("alone").await;
    eventually("the intent is remembered", || world.remembered()).await;
    agent.leave().await;
    let envoy = world.site.envoy(&uid(&world.gateway));
    kill(envoy);
    eventually("the Envoy is dead", || !is_running(envoy)).await;

    let nobody = Arc::new(Plane::down());
    let agent = world.site.agent(&nobody).await;
    answers(world.at, HOST, "/", 200).await;
    eventually("it knows that it serves", || {
        let instances = agent.instances();
        instances
            .iter()
            .any(|instance| instance.state == InstanceState::Serving)
    })
    .await;
    agent.retire().await;
}

#[tokio::test]
async fn a_gateway_that_goes_lets_open_requests_finish() {
    let (world, agent) = World::serving("drained").await;
    let at = world.at;
    let open = tokio::spawn(async move { get(at, HOST, "/slow").await });
    eventually("the request is at the server", || {
        world.server.slow_requests.load(Ordering::SeqCst) == 1
    })
    .await;
    world.plane.delete(&world.gateway.key());
    assert_eq!(open.await.unwrap().unwrap(), (200, "one".to_owned()));
    agent.retire().await;
}

#[tokio::test]
async fn a_revision_that_envoy_refuses_is_reported_and_the_last_good_one_serves_on() {
    let (world, agent) = World::serving("refusing").await;
    let load = Load::start(world.at, HOST);
    let mut bad = route("bad", "refusing", "bad.example", "shop");
    let rules = &mut bad.spec.http.as_mut().unwrap().rules;
    rules[0].matches.push(HttpMatch {
        path: Some(PathMatch {
            kind: PathMatchType::RegularExpression,
            value: "/(".to_owned(),
        }),
        ..HttpMatch::default()
    });
    let revision = world.plane.put(&bad);
    let report = world
        .plane
        .reported(&uid(&world.gateway), |report| report.rejected.is_some())
        .await;
    assert_eq!(report.rejected.unwrap().revision, revision);
    assert!(report.acknowledged_revision < revision);
    assert_eq!(report.state, InstanceState::Serving);

    world.plane.delete(&bad.key());
    world
        .plane
        .reported(&uid(&world.gateway), |report| {
            report.rejected.is_none() && report.acknowledged_revision > revision
        })
        .await;
    let (_, failures) = load.end().await;
    assert_eq!(failures, [""; 0]);
    agent.retire().await;
}

#[tokio::test]
async fn cleanup_removes_what_a_dead_agent_left_and_can_be_repeated() {
    let (world, agent) = World::serving("left").await;
    let envoy = world.site.envoy(&uid(&world.gateway));
    let options = world.site.options().await;
    let refused = cleanup::run(&options).await.unwrap_err().to_string();
    assert!(refused.contains("another epic-agent"), "{refused}");
    assert!(is_running(envoy));

    drop(agent);
    let done = cleanup::run(&options).await.unwrap();
    assert_eq!((done.envoys, done.gateways), (1, 1));
    assert!(!is_running(envoy));
    assert!(files_in(&world.site.run_dir()).is_empty());
    assert_eq!(
        cleanup::run(&options).await.unwrap(),
        cleanup::Done::default()
    );
}
