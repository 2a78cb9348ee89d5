//! The flags about connections to a backend: TLS, the choice of an endpoint, bounds.

use std::str::FromStr;

use clap::{Args, ValueEnum};
use epic_api::Duration;
use epic_api::backend::{
    BackendSpec, BackendTls, CircuitBreaker, HashCookie, HashOn, LoadBalancing,
    LoadBalancingPolicy, OutlierDetection, ProxyProtocolVersion, SubjectAltName,
    WellKnownCaCertificates,
};
use epic_api::gateway::CertificateRef;

use crate::failure::{Failure, Outcome};

/// How connections are made and endpoints are chosen.
#[derive(Args, Debug)]
pub struct PolicyFlags {
    /// TLS towards the endpoints: the name that is sent and that their certificates must have
    #[arg(long, value_name = "HOST", help_heading = "TLS")]
    tls_hostname: Option<String>,
    /// A Certificate with the authorities that endpoints are verified by; replaces earlier ones
    #[arg(long = "ca", value_name = "NAME", help_heading = "TLS")]
    authorities: Vec<String>,
    /// Verify endpoints by the authorities of the gateway node's operating system
    #[arg(long, conflicts_with = "authorities", help_heading = "TLS")]
    system_ca: bool,
    /// Another name that endpoints' certificates may have: a host, or a URI like spiffe://…
    #[arg(long = "san", value_name = "NAME", help_heading = "TLS")]
    subject_alt_names: Vec<String>,
    /// The Certificate that is shown to endpoints that ask for one
    #[arg(long, value_name = "NAME", help_heading = "TLS")]
    client_cert: Option<String>,
    /// How an endpoint is chosen
    #[arg(
        long = "lb",
        value_name = "POLICY",
        value_enum,
        ignore_case = true,
        help_heading = "Load balancing"
    )]
    policy: Option<PolicyFlag>,
    /// What a hash is made of: `source`, `header:NAME`, `cookie:NAME[:TTL]`, `query:NAME`; replaces
    /// earlier ones
    #[arg(long = "hash-on", value_name = "WHAT", help_heading = "Load balancing")]
    hash_on: Vec<HashFlag>,
    /// A new endpoint's share grows to its full size over this long
    #[arg(long, value_name = "DURATION", help_heading = "Load balancing")]
    slow_start: Option<Duration>,
    /// Take endpoints that fail real requests out for a while
    #[arg(long, help_heading = "Load balancing")]
    outlier: bool,
    /// 5xx in a row that take an endpoint out [default: 5]
    #[arg(long, value_name = "N", help_heading = "Load balancing")]
    outlier_5xx: Option<u32>,
    /// 502, 503 and 504 in a row that do
    #[arg(long, value_name = "N", help_heading = "Load balancing")]
    outlier_gateway_errors: Option<u32>,
    /// Between looks [default: 10s]
    #[arg(long, value_name = "DURATION", help_heading = "Load balancing")]
    outlier_interval: Option<Duration>,
    /// Out for this long the first time [default: 30s]
    #[arg(long, value_name = "DURATION", help_heading = "Load balancing")]
    outlier_ejection: Option<Duration>,
    /// The most endpoints out at a time, in percent [default: 50]
    #[arg(long, value_name = "PERCENT", help_heading = "Load balancing")]
    outlier_max_percent: Option<u32>,
    /// The most open connections of an instance
    #[arg(long, value_name = "N", help_heading = "Bounds")]
    max_connections: Option<u32>,
    /// The most requests that wait for a connection
    #[arg(long, value_name = "N", help_heading = "Bounds")]
    max_pending: Option<u32>,
    /// The most requests under way
    #[arg(long, value_name = "N", help_heading = "Bounds")]
    max_requests: Option<u32>,
    /// The most retries under way
    #[arg(long, value_name = "N", help_heading = "Bounds")]
    max_retries: Option<u32>,
    /// Tell endpoints the client's address by the PROXY protocol
    #[arg(long, value_name = "VERSION", value_enum, ignore_case = true)]
    proxy_protocol: Option<ProxyFlag>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PolicyFlag {
    #[value(name = "RoundRobin")]
    RoundRobin,
    #[value(name = "LeastRequest")]
    LeastRequest,
    #[value(name = "Random")]
    Random,
    #[value(name = "RingHash")]
    RingHash,
    #[value(name = "Maglev")]
    Maglev,
}

