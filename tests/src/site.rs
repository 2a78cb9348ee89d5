//! The hosts of the lab: a client, a gateway node and two backends, in namespaces or on loopback.

use std::fs;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context as _, Result};
use ipnet::IpNet;

use crate::netns::{FOLDER, Namespace, Place, connect};
use crate::process::{Daemon, sister};

/// Names of the lab's namespaces begin with this, then the process that made them.
const PREFIX: &str = "lab-";

/// The hosts.
pub struct Site {
    /// Where requests come from.
    pub client: Arc<Place>,
    /// Where the agent runs.
    pub gateway: Arc<Place>,
    /// Where the backends run.
    pub backends: Vec<BackendHost>,
    /// What the pool holds.
    pub pool: &'static str,
    /// A port that an Envoy may listen on here.
    pub port: u16,
}

/// A host with a backend's process.
pub struct BackendHost {
    /// Its name, which its answers carry.
    pub name: &'static str,
    /// Where it listens.
    pub address: SocketAddr,
    place: Place,
    daemon: Option<Daemon>,
}

impl Site {
    /// Namespaces for everybody; needs root.
    pub fn namespaces() -> Result<Site> {
        sweep();
        static SITES: AtomicU32 = AtomicU32::new(0);
        let site = SITES.fetch_add(1, Ordering::Relaxed);
        let name = |host: &str| format!("{PREFIX}{}-{site}-{host}", std::process::id());
        let gateway = Namespace::create(&name("gw"))?;
        let client = Namespace::create(&name("client"))?;
        gateway.forward()?;
        connect(
            (&gateway, "client", net("203.0.113.1/30")),
            (&client, "gw", net("203.0.113.2/30")),
        )?;
        client.default_route(address("203.0.113.1"))?;
        gateway.add_address("client", net("2001:db8:c::1/64"))?;
        client.add_address("gw", net("2001:db8:c::2/64"))?;
        client.default_route(address("2001:db8:c::1"))?;
        let mut backends = Vec::new();
        for (host, near, far) in [
            ("first", "10.10.1.1/24", "10.10.1.2/24"),
            ("second", "10.10.2.1/24", "10.10.2.2/24"),
        ] {
            let namespace = Namespace::create(&name(host))?;
            connect((&gateway, host, net(near)), (&namespace, "gw", net(far)))?;
            namespace.default_route(net(near).addr())?;
            backends.push(BackendHost {
                name: host,
                address: SocketAddr::new(net(far).addr(), 8080),
                place: Place::Namespace(namespace),
                daemon: None,
            });
        }
        Ok(Site {
            client: Arc::new(Place::Namespace(client)),
            gateway: Arc::new(Place::Namespace(gateway)),
            backends,
            pool: "198.51.100.0/24",
            port: 80,
        })
    }

    /// Loopback addresses for everybody; needs nothing.
    pub fn loopback() -> Result<Site> {
        let mut backends = Vec::new();
        for name in ["first", "second"] {
            let address = SocketAddr::from((Ipv4Addr::LOCALHOST, free_port()?));
            backends.push(BackendHost {
                name,
                address,
                place: Place::Host,
                daemon: None,
            });
        }
        Ok(Site {
            client: Arc::new(Place::Host),
            gateway: Arc::new(Place::Host),
            backends,
            pool: "127.77.0.0/24",
            port: 8080,
        })
    }

    /// Whether hosts are namespaces.
    pub fn isolated(&self) -> bool {
        matches!(*self.gateway, Place::Namespace(_))
    }

    /// Starts every backend's process.
    pub fn start_backends(&mut self, logs: &Path) -> Result<()> {
        self.backends
            .iter_mut()
            .try_for_each(|backend| backend.start(logs))
    }
}

impl BackendHost {
    /// Starts the process and waits until it takes connections.
    pub fn start(&mut self, logs: &Path) -> Result<()> {
        let mut command = Command::new(sister("epic-lab")?);
        command.args([
            "backend",
            "--name",
            self.name,
            "--listen",
            &self.address.to_string(),
        ]);
        let log = logs.join(format!("backend-{}.log", self.name));
        let mut daemon = Daemon::start(self.name, &self.place, &mut command, &log)?;
        daemon.wait_until(Duration::from_secs(5), || {
            self.place
                .enter(|| std::net::TcpStream::connect(self.address).is_ok())
                .unwrap_or_default()
        })?;
        self.daemon = Some(daemon);
        Ok(())
    }

    /// Ends the process.
    pub fn stop(&mut self) {
        drop(self.daemon.take());
    }
}

/// A TCP port of loopback that nobody listens on.
pub fn free_port() -> Result<u16> {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .context("can't find a free port on loopback")?;
    Ok(listener.local_addr()?.port())
}

/// Removes namespaces of lab processes that were killed before they could.
fn sweep() {
    let Ok(entries) = fs::read_dir(FOLDER) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let maker = name
            .strip_prefix(PREFIX)
            .and_then(|rest| rest.split_once('-'));
        let Some((pid, _)) = maker else { continue };
        if !Path::new("/proc").join(pid).exists() {
            Namespace::adopt(&name);
        }
    }
}

fn net(text: &str) -> IpNet {
    text.parse().expect("the lab's addresses are well-formed")
}

fn address(text: &str) -> IpAddr {
    text.parse().expect("the lab's addresses are well-formed")
}
