//! One connection manager's hosts, and the scopes and RouteConfigurations they make.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use envoy_types::pb::envoy::config::route::v3 as envoy;
use epic_api::Route;
use epic_api::agent::GatewayIntent;
use prost::Message;

use super::action::Surroundings;
use super::resources::{Needs, Resource, ResourceType, Resources};
use super::shard::{self, KEYS};
use super::virtual_host::{self, Nobody, VirtualHost};
use super::{pb, precedence};

/// The number of `RouteConfiguration.virtual_hosts`.
const VIRTUAL_HOSTS: u32 = 2;

/// A connection manager.
#[derive(Debug)]
pub(super) struct Frontend {
    /// Its name: `port/80`, or `port/443/<listener>`.
    id: Arc<str>,
    scheme: &'static str,
    port: u16,
    /// Exact hosts by the key of their hash.
    exact: Vec<BTreeMap<String, Host>>,
    /// Wildcards and `*`: part of every RouteConfiguration.
    wild: BTreeMap<String, Host>,
    /// Matches of exact and of wildcard hosts.
    matches: (usize, usize),
    /// How many RouteConfigurations were rendered last; 0: none yet.
    spread: usize,
    touched: BTreeSet<String>,
}

#[derive(Debug)]
struct Host {
    routes: BTreeSet<String>,
    /// Whether a listener is named so: the host is there without routes, too.
    of_listener: Option<Nobody>,
    matches: usize,
    rendered: VirtualHost,
}

impl Frontend {
    pub(super) fn new(id: &str, scheme: &'static str, port: u16) -> Self {
        Frontend {
            id: id.into(),
            scheme,
            port,
            exact: (0..KEYS).map(|_| BTreeMap::new()).collect(),
            wild: BTreeMap::new(),
            matches: (0, 0),
            spread: 0,
            touched: BTreeSet::new(),
        }
    }

    fn bucket(&mut self, host: &str) -> &mut BTreeMap<String, Host> {
        if host.starts_with('*') {
            &mut self.wild
        } else {
            &mut self.exact[shard::key(host)]
        }
    }

    fn host(&mut self, name: &str) -> &mut Host {
        self.touched.insert(name.to_owned());
        self.bucket(name)
            .entry(name.to_owned())
            .or_insert_with(|| Host {
                routes: BTreeSet::new(),
                of_listener: None,
                matches: 0,
                rendered: VirtualHost::default(),
            })
    }

    /// The host is a listener's own.
    pub(super) fn add_listener_host(&mut self, host: &str, nobody: Nobody) {
        self.host(host).of_listener = Some(nobody);
    }

    /// The route is for the host.
    pub(super) fn bind(&mut self, host: &str, route: &str) {
        self.host(host).routes.insert(route.to_owned());
    }

    /// The route is no longer for the host.
    pub(super) fn unbind(&mut self, host: &str, route: &str) {
        self.host(host).routes.remove(route);
    }

    /// The host must be rendered again.
    pub(super) fn touch(&mut self, host: &str) {
        self.touched.insert(host.to_owned());
    }

    /// Renders the hosts that were touched, and what contains them.
    pub(super) fn render(&mut self, intent: &GatewayIntent, resources: &mut Resources) {
        let mut wild = false;
        let mut keys = BTreeSet::new();
        for host in std::mem::take(&mut self.touched) {
            if host.starts_with('*') {
                wild = true;
            } else {
                keys.insert(shard::key(&host));
            }
            self.render_host(&host, intent);
        }
        let spread = shard::spread(self.matches.0, self.matches.1);
        if spread == self.spread {
            let shards: BTreeSet<usize> = if wild {
                (0..spread).collect()
            } else {
                keys.iter().map(|key| key % spread).collect()
            };
            for shard in shards {
                self.render_shard(shard, resources);
            }
        } else {
            let prefix = format!("{}/", self.id);
            resources.retain(ResourceType::RouteConfiguration, |name| {
                !name.starts_with(&prefix)
            });
            resources.retain(ResourceType::Scope, |name| !name.starts_with(&prefix));
            self.spread = spread;
            for shard in 0..spread {
                self.render_shard(shard, resources);
            }
            self.render_scopes(resources);
        }
    }

