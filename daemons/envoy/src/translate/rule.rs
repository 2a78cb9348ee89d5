//! Rules of HTTP and of gRPC routes: how their backends are spoken to, and how a failure is put.

pub(super) use epic_api::precedence::{Matches, Rule};
use epic_api::route::{HttpFilter, RequestMirror};

use crate::names::ClusterVariant;

/// What a rule means to Envoy.
pub(super) trait RuleExt {
    /// How its backends are spoken to.
    fn variant(&self) -> ClusterVariant;

    /// The backends that may get requests, mirrored ones included.
    fn destinations(&self) -> impl Iterator<Item = (String, ClusterVariant)>;

    /// The status of an answer when no backend is there: for gRPC one that becomes UNAVAILABLE.
    fn unresolved(&self) -> u32;
}

impl RuleExt for Rule<'_> {
    fn variant(&self) -> ClusterVariant {
        if is_grpc(self) {
            ClusterVariant::Http2
        } else {
            ClusterVariant::Http
        }
    }

    fn destinations(&self) -> impl Iterator<Item = (String, ClusterVariant)> {
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

    fn unresolved(&self) -> u32 {
        if is_grpc(self) { 503 } else { 500 }
    }
}

fn is_grpc(rule: &Rule<'_>) -> bool {
    matches!(rule.matches, Matches::Grpc(_))
}

fn mirror(filter: &HttpFilter) -> Option<&RequestMirror> {
    filter.request_mirror.as_ref()
}
