//! The list of gateways.

use std::cmp::Ordering;

use epic_api::gateway::Gateway;
use epic_api::meta::ObjectKey;
use epic_api::topology::{Health, Stage};
use ratatui::Frame;
use ratatui::layout::{Alignment, Constraint, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Cell, Row, Table, TableState};

use crate::action::{Action, Scope};
use crate::data::{self, Live};
use crate::model::Model;
use crate::screen::{Handled, Screen, ScreenId};
use crate::theme::{rate, share};
use crate::update::{act, open};
use crate::view::message;

pub(crate) struct Gateways;

/// What one can sort by, in turn.
const SORTS: [&str; 5] = ["NAME", "STATE", "REQ/S", "5XX", "LAG"];
const SPARK: usize = 12;

impl Screen for Gateways {
    fn scope(&self) -> Scope {
        Scope::Gateways
    }

    fn rows(&self, model: &Model) -> Option<Vec<String>> {
        Some(sorted(model).into_iter().map(ToString::to_string).collect())
    }

    fn subject(&self, model: &Model) -> Option<ObjectKey> {
        let rows = sorted(model);
        let ids: Vec<String> = rows.iter().map(ToString::to_string).collect();
        rows.get(model.cursor(&ids)?).map(|key| (*key).clone())
    }

    fn handle(&self, model: &mut Model, action: Action) -> Handled {
        match action {
            Action::Open => return Handled::Yes(open(model, ScreenId::Topology)),
            Action::NextTab => return Handled::Yes(act(model, Action::Topology)),
            Action::Sort => model.root.sort = (model.root.sort + 1) % SORTS.len(),
            Action::Reverse => model.root.reverse = !model.root.reverse,
            _ => return Handled::No,
        }
        Handled::Yes(Vec::new())
    }

    fn view(&self, model: &Model, frame: &mut Frame<'_>, area: Rect) {
        let keys = sorted(model);
        if model.data().gateways.is_empty() {
            if model.connection == crate::connection::Connection::Connecting {
                message(model, frame, area, &["connecting to epicd"]);
            } else {
                let command = "epicctl gateway create web --template http --port 80";
                message(
                    model,
                    frame,
                    area,
                    &["No gateways yet. Create the first one:", "", command],
                );
            }
            return;
        }
        if keys.is_empty() {
            let lines = ["Nothing fits the filter.", "", "esc clears it, F shows all"];
            message(model, frame, area, &lines);
            return;
        }
        let columns = columns(area.width);
        let header = columns.iter().map(|column| {
            let sorted = SORTS[model.root.sort] == column.title;
            let arrow = match (sorted, model.theme.ascii, model.root.reverse) {
                (false, ..) => "",
                (true, true, false) => "v",
                (true, true, true) => "^",
                (true, false, false) => "▾",
                (true, false, true) => "▴",
            };
            Cell::from(Line::from(format!("{}{arrow}", column.title)).alignment(column.align))
        });
        let rows = keys.iter().filter_map(|key| {
            let gateway = model.data().gateways.get(key)?;
            let live = model.data().live.get(key);
            Some(Row::new(columns.iter().map(|column| {
                Cell::from(cell(model, column.title, gateway, live).alignment(column.align))
            })))
        });
        let widths = columns.iter().map(|column| column.width);
        let table = Table::new(rows, widths)
            .header(Row::new(header).style(model.theme.heading()))
            .row_highlight_style(model.theme.selected())
            .highlight_symbol(if model.theme.ascii { "> " } else { "▌ " })
            .column_spacing(1);
        let rows: Vec<String> = keys.iter().map(ToString::to_string).collect();
        let mut state = TableState::new().with_selected(model.cursor(&rows));
        frame.render_stateful_widget(table, area, &mut state);
    }
}

struct Column {
    title: &'static str,
    width: Constraint,
    align: Alignment,
}

fn columns(width: u16) -> Vec<Column> {
    let column = |title, width, align| Column {
        title,
        width,
        align,
    };
    let (left, right) = (Alignment::Left, Alignment::Right);
    let wide = width >= 100;
    let mut columns = vec![column("NAME", Constraint::Fill(3), left)];
    if wide {
        columns.push(column("ACCOUNT", Constraint::Fill(2), left));
    }
    let address = if width >= 160 {
        42
    } else if wide {
        20
    } else {
        15
    };
    columns.push(column("ADDRESS", Constraint::Length(address), left));
    columns.push(column("LSN", Constraint::Length(3), right));
    columns.push(column("ROUTES", Constraint::Length(6), right));
    columns.push(column("ENDPTS", Constraint::Length(7), right));
    columns.push(column("REQ/S", Constraint::Length(7), right));
    if wide {
        columns.push(column("", Constraint::Length(SPARK as u16), right));
    }
    columns.push(column("5XX", Constraint::Length(6), right));
    columns.push(column("LAG", Constraint::Length(4), right));
    columns.push(column(
        "STATE",
        Constraint::Length(if wide { 18 } else { 12 }),
        left,
    ));
    columns
}

