//! One entry of a virtual host: a route of Envoy.

use std::collections::BTreeMap;

use envoy_types::pb::envoy::config::route::v3 as envoy;
use envoy_types::pb::google::protobuf::Any;
use prost::{Message, Name};

use super::pb;

/// The number of `Route.typed_per_filter_config`.
const PER_FILTER: u32 = 13;
/// The numbers of a map entry's key and value.
const KEY: u32 = 1;
const VALUE: u32 = 2;

/// An Envoy route with what HTTP filters do for it.
pub(super) struct Entry {
    pub(super) route: envoy::Route,
    /// In an order of its own: a map of the message would be encoded in any.
    per_filter: BTreeMap<&'static str, Any>,
}

impl Entry {
    /// No HTTP filter does anything for it.
    pub(super) fn new(route: envoy::Route) -> Self {
        Entry {
            route,
            per_filter: BTreeMap::new(),
        }
    }

    /// The HTTP filter of this name takes part.
    pub(super) fn enable<M: Message + Name>(&mut self, filter: &'static str, config: &M) {
        let config = Any {
            type_url: M::type_url(),
            value: config.encode_to_vec(),
        };
        self.per_filter.insert(filter, config);
    }

    /// The message. Equal entries give equal bytes.
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut bytes = self.route.encode_to_vec();
        for (filter, config) in &self.per_filter {
            let mut pair = Vec::new();
            pb::append_message(KEY, filter.as_bytes(), &mut pair);
            pb::append_message(VALUE, &config.encode_to_vec(), &mut pair);
            pb::append_message(PER_FILTER, &pair, &mut bytes);
        }
        bytes
    }
}
