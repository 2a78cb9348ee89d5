//! The lab: EPIC's parts as real processes, with namespaces for hosts.
//!
//! ```text
//!   this machine's own namespace: epicd on loopback, epicctl, the dashboard
//!        │ relay (sockets, no route)
//!   ┌────┴───────────── gw ──────────────┐
//!   │ epic-agent                         │      each gateway gets a namespace of its own,
//!   │   └── one namespace per gateway ───┼──    made by the agent
//!   └──┬───────────────┬──────────────┬──┘
//!    client          first          second       (backends)
//! ```
//!
//! Without root there are no namespaces: everything is on loopback addresses.

pub mod backend;
pub mod bench;
pub mod cluster;
pub mod demo;
pub mod interrupt;
pub mod load;
pub mod netns;
pub mod process;
pub mod relay;
pub mod site;
