//! Service groups of the original EPIC, read into templates and pools.
//!
//! ```text
//!   LBServiceGroup ──► what has a field here ──► GatewayTemplate
//!   ServicePrefix  ──►                      ──► IPPool
//!                  └─► the rest, each with its line and why it stays behind
//! ```
//!
//! An `envoy-template` is a Go template that becomes YAML: it can't be parsed before it is filled
//! in. It is read line by line; what EPIC generates by itself is passed over.

use std::collections::BTreeMap;

use epic_api::ippool::{IpPool, IpPoolSpec};
use epic_api::template::{
    AccessLog, GatewayTemplate, GatewayTemplateSpec, ProxyProtocol, TlsVersion,
};
use epic_api::{RawObject, validate};

mod node;
#[cfg(test)]
mod tests;

use node::{Field, Node};

const GROUP: &str = "epic.acnodal.io";
const PREFIX_LABEL: &str = "epic.acnodal.io/owning-serviceprefix";

/// What came out of a file.
#[derive(Debug, Default)]
pub struct Imported {
    /// Templates and pools, valid by themselves.
    pub objects: Vec<RawObject>,
    /// What has no field here, by line.
    pub left: Vec<Left>,
}

/// Something that is not taken over.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Left {
    /// From 1.
    pub line: u64,
    /// Where in the document.
    pub field: String,
    /// Why, and what to do instead.
    pub why: String,
}

/// Why a file can't be imported at all.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Refusal {
    /// From 1; absent where the file as a whole is meant.
    pub line: Option<u64>,
    /// What is wrong.
    pub message: String,
}

impl Refusal {
    fn at(line: u64, message: impl Into<String>) -> Refusal {
        Refusal {
            line: Some(line),
            message: message.into(),
        }
    }
}

/// Reads the documents of a file. `pool` is for groups that name no service prefix.
///
/// # Errors
/// The text is no YAML, or a document of the original is not of its shape.
pub fn import(text: &str, pool: Option<&str>) -> Result<Imported, Refusal> {
    let mut imported = Imported::default();
    for document in node::parse(text)? {
        let kind = document.text("kind").unwrap_or_default();
        let version = document.text("apiVersion").unwrap_or_default();
        let ours = version.starts_with(GROUP);
        match kind {
            "LBServiceGroup" if ours => template(text, &document, pool, &mut imported)?,
            "ServicePrefix" if ours => prefix(&document, &mut imported)?,
            "" => return Err(Refusal::at(document.line, "the document has no `kind`")),
            other => imported.left.push(Left {
                line: document.line,
                field: "kind".to_owned(),
                why: format!(
                    "{other} is not imported; only LBServiceGroup and ServicePrefix of {GROUP} are"
                ),
            }),
        }
    }
    imported.left.sort();
    Ok(imported)
}

fn name(document: &Field) -> Result<&str, Refusal> {
    let metadata = document
        .get("metadata")
        .ok_or_else(|| Refusal::at(document.line, "the document has no `metadata`"))?;
    metadata
        .text("name")
        .ok_or_else(|| Refusal::at(metadata.line, "`metadata` has no `name`"))
}

fn admitted(object: &RawObject, line: u64) -> Result<RawObject, Refusal> {
    let value =
        serde_json::to_value(object).map_err(|error| Refusal::at(line, error.to_string()))?;
    validate::admit(object.kind, &value).map_err(|error| {
        let causes: Vec<String> = error.causes.iter().map(ToString::to_string).collect();
        Refusal::at(
            line,
            format!("{} would not be valid: {}", object.key(), causes.join("; ")),
        )
    })
}

