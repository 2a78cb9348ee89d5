//! `cargo xtask …`: everything a newcomer or a CI machine does with this repository.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool talks"
)]

mod cargo;
mod checks;
mod setup;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

/// EPIC's chores. `demo` and `test` are all a newcomer needs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// A gateway cluster on this machine, with traffic through it and the dashboard in front.
    Demo(Demo),
    /// Every test there is, the lab's included.
    Test(Test),
    /// Format, lints, dependency policy, generated files: everything but the tests.
    Lint,
    /// `lint`, then `test`.
    Ci,
    /// Writes the files that are made from the code: completions and man pages.
    Generate {
        /// Writes nothing; fails if a committed file is not current.
        #[arg(long)]
        check: bool,
    },
    /// Measures; prints a table.
    Bench(Bench),
    /// Installs what the other commands need, and says what.
    Setup,
}

#[derive(Args)]
struct Demo {
    /// Without a terminal: requests under a route edit and a backend removal, then the verdict.
    #[arg(long)]
    once: bool,
}

#[derive(Args)]
struct Test {
    /// Only tests whose name contains this.
    filter: Option<String>,
}

#[derive(Args)]
struct Bench {
    /// Which (`routes`, `cli`); all when absent.
    name: Option<String>,
    /// Also writes the figures as an array of {name, value, unit}.
    #[arg(long, value_name = "FILE")]
    json: Option<std::path::PathBuf>,
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            for cause in error.chain().skip(1) {
                eprintln!("  cause: {cause}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Demo(demo) => {
            let envoy = setup::envoy()?;
            cargo::build(
                cargo::Profile::Dev,
                &["epic-cli", "epic-cluster", "epic-agent", "epic-tests"],
            )?;
            let arguments = if demo.once {
                vec!["demo", "--once"]
            } else {
                vec!["demo"]
            };
            cargo::lab(cargo::Profile::Dev, &envoy, &arguments)
        }
        Command::Test(test) => {
            setup::require_root_for_the_lab()?;
            let envoy = setup::envoy()?;
            cargo::test(&envoy, test.filter.as_deref())
        }
        Command::Lint => checks::lint().map(|()| ExitCode::SUCCESS),
        Command::Ci => {
            checks::lint()?;
            run(Command::Test(Test { filter: None }))
        }
        Command::Generate { check } => checks::generate(check).map(|()| ExitCode::SUCCESS),
        Command::Bench(bench) => {
            let envoy = setup::envoy()?;
            let release = cargo::Profile::Release;
            cargo::build(
                release,
                &["epic-cli", "epic-cluster", "epic-agent", "epic-tests"],
            )?;
            let json = bench.json.map(|file| file.display().to_string());
            let mut arguments = vec!["bench"];
            arguments.extend(bench.name.as_deref());
            arguments.extend(json.iter().flat_map(|file| ["--json", file]));
            cargo::lab(release, &envoy, &arguments)
        }
        Command::Setup => {
            let envoy = setup::envoy()?;
            setup::cargo_deny()?;
            println!("ready; Envoy is {}", envoy.display());
            Ok(ExitCode::SUCCESS)
        }
    }
}
