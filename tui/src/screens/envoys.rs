//! Every Envoy: what it is doing, and which revision it has.

use epic_api::gateway::{InstanceState, InstanceStatus};
use epic_api::meta::ObjectKey;
use epic_api::topology::Health;
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Cell, Row, Table, TableState};

use crate::action::{Action, Scope};
use crate::model::Model;
use crate::screen::{Handled, Screen, ScreenId};
use crate::theme::rate;
use crate::update::open;
use crate::view::message;

pub(crate) struct Envoys;

struct Shown<'a> {
    gateway: &'a ObjectKey,
    revision: u64,
    instance: &'a InstanceStatus,
    requests: Option<f64>,
}

impl Shown<'_> {
    fn id(&self) -> String {
        format!("{}@{}", self.gateway, self.instance.node)
    }

    fn health(&self) -> Health {
        match self.instance.state {
            _ if self.instance.rejected.is_some() => Health::Degraded,
            InstanceState::Serving if self.lag() > 0 => Health::Degraded,
            InstanceState::Serving => Health::Healthy,
            InstanceState::Unknown => Health::Unknown,
            InstanceState::Draining | InstanceState::Pending => Health::Degraded,
            InstanceState::Starting | InstanceState::Restarting => Health::Down,
        }
    }

    fn lag(&self) -> u64 {
        self.revision
            .saturating_sub(self.instance.acknowledged_revision)
    }

    /// One line, whatever Envoy said.
    fn words(&self) -> String {
        match &self.instance.rejected {
            Some(rejected) => format!(
                "refused {}: {}",
                rejected.revision,
                rejected.message.replace('\n', " ")
            ),
            None => self.instance.message.replace('\n', " "),
        }
    }
}

impl Screen for Envoys {
    fn scope(&self) -> Scope {
        Scope::Envoys
    }

    fn rows(&self, model: &Model) -> Option<Vec<String>> {
        Some(shown(model).iter().map(Shown::id).collect())
    }

    fn subject(&self, model: &Model) -> Option<ObjectKey> {
        let rows = shown(model);
        let ids: Vec<String> = rows.iter().map(Shown::id).collect();
        rows.get(model.cursor(&ids)?).map(|row| row.gateway.clone())
    }

    fn handle(&self, model: &mut Model, action: Action) -> Handled {
        match action {
            Action::Open => Handled::Yes(open(model, ScreenId::Topology)),
            _ => Handled::No,
        }
    }

    fn view(&self, model: &Model, frame: &mut Frame<'_>, area: Rect) {
        let rows = shown(model);
        if rows.is_empty() {
            let lines = ["No Envoy is placed, or none that fits the filter."];
            message(model, frame, area, &lines);
            return;
        }
        let theme = model.theme;
        let wide = area.width >= 100;
        let lines = rows.iter().map(|row| {
            let style = theme.health(row.health());
            let lag = match row.lag() {
                0 => Line::raw("0"),
                lag => Line::styled(lag.to_string(), theme.health(Health::Degraded)),
            };
            Row::new([
                Cell::from(Line::styled(
                    format!("{} {}", theme.glyph(row.health()), name(row.gateway, wide)),
                    style,
                )),
                Cell::from(row.instance.node.clone()),
                Cell::from(Line::styled(format!("{:?}", row.instance.state), style)),
                Cell::from(
                    Line::raw(row.instance.acknowledged_revision.to_string()).right_aligned(),
                ),
                Cell::from(lag.right_aligned()),
                Cell::from(Line::raw(rate(row.requests)).right_aligned()),
                Cell::from(row.words()),
            ])
        });
        let widths = [
            Constraint::Fill(3),
            Constraint::Fill(2),
            Constraint::Length(10),
            Constraint::Length(9),
            Constraint::Length(4),
            Constraint::Length(7),
            Constraint::Fill(3),
        ];
        let titles = [
            "GATEWAY", "NODE", "STATE", "REVISION", "LAG", "REQ/S", "MESSAGE",
        ];
        let table = Table::new(lines, widths)
            .header(Row::new(titles).style(theme.heading()))
            .row_highlight_style(theme.selected())
            .highlight_symbol(if theme.ascii { "> " } else { "▌ " });
        let ids: Vec<String> = rows.iter().map(Shown::id).collect();
        let mut state = TableState::new().with_selected(model.cursor(&ids));
        frame.render_stateful_widget(table, area, &mut state);
    }
}

/// With its account where there is room.
fn name(gateway: &ObjectKey, wide: bool) -> String {
    match &gateway.account {
        Some(account) if wide => format!("{account}/{}", gateway.name),
        _ => gateway.name.clone(),
    }
}

/// The Envoys that pass, by gateway and node.
fn shown(model: &Model) -> Vec<Shown<'_>> {
    let data = model.data();
    let place = model.place();
    let mut rows = Vec::new();
    for (key, gateway) in &data.gateways {
        let Some(status) = &gateway.status else {
            continue;
        };
        for instance in &status.instances {
            let id = format!("instance/{}", instance.node);
            let requests = data.live.get(key).and_then(|live| {
                let node = live.topology.nodes.iter().find(|node| node.id == id)?;
                node.traffic.map(|traffic| traffic.requests)
            });
            rows.push(Shown {
                gateway: key,
                revision: status.revision,
                instance,
                requests,
            });
        }
    }
    rows.retain(|row| !place.faults || row.health() != Health::Healthy);
    rows.retain(|row| {
        let state = format!("{:?}", row.instance.state);
        place.passes(&format!("{} {state} {}", row.id(), row.words()))
    });
    rows
}
