//! `epicctl trace`: what becomes of a request, hop by hop.

use std::path::PathBuf;

use clap::Args;
use epic_api::Scope;
use epic_api::inventory::Inventory;
use epic_api::topology::Glyphs;
use epic_api::trace::{Request, State, trace};

use crate::failure::{Code, Failure, Outcome};
use crate::manifest;
use crate::session::Session;

/// `trace`. Needs no server with files.
#[derive(Args, Debug)]
pub struct TraceArgs {
    /// What is asked for: `https://www.example.com/cart`, `grpc://`, `tls://`, `tcp://`, `udp://`
    url: String,
    /// The method
    #[arg(short = 'X', long = "request", value_name = "METHOD")]
    method: Option<String>,
    /// A header; may be repeated
    #[arg(short = 'H', long = "request-header", value_name = "NAME: VALUE")]
    headers: Vec<String>,
    /// Objects in files instead of a server's
    #[arg(short, long = "filename", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Ask this machine's resolver for the name
    #[arg(long)]
    resolve: bool,
}

impl TraceArgs {
    /// Does it.
    ///
    /// # Errors
    /// The request would fail (exit 1), or there is nothing to look at.
    pub async fn run(&self, session: &Session) -> Outcome {
        let request = Request::parse(&self.url, self.method.as_deref(), &self.headers);
        let mut request = request.map_err(|error| Failure::usage(error.to_string()))?;
        request.account.clone_from(&session.flags.account);
        if self.resolve {
            request.resolved = Some(resolve(&request.host, request.port).await);
        }
        let mut inventory = inventory(session, &self.files).await?;
        let mut found = trace(&request, &inventory, session.now);
        // Only the gateway that is meant is asked for live figures.
        if let (true, Some(gateway)) = (self.files.is_empty(), &found.gateway)
            && let Some((account, name)) = gateway.split_once('/')
            && let Ok(graph) = session.client()?.topology(account, name).await
        {
            let key = (account.to_owned(), name.to_owned());
            inventory.topologies.insert(key, graph);
            found = trace(&request, &inventory, session.now);
        }
        if session.output.format.is_table() {
            session.output.data(found.to_text(Glyphs::Unicode))?;
        } else {
            session.output.value(&found)?;
        }
        match found.state {
            State::Fail => Err(Failure::silent(Code::Failure)),
            State::Ok | State::Warn => Ok(()),
        }
    }
}

async fn resolve(host: &str, port: u16) -> Vec<std::net::IpAddr> {
    let Ok(found) = tokio::net::lookup_host((host, port)).await else {
        return Vec::new();
    };
    let mut addresses: Vec<_> = found.map(|socket| socket.ip()).collect();
    addresses.sort_unstable();
    addresses.dedup();
    addresses
}

/// The objects of the files, or of the server where there are none.
///
/// # Errors
/// The files have faults, or epicd can't be reached.
pub async fn inventory(session: &Session, files: &[PathBuf]) -> Outcome<Inventory> {
    let mut inventory = Inventory::default();
    let unreadable = |error: serde_json::Error| {
        Failure::new(Code::Failure, "an object can't be read").cause(error)
    };
    if files.is_empty() {
        let client = session.client()?;
        let account = session.flags.account.as_deref();
        let lists = Inventory::KINDS.map(|kind| {
            let account = account.filter(|_| kind.scope() == Scope::Account);
            client.list(kind, account)
        });
        for list in futures::future::join_all(lists).await {
            // A tenant may not see nodes and pools; what it may see is looked at.
            let list = match list {
                Err(epic_api::client::ClientError::Api(error))
                    if error.reason == epic_api::Reason::Forbidden =>
                {
                    continue;
                }
                list => list?,
            };
            for object in &list.items {
                inventory.put(object).map_err(unreadable)?;
            }
        }
        return Ok(inventory);
    }
    let account = crate::config::account(&session.flags, &session.environment, None);
    let (documents, mut faults) = manifest::read(files, true)?;
    let (manifests, more) = manifest::check(documents, &account);
    faults.extend(more);
    if !faults.is_empty() {
        let mut failure = manifest::refused(&faults);
        failure.code = Code::Issues;
        return Err(failure);
    }
    for manifest in &manifests {
        inventory.put(&manifest.object).map_err(unreadable)?;
    }
    Ok(inventory)
}