fn prefix(document: &Field, imported: &mut Imported) -> Result<(), Refusal> {
    let name = name(document)?;
    let mut left = Leaving::new(&mut imported.left);
    left.metadata(document);
    let spec = document
        .get("spec")
        .ok_or_else(|| Refusal::at(document.line, "the ServicePrefix has no `spec`"))?;
    let mut addresses = Vec::new();
    for field in spec.fields() {
        match field.name.as_str() {
            "public-pool" => {
                for part in field.fields() {
                    match (part.name.as_str(), part.value()) {
                        ("pool", Some(range)) => {
                            let range: String =
                                range.chars().filter(|c| !c.is_whitespace()).collect();
                            addresses.push(range);
                        }
                        ("subnet", _) => left.add(part, "spec.public-pool", "every address is routed by itself; no subnet is needed"),
                        ("aggregation", _) => left.add(part, "spec.public-pool", "routes are announced per address by the agents"),
                        ("multus-bridge", _) => left.add(part, "spec.public-pool", "there is no bridge: addresses lie in the gateways' own namespaces"),
                        _ => left.add(part, "spec.public-pool", UNKNOWN),
                    }
                }
            }
            "alt-pool" => left.add(field, "spec", "IPv6 gateways need no second address; name two pools in a template for dual-stack ones"),
            _ => left.add(field, "spec", UNKNOWN),
        }
    }
    if addresses.is_empty() {
        return Err(Refusal::at(spec.line, "`spec.public-pool` has no `pool`"));
    }
    let spec = IpPoolSpec {
        addresses,
        ..IpPoolSpec::default()
    };
    let pool = IpPool::new(None, name, spec).to_raw();
    imported.objects.push(admitted(&pool, document.line)?);
    Ok(())
}

fn template(
    text: &str,
    document: &Field,
    pool: Option<&str>,
    imported: &mut Imported,
) -> Result<(), Refusal> {
    let name = name(document)?;
    let mut left = Leaving::new(&mut imported.left);
    left.metadata(document);
    let labels = document
        .get("metadata")
        .and_then(|metadata| metadata.get("labels"));
    let owner = labels.and_then(|labels| labels.text(PREFIX_LABEL)).or(pool);
    let Some(owner) = owner else {
        return Err(Refusal::at(
            document.line,
            format!("the group has no label `{PREFIX_LABEL}`; give `--pool NAME`"),
        ));
    };
    let mut spec = GatewayTemplateSpec {
        pools: vec![owner.to_owned()],
        ..GatewayTemplateSpec::default()
    };
    let fields = document.get("spec");
    for field in fields.into_iter().flat_map(Field::fields) {
        match field.name.as_str() {
            "envoy-replica-count" => {
                let count = field.value().and_then(|count| count.parse().ok());
                let count: i64 = count.ok_or_else(|| {
                    Refusal::at(field.line, "`spec.envoy-replica-count` is not a number")
                })?;
                // The original takes less than one for one.
                spec.instances = u32::try_from(count.max(1)).unwrap_or(u32::MAX);
            }
            "can-be-shared" => left.add(
                field,
                "spec",
                "routes of one account share a gateway by naming it",
            ),
            "envoy-image" => left.add(field, "spec", "Envoy comes with epic-agent"),
            "endpoint-template" => left.all(
                field,
                "spec",
                "EPIC makes no DNS names; gateways have their addresses in `status.addresses`",
            ),
            "envoy-template" => envoy_template(text, field, &mut spec, &mut left),
            _ => left.add(field, "spec", UNKNOWN),
        }
    }
    let template = GatewayTemplate::new(None, name, spec).to_raw();
    imported.objects.push(admitted(&template, document.line)?);
    Ok(())
}

fn envoy_template(
    text: &str,
    field: &Field,
    spec: &mut GatewayTemplateSpec,
    left: &mut Leaving<'_>,
) {
    const PLACE: &str = "spec.envoy-template";
    for part in field.fields() {
        match (part.name.as_str(), part.value()) {
            ("envoyAPI", Some("v3")) | ("serialization", Some("yaml" | "json")) | ("nodeID", _) => {
            }
            ("envoyResources", _) => {
                for list in part.fields() {
                    resources(text, list, spec, left);
                }
            }
            _ => left.add(part, PLACE, UNKNOWN),
        }
    }
}

