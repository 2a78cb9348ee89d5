//! Bad input through epicctl: what it says, how it ends, and that nothing changed.

use std::fs;
use std::time::{Duration, Instant};

use epic_tests::cluster::Cluster;
use epic_tests::site::Site;

const HEAD: &str = "apiVersion: epic-gateway.org/v1alpha1\n";

/// A cluster without an agent: what is refused never gets that far.
fn start() -> Cluster {
    let cluster = Cluster::start(&Site::loopback().unwrap()).unwrap();
    cluster
        .epicctl(&["ippool", "create", "public", "--range", "127.77.0.0/24"])
        .unwrap();
    cluster
        .epicctl(&["template", "create", "http", "--pool", "public"])
        .unwrap();
    cluster
}

fn file(cluster: &Cluster, text: &str) -> String {
    let path = cluster.folder().join("manifest.yaml");
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

/// Exit code and what was said.
fn run(cluster: &Cluster, arguments: &[&str]) -> (i32, String) {
    let output = cluster.try_epicctl(arguments).unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

fn everything(cluster: &Cluster) -> String {
    cluster.epicctl(&["get", "all", "-o", "name"]).unwrap()
}

#[test]
fn bad_input_is_answered_with_what_and_where_and_changes_nothing() {
    let _lab = crate::the_lab();
    let cluster = start();
    let before = everything(&cluster);
    let manifest = |kind: &str, spec: &str| {
        format!("{HEAD}kind: {kind}\nmetadata: {{name: x, account: default}}\nspec: {spec}\n")
    };
    let route = |matches: &str| {
        let rule = format!("{{matches: [{matches}], backendRefs: [{{name: b}}]}}");
        manifest(
            "Route",
            &format!("{{parentRefs: [{{name: web}}], http: {{rules: [{rule}]}}}}"),
        )
    };
    let listeners = |listeners: &str| {
        manifest(
            "Gateway",
            &format!("{{template: http, listeners: [{listeners}]}}"),
        )
    };
    let (one, other) = (pair(), pair());
    let mismatch = serde_json::json!({"certificate": one.0, "privateKey": other.1}).to_string();
    let cases = [
        (
            "an unknown field",
            manifest("Gateway", "{template: http, lisetners: []}"),
            ["spec.lisetners", "did you mean `listeners`"],
        ),
        (
            "a wrong type",
            listeners("{name: a, protocol: HTTP, port: eighty}"),
            ["spec.listeners[0].port", "number"],
        ),
        (
            "a port conflict",
            listeners("{name: a, protocol: HTTP, port: 80}, {name: b, protocol: TCP, port: 80}"),
            ["spec.listeners[1]", "80"],
        ),
        (
            "a regex that does not compile",
            route("{path: {type: RegularExpression, value: '/(a'}}"),
            ["spec.http.rules[0].matches[0].path.value", "(a"],
        ),
        (
            "a key of another certificate",
            manifest("Certificate", &mismatch),
            ["spec.privateKey", "certificate"],
        ),
    ];
    for (what, text, words) in cases {
        let (code, said) = run(&cluster, &["apply", "-f", &file(&cluster, &text)]);

        assert_ne!(code, 0, "{what} is taken");
        for word in words {
            assert!(said.contains(word), "{what}: {said}");
        }
    }
    assert_eq!(everything(&cluster), before);
    cluster.tear_down().unwrap();
}

#[test]
fn what_does_not_fit_what_is_there_is_refused_by_name() {
    let _lab = crate::the_lab();
    let cluster = start();
    let before = everything(&cluster);

    let overlap = run(
        &cluster,
        &["ippool", "create", "second", "--range", "127.77.0.128/25"],
    );
    let template = run(
        &cluster,
        &[
            "gateway",
            "create",
            "web",
            "--template",
            "htp",
            "--port",
            "80",
        ],
    );
    let dry = run(
        &cluster,
        &[
            "gateway",
            "create",
            "web",
            "--template",
            "http",
            "--port",
            "80",
            "--dry-run",
        ],
    );

    assert_eq!(overlap.0, 1, "{}", overlap.1);
    assert!(
        overlap.1.contains("overlaps") && overlap.1.contains("`public`"),
        "{}",
        overlap.1
    );
    assert_eq!(template.0, 1, "{}", template.1);
    assert!(
        template.1.contains("`htp`") && template.1.contains("http"),
        "{}",
        template.1
    );
    assert_eq!(dry.0, 0, "{}", dry.1);
    assert_eq!(everything(&cluster), before);
    cluster.tear_down().unwrap();
}

#[test]
fn a_stale_change_ends_with_5_and_a_wrong_token_with_4() {
    let _lab = crate::the_lab();
    let cluster = start();
    let old = cluster
        .epicctl(&["ippool", "get", "public", "-o", "yaml"])
        .unwrap();
    cluster
        .epicctl(&["ippool", "set", "public", "--add-range", "127.77.1.0/24"])
        .unwrap();

    let stale = run(&cluster, &["apply", "-f", &file(&cluster, &old)]);
    let mut wrong = cluster.command(&["ippool", "list"]).unwrap();
    let denied = wrong.env("EPICCTL_TOKEN", "epic_wrong").output().unwrap();

    assert_eq!(stale.0, 5, "{}", stale.1);
    assert!(stale.1.contains("resourceVersion"), "{}", stale.1);
    assert_eq!(denied.status.code(), Some(4), "{denied:?}");
    let range = cluster
        .epicctl(&["ippool", "get", "public", "-o", "json"])
        .unwrap();
    assert!(
        range.contains("127.77.1.0/24"),
        "the stale change is in force: {range}"
    );
    cluster.tear_down().unwrap();
}

#[test]
fn a_manifest_of_10_mb_is_refused_without_being_sent() {
    let _lab = crate::the_lab();
    let cluster = start();
    let huge = format!(
        "{HEAD}kind: Account\nmetadata: {{name: x}}\nspec: {{}}\n#{}",
        "x".repeat(10 << 20)
    );

    let (code, said) = run(&cluster, &["apply", "-f", &file(&cluster, &huge)]);

    assert_ne!(code, 0);
    assert!(said.contains("MiB"), "{said}");
    cluster.tear_down().unwrap();
}

#[test]
fn an_exhausted_pool_is_a_condition_that_goes_when_an_address_is_free() {
    let _lab = crate::the_lab();
    let cluster = start();
    cluster
        .epicctl(&[
            "ippool",
            "create",
            "tiny",
            "--range",
            "127.78.0.1-127.78.0.1",
        ])
        .unwrap();
    cluster
        .epicctl(&["template", "create", "tiny", "--pool", "tiny"])
        .unwrap();
    cluster
        .epicctl(&[
            "gateway",
            "create",
            "first",
            "--template",
            "tiny",
            "--port",
            "80",
        ])
        .unwrap();
    let created = run(
        &cluster,
        &[
            "gateway",
            "create",
            "second",
            "--template",
            "tiny",
            "--port",
            "80",
        ],
    );
    let described = cluster.epicctl(&["gateway", "describe", "second"]).unwrap();

    cluster
        .epicctl(&["gateway", "delete", "first", "--yes"])
        .unwrap();

    assert_eq!(created.0, 0, "{}", created.1);
    assert!(
        created.1.contains("pool tiny is exhausted: 1 of 1"),
        "{}",
        created.1
    );
    assert!(described.contains("AddressNotAssigned"), "{described}");
    assert!(described.contains("exhausted"), "{described}");
    let deadline = Instant::now() + Duration::from_secs(5);
    while cluster.gateway_address("second").is_err() {
        assert!(
            Instant::now() < deadline,
            "the freed address is not handed out"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(
        cluster.gateway_address("second").unwrap().to_string(),
        "127.78.0.1"
    );
    cluster.tear_down().unwrap();
}

#[test]
fn diff_ends_with_1_where_apply_would_change_something_and_with_0_after() {
    let _lab = crate::the_lab();
    let cluster = start();
    let pool = format!(
        "{HEAD}kind: IPPool\nmetadata: {{name: public}}\nspec: {{addresses: [127.77.0.0/22]}}\n"
    );
    let path = file(&cluster, &pool);

    let before = run(&cluster, &["diff", "-f", &path]).0;
    cluster.epicctl(&["apply", "-f", &path]).unwrap();
    let after = run(&cluster, &["diff", "-f", &path]).0;

    assert_eq!((before, after), (1, 0));
    cluster.tear_down().unwrap();
}

/// A certificate and its key, PEM.
fn pair() -> (String, String) {
    let issued = rcgen::generate_simple_self_signed(["x.example.com".to_owned()]).unwrap();
    (issued.cert.pem(), issued.signing_key.serialize_pem())
}
