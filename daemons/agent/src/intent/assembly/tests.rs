use epic_api::RawObject;

use super::*;
use crate::testing::{backend, gateway, route, template};

fn put(revision: u64, object: RawObject) -> IntentLine {
    IntentLine::Put { revision, object }
}

fn key(kind: Kind, name: &str) -> ObjectKey {
    ObjectKey::in_account(kind, "acme", name)
}

fn delete(revision: u64, kind: Kind, name: &str) -> IntentLine {
    let key = key(kind, name);
    IntentLine::Delete { revision, key }
}

fn apply(assembly: &mut Assembly, lines: impl IntoIterator<Item = IntentLine>) -> Updates {
    for line in lines {
        assembly.apply(line);
    }
    assembly.take()
}

/// Two gateways, each with a route of its own, one of them with a backend that both share.
fn world() -> Vec<IntentLine> {
    vec![
        put(5, template().to_raw()),
        put(5, gateway("web").to_raw()),
        put(5, gateway("api").to_raw()),
        put(5, route("cart", &["web"], &["shop"]).to_raw()),
        put(5, route("pay", &["api"], &["shop", "bank"]).to_raw()),
        put(5, backend("shop", &["10.0.0.1:80"]).to_raw()),
        put(5, backend("bank", &["10.0.0.2:80"]).to_raw()),
        IntentLine::Synced { revision: 5 },
    ]
}

fn synced() -> Assembly {
    let mut assembly = Assembly::default();
    assembly.begin();
    apply(&mut assembly, world());
    assembly
}

/// The update of a gateway: revision, and what changed.
fn update_of(updates: &Updates, name: &str) -> (Arc<GatewayIntent>, Option<BTreeSet<ObjectKey>>) {
    let all = updates.updates.iter();
    let mut its = all.filter_map(|update| match update {
        Update::Serve { intent, changed } if intent.gateway.metadata.name == name => {
            Some((intent.clone(), changed.clone()))
        }
        _ => None,
    });
    let one = its.next().expect("the gateway is updated");
    assert!(its.next().is_none(), "updated once");
    one
}

#[test]
fn nothing_is_handed_out_before_the_snapshot_is_whole() {
    let mut assembly = Assembly::default();
    assembly.begin();
    let mut lines = world();
    let end = lines.pop().unwrap();
    assert_eq!(apply(&mut assembly, lines), Updates::default());

    let updates = apply(&mut assembly, [end]);
    let (web, changed) = update_of(&updates, "web");
    assert_eq!(changed, None);
    assert_eq!(web.revision, 5);
    assert_eq!(web.routes.keys().collect::<Vec<_>>(), ["cart"]);
    assert_eq!(web.backends.keys().collect::<Vec<_>>(), ["shop"]);
    let placed = ["uid-api", "uid-web"].map(str::to_owned).into();
    assert_eq!(updates.placed, Some(placed));
}

#[test]
fn a_changed_route_concerns_its_own_gateway_only_and_copies_no_other_object() {
    let mut assembly = synced();
    let before = assembly.intents[&key(Kind::Gateway, "web")].clone();

    let mut edited = route("cart", &["web"], &["shop"]);
    edited.spec.hostnames = vec!["a.example".to_owned()];
    let updates = apply(&mut assembly, [put(6, edited.to_raw())]);

    assert_eq!(updates.updates.len(), 1);
    let (web, changed) = update_of(&updates, "web");
    assert_eq!(changed, Some([key(Kind::Route, "cart")].into()));
    assert_eq!(web.revision, 6);
    assert_eq!(web.routes["cart"].spec.hostnames, ["a.example"]);
    assert!(Arc::ptr_eq(&web.backends["shop"], &before.backends["shop"]));
}

#[test]
fn a_backend_comes_and_goes_with_the_routes_that_name_it() {
    let mut assembly = synced();
    let both = route("cart", &["web"], &["shop", "bank"]);
    let updates = apply(&mut assembly, [put(6, both.to_raw())]);
    let (web, changed) = update_of(&updates, "web");
    assert_eq!(
        changed,
        Some([key(Kind::Route, "cart"), key(Kind::Backend, "bank")].into())
    );
    assert_eq!(web.backends.len(), 2);

    let updates = apply(&mut assembly, [delete(7, Kind::Route, "cart")]);
    let (web, changed) = update_of(&updates, "web");
    assert_eq!(web.revision, 7);
    assert!(web.routes.is_empty() && web.backends.is_empty());
    assert_eq!(changed.unwrap().len(), 3);
}

#[test]
fn a_backend_that_two_routes_name_stays_when_one_of_them_goes() {
    let mut assembly = synced();
    apply(
        &mut assembly,
        [put(6, route("more", &["web"], &["shop"]).to_raw())],
    );
    let updates = apply(&mut assembly, [delete(7, Kind::Route, "cart")]);
    let (web, changed) = update_of(&updates, "web");
    assert_eq!(changed, Some([key(Kind::Route, "cart")].into()));
    assert_eq!(web.backends.len(), 1);
}

#[test]
fn a_moved_endpoint_reaches_every_gateway_that_uses_it() {
    let mut assembly = synced();
    let moved = backend("shop", &["10.0.0.9:80"]);
    let updates = apply(&mut assembly, [put(8, moved.to_raw())]);
    assert_eq!(updates.updates.len(), 2);
    for name in ["web", "api"] {
        let (intent, changed) = update_of(&updates, name);
        assert_eq!(changed, Some([key(Kind::Backend, "shop")].into()));
        assert_eq!(*intent.backends["shop"], moved);
    }
}

