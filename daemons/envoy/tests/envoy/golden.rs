//! What Envoy makes of whole intents, in its own words: `tests/golden/*.yaml` in,
//! `tests/golden/snapshots` out.

use std::net::Ipv4Addr;
use std::path::Path;

use epic_envoy::translate::{RenderOptions, translate};
use serde_json::{Value, json};

use crate::support::{Instance, intent};
use crate::validate::validate;

/// The same in every run, since it is in the snapshots.
const ADDRESS: Ipv4Addr = Ipv4Addr::new(127, 63, 255, 254);

#[tokio::test]
async fn envoy_takes_every_golden_intent_and_shows_what_it_should_be() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        })
        .collect();
    files.sort();
    assert!(!files.is_empty());
    let pair = rcgen::generate_simple_self_signed(["shop.example.com".to_owned()]).unwrap();
    let certificate = serde_json::to_string(&pair.cert.pem()).unwrap();
    let key = serde_json::to_string(&pair.signing_key.serialize_pem()).unwrap();
    for file in files {
        let yaml = std::fs::read_to_string(&file).unwrap();
        let yaml = yaml
            .replace("CERTIFICATE", &certificate)
            .replace("KEY", &key);
        let intent = intent(ADDRESS, &yaml);
        validate([&translate(&intent, &RenderOptions::default())]).unwrap();
        let gateway = Instance::start(ADDRESS, &intent).await;
        let dump = gateway.admin("/config_dump?include_eds").await;
        let shown = summary(&serde_json::from_str(&dump).unwrap());
        let name = file.file_stem().unwrap().to_str().unwrap();
        insta::with_settings!({ snapshot_path => folder.join("snapshots"), prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, serde_json::to_string_pretty(&shown).unwrap());
        });
    }
}

/// The resources in the dump, without times; the 64 scopes of a connection manager as one.
fn summary(dump: &Value) -> Value {
    let configs = dump["configs"].as_array().unwrap();
    let section = |name: &str| {
        let mut found = configs.iter().filter(move |config| {
            config["@type"]
                .as_str()
                .unwrap()
                .ends_with(&format!(".{name}"))
        });
        found.next().cloned().unwrap_or(Value::Null)
    };
    let each = |list: &Value, path: &[&str]| -> Vec<Value> {
        let mut items: Vec<Value> = list
            .as_array()
            .into_iter()
            .flatten()
            .map(|item| path.iter().fold(item, |value, key| &value[*key]).clone())
            .filter(|item| item["name"] != "xds" && !item.is_null())
            .collect();
        items.sort_by_key(|item| (item["name"].to_string(), item["cluster_name"].to_string()));
        items
    };
    let mut scopes: Vec<String> = section("ScopedRoutesConfigDump")["dynamic_scoped_route_configs"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|config| config["scoped_route_configs"].as_array().unwrap())
        .map(|scope| {
            let name = scope["name"].as_str().unwrap();
            let name = match name.rsplit_once('/') {
                Some((frontend, key)) if key.len() == 2 => format!("{frontend}/NN"),
                _ => name.to_owned(),
            };
            format!(
                "{name} -> {}",
                scope["route_configuration_name"].as_str().unwrap()
            )
        })
        .collect();
    scopes.sort();
    scopes.dedup();
    let mut secrets = each(
        &section("SecretsConfigDump")["dynamic_active_secrets"],
        &["name"],
    );
    secrets.sort_by_key(ToString::to_string);
    json!({
        "listeners": each(&section("ListenersConfigDump")["dynamic_listeners"], &["active_state", "listener"]),
        "clusters": each(&section("ClustersConfigDump")["dynamic_active_clusters"], &["cluster"]),
        "endpoints": each(&section("EndpointsConfigDump")["dynamic_endpoint_configs"], &["endpoint_config"])
            .into_iter()
            .filter(|config| config["cluster_name"] != "xds")
            .collect::<Vec<_>>(),
        "routes": each(&section("RoutesConfigDump")["dynamic_route_configs"], &["route_config"]),
        "scopes": scopes,
        "secrets": secrets,
    })
}
