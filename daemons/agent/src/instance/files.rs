//! An instance's files in the run directory.
//!
//! ```text
//!   RUN/UID/                root, group of this Envoy's user, 0710: it may pass, not change
//!     bootstrap.json        readable for that group
//!     xds.sock              that user's alone
//!     envoy.log
//!     own/                  that user's alone
//!       admin.sock
//! ```
//!
//! Without root everything is the agent's own user's. An Envoy taken over by an attacker owns nothing that
//! the agent writes to, and can reach no other Envoy's files.

use std::fs;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _, chown};
use std::path::{Path, PathBuf};

use epic_envoy::bootstrap::{BootstrapOptions, bootstrap};
use tracing::debug;

use crate::last_good::InstanceRecord;

/// How much of a log's end is looked at for its last lines.
const TAIL_BYTES: u64 = 4096;
/// How many lines of the log go into a message, and how long each may be.
const TAIL_LINES: usize = 3;
const LINE_LENGTH: usize = 300;

/// Where instances have their files.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// The run directory.
    pub(crate) run_dir: PathBuf,
    /// The user of slot 0; `None`: every Envoy runs as the agent's own user.
    pub(crate) first_user: Option<u32>,
}

impl Layout {
    pub(crate) fn of(&self, uid: &str, slot: u32) -> Files {
        Files {
            directory: self.run_dir.join(uid),
            user: self.first_user.map(|first| first + slot),
        }
    }
}

/// One instance's files.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    directory: PathBuf,
    user: Option<u32>,
}

/// What can't be made.
#[derive(Debug, thiserror::Error)]
#[error("can't {what} {}: {cause}", path.display())]
pub(super) struct FilesError {
    what: &'static str,
    path: PathBuf,
    cause: io::Error,
}

impl Files {
    pub(super) fn user(&self) -> Option<u32> {
        self.user
    }

    pub(super) fn xds_socket(&self) -> PathBuf {
        self.directory.join("xds.sock")
    }

    pub(crate) fn admin_socket(&self) -> PathBuf {
        self.own().join("admin.sock")
    }

    pub(super) fn bootstrap(&self) -> PathBuf {
        self.directory.join("bootstrap.json")
    }

    pub(crate) fn log(&self) -> PathBuf {
        self.directory.join("envoy.log")
    }

    /// Where Envoy writes access logs, if its template asks for them.
    pub(crate) fn access_log(&self) -> PathBuf {
        self.own().join("access.log")
    }

    fn own(&self) -> PathBuf {
        self.directory.join("own")
    }

    /// Makes the directories.
    pub(super) fn prepare(&self) -> Result<(), FilesError> {
        let own = self.own();
        let make = |path: &Path, mode: u32, owner: Option<u32>| {
            fs::DirBuilder::new()
                .recursive(true)
                .mode(mode)
                .create(path)?;
            fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
            match self.user {
                Some(group) => chown(path, owner, Some(group)),
                None => Ok(()),
            }
        };
        let has_group = self.user.is_some();
        make(&self.directory, if has_group { 0o710 } else { 0o700 }, None)
            .map_err(failed("make the directory", &self.directory))?;
        make(&own, 0o700, self.user).map_err(failed("make the directory", &own))
    }

    /// Writes what Envoy reads when it starts.
    pub(super) fn write_bootstrap(&self, record: &InstanceRecord) -> Result<(), FilesError> {
        let options = BootstrapOptions {
            node_id: record.uid.clone(),
            xds_socket: self.xds_socket(),
            admin_socket: self.admin_socket(),
        };
        let path = self.bootstrap();
        self.write(&path, bootstrap(&options).to_string().as_bytes())
            .map_err(failed("write", &path))
    }

    fn write(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        let temporary = path.with_extension("new");
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o640)
            .open(&temporary)?;
        file.write_all(content)?;
        if let Some(group) = self.user {
            chown(&temporary, None, Some(group))?;
        }
        fs::rename(&temporary, path)
    }

    /// Lets this Envoy, and nobody else, connect to the configuration socket.
    pub(super) fn hand_over_socket(&self) -> Result<(), FilesError> {
        let path = self.xds_socket();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600))
            .and_then(|()| match self.user {
                Some(user) => chown(&path, Some(user), Some(user)),
                None => Ok(()),
            })
            .map_err(failed("hand over the socket", &path))
    }

    /// A message with the last lines that Envoy logged.
    pub(super) fn with_log_tail(&self, message: &str) -> String {
        match tail(&self.log()) {
            Ok(tail) if !tail.is_empty() => format!("{message}; its last words: {tail}"),
            Ok(_) => message.to_owned(),
            Err(error) => {
                debug!(%error, "can't read Envoy's log");
                message.to_owned()
            }
        }
    }

    /// Removes everything.
    pub(crate) fn remove(&self) {
        match fs::remove_dir_all(&self.directory) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(directory = %self.directory.display(), %error, "can't remove an instance's files");
            }
            _ => {}
        }
    }
}

fn failed(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> FilesError {
    let path = path.to_owned();
    move |cause| FilesError { what, path, cause }
}

fn tail(path: &Path) -> io::Result<String> {
    let mut file = fs::File::open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL_BYTES)))?;
    let mut bytes = Vec::new();
    file.take(TAIL_BYTES).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let last = &lines[lines.len().saturating_sub(TAIL_LINES)..];
    let last: Vec<String> = last
        .iter()
        .map(|line| line.chars().take(LINE_LENGTH).collect())
        .collect();
    Ok(last.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_carries_the_last_three_lines_of_the_log() {
        let directory = tempfile::tempdir().unwrap();
        let layout = Layout {
            run_dir: directory.path().to_owned(),
            first_user: None,
        };
        let files = layout.of("7f3a", 0);
        assert_eq!(files.with_log_tail("exit code 1"), "exit code 1");

        files.prepare().unwrap();
        let log: String = (0..1000).map(|n| format!("line {n}\n\n")).collect();
        fs::write(files.log(), log).unwrap();
        assert_eq!(
            files.with_log_tail("exit code 1"),
            "exit code 1; its last words: line 997 | line 998 | line 999"
        );

        files.remove();
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
    }
}
