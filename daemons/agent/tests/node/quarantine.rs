//! Objects that Envoy refuses.

use epic_api::agent::InstanceReport;
use epic_api::gateway::{InstanceState, Tainted};
use epic_api::{Object, Route};

use super::support::{HOST, PATIENCE, World, backend, bad_route, eventually, route, uid};
use super::traffic::{Load, Server, answers, get};

/// The names of the objects that are at fault, once these and no others are.
async fn at_fault(world: &World, names: &[&str]) -> InstanceReport {
    let uid = uid(&world.gateway);
    let these = |report: &InstanceReport| {
        let rejected = report.rejected.iter();
        let found = rejected.flat_map(|rejected| &rejected.objects);
        let found = found.map(|tainted| tainted.object.name.as_str());
        found.eq(names.iter().copied())
    };
    world.plane.reported(&uid, these).await
}

/// Waits until a revision is served, but for what is at fault.
async fn serves(world: &World, revision: u64) {
    let uid = uid(&world.gateway);
    let there = |report: &InstanceReport| report.acknowledged_revision >= revision;
    world.plane.reported(&uid, there).await;
}

#[tokio::test]
async fn a_route_that_envoy_refuses_holds_up_no_other_and_is_served_as_soon_as_it_is_mended() {
    let (world, agent) = World::serving("refusing").await;
    let load = Load::start(world.at, HOST);
    let (gateway, plane) = ("refusing", &world.plane);

    let bad = bad_route("bad", gateway, "bad.example", "shop");
    let refused = plane.put(&bad);
    plane.put(&route("beside", gateway, "beside.example", "shop"));
    answers(world.at, "beside.example", "/", 200).await;
    let report = at_fault(&world, &["bad"]).await;
    let rejected = report.rejected.unwrap();
    assert!(rejected.revision >= refused);
    assert!(
        rejected.objects[0].message.contains("missing )"),
        "{rejected:?}"
    );
    assert_eq!(rejected.objects[0].spec_revision, refused);
    assert_eq!(report.state, InstanceState::Serving);
    let next = plane.put(&route("next", gateway, "next.example", "shop"));
    serves(&world, next).await;
    assert_eq!(get(world.at, "next.example", "/").await.unwrap().0, 200);
    assert_eq!(get(world.at, "bad.example", "/").await.unwrap().0, 404);

    plane.put(&route("bad", gateway, "bad.example", "shop"));
    answers(world.at, "bad.example", "/", 200).await;
    at_fault(&world, &[]).await;
    let (_, failures) = load.end().await;
    assert_eq!(failures, [""; 0]);
    agent.retire().await;
}

#[tokio::test]
async fn of_many_objects_that_change_at_once_those_at_fault_are_found() {
    let (world, agent) = World::serving("several").await;
    let load = Load::start(world.at, HOST);
    let plane = &world.plane;
    plane.put_all(
        &(0..40)
            .map(|index| {
                let (name, host) = (format!("r{index:02}"), format!("r{index}.example"));
                let make = if index % 13 == 7 { bad_route } else { route };
                make(&name, "several", &host, "shop")
            })
            .collect::<Vec<Route>>(),
    );
    at_fault(&world, &["r07", "r20", "r33"]).await;
    for index in 0..40 {
        let status = if index % 13 == 7 { 404 } else { 200 };
        answers(world.at, &format!("r{index}.example"), "/", status).await;
    }
    let (_, failures) = load.end().await;
    assert_eq!(failures, [""; 0]);
    agent.retire().await;
}

#[tokio::test]
async fn an_edit_that_envoy_refuses_leaves_the_route_and_what_it_needs_as_they_were() {
    let (world, agent) = World::serving("edited").await;
    let other = Server::start("other").await;
    let load = Load::start(world.at, HOST);
    // The last route of the old backend leaves it, and the new one is as it should be.
    world.plane.put(&backend("other", &[&other]));
    world.plane.put(&bad_route("shop", "edited", HOST, "other"));
    at_fault(&world, &["shop"]).await;
    assert_eq!(
        get(world.at, HOST, "/").await.unwrap(),
        (200, "one".to_owned())
    );

    // The next agent, and the next Envoy, know it.
    eventually("it is remembered", || world.remembered()).await;
    agent.leave().await;
    let agent = world.site.agent(&world.plane).await;
    at_fault(&world, &["shop"]).await;
    let next = world
        .plane
        .put(&route("next", "edited", "next.example", "other"));
    serves(&world, next).await;
    assert_eq!(get(world.at, "next.example", "/").await.unwrap().1, "other");
    assert_eq!(get(world.at, HOST, "/").await.unwrap().1, "one");
    let (_, failures) = load.end().await;
    assert_eq!(failures, [""; 0]);

    world
        .plane
        .delete(&Object::key(&bad_route("shop", "edited", HOST, "other")));
    at_fault(&world, &[]).await;
    answers(world.at, HOST, "/", 404).await;
    agent.retire().await;
}

#[tokio::test]
async fn a_gateway_that_starts_with_a_bad_route_serves_the_others() {
    let world = World::new("late").await;
    world
        .plane
        .put(&bad_route("bad", "late", "bad.example", "shop"));
    let agent = world.site.agent(&world.plane).await;
    at_fault(&world, &["bad"]).await;
    answers(world.at, HOST, "/", 200).await;
    world.is_serving().await;
    agent.retire().await;
}

#[tokio::test]
async fn what_another_nodes_envoy_refuses_is_as_it_was_here_too_until_it_changes() {
    let (world, agent) = World::serving("elsewhere").await;
    let other = Server::start("other").await;
    world.plane.put(&backend("other", &[&other]));
    let edited = route("shop", "elsewhere", HOST, "other");
    let revision = world.plane.put(&edited);
    serves(&world, revision).await;
    assert_eq!(get(world.at, HOST, "/").await.unwrap().1, "other");

    let tainted = |revision| Tainted {
        object: edited.key(),
        spec_revision: revision,
        message: "no".to_owned(),
    };
    let load = Load::start(world.at, HOST);
    world
        .plane
        .taint(&uid(&world.gateway), vec![tainted(revision)]);
    let back = async { while get(world.at, HOST, "/").await.unwrap().1 != "one" {} };
    tokio::time::timeout(PATIENCE, back).await.unwrap();
    let revision = world.plane.put(&edited);
    serves(&world, revision).await;
    assert_eq!(get(world.at, HOST, "/").await.unwrap().1, "other");
    let (_, failures) = load.end().await;
    assert_eq!(failures, [""; 0]);
    agent.retire().await;
}
