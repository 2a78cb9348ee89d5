//! `epicctl template`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use epic_api::gateway::Protocol;
use epic_api::template::{
    AccessLog, EnvoyPatch, GatewayTemplate, GatewayTemplateSpec, PortRange, ProxyProtocol,
    TlsVersion,
};
use epic_api::{Duration, Kind};

use super::gateway::parse_protocol;
use super::template_import::Import;
use crate::args::{Common, LabelArgs, WriteArgs};
use crate::ask::{self, Missing};
use crate::failure::{Failure, Outcome};
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
    /// Read service groups of the original EPIC: what has a field here becomes templates and pools
    Import(Import),
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
    /// Protocols listeners may have: HTTP, HTTPS, TLS, TCP, UDP [default: all]
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
    /// Answer HTTP/3 too, on the UDP port of each HTTPS listener
    #[arg(long, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true")]
    http3: Option<bool>,
    /// Whether clients send the PROXY protocol
    #[arg(long, value_name = "WHEN", value_enum, ignore_case = true)]
    proxy_protocol: Option<ProxyFlag>,
    /// The oldest version of TLS that is spoken [default: 1.2]
    #[arg(long, value_name = "VERSION", value_enum)]
    tls_min_version: Option<TlsFlag>,
    /// Cipher suites for TLS 1.2, by BoringSSL's names; replaces earlier ones
    #[arg(long = "cipher-suite", value_name = "NAME", value_delimiter = ',')]
    cipher_suites: Vec<String>,
    /// A line for every request: `json` (EPIC's own choice), `none`, or Envoy's format, like `%START_TIME% …`
    #[arg(long, value_name = "FORMAT")]
    access_log: Option<String>,
    /// Changes to generated Envoy resources: a YAML or JSON list of patches; replaces earlier ones
    #[arg(long, value_name = "FILE")]
    envoy_patch: Option<PathBuf>,
    #[command(flatten)]
    labels: LabelArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ProxyFlag {
    /// Every client; others are turned away
    Required,
    /// Some
    Optional,
    /// None
    Never,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum TlsFlag {
    #[value(name = "1.2")]
    V1_2,
    #[value(name = "1.3")]
    V1_3,
}

impl Fields {
    fn apply(&self, template: &mut GatewayTemplate) -> Outcome {
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
        spec.http3 = self.http3.unwrap_or(spec.http3);
        match self.proxy_protocol {
            Some(ProxyFlag::Required) => spec.proxy_protocol = Some(ProxyProtocol::Required),
            Some(ProxyFlag::Optional) => spec.proxy_protocol = Some(ProxyProtocol::Optional),
            Some(ProxyFlag::Never) => spec.proxy_protocol = None,
            None => {}
        }
        match self.tls_min_version {
            Some(TlsFlag::V1_2) => spec.tls.min_version = Some(TlsVersion::V1_2),
            Some(TlsFlag::V1_3) => spec.tls.min_version = Some(TlsVersion::V1_3),
            None => {}
        }
        replace_list(&mut spec.tls.cipher_suites, &self.cipher_suites);
        match self.access_log.as_deref() {
            Some("none") => spec.access_log = None,
            Some("json") => spec.access_log = Some(AccessLog::default()),
            Some(text) => {
                spec.access_log = Some(AccessLog {
                    text: Some(text.to_owned()),
                    ..AccessLog::default()
                });
            }
            None => {}
        }
        if let Some(file) = &self.envoy_patch {
            spec.envoy_patch = patches(file)?;
        }
        self.labels.apply(&mut template.metadata);
        Ok(())
    }
}

/// A list of patches, or one.
fn patches(file: &Path) -> Outcome<Vec<EnvoyPatch>> {
    let text = fs::read_to_string(file).map_err(|error| Failure::file("read", file, &error))?;
    let options = serde_saphyr::options! { with_snippet: false };
    let read: serde_json::Value = serde_saphyr::from_str_with_options(&text, options)
        .map_err(|error| Failure::usage(format!("{}: {error}", file.display())))?;
    let list = match read {
        serde_json::Value::Array(list) => serde_json::Value::Array(list),
        one => serde_json::Value::Array(vec![one]),
    };
    serde_json::from_value(list).map_err(|error| {
        Failure::usage(format!("{}: {error}", file.display())).hint(
            "write a list of `{ target: { type: Listener }, merge: {…} }`; \
             `epicctl explain template.spec.envoyPatch`",
        )
    })
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
                        args.fields.apply(template)
                    })
                    .await?;
                session.written(&after, changed_word(changed), args.write.dry_run)
            }
            TemplateCommand::Import(args) => args.run(session).await,
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
    args.fields.apply(&mut template)?;
    let made = session
        .create(&template.to_raw(), args.write.dry_run)
        .await?;
    session.written(&made, "created", args.write.dry_run)
}
