//! Columns of hops with right-angled edges in the gutters between them.

use std::collections::{BTreeMap, BTreeSet};

use epic_api::topology::Health;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Graph;
use crate::theme::{Theme, rate};

const TITLES: [&str; 6] = [
    "ADDRESS", "LISTENER", "ENVOY", "ROUTE", "BACKEND", "ENDPOINT",
];
const LEFT: u8 = 1;
const RIGHT: u8 = 2;
const UP: u8 = 4;
const DOWN: u8 = 8;

/// Where everything is: x and width of each column, y of each node.
struct Layout {
    columns: Vec<(u16, u16)>,
    rows: BTreeMap<usize, usize>,
    pitch: usize,
}

/// How many rows a column has in a body of this height, a hop taking at least one.
pub(crate) fn room(height: u16) -> usize {
    usize::from(height.saturating_sub(2)).max(1)
}

/// Draws the graph with the path through `focus` in heavy lines.
pub(crate) fn draw(
    graph: &Graph,
    theme: Theme,
    focus: Option<usize>,
    area: Rect,
    buffer: &mut Buffer,
) {
    let layout = layout(graph, area);
    let height = room(area.height);
    let skip = focus
        .and_then(|at| layout.rows.get(&at))
        .map_or(0, |row| (row + layout.pitch).saturating_sub(height));
    let path = graph.paths(focus);
    let dead = graph.cut_off();
    let y_of = |at: usize| -> Option<u16> {
        let row = layout
            .rows
            .get(&at)?
            .checked_sub(skip)
            .filter(|row| *row < height)?;
        Some(area.y + 2 + u16::try_from(row).ok()?)
    };
    for (title, &(x, width)) in TITLES.iter().zip(&layout.columns) {
        buffer.set_stringn(x, area.y, title, usize::from(width), theme.heading());
    }
    edges(graph, &layout, theme, &path, &y_of, area, buffer);
    for (column, &(x, width)) in graph.columns.iter().zip(&layout.columns) {
        for &at in column {
            let Some(y) = y_of(at) else { continue };
            let node = &graph.nodes[at];
            let width = usize::from(width);
            let plain = if dead.contains(&at) {
                theme.dim()
            } else {
                ratatui::style::Style::new()
            };
            let label = if focus == Some(at) {
                theme.selected()
            } else {
                plain
            };
            let glyph = theme.health(node.health);
            buffer.set_stringn(x, y, theme.glyph(node.health), 1, glyph);
            let room = width.saturating_sub(2);
            buffer.set_stringn(x + 2, y, theme.cut(&node.label, room), room, label);
            if layout.pitch > 1 && y + 1 < area.bottom() {
                let second = second_line(node);
                buffer.set_stringn(x + 2, y + 1, theme.cut(&second, room), room, theme.dim());
            }
        }
    }
}

fn second_line(node: &epic_api::topology::TopologyNode) -> String {
    match node.traffic {
        Some(traffic) if traffic.errors > 0.0 => {
            format!(
                "{} rps {} err",
                rate(Some(traffic.requests)),
                rate(Some(traffic.errors))
            )
        }
        Some(traffic) => format!("{} rps", rate(Some(traffic.requests))),
        None => node.detail.clone(),
    }
}

fn layout(graph: &Graph, area: Rect) -> Layout {
    let count = u16::try_from(graph.columns.len()).unwrap_or(6).max(1);
    let gutter = if area.width >= 160 { 9 } else { 5 };
    let total = area.width.saturating_sub(gutter * (count - 1) + 2);
    let natural = |column: &Vec<usize>, title: &str| {
        let widest = column.iter().map(|&at| {
            let node = &graph.nodes[at];
            node.label
                .chars()
                .count()
                .max(second_line(node).chars().count().min(16))
                + 2
        });
        widest.max().unwrap_or(0).max(title.len()).min(44) as u16
    };
    let mut widths: Vec<u16> = graph
        .columns
        .iter()
        .zip(TITLES)
        .map(|(column, title)| natural(column, title))
        .collect();
    while widths.iter().sum::<u16>() > total {
        let Some(widest) = widths.iter_mut().max() else {
            break;
        };
        *widest -= 1;
    }
    let mut x = area.x + 1;
    let columns = widths.iter().map(|&width| {
        let at = (x, width);
        x += width + gutter;
        at
    });
    let columns = columns.collect();
    let tallest = graph.columns.iter().map(Vec::len).max().unwrap_or(0);
    let height = room(area.height);
    let pitch = [3, 2]
        .into_iter()
        .find(|pitch| tallest * pitch <= height)
        .unwrap_or(1);
    Layout {
        columns,
        rows: rows(graph, tallest, pitch),
        pitch,
    }
}

