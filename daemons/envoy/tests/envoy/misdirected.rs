//! Requests that a client sends on the connection of another HTTPS listener (Gateway API GEP-3567).

use hyper::Request;

use crate::support::{Instance, backend, echo, intent, over_http2, own_address};
use crate::tls::{handshake, site};

#[tokio::test]
async fn a_connection_serves_the_hosts_of_the_listener_that_sni_chose_and_no_other() {
    let (a, b) = (echo("a").await, echo("b").await);
    let all = site(
        "all",
        &[
            "example.org",
            "second.org",
            "*.wild.org",
            "unknown.org",
            "bare.wild.org",
        ],
    );
    let address = own_address();
    let listener = |name: &str, hostname: &str, certificate: &str| {
        format!(
            "  - {{name: {name}, protocol: HTTPS, port: 8443, {hostname}tls: {{certificateRefs: [{{name: {certificate}}}]}}}}\n"
        )
    };
    let listeners = [
        listener("first", "hostname: example.org, ", "all"),
        listener("second", "hostname: second.org, ", "all"),
        listener("wild", "hostname: '*.wild.org', ", "all"),
        listener("fourth", "hostname: fourth.wild.org, ", "all"),
        listener("bare", "hostname: bare.wild.org, ", "missing"),
        listener("rest", "", "all"),
        "  - {name: raw, protocol: TLS, port: 8443, hostname: raw.org, tls: {mode: Passthrough}}\n"
            .to_owned(),
    ]
    .concat();
    let route = |name: &str, section: &str, backend: &str| {
        format!(
            "---\nkind: Route\nmetadata: {{name: {name}}}\nspec:\n  parentRefs: [{{name: web, sectionName: {section}}}]\n  http: {{rules: [{{backendRefs: [{{name: {backend}}}]}}]}}\n"
        )
    };
    let yaml = format!(
        "kind: Gateway\nmetadata: {{name: web}}\nspec:\n  template: public\n  listeners:\n{listeners}{}{}{}\n{}{}{}{}{}",
        backend("a", &[a]),
        backend("b", &[b]),
        all.yaml,
        route("first", "first", "a"),
        route("second", "second", "b"),
        route("wild", "wild", "a"),
        route("fourth", "fourth", "b"),
        route("rest", "rest", "b"),
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    for (sni, answers) in [
        (
            "example.org",
            &[
                ("example.org", "a"),
                ("second.org", "421"),
                ("raw.org", "421"),
                ("x.wild.org", "421"),
                ("unknown.org", "421"),
            ][..],
        ),
        (
            "second.org",
            &[
                ("second.org", "b"),
                ("example.org", "421"),
                ("unknown.org", "421"),
            ],
        ),
        (
            "third.wild.org",
            &[
                ("third.wild.org", "a"),
                ("fifth.wild.org:8443", "a"),
                ("FOURTH.wild.org", "421"),
                ("wild.org", "421"),
                ("example.org", "421"),
                // Its listener has no certificate: nothing serves it.
                ("bare.wild.org", "404"),
            ],
        ),
        (
            "fourth.wild.org",
            &[("fourth.wild.org", "b"), ("third.wild.org", "421")],
        ),
        (
            "unknown.org",
            &[
                ("unknown.org", "b"),
                ("other.org", "b"),
                ("example.org", "421"),
                ("a.wild.org", "421"),
            ],
        ),
    ] {
        let stream = handshake(&gateway, &[&all], sni, &["h2"]).await.unwrap();
        let mut connection = over_http2(stream).await;
        for (host, expected) in answers {
            let request = Request::get(format!("https://{host}/")).body(Default::default());
            let answer = connection.send(request.unwrap()).await;
            assert_eq!(
                answer.from(),
                *expected,
                "{host} on the connection to {sni}"
            );
        }
    }
}
