//! What must hold of the tree besides its tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::cargo::{cargo, root, succeed};
use crate::setup;

/// Files that are made from the code, and the folders they are committed in.
const GENERATED: [&str; 2] = ["completions", "man"];

/// Format, lints, dependency policy, generated files.
pub(crate) fn lint() -> Result<()> {
    step("format");
    succeed(&mut cargo(&["fmt", "--all", "--check"]))?;
    step("lints");
    succeed(&mut cargo(&[
        "clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings",
    ]))?;
    step("dependency policy");
    setup::cargo_deny()?;
    // Advisories need the advisory database, which a closed network does not have.
    succeed(&mut cargo(&["deny", "--log-level", "error", "check", "bans", "licenses", "sources"]))?;
    step("generated files");
    generate(true)
}

/// Writes the generated files, or says which are not current.
pub(crate) fn generate(check: bool) -> Result<()> {
    let staging = root().join("target/generated");
    if staging.exists() {
        fs::remove_dir_all(&staging)?;
    }
    fs::create_dir_all(&staging)?;
    succeed(
        cargo(&["run", "--quiet", "--package", "epic-cli", "--bin", "epicctl", "--", "generate"])
            .arg(&staging),
    )?;
    for folder in GENERATED {
        let (new, old) = (read_all(&staging.join(folder))?, read_all(&root().join(folder))?);
        if new == old {
            continue;
        }
        if check {
            bail!("{folder}/ is not current; run `cargo xtask generate` and commit the result");
        }
        let target = root().join(folder);
        for name in old.keys().filter(|name| !new.contains_key(*name)) {
            fs::remove_file(target.join(name))?;
        }
        for (name, content) in &new {
            fs::write(target.join(name), content)?;
        }
        println!("generate: {folder}/ is current again");
    }
    Ok(())
}

fn read_all(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let entries = fs::read_dir(folder).with_context(|| format!("can't read {}", folder.display()))?;
    let mut files = BTreeMap::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().context("a file without a name")?;
        files.insert(PathBuf::from(name), fs::read(&path)?);
    }
    Ok(files)
}

fn step(name: &str) {
    println!("==> {name}");
}
