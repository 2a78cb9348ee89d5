//! `epicctl NOUN describe`: everything about one object.

use std::fmt::Write as _;

use epic_api::condition::{Condition, ConditionStatus};
use epic_api::topology::Glyphs;
use epic_api::{Kind, ObjectKey, RawObject};
use jiff::Timestamp;

use super::{events, wait};
use crate::columns::{self, View, age};
use crate::failure::Outcome;
use crate::output::yaml;
use crate::session::Session;
use crate::table::{Cell, Layout, Tone};

/// The most events that are shown.
const EVENTS: usize = 10;

/// The noun of a kind on the command line.
pub fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Account => "account",
        Kind::IpPool => "ippool",
        Kind::GatewayTemplate => "template",
        Kind::Gateway => "gateway",
        Kind::Route => "route",
        Kind::Backend => "backend",
        Kind::Certificate => "certificate",
        Kind::Node => "node",
        Kind::Event => "events",
    }
}

/// Prints it.
///
/// # Errors
/// There is no such object, or epicd can't be reached.
pub async fn describe(key: &ObjectKey, session: &Session) -> Outcome {
    let client = session.client()?;
    let object = client.get(key).await?;
    if !session.output.format.is_table() {
        return session.output.object(&object);
    }
    let mut text = header(&object, session.now);
    if !matches!(object.kind, Kind::Certificate) {
        let _ = write!(text, "\nSpec:\n{}", indented(&yaml(&object.spec)?));
    }
    let conditions = wait::conditions(&object);
    if !conditions.is_empty() {
        let table = conditions_table(&conditions, session.now);
        let _ = write!(text, "\nConditions:\n{}", indented(&table));
    }
    if let (Kind::Gateway, Some(account)) = (key.kind, &key.account) {
        // The object is worth showing without its graph.
        if let Ok(graph) = client.topology(account, &key.name).await {
            let _ = write!(
                text,
                "\nTopology:\n{}",
                indented(&graph.to_text(Glyphs::Unicode))
            );
        }
    }
    if let Ok(list) = client
        .list(Kind::Event, Some(events::account_of(key)))
        .await
    {
        let mut about = list.items;
        about.retain(|event| events::is_about(event, key));
        events::sort(&mut about);
        let recent = about.split_off(about.len().saturating_sub(EVENTS));
        text.push_str("\nEvents:\n");
        text.push_str(&indented(&events_table(&recent, session.now)));
    }
    session.output.data(text)
}

fn header(object: &RawObject, now: Timestamp) -> String {
    let metadata = &object.metadata;
    let mut rows = vec![
        vec![Cell::from("Kind:"), Cell::from(object.kind.name())],
        vec![Cell::from("Name:"), Cell::from(metadata.name.clone())],
    ];
    if let Some(account) = &metadata.account {
        rows.push(vec![Cell::from("Account:"), Cell::from(account.clone())]);
    }
    if !metadata.labels.is_empty() {
        let labels: Vec<String> = metadata
            .labels
            .iter()
            .map(|(n, v)| format!("{n}={v}"))
            .collect();
        rows.push(vec![Cell::from("Labels:"), Cell::from(labels.join(", "))]);
    }
    if let Some(created) = metadata.creation_timestamp {
        let text = format!("{created} ({} ago)", age(created, now));
        rows.push(vec![Cell::from("Created:"), Cell::from(text)]);
    }
    rows.push(vec![
        Cell::from("Generation:"),
        Cell::from(metadata.generation.to_string()),
    ]);
    let addresses = object
        .status
        .as_ref()
        .and_then(|status| status.get("addresses"));
    if let (Kind::Gateway, Some(addresses)) = (object.kind, addresses.and_then(|a| a.as_array())) {
        let addresses: Vec<String> = addresses
            .iter()
            .filter_map(|a| {
                Some(format!(
                    "{} ({})",
                    a.get("value")?.as_str()?,
                    a.get("pool")?.as_str()?
                ))
            })
            .collect();
        rows.push(vec![
            Cell::from("Addresses:"),
            Cell::from(addresses.join(", ")),
        ]);
    }
    Layout::default().render(None, &rows)
}

/// Conditions with reason and message.
pub fn conditions_table(conditions: &[Condition], now: Timestamp) -> String {
    let row = |condition: &Condition| {
        let tone = match condition.status {
            ConditionStatus::True => Tone::Good,
            ConditionStatus::False => Tone::Bad,
            ConditionStatus::Unknown => Tone::Doubtful,
        };
        vec![
            Cell::from(condition.kind.clone()),
            Cell::toned(format!("{:?}", condition.status), tone),
            Cell::from(condition.reason.clone()),
            Cell::from(age(condition.last_transition_time, now)),
            Cell::from(condition.message.replace('\n', " ")),
        ]
    };
    let rows: Vec<Vec<Cell>> = conditions.iter().map(row).collect();
    let headers = ["CONDITION", "STATUS", "REASON", "SINCE", "MESSAGE"];
    Layout::default().render(Some(&headers), &rows)
}

fn events_table(events: &[RawObject], now: Timestamp) -> String {
    if events.is_empty() {
        return "none\n".to_owned();
    }
    let view = View {
        wide: false,
        accounts: false,
        now,
    };
    let rows: Vec<Vec<Cell>> = events
        .iter()
        .map(|event| columns::row(event, view))
        .collect();
    Layout::default().render(Some(&columns::headers(Kind::Event, view)), &rows)
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).collect()
}
