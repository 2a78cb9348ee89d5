//! The translation and the delivery, through a running Envoy on loopback.

mod behaviour;
mod delivery;
mod support;
mod tls;
