//! `epicctl gateway graph`: what leads where.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use clap::Args;
use epic_api::Kind;
use epic_api::topology::{Health, Topology, TopologyEdge, TopologyNode};

use crate::failure::Outcome;
use crate::output::Format;
use crate::session::Session;

/// `gateway graph`.
#[derive(Args, Debug)]
pub struct GraphArgs {
    /// Its name, or ACCOUNT/NAME
    name: String,
}

impl GraphArgs {
    /// Does it.
    ///
    /// # Errors
    /// There is no such gateway, or epicd can't be reached.
    pub async fn run(&self, session: &Session) -> Outcome {
        let key = session.key(Kind::Gateway, &self.name)?;
        let account = key.account.as_deref().unwrap_or_default();
        let graph = session.client()?.topology(account, &key.name).await?;
        match session.output.format {
            Format::Json | Format::Yaml => session.output.value(&graph),
            Format::Dot => session.output.data(dot(&graph)),
            Format::Mermaid => session.output.data(mermaid(&graph)),
            Format::Name => {
                let ids: String = graph
                    .nodes
                    .iter()
                    .map(|node| format!("{}\n", node.id))
                    .collect();
                session.output.data(ids)
            }
            Format::Table | Format::Wide | Format::Tree => session.output.data(tree(&graph)),
        }
    }
}

/// The graph as an indented tree from the addresses on. What is reached by several ways is followed
/// once; the other ways only name it.
pub fn tree(graph: &Topology) -> String {
    let reached: BTreeSet<&str> = graph.edges.iter().map(|edge| edge.to.as_str()).collect();
    let mut walk = Walk {
        nodes: graph
            .nodes
            .iter()
            .map(|node| (node.id.as_str(), node))
            .collect(),
        graph,
        told: BTreeSet::new(),
        text: format!(
            "gateway {}/{} at revision {}\n",
            graph.account, graph.gateway, graph.revision
        ),
    };
    for node in &graph.nodes {
        if !reached.contains(node.id.as_str()) {
            walk.node(node, None, "", "");
        }
    }
    walk.text
}

struct Walk<'a> {
    graph: &'a Topology,
    nodes: BTreeMap<&'a str, &'a TopologyNode>,
    told: BTreeSet<&'a str>,
    text: String,
}

impl<'a> Walk<'a> {
    fn node(&mut self, node: &'a TopologyNode, percent: Option<u8>, lead: &str, indent: &str) {
        let (mark, color) = match node.health {
            Health::Healthy => ('●', anstyle::AnsiColor::Green),
            Health::Degraded => ('◐', anstyle::AnsiColor::Yellow),
            Health::Down => ('✖', anstyle::AnsiColor::Red),
            Health::Unknown => ('○', anstyle::AnsiColor::BrightBlack),
        };
        let style = color.on_default();
        // Writing to a String can't fail.
        let _ = write!(self.text, "{lead}{style}{mark}{style:#} {}", node.label);
        if let Some(percent) = percent {
            let _ = write!(self.text, " {percent}%");
        }
        let again = !self.told.insert(&node.id);
        if again {
            self.text.push_str(" (see above)\n");
            return;
        }
        if !node.detail.is_empty() {
            let _ = write!(self.text, "  {}", node.detail);
        }
        if let Some(traffic) = node.traffic {
            let _ = write!(
                self.text,
                "  {:.1}/s, {:.1} errors/s",
                traffic.requests, traffic.errors
            );
        }
        if !node.reason.is_empty() {
            let _ = write!(self.text, "  {}", node.reason.replace('\n', " "));
        }
        self.text.push('\n');
        let graph = self.graph;
        let edges: Vec<&TopologyEdge> = graph
            .edges
            .iter()
            .filter(|edge| edge.from == node.id)
            .collect();
        for (index, edge) in edges.iter().enumerate() {
            let Some(next) = self.nodes.get(edge.to.as_str()).copied() else {
                continue;
            };
            let is_last = index + 1 == edges.len();
            let (branch, rest) = if is_last {
                ("└─ ", "   ")
            } else {
                ("├─ ", "│  ")
            };
            self.node(
                next,
                edge.percent,
                &format!("{indent}{branch}"),
                &format!("{indent}{rest}"),
            );
        }
    }
}

