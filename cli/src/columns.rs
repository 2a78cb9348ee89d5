//! What a table shows of each kind.

use epic_api::condition::{self, Condition, ConditionStatus};
use epic_api::event::EventType;
use epic_api::ippool::PoolUsage;
use epic_api::{
    Account, Backend, Certificate, Event, Gateway, GatewayTemplate, IpPool, Kind, Node, Object,
    RawObject, Route, Scope, Spec,
};
use jiff::Timestamp;

use crate::table::{Cell, Tone};

/// Which columns are asked for.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// `-o wide`.
    pub wide: bool,
    /// Whether objects of several accounts are shown.
    pub accounts: bool,
    /// The time ages are counted to.
    pub now: Timestamp,
}

/// The headings for a kind.
pub fn headers(kind: Kind, view: View) -> Vec<&'static str> {
    let (narrow, wide): (&[&str], &[&str]) = match kind {
        Kind::Account => (&["NAME", "GATEWAYS", "LIMIT", "AGE"], &["DISPLAY-NAME"]),
        Kind::IpPool => (
            &["NAME", "ADDRESSES", "IPV4", "IPV6", "READY", "AGE"],
            &["RESERVED"],
        ),
        Kind::GatewayTemplate => (
            &["NAME", "POOLS", "INSTANCES", "GATEWAYS", "ACCEPTED", "AGE"],
            &["PORTS", "PROTOCOLS"],
        ),
        Kind::Gateway => (
            &[
                "NAME",
                "ADDRESS",
                "LISTENERS",
                "ROUTES",
                "PROGRAMMED",
                "AGE",
            ],
            &["TEMPLATE", "NODES", "REVISION"],
        ),
        Kind::Route => (
            &[
                "NAME",
                "GATEWAYS",
                "HOSTNAMES",
                "RULES",
                "BACKENDS",
                "PROGRAMMED",
                "AGE",
            ],
            &["MATCHES"],
        ),
        Kind::Backend => (
            &["NAME", "PROTOCOL", "ENDPOINTS", "HEALTHY", "READY", "AGE"],
            &["ADDRESSES"],
        ),
        Kind::Certificate => (
            &["NAME", "DNS-NAMES", "EXPIRES", "READY", "AGE"],
            &["FINGERPRINT"],
        ),
        Kind::Node => (
            &[
                "NAME",
                "ROLE",
                "READY",
                "SCHEDULABLE",
                "GATEWAYS",
                "VERSION",
                "AGE",
            ],
            &["ADDRESSES", "ENVOY", "KERNEL", "ISOLATION"],
        ),
        Kind::Event => (
            &["LAST-SEEN", "TYPE", "OBJECT", "REASON", "MESSAGE"],
            &["SOURCE", "COUNT"],
        ),
    };
    let account = (view.accounts && kind.scope() == Scope::Account).then_some("ACCOUNT");
    account
        .into_iter()
        .chain(narrow.iter().copied())
        .chain(wide.iter().copied().filter(|_| view.wide))
        .collect()
}

/// The cells of an object. An object whose fields this version can't read shows its name only.
pub fn row(object: &RawObject, view: View) -> Vec<Cell> {
    let cells = match object.kind {
        Kind::Account => typed(object).map(|o| account(&o, view)),
        Kind::IpPool => typed(object).map(|o| ippool(&o, view)),
        Kind::GatewayTemplate => typed(object).map(|o| template(&o, view)),
        Kind::Gateway => typed(object).map(|o| gateway(&o, view)),
        Kind::Route => typed(object).map(|o| route(&o, view)),
        Kind::Backend => typed(object).map(|o| backend(&o, view)),
        Kind::Certificate => typed(object).map(|o| certificate(&o, view)),
        Kind::Node => typed(object).map(|o| node(&o, view)),
        Kind::Event => typed(object).map(|o| event(&o, view)),
    };
    let mut cells = cells.unwrap_or_else(|| vec![name(&object.metadata.name)]);
    let headings = headers(object.kind, view).len();
    if view.accounts && object.kind.scope() == Scope::Account {
        cells.insert(
            0,
            Cell::from(object.metadata.account.clone().unwrap_or_default()),
        );
    }
    cells.resize(headings, Cell::default());
    cells
}

fn typed<S: Spec>(object: &RawObject) -> Option<Object<S>> {
    Object::from_raw(object).ok()
}

fn name(name: &str) -> Cell {
    Cell::from(name)
}

