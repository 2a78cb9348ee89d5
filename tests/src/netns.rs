//! Network namespaces that play the hosts, and the wires between them.

use std::fs::{self, File};
use std::io;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;

use anyhow::{Context as _, Result, bail};
use ipnet::IpNet;
use nix::mount::{MntFlags, MsFlags, mount, umount2};
use nix::sched::{CloneFlags, setns, unshare};
use rtnetlink::{Handle, LinkUnspec, LinkVeth, RouteMessageBuilder};

/// Not the folder of `ip netns`: whoever first uses that one makes a mount of it, over what is there.
pub const FOLDER: &str = "/run/epic-lab";

/// A place where processes run and sockets are opened.
#[derive(Debug)]
pub enum Place {
    /// This machine's own network; for loopback addresses only.
    Host,
    /// A namespace made for the lab; gone when dropped.
    Namespace(Namespace),
}

impl Place {
    /// Runs a closure whose sockets, and whose children's, are of this place.
    pub fn enter<T: Send>(&self, work: impl FnOnce() -> T + Send) -> Result<T> {
        match self {
            Place::Host => Ok(work()),
            Place::Namespace(namespace) => namespace.enter(work),
        }
    }

    /// Starts a process here.
    pub fn spawn(&self, command: &mut Command) -> Result<Child> {
        let name = command.get_program().to_string_lossy().into_owned();
        self.enter(|| command.spawn())?
            .with_context(|| format!("can't start {name}"))
    }

    /// Runs a future here, on a runtime of its own.
    pub fn block_on<T: Send>(&self, work: impl Future<Output = T> + Send) -> Result<T> {
        let run = || -> Result<T> {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
            Ok(runtime.block_on(work))
        };
        match self {
            // A runtime can't be started on a thread that already drives one.
            Place::Host => thread::scope(|scope| join(scope.spawn(run))),
            Place::Namespace(namespace) => namespace.enter(run)?,
        }
    }
}

/// A named network namespace; deleted when dropped.
#[derive(Debug)]
pub struct Namespace {
    path: PathBuf,
    /// Whether it is the lab's to delete.
    owned: bool,
}

impl Namespace {
    /// Makes a namespace with its loopback up.
    ///
    /// # Errors
    /// Without CAP_SYS_ADMIN, or if the name is taken.
    pub fn create(name: &str) -> Result<Namespace> {
        fs::create_dir_all(FOLDER).with_context(|| format!("can't make {FOLDER}"))?;
        let path = PathBuf::from(FOLDER).join(name);
        File::create_new(&path).with_context(|| format!("can't make {}", path.display()))?;
        let namespace = Namespace {
            path: path.clone(),
            owned: true,
        };
        thread::scope(|scope| {
            join(scope.spawn(|| -> Result<()> {
                unshare(CloneFlags::CLONE_NEWNET)
                    .context("can't make a network namespace; root?")?;
                let own = format!("/proc/self/task/{}/ns/net", nix::unistd::gettid());
                mount(
                    Some(own.as_str()),
                    &path,
                    None::<&str>,
                    MsFlags::MS_BIND,
                    None::<&str>,
                )
                .with_context(|| format!("can't mount {}", path.display()))
            }))
        })?;
        namespace.enter(|| {
            // A wire between two namespaces has nobody else on it: addresses are usable at once.
            fs::write("/proc/sys/net/ipv6/conf/default/accept_dad", "0")
        })??;
        namespace.netlink(async |handle| {
            let loopback = index_of(&handle, "lo").await?;
            handle
                .link()
                .set(LinkUnspec::new_with_index(loopback).up().build())
                .execute()
                .await?;
            Ok(())
        })?;
        Ok(namespace)
    }

    /// Takes over a namespace whose maker is gone, only to delete it.
    pub fn adopt(name: &str) {
        drop(Namespace {
            path: Path::new(FOLDER).join(name),
            owned: true,
        });
    }

    /// A namespace of `ip netns` that somebody else made and will delete.
    pub fn borrowed(name: &str) -> Namespace {
        Namespace {
            path: Path::new("/run/netns").join(name),
            owned: false,
        }
    }

    /// The namespace's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Lets packets pass between this namespace's interfaces, as a router does.
    pub fn forward(&self) -> Result<()> {
        self.enter(|| {
            fs::write("/proc/sys/net/ipv6/conf/all/forwarding", "1")?;
            fs::write("/proc/sys/net/ipv4/ip_forward", "1")
        })?
        .with_context(|| format!("can't turn {} into a router", self.path.display()))
    }

