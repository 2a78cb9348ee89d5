//! The translation and the delivery, through a running Envoy on loopback.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, too, fail by panicking"
)]

mod behaviour;
mod delivery;
mod golden;
mod support;
mod tls;
