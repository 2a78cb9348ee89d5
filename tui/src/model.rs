//! All the state there is.

use std::collections::{BTreeMap, BTreeSet};

use epic_api::client::List;
use epic_api::gateway::Gateway;
use epic_api::kind::Kind;
use epic_api::meta::ObjectKey;
use epic_api::object::RawObject;
use jiff::Timestamp;

use crate::Options;
use crate::connection::Connection;
use crate::data::{Data, Live};
use crate::overlay::Overlay;
use crate::screen::{self, ScreenId};
use crate::theme::Theme;

/// What the dashboard knows and shows.
pub(crate) struct Model {
    pub(crate) options: Options,
    pub(crate) theme: Theme,
    pub(crate) size: (u16, u16),
    pub(crate) now: Timestamp,
    pub(crate) live: Data,
    /// What is shown instead while the picture is held still.
    pub(crate) frozen: Option<Box<Data>>,
    pub(crate) feeds: BTreeMap<Kind, Feed>,
    pub(crate) connection: Connection,
    pub(crate) heard: Timestamp,
    pub(crate) epoch: u64,
    /// The way here; the first is the list of gateways and stays.
    pub(crate) root: Place,
    pub(crate) above: Vec<Place>,
    pub(crate) overlays: Vec<Overlay>,
    pub(crate) polling: BTreeSet<ObjectKey>,
    pub(crate) turn: usize,
    /// Whether revisions were asked for and no answer has come.
    pub(crate) asking: bool,
}

/// How one kind is followed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Feed {
    pub(crate) epoch: u64,
    pub(crate) open: bool,
    pub(crate) resource_version: Option<String>,
    pub(crate) attempt: u32,
    /// Why epicd does not show these; empty: it does.
    pub(crate) denied: String,
}

/// A screen with what the user did to it.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) screen: ScreenId,
    /// The object it is about, if it is about one.
    pub(crate) subject: Option<ObjectKey>,
    /// The id of the selected row: it stays selected when rows move.
    pub(crate) selected: Option<String>,
    pub(crate) filter: String,
    pub(crate) faults: bool,
    pub(crate) sort: usize,
    pub(crate) reverse: bool,
    pub(crate) follow: bool,
    /// The other of two pictures of the same.
    pub(crate) alternate: bool,
    pub(crate) expanded: BTreeSet<String>,
    pub(crate) scroll: usize,
}

impl Place {
    pub(crate) fn new(screen: ScreenId, subject: Option<ObjectKey>) -> Place {
        Place {
            screen,
            subject,
            selected: None,
            filter: String::new(),
            faults: false,
            sort: 0,
            reverse: false,
            follow: true,
            alternate: false,
            expanded: BTreeSet::new(),
            scroll: 0,
        }
    }

    /// Whether the filter lets a text through: it holds it, or with `!` does not. Case is nothing.
    pub(crate) fn passes(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        match self.filter.to_lowercase().strip_prefix('!') {
            Some("") => true,
            Some(without) => !text.contains(without),
            None => text.contains(&self.filter.to_lowercase()),
        }
    }
}

impl Model {
    pub(crate) fn new(options: Options, size: (u16, u16), now: Timestamp) -> Model {
        let theme = Theme {
            ascii: options.ascii,
            color: !options.no_color,
        };
        Model {
            options,
            theme,
            size,
            now,
            live: Data::default(),
            frozen: None,
            feeds: BTreeMap::new(),
            connection: Connection::Connecting,
            heard: now,
            epoch: 0,
            root: Place::new(ScreenId::Gateways, None),
            above: Vec::new(),
            overlays: Vec::new(),
            polling: BTreeSet::new(),
            turn: 0,
            asking: false,
        }
    }

    /// What to show.
    pub(crate) fn data(&self) -> &Data {
        self.frozen.as_deref().unwrap_or(&self.live)
    }

    pub(crate) fn place(&self) -> &Place {
        self.above.last().unwrap_or(&self.root)
    }

    pub(crate) fn place_mut(&mut self) -> &mut Place {
        self.above.last_mut().unwrap_or(&mut self.root)
    }

    /// What the present screen, or the row under its cursor, is about.
    pub(crate) fn subject(&self) -> Option<ObjectKey> {
        screen::current(self).subject(self)
    }

    /// The object a screen is about, if it is still there.
    pub(crate) fn object(&self) -> Option<RawObject> {
        let key = self.place().subject.as_ref()?;
        let data = self.data();
        match data.gateways.get(key) {
            Some(gateway) => Some(gateway.to_raw()),
            None => data.objects.get(key).cloned(),
        }
    }

    pub(crate) fn gateway(&self) -> Option<&Gateway> {
        self.data().gateways.get(self.place().subject.as_ref()?)
    }

    pub(crate) fn graph(&self) -> Option<&Live> {
        self.data().live.get(self.place().subject.as_ref()?)
    }

    /// Where the selection is among rows: it moves to the first when its row has gone.
    pub(crate) fn cursor(&self, rows: &[String]) -> Option<usize> {
        if rows.is_empty() {
            return None;
        }
        let place = self.place();
        let of = |id: &String| rows.iter().position(|row| row == id);
        Some(place.selected.as_ref().and_then(of).unwrap_or(0))
    }

    pub(crate) fn listed(&mut self, kind: Kind, list: &List) {
        self.live.replace(kind, &list.items);
        if let Some(feed) = self.feeds.get_mut(&kind) {
            feed.resource_version = Some(list.resource_version.clone());
        }
    }
}
