//! epicd: the API server, the store, address management and placement of a gateway cluster.

pub mod store;
