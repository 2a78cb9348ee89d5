//! Passive health checks, bounds, and access logs.

use std::time::Duration;

use epic_envoy::translate::RenderOptions;

use crate::support::{
    GATEWAY, Instance, PATIENCE, Step, backend, echo, get, intent, own_address, scripted, with,
};

const ROUTE: &str = "\n---\nkind: Route\nmetadata: {name: r}\nspec: {parentRefs: [{name: web}], http: {rules: [{backendRefs: [{name: b}]}]}}\n";

#[tokio::test]
async fn an_endpoint_that_fails_requests_is_taken_out() {
    let good = echo("good").await;
    let bad = scripted("bad", &[Step::Status(503); 64]).await;
    let address = own_address();
    let yaml = format!(
        "{GATEWAY}
---
kind: Backend
metadata: {{name: b}}
spec:
  endpoints: [{{address: 127.0.0.1, port: {}}}, {{address: 127.0.0.1, port: {}}}]
  outlierDetection: {{consecutive5xx: 2, interval: 100ms, baseEjectionTime: 60s}}
{ROUTE}",
        good.port(),
        bad.address.port()
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let mut connection = gateway.connect(8080).await;
    for _ in 0..20 {
        connection.send(get("h", "/")).await;
    }
    let before = bad.count();
    for _ in 0..20 {
        assert_eq!(connection.send(get("h", "/")).await.from(), "good");
    }
    assert_eq!((before, bad.count()), (2, 2));
}

#[tokio::test]
async fn what_is_over_a_bound_is_turned_away_at_once() {
    let slow = echo("slow").await;
    let address = own_address();
    let yaml = format!(
        "{GATEWAY}
---
kind: Backend
metadata: {{name: b}}
spec:
  endpoints: [{{address: 127.0.0.1, port: {}}}]
  circuitBreaker: {{maxRequests: 1}}
{ROUTE}",
        slow.port()
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let mut first = gateway.connect(8080).await;
    let waiting = tokio::spawn(async move { first.send(get("h", "/slow")).await });
    let mut second = gateway.connect(8080).await;
    let turned_away = async {
        loop {
            let answer = second.send(get("h", "/")).await;
            if answer.status == 503 {
                return answer;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let answer = tokio::time::timeout(PATIENCE, turned_away).await.unwrap();
    assert!(answer.body.contains("overflow"), "{}", answer.body);
    assert_eq!(waiting.await.unwrap().from(), "slow");
}

async fn log_line(access_log: &str) -> String {
    let a = echo("a").await;
    let address = own_address();
    let template = format!(
        "kind: GatewayTemplate\nmetadata: {{name: public}}\nspec: {{pools: [public], accessLog: {access_log}}}\n---"
    );
    let yaml = format!("{template}{GATEWAY}{}{ROUTE}", backend("b", &[a]));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("access.log");
    let options = RenderOptions {
        access_log: Some(file.display().to_string()),
        ..RenderOptions::default()
    };
    let gateway = Instance::start_with(address, &intent(address, &yaml), options).await;
    let request = with(
        get("shop.example.com", "/cart"),
        &[("user-agent", "say \"b\"")],
    );
    gateway.send(8080, request).await;
    let written = async {
        loop {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            if text.ends_with('\n') {
                return text;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(PATIENCE, written).await.unwrap()
}

#[tokio::test]
async fn a_request_is_a_line_of_json_unless_the_template_says_how() {
    let line: serde_json::Value = serde_json::from_str(&log_line("{}").await).unwrap();
    assert_eq!(line["status"], 200);
    assert_eq!(line["path"], "/cart");
    assert_eq!(line["user_agent"], "say \"b\"");
    assert_eq!(line["host"], "shop.example.com");
    let own = log_line("{json: {code: '%RESPONSE_CODE%'}}").await;
    assert_eq!(own, "{\"code\":200}\n");
    let text = log_line("{text: '%REQ(:METHOD)% %RESPONSE_CODE%'}").await;
    assert_eq!(text, "GET 200\n");
}
