//! The dashboard: gateways, their live topology and what happened to them.
//!
//! Keys, time and news from epicd become [`message::Msg`]s; `update` turns a message and the model
//! into the next model and effects; `view` draws the model. Only `app` and `source` do I/O.

mod action;
mod app;
mod connection;
mod data;
mod graph;
mod history;
mod message;
mod model;
mod overlay;
mod screen;
mod screens;
mod source;
mod theme;
mod update;
mod view;

#[cfg(test)]
mod tests;

use std::io;

use epic_api::client::Client;

pub use crate::source::{Changes, Source};

/// How the dashboard starts.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name of the context in use, for the first line.
    pub context_name: String,
    /// The account to show; `None` shows all.
    pub account: Option<String>,
    /// Whether the context may only read.
    pub read_only: bool,
    /// Draw with ASCII only.
    pub ascii: bool,
    /// Draw without colour.
    pub no_color: bool,
}

/// Why the dashboard ended other than by being quit.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The terminal can't be drawn on.
    #[error("the dashboard can't use the terminal: {0}")]
    Terminal(#[from] io::Error),
}

/// Shows the dashboard until it is quit.
///
/// # Errors
/// The terminal can't be drawn on. A server that can't be reached is no error: the dashboard says
/// so and goes on trying.
pub async fn run(client: Client, options: Options) -> Result<(), Error> {
    run_with(client, options).await
}

/// As [`run`], with data from anywhere: a recording, a script.
///
/// # Errors
/// See [`run`].
pub async fn run_with(source: impl Source, options: Options) -> Result<(), Error> {
    app::run(source, options).await
}