fn cell(model: &Model, title: &str, gateway: &Gateway, live: Option<&Live>) -> Line<'static> {
    let theme = model.theme;
    let traffic = live.and_then(Live::traffic);
    let status = gateway.status.as_ref();
    match title {
        "NAME" => {
            let health = data::health(gateway, live);
            Line::from(vec![
                Span::styled(format!("{} ", theme.glyph(health)), theme.health(health)),
                Span::raw(gateway.metadata.name.clone()),
            ])
        }
        "ACCOUNT" => Line::raw(gateway.metadata.account.clone().unwrap_or_default()),
        "ADDRESS" => {
            let addresses = status
                .map(|status| status.addresses.as_slice())
                .unwrap_or_default();
            match addresses {
                [] => Line::styled("-", theme.dim()),
                [one] => Line::raw(one.value.to_string()),
                [first, rest @ ..] => Line::raw(format!("{} +{}", first.value, rest.len())),
            }
        }
        "LSN" => Line::raw(gateway.spec.listeners.len().to_string()),
        "ROUTES" => {
            let attached = status.map_or(0, |status| {
                status
                    .listeners
                    .iter()
                    .map(|l| l.attached_routes)
                    .max()
                    .unwrap_or(0) as usize
            });
            let drawn = live.map_or(0, |live| live.count(Stage::Route).1);
            Line::raw(attached.max(drawn).to_string())
        }
        "ENDPTS" => match live.map(|live| live.count(Stage::Endpoint)) {
            None => Line::styled("-", theme.dim()),
            Some((healthy, all)) if healthy < all => {
                Line::styled(format!("{healthy}/{all}"), theme.health(Health::Degraded))
            }
            Some((healthy, all)) => Line::raw(format!("{healthy}/{all}")),
        },
        "REQ/S" => Line::raw(rate(traffic.map(|traffic| traffic.requests))),
        "" => {
            let spark = live.map(|live| theme.spark(live.requests.last(SPARK), SPARK));
            Line::styled(spark.unwrap_or_default(), theme.dim())
        }
        "5XX" => match traffic {
            Some(traffic) if traffic.errors > 0.0 => Line::styled(
                share(traffic.errors, traffic.requests),
                theme.health(Health::Degraded),
            ),
            Some(traffic) => Line::raw(share(traffic.errors, traffic.requests)),
            None => Line::styled("-", theme.dim()),
        },
        "LAG" => match data::lag(gateway) {
            None => Line::styled("-", theme.dim()),
            Some(0) => Line::raw("0"),
            Some(lag) => Line::styled(lag.to_string(), theme.health(Health::Degraded)),
        },
        _ => {
            let (health, word) = data::state(gateway);
            Line::styled(word, theme.health(health))
        }
    }
}

/// The gateways that pass, in the order shown. Ties go by account and name.
pub(crate) fn sorted(model: &Model) -> Vec<&ObjectKey> {
    let data = model.data();
    let place = &model.root;
    let live = |key: &ObjectKey| data.live.get(key);
    let mut keys: Vec<&ObjectKey> = data
        .gateways
        .iter()
        .filter(|(key, gateway)| {
            let faulty = data::health(gateway, live(key)) != Health::Healthy;
            (faulty || !place.faults) && place.passes(&words(gateway))
        })
        .map(|(key, _)| key)
        .collect();
    let traffic = |key: &ObjectKey| live(key).and_then(Live::traffic).unwrap_or_default();
    let part = |key: &ObjectKey| {
        let traffic = traffic(key);
        if traffic.requests > 0.0 {
            traffic.errors / traffic.requests
        } else {
            0.0
        }
    };
    let lag = |key: &ObjectKey| data.gateways.get(key).and_then(data::lag);
    let health = |key: &ObjectKey| data.gateways.get(key).map(|of| data::health(of, live(key)));
    keys.sort_by(|a, b| match SORTS[place.sort] {
        "STATE" => health(b).cmp(&health(a)),
        "REQ/S" => traffic(b).requests.total_cmp(&traffic(a).requests),
        "5XX" => part(b).total_cmp(&part(a)),
        "LAG" => lag(b).cmp(&lag(a)),
        _ => Ordering::Equal,
    });
    if place.reverse {
        keys.reverse();
    }
    keys
}

/// What the filter looks at.
fn words(gateway: &Gateway) -> String {
    let account = gateway.metadata.account.as_deref().unwrap_or_default();
    let mut words = format!(
        "{} {account} {}",
        gateway.metadata.name,
        data::state(gateway).1
    );
    for address in gateway.status.iter().flat_map(|status| &status.addresses) {
        words.push(' ');
        words.push_str(&address.value.to_string());
    }
    words
}
