//! EPIC end to end: real processes, real Envoy, real namespaces.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "e2e/demo.rs"]
mod demo;
#[path = "e2e/layers.rs"]
mod layers;
#[path = "e2e/recovery.rs"]
mod recovery;
#[path = "e2e/traffic.rs"]
mod traffic;
