//! What a screen is. Adding one: an id, a file under `screens/`, a line in [`screen`], and its
//! actions in `action.rs`.

use epic_api::kind::Kind;
use epic_api::meta::ObjectKey;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::action::{Action, Scope};
use crate::message::Effect;
use crate::model::Model;
use crate::screens::document::Document;
use crate::screens::envoys::Envoys;
use crate::screens::events::Events;
use crate::screens::gateways::Gateways;
use crate::screens::objects::Objects;
use crate::screens::revisions::Revisions;
use crate::screens::topology::Topology;

/// Which screen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ScreenId {
    Gateways,
    Topology,
    Events,
    Envoys,
    Revisions,
    /// Routes, backends, nodes or certificates.
    Objects(Kind),
    Describe,
    Yaml,
}

/// Whether a screen took an action, or leaves it to what holds everywhere.
pub(crate) enum Handled {
    Yes(Vec<Effect>),
    No,
}

/// One full-screen view. Screens hold no state: that is in the model's `Place`.
pub(crate) trait Screen {
    /// Which keys hold.
    fn scope(&self) -> Scope;
    /// The ids of the rows that can be selected, as shown; `None`: the screen scrolls instead.
    fn rows(&self, model: &Model) -> Option<Vec<String>>;
    /// The object that the screen, or the row under its cursor, is about.
    fn subject(&self, model: &Model) -> Option<ObjectKey> {
        model.place().subject.clone()
    }
    /// Does what is special to the screen.
    fn handle(&self, model: &mut Model, action: Action) -> Handled;
    /// Draws it.
    fn view(&self, model: &Model, frame: &mut Frame<'_>, area: Rect);
}

/// The code of a screen.
pub(crate) fn screen(id: ScreenId) -> &'static dyn Screen {
    match id {
        ScreenId::Gateways => &Gateways,
        ScreenId::Topology => &Topology,
        ScreenId::Events => &Events,
        ScreenId::Envoys => &Envoys,
        ScreenId::Revisions => &Revisions,
        ScreenId::Objects(_) => &Objects,
        ScreenId::Describe | ScreenId::Yaml => &Document,
    }
}

/// The screen on top.
pub(crate) fn current(model: &Model) -> &'static dyn Screen {
    screen(model.place().screen)
}
