//! What happened, newest last.

use epic_api::event::{Event, EventType};
use epic_api::meta::ObjectKey;
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Color;
use ratatui::text::Line;
use ratatui::widgets::{Cell, Row, Table, TableState};

use crate::action::{Action, Scope};
use crate::model::Model;
use crate::screen::{Handled, Screen, ScreenId};
use crate::update::{age, open};
use crate::view::message;

pub(crate) struct Events;

impl Screen for Events {
    fn scope(&self) -> Scope {
        Scope::Events
    }

    fn rows(&self, model: &Model) -> Option<Vec<String>> {
        let rows: Vec<String> = shown(model)
            .iter()
            .map(|event| event.key().to_string())
            .collect();
        Some(rows)
    }

    fn subject(&self, model: &Model) -> Option<ObjectKey> {
        let rows = shown(model);
        let regarding = &rows.get(at(model)?)?.spec.regarding;
        Some(ObjectKey {
            kind: regarding.kind,
            account: regarding.account.clone(),
            name: regarding.name.clone(),
        })
    }

    fn handle(&self, model: &mut Model, action: Action) -> Handled {
        match action {
            // While following, the cursor is at the newest.
            Action::Up | Action::PageUp if model.place().follow => {
                let last = shown(model).last().map(|event| event.key().to_string());
                let place = model.place_mut();
                place.selected = last;
                place.follow = false;
                return Handled::No;
            }
            Action::Follow => model.place_mut().follow = !model.place().follow,
            Action::NextTab => model.above.clear(),
            Action::Open => return Handled::Yes(open(model, ScreenId::Topology)),
            _ => return Handled::No,
        }
        Handled::Yes(Vec::new())
    }

    fn view(&self, model: &Model, frame: &mut Frame<'_>, area: Rect) {
        let theme = model.theme;
        let events = shown(model);
        if events.is_empty() {
            message(
                model,
                frame,
                area,
                &["Nothing has happened, or nothing that fits the filter."],
            );
            return;
        }
        let rows = events.iter().map(|event| {
            let spec = &event.spec;
            let (sign, style) = match (spec.kind, theme.ascii) {
                (EventType::Normal, false) => ("·", theme.dim()),
                (EventType::Normal, true) => (".", theme.dim()),
                (EventType::Warning, _) => ("!", theme.fg(Color::Yellow)),
            };
            let times = if spec.count > 1 {
                format!("x{} ", spec.count)
            } else {
                String::new()
            };
            Row::new([
                Cell::from(Line::from(age(model.now, spec.last_seen)).right_aligned())
                    .style(theme.dim()),
                Cell::from(sign).style(style),
                Cell::from(spec.reason.clone()).style(style),
                Cell::from(subject(event)),
                Cell::from(format!("{times}{}", spec.message)),
            ])
        });
        let (reason, object) = if area.width >= 100 {
            (20, 30)
        } else {
            (14, 20)
        };
        let widths = [
            Constraint::Length(5),
            Constraint::Length(1),
            Constraint::Length(reason),
            Constraint::Length(object),
            Constraint::Fill(1),
        ];
        let table = Table::new(rows, widths)
            .header(Row::new(["AGE", "", "REASON", "OBJECT", "MESSAGE"]).style(theme.heading()))
            .row_highlight_style(theme.selected())
            .highlight_symbol(if theme.ascii { "> " } else { "▌ " });
        let mut state = TableState::new().with_selected(at(model));
        frame.render_stateful_widget(table, area, &mut state);
    }
}

fn at(model: &Model) -> Option<usize> {
    let rows = Events.rows(model)?;
    if model.place().follow {
        rows.len().checked_sub(1)
    } else {
        model.cursor(&rows)
    }
}

fn subject(event: &Event) -> String {
    let regarding = &event.spec.regarding;
    format!(
        "{}/{}",
        regarding.kind.name().to_lowercase(),
        regarding.name
    )
}

fn shown(model: &Model) -> Vec<&Event> {
    let place = model.place();
    let mut events: Vec<&Event> = model
        .data()
        .events
        .values()
        .filter(|event| !place.faults || event.spec.kind == EventType::Warning)
        .filter(|event| {
            let spec = &event.spec;
            place.passes(&format!(
                "{} {} {}",
                subject(event),
                spec.reason,
                spec.message
            ))
        })
        .collect();
    events.sort_by_key(|event| event.spec.last_seen);
    events
}
