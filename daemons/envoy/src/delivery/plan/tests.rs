use super::*;
use crate::translate::Resources;
use ResourceType::{Cluster, Endpoints, Listener, RouteConfiguration, Scope};

fn resource(name: &str, body: &str, needs: Needs) -> Resource {
    Resource::from_bytes(name, String::new(), body.as_bytes().to_vec(), needs)
}

fn needs(cluster: &str) -> Needs {
    Needs {
        clusters: BTreeSet::from([cluster.into()]),
        ..Needs::default()
    }
}

/// One connection manager, one RouteConfiguration that leads to one cluster.
fn target(cluster: &str, probed: bool) -> Arc<Resources> {
    let mut resources = Resources::default();
    let mut one = resource(cluster, cluster, Needs::default());
    one.probed = probed;
    resources.insert(Cluster, one);
    resources.insert(Endpoints, resource(cluster, "endpoints", Needs::default()));
    resources.insert(RouteConfiguration, resource("rc", cluster, needs(cluster)));
    resources.insert(Scope, resource("scope", "rc", Needs::default()));
    resources.insert(Listener, resource("listener", "listener", Needs::default()));
    Arc::new(resources)
}

fn revision(revision: u64, resources: Arc<Resources>) -> Target {
    Target {
        number: revision,
        revision,
        resources,
    }
}

/// What Envoy would say.
fn envoy(kind: ResourceType) -> xds::DeltaDiscoveryRequest {
    xds::DeltaDiscoveryRequest {
        type_url: kind.type_url().to_owned(),
        ..Default::default()
    }
}

fn asks(plan: &mut Plan, kind: ResourceType, names: &[&str]) {
    let mut request = envoy(kind);
    request.resource_names_subscribe = names.iter().map(ToString::to_string).collect();
    plan.request(&request);
}

fn acknowledges(plan: &mut Plan, kind: ResourceType, response: &xds::DeltaDiscoveryResponse) {
    let mut request = envoy(kind);
    request.response_nonce.clone_from(&response.nonce);
    plan.request(&request);
}

fn sent(responses: &[xds::DeltaDiscoveryResponse]) -> Vec<String> {
    let mut all = Vec::new();
    for response in responses {
        let kind = ResourceType::from_type_url(&response.type_url).unwrap();
        let carried = response.resources.iter();
        all.extend(carried.map(|resource| format!("{kind:?} {}", resource.name)));
        let removed = response.removed_resources.iter();
        all.extend(removed.map(|name| format!("{kind:?} -{name}")));
    }
    all
}

/// An Envoy that has taken the target with cluster `old`.
fn settled(now: Instant) -> Plan {
    let mut plan = Plan::default();
    plan.connect();
    plan.set(revision(1, target("old", false)));
    asks(&mut plan, Cluster, &[]);
    asks(&mut plan, Endpoints, &["old"]);
    asks(&mut plan, Listener, &[]);
    asks(&mut plan, Scope, &[]);
    asks(&mut plan, RouteConfiguration, &["rc"]);
    loop {
        let responses = plan.advance(now);
        if responses.is_empty() {
            break;
        }
        for response in &responses {
            let kind = ResourceType::from_type_url(&response.type_url).unwrap();
            acknowledges(&mut plan, kind, response);
        }
    }
    assert_eq!(plan.status().acknowledged_revision, 1);
    plan
}

