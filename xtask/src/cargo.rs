//! Runs cargo and what it built.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context as _, Result, ensure};

/// Which optimisation.
#[derive(Clone, Copy)]
pub(crate) enum Profile {
    /// Quick to build.
    Dev,
    /// Quick to run.
    Release,
}

impl Profile {
    const fn folder(self) -> &'static str {
        match self {
            Profile::Dev => "debug",
            Profile::Release => "release",
        }
    }
}

/// The repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask lies in the repository")
        .to_owned()
}

/// A cargo command in the repository.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).args(arguments);
    command
}

/// Runs a command that has to succeed.
pub(crate) fn succeed(command: &mut Command) -> Result<()> {
    let name = describe(command);
    let status = command
        .status()
        .with_context(|| format!("can't run `{name}`"))?;
    ensure!(status.success(), "`{name}` failed ({status})");
    Ok(())
}

/// Builds the binaries of packages.
pub(crate) fn build(profile: Profile, packages: &[&str]) -> Result<()> {
    let mut command = cargo(&["build", "--bins"]);
    if let Profile::Release = profile {
        command.arg("--release");
    }
    for package in packages {
        command.args(["--package", package]);
    }
    succeed(&mut command)
}

/// Hands over to the lab's binary, which finds its sisters beside itself.
pub(crate) fn lab(profile: Profile, envoy: &Path, arguments: &[&str]) -> Result<ExitCode> {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let program = target.join(profile.folder()).join("epic-lab");
    let status = Command::new(&program)
        .env("EPIC_ENVOY", envoy)
        .args(arguments)
        .status()
        .with_context(|| format!("can't run {}", program.display()))?;
    Ok(u8::try_from(status.code().unwrap_or(1)).map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Every test; ends with the sum over all test binaries. Network namespaces, ports and a clock are
/// shared, and so are the two cores: one binary after another, as cargo does.
pub(crate) fn test(envoy: &Path, filter: Option<&str>) -> Result<ExitCode> {
    build(
        Profile::Dev,
        &["epic-cli", "epic-cluster", "epic-agent", "epic-tests"],
    )?;
    let mut command = cargo(&["test", "--workspace", "--no-fail-fast"]);
    command
        .args(filter)
        .env("EPIC_ENVOY", envoy)
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    let mut child = command.spawn().context("can't run cargo test")?;
    let stdout = child.stdout.take().context("cargo test has no output")?;
    let mut total = Total::default();
    for line in BufReader::new(stdout).lines() {
        let line = line?;
        println!("{line}");
        total.add(&line);
    }
    let status = child.wait()?;
    println!(
        "\n{} passed, {} failed, {} skipped",
        total.passed, total.failed, total.ignored
    );
    ensure!(total.passed > 0, "no test ran; does the filter fit any?");
    Ok(if status.success() && total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

#[derive(Default)]
struct Total {
    passed: u64,
    failed: u64,
    ignored: u64,
}

impl Total {
    /// Reads libtest's `test result: ok. 3 passed; 0 failed; 0 ignored; …`.
    fn add(&mut self, line: &str) {
        let Some((_, counts)) = line
            .strip_prefix("test result: ")
            .and_then(|rest| rest.split_once(". "))
        else {
            return;
        };
        for count in counts.split("; ") {
            let Some((number, what)) = count.split_once(' ') else {
                continue;
            };
            let Ok(number) = number.parse::<u64>() else {
                continue;
            };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

fn describe(command: &Command) -> String {
    let mut words = vec![Path::new(command.get_program()).file_name().map_or_else(
        || command.get_program().to_string_lossy(),
        |name| name.to_string_lossy(),
    )];
    words.extend(
        command
            .get_args()
            .map(|argument| argument.to_string_lossy()),
    );
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_all_test_binaries_are_added_up() {
        let mut total = Total::default();
        total.add("running 3 tests");
        total.add("test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s");
        total.add("test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out");
        assert_eq!((total.passed, total.failed, total.ignored), (5, 1, 1));
    }
}
