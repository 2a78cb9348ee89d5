//! epicctl: the command line of EPIC.
//!
//! ```text
//!   args ── the grammar            session ── where to go, as which account, lazily
//!   commands ── each noun's verbs  objects ── list, get, watch, create, change, delete
//!   output, table, columns ── how data looks        failure ── how errors look, exit codes
//!   config ── contexts and tokens  complete ── live names for shells
//! ```
//!
//! Data goes to stdout and everything else to stderr; only `output` writes.

pub mod args;
pub mod ask;
pub mod choice;
pub mod columns;
pub mod commands;
pub mod complete;
pub mod config;
pub mod expression;
pub mod failure;
pub mod manifest;
pub mod objects;
pub mod original;
pub mod output;
pub mod selector;
pub mod session;
pub mod table;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use jiff::Timestamp;

use args::{Cli, Command, Global};
use config::{Environment, Flags};
use failure::{Code, Failure, Outcome};
use output::{Format, Output, OutputArg};
use session::Session;

/// The definitions that help, completions and manual pages are made from.
pub fn command() -> clap::Command {
    Cli::command()
}

/// The whole program.
pub fn main() -> ExitCode {
    complete::answer_shell();
    match run(std::env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::report(&failure);
            ExitCode::from(failure.code as u8)
        }
    }
}

/// Reads the command line and does it.
fn run(arguments: impl Iterator<Item = OsString>) -> Outcome {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let code = if error.use_stderr() {
                Code::Usage
            } else {
                Code::Ok
            };
            // Nobody is left to be told when the terminal is gone.
            let _ = error.print();
            return Err(Failure::silent(code));
        }
    };
    cli.global.color.apply();
    if cli.global.debug {
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::DEBUG)
            .with_writer(std::io::stderr)
            .init();
    }
    let environment = Environment::of_process();
    let OutputArg { format, expression } = format(&cli.global, &environment)?;
    let output = Output {
        format,
        expression,
        quiet: cli.global.quiet,
    };
    graph_formats_fit(&cli.command, output.format)?;
    let flags = Flags {
        context: cli.global.context,
        context_file: cli.global.context_file,
        account: cli.global.account,
    };
    let session = Session::new(flags, environment, output, cli.global.yes, Timestamp::now());
    dispatch(cli.command, &session)
}

fn format(global: &Global, environment: &Environment) -> Outcome<OutputArg> {
    match (&global.output, environment.get("EPICCTL_OUTPUT")) {
        (Some(output), _) => Ok(output.clone()),
        (None, None) => Ok(OutputArg::default()),
        (None, Some(text)) => text.parse().map_err(|error: String| {
            Failure::usage(format!("EPICCTL_OUTPUT is `{text}`")).cause(error)
        }),
    }
}

fn graph_formats_fit(command: &Command, format: Format) -> Outcome {
    let of_graphs = matches!(format, Format::Tree | Format::Dot | Format::Mermaid);
    let graph = matches!(
        command,
        Command::Gateway(commands::gateway::GatewayCommand::Graph(_))
    );
    if of_graphs && !graph {
        return Err(Failure::usage("this output is for `gateway graph` only")
            .hint("use -o table, wide, json, yaml or name"));
    }
    Ok(())
}

/// Commands that need no server come first: they start no runtime.
fn dispatch(command: Command, session: &Session) -> Outcome {
    match command {
        Command::Version(args) => return args.run(session),
        Command::Completions(args) => return args.run(session),
        Command::Man(args) => return args.run(session),
        Command::Help(args) => return args.run(session),
        // Says who one is as well, where epicd can be asked.
        Command::Context(commands::context::ContextCommand::Current) => {}
        Command::Context(command) => return command.run(session),
        Command::Validate(args) => return args.run(session),
        Command::Explain(args) => return args.run(session),
        _ => {}
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Code::Failure, "can't start").cause(error))?;
    runtime.block_on(async {
        tokio::select! {
            biased;
            outcome = online(command, session) => outcome,
            _ = tokio::signal::ctrl_c() => Err(Failure::silent(Code::Interrupted)),
        }
    })
}

async fn online(command: Command, session: &Session) -> Outcome {
    match command {
        Command::Account(command) => command.run(session).await,
        Command::IpPool(command) => command.run(session).await,
        Command::Template(command) => command.run(session).await,
        Command::Gateway(command) => command.run(session).await,
        Command::Listener(command) => command.run(session).await,
        Command::Route(command) => command.run(session).await,
        Command::Backend(command) => command.run(session).await,
        Command::Certificate(command) => command.run(session).await,
        Command::Node(command) => command.run(session).await,
        Command::Context(commands::context::ContextCommand::Current) => {
            commands::context::current(session).await
        }
        Command::User(command) => command.run(session).await,
        Command::Token(command) => command.run(session).await,
        Command::WhoAmI(args) => args.run(session).await,
        Command::CanI(args) => args.run(session).await,
        Command::Config(command) => command.run(session).await,
        Command::Backup(command) => command.run(session).await,
        Command::Events(args) => args.run(session).await,
        Command::Audit(args) => args.run(session).await,
        Command::Apply(args) => args.run(session).await,
        Command::Diff(args) => args.run(session).await,
        Command::Delete(args) => args.run(session).await,
        Command::Get(args) => args.run(session).await,
        Command::Wait(args) => args.run(session).await,
        Command::Trace(args) => args.run(session).await,
        Command::Analyze(args) => args.run(session).await,
        Command::Envoy(command) => command.run(session).await,
        Command::Doctor(args) => args.run(session).await,
        Command::Dashboard(args) => args.run(session).await,
        Command::Version(_)
        | Command::Completions(_)
        | Command::Man(_)
        | Command::Help(_)
        | Command::Context(_)
        | Command::Validate(_)
        | Command::Explain(_) => Ok(()),
    }
}
