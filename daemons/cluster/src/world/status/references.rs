//! Are the certificates there that others name, and are they of the kind they are named for?

use epic_api::gateway::Listener;
use epic_api::route::RouteProtocol;
use epic_api::{Backend, Kind, ObjectKey, Route};

use super::super::{World, shorten};

/// Reasons of the Gateway API for `ResolvedRefs` that is false.
pub(super) const INVALID_CLIENT_CERTIFICATE: &str = "InvalidClientCertificateRef";
const INVALID_CERTIFICATE: &str = "InvalidCertificateRef";
const INVALID_AUTHORITY: &str = "InvalidCACertificateRef";

/// A reason and a message.
type Unresolved = (&'static str, String);

impl World {
    /// Whether what a listener shows and verifies clients by is there.
    pub(super) fn listener_references(
        &self,
        gateway: &ObjectKey,
        listener: &Listener,
    ) -> Result<(), Unresolved> {
        for shown in listener.tls.iter().flat_map(|tls| &tls.certificate_refs) {
            self.own_certificate(gateway, &shown.name)
                .map_err(|message| (INVALID_CERTIFICATE, message))?;
        }
        for authority in listener.client_authorities() {
            self.authority(gateway, &authority.name)
                .map_err(|message| (INVALID_AUTHORITY, message))?;
        }
        Ok(())
    }

    /// Whether what endpoints are verified by, and what is shown to them, is there.
    pub(super) fn backend_references(&self, backend: &Backend) -> Result<(), Unresolved> {
        let key = backend.key();
        let Some(tls) = &backend.spec.tls else {
            return Ok(());
        };
        for authority in &tls.ca_certificate_refs {
            self.authority(&key, &authority.name)
                .map_err(|message| (INVALID_AUTHORITY, message))?;
        }
        if let Some(own) = &tls.client_certificate_ref {
            self.own_certificate(&key, &own.name)
                .map_err(|message| (INVALID_CLIENT_CERTIFICATE, message))?;
        }
        Ok(())
    }

    /// Whether a certificate that is shown to others is there, with its key. `of` names it.
    pub(super) fn own_certificate(&self, of: &ObjectKey, name: &str) -> Result<(), String> {
        match self.certificates.get(&of.sibling(Kind::Certificate, name)) {
            Some(found) if found.spec.private_key.is_some() => Ok(()),
            Some(_) => Err(format!(
                "Certificate `{name}` holds authorities and no key, so it can't be shown; give it its \
                 key with `epicctl certificate set {name} --cert FILE --key FILE`, or name another"
            )),
            None => Err(format!(
                "there is no Certificate `{name}`; make it with `epicctl certificate create {name} \
                 --cert FILE --key FILE`"
            )),
        }
    }

    fn authority(&self, of: &ObjectKey, name: &str) -> Result<(), String> {
        if self
            .certificates
            .contains_key(&of.sibling(Kind::Certificate, name))
        {
            return Ok(());
        }
        Err(format!(
            "there is no Certificate `{name}` to verify by; make it with `epicctl certificate create \
             {name} --ca FILE`"
        ))
    }

    /// Whether the backends of a route are there.
    pub(super) fn route_references(&self, route: &Route) -> Result<(), Unresolved> {
        let key = route.key();
        let missing = |names: &mut dyn Iterator<Item = &str>| {
            let mut names: Vec<String> = names
                .filter(|name| {
                    !self
                        .backends
                        .contains_key(&key.sibling(Kind::Backend, *name))
                })
                .map(str::to_owned)
                .collect();
            names.sort_unstable();
            names.dedup();
            names
        };
        let destinations = missing(&mut route.spec.destination_names());
        let mirrors = missing(&mut route.spec.mirror_names());
        let (names, fate) = if destinations.is_empty() {
            (mirrors, "copies for it are dropped")
        } else {
            (destinations, fate(route.spec.protocol()))
        };
        let Some(first) = names.first() else {
            return Ok(());
        };
        let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let message = format!(
            "there is no Backend {}; {fate}; make it with `epicctl backend create {first} --endpoint \
             ADDRESS:PORT`",
            shorten(&quoted)
        );
        Err(("BackendNotFound", message))
    }
}

fn fate(protocol: Option<RouteProtocol>) -> &'static str {
    match protocol {
        Some(RouteProtocol::Grpc) => "its share of calls fails with UNAVAILABLE",
        Some(RouteProtocol::Tls | RouteProtocol::Tcp) => "its share of connections is closed",
        Some(RouteProtocol::Udp) => "its share of sessions is dropped",
        Some(RouteProtocol::Http) | None => "its share of requests is answered with 500",
    }
}
