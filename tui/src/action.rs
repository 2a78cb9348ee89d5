//! Everything a key can do. Help, the last line and the palette are all read from [`ENTRIES`], so
//! that none of them can say what the keys don't do.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What a key means.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Action {
    Down,
    Up,
    Left,
    Right,
    First,
    Last,
    PageDown,
    PageUp,
    Open,
    Back,
    Leave,
    Quit,
    Help,
    Palette,
    Filter,
    Gateways,
    Topology,
    Events,
    Routes,
    Backends,
    Nodes,
    Certificates,
    Envoys,
    Revisions,
    Describe,
    Yaml,
    Faults,
    Sort,
    Reverse,
    Follow,
    Freeze,
    NextTab,
    Refresh,
    Redraw,
}

/// Where a key has its meaning.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Scope {
    Everywhere,
    Gateways,
    Topology,
    Events,
    Objects,
    Envoys,
    Revisions,
    Document,
}

/// One action: its keys, and its words.
pub(crate) struct Entry {
    pub(crate) action: Action,
    pub(crate) scope: Scope,
    /// As [`key_name`] names them; the first is shown.
    pub(crate) keys: &'static [&'static str],
    /// For the last line; empty: not shown there.
    pub(crate) hint: &'static str,
    /// For help.
    pub(crate) description: &'static str,
    /// What the palette calls it, if it does.
    pub(crate) commands: &'static [&'static str],
}

const fn entry(
    action: Action,
    scope: Scope,
    keys: &'static [&'static str],
    hint: &'static str,
    description: &'static str,
    commands: &'static [&'static str],
) -> Entry {
    Entry {
        action,
        scope,
        keys,
        hint,
        description,
        commands,
    }
}

