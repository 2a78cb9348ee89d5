//! Agents that come after others.

use std::sync::Arc;

use epic_api::gateway::InstanceState;

use super::control_plane::Plane;
use super::support::{HOST, World, eventually, is_running, kill, route, uid};
use super::traffic::{Load, answers};

#[tokio::test]
async fn a_new_agent_takes_over_the_running_envoy_without_a_failed_request() {
    let (world, agent) = World::serving("adopted").await;
    let envoy = world.site.envoy(&uid(&world.gateway));
    eventually("the intent is remembered", || world.remembered()).await;
    let load = Load::start(world.at, HOST);

    agent.leave().await;
    let agent = world.site.agent(&world.plane).await;
    world
        .plane
        .put(&route("after", "adopted", "after.example", "shop"));
    answers(world.at, "after.example", "/", 200).await;

    // Killed, an agent has no time to tell anyone.
    drop(agent);
    let agent = world.site.agent(&world.plane).await;
    world
        .plane
        .put(&route("again", "adopted", "again.example", "shop"));
    answers(world.at, "again.example", "/", 200).await;

    let (requests, failures) = load.end().await;
    assert!(requests > 0);
    assert_eq!(failures, [""; 0]);
    assert_eq!(world.site.envoy(&uid(&world.gateway)), envoy);
    agent.retire().await;
    assert!(!is_running(envoy));
}

#[tokio::test]
async fn an_envoy_that_no_file_remembers_is_found_again() {
    let (world, agent) = World::serving("orphan").await;
    let envoy = world.site.envoy(&uid(&world.gateway));
    drop(agent);
    for folder in ["instances", "intents"] {
        let file = format!("{folder}/{}.json", uid(&world.gateway));
        let _ = std::fs::remove_file(world.site.state_dir().join(file));
    }
    let agent = world.site.agent(&world.plane).await;
    world
        .plane
        .put(&route("after", "orphan", "after.example", "shop"));
    answers(world.at, "after.example", "/", 200).await;
    agent.retire().await;
    assert!(!is_running(envoy));
}

#[tokio::test]
async fn a_node_that_restarts_without_epicd_serves_what_it_served() {
    let (world, agent) = World::serving("alone").await;
    eventually("the intent is remembered", || world.remembered()).await;
    agent.leave().await;
    let envoy = world.site.envoy(&uid(&world.gateway));
    kill(envoy);
    eventually("the Envoy is dead", || !is_running(envoy)).await;

    let nobody = Arc::new(Plane::down());
    let agent = world.site.agent(&nobody).await;
    answers(world.at, HOST, "/", 200).await;
    eventually("it knows that it serves", || {
        let instances = agent.instances();
        instances
            .iter()
            .any(|instance| instance.state == InstanceState::Serving)
    })
    .await;
    agent.retire().await;
}
