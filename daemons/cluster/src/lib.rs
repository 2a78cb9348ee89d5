//! epicd: the API server, the store, address management and placement of a gateway cluster.
//!
//! ```text
//!   server ── HTTPS, who may, what the path names      app ── puts it all together
//!     │ reads, watches            │ writes, reports    init, pki, data_dir, auth ── before that
//!     ▼                           ▼
//!   store ◄──── commits ──── control ──── the single writer
//!                                 │ asks and tells
//!                                 ▼
//!                               world ── pure: admission, addresses, placement, statuses, intents
//! ```

pub mod app;
pub mod audit;
pub mod auth;
pub mod backup;
pub mod command;
pub mod control;
pub mod data_dir;
pub mod idempotency;
pub mod init;
pub mod metrics;
pub mod pki;
pub mod request;
pub mod server;
pub mod store;
pub mod world;