fn resources(text: &str, list: &Field, spec: &mut GatewayTemplateSpec, left: &mut Leaving<'_>) {
    let place = format!("spec.envoy-template.envoyResources.{}", list.name);
    let why = match list.name.as_str() {
        "clusters" | "listeners" => {
            for (index, item) in list.items().iter().enumerate() {
                if let Some(value) = item.get("value") {
                    let place = format!("{place}[{index}].value");
                    for (line, content) in value.lines_in(text) {
                        setting(line, content.trim(), &place, spec, left);
                    }
                }
            }
            return;
        }
        "endpoints" => "endpoints come from Backends",
        "routes" => "routes come from Routes",
        "secrets" => "certificates are Certificates that listeners name",
        "runtimes" => "EPIC sets Envoy's runtime itself",
        _ => UNKNOWN,
    };
    if !list.items().is_empty() {
        left.add(list, "spec.envoy-template.envoyResources", why);
    }
}

/// One line of a Go template.
fn setting(
    line: u64,
    content: &str,
    place: &str,
    spec: &mut GatewayTemplateSpec,
    left: &mut Leaving<'_>,
) {
    let bare = content.trim_start_matches("- ");
    let Some((key, value)) = bare.split_once(':') else {
        return;
    };
    let key = key.trim().trim_matches(['"', '\'']);
    let value = value.trim().trim_matches(['"', '\'']);
    let duration = || value.parse().ok();
    let slot = match key {
        "connect_timeout" => Some(&mut spec.timeouts.connect),
        "idle_timeout" | "stream_idle_timeout" => Some(&mut spec.timeouts.idle),
        "request_headers_timeout" => Some(&mut spec.timeouts.request_headers),
        "drain_timeout" => Some(&mut spec.timeouts.drain),
        _ => None,
    };
    if let Some(slot) = slot {
        match duration() {
            Some(time) => *slot = Some(time),
            None => left.line(
                line,
                place,
                key,
                "its time can't be read; set it with `epicctl template set`",
            ),
        }
        return;
    }
    match (key, value) {
        ("tls_minimum_protocol_version", "TLSv1_2") => {
            spec.tls.min_version = Some(TlsVersion::V1_2);
        }
        ("tls_minimum_protocol_version", "TLSv1_3") => {
            spec.tls.min_version = Some(TlsVersion::V1_3);
        }
        ("name", "envoy.filters.listener.proxy_protocol") => {
            spec.proxy_protocol = Some(ProxyProtocol::Required);
        }
        ("access_log", _) => {
            spec.access_log.get_or_insert_with(AccessLog::default);
            left.line(
                line,
                place,
                key,
                "becomes EPIC's own form of JSON; write another into `spec.accessLog`",
            );
        }
        _ => {
            if let Some((_, why)) = ELSEWHERE.iter().find(|(known, _)| *known == key) {
                left.line(line, place, key, why);
            } else if content.contains("bandwidth_limit") {
                left.line(
                    line,
                    place,
                    key,
                    "gateways are not throttled; set a limit with `spec.envoyPatch`",
                );
            } else if !GENERATED.contains(&key) && !key.contains("{{") && !key.contains(' ') {
                left.line(
                    line,
                    place,
                    key,
                    "there is no field for it; set it with `spec.envoyPatch`",
                );
            }
        }
    }
}

const UNKNOWN: &str = "is no field of the original that EPIC knows";

/// Keys of Envoy that have a field elsewhere.
const ELSEWHERE: [(&str, &str); 11] = [
    ("health_checks", "set `healthCheck` on the Backends"),
    ("lb_policy", "set `loadBalancing` on the Backends"),
    (
        "outlier_detection",
        "set `outlierDetection` on the Backends",
    ),
    ("circuit_breakers", "set `circuitBreaker` on the Backends"),
    (
        "transport_socket",
        "name a Certificate in the gateway's listeners",
    ),
    (
        "tls_certificates",
        "name a Certificate in the gateway's listeners",
    ),
    ("cipher_suites", "set `spec.tls.cipherSuites`"),
    (
        "timeout",
        "set `timeouts` in the Routes, or `healthCheck` on the Backends",
    ),
    ("retry_policy", "set `retry` in the Routes"),
    ("cors", "use a CORS filter in the Routes"),
    (
        "request_mirror_policies",
        "use RequestMirror filters in the Routes",
    ),
];

