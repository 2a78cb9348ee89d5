//! The only place that writes to the terminal: data to stdout, everything else to stderr.

use std::ffi::OsStr;
use std::io::{self, IsTerminal as _, Write};
use std::str::FromStr;

use clap::ValueEnum;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use epic_api::{API_VERSION, RawObject};
use serde::Serialize;
use serde_json::json;

use crate::choice::{Rows, TableArgs};
use crate::expression::Expression;
use crate::failure::{Code, Failure, Outcome};
use crate::table::{self, Layout};

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
    /// The table as comma-separated values (RFC 4180).
    Csv,
    /// What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`.
    #[value(name = "jsonpath=")]
    Jsonpath,
    /// What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`.
    #[value(name = "template=")]
    Template,
    /// The same, from a file.
    #[value(name = "template-file=")]
    TemplateFile,
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
    /// Whether it is made from the answer as JSON.
    pub fn is_data(self) -> bool {
        matches!(
            self,
            Format::Json
                | Format::Yaml
                | Format::Jsonpath
                | Format::Template
                | Format::TemplateFile
        )
    }

    /// Whether it is rows and columns.
    pub fn is_table(self) -> bool {
        matches!(self, Format::Table | Format::Wide | Format::Csv)
    }
}

/// What `-o` says: a format, and what some formats take after `=`.
#[derive(Clone, Debug, Default)]
pub struct OutputArg {
    /// How data is written.
    pub format: Format,
    /// For formats that take data apart.
    pub expression: Option<Expression>,
}

impl FromStr for OutputArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, rest) = match text.split_once('=') {
            Some((name, rest)) => (format!("{name}="), Some(rest)),
            None => (text.to_owned(), None),
        };
        let format = Format::from_str(&name, true).map_err(|_| match rest {
            None if Format::from_str(&format!("{name}="), true).is_ok() => {
                format!("it takes something after `=`: `-o {name}=…`")
            }
            _ => "the formats are table, wide, json, yaml, name, csv, jsonpath=EXPRESSION, \
                  template=TEXT and template-file=FILE"
                .to_owned(),
        })?;
        let expression = match (format, rest) {
            (Format::Jsonpath, Some(text)) => Some(Expression::jsonpath(text)?),
            (Format::Template, Some(text)) => Some(Expression::template(text)?),
            (Format::TemplateFile, Some(path)) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|error| format!("can't read `{path}`: {error}"))?;
                Some(Expression::template(&text)?)
            }
            _ => None,
        };
        Ok(OutputArg { format, expression })
    }
}

/// Offers the formats to shells, and takes what follows `=`.
#[derive(Clone, Debug)]
pub struct OutputParser;

impl TypedValueParser for OutputParser {
    type Value = OutputArg;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<OutputArg, clap::Error> {
        StringValueParser::new()
            .try_map(|text| text.parse::<OutputArg>())
            .parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let shown = Format::value_variants()
            .iter()
            .filter_map(ValueEnum::to_possible_value);
        Some(Box::new(shown))
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
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// How data is written.
    pub format: Format,
    /// For formats that take data apart.
    pub expression: Option<Expression>,
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

    /// Rows under headings: columns for people, or comma-separated values.
    ///
    /// # Errors
    /// There is no column of a name that is asked for, or stdout can't be written.
    pub fn table(&self, args: &TableArgs, rows: Rows) -> Outcome {
        let shown = rows.headers.len();
        self.table_of(args, rows, &[], shown)
    }

    /// Rows about objects; only the first `shown` columns unless others are asked for.
    ///
    /// # Errors
    /// See [`Output::table`].
    pub fn table_of(
        &self,
        args: &TableArgs,
        rows: Rows,
        objects: &[RawObject],
        shown: usize,
    ) -> Outcome {
        if args.asks_for_names() {
            return self.data(rows.headers.join("\n").to_lowercase());
        }
        let rows = args.apply(rows, objects, shown)?;
        let headers: Vec<&str> = rows.headers.iter().map(String::as_str).collect();
        let headers = (!args.no_headers).then_some(headers.as_slice());
        if self.format == Format::Csv {
            return self.data(table::csv(headers, &rows.cells));
        }
        self.data(Layout::default().render(headers, &rows.cells))
    }

    /// Any value as JSON or YAML, or what an expression makes of it; JSON unless another is asked for.
    ///
    /// # Errors
    /// See [`Output::data`].
    pub fn value(&self, value: &impl Serialize) -> Outcome {
        if let Some(expression) = &self.expression {
            let value = serde_json::to_value(value)
                .map_err(|error| Failure::new(Code::Failure, "can't write JSON").cause(error))?;
            return self.data(expression.evaluate(&value)?);
        }
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
