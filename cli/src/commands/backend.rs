//! `epicctl backend`.

use std::net::SocketAddr;

use clap::{Args, Subcommand, ValueEnum};
use epic_api::backend::{
    Backend, BackendProtocol, BackendSpec, Endpoint, GrpcHealthCheck, HealthCheck, HttpHealthCheck,
    TcpHealthCheck,
};
use epic_api::{Duration, Kind};

use super::backend_policy::PolicyFlags;
use crate::args::{Common, LabelArgs, WriteArgs};
use crate::ask::{self, Missing};
use crate::failure::{Code, Failure, Outcome};
use crate::objects::changed_word;
use crate::session::Session;

/// Verbs of backends.
#[derive(Debug, Subcommand)]
pub enum BackendCommand {
    /// What every kind has.
    #[command(flatten)]
    Common(Common),
    /// Make one
    Create(Create),
    /// Change one
    Set(Set),
    /// Add or take away single endpoints
    #[command(subcommand)]
    Endpoint(EndpointCommand),
}

/// Verbs of endpoints.
#[derive(Debug, Subcommand)]
pub enum EndpointCommand {
    /// Add some
    Add(EndpointArgs),
    /// Take some away
    Remove(EndpointArgs),
}

/// `backend endpoint add` and `remove`.
#[derive(Args, Debug)]
pub struct EndpointArgs {
    /// The backend's name, or ACCOUNT/NAME
    name: String,
    /// The endpoints
    #[arg(required = true, value_name = "ADDRESS:PORT", value_parser = parse_endpoint)]
    endpoints: Vec<SocketAddr>,
    #[command(flatten)]
    write: WriteArgs,
}

/// `backend create`.
#[derive(Args, Debug)]
pub struct Create {
    /// Its name
    name: Option<String>,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    write: WriteArgs,
}

/// `backend set`.
#[derive(Args, Debug)]
pub struct Set {
    /// Its name, or ACCOUNT/NAME
    name: String,
    #[command(flatten)]
    fields: Fields,
    /// No more probes
    #[arg(long, conflicts_with_all = ["health_path", "health_tcp", "health_grpc"])]
    no_health: bool,
    /// No TLS towards the endpoints any more
    #[arg(long, conflicts_with = "tls_hostname")]
    no_tls: bool,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Args, Debug)]
