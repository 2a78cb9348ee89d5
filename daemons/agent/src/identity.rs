//! How this agent is known to epicd: by a certificate of its own, which it gets for its join token
//! and renews by itself. A context with a token that is no join token goes on with the token.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use epic_api::Reason;
use epic_api::client::{Client, ClientError, Credentials};
use epic_api::enroll::{EnrollRequest, Enrollment, RenewRequest};
use rcgen::{CertificateParams, KeyPair};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use tracing::{info, warn};

/// Between attempts to renew.
const RETRY: Duration = Duration::from_secs(60);

/// See the module.
pub struct Identity {
    credentials: Credentials,
    agent_id: String,
    file: PathBuf,
    known: Mutex<Known>,
}

enum Known {
    /// Not asked yet, or epicd does not know us any more. The key stays the same until there is a
    /// certificate for it, so that an answer that got lost can be asked for again.
    Nobody {
        key: Box<KeyPair>,
    },
    ByToken(Client),
    ByCertificate {
        client: Client,
        held: Box<Held>,
        /// When renewing is tried next.
        renew: SystemTime,
    },
}

/// What is kept in the state directory.
#[derive(Deserialize, Serialize)]
struct Held {
    enrollment: Enrollment,
    /// PEM.
    key: String,
}

impl Identity {
    /// The identity of an agent that keeps what it needs in `state_dir`.
    ///
    /// # Errors
    /// The credentials can't be used, or the system has no randomness.
    pub fn open(
        credentials: Credentials,
        agent_id: String,
        state_dir: &Path,
    ) -> anyhow::Result<Identity> {
        // Says at once what is wrong with the context.
        Client::new(&credentials)?;
        let file = state_dir.join("identity.json");
        let held = fs::read(&file)
            .ok()
            .and_then(|bytes| serde_json::from_slice::<Held>(&bytes).ok())
            .filter(|held| SystemTime::from(held.enrollment.not_after) > SystemTime::now());
        let known = match held.map(|held| by_certificate(&credentials, held)) {
            Some(Ok(known)) => known,
            _ => Known::nobody()?,
        };
        Ok(Identity {
            credentials,
            agent_id,
            file,
            known: Mutex::new(known),
        })
    }

    /// A client that epicd knows.
    ///
    /// # Errors
    /// The agent is not known yet, and epicd can't be reached or refuses.
    pub async fn client(&self) -> Result<Client, ClientError> {
        let mut known = self.known.lock().await;
        let renewed = match &mut *known {
            Known::ByToken(client) => return Ok(client.clone()),
            Known::Nobody { key } => Some(self.enroll(key).await?),
            Known::ByCertificate {
                client,
                held,
                renew,
            } if SystemTime::now() >= *renew => {
                *renew = SystemTime::now() + RETRY;
                self.renew(client, held).await
            }
            Known::ByCertificate { .. } => None,
        };
        if let Some(renewed) = renewed {
            *known = renewed;
        }
        match &*known {
            Known::ByToken(client) | Known::ByCertificate { client, .. } => Ok(client.clone()),
            Known::Nobody { .. } => Err(ClientError::Configuration(
                "this agent is not known to epicd".to_owned(),
            )),
        }
    }

    /// Looks at an answer: an agent whose certificate is refused has to enroll anew.
    pub async fn heard<T>(&self, answer: &Result<T, ClientError>) {
        let Err(ClientError::Api(error)) = answer else {
            return;
        };
        let mut known = self.known.lock().await;
        if error.reason == Reason::Unauthorized
            && matches!(*known, Known::ByCertificate { .. })
            && let Ok(nobody) = Known::nobody()
        {
            warn!(%error, "epicd does not know this agent any more; enrolling with the join token");
            *known = nobody;
        }
    }

    async fn enroll(&self, key: &KeyPair) -> Result<Known, ClientError> {
        let client = Client::new(&self.credentials)?;
        let request = EnrollRequest {
            csr: csr(key)?,
            agent_id: self.agent_id.clone(),
        };
        match client.enroll(&request).await {
            Ok(enrollment) => {
                info!(node = enrollment.node, until = %enrollment.not_after, "enrolled");
                self.keep(enrollment, key)
            }
            Err(ClientError::Api(error)) if error.reason == Reason::Forbidden => {
                Ok(Known::ByToken(client))
            }
            Err(error) => Err(error),
        }
    }

    /// `None` if it has to be tried again later; the old certificate may still be good.
    async fn renew(&self, client: &Client, held: &Held) -> Option<Known> {
        let key = KeyPair::generate().ok()?;
        let csr = csr(&key).ok()?;
        let renewed = match client.renew(&RenewRequest { csr }).await {
            Ok(enrollment) => self.keep(enrollment, &key),
            Err(error) => Err(error),
        };
        match renewed {
            Ok(known) => Some(known),
            Err(error) => {
                let until = held.enrollment.not_after;
                warn!(%error, %until, "can't renew the certificate yet");
                None
            }
        }
    }

    fn keep(&self, enrollment: Enrollment, key: &KeyPair) -> Result<Known, ClientError> {
        let key = key.serialize_pem();
        let held = Held { enrollment, key };
        if let Err(error) = write_private(&self.file, &held) {
            // Good until the next start at least.
            warn!(%error, file = %self.file.display(), "can't keep the certificate");
        }
        by_certificate(&self.credentials, held)
    }
}

impl Known {
    fn nobody() -> anyhow::Result<Known> {
        let key = KeyPair::generate()?.into();
        Ok(Known::Nobody { key })
    }
}

fn by_certificate(credentials: &Credentials, held: Held) -> Result<Known, ClientError> {
    let client = Client::with_certificate(
        &credentials.server,
        &credentials.ca_pem,
        &held.enrollment.certificate,
        &held.key,
    )?;
    let begins = SystemTime::from(held.enrollment.not_before);
    let ends = SystemTime::from(held.enrollment.not_after);
    let lifetime = ends.duration_since(begins).unwrap_or_default();
    Ok(Known::ByCertificate {
        client,
        held: held.into(),
        renew: begins + lifetime * 2 / 3,
    })
}

fn csr(key: &KeyPair) -> Result<String, ClientError> {
    let request = CertificateParams::default()
        .serialize_request(key)
        .and_then(|request| request.pem());
    request.map_err(|error| {
        ClientError::Configuration(format!("can't ask for a certificate: {error}"))
    })
}

/// Writes a file that only its owner may read, as a whole or not at all.
fn write_private(path: &Path, held: &Held) -> io::Result<()> {
    let beside = path.with_extension("new");
    let mut file = OpenOptions::new()
        .create(true)
        .truncate(true)
        .write(true)
        .mode(0o600)
        .open(&beside)?;
    file.write_all(&serde_json::to_vec(held)?)?;
    file.sync_all()?;
    fs::rename(&beside, path)
}
