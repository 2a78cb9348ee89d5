//! Rules of HTTP and of gRPC routes in one shape: what differs is how requests are matched, how
//! backends are spoken to, and how a failure is put.

use epic_api::Route;
use epic_api::route::{
    GrpcMatch, HttpBackendRef, HttpFilter, HttpMatch, HttpRetry, HttpTimeouts, RequestMirror,
    SessionPersistence,
};

use crate::names::ClusterVariant;

/// A rule of an HTTP or gRPC route.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule<'a> {
    pub(super) matches: Matches<'a>,
    /// Its name, if it has one.
    pub(super) name: Option<&'a str>,
    /// Its place in the route.
    pub(super) index: usize,
    pub(super) filters: &'a [HttpFilter],
    pub(super) backend_refs: &'a [HttpBackendRef],
    pub(super) timeouts: Option<&'a HttpTimeouts>,
    pub(super) retry: Option<&'a HttpRetry>,
    pub(super) session: Option<&'a SessionPersistence>,
}

/// What fits a rule.
#[derive(Clone, Copy, Debug)]
pub(super) enum Matches<'a> {
    Http(&'a [HttpMatch]),
    Grpc(&'a [GrpcMatch]),
}

impl Rule<'_> {
    fn is_grpc(&self) -> bool {
        matches!(self.matches, Matches::Grpc(_))
    }

    /// How its backends are spoken to.
    pub(super) fn variant(&self) -> ClusterVariant {
        if self.is_grpc() {
            ClusterVariant::Http2
        } else {
            ClusterVariant::Http
        }
    }

    /// The backends that may get requests, mirrored ones included.
    pub(super) fn destinations(&self) -> impl Iterator<Item = (String, ClusterVariant)> {
        let variant = self.variant();
        let shares = self.backend_refs.iter().filter(|one| one.weight > 0);
        let of_backends = shares.clone().flat_map(|one| &one.filters);
        let mirrors = self.filters.iter().chain(of_backends);
        let mirrors = mirrors.filter_map(mirror).map(|one| &one.backend_ref.name);
        shares
            .map(|one| &one.name)
            .chain(mirrors)
            .map(move |name| (name.clone(), variant))
    }

    /// The status of an answer when no backend is there: for gRPC one that becomes UNAVAILABLE.
    pub(super) fn unresolved(&self) -> u32 {
        if self.is_grpc() { 503 } else { 500 }
    }
}

fn mirror(filter: &HttpFilter) -> Option<&RequestMirror> {
    filter.request_mirror.as_ref()
}

/// The route's HTTP or gRPC rules.
pub(super) fn of_route(route: &Route) -> impl Iterator<Item = Rule<'_>> {
    let http = route.spec.http.iter().flat_map(|http| &http.rules);
    let grpc = route.spec.grpc.iter().flat_map(|grpc| &grpc.rules);
    let http = http.enumerate().map(|(index, rule)| Rule {
        matches: Matches::Http(&rule.matches),
        name: rule.name.as_deref(),
        index,
        filters: &rule.filters,
        backend_refs: &rule.backend_refs,
        timeouts: rule.timeouts.as_ref(),
        retry: rule.retry.as_ref(),
        session: rule.session_persistence.as_ref(),
    });
    let grpc = grpc.enumerate().map(|(index, rule)| Rule {
        matches: Matches::Grpc(&rule.matches),
        name: rule.name.as_deref(),
        index,
        filters: &rule.filters,
        backend_refs: &rule.backend_refs,
        timeouts: None,
        retry: None,
        session: rule.session_persistence.as_ref(),
    });
    http.chain(grpc)
}
