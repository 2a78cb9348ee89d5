//! The first thing a newcomer runs.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::process::CommandExt as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use epic_tests::process::sister;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

#[test]
fn the_demo_loses_no_request_and_leaves_nothing_behind() {
    let _lab = crate::the_lab();
    let before = traces();

    let output = Command::new(sister("epic-lab").unwrap())
        .args(["demo", "--once"])
        .stdin(Stdio::null())
        .output()
        .unwrap();

    let (stdout, stderr) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{stdout}\n{stderr}");
    assert!(
        stdout.lines().any(|line| line == "1000/1000 ok"),
        "{stdout}\n{stderr}"
    );
    assert_eq!(traces(), before);
}

#[test]
fn the_demo_runs_without_root_and_says_what_is_reduced() {
    let _lab = crate::the_lab();
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(
        folder.path(),
        std::os::unix::fs::PermissionsExt::from_mode(0o755),
    )
    .unwrap();
    for program in ["epic-lab", "epicd", "epic-agent", "epicctl"] {
        fs::copy(sister(program).unwrap(), folder.path().join(program)).unwrap();
    }
    let envoy = std::env::var_os("EPIC_ENVOY").expect("EPIC_ENVOY is set by `cargo xtask test`");
    fs::copy(envoy, folder.path().join("envoy")).unwrap();

    let output = Command::new(folder.path().join("epic-lab"))
        .args(["demo", "--once"])
        .env("EPIC_ENVOY", folder.path().join("envoy"))
        .env("HOME", "/nonexistent")
        .uid(65534)
        .gid(65534)
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();

    let (stdout, stderr) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{stdout}\n{stderr}");
    assert!(stdout.contains("Not root, so reduced"), "{stdout}");
    assert!(
        stdout.lines().any(|line| line == "1000/1000 ok"),
        "{stdout}\n{stderr}"
    );
}

#[test]
fn ctrl_c_in_the_middle_of_the_demo_leaves_nothing_behind() {
    let _lab = crate::the_lab();
    let before = traces();
    let mut demo = Command::new(sister("epic-lab").unwrap())
        .args(["demo", "--once"])
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let deadline = Instant::now() + Duration::from_secs(20);
    while traces() == before && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_secs(2));

    kill(Pid::from_raw(-demo.id().cast_signed()), Signal::SIGINT).unwrap();

    let status = demo.wait().unwrap();
    assert_eq!(status.code(), Some(130));
    assert_eq!(traces(), before);
}

/// What a demo could leave: namespaces, and processes of EPIC's and of Envoy's.
fn traces() -> BTreeSet<String> {
    let folders = ["/run/netns", epic_tests::netns::FOLDER].map(fs::read_dir);
    let names = folders.into_iter().flatten().flatten().flatten();
    let namespaces = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let processes = fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| {
            let command = fs::read(entry.path().join("cmdline")).ok()?;
            let command = String::from_utf8_lossy(&command).replace('\0', " ");
            let program = command.split(' ').next()?.rsplit('/').next()?.to_owned();
            let ours = ["epicd", "epic-agent", "envoy"].contains(&program.as_str())
                || command.contains("epic-lab backend");
            ours.then(|| format!("{} {command}", entry.file_name().to_string_lossy()))
        });
    namespaces.chain(processes).collect()
}
