//! EPIC end to end: real processes, real Envoy, real namespaces.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "e2e/demo.rs"]
mod demo;
#[path = "e2e/explain.rs"]
mod explain;
#[path = "e2e/layers.rs"]
mod layers;
#[path = "e2e/recovery.rs"]
mod recovery;
#[path = "e2e/refusals.rs"]
mod refusals;
#[path = "e2e/traffic.rs"]
mod traffic;

use std::sync::{Mutex, MutexGuard, PoisonError};

/// The lab is for one test at a time: some look at the whole machine for what is left behind, all
/// share two cores.
fn the_lab() -> MutexGuard<'static, ()> {
    static LAB: Mutex<()> = Mutex::new(());
    LAB.lock().unwrap_or_else(PoisonError::into_inner)
}
