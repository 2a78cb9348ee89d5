//! `epicctl envoy`: what a gateway's Envoys say, asked through epicd and the nodes' agents.

use clap::{Args, Subcommand};
use epic_api::gateway::{InstanceState, InstanceStatus};
use epic_api::query::{MOST_LINES, Query};
use epic_api::{Gateway, Kind, ObjectKey};

use crate::choice::{Rows, TableArgs};
use crate::failure::{Code, Failure, Outcome};
use crate::objects::unreadable;
use crate::session::Session;
use crate::table::{Cell, Tone};

/// Verbs of Envoys.
#[derive(Debug, Subcommand)]
pub enum EnvoyCommand {
    /// Show what each Envoy of a gateway is doing
    Status(Status),
    /// Show the configuration an Envoy has, without private keys
    Config(Instance),
    /// Show an Envoy's counters and gauges
    Stats(Stats),
    /// Show an Envoy's clusters and endpoints
    Clusters(Instance),
    /// Show the end of an Envoy's log
    Log(Log),
}

/// `envoy status`.
#[derive(Args, Debug)]
pub struct Status {
    /// The gateway's name, or ACCOUNT/NAME
    gateway: String,
    #[command(flatten)]
    table: TableArgs,
}

/// One Envoy.
#[derive(Args, Debug)]
pub struct Instance {
    /// The gateway's name, or ACCOUNT/NAME
    gateway: String,
    /// The node of the Envoy, where the gateway has several
    #[arg(long, value_name = "NODE")]
    node: Option<String>,
}

/// `envoy stats`.
#[derive(Args, Debug)]
pub struct Stats {
    #[command(flatten)]
    instance: Instance,
    /// Only names that this regular expression finds something in
    #[arg(
        long,
        value_name = "REGEX",
        default_value = "",
        hide_default_value = true
    )]
    filter: String,
}

/// `envoy log`.
#[derive(Args, Debug)]
pub struct Log {
    #[command(flatten)]
    instance: Instance,
    /// The access log
    #[arg(long)]
    access: bool,
    /// How many lines
    #[arg(short = 'n', long, value_name = "COUNT", default_value_t = 200)]
    lines: usize,
}

impl EnvoyCommand {
    /// Does it.
    ///
    /// # Errors
    /// There is no such gateway or Envoy, or it does not answer.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            EnvoyCommand::Status(status) => status.run(session).await,
            EnvoyCommand::Config(instance) => instance.ask(session, Query::Config).await,
            EnvoyCommand::Clusters(instance) => instance.ask(session, Query::Clusters).await,
            EnvoyCommand::Stats(Stats { instance, filter }) => {
                instance.ask(session, Query::Stats { filter }).await
            }
            EnvoyCommand::Log(log) => {
                if log.lines == 0 || log.lines > MOST_LINES {
                    return Err(Failure::usage(format!(
                        "--lines is between 1 and {MOST_LINES}"
                    )));
                }
                let lines = log.lines;
                let query = match log.access {
                    true => Query::AccessLog { lines },
                    false => Query::Log { lines },
                };
                log.instance.ask(session, query).await
            }
        }
    }
}

impl Status {
    async fn run(&self, session: &Session) -> Outcome {
        let (_, instances) = instances(session, &self.gateway).await?;
        if session.output.format.is_data() {
            return session.output.value(&instances);
        }
        let rows = instances.iter().map(|one| {
            let tone = match one.state {
                InstanceState::Serving => Tone::Good,
                InstanceState::Pending | InstanceState::Starting => Tone::Doubtful,
                _ => Tone::Bad,
            };
            let problem = one.rejected.as_ref().map_or(&one.message, |no| &no.message);
            vec![
                Cell::from(one.node.as_str()),
                Cell::toned(format!("{:?}", one.state), tone),
                Cell::from(one.acknowledged_revision.to_string()),
                Cell::from(problem.as_str()),
            ]
        });
        let headers = ["NODE", "STATE", "REVISION", "PROBLEM"];
        let rows = Rows::new(&headers, rows.collect());
        session.output.table(&self.table, rows)
    }
}

impl Instance {
    async fn ask(&self, session: &Session, query: Query) -> Outcome {
        let (key, instances) = instances(session, &self.gateway).await?;
        let nodes: Vec<&str> = instances.iter().map(|one| one.node.as_str()).collect();
        let node = match (&self.node, nodes.as_slice()) {
            (Some(node), _) => node,
            (None, [only]) => *only,
            (None, []) => {
                return Err(
                    Failure::new(Code::NotFound, format!("{key} is on no node")).hint(format!(
                        "epicctl gateway describe {} says why",
                        self.gateway
                    )),
                );
            }
            (None, several) => {
                return Err(Failure::usage(format!(
                    "{key} has several Envoys: choose one with --node {}",
                    several.join("|")
                )));
            }
        };
        let account = key.account.as_deref().unwrap_or_default();
        let client = session.client()?;
        let answer = client.ask(account, &key.name, node, &query).await?;
        if let Some(error) = answer.error {
            let what = format!("can't get the {} of {key} on node {node}", query.name());
            let failure = Failure::new(Code::Failure, what).cause(error);
            return Err(match query {
                Query::AccessLog { .. } => {
                    failure.hint("access logs are written where the template asks for them")
                }
                _ => failure,
            });
        }
        if answer.cut {
            session
                .output
                .warn("the answer was too long: a part of it is missing");
        }
        session.output.data(answer.text)
    }
}

async fn instances(session: &Session, gateway: &str) -> Outcome<(ObjectKey, Vec<InstanceStatus>)> {
    let key = session.key(Kind::Gateway, gateway)?;
    let raw = session.client()?.get(&key).await?;
    let gateway = Gateway::from_raw(&raw).map_err(|error| unreadable(&raw, &error))?;
    let status = gateway.status.unwrap_or_default();
    Ok((key, status.instances))
}
