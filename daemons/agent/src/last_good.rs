//! What a node needs to serve without epicd: on disk, per gateway.
//!
//! ```text
//!   STATE/instances/UID.json   slot, process: small, written when they change
//!   STATE/intents/UID.json     the intent Envoy acknowledged last, private keys included
//! ```
//!
//! A file is whole or not there: written beside, synced, renamed, directory synced. One that can't
//! be read is moved aside and reported; its gateway comes back from epicd.

mod saver;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use epic_api::agent::GatewayIntent;
use epic_api::gateway::Tainted;
use epic_envoy::process::ProcessRecord;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tracing::warn;

pub(crate) use saver::Saver;

/// Of the files' format.
const VERSION: u32 = 1;

/// What an agent must remember of an instance to find it again.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InstanceRecord {
    /// The gateway's uid.
    pub uid: String,
    /// Its account.
    pub account: String,
    /// Its name.
    pub gateway: String,
    /// Which transit addresses and user are its own.
    pub slot: u32,
    /// Its Envoy.
    #[serde(default)]
    pub process: Option<ProcessRecord>,
    /// Objects that its Envoy refuses as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tainted: Vec<Tainted>,
}

/// What is known of one instance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remembered {
    /// Absent when its file could not be read.
    pub record: Option<InstanceRecord>,
    /// Absent when its file could not be read.
    pub intent: Option<GatewayIntent>,
}

/// The state directory's files. All calls block.
#[derive(Clone, Debug)]
pub struct LastGood {
    instances: PathBuf,
    intents: PathBuf,
}

#[derive(Serialize)]
struct Written<'a, T> {
    version: u32,
    content: &'a T,
}

#[derive(Deserialize)]
struct Read<T> {
    version: u32,
    content: T,
}

impl LastGood {
    /// Opens the files, making the directories where they are missing.
    ///
    /// # Errors
    /// The directories can't be made.
    pub fn open(state_dir: &Path) -> io::Result<LastGood> {
        let last_good = LastGood {
            instances: state_dir.join("instances"),
            intents: state_dir.join("intents"),
        };
        for directory in [&last_good.instances, &last_good.intents] {
            fs::DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(directory)?;
        }
        Ok(last_good)
    }

    /// Everything that can be read, by uid.
    ///
    /// # Errors
    /// The directories can't be listed.
    pub fn load(&self) -> io::Result<BTreeMap<String, Remembered>> {
        let mut all = BTreeMap::<String, Remembered>::new();
        for uid in uids(&self.instances)? {
            let record = read::<InstanceRecord>(&file(&self.instances, &uid));
            let record = record.filter(|record| record.uid == uid);
            all.entry(uid).or_default().record = record;
        }
        for uid in uids(&self.intents)? {
            let intent = read::<GatewayIntent>(&file(&self.intents, &uid));
            let is_its =
                |intent: &GatewayIntent| intent.gateway.metadata.uid.as_ref() == Some(&uid);
            all.entry(uid.clone()).or_default().intent = intent.filter(is_its);
        }
        all.retain(|_, remembered| *remembered != Remembered::default());
        Ok(all)
    }

    /// Remembers an instance.
    ///
    /// # Errors
    /// The disk does not take it; what was there before still is.
    pub fn save_instance(&self, record: &InstanceRecord) -> io::Result<()> {
        write(&self.instances, &record.uid, record)
    }

    /// Remembers the intent that an instance serves.
    ///
    /// # Errors
    /// The disk does not take it; what was there before still is.
    pub fn save_intent(&self, uid: &str, intent: &GatewayIntent) -> io::Result<()> {
        write(&self.intents, uid, intent)
    }

    /// Forgets an instance. The intent goes first: a record without one starts nothing.
    ///
    /// # Errors
    /// A file can't be removed.
    pub fn forget(&self, uid: &str) -> io::Result<()> {
        for directory in [&self.intents, &self.instances] {
            match fs::remove_file(file(directory, uid)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

/// Whether a uid may be part of a path.
pub fn is_safe_uid(uid: &str) -> bool {
    (1..=64).contains(&uid.len())
        && uid
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn file(directory: &Path, uid: &str) -> PathBuf {
    directory.join(format!("{uid}.json"))
}

fn uids(directory: &Path) -> io::Result<BTreeSet<String>> {
    let mut uids = BTreeSet::new();
    for entry in fs::read_dir(directory)? {
        let name = entry?.file_name();
        let uid = name.to_str().and_then(|name| name.strip_suffix(".json"));
        uids.extend(uid.filter(|uid| is_safe_uid(uid)).map(str::to_owned));
    }
    Ok(uids)
}

fn read<T: DeserializeOwned>(path: &Path) -> Option<T> {
    let content = fs::read(path)
        .map_err(|error| error.to_string())
        .and_then(|bytes| {
            serde_json::from_slice::<Read<T>>(&bytes).map_err(|error| error.to_string())
        })
        .and_then(|read| match read.version {
            VERSION => Ok(read.content),
            other => Err(format!(
                "it is of format {other}, this agent knows {VERSION}"
            )),
        });
    match content {
        Ok(content) => Some(content),
        Err(cause) => {
            let aside = path.with_extension("json.corrupt");
            warn!(
                file = %path.display(), %cause, moved_to = %aside.display(),
                "can't read what was remembered of a gateway; epicd will say it again"
            );
            if let Err(error) = fs::rename(path, &aside) {
                warn!(file = %path.display(), %error, "can't move it aside");
            }
            None
        }
    }
}

fn write<T: Serialize>(directory: &Path, uid: &str, content: &T) -> io::Result<()> {
    let temporary = directory.join(format!("{uid}.new"));
    let file_options = || {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true).mode(0o600);
        options
    };
    let mut buffered = BufWriter::new(file_options().open(&temporary)?);
    let written = Written {
        version: VERSION,
        content,
    };
    serde_json::to_writer(&mut buffered, &written)?;
    buffered.flush()?;
    buffered.get_ref().sync_all()?;
    fs::rename(&temporary, file(directory, uid))?;
    File::open(directory)?.sync_all()
}

#[cfg(test)]
mod tests;
