//! epic-agent: makes of a machine a node of an EPIC gateway cluster.
//!
//! It keeps each gateway that epicd places here serving: a network of its own, an Envoy of its
//! own, and its intent, translated. What it was told last is on disk, so that neither epicd's
//! absence nor the agent's own restart stops traffic.
//!
//! ```text
//!   control_plane ──lines──► intent ──updates──► fleet ──► instance, one task per gateway
//!         ▲                                        ▲          │  │  │
//!         │                                        │          │  │  └─► network, epic_envoy
//!         └──────────── report ◄── board ◄─────────┼──────────┘  └────► last_good
//!                                                  └── restored from last_good, before all else
//! ```

pub mod app;
mod backoff;
pub mod cleanup;
pub mod control_plane;
mod desk;
mod fleet;
pub mod identity;
mod instance;
pub mod intent;
pub mod last_good;
mod mailbox;
pub mod network;
pub mod options;
pub mod platform;
mod report;
pub mod serve;
mod slots;
#[cfg(test)]
mod testing;

pub use app::{Agent, AgentOptions};