#[test]
fn a_route_waits_for_its_new_cluster_and_the_old_cluster_goes_after_the_route() {
    let now = Instant::now();
    let mut plan = settled(now);
    plan.set(revision(2, target("new", false)));
    let clusters = plan.advance(now);
    assert_eq!(sent(&clusters), ["Cluster new"]);
    acknowledges(&mut plan, Cluster, &clusters[0]);
    asks(&mut plan, Endpoints, &["new"]);
    let endpoints = plan.advance(now);
    assert_eq!(sent(&endpoints), ["Endpoints new"]);
    acknowledges(&mut plan, Endpoints, &endpoints[0]);
    let routes = plan.advance(now);
    assert_eq!(sent(&routes), ["RouteConfiguration rc"]);
    acknowledges(&mut plan, RouteConfiguration, &routes[0]);
    let removed = plan.advance(now);
    assert_eq!(sent(&removed), ["Cluster -old"]);
    assert_eq!(plan.status().acknowledged_revision, 1);
    let mut unsubscribe = envoy(Endpoints);
    unsubscribe.resource_names_unsubscribe = vec!["old".to_owned()];
    plan.request(&unsubscribe);
    acknowledges(&mut plan, Cluster, &removed[0]);
    assert!(plan.advance(now).is_empty());
    assert_eq!(plan.status().acknowledged_revision, 2);
}

#[test]
fn a_cluster_with_health_checks_is_warm_when_envoy_acknowledges_it_or_patience_ends() {
    let now = Instant::now();
    let mut plan = settled(now);
    plan.set(revision(2, target("new", true)));
    plan.advance(now);
    asks(&mut plan, Endpoints, &["new"]);
    let endpoints = plan.advance(now);
    acknowledges(&mut plan, Endpoints, &endpoints[0]);
    assert_eq!(sent(&plan.advance(now)), Vec::<String>::new());
    assert_eq!(plan.deadline(), Some(now + PATIENCE));
    assert_eq!(
        sent(&plan.advance(now + PATIENCE)),
        ["RouteConfiguration rc"]
    );
}

#[test]
fn what_is_no_longer_wanted_waits_no_longer() {
    let now = Instant::now();
    let mut plan = settled(now);
    plan.set(revision(2, target("new", false)));
    plan.advance(now);
    assert_eq!(plan.deadline(), Some(now + PATIENCE));
    plan.set(revision(3, Arc::new(Resources::default())));
    plan.advance(now);
    assert_eq!(plan.deadline(), None);
    plan.set(revision(4, target("new", false)));
    plan.advance(now);
    plan.set(revision(5, target("old", false)));
    plan.advance(now);
    assert_eq!(plan.deadline(), None);
}

#[test]
fn endpoints_wait_for_nothing_and_a_name_nobody_knows_is_answered() {
    let now = Instant::now();
    let mut plan = settled(now);
    asks(&mut plan, Endpoints, &["stranger"]);
    assert_eq!(sent(&plan.advance(now)), ["Endpoints stranger"]);
}

#[test]
fn an_envoy_that_comes_back_is_told_only_what_it_lacks() {
    let now = Instant::now();
    let mut plan = settled(now);
    let held = target("old", false);
    plan.disconnect();
    plan.connect();
    for kind in [Cluster, Endpoints, Scope, RouteConfiguration, Listener] {
        let mut request = envoy(kind);
        for (name, resource) in held.of(kind).iter() {
            let version = resource.version.clone();
            request
                .initial_resource_versions
                .insert(name.to_string(), version);
        }
        if matches!(kind, Endpoints | RouteConfiguration) {
            request.resource_names_subscribe =
                held.of(kind).keys().map(ToString::to_string).collect();
        }
        plan.request(&request);
    }
    assert_eq!(sent(&plan.advance(now)), Vec::<String>::new());
    assert_eq!(plan.status().acknowledged_revision, 1);
}

#[test]
fn an_envoy_that_comes_empty_has_acknowledged_nothing() {
    let mut plan = settled(Instant::now());
    plan.disconnect();
    plan.connect();
    asks(&mut plan, Cluster, &[]);
    assert_eq!(plan.status().acknowledged_revision, 0);
}

#[test]
fn a_target_that_differs_in_nothing_is_acknowledged_at_once() {
    let now = Instant::now();
    let mut plan = settled(now);
    plan.set(revision(7, target("old", false)));
    assert!(plan.advance(now).is_empty());
    assert_eq!(plan.status().acknowledged_revision, 7);
}

