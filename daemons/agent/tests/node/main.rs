//! A whole gateway node: a real agent with real Envoys that carry real requests.
#![allow(
    clippy::print_stderr,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "helpers of tests are tests, too, and the modules are this binary's own"
)]

mod control_plane;
mod lifecycle;
mod namespaced;
mod quarantine;
mod support;
mod takeover;
mod traffic;
