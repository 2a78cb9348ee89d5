//! The graph to draw: a topology, filtered, collapsed and put in order. Pure.
//!
//! The same topology gives the same picture: rows are ordered by barycentre, ties by name, so that
//! nothing jumps when only rates change.

pub(crate) mod draw;
pub(crate) mod tree;

use std::collections::{BTreeMap, BTreeSet};

use epic_api::topology::{Health, Stage, Topology, TopologyNode};

use crate::model::Place;

/// A graph by index into `nodes`.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    pub(crate) nodes: Vec<TopologyNode>,
    pub(crate) edges: BTreeMap<(usize, usize), Option<u8>>,
    /// The nodes of each stage, from above.
    pub(crate) columns: Vec<Vec<usize>>,
}

impl Graph {
    /// What to draw of a topology where a column has `room` rows.
    pub(crate) fn new(topology: &Topology, place: &Place, room: usize) -> Graph {
        let mut graph = Graph::whole(topology);
        graph.keep_only(|node| {
            (!place.faults || failing(node))
                && place.passes(&format!("{} {} {}", node.label, node.detail, node.id))
        });
        graph.collapse(room.max(1), &place.expanded);
        graph.order();
        graph
    }

    fn whole(topology: &Topology) -> Graph {
        let nodes = topology.nodes.clone();
        let index: BTreeMap<&str, usize> = nodes
            .iter()
            .enumerate()
            .map(|(at, node)| (node.id.as_str(), at))
            .collect();
        let edges = topology.edges.iter().filter_map(|edge| {
            let ends = (
                *index.get(edge.from.as_str())?,
                *index.get(edge.to.as_str())?,
            );
            // A stage never leads back: what a broken server says must not hang the drawing.
            (nodes[ends.0].stage < nodes[ends.1].stage).then_some((ends, edge.percent))
        });
        let edges = edges.collect();
        Graph {
            nodes,
            edges,
            columns: Vec::new(),
        }
    }

    pub(crate) fn after(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        self.edges
            .range((node, 0)..=(node, usize::MAX))
            .map(|((_, to), _)| *to)
    }

    pub(crate) fn before(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        self.edges
            .keys()
            .filter(move |(_, to)| *to == node)
            .map(|(from, _)| *from)
    }

    /// Everything that leads to the nodes, or that they lead to, and the nodes.
    pub(crate) fn paths(&self, through: impl IntoIterator<Item = usize>) -> BTreeSet<usize> {
        let start: BTreeSet<usize> = through.into_iter().collect();
        let mut all = start.clone();
        // Edges go from lower to higher stages, so one pass by stage sees each edge when its near
        // end is settled.
        let mut edges: Vec<(usize, usize)> = self.edges.keys().copied().collect();
        edges.sort_by_key(|(from, _)| self.nodes[*from].stage);
        let mut down = start.clone();
        for &(from, to) in &edges {
            if down.contains(&from) {
                down.insert(to);
            }
        }
        edges.sort_by_key(|(_, to)| std::cmp::Reverse(self.nodes[*to].stage));
        let mut up = start;
        for &(from, to) in &edges {
            if up.contains(&to) {
                up.insert(from);
            }
        }
        all.extend(down);
        all.extend(up);
        all
    }

    fn keep_only(&mut self, keep: impl Fn(&TopologyNode) -> bool) {
        let through = (0..self.nodes.len()).filter(|&at| keep(&self.nodes[at]));
        let kept = self.paths(through);
        self.retain(&kept);
    }

    fn retain(&mut self, kept: &BTreeSet<usize>) {
        let new: BTreeMap<usize, usize> = kept
            .iter()
            .enumerate()
            .map(|(new, &old)| (old, new))
            .collect();
        self.nodes = kept.iter().map(|&at| self.nodes[at].clone()).collect();
        self.edges = self
            .edges
            .iter()
            .filter_map(|(&(from, to), &percent)| {
                Some(((*new.get(&from)?, *new.get(&to)?), percent))
            })
            .collect();
    }

    /// Makes one row of the healthy nodes of a stage that has too many: endpoints by backend,
    /// others all together. What fails, or leads to what fails, keeps its row.
    fn collapse(&mut self, room: usize, expanded: &BTreeSet<String>) {
        for stage in [Stage::Route, Stage::Backend, Stage::Endpoint] {
            let column: Vec<usize> = (0..self.nodes.len())
                .filter(|&at| self.nodes[at].stage == stage)
                .collect();
            if column.len() <= room {
                continue;
            }
            let fails = (0..self.nodes.len()).filter(|&at| failing(&self.nodes[at]));
            let fails: BTreeSet<usize> = fails.collect();
            let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for at in column {
                let leads = self.paths_down(at).intersection(&fails).next().is_some();
                if leads {
                    continue;
                }
                let owner = match stage {
                    Stage::Endpoint => self.before(at).next().map(|of| self.nodes[of].id.clone()),
                    _ => None,
                };
                let id = format!("group/{stage:?}/{}", owner.unwrap_or_default());
                groups.entry(id).or_default().push(at);
            }
            groups.retain(|id, members| members.len() > 1 && !expanded.contains(id));
            self.merge(stage, &groups);
        }
    }

