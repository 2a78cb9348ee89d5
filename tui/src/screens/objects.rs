//! Lists of routes, backends, nodes and certificates: one screen, told apart by its kind.

use epic_api::condition::{self, Condition, ConditionStatus};
use epic_api::kind::Kind;
use epic_api::meta::ObjectKey;
use epic_api::object::{Object, RawObject, Spec};
use epic_api::topology::Health;
use epic_api::{Backend, Certificate, Node, Route};
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Cell, Row, Table, TableState};

use crate::action::{Action, Scope};
use crate::model::Model;
use crate::screen::{Handled, Screen, ScreenId};
use crate::update::{age, open};
use crate::view::message;

pub(crate) struct Objects;

impl Screen for Objects {
    fn scope(&self) -> Scope {
        Scope::Objects
    }

    fn rows(&self, model: &Model) -> Option<Vec<String>> {
        Some(shown(model).iter().map(|row| row.key.to_string()).collect())
    }

    fn subject(&self, model: &Model) -> Option<ObjectKey> {
        let rows = shown(model);
        let ids: Vec<String> = rows.iter().map(|row| row.key.to_string()).collect();
        rows.get(model.cursor(&ids)?).map(|row| row.key.clone())
    }

    fn handle(&self, model: &mut Model, action: Action) -> Handled {
        match action {
            Action::Open => Handled::Yes(open(model, ScreenId::Describe)),
            _ => Handled::No,
        }
    }

    fn view(&self, model: &Model, frame: &mut Frame<'_>, area: Rect) {
        let ScreenId::Objects(kind) = model.place().screen else {
            return;
        };
        let plural = kind.plural();
        let feed = model.feeds.get(&kind).cloned().unwrap_or_default();
        let rows = shown(model);
        if rows.is_empty() {
            let first = if !feed.denied.is_empty() {
                format!("You may not list {plural}: {}", feed.denied)
            } else if !feed.open {
                format!("asking for {plural}")
            } else if model.data().objects.keys().any(|key| key.kind == kind) {
                "Nothing fits the filter.".to_owned()
            } else {
                format!("No {plural} yet.")
            };
            message(model, frame, area, &[first.as_str()]);
            return;
        }
        let theme = model.theme;
        let wide = area.width >= 100;
        let titles = titles(kind);
        let header = titles.iter().filter(|(_, width)| wide || *width > 0);
        let header: Vec<&str> = header.map(|(title, _)| *title).collect();
        let lines = rows.iter().map(|row| {
            let cells = row
                .cells
                .iter()
                .zip(titles)
                .filter(|(_, (_, width))| wide || *width > 0);
            let cells = cells.enumerate().map(|(index, (text, _))| {
                let sign = if index == 0 {
                    format!("{} ", theme.glyph(row.health))
                } else {
                    String::new()
                };
                let style = if index == 0 || index + 1 == header.len() {
                    theme.health(row.health)
                } else {
                    ratatui::style::Style::new()
                };
                Cell::from(Line::styled(format!("{sign}{text}"), style))
            });
            Row::new(cells)
        });
        let widths = titles.iter().filter(|(_, width)| wide || *width > 0);
        let widths = widths.map(|(_, width)| Constraint::Fill(width.unsigned_abs()));
        let table = Table::new(lines, widths)
            .header(Row::new(header.clone()).style(theme.heading()))
            .row_highlight_style(theme.selected())
            .highlight_symbol(if theme.ascii { "> " } else { "▌ " });
        let ids: Vec<String> = rows.iter().map(|row| row.key.to_string()).collect();
        let mut state = TableState::new().with_selected(model.cursor(&ids));
        frame.render_stateful_widget(table, area, &mut state);
    }
}

/// Headings with the columns' parts of the width; negative: only on wide terminals.
const fn titles(kind: Kind) -> &'static [(&'static str, i16)] {
    match kind {
        Kind::Route => &[
            ("NAME", 3),
            ("ACCOUNT", -2),
            ("GATEWAYS", 2),
            ("HOSTS", 3),
            ("RULES", -1),
            ("BACKENDS", 3),
            ("STATE", 3),
        ],
        Kind::Backend => &[
            ("NAME", 3),
            ("ACCOUNT", -2),
            ("PROTOCOL", -2),
            ("HEALTHY", 2),
            ("STATE", 4),
        ],
        Kind::Node => &[
            ("NAME", 3),
            ("ADDRESSES", -4),
            ("GATEWAYS", 2),
            ("AGENT", -2),
            ("ENVOY", 2),
            ("KERNEL", -3),
            ("SEEN", 1),
            ("STATE", 3),
        ],
        _ => &[
            ("NAME", 3),
            ("ACCOUNT", -2),
            ("DNS NAMES", 4),
            ("EXPIRES", 2),
            ("STATE", 3),
        ],
    }
}

struct Shown {
    key: ObjectKey,
    health: Health,
    cells: Vec<String>,
}

/// The rows that pass, by account and name.
fn shown(model: &Model) -> Vec<Shown> {
    let ScreenId::Objects(kind) = model.place().screen else {
        return Vec::new();
    };
    let place = model.place();
    let objects = model.data().objects.values();
    objects
        .filter(|object| object.kind == kind)
        .filter_map(|object| row(model, object))
        .filter(|row| !place.faults || row.health != Health::Healthy)
        .filter(|row| place.passes(&row.cells.join(" ")))
        .collect()
}