fn age_of<S: Spec>(object: &Object<S>, view: View) -> Cell {
    let created = object.metadata.creation_timestamp;
    let cell = created.map(|created| {
        #[expect(
            clippy::cast_precision_loss,
            reason = "to the second for 285 million years"
        )]
        let seconds = (view.now.as_second() - created.as_second()) as f64;
        Cell::ranked(age(created, view.now), seconds)
    });
    cell.unwrap_or_default()
}

/// The time between, in its largest unit: `42s`, `5m`, `3h`, `12d`.
pub fn age(from: Timestamp, now: Timestamp) -> String {
    let seconds = (now.as_second() - from.as_second()).max(0);
    match seconds {
        0..120 => format!("{seconds}s"),
        120..7_200 => format!("{}m", seconds / 60),
        7_200..172_800 => format!("{}h", seconds / 3_600),
        _ => format!("{}d", seconds / 86_400),
    }
}

/// `True`, or the answer with its reason.
pub fn answer(conditions: &[Condition], kind: &str) -> Cell {
    match condition::find(conditions, kind) {
        Some(condition) => condition_cell(condition),
        None => Cell::toned("Unknown", Tone::Doubtful),
    }
}

fn condition_cell(condition: &Condition) -> Cell {
    let (word, tone) = match condition.status {
        ConditionStatus::True => return Cell::toned("True", Tone::Good),
        ConditionStatus::False => ("False", Tone::Bad),
        ConditionStatus::Unknown => ("Unknown", Tone::Doubtful),
    };
    Cell::toned(format!("{word}:{}", condition.reason), tone)
}

fn join<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    items.join(",")
}

fn or_any(text: String) -> Cell {
    Cell::from(if text.is_empty() { "any".into() } else { text })
}

fn account(object: &Account, view: View) -> Vec<Cell> {
    let status = object.status.clone().unwrap_or_default();
    let limit = object.spec.quotas.gateways.map(|n| n.to_string());
    vec![
        name(&object.metadata.name),
        Cell::from(status.gateways.to_string()),
        Cell::from(limit.unwrap_or_default()),
        age_of(object, view),
        Cell::from(object.spec.display_name.clone().unwrap_or_default()),
    ]
}

fn ippool(object: &IpPool, view: View) -> Vec<Cell> {
    let status = object.status.clone().unwrap_or_default();
    let usage = |of: PoolUsage| {
        let tone = if of.total > 0 && of.used >= of.total {
            Tone::Bad
        } else {
            Tone::Plain
        };
        let text = if of.total == 0 {
            String::new()
        } else {
            format!("{}/{}", of.used, of.total)
        };
        Cell::toned(text, tone)
    };
    vec![
        name(&object.metadata.name),
        Cell::from(join(&object.spec.addresses)),
        usage(status.ipv4),
        usage(status.ipv6),
        answer(&status.conditions, "Ready"),
        age_of(object, view),
        Cell::from(join(&object.spec.reserved)),
    ]
}

fn template(object: &GatewayTemplate, view: View) -> Vec<Cell> {
    let status = object.status.clone().unwrap_or_default();
    vec![
        name(&object.metadata.name),
        Cell::from(join(&object.spec.pools)),
        Cell::from(object.spec.instances.to_string()),
        Cell::from(status.gateways.to_string()),
        answer(&status.conditions, "Accepted"),
        age_of(object, view),
        or_any(join(&object.spec.allowed_ports)),
        or_any(join(&object.spec.allowed_protocols)),
    ]
}

fn gateway(object: &Gateway, view: View) -> Vec<Cell> {
    let status = object.status.clone().unwrap_or_default();
    let listeners = object
        .spec
        .listeners
        .iter()
        .map(|listener| format!("{}:{}", listener.name, listener.port));
    // A route that is bound to several listeners counts once for each; the largest is a lower bound
    // and right for the usual gateway.
    let routes = status.listeners.iter().map(|l| l.attached_routes).max();
    vec![
        name(&object.metadata.name),
        Cell::from(join(status.addresses.iter().map(|a| a.value))),
        Cell::from(join(listeners)),
        Cell::from(routes.unwrap_or(0).to_string()),
        answer(&status.conditions, "Programmed"),
        age_of(object, view),
        Cell::from(object.spec.template.clone()),
        Cell::from(join(status.instances.iter().map(|i| &i.node))),
        Cell::from(status.revision.to_string()),
    ]
}

