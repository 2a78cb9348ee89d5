//! An object in words: its conditions, or its YAML.

use epic_api::condition::{Condition, ConditionStatus};
use epic_api::gateway::Gateway;
use epic_api::object::RawObject;
use epic_api::topology::Health;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Wrap};
use serde::Deserialize as _;
use serde_json::Value;

use crate::action::{Action, Scope};
use crate::model::Model;
use crate::screen::{Handled, Screen, ScreenId};
use crate::theme::Theme;
use crate::view::{message, state_span};

pub(crate) struct Document;

impl Screen for Document {
    fn scope(&self) -> Scope {
        Scope::Document
    }

    fn rows(&self, _: &Model) -> Option<Vec<String>> {
        None
    }

    fn handle(&self, model: &mut Model, action: Action) -> Handled {
        let Action::NextTab = action else {
            return Handled::No;
        };
        let place = model.place_mut();
        place.scroll = 0;
        place.screen = match place.screen {
            ScreenId::Yaml => ScreenId::Describe,
            _ => ScreenId::Yaml,
        };
        Handled::Yes(Vec::new())
    }

    fn view(&self, model: &Model, frame: &mut Frame<'_>, area: Rect) {
        let Some(lines) = lines(model) else {
            message(model, frame, area, &["It is gone."]);
            return;
        };
        let skip = model.place().scroll.min(lines.len().saturating_sub(1));
        let shown: Vec<_> = lines.into_iter().skip(skip).collect();
        frame.render_widget(Paragraph::new(shown).wrap(Wrap { trim: false }), area);
    }
}

/// How many lines there are to scroll through.
pub(crate) fn length(model: &Model) -> usize {
    lines(model).map_or(0, |lines| lines.len())
}

fn lines(model: &Model) -> Option<Vec<Line<'static>>> {
    let object = model.object()?;
    let all = match model.place().screen {
        ScreenId::Yaml => {
            let text = serde_saphyr::to_string(&object)
                .unwrap_or_else(|error| format!("can't write YAML: {error}"));
            text.lines()
                .map(|line| Line::raw(format!("  {line}")))
                .collect()
        }
        _ => match model.gateway() {
            Some(gateway) => describe(model, gateway),
            None => describe_any(model, &object),
        },
    };
    let place = model.place();
    let passes = |line: &Line<'_>| place.passes(&line.to_string());
    Some(all.into_iter().filter(passes).collect())
}

fn describe(model: &Model, gateway: &Gateway) -> Vec<Line<'static>> {
    let theme = model.theme;
    let field = |name: &str, value: String| {
        Line::from(vec![
            Span::styled(format!("  {name:<13} "), theme.dim()),
            Span::raw(value),
        ])
    };
    let heading = |text: &str| Line::styled(format!(" {text}"), theme.accent());
    let mut lines = vec![
        Line::from(vec![
            Span::raw(format!(" {}  ", gateway.key())),
            state_span(model, gateway),
        ]),
        field("template", gateway.spec.template.clone()),
    ];
    let status = gateway.status.clone().unwrap_or_default();
    for address in &status.addresses {
        lines.push(field(
            "address",
            format!("{} from pool {}", address.value, address.pool),
        ));
    }
    lines.push(field("revision", status.revision.to_string()));
    lines.push(Line::raw(""));
    lines.push(heading("Conditions"));
    status
        .conditions
        .iter()
        .for_each(|of| condition(theme, of, &mut lines));
    for listener in &gateway.spec.listeners {
        lines.push(Line::raw(""));
        let host = listener.hostname.as_deref().unwrap_or("*");
        let title = format!(
            "Listener {}: {} {} {host}",
            listener.name, listener.protocol, listener.port
        );
        lines.push(heading(&title));
        if let Some(of) = status.listeners.iter().find(|of| of.name == listener.name) {
            lines.push(field("routes", of.attached_routes.to_string()));
            of.conditions
                .iter()
                .for_each(|of| condition(theme, of, &mut lines));
        }
    }
    for instance in &status.instances {
        lines.push(Line::raw(""));
        lines.push(heading(&format!(
            "Envoy on {}: {:?}",
            instance.node, instance.state
        )));
        lines.push(field(
            "acknowledged",
            instance.acknowledged_revision.to_string(),
        ));
        if !instance.message.is_empty() {
            lines.push(field("message", instance.message.clone()));
        }
        if let Some(rejected) = &instance.rejected {
            lines.push(field(
                "rejected",
                format!("{}: {}", rejected.revision, rejected.message),
            ));
        }
    }
    lines
}

/// Any other object: its conditions, wherever in the status they are, then its fields.
fn describe_any(model: &Model, object: &RawObject) -> Vec<Line<'static>> {
    let theme = model.theme;
    let heading = |text: &str| Line::styled(format!(" {text}"), theme.accent());
    let mut lines = vec![Line::raw(format!(" {}", object.key())), Line::raw("")];
    let read = |value: Option<&Value>| -> Vec<Condition> {
        value
            .and_then(|value| Vec::deserialize(value).ok())
            .unwrap_or_default()
    };
    let status = object.status.clone().unwrap_or_default();
    let own = read(status.get("conditions"));
    if !own.is_empty() {
        lines.push(heading("Conditions"));
        own.iter().for_each(|of| condition(theme, of, &mut lines));
        lines.push(Line::raw(""));
    }
    for parent in status
        .get("parents")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let name = parent.pointer("/parentRef/name").and_then(Value::as_str);
        lines.push(heading(&format!("Gateway {}", name.unwrap_or_default())));
        read(parent.get("conditions"))
            .iter()
            .for_each(|of| condition(theme, of, &mut lines));
        lines.push(Line::raw(""));
    }
    lines.push(heading("Fields"));
    let text = serde_saphyr::to_string(&object.spec)
        .unwrap_or_else(|error| format!("can't write YAML: {error}"));
    lines.extend(text.lines().map(|line| Line::raw(format!("  {line}"))));
    lines
}

fn condition(theme: Theme, of: &Condition, lines: &mut Vec<Line<'static>>) {
    let health = match of.status {
        ConditionStatus::True => Health::Healthy,
        ConditionStatus::False => Health::Down,
        ConditionStatus::Unknown => Health::Unknown,
    };
    lines.push(Line::from(vec![
        Span::styled(format!("  {} ", theme.glyph(health)), theme.health(health)),
        Span::raw(format!("{:<14} {:?}  {}", of.kind, of.status, of.reason)),
    ]));
    if !of.message.is_empty() {
        lines.push(Line::styled(format!("      {}", of.message), theme.dim()));
    }
}
