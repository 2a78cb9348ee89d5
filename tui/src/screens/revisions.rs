//! What was asked for, by whom, and what became of it; newest first.

use epic_api::revision::{Fate, Revision};
use epic_api::topology::Health;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Cell, Paragraph, Row, Table, TableState, Wrap};

use crate::action::{Action, Scope};
use crate::model::Model;
use crate::screen::{Handled, Screen};
use crate::theme::Theme;
use crate::update::age;
use crate::view::{ASCII_BORDER, message};

pub(crate) struct Revisions;

/// Rows of the pane that shows the changes of one.
const DETAIL: u16 = 9;

impl Screen for Revisions {
    fn scope(&self) -> Scope {
        Scope::Revisions
    }

    fn rows(&self, model: &Model) -> Option<Vec<String>> {
        Some(shown(model).into_iter().map(id).collect())
    }

    fn handle(&self, _: &mut Model, _: Action) -> Handled {
        Handled::No
    }

    fn view(&self, model: &Model, frame: &mut Frame<'_>, area: Rect) {
        let rows = shown(model);
        let history = &model.data().history;
        if rows.is_empty() {
            let first = if !history.error.is_empty() {
                format!("No history: {}", history.error)
            } else if history.page.is_none() {
                "asking for revisions".to_owned()
            } else {
                "No revisions, or none that fits the filter.".to_owned()
            };
            message(model, frame, area, &[first.as_str()]);
            return;
        }
        let [list, detail] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(DETAIL)]).areas(area);
        let ids: Vec<String> = rows.iter().map(|revision| id(revision)).collect();
        let at = model.cursor(&ids);
        table(model, frame, list, &rows, at);
        if let Some(revision) = at.and_then(|at| rows.get(at)) {
            let mut block = Block::new()
                .borders(Borders::TOP)
                .title(format!(" Revision {} ", revision.revision))
                .border_style(model.theme.dim());
            if model.theme.ascii {
                block = block.border_set(ASCII_BORDER);
            }
            let lines = explain(model.theme, revision);
            let paragraph = Paragraph::new(lines).wrap(Wrap { trim: false });
            frame.render_widget(paragraph.block(block), detail);
        }
    }
}

fn table(
    model: &Model,
    frame: &mut Frame<'_>,
    area: Rect,
    rows: &[&Revision],
    selected: Option<usize>,
) {
    let theme = model.theme;
    let wide = area.width >= 100;
    let lines = rows.iter().map(|revision| {
        let style = theme.health(health(&revision.fate));
        let mut cells = vec![
            Cell::from(Line::raw(revision.revision.to_string()).right_aligned()),
            Cell::from(Line::styled(age(model.now, revision.time), theme.dim()).right_aligned()),
        ];
        if wide {
            cells.push(Cell::from(revision.account.clone()));
        }
        cells.extend([
            Cell::from(revision.user.clone()),
            Cell::from(revision.summary.clone()),
            Cell::from(Line::styled(
                format!(
                    "{} {}",
                    theme.glyph(health(&revision.fate)),
                    revision.fate.name()
                ),
                style,
            )),
        ]);
        Row::new(cells)
    });
    let mut widths = vec![Constraint::Length(8), Constraint::Length(5)];
    let mut titles = vec!["REVISION", "AGE"];
    if wide {
        widths.push(Constraint::Fill(1));
        titles.push("ACCOUNT");
    }
    widths.extend([
        Constraint::Fill(1),
        Constraint::Fill(3),
        Constraint::Length(14),
    ]);
    titles.extend(["USER", "CHANGE", "FATE"]);
    let table = Table::new(lines, widths)
        .header(Row::new(titles).style(theme.heading()))
        .row_highlight_style(theme.selected())
        .highlight_symbol(if theme.ascii { "> " } else { "▌ " });
    let mut state = TableState::new().with_selected(selected);
    frame.render_stateful_widget(table, area, &mut state);
}

/// What it changed, and why it is tainted if it is.
fn explain(theme: Theme, revision: &Revision) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if let Some(restored) = revision.restores {
        lines.push(Line::raw(format!(" brings back revision {restored}")));
    }
    if let Fate::Tainted { rejections } = &revision.fate {
        for taint in rejections {
            let place = format!(" {}/{} on {}: ", taint.account, taint.gateway, taint.node);
            lines.push(Line::from(vec![
                Span::styled(place, theme.health(Health::Down)),
                Span::raw(taint.message.replace('\n', " ")),
            ]));
        }
        let help = format!(
            " epicctl config show {} --account {}",
            revision.revision, revision.account
        );
        lines.push(Line::styled(help, theme.accent()));
    }
    if let Fate::Superseded { by } = &revision.fate {
        lines.push(Line::raw(format!(
            " replaced by {by} before it was everywhere"
        )));
    }
    for change in &revision.changes {
        lines.push(Line::from(vec![
            Span::styled(format!(" {:<6} ", change.operation.name()), theme.dim()),
            Span::raw(change.object.to_string()),
        ]));
    }
    let more = revision
        .change_count
        .saturating_sub(revision.changes.len() as u64);
    if more > 0 {
        lines.push(Line::styled(format!(" and {more} more"), Style::new()));
    }
    lines
}

fn health(fate: &Fate) -> Health {
    match fate {
        Fate::Programmed { .. } => Health::Healthy,
        Fate::Pending => Health::Degraded,
        Fate::Tainted { .. } => Health::Down,
        Fate::Superseded { .. } | Fate::NotServed => Health::Unknown,
    }
}

fn id(revision: &Revision) -> String {
    format!("{}/{}", revision.account, revision.revision)
}

/// The revisions that pass; with `faults` those that are tainted or on their way.
fn shown(model: &Model) -> Vec<&Revision> {
    let place = model.place();
    let page = model.data().history.page.iter();
    page.flat_map(|page| &page.items)
        .filter(|revision| {
            !place.faults || matches!(health(&revision.fate), Health::Down | Health::Degraded)
        })
        .filter(|revision| {
            let fate = revision.fate.name();
            place.passes(&format!(
                "{} {} {} {fate}",
                id(revision),
                revision.user,
                revision.summary
            ))
        })
        .collect()
}
