//! Backups: a consistent copy of everything epicd has, taken while it serves, and the way back.
//!
//! A backup is one SQLite file: the store, and beside it the other files of the data folder (CA,
//! certificates, settings). Private keys and those files are sealed in it with the store's key, which
//! is *not* in it: whoever finds a backup can act as nobody, and whoever keeps backups has to keep
//! `seal.key` somewhere else.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use epic_api::{ApiError, Reason};
use rusqlite::{Connection, OpenFlags, params};

use crate::data_dir::{DataDir, write_private};
use crate::store::seal::Sealer;
use crate::store::sqlite::{check_secrets, key_file, layout};

/// How far revisions jump at a restore: what was numbered since the backup is gone, and no number
/// may ever mean two things.
const JUMP: i64 = 1_000_000_000;
/// Larger files in the data folder are none of epicd's.
const LARGEST_FILE: u64 = 1 << 20;
/// What a backup does not carry.
const LEFT_OUT: [&str; 2] = ["lock", "seal.key"];
/// The store itself; answers kept for requests that are sent twice; what was done before, which is
/// no part of what is; backups under way.
const LEFT_OUT_BY_BEGIN: [&str; 4] = ["epic.db", "requests.db", "audit.log", "backup.new"];

/// A backup, ready to be read. Its name is gone already: nothing is left behind, whatever happens.
#[derive(Debug)]
pub struct Backup {
    /// The bytes.
    pub file: File,
    /// How many.
    pub size: u64,
}

/// Takes a backup of a data folder that may be in use. Blocks on the disk; one at a time.
///
/// # Errors
/// The disk is full or broken.
pub fn create(data_dir: &DataDir) -> Result<Backup, ApiError> {
    let new = data_dir.path().join("backup.new");
    let outcome = copy(data_dir, &new);
    let opened = outcome.and_then(|()| {
        let file = File::open(&new)?;
        let size = file.metadata()?.len();
        Ok(Backup { file, size })
    });
    // Open files stay readable without a name.
    let _ = fs::remove_file(&new);
    opened.map_err(|error| {
        ApiError::new(
            Reason::Unavailable,
            format!("can't make the backup: {error:#}"),
        )
        .with_hint("it needs as much room beside epicd's store as the store itself")
    })
}

fn copy(data_dir: &DataDir, new: &Path) -> anyhow::Result<()> {
    let _ = fs::remove_file(new);
    let sealer = Sealer::read(&key_file(&data_dir.database()))?;
    let store = Connection::open_with_flags(
        data_dir.database(),
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    store.busy_timeout(std::time::Duration::from_secs(5))?;
    // SQLite would let everybody read it.
    write_private(new, "")?;
    store
        .execute("VACUUM INTO ?1", [new.to_string_lossy()])
        .context("can't copy the store")?;
    let mut copy = Connection::open(new)?;
    let transaction = copy.transaction()?;
    transaction.execute_batch(
        "CREATE TABLE files (name TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID",
    )?;
    for (name, content) in files(data_dir)? {
        transaction.execute(
            "INSERT INTO files VALUES (?1, ?2)",
            params![name, sealer.seal(&content, &place(&name))?],
        )?;
    }
    transaction.commit()?;
    Ok(())
}

fn files(data_dir: &DataDir) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(data_dir.path())? {
        let entry = entry?;
        let (Ok(name), meta) = (entry.file_name().into_string(), entry.metadata()?) else {
            continue;
        };
        let ours = meta.is_file()
            && meta.len() <= LARGEST_FILE
            && !LEFT_OUT.contains(&name.as_str())
            && !LEFT_OUT_BY_BEGIN
                .iter()
                .any(|begin| name.starts_with(begin))
            && !name.ends_with(".new");
        if ours {
            files.push((name, fs::read(entry.path())?));
        }
    }
    files.sort();
    Ok(files)
}

fn place(name: &str) -> String {
    format!("file:{name}")
}

/// What to bring back, and where to.
#[derive(Clone, Debug)]
pub struct RestoreOptions {
    /// The backup.
    pub file: PathBuf,
    /// The data folder to make.
    pub data_dir: PathBuf,
    /// The key file of the store that was backed up; the folder's own, where absent.
    pub key: Option<PathBuf>,
    /// Replace what is in the folder.
    pub force: bool,
}

