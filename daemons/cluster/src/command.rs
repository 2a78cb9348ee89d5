//! epicd's command line.

use std::io::{self, IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

use crate::app::{self, ServeOptions};
use crate::backup::{RestoreOptions, restore};
use crate::data_dir::DataDir;
use crate::init::{InitOptions, init};
use crate::server::Limits;
use crate::store::sqlite::{key_file, rotate_key};

/// The API server of an EPIC gateway cluster.
#[derive(Debug, Parser)]
#[command(name = "epicd", version)]
pub struct Command {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make a new gateway cluster: CA, server certificate, database, first admin
    Init {
        /// The folder to make
        #[arg(
            long,
            value_name = "DIR",
            default_value = "/var/lib/epicd",
            env = "EPIC_DATA_DIR"
        )]
        data_dir: PathBuf,
        /// Where the API will be served
        #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:7443")]
        listen: SocketAddr,
        /// A name or address clients use besides the listen address; may be repeated
        #[arg(long = "server-name", value_name = "NAME")]
        server_names: Vec<String>,
    },
    /// Serve the API
    Serve {
        /// The folder `epicd init` made
        #[arg(
            long,
            value_name = "DIR",
            default_value = "/var/lib/epicd",
            env = "EPIC_DATA_DIR"
        )]
        data_dir: PathBuf,
        /// Where to listen instead of where `epicd init` was told
        #[arg(long, value_name = "ADDRESS:PORT")]
        listen: Option<SocketAddr>,
        /// A network of the cluster itself, which endpoints may not lie in unless their account says
        /// so; may be repeated. Loopback and link-local addresses, nodes, pools and the agents'
        /// default transit ranges go without saying
        #[arg(long = "own-network", value_name = "CIDR")]
        own_networks: Vec<ipnet::IpNet>,
        /// How long the certificates of agents are good for; they renew them by themselves
        #[arg(long, value_name = "DURATION", default_value = "24h")]
        agent_certificates: epic_api::Duration,
        /// Reads of one user in a second; for ten seconds' worth at once
        #[arg(long, value_name = "NUMBER", default_value_t = 2000)]
        reads_per_second: u32,
        /// Writes of one user in a second; for ten seconds' worth at once. A batch is one
        #[arg(long, value_name = "NUMBER", default_value_t = 2000)]
        writes_per_second: u32,
        /// Watches of one user at once
        #[arg(long, value_name = "NUMBER", default_value_t = 512)]
        watches: usize,
    },
    /// Make a data folder from a backup
    Restore {
        /// What `epicctl backup create` wrote
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The folder to make
        #[arg(
            long,
            value_name = "DIR",
            default_value = "/var/lib/epicd",
            env = "EPIC_DATA_DIR"
        )]
        data_dir: PathBuf,
        /// The `seal.key` of the cluster that was backed up; the folder's own without it
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
        /// Replace what is in the folder
        #[arg(long)]
        force: bool,
    },
    /// Seal the private keys in the store with a new key; epicd must be stopped
    RotateKey {
        /// The folder `epicd init` made
        #[arg(
            long,
            value_name = "DIR",
            default_value = "/var/lib/epicd",
            env = "EPIC_DATA_DIR"
        )]
        data_dir: PathBuf,
    },
    /// Print the version
    Version,
}

impl Command {
    /// Does what the command line says.
    ///
    /// # Errors
    /// Whatever stands in the way, for people to read.
    pub fn run(self) -> anyhow::Result<()> {
        match self.action {
            Action::Version => print(&format!("epicd {}", env!("CARGO_PKG_VERSION"))),
            Action::Init {
                data_dir,
                listen,
                server_names,
            } => {
                let options = InitOptions {
                    data_dir,
                    listen,
                    server_names,
                };
                let context = runtime()?.block_on(init(&options))?;
                print(&format!(
                    "A new gateway cluster is in {data}\n\n\
                     Start it:   epicd serve --data-dir {data}\n\
                     Use it:     epicctl context import {context}",
                    data = options.data_dir.display(),
                    context = context.display(),
                ))
            }
            Action::Restore {
                file,
                data_dir,
                key,
                force,
            } => {
                let options = RestoreOptions {
                    file,
                    data_dir,
                    key,
                    force,
                };
                let revision = restore(&options)?;
                print(&format!(
                    "The cluster is in {data} and goes on from revision {revision}\n\n\
                     Start it:   epicd serve --data-dir {data}",
                    data = options.data_dir.display(),
                ))
            }
            Action::RotateKey { data_dir } => {
                let data_dir = DataDir::new(&data_dir);
                data_dir.settings()?;
                let _lock = data_dir.lock()?;
                let count = rotate_key(&data_dir.database())?;
                print(&format!(
                    "{count} secrets are sealed with a new key, in {}. Keep a copy of it where the \
                     backups are not; older backups need the old one.",
                    key_file(&data_dir.database()).display(),
                ))
            }
            Action::Serve {
                data_dir,
                listen,
                own_networks,
                agent_certificates,
                reads_per_second,
                writes_per_second,
                watches,
            } => {
                log_to_stderr();
                runtime()?.block_on(app::serve(ServeOptions {
                    listen,
                    own_networks,
                    agent_certificates: agent_certificates.to_std(),
                    limits: Limits {
                        reads: reads_per_second.into(),
                        writes: writes_per_second.into(),
                        watches,
                        ..Limits::default()
                    },
                    ..ServeOptions::new(data_dir)
                }))
            }
        }
    }
}

fn runtime() -> io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
}

/// `EPIC_LOG=debug`, or per module as in `EPIC_LOG=epic_cluster::server=debug`.
fn log_to_stderr() {
    let filter = EnvFilter::try_from_env("EPIC_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        // Its own complaints go to stderr by a macro that panics when stderr is closed.
        .log_internal_errors(false)
        .init();
}

fn print(text: &str) -> anyhow::Result<()> {
    writeln!(io::stdout(), "{text}")?;
    Ok(())
}