struct Fields {
    /// An endpoint: `10.0.0.1:8080`, `[2001:db8::1]:8080`; `set` replaces earlier ones
    #[arg(short, long = "endpoint", value_name = "ADDRESS:PORT", value_delimiter = ',', value_parser = parse_endpoint)]
    endpoints: Vec<SocketAddr>,
    /// What is spoken to the endpoints
    #[arg(long, value_name = "PROTOCOL", value_enum, ignore_case = true)]
    protocol: Option<ProtocolFlag>,
    /// Probe by asking this path
    #[arg(long, value_name = "PATH", conflicts_with = "health_tcp")]
    health_path: Option<String>,
    /// Probe by opening a connection
    #[arg(long)]
    health_tcp: bool,
    /// Probe by gRPC's health service; of one service, or of the whole server
    #[arg(long, value_name = "SERVICE", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["health_path", "health_tcp"])]
    health_grpc: Option<String>,
    /// Between probes [default: 5s]
    #[arg(long, value_name = "DURATION")]
    health_interval: Option<Duration>,
    /// For one probe [default: 2s]
    #[arg(long, value_name = "DURATION")]
    health_timeout: Option<Duration>,
    #[command(flatten)]
    policy: PolicyFlags,
    #[command(flatten)]
    labels: LabelArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ProtocolFlag {
    /// HTTP/1.1
    #[value(name = "HTTP")]
    Http,
    /// HTTP/2 without TLS
    #[value(name = "H2C")]
    H2c,
}

fn parse_endpoint(text: &str) -> Result<SocketAddr, String> {
    let address: SocketAddr = text.parse().map_err(|_| {
        "write an IP address and a port: `10.0.0.1:8080`, `[2001:db8::1]:8080`".to_owned()
    })?;
    if address.port() == 0 {
        return Err("0 is not a port".to_owned());
    }
    Ok(address)
}

fn endpoint(address: &SocketAddr) -> Endpoint {
    Endpoint {
        address: address.ip(),
        port: address.port(),
        name: None,
        ready: true,
    }
}

fn is_at(endpoint: &Endpoint, address: &SocketAddr) -> bool {
    (endpoint.address, endpoint.port) == (address.ip(), address.port())
}

impl Fields {
    fn apply(&self, backend: &mut Backend) -> Outcome {
        let spec = &mut backend.spec;
        if !self.endpoints.is_empty() {
            spec.endpoints = self.endpoints.iter().map(endpoint).collect();
        }
        match self.protocol {
            Some(ProtocolFlag::Http) => spec.protocol = BackendProtocol::Http,
            Some(ProtocolFlag::H2c) => spec.protocol = BackendProtocol::H2c,
            None => {}
        }
        if let Some(path) = &self.health_path {
            let check = spec.health_check.get_or_insert_with(HealthCheck::default);
            (check.tcp, check.grpc) = (None, None);
            check.http = Some(HttpHealthCheck {
                path: path.clone(),
                hostname: None,
                expected_statuses: Vec::new(),
            });
        }
        if self.health_tcp {
            let check = spec.health_check.get_or_insert_with(HealthCheck::default);
            (check.http, check.grpc) = (None, None);
            check.tcp = Some(TcpHealthCheck {});
        }
        if let Some(service) = &self.health_grpc {
            let check = spec.health_check.get_or_insert_with(HealthCheck::default);
            (check.http, check.tcp) = (None, None);
            check.grpc = Some(GrpcHealthCheck {
                service: Some(service.clone()).filter(|service| !service.is_empty()),
            });
        }
        if self.health_interval.is_some() || self.health_timeout.is_some() {
            let check = spec.health_check.as_mut().ok_or_else(|| {
                Failure::usage("times for probes, but no probes")
                    .hint("give --health-path PATH, --health-tcp or --health-grpc")
            })?;
            check.interval = self.health_interval.or(check.interval);
            check.timeout = self.health_timeout.or(check.timeout);
        }
        self.policy.apply(&mut backend.spec)?;
        self.labels.apply(&mut backend.metadata);
        Ok(())
    }
}

impl BackendCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            BackendCommand::Common(common) => common.run(Kind::Backend, session).await,
            BackendCommand::Create(args) => create(args, session).await,
            BackendCommand::Set(args) => {
                change(session, &args.name, args.write, |backend| {
                    args.fields.apply(backend)?;
                    if args.no_health {
                        backend.spec.health_check = None;
                    }
                    if args.no_tls {
                        backend.spec.tls = None;
                    }
                    Ok(())
                })
                .await
            }
            BackendCommand::Endpoint(EndpointCommand::Add(args)) => {
                change(session, &args.name, args.write, |backend| {
                    for address in &args.endpoints {
                        if !backend.spec.endpoints.iter().any(|e| is_at(e, address)) {
                            backend.spec.endpoints.push(endpoint(address));
                        }
                    }
                    Ok(())
                })
                .await
            }
            BackendCommand::Endpoint(EndpointCommand::Remove(args)) => {
                change(session, &args.name, args.write, |backend| {
                    for address in &args.endpoints {
                        if !backend.spec.endpoints.iter().any(|e| is_at(e, address)) {
                            return Err(Failure::new(
                                Code::NotFound,
                                format!("the backend has no endpoint {address}"),
                            )
                            .hint(format!(
                                "show them: `epicctl backend get {} -o wide`",
                                args.name
                            )));
                        }
                        backend.spec.endpoints.retain(|e| !is_at(e, address));
                    }
                    Ok(())
                })
                .await
            }
        }
    }
}

async fn change(
    session: &Session,
    name: &str,
    write: WriteArgs,
    change: impl Fn(&mut Backend) -> Outcome,
) -> Outcome {
    let key = session.key(Kind::Backend, name)?;
    let (after, changed) = session
        .change::<BackendSpec>(&key, write.dry_run, change)
        .await?;
    session.written(&after, changed_word(changed), write.dry_run)
}

async fn create(mut args: Create, session: &Session) -> Outcome {
    let name = Missing {
        what: "name of the backend",
        flag: "epicctl backend create NAME",
    };
    let endpoints = Missing {
        what: "endpoints",
        flag: "--endpoint ADDRESS:PORT",
    };
    let name = ask::text(args.name, name, None)?;
    if args.fields.endpoints.is_empty() {
        args.fields.endpoints = ask::list(Vec::new(), endpoints)?
            .iter()
            .map(|text| {
                parse_endpoint(text).map_err(|why| Failure::usage(format!("`{text}`: {why}")))
            })
            .collect::<Outcome<_>>()?;
    }
    let key = session.key(Kind::Backend, &name)?;
    let mut backend = Backend::new(key.account.as_deref(), &key.name, BackendSpec::default());
    args.fields.apply(&mut backend)?;
    let made = session
        .create(&backend.to_raw(), args.write.dry_run)
        .await?;
    session.written(&made, "created", args.write.dry_run)
}
