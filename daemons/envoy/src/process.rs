//! The Envoy process: started in its namespace, taken over by the next agent, watched, stopped.
//!
//! It must outlive the agent, so nothing ties it to its parent: a process group of its own, no
//! death signal, its log a file. A later agent finds it by process id, start time and boot, which
//! together never name another process. A pidfd tells of its end, whoever its parent is.

use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use nix::sched::{CloneFlags, setns};
use rustix::process::{
    Pid, PidfdFlags, Resource, Rlimit, Signal, pidfd_open, pidfd_send_signal, prlimit,
};
use serde::{Deserialize, Serialize};
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;
use tokio::time::{Interval, MissedTickBehavior, interval, timeout};

mod exit;
mod log;
mod proc;

pub use exit::ExitReason;

/// How long Envoy may take to end after SIGTERM.
const PATIENCE: Duration = Duration::from_secs(5);
/// File descriptors: one for each connection to either side.
const MOST_FILES: u64 = 1 << 20;
/// How often the log is held to its bound.
const LOG_CHECK: Duration = Duration::from_secs(60);

/// How to start an Envoy.
#[derive(Clone, Debug)]
pub struct EnvoyCommand {
    /// The program.
    pub binary: PathBuf,
    /// The file with its [`bootstrap`](crate::bootstrap::bootstrap), readable for its user.
    pub bootstrap: PathBuf,
    /// The network namespace; `None`: the agent's.
    pub netns: Option<PathBuf>,
    /// Its user; `None`: the agent's.
    pub uid: Option<u32>,
    /// Its group; `None`: the agent's.
    pub gid: Option<u32>,
    /// Where its output goes. Opened by the agent, so Envoy's user needs no right to it.
    pub log: PathBuf,
    /// Worker threads.
    pub concurrency: u32,
    /// How long connections get to end when it drains.
    pub drain: Duration,
}

/// What identifies a process for the agents to come.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProcessRecord {
    /// Process id.
    pub pid: i32,
    /// When it started, in clock ticks since boot (`proc_pid_stat(5)`, field 22).
    pub start_ticks: u64,
    /// Which boot (`/proc/sys/kernel/random/boot_id`).
    pub boot_id: String,
    /// The program.
    pub executable: PathBuf,
    /// Its log.
    pub log: PathBuf,
}

/// A running Envoy. Dropping this leaves it running.
#[derive(Debug)]
pub struct EnvoyProcess {
    record: ProcessRecord,
    pidfd: AsyncFd<OwnedFd>,
    log_check: Interval,
    ended: Option<ExitReason>,
}

impl EnvoyProcess {
    /// Starts Envoy. Must be called inside a tokio runtime.
    ///
    /// # Errors
    /// The log or the namespace can't be opened, or the program can't be run; the message says which.
    pub fn spawn(command: &EnvoyCommand) -> io::Result<EnvoyProcess> {
        let log = log::open(&command.log)
            .map_err(|error| explain(&error, "open the log", &command.log))?;
        let output = log.try_clone()?;
        let mut process = build(command);
        process.stdin(Stdio::null()).stdout(output).stderr(log);
        let pid = match &command.netns {
            Some(netns) => spawn_inside(&mut process, netns)?,
            None => spawn_here(&mut process)?,
        };
        let started = EnvoyProcess::watch(pid, &command.log);
        if started.is_err() {
            // Nobody would know of it.
            let _ = rustix::process::kill_process(pid, Signal::KILL);
            let _ = rustix::process::waitpid(Some(pid), rustix::process::WaitOptions::empty());
        }
        started
    }

    fn watch(pid: Pid, log: &Path) -> io::Result<EnvoyProcess> {
        raise_file_limit(pid);
        let pidfd = pidfd_open(pid, PidfdFlags::NONBLOCK)?;
        let record = ProcessRecord {
            pid: pid.as_raw_nonzero().get(),
            start_ticks: proc::start_ticks(pid)?,
            boot_id: proc::boot_id()?,
            executable: proc::executable(pid)?,
            log: log.to_owned(),
        };
        EnvoyProcess::new(record, pidfd)
    }