impl From<PolicyFlag> for LoadBalancingPolicy {
    fn from(flag: PolicyFlag) -> Self {
        match flag {
            PolicyFlag::RoundRobin => LoadBalancingPolicy::RoundRobin,
            PolicyFlag::LeastRequest => LoadBalancingPolicy::LeastRequest,
            PolicyFlag::Random => LoadBalancingPolicy::Random,
            PolicyFlag::RingHash => LoadBalancingPolicy::RingHash,
            PolicyFlag::Maglev => LoadBalancingPolicy::Maglev,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ProxyFlag {
    /// The line of text
    #[value(name = "V1")]
    V1,
    /// The binary header
    #[value(name = "V2")]
    V2,
}

#[derive(Clone, Debug)]
struct HashFlag(HashOn);

impl FromStr for HashFlag {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut hash = HashOn::default();
        match text.split_once(':') {
            None if text == "source" => hash.source_address = true,
            Some(("header", name)) if !name.is_empty() => hash.header = Some(name.to_owned()),
            Some(("query", name)) if !name.is_empty() => {
                hash.query_parameter = Some(name.to_owned());
            }
            Some(("cookie", rest)) if !rest.is_empty() => {
                let (name, ttl) = match rest.split_once(':') {
                    Some((name, ttl)) => (name, Some(ttl)),
                    None => (rest, None),
                };
                let ttl = ttl
                    .map(|ttl| {
                        ttl.parse()
                            .map_err(|_| format!("`{ttl}` is not a duration"))
                    })
                    .transpose()?;
                hash.cookie = Some(HashCookie {
                    name: name.to_owned(),
                    ttl,
                });
            }
            _ => {
                return Err("write source, header:NAME, cookie:NAME[:TTL] or query:NAME".to_owned());
            }
        }
        Ok(HashFlag(hash))
    }
}

fn certificate(name: &str) -> CertificateRef {
    CertificateRef {
        name: name.to_owned(),
    }
}

impl PolicyFlags {
    /// Puts what is given into the spec; what is not given stays.
    ///
    /// # Errors
    /// TLS is spoken of without its name.
    pub fn apply(&self, spec: &mut BackendSpec) -> Outcome {
        self.apply_tls(spec)?;
        self.apply_balancing(spec);
        self.apply_outliers(spec);
        self.apply_bounds(spec);
        match self.proxy_protocol {
            Some(ProxyFlag::V1) => spec.proxy_protocol = Some(ProxyProtocolVersion::V1),
            Some(ProxyFlag::V2) => spec.proxy_protocol = Some(ProxyProtocolVersion::V2),
            None => {}
        }
        Ok(())
    }

    fn apply_tls(&self, spec: &mut BackendSpec) -> Outcome {
        if let Some(hostname) = &self.tls_hostname {
            let tls = spec.tls.get_or_insert_with(BackendTls::default);
            tls.hostname.clone_from(hostname);
        }
        let more = self.system_ca
            || !self.authorities.is_empty()
            || !self.subject_alt_names.is_empty()
            || self.client_cert.is_some();
        if !more {
            return Ok(());
        }
        let tls = spec.tls.as_mut().ok_or_else(|| {
            Failure::usage("flags about TLS, but no TLS").hint("give --tls-hostname HOST")
        })?;
        if self.system_ca {
            tls.ca_certificate_refs.clear();
            tls.well_known_ca_certificates = Some(WellKnownCaCertificates::System);
        }
        if !self.authorities.is_empty() {
            tls.well_known_ca_certificates = None;
            tls.ca_certificate_refs = self
                .authorities
                .iter()
                .map(|name| certificate(name))
                .collect();
        }
        if !self.subject_alt_names.is_empty() {
            tls.subject_alt_names = self
                .subject_alt_names
                .iter()
                .map(|name| alternative(name))
                .collect();
        }
        if let Some(own) = &self.client_cert {
            tls.client_certificate_ref = Some(certificate(own));
        }
        Ok(())
    }

    fn apply_balancing(&self, spec: &mut BackendSpec) {
        if self.policy.is_none() && self.hash_on.is_empty() && self.slow_start.is_none() {
            return;
        }
        let balancing = spec
            .load_balancing
            .get_or_insert_with(LoadBalancing::default);
        if let Some(policy) = self.policy {
            balancing.policy = policy.into();
        }
        if !self.hash_on.is_empty() {
            balancing.hash_on = self.hash_on.iter().map(|flag| flag.0.clone()).collect();
        }
        balancing.slow_start = self.slow_start.or(balancing.slow_start);
    }

    fn apply_outliers(&self, spec: &mut BackendSpec) {
        let given = self.outlier
            || self.outlier_5xx.is_some()
            || self.outlier_gateway_errors.is_some()
            || self.outlier_interval.is_some()
            || self.outlier_ejection.is_some()
            || self.outlier_max_percent.is_some();
        if !given {
            return;
        }
        let outliers = spec
            .outlier_detection
            .get_or_insert_with(OutlierDetection::default);
        outliers.consecutive_5xx = self.outlier_5xx.or(outliers.consecutive_5xx);
        outliers.consecutive_gateway_errors = self
            .outlier_gateway_errors
            .or(outliers.consecutive_gateway_errors);
        outliers.interval = self.outlier_interval.or(outliers.interval);
        outliers.base_ejection_time = self.outlier_ejection.or(outliers.base_ejection_time);
        outliers.max_ejection_percent = self.outlier_max_percent.or(outliers.max_ejection_percent);
    }

    fn apply_bounds(&self, spec: &mut BackendSpec) {
        let given = [
            self.max_connections,
            self.max_pending,
            self.max_requests,
            self.max_retries,
        ];
        if given.iter().all(Option::is_none) {
            return;
        }
        let bounds = spec
            .circuit_breaker
            .get_or_insert_with(CircuitBreaker::default);
        bounds.max_connections = self.max_connections.or(bounds.max_connections);
        bounds.max_pending_requests = self.max_pending.or(bounds.max_pending_requests);
        bounds.max_requests = self.max_requests.or(bounds.max_requests);
        bounds.max_retries = self.max_retries.or(bounds.max_retries);
    }
}

fn alternative(name: &str) -> SubjectAltName {
    if name.contains(':') {
        SubjectAltName {
            uri: Some(name.to_owned()),
            hostname: None,
        }
    } else {
        SubjectAltName {
            hostname: Some(name.to_owned()),
            uri: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use serde_json::json;

    use super::*;

    #[derive(Parser)]
    struct Flags {
        #[command(flatten)]
        policy: PolicyFlags,
    }

    fn spec(line: &str) -> Outcome<serde_json::Value> {
        let flags = Flags::try_parse_from(std::iter::once("x").chain(line.split(' '))).unwrap();
        let mut spec = BackendSpec::default();
        flags.policy.apply(&mut spec)?;
        Ok(serde_json::to_value(spec).unwrap())
    }

    #[test]
    fn flags_become_the_policies_of_a_backend() {
        for (line, expected) in [
            (
                "--tls-hostname in.example --ca a --ca b --san spiffe://x/y --client-cert own",
                json!({ "tls": { "hostname": "in.example",
                    "caCertificateRefs": [{ "name": "a" }, { "name": "b" }],
                    "subjectAltNames": [{ "uri": "spiffe://x/y" }],
                    "clientCertificateRef": { "name": "own" } } }),
            ),
            (
                "--tls-hostname in.example --system-ca --san b.example",
                json!({ "tls": { "hostname": "in.example", "wellKnownCaCertificates": "System",
                    "subjectAltNames": [{ "hostname": "b.example" }] } }),
            ),
            (
                "--lb maglev --hash-on source --hash-on cookie:s:1h --hash-on header:X-A --hash-on query:q",
                json!({ "loadBalancing": { "policy": "Maglev", "hashOn": [
                    { "sourceAddress": true }, { "cookie": { "name": "s", "ttl": "1h" } },
                    { "header": "X-A" }, { "queryParameter": "q" }] } }),
            ),
            ("--outlier", json!({ "outlierDetection": {} })),
            (
                "--outlier-5xx 3 --max-requests 9 --proxy-protocol v2 --slow-start 30s",
                json!({ "outlierDetection": { "consecutive5xx": 3 },
                    "circuitBreaker": { "maxRequests": 9 }, "proxyProtocol": "V2",
                    "loadBalancing": { "policy": "RoundRobin", "slowStart": "30s" } }),
            ),
        ] {
            assert_eq!(spec(line).unwrap(), expected, "{line}");
        }
        assert!(spec("--ca a").unwrap_err().to_string().contains("no TLS"));
    }
}
