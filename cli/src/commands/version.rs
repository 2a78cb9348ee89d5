//! `epicctl version`.

use clap::Args;
use epic_api::API_VERSION;
use serde_json::json;

use crate::failure::Outcome;
use crate::output::Format;
use crate::session::Session;

/// `version`. Asks no server: it must answer at once, and also where there is none.
#[derive(Args, Debug)]
pub struct VersionArgs {
    /// Only epicctl's own version; so it is anyway, scripts may say it
    #[arg(long)]
    client: bool,
}

impl VersionArgs {
    /// Does it.
    ///
    /// # Errors
    /// Stdout can't be written.
    pub fn run(self, session: &Session) -> Outcome {
        let version = env!("CARGO_PKG_VERSION");
        match session.output.format {
            format if format.is_data() => session.output.value(&json!({
                "client": { "version": version, "apiVersion": API_VERSION }
            })),
            Format::Name => session.output.data(version),
            _ => session
                .output
                .data(format!("epicctl {version} (API {API_VERSION})")),
        }
    }
}
