//! `epicctl listener`: the listeners of a gateway, edited one at a time without losing what others
//! change meanwhile.

use std::str::FromStr;

use clap::{Args, Subcommand};
use epic_api::gateway::{
    CertificateRef, ClientValidation, ClientValidationMode, GatewaySpec, Listener, ListenerTls,
    Protocol, TlsMode,
};
use epic_api::{Gateway, Kind};

use super::gateway::parse_protocol;
use crate::args::WriteArgs;
use crate::choice::{Rows, TableArgs};
use crate::failure::{Code, Failure, Outcome};
use crate::objects::{changed_word, unreadable};
use crate::session::Session;
use crate::table::Cell;

/// Verbs of listeners.
#[derive(Debug, Subcommand)]
pub enum ListenerCommand {
    /// List a gateway's
    List(List),
    /// Add one to a gateway
    Create(Create),
    /// Change one
    Set(Set),
    /// Take one away from a gateway
    Delete(Delete),
}

/// `listener list`.
#[derive(Args, Debug)]
pub struct List {
    /// The gateway; all of the account when absent
    #[arg(short, long, value_name = "NAME")]
    gateway: Option<String>,
    #[command(flatten)]
    table: TableArgs,
}

/// `listener create`.
#[derive(Args, Debug)]
pub struct Create {
    /// Its name; by protocol and port when absent
    name: Option<String>,
    /// The gateway
    #[arg(short, long, value_name = "NAME")]
    gateway: String,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    write: WriteArgs,
}

/// `listener set`.
#[derive(Args, Debug)]
pub struct Set {
    /// Its name
    name: String,
    /// The gateway
    #[arg(short, long, value_name = "NAME")]
    gateway: String,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    write: WriteArgs,
}

/// `listener delete`.
#[derive(Args, Debug)]
pub struct Delete {
    /// Its name
    name: String,
    /// The gateway
    #[arg(short, long, value_name = "NAME")]
    gateway: String,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Args, Debug)]
struct Fields {
    /// The port
    #[arg(short, long, value_name = "PORT")]
    port: Option<u16>,
    /// What is spoken: HTTP, HTTPS, TLS, TCP or UDP
    #[arg(long, value_name = "PROTOCOL", value_parser = parse_protocol)]
    protocol: Option<Protocol>,
    /// Only requests for this host; empty for all
    #[arg(long, value_name = "HOST")]
    hostname: Option<String>,
    /// A certificate for HTTPS or TLS; replaces earlier ones
    #[arg(long = "certificate", value_name = "NAME")]
    certificates: Vec<String>,
    /// Pass TLS through to the backends as it is; no certificate then
    #[arg(long, conflicts_with_all = ["certificates", "client_authorities"])]
    passthrough: bool,
    /// A Certificate with authorities that clients' certificates must be of; replaces earlier ones
    #[arg(long = "client-ca", value_name = "NAME")]
    client_authorities: Vec<String>,
    /// Let clients without a valid certificate in, too
    #[arg(long, requires = "client_authorities")]
    client_ca_optional: bool,
}

/// A listener as flags give it.
#[derive(Clone, Debug, Default)]
pub struct ListenerFlag {
    /// Its name.
    pub name: Option<String>,
    /// Its port.
    pub port: Option<u16>,
    /// What is spoken.
    pub protocol: Option<Protocol>,
    /// Its host.
    pub hostname: Option<String>,
    /// Its certificates.
    pub certificates: Vec<String>,
    /// TLS ends at the backend.
    pub passthrough: bool,
    /// The authorities clients are verified by.
    pub client_authorities: Vec<String>,
    /// Clients without a valid certificate get in, too.
    pub client_ca_optional: bool,
}

/// `http` on the well-known port, `http-8080` elsewhere.
pub fn default_name(protocol: Protocol, port: u16) -> String {
    let name = protocol.name().to_ascii_lowercase();
    match (protocol, port) {
        (Protocol::Http, 80) | (Protocol::Https, 443) => name,
        _ => format!("{name}-{port}"),
    }
}

impl ListenerFlag {
    /// The listener, with what is not given told from what is: a certificate means HTTPS, its
    /// absence HTTP.
    ///
    /// # Errors
    /// There is no port, or HTTPS without a certificate.
    pub fn listener(self) -> Outcome<Listener> {
        let port = self
            .port
            .filter(|port| *port > 0)
            .ok_or_else(|| Failure::usage("a listener needs a port").hint("give `port=80`"))?;
        let protocol = match (self.protocol, self.certificates.is_empty()) {
            (Some(protocol), _) => protocol,
            (None, _) if self.passthrough => Protocol::Tls,
            (None, false) => Protocol::Https,
            (None, true) if port == 443 => {
                return Err(Failure::usage("port 443 without a certificate")
                    .hint("give `--certificate NAME`, or say `--protocol HTTP` or `TCP`"));
            }
            (None, true) => Protocol::Http,
        };
        let ends_tls = matches!(protocol, Protocol::Https | Protocol::Tls) && !self.passthrough;
        if ends_tls && self.certificates.is_empty() {
            return Err(Failure::usage(format!("{protocol} needs a certificate")).hint(
                "make one with `epicctl certificate create NAME --cert FILE --key FILE` and give `--certificate NAME`",
            ));
        }
        let tls = self.tls();
        Ok(Listener {
            name: self.name.unwrap_or_else(|| default_name(protocol, port)),
            protocol,
            port,
            hostname: self.hostname.filter(|host| !host.is_empty()),
            tls,
        })
    }
}

