//! Networks of instances in a node that is a namespace of the test's own. Needs root.
//!
//! ```text
//!   client 192.0.2.2 ── node 192.0.2.1 ═ instance 203.0.113.7
//!                       node 198.51.100.1 ── backend 198.51.100.2, 198.51.100.3
//! ```
#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, too, fail by panicking"
)]

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use epic_agent::network::{Isolation, Network};
use nix::sched::{CloneFlags, setns, unshare};

const PUBLIC: &str = "203.0.113.7";
const UPSTREAM: &str = "198.51.100.2";
const OTHER: &str = "198.51.100.3";
const UID: &str = "0b6e5b0e-2b1f-4c55-8f0a-6c1d2e3f4a5b";

/// Does work on a thread that has entered a namespace.
fn inside<T: Send>(namespace: &File, work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            setns(namespace, CloneFlags::CLONE_NEWNET).unwrap();
            work()
        });
        thread.join().unwrap()
    })
}

fn new_namespace() -> File {
    let thread = std::thread::spawn(|| {
        unshare(CloneFlags::CLONE_NEWNET).expect("namespaces need root");
        let file = File::open("/proc/thread-self/ns/net").unwrap();
        ip("link set lo up");
        file
    });
    thread.join().unwrap()
}

fn ip(arguments: &str) -> String {
    let output = Command::new("ip")
        .args(arguments.split(' '))
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "ip {arguments}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

/// The picture above, without the instance.
struct Site {
    node: File,
    client: File,
    backend: File,
}

impl Site {
    fn new() -> Site {
        let site = Site {
            node: new_namespace(),
            client: new_namespace(),
            backend: new_namespace(),
        };
        for (name, side) in [("client", &site.client), ("backend", &site.backend)] {
            // The peer's namespace as a file of this process, so that nothing has to be named.
            use std::os::fd::AsRawFd as _;
            let path = format!("/proc/{}/fd/{}", std::process::id(), side.as_raw_fd());
            inside(&site.node, || {
                ip(&format!(
                    "link add {name} type veth peer name eth0 netns {path}"
                ))
            });
        }
        inside(&site.node, || {
            ip("addr add 192.0.2.1/24 dev client");
            ip("addr add 198.51.100.1/24 dev backend");
            ip("link set client up");
            ip("link set backend up");
        });
        inside(&site.client, || {
            ip("addr add 192.0.2.2/24 dev eth0");
            ip("link set eth0 up");
            ip("route add default via 192.0.2.1");
        });
        inside(&site.backend, || {
            ip("addr add 198.51.100.2/24 dev eth0");
            ip("addr add 198.51.100.3/24 dev eth0");
            ip("link set eth0 up");
            ip("route add default via 198.51.100.1");
        });
        site
    }

    /// Runs on the node, as the agent would.
    fn agent<T: Send>(&self, work: impl AsyncFnOnce(&Network) -> T + Send) -> T {
        inside(&self.node, || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let v6 = "fd00:e61c::/64".parse().unwrap();
                let network = Network::new(Isolation::Netns, None, Some(v6))
                    .await
                    .unwrap();
                work(&network).await
            })
        })
    }

    fn ensure(&self, upstreams: &[&str]) -> File {
        let upstreams = upstreams.iter().map(|text| address(text)).collect();
        let network = self.agent(async |network| {
            network
                .ensure(UID, 0, &[address(PUBLIC)], &upstreams)
                .await
                .unwrap()
        });
        assert_eq!(network.transit_v4, Some("100.64.0.1".parse().unwrap()));
        File::open(network.netns.unwrap()).unwrap()
    }

    fn announce(&self) {
        self.agent(async |network| network.announce(UID, &[address(PUBLIC)]).await.unwrap());
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.agent(async |network| {
            for uid in network.list().await.unwrap() {
                network.remove(&uid).await.unwrap();
            }
        });
    }
}

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

/// Answers every connection with the peer's address, until dropped.
fn serve(namespace: &File, at: &str) -> SocketAddr {
    let listener = inside(namespace, || TcpListener::bind(at).unwrap());
    let bound = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            if let Ok(peer) = stream.peer_addr() {
                let _ = stream.write_all(peer.ip().to_string().as_bytes());
            }
        }
    });
    bound
}

fn call(namespace: &File, to: SocketAddr) -> io::Result<String> {
    inside(namespace, || {
        let mut stream = TcpStream::connect_timeout(&to, Duration::from_secs(2))?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    })
}

#[test]
fn a_client_reaches_the_public_address_only_while_it_is_announced() {
    let site = Site::new();
    let instance = site.ensure(&[]);
    let public = serve(&instance, &format!("{PUBLIC}:80"));
    assert!(call(&site.client, public).is_err());

    site.announce();
    assert_eq!(call(&site.client, public).unwrap(), "192.0.2.2");
    let routes = inside(&site.node, || ip("route show proto 76"));
    assert!(
        routes.starts_with(PUBLIC) && routes.lines().count() == 1,
        "{routes}"
    );

    site.agent(async |network| network.withdraw(UID, &[address(PUBLIC)]).await.unwrap());
    assert!(call(&site.client, public).is_err());
}

#[test]
fn an_instance_reaches_its_endpoints_from_the_transit_address_and_nothing_else() {
    let site = Site::new();
    let instance = site.ensure(&[UPSTREAM]);
    let allowed = serve(&site.backend, &format!("{UPSTREAM}:8080"));
    let other = serve(&site.backend, &format!("{OTHER}:8080"));
    assert_eq!(call(&instance, allowed).unwrap(), "100.64.0.1");
    for unreachable in [
        other,
        "192.0.2.1:22".parse().unwrap(),
        "192.0.2.2:80".parse().unwrap(),
    ] {
        let error = call(&instance, unreachable).unwrap_err();
        assert_eq!(
            error.kind(),
            io::ErrorKind::NetworkUnreachable,
            "{unreachable}"
        );
    }

    site.ensure(&[OTHER]);
    assert_eq!(call(&instance, other).unwrap(), "100.64.0.1");
    let error = call(&instance, allowed).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::NetworkUnreachable);
}

