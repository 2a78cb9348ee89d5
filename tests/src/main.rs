//! `epic-lab`: what `cargo xtask demo` and `cargo xtask bench` run.
#![expect(clippy::print_stderr, reason = "a command line tool talks")]

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use epic_tests::{backend, bench, demo};

#[derive(Parser)]
#[command(name = "epic-lab", about = "The lab: EPIC end to end on one machine")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// A gateway cluster with traffic through it.
    Demo {
        /// Without a terminal: 1,000 requests under changes, then the verdict.
        #[arg(long)]
        once: bool,
    },
    /// Measures.
    Bench {
        /// Which; all when absent.
        name: Option<String>,
        /// Also writes the figures there.
        #[arg(long)]
        json: Option<PathBuf>,
    },
    /// Answers HTTP requests; the lab starts it as its backends.
    Backend {
        /// Who to say it is.
        #[arg(long)]
        name: String,
        /// Where to listen.
        #[arg(long)]
        listen: SocketAddr,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Demo { once } => demo::run(once),
        Command::Bench { name, json } => bench::run(name.as_deref(), json.as_deref()),
        Command::Backend { name, listen } => {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build()?;
            runtime
                .block_on(backend::serve(name, listen))
                .map(|()| ExitCode::SUCCESS)
        }
    }
}
