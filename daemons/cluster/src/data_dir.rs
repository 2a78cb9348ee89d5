//! epicd's folder: what is in it, who may read it, and that only one epicd uses it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde::{Deserialize, Serialize};

/// The folder that `epicd init` makes.
#[derive(Clone, Debug)]
pub struct DataDir(PathBuf);

/// What `init` was told and `serve` goes by; `epicd.toml`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Settings {
    /// Where the API is served.
    pub listen: SocketAddr,
    /// Names and addresses clients may use besides the listen address; in the certificate.
    #[serde(default)]
    pub server_names: Vec<String>,
}

impl DataDir {
    /// The folder at `path`, whether it exists or not.
    pub fn new(path: &Path) -> Self {
        DataDir(path.to_owned())
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Makes the folder, readable by its owner only.
    ///
    /// # Errors
    /// It holds something already, or can't be made.
    pub fn create(&self) -> anyhow::Result<()> {
        let folder = self.0.display();
        if self.settings_file().exists() {
            bail!(
                "{folder} is initialised already and was left as it is; start it with \
                 `epicd serve --data-dir {folder}`, or choose another folder"
            );
        }
        if self.database().exists() {
            bail!(
                "{folder} holds a store but no epicd.toml: an `epicd init` was cut off, or the file is lost. \
                 If nothing in it matters, remove the folder and run init again"
            );
        }
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&self.0)
            .with_context(|| format!("can't make the folder {}", self.0.display()))
    }

    /// What `init` was told.
    ///
    /// # Errors
    /// The folder was never initialised, or the file can't be read.
    pub fn settings(&self) -> anyhow::Result<Settings> {
        let file = self.settings_file();
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => bail!(
                "{} is not initialised; run `epicd init --data-dir {}` first",
                self.0.display(),
                self.0.display()
            ),
            Err(error) => {
                return Err(error).with_context(|| format!("can't read {}", file.display()));
            }
        };
        toml::from_str(&text).with_context(|| format!("can't read {}", file.display()))
    }

    /// Takes the folder for this process; held until the answer is dropped or the process ends,
    /// however it ends.
    ///
    /// # Errors
    /// Another epicd has it.
    pub fn lock(&self) -> anyhow::Result<File> {
        let path = self.0.join("lock");
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(&path)
            .with_context(|| format!("can't open {}", path.display()))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => bail!(
                "another epicd uses {}; stop it first, or give this one a folder of its own",
                self.0.display()
            ),
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("can't lock {}", path.display()))
            }
        }
    }

    /// A file's content.
    ///
    /// # Errors
    /// It can't be read.
    pub fn read(&self, file: &Path) -> anyhow::Result<String> {
        fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))
    }

    /// `epicd.toml`.
    pub fn settings_file(&self) -> PathBuf {
        self.0.join("epicd.toml")
    }

    /// The store.
    pub fn database(&self) -> PathBuf {
        self.0.join("epic.db")
    }

    /// Who did what.
    pub fn audit(&self) -> PathBuf {
        self.0.join("audit.log")
    }

    /// Answers to requests that may be sent again.
    pub fn requests(&self) -> PathBuf {
        self.0.join("requests.db")
    }

    /// The CA's certificate.
    pub fn ca_certificate(&self) -> PathBuf {
        self.0.join("ca.pem")
    }

    /// The CA's private key.
    pub fn ca_key(&self) -> PathBuf {
        self.0.join("ca.key")
    }

    /// The server's certificate.
    pub fn server_certificate(&self) -> PathBuf {
        self.0.join("server.pem")
    }

    /// The server's private key.
    pub fn server_key(&self) -> PathBuf {
        self.0.join("server.key")
    }

    /// The context file of the first admin.
    pub fn admin_context(&self) -> PathBuf {
        self.0.join("admin-context.toml")
    }
}

/// Writes a file that only its owner may read, as a whole or not at all.
///
/// # Errors
/// It can't be written.
pub fn write_private(path: &Path, content: &str) -> anyhow::Result<()> {
    let beside = path.with_extension("new");
    let write = || -> io::Result<()> {
        let mut file = OpenOptions::new()
            .create(true)
            .truncate(true)
            .write(true)
            .mode(0o600)
            .open(&beside)?;
        file.write_all(content.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().with_context(|| format!("can't write {}", path.display()))
}
