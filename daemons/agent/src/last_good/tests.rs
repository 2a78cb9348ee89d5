use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;

use super::*;
use crate::testing::{backend, intent_with};

const UID: &str = "uid-web";

fn record() -> InstanceRecord {
    InstanceRecord {
        uid: UID.to_owned(),
        account: "acme".to_owned(),
        gateway: "web".to_owned(),
        slot: 3,
        process: None,
        tainted: Vec::new(),
    }
}

fn open() -> (tempfile::TempDir, LastGood) {
    let directory = tempfile::tempdir().unwrap();
    let last_good = LastGood::open(directory.path()).unwrap();
    (directory, last_good)
}

#[test]
fn what_is_saved_is_there_again_after_a_restart() {
    let (directory, last_good) = open();
    let intent = intent_with([backend("shop", &["10.0.0.1:80"])]);
    last_good.save_instance(&record()).unwrap();
    last_good.save_intent(UID, &intent).unwrap();

    let again = LastGood::open(directory.path()).unwrap().load().unwrap();
    let expected = Remembered {
        record: Some(record()),
        intent: Some(intent),
    };
    assert_eq!(again, BTreeMap::from([(UID.to_owned(), expected)]));
}

#[test]
fn files_with_private_keys_are_for_nobody_else() {
    let (directory, last_good) = open();
    last_good.save_intent(UID, &intent_with([])).unwrap();
    let file = directory.path().join("intents/uid-web.json");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&file), 0o600);
    assert_eq!(mode(file.parent().unwrap()), 0o700);
}

#[test]
fn a_corrupt_file_is_moved_aside_and_costs_only_its_own_content() {
    let (directory, last_good) = open();
    last_good.save_instance(&record()).unwrap();
    let file = directory.path().join("intents/uid-web.json");
    for garbage in [
        &b"{\"version\":1,\"content\":{\"revi"[..],
        b"",
        b"\0\0\0",
        b"{\"version\":99,\"content\":{}}",
    ] {
        fs::write(&file, garbage).unwrap();
        let all = last_good.load().unwrap();
        assert_eq!(all[UID].intent, None);
        assert_eq!(all[UID].record, Some(record()));
        assert!(!file.exists());
        assert_eq!(
            fs::read(file.with_extension("json.corrupt")).unwrap(),
            garbage
        );
    }
}

#[test]
fn a_write_that_was_cut_short_leaves_what_was_there() {
    let (directory, last_good) = open();
    let intent = intent_with([]);
    last_good.save_intent(UID, &intent).unwrap();
    fs::write(directory.path().join("intents/uid-web.new"), b"{\"vers").unwrap();

    assert_eq!(last_good.load().unwrap()[UID].intent, Some(intent.clone()));
    last_good.save_intent(UID, &intent).unwrap();
    assert_eq!(last_good.load().unwrap()[UID].intent, Some(intent));
}

#[test]
fn an_intent_under_another_gateways_name_is_not_taken_for_its() {
    let (directory, last_good) = open();
    last_good.save_intent("uid-web", &intent_with([])).unwrap();
    let intents = directory.path().join("intents");
    fs::rename(intents.join("uid-web.json"), intents.join("other.json")).unwrap();
    assert_eq!(last_good.load().unwrap(), BTreeMap::new());
}

#[test]
fn a_forgotten_instance_leaves_no_file() {
    let (directory, last_good) = open();
    last_good.save_instance(&record()).unwrap();
    last_good.save_intent(UID, &intent_with([])).unwrap();
    last_good.forget(UID).unwrap();
    last_good.forget(UID).unwrap();
    for folder in ["instances", "intents"] {
        assert_eq!(
            fs::read_dir(directory.path().join(folder)).unwrap().count(),
            0
        );
    }
}

#[test]
fn a_uid_never_leads_out_of_the_directory() {
    for bad in ["", "..", "a/b", "a.b", "ü", &"a".repeat(65)] {
        assert!(!is_safe_uid(bad), "{bad}");
    }
    assert!(is_safe_uid("0b8f6c3e-93a0-4d5e-9a54-0d9d3b3f7a11"));
}

#[tokio::test(start_paused = true)]
async fn edits_that_come_together_are_written_once_and_the_newest_wins() {
    let (_directory, last_good) = open();
    let saver = Saver::start(last_good.clone(), UID.to_owned());
    for revision in 1..=500 {
        saver.save(Arc::new(GatewayIntent {
            revision,
            ..intent_with([])
        }));
    }
    saver.finish().await;
    assert_eq!(
        last_good.load().unwrap()[UID]
            .intent
            .as_ref()
            .unwrap()
            .revision,
        500
    );
}

#[tokio::test]
async fn a_discarded_saver_writes_nothing_more() {
    let (_directory, last_good) = open();
    let saver = Saver::start(last_good.clone(), UID.to_owned());
    saver.save(Arc::new(intent_with([])));
    saver.discard().await;
    assert_eq!(last_good.load().unwrap(), BTreeMap::new());
}
