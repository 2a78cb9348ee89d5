//! What keys, news and time do.

use epic_api::client::{Bookmark, ClientError, WatchEvent};
use epic_api::error::{ApiError, Reason};
use epic_api::kind::Kind;
use jiff::SignedDuration;
use proptest::prelude::*;

use super::{Scenario, fixture, now};
use crate::action::ENTRIES;
use crate::connection::Connection;
use crate::message::{Effect, Msg, News};
use crate::screen::{self, ScreenId};
use crate::update::{act, update};

const SIZE: (u16, u16) = (120, 40);

#[test]
fn enter_opens_the_selected_gateway_and_q_comes_back_before_it_quits() {
    let mut scenario = Scenario::demo(SIZE, false);
    scenario.keys("j⏎");
    assert_eq!(scenario.model.place().screen, ScreenId::Topology);
    assert_eq!(scenario.model.subject().unwrap().name, "shop");
    scenario.keys("q");
    assert_eq!(scenario.model.place().screen, ScreenId::Gateways);
    scenario.keys("q");
    assert_eq!(scenario.effects, [Effect::Quit]);
}

#[test]
fn a_filter_narrows_the_list_and_escape_clears_it() {
    let mut scenario = Scenario::demo(SIZE, false);
    scenario.keys("/shop⏎");
    assert!(!scenario.text().contains("198.51.100.8"));
    scenario.keys("⎋/!shop⏎");
    assert!(!scenario.text().contains("198.51.100.7"));
    scenario.keys("⎋");
    assert!(scenario.text().contains("198.51.100.7"));
}

#[test]
fn the_palette_goes_to_a_screen_by_name() {
    let mut scenario = Scenario::demo(SIZE, false);
    scenario.keys(":events⏎");
    assert_eq!(scenario.model.place().screen, ScreenId::Events);
    scenario.keys(":gw⏎");
    assert_eq!(scenario.model.place().screen, ScreenId::Gateways);
    scenario.keys(":quit⏎");
    assert_eq!(scenario.effects, [Effect::Quit]);
}

#[test]
fn faults_only_keeps_the_path_that_fails() {
    let mut scenario = Scenario::demo(SIZE, true);
    scenario.keys("j⏎F");
    let text = scenario.text();
    assert!(
        text.contains("10.0.0.3:8080") && !text.contains("10.0.1.1:80"),
        "{text}"
    );
}

#[test]
fn many_endpoints_collapse_and_the_failing_one_never_does() {
    let mut scenario = Scenario::demo(SIZE, false);
    let key = fixture::gateways()[1].key();
    let mut topology = fixture::topology("shop", true, 0.0);
    let (node, edge) = (topology.nodes[8].clone(), topology.edges[9].clone());
    for n in 0..500 {
        let mut node = node.clone();
        node.id = format!("endpoint/cart/{n}");
        let mut edge = edge.clone();
        edge.to.clone_from(&node.id);
        topology.nodes.push(node);
        topology.edges.push(edge);
    }
    scenario.news(News::Topology {
        key,
        result: Ok(topology),
    });
    scenario.keys("j⏎");
    let text = scenario.text();
    assert!(text.contains("502 endpoints"), "{text}");
    assert!(text.contains("10.0.0.3:8080"), "{text}");
}

#[test]
fn a_frozen_picture_stays_as_it_is() {
    let mut scenario = Scenario::demo(SIZE, false);
    scenario.keys("z");
    scenario.list(Kind::Gateway, Vec::new());
    assert!(scenario.text().contains("198.51.100.7"));
    scenario.keys("z");
    assert!(!scenario.text().contains("198.51.100.7"));
}

#[test]
fn a_broken_watch_goes_on_from_where_it_was_later_and_later() {
    let mut scenario = Scenario::demo(SIZE, false);
    let kind = Kind::Gateway;
    let epoch = scenario.model.feeds[&kind].epoch;
    let mark = Bookmark {
        resource_version: "120".to_owned(),
    };
    scenario.news(News::Changed {
        kind,
        epoch,
        event: WatchEvent::Bookmark(mark),
    });
    let mut delays = Vec::new();
    for _ in 0..3 {
        let epoch = scenario.model.feeds[&kind].epoch;
        scenario.news(News::Broken {
            kind,
            epoch,
            error: None,
        });
        let Effect::Follow { from, delay, .. } = &scenario.effects[0] else {
            panic!()
        };
        assert_eq!(from.as_deref(), Some("120"));
        delays.push(delay.as_millis());
    }
    assert_eq!(delays, [500, 1000, 2000]);
    assert!(matches!(
        scenario.model.connection,
        Connection::Stale { attempt: 3, .. }
    ));
    let epoch = scenario.model.feeds[&kind].epoch;
    scenario.news(News::Watching { kind, epoch });
    assert_eq!(scenario.model.connection, Connection::Live);
}

#[test]
fn an_expired_watch_lists_again_at_once() {
    let mut scenario = Scenario::demo(SIZE, false);
    let kind = Kind::Event;
    let epoch = scenario.model.feeds[&kind].epoch;
    let error = ApiError::new(Reason::Expired, "compacted");
    scenario.news(News::Changed {
        kind,
        epoch,
        event: WatchEvent::Error(error),
    });
    let Effect::Follow { from, delay, .. } = &scenario.effects[0] else {
        panic!()
    };
    assert_eq!((from, delay.as_millis()), (&None, 0));
}

