//! `epicctl context`: the gateway clusters epicctl knows. Needs no server.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};
use epic_api::client::Client;
use epic_api::context::ContextFile;
use serde_json::json;

use super::{user, whoami};
use crate::args::NameArg;
use crate::ask;
use crate::choice::{Rows, TableArgs};
use crate::config::{self, Config, Context, context_name, write_private};
use crate::failure::{Code, Failure, Outcome};
use crate::output::Format;
use crate::session::Session;
use crate::table::{Cell, Tone};

/// For epicd to say who one is, where that is only told by the way.
const PATIENCE: Duration = Duration::from_secs(2);

/// Verbs of contexts.
#[derive(Debug, Subcommand)]
pub enum ContextCommand {
    /// List them
    List(List),
    /// Print the one in use, and where it leads
    Current,
    /// Use one from now on
    Use(NameArg),
    /// Change one
    Set(Set),
    /// Give one another name
    Rename(Rename),
    /// Forget one and its token
    Delete(Delete),
    /// Take over a context file, as `epicd init` writes it, and use it
    Import(Import),
    /// Write one as a context file, with its token
    Export(Export),
}

/// `context list`.
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    table: TableArgs,
}

/// `context set`.
#[derive(Args, Debug)]
pub struct Set {
    /// Its name; the one in use when absent
    name: Option<String>,
    /// `https://host:port`
    #[arg(long, value_name = "URL")]
    server: Option<String>,
    /// The server's CA, PEM
    #[arg(long, value_name = "FILE")]
    ca: Option<PathBuf>,
    /// The account to use where none is named
    #[arg(long, value_name = "NAME")]
    default_account: Option<String>,
    /// Whether the dashboard offers no changes
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    read_only: Option<bool>,
}

/// `context rename`.
#[derive(Args, Debug)]
pub struct Rename {
    /// Its name
    name: String,
    /// Its new name
    new: String,
}

/// `context delete`.
#[derive(Args, Debug)]
pub struct Delete {
    /// Its name
    name: String,
}

/// `context import`.
#[derive(Args, Debug)]
pub struct Import {
    /// The context file
    file: PathBuf,
    /// A name other than the file's
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Leave the context in use as it is
    #[arg(long)]
    no_use: bool,
}

/// `context export`.
#[derive(Args, Debug)]
pub struct Export {
    /// Its name; the one in use when absent
    name: Option<String>,
    /// The file to write, mode 0600; stdout when absent
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl ContextCommand {
    /// Does it.
    ///
    /// # Errors
    /// There is no such context, or a file can't be read or written.
    pub fn run(self, session: &Session) -> Outcome {
        match self {
            ContextCommand::List(args) => list(&args, session),
            ContextCommand::Current => Ok(()),
            ContextCommand::Use(args) => {
                let mut config = Config::load(&session.paths.config)?;
                config.context(&args.name)?;
                config.current = Some(args.name.clone());
                config.store(&session.paths.config)?;
                session
                    .output
                    .data(format!("context/{} is in use", args.name))
            }
            ContextCommand::Set(args) => set(args, session),
            ContextCommand::Rename(args) => rename(&args, session),
            ContextCommand::Delete(args) => delete(&args, session),
            ContextCommand::Import(args) => import(args, session),
            ContextCommand::Export(args) => export(args, session),
        }
    }
}

fn list(args: &List, session: &Session) -> Outcome {
    let config = Config::load(&session.paths.config)?;
    let used = context_name(&session.flags, &session.environment, &config);
    let account = |context: &Context| {
        context
            .account
            .clone()
            .unwrap_or_else(|| config::DEFAULT_ACCOUNT.into())
    };
    match session.output.format {
        format if format.is_data() => {
            let items: Vec<_> = config
                .contexts
                .iter()
                .map(|(name, context)| {
                    json!({ "name": name, "server": context.server, "account": account(context),
                        "readOnly": context.read_only, "current": Some(name.as_str()) == used })
                })
                .collect();
            session.output.value(&items)
        }
        Format::Name => {
            let names: String = config
                .contexts
                .keys()
                .map(|name| format!("{name}\n"))
                .collect();
            session.output.data(names)
        }
        _ if config.contexts.is_empty() => {
            session
                .output
                .note("no contexts; import one: `epicctl context import FILE`");
            Ok(())
        }
        _ => {
            let row = |(name, context): (&String, &Context)| {
                let mark = if Some(name.as_str()) == used {
                    Cell::toned("*", Tone::Good)
                } else {
                    Cell::default()
                };
                vec![
                    mark,
                    Cell::from(name.clone()),
                    Cell::from(context.server.clone()),
                    Cell::from(account(context)),
                ]
            };
            let rows: Vec<Vec<Cell>> = config.contexts.iter().map(row).collect();
            let headers = ["CURRENT", "NAME", "SERVER", "ACCOUNT"];
            session.output.table(&args.table, Rows::new(&headers, rows))
        }
    }
}

/// Prints the context in use, and who one is there when epicd can be asked at once.
///
/// # Errors
/// No context is in use.
pub async fn current(session: &Session) -> Outcome {
    let target = session.target()?;
    let format = session.output.format;
    let who = if format == Format::Name {
        None
    } else {
        let asked = tokio::time::timeout(PATIENCE, whoami::who(session)).await;
        asked.ok().and_then(Result::ok)
    };
    if format.is_data() {
        let mut value = json!({
            "name": target.name, "server": target.credentials.server, "account": target.account,
        });
        if let Some(who) = who {
            value["user"] = who.name.into();
            value["roles"] = user::roles(&who.bindings).into();
        }
        return session.output.value(&value);
    }
    if !format.is_table() {
        return session.output.data(&target.name);
    }
    let who = who.map_or_else(String::new, |who| {
        format!(" as {} ({})", who.name, user::roles(&who.bindings))
    });
    session.output.data(format!(
        "{} ({}, account {}){who}",
        target.name, target.credentials.server, target.account
    ))
}

/// The context that is named, else the one in use.
fn named(name: Option<String>, session: &Session, config: &Config) -> Outcome<String> {
    let name = name
        .or_else(|| context_name(&session.flags, &session.environment, config).map(str::to_owned))
        .ok_or_else(|| Failure::usage("no context is chosen").hint("give its name"))?;
    config.context(&name)?;
    Ok(name)
}

fn set(args: Set, session: &Session) -> Outcome {
    let mut config = Config::load(&session.paths.config)?;
    let name = named(args.name, session, &config)?;
    let context = config.contexts.entry(name.clone()).or_default();
    if let Some(server) = args.server {
        context.server = server;
    }
    if let Some(path) = args.ca {
        context.ca =
            fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))?;
    }
    if let Some(account) = args.default_account {
        context.account = Some(account);
    }
    if let Some(read_only) = args.read_only {
        context.read_only = read_only;
    }
    check(&ContextFile {
        name: name.clone(),
        server: context.server.clone(),
        account: None,
        node: None,
        token: String::new(),
        ca: context.ca.clone(),
    })?;
    config.store(&session.paths.config)?;
    session.output.data(format!("context/{name} configured"))
}