fn references(names: &[String]) -> Vec<CertificateRef> {
    names
        .iter()
        .map(|name| CertificateRef { name: name.clone() })
        .collect()
}

impl ListenerFlag {
    fn tls(&self) -> Option<ListenerTls> {
        let given = self.passthrough
            || !self.certificates.is_empty()
            || !self.client_authorities.is_empty();
        given.then(|| {
            let mut tls = ListenerTls {
                mode: TlsMode::Terminate,
                client_validation: None,
                certificate_refs: Vec::new(),
            };
            self.change_tls(&mut tls);
            tls
        })
    }

    /// Puts what is given into a listener's TLS; what is not given stays.
    fn change_tls(&self, tls: &mut ListenerTls) {
        if self.passthrough {
            *tls = ListenerTls {
                mode: TlsMode::Passthrough,
                client_validation: None,
                certificate_refs: Vec::new(),
            };
        }
        if !self.certificates.is_empty() {
            tls.mode = TlsMode::Terminate;
            tls.certificate_refs = references(&self.certificates);
        }
        if !self.client_authorities.is_empty() {
            tls.client_validation = Some(ClientValidation {
                ca_certificate_refs: references(&self.client_authorities),
                mode: if self.client_ca_optional {
                    ClientValidationMode::AllowInsecureFallback
                } else {
                    ClientValidationMode::AllowValidOnly
                },
            });
        }
    }
}

impl FromStr for ListenerFlag {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut flag = ListenerFlag::default();
        for field in text.split(',') {
            let (name, value) = field
                .split_once('=')
                .ok_or_else(|| format!("`{field}` is not FIELD=VALUE"))?;
            match name.trim() {
                "name" => flag.name = Some(value.to_owned()),
                "port" => {
                    let port = value
                        .parse()
                        .map_err(|_| format!("`{value}` is not a port"))?;
                    flag.port = Some(port);
                }
                "protocol" => flag.protocol = Some(parse_protocol(value)?),
                "hostname" | "host" => flag.hostname = Some(value.to_owned()),
                "certificate" | "cert" => flag.certificates.push(value.to_owned()),
                "client-ca" => flag.client_authorities.push(value.to_owned()),
                "mode" if value.eq_ignore_ascii_case("passthrough") => flag.passthrough = true,
                "mode" if value.eq_ignore_ascii_case("terminate") => flag.passthrough = false,
                "mode" => {
                    return Err(format!(
                        "`{value}` is no mode; write Terminate or Passthrough"
                    ));
                }
                other => {
                    return Err(format!(
                        "there is no field `{other}`; the fields are name, protocol, port, hostname, certificate, mode and client-ca"
                    ));
                }
            }
        }
        Ok(flag)
    }
}

impl ListenerCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            ListenerCommand::List(args) => list(&args, session).await,
            ListenerCommand::Create(args) => {
                let new = args.fields.flag(args.name).listener()?;
                change(session, &args.gateway, args.write, |gateway| {
                    let listeners = &mut gateway.spec.listeners;
                    if listeners.iter().any(|listener| listener.name == new.name) {
                        return Err(Failure::new(
                            Code::Conflict,
                            format!("the gateway has a listener `{}` already", new.name),
                        )
                        .hint("change it with `epicctl listener set`, or give another name"));
                    }
                    listeners.push(new.clone());
                    Ok(())
                })
                .await
            }
            ListenerCommand::Set(args) => {
                change(session, &args.gateway, args.write, |gateway| {
                    args.fields.apply(find(gateway, &args.name)?);
                    Ok(())
                })
                .await
            }
            ListenerCommand::Delete(args) => {
                change(session, &args.gateway, args.write, |gateway| {
                    find(gateway, &args.name)?;
                    gateway
                        .spec
                        .listeners
                        .retain(|listener| listener.name != args.name);
                    Ok(())
                })
                .await
            }
        }
    }
}

