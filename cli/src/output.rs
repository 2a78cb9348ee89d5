//! The only place that writes to the terminal: data to stdout, everything else to stderr.

use std::io::{self, IsTerminal as _, Write};

use clap::ValueEnum;
use epic_api::{API_VERSION, RawObject};
use serde::Serialize;
use serde_json::json;

use crate::failure::{Code, Failure, Outcome};

/// How data is written.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub enum Format {
    /// Columns for people.
    #[default]
    Table,
    /// More columns.
    Wide,
    /// The objects as the API has them; a list has `items`.
    Json,
    /// The objects as documents that `apply -f` takes.
    Yaml,
    /// `kind/name`, one a line.
    Name,
    /// A tree of lines (only `gateway graph`).
    #[value(hide = true, alias = "ascii")]
    Tree,
    /// Graphviz (only `gateway graph`).
    #[value(hide = true)]
    Dot,
    /// Mermaid (only `gateway graph`).
    #[value(hide = true)]
    Mermaid,
}

impl Format {
    /// Whether people read it, not programs.
    pub fn is_table(self) -> bool {
        matches!(self, Format::Table | Format::Wide)
    }
}

/// Whether colours are used.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR or CLICOLOR=0 is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// Makes it so for everything that is written from now on.
    pub fn apply(self) {
        match self {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

/// Where a command's words go.
#[derive(Clone, Copy, Debug)]
pub struct Output {
    /// How data is written.
    pub format: Format,
    /// Whether notes are left out.
    pub quiet: bool,
}

impl Output {
    /// Data: to stdout, with a line's end.
    ///
    /// # Errors
    /// Stdout can't be written. A reader that has closed the pipe ends the command without a word.
    pub fn data(&self, text: impl AsRef<str>) -> Outcome {
        let text = text.as_ref();
        let mut stdout = anstream::stdout().lock();
        let written = if text.ends_with('\n') || text.is_empty() {
            stdout.write_all(text.as_bytes())
        } else {
            writeln!(stdout, "{text}")
        };
        written.and_then(|()| stdout.flush()).map_err(stdout_failed)
    }

    /// A word about progress or success: to stderr, unless `--quiet`.
    pub fn note(&self, text: impl AsRef<str>) {
        if !self.quiet {
            to_stderr(text.as_ref());
        }
    }

    /// Something the person should know even with `--quiet`.
    pub fn warn(&self, text: impl AsRef<str>) {
        let style = anstyle::AnsiColor::Yellow.on_default().bold();
        to_stderr(&format!("{style}warning:{style:#} {}", text.as_ref()));
    }

    /// Any value as JSON or YAML; JSON unless YAML is asked for.
    ///
    /// # Errors
    /// See [`Output::data`].
    pub fn value(&self, value: &impl Serialize) -> Outcome {
        if self.format == Format::Yaml {
            self.data(yaml(value)?)
        } else {
            self.data(json_text(value)?)
        }
    }

    /// One object, in a format for programs.
    ///
    /// # Errors
    /// See [`Output::data`].
    pub fn object(&self, object: &RawObject) -> Outcome {
        match self.format {
            Format::Name => self.data(short_name(object)),
            _ => self.value(object),
        }
    }

    /// Several objects, in a format for programs: a list in JSON, documents in YAML.
    ///
    /// # Errors
    /// See [`Output::data`].
    pub fn objects(&self, objects: &[RawObject]) -> Outcome {
        match self.format {
            Format::Name => {
                let names: String = objects.iter().map(|o| short_name(o) + "\n").collect();
                self.data(names)
            }
            Format::Yaml => {
                let documents = objects.iter().map(yaml).collect::<Outcome<Vec<_>>>()?;
                self.data(documents.join("---\n"))
            }
            _ => self.value(&json!({
                "apiVersion": API_VERSION, "kind": "List", "items": objects
            })),
        }
    }
}

/// A failure: to stderr.
pub fn report(failure: &Failure) {
    if !failure.message.is_empty() {
        to_stderr(&failure.to_string());
    }
}

/// Whether a person can be asked: stdin and stderr are terminals.
pub fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// `gateway/web`.
pub fn short_name(object: &RawObject) -> String {
    format!(
        "{}/{}",
        object.kind.name().to_ascii_lowercase(),
        object.metadata.name
    )
}

/// YAML with a line's end.
///
/// # Errors
/// The value is not plain data.
pub fn yaml(value: &impl Serialize) -> Outcome<String> {
    let mut text = serde_saphyr::to_string(value)
        .map_err(|error| Failure::new(Code::Failure, "can't write YAML").cause(error))?;
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}

fn json_text(value: &impl Serialize) -> Outcome<String> {
    serde_json::to_string_pretty(value)
        .map_err(|error| Failure::new(Code::Failure, "can't write JSON").cause(error))
}

fn to_stderr(text: &str) {
    // Nobody is left to be told when stderr is closed.
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}

fn stdout_failed(error: io::Error) -> Failure {
    if error.kind() == io::ErrorKind::BrokenPipe {
        Failure::silent(Code::Ok)
    } else {
        Failure::new(Code::Failure, "can't write to stdout").cause(error)
    }
}