fn rename(args: &Rename, session: &Session) -> Outcome {
    let mut config = Config::load(&session.paths.config)?;
    config.context(&args.name)?;
    checked_name(&args.new)?;
    if config.contexts.contains_key(&args.new) {
        return Err(Failure::new(
            Code::Conflict,
            format!("there is a context `{}` already", args.new),
        ));
    }
    if let Some(context) = config.contexts.remove(&args.name) {
        config.contexts.insert(args.new.clone(), context);
    }
    if config.current.as_deref() == Some(args.name.as_str()) {
        config.current = Some(args.new.clone());
    }
    let (old, new) = (
        session.paths.token(&args.name),
        session.paths.token(&args.new),
    );
    match fs::rename(&old, &new) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(Failure::file("rename", &old, &error)),
    }
    config.store(&session.paths.config)?;
    session
        .output
        .data(format!("context/{} renamed to {}", args.name, args.new))
}

fn delete(args: &Delete, session: &Session) -> Outcome {
    let mut config = Config::load(&session.paths.config)?;
    config.context(&args.name)?;
    if !session.yes && !ask::confirm(&format!("Forget context {} and its token?", args.name))? {
        return Err(Failure::new(Code::Failure, "nothing was deleted"));
    }
    config.contexts.remove(&args.name);
    if config.current.as_deref() == Some(args.name.as_str()) {
        config.current = None;
    }
    let token = session.paths.token(&args.name);
    match fs::remove_file(&token) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(Failure::file("delete", &token, &error)),
    }
    config.store(&session.paths.config)?;
    session
        .output
        .data(format!("context/{} deleted", args.name))
}

fn import(args: Import, session: &Session) -> Outcome {
    let file = config::read_context_file(&args.file)?;
    let name = args.name.unwrap_or_else(|| file.name.clone());
    checked_name(&name)?;
    check(&file)?;
    let mut config = Config::load(&session.paths.config)?;
    let replaced = config.contexts.get(&name).cloned();
    if replaced.is_some_and(|old| old.server != file.server)
        && !session.yes
        && !ask::confirm(&format!("Context {name} leads elsewhere now; replace it?"))?
    {
        return Err(Failure::new(Code::Failure, "nothing was imported"));
    }
    let context = Context {
        server: file.server,
        ca: file.ca,
        account: file.account,
        read_only: false,
    };
    config.contexts.insert(name.clone(), context);
    if !args.no_use || config.current.is_none() {
        config.current = Some(name.clone());
    }
    write_private(&session.paths.token(&name), &format!("{}\n", file.token))?;
    config.store(&session.paths.config)?;
    session.output.data(format!("context/{name} imported"))
}

fn export(args: Export, session: &Session) -> Outcome {
    let config = Config::load(&session.paths.config)?;
    let name = named(args.name, session, &config)?;
    let context = config.context(&name)?;
    let path = session.paths.token(&name);
    let token = fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))?;
    let file = ContextFile {
        name: name.clone(),
        server: context.server.clone(),
        account: context.account.clone(),
        node: None,
        token: token.trim().to_owned(),
        ca: context.ca.clone(),
    };
    let text = toml::to_string_pretty(&file)
        .map_err(|error| Failure::new(Code::Failure, "can't write TOML").cause(error))?;
    match args.out {
        None => session.output.data(text),
        Some(path) => {
            write_private(&path, &text)?;
            session.output.data(format!("context/{name} exported"))
        }
    }
}

/// Server and CA must be usable, before anything is overwritten.
fn check(file: &ContextFile) -> Outcome {
    Client::new(&file.credentials())?;
    Ok(())
}

/// A context's name is a file's name.
fn checked_name(name: &str) -> Outcome {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '@');
    if name.is_empty() || name.starts_with('.') || !name.chars().all(plain) {
        return Err(Failure::usage(format!("`{name}` can't name a context"))
            .hint("use letters, digits, `-`, `_`, `.` and `@`; give `--name NAME`"));
    }
    Ok(())
}
