//! Whatever EPIC admits, Envoy takes, in whatever order it came.

use std::collections::{BTreeMap, BTreeSet};

use epic_api::ObjectKey;
use epic_api::agent::GatewayIntent;
use epic_envoy::translate::{RenderOptions, Translator, translate};

use crate::strategies::routes;
use crate::support::{GATEWAY, backend, intent, own_address};
use crate::validate::validate;

/// An intent with the backends that generated routes name, and no routes.
fn bare() -> GatewayIntent {
    let endpoint = "127.0.0.1:9".parse().unwrap();
    let yaml = format!(
        "{GATEWAY}{}\n---\nkind: Backend\nmetadata: {{name: h2c}}\nspec: {{protocol: H2C}}\n---\nkind: Backend\nmetadata: {{name: empty}}\nspec: {{}}\n",
        backend("plain", &[endpoint])
    );
    intent(own_address(), &yaml)
}

#[test]
fn envoy_takes_every_route_that_epic_admits() {
    let bare = bare();
    let made: Vec<_> = routes(400)
        .into_iter()
        .map(|(name, route)| {
            let mut intent = bare.clone();
            intent.routes.insert(name, route.clone());
            (route, translate(&intent, &RenderOptions::default()))
        })
        .collect();
    if let Err(all) = validate(made.iter().map(|(_, resources)| resources)) {
        for (route, resources) in &made {
            if let Err(words) = validate([resources]) {
                let spec = serde_json::to_string_pretty(&route.spec).unwrap();
                panic!("{words}\n{spec}");
            }
        }
        panic!("{all}");
    }
}

#[test]
fn two_orders_of_the_same_changes_end_in_the_same_bytes() {
    let mut last = bare();
    last.routes = routes(60);
    let options = RenderOptions::default();
    let scratch = translate(&last, &options);
    let keys: Vec<ObjectKey> = last.routes.values().map(|route| route.key()).collect();
    // 37 and 60 have no common divisor: every route comes once.
    let shuffled = (0..keys.len()).map(|index| &keys[index * 37 % keys.len()]);
    let orders: [Vec<&ObjectKey>; 3] = [
        keys.iter().collect(),
        keys.iter().rev().collect(),
        shuffled.collect(),
    ];
    for order in orders {
        let mut intent = last.clone();
        intent.routes = BTreeMap::new();
        let mut translator = Translator::new(options.clone());
        let mut made = translator.update(&intent, None);
        for key in order {
            intent
                .routes
                .insert(key.name.clone(), last.routes[&key.name].clone());
            made = translator.update(&intent, Some(&BTreeSet::from([key.clone()])));
        }
        assert!(*made == scratch);
    }
}
