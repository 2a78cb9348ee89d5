//! What happens to a request that fits: filters, backends, time limits.

use std::collections::BTreeMap;
use std::sync::Arc;

use envoy_types::pb::envoy::config::route::v3 as envoy;
use epic_api::Backend;
use epic_api::route::{
    Cors, HeaderModifier, HttpBackendRef, HttpFilter, HttpFilterType, PathModifier, RequestMirror,
    RequestRedirect,
};

use super::entry::Entry;
use super::headers::HeaderChanges;
use super::precedence::Candidate;
use super::rule::RuleExt as _;
use super::virtual_host::VirtualHost;
use super::{cluster, cors, limits, matching, pb, rewrite, session};
use crate::names::{self, ClusterVariant};

/// Where the request came in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings<'a> {
    /// `http` or `https`.
    pub(super) scheme: &'static str,
    /// The listener's port.
    pub(super) port: u16,
    /// The virtual host: a host, a wildcard, or `*`.
    pub(super) host: &'a str,
}

/// What the filters of a rule, and of the backend a request goes to, come to. Of filters that may
/// be there once the backend's wins.
#[derive(Default)]
struct Effects<'a> {
    request: Vec<&'a HeaderModifier>,
    response: Vec<&'a HeaderModifier>,
    redirect: Option<&'a RequestRedirect>,
    host: Option<&'a str>,
    path: Option<&'a PathModifier>,
    mirrors: Vec<&'a RequestMirror>,
    cors: Option<&'a Cors>,
}

impl<'a> Effects<'a> {
    fn of(filters: impl IntoIterator<Item = &'a HttpFilter>) -> Self {
        let mut all = Effects::default();
        for filter in filters {
            all.request.extend(&filter.request_header_modifier);
            all.response.extend(&filter.response_header_modifier);
            all.mirrors.extend(&filter.request_mirror);
            all.redirect = filter.request_redirect.as_ref().or(all.redirect);
            all.cors = filter.cors.as_ref().or(all.cors);
            if let Some(rewrite) = &filter.url_rewrite {
                all.host = rewrite.hostname.as_deref().or(all.host);
                all.path = rewrite.path.as_ref().or(all.path);
            }
        }
        all
    }
}

/// The entries of a match, in the order they are tried in; `host` gets the clusters they send
/// requests to.
pub(super) fn entries(
    candidate: &Candidate<'_>,
    backends: &BTreeMap<String, Arc<Backend>>,
    surroundings: &Surroundings<'_>,
    host: &mut VirtualHost,
) -> Vec<Entry> {
    let mut making = Making {
        candidate,
        backends,
        surroundings,
        host,
    };
    let rule = &candidate.rule;
    let shares: Vec<&HttpBackendRef> = rule
        .backend_refs
        .iter()
        .filter(|share| share.weight > 0)
        .collect();
    let of_rule = Effects::of(rule.filters);
    let mut entries = making.preflights(of_rule.cors);
    let alone = |share: &&HttpBackendRef| {
        !backends.contains_key(&share.name) || share.filters.iter().any(needs_entry)
    };
    if of_rule.redirect.is_some() || shares.is_empty() {
        entries.push(making.entry(&of_rule, &[]));
    } else if shares.len() == 1 || shares.iter().any(alone) {
        entries.extend(making.apart(&shares));
    } else {
        entries.push(making.entry(&of_rule, &shares));
    }
    entries
}

/// Whether a filter of a backend is one that Envoy only knows for whole entries.
fn needs_entry(filter: &HttpFilter) -> bool {
    !matches!(
        filter.kind,
        HttpFilterType::RequestHeaderModifier | HttpFilterType::ResponseHeaderModifier
    )
}

/// An answer Envoy gives itself.
pub(super) fn direct_response(status: u32) -> envoy::route::Action {
    envoy::route::Action::DirectResponse(envoy::DirectResponseAction {
        status,
        ..Default::default()
    })
}

struct Making<'a, 'b> {
    candidate: &'b Candidate<'a>,
    backends: &'b BTreeMap<String, Arc<Backend>>,
    surroundings: &'b Surroundings<'b>,
    host: &'b mut VirtualHost,
}

impl Making<'_, '_> {
    /// `<route>/<rule>`.
    fn name(&self) -> String {
        let route = &self.candidate.route.metadata.name;
        match self.candidate.rule.name {
            Some(rule) => format!("{route}/{rule}"),
            None => format!("{route}/{}", self.candidate.rule.index),
        }
    }

    fn preflights(&self, cors: Option<&Cors>) -> Vec<Entry> {
        let each = cors.map(|cors| cors::preflights(cors, &self.candidate.matching, &self.name()));
        each.unwrap_or_default()
    }

