//! `epicctl events`.

use clap::Args;
use epic_api::client::WatchEvent;
use epic_api::event::SYSTEM_ACCOUNT;
use epic_api::{Event, Kind, ObjectKey, RawObject};

use crate::choice::TableArgs;
use crate::columns::{self, View};
use crate::failure::{Failure, Outcome};
use crate::objects::Listing;
use crate::output::Format;
use crate::session::Session;
use crate::table::Layout;

/// `events`.
#[derive(Args, Debug)]
pub struct EventsArgs {
    /// Only about this object
    #[arg(long = "for", value_name = "KIND/NAME")]
    about: Option<String>,
    /// Go on with what happens
    #[arg(short, long, visible_alias = "watch")]
    follow: bool,
    /// Of every account
    #[arg(short = 'A', long)]
    all_accounts: bool,
    #[command(flatten)]
    table: TableArgs,
}

impl EventsArgs {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        let about = match &self.about {
            Some(text) => Some(session.reference(text)?),
            None => None,
        };
        let account = match (&about, self.all_accounts) {
            (None, true) => None,
            (Some(key), _) => Some(account_of(key).to_owned()),
            (None, false) => Some(session.account()?.to_owned()),
        };
        let client = session.client()?;
        let list = client.list(Kind::Event, account.as_deref()).await?;
        let fits = |object: &RawObject| about.as_ref().is_none_or(|key| is_about(object, key));
        let mut items = list.items;
        items.retain(&fits);
        sort(&mut items);
        let listing = Listing {
            all_accounts: self.all_accounts,
            table: self.table.clone(),
            ..Listing::default()
        };
        if !self.follow {
            return session.print(Kind::Event, &items, &listing);
        }
        if self.table.needs_all() {
            return Err(
                Failure::usage("--follow has neither --columns nor --sort-by")
                    .hint("events come as they happen; leave them out"),
            );
        }
        let mut layout = Layout::default();
        let mut headed = self.table.no_headers;
        let mut print = |object: &RawObject| {
            if session.output.format == Format::Json {
                return session
                    .output
                    .data(serde_json::to_string(object).unwrap_or_default());
            }
            let view = View {
                now: jiff::Timestamp::now(),
                ..session.view(self.all_accounts)
            };
            let headers = columns::headers(Kind::Event, view);
            let headers = (!headed).then_some(headers.as_slice());
            headed = true;
            session
                .output
                .data(layout.render(headers, &[columns::row(object, view)]))
        };
        items.iter().try_for_each(&mut print)?;
        session
            .follow(
                Kind::Event,
                account.as_deref(),
                list.resource_version,
                |event| match event {
                    WatchEvent::Added(object) | WatchEvent::Modified(object) if fits(&object) => {
                        print(&object).map(|()| None::<()>)
                    }
                    _ => Ok(None),
                },
            )
            .await
    }
}

/// The account that events about an object are in.
pub fn account_of(key: &ObjectKey) -> &str {
    key.account.as_deref().unwrap_or(SYSTEM_ACCOUNT)
}

/// Whether the event is about the object.
pub fn is_about(object: &RawObject, key: &ObjectKey) -> bool {
    Event::from_raw(object).is_ok_and(|event| {
        let regarding = event.spec.regarding;
        regarding.kind == key.kind && regarding.name == key.name && regarding.account == key.account
    })
}

/// Oldest first.
pub fn sort(events: &mut [RawObject]) {
    events.sort_by_cached_key(|object| {
        let seen = Event::from_raw(object)
            .map(|event| event.spec.last_seen)
            .ok();
        (seen, object.key())
    });
}