impl Fields {
    fn apply(&self, listener: &mut Listener) {
        if let Some(port) = self.port {
            listener.port = port;
        }
        if let Some(protocol) = self.protocol {
            listener.protocol = protocol;
            if protocol != Protocol::Https {
                listener.tls = None;
            }
        }
        if let Some(hostname) = &self.hostname {
            listener.hostname = Some(hostname.clone()).filter(|host| !host.is_empty());
        }
        let flag = self.flag(None);
        match &mut listener.tls {
            Some(tls) => flag.change_tls(tls),
            none => *none = flag.tls(),
        }
    }

    fn flag(&self, name: Option<String>) -> ListenerFlag {
        ListenerFlag {
            name,
            port: self.port,
            protocol: self.protocol,
            hostname: self.hostname.clone(),
            certificates: self.certificates.clone(),
            passthrough: self.passthrough,
            client_authorities: self.client_authorities.clone(),
            client_ca_optional: self.client_ca_optional,
        }
    }
}

async fn change(
    session: &Session,
    gateway: &str,
    write: WriteArgs,
    change: impl Fn(&mut Gateway) -> Outcome,
) -> Outcome {
    let key = session.key(Kind::Gateway, gateway)?;
    let (after, changed) = session
        .change::<GatewaySpec>(&key, write.dry_run, change)
        .await?;
    session.written(&after, changed_word(changed), write.dry_run)
}

fn find<'a>(gateway: &'a mut Gateway, name: &str) -> Outcome<&'a mut Listener> {
    let known: Vec<String> = gateway
        .spec
        .listeners
        .iter()
        .map(|l| l.name.clone())
        .collect();
    gateway
        .spec
        .listeners
        .iter_mut()
        .find(|listener| listener.name == name)
        .ok_or_else(|| {
            Failure::new(
                Code::NotFound,
                format!("the gateway has no listener `{name}`"),
            )
            .hint(format!("its listeners are: {}", known.join(", ")))
        })
}

async fn list(args: &List, session: &Session) -> Outcome {
    let objects = match &args.gateway {
        Some(name) => vec![
            session
                .client()?
                .get(&session.key(Kind::Gateway, name)?)
                .await?,
        ],
        None => session.fetch(Kind::Gateway, false).await?.items,
    };
    let mut found = Vec::new();
    for object in &objects {
        let gateway = Gateway::from_raw(object).map_err(|error| unreadable(object, &error))?;
        for listener in gateway.spec.listeners {
            found.push((gateway.metadata.name.clone(), listener));
        }
    }
    if !session.output.format.is_table() {
        let listeners: Vec<&Listener> = found.iter().map(|(_, listener)| listener).collect();
        return session.output.value(&listeners);
    }
    let row = |(gateway, listener): &(String, Listener)| {
        let certificates = listener.tls.iter().flat_map(|tls| &tls.certificate_refs);
        let certificates: Vec<&str> = certificates.map(|c| c.name.as_str()).collect();
        vec![
            Cell::from(gateway.clone()),
            Cell::from(listener.name.clone()),
            Cell::from(listener.protocol.name()),
            Cell::from(listener.port.to_string()),
            Cell::from(listener.hostname.clone().unwrap_or_else(|| "*".into())),
            Cell::from(certificates.join(",")),
        ]
    };
    let rows: Vec<Vec<Cell>> = found.iter().map(row).collect();
    let headers = [
        "GATEWAY",
        "NAME",
        "PROTOCOL",
        "PORT",
        "HOSTNAME",
        "CERTIFICATES",
    ];
    session.output.table(&args.table, Rows::new(&headers, rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flag(text: &str) -> ListenerFlag {
        text.parse().unwrap()
    }

    #[test]
    fn protocol_and_name_follow_from_port_and_certificate() {
        for (text, protocol, name) in [
            ("port=80", Protocol::Http, "http"),
            ("port=8080", Protocol::Http, "http-8080"),
            ("port=443,certificate=shop", Protocol::Https, "https"),
            ("port=5432,protocol=tcp", Protocol::Tcp, "tcp-5432"),
            ("port=443,protocol=TCP,name=raw", Protocol::Tcp, "raw"),
        ] {
            let listener = flag(text).listener().unwrap();
            assert_eq!(
                (listener.protocol, listener.name.as_str()),
                (protocol, name),
                "{text}"
            );
        }
    }

    #[test]
    fn https_without_a_certificate_is_a_usage_error_that_names_the_flag() {
        for text in ["port=443", "port=8443,protocol=HTTPS"] {
            let failure = flag(text).listener().unwrap_err();
            assert_eq!(failure.code, Code::Usage);
            assert!(failure.hint.unwrap().contains("--certificate"), "{text}");
        }
    }

    #[test]
    fn an_unknown_field_names_the_known_ones() {
        let error = "port=80,colour=red".parse::<ListenerFlag>().unwrap_err();
        assert!(
            error.contains("`colour`") && error.contains("hostname"),
            "{error}"
        );
    }
}