fn route(object: &Route, view: View) -> Vec<Cell> {
    let status = object.status.clone().unwrap_or_default();
    let http = object.spec.http.iter().flat_map(|http| &http.rules);
    let matches = http.flat_map(|rule| &rule.matches).map(|m| {
        let path = m.path.clone().unwrap_or_default();
        let method = m.method.map(|method| format!("{method:?} ").to_uppercase());
        format!("{}{}", method.unwrap_or_default(), path.value)
    });
    let matches = join(matches);
    let rules = object.spec.http.as_ref().map_or(0, |http| http.rules.len())
        + object.spec.tcp.as_ref().map_or(0, |tcp| tcp.rules.len());
    let mut backends: Vec<&str> = object.spec.backend_names().collect();
    backends.sort_unstable();
    backends.dedup();
    // The worst parent speaks for the route.
    let programmed = status
        .parents
        .iter()
        .map(|parent| answer(&parent.conditions, "Programmed"))
        .max_by_key(|cell| cell.tone as u8)
        .unwrap_or_else(|| Cell::toned("Unknown", Tone::Doubtful));
    vec![
        name(&object.metadata.name),
        Cell::from(join(object.spec.parent_refs.iter().map(|p| &p.name))),
        or_any(join(&object.spec.hostnames)),
        Cell::from(rules.to_string()),
        Cell::from(join(backends)),
        programmed,
        age_of(object, view),
        or_any(matches),
    ]
}

fn backend(object: &Backend, view: View) -> Vec<Cell> {
    let status = object.status.clone().unwrap_or_default();
    let addresses = object
        .spec
        .endpoints
        .iter()
        .map(|endpoint| std::net::SocketAddr::from((endpoint.address, endpoint.port)));
    let tone = match status.healthy {
        healthy if healthy >= status.endpoints => Tone::Good,
        0 => Tone::Bad,
        _ => Tone::Doubtful,
    };
    vec![
        name(&object.metadata.name),
        Cell::from(match object.spec.protocol {
            epic_api::backend::BackendProtocol::Http => "HTTP",
            epic_api::backend::BackendProtocol::H2c => "H2C",
        }),
        Cell::from(object.spec.endpoints.len().to_string()),
        Cell::toned(format!("{}/{}", status.healthy, status.endpoints), tone),
        answer(&status.conditions, "Ready"),
        age_of(object, view),
        Cell::from(join(addresses)),
    ]
}

fn certificate(object: &Certificate, view: View) -> Vec<Cell> {
    let status = object.status.clone().unwrap_or_default();
    let expires = status.not_after.map(|end| {
        let days = (end.as_second() - view.now.as_second()).div_euclid(86_400);
        let tone = match days {
            ..0 => Tone::Bad,
            0..14 => Tone::Doubtful,
            _ => Tone::Plain,
        };
        Cell::toned(
            if days < 0 {
                "expired".into()
            } else {
                format!("{days}d")
            },
            tone,
        )
    });
    vec![
        name(&object.metadata.name),
        Cell::from(join(&status.dns_names)),
        expires.unwrap_or_default(),
        answer(&status.conditions, "Ready"),
        age_of(object, view),
        Cell::from(status.fingerprint),
    ]
}

fn node(object: &Node, view: View) -> Vec<Cell> {
    let status = object.status.clone().unwrap_or_default();
    let schedulable = if object.spec.unschedulable {
        Cell::toned("False", Tone::Doubtful)
    } else {
        Cell::from("True")
    };
    vec![
        name(&object.metadata.name),
        Cell::from(match object.spec.role {
            epic_api::node::NodeRole::Gateway => "gateway",
        }),
        answer(&status.conditions, "Ready"),
        schedulable,
        Cell::from(status.gateways.to_string()),
        Cell::from(status.agent_version),
        age_of(object, view),
        Cell::from(join(status.addresses)),
        Cell::from(status.envoy_version),
        Cell::from(status.kernel),
        Cell::from(status.isolation),
    ]
}

fn event(object: &Event, view: View) -> Vec<Cell> {
    let spec = &object.spec;
    let (word, tone) = match spec.kind {
        EventType::Normal => ("Normal", Tone::Plain),
        EventType::Warning => ("Warning", Tone::Doubtful),
    };
    let regarding = &spec.regarding;
    vec![
        Cell::from(age(spec.last_seen, view.now)),
        Cell::toned(word, tone),
        Cell::from(format!(
            "{}/{}",
            regarding.kind.name().to_ascii_lowercase(),
            regarding.name
        )),
        Cell::from(spec.reason.clone()),
        // One event is one line, whatever Envoy said.
        Cell::from(spec.message.replace(['\n', '\r'], " ")),
        Cell::from(spec.source.clone()),
        Cell::from(spec.count.to_string()),
    ]
}

#[cfg(test)]
mod tests;
