//! The graph for other programs to draw.

use std::collections::BTreeMap;

use super::{Health, Stage, Topology, TopologyNode};

impl Topology {
    /// The graph for Graphviz: `epicctl … | dot -Tsvg`.
    pub fn to_dot(&self) -> String {
        let mut out = String::from("digraph gateway {\n  rankdir=LR;\n  node [shape=box];\n");
        for stage in Stage::ALL {
            let column: Vec<&TopologyNode> = self
                .nodes
                .iter()
                .filter(|node| node.stage == stage)
                .collect();
            if column.is_empty() {
                continue;
            }
            out.push_str("  { rank=same;\n");
            for node in column {
                out.push_str(&format!(
                    "    {} [label={}, color={}];\n",
                    dot(&node.id),
                    dot(&label(node)),
                    colour(node.health)
                ));
            }
            out.push_str("  }\n");
        }
        for edge in &self.edges {
            let share = edge
                .percent
                .map_or_else(String::new, |percent| format!(" [label=\"{percent}%\"]"));
            out.push_str(&format!(
                "  {} -> {}{share};\n",
                dot(&edge.from),
                dot(&edge.to)
            ));
        }
        out.push_str("}\n");
        out
    }

    /// The graph for Mermaid, which code hosts draw inside Markdown.
    pub fn to_mermaid(&self) -> String {
        let mut out = String::from("flowchart LR\n");
        let mut ids = BTreeMap::new();
        for (index, node) in self.nodes.iter().enumerate() {
            ids.insert(node.id.as_str(), index);
            out.push_str(&format!(
                "  n{index}[\"{}\"]:::{}\n",
                mermaid(&label(node)),
                colour(node.health)
            ));
        }
        for edge in &self.edges {
            let (Some(from), Some(to)) = (ids.get(edge.from.as_str()), ids.get(edge.to.as_str()))
            else {
                continue;
            };
            let share = edge
                .percent
                .map_or_else(String::new, |percent| format!("|\"{percent}%\"|"));
            out.push_str(&format!("  n{from} -->{share} n{to}\n"));
        }
        for health in [
            Health::Healthy,
            Health::Degraded,
            Health::Down,
            Health::Unknown,
        ] {
            let colour = colour(health);
            out.push_str(&format!("  classDef {colour} stroke:{colour}\n"));
        }
        out
    }
}

fn label(node: &TopologyNode) -> String {
    [&node.label, &node.detail, &node.reason]
        .into_iter()
        .filter(|words| !words.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join("\n")
}

const fn colour(health: Health) -> &'static str {
    match health {
        Health::Healthy => "green",
        Health::Degraded => "orange",
        Health::Down => "red",
        Health::Unknown => "gray",
    }
}

/// A quoted string of the DOT language.
fn dot(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n");
    format!("\"{escaped}\"")
}

/// The inside of a quoted Mermaid label.
fn mermaid(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\n', "<br>")
}