#[test]
fn ensuring_twice_changes_nothing() {
    let site = Site::new();
    let state = |instance: &File| {
        let of = |namespace: &File| {
            let lists = [
                "-6 route show table all",
                "route show table all",
                "rule",
                "-6 rule",
                "addr",
                "neigh show nud permanent",
            ];
            inside(namespace, || lists.map(ip))
        };
        (of(instance), of(&site.node))
    };
    let instance = site.ensure(&[UPSTREAM, "2001:db8::1"]);
    site.announce();
    let first = state(&instance);
    let again = site.ensure(&[UPSTREAM, "2001:db8::1"]);
    assert_eq!(state(&again), first);
}

#[test]
fn ipv6_endpoints_and_addresses_get_their_ways_too() {
    let site = Site::new();
    let public = address("2001:db8:f::7");
    let instance = site.agent(async |network| {
        let upstreams = BTreeSet::from([address("2001:db8::1")]);
        let made = network.ensure(UID, 0, &[public], &upstreams).await.unwrap();
        network.announce(UID, &[public]).await.unwrap();
        File::open(made.netns.unwrap()).unwrap()
    });
    let way = inside(&instance, || ip("-6 route get 2001:db8::1"));
    assert!(
        way.contains("via fe80::1 dev uplink") && way.contains("src fd00:e61c::1"),
        "{way}"
    );
    inside(&site.node, || {
        ip("-6 addr add 2001:db8:c::1/64 dev client nodad");
    });
    inside(&site.client, || {
        ip("-6 addr add 2001:db8:c::2/64 dev eth0 nodad");
        ip("-6 route add default via 2001:db8:c::1");
    });
    let server = serve(&instance, "[2001:db8:f::7]:80");
    assert_eq!(call(&site.client, server).unwrap(), "2001:db8:c::2");
}

#[test]
fn any_half_made_state_leads_to_the_whole() {
    let site = Site::new();
    let path = site.agent(async |network| {
        let made = network
            .ensure(UID, 0, &[address(PUBLIC)], &BTreeSet::new())
            .await;
        made.unwrap().netns.unwrap()
    });
    let link = inside(&site.node, || ip("-o link show type veth"));
    let link = link
        .split_whitespace()
        .find(|word| word.starts_with("epic-"))
        .unwrap();
    let link = link.split(['@', ':']).next().unwrap().to_owned();
    let breakages: [&dyn Fn(); 4] = [
        &|| drop(inside(&site.node, || ip(&format!("link del {link}")))),
        &|| {
            // The file is there, the namespace gone with its interface.
            nix::mount::umount2(&path, nix::mount::MntFlags::MNT_DETACH).unwrap();
        },
        &|| {
            let inner = File::open(&path).unwrap();
            inside(&inner, || {
                ip("rule flush table 76");
                ip("addr flush dev lo");
                ip("link set uplink down");
            });
        },
        &|| {
            nix::mount::umount2(&path, nix::mount::MntFlags::MNT_DETACH).unwrap();
            std::fs::remove_file(&path).unwrap();
        },
    ];
    for (number, breakage) in breakages.iter().enumerate() {
        breakage();
        let instance = site.ensure(&[UPSTREAM]);
        site.announce();
        let public = serve(&instance, &format!("{PUBLIC}:{}", 80 + number));
        assert_eq!(call(&site.client, public).unwrap(), "192.0.2.2", "{number}");
    }
}

#[test]
fn removing_leaves_nothing() {
    let site = Site::new();
    let links = || inside(&site.node, || ip("-o link show").lines().count());
    let before = links();
    site.ensure(&[UPSTREAM]);
    site.announce();
    let listed = site.agent(async |network| network.list().await.unwrap());
    assert_eq!(listed, [UID]);

    site.agent(async |network| {
        network.remove(UID).await.unwrap();
        network.remove(UID).await.unwrap();
        assert_eq!(network.list().await.unwrap(), [""; 0]);
    });
    assert_eq!(links(), before);
    let routes = inside(&site.node, || ip("route show"));
    assert!(
        !routes.contains(PUBLIC) && !routes.contains("100.64."),
        "{routes}"
    );
    let left = std::fs::read_dir("/run/netns").unwrap();
    let of_uid = left.filter_map(Result::ok).filter(|entry| {
        use std::os::unix::fs::MetadataExt as _;
        let name = entry.file_name().into_string().unwrap_or_default();
        name.starts_with(&format!("epic-{:x}-", site.node.metadata().unwrap().ino()))
    });
    assert_eq!(of_uid.count(), 0);
}

#[test]
fn an_instance_without_a_network_can_not_be_announced() {
    let site = Site::new();
    let error =
        site.agent(async |network| network.announce(UID, &[address(PUBLIC)]).await.unwrap_err());
    assert_eq!(
        error.to_string(),
        format!("instance {UID} has no network yet")
    );
}

#[tokio::test]
async fn without_isolation_nothing_is_made() {
    let network = Network::new(Isolation::None, None, None).await.unwrap();
    let made = network
        .ensure(UID, 0, &[address(PUBLIC)], &BTreeSet::new())
        .await
        .unwrap();
    assert_eq!(made, Default::default());
    network.announce(UID, &[address(PUBLIC)]).await.unwrap();
    assert!(network.list().await.unwrap().is_empty());
    assert!(!Path::new("/run/netns").join(format!("epic-{UID}")).exists());
}
