//! Secrets at rest: private keys are sealed before they reach the disk.
//!
//! Sealed is what would let its finder act as somebody else: `spec.privateKey` of Certificates, in
//! every revision that is kept. The key is in a file of its own beside the store, so that a copy of
//! the store alone (a backup, a stolen disk image of it) opens nothing.
//!
//! ```text
//!   sealed:1:<id of the key>:<base64 of nonce, ciphertext and tag>      ChaCha20-Poly1305
//! ```
//!
//! The object's key is authenticated with it, so that a sealed value is good in its own place only.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use epic_api::{Kind, RawObject};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom as _, SystemRandom};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::data_dir::write_private;

const PREFIX: &str = "sealed:1:";
const KEY_BYTES: usize = 32;
/// More keys than this in a file mean that it is not one of ours.
const KEYS: usize = 16;

/// The keys of a store: the first one seals, all of them open.
pub struct Sealer {
    keys: Vec<Key>,
    random: SystemRandom,
}

struct Key {
    id: String,
    bytes: [u8; KEY_BYTES],
    cipher: LessSafeKey,
}

/// Why a secret can't be sealed or opened.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The file can't be read.
    #[error(
        "can't read the key file {}: {cause}; secrets in the store can't be opened without it, restore it from \
         where it is kept",
        file.display()
    )]
    File {
        /// The file.
        file: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// The file holds something else.
    #[error("the key file {} is damaged: {what}", file.display())]
    Damaged {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// The file can't be written.
    #[error("{0:#}")]
    Write(anyhow::Error),
    /// The secret was sealed with a key that is not in the file.
    #[error(
        "a secret is sealed with key {id}, which the key file does not have; restore the file that has it"
    )]
    UnknownKey {
        /// The key's id.
        id: String,
    },
    /// What is stored is not what was sealed.
    #[error("the sealed secret of {object} can't be opened: it was damaged or moved")]
    Broken {
        /// The object.
        object: String,
    },
    /// The system gives no random numbers.
    #[error("the system gives no random numbers")]
    Random,
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<&str> = self.keys.iter().map(|key| key.id.as_str()).collect();
        f.debug_struct("Sealer").field("keys", &ids).finish()
    }
}

impl Sealer {
    /// With a new key.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn generate() -> Result<Self, SealError> {
        let random = SystemRandom::new();
        let mut bytes = [0; KEY_BYTES];
        random.fill(&mut bytes).map_err(|_| SealError::Random)?;
        Ok(Sealer {
            keys: vec![Key::new(bytes)],
            random,
        })
    }

    /// Reads the key file.
    ///
    /// # Errors
    /// There is none, or it holds something else.
    pub fn read(file: &Path) -> Result<Self, SealError> {
        let text = std::fs::read_to_string(file).map_err(|cause| SealError::File {
            file: file.to_owned(),
            cause,
        })?;
        Self::parse(&text).map_err(|what| SealError::Damaged {
            file: file.to_owned(),
            what,
        })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let lines = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        let mut keys = Vec::new();
        for line in lines {
            let bytes = STANDARD
                .decode(line)
                .ok()
                .and_then(|bytes| <[u8; KEY_BYTES]>::try_from(bytes).ok())
                .ok_or_else(|| format!("a line is not {KEY_BYTES} bytes in base64"))?;
            keys.push(Key::new(bytes));
        }
        if keys.is_empty() || keys.len() > KEYS {
            return Err(format!("it holds {} keys", keys.len()));
        }
        let random = SystemRandom::new();
        Ok(Sealer { keys, random })
    }

    /// Writes the key file, for its owner only.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn write(&self, file: &Path) -> Result<(), SealError> {
        write_private(file, &self.text()).map_err(SealError::Write)
    }

    fn text(&self) -> String {
        let mut text = String::from(
            "# Opens the private keys in epic.db and in its backups. The first key seals.\n\
             # Keep a copy where the backups are not.\n",
        );
        for key in &self.keys {
            text.push_str(&STANDARD.encode(key.bytes));
            text.push('\n');
        }
        text
    }

    /// The same keys behind a new one, which seals from now on.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn with_new_key(self) -> Result<Self, SealError> {
        let mut new = Sealer::generate()?;
        new.keys.extend(self.keys);
        Ok(new)
    }

    /// Without the keys that seal no more.
    #[must_use]
    pub fn without_old_keys(mut self) -> Self {
        self.keys.truncate(1);
        self
    }

    /// The object's JSON as it may lie on a disk.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn seal_object(&self, object: &RawObject) -> Result<String, SealError> {
        let text = |object: &RawObject| serde_json::to_string(object).unwrap_or_default();
        let Some(secret) = secret_of(object) else {
            return Ok(text(object));
        };
        let mut sealed = object.clone();
        sealed.spec["privateKey"] = self
            .seal(secret.as_bytes(), &object.key().to_string())?
            .into();
        Ok(text(&sealed))
    }

    /// Opens what [`Sealer::seal_object`] sealed; a secret that never was sealed stays as it is.
    ///
    /// # Errors
    /// The key is not there, or the text was damaged.
    pub fn open_object(&self, object: &mut RawObject) -> Result<(), SealError> {
        let Some(secret) = secret_of(object).filter(|secret| is_sealed(secret)) else {
            return Ok(());
        };
        let place = object.key().to_string();
        let broken = || SealError::Broken {
            object: place.clone(),
        };
        let opened = String::from_utf8(self.open(secret, &place)?).map_err(|_| broken())?;
        object.spec["privateKey"] = opened.into();
        Ok(())
    }

    /// Any secret, good in one place only.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn seal(&self, secret: &[u8], place: &str) -> Result<String, SealError> {
        let key = &self.keys[0];
        let mut nonce = [0; NONCE_LEN];
        self.random
            .fill(&mut nonce)
            .map_err(|_| SealError::Random)?;
        let mut bytes = secret.to_vec();
        key.cipher
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(place.as_bytes()),
                &mut bytes,
            )
            .map_err(|_| SealError::Random)?;
        let body = STANDARD.encode([nonce.as_slice(), &bytes].concat());
        Ok(format!("{PREFIX}{}:{body}", key.id))
    }

    /// Opens what [`Sealer::seal`] sealed.
    ///
    /// # Errors
    /// The key is not there, or the text was damaged.
    pub fn open(&self, sealed: &str, place: &str) -> Result<Vec<u8>, SealError> {
        let broken = || SealError::Broken {
            object: place.to_owned(),
        };
        let (id, body) = sealed
            .strip_prefix(PREFIX)
            .and_then(|rest| rest.split_once(':'))
            .ok_or_else(broken)?;
        let key = self.keys.iter().find(|key| key.id == id);
        let key = key.ok_or_else(|| SealError::UnknownKey { id: id.to_owned() })?;
        let mut bytes = STANDARD.decode(body).map_err(|_| broken())?;
        if bytes.len() < NONCE_LEN {
            return Err(broken());
        }
        let mut secret = bytes.split_off(NONCE_LEN);
        let nonce = Nonce::try_assume_unique_for_key(&bytes).map_err(|_| broken())?;
        let length = key
            .cipher
            .open_in_place(nonce, Aad::from(place.as_bytes()), &mut secret)
            .map_err(|_| broken())?
            .len();
        secret.truncate(length);
        Ok(secret)
    }
}