/// More clusters than are pushed, one of them with probes, one that gets copies, one in a listener.
fn many() -> Arc<Resources> {
    let mut resources = Resources::clone(&target("old", false));
    for index in 0..=crate::delivery::cold::MOST_PUSHED {
        let name = format!("c{index}");
        let mut one = resource(&name, &name, Needs::default());
        one.probed = name == "c1";
        resources.insert(Cluster, one);
        resources.insert(Endpoints, resource(&name, "endpoints", Needs::default()));
    }
    let mut routes = needs("old");
    routes.clusters.extend(["c2".into(), "c4".into()]);
    routes.copied_to.insert("c2".into());
    resources.insert(RouteConfiguration, resource("rc", "many", routes));
    resources.insert(Listener, resource("tcp", "tcp", needs("c3")));
    Arc::new(resources)
}

#[test]
fn of_very_many_clusters_only_those_that_cannot_wait_for_a_request_are_sent() {
    let now = Instant::now();
    let mut plan = settled(now);
    plan.set(revision(2, many()));
    let clusters = plan.advance(now);
    assert_eq!(sent(&clusters), ["Cluster c1", "Cluster c2", "Cluster c3"]);
    for name in ["c1", "c2", "c3"] {
        asks(&mut plan, Endpoints, &[name]);
    }
    acknowledges(&mut plan, Cluster, &clusters[0]);
    for response in plan.advance(now) {
        let kind = ResourceType::from_type_url(&response.type_url).unwrap();
        acknowledges(&mut plan, kind, &response);
    }
    for response in plan.advance(now) {
        let kind = ResourceType::from_type_url(&response.type_url).unwrap();
        acknowledges(&mut plan, kind, &response);
    }
    plan.advance(now);
    assert_eq!(plan.status().acknowledged_revision, 2);

    // A request needs one more, which it gets, and from then on keeps.
    asks(&mut plan, Cluster, &["c4"]);
    assert_eq!(sent(&plan.advance(now)), ["Cluster c4"]);
    plan.disconnect();
    plan.connect();
    asks(&mut plan, Cluster, &[]);
    assert_eq!(
        sent(&plan.advance(now)),
        ["Cluster c1", "Cluster c2", "Cluster c3", "Cluster c4"]
    );
}

#[test]
fn a_cluster_that_a_request_waits_for_and_nobody_knows_is_said_to_be_missing() {
    let now = Instant::now();
    let mut plan = settled(now);
    asks(&mut plan, Cluster, &["stranger"]);
    assert_eq!(sent(&plan.advance(now)), ["Cluster -stranger"]);
    assert!(plan.advance(now).is_empty());
}

fn refuses(plan: &mut Plan, kind: ResourceType, response: &xds::DeltaDiscoveryResponse, why: &str) {
    let mut request = envoy(kind);
    request.response_nonce.clone_from(&response.nonce);
    request.error_detail = Some(envoy_types::pb::google::rpc::Status {
        message: why.to_owned(),
        ..Default::default()
    });
    plan.request(&request);
}

#[test]
fn a_refusal_is_told_with_the_resource_that_envoy_names() {
    let now = Instant::now();
    let mut plan = settled(now);
    plan.set(revision(2, many()));
    let clusters = plan.advance(now);
    refuses(
        &mut plan,
        Cluster,
        &clusters[0],
        "Error adding cluster(s) c2: no, c2: still no",
    );
    let refusal = plan.status().rejected.unwrap();
    assert_eq!((refusal.number, refusal.kind), (2, Cluster));
    assert_eq!(refusal.resources, ["c2".into()]);
}

#[test]
fn what_was_left_out_since_is_not_held_against_what_came_after() {
    let now = Instant::now();
    let mut plan = settled(now);
    plan.set(revision(2, target("bad", false)));
    let clusters = plan.advance(now);
    plan.set(revision(3, target("good", false)));
    refuses(&mut plan, Cluster, &clusters[0], "bad: no");
    assert_eq!(plan.status().rejected, None);
}
