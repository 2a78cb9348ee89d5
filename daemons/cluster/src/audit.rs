//! The audit log: one JSON line for everything somebody did or tried to do.
//!
//! A line is in the file before the answer goes out. When it can't be written (the disk is full),
//! it waits in memory, and no further write is taken until it is on disk: what was acknowledged is
//! lost only if epicd dies in that state, and then it is in epicd's own log. The file is turned over
//! by size; the oldest of [`FILES`] goes.

use std::collections::VecDeque;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use epic_api::audit::{AuditEntry, AuditQuery};
use epic_api::{ApiError, Kind, Reason};

/// Bytes of a file before the next begins.
const FILE_BYTES: u64 = 16 << 20;
/// Files that are kept, the current one included.
const FILES: usize = 8;
/// Lines that wait for the disk before requests that would add some are refused.
const WAITING: usize = 20_000;

/// The log. Cheap to clone. Calls block on the disk, for as long as a write into the page cache
/// takes.
#[derive(Clone, Debug)]
pub struct Audit(Arc<Mutex<Log>>);

#[derive(Debug)]
struct Log {
    path: PathBuf,
    file: File,
    size: u64,
    largest: u64,
    waiting: VecDeque<Vec<u8>>,
}

impl Audit {
    /// Opens the file at its end and makes it if there is none.
    ///
    /// # Errors
    /// The file can't be opened.
    pub fn open(path: &Path) -> io::Result<Self> {
        Self::open_with(path, FILE_BYTES)
    }

    fn open_with(path: &Path, largest: u64) -> io::Result<Self> {
        let file = append_to(path)?;
        let size = file.metadata()?.len();
        Ok(Audit(Arc::new(Mutex::new(Log {
            path: path.to_owned(),
            file,
            size,
            largest,
            waiting: VecDeque::new(),
        }))))
    }

    /// Refuses what would have to be logged while earlier lines are not on disk.
    ///
    /// # Errors
    /// 503.
    pub fn ready(&self) -> Result<(), ApiError> {
        let mut log = self.lock();
        match log.flush() {
            Ok(()) => Ok(()),
            Err(error) => Err(ApiError::new(
                Reason::Unavailable,
                format!("can't write to the audit log: {error}; nothing was changed"),
            )
            .with_hint("check the disk epicd's data is on, then try again")),
        }
    }

    /// Adds entries.
    pub fn add(&self, entries: &[AuditEntry]) {
        let mut log = self.lock();
        for entry in entries {
            let mut line = serde_json::to_vec(entry).unwrap_or_default();
            line.push(b'\n');
            if log.waiting.len() < WAITING {
                log.waiting.push_back(line);
            } else {
                tracing::error!(entry = %String::from_utf8_lossy(&line), "not in the audit log");
            }
        }
        if let Err(error) = log.flush() {
            for entry in entries {
                let entry = serde_json::to_string(entry).unwrap_or_default();
                tracing::error!(%error, entry, "the audit log can't be written; the entry waits");
            }
        }
    }

    /// The newest entries that fit, oldest first.
    ///
    /// # Errors
    /// A file can't be read.
    pub fn read(&self, query: &AuditQuery, limit: usize) -> io::Result<Vec<AuditEntry>> {
        let path = self.lock().path.clone();
        let kind: Option<Kind> = query.kind.as_deref().and_then(|kind| kind.parse().ok());
        let mut found = VecDeque::new();
        for number in (0..FILES).rev() {
            let file = match File::open(numbered(&path, number)) {
                Ok(file) => file,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            for line in BufReader::new(file).lines() {
                // A line that was cut off by a crash is no entry.
                let Ok(entry) = serde_json::from_str::<AuditEntry>(&line?) else {
                    continue;
                };
                let fits = query.since.is_none_or(|since| entry.time > since)
                    && query.user.as_ref().is_none_or(|user| *user == entry.user)
                    && (query.kind.is_none()
                        || entry.object.as_ref().map(|object| object.kind) == kind);
                if fits {
                    if found.len() == limit {
                        found.pop_front();
                    }
                    found.push_back(entry);
                }
            }
        }
        Ok(found.into())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Log> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Log {
    fn flush(&mut self) -> io::Result<()> {
        while let Some(line) = self.waiting.front() {
            if self.size + line.len() as u64 > self.largest && self.size > 0 {
                self.turn_over()?;
                continue;
            }
            let length = line.len() as u64;
            if let Err(error) = self.file.write_all(line) {
                // What came of it is no line; the next one must begin where it began.
                self.file.set_len(self.size)?;
                return Err(error);
            }
            self.size += length;
            self.waiting.pop_front();
        }
        Ok(())
    }

    fn turn_over(&mut self) -> io::Result<()> {
        for number in (0..FILES - 1).rev() {
            match std::fs::rename(
                numbered(&self.path, number),
                numbered(&self.path, number + 1),
            ) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        self.file = append_to(&self.path)?;
        self.size = self.file.metadata()?.len();
        Ok(())
    }
}

fn append_to(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .create(true)
        .append(true)
        .mode(0o600)
        .open(path)
}

/// `audit.log`, `audit.log.1`, …: the higher, the older.
fn numbered(path: &Path, number: usize) -> PathBuf {
    if number == 0 {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{number}"));
    name.into()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn entry(number: i64) -> AuditEntry {
        AuditEntry {
            time: Timestamp::from_second(number).unwrap(),
            request_id: format!("r{number}"),
            user: if number % 2 == 0 { "even" } else { "odd" }.to_owned(),
            source: "10.0.0.1".parse().unwrap(),
            user_agent: None,
            verb: "apply".to_owned(),
            object: None,
            path: "/x".to_owned(),
            status: 200,
            reason: None,
            dry_run: false,
        }
    }

    #[test]
    fn entries_come_back_in_order_also_over_files_and_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("audit.log");
        let audit = Audit::open_with(&path, 1_000).unwrap();
        for number in 1..=20 {
            audit.add(&[entry(number)]);
        }
        let audit = Audit::open_with(&path, 1_000).unwrap();
        let all = audit.read(&AuditQuery::default(), 100).unwrap();
        assert_eq!(all, (1..=20).map(entry).collect::<Vec<_>>());
        let query = AuditQuery {
            since: Some(Timestamp::from_second(10).unwrap()),
            user: Some("even".to_owned()),
            ..AuditQuery::default()
        };
        let some = audit.read(&query, 2).unwrap();
        assert_eq!(some, [entry(18), entry(20)]);
    }

    #[test]
    fn there_are_never_more_files_than_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let audit = Audit::open_with(&folder.path().join("audit.log"), 200).unwrap();
        for number in 1..=50 {
            audit.add(&[entry(number)]);
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), FILES);
    }

    #[test]
    fn while_the_disk_is_full_writes_are_refused_and_nothing_is_lost() {
        let audit = Audit::open_with(Path::new("/dev/full"), u64::MAX).unwrap();
        assert!(audit.ready().is_ok());
        audit.add(&[entry(1)]);
        assert_eq!(audit.ready().unwrap_err().code, 503);
        assert_eq!(audit.lock().waiting.len(), 1);
    }
}
