//! `epicctl audit`.

use std::time::Duration;

use clap::Args;
use epic_api::audit::{AuditEntry, AuditQuery};
use jiff::Timestamp;

use crate::failure::Outcome;
use crate::output::Format;
use crate::session::Session;
use crate::table::{Cell, Layout};

/// Between looks with `--follow`.
const PAUSE: Duration = Duration::from_secs(1);

/// `audit`.
#[derive(Args, Debug)]
pub struct AuditArgs {
    /// Only what happened within this time: `1h`, `30m`
    #[arg(long, value_name = "DURATION")]
    since: Option<epic_api::Duration>,
    /// Only of this user
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// Only about objects of this kind
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// At most so many entries, the newest
    #[arg(long, value_name = "NUMBER", default_value_t = 100)]
    limit: usize,
    /// Go on with what happens
    #[arg(short, long)]
    follow: bool,
}

impl AuditArgs {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        let client = session.client()?;
        let mut query = AuditQuery {
            since: self.since.map(|since| Timestamp::now() - since.to_std()),
            user: self.user,
            kind: self.kind,
            limit: Some(self.limit),
        };
        let mut entries = client.audit(&query).await?.items;
        if !self.follow && !session.output.format.is_table() {
            return session.output.value(&entries);
        }
        let mut layout = Layout::default();
        let mut headed = false;
        loop {
            for entry in &entries {
                if session.output.format == Format::Json {
                    let line = serde_json::to_string(entry).unwrap_or_default();
                    session.output.data(line)?;
                    continue;
                }
                let headers = ["TIME", "USER", "FROM", "VERB", "WHAT", "STATUS", "REQUEST"];
                let headers = (!headed).then_some(headers.as_slice());
                headed = true;
                session.output.data(layout.render(headers, &[row(entry)]))?;
            }
            if !self.follow {
                return Ok(());
            }
            if let Some(last) = entries.last() {
                query.since = Some(last.time);
            }
            tokio::time::sleep(PAUSE).await;
            entries = client.audit(&query).await?.items;
        }
    }
}

fn row(entry: &AuditEntry) -> Vec<Cell> {
    let what = match &entry.object {
        Some(object) => object.to_string(),
        None => entry.path.clone(),
    };
    let status = match entry.reason {
        Some(reason) => format!("{} {reason:?}", entry.status),
        None => entry.status.to_string(),
    };
    [
        entry.time.to_string(),
        entry.user.clone(),
        entry.source.to_string(),
        entry.verb.clone(),
        what,
        status,
        entry.request_id.clone(),
    ]
    .map(Cell::from)
    .to_vec()
}
