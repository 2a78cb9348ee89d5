//! A host's routes as an Envoy virtual host.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use envoy_types::pb::envoy::config::route::v3 as envoy;
use epic_api::{Backend, Route};
use prost::Message;

use super::action::{self, Surroundings};
use super::entry::Entry;
use super::{matching, pb, precedence};

/// The number of `VirtualHost.routes`.
const ROUTES: u32 = 3;

/// A rendered virtual host.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct VirtualHost {
    /// The encoded message.
    pub(super) bytes: Vec<u8>,
    /// The clusters it sends requests to.
    pub(super) clusters: BTreeSet<Arc<str>>,
    /// Of those, the ones it sends copies to.
    pub(super) copied_to: BTreeSet<Arc<str>>,
}

/// What answers the requests of a host that a listener takes from another one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Nobody {
    /// 404: no route fits, as everywhere.
    NotFound,
    /// 421: another listener of the port, with another certificate, is for this host; the client
    /// must open a connection of its own (RFC 9110, 15.5.20; Gateway API GEP-3567).
    Misdirected,
}

/// Renders the host with the matches of all its routes. Requests that fit none get a 404.
pub(super) fn render<'a>(
    host: &str,
    routes: impl Iterator<Item = &'a Route>,
    nobody: Nobody,
    backends: &BTreeMap<String, Arc<Backend>>,
    surroundings: &Surroundings<'_>,
) -> VirtualHost {
    let mut all = VirtualHost::default();
    let mut entries: Vec<Entry> = precedence::candidates(routes)
        .iter()
        .flat_map(|candidate| action::entries(candidate, backends, surroundings, &mut all))
        .collect();
    if nobody == Nobody::Misdirected {
        entries.push(Entry::new(envoy::Route {
            r#match: Some(matching::every()),
            action: Some(action::direct_response(421)),
            ..Default::default()
        }));
    }
    let head = envoy::VirtualHost {
        name: host.to_owned(),
        domains: vec![host.to_owned()],
        ..Default::default()
    };
    all.bytes = head.encode_to_vec();
    for entry in entries {
        pb::append_message(ROUTES, &entry.encode(), &mut all.bytes);
    }
    all
}
