//! What is fuzzed: each function takes any bytes, must not panic, and holds what it says.
//!
//! `cargo fuzz run TARGET` (nightly) feeds them without end; `cargo test -p epic-cli --test hostile`
//! feeds the same functions a bounded number of inputs on stable.

use epic_api::{Kind, patch, validate};
use serde_json::Value;

/// A manifest is decoded, and each of its objects admitted as every kind. What is admitted is
/// admitted again, unchanged.
pub(crate) fn documents(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    for object in validate::parse_documents(text).unwrap_or_default() {
        for kind in Kind::ALL {
            let Ok(admitted) = validate::admit(kind, &object) else {
                continue;
            };
            let again = serde_json::to_value(&admitted).expect("plain data becomes JSON");
            assert_eq!(validate::admit(kind, &again), Ok(admitted));
        }
    }
}

/// The first line is an object, the second a patch: merged (RFC 7396), and applied as operations
/// (RFC 6902). A merge patch that is merged twice changes nothing more.
pub(crate) fn patches(bytes: &[u8]) {
    let mut lines = bytes.splitn(2, |byte| *byte == b'\n');
    let mut next = || serde_json::from_slice::<Value>(lines.next().unwrap_or_default());
    let (Ok(object), Ok(change)) = (next(), next()) else {
        return;
    };
    let mut once = object.clone();
    patch::merge(&mut once, &change);
    let mut twice = once.clone();
    patch::merge(&mut twice, &change);
    assert_eq!(once, twice);
    if let Err(error) = patch::apply_operations(&object, &change) {
        assert!(!error.message.is_empty());
    }
}

/// A file of the original EPIC is imported. What comes out is valid, and what stays behind has its
/// line in the file.
pub(crate) fn import(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let lines = text.lines().count() as u64 + 1;
    match epic_cli::original::import(text, Some("public")) {
        Ok(imported) => {
            for object in &imported.objects {
                let value = serde_json::to_value(object).expect("plain data becomes JSON");
                assert!(validate::admit(object.kind, &value).is_ok());
            }
            assert!(imported.left.iter().all(|left| left.line <= lines));
        }
        Err(refusal) => assert!(!refusal.message.is_empty() || refusal.line.is_some()),
    }
}
