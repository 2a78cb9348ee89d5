//! epicd.

use clap::Parser as _;
use epic_cluster::command::Command;

fn main() -> anyhow::Result<()> {
    Command::parse().run()
}
