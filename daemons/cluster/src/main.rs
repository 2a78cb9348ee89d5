//! epicd.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use epic_cluster::command::Command;

fn main() -> ExitCode {
    let Err(error) = Command::parse().run() else {
        return ExitCode::SUCCESS;
    };
    // Not through anyhow's own report, which adds a backtrace where RUST_BACKTRACE is set: what
    // stands in the way is in the message. With stderr closed there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "epicd: {error:#}");
    ExitCode::FAILURE
}
