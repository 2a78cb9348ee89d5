//! What the benches of traffic stand on: one gateway on loopback, one backend, and its Envoy.

use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use epic_api::client::Client;
use epic_api::route::{HttpBackendRef, HttpRule, HttpRules, ParentRef, RouteSpec};
use epic_api::{Object, RawObject};

use crate::cluster::Cluster;
use crate::interrupt;
use crate::load::{self, Request};
use crate::site::Site;

/// How long one route may take before a bench gives up.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// The backend that is there from the begin.
pub(super) const SHARED: &str = "hello";

/// A gateway `web` with the backend [`SHARED`], and no route.
pub(super) struct Bed {
    /// Where the backends run.
    pub(super) site: Site,
    /// epicd and the agent.
    pub(super) cluster: Cluster,
    /// Where the gateway listens.
    pub(super) gateway: SocketAddr,
    /// epicd's API.
    pub(super) client: Client,
}

impl Bed {
    pub(super) fn make() -> Result<Bed> {
        let mut site = Site::loopback()?;
        let mut cluster = Cluster::start(&site)?;
        site.start_backends(&cluster.logs())?;
        cluster.start_agent()?;
        let port = site.port.to_string();
        let endpoint = site.backends[0].address.to_string();
        cluster.epicctl(&["ippool", "create", "public", "--range", site.pool])?;
        cluster.epicctl(&["template", "create", "http", "--pool", "public"])?;
        let gateway = [
            "gateway",
            "create",
            "web",
            "--template",
            "http",
            "--port",
            &port,
            "--wait",
        ];
        cluster.epicctl(&gateway)?;
        cluster.epicctl(&["backend", "create", SHARED, "--endpoint", &endpoint])?;
        let gateway = SocketAddr::new(cluster.gateway_address("web")?, site.port);
        let client = cluster.client()?;
        Ok(Bed {
            site,
            cluster,
            gateway,
            client,
        })
    }

    /// Applies routes (and backends) of these numbers and waits until the last one answers.
    pub(super) async fn fill(
        &self,
        numbers: std::ops::Range<usize>,
        own_backend: bool,
    ) -> Result<()> {
        let Some(last) = numbers.clone().last() else {
            return Ok(());
        };
        for number in numbers {
            interrupt::check()?;
            for object in self.objects(number, own_backend) {
                self.client.apply(&object, false).await?;
            }
        }
        let http = load::client(PATIENCE)?;
        let request = Request::new(self.gateway, &host(last), "/");
        let deadline = Instant::now() + Duration::from_secs(120);
        while !load::send(&http, &request)
            .await
            .is_ok_and(|answer| answer.status == 200)
        {
            interrupt::check()?;
            if Instant::now() > deadline {
                bail!("{} does not answer after two minutes", request.host);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// A route with a host of its own, after its own backend if it is to have one.
    pub(super) fn objects(&self, number: usize, own_backend: bool) -> Vec<RawObject> {
        let name = format!("b-{number}");
        if !own_backend {
            return vec![route(number, SHARED).to_raw()];
        }
        let endpoint = epic_api::backend::Endpoint {
            address: self.site.backends[0].address.ip(),
            port: self.site.backends[0].address.port(),
            name: None,
            ready: true,
        };
        let spec = epic_api::BackendSpec {
            endpoints: vec![endpoint],
            ..epic_api::BackendSpec::default()
        };
        vec![
            Object::new(Some("default"), &name, spec).to_raw(),
            route(number, &name).to_raw(),
        ]
    }

    /// Resident memory of the gateway's Envoy, in MiB.
    pub(super) fn envoy_mebibytes(&self) -> Result<f64> {
        let pid = self.envoy_pid()?;
        mebibytes(pid)
    }

    /// The Envoy the agent runs.
    pub(super) fn envoy_program(&self) -> Result<std::path::PathBuf> {
        let pid = self.envoy_pid()?;
        Ok(std::fs::read_link(format!("/proc/{pid}/exe"))?)
    }

    fn envoy_pid(&self) -> Result<u32> {
        let folder = self.cluster.folder().display().to_string();
        let is_ours = |path: &Path| {
            let command = std::fs::read(path.join("cmdline")).unwrap_or_default();
            let command = String::from_utf8_lossy(&command);
            let mut words = command.split('\0');
            words.next().is_some_and(|first| first.ends_with("envoy")) && command.contains(&folder)
        };
        std::fs::read_dir("/proc")?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| is_ours(path))
            .find_map(|path| path.file_name()?.to_str()?.parse().ok())
            .context("the gateway has no Envoy")
    }

    /// Ends everything.
    pub(super) fn tear_down(self) -> Result<()> {
        self.cluster.tear_down()
    }
}

/// Resident memory of a process, in MiB.
pub(super) fn mebibytes(pid: u32) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let kibibytes = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|rest| rest.split_whitespace().next())
        .context("no VmRSS")?;
    Ok(kibibytes.parse::<f64>()? / 1024.0)
}

/// The host of a route.
pub(super) fn host(number: usize) -> String {
    format!("r-{number}.example.com")
}

fn route(number: usize, backend: &str) -> Object<RouteSpec> {
    let rule = HttpRule {
        backend_refs: vec![HttpBackendRef {
            name: backend.to_owned(),
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