    fn paths_down(&self, node: usize) -> BTreeSet<usize> {
        let mut seen = BTreeSet::from([node]);
        let mut next = vec![node];
        while let Some(at) = next.pop() {
            next.extend(self.after(at).filter(|to| seen.insert(*to)));
        }
        seen
    }

    fn merge(&mut self, stage: Stage, groups: &BTreeMap<String, Vec<usize>>) {
        let mut stands_for: BTreeMap<usize, usize> = BTreeMap::new();
        for (id, members) in groups {
            let at = self.nodes.len();
            stands_for.extend(members.iter().map(|&member| (member, at)));
            let of = |health| {
                members
                    .iter()
                    .filter(|&&m| self.nodes[m].health == health)
                    .count()
            };
            let (healthy, unknown) = (of(Health::Healthy), of(Health::Unknown));
            let what = format!("{stage:?}").to_lowercase();
            let traffic = members.iter().filter_map(|&m| self.nodes[m].traffic);
            let node = TopologyNode {
                id: id.clone(),
                stage,
                label: format!("{} {what}s", members.len()),
                detail: format!("{healthy} healthy, {unknown} unknown"),
                health: if healthy > 0 {
                    Health::Healthy
                } else {
                    Health::Unknown
                },
                reason: String::new(),
                traffic: traffic.reduce(epic_api::agent::Traffic::plus),
            };
            self.nodes.push(node);
        }
        let name = |at: usize| stands_for.get(&at).copied().unwrap_or(at);
        let edges = std::mem::take(&mut self.edges);
        for ((from, to), percent) in edges {
            let ends = (name(from), name(to));
            let percent = if ends == (from, to) { percent } else { None };
            self.edges.entry(ends).or_insert(percent);
        }
        let kept = (0..self.nodes.len())
            .filter(|at| !stands_for.contains_key(at))
            .collect();
        self.retain(&kept);
    }

    /// Two sweeps, each way once; names break ties.
    fn order(&mut self) {
        self.columns = Stage::ALL
            .map(|stage| {
                let of = (0..self.nodes.len()).filter(|&at| self.nodes[at].stage == stage);
                let mut column: Vec<usize> = of.collect();
                column.sort_by(|&a, &b| self.name(a).cmp(&self.name(b)));
                column
            })
            .to_vec();
        let forward = (1..self.columns.len()).map(|at| (at, at - 1));
        let backward = (0..self.columns.len() - 1).rev().map(|at| (at, at + 1));
        for (column, beside) in forward.clone().chain(backward).chain(forward) {
            let row: BTreeMap<usize, usize> = self.columns[beside]
                .iter()
                .enumerate()
                .map(|(row, &at)| (at, row))
                .collect();
            let mut keyed: Vec<(f64, usize)> = self.columns[column]
                .iter()
                .enumerate()
                .map(|(own, &at)| {
                    let near: Vec<usize> = if beside < column {
                        self.before(at).collect()
                    } else {
                        self.after(at).collect()
                    };
                    let rows: Vec<usize> =
                        near.iter().filter_map(|of| row.get(of).copied()).collect();
                    let mean = if rows.is_empty() {
                        own as f64
                    } else {
                        rows.iter().sum::<usize>() as f64 / rows.len() as f64
                    };
                    (mean, at)
                })
                .collect();
            keyed.sort_by(|a, b| {
                a.0.total_cmp(&b.0)
                    .then_with(|| self.name(a.1).cmp(&self.name(b.1)))
            });
            self.columns[column] = keyed.into_iter().map(|(_, at)| at).collect();
        }
    }

    fn name(&self, at: usize) -> (&str, &str) {
        (&self.nodes[at].label, &self.nodes[at].id)
    }

    /// Every node by stage and row: how `j` walks the columns, and where the cursor starts.
    pub(crate) fn walk(&self) -> impl Iterator<Item = usize> + '_ {
        self.columns.iter().flatten().copied()
    }

    /// What the eye should land on: the selection, else the first hop that is down, else the first
    /// that is degraded.
    pub(crate) fn focus(&self, selected: Option<&str>) -> Option<usize> {
        let find = |of: &dyn Fn(&TopologyNode) -> bool| self.walk().find(|&at| of(&self.nodes[at]));
        selected
            .and_then(|id| find(&|node| node.id == id))
            .or_else(|| find(&|node| node.health == Health::Down))
            .or_else(|| find(&|node| node.health == Health::Degraded))
    }

    /// Whether nothing can get here: every way leads over a hop that is down.
    pub(crate) fn cut_off(&self) -> BTreeSet<usize> {
        let mut dead = BTreeSet::new();
        for at in self.walk() {
            let mut before = self.before(at).peekable();
            let reached = before.peek().is_none()
                || before.any(|of| self.nodes[of].health != Health::Down && !dead.contains(&of));
            if !reached {
                dead.insert(at);
            }
        }
        dead
    }
}

pub(crate) fn failing(node: &TopologyNode) -> bool {
    matches!(node.health, Health::Degraded | Health::Down)
}
