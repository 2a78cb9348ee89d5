//! `epicctl analyze`: what should be looked at, with a code for each.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use epic_api::analyze::{Severity, analyze};
use serde_json::json;

use super::trace::inventory;
use crate::choice::{Rows, TableArgs};
use crate::failure::{Code, Failure, Outcome};
use crate::session::Session;
use crate::table::{Cell, Tone};

/// `analyze`. Needs no server with files.
#[derive(Args, Debug)]
pub struct AnalyzeArgs {
    /// Objects in files instead of a server's
    #[arg(short, long = "filename", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only findings at least this bad
    #[arg(long, value_name = "SEVERITY", value_enum, default_value = "info")]
    severity: Least,
    #[command(flatten)]
    table: TableArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Least {
    Info,
    Warning,
    Error,
}

impl From<Least> for Severity {
    fn from(least: Least) -> Severity {
        match least {
            Least::Info => Severity::Info,
            Least::Warning => Severity::Warning,
            Least::Error => Severity::Error,
        }
    }
}

impl AnalyzeArgs {
    /// Does it.
    ///
    /// # Errors
    /// There are errors among the findings (exit 79), or there is nothing to look at.
    pub async fn run(&self, session: &Session) -> Outcome {
        let inventory = inventory(session, &self.files).await?;
        let mut found = analyze(&inventory, session.now);
        found.retain(|one| one.severity >= self.severity.into());
        if session.output.format.is_table() {
            let rows = found.iter().map(|one| {
                let tone = match one.severity {
                    Severity::Error => Tone::Bad,
                    Severity::Warning => Tone::Doubtful,
                    Severity::Info => Tone::Plain,
                };
                vec![
                    Cell::toned(one.severity.to_string(), tone),
                    Cell::from(one.code.as_str()),
                    Cell::from(one.object.to_string()),
                    Cell::from(one.message.as_str()),
                ]
            });
            let headers = ["SEVERITY", "CODE", "OBJECT", "MESSAGE"];
            if found.is_empty() {
                session.output.note("nothing found");
            } else {
                let rows = Rows::new(&headers, rows.collect());
                session.output.table(&self.table, rows)?;
                session
                    .output
                    .note("`epicctl explain CODE` says what to do");
            }
        } else {
            session.output.value(&json!({ "items": found }))?;
        }
        if found.iter().any(|one| one.severity == Severity::Error) {
            return Err(Failure::silent(Code::Issues));
        }
        Ok(())
    }
}
