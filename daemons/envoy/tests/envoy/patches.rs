//! A template's own changes to what is generated.

use epic_api::ObjectKey;
use epic_envoy::translate::{RenderOptions, Translator, translate};

use crate::support::{GATEWAY, Instance, backend, echo, intent, own_address};

const ROUTE: &str = "\n---\nkind: Route\nmetadata: {name: r}\nspec: {parentRefs: [{name: web}], http: {rules: [{backendRefs: [{name: a}]}]}}\n";

fn template(patches: &str) -> String {
    format!(
        "kind: GatewayTemplate\nmetadata: {{name: public}}\nspec:\n  pools: [public]\n  envoyPatch:\n{patches}\n---"
    )
}

#[tokio::test]
async fn what_epic_has_no_field_for_is_patched_in() {
    let a = echo("a").await;
    let address = own_address();
    let lua = "
  - target: {type: Listener, name: port/8080}
    json:
    - op: add
      path: /filter_chains/0/filters/0/typed_config/http_filters/0
      value:
        name: envoy.filters.http.lua
        typed_config:
          '@type': type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua
          default_source_code:
            inline_string: 'function envoy_on_response(handle) handle:headers():add(\"x-lua\", \"1\") end'
  - target: {type: Cluster, name: 'backend/*'}
    merge: {connect_timeout: 7s}";
    let yaml = format!("{}{GATEWAY}{}{ROUTE}", template(lua), backend("a", &[a]));
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let answer = gateway.get(8080, "h.example.com", "/").await;
    assert_eq!((answer.from().as_str(), answer.header("x-lua")), ("a", "1"));
    let dump = gateway
        .admin("/config_dump?resource=dynamic_active_clusters")
        .await;
    assert!(dump.contains("\"connect_timeout\": \"7s\""), "{dump}");
}

#[tokio::test]
async fn a_patch_that_can_not_be_made_is_told_and_leaves_the_rest_as_it_was() {
    let a = echo("a").await;
    let address = own_address();
    let wrong = "
  - target: {type: Listener}
    merge: {stat_prefiks: x}
  - target: {type: Cluster}
    merge: {connect_timeout: 7s}";
    let with = intent(
        address,
        &format!("{}{GATEWAY}{}{ROUTE}", template(wrong), backend("a", &[a])),
    );
    let mut translator = Translator::new(RenderOptions::default());
    let first = translator.update(&with, None);
    let faults: Vec<String> = translator
        .faults()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].contains("Listener `port/8080`") && faults[0].contains("stat_prefiks"));

    // A change elsewhere neither forgets the fault nor makes what did not change anew.
    let route = ObjectKey::in_account(epic_api::Kind::Route, "acme", "r");
    let again = translator.update(&with, Some(&[route].into()));
    assert_eq!(translator.faults().len(), 1);
    assert_eq!(*again, *first);
    assert_eq!(*again, translate(&with, &RenderOptions::default()));
    let gateway = Instance::start(address, &with).await;
    assert_eq!(gateway.get(8080, "h.example.com", "/").await.from(), "a");
}