/// The tallest column is packed from the top; each other hop stands beside the middle of what it
/// is joined to, as far as its neighbours in the column let it.
fn rows(graph: &Graph, tallest: usize, pitch: usize) -> BTreeMap<usize, usize> {
    let mut rows = BTreeMap::new();
    let Some(anchor) = graph
        .columns
        .iter()
        .position(|column| column.len() == tallest)
    else {
        return rows;
    };
    rows.extend(
        graph.columns[anchor]
            .iter()
            .enumerate()
            .map(|(n, &at)| (at, n * pitch)),
    );
    let right = anchor + 1..graph.columns.len();
    for column in (0..anchor).rev().chain(right) {
        let nodes = &graph.columns[column];
        let mut least = 0;
        for (n, &at) in nodes.iter().enumerate() {
            let near: Vec<usize> = if column < anchor {
                graph
                    .after(at)
                    .filter_map(|of| rows.get(&of).copied())
                    .collect()
            } else {
                graph
                    .before(at)
                    .filter_map(|of| rows.get(&of).copied())
                    .collect()
            };
            let (low, high) = (near.iter().min(), near.iter().max());
            let wanted = low.zip(high).map_or(least, |(low, high)| (low + high) / 2);
            // Those below need their rows too.
            let most = (tallest - (nodes.len() - n)) * pitch;
            let row = wanted.clamp(least, most.max(least));
            rows.insert(at, row);
            least = row + pitch;
        }
    }
    rows
}

fn edges(
    graph: &Graph,
    layout: &Layout,
    theme: Theme,
    path: &BTreeSet<usize>,
    y_of: &dyn Fn(usize) -> Option<u16>,
    area: Rect,
    buffer: &mut Buffer,
) {
    // Each cell's arms, and those of them on the path.
    let mut cells: BTreeMap<(u16, u16), (u8, u8)> = BTreeMap::new();
    let column_of: BTreeMap<usize, usize> = graph
        .columns
        .iter()
        .enumerate()
        .flat_map(|(n, column)| column.iter().map(move |&at| (at, n)))
        .collect();
    let mut marks = Vec::new();
    for (&(from, to), percent) in &graph.edges {
        let (Some(y1), Some(y2)) = (y_of(from), y_of(to)) else {
            continue;
        };
        let (near, far) = (column_of[&from], column_of[&to]);
        let lit = path.contains(&from) && path.contains(&to);
        let mut arm = |x: u16, y: u16, arms: u8| {
            let cell = cells.entry((x, y)).or_default();
            cell.0 |= arms;
            cell.1 |= if lit { arms } else { 0 };
        };
        let (x1, width) = layout.columns[near];
        let label = graph.nodes[from].label.chars().count() as u16 + 3;
        let start = x1 + label.min(width + 1);
        let end = layout.columns[far].0.saturating_sub(2);
        let first_gutter = x1 + width + 1;
        let gutter_end = layout
            .columns
            .get(near + 1)
            .map_or(end, |next| next.0.saturating_sub(2));
        let lanes = gutter_end.saturating_sub(first_gutter + 1).max(1);
        let lane = layout.rows[&from] / layout.pitch % usize::from(lanes);
        let turn = if y1 == y2 {
            end
        } else {
            first_gutter + lane as u16
        };
        for x in start..=end {
            let y = if x < turn { y1 } else { y2 };
            if x != turn {
                arm(x, y, LEFT | RIGHT);
            }
        }
        if y1 == y2 {
            arm(turn, y1, LEFT | RIGHT);
        } else {
            let (down, up) = if y1 < y2 { (DOWN, UP) } else { (UP, DOWN) };
            arm(turn, y1, LEFT | down);
            arm(turn, y2, up | RIGHT);
            for y in y1.min(y2) + 1..y1.max(y2) {
                arm(turn, y, UP | DOWN);
            }
        }
        if graph.nodes[to].health == Health::Down {
            marks.push((
                end,
                y2,
                if theme.ascii { "X" } else { "╳" }.to_owned(),
                theme.health(Health::Down),
            ));
        } else if let Some(percent) = percent
            && area.width >= 160
        {
            marks.push((
                end.saturating_sub(3),
                y2,
                format!("{percent}%"),
                theme.dim(),
            ));
        }
    }
    for ((x, y), (arms, lit)) in cells {
        if x >= area.right() || y >= area.bottom() {
            continue;
        }
        let style = if lit != 0 {
            theme.accent()
        } else {
            theme.dim()
        };
        buffer.set_string(x, y, line(arms, lit == arms, theme.ascii), style);
    }
    for (x, y, text, style) in marks {
        buffer.set_stringn(x, y, text, 4, style);
    }
}

/// The character with these arms.
fn line(arms: u8, heavy: bool, ascii: bool) -> &'static str {
    const LIGHT: [&str; 16] = [
        " ", "─", "─", "─", "│", "┘", "└", "┴", "│", "┐", "┌", "┬", "│", "┤", "├", "┼",
    ];
    const HEAVY: [&str; 16] = [
        " ", "━", "━", "━", "┃", "┛", "┗", "┻", "┃", "┓", "┏", "┳", "┃", "┫", "┣", "╋",
    ];
    let at = usize::from(arms & 15);
    match (ascii, heavy) {
        (false, false) => LIGHT[at],
        (false, true) => HEAVY[at],
        (true, _) if arms & (LEFT | RIGHT) == arms => {
            if heavy {
                "="
            } else {
                "-"
            }
        }
        (true, _) if arms & (UP | DOWN) == arms => "|",
        (true, _) => "+",
    }
}