#[test]
fn a_refused_token_is_said_and_not_tried_again() {
    let mut scenario = Scenario::connecting(SIZE);
    let kind = Kind::Gateway;
    let epoch = scenario.model.feeds[&kind].epoch;
    let error = ClientError::Api(ApiError::new(Reason::Unauthorized, "unknown token"));
    scenario.news(News::Broken {
        kind,
        epoch,
        error: Some(error),
    });
    assert!(scenario.effects.is_empty());
    assert!(scenario.text().contains("Denied: unknown token"));
}

#[test]
fn routes_are_asked_for_when_their_screen_is_opened_and_only_once() {
    let mut scenario = Scenario::demo(SIZE, false);
    scenario.keys("4");
    assert!(matches!(
        scenario.effects.as_slice(),
        [Effect::Follow {
            kind: Kind::Route,
            from: None,
            ..
        }]
    ));
    assert!(scenario.text().contains("asking for routes"));
    scenario.list(Kind::Route, fixture::objects(Kind::Route));
    assert!(scenario.text().contains("BackendNotFound"));
    scenario.keys("14");
    assert!(scenario.effects.is_empty());
    scenario.keys("F");
    assert!(!scenario.text().contains("static"), "{}", scenario.text());
}

#[test]
fn a_kind_one_may_not_list_is_said_on_its_screen_and_the_rest_goes_on() {
    let mut scenario = Scenario::demo(SIZE, false);
    scenario.keys(":nodes⏎");
    let epoch = scenario.model.feeds[&Kind::Node].epoch;
    let error = ClientError::Api(ApiError::new(Reason::Forbidden, "viewers may not"));
    scenario.news(News::Broken {
        kind: Kind::Node,
        epoch,
        error: Some(error),
    });
    assert!(scenario.effects.is_empty());
    assert!(
        scenario
            .text()
            .contains("You may not list nodes: viewers may not")
    );
    assert_eq!(scenario.model.connection, Connection::Live);
}

#[test]
fn revisions_are_asked_for_again_and_again_while_they_are_looked_at_and_never_twice_at_once() {
    let mut scenario = Scenario::demo(SIZE, false);
    scenario.keys(":config⏎");
    assert_eq!(scenario.effects, [Effect::History]);
    let asks = |scenario: &mut Scenario| {
        let effects = update(&mut scenario.model, Msg::Tick(now()));
        effects.contains(&Effect::History)
    };
    assert!(!asks(&mut scenario));
    scenario.news(News::Revisions(Ok(fixture::revisions())));
    assert!(asks(&mut scenario));
    scenario.news(News::Revisions(Ok(fixture::revisions())));
    scenario.keys("F");
    let text = scenario.text();
    assert!(
        text.contains("Tainted") && !text.contains("Programmed"),
        "{text}"
    );
    scenario.keys("1");
    assert!(!asks(&mut scenario));
}

#[test]
fn an_object_opens_in_words_and_as_yaml() {
    let mut scenario = Scenario::demo(SIZE, false);
    scenario.keys("4");
    scenario.list(Kind::Route, fixture::objects(Kind::Route));
    scenario.keys("⏎");
    assert!(scenario.text().contains("Backend `carts` does not exist"));
    scenario.keys("⇥");
    assert!(scenario.text().contains("kind: Route"));
    scenario.keys("qq");
    assert_eq!(scenario.model.place().screen, ScreenId::Gateways);
}

#[test]
fn news_of_an_older_question_are_not_believed() {
    let mut scenario = Scenario::demo(SIZE, false);
    let kind = Kind::Gateway;
    let error = None;
    scenario.news(News::Broken {
        kind,
        epoch: 0,
        error,
    });
    assert_eq!(scenario.model.connection, Connection::Live);
}

#[test]
fn a_gateway_is_never_polled_twice_at_once() {
    let mut scenario = Scenario::demo(SIZE, false);
    scenario.model.polling.clear();
    let first = update(&mut scenario.model, Msg::Tick(now()));
    assert_eq!(first.len(), 2);
    assert!(update(&mut scenario.model, Msg::Tick(now())).is_empty());
}

#[test]
fn a_terminal_that_is_too_small_says_so() {
    let scenario = Scenario::demo((40, 10), false);
    assert!(scenario.text().contains("too small"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_pressed_it_draws_and_the_way_back_ends_at_the_list(
        choices in prop::collection::vec(0..ENTRIES.len(), 0..40),
        size in (20u16..220, 5u16..60),
        failing: bool,
    ) {
        let mut scenario = Scenario::demo(size, failing);
        for choice in choices {
            act(&mut scenario.model, ENTRIES[choice].action);
            if let Some(rows) = screen::current(&scenario.model).rows(&scenario.model) {
                let at = scenario.model.cursor(&rows);
                prop_assert!(at.is_none_or(|at| at < rows.len()));
            }
            scenario.draw();
            update(&mut scenario.model, Msg::Tick(now() + SignedDuration::from_secs(9)));
        }
        scenario.keys("⎋⎋⎋⎋⎋⎋⎋⎋⎋⎋⎋⎋");
        for _ in 0..50 {
            act(&mut scenario.model, crate::action::Action::Back);
        }
        prop_assert_eq!(scenario.model.place().screen, ScreenId::Gateways);
        prop_assert!(scenario.model.above.is_empty());
    }
}
