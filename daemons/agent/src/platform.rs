//! What the machine must offer, checked before anything starts, with a way out in every refusal.

use std::fs::{self, File, OpenOptions};
use std::net::IpAddr;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use nix::fcntl::{Flock, FlockArg};
use tokio::process::Command;
use tokio::time::timeout;

use crate::network::Isolation;

/// Linux's limit for the path of a socket, with its closing zero.
const SOCKET_PATH: usize = 108;
/// The longest file the agent puts below the run directory: `/UID/admin.sock`.
const BELOW_RUN_DIR: usize = 1 + 36 + "/admin.sock".len();

/// An Envoy that can be run.
#[derive(Clone, Debug)]
pub struct EnvoyBinary {
    /// Where.
    pub path: PathBuf,
    /// Its version, like `1.40.0`.
    pub version: String,
}

/// Finds Envoy: the one given, else `envoy` on PATH, else the one that EPIC keeps in the user's
/// cache directory.
///
/// # Errors
/// There is none, or it does not run.
pub async fn find_envoy(given: Option<&Path>) -> Result<EnvoyBinary> {
    let path = match given {
        Some(path) => {
            ensure!(
                is_executable(path),
                "{} is not a program; give Envoy's path with --envoy or EPIC_ENVOY",
                path.display()
            );
            path.to_owned()
        }
        None => candidates()
            .into_iter()
            .find(|path| is_executable(path))
            .context(
                "found no Envoy: give its path with --envoy or EPIC_ENVOY, or put `envoy` on PATH",
            )?,
    };
    let path = fs::canonicalize(&path).with_context(|| format!("can't read {}", path.display()))?;
    if nix::unistd::geteuid().is_root()
        && let Some(closed) = closed_to_others(&path)
    {
        bail!(
            "each Envoy runs as a user of its own, and such a user can't run {}, because {} is closed to \
             others; put Envoy where everybody can run it, like /usr/local/bin",
            path.display(),
            closed.display()
        );
    }
    let output = Command::new(&path)
        .arg("--version")
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output();
    let output = timeout(Duration::from_secs(20), output)
        .await
        .with_context(|| format!("{} --version does not end", path.display()))?
        .with_context(|| format!("can't run {}", path.display()))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let version = envoy_version(&text)
        .with_context(|| format!("{} does not say that it is Envoy", path.display()))?;
    Ok(EnvoyBinary { path, version })
}

fn candidates() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).map(|directory| directory.join("envoy"));
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = std::env::var_os("HOME").map(|home| Path::new(&home).join(".cache"));
    let cached = cache.into_iter().chain(home);
    on_path
        .chain(cached.map(|directory| directory.join("epic").join("envoy")))
        .collect()
}

