//! epicd as its clients see it: the real server on a loopback port, through the typed client.

#![expect(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

mod access;
mod agents;
mod audit;
mod backup;
mod bad_input;
mod batches;
mod crash;
mod enrolment;
mod history;
mod objects;
mod patches;
mod selections;
mod support;
mod tenants;
mod watches;
