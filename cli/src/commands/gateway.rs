//! `epicctl gateway`.

use std::net::IpAddr;

use clap::{Args, Subcommand};
use epic_api::gateway::{Gateway, GatewaySpec, GatewayStatus, Protocol};
use epic_api::{Kind, Object, RawObject};

use super::graph::GraphArgs;
use super::listener::{ListenerFlag, default_name};
use super::wait::{self, Goal};
use crate::args::{Common, LabelArgs, NameArg, WaitFor, WriteArgs};
use crate::ask::{self, Missing};
use crate::columns;
use crate::failure::{Failure, Outcome};
use crate::objects::{changed_word, unreadable};
use crate::session::Session;
use crate::table::{Cell, Layout, Tone};

/// Verbs of gateways.
#[derive(Debug, Subcommand)]
pub enum GatewayCommand {
    /// What every kind has.
    #[command(flatten)]
    Common(Common),
    /// Make one: `epicctl gateway create web --template http --port 80`
    Create(Create),
    /// Change one
    Set(Set),
    /// Show conditions, listeners and instances
    Status(NameArg),
    /// Show what leads where, with health and rates: -o tree, dot, mermaid, json
    Graph(GraphArgs),
    /// Wait for a condition
    Wait(WaitGateway),
}

/// `gateway create`.
#[derive(Args, Debug)]
pub struct Create {
    /// Its name
    name: Option<String>,
    /// The template it is made from
    #[arg(short, long, value_name = "NAME")]
    template: Option<String>,
    /// A port to listen on; HTTP, or HTTPS with --certificate
    #[arg(short, long = "port", value_name = "PORT", value_delimiter = ',')]
    ports: Vec<u16>,
    /// What is spoken on the ports: HTTP, HTTPS or TCP
    #[arg(long, value_name = "PROTOCOL", value_parser = parse_protocol)]
    protocol: Option<Protocol>,
    /// Only requests for this host
    #[arg(long, value_name = "HOST")]
    hostname: Option<String>,
    /// A certificate for HTTPS
    #[arg(long = "certificate", value_name = "NAME")]
    certificates: Vec<String>,
    /// A listener in full: `name=https,protocol=HTTPS,port=443,hostname=…,certificate=…`
    #[arg(long = "listener", value_name = "FIELDS")]
    listeners: Vec<ListenerFlag>,
    /// Ask for this address instead of the next free one
    #[arg(long = "address", value_name = "IP")]
    addresses: Vec<IpAddr>,
    #[command(flatten)]
    labels: LabelArgs,
    #[command(flatten)]
    wait: WaitFor,
    #[command(flatten)]
    write: WriteArgs,
}

/// `gateway set`.
#[derive(Args, Debug)]
pub struct Set {
    /// Its name, or ACCOUNT/NAME
    name: String,
    /// Ask for this address
    #[arg(long = "address", value_name = "IP")]
    addresses: Vec<IpAddr>,
    #[command(flatten)]
    labels: LabelArgs,
    #[command(flatten)]
    wait: WaitFor,
    #[command(flatten)]
    write: WriteArgs,
}

/// `gateway wait`.
#[derive(Args, Debug)]
pub struct WaitGateway {
    /// Its name, or ACCOUNT/NAME
    name: String,
    /// What is waited for: `condition=NAME`, `condition=NAME=False`, `create`, `delete`
    #[arg(
        long = "for",
        value_name = "GOAL",
        default_value = "condition=Programmed"
    )]
    goal: Goal,
    /// The longest wait
    #[arg(long, value_name = "DURATION", default_value = "60s")]
    timeout: epic_api::Duration,
}

/// Reads a protocol in any case.
///
/// # Errors
/// There is no such protocol.
pub fn parse_protocol(text: &str) -> Result<Protocol, String> {
    Protocol::ALL
        .into_iter()
        .find(|protocol| protocol.name().eq_ignore_ascii_case(text))
        .ok_or_else(|| "the protocols are HTTP, HTTPS and TCP".to_owned())
}