#[test]
fn a_route_that_moves_to_another_gateway_concerns_both() {
    let mut assembly = synced();
    let updates = apply(
        &mut assembly,
        [put(6, route("cart", &["api"], &["shop"]).to_raw())],
    );
    let (web, _) = update_of(&updates, "web");
    let (api, _) = update_of(&updates, "api");
    assert!(web.routes.is_empty() && web.backends.is_empty());
    assert_eq!(api.routes.len(), 2);
}

#[test]
fn a_template_reaches_all_its_gateways_and_losing_it_changes_nothing() {
    let mut assembly = synced();
    let mut edited = template();
    edited.spec.concurrency = Some(4);
    let updates = apply(&mut assembly, [put(6, edited.to_raw())]);
    assert_eq!(updates.updates.len(), 2);
    assert_eq!(
        update_of(&updates, "web").0.template.spec.concurrency,
        Some(4)
    );

    let key = ObjectKey::cluster(Kind::GatewayTemplate, "http");
    let updates = apply(&mut assembly, [IntentLine::Delete { revision: 7, key }]);
    assert_eq!(
        update_of(&updates, "web").0.template.spec.concurrency,
        Some(4)
    );
}

#[test]
fn a_status_alone_changes_nothing() {
    let mut assembly = synced();
    let mut reported = route("cart", &["web"], &["shop"]);
    reported.status = Some(Default::default());
    assert_eq!(
        apply(&mut assembly, [put(6, reported.to_raw())]).updates,
        []
    );
}

#[test]
fn a_revision_that_epicd_waits_for_is_handed_on_even_if_nothing_else_changed() {
    let mut assembly = synced();
    let mut waiting = gateway("web");
    waiting.status.as_mut().unwrap().revision = 9;
    let updates = apply(&mut assembly, [put(10, waiting.to_raw())]);
    let (web, changed) = update_of(&updates, "web");
    assert_eq!((web.revision, changed), (10, Some(BTreeSet::new())));
    assert_eq!(
        apply(&mut assembly, [put(11, waiting.to_raw())]).updates,
        []
    );
}

#[test]
fn a_gateway_made_anew_under_its_old_name_is_another() {
    let mut assembly = synced();
    let mut anew = gateway("web");
    anew.metadata.uid = Some("uid-new".to_owned());
    let updates = apply(&mut assembly, [put(6, anew.to_raw())]);
    let gone = Update::Gone {
        uid: "uid-web".to_owned(),
    };
    assert_eq!(updates.updates[0], gone);
    let (web, changed) = update_of(&updates, "web");
    assert_eq!(web.gateway.metadata.uid.as_deref(), Some("uid-new"));
    assert_eq!(changed, None);
    assert_eq!(web.routes.len(), 1);
}

#[test]
fn a_deleted_gateway_is_gone() {
    let mut assembly = synced();
    let updates = apply(&mut assembly, [delete(6, Kind::Gateway, "web")]);
    let gone = Update::Gone {
        uid: "uid-web".to_owned(),
    };
    assert_eq!(updates.updates, [gone]);
}

#[test]
fn what_a_new_stream_does_not_name_is_gone_and_what_it_repeats_is_no_news() {
    let mut assembly = synced();
    assembly.begin();
    let kept = world().into_iter().filter(
        |line| !matches!(line, IntentLine::Put { object, .. } if object.metadata.name == "cart"),
    );
    let updates = apply(&mut assembly, kept);
    assert_eq!(updates.updates.len(), 1);
    let (web, changed) = update_of(&updates, "web");
    assert!(web.routes.is_empty());
    let expected = [key(Kind::Route, "cart"), key(Kind::Backend, "shop")].into();
    assert_eq!(changed, Some(expected));
    assert!(updates.placed.is_some());
}

#[test]
fn a_stream_that_breaks_within_its_snapshot_takes_nothing_away() {
    let mut assembly = synced();
    assembly.begin();
    assert_eq!(
        apply(&mut assembly, [world().remove(0)]),
        Updates::default()
    );
    assembly.begin();
    let updates = apply(&mut assembly, world());
    assert_eq!(updates.updates, []);
}

#[test]
fn an_object_that_cannot_be_read_leaves_what_was_and_the_gateway_placed() {
    let mut assembly = synced();
    assembly.begin();
    let lines = world().into_iter().map(|line| match line {
        IntentLine::Put {
            revision,
            mut object,
        } if object.metadata.name == "web" => {
            object.spec["fromTheFuture"] = true.into();
            put(revision, object)
        }
        line => line,
    });
    let updates = apply(&mut assembly, lines);
    assert_eq!(updates.updates, []);
    assert!(updates.placed.unwrap().contains("uid-web"));
}

#[test]
fn a_gateway_waits_for_its_template_and_its_address() {
    let mut assembly = Assembly::default();
    assembly.begin();
    let mut unplaced = gateway("web");
    unplaced.status = None;
    let lines = [
        put(1, unplaced.to_raw()),
        IntentLine::Synced { revision: 1 },
    ];
    let updates = apply(&mut assembly, lines);
    assert_eq!(updates.updates, []);
    assert_eq!(
        apply(&mut assembly, [put(2, template().to_raw())]).updates,
        []
    );
    let updates = apply(&mut assembly, [put(3, gateway("web").to_raw())]);
    assert_eq!(update_of(&updates, "web").0.revision, 3);
}
