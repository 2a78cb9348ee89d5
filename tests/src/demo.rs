//! `cargo xtask demo`: a gateway cluster from nothing, told as the commands that make it.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the demo is what it prints"
)]

use std::fs;
use std::io::{IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use crate::cluster::Cluster;
use crate::interrupt;
use crate::load::{self, Load, Request, Volume};
use crate::site::Site;

const ACCOUNT: &str = "acme";
const HOST: &str = "hello.example.com";

/// Requests of `--once`.
const REQUESTS: u64 = 1_000;

/// Runs the demo; whatever happens, nothing stays behind.
pub fn run(once: bool) -> Result<ExitCode> {
    interrupt::install()?;
    let root = nix::unistd::geteuid().is_root();
    let mut site = if root {
        Site::namespaces()?
    } else {
        println!(
            "Not root, so reduced: no network namespaces (client, gateway and backends share \
             loopback), no routes, and port 8080 instead of 80. `sudo` shows all of it.\n"
        );
        Site::loopback()?
    };
    let mut cluster = Cluster::start(&site)?;
    let verdict = play(&mut site, &mut cluster, once);
    if verdict.is_err() && !interrupt::interrupted() {
        print_logs(&cluster);
    }
    let clean = cluster.tear_down();
    drop(site);
    match verdict {
        Ok(code) => clean.map(|()| code),
        Err(_) if interrupt::interrupted() => {
            eprintln!("interrupted; everything is taken down");
            Ok(ExitCode::from(130))
        }
        Err(error) => Err(error),
    }
}

fn play(site: &mut Site, cluster: &mut Cluster, once: bool) -> Result<ExitCode> {
    site.start_backends(&cluster.logs())?;
    cluster.start_agent()?;
    cluster.wait_for_agent()?;
    println!(
        "epicd and an agent for node {} are up. An account, addresses, a gateway:\n",
        crate::cluster::NODE
    );
    let gateway = create(site, cluster)?;
    let request = Request::new(gateway, HOST, "/");
    first_requests(site, &request)?;
    if once {
        under_load(site, cluster, &request)
    } else {
        dashboard(site, cluster, &request)
    }
}

/// Everything a user does to publish a service.
fn create(site: &Site, cluster: &Cluster) -> Result<SocketAddr> {
    let port = site.port.to_string();
    let endpoints: Vec<String> = site
        .backends
        .iter()
        .map(|backend| backend.address.to_string())
        .collect();
    tell(cluster, &["account", "create", ACCOUNT])?;
    if !site.isolated() {
        cluster.allow_loopback(ACCOUNT)?;
    }
    tell(
        cluster,
        &["ippool", "create", "public", "--range", site.pool],
    )?;
    tell(cluster, &["template", "create", "http", "--pool", "public"])?;
    tell(
        cluster,
        &[
            "-a",
            ACCOUNT,
            "gateway",
            "create",
            "web",
            "--template",
            "http",
            "--port",
            &port,
        ],
    )?;
    let mut backend = vec!["-a", ACCOUNT, "backend", "create", "hello"];
    backend.extend(
        endpoints
            .iter()
            .flat_map(|endpoint| ["--endpoint", endpoint]),
    );
    tell(cluster, &backend)?;
    tell(
        cluster,
        &[
            "-a",
            ACCOUNT,
            "route",
            "create",
            "hello",
            "--gateway",
            "web",
            "--host",
            HOST,
            "--backend",
            "hello",
        ],
    )?;
    tell(
        cluster,
        &[
            "-a",
            ACCOUNT,
            "wait",
            "gateway/web",
            "--for",
            "condition=Programmed",
            "--timeout",
            "20s",
        ],
    )?;
    tell(cluster, &["-a", ACCOUNT, "gateway", "list"])?;
    let address = cluster.gateway_address(&format!("{ACCOUNT}/web"))?;
    Ok(SocketAddr::new(address, site.port))
}

fn first_requests(site: &Site, request: &Request) -> Result<()> {
    println!("Requests from the client to {}:\n", request.gateway);
    for path in ["/", "/cart", "/checkout"] {
        let request = Request {
            path: path.to_owned(),
            ..request.clone()
        };
        let answer = load::ask_until(&site.client, &request, Duration::from_secs(10), |answer| {
            answer.status == 200
        })?;
        println!(
            "  GET http://{HOST}{path}  ->  {} from backend `{}`",
            answer.status,
            answer.backend().unwrap_or_default()
        );
    }
    println!();
    Ok(())
}

/// `--once`: no request may be lost to a route edit and to a backend's removal.
fn under_load(site: &mut Site, cluster: &Cluster, request: &Request) -> Result<ExitCode> {
    println!("{REQUESTS} requests on kept connections, with changes under them:\n");
    let pause = Duration::from_millis(10);
    let volume = Volume {
        workers: 4,
        requests: REQUESTS,
        pause,
    };
    let load = Load::start(&site.client, request, volume);

    wait_for(&load, REQUESTS / 4)?;
    let edited = cluster.folder().join("route.yaml");
    fs::write(&edited, edited_route())?;
    tell(cluster, &["apply", "-f", &edited.display().to_string()])?;

    wait_for(&load, REQUESTS / 2)?;
    let leaving = site.backends[1].address.to_string();
    tell(
        cluster,
        &[
            "-a", ACCOUNT, "backend", "endpoint", "remove", "hello", &leaving,
        ],
    )?;

    let tally = load.finish()?;
    for (backend, count) in &tally.backends {
        println!("  {count} answered by `{backend}`");
    }
    for failure in &tally.failures {
        println!("  {failure}");
    }
    let after = load::ask(&site.client, request)?;
    ensure!(
        after.body.contains("x-edited"),
        "the edited route is not in force: {}",
        after.body
    );
    ensure!(
        after.backend().as_deref() == Some(site.backends[0].name),
        "the removed backend still gets requests"
    );
    println!();
    println!("{}/{} ok", tally.ok, REQUESTS);
    Ok(if tally.ok == REQUESTS {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The route of the demo, with a header for the backend added.
fn edited_route() -> String {
    format!(
        "apiVersion: {}\n\
         kind: Route\n\
         metadata: {{name: hello, account: {ACCOUNT}}}\n\
         spec:\n\
         \x20 parentRefs: [{{name: web}}]\n\
         \x20 hostnames: [{HOST}]\n\
         \x20 http:\n\
         \x20   rules:\n\
         \x20   - filters:\n\
         \x20     - type: RequestHeaderModifier\n\
         \x20       requestHeaderModifier: {{set: [{{name: x-edited, value: \"yes\"}}]}}\n\
         \x20     backendRefs: [{{name: hello}}]\n",
        epic_api::API_VERSION
    )
}

/// Traffic in the background, the dashboard in front, until `q`.
fn dashboard(site: &Site, cluster: &Cluster, request: &Request) -> Result<ExitCode> {
    let context = cluster.context();
    println!(
        "From another terminal: epicctl --context-file {} gateway list -A",
        context.display()
    );
    if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
        println!("No terminal, so no dashboard; `--once` is made for that.");
        return Ok(ExitCode::SUCCESS);
    }
    println!("The dashboard opens; q ends it and takes everything down.");
    std::io::stdout().flush()?;
    // Ten requests a second for at most an hour: the dashboard has something to show, and a
    // terminal that is forgotten does not run for ever.
    let volume = Volume {
        workers: 2,
        requests: 36_000,
        pause: Duration::from_millis(200),
    };
    let load = Load::start(&site.client, request, volume);
    let status = cluster.command(&["-a", ACCOUNT, "dashboard"])?.status();
    let tally = load.stop()?;
    println!(
        "{}/{} ok while the dashboard was open",
        tally.ok, tally.sent
    );
    ensure!(
        status.context("can't run epicctl dashboard")?.success(),
        "the dashboard failed"
    );
    Ok(ExitCode::SUCCESS)
}

fn wait_for(load: &Load, requests: u64) -> Result<()> {
    while load.done() < requests {
        interrupt::check()?;
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}

/// Runs an epicctl command in front of everybody.
fn tell(cluster: &Cluster, arguments: &[&str]) -> Result<()> {
    interrupt::check()?;
    println!("$ epicctl {}", arguments.join(" "));
    let output = cluster.try_epicctl(arguments)?;
    for stream in [&output.stdout, &output.stderr] {
        for line in String::from_utf8_lossy(stream).lines() {
            println!("  {line}");
        }
    }
    println!();
    ensure!(
        output.status.success(),
        "`epicctl {}` ended with {}",
        arguments.join(" "),
        output.status
    );
    Ok(())
}

fn print_logs(cluster: &Cluster) {
    for name in ["epicd", "agent"] {
        let text =
            fs::read_to_string(cluster.logs().join(format!("{name}.log"))).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        eprintln!("--- the end of {name}'s log");
        for line in &lines[lines.len().saturating_sub(20)..] {
            eprintln!("{line}");
        }
    }
}
