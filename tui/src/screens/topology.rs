//! The live graph of a gateway, with the reason of the hop the eye is on.

use epic_api::topology::Health;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Paragraph, Wrap};

use crate::action::{Action, Scope};
use crate::data::Live;
use crate::graph::{Graph, draw, tree};
use crate::model::Model;
use crate::screen::{Handled, Screen, ScreenId};
use crate::theme::{rate, share};
use crate::view::{ASCII_BORDER, message, state_span};

pub(crate) struct Topology;

/// Rows of the pane that explains.
const EXPLAIN: u16 = 5;
/// Narrower than this, a tree is read more easily.
const NARROW: u16 = 100;

impl Screen for Topology {
    fn scope(&self) -> Scope {
        Scope::Topology
    }

    fn rows(&self, model: &Model) -> Option<Vec<String>> {
        let graph = graph(model);
        let nodes: Vec<usize> = if is_tree(model) {
            let lines = tree::lines(&graph);
            lines
                .iter()
                .filter(|line| !line.again)
                .map(|line| line.node)
                .collect()
        } else {
            let focus = graph.focus(model.place().selected.as_deref());
            let focus = focus.or_else(|| graph.walk().next());
            let column = graph
                .columns
                .iter()
                .find(|column| focus.is_some_and(|at| column.contains(&at)));
            column.cloned().unwrap_or_default()
        };
        Some(
            nodes
                .into_iter()
                .map(|at| graph.nodes[at].id.clone())
                .collect(),
        )
    }

    fn handle(&self, model: &mut Model, action: Action) -> Handled {
        let graph = graph(model);
        let focus = graph
            .focus(model.place().selected.as_deref())
            .or_else(|| graph.walk().next());
        let id = focus.map(|at| graph.nodes[at].id.clone());
        match action {
            Action::Left | Action::Right => {
                let to = focus.and_then(|at| {
                    let near: Vec<usize> = match action {
                        Action::Left => graph.before(at).collect(),
                        _ => graph.after(at).collect(),
                    };
                    graph.walk().find(|at| near.contains(at))
                });
                if let Some(to) = to.or(focus) {
                    model.place_mut().selected = Some(graph.nodes[to].id.clone());
                }
            }
            Action::Open => {
                if let Some(id) = id.filter(|id| id.starts_with("group/")) {
                    model.place_mut().expanded.insert(id);
                } else {
                    model.place_mut().expanded.clear();
                }
            }
            Action::NextTab => {
                let place = model.place_mut();
                place.alternate = !place.alternate;
            }
            Action::Topology => {}
            Action::Down | Action::Up if model.place().selected.is_none() => {
                // The first key shows where the cursor is; it moves from there.
                model.place_mut().selected = id;
                return Handled::No;
            }
            Action::Events => {
                let name = model.place().subject.as_ref().map(|key| key.name.clone());
                model.above.retain(|place| place.screen != ScreenId::Events);
                let place = crate::model::Place {
                    filter: name.unwrap_or_default(),
                    ..crate::model::Place::new(ScreenId::Events, None)
                };
                model.above.push(place);
            }
            _ => return Handled::No,
        }
        Handled::Yes(Vec::new())
    }

    fn view(&self, model: &Model, frame: &mut Frame<'_>, area: Rect) {
        let Some(gateway) = model.gateway() else {
            message(
                model,
                frame,
                area,
                &["This gateway is gone.", "", "esc goes back"],
            );
            return;
        };
        let [title, body, explain] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(EXPLAIN),
        ])
        .areas(area);
        let live = model.graph();
        let traffic = live.and_then(Live::traffic);
        let mut spans = vec![
            Span::raw(format!(" {}  ", gateway.key())),
            state_span(model, gateway),
        ];
        if let Some(traffic) = traffic {
            spans.push(Span::raw(format!(
                "  {} req/s  {} 5xx  ",
                rate(Some(traffic.requests)),
                share(traffic.errors, traffic.requests)
            )));
            let spark = live.map(|live| model.theme.spark(live.requests.last(20), 0));
            spans.push(Span::styled(spark.unwrap_or_default(), model.theme.dim()));
        }
        frame.render_widget(Paragraph::new(Line::from(spans)), title);
        let graph = graph(model);
        if graph.nodes.is_empty() {
            let why = match live {
                None => "Waiting for the first picture.",
                Some(live) if !live.error.is_empty() => live.error.as_str(),
                Some(live) if live.topology.nodes.is_empty() => {
                    "Nothing is placed yet; d says why."
                }
                Some(_) => "Nothing fits the filter.",
            };
            message(model, frame, body, &[why]);
        } else if is_tree(model) {
            draw_tree(model, &graph, frame, body);
        } else {
            let focus = graph.focus(model.place().selected.as_deref());
            draw::draw(&graph, model.theme, focus, body, frame.buffer_mut());
        }
        draw_explain(model, &graph, frame, explain);
    }
}

