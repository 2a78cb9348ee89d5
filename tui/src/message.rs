//! What reaches the model, and what it asks for.

use std::time::Duration;

use crossterm::event::KeyEvent;
use epic_api::client::{ClientError, List, WatchEvent};
use epic_api::kind::Kind;
use epic_api::meta::ObjectKey;
use epic_api::revision::RevisionPage;
use epic_api::topology::Topology;
use jiff::Timestamp;

/// Something that happened outside of the model.
#[derive(Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "moved once, from the queue to the model"
)]
pub(crate) enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// The terminal has this many columns and rows.
    Resize(u16, u16),
    /// A second has passed.
    Tick(Timestamp),
    /// epicd said something, or could not be reached.
    News(Timestamp, News),
}

/// What comes from the source. `epoch` tells answers to the present question from older ones.
#[derive(Debug)]
pub(crate) enum News {
    Listed {
        kind: Kind,
        epoch: u64,
        list: List,
    },
    /// The watch is open, with nothing said yet.
    Watching {
        kind: Kind,
        epoch: u64,
    },
    Changed {
        kind: Kind,
        epoch: u64,
        event: WatchEvent,
    },
    Broken {
        kind: Kind,
        epoch: u64,
        error: Option<ClientError>,
    },
    Revisions(Result<RevisionPage, ClientError>),
    Topology {
        key: ObjectKey,
        result: Result<Topology, ClientError>,
    },
}

/// What the model wants done.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Effect {
    /// List (unless `from` is known) and watch a kind, after a delay of at most this.
    /// Replaces what is under way for the kind.
    Follow {
        kind: Kind,
        epoch: u64,
        from: Option<String>,
        delay: Duration,
    },
    /// Ask for a gateway's topology.
    Poll(ObjectKey),
    /// Ask for the newest revisions.
    History,
    /// Draw every cell again.
    Redraw,
    /// End.
    Quit,
}
