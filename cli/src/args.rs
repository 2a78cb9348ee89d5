//! The command line: `epicctl NOUN VERB [NAME] [flags]`, the same flag with the same letter
//! everywhere.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::choice::TableArgs;
use crate::commands::{
    account, analyze, audit, backend, backup, certificate, context, dashboard, doctor, envoy,
    events, explain, gateway, generate, get, history, ippool, listener, manifests, node, route,
    template, token, topics, trace, user, version, wait, whoami,
};
use crate::objects::Listing;
use crate::output::{Color, OutputArg, OutputParser};
use crate::selector::Selector;

/// Controls EPIC gateway clusters.
#[derive(Debug, Parser)]
#[command(
    name = "epicctl",
    version,
    about = "Controls EPIC gateway clusters",
    long_about = "Controls EPIC gateway clusters: public gateways, each with an Envoy of its own, \
                  and what they lead to.",
    after_help = "A first gateway:\n  \
        epicctl context import admin-context.toml\n  \
        epicctl ippool create public --range 198.51.100.0/24\n  \
        epicctl template create http --pool public\n  \
        epicctl gateway create web --template http --port 80\n\n\
        More: epicctl help environment | exit-codes | output",
    disable_help_subcommand = true,
    propagate_version = false,
    max_term_width = 100
)]
pub struct Cli {
    /// Flags of every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Flags of every command.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// Context to use [env: EPICCTL_CONTEXT]
    #[arg(short, long, global = true, value_name = "NAME")]
    pub context: Option<String>,
    /// Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "context")]
    pub context_file: Option<PathBuf>,
    /// Account to work in [env: EPICCTL_ACCOUNT]
    #[arg(short, long, global = true, value_name = "NAME")]
    pub account: Option<String>,
    /// How data is written [env: EPICCTL_OUTPUT] [default: table]
    #[arg(
        short,
        long,
        global = true,
        value_name = "FORMAT",
        value_parser = OutputParser,
        hide_default_value = true
    )]
    pub output: Option<OutputArg>,
    /// Colours: also off with NO_COLOR or CLICOLOR=0
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value = "auto"
    )]
    pub color: Color,
    /// No notes on stderr
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Answer every question with yes
    #[arg(short, long, global = true)]
    pub yes: bool,
    /// Tell on stderr what is sent and received
    #[arg(long, global = true)]
    pub debug: bool,
}

/// Nouns and verbs.
#[expect(clippy::large_enum_variant, reason = "made once for the whole process")]
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Gateway clusters epicctl knows
    #[command(subcommand, visible_alias = "contexts", alias = "ctx")]
    Context(context::ContextCommand),
    /// Tenants
    #[command(subcommand, visible_alias = "accounts", alias = "acct")]
    Account(account::AccountCommand),
    /// Addresses that gateways may get
    #[command(name = "ippool", subcommand, visible_alias = "ippools", aliases = ["pool", "prefix"])]
    IpPool(ippool::IpPoolCommand),
    /// What gateways made from it have in common
    #[command(subcommand, visible_aliases = ["templates", "service-group", "sg"])]
    Template(template::TemplateCommand),
    /// Public entry points
    #[command(subcommand, visible_aliases = ["gateways", "gw"])]
    Gateway(gateway::GatewayCommand),
    /// Ports gateways listen on
    #[command(subcommand, visible_alias = "listeners")]
    Listener(listener::ListenerCommand),
    /// Rules that lead requests to backends
    #[command(subcommand, visible_alias = "routes", alias = "rt")]
    Route(route::RouteCommand),
    /// Named sets of endpoints
    #[command(subcommand, visible_alias = "backends", alias = "be")]
    Backend(backend::BackendCommand),
    /// TLS material
    #[command(subcommand, visible_aliases = ["certificates", "cert"])]
    Certificate(certificate::CertificateCommand),
    /// Machines that run gateways
    #[command(subcommand, visible_alias = "nodes")]
    Node(node::NodeCommand),
    /// People who may sign in
    #[command(subcommand, visible_alias = "users")]
    User(user::UserCommand),
    /// Tokens of people and agents
    #[command(subcommand, visible_alias = "tokens")]
    Token(token::TokenCommand),
    /// Who you are to epicd, and your roles
    #[command(name = "whoami")]
    WhoAmI(whoami::WhoAmIArgs),
    /// Whether you may do something: exit 0 yes, 1 no
    CanI(whoami::CanIArgs),
    /// Revisions of an account: who asked for what, what became of it, and going back
    #[command(subcommand, visible_alias = "revisions", aliases = ["revision", "history"])]
    Config(history::ConfigCommand),
    /// Everything epicd has, in a file
    #[command(subcommand, alias = "backups")]
    Backup(backup::BackupCommand),
    /// What happened
    #[command(visible_alias = "event", alias = "ev")]
    Events(events::EventsArgs),
    /// Who did what, from where, and what came of it
    Audit(audit::AuditArgs),
    /// Make what is in files so
    Apply(manifests::ApplyArgs),
    /// Show what `apply` would change: exit 0 nothing, 1 something, more: error
    Diff(manifests::DiffArgs),
    /// Delete what is in files
    Delete(manifests::DeleteFilesArgs),
    /// Check files without a server: exit 79 when faults are found
    Validate(manifests::ValidateArgs),
    /// Show objects of any kinds
    Get(get::GetArgs),
    /// Show what becomes of a request, hop by hop: exit 1 when it fails
    Trace(trace::TraceArgs),
    /// Find what should be looked at: exit 79 when there are errors
    Analyze(analyze::AnalyzeArgs),
    /// Explain the fields of a kind, or a code of `analyze`
    Explain(explain::ExplainArgs),
    /// Look into the Envoys of a gateway
    #[command(subcommand)]
    Envoy(envoy::EnvoyCommand),
    /// Check the way from here to epicd and its nodes: exit 79 when something is wrong
    Doctor(doctor::DoctorArgs),
    /// Wait for a condition of an object
    Wait(wait::WaitArgs),
    /// The live dashboard
    Dashboard(dashboard::DashboardArgs),
    /// Print a shell's completion script
    Completions(generate::CompletionsArgs),
    /// Print the manual, or write its pages into a folder
    Man(generate::ManArgs),
    /// Print the version
    Version(version::VersionArgs),
    /// Explain a command or a topic: environment, exit-codes, output
    Help(topics::HelpArgs),
}

