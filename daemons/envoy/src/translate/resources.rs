//! What one Envoy is given: resources by type and name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use envoy_types::pb::google::protobuf::Any;
use prost::{Message, Name};
use sha2::{Digest, Sha256};

/// A kind of Envoy resource, in the order in which a server must send them so that nothing names
/// what is not there yet (Envoy, "xDS protocol: eventual consistency considerations").
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum ResourceType {
    /// `Cluster` (CDS).
    Cluster,
    /// `ClusterLoadAssignment` (EDS).
    Endpoints,
    /// `Secret` (SDS).
    Secret,
    /// `RouteConfiguration` (RDS).
    RouteConfiguration,
    /// `ScopedRouteConfiguration` (SRDS).
    Scope,
    /// `Listener` (LDS).
    Listener,
}

impl ResourceType {
    /// Every type.
    pub const ALL: [ResourceType; 6] = [
        ResourceType::Cluster,
        ResourceType::Endpoints,
        ResourceType::Secret,
        ResourceType::RouteConfiguration,
        ResourceType::Scope,
        ResourceType::Listener,
    ];

    /// The type's name in the xDS protocol.
    pub const fn type_url(self) -> &'static str {
        match self {
            ResourceType::Cluster => "type.googleapis.com/envoy.config.cluster.v3.Cluster",
            ResourceType::Endpoints => {
                "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment"
            }
            ResourceType::Secret => {
                "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret"
            }
            ResourceType::RouteConfiguration => {
                "type.googleapis.com/envoy.config.route.v3.RouteConfiguration"
            }
            ResourceType::Scope => {
                "type.googleapis.com/envoy.config.route.v3.ScopedRouteConfiguration"
            }
            ResourceType::Listener => "type.googleapis.com/envoy.config.listener.v3.Listener",
        }
    }

    /// The type with this name.
    pub fn from_type_url(url: &str) -> Option<ResourceType> {
        Self::ALL.into_iter().find(|kind| kind.type_url() == url)
    }
}

/// What must be at Envoy before a resource may be.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Needs {
    /// Clusters it sends traffic to.
    pub clusters: BTreeSet<Arc<str>>,
    /// Of those, the ones it sends copies to. Envoy drops a copy for a cluster it does not have, so
    /// that these can't be loaded by the first request.
    pub copied_to: BTreeSet<Arc<str>>,
    /// The RouteConfiguration it leads to.
    pub route_configuration: Option<Arc<str>>,
    /// The scopes it looks routes up in: all whose names begin with one of these.
    pub scopes: Vec<Arc<str>>,
}

/// One Envoy resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Its name, unique in its type.
    pub name: Arc<str>,
    /// A hash of its body: equal bodies have equal versions, over restarts too.
    pub version: String,
    /// The message.
    pub body: Any,
    /// What must be there before it.
    pub needs: Needs,
    /// For clusters: Envoy uses it only after a first round of health checks.
    pub probed: bool,
}

impl Resource {
    /// A resource of a message. Messages with maps of several entries would not encode the same
    /// way twice; the translation makes none.
    pub fn new<M: Message + Name>(name: impl Into<Arc<str>>, message: &M, needs: Needs) -> Self {
        Self::from_bytes(name, M::type_url(), message.encode_to_vec(), needs)
    }

    /// A resource of an encoded message.
    pub fn from_bytes(
        name: impl Into<Arc<str>>,
        type_url: String,
        value: Vec<u8>,
        needs: Needs,
    ) -> Self {
        let digest = Sha256::digest(&value);
        let version = digest[..8].iter().fold(String::new(), |mut text, byte| {
            use std::fmt::Write as _;
            // Writing to a String can't fail.
            let _ = write!(text, "{byte:02x}");
            text
        });
        Resource {
            name: name.into(),
            version,
            body: Any { type_url, value },
            needs,
            probed: false,
        }
    }
}

/// The resources of one type, by name.
pub type ResourceMap = BTreeMap<Arc<str>, Arc<Resource>>;

/// Everything one Envoy is given. Cheap to clone; what did not change is shared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resources {
    types: [Arc<ResourceMap>; 6],
}

impl Resources {
    /// The resources of a type.
    pub fn of(&self, kind: ResourceType) -> &Arc<ResourceMap> {
        &self.types[kind as usize]
    }

    /// One resource.
    pub fn get(&self, kind: ResourceType, name: &str) -> Option<&Arc<Resource>> {
        self.of(kind).get(name)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.types.iter().map(|map| map.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Puts a resource in; one that is there already with the same content stays the same
    /// allocation, so that comparing two versions is comparing pointers.
    pub fn insert(&mut self, kind: ResourceType, resource: Resource) {
        let map = &mut self.types[kind as usize];
        if map.get(&resource.name).is_some_and(|old| **old == resource) {
            return;
        }
        Arc::make_mut(map).insert(resource.name.clone(), Arc::new(resource));
    }

    /// Puts a resource in as it is.
    pub(crate) fn insert_shared(&mut self, kind: ResourceType, resource: Arc<Resource>) {
        let map = Arc::make_mut(&mut self.types[kind as usize]);
        map.insert(resource.name.clone(), resource);
    }

    /// Takes a resource out.
    pub fn remove(&mut self, kind: ResourceType, name: &str) {
        let map = &mut self.types[kind as usize];
        if map.contains_key(name) {
            Arc::make_mut(map).remove(name);
        }
    }

    /// Takes out what `keep` does not want.
    pub(crate) fn retain(&mut self, kind: ResourceType, keep: impl Fn(&str) -> bool) {
        let gone: Vec<Arc<str>> = self
            .of(kind)
            .keys()
            .filter(|name| !keep(name))
            .cloned()
            .collect();
        for name in gone {
            self.remove(kind, &name);
        }
    }
}

impl Resources {
    /// Takes the allocations of `old` for what is equal to it.
    pub(crate) fn share_with(&mut self, old: &Resources) {
        for (map, old) in self.types.iter_mut().zip(&old.types) {
            let map = Arc::make_mut(map);
            for (name, resource) in map.iter_mut() {
                if let Some(same) = old.get(name).filter(|same| *same == resource) {
                    *resource = same.clone();
                }
            }
        }
    }
}
