//! Edits of routes of every kind under traffic.

use epic_api::agent::GatewayIntent;

use crate::delivery::Load;
use crate::strategies::routes;
use crate::support::{GATEWAY, Instance, backend, echo, intent, own_address};

/// What the rule on which the load is says besides its backends.
const VARIANTS: [&str; 9] = [
    "backendRefs: [{name: a}]",
    "backendRefs: [{name: a}, {name: b}]",
    "backendRefs: [{name: a, filters: [{type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: x-a, value: '1'}]}}]}, {name: b}]",
    "backendRefs: [{name: a, weight: 3, filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplaceFullPath, replaceFullPath: /x}}}]}, {name: b}]",
    "backendRefs: [{name: b}], filters: [{type: CORS, cors: {allowOrigins: ['*']}}, {type: RequestMirror, requestMirror: {backendRef: {name: a}, percent: 10}}]",
    "backendRefs: [{name: a}, {name: b}], sessionPersistence: {}",
    "backendRefs: [{name: a}], sessionPersistence: {type: Header, sessionName: x-s}, retry: {codes: [503], attempts: 2}",
    "backendRefs: [{name: b}], timeouts: {request: 30s, backendRequest: 10s}, retry: {attempts: 0}",
    "matches: [{method: GET, path: {type: RegularExpression, value: '/.*'}}], backendRefs: [{name: b}, {name: a, weight: 0}]",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_request_is_lost_while_rules_of_every_kind_come_change_and_go() {
    let (a, b) = (echo("a").await, echo("b").await);
    let address = own_address();
    let with = |variant: &str| -> GatewayIntent {
        let route = |name: &str, rule: &str| {
            format!(
                "\n---\nkind: Route\nmetadata: {{name: {name}}}\nspec:\n  parentRefs: [{{name: web}}]\n  hostnames: [{name}.example.com]\n  http: {{rules: [{{{rule}}}]}}\n"
            )
        };
        let yaml = format!(
            "{GATEWAY}{}{}{}{}{}{}{}",
            backend("a", &[a]),
            backend("b", &[b]),
            backend("plain", &[a]),
            backend("h2c", &[b]),
            backend("empty", &[]),
            route("steady", VARIANTS[0]),
            route("edited", variant)
        );
        intent(address, &yaml)
    };
    let mut gateway = Instance::start(address, &with(VARIANTS[0])).await;
    let load = Load::start(address, &["steady.example.com", "edited.example.com"]).await;
    let listeners = gateway
        .admin("/stats?filter=listener_manager.listener_modified")
        .await;
    let mut others = std::collections::BTreeMap::new();
    for (round, route) in routes(120).into_values().enumerate() {
        // Of twelve generated routes one is another, and sometimes one goes.
        others.insert(format!("r{}", round * 7 % 12), route);
        if round % 5 == 4 {
            others.remove(&format!("r{}", round % 12));
        }
        let mut intent = with(VARIANTS[round * 5 % VARIANTS.len()]);
        for (name, route) in &others {
            let mut route = (**route).clone();
            route.metadata.name.clone_from(name);
            intent.routes.insert(name.clone(), route.into());
        }
        if round % 3 == 0 {
            gateway.set(&intent);
        } else {
            gateway.apply(&intent).await;
        }
    }
    gateway.in_sync().await;
    let answers = load.stop().await;
    assert_eq!(
        answers.keys().collect::<Vec<_>>(),
        ["a", "b"],
        "{answers:?}"
    );
    let after = gateway
        .admin("/stats?filter=listener_manager.listener_modified")
        .await;
    assert_eq!(listeners, after, "an edit of a route touched a listener");
}
