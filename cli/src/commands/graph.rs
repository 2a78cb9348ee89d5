//! `epicctl gateway graph`: what leads where.

use clap::Args;
use epic_api::Kind;
use epic_api::topology::Glyphs;

use crate::failure::Outcome;
use crate::output::Format;
use crate::session::Session;

/// `gateway graph`.
#[derive(Args, Debug)]
pub struct GraphArgs {
    /// Its name, or ACCOUNT/NAME
    name: String,
}

impl GraphArgs {
    /// Does it.
    ///
    /// # Errors
    /// There is no such gateway, or epicd can't be reached.
    pub async fn run(&self, session: &Session) -> Outcome {
        let key = session.key(Kind::Gateway, &self.name)?;
        let account = key.account.as_deref().unwrap_or_default();
        let graph = session.client()?.topology(account, &key.name).await?;
        match session.output.format {
            format if format.is_data() => session.output.value(&graph),
            Format::Dot => session.output.data(graph.to_dot()),
            Format::Mermaid => session.output.data(graph.to_mermaid()),
            Format::Name => {
                let ids: String = graph
                    .nodes
                    .iter()
                    .map(|node| format!("{}\n", node.id))
                    .collect();
                session.output.data(ids)
            }
            _ => session.output.data(graph.to_text(Glyphs::Unicode)),
        }
    }
}
