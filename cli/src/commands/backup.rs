//! `epicctl backup`: everything epicd has, in a file.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use futures::StreamExt as _;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::failure::{Code, Failure, Outcome};
use crate::output::can_ask;
use crate::session::Session;

/// Verbs of backups.
#[derive(Debug, Subcommand)]
pub enum BackupCommand {
    /// Take a backup while epicd serves; `epicd restore` brings it back
    ///
    /// The private keys in it are sealed with `seal.key` of epicd's data folder, which is not in it
    /// and is needed to restore: keep a copy of that file where the backups are not.
    Create(CreateArgs),
}

/// `backup create`.
#[derive(Args, Debug)]
pub struct CreateArgs {
    /// The file to write
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Replace a file that exists
    #[arg(long)]
    force: bool,
}

impl BackupCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached, or the file can't be written.
    pub async fn run(self, session: &Session) -> Outcome {
        let BackupCommand::Create(args) = self;
        if args.file.exists() && !args.force {
            let message = format!("`{}` exists and was left as it is", args.file.display());
            return Err(Failure::new(Code::Conflict, message)
                .hint("choose another name, or replace it with --force"));
        }
        let (size, stream) = session.client()?.backup().await?;
        // Under another name until it is whole: half a backup is none.
        let mut partial = args.file.clone().into_os_string();
        partial.push(".part");
        let partial = PathBuf::from(partial);
        let outcome = write(&partial, size, stream, session).await;
        let bytes = match outcome {
            Ok(bytes) => bytes,
            Err(failure) => {
                let _ = std::fs::remove_file(&partial);
                return Err(failure);
            }
        };
        std::fs::rename(&partial, &args.file)
            .map_err(|error| Failure::file("write", &args.file, &error))?;
        session
            .output
            .note("restoring needs `seal.key` of epicd's data folder, which is not in the backup");
        session
            .output
            .data(format!("{} written, {bytes} bytes", args.file.display()))
    }
}

async fn write(
    path: &Path,
    size: Option<u64>,
    stream: impl futures::Stream<Item = Result<impl AsRef<[u8]>, epic_api::client::ClientError>>,
    session: &Session,
) -> Outcome<u64> {
    let failed = |error: std::io::Error| Failure::file("write", path, &error);
    let mut file: File = OpenOptions::new()
        .create(true)
        .truncate(true)
        .write(true)
        .mode(0o600)
        .open(path)
        .map_err(failed)?;
    let bar = bar(size, session);
    let mut written = 0;
    let mut stream = std::pin::pin!(stream);
    while let Some(chunk) = stream.next().await {
        let chunk = chunk?;
        let chunk = chunk.as_ref();
        file.write_all(chunk).map_err(failed)?;
        written += chunk.len() as u64;
        bar.set_position(written);
    }
    bar.finish_and_clear();
    if size.is_some_and(|size| size != written) {
        return Err(Failure::new(
            Code::Unreachable,
            format!("the backup broke off after {written} bytes"),
        )
        .hint("try again"));
    }
    file.sync_all().map_err(failed)?;
    Ok(written)
}

fn bar(size: Option<u64>, session: &Session) -> ProgressBar {
    let target = if can_ask() && !session.output.quiet {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes} {bytes_per_sec}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::with_draw_target(size, target);
    bar.set_style(style);
    bar
}