fn dot(graph: &Topology) -> String {
    let mut text = format!(
        "digraph {:?} {{\n  rankdir=LR;\n  node [shape=box];\n",
        graph.gateway
    );
    for node in &graph.nodes {
        let color = match node.health {
            Health::Healthy => "green",
            Health::Degraded => "orange",
            Health::Down => "red",
            Health::Unknown => "gray",
        };
        let _ = writeln!(
            text,
            "  {:?} [label={:?}, color={color}];",
            node.id, node.label
        );
    }
    for edge in &graph.edges {
        let label = edge
            .percent
            .map_or_else(String::new, |percent| format!(" [label=\"{percent}%\"]"));
        let _ = writeln!(text, "  {:?} -> {:?}{label};", edge.from, edge.to);
    }
    text.push_str("}\n");
    text
}

fn mermaid(graph: &Topology) -> String {
    let mut text = "flowchart LR\n".to_owned();
    let places: BTreeMap<&str, usize> = graph
        .nodes
        .iter()
        .enumerate()
        .map(|(at, node)| (node.id.as_str(), at))
        .collect();
    for (at, node) in graph.nodes.iter().enumerate() {
        let _ = writeln!(text, "  n{at}[\"{}\"]", node.label.replace('"', "#quot;"));
    }
    for edge in &graph.edges {
        if let (Some(from), Some(to)) =
            (places.get(edge.from.as_str()), places.get(edge.to.as_str()))
        {
            let label = edge
                .percent
                .map_or_else(String::new, |percent| format!("|{percent}%|"));
            let _ = writeln!(text, "  n{from} -->{label} n{to}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph() -> Topology {
        let node = |id: &str, stage: &str, label: &str, health: &str| serde_json::json!({ "id": id, "stage": stage, "label": label, "health": health });
        serde_json::from_value(serde_json::json!({
            "account": "acme", "gateway": "web", "revision": 7,
            "nodes": [
                node("address/198.51.100.1", "address", "198.51.100.1", "healthy"),
                node("listener/http", "listener", "http:80", "healthy"),
                node("route/a", "route", "/a", "healthy"),
                node("route/b", "route", "/b", "degraded"),
                node("backend/cart", "backend", "cart", "down"),
            ],
            "edges": [
                { "from": "address/198.51.100.1", "to": "listener/http" },
                { "from": "listener/http", "to": "route/a" },
                { "from": "listener/http", "to": "route/b" },
                { "from": "route/a", "to": "backend/cart", "percent": 100 },
                { "from": "route/b", "to": "backend/cart", "percent": 10 },
            ],
        }))
        .unwrap()
    }

    #[test]
    fn the_tree_follows_each_hop_once() {
        let plain = anstream::adapter::strip_str(&tree(&graph())).to_string();
        insta::assert_snapshot!(plain, @r"
        gateway acme/web at revision 7
        ● 198.51.100.1
        └─ ● http:80
           ├─ ● /a
           │  └─ ✖ cart 100%
           └─ ◐ /b
              └─ ✖ cart 10% (see above)
        ");
    }

    #[test]
    fn a_graph_that_turns_back_on_itself_ends() {
        let mut graph = graph();
        graph.edges.push(TopologyEdge {
            from: "backend/cart".into(),
            to: "route/a".into(),
            percent: None,
        });
        assert!(tree(&graph).lines().count() < 12);
    }

    #[test]
    fn dot_and_mermaid_name_every_edge() {
        assert_eq!(dot(&graph()).matches("->").count(), 5);
        assert_eq!(mermaid(&graph()).matches("-->").count(), 5);
    }
}
