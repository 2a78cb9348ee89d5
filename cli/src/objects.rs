//! What every kind has: list, get, watch, create, change, delete.

use std::time::Duration;

use epic_api::client::{Client, ClientError, List, WatchEvent};
use epic_api::path::ApiPath;
use epic_api::{Kind, Object, ObjectKey, RawObject, Reason, Spec};
use futures::StreamExt as _;
use http::Method;

use crate::choice::{Rows, TableArgs};
use crate::columns::{self, View};
use crate::failure::{Failure, Outcome};
use crate::output::Format;
use crate::selector::Selector;
use crate::session::Session;
use crate::table::{Cell, Layout, Tone};

/// How often a change is tried again when somebody else was faster.
const CONFLICT_RETRIES: u32 = 5;
/// The longest pause before a broken watch is tried again.
const WATCH_PAUSE_MAX: Duration = Duration::from_secs(10);

/// Which objects a list shows, and how.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Of every account.
    pub all_accounts: bool,
    /// Only these.
    pub selector: Selector,
    /// Which columns, in which order.
    pub table: TableArgs,
    /// Goes on with what changes.
    pub watch: bool,
}

impl Session {
    /// How tables look.
    pub fn view(&self, all_accounts: bool) -> View {
        View {
            wide: self.output.format == Format::Wide,
            accounts: all_accounts,
            now: self.now,
        }
    }

