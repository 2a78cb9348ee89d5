//! The fuzz targets, fed a bounded number of inputs: any bytes, and good inputs with some bytes
//! changed.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use epic_api::{Kind, validate};
use proptest::prelude::*;

#[path = "../../fuzz/targets.rs"]
mod targets;

const ROUTE: &str = "apiVersion: epic-gateway.org/v1alpha1\nkind: Route\nmetadata: { name: shop, account: acme }\n\
    spec:\n  parentRefs: [{ name: web }]\n  hostnames: [\"*.shop.example\"]\n  http:\n    rules:\n    \
    - matches: [{ path: { type: RegularExpression, value: \"/a+\" } }]\n      backendRefs: \
    [{ name: cart, weight: 9 }]\n";
const PATCH: &str = "{\"a\":{\"b\":[1,2,{\"c\":null}]}}\n[{\"op\":\"replace\",\"path\":\"/a/b/2/c\",\
    \"value\":{\"x\":1}},{\"op\":\"move\",\"from\":\"/a/b/0\",\"path\":\"/d\"}]";
const MERGE: &str =
    "{\"a\":{\"b\":1},\"c\":[1]}\n{\"a\":{\"b\":null,\"d\":{\"e\":null}},\"c\":null}";
const GROUP: &str = "apiVersion: epic.acnodal.io/v1\nkind: LBServiceGroup\nmetadata:\n  name: http\n\
    spec:\n  envoy-replica-count: 2\n  envoy-template:\n    envoyResources:\n      clusters:\n      \
    - value: |\n          connect_timeout: 2s\n          lb_policy: RANDOM\n";

/// A good input with some of its bytes replaced, taken away or repeated.
fn bent(seeds: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let edits = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 0..8);
    (prop::sample::select(seeds), edits).prop_map(|(seed, edits)| {
        let mut bytes = seed.as_bytes().to_vec();
        for (index, byte, how) in edits {
            if bytes.is_empty() {
                break;
            }
            let at = index.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.truncate(at),
                2 => drop(bytes.remove(at)),
                _ => bytes.extend_from_within(at..),
            }
        }
        bytes
    })
}

fn any_of(seeds: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        any::<String>().prop_map(String::into_bytes),
        bent(seeds),
    ]
}

proptest! {
    #[test]
    fn no_manifest_breaks_the_decoder(bytes in any_of(&[ROUTE])) {
        targets::documents(&bytes);
    }

    #[test]
    fn no_patch_breaks_the_patches(bytes in any_of(&[PATCH, MERGE])) {
        targets::patches(&bytes);
    }

    #[test]
    fn no_file_breaks_the_import(bytes in any_of(&[GROUP])) {
        targets::import(&bytes);
    }
}

#[test]
fn the_good_inputs_are_good() {
    let objects = validate::parse_documents(ROUTE).unwrap();
    assert!(validate::admit(Kind::Route, &objects[0]).is_ok());
    targets::documents(ROUTE.as_bytes());
    targets::patches(PATCH.as_bytes());
    targets::patches(MERGE.as_bytes());
    assert_eq!(
        epic_cli::original::import(GROUP, Some("p"))
            .unwrap()
            .objects
            .len(),
        1
    );
}
