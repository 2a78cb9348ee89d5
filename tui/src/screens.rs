//! The screens.

pub(crate) mod document;
pub(crate) mod envoys;
pub(crate) mod events;
pub(crate) mod gateways;
pub(crate) mod objects;
pub(crate) mod revisions;
pub(crate) mod topology;