/// `None` for an object this version can't read.
fn row(model: &Model, object: &RawObject) -> Option<Shown> {
    let account = object.metadata.account.clone().unwrap_or_default();
    let name = object.metadata.name.clone();
    let (health, cells) = match object.kind {
        Kind::Route => route(&typed(object)?, name, account),
        Kind::Backend => backend(&typed(object)?, name, account),
        Kind::Node => node(model, &typed(object)?, name),
        Kind::Certificate => certificate(model, &typed(object)?, name, account),
        _ => return None,
    };
    Some(Shown {
        key: object.key(),
        health,
        cells,
    })
}

fn typed<S: Spec>(object: &RawObject) -> Option<Object<S>> {
    Object::from_raw(object).ok()
}

fn route(route: &Route, name: String, account: String) -> (Health, Vec<String>) {
    let spec = &route.spec;
    let status = route.status.clone().unwrap_or_default();
    let rules = spec.http.as_ref().map_or(0, |http| http.rules.len())
        + spec.grpc.as_ref().map_or(0, |grpc| grpc.rules.len())
        + spec.l4().map_or(0, |l4| l4.rules.len());
    // The worst parent speaks for the route.
    let (health, state) = status
        .parents
        .iter()
        .map(|parent| {
            verdict(
                &parent.conditions,
                &["Accepted", "ResolvedRefs", "Programmed"],
            )
        })
        .max_by_key(|(health, _)| *health)
        .unwrap_or((Health::Unknown, "Pending".to_owned()));
    let hosts = if spec.hostnames.is_empty() {
        "*".to_owned()
    } else {
        spec.hostnames.join(",")
    };
    let cells = vec![
        name,
        account,
        once(spec.parent_refs.iter().map(|parent| parent.name.as_str())),
        hosts,
        rules.to_string(),
        once(spec.backend_names()),
        state,
    ];
    (health, cells)
}

fn backend(backend: &Backend, name: String, account: String) -> (Health, Vec<String>) {
    let status = backend.status.clone().unwrap_or_default();
    let (mut health, state) = verdict(&status.conditions, &["Ready"]);
    if health == Health::Healthy && status.healthy < status.endpoints {
        health = Health::Degraded;
    }
    let protocol = match (backend.spec.protocol, backend.spec.tls.is_some()) {
        (epic_api::backend::BackendProtocol::Http, false) => "HTTP",
        (epic_api::backend::BackendProtocol::Http, true) => "HTTPS",
        (epic_api::backend::BackendProtocol::H2c, false) => "H2C",
        (epic_api::backend::BackendProtocol::H2c, true) => "H2",
    };
    let cells = vec![
        name,
        account,
        protocol.to_owned(),
        format!("{}/{}", status.healthy, status.endpoints),
        state,
    ];
    (health, cells)
}

fn node(model: &Model, node: &Node, name: String) -> (Health, Vec<String>) {
    let status = node.status.clone().unwrap_or_default();
    let (mut health, mut state) = verdict(&status.conditions, &["Ready"]);
    if health == Health::Healthy && node.spec.unschedulable {
        health = Health::Degraded;
        "Unschedulable".clone_into(&mut state);
    }
    let addresses: Vec<String> = status.addresses.iter().map(ToString::to_string).collect();
    let cells = vec![
        name,
        addresses.join(","),
        status.gateways.to_string(),
        status.agent_version,
        status.envoy_version,
        status.kernel,
        status
            .last_seen
            .map_or_else(|| "-".to_owned(), |seen| age(model.now, seen)),
        state,
    ];
    (health, cells)
}

fn certificate(
    model: &Model,
    certificate: &Certificate,
    name: String,
    account: String,
) -> (Health, Vec<String>) {
    const SOON: i64 = 14;
    let status = certificate.status.clone().unwrap_or_default();
    let (mut health, state) = verdict(&status.conditions, &["Ready"]);
    let days = status
        .not_after
        .map(|end| (end.as_second() - model.now.as_second()).div_euclid(86_400));
    let expires = match days {
        None => "-".to_owned(),
        Some(days) if days < 0 => "expired".to_owned(),
        Some(days) => format!("{days}d"),
    };
    if health == Health::Healthy && days.is_some_and(|days| days < SOON) {
        health = Health::Degraded;
    }
    (
        health,
        vec![name, account, status.dns_names.join(","), expires, state],
    )
}

/// The first of the conditions that does not hold, or the last one's name.
fn verdict(conditions: &[Condition], wanted: &[&str]) -> (Health, String) {
    for kind in wanted {
        match condition::find(conditions, kind) {
            Some(answer) if answer.is_true() => {}
            Some(answer) if answer.status == ConditionStatus::False => {
                return (Health::Down, answer.reason.clone());
            }
            Some(answer) => return (Health::Unknown, answer.reason.clone()),
            None => return (Health::Unknown, "Pending".to_owned()),
        }
    }
    let last = wanted.last().copied().unwrap_or_default();
    (Health::Healthy, last.to_owned())
}

/// Sorted, each once.
fn once<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: std::collections::BTreeSet<&str> = names.collect();
    names.into_iter().collect::<Vec<_>>().join(",")
}