/// Every action, in the order in which help lists them.
pub(crate) const ENTRIES: &[Entry] = {
    use Action::*;
    use Scope::Everywhere;
    const GATEWAYS: Scope = Scope::Gateways;
    const TOPOLOGY: Scope = Scope::Topology;
    const EVENTS: Scope = Scope::Events;
    const DOCUMENT: Scope = Scope::Document;
    const OBJECTS: Scope = Scope::Objects;
    const ENVOYS: Scope = Scope::Envoys;
    const REVISIONS: Scope = Scope::Revisions;
    &[
        entry(Down, Everywhere, &["j", "down"], "", "next row", &[]),
        entry(Up, Everywhere, &["k", "up"], "", "previous row", &[]),
        entry(First, Everywhere, &["g", "home"], "", "first row", &[]),
        entry(Last, Everywhere, &["G", "end"], "", "last row", &[]),
        entry(
            PageDown,
            Everywhere,
            &["ctrl-d", "pgdn"],
            "",
            "a page on",
            &[],
        ),
        entry(
            PageUp,
            Everywhere,
            &["ctrl-u", "pgup"],
            "",
            "a page back",
            &[],
        ),
        entry(Left, TOPOLOGY, &["h", "left"], "", "hop before", &[]),
        entry(Right, TOPOLOGY, &["l", "right"], "", "hop after", &[]),
        entry(
            Open,
            GATEWAYS,
            &["enter"],
            "open",
            "topology of the gateway",
            &[],
        ),
        entry(
            Open,
            TOPOLOGY,
            &["enter"],
            "expand",
            "expand or collapse a group",
            &[],
        ),
        entry(
            Open,
            EVENTS,
            &["enter"],
            "open",
            "topology of the gateway",
            &[],
        ),
        entry(
            Describe,
            GATEWAYS,
            &["d"],
            "describe",
            "conditions and reasons",
            &["describe"],
        ),
        entry(
            Describe,
            TOPOLOGY,
            &["d"],
            "describe",
            "conditions and reasons",
            &["describe"],
        ),
        entry(
            Yaml,
            GATEWAYS,
            &["y"],
            "yaml",
            "the gateway as YAML",
            &["yaml"],
        ),
        entry(
            Yaml,
            TOPOLOGY,
            &["y"],
            "yaml",
            "the gateway as YAML",
            &["yaml"],
        ),
        entry(
            Open,
            OBJECTS,
            &["enter"],
            "open",
            "conditions and fields",
            &[],
        ),
        entry(
            Describe,
            OBJECTS,
            &["d"],
            "",
            "conditions and fields",
            &["describe"],
        ),
        entry(
            Yaml,
            OBJECTS,
            &["y"],
            "yaml",
            "the object as YAML",
            &["yaml"],
        ),
        entry(
            Faults,
            OBJECTS,
            &["F"],
            "faults",
            "only what is not healthy",
            &["faults"],
        ),
        entry(
            Open,
            ENVOYS,
            &["enter"],
            "open",
            "topology of its gateway",
            &[],
        ),
        entry(
            Describe,
            ENVOYS,
            &["d"],
            "describe",
            "its gateway in words",
            &["describe"],
        ),
        entry(
            Faults,
            ENVOYS,
            &["F"],
            "faults",
            "only what is not healthy",
            &["faults"],
        ),
        entry(
            Faults,
            REVISIONS,
            &["F"],
            "faults",
            "only what is tainted or on its way",
            &["faults"],
        ),
        entry(
            Follow,
            EVENTS,
            &["f"],
            "follow",
            "stay at the newest event",
            &[],
        ),
        entry(
            Faults,
            GATEWAYS,
            &["F"],
            "faults",
            "only what is not healthy",
            &["faults"],
        ),
        entry(
            Faults,
            TOPOLOGY,
            &["F"],
            "faults",
            "only paths that fail",
            &["faults"],
        ),
        entry(
            Faults,
            EVENTS,
            &["F"],
            "warnings",
            "only warnings",
            &["faults"],
        ),
        entry(
            Sort,
            GATEWAYS,
            &["o"],
            "sort",
            "sort by the next column",
            &["sort"],
        ),
        entry(
            Reverse,
            GATEWAYS,
            &["O"],
            "",
            "reverse the order",
            &["reverse"],
        ),
        entry(
            Filter,
            Everywhere,
            &["/"],
            "filter",
            "only what holds a text; !text: what does not",
            &[],
        ),
        entry(NextTab, TOPOLOGY, &["tab"], "tree", "graph or tree", &[]),
        entry(NextTab, DOCUMENT, &["tab"], "next", "describe or YAML", &[]),
        entry(NextTab, GATEWAYS, &["tab"], "", "next screen", &[]),
        entry(NextTab, EVENTS, &["tab"], "", "next screen", &[]),
        entry(
            Gateways,
            Everywhere,
            &["1"],
            "",
            "gateways",
            &["gateways", "gw"],
        ),
        entry(
            Topology,
            Everywhere,
            &["2"],
            "",
            "topology of the selected gateway",
            &["topology"],
        ),
        entry(
            Events,
            Everywhere,
            &["3", "e"],
            "events",
            "what happened",
            &["events"],
        ),
        entry(Routes, Everywhere, &["4"], "", "routes", &["routes", "rt"]),
        entry(
            Backends,
            Everywhere,
            &["5"],
            "",
            "backends",
            &["backends", "be"],
        ),
        entry(Nodes, Everywhere, &["6"], "", "nodes", &["nodes", "no"]),
        entry(
            Certificates,
            Everywhere,
            &["7"],
            "",
            "certificates",
            &["certificates", "cert"],
        ),
        entry(
            Envoys,
            Everywhere,
            &["8"],
            "",
            "Envoys and their revisions",
            &["envoy", "envoys"],
        ),
        entry(
            Revisions,
            Everywhere,
            &["9"],
            "",
            "what was asked for, by whom, and its fate",
            &["revisions", "config"],
        ),
        entry(
            Freeze,
            Everywhere,
            &["z"],
            "freeze",
            "hold the picture still",
            &["freeze"],
        ),
        entry(
            Refresh,
            Everywhere,
            &["ctrl-r"],
            "",
            "connect and list again",
            &["refresh"],
        ),
        entry(
            Redraw,
            Everywhere,
            &["ctrl-l"],
            "",
            "draw the screen again",
            &["redraw"],
        ),
        entry(
            Palette,
            Everywhere,
            &[":"],
            "command",
            "go anywhere by name",
            &[],
        ),
        entry(Help, Everywhere, &["?"], "help", "this list", &["help"]),
        entry(
            Back,
            Everywhere,
            &["esc"],
            "",
            "close, clear the filter, go back",
            &[],
        ),
        entry(
            Leave,
            Everywhere,
            &["q"],
            "quit",
            "go back; from the list, quit",
            &[],
        ),
        entry(Quit, Everywhere, &["ctrl-c"], "", "quit", &["quit", "q"]),
    ]
};