/// Keys of the original's own templates that stand for what EPIC generates by itself.
const GENERATED: &[&str] = &[
    "name",
    "@type",
    "type",
    "address",
    "socket_address",
    "port_value",
    "ipv4_compat",
    "protocol",
    "eds_cluster_config",
    "eds_config",
    "api_config_source",
    "api_type",
    "grpc_services",
    "envoy_grpc",
    "cluster_name",
    "resource_api_version",
    "transport_api_version",
    "service_name",
    "filter_chains",
    "filters",
    "typed_config",
    "stat_prefix",
    "server_name",
    "via",
    "add_user_agent",
    "use_remote_address",
    "route_config",
    "virtual_hosts",
    "domains",
    "routes",
    "match",
    "prefix",
    "path",
    "path_separated_prefix",
    "headers",
    "string_match",
    "exact",
    "safe_regex",
    "regex",
    "google_re2",
    "route",
    "weighted_clusters",
    "clusters",
    "weight",
    "total_weight",
    "cluster",
    "cluster_not_found_response_code",
    "host_rewrite_literal",
    "prefix_rewrite",
    "regex_rewrite",
    "pattern",
    "substitution",
    "redirect",
    "response_code",
    "path_redirect",
    "host_redirect",
    "port_redirect",
    "scheme_redirect",
    "https_redirect",
    "request_headers_to_add",
    "request_headers_to_remove",
    "header",
    "key",
    "value",
    "append",
    "http_filters",
    "codec_type",
    "interval",
    "no_traffic_interval",
    "unhealthy_threshold",
    "healthy_threshold",
    "tcp_health_check",
    "listener_filters",
];

/// Collects what stays behind.
struct Leaving<'a> {
    left: &'a mut Vec<Left>,
}

impl<'a> Leaving<'a> {
    fn new(left: &'a mut Vec<Left>) -> Self {
        Leaving { left }
    }

    fn add(&mut self, field: &Field, place: &str, why: &str) {
        self.line(field.line, place, &field.name, why);
    }

    /// Every field below one.
    fn all(&mut self, field: &Field, place: &str, why: &str) {
        if field.fields().is_empty() {
            return self.add(field, place, why);
        }
        let place = format!("{place}.{}", field.name);
        for below in field.fields() {
            self.all(below, &place, why);
        }
    }

    fn line(&mut self, line: u64, place: &str, key: &str, why: &str) {
        let field = format!("{place}.{key}");
        let why = why.to_owned();
        self.left.push(Left { line, field, why });
    }

    /// Templates and pools are the cluster's, whoever owned the group.
    fn metadata(&mut self, document: &Field) {
        let metadata = document.get("metadata");
        for field in metadata.into_iter().flat_map(Field::fields) {
            match field.name.as_str() {
                "name" => {}
                "namespace" => self.add(field, "metadata", "templates and pools are for all accounts; see `epicctl account set --allow-template`"),
                "labels" => {
                    for label in field.fields() {
                        if label.name != PREFIX_LABEL {
                            self.add(label, "metadata.labels", "labels are not taken over");
                        }
                    }
                }
                _ => self.add(field, "metadata", "is not taken over"),
            }
        }
    }
}

impl Field {
    /// Refuses a key that is there twice.
    fn check_unique(&self) -> Result<(), Refusal> {
        let mut seen: BTreeMap<&str, u64> = BTreeMap::new();
        for field in self.fields() {
            if let Some(first) = seen.insert(&field.name, field.line) {
                let message = format!("`{}` is on line {first} already", field.name);
                return Err(Refusal::at(field.line, message));
            }
            field.check_unique()?;
        }
        self.items().iter().try_for_each(Field::check_unique)
    }
}

impl Node {
    /// Whether it is a map.
    fn is_map(&self) -> bool {
        matches!(self, Node::Map(_))
    }
}