/// Makes a data folder from a backup. Returns the revision it goes on from.
///
/// # Errors
/// The file is no backup or damaged, the key is another one, the folder is in use or not empty.
pub fn restore(options: &RestoreOptions) -> anyhow::Result<u64> {
    let data_dir = DataDir::new(&options.data_dir);
    let folder = options.data_dir.display();
    let key = options
        .key
        .clone()
        .unwrap_or_else(|| key_file(&data_dir.database()));
    let sealer = Sealer::read(&key)
        .context("a backup is opened with the key file of its store: give it with --key")?;
    let files = check(&options.file, &sealer)
        .with_context(|| format!("{} can't be restored", options.file.display()))?;
    let empty =
        fs::read_dir(&options.data_dir).map_or(true, |mut entries| entries.next().is_none());
    if !empty && !options.force {
        bail!(
            "{folder} is not empty and was left as it is; choose another folder, or replace what it holds with --force"
        );
    }
    fs::create_dir_all(&options.data_dir).with_context(|| format!("can't make {folder}"))?;
    make_private(&options.data_dir)?;
    let _lock = data_dir.lock()?;
    // Beside the old store first: until it is whole, nothing is replaced.
    let new = options.data_dir.join("epic.db.new");
    write_private(&new, "")?;
    copy_into(&options.file, &new).with_context(|| format!("can't write {}", new.display()))?;
    let revision = prepare(&new)?;
    sealer.write(&key_file(&data_dir.database()))?;
    for side in ["epic.db-wal", "epic.db-shm"] {
        match fs::remove_file(options.data_dir.join(side)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    fs::rename(&new, data_dir.database())?;
    // The settings last: a folder with settings is one that is whole.
    let settings = data_dir.settings_file();
    let is_settings = |name: &str| options.data_dir.join(name) == settings;
    let (last, first): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|(name, _)| is_settings(name));
    for (name, content) in first.into_iter().chain(last) {
        write_private(&options.data_dir.join(name), &content)?;
    }
    Ok(revision)
}

/// Whether the file is a whole backup that this key opens; the files in it.
fn check(file: &Path, sealer: &Sealer) -> anyhow::Result<Vec<(String, String)>> {
    ensure!(file.exists(), "there is no such file");
    let backup = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let state: String = backup
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .context("it is not a backup of epicd, or damaged")?;
    ensure!(state == "ok", "it is damaged: {state}");
    let found: i64 = backup.pragma_query_value(None, "user_version", |row| row.get(0))?;
    ensure!(
        found == layout(),
        "it has layout {found}, this epicd restores layout {}; use the epicd of the release that made it",
        layout()
    );
    let mut statement = backup
        .prepare("SELECT name, content FROM files ORDER BY name")
        .context("it is a store, not a backup of one")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let sealed = rows.collect::<rusqlite::Result<Vec<(String, String)>>>()?;
    check_secrets(&backup, sealer)?;
    let open = |(name, content): (String, String)| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        ensure!(
            !name.starts_with('.') && name.chars().all(plain),
            "it holds a file with a strange name: {name:?}"
        );
        let content = sealer.open(&content, &place(&name))?;
        let content = String::from_utf8(content).with_context(|| format!("{name} is not text"))?;
        Ok((name, content))
    };
    sealed.into_iter().map(open).collect()
}

/// Makes a store of a backup: revisions jump, so that watches from before start over and no agent's
/// old acknowledgement counts for what was restored.
fn prepare(file: &Path) -> anyhow::Result<u64> {
    let mut store = Connection::open(file)?;
    let transaction = store.transaction()?;
    let newest: i64 = transaction.query_row(
        "SELECT max((SELECT revision FROM compaction), (SELECT coalesce(max(revision), 0) FROM revisions))",
        [],
        |row| row.get(0),
    )?;
    let head = newest
        .checked_add(JUMP)
        .context("revisions have reached their end")?;
    transaction.execute_batch("DROP TABLE files")?;
    transaction.execute("UPDATE compaction SET revision = ?1", [head])?;
    transaction.execute(
        "UPDATE revisions SET object = json_set(object, '$.status.revision', ?1)
         WHERE kind = 'Gateway' AND op <> 'delete' AND json_type(object, '$.status') = 'object'
         AND NOT EXISTS (
             SELECT 1 FROM revisions AS newer
             WHERE newer.kind = revisions.kind AND newer.account = revisions.account
               AND newer.name = revisions.name AND newer.revision > revisions.revision)",
        [head],
    )?;
    transaction.commit()?;
    store.close().map_err(|(_, error)| error)?;
    Ok(head.cast_unsigned())
}

/// Copies the bytes and keeps the mode of the file that is there.
fn copy_into(from: &Path, into: &Path) -> io::Result<()> {
    let mut into = fs::OpenOptions::new()
        .write(true)
        .truncate(true)
        .open(into)?;
    io::copy(&mut File::open(from)?, &mut into)?;
    into.sync_all()
}

fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}
