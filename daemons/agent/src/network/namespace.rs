//! Network namespaces: the node's own and the instances' named ones.
//!
//! A thread's namespace is its own. Whatever is done in one is done on a thread that enters it and
//! ends; the agent's other threads never move.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use nix::fcntl::{Flock, FlockArg};
use nix::mount::{MntFlags, MsFlags, mount, umount2};
use nix::sched::{CloneFlags, setns, unshare};
use nix::sys::statfs::{FsType, fstatfs};
use tokio::sync::oneshot;

use super::NetworkError;
use super::names::{DIRECTORY, Names};

/// Of files that are namespaces (`linux/magic.h`).
const NSFS_MAGIC: FsType = FsType(0x6e73_6673);
const OWN: &str = "/proc/thread-self/ns/net";

/// The namespace that instances are connected to.
#[derive(Debug)]
pub(super) struct Node {
    namespace: File,
    prefix: String,
}

impl Node {
    /// The calling thread's.
    pub(super) fn current() -> Result<Node, NetworkError> {
        let failed = |cause| NetworkError::sys("open the own network namespace", cause);
        let namespace = File::open(OWN).map_err(failed)?;
        let inode = namespace.metadata().map_err(failed)?.ino();
        Ok(Node {
            namespace,
            prefix: format!("epic-{inode:x}-"),
        })
    }

    pub(super) fn names(&self, uid: &str) -> Result<Names, NetworkError> {
        Names::new(uid, &self.prefix)
    }

    /// Does work on a thread of its own in the node's namespace.
    pub(super) async fn on_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, NetworkError> + Send + 'static,
    ) -> Result<T, NetworkError> {
        let failed = |cause| NetworkError::sys("start a thread for network changes", cause);
        let namespace = self.namespace.try_clone().map_err(failed)?;
        let (sender, done) = oneshot::channel();
        std::thread::Builder::new()
            .name("network".to_owned())
            .spawn(move || {
                // Whoever asked may have given up; the work is complete nevertheless.
                let _ = sender.send(enter(&namespace).and_then(|()| work()));
            })
            .map_err(failed)?;
        done.await
            .unwrap_or_else(|_| Err(failed(io::Error::other("it panicked"))))
    }

    /// The uids of instances that have a namespace's file.
    pub(super) fn instances(&self) -> Result<Vec<String>, NetworkError> {
        let entries = match fs::read_dir(DIRECTORY) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(cause) => return Err(NetworkError::sys(format!("list {DIRECTORY}"), cause)),
        };
        let mut uids: Vec<String> = entries
            .filter_map(|entry| {
                let name = entry.ok()?.file_name().into_string().ok()?;
                name.strip_prefix(&self.prefix).map(str::to_owned)
            })
            .collect();
        uids.sort_unstable();
        Ok(uids)
    }
}

/// Does work in a namespace, on a thread of its own, and waits for it.
pub(super) fn inside<T: Send>(
    namespace: &File,
    work: impl FnOnce() -> Result<T, NetworkError> + Send,
) -> Result<T, NetworkError> {
    std::thread::scope(|scope| {
        let thread = scope.spawn(|| enter(namespace).and_then(|()| work()));
        thread.join().unwrap_or_else(|_| {
            let panicked = io::Error::other("it panicked");
            Err(NetworkError::sys(
                "change the network of a namespace",
                panicked,
            ))
        })
    })
}

fn enter(namespace: &File) -> Result<(), NetworkError> {
    setns(namespace, CloneFlags::CLONE_NEWNET)
        .map_err(|error| NetworkError::sys("enter a network namespace", error.into()))
}

/// The instance's namespace, made where it is missing.
pub(super) fn open_or_make(names: &Names) -> Result<File, NetworkError> {
    let path = names.path();
    match File::open(&path) {
        Ok(file) if is_namespace(&file) => return Ok(file),
        // Made, but nothing mounted there: an agent was killed in between.
        Ok(_) => remove(names)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(cause) => return Err(NetworkError::sys(format!("open {}", path.display()), cause)),
    }
    let failed = |cause| NetworkError::sys(format!("make the namespace {}", path.display()), cause);
    make_shared_directory().map_err(failed)?;
    File::create_new(&path).map_err(failed)?;
    let made = std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            unshare(CloneFlags::CLONE_NEWNET)?;
            bind(Path::new(OWN), &path)
        });
        thread.join().unwrap_or(Err(nix::Error::EIO))
    });
    if let Err(error) = made {
        let _ = fs::remove_file(&path);
        return Err(failed(error.into()));
    }
    File::open(&path).map_err(failed)
}

fn is_namespace(file: &File) -> bool {
    fstatfs(file).is_ok_and(|stat| stat.filesystem_type() == NSFS_MAGIC)
}

/// As `ip netns` does it: mounts below it are seen in other mount namespaces as well, so that an agent
/// in one of its own does not hide them.
fn make_shared_directory() -> io::Result<()> {
    let directory = Path::new(DIRECTORY);
    fs::create_dir_all(directory)?;
    // Two at once would mount it twice, and the second mount hide the namespaces below the first.
    // `ip netns` takes the same lock.
    let _lock = Flock::lock(File::open(directory)?, FlockArg::LockExclusive)
        .map_err(|(_, error)| io::Error::from(error))?;
    let share = || {
        mount(
            None::<&str>,
            directory,
            None::<&str>,
            MsFlags::MS_SHARED | MsFlags::MS_REC,
            None::<&str>,
        )
    };
    match share() {
        // Not a mount yet.
        Err(nix::Error::EINVAL) => {
            mount(
                Some(directory),
                directory,
                None::<&str>,
                MsFlags::MS_BIND | MsFlags::MS_REC,
                None::<&str>,
            )?;
            Ok(share()?)
        }
        result => Ok(result?),
    }
}

fn bind(from: &Path, to: &Path) -> nix::Result<()> {
    mount(Some(from), to, None::<&str>, MsFlags::MS_BIND, None::<&str>)
}

/// Removes the name. The namespace itself goes with the last process in it.
pub(super) fn remove(names: &Names) -> Result<(), NetworkError> {
    let path = names.path();
    let failed =
        |cause| NetworkError::sys(format!("remove the namespace {}", path.display()), cause);
    loop {
        match umount2(&path, MntFlags::MNT_DETACH) {
            // Mounted more than once is possible after a race; all must go.
            Ok(()) => {}
            Err(nix::Error::EINVAL | nix::Error::ENOENT) => break,
            Err(error) => return Err(failed(error.into())),
        }
    }
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(error)),
        _ => Ok(()),
    }
}
