//! The graph as a text for a terminal.

use std::collections::{BTreeMap, BTreeSet};

use super::{Health, Stage, Topology, TopologyEdge, TopologyNode};
use crate::agent::Traffic;

/// How many endpoints of a backend are listed; the sick ones come first.
const SHOWN_ENDPOINTS: usize = 20;

/// What signs are drawn with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Glyphs {
    /// `● ◐ ✖ ○` and lines.
    Unicode,
    /// `* ~ x ?`, for terminals and logs that have nothing else.
    Ascii,
}

impl Glyphs {
    /// The sign of a health.
    pub const fn health(self, health: Health) -> &'static str {
        match (self, health) {
            (Glyphs::Unicode, Health::Healthy) => "●",
            (Glyphs::Unicode, Health::Degraded) => "◐",
            (Glyphs::Unicode, Health::Down) => "✖",
            (Glyphs::Unicode, Health::Unknown) => "○",
            (Glyphs::Ascii, Health::Healthy) => "*",
            (Glyphs::Ascii, Health::Degraded) => "~",
            (Glyphs::Ascii, Health::Down) => "x",
            (Glyphs::Ascii, Health::Unknown) => "?",
        }
    }

    /// The line to a child, and what stands below it.
    const fn branch(self, last: bool) -> (&'static str, &'static str) {
        match (self, last) {
            (Glyphs::Unicode, false) => ("├─ ", "│  "),
            (Glyphs::Unicode, true) => ("└─ ", "   "),
            (Glyphs::Ascii, false) => ("|- ", "|  "),
            (Glyphs::Ascii, true) => ("`- ", "   "),
        }
    }
}

impl Topology {
    /// The graph by columns, and from the routes on as trees. A backend that several routes share
    /// shows its endpoints once. Ends with a newline.
    pub fn to_text(&self, glyphs: Glyphs) -> String {
        let mut tree = Tree {
            glyphs,
            nodes: self
                .nodes
                .iter()
                .map(|node| (node.id.as_str(), node))
                .collect(),
            edges: BTreeMap::new(),
            shown: BTreeSet::new(),
            out: format!(
                "Gateway {}/{} at revision {}\n",
                self.account, self.gateway, self.revision
            ),
        };
        for edge in &self.edges {
            tree.edges.entry(&edge.from).or_default().push(edge);
        }
        for (stage, title) in [
            (Stage::Address, "Addresses"),
            (Stage::Listener, "Listeners"),
            (Stage::Instance, "Instances"),
            (Stage::Route, "Routes"),
        ] {
            let column: Vec<&TopologyNode> = self
                .nodes
                .iter()
                .filter(|node| node.stage == stage)
                .collect();
            tree.out.push_str(&format!("\n{title}\n"));
            if column.is_empty() {
                tree.out.push_str("  none\n");
            }
            for node in column {
                tree.line("  ", node, None);
                if stage == Stage::Route {
                    tree.children("  ", &node.id);
                }
            }
        }
        tree.out
    }
}

struct Tree<'a> {
    glyphs: Glyphs,
    nodes: BTreeMap<&'a str, &'a TopologyNode>,
    edges: BTreeMap<&'a str, Vec<&'a TopologyEdge>>,
    shown: BTreeSet<&'a str>,
    out: String,
}

impl<'a> Tree<'a> {
    fn children(&mut self, indent: &str, id: &'a str) {
        let edges = self.edges.get(id).cloned().unwrap_or_default();
        let mut children: Vec<(&TopologyNode, Option<u8>)> = edges
            .iter()
            .filter_map(|edge| Some((*self.nodes.get(edge.to.as_str())?, edge.percent)))
            .collect();
        let hidden = children.len().saturating_sub(SHOWN_ENDPOINTS);
        if hidden > 0 {
            children.sort_by_key(|(node, _)| std::cmp::Reverse(node.health));
            children.truncate(SHOWN_ENDPOINTS);
        }
        let count = children.len();
        for (index, (node, percent)) in children.into_iter().enumerate() {
            let last = index + 1 == count && hidden == 0;
            let (branch, below) = self.glyphs.branch(last);
            self.line(&format!("{indent}{branch}"), node, percent);
            if self.shown.insert(&node.id) {
                self.children(&format!("{indent}{below}"), &node.id);
            }
        }
        if hidden > 0 {
            let (branch, _) = self.glyphs.branch(true);
            self.out
                .push_str(&format!("{indent}{branch}{hidden} more\n"));
        }
    }

    fn line(&mut self, indent: &str, node: &TopologyNode, percent: Option<u8>) {
        let mut line = format!("{indent}{} {}", self.glyphs.health(node.health), node.label);
        if let Some(percent) = percent {
            line.push_str(&format!(" {percent}%"));
        }
        for more in [
            node.detail.clone(),
            node.traffic.map(rate).unwrap_or_default(),
        ] {
            if !more.is_empty() {
                line.push_str(&format!("  {more}"));
            }
        }
        if !node.reason.is_empty() {
            line.push_str(&format!("  [{}]", node.reason));
        }
        self.out.push_str(&line);
        self.out.push('\n');
    }
}

fn rate(traffic: Traffic) -> String {
    if traffic.errors > 0.0 {
        format!("{:.1}/s, {:.1} errors/s", traffic.requests, traffic.errors)
    } else {
        format!("{:.1}/s", traffic.requests)
    }
}
