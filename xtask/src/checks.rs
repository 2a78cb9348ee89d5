//! What must hold of the tree besides its tests.

use anyhow::{Context as _, Result};

use crate::cargo::{cargo, succeed};
use crate::setup;

/// Format, lints, dependency policy, generated files.
pub(crate) fn lint() -> Result<()> {
    step("format");
    succeed(&mut cargo(&["fmt", "--all", "--check"]))?;
    step("lints");
    succeed(&mut cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "--deny",
        "warnings",
    ]))?;
    step("dependency policy");
    setup::cargo_deny()?;
    // Advisories need the advisory database, which a closed network does not have.
    succeed(&mut cargo(&[
        "deny",
        "--log-level",
        "error",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))?;
    step("generated files");
    generate(true)
}

/// Writes the completions and man pages, or says which are not current. The test that compares them
/// is the one that knows how to write them.
pub(crate) fn generate(check: bool) -> Result<()> {
    let mut command = cargo(&[
        "test",
        "--quiet",
        "--package",
        "epic-cli",
        "--test",
        "grammar",
        "current",
    ]);
    if !check {
        command.env("EPIC_BLESS", "1");
    }
    succeed(&mut command).context("completions/ or man/ is not current; run `cargo xtask generate`")
}

fn step(name: &str) {
    println!("==> {name}");
}
