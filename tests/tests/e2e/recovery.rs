//! What a user sees of EPIC when its parts are killed.

use std::collections::BTreeSet;
use std::fs;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use epic_api::client::{Client, ClientError};
use epic_api::route::{HttpBackendRef, HttpRule, HttpRules, ParentRef, RouteSpec};
use epic_api::{Kind, Object};
use epic_tests::cluster::Cluster;
use epic_tests::load::{self, Load, Request, Volume};
use epic_tests::site::Site;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

const EDITS: usize = 500;

#[test]
fn kill_9_of_epicd_agent_and_envoy_amid_edits_loses_no_write_and_stops_no_other_gateway() {
    let _lab = crate::the_lab();
    let mut site = Site::namespaces().unwrap();
    let mut cluster = Cluster::start(&site).unwrap();
    site.start_backends(&cluster.logs()).unwrap();
    cluster.start_agent().unwrap();
    let kept = publish(&site, &cluster, "kept");
    let struck = publish(&site, &cluster, "struck");
    let kept_load = Load::start(&site.client, &kept, steady());
    let struck_load = Load::start(&site.client, &struck, steady());

    let client = cluster.client().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    for number in 0..EDITS {
        match number {
            100 => {
                cluster.epicd().unwrap().kill().unwrap();
                cluster.start_epicd().unwrap();
            }
            250 => {
                cluster.agent().unwrap().kill().unwrap();
                cluster.start_agent().unwrap();
            }
            400 => kill(envoy_of(&cluster, "struck"), Signal::SIGKILL).unwrap(),
            _ => {}
        }
        runtime.block_on(edit(&client, number));
    }

    let last = Request {
        host: host(EDITS - 1),
        ..kept.clone()
    };
    load::ask_until(&site.client, &last, Duration::from_secs(10), |answer| {
        answer.status == 200
    })
    .unwrap();
    let kept_tally = kept_load.stop().unwrap();
    let struck_tally = struck_load.stop().unwrap();
    assert_eq!(kept_tally.ok, kept_tally.sent, "{:?}", kept_tally.failures);
    assert!(
        struck_tally.longest_gap < Duration::from_secs(2),
        "the struck gateway was away for {:?}",
        struck_tally.longest_gap
    );
    let routes = runtime
        .block_on(client.list(Kind::Route, Some("default")))
        .unwrap();
    let names: BTreeSet<&str> = routes
        .items
        .iter()
        .map(|route| route.metadata.name.as_str())
        .collect();
    for number in 0..EDITS {
        assert!(
            names.contains(format!("r-{number}").as_str()),
            "r-{number} is lost"
        );
    }
    let gateways = runtime.block_on(client.list(Kind::Gateway, None)).unwrap();
    let addresses: BTreeSet<String> = gateways
        .items
        .iter()
        .map(|gateway| gateway.status.as_ref().unwrap()["addresses"][0]["value"].to_string())
        .collect();
    assert_eq!(
        addresses.len(),
        gateways.items.len(),
        "an address is held twice"
    );
    cluster.tear_down().unwrap();
}

#[test]
fn agent_and_envoy_come_back_serving_while_epicd_is_gone() {
    let _lab = crate::the_lab();
    let mut site = Site::namespaces().unwrap();
    let mut cluster = Cluster::start(&site).unwrap();
    site.start_backends(&cluster.logs()).unwrap();
    cluster.start_agent().unwrap();
    let request = publish(&site, &cluster, "web");
    let envoy = envoy_of(&cluster, "web");
    // What is on disk is written when Envoy has taken it, a moment later.
    std::thread::sleep(Duration::from_secs(1));

    cluster.epicd().unwrap().kill().unwrap();
    cluster.agent().unwrap().kill().unwrap();
    kill(envoy, Signal::SIGKILL).unwrap();
    cluster.start_agent().unwrap();

    let answer = load::ask_until(&site.client, &request, Duration::from_secs(10), |answer| {
        answer.status == 200
    });
    assert_eq!(answer.unwrap().status, 200);
    cluster.tear_down().unwrap();
}

/// A gateway with a backend and a route of the same name.
fn publish(site: &Site, cluster: &Cluster, name: &str) -> Request {
    if name != "struck" {
        cluster
            .epicctl(&["ippool", "create", "public", "--range", site.pool])
            .unwrap();
        cluster
            .epicctl(&["template", "create", "http", "--pool", "public"])
            .unwrap();
    }
    let endpoint = site.backends[0].address.to_string();
    let host = format!("{name}.example.com");
    cluster
        .epicctl(&[
            "gateway",
            "create",
            name,
            "--template",
            "http",
            "--port",
            "80",
        ])
        .unwrap();
    cluster
        .epicctl(&["backend", "create", name, "--endpoint", &endpoint])
        .unwrap();
    let route = [
        "route",
        "create",
        name,
        "--gateway",
        name,
        "--host",
        &host,
        "--backend",
        name,
    ];
    cluster.epicctl(&route).unwrap();
    let address = cluster.gateway_address(name).unwrap();
    let request = Request::new(SocketAddr::new(address, 80), &host, "/");
    load::ask_until(&site.client, &request, Duration::from_secs(20), |answer| {
        answer.status == 200
    })
    .unwrap();
    request
}

/// Enough for the longest test; every test stops its load before.
fn steady() -> Volume {
    Volume {
        workers: 2,
        requests: 20_000,
        pause: Duration::from_millis(10),
    }
}

/// Applies a route until epicd has acknowledged it.
async fn edit(client: &Client, number: usize) {
    let rule = HttpRule {
        backend_refs: vec![HttpBackendRef {
            name: "kept".to_owned(),
            weight: 1,
            filters: vec![],
        }],
        ..HttpRule::default()
    };
    let spec = RouteSpec {
        parent_refs: vec![ParentRef {
            name: "kept".to_owned(),
            ..ParentRef::default()
        }],
        hostnames: vec![host(number)],
        http: Some(HttpRules { rules: vec![rule] }),
        ..RouteSpec::default()
    };
    let route = Object::new(Some("default"), &format!("r-{number}"), spec).to_raw();
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        match client.apply(&route, false).await {
            Ok(_) => return,
            Err(ClientError::Unreachable { .. }) if Instant::now() < deadline => {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            Err(error) => panic!("route {number} is refused: {error}"),
        }
    }
}

fn host(number: usize) -> String {
    format!("r-{number}.example.com")
}

/// The Envoy of a gateway of the account `default`: its uid is in its command line.
fn envoy_of(cluster: &Cluster, gateway: &str) -> Pid {
    let uid = cluster.gateway_uid(gateway).unwrap();
    fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .find_map(|entry| {
            let command = fs::read(entry.path().join("cmdline")).ok()?;
            let command = String::from_utf8_lossy(&command).into_owned();
            let program = command.split('\0').next()?.to_owned();
            let pid = entry.file_name().to_string_lossy().parse().ok()?;
            (program.ends_with("envoy") && command.contains(&uid)).then(|| Pid::from_raw(pid))
        })
        .expect("the gateway's Envoy runs")
}
