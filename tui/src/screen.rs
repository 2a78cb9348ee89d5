//! What a screen is. Adding one: an id, a file under `screens/`, a line in [`screen`], and its
//! actions in `action.rs`.

use epic_api::meta::ObjectKey;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::action::{Action, Scope};
use crate::message::Effect;
use crate::model::Model;
use crate::screens::document::Document;
use crate::screens::events::Events;
use crate::screens::gateways::Gateways;
use crate::screens::topology::Topology;

/// Which screen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ScreenId {
    Gateways,
    Topology,
    Events,
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
        ScreenId::Describe | ScreenId::Yaml => &Document,
    }
}

/// The screen on top.
pub(crate) fn current(model: &Model) -> &'static dyn Screen {
    screen(model.place().screen)
}

/// The gateway the cursor of the list is on.
pub(crate) fn selected_gateway(model: &Model) -> Option<ObjectKey> {
    let rows = crate::screens::gateways::sorted(model);
    let selected = model.root.selected.as_ref();
    let at = rows
        .iter()
        .position(|key| Some(&key.to_string()) == selected);
    rows.get(at.unwrap_or(0)).map(|key| (*key).clone())
}
