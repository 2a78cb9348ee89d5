//! Live completion: names of contexts, and of objects as the server has them.
//!
//! A shell waits for the answer with the person's finger on the key, so names come from a cache that
//! is 30 s old at most, else from the server within 300 ms, else not at all; never with an error.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::time::{Duration, SystemTime};

use clap::Command;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::CompleteEnv;
use epic_api::Kind;
use jiff::Timestamp;

use crate::config::{Config, Environment, Flags, write_private};
use crate::output::Output;
use crate::session::Session;

const MAX_AGE: Duration = Duration::from_secs(30);
const BUDGET: Duration = Duration::from_millis(300);

/// Answers if it is a shell that asks (`COMPLETE=bash epicctl`), and then ends the process.
pub fn answer_shell() {
    if std::env::var_os("COMPLETE").is_some() {
        CompleteEnv::with_factory(command).complete();
    }
}

/// The commands, with what completes the names in them.
fn command() -> Command {
    let nouns: Vec<String> = crate::command()
        .get_subcommands()
        .map(|noun| noun.get_name().to_owned())
        .collect();
    nouns.iter().fold(crate::command(), |command, name| {
        let noun_kind = kind_of_noun(name);
        command.mut_subcommand(name, |noun| with_names(noun, noun_kind, name == "context"))
    })
}

fn kind_of_noun(noun: &str) -> Option<Kind> {
    match noun {
        // Its names are of listeners, which only the gateway knows.
        "listener" | "events" => None,
        _ => noun.parse().ok(),
    }
}

fn with_names(command: Command, kind: Option<Kind>, contexts: bool) -> Command {
    let is_new = matches!(command.get_name(), "create" | "import" | "join");
    let verbs: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    let command = verbs.iter().fold(command, |command, verb| {
        command.mut_subcommand(verb, |verb| with_names(verb, kind, contexts))
    });
    // In place: an argument that is taken out and put back would lose its position.
    command.mut_args(|argument| {
        let completer = match argument.get_id().as_str() {
            "name" | "names" if contexts && !is_new => ArgValueCompleter::new(contexts_like),
            "name" | "names" if !is_new => match kind {
                Some(kind) => objects(kind),
                None => return argument,
            },
            "gateway" | "gateways" => objects(Kind::Gateway),
            "template" => objects(Kind::GatewayTemplate),
            "pools" => objects(Kind::IpPool),
            "backends" => objects(Kind::Backend),
            "certificates" => objects(Kind::Certificate),
            "node" => objects(Kind::Node),
            _ => return argument,
        };
        argument.add(completer)
    })
}

fn contexts_like(current: &OsStr) -> Vec<CompletionCandidate> {
    let session = session();
    let config = Config::load(&session.paths.config).unwrap_or_default();
    let names = config
        .contexts
        .into_iter()
        .map(|(name, c)| (name, c.server));
    candidates(current, names)
}

fn objects(kind: Kind) -> ArgValueCompleter {
    ArgValueCompleter::new(move |current: &OsStr| {
        let names = names(&session(), kind).unwrap_or_default();
        candidates(current, names)
    })
}

fn candidates(
    current: &OsStr,
    names: impl IntoIterator<Item = (String, String)>,
) -> Vec<CompletionCandidate> {
    let Some(current) = current.to_str() else {
        return Vec::new();
    };
    names
        .into_iter()
        .filter(|(name, _)| name.starts_with(current))
        .map(|(name, help)| {
            CompletionCandidate::new(name).help((!help.is_empty()).then(|| help.into()))
        })
        .collect()
}

/// What the command line says so far is not known here; environment and configuration are.
fn session() -> Session {
    let output = Output {
        quiet: true,
        ..Output::default()
    };
    let environment = Environment::of_process();
    Session::new(
        Flags::default(),
        environment,
        output,
        false,
        Timestamp::now(),
    )
}

/// Name → a word about it.
type Names = BTreeMap<String, String>;

fn names(session: &Session, kind: Kind) -> Option<Names> {
    let target = session.target().ok()?;
    let file = session.paths.cache.join(&target.name).join(format!(
        "{}-{}.json",
        target.account,
        kind.plural()
    ));
    let age = |modified: SystemTime| modified.elapsed().unwrap_or(Duration::MAX);
    let is_fresh = fs::metadata(&file)
        .and_then(|meta| meta.modified())
        .is_ok_and(|modified| age(modified) < MAX_AGE);
    if is_fresh && let Ok(text) = fs::read_to_string(&file) {
        return serde_json::from_str(&text).ok();
    }
    let names = ask(session, kind)?;
    // Without a cache the next key asks the server again; no harm.
    let _ = write_private(&file, &serde_json::to_string(&names).ok()?);
    Some(names)
}

fn ask(session: &Session, kind: Kind) -> Option<Names> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .ok()?;
    let list =
        runtime.block_on(async { tokio::time::timeout(BUDGET, session.fetch(kind, false)).await });
    let items = list.ok()?.ok()?.items;
    let help = |object: &epic_api::RawObject| {
        let address = object.status.as_ref()?.pointer("/addresses/0/value")?;
        Some(address.as_str()?.to_owned())
    };
    Some(
        items
            .iter()
            .map(|object| {
                (
                    object.metadata.name.clone(),
                    help(object).unwrap_or_default(),
                )
            })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn completion_can_be_attached_to_every_command() {
        command().debug_assert();
    }

    #[test]
    fn candidates_begin_with_what_is_typed() {
        let names = [
            ("web".to_owned(), "198.51.100.1".to_owned()),
            ("api".to_owned(), String::new()),
        ];
        let found = candidates(OsStr::new("w"), names);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].get_value(), "web");
    }
}
