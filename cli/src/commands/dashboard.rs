//! `epicctl dashboard`.

use std::io::IsTerminal as _;

use clap::Args;

use crate::failure::{Code, Failure, Outcome};
use crate::session::Session;

/// `dashboard`.
#[derive(Args, Debug)]
pub struct DashboardArgs {
    /// Of every account
    #[arg(short = 'A', long)]
    all_accounts: bool,
    /// Offer no changes
    #[arg(long)]
    read_only: bool,
    /// Draw with ASCII only
    #[arg(long)]
    ascii: bool,
}

impl DashboardArgs {
    /// Does it.
    ///
    /// # Errors
    /// There is no terminal, or no context.
    pub async fn run(self, session: &Session) -> Outcome {
        if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
            return Err(Failure::usage("the dashboard needs a terminal").hint(
                "use `epicctl gateway list --watch` or `epicctl gateway graph NAME` instead",
            ));
        }
        let target = session.target()?;
        let options = epic_tui::Options {
            context_name: target.name.clone(),
            account: (!self.all_accounts).then(|| target.account.clone()),
            read_only: self.read_only || target.read_only,
            ascii: self.ascii,
            no_color: session.environment.get("NO_COLOR").is_some(),
        };
        epic_tui::run(session.client()?.clone(), options)
            .await
            .map_err(|error| Failure::new(Code::Failure, "the dashboard ended").cause(error))
    }
}
