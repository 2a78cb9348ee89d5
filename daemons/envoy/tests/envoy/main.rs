//! The translation and the delivery, through a running Envoy on loopback.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, too, fail by panicking"
)]

mod backends;
mod balancing;
mod cors;
mod delivery;
mod edits;
mod filters;
mod generated;
mod golden;
mod grpc;
mod http3;
mod limits;
mod mirrors;
mod misdirected;
mod on_demand;
mod patches;
mod per_backend;
mod protocols;
mod resilience;
mod routing;
mod secured;
mod servers;
mod sessions;
mod shares;
mod strategies;
mod streams;
mod support;
mod tcp;
mod tls;
mod validate;
mod web;
