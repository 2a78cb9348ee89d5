//! The same with network namespaces; the test's own stands for the node's network.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use epic_agent::cleanup;
use epic_agent::network::Isolation;
use nix::sched::{CloneFlags, unshare};
use rtnetlink::LinkUnspec;

use super::control_plane::Plane;
use super::support::{
    HOST, PORT, Site, backend, eventually, files_in, gateway, is_running, route, template, uid,
};
use super::traffic::{Server, answers, get};

/// Runs a test as root in a network namespace of its own, which goes with its thread.
fn on_a_node_of_its_own(test: impl AsyncFnOnce() + Send + 'static) {
    if !nix::unistd::geteuid().is_root() {
        eprintln!("SKIPPED: network namespaces need root");
        return;
    }
    let thread = std::thread::spawn(|| {
        unshare(CloneFlags::CLONE_NEWNET).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            set_up_loopback("10.91.0.1".parse().unwrap()).await;
            test().await;
        });
    });
    if let Err(panic) = thread.join() {
        std::panic::resume_unwind(panic);
    }
}

async fn set_up_loopback(address: IpAddr) {
    let (connection, handle, _) = rtnetlink::new_connection().unwrap();
    let connection = tokio::spawn(connection);
    let loopback = 1;
    let up = LinkUnspec::new_with_index(loopback).up().build();
    handle.link().set(up).execute().await.unwrap();
    handle
        .address()
        .add(loopback, address, 32)
        .execute()
        .await
        .unwrap();
    connection.abort();
}

#[test]
fn a_gateway_in_its_namespace_serves_and_leaves_no_namespace_behind() {
    on_a_node_of_its_own(async || {
        let site = Site::new(Isolation::Netns);
        let plane = Arc::new(Plane::new());
        let server = Server::start_on("10.91.0.1:0".parse().unwrap(), "one").await;
        let address = "198.51.100.7".parse().unwrap();
        let web = gateway("ns-web", address);
        plane.put(&template());
        plane.put(&backend("shop", &[&server]));
        plane.put(&route("shop", "ns-web", HOST, "shop"));
        plane.put(&web);
        let agent = site.agent(&plane).await;
        let at = SocketAddr::new(address, PORT);
        answers(at, HOST, "/", 200).await;
        assert_eq!(get(at, HOST, "/").await.unwrap().1, "one");

        // The way to an endpoint that comes later is there before Envoy uses it.
        let (connection, handle, _) = rtnetlink::new_connection().unwrap();
        let connection = tokio::spawn(connection);
        handle
            .address()
            .add(1, "10.91.0.2".parse().unwrap(), 32)
            .execute()
            .await
            .unwrap();
        connection.abort();
        let second = Server::start_on("10.91.0.2:0".parse().unwrap(), "two").await;
        plane.put(&backend("second", &[&second]));
        plane.put(&route("second", "ns-web", "second.example", "second"));
        answers(at, "second.example", "/", 200).await;

        let envoy = site.envoy(&uid(&web));
        plane.delete(&web.key());
        eventually("the Envoy is stopped", || !is_running(envoy)).await;
        eventually("it is forgotten", || agent.instances().is_empty()).await;
        assert!(files_in(&site.run_dir()).is_empty());
        agent.leave().await;
        let options = site.options().await;
        assert_eq!(
            cleanup::run(&options).await.unwrap(),
            cleanup::Done::default()
        );
    });
}

#[test]
fn a_namespace_that_a_dead_agent_left_goes_with_cleanup() {
    on_a_node_of_its_own(async || {
        let site = Site::new(Isolation::Netns);
        let plane = Arc::new(Plane::new());
        let server = Server::start_on("10.91.0.1:0".parse().unwrap(), "one").await;
        let address = "198.51.100.8".parse().unwrap();
        plane.put(&template());
        plane.put(&backend("shop", &[&server]));
        plane.put(&route("shop", "ns-left", HOST, "shop"));
        plane.put(&gateway("ns-left", address));
        let agent = site.agent(&plane).await;
        answers(SocketAddr::new(address, PORT), HOST, "/", 200).await;
        drop(agent);

        let options = site.options().await;
        let done = cleanup::run(&options).await.unwrap();
        assert_eq!((done.envoys, done.networks, done.gateways), (1, 1, 1));
        assert_eq!(
            cleanup::run(&options).await.unwrap(),
            cleanup::Done::default()
        );
    });
}