fn is_tree(model: &Model) -> bool {
    (model.size.0 < NARROW) != model.place().alternate
}

fn graph(model: &Model) -> Graph {
    let room = draw::room(model.size.1.saturating_sub(EXPLAIN + 3));
    model.graph().map_or_else(Graph::default, |live| {
        Graph::new(&live.topology, model.place(), room)
    })
}

fn draw_tree(model: &Model, graph: &Graph, frame: &mut Frame<'_>, area: Rect) {
    let theme = model.theme;
    let focus = graph.focus(model.place().selected.as_deref());
    let lines = tree::lines(graph);
    let at = lines
        .iter()
        .position(|line| focus == Some(line.node))
        .unwrap_or(0);
    let skip = (at + 1).saturating_sub(usize::from(area.height));
    let histories = model.graph().map(|live| &live.nodes);
    for (y, line) in (area.y..area.bottom()).zip(lines.iter().skip(skip)) {
        let node = &graph.nodes[line.node];
        let x = area.x + 1 + 2 * u16::try_from(line.depth).unwrap_or(0);
        let buffer = frame.buffer_mut();
        buffer.set_stringn(x, y, theme.glyph(node.health), 1, theme.health(node.health));
        let style = match focus == Some(line.node) && !line.again {
            true => theme.selected(),
            false if line.again => theme.dim(),
            false => ratatui::style::Style::new(),
        };
        let right = area.right().saturating_sub(28);
        let room = usize::from(right.saturating_sub(x + 3));
        let text = format!(
            "{} {}",
            format!("{:?}", node.stage).to_lowercase(),
            node.label
        );
        let text = if line.again {
            format!("{text} (above)")
        } else {
            text
        };
        buffer.set_stringn(x + 2, y, theme.cut(&text, room), room, style);
        if let (Some(traffic), false) = (node.traffic, line.again) {
            let spark = histories
                .and_then(|all| all.get(&node.id))
                .map(|history| theme.spark(history.last(10), 10));
            let text = format!(
                "{:>7} {:>6} {:>10}",
                rate(Some(traffic.requests)),
                share(traffic.errors, traffic.requests),
                spark.unwrap_or_default()
            );
            buffer.set_stringn(right, y, text, 27, theme.dim());
        }
    }
}

fn draw_explain(model: &Model, graph: &Graph, frame: &mut Frame<'_>, area: Rect) {
    let theme = model.theme;
    let mut block = Block::new()
        .borders(Borders::TOP)
        .border_style(theme.dim())
        .title(" Explain ");
    if theme.ascii {
        block = block.border_set(ASCII_BORDER);
    }
    let Some(at) = graph.focus(model.place().selected.as_deref()) else {
        let text = Line::styled(" Every hop is as it should be.", theme.dim());
        frame.render_widget(Paragraph::new(text).block(block), area);
        return;
    };
    let node = &graph.nodes[at];
    let word = match node.health {
        Health::Healthy => "healthy",
        Health::Unknown => "unknown",
        Health::Degraded => "degraded",
        Health::Down => "down",
    };
    let stage = format!("{:?}", node.stage).to_lowercase();
    let mut first = vec![
        Span::styled(
            format!(" {} ", theme.glyph(node.health)),
            theme.health(node.health),
        ),
        Span::raw(format!("{stage} {} is {word}", node.label)),
    ];
    if !node.detail.is_empty() {
        first.push(Span::styled(format!("  {}", node.detail), theme.dim()));
    }
    if let Some(traffic) = node.traffic {
        let text = format!(
            "  {} req/s, {} errors",
            rate(Some(traffic.requests)),
            share(traffic.errors, traffic.requests)
        );
        first.push(Span::styled(text, theme.dim()));
    }
    let mut lines = vec![Line::from(first)];
    lines.extend(
        node.reason
            .lines()
            .map(|line| Line::raw(format!("   {line}"))),
    );
    frame.render_widget(
        Paragraph::new(lines)
            .wrap(Wrap { trim: false })
            .block(block),
        area,
    );
}
