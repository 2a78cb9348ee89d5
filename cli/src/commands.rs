//! What each noun and verb does.

pub mod account;
pub mod backend;
pub mod certificate;
pub mod common;
pub mod context;
pub mod dashboard;
pub mod describe;
pub mod events;
pub mod explain;
pub mod gateway;
pub mod generate;
pub mod get;
pub mod graph;
pub mod ippool;
pub mod listener;
pub mod manifests;
pub mod node;
pub mod route;
pub mod route_rule;
pub mod template;
pub mod token;
pub mod topics;
pub mod user;
pub mod version;
pub mod wait;
pub mod whoami;