/// The entries that hold in a scope.
pub(crate) fn entries(scope: Scope) -> impl Iterator<Item = &'static Entry> {
    ENTRIES
        .iter()
        .filter(move |entry| entry.scope == scope || entry.scope == Scope::Everywhere)
}

/// What a key does in a scope.
pub(crate) fn action_for(scope: Scope, key: KeyEvent) -> Option<Action> {
    let name = key_name(key)?;
    entries(scope)
        .find(|entry| entry.keys.contains(&name.as_str()))
        .map(|entry| entry.action)
}

/// What the palette's words do in a scope.
pub(crate) fn command(scope: Scope, text: &str) -> Option<Action> {
    entries(scope)
        .find(|entry| entry.commands.contains(&text))
        .map(|entry| entry.action)
}

/// Every word of the palette that begins with `prefix`, with what it does.
pub(crate) fn completions(scope: Scope, prefix: &str) -> Vec<(&'static str, &'static str)> {
    entries(scope)
        .filter_map(|entry| Some((*entry.commands.first()?, entry.description)))
        .filter(|(name, _)| name.starts_with(prefix))
        .collect()
}

/// How a key is written: `j`, `G`, `enter`, `ctrl-r`.
pub(crate) fn key_name(key: KeyEvent) -> Option<String> {
    let name = match key.code {
        KeyCode::Char(c) => c.to_string(),
        KeyCode::Enter => "enter".to_owned(),
        KeyCode::Esc => "esc".to_owned(),
        KeyCode::Tab => "tab".to_owned(),
        KeyCode::Up => "up".to_owned(),
        KeyCode::Down => "down".to_owned(),
        KeyCode::Left => "left".to_owned(),
        KeyCode::Right => "right".to_owned(),
        KeyCode::Home => "home".to_owned(),
        KeyCode::End => "end".to_owned(),
        KeyCode::PageDown => "pgdn".to_owned(),
        KeyCode::PageUp => "pgup".to_owned(),
        _ => return None,
    };
    Some(if key.modifiers.contains(KeyModifiers::CONTROL) {
        format!("ctrl-{name}")
    } else {
        name
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_action_has_a_description_and_a_key() {
        for entry in ENTRIES {
            assert!(!entry.description.is_empty(), "{:?}", entry.action);
            assert!(!entry.keys.is_empty(), "{:?}", entry.action);
        }
    }

    #[test]
    fn no_two_actions_share_a_key_or_a_command_in_a_scope() {
        for scope in [
            Scope::Gateways,
            Scope::Topology,
            Scope::Events,
            Scope::Objects,
            Scope::Envoys,
            Scope::Revisions,
            Scope::Document,
        ] {
            let mut seen = BTreeSet::new();
            for entry in entries(scope) {
                for word in entry.keys {
                    assert!(seen.insert(("key", word)), "{scope:?}: {word} twice");
                }
                for word in entry.commands {
                    assert!(seen.insert(("command", word)), "{scope:?}: {word} twice");
                }
            }
        }
    }
}
