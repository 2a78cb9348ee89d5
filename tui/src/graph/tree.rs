//! The graph as an indented tree, for narrow terminals.

use std::collections::BTreeSet;

use super::Graph;

/// A line: a hop at a depth. A hop met again stands without what follows it.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Line {
    pub(crate) node: usize,
    pub(crate) depth: usize,
    pub(crate) again: bool,
}

/// Every hop below where it was first reached, from the addresses on. At most one line per edge
/// and one per hop.
pub(crate) fn lines(graph: &Graph) -> Vec<Line> {
    let mut seen = BTreeSet::new();
    let mut lines = Vec::new();
    let row: std::collections::BTreeMap<usize, usize> = graph
        .walk()
        .enumerate()
        .map(|(row, at)| (at, row))
        .collect();
    for root in graph.walk().filter(|&at| graph.before(at).next().is_none()) {
        let mut next = vec![(root, 0)];
        while let Some((node, depth)) = next.pop() {
            let again = !seen.insert(node);
            lines.push(Line { node, depth, again });
            if !again {
                let mut after: Vec<usize> = graph.after(node).collect();
                after.sort_by_key(|at| std::cmp::Reverse(row[at]));
                next.extend(after.into_iter().map(|at| (at, depth + 1)));
            }
        }
    }
    lines
}
