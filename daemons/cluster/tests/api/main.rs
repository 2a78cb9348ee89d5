//! epicd as its clients see it: the real server on a loopback port, through the typed client.

mod access;
mod agents;
mod bad_input;
mod crash;
mod objects;
mod support;
mod watches;
