//! Who may know whom: the arrows of ARCHITECTURE.md.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// For each member, the members it may depend on.
const ARROWS: [(&str, &[&str]); 8] = [
    ("epic-api", &[]),
    ("epic-envoy", &["epic-api"]),
    ("epic-cluster", &["epic-api"]),
    ("epic-agent", &["epic-api", "epic-envoy"]),
    ("epic-tui", &["epic-api"]),
    ("epic-cli", &["epic-api", "epic-tui"]),
    ("epic-tests", &["epic-api"]),
    ("xtask", &[]),
];

/// Crates whose presence would mean that a pure crate does I/O it should not do.
const FORBIDDEN: [(&str, &[&str]); 3] = [
    (
        "epic-api",
        &[
            "axum",
            "rusqlite",
            "tonic",
            "rtnetlink",
            "nix",
            "ratatui",
            "clap",
        ],
    ),
    ("epic-tui", &["clap", "axum", "tonic"]),
    ("epic-envoy", &["axum", "rusqlite", "rtnetlink", "reqwest"]),
];

#[test]
fn members_depend_on_each_other_only_along_the_arrows() {
    let dependencies = dependencies();
    let members: BTreeSet<&str> = ARROWS.iter().map(|(member, _)| *member).collect();
    let known: BTreeSet<&str> = dependencies.keys().map(String::as_str).collect();
    assert_eq!(
        known, members,
        "a member is missing from the arrows, or is gone"
    );
    for (member, allowed) in ARROWS {
        let found: BTreeSet<&str> = dependencies[member]
            .iter()
            .map(String::as_str)
            .filter(|name| members.contains(name))
            .collect();
        let allowed: BTreeSet<&str> = allowed.iter().copied().collect();
        assert!(
            found.is_subset(&allowed),
            "{member} depends on {found:?}, may on {allowed:?}"
        );
    }
}

#[test]
fn crates_that_are_pure_stay_so() {
    let dependencies = dependencies();
    for (member, forbidden) in FORBIDDEN {
        for name in forbidden {
            assert!(
                !dependencies[member].contains(*name),
                "{member} depends on {name}"
            );
        }
    }
}

/// The normal dependencies of each member.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| {
            let dependencies = package["dependencies"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|dependency| dependency["kind"].is_null())
                .map(|dependency| text(&dependency["name"]))
                .collect();
            (text(&package["name"]), dependencies)
        })
        .collect()
}