impl GatewayCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            GatewayCommand::Common(common) => common.run(Kind::Gateway, session).await,
            GatewayCommand::Create(args) => create(args, session).await,
            GatewayCommand::Set(args) => {
                let key = session.key(Kind::Gateway, &args.name)?;
                let (after, changed) = session
                    .change::<GatewaySpec>(&key, args.write.dry_run, |gateway| {
                        if !args.addresses.is_empty() {
                            gateway.spec.addresses.clone_from(&args.addresses);
                        }
                        args.labels.apply(&mut gateway.metadata);
                        Ok(())
                    })
                    .await?;
                let after = finish(session, after, &args.wait, args.write.dry_run).await?;
                session.written(&after, changed_word(changed), args.write.dry_run)
            }
            GatewayCommand::Status(args) => {
                let key = session.key(Kind::Gateway, &args.name)?;
                status(&session.client()?.get(&key).await?, session)
            }
            GatewayCommand::Graph(args) => args.run(session).await,
            GatewayCommand::Wait(args) => {
                let key = session.key(Kind::Gateway, &args.name)?;
                wait::until(session, &key, &args.goal, args.timeout).await?;
                session.output.note(format!("{key}: {}", args.goal));
                Ok(())
            }
        }
    }
}

async fn create(args: Create, session: &Session) -> Outcome {
    let name = Missing {
        what: "name of the gateway",
        flag: "epicctl gateway create NAME",
    };
    let template = Missing {
        what: "template",
        flag: "--template NAME",
    };
    let port = Missing {
        what: "port",
        flag: "--port 80",
    };
    let name = ask::text(args.name, name, None)?;
    let template = if ask::must_choose(args.template.as_deref(), template)? {
        let known = session.fetch(Kind::GatewayTemplate, false).await?.items;
        ask::choose(
            template,
            known.into_iter().map(|t| t.metadata.name).collect(),
        )?
    } else {
        args.template.unwrap_or_default()
    };
    let mut ports = args.ports;
    if ports.is_empty() && args.listeners.is_empty() {
        let answer = ask::text(None, port, Some("80"))?;
        let number = answer
            .trim()
            .parse()
            .map_err(|_| Failure::usage(format!("`{answer}` is not a port")))?;
        ports.push(number);
    }
    let mut listeners = Vec::new();
    for port in ports {
        let flag = ListenerFlag {
            port: Some(port),
            protocol: args.protocol,
            hostname: args.hostname.clone(),
            certificates: args.certificates.clone(),
            ..ListenerFlag::default()
        };
        listeners.push(flag.listener()?);
    }
    for flag in args.listeners {
        listeners.push(flag.listener()?);
    }
    let spec = GatewaySpec {
        template,
        listeners,
        addresses: args.addresses,
        ..GatewaySpec::default()
    };
    let key = session.key(Kind::Gateway, &name)?;
    let mut gateway = Gateway::new(key.account.as_deref(), &key.name, spec);
    args.labels.apply(&mut gateway.metadata);
    let made = session
        .create(&gateway.to_raw(), args.write.dry_run)
        .await?;
    session.written(&made, "created", args.write.dry_run)?;
    let made = finish(session, made, &args.wait, args.write.dry_run).await?;
    if session.output.format.is_table() {
        let made = explained(session, made, args.write.dry_run).await;
        addresses(&made, session)?;
    }
    Ok(())
}

/// The reason for a missing address follows the answer to the create by a moment, and is worth it.
async fn explained(session: &Session, made: RawObject, dry_run: bool) -> RawObject {
    let has_address = || {
        let addresses = made
            .status
            .as_ref()
            .and_then(|status| status.get("addresses"));
        addresses.is_some_and(|addresses| addresses.as_array().is_some_and(|all| !all.is_empty()))
    };
    if dry_run || has_address() {
        return made;
    }
    let (goal, a_moment) = (
        Goal::condition("Accepted"),
        epic_api::Duration::from_secs(1),
    );
    match wait::until(session, &made.key(), &goal, a_moment).await {
        Ok(Some(looked_at)) => looked_at,
        _ => made,
    }
}

