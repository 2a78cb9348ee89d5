//! The screens.

pub(crate) mod document;
pub(crate) mod events;
pub(crate) mod gateways;
pub(crate) mod topology;
