//! From a gateway's first request to its last.

use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use epic_agent::cleanup;
use epic_api::gateway::InstanceState;

use super::support::{
    HOST, PORT, World, eventually, files_in, gateway, is_running, kill, loopback, route, uid,
};
use super::traffic::{Load, answers, get};

#[tokio::test]
async fn a_gateway_serves_follows_edits_and_leaves_nothing_behind() {
    let (world, agent) = World::serving("web").await;
    assert_eq!(
        get(world.at, HOST, "/").await.unwrap(),
        (200, "one".to_owned())
    );
    assert_eq!(get(world.at, "other.example", "/").await.unwrap().0, 404);
    let envoy = world.site.envoy(&uid(&world.gateway));

    let revision = world
        .plane
        .put(&route("other", "web", "other.example", "shop"));
    answers(world.at, "other.example", "/", 200).await;
    let acknowledged = world
        .plane
        .reported(&uid(&world.gateway), |report| {
            report.acknowledged_revision >= revision
        })
        .await;
    assert_eq!(acknowledged.state, InstanceState::Serving);
    world
        .plane
        .delete(&route("other", "web", "other.example", "shop").key());
    answers(world.at, "other.example", "/", 404).await;

    world.plane.delete(&world.gateway.key());
    eventually("the Envoy is stopped", || !is_running(envoy)).await;
    eventually("its files are gone", || {
        files_in(&world.site.run_dir()).is_empty()
    })
    .await;
    for folder in ["instances", "intents"] {
        let folder = world.site.state_dir().join(folder);
        eventually("it is forgotten", || files_in(&folder).is_empty()).await;
    }
    eventually("it is no longer reported", || {
        world.plane.last_report().instances.is_empty()
    })
    .await;
    agent.leave().await;
}

#[tokio::test]
async fn an_envoy_that_is_killed_is_replaced_at_once_and_disturbs_no_other_gateway() {
    let (world, agent) = World::serving("killed").await;
    let address = loopback();
    let bystander = gateway("bystander", address);
    world.plane.put(&route("by", "bystander", HOST, "shop"));
    world.plane.put(&bystander);
    let at = SocketAddr::new(address, PORT);
    answers(at, HOST, "/", 200).await;
    let load = Load::start(at, HOST);

    let envoy = world.site.envoy(&uid(&world.gateway));
    kill(envoy);
    let killed = Instant::now();
    world
        .plane
        .reported(&uid(&world.gateway), |report| {
            report.state == InstanceState::Restarting && !report.message.is_empty()
        })
        .await;
    answers(world.at, HOST, "/", 200).await;
    assert!(killed.elapsed() < Duration::from_secs(2));
    world.is_serving().await;
    assert_ne!(world.site.envoy(&uid(&world.gateway)), envoy);

    let (requests, failures) = load.end().await;
    assert!(requests > 0);
    assert_eq!(failures, [""; 0]);
    agent.retire().await;
}

#[tokio::test]
async fn a_gateway_that_goes_lets_open_requests_finish() {
    let (world, agent) = World::serving("drained").await;
    let at = world.at;
    let open = tokio::spawn(async move { get(at, HOST, "/slow").await });
    eventually("the request is at the server", || {
        world.server.slow_requests.load(Ordering::SeqCst) == 1
    })
    .await;
    world.plane.delete(&world.gateway.key());
    assert_eq!(open.await.unwrap().unwrap(), (200, "one".to_owned()));
    agent.retire().await;
}

#[tokio::test]
async fn cleanup_removes_what_a_dead_agent_left_and_can_be_repeated() {
    let (world, agent) = World::serving("left").await;
    let envoy = world.site.envoy(&uid(&world.gateway));
    let options = world.site.options().await;
    let refused = cleanup::run(&options).await.unwrap_err().to_string();
    assert!(refused.contains("another epic-agent"), "{refused}");
    assert!(is_running(envoy));

    drop(agent);
    let done = cleanup::run(&options).await.unwrap();
    assert_eq!((done.envoys, done.gateways), (1, 1));
    assert!(!is_running(envoy));
    assert!(files_in(&world.site.run_dir()).is_empty());
    assert_eq!(
        cleanup::run(&options).await.unwrap(),
        cleanup::Done::default()
    );
}