/// Waits if that was asked for, and answers with how the object is then.
async fn finish(
    session: &Session,
    object: RawObject,
    wait: &WaitFor,
    dry_run: bool,
) -> Outcome<RawObject> {
    match &wait.wait {
        Some(condition) if !dry_run => {
            let goal = Goal::condition(condition);
            let last = wait::until(session, &object.key(), &goal, wait.timeout).await?;
            Ok(last.unwrap_or(object))
        }
        _ => Ok(object),
    }
}

fn addresses(object: &RawObject, session: &Session) -> Outcome {
    let gateway = Object::<GatewaySpec>::from_raw(object).map_err(|e| unreadable(object, &e))?;
    let status = gateway.status.unwrap_or_default();
    for address in &status.addresses {
        session.output.data(format!("address {}", address.value))?;
    }
    if status.addresses.is_empty() {
        let why = epic_api::condition::find(&status.conditions, "Programmed")
            .map(|condition| condition.message.clone())
            .filter(|message| !message.is_empty())
            .unwrap_or_else(|| "epicd has given it none yet".to_owned());
        session.output.warn(format!(
            "no address: {why}; see `epicctl gateway status {}`",
            object.metadata.name
        ));
    }
    Ok(())
}

fn status(object: &RawObject, session: &Session) -> Outcome {
    if !session.output.format.is_table() {
        return session.output.value(&object.status);
    }
    let gateway = Object::<GatewaySpec>::from_raw(object).map_err(|e| unreadable(object, &e))?;
    let status = gateway.status.unwrap_or_default();
    let mut text = super::describe::conditions_table(&status.conditions, session.now);
    text.push('\n');
    text.push_str(&listeners_table(&gateway.spec, &status));
    text.push('\n');
    text.push_str(&instances_table(&status));
    session.output.data(text)
}

fn listeners_table(spec: &GatewaySpec, status: &GatewayStatus) -> String {
    let row = |listener: &epic_api::gateway::Listener| {
        let of = status.listeners.iter().find(|s| s.name == listener.name);
        let name = if listener.name.is_empty() {
            default_name(listener.protocol, listener.port)
        } else {
            listener.name.clone()
        };
        vec![
            Cell::from(name),
            Cell::from(listener.protocol.name()),
            Cell::from(listener.port.to_string()),
            Cell::from(listener.hostname.clone().unwrap_or_else(|| "*".into())),
            Cell::from(of.map_or(0, |s| s.attached_routes).to_string()),
            of.map_or_else(Cell::default, |s| {
                columns::answer(&s.conditions, "Programmed")
            }),
        ]
    };
    let rows: Vec<Vec<Cell>> = spec.listeners.iter().map(row).collect();
    let headers = [
        "LISTENER",
        "PROTOCOL",
        "PORT",
        "HOSTNAME",
        "ROUTES",
        "PROGRAMMED",
    ];
    Layout::default().render(Some(&headers), &rows)
}

fn instances_table(status: &GatewayStatus) -> String {
    if status.instances.is_empty() {
        return "no instances\n".to_owned();
    }
    let row = |instance: &epic_api::gateway::InstanceStatus| {
        let serving = instance.state == epic_api::gateway::InstanceState::Serving;
        let behind = instance.acknowledged_revision < status.revision;
        let message = match &instance.rejected {
            Some(rejected) => format!(
                "revision {} refused: {}",
                rejected.revision,
                rejected.message.replace('\n', " ")
            ),
            None => instance.message.clone(),
        };
        vec![
            Cell::from(instance.node.clone()),
            Cell::toned(
                format!("{:?}", instance.state),
                if serving { Tone::Good } else { Tone::Doubtful },
            ),
            Cell::toned(
                format!("{}/{}", instance.acknowledged_revision, status.revision),
                if behind { Tone::Doubtful } else { Tone::Good },
            ),
            Cell::from(message),
        ]
    };
    let rows: Vec<Vec<Cell>> = status.instances.iter().map(row).collect();
    Layout::default().render(Some(&["NODE", "STATE", "REVISION", "MESSAGE"]), &rows)
}
