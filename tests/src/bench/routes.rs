//! How long a new route takes to answer, with 1,000 others on the gateway.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use epic_api::Object;
use epic_api::client::Client;
use epic_api::route::{HttpBackendRef, HttpRule, HttpRules, ParentRef, RouteSpec};

use super::{Figure, percentile};
use crate::cluster::Cluster;
use crate::interrupt;
use crate::load::{self, Request};
use crate::site::Site;

/// Routes that are there before.
const STANDING: usize = 1_000;
/// Routes that are measured, one after another.
const MEASURED: usize = 200;
/// How long one may take before the bench gives up.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) fn run() -> Result<Vec<Figure>> {
    let mut site = Site::loopback()?;
    let mut cluster = Cluster::start(&site)?;
    site.start_backends(&cluster.logs())?;
    cluster.start_agent()?;
    let port = site.port.to_string();
    let endpoint = site.backends[0].address.to_string();
    cluster.epicctl(&["ippool", "create", "public", "--range", site.pool])?;
    cluster.epicctl(&["template", "create", "http", "--pool", "public"])?;
    cluster.epicctl(&[
        "gateway",
        "create",
        "web",
        "--template",
        "http",
        "--port",
        &port,
    ])?;
    cluster.epicctl(&["backend", "create", "hello", "--endpoint", &endpoint])?;
    let gateway = SocketAddr::new(cluster.gateway_address("web")?, site.port);
    let client = cluster.client()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let measured = runtime.block_on(measure(&client, gateway));
    cluster.tear_down()?;
    let mut measured = measured?;
    Ok(vec![
        Figure::new("p50_ms", percentile(&mut measured.delays, 50), "ms").at_most(8.0),
        Figure::new("p99_ms", percentile(&mut measured.delays, 99), "ms").at_most(25.0),
        Figure::new("other_status", measured.other_status, "count").at_most(0.0),
        Figure::new("apply_p50_ms", percentile(&mut measured.applies, 50), "ms"),
    ])
}

#[derive(Default)]
struct Measured {
    /// From the return of `apply` to the first 200.
    delays: Vec<Duration>,
    /// From the call of `apply` to its return.
    applies: Vec<Duration>,
    /// Answers that were neither 404 before nor 200 after.
    other_status: f64,
}

async fn measure(client: &Client, gateway: SocketAddr) -> Result<Measured> {
    let http = load::client(PATIENCE)?;
    for number in 0..STANDING {
        interrupt::check()?;
        client.apply(&route(number).to_raw(), false).await?;
    }
    let last = Request::new(gateway, &host(STANDING - 1), "/");
    let deadline = Instant::now() + Duration::from_secs(60);
    while !load::send(&http, &last)
        .await
        .is_ok_and(|answer| answer.status == 200)
    {
        interrupt::check()?;
        if Instant::now() > deadline {
            bail!("the {STANDING} standing routes do not answer after a minute");
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mut measured = Measured::default();
    for number in STANDING..STANDING + MEASURED {
        interrupt::check()?;
        let request = Request::new(gateway, &host(number), "/");
        let before = load::send(&http, &request).await?.status;
        if before != 404 {
            measured.other_status += 1.0;
        }
        let begin = Instant::now();
        client.apply(&route(number).to_raw(), false).await?;
        let returned = Instant::now();
        measured.applies.push(returned - begin);
        measured
            .delays
            .push(until_ok(&http, &request, returned, &mut measured.other_status).await?);
    }
    Ok(measured)
}

async fn until_ok(
    http: &reqwest::Client,
    request: &Request,
    since: Instant,
    other_status: &mut f64,
) -> Result<Duration> {
    loop {
        let answer = load::send(http, request)
            .await
            .context("a request was lost")?;
        let elapsed = since.elapsed();
        match answer.status {
            200 => return Ok(elapsed),
            404 => {}
            _ => *other_status += 1.0,
        }
        if elapsed > PATIENCE {
            bail!(
                "{} still answers {} after {PATIENCE:?}",
                request.host,
                answer.status
            );
        }
        tokio::time::sleep(Duration::from_micros(500)).await;
    }
}

fn host(number: usize) -> String {
    format!("r-{number}.example.com")
}

fn route(number: usize) -> Object<RouteSpec> {
    let rule = HttpRule {
        backend_refs: vec![HttpBackendRef {
            name: "hello".to_owned(),
            weight: 1,
            filters: vec![],
        }],
        ..HttpRule::default()
    };
    let spec = RouteSpec {
        parent_refs: vec![ParentRef {
            name: "web".to_owned(),
            ..ParentRef::default()
        }],
        hostnames: vec![host(number)],
        http: Some(HttpRules { rules: vec![rule] }),
        ..RouteSpec::default()
    };
    Object::new(Some("default"), &format!("r-{number}"), spec)
}
