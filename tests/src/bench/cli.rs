//! How long a person waits for epicctl.

use std::time::Instant;

use anyhow::{Result, ensure};
use epic_api::Object;
use epic_api::gateway::{GatewaySpec, Listener, Protocol};

use super::{Figure, percentile};
use crate::cluster::Cluster;
use crate::interrupt;
use crate::site::Site;

const GATEWAYS: usize = 1_000;

pub(super) fn run() -> Result<Vec<Figure>> {
    let site = Site::loopback()?;
    let cluster = Cluster::start(&site)?;
    cluster.epicctl(&["ippool", "create", "public", "--range", "127.77.0.0/20"])?;
    cluster.epicctl(&["template", "create", "http", "--pool", "public"])?;
    let client = cluster.client()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        for number in 0..GATEWAYS {
            interrupt::check()?;
            client.apply(&gateway(number).to_raw(), false).await?;
        }
        anyhow::Ok(())
    })?;
    let version = time(&cluster, &["version", "--client"], 50)?;
    let list = time(&cluster, &["gateway", "list"], 20)?;
    cluster.tear_down()?;
    Ok(vec![
        Figure::new("cli_version_p50_ms", version, "ms").at_most(10.0),
        Figure::new("cli_gateway_list_1000_p50_ms", list, "ms").at_most(100.0),
    ])
}

fn gateway(number: usize) -> Object<GatewaySpec> {
    let listener = Listener {
        name: "http".to_owned(),
        protocol: Protocol::Http,
        port: 8080,
        hostname: None,
        tls: None,
    };
    let spec = GatewaySpec {
        template: "http".to_owned(),
        listeners: vec![listener],
        ..GatewaySpec::default()
    };
    Object::new(Some("default"), &format!("gateway-{number}"), spec)
}

fn time(cluster: &Cluster, arguments: &[&str], times: usize) -> Result<f64> {
    let mut samples = Vec::new();
    for _ in 0..times {
        let mut command = cluster.command(arguments)?;
        let begin = Instant::now();
        let output = command.output()?;
        samples.push(begin.elapsed());
        ensure!(output.status.success(), "epicctl {arguments:?} failed");
    }
    Ok(percentile(&mut samples, 50))
}
