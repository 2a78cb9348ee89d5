use epic_api::{Route, RouteSpec};
use epic_envoy::delivery::Refusal;
use epic_envoy::translate::ResourceType;

use super::*;
use crate::testing::intent_with;

/// An intent of these routes, each with its version.
fn intent(revision: u64, routes: &[(&str, u64)]) -> Arc<GatewayIntent> {
    let mut intent = intent_with([]);
    intent.revision = revision;
    for (name, version) in routes {
        let mut route = Route::new(Some("acme"), name, RouteSpec::default());
        route.metadata.spec_revision = *version;
        intent.routes.insert((*name).to_owned(), route.into());
    }
    Arc::new(intent)
}

fn keys(names: &[&str]) -> BTreeSet<ObjectKey> {
    let key = |name: &&str| ObjectKey::in_account(Kind::Route, "acme", *name);
    names.iter().map(key).collect()
}

/// An Envoy that refuses some versions of routes.
struct Envoy {
    quarantine: Quarantine,
    refuses: BTreeSet<(String, u64)>,
    number: u64,
    held: Arc<GatewayIntent>,
    status: DeliveryStatus,
}

impl Envoy {
    fn new(refuses: &[(&str, u64)]) -> Envoy {
        Envoy {
            quarantine: Quarantine::default(),
            refuses: refuses
                .iter()
                .map(|(name, version)| ((*name).to_owned(), *version))
                .collect(),
            number: 0,
            held: intent(0, &[]),
            status: DeliveryStatus::default(),
        }
    }

    fn news(&mut self, intent: &Arc<GatewayIntent>, changed: Option<&[&str]>) {
        let ask = self.quarantine.news(intent, changed.map(keys));
        self.answer(ask);
    }

    /// Answers until there is no more question.
    fn answer(&mut self, mut ask: Option<Ask>) {
        while let Some(Ask { intent, .. }) = ask {
            self.number += 1;
            self.quarantine.asked(self.number);
            let is_bad = intent.routes.values().any(|route| {
                let metadata = &route.metadata;
                let version = (metadata.name.clone(), metadata.spec_revision);
                self.refuses.contains(&version)
            });
            if is_bad {
                self.status.rejected = Some(Refusal {
                    number: self.number,
                    revision: intent.revision,
                    kind: ResourceType::RouteConfiguration,
                    resources: Vec::new(),
                    message: "no".to_owned(),
                });
            } else {
                self.held = intent;
                self.status.acknowledged = self.number;
            }
            ask = self.quarantine.heard(&self.status).ask;
        }
    }

    fn holds(&self) -> Vec<(String, u64)> {
        let routes = self.held.routes.values();
        routes
            .map(|route| (route.metadata.name.clone(), route.metadata.spec_revision))
            .collect()
    }

    fn at_fault(&self) -> Vec<String> {
        let tainted = self.quarantine.tainted().into_iter();
        tainted.map(|tainted| tainted.object.name).collect()
    }
}

fn routes(expected: &[(&str, u64)]) -> Vec<(String, u64)> {
    let owned = |(name, version): &(&str, u64)| ((*name).to_owned(), *version);
    expected.iter().map(owned).collect()
}

#[test]
fn whoever_is_at_fault_stays_as_it_was_and_everybody_else_moves_on() {
    let mut envoy = Envoy::new(&[("b", 2), ("e", 2)]);
    envoy.news(&intent(1, &[("a", 1), ("b", 1), ("c", 1)]), None);
    let names = ["a", "b", "c", "d", "e"];
    envoy.news(
        &intent(2, &[("a", 2), ("b", 2), ("c", 2), ("d", 2), ("e", 2)]),
        Some(&names),
    );
    assert_eq!(
        envoy.holds(),
        routes(&[("a", 2), ("b", 1), ("c", 2), ("d", 2)])
    );
    assert_eq!(envoy.held.revision, 2);
    assert_eq!(envoy.at_fault(), ["b", "e"]);
}

#[test]
fn an_object_that_changes_is_tried_again_and_one_that_goes_is_forgotten() {
    let mut envoy = Envoy::new(&[("a", 2), ("b", 2)]);
    envoy.news(&intent(1, &[("a", 1)]), None);
    envoy.news(&intent(2, &[("a", 2), ("b", 2)]), Some(&["a", "b"]));
    assert_eq!(envoy.at_fault(), ["a", "b"]);
    envoy.news(&intent(3, &[("a", 3)]), Some(&["a", "b"]));
    assert_eq!(envoy.holds(), routes(&[("a", 3)]));
    assert_eq!(envoy.quarantine.rejection(), None);
}

#[test]
fn a_quarantine_that_is_restored_does_not_ask_for_what_was_refused() {
    let mut before = Envoy::new(&[("a", 2)]);
    before.news(&intent(1, &[("a", 1)]), None);
    before.news(&intent(2, &[("a", 2)]), Some(&["a"]));

    let mut after = Envoy::new(&[("a", 2)]);
    let (good, tainted) = (before.held.clone(), before.quarantine.tainted());
    after.quarantine = Quarantine::restore(Some(good.clone()), tainted);
    after.news(&good, None);
    after.news(&intent(2, &[("a", 2)]), None);
    assert_eq!(after.status.rejected, None);
    assert_eq!(after.holds(), routes(&[("a", 1)]));
    assert_eq!(after.at_fault(), ["a"]);
}

#[test]
fn with_nothing_good_to_fall_back_to_the_bad_is_left_out() {
    let mut envoy = Envoy::new(&[("b", 1)]);
    envoy.news(&intent(1, &[("a", 1), ("b", 1), ("c", 1)]), None);
    assert_eq!(envoy.holds(), routes(&[("a", 1), ("c", 1)]));
    assert_eq!(envoy.at_fault(), ["b"]);
}
