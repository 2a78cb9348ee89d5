//! Answers what people ask about the Envoys of this node. See [`epic_api::query`].

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use epic_api::query::{ANSWER_SECONDS, Answer, LONGEST_FILTER, MOST_LINES, Query};
use epic_envoy::admin::{AdminClient, AdminError};
use nix::libc::{O_NOFOLLOW, O_NONBLOCK};
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tracing::{debug, warn};

use crate::control_plane::ControlPlane;
use crate::instance::Layout;
use crate::last_good::is_safe_uid;

/// Questions answered at once; an answer may be some megabytes.
const SEATS: usize = 4;
/// How much of a log's end is looked at.
const LOG_BYTES: u64 = 1 << 20;

/// Where questions come in. Answering one holds up nothing else.
pub(crate) struct Desk {
    control_plane: Arc<dyn ControlPlane>,
    files: Layout,
    seats: Arc<Semaphore>,
}

impl Desk {
    pub(crate) fn new(control_plane: Arc<dyn ControlPlane>, files: Layout) -> Desk {
        Desk {
            control_plane,
            files,
            seats: Arc::new(Semaphore::new(SEATS)),
        }
    }

    /// Answers in the background. One too many is not answered: whoever asks is told so by epicd.
    pub(crate) fn ask(&self, id: String, uid: String, query: Query) {
        let Ok(seat) = self.seats.clone().try_acquire_owned() else {
            return debug!(%id, "too many questions at once");
        };
        let (control_plane, files) = (self.control_plane.clone(), self.files.clone());
        tokio::spawn(async move {
            let answering = async {
                let answer = answer(&files, &uid, query).await;
                control_plane.answer(&id, &answer).await
            };
            match timeout(Duration::from_secs(ANSWER_SECONDS), answering).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => warn!(%error, "can't hand in an answer"),
                Err(_) => warn!("an answer took too long"),
            }
            drop(seat);
        });
    }
}

async fn answer(files: &Layout, uid: &str, query: Query) -> Answer {
    if !is_safe_uid(uid) {
        return Answer::failed("the gateway's uid can't be used in file names");
    }
    // The slot says whose the files are, not where.
    let files = files.of(uid, 0);
    let admin = AdminClient::new(files.admin_socket());
    match query {
        Query::Config => text(admin.config_dump().await),
        Query::Clusters => text(admin.clusters().await),
        Query::Stats { filter } if filter.len() > LONGEST_FILTER => {
            Answer::failed(format!("the filter is longer than {LONGEST_FILTER} bytes"))
        }
        Query::Stats { filter } => text(admin.stats_text(&filter).await),
        Query::Log { lines } => log(files.log(), lines).await,
        Query::AccessLog { lines } => log(files.access_log(), lines).await,
    }
}

fn text(answer: Result<String, AdminError>) -> Answer {
    answer.map_or_else(Answer::failed, Answer::of)
}

async fn log(path: PathBuf, lines: usize) -> Answer {
    let read = tokio::task::spawn_blocking(move || tail(&path, lines.min(MOST_LINES))).await;
    match read {
        Ok(Ok((text, cut))) => Answer {
            text,
            cut,
            error: None,
        },
        Ok(Err(error)) if error.kind() == io::ErrorKind::NotFound => {
            Answer::failed("Envoy has written none")
        }
        Ok(Err(error)) => Answer::failed(format!("can't read the log: {error}")),
        Err(error) => Answer::failed(error),
    }
}

/// The last lines, and whether there are more before them within reach of a reader of the file.
fn tail(path: &Path, lines: usize) -> io::Result<(String, bool)> {
    let mut file = open(path)?;
    let length = file.metadata()?.len();
    let begin = length.saturating_sub(LOG_BYTES);
    file.seek(SeekFrom::Start(begin))?;
    let mut bytes = Vec::new();
    file.take(LOG_BYTES).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    // What begins in the middle of a line is no line.
    let whole = match begin {
        0 => &*text,
        _ => text.split_once('\n').map_or("", |(_, rest)| rest),
    };
    let all: Vec<&str> = whole.lines().collect();
    let last = &all[all.len().saturating_sub(lines)..];
    let cut = begin > 0 && last.len() < lines;
    Ok((last.iter().flat_map(|line| [line, "\n"]).collect(), cut))
}

/// Opens a plain file. The access log is in a folder of Envoy's own: an Envoy that was taken over
/// must not make the agent, which may be root, read something else through it.
fn open(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(O_NOFOLLOW | O_NONBLOCK)
        .open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() || metadata.nlink() != 1 {
        return Err(io::Error::other("it is no plain file"));
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_log_is_read_from_its_end_and_in_whole_lines() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("envoy.log");
        let line = "x".repeat(99);
        let long: String = (0..20_000).map(|n| format!("{n:05} {line}\n")).collect();

        fs::write(&path, "one\ntwo\nthree\n").unwrap();
        assert_eq!(tail(&path, 2).unwrap(), ("two\nthree\n".to_owned(), false));

        fs::write(&path, long).unwrap();
        let (text, cut) = tail(&path, 15_000).unwrap();
        assert!(cut && text.len() as u64 <= LOG_BYTES);
        assert!(text.ends_with(&format!("19999 {line}\n")));
        assert!(text.lines().all(|line| line.len() == 105));
    }

    #[test]
    fn a_log_that_leads_elsewhere_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let secret = folder.path().join("secret");
        fs::write(&secret, "a private key\n").unwrap();
        let [symbolic, hard] = ["symbolic", "hard"].map(|name| folder.path().join(name));
        std::os::unix::fs::symlink(&secret, &symbolic).unwrap();
        fs::hard_link(&secret, &hard).unwrap();

        assert!(tail(&symbolic, 1).is_err());
        assert!(tail(&hard, 1).is_err());
        assert!(tail(folder.path(), 1).is_err());
    }
}
