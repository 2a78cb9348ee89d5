//! What goes through a gateway, and what does not.

use std::fs;
use std::net::SocketAddr;
use std::time::Duration;

use epic_tests::cluster::Cluster;
use epic_tests::load::{self, Answer, Request};
use epic_tests::netns::Place;
use epic_tests::site::Site;

const LIMIT: Duration = Duration::from_secs(20);

fn start() -> (Site, Cluster) {
    let mut site = Site::namespaces().unwrap();
    let mut cluster = Cluster::start(&site).unwrap();
    site.start_backends(&cluster.logs()).unwrap();
    cluster.start_agent().unwrap();
    cluster
        .epicctl(&["ippool", "create", "public", "--range", site.pool])
        .unwrap();
    cluster
        .epicctl(&["template", "create", "http", "--pool", "public"])
        .unwrap();
    (site, cluster)
}

fn ok(answer: &Answer) -> bool {
    answer.status == 200
}

#[test]
fn https_serves_each_host_with_its_own_certificate() {
    let _lab = crate::the_lab();
    let (site, cluster) = start();
    let endpoint = site.backends[0].address.to_string();
    let mut authorities = Vec::new();
    let mut gateway = vec!["gateway", "create", "web", "--template", "http"];
    let hosts = ["one.example.com", "two.example.com"];
    let listeners = hosts.map(|host| {
        let name = host.split('.').next().unwrap();
        format!("name={name},protocol=HTTPS,port=443,hostname={host},certificate={name}")
    });
    for host in hosts {
        let name = host.split('.').next().unwrap();
        let issued = rcgen::generate_simple_self_signed([host.to_owned()]).unwrap();
        let [cert, key] =
            ["cert", "key"].map(|part| cluster.folder().join(format!("{name}.{part}")));
        fs::write(&cert, issued.cert.pem()).unwrap();
        fs::write(&key, issued.signing_key.serialize_pem()).unwrap();
        let [cert, key] = [cert, key].map(|path| path.display().to_string());
        cluster
            .epicctl(&[
                "certificate",
                "create",
                name,
                "--cert",
                &cert,
                "--key",
                &key,
            ])
            .unwrap();
        authorities.push(issued.cert.pem());
    }
    gateway.extend(
        listeners
            .iter()
            .flat_map(|listener| ["--listener", listener]),
    );
    cluster.epicctl(&gateway).unwrap();
    cluster
        .epicctl(&["backend", "create", "web", "--endpoint", &endpoint])
        .unwrap();
    cluster
        .epicctl(&[
            "route",
            "create",
            "web",
            "--gateway",
            "web",
            "--backend",
            "web",
        ])
        .unwrap();
    let wait = [
        "wait",
        "gateway/web",
        "--for",
        "condition=Programmed",
        "--timeout",
        "20s",
    ];
    cluster.epicctl(&wait).unwrap();
    let address = SocketAddr::new(cluster.gateway_address("web").unwrap(), 443);

    for (index, host) in hosts.into_iter().enumerate() {
        let request = Request::new(address, host, "/");
        let own = load::ask_tls(&site.client, &request, &authorities[index]).unwrap();
        let other = load::ask_tls(&site.client, &request, &authorities[1 - index]);

        assert_eq!(own.status, 200, "{}", own.body);
        assert!(
            other.is_err(),
            "{host} is served with the certificate of another host"
        );
    }
    let shown = cluster
        .epicctl(&["certificate", "get", "one", "-o", "yaml"])
        .unwrap();
    assert!(!shown.contains("PRIVATE KEY"), "a private key is shown");
    cluster.tear_down().unwrap();
}

#[test]
fn a_gateway_with_a_pool_of_each_family_answers_on_both_addresses() {
    let _lab = crate::the_lab();
    let (site, cluster) = start();
    let endpoint = site.backends[0].address.to_string();
    cluster
        .epicctl(&["ippool", "create", "six", "--range", "2001:db8:5::/64"])
        .unwrap();
    let template = [
        "template", "create", "dual", "--pool", "public", "--pool", "six",
    ];
    cluster.epicctl(&template).unwrap();
    cluster
        .epicctl(&[
            "gateway",
            "create",
            "web",
            "--template",
            "dual",
            "--port",
            "80",
        ])
        .unwrap();
    cluster
        .epicctl(&["backend", "create", "web", "--endpoint", &endpoint])
        .unwrap();
    cluster
        .epicctl(&[
            "route",
            "create",
            "web",
            "--gateway",
            "web",
            "--backend",
            "web",
        ])
        .unwrap();
    let addresses = cluster.gateway_addresses("web").unwrap();

    assert_eq!(addresses.len(), 2, "{addresses:?}");
    for address in addresses {
        let request = Request::new(SocketAddr::new(address, 80), "any.example.com", "/");
        let answer = load::ask_until(&site.client, &request, LIMIT, ok).unwrap();
        assert_eq!(answer.backend().as_deref(), Some(site.backends[0].name));
    }
    cluster.tear_down().unwrap();
}

