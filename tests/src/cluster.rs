//! A gateway cluster of real processes: epicd, one agent, and epicctl to talk to them.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use epic_api::Gateway;
use epic_api::client::Client;
use epic_api::context::ContextFile;
use nix::sys::signal::Signal;

use crate::netns::Place;
use crate::process::{Daemon, sister};
use crate::relay::Relay;
use crate::site::{Site, free_port};

/// The node's name.
pub const NODE: &str = "gw-1";

/// A gateway cluster in a folder of its own; everything it started is gone when dropped.
pub struct Cluster {
    /// Folder of data, logs and sockets.
    folder: tempfile::TempDir,
    address: SocketAddr,
    gateway: Arc<Place>,
    epicd: Option<Daemon>,
    agent: Option<Daemon>,
    relay: Option<Relay>,
}

impl Cluster {
    /// Sets up a cluster and starts epicd.
    pub fn start(site: &Site) -> Result<Cluster> {
        let folder = tempfile::Builder::new().prefix("epic-lab-").tempdir()?;
        // The agent's Envoys run as users of their own and have to get through to their sockets.
        std::fs::set_permissions(
            folder.path(),
            std::os::unix::fs::PermissionsExt::from_mode(0o711),
        )?;
        let address = SocketAddr::from(([127, 0, 0, 1], free_port()?));
        let mut cluster = Cluster {
            folder,
            address,
            gateway: Arc::clone(&site.gateway),
            epicd: None,
            agent: None,
            relay: None,
        };
        std::fs::create_dir(cluster.logs())?;
        let init = Command::new(sister("epicd")?)
            .args(["init", "--listen", &address.to_string(), "--data-dir"])
            .arg(cluster.data())
            .output()?;
        ensure!(
            init.status.success(),
            "epicd init: {}",
            String::from_utf8_lossy(&init.stderr)
        );
        cluster.start_epicd()?;
        if site.isolated() {
            cluster.relay = Some(Relay::start(&site.gateway, address)?);
        } else {
            cluster.allow_loopback("default")?;
        }
        Ok(cluster)
    }

    /// Lets an account, which is made if there is none, have backends on loopback: without
    /// namespaces they are where the cluster itself is.
    pub fn allow_loopback(&self, account: &str) -> Result<()> {
        let file = self.folder.path().join("account.yaml");
        let manifest = format!(
            "apiVersion: epic-gateway.org/v1alpha1\nkind: Account\nmetadata: {{name: {account}}}\n\
             spec: {{allowedNetworks: [127.0.0.0/8]}}\n"
        );
        std::fs::write(&file, manifest)?;
        self.epicctl(&["apply", "-f", &file.display().to_string()])?;
        Ok(())
    }

    /// Where the daemons write what they have to say.
    pub fn logs(&self) -> PathBuf {
        self.folder.path().join("logs")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("epicd")
    }

    /// The admin's context file.
    pub fn context(&self) -> PathBuf {
        self.data().join("admin-context.toml")
    }

    /// A client with the admin's token.
    pub fn client(&self) -> Result<Client> {
        let text = std::fs::read_to_string(self.context())?;
        let context: ContextFile = toml::from_str(&text)?;
        Ok(Client::new(&context.credentials())?)
    }

    /// Starts epicd and waits until it answers.
    pub fn start_epicd(&mut self) -> Result<()> {
        let mut command = Command::new(sister("epicd")?);
        command.args(["serve", "--data-dir"]).arg(self.data());
        let log = self.logs().join("epicd.log");
        let mut daemon = Daemon::start("epicd", &Place::Host, &mut command, &log)?;
        let address = self.address;
        daemon.wait_until(Duration::from_secs(20), || {
            std::net::TcpStream::connect(address).is_ok()
        })?;
        self.epicd = Some(daemon);
        Ok(())
    }

    /// Enrols the node, if it is not yet, and starts its agent.
    pub fn start_agent(&mut self) -> Result<()> {
        let context = self.folder.path().join("agent-context.toml");
        if !context.exists() {
            let out = context.display().to_string();
            self.epicctl(&["node", "join", NODE, "--out", &out])?;
        }
        let mut command = Command::new(sister("epic-agent")?);
        command
            .args(["gateway", "--node", NODE, "--context"])
            .arg(&context);
        self.agent_options(&mut command);
        let log = self.logs().join("agent.log");
        self.agent = Some(Daemon::start(
            "epic-agent",
            &self.gateway,
            &mut command,
            &log,
        )?);
        Ok(())
    }

