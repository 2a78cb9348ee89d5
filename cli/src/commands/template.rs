//! `epicctl template`.

use clap::{Args, Subcommand};
use epic_api::gateway::Protocol;
use epic_api::template::{GatewayTemplate, GatewayTemplateSpec, PortRange};
use epic_api::{Duration, Kind};

use super::gateway::parse_protocol;
use crate::args::{Common, LabelArgs, WriteArgs};
use crate::ask::{self, Missing};
use crate::failure::Outcome;
use crate::objects::changed_word;
use crate::session::Session;

/// Verbs of templates.
#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// What every kind has.
    #[command(flatten)]
    Common(Common),
    /// Make one
    Create(Create),
    /// Change one, and with it every gateway of it
    Set(Set),
}

/// `template create`.
#[derive(Args, Debug)]
pub struct Create {
    /// Its name
    name: Option<String>,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    write: WriteArgs,
}

/// `template set`.
#[derive(Args, Debug)]
pub struct Set {
    /// Its name
    name: String,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Args, Debug)]
struct Fields {
    /// Pools a gateway gets one address from each
    #[arg(long = "pool", value_name = "NAME", value_delimiter = ',')]
    pools: Vec<String>,
    /// Nodes that serve a gateway [default: 1]
    #[arg(long, value_name = "N")]
    instances: Option<u32>,
    /// Ports listeners may have: `80`, `8000-8999` [default: all]
    #[arg(long = "allow-port", value_name = "PORTS", value_delimiter = ',')]
    ports: Vec<PortRange>,
    /// Protocols listeners may have: HTTP, HTTPS, TCP [default: all]
    #[arg(long = "allow-protocol", value_name = "PROTOCOL", value_delimiter = ',', value_parser = parse_protocol)]
    protocols: Vec<Protocol>,
    /// Envoy worker threads of an instance [default: 2]
    #[arg(long, value_name = "N")]
    concurrency: Option<u32>,
    /// The most open client connections of an instance
    #[arg(long, value_name = "N")]
    max_connections: Option<u32>,
    /// Closes a client's connection without requests [default: 1h]
    #[arg(long, value_name = "DURATION")]
    idle_timeout: Option<Duration>,
    /// Until a backend takes a connection [default: 5s]
    #[arg(long, value_name = "DURATION")]
    connect_timeout: Option<Duration>,
    /// How long an instance that stops lets open requests finish [default: 10s]
    #[arg(long, value_name = "DURATION")]
    drain_timeout: Option<Duration>,
    #[command(flatten)]
    labels: LabelArgs,
}

impl Fields {
    fn apply(&self, template: &mut GatewayTemplate) {
        let spec = &mut template.spec;
        replace_list(&mut spec.pools, &self.pools);
        replace_list(&mut spec.allowed_ports, &self.ports);
        replace_list(&mut spec.allowed_protocols, &self.protocols);
        spec.instances = self.instances.unwrap_or(spec.instances);
        spec.concurrency = self.concurrency.or(spec.concurrency);
        spec.limits.connections = self.max_connections.or(spec.limits.connections);
        spec.timeouts.idle = self.idle_timeout.or(spec.timeouts.idle);
        spec.timeouts.connect = self.connect_timeout.or(spec.timeouts.connect);
        spec.timeouts.drain = self.drain_timeout.or(spec.timeouts.drain);
        self.labels.apply(&mut template.metadata);
    }
}

fn replace_list<T: Clone>(list: &mut Vec<T>, given: &[T]) {
    if !given.is_empty() {
        *list = given.to_vec();
    }
}

impl TemplateCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            TemplateCommand::Common(common) => common.run(Kind::GatewayTemplate, session).await,
            TemplateCommand::Create(args) => create(args, session).await,
            TemplateCommand::Set(args) => {
                let key = session.key(Kind::GatewayTemplate, &args.name)?;
                let (after, changed) = session
                    .change::<GatewayTemplateSpec>(&key, args.write.dry_run, |template| {
                        args.fields.apply(template);
                        Ok(())
                    })
                    .await?;
                session.written(&after, changed_word(changed), args.write.dry_run)
            }
        }
    }
}

async fn create(args: Create, session: &Session) -> Outcome {
    let name = Missing {
        what: "name of the template",
        flag: "epicctl template create NAME",
    };
    let pool = Missing {
        what: "pool",
        flag: "--pool NAME",
    };
    let name = ask::text(args.name, name, None)?;
    let mut pools = args.fields.pools.clone();
    if ask::must_choose(pools.first().map(String::as_str), pool)? {
        let known = session.fetch(Kind::IpPool, false).await?.items;
        let known = known.into_iter().map(|pool| pool.metadata.name).collect();
        pools = vec![ask::choose(pool, known)?];
    }
    let spec = GatewayTemplateSpec {
        pools,
        ..GatewayTemplateSpec::default()
    };
    let mut template = GatewayTemplate::new(None, &name, spec);
    args.fields.apply(&mut template);
    let made = session
        .create(&template.to_raw(), args.write.dry_run)
        .await?;
    session.written(&made, "created", args.write.dry_run)
}