    /// An entry for each backend. A request passes by those before its own: Envoy holds one random
    /// number of the request against the growing sum of shares. A backend that does not exist
    /// keeps its share, of failures.
    fn apart(&mut self, shares: &[&HttpBackendRef]) -> Vec<Entry> {
        let rule = self.candidate.rule;
        let total: u64 = shares.iter().map(|share| u64::from(share.weight)).sum();
        let mut sum = 0;
        let mut entries = Vec::new();
        for share in shares {
            sum += u64::from(share.weight);
            let effects = Effects::of(rule.filters.iter().chain(&share.filters));
            let of_backend = share.filters.iter().find_map(|filter| filter.cors.as_ref());
            let mut of_share = self.preflights(of_backend);
            of_share.push(self.entry(&effects, &[share]));
            for entry in &mut of_share {
                if let Some(matching) = entry.route.r#match.as_mut().filter(|_| sum < total) {
                    matching.runtime_fraction = Some(pb::fraction(sum, total));
                }
            }
            entries.append(&mut of_share);
        }
        entries
    }

    /// One entry; the backends must exist where there are several.
    fn entry(&mut self, effects: &Effects<'_>, shares: &[&HttpBackendRef]) -> Entry {
        let Candidate {
            route,
            rule,
            matching,
        } = self.candidate;
        let several = shares.len() > 1;
        let own_headers = several && shares.iter().any(|share| !share.filters.is_empty());
        let of_entry = |modifiers: &[&HeaderModifier]| {
            let here = modifiers.iter().copied().filter(|_| !own_headers);
            HeaderChanges::of(here)
        };
        let (request, response) = (of_entry(&effects.request), of_entry(&effects.response));
        let action = if let Some(redirect) = effects.redirect {
            let target = &matching.target;
            envoy::route::Action::Redirect(rewrite::redirect(redirect, target, self.surroundings))
        } else if let Some(specifier) = self.destination(shares, own_headers) {
            let mut action = envoy::RouteAction {
                cluster_specifier: Some(specifier),
                request_mirror_policies: self.mirrors(&effects.mirrors),
                ..Default::default()
            };
            limits::apply(rule.timeouts, rule.retry, &mut action);
            if let Some(path) = effects.path {
                rewrite::path(path, &matching.target, &mut action);
            }
            let host = effects.host.map(str::to_owned).or(request.host);
            action.host_rewrite_specifier =
                host.map(envoy::route_action::HostRewriteSpecifier::HostRewriteLiteral);
            envoy::route::Action::Route(action)
        } else {
            direct_response(rule.unresolved())
        };
        let mut entry = Entry::new(envoy::Route {
            name: self.name(),
            stat_prefix: names::route_stat_prefix(&route.metadata.name),
            r#match: Some(matching::of(matching)),
            action: Some(action),
            request_headers_to_add: request.add,
            request_headers_to_remove: request.remove,
            response_headers_to_add: response.add,
            response_headers_to_remove: response.remove,
            ..Default::default()
        });
        if let Some(policy) = effects.cors {
            cors::mark(policy, &mut entry);
        }
        if let (Some(policy), Some(envoy::route::Action::Route(_))) =
            (rule.session, &entry.route.action)
        {
            let owner = self.name().replace('/', "-");
            let secure = self.surroundings.scheme == "https";
            session::apply(policy, &matching.target, &owner, secure, &mut entry);
        }
        entry
    }

    /// Where requests go; `None` when nothing is there. With `own_headers`, each of several
    /// backends has header changes of its own.
    fn destination(
        &mut self,
        shares: &[&HttpBackendRef],
        own_headers: bool,
    ) -> Option<envoy::route_action::ClusterSpecifier> {
        use envoy::route_action::ClusterSpecifier;
        if let [only] = shares {
            let name = self.cluster(&only.name)?;
            return Some(ClusterSpecifier::Cluster(name.to_string()));
        }
        let weighted = shares.iter().filter_map(|share| {
            let mut weighted = envoy::weighted_cluster::ClusterWeight {
                name: self.cluster(&share.name)?.to_string(),
                weight: pb::uint(share.weight),
                ..Default::default()
            };
            if own_headers {
                self.change_headers(share, &mut weighted);
            }
            Some(weighted)
        });
        let clusters: Vec<_> = weighted.collect();
        (!clusters.is_empty()).then(|| {
            ClusterSpecifier::WeightedClusters(envoy::WeightedCluster {
                clusters,
                ..Default::default()
            })
        })
    }

    /// Copies to backends that do not exist go nowhere.
    fn mirrors(
        &mut self,
        mirrors: &[&RequestMirror],
    ) -> Vec<envoy::route_action::RequestMirrorPolicy> {
        let policies = mirrors.iter().filter_map(|mirror| {
            let cluster = self.cluster(&mirror.backend_ref.name)?;
            self.host.copied_to.insert(cluster.clone());
            let share = match (mirror.percent, &mirror.fraction) {
                (Some(percent), _) => Some((percent, 100)),
                (None, Some(fraction)) => Some((fraction.numerator, fraction.denominator)),
                (None, None) => None,
            };
            Some(envoy::route_action::RequestMirrorPolicy {
                cluster: cluster.to_string(),
                runtime_fraction: share
                    .map(|(of, all)| pb::fraction(u64::from(of), u64::from(all))),
                // The copy is for the same host.
                disable_shadow_host_suffix_append: true,
                ..Default::default()
            })
        });
        policies.collect()
    }

    /// The cluster of a backend, if that exists.
    fn cluster(&mut self, backend: &str) -> Option<Arc<str>> {
        let variant: ClusterVariant = self.candidate.rule.variant();
        let name = cluster::name(self.backends.get(backend)?, variant);
        self.host.clusters.insert(name.clone());
        Some(name)
    }

    /// What filters of rule and backend do to headers. Envoy does what an entry says after what a
    /// cluster of it says; the backend's filters come last only if the cluster has all.
    fn change_headers(
        &self,
        share: &HttpBackendRef,
        weighted: &mut envoy::weighted_cluster::ClusterWeight,
    ) {
        use envoy::weighted_cluster::cluster_weight::HostRewriteSpecifier;
        let effects = Effects::of(self.candidate.rule.filters.iter().chain(&share.filters));
        let request = HeaderChanges::of(effects.request);
        let response = HeaderChanges::of(effects.response);
        weighted.request_headers_to_add = request.add;
        weighted.request_headers_to_remove = request.remove;
        weighted.response_headers_to_add = response.add;
        weighted.response_headers_to_remove = response.remove;
        weighted.host_rewrite_specifier =
            request.host.map(HostRewriteSpecifier::HostRewriteLiteral);
    }
}