fn is_executable(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

/// The first part of the path that users other than its owner can't pass.
fn closed_to_others(path: &Path) -> Option<&Path> {
    let mut parts: Vec<&Path> = path.ancestors().collect();
    parts.reverse();
    parts.into_iter().find(|part| {
        fs::metadata(part).is_ok_and(|metadata| metadata.permissions().mode() & 0o001 == 0)
    })
}

/// From `envoy  version: <commit>/1.40.0/Clean/RELEASE/BoringSSL`.
fn envoy_version(text: &str) -> Option<String> {
    let (_, build) = text.split_once("version: ")?;
    let version = build.split('/').nth(1)?;
    let is_version = version.split('.').count() == 3 && version.starts_with(char::is_numeric);
    is_version.then(|| version.to_owned())
}

/// A right that gateways in namespaces need: its number in `linux/capability.h`, and what for.
const CAPABILITIES: [(u32, &str, &str); 6] = [
    (0, "CAP_CHOWN", "give each Envoy its own files"),
    (
        5,
        "CAP_KILL",
        "stop Envoys, which run as users of their own",
    ),
    (6, "CAP_SETGID", "start Envoys as groups of their own"),
    (7, "CAP_SETUID", "start Envoys as users of their own"),
    (12, "CAP_NET_ADMIN", "make interfaces and routes"),
    (21, "CAP_SYS_ADMIN", "make network namespaces"),
];

/// Checks that gateways can be kept apart as asked.
///
/// # Errors
/// A capability is missing; says which, and for what.
pub fn check_rights(isolation: Isolation) -> Result<()> {
    if matches!(isolation, Isolation::None) {
        return Ok(());
    }
    let status = fs::read_to_string("/proc/self/status").context("can't read /proc/self/status")?;
    let missing = missing_capabilities(&status);
    ensure!(
        missing.is_empty(),
        "may not {}; run as root, give the service these capabilities, or use `--isolation none` \
         (gateways then share this machine's network)",
        missing.join(", ")
    );
    Ok(())
}

fn missing_capabilities(status: &str) -> Vec<String> {
    let effective = status
        .lines()
        .find_map(|line| line.strip_prefix("CapEff:"))
        .and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .unwrap_or(0);
    CAPABILITIES
        .iter()
        .filter(|(bit, _, _)| effective & (1 << bit) == 0)
        .map(|(_, name, purpose)| format!("{purpose} ({name} is missing)"))
        .collect()
}

/// Whether Envoys can be given users of their own.
pub fn may_change_user() -> bool {
    nix::unistd::geteuid().is_root()
}

/// A directory for one agent alone. The lock goes when this does.
#[derive(Debug)]
pub struct StateLock(#[expect(dead_code, reason = "held, not read")] Flock<File>);

/// Takes the state directory, making it where it is missing.
///
/// # Errors
/// Another agent has it, or it can't be made.
pub fn lock_state(state_dir: &Path) -> Result<StateLock> {
    make_directory(state_dir, 0o700)?;
    let path = state_dir.join("lock");
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(&path)
        .with_context(|| format!("can't open {}", path.display()))?;
    match Flock::lock(file, FlockArg::LockExclusiveNonblock) {
        Ok(lock) => Ok(StateLock(lock)),
        Err((_, nix::errno::Errno::EWOULDBLOCK)) => bail!(
            "another epic-agent uses the state directory {}; stop it first, or give this one a \
             directory of its own with --state-dir",
            state_dir.display()
        ),
        Err((_, error)) => Err(error).with_context(|| format!("can't lock {}", path.display())),
    }
}

/// What tells this agent from every other, made once and kept in the state directory: two agents
/// must not serve as one node.
///
/// # Errors
/// It can't be read or written.
pub fn agent_id(state_dir: &Path) -> Result<String> {
    make_directory(state_dir, 0o700)?;
    let path = state_dir.join("agent-id");
    let known = fs::read_to_string(&path).unwrap_or_default();
    if !known.trim().is_empty() {
        return Ok(known.trim().to_owned());
    }
    let id = fs::read_to_string("/proc/sys/kernel/random/uuid")
        .context("can't read /proc/sys/kernel/random/uuid")?;
    fs::write(&path, &id).with_context(|| format!("can't write {}", path.display()))?;
    Ok(id.trim().to_owned())
}

/// Makes the run directory. Others may pass through it, each to its own files, and not look around.
///
/// # Errors
/// It can't be made, or its path is too long for sockets below it.
pub fn prepare_run_dir(run_dir: &Path) -> Result<()> {
    ensure!(
        run_dir.as_os_str().len() + BELOW_RUN_DIR < SOCKET_PATH,
        "the run directory's path {} is too long for sockets in it: {} bytes at most, give a \
         shorter one with --run-dir",
        run_dir.display(),
        SOCKET_PATH - BELOW_RUN_DIR - 1
    );
    make_directory(run_dir, 0o711)
}

fn make_directory(path: &Path, mode: u32) -> Result<()> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(mode)
        .create(path)
        .with_context(|| format!("can't make the directory {}", path.display()))?;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
        .with_context(|| format!("can't set the mode of {}", path.display()))
}

/// Checks a node's name: an RFC 1123 label.
///
/// # Errors
/// It is none.
pub fn check_node_name(name: &str) -> Result<()> {
    let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    ensure!(
        (1..=63).contains(&name.len())
            && name.bytes().all(inner)
            && !name.starts_with('-')
            && !name.ends_with('-'),
        "`{name}` can't be a node's name: lower-case letters, digits and `-`, at most 63, a letter \
         or digit first and last (RFC 1123)"
    );
    Ok(())
}

/// The kernel's release, like `6.18.5`.
pub fn kernel_release() -> String {
    let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    release.trim().to_owned()
}

/// The machine's own addresses that others can reach, sorted; `transit` interfaces are the
/// gateways'.
pub fn node_addresses() -> Vec<IpAddr> {
    let Ok(interfaces) = nix::ifaddrs::getifaddrs() else {
        return Vec::new();
    };
    let mut addresses: Vec<IpAddr> = interfaces
        .filter(|interface| !interface.interface_name.starts_with("epic"))
        .filter_map(|interface| {
            let storage = interface.address?;
            let v4 = storage.as_sockaddr_in().map(|v4| IpAddr::from(v4.ip()));
            v4.or_else(|| storage.as_sockaddr_in6().map(|v6| IpAddr::from(v6.ip())))
        })
        .filter(|address| !address.is_loopback() && !is_link_local(address))
        .collect();
    addresses.sort_unstable();
    addresses.dedup();
    addresses
}

fn is_link_local(address: &IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_link_local(),
        IpAddr::V6(v6) => v6.is_unicast_link_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_from_what_envoy_says() {
        let text = "\n/usr/bin/envoy  version: 4dd8f6a1/1.40.0/Clean/RELEASE/BoringSSL\n\n";
        assert_eq!(envoy_version(text).as_deref(), Some("1.40.0"));
        assert_eq!(envoy_version("bash, version 5.2"), None);
        assert_eq!(envoy_version("tool version: a/b"), None);
    }

    #[test]
    fn a_program_in_a_closed_folder_is_found_out_before_envoy_is_started_as_another_user() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("envoy");
        fs::write(&program, "").unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();

        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
        assert_eq!(closed_to_others(&program), Some(folder.path()));
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o711)).unwrap();
        assert_eq!(closed_to_others(&program), None);
    }

    #[test]
    fn missing_capabilities_are_named_with_what_they_are_for() {
        assert!(missing_capabilities("CapEff:\t000001ffffffffff\n").is_empty());
        let all_but_net_admin = format!("CapEff:\t{:016x}\n", !(1_u64 << 12));
        assert_eq!(
            missing_capabilities(&all_but_net_admin),
            ["make interfaces and routes (CAP_NET_ADMIN is missing)"]
        );
        assert_eq!(missing_capabilities("").len(), CAPABILITIES.len());
    }

    #[test]
    fn two_agents_cannot_share_a_state_directory() {
        let directory = tempfile::tempdir().unwrap();
        let first = lock_state(directory.path()).unwrap();
        let refused = lock_state(directory.path()).unwrap_err().to_string();
        assert!(refused.contains("--state-dir"), "{refused}");
        drop(first);
        lock_state(directory.path()).unwrap();
    }

    #[test]
    fn an_agent_keeps_its_id_and_another_has_another() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let id = agent_id(one.path()).unwrap();
        assert_eq!(agent_id(one.path()).unwrap(), id);
        assert_ne!(agent_id(other.path()).unwrap(), id);
    }

    #[test]
    fn a_run_directory_too_deep_for_sockets_is_refused_at_once() {
        let deep = format!("/tmp/{}", "x".repeat(60));
        let refused = prepare_run_dir(Path::new(&deep)).unwrap_err().to_string();
        assert!(refused.contains("--run-dir"), "{refused}");
    }

    #[test]
    fn node_names_are_labels() {
        for good in ["gw-1", "a", "0"] {
            check_node_name(good).unwrap();
        }
        for bad in ["", "-a", "a-", "A", "a.b", "a/b", &"a".repeat(64)] {
            assert!(check_node_name(bad).is_err(), "{bad}");
        }
    }
}
