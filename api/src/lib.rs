//! What EPIC's parts say to each other: resource types, their validation, and a typed client.
//!
//! The resources are Kubernetes-shaped (`apiVersion`, `kind`, `metadata`, `spec`, `status` with
//! conditions), and routes have the Gateway API's own shape, so that what people know carries over.
//! This crate knows no daemon: everything here is data, pure functions over data, and one HTTPS
//! client.
//!
//! ```text
//!   kind ── what there is                     validate ── may this be stored?
//!   object, meta ── the envelope              topology ── address → … → endpoint, with health
//!   account … route ── each kind's fields     path ── where it lives in the REST API
//!   agent ── the stream to a gateway node     client ── list, get, apply, delete, watch
//!   ownership ── server-side apply               patch ── the other two patches
//!   trace ── what becomes of a request            analyze ── what should be looked at
//!   access ── users, tokens, roles            enroll ── how an agent gets its certificate
//! ```

pub mod access;
pub mod account;
pub mod agent;
pub mod analyze;
pub mod audit;
pub mod backend;
pub mod batch;
pub mod binding;
pub mod certificate;
pub mod client;
pub mod condition;
pub mod context;
pub mod duration;
pub mod enroll;
pub mod error;
pub mod event;
pub mod gateway;
pub mod inventory;
pub mod ippool;
pub mod kind;
pub mod meta;
pub mod node;
pub mod object;
pub mod openapi;
pub mod ownership;
pub mod patch;
pub mod path;
pub mod precedence;
pub mod query;
pub mod revision;
pub mod route;
pub mod select;
pub mod strict;
pub mod template;
pub mod topology;
pub mod trace;
pub mod validate;

pub use account::{Account, AccountSpec, AccountStatus};
pub use backend::{Backend, BackendSpec, BackendStatus};
pub use certificate::{Certificate, CertificateSpec, CertificateStatus};
pub use condition::{Condition, ConditionStatus};
pub use duration::Duration;
pub use error::{ApiError, FieldError, Reason};
pub use event::{Event, EventSpec};
pub use gateway::{Gateway, GatewaySpec, GatewayStatus};
pub use ippool::{IpPool, IpPoolSpec, IpPoolStatus};
pub use kind::{API_VERSION, GROUP, Kind, Scope, VERSION};
pub use meta::{ObjectKey, ObjectMeta};
pub use node::{Node, NodeSpec, NodeStatus};
pub use object::{Object, RawObject, Spec};
pub use route::{Route, RouteSpec, RouteStatus};
pub use template::{GatewayTemplate, GatewayTemplateSpec, GatewayTemplateStatus};