    #[allow(
        deprecated,
        reason = "its successor is unsafe, and asks only what an OwnedFd keeps by itself"
    )]
    fn new(record: ProcessRecord, pidfd: OwnedFd) -> io::Result<EnvoyProcess> {
        let mut log_check = interval(LOG_CHECK);
        log_check.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Ok(EnvoyProcess {
            record,
            pidfd: AsyncFd::with_interest(pidfd, Interest::READABLE)?,
            log_check,
            ended: None,
        })
    }

    /// Takes over a process that an agent before this one started; `None` when it is gone. Must be
    /// called inside a tokio runtime.
    pub fn adopt(record: &ProcessRecord) -> Option<EnvoyProcess> {
        let pid = Pid::from_raw(record.pid)?;
        // Opened before the checks: what they find true is then true of the pidfd's process.
        let pidfd = pidfd_open(pid, PidfdFlags::NONBLOCK).ok()?;
        let is_same = proc::boot_id().ok()? == record.boot_id
            && proc::is_running(pid)
            && proc::start_ticks(pid).ok()? == record.start_ticks
            && proc::executable(pid).ok()? == record.executable;
        if !is_same {
            return None;
        }
        EnvoyProcess::new(record.clone(), pidfd).ok()
    }

    /// What [`EnvoyProcess::adopt`] needs.
    pub fn record(&self) -> ProcessRecord {
        self.record.clone()
    }

    /// Waits for its end. May be dropped and called again.
    pub async fn exited(&mut self) -> ExitReason {
        loop {
            if let Some(reason) = self.ended {
                return reason;
            }
            tokio::select! {
                ready = self.pidfd.readable() => self.ended = Some(match ready {
                    Ok(_) => exit::reap(self.pidfd.get_ref()),
                    Err(_) => ExitReason::Unknown,
                }),
                _ = self.log_check.tick() => log::keep_bounded(&self.record.log),
            }
        }
    }

    /// Stops it: waits up to `drain` for an end of its own (tell it to drain by its admin interface
    /// before), then SIGTERM, then after five seconds SIGKILL.
    pub async fn stop(mut self, drain: Duration) {
        if timeout(drain, self.exited()).await.is_ok() {
            return;
        }
        self.signal(Signal::TERM);
        if timeout(PATIENCE, self.exited()).await.is_ok() {
            return;
        }
        tracing::warn!(pid = self.record.pid, "Envoy does not end, killing it");
        self.signal(Signal::KILL);
        // A process in an uninterruptible wait ends when it can; nothing more can be done about it.
        let _ = timeout(PATIENCE, self.exited()).await;
    }

    fn signal(&self, signal: Signal) {
        if let Err(error) = pidfd_send_signal(self.pidfd.get_ref(), signal)
            && error != rustix::io::Errno::SRCH
        {
            tracing::warn!(pid = self.record.pid, %error, "can't signal Envoy");
        }
    }
}

fn build(command: &EnvoyCommand) -> Command {
    let drain = command.drain.as_secs().max(1);
    let mut process = Command::new(&command.binary);
    process
        .arg("--config-path")
        .arg(&command.bootstrap)
        .arg("--concurrency")
        .arg(command.concurrency.max(1).to_string())
        .arg("--drain-time-s")
        .arg(drain.to_string())
        .arg("--parent-shutdown-time-s")
        .arg((drain + PATIENCE.as_secs()).to_string())
        .args(["--log-level", "warning", "--disable-hot-restart"])
        // The agent's environment may hold what Envoy must not know.
        .env_clear()
        .current_dir("/")
        .process_group(0);
    if let Some(gid) = command.gid {
        process.gid(gid);
    }
    if let Some(uid) = command.uid {
        process.uid(uid);
    }
    process
}

fn spawn_here(process: &mut Command) -> io::Result<Pid> {
    let child = process
        .spawn()
        .map_err(|error| explain(&error, "run", Path::new(process.get_program())))?;
    Pid::from_raw(child.id().cast_signed())
        .ok_or_else(|| io::Error::other("the child has no process id"))
}

/// A thread's network namespace is its own and its children get it, so a short-lived thread is all
/// that has to move.
fn spawn_inside(process: &mut Command, netns: &Path) -> io::Result<Pid> {
    let namespace =
        File::open(netns).map_err(|error| explain(&error, "open the namespace", netns))?;
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .name("envoy-spawn".to_owned())
            .spawn_scoped(scope, || {
                setns(&namespace, CloneFlags::CLONE_NEWNET)
                    .map_err(|error| explain(&error.into(), "enter the namespace", netns))?;
                spawn_here(process)
            })?;
        thread
            .join()
            .unwrap_or_else(|_| Err(io::Error::other("the thread that starts Envoy panicked")))
    })
}

/// As many files as the hard limit allows; Envoy runs with fewer as well.
fn raise_file_limit(pid: Pid) {
    let hard = rustix::process::getrlimit(Resource::Nofile).maximum;
    let files = hard.map_or(MOST_FILES, |hard| hard.min(MOST_FILES));
    let limit = Rlimit {
        current: Some(files),
        maximum: hard,
    };
    if let Err(error) = prlimit(Some(pid), Resource::Nofile, limit) {
        tracing::debug!(%error, "can't raise Envoy's limit of open files");
    }
}

fn explain(error: &io::Error, what: &str, path: &Path) -> io::Error {
    io::Error::new(
        error.kind(),
        format!("can't {what} {}: {error}", path.display()),
    )
}
