//! Under construction.

pub mod network;