    /// The objects of a kind in the session's account, or in all.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn fetch(&self, kind: Kind, all_accounts: bool) -> Outcome<List> {
        let account = if all_accounts {
            None
        } else {
            self.account_for(kind)?
        };
        Ok(self.client()?.list(kind, account).await?)
    }

    /// Prints a list, and with `watch` whatever changes.
    ///
    /// # Errors
    /// epicd refuses or can't be reached; a watch that breaks is taken up again.
    pub async fn list(&self, kind: Kind, listing: &Listing) -> Outcome {
        let list = self.fetch(kind, listing.all_accounts).await?;
        let mut items = list.items;
        items.retain(|object| listing.selector.fits(object));
        if listing.watch {
            if listing.table.needs_all() {
                return Err(
                    Failure::usage("--watch has neither --columns nor --sort-by")
                        .hint("rows come as they change; leave them out"),
                );
            }
            let mut printer = WatchPrinter::new(self, kind, listing);
            for object in items {
                printer.print(&WatchEvent::Added(object))?;
            }
            let account = if listing.all_accounts {
                None
            } else {
                self.account_for(kind)?
            };
            return self
                .follow(kind, account, list.resource_version, |event| {
                    printer.print(&event).map(|()| None::<()>)
                })
                .await;
        }
        self.print(kind, &items, listing)
    }

    /// Prints objects of one kind.
    ///
    /// # Errors
    /// Stdout can't be written.
    pub fn print(&self, kind: Kind, items: &[RawObject], listing: &Listing) -> Outcome {
        if !self.output.format.is_table() {
            return self.output.objects(items);
        }
        if items.is_empty() && !listing.table.asks_for_names() {
            let place = match (listing.all_accounts, self.account_for(kind)?) {
                (false, Some(account)) => format!(" in account `{account}`"),
                _ => String::new(),
            };
            self.output.note(format!("no {}{place}", kind.plural()));
            return Ok(());
        }
        let view = self.view(listing.all_accounts);
        let shown = columns::headers(kind, view).len();
        let view = View {
            wide: view.wide || listing.table.needs_all(),
            ..view
        };
        let headers = columns::headers(kind, view);
        let cells = items.iter().map(|o| columns::row(o, view)).collect();
        let rows = Rows::new(&headers, cells);
        self.output.table_of(&listing.table, rows, items, shown)
    }

    /// Hands every change after `revision` to `each` until it answers. A connection that breaks is
    /// made again, without end, with growing pauses; nothing is missed.
    ///
    /// # Errors
    /// epicd refuses, or `each` fails.
    pub async fn follow<T>(
        &self,
        kind: Kind,
        account: Option<&str>,
        revision: String,
        mut each: impl FnMut(WatchEvent) -> Outcome<Option<T>>,
    ) -> Outcome<T> {
        let client = self.client()?;
        let mut revision = revision;
        let mut pause = Duration::from_millis(200);
        loop {
            let broken = match client.watch(kind, account, &revision).await {
                Ok(mut events) => loop {
                    match events.next().await {
                        Some(Ok(WatchEvent::Error(error))) => {
                            if error.reason != Reason::Expired {
                                return Err(error.into());
                            }
                            let list = client.list(kind, account).await?;
                            revision = list.resource_version;
                            for object in list.items {
                                if let Some(answer) = each(WatchEvent::Modified(object))? {
                                    return Ok(answer);
                                }
                            }
                            break String::new();
                        }
                        Some(Ok(event)) => {
                            if let Some(seen) = event_revision(&event) {
                                seen.clone_into(&mut revision);
                            }
                            pause = Duration::from_millis(200);
                            if let Some(answer) = each(event)? {
                                return Ok(answer);
                            }
                        }
                        Some(Err(error)) => break error.to_string(),
                        None => break String::new(),
                    }
                },
                Err(error @ ClientError::Unreachable { .. }) => error.to_string(),
                Err(error) => return Err(error.into()),
            };
            if !broken.is_empty() {
                self.output.note(format!("{broken}; trying again"));
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(WATCH_PAUSE_MAX);
        }
    }

    /// Makes a new object, or with `dry_run` finds out whether it could be made.
    ///
    /// # Errors
    /// It exists, or epicd refuses.
    pub async fn create(&self, object: &RawObject, dry_run: bool) -> Outcome<RawObject> {
        let client = self.client()?;
        if !dry_run {
            return Ok(client.create(object).await?);
        }
        let key = object.key();
        let path = ApiPath::List {
            kind: key.kind,
            account: key.account,
        };
        let path = format!("{path}?dryRun=true");
        Ok(client.call(Method::POST, &path, Some(object)).await?)
    }

    /// Changes an object that exists: reads it, lets `change` work on it, writes it back if nobody
    /// else has in the meantime, else begins anew.
    ///
    /// # Errors
    /// There is no such object, `change` or epicd refuses, or others are faster every time.
    pub async fn change<S: Spec>(
        &self,
        key: &ObjectKey,
        dry_run: bool,
        change: impl Fn(&mut Object<S>) -> Outcome,
    ) -> Outcome<(RawObject, bool)> {
        let client = self.client()?;
        let mut tries = 0;
        loop {
            let before = client.get(key).await?;
            let mut object =
                Object::<S>::from_raw(&before).map_err(|error| unreadable(&before, &error))?;
            change(&mut object)?;
            object.status = None;
            let wanted = object.to_raw();
            match client.apply(&wanted, dry_run).await {
                Ok(after) => {
                    let changed = is_changed(&before, &after);
                    return Ok((after, changed));
                }
                Err(error) if lost_the_race(&error) && tries < CONFLICT_RETRIES => tries += 1,
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Says what became of an object that was written: a note for people, the object for programs.
    ///
    /// # Errors
    /// Stdout can't be written.
    pub fn written(&self, object: &RawObject, verb: &str, dry_run: bool) -> Outcome {
        if self.output.format.is_table() {
            let suffix = if dry_run { " (dry run)" } else { "" };
            self.output.data(format!(
                "{} {verb}{suffix}",
                crate::output::short_name(object)
            ))
        } else {
            self.output.object(object)
        }
    }
}

/// Whether a write changed what the user may change. Status does not count; a redacted key can't be
/// compared, but `generation` moves with every change of `spec`.
pub fn is_changed(before: &RawObject, after: &RawObject) -> bool {
    before.metadata.generation != after.metadata.generation
        || before.spec != after.spec
        || before.metadata.labels != after.metadata.labels
        || before.metadata.annotations != after.metadata.annotations
}

/// The word for it.
pub fn changed_word(changed: bool) -> &'static str {
    if changed { "configured" } else { "unchanged" }
}

/// An object this version can't read.
pub fn unreadable(object: &RawObject, error: &serde_json::Error) -> Failure {
    Failure::new(
        crate::failure::Code::Failure,
        format!("this epicctl can't read {}", object.key()),
    )
    .cause(error)
    .hint("use the epicctl of the same release as epicd")
}

fn lost_the_race(error: &ClientError) -> bool {
    matches!(error, ClientError::Api(error) if error.reason == Reason::Conflict)
}

fn event_revision(event: &WatchEvent) -> Option<&str> {
    match event {
        WatchEvent::Added(o) | WatchEvent::Modified(o) | WatchEvent::Deleted(o) => {
            o.metadata.resource_version.as_deref()
        }
        WatchEvent::Bookmark(bookmark) => Some(&bookmark.resource_version),
        WatchEvent::Error(_) => None,
    }
}

/// The object of a key, if there is one.
///
/// # Errors
/// epicd refuses or can't be reached.
pub async fn find(client: &Client, key: &ObjectKey) -> Outcome<Option<RawObject>> {
    match client.get(key).await {
        Ok(object) => Ok(Some(object)),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Prints changes: rows that line up, or JSON lines.
struct WatchPrinter<'a> {
    session: &'a Session,
    listing: &'a Listing,
    kind: Kind,
    layout: Layout,
    headed: bool,
}

impl<'a> WatchPrinter<'a> {
    fn new(session: &'a Session, kind: Kind, listing: &'a Listing) -> Self {
        WatchPrinter {
            session,
            listing,
            kind,
            layout: Layout::default(),
            headed: listing.table.no_headers,
        }
    }

    fn print(&mut self, event: &WatchEvent) -> Outcome {
        let output = &self.session.output;
        let (object, gone) = match event {
            WatchEvent::Added(object) | WatchEvent::Modified(object) => (object, false),
            WatchEvent::Deleted(object) => (object, true),
            WatchEvent::Bookmark(_) | WatchEvent::Error(_) => return Ok(()),
        };
        if !self.listing.selector.fits(object) {
            return Ok(());
        }
        match output.format {
            Format::Json => {
                let line = serde_json::to_string(event).map_err(|e| unreadable(object, &e))?;
                output.data(line)
            }
            Format::Yaml => output.data(format!("---\n{}", crate::output::yaml(object)?)),
            Format::Name => output.data(crate::output::short_name(object)),
            _ if output.expression.is_some() => output.value(object),
            _ => {
                let view = View {
                    now: jiff::Timestamp::now(),
                    ..self.session.view(self.listing.all_accounts)
                };
                let mut row = columns::row(object, view);
                if gone {
                    for cell in &mut row {
                        cell.tone = Tone::Bad;
                    }
                    row.push(Cell::toned("deleted", Tone::Bad));
                }
                let headers = columns::headers(self.kind, view);
                let headers = (!self.headed).then_some(headers.as_slice());
                self.headed = true;
                output.data(self.layout.render(headers, &[row]))
            }
        }
    }
}
