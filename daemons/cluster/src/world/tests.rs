//! The rules of the World, each with its test.

mod admission;
mod allotment;
mod random;
mod references;
mod statuses;
mod streams;
mod support;

use std::collections::BTreeSet;

use epic_api::agent::{EndpointLive, IntentLine, NODE_LOST_SECONDS};
use epic_api::gateway::{InstanceState, Rejection};
use epic_api::{Kind, Reason};
use serde_json::{Value, json};

use support::{
    Lab, answer, backend, causes, condition, gateway, key, message, reason, route, template,
};
