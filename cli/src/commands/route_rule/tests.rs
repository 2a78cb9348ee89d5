use super::*;
use clap::Parser;

#[derive(Parser)]
struct Flags {
    #[command(flatten)]
    rule: RuleFlags,
}

fn rule(line: &str) -> serde_json::Value {
    let flags = Flags::try_parse_from(std::iter::once("x").chain(line.split(' '))).unwrap();
    let mut rule = HttpRule::default();
    flags.rule.apply(&mut rule).unwrap();
    serde_json::to_value(rule).unwrap()
}

#[test]
fn paths_make_alternatives_that_share_the_other_matches() {
    insta::assert_json_snapshot!(rule(
        "--path /a --path /b --method post --header x-canary=1 --query q~=[0-9]+ --backend cart:90 --backend cart2:10"
    ));
}

#[test]
fn a_redirect_takes_what_is_written_and_keeps_the_rest() {
    for (target, json) in [
        ("https", serde_json::json!({ "scheme": "https" })),
        (
            "https://new.example.com:8443/x",
            serde_json::json!({ "scheme": "https", "hostname": "new.example.com", "port": 8443,
                "path": { "type": "ReplaceFullPath", "replaceFullPath": "/x" } }),
        ),
        (
            "/moved",
            serde_json::json!({ "path": { "type": "ReplaceFullPath", "replaceFullPath": "/moved" } }),
        ),
    ] {
        let rule = rule(&format!("--redirect {target}"));
        assert_eq!(rule["filters"][0]["requestRedirect"], json, "{target}");
    }
}

#[test]
fn what_is_not_given_stays() {
    let mut before = HttpRule {
        name: Some("kept".into()),
        timeouts: Some(HttpTimeouts {
            request: None,
            backend_request: Some(Duration::from_secs(2)),
        }),
        ..HttpRule::default()
    };
    let flags = Flags::try_parse_from(["x", "--backend", "b", "--request-timeout", "5s"]).unwrap();
    flags.rule.apply(&mut before).unwrap();
    assert_eq!(before.name.as_deref(), Some("kept"));
    let timeouts = before.timeouts.unwrap();
    assert_eq!(timeouts.request, Some(Duration::from_secs(5)));
    assert_eq!(timeouts.backend_request, Some(Duration::from_secs(2)));
}

fn grpc(line: &str) -> Outcome<serde_json::Value> {
    let flags = Flags::try_parse_from(std::iter::once("x").chain(line.split(' '))).unwrap();
    let mut rule = GrpcRule::default();
    flags.rule.apply_grpc(&mut rule)?;
    Ok(serde_json::to_value(rule).unwrap())
}

#[test]
fn copies_cors_retries_sessions_and_headers_of_one_backend_become_fields_of_the_rule() {
    insta::assert_json_snapshot!(rule(
        "--backend cart --backend cart2 --mirror copy:10% --mirror log --cors-origin https://a.example \
         --cors-method GET --cors-credentials --cors-max-age 60 --retries 3 --retry-on 502,503 \
         --retry-backoff 100ms --session cookie --session-name sid --session-timeout 1h \
         --backend-header cart2:X-Canary=1"
    ));
}

#[test]
fn a_grpc_rule_takes_services_and_methods_and_nothing_of_http() {
    insta::assert_json_snapshot!(
        grpc("--method shop.v1.Cart/AddItem --header x-tenant=a --backend cart --mirror copy --session header")
            .unwrap()
    );
    for (line, method) in [
        (
            "--method shop.v1.Cart",
            serde_json::json!({ "type": "Exact", "service": "shop.v1.Cart" }),
        ),
        (
            "--method /AddItem",
            serde_json::json!({ "type": "Exact", "method": "AddItem" }),
        ),
    ] {
        assert_eq!(grpc(line).unwrap()["matches"][0]["method"], method);
    }
    for line in [
        "--method GET",
        "--path /a",
        "--redirect https",
        "--retries 1",
    ] {
        assert!(grpc(line).is_err(), "{line}");
    }
}
