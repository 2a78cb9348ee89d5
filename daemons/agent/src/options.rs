//! The command line.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use clap::{Args, Parser, Subcommand, ValueEnum};
use epic_api::context::ContextFile;
use ipnet::{Ipv4Net, Ipv6Net};

use crate::app::AgentOptions;
use crate::cleanup;
use crate::control_plane::Epicd;
use crate::identity::Identity;
use crate::network::Isolation;
use crate::platform;
use crate::serve;

/// Runs on the nodes of an EPIC gateway cluster.
#[derive(Debug, Parser)]
#[command(name = "epic-agent", version, max_term_width = 100)]
pub struct Options {
    /// What to log, like `info` or `epic_agent=debug` (tracing's filter syntax).
    #[arg(long, env = "EPIC_LOG", default_value = "info", global = true)]
    pub log: String,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the gateways that epicd places on this node.
    Gateway(GatewayArgs),
    /// Stop every Envoy that an agent with this state directory started, and remove its traces.
    Cleanup(CleanupArgs),
    /// Print the version.
    Version,
}

#[derive(Args, Debug)]
struct GatewayArgs {
    /// The file that `epicctl node join` wrote: where epicd is, and this node's token.
    #[arg(long, env = "EPIC_CONTEXT")]
    context: PathBuf,
    /// This node's name; the context file's when absent.
    #[arg(long, env = "EPIC_NODE")]
    node: Option<String>,
    #[command(flatten)]
    places: Places,
    /// Envoy; else `envoy` on PATH, else the one in EPIC's cache directory.
    #[arg(long, env = "EPIC_ENVOY")]
    envoy: Option<PathBuf>,
    /// On SIGTERM, too, drain and remove everything (SIGINT always does).
    #[arg(long)]
    drain_on_exit: bool,
}

#[derive(Args, Debug)]
struct CleanupArgs {
    #[command(flatten)]
    places: Places,
}

#[derive(Args, Debug)]
struct Places {
    /// What must outlive a restart: the last good intent of every gateway, private keys included.
    #[arg(long, default_value = "/var/lib/epic-agent")]
    state_dir: PathBuf,
    /// Sockets and logs of Envoys.
    #[arg(long, default_value = "/run/epic-agent")]
    run_dir: PathBuf,
    /// How gateways are kept apart: each in a network namespace, which needs root, or not at all.
    #[arg(long, default_value = "netns")]
    isolation: IsolationArg,
    /// Where the addresses come from that Envoys speak to backends with. IPv4; may be given again
    /// with an IPv6 range.
    #[arg(long, value_name = "CIDR", default_values = ["100.64.0.0/16", "fd00:e91c::/48"])]
    transit: Vec<ipnet::IpNet>,
    /// The user id of the first Envoy, when root; each has one of its own from here on.
    #[arg(long, default_value_t = 60_000)]
    envoy_uid: u32,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum IsolationArg {
    /// A network namespace for each gateway.
    Netns,
    /// This machine's own network.
    None,
}

/// Where the inner addresses of instances come from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Transit {
    /// IPv4.
    pub v4: Option<Ipv4Net>,
    /// IPv6.
    pub v6: Option<Ipv6Net>,
}

impl Options {
    /// Does what the command line says.
    ///
    /// # Errors
    /// What can't be done, and what to do about it.
    pub async fn run(self) -> Result<()> {
        match self.command {
            Command::Gateway(args) => {
                let (options, control_plane) = args.resolve()?;
                serve::run(options, Arc::new(control_plane), args.drain_on_exit).await
            }
            Command::Cleanup(args) => {
                let options = args.places.resolve(String::new(), None);
                let done = cleanup::run(&options).await?;
                tracing::info!("{done}");
                Ok(())
            }
            Command::Version => serve::print_version(),
        }
    }
}

impl GatewayArgs {
    fn resolve(&self) -> Result<(AgentOptions, Epicd)> {
        let path = self.context.display();
        let text = std::fs::read_to_string(&self.context).with_context(|| {
            format!("can't read the context file {path}; `epicctl node join NAME` makes one")
        })?;
        let context: ContextFile = toml::from_str(&text)
            .with_context(|| format!("the context file {path} is not one of EPIC's"))?;
        let node = self.node.clone().or_else(|| context.node.clone());
        let node = node.with_context(|| {
            format!("the context file {path} names no node; give its name with --node")
        })?;
        let options = self.places.resolve(node.clone(), self.envoy.clone());
        let agent_id = platform::agent_id(&options.state_dir)?;
        let identity = Identity::open(context.credentials(), agent_id.clone(), &options.state_dir)?;
        let epicd = Epicd {
            identity,
            node,
            agent_id,
        };
        Ok((options, epicd))
    }
}

impl Places {
    fn resolve(&self, node: String, envoy: Option<PathBuf>) -> AgentOptions {
        let mut transit = Transit::default();
        for range in &self.transit {
            match range {
                ipnet::IpNet::V4(range) => transit.v4 = Some(*range),
                ipnet::IpNet::V6(range) => transit.v6 = Some(*range),
            }
        }
        AgentOptions {
            node,
            state_dir: self.state_dir.clone(),
            run_dir: self.run_dir.clone(),
            envoy,
            isolation: match self.isolation {
                IsolationArg::Netns => Isolation::Netns,
                IsolationArg::None => Isolation::None,
            },
            transit,
            envoy_uid: self.envoy_uid,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Options::command().debug_assert();
    }

    #[test]
    fn a_missing_context_file_says_how_to_make_one() {
        let options = Options::parse_from(["epic-agent", "gateway", "--context", "/nowhere.toml"]);
        let Command::Gateway(args) = options.command else {
            panic!("not the gateway command");
        };
        let error = format!("{:#}", args.resolve().err().unwrap());
        assert!(error.contains("epicctl node join"), "{error}");
    }
}
