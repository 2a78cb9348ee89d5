//! What one can find out about a gateway that runs.

use std::fs;
use std::io::Write as _;
use std::net::SocketAddr;

use epic_tests::cluster::Cluster;
use epic_tests::load::{self, Request};
use epic_tests::site::Site;
use serde_json::Value;

#[test]
fn a_running_gateway_tells_its_configuration_and_logs_and_can_be_explained() {
    let _lab = crate::the_lab();
    let mut site = Site::namespaces().unwrap();
    let mut cluster = Cluster::start(&site).unwrap();
    site.start_backends(&cluster.logs()).unwrap();
    cluster.start_agent().unwrap();
    cluster.wait_for_agent().unwrap();
    let pem = issue(&cluster, "www.example.com");
    let endpoint = site.backends[0].address.to_string();
    let manifest = cluster.folder().join("all.yaml");
    fs::write(&manifest, manifests(site.pool, &endpoint)).unwrap();
    let manifest = manifest.display().to_string();
    cluster.epicctl(&["apply", "-f", &manifest]).unwrap();
    let programmed = ["wait", "gateway/web", "--for", "condition=Programmed"];
    cluster.epicctl(&programmed).unwrap();
    let address = SocketAddr::new(cluster.gateway_address("web").unwrap(), 443);
    let request = Request::new(address, "www.example.com", "/cart");
    let answer = load::ask_tls(&site.client, &request, &pem).unwrap();
    assert_eq!(answer.status, 200, "{}", answer.body);

    let status = cluster.epicctl(&["envoy", "status", "web"]).unwrap();
    assert!(
        status.contains("gw-1") && status.contains("Serving"),
        "{status}"
    );

    let config = cluster.epicctl(&["envoy", "config", "web"]).unwrap();
    let parsed: Value = serde_json::from_str(&config).unwrap();
    assert!(
        parsed["configs"]
            .as_array()
            .is_some_and(|all| !all.is_empty())
    );
    assert!(config.contains("www.example.com"));
    let keys = private_keys(&parsed);
    let redacted = |key: &&Value| {
        // `[redacted]`, as text or as bytes.
        let texts = ["inline_string", "inline_bytes"].map(|field| &key[field]);
        texts.contains(&&Value::from("[redacted]"))
            || texts.contains(&&Value::from("W3JlZGFjdGVkXQ=="))
    };
    assert!(!keys.is_empty() && keys.iter().all(redacted), "{keys:?}");

    // An Envoy that has nothing to complain about writes nothing.
    let uid = cluster.gateway_uid("web").unwrap();
    let file = cluster.folder().join(format!("run/{uid}/envoy.log"));
    let mut file = fs::OpenOptions::new().append(true).open(file).unwrap();
    file.write_all(b"first words\nlast words\n").unwrap();
    let log = cluster.epicctl(&["envoy", "log", "web", "-n", "1"]);
    assert_eq!(log.unwrap(), "last words\n");
    let access = || {
        cluster
            .epicctl(&["envoy", "log", "web", "--access"])
            .unwrap()
    };
    // Envoy writes access logs every second or so.
    let written = (0..200).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        access().contains("/cart")
    });
    assert!(written, "{}", access());

    let filter = ["envoy", "stats", "web", "--filter", "^server\\.live$"];
    assert_eq!(cluster.epicctl(&filter).unwrap(), "server.live: 1\n");
    let clusters = cluster.epicctl(&["envoy", "clusters", "web"]).unwrap();
    assert!(clusters.contains("cluster_statuses"), "{clusters}");
    let nowhere = ["envoy", "log", "web", "--node", "gw-9"];
    let refused = cluster.try_epicctl(&nowhere).unwrap();
    assert_eq!(refused.status.code(), Some(3), "{refused:?}");

    let trace = cluster
        .epicctl(&["trace", "https://www.example.com/cart"])
        .unwrap();
    assert!(trace.contains("goes to backend shop"), "{trace}");
    let lost = cluster
        .try_epicctl(&["trace", "https://other.example.com/"])
        .unwrap();
    assert_eq!(lost.status.code(), Some(1), "{lost:?}");
    let findings = cluster.epicctl(&["analyze", "-o", "json"]).unwrap();
    let findings: Value = serde_json::from_str(&findings).unwrap();
    assert!(findings["items"].is_array(), "{findings}");

    let doctor = cluster.epicctl(&["doctor"]).unwrap();
    assert!(doctor.contains("gw-1 is ready"), "{doctor}");
    cluster.tear_down().unwrap();
}

fn manifests(pool: &str, endpoint: &str) -> String {
    let (address, port) = endpoint.rsplit_once(':').unwrap();
    format!(
        "apiVersion: epic-gateway.org/v1alpha1
kind: IPPool
metadata: {{name: public}}
spec: {{addresses: [\"{pool}\"]}}
---
apiVersion: epic-gateway.org/v1alpha1
kind: GatewayTemplate
metadata: {{name: http}}
spec: {{pools: [public], accessLog: {{}}}}
---
apiVersion: epic-gateway.org/v1alpha1
kind: Gateway
metadata: {{name: web}}
spec:
  template: http
  listeners:
  - {{name: https, protocol: HTTPS, port: 443, tls: {{certificateRefs: [{{name: www}}]}}}}
---
apiVersion: epic-gateway.org/v1alpha1
kind: Backend
metadata: {{name: shop}}
spec: {{endpoints: [{{address: {address}, port: {port}}}]}}
---
apiVersion: epic-gateway.org/v1alpha1
kind: Route
metadata: {{name: shop}}
spec:
  parentRefs: [{{name: web}}]
  hostnames: [www.example.com]
  http: {{rules: [{{backendRefs: [{{name: shop}}]}}]}}
"
    )
}

/// Stores a certificate `www`. The certificate, PEM.
fn issue(cluster: &Cluster, host: &str) -> String {
    let issued = rcgen::generate_simple_self_signed([host.to_owned()]).unwrap();
    let (pem, key) = (issued.cert.pem(), issued.signing_key.serialize_pem());
    let [cert, private] = ["cert", "key"].map(|part| cluster.folder().join(part));
    fs::write(&cert, &pem).unwrap();
    fs::write(&private, &key).unwrap();
    let [cert, private] = [cert, private].map(|path| path.display().to_string());
    let create = [
        "certificate",
        "create",
        "www",
        "--cert",
        &cert,
        "--key",
        &private,
    ];
    cluster.epicctl(&create).unwrap();
    pem
}

/// Every private key in Envoy's configuration.
fn private_keys(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(all) => all.iter().flat_map(private_keys).collect(),
        Value::Object(all) => all
            .iter()
            .flat_map(|(name, value)| match name.as_str() {
                "private_key" => vec![value],
                _ => private_keys(value),
            })
            .collect(),
        _ => Vec::new(),
    }
}
