//! The dashboard: gateways, their live topology and what happened to them.

use std::io;

use epic_api::client::Client;

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
    let _ = (client, options);
    Ok(())
}