/// Verbs that every kind has.
#[derive(Debug, Subcommand)]
pub enum Common {
    /// List them
    List(ListArgs),
    /// Show one
    Get(NameArg),
    /// Show everything about one: conditions, events, what it leads to
    Describe(NameArg),
    /// Edit one in $EDITOR
    Edit(EditArgs),
    /// Delete some
    Delete(DeleteArgs),
}

/// Flags of every list.
#[derive(Args, Clone, Debug, Default)]
pub struct ListArgs {
    /// Of every account
    #[arg(short = 'A', long)]
    pub all_accounts: bool,
    /// Only objects with these labels: `app=shop,tier!=test`
    #[arg(short = 'l', long, value_name = "SELECTOR")]
    pub selector: Option<Selector>,
    /// Which columns, in which order.
    #[command(flatten)]
    pub table: TableArgs,
    /// Go on with what changes
    #[arg(short, long)]
    pub watch: bool,
}

impl From<&ListArgs> for Listing {
    fn from(args: &ListArgs) -> Self {
        Listing {
            all_accounts: args.all_accounts,
            selector: args.selector.clone().unwrap_or_default(),
            table: args.table.clone(),
            watch: args.watch,
        }
    }
}

/// One object.
#[derive(Args, Clone, Debug)]
pub struct NameArg {
    /// Its name, or ACCOUNT/NAME
    pub name: String,
}

/// Flags of `edit`.
#[derive(Args, Clone, Debug)]
pub struct EditArgs {
    /// Its name, or ACCOUNT/NAME
    pub name: String,
    /// Flags of every write.
    #[command(flatten)]
    pub write: WriteArgs,
}

/// Flags of `delete`.
#[derive(Args, Clone, Debug)]
pub struct DeleteArgs {
    /// Their names
    #[arg(required = true, value_name = "NAME")]
    pub names: Vec<String>,
    /// One that does not exist is no failure
    #[arg(long)]
    pub ignore_not_found: bool,
    /// Flags of every write.
    #[command(flatten)]
    pub write: WriteArgs,
}

/// Flags of every write.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct WriteArgs {
    /// Check everything, store nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Labels of an object.
#[derive(Args, Clone, Debug, Default)]
pub struct LabelArgs {
    /// Set a label (`app=shop`), or take one away (`app-`)
    #[arg(long = "label", value_name = "NAME=VALUE")]
    pub labels: Vec<LabelEdit>,
}

/// One change of a label.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum LabelEdit {
    /// `app=shop`.
    Set(String, String),
    /// `app-`.
    Remove(String),
}

impl std::str::FromStr for LabelEdit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match (text.split_once('='), text.strip_suffix('-')) {
            (Some((name, value)), _) if !name.is_empty() => {
                Ok(LabelEdit::Set(name.to_owned(), value.to_owned()))
            }
            (None, Some(name)) if !name.is_empty() => Ok(LabelEdit::Remove(name.to_owned())),
            _ => Err("write `NAME=VALUE`, or `NAME-` to take it away".to_owned()),
        }
    }
}

impl LabelArgs {
    /// Makes the changes.
    pub fn apply(&self, metadata: &mut epic_api::ObjectMeta) {
        for edit in &self.labels {
            match edit {
                LabelEdit::Set(name, value) => {
                    metadata.labels.insert(name.clone(), value.clone());
                }
                LabelEdit::Remove(name) => {
                    metadata.labels.remove(name);
                }
            }
        }
    }
}

/// Flags of commands that can wait for their effect.
#[derive(Args, Clone, Debug)]
pub struct WaitFor {
    /// Wait until a condition holds
    #[arg(long, value_name = "CONDITION", num_args = 0..=1, require_equals = true, default_missing_value = "Programmed")]
    pub wait: Option<String>,
    /// The longest wait
    #[arg(long, value_name = "DURATION", default_value = "60s")]
    pub timeout: epic_api::Duration,
}
