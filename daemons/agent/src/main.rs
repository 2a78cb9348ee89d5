//! `epic-agent`: see the library.

use std::process::ExitCode;

use clap::Parser as _;
use epic_agent::options::Options;
use epic_agent::serve;

#[tokio::main]
async fn main() -> anyhow::Result<ExitCode> {
    let options = Options::parse();
    serve::start_log(&options.log)?;
    if let Err(error) = options.run().await {
        tracing::error!("{error:#}");
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}