    fn render_host(&mut self, name: &str, intent: &GatewayIntent) {
        let surroundings = Surroundings {
            scheme: self.scheme,
            port: self.port,
            host: name,
        };
        let bucket = self.bucket(name);
        let Some(host) = bucket.get_mut(name) else {
            return;
        };
        let before = host.matches;
        if host.routes.is_empty() && host.of_listener.is_none() {
            bucket.remove(name);
            self.count(name, before, 0);
            return;
        }
        let routes: Vec<&Route> = host
            .routes
            .iter()
            .filter_map(|route| intent.routes.get(route))
            .map(AsRef::as_ref)
            .collect();
        host.matches = routes.iter().map(|route| precedence::count(route)).sum();
        host.rendered = virtual_host::render(
            name,
            routes.into_iter(),
            host.of_listener.unwrap_or(Nobody::NotFound),
            &intent.backends,
            &surroundings,
        );
        let after = host.matches;
        self.count(name, before, after);
    }

    fn count(&mut self, host: &str, before: usize, after: usize) {
        let counter = if host.starts_with('*') {
            &mut self.matches.1
        } else {
            &mut self.matches.0
        };
        *counter = *counter + after - before;
    }

    /// Named by how many there are, so that spreading anew makes new ones while the old serve.
    fn shard_name(&self, shard: usize) -> Arc<str> {
        format!("{}/{}/{shard}", self.id, self.spread).into()
    }

    fn render_shard(&self, shard: usize, resources: &mut Resources) {
        let name = self.shard_name(shard);
        let head = envoy::RouteConfiguration {
            name: name.to_string(),
            request_headers_to_remove: vec![shard::HEADER.to_owned()],
            ignore_port_in_host_matching: true,
            ..Default::default()
        };
        let mut bytes = head.encode_to_vec();
        let mut needs = Needs::default();
        let exact = (shard..KEYS)
            .step_by(self.spread)
            .flat_map(|key| &self.exact[key]);
        for (_, host) in exact.chain(&self.wild) {
            pb::append_message(VIRTUAL_HOSTS, &host.rendered.bytes, &mut bytes);
            needs
                .clusters
                .extend(host.rendered.clusters.iter().cloned());
            needs
                .copied_to
                .extend(host.rendered.copied_to.iter().cloned());
        }
        let kind = ResourceType::RouteConfiguration;
        resources.insert(
            kind,
            Resource::from_bytes(name, kind.type_url().to_owned(), bytes, needs),
        );
    }

    fn render_scopes(&self, resources: &mut Resources) {
        for key in 0..KEYS {
            let name = format!("{}/{key:02}", self.id);
            let key_text = shard::scope_key(&self.id, key);
            let shard = self.shard_name(key % self.spread);
            resources.insert(ResourceType::Scope, scope(name, key_text, shard, true));
        }
        for shard in 0..self.spread {
            let shard = self.shard_name(shard);
            let key_text = shard::warm_scope_key(&shard);
            let name = format!("{}/warm/{shard}", self.id);
            resources.insert(ResourceType::Scope, scope(name, key_text, shard, false));
        }
    }
}

fn scope(name: String, key: String, route_configuration: Arc<str>, gated: bool) -> Resource {
    use envoy::scoped_route_configuration::Key;
    use envoy::scoped_route_configuration::key::{Fragment, fragment};
    let message = envoy::ScopedRouteConfiguration {
        name: name.clone(),
        route_configuration_name: route_configuration.to_string(),
        key: Some(Key {
            fragments: vec![Fragment {
                r#type: Some(fragment::Type::StringKey(key)),
            }],
        }),
        ..Default::default()
    };
    let needs = Needs {
        route_configuration: gated.then_some(route_configuration),
        ..Default::default()
    };
    Resource::new(name, &message, needs)
}
