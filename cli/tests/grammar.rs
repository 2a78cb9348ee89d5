//! The rules of the grammar, held by every command, now and later.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use clap::Command;

/// Verbs that any noun may have, and the few that belong to one.
const VERBS: [&str; 9] = [
    "list", "get", "describe", "create", "set", "edit", "delete", "watch", "wait",
];
const OWN_VERBS: [(&str, &[&str]); 8] = [
    ("backend", &["endpoint"]),
    (
        "config",
        &["history", "show", "diff", "rollback", "confirm"],
    ),
    ("context", &["current", "use", "rename", "import", "export"]),
    ("envoy", &["status", "config", "stats", "clusters", "log"]),
    ("gateway", &["status", "graph"]),
    ("node", &["cordon", "uncordon", "join", "revoke"]),
    ("route", &["weights"]),
    ("template", &["import"]),
];

fn walk(command: &Command, path: &str, see: &mut impl FnMut(&str, &Command)) {
    see(path, command);
    for sub in command.get_subcommands() {
        walk(sub, &format!("{path} {}", sub.get_name()), see);
    }
}

#[test]
fn the_definitions_are_consistent() {
    epic_cli::command().debug_assert();
}

#[test]
fn every_noun_takes_its_verbs_from_the_closed_set() {
    for noun in epic_cli::command().get_subcommands() {
        let own = OWN_VERBS.iter().find(|(name, _)| *name == noun.get_name());
        for verb in noun.get_subcommands().map(Command::get_name) {
            let known =
                VERBS.contains(&verb) || own.is_some_and(|(_, verbs)| verbs.contains(&verb));
            assert!(
                known,
                "`{} {verb}` is not in the closed set",
                noun.get_name()
            );
        }
    }
}

#[test]
fn a_flag_has_the_same_letter_everywhere_and_a_letter_the_same_flag() {
    let mut letters: BTreeMap<String, Option<char>> = BTreeMap::new();
    let mut flags: BTreeMap<char, String> = BTreeMap::new();
    // `-p` is a port, `-f` a file or `--follow`, as kubectl has it too.
    let shared = ['f'];
    walk(&epic_cli::command(), "epicctl", &mut |path, command| {
        for argument in command.get_arguments() {
            let Some(long) = argument.get_long() else {
                continue;
            };
            let letter = argument.get_short();
            let before = letters.entry(long.to_owned()).or_insert(letter);
            assert_eq!(*before, letter, "{path} --{long}");
            if let Some(letter) = letter.filter(|letter| !shared.contains(letter)) {
                let before = flags.entry(letter).or_insert_with(|| long.to_owned());
                assert_eq!(before, long, "{path} -{letter}");
            }
        }
    });
}

#[test]
fn every_command_and_flag_is_explained() {
    walk(&epic_cli::command(), "epicctl", &mut |path, command| {
        assert!(command.get_about().is_some(), "{path}");
        for argument in command.get_arguments() {
            assert!(
                argument.get_help().is_some(),
                "{path} {}",
                argument.get_id()
            );
        }
    });
}

#[test]
fn every_list_can_be_filtered_and_watched_and_every_write_tried() {
    let kinds = [
        "account",
        "ippool",
        "template",
        "gateway",
        "route",
        "backend",
        "certificate",
        "node",
    ];
    for noun in epic_cli::command().get_subcommands() {
        if !kinds.contains(&noun.get_name()) {
            continue;
        }
        for verb in noun.get_subcommands() {
            let has = |flag: &str| verb.get_arguments().any(|a| a.get_long() == Some(flag));
            let flags: &[&str] = match verb.get_name() {
                "list" => &["watch", "selector", "all-accounts", "no-headers"],
                "create" | "set" | "edit" | "delete" | "cordon" | "uncordon" | "weights" => {
                    &["dry-run"]
                }
                _ => &[],
            };
            for flag in flags {
                assert!(
                    has(flag),
                    "{} {} --{flag}",
                    noun.get_name(),
                    verb.get_name()
                );
            }
        }
    }
}

fn help(path: &[&str]) -> String {
    let mut root = epic_cli::command().term_width(100);
    root.build();
    let mut command = &mut root;
    for word in path {
        command = command.find_subcommand_mut(word).unwrap();
    }
    command.render_long_help().to_string()
}

#[test]
fn the_help_of_the_main_commands_stays_as_it_is() {
    for path in [
        &[][..],
        &["gateway"],
        &["gateway", "create"],
        &["gateway", "list"],
        &["route", "create"],
        &["backend", "create"],
        &["apply"],
    ] {
        let name = if path.is_empty() {
            "epicctl".to_owned()
        } else {
            path.join("-")
        };
        insta::assert_snapshot!(format!("help-{name}"), help(path));
    }
}

/// Files of a folder by name.
fn files(folder: &Path) -> BTreeMap<String, String> {
    fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

#[test]
fn the_committed_completions_and_manual_pages_are_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    if std::env::var_os("EPIC_BLESS").is_some() {
        epic_cli::commands::generate::generate(root).unwrap();
    }
    let fresh = tempfile::tempdir().unwrap();
    epic_cli::commands::generate::generate(fresh.path()).unwrap();
    for folder in ["completions", "man"] {
        let (committed, wanted) = (files(&root.join(folder)), files(&fresh.path().join(folder)));
        for (name, text) in &wanted {
            assert!(
                committed.get(name) == Some(text),
                "{folder}/{name} is not current; run `EPIC_BLESS=1 cargo test -p epic-cli --test grammar`"
            );
        }
        let gone = committed
            .keys()
            .find(|name| name.contains("epicctl") && !wanted.contains_key(*name));
        assert_eq!(
            gone, None,
            "{folder} has a file of a command that is no more"
        );
    }
}
