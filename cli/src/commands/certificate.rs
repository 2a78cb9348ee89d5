//! `epicctl certificate`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use epic_api::{Certificate, CertificateSpec, Kind};

use crate::args::{Common, LabelArgs, WriteArgs};
use crate::ask::{self, Missing};
use crate::failure::{Failure, Outcome};
use crate::objects::changed_word;
use crate::session::Session;

/// Verbs of certificates.
#[derive(Debug, Subcommand)]
pub enum CertificateCommand {
    /// What every kind has.
    #[command(flatten)]
    Common(Common),
    /// Make one from PEM files
    Create(Create),
    /// Renew one
    Set(Set),
}

/// `certificate create`.
#[derive(Args, Debug)]
pub struct Create {
    /// Its name
    name: Option<String>,
    #[command(flatten)]
    files: Files,
    #[command(flatten)]
    labels: LabelArgs,
    #[command(flatten)]
    write: WriteArgs,
}

/// `certificate set`.
#[derive(Args, Debug)]
pub struct Set {
    /// Its name, or ACCOUNT/NAME
    name: String,
    #[command(flatten)]
    files: Files,
    #[command(flatten)]
    labels: LabelArgs,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Args, Debug)]
struct Files {
    /// PEM: certificates of authorities, to verify others by; instead of --cert and --key
    #[arg(long, value_name = "FILE", conflicts_with_all = ["cert", "key"])]
    ca: Option<PathBuf>,
    /// PEM: the leaf first, then the intermediates
    #[arg(long, value_name = "FILE", requires = "key")]
    cert: Option<PathBuf>,
    /// PEM: the leaf's private key
    #[arg(long, value_name = "FILE", requires = "cert")]
    key: Option<PathBuf>,
}

impl CertificateCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            CertificateCommand::Common(common) => common.run(Kind::Certificate, session).await,
            CertificateCommand::Create(args) => create(args, session).await,
            CertificateCommand::Set(args) => {
                let spec = args.files.spec()?;
                let key = session.key(Kind::Certificate, &args.name)?;
                let (after, changed) = session
                    .change::<CertificateSpec>(&key, args.write.dry_run, |certificate| {
                        if let Some(spec) = &spec {
                            certificate.spec.clone_from(spec);
                        }
                        args.labels.apply(&mut certificate.metadata);
                        Ok(())
                    })
                    .await?;
                session.written(&after, changed_word(changed), args.write.dry_run)
            }
        }
    }
}

async fn create(args: Create, session: &Session) -> Outcome {
    let name = Missing {
        what: "name of the certificate",
        flag: "epicctl certificate create NAME",
    };
    let cert = Missing {
        what: "file of the certificate",
        flag: "--cert FILE",
    };
    let key = Missing {
        what: "file of the private key",
        flag: "--key FILE",
    };
    let name = ask::text(args.name, name, None)?;
    let spec = if let Some(spec) = args.files.spec()? {
        spec
    } else {
        let cert = ask::text(None, cert, None)?;
        let key = ask::text(None, key, None)?;
        read(Path::new(&cert), Some(Path::new(&key)))?
    };
    let at = session.key(Kind::Certificate, &name)?;
    let mut certificate = Certificate::new(at.account.as_deref(), &at.name, spec);
    args.labels.apply(&mut certificate.metadata);
    let made = session
        .create(&certificate.to_raw(), args.write.dry_run)
        .await?;
    session.written(&made, "created", args.write.dry_run)
}

impl Files {
    /// What the files hold; `None` when none is given.
    fn spec(&self) -> Outcome<Option<CertificateSpec>> {
        match (&self.ca, &self.cert) {
            (Some(ca), _) => read(ca, None).map(Some),
            (None, Some(cert)) => read(cert, self.key.as_deref()).map(Some),
            (None, None) => Ok(None),
        }
    }
}

fn read(cert: &Path, key: Option<&Path>) -> Outcome<CertificateSpec> {
    let text =
        |path: &Path| fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error));
    Ok(CertificateSpec {
        certificate: text(cert)?,
        private_key: key.map(text).transpose()?,
    })
}
