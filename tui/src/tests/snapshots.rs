//! What each screen looks like, at three sizes.

use insta::assert_snapshot;

use epic_api::kind::Kind;

use super::{Scenario, fixture, now};
use crate::message::{Msg, News};
use crate::update::update;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn at_every_size(name: &str, scenario: impl Fn((u16, u16)) -> Scenario) {
    for size in SIZES {
        let scenario = scenario(size);
        assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), scenario.text());
    }
}

fn keys(mut scenario: Scenario, keys: &str) -> Scenario {
    scenario.keys(keys);
    scenario
}

#[test]
fn the_list_of_gateways() {
    at_every_size("gateways", |size| Scenario::demo(size, true));
}

#[test]
fn the_topology_of_a_healthy_gateway() {
    at_every_size("topology_healthy", |size| {
        keys(Scenario::demo(size, false), "j⏎")
    });
}

#[test]
fn the_topology_with_a_failing_hop_shows_it_and_its_reason() {
    at_every_size("topology_failing", |size| {
        keys(Scenario::demo(size, true), "j⏎")
    });
}

#[test]
fn events_newest_last() {
    at_every_size("events", |size| keys(Scenario::demo(size, false), "e"));
}

#[test]
fn the_lists_of_objects() {
    for (key, name, kind) in [
        ("4", "routes", Kind::Route),
        ("5", "backends", Kind::Backend),
        ("6", "nodes", Kind::Node),
        ("7", "certificates", Kind::Certificate),
    ] {
        at_every_size(name, |size| {
            let mut scenario = keys(Scenario::demo(size, false), key);
            scenario.list(kind, fixture::objects(kind));
            scenario
        });
    }
}

#[test]
fn the_envoys_and_their_revisions() {
    at_every_size("envoys", |size| keys(Scenario::demo(size, false), "8"));
}

#[test]
fn revisions_and_their_fates() {
    at_every_size("revisions", |size| {
        let mut scenario = keys(Scenario::demo(size, false), "9");
        scenario.news(News::Revisions(Ok(fixture::revisions())));
        keys(scenario, "j")
    });
}

#[test]
fn a_route_in_words() {
    let mut scenario = keys(Scenario::demo((80, 24), false), "4");
    scenario.list(Kind::Route, fixture::objects(Kind::Route));
    assert_snapshot!("describe_route", keys(scenario, "⏎").text());
}

#[test]
fn what_is_shown_while_epicd_is_away_says_how_old_it_is() {
    at_every_size("stale", |size| {
        let mut scenario = Scenario::demo(size, false);
        let kind = Kind::Gateway;
        let epoch = scenario.model.feeds[&kind].epoch;
        scenario.news(News::Broken {
            kind,
            epoch,
            error: None,
        });
        update(
            &mut scenario.model,
            Msg::Tick(now() + jiff::SignedDuration::from_secs(22)),
        );
        scenario
    });
}

#[test]
fn help_lists_the_keys_of_the_screen() {
    at_every_size("help", |size| keys(Scenario::demo(size, false), "?"));
}

#[test]
fn an_empty_server_says_how_to_make_the_first_gateway() {
    at_every_size("empty", |size| Scenario::live(size, Vec::new(), Vec::new()));
}

#[test]
fn conditions_in_words() {
    at_every_size("describe", |size| keys(Scenario::demo(size, false), "d"));
}

#[test]
fn the_topology_in_ascii() {
    let mut scenario = Scenario::demo((120, 40), true);
    scenario.model.theme.ascii = true;
    scenario.keys("j⏎");
    let text = scenario.text();
    assert!(text.is_ascii(), "{text}");
    assert_snapshot!("topology_ascii", text);
}