    /// Waits until the node is ready; an agent that gave up says why.
    pub fn wait_for_agent(&mut self) -> Result<()> {
        let Some(mut agent) = self.agent.take() else {
            return Ok(());
        };
        let node = format!("node/{NODE}");
        let wait = ["wait", &node, "--for", "condition=Ready", "--timeout", "1s"];
        let ready = || {
            self.try_epicctl(&wait)
                .is_ok_and(|output| output.status.success())
        };
        let outcome = agent.wait_until(Duration::from_secs(15), ready);
        self.agent = Some(agent);
        outcome
    }

    fn agent_options(&self, command: &mut Command) {
        let isolated = matches!(*self.gateway, Place::Namespace(_));
        command.args(["--isolation", if isolated { "netns" } else { "none" }]);
        command.arg("--state-dir").arg(self.agent_state());
        command.arg("--run-dir").arg(self.folder.path().join("run"));
    }

    /// Where the agent keeps its last good intent.
    pub fn agent_state(&self) -> PathBuf {
        self.folder.path().join("agent")
    }

    /// The agent's process.
    pub fn agent(&mut self) -> Option<Daemon> {
        self.agent.take()
    }

    /// epicd's process.
    pub fn epicd(&mut self) -> Option<Daemon> {
        self.epicd.take()
    }

    /// An `epicctl` that talks to this cluster.
    pub fn command(&self, arguments: &[&str]) -> Result<Command> {
        let mut command = Command::new(sister("epicctl")?);
        command
            .arg("--context-file")
            .arg(self.context())
            .args(arguments);
        command.env("EPICCTL_CONFIG", self.folder.path().join("epicctl.toml"));
        command
            .env("XDG_STATE_HOME", self.folder.path())
            .env("XDG_CACHE_HOME", self.folder.path());
        Ok(command)
    }

    /// Runs an epicctl command that may fail.
    pub fn try_epicctl(&self, arguments: &[&str]) -> Result<Output> {
        Ok(self.command(arguments)?.stdin(Stdio::null()).output()?)
    }

    /// Runs an epicctl command that has to succeed, and returns what it printed.
    pub fn epicctl(&self, arguments: &[&str]) -> Result<String> {
        let output = self.try_epicctl(arguments)?;
        ensure!(
            output.status.success(),
            "`epicctl {}` ended with {}:\n{}",
            arguments.join(" "),
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).context("epicctl printed bytes that are not UTF-8")
    }

    /// A gateway as epicctl shows it: of the account `default`, or `ACCOUNT/NAME`.
    pub fn gateway(&self, name: &str) -> Result<Gateway> {
        Ok(serde_json::from_str(
            &self.epicctl(&["gateway", "get", name, "-o", "json"])?,
        )?)
    }

    /// The addresses of a gateway; at least one.
    pub fn gateway_addresses(&self, name: &str) -> Result<Vec<IpAddr>> {
        let status = self.gateway(name)?.status.unwrap_or_default();
        ensure!(
            !status.addresses.is_empty(),
            "gateway {name} has no address: {status:?}"
        );
        Ok(status
            .addresses
            .iter()
            .map(|address| address.value)
            .collect())
    }

    /// The first address of a gateway.
    pub fn gateway_address(&self, name: &str) -> Result<IpAddr> {
        Ok(self.gateway_addresses(name)?[0])
    }

    /// The uid of a gateway, which names what the agent made for it.
    pub fn gateway_uid(&self, name: &str) -> Result<String> {
        self.gateway(name)?
            .metadata
            .uid
            .with_context(|| format!("gateway {name} has no uid"))
    }

    /// Stops everything and says what did not go well; dropping does the same without a word.
    pub fn tear_down(mut self) -> Result<()> {
        self.end()
    }

    fn end(&mut self) -> Result<()> {
        let agent = self.agent.take().map(|agent| agent.stop(Signal::SIGINT));
        // What the agent left, because it was killed or would not end.
        let cleanup = if self.agent_state().exists() {
            let mut cleanup = Command::new(sister("epic-agent")?);
            cleanup.arg("cleanup").stdin(Stdio::null());
            self.agent_options(&mut cleanup);
            Some(self.gateway.enter(|| cleanup.output())??)
        } else {
            None
        };
        let epicd = self.epicd.take().map(|epicd| epicd.stop(Signal::SIGTERM));
        drop(self.relay.take());
        agent.transpose()?;
        epicd.transpose()?;
        if let Some(output) = cleanup {
            ensure!(
                output.status.success(),
                "epic-agent cleanup: {}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
        Ok(())
    }

    /// The folder of everything.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // A test that failed has said why; here only nothing may stay.
        let _ended = self.end();
    }
}
