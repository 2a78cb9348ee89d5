//! The frame around every screen: who and how well on the first line, keys on the last.

use ratatui::Frame;
use ratatui::layout::{Alignment, Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::action;
use crate::connection::Connection;
use crate::data;
use crate::model::Model;
use crate::overlay::{self, Overlay};
use crate::screen;
use crate::update::age;

/// Below this, nothing can be told.
const SMALLEST: (u16, u16) = (60, 16);

pub(crate) const ASCII_BORDER: border::Set<'_> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

/// Draws everything.
pub(crate) fn view(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let text = format!("{}x{} needed", SMALLEST.0, SMALLEST.1);
        let text = format!("too small: {}x{}, {text}", area.width, area.height);
        frame.render_widget(Paragraph::new(text).alignment(Alignment::Center), area);
        return;
    }
    let banner = u16::from(banner(model).is_some());
    let [top, note, body, bottom] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(banner),
        Constraint::Fill(1),
        Constraint::Length(1),
    ])
    .areas(area);
    frame.render_widget(Paragraph::new(first_line(model, top.width)), top);
    if let Some(line) = self::banner(model) {
        frame.render_widget(Paragraph::new(line), note);
    }
    screen::current(model).view(model, frame, body);
    if model.connection != Connection::Live {
        dim(model, frame, body);
    }
    overlay::view(model, frame, body);
    frame.render_widget(Paragraph::new(last_line(model, bottom.width)), bottom);
}

fn dim(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let style = Style::new().add_modifier(Modifier::DIM);
    let style = if model.theme.color {
        style.fg(Color::DarkGray)
    } else {
        style
    };
    frame.buffer_mut().set_style(body, style);
}

fn first_line(model: &Model, width: u16) -> Line<'static> {
    let theme = model.theme;
    let dot = Span::styled(format!(" {} ", theme.dot()), theme.dim());
    let account = model.options.account.as_deref().unwrap_or("all accounts");
    let statuses = || {
        model
            .data()
            .gateways
            .values()
            .filter_map(|gateway| gateway.status.as_ref())
    };
    let revision = statuses().map(|status| status.revision).max().unwrap_or(0);
    let placed = statuses()
        .map(|status| status.instances.len())
        .sum::<usize>();
    let acked: usize = model
        .data()
        .gateways
        .values()
        .filter_map(|gateway| gateway.status.as_ref())
        .map(|status| {
            let current = |of: &&_| acknowledged(of) >= status.revision;
            status.instances.iter().filter(current).count()
        })
        .sum();
    let in_sync = if acked == placed {
        theme.fg(Color::Green)
    } else {
        theme.fg(Color::Yellow)
    };
    let (state, style) = match &model.connection {
        Connection::Connecting => ("Connecting".to_owned(), theme.fg(Color::Yellow)),
        Connection::Live => (
            format!("Live {}", age(model.now, model.heard)),
            theme.fg(Color::Green),
        ),
        Connection::Stale { since, .. } => (
            format!("Stale {}", age(model.now, *since)),
            theme.fg(Color::Yellow),
        ),
        Connection::Denied(_) => ("Denied".to_owned(), theme.fg(Color::Red)),
    };
    let context = theme.cut(&model.options.context_name, usize::from(width / 4));
    let mut spans = vec![
        Span::styled(format!(" {context}"), theme.accent()),
        Span::styled(format!(" {} ", theme.arrow()), theme.dim()),
        Span::raw(theme.cut(account, usize::from(width / 5))),
        dot.clone(),
        Span::raw(format!("config rev {revision} ")),
        Span::styled(format!("({acked}/{placed} in sync)"), in_sync),
        dot.clone(),
        Span::styled(state, style),
    ];
    if model.options.read_only {
        spans.push(dot.clone());
        spans.push(Span::raw("RO"));
    }
    if model.frozen.is_some() {
        spans.push(dot);
        spans.push(Span::styled("FROZEN", theme.accent()));
    }
    Line::from(spans)
}

fn acknowledged(instance: &epic_api::gateway::InstanceStatus) -> u64 {
    instance.acknowledged_revision
}

/// What is wrong with the line to epicd, if anything.
fn banner(model: &Model) -> Option<Line<'static>> {
    let theme = model.theme;
    match &model.connection {
        Connection::Stale {
            since,
            attempt,
            next,
            why,
        } => {
            let wait = age(*next, model.now);
            let old = age(model.now, *since);
            let text = format!(
                " Stale: shown as of {old} ago {} attempt {attempt} in {wait} {} ",
                theme.dot(),
                theme.dot()
            );
            Some(Line::from(vec![
                Span::styled(text, theme.fg(Color::Yellow).add_modifier(Modifier::BOLD)),
                Span::raw(first_words(why)),
            ]))
        }
        Connection::Denied(why) => Some(Line::from(vec![
            Span::styled(
                " Denied: ",
                theme.fg(Color::Red).add_modifier(Modifier::BOLD),
            ),
            Span::raw(format!(
                "{} {} check the token of the context, then ctrl-r",
                first_words(why),
                theme.dot()
            )),
        ])),
        Connection::Connecting | Connection::Live => None,
    }
}

fn first_words(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

fn last_line(model: &Model, width: u16) -> Line<'static> {
    let theme = model.theme;
    match model.overlays.last() {
        Some(Overlay::Palette { text }) => return input(model, ":", text),
        Some(Overlay::Filter { .. }) => return input(model, "/", &model.place().filter),
        _ => {}
    }
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    let filter = &model.place().filter;
    if !filter.is_empty() {
        let text = format!("/{filter}  ");
        used += text.chars().count();
        spans.push(Span::styled(text, theme.fg(Color::Yellow)));
    }
    for entry in action::entries(screen::current(model).scope()) {
        let long = entry.keys[0].chars().count() + entry.hint.chars().count() + 3;
        if entry.hint.is_empty() || used + long > usize::from(width) {
            continue;
        }
        used += long;
        spans.push(Span::styled(entry.keys[0], theme.accent()));
        spans.push(Span::styled(format!(" {}  ", entry.hint), theme.dim()));
    }
    Line::from(spans)
}

fn input(model: &Model, sign: &'static str, text: &str) -> Line<'static> {
    let theme = model.theme;
    let shown: String = text
        .chars()
        .rev()
        .take(50)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let caret = if theme.ascii { "_" } else { "▏" };
    Line::from(vec![
        Span::styled(format!(" {sign}"), theme.accent()),
        Span::raw(format!("{shown}{caret}")),
    ])
}

/// What an empty body says: in its middle, calmly.
pub(crate) fn message(model: &Model, frame: &mut Frame<'_>, area: Rect, lines: &[&str]) {
    let height = u16::try_from(lines.len())
        .unwrap_or(u16::MAX)
        .min(area.height);
    let middle = Rect {
        y: area.y + (area.height - height) / 2,
        height,
        ..area
    };
    let text: Vec<Line<'_>> = lines
        .iter()
        .enumerate()
        .map(|(n, line)| {
            Line::styled(
                *line,
                if n == 0 {
                    Style::new()
                } else {
                    model.theme.accent()
                },
            )
        })
        .collect();
    frame.render_widget(Paragraph::new(text).alignment(Alignment::Center), middle);
}

/// How a gateway is, for a title.
pub(crate) fn state_span(model: &Model, gateway: &epic_api::gateway::Gateway) -> Span<'static> {
    let (health, word) = data::state(gateway);
    Span::styled(
        format!("{} {word}", model.theme.glyph(health)),
        model.theme.health(health),
    )
}