#[test]
fn a_tcp_listener_carries_bytes_to_its_backend() {
    let _lab = crate::the_lab();
    let (site, cluster) = start();
    let endpoint = site.backends[0].address.to_string();
    let listener = "name=raw,protocol=TCP,port=9000";
    let gateway = [
        "gateway",
        "create",
        "raw",
        "--template",
        "http",
        "--listener",
        listener,
    ];
    cluster.epicctl(&gateway).unwrap();
    cluster
        .epicctl(&["backend", "create", "raw", "--endpoint", &endpoint])
        .unwrap();
    let route = cluster.folder().join("route.yaml");
    let manifest = "apiVersion: epic-gateway.org/v1alpha1\n\
                    kind: Route\n\
                    metadata: {name: raw, account: default}\n\
                    spec: {parentRefs: [{name: raw}], tcp: {rules: [{backendRefs: [{name: raw}]}]}}\n";
    fs::write(&route, manifest).unwrap();
    cluster
        .epicctl(&["apply", "-f", &route.display().to_string()])
        .unwrap();
    let address = SocketAddr::new(cluster.gateway_address("raw").unwrap(), 9000);

    let request = Request::new(address, "anything", "/through");
    let answer = load::ask_until(&site.client, &request, LIMIT, ok).unwrap();

    assert!(answer.body.contains("\"/through\""), "{}", answer.body);
    cluster.tear_down().unwrap();
}

#[test]
fn an_endpoint_that_fails_its_health_check_gets_no_requests_and_is_shown_as_down() {
    let _lab = crate::the_lab();
    let (mut site, cluster) = start();
    let endpoints: Vec<String> = site
        .backends
        .iter()
        .map(|backend| backend.address.to_string())
        .collect();
    cluster
        .epicctl(&[
            "gateway",
            "create",
            "web",
            "--template",
            "http",
            "--port",
            "80",
        ])
        .unwrap();
    let backend = cluster.folder().join("backend.yaml");
    let endpoint = |text: &String| {
        let address: SocketAddr = text.parse().unwrap();
        format!("{{address: {}, port: {}}}", address.ip(), address.port())
    };
    let manifest = format!(
        "apiVersion: epic-gateway.org/v1alpha1\n\
         kind: Backend\n\
         metadata: {{name: web, account: default}}\n\
         spec:\n\
         \x20 endpoints: [{}, {}]\n\
         \x20 healthCheck: {{http: {{path: /}}, interval: 200ms, timeout: 200ms, unhealthyThreshold: 1}}\n",
        endpoint(&endpoints[0]),
        endpoint(&endpoints[1])
    );
    fs::write(&backend, manifest).unwrap();
    cluster
        .epicctl(&["apply", "-f", &backend.display().to_string()])
        .unwrap();
    cluster
        .epicctl(&[
            "route",
            "create",
            "web",
            "--gateway",
            "web",
            "--backend",
            "web",
        ])
        .unwrap();
    let address = SocketAddr::new(cluster.gateway_address("web").unwrap(), 80);
    let request = Request::new(address, "any.example.com", "/");
    load::ask_until(&site.client, &request, LIMIT, ok).unwrap();

    site.backends[1].stop();
    let deadline = std::time::Instant::now() + LIMIT;
    let graph = loop {
        let graph = cluster
            .epicctl(&["gateway", "graph", "web", "-o", "json"])
            .unwrap();
        let topology: serde_json::Value = serde_json::from_str(&graph).unwrap();
        let down = topology["nodes"].as_array().unwrap().iter().any(|node| {
            node["label"].as_str().unwrap().contains(&endpoints[1]) && node["health"] == "down"
        });
        if down || std::time::Instant::now() > deadline {
            assert!(down, "the endpoint is not shown as down: {graph}");
            break graph;
        }
        std::thread::sleep(Duration::from_millis(100));
    };

    for _ in 0..20 {
        let answer = load::ask(&site.client, &request).unwrap();
        assert_eq!(answer.status, 200, "{graph}");
        assert_eq!(answer.backend().as_deref(), Some(site.backends[0].name));
    }
    cluster.tear_down().unwrap();
}

#[test]
fn a_gateways_namespace_reaches_nothing_but_the_endpoints_its_routes_name() {
    let _lab = crate::the_lab();
    let (site, cluster) = start();
    let endpoint = site.backends[0].address.to_string();
    cluster
        .epicctl(&[
            "gateway",
            "create",
            "web",
            "--template",
            "http",
            "--port",
            "80",
        ])
        .unwrap();
    cluster
        .epicctl(&["backend", "create", "web", "--endpoint", &endpoint])
        .unwrap();
    cluster
        .epicctl(&[
            "route",
            "create",
            "web",
            "--gateway",
            "web",
            "--backend",
            "web",
        ])
        .unwrap();
    let address = SocketAddr::new(cluster.gateway_address("web").unwrap(), 80);
    let request = Request::new(address, "any.example.com", "/");
    load::ask_until(&site.client, &request, LIMIT, ok).unwrap();

    let inside = Place::Namespace(epic_tests::netns::Namespace::borrowed(&instance(
        &cluster, "web",
    )));
    let connect = |address: SocketAddr| {
        inside
            .enter(|| std::net::TcpStream::connect_timeout(&address, Duration::from_secs(1)))
            .unwrap()
    };

    assert!(
        connect(site.backends[0].address).is_ok(),
        "the named endpoint is not reached"
    );
    assert!(
        connect(site.backends[1].address).is_err(),
        "a backend nobody named is reached"
    );
    assert!(connect("10.10.2.1:22".parse().unwrap()).is_err());
    assert!(connect("203.0.113.2:80".parse().unwrap()).is_err());
    cluster.tear_down().unwrap();
}

/// The name of the namespace that the agent made for a gateway: it ends with the uid.
fn instance(cluster: &Cluster, gateway: &str) -> String {
    let uid = cluster.gateway_uid(gateway).unwrap();
    fs::read_dir("/run/netns")
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| name.starts_with("epic-") && name.ends_with(&uid))
        .expect("the gateway has a namespace")
}