impl Key {
    fn new(bytes: [u8; KEY_BYTES]) -> Self {
        let id = Sha256::digest(bytes)
            .iter()
            .take(4)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        // Only a wrong length can fail, and the array has the right one.
        let unbound =
            UnboundKey::new(&CHACHA20_POLY1305, &bytes).expect("a ChaCha20 key has 32 bytes");
        Key {
            id,
            bytes,
            cipher: LessSafeKey::new(unbound),
        }
    }
}

fn secret_of(object: &RawObject) -> Option<&str> {
    let spec = (object.kind == Kind::Certificate).then_some(&object.spec)?;
    spec.get("privateKey").and_then(Value::as_str)
}

/// Whether a value is one of ours. A private key in PEM never begins so.
pub fn is_sealed(text: &str) -> bool {
    text.starts_with(PREFIX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use epic_api::ObjectMeta;

    fn certificate(name: &str, key: &str) -> RawObject {
        RawObject {
            kind: Kind::Certificate,
            metadata: ObjectMeta {
                name: name.to_owned(),
                account: Some("acme".to_owned()),
                ..ObjectMeta::default()
            },
            spec: serde_json::json!({ "certificate": "PEM", "privateKey": key }),
            status: None,
        }
    }

    #[test]
    fn what_is_sealed_is_opened_and_shows_nothing_meanwhile() {
        let sealer = Sealer::generate().unwrap();
        let object = certificate("web", "-----BEGIN PRIVATE KEY-----");
        let text = sealer.seal_object(&object).unwrap();
        assert!(!text.contains("BEGIN PRIVATE"), "{text}");
        let mut back: RawObject = serde_json::from_str(&text).unwrap();
        sealer.open_object(&mut back).unwrap();
        assert_eq!(back, object);
        assert!(!format!("{sealer:?}").contains(&STANDARD.encode(sealer.keys[0].bytes)));
    }

    #[test]
    fn a_sealed_key_is_good_in_its_own_place_only() {
        let sealer = Sealer::generate().unwrap();
        let text = sealer.seal_object(&certificate("web", "secret")).unwrap();
        let mut moved: RawObject = serde_json::from_str(&text).unwrap();
        moved.metadata.name = "other".to_owned();
        assert!(matches!(
            sealer.open_object(&mut moved),
            Err(SealError::Broken { .. })
        ));
    }

    #[test]
    fn a_new_key_seals_and_the_old_one_still_opens_until_it_is_dropped() {
        let old = Sealer::generate().unwrap();
        let before = old.seal(b"secret", "x").unwrap();
        let both = Sealer::parse(&old.with_new_key().unwrap().text()).unwrap();
        assert_eq!(both.open(&before, "x").unwrap(), b"secret");
        let after = both.seal(b"secret", "x").unwrap();
        let new = both.without_old_keys();
        assert_eq!(new.open(&after, "x").unwrap(), b"secret");
        assert!(matches!(
            new.open(&before, "x"),
            Err(SealError::UnknownKey { .. })
        ));
    }
}