    /// Gives an interface one more address.
    pub fn add_address(&self, interface: &str, address: IpNet) -> Result<()> {
        self.netlink(async |handle| configure(&handle, interface, address).await)
    }

    /// Runs a closure on a thread inside the namespace.
    pub fn enter<T: Send>(&self, work: impl FnOnce() -> T + Send) -> Result<T> {
        thread::scope(|scope| {
            join(scope.spawn(|| {
                let file = File::open(self.path())?;
                setns(file, CloneFlags::CLONE_NEWNET)?;
                Ok::<_, io::Error>(work())
            }))
        })
        .with_context(|| format!("can't enter namespace {}", self.path.display()))
    }

    /// Speaks rtnetlink inside the namespace.
    pub fn netlink<T: Send>(
        &self,
        work: impl AsyncFnOnce(Handle) -> Result<T> + Send,
    ) -> Result<T> {
        self.enter(|| {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
            runtime.block_on(async {
                let (connection, handle, _) = rtnetlink::new_connection()?;
                let driver = tokio::spawn(connection);
                let result = work(handle).await;
                driver.abort();
                result
            })
        })?
    }

    /// Sends everything without a better route to `via`.
    pub fn default_route(&self, via: IpAddr) -> Result<()> {
        self.netlink(async move |handle| {
            match via {
                IpAddr::V4(via) => {
                    let route = RouteMessageBuilder::<std::net::Ipv4Addr>::new()
                        .gateway(via)
                        .build();
                    handle.route().add(route).execute().await
                }
                IpAddr::V6(via) => {
                    let route = RouteMessageBuilder::<std::net::Ipv6Addr>::new()
                        .gateway(via)
                        .build();
                    handle.route().add(route).execute().await
                }
            }
            .with_context(|| format!("can't route by {via}"))
        })
    }
}

impl Drop for Namespace {
    fn drop(&mut self) {
        if !self.owned {
            return;
        }
        let path = &self.path;
        // Not mounted yet, or unmounted by hand: the file is still to be removed.
        let _unmounted = umount2(path, MntFlags::MNT_DETACH);
        if let Err(error) = fs::remove_file(path) {
            report(&format!("{} is left over: {error}", path.display()));
        }
        // Goes with the last namespace; with others in it, it stays.
        let _emptied = fs::remove_dir(FOLDER);
    }
}

#[expect(
    clippy::print_stderr,
    reason = "a lab that leaves something behind has to say so"
)]
fn report(message: &str) {
    eprintln!("lab: {message}");
}

/// A wire between two namespaces, an interface with an address at each end. Each interface is named
/// for the other end.
pub fn connect(left: (&Namespace, &str, IpNet), right: (&Namespace, &str, IpNet)) -> Result<()> {
    let (left_namespace, left_interface, left_address) = left;
    let (right_namespace, right_interface, right_address) = right;
    let peer = File::open(right_namespace.path())?;
    left_namespace.netlink(async |handle| {
        handle
            .link()
            .add(LinkVeth::new(left_interface, right_interface).build())
            .execute()
            .await?;
        let index = index_of(&handle, right_interface).await?;
        let fd = std::os::fd::AsRawFd::as_raw_fd(&peer);
        let moved = LinkUnspec::new_with_index(index).setns_by_fd(fd).build();
        handle.link().set(moved).execute().await?;
        configure(&handle, left_interface, left_address).await
    })?;
    right_namespace.netlink(async |handle| configure(&handle, right_interface, right_address).await)
}

async fn configure(handle: &Handle, interface: &str, address: IpNet) -> Result<()> {
    let index = index_of(handle, interface).await?;
    handle
        .address()
        .add(index, address.addr(), address.prefix_len())
        .execute()
        .await?;
    handle
        .link()
        .set(LinkUnspec::new_with_index(index).up().build())
        .execute()
        .await?;
    Ok(())
}

async fn index_of(handle: &Handle, interface: &str) -> Result<u32> {
    use futures::TryStreamExt as _;
    let mut links = handle
        .link()
        .get()
        .match_name(interface.to_owned())
        .execute();
    match links.try_next().await? {
        Some(link) => Ok(link.header.index),
        None => bail!("there is no interface {interface}"),
    }
}

fn join<T>(handle: thread::ScopedJoinHandle<'_, T>) -> T {
    handle
        .join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
