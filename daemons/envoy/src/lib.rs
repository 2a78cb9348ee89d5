//! From EPIC's intent to a running Envoy.
//!
//! ```text
//!   names ────── how Envoy's names map back to EPIC's
//!   translate ── one gateway's intent → Envoy resources. Pure, incremental
//!   patch ────── what a template changes of that by itself
//!   delivery ─── resources → one Envoy, by delta ADS over a Unix socket, make before break
//!   bootstrap, process, admin ── the Envoy process and what it says about itself
//! ```

pub mod admin;
pub mod bootstrap;
pub mod delivery;
pub mod names;
pub mod patch;
pub mod process;
pub mod translate;
