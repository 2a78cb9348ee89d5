//! Completion scripts and manual pages: printed, or written into the folders that are shipped.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use clap_complete::Shell;
use clap_complete::env::Shells;

use crate::failure::{Code, Failure, Outcome};
use crate::session::Session;

/// The shells that scripts are shipped for.
const SHELLS: [Shell; 3] = [Shell::Bash, Shell::Fish, Shell::Zsh];

/// `completions`.
#[derive(Args, Debug)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, required_unless_present = "out")]
    shell: Option<ShellName>,
    /// A script that knows commands and flags but no names of objects
    #[arg(long = "static")]
    fixed: bool,
    /// Write the static scripts of all shells into this folder
    #[arg(long, value_name = "DIR", conflicts_with_all = ["shell", "fixed"])]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ShellName {
    Bash,
    Zsh,
    Fish,
}

/// `man`.
#[derive(Args, Debug)]
pub struct ManArgs {
    /// A command: `gateway create`; epicctl itself when absent
    #[arg(value_name = "COMMAND", conflicts_with = "out")]
    words: Vec<String>,
    /// Write the pages of all commands into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl CompletionsArgs {
    /// Does it.
    ///
    /// # Errors
    /// A file can't be written.
    pub fn run(self, session: &Session) -> Outcome {
        if let Some(folder) = &self.out {
            return completions(folder).map_err(|error| Failure::file("write", folder, &error));
        }
        let (shell, name) = match self.shell {
            Some(ShellName::Bash) | None => (Shell::Bash, "bash"),
            Some(ShellName::Zsh) => (Shell::Zsh, "zsh"),
            Some(ShellName::Fish) => (Shell::Fish, "fish"),
        };
        let mut script = Vec::new();
        if self.fixed {
            clap_complete::generate(shell, &mut crate::command(), "epicctl", &mut script);
        } else {
            let shells = Shells::builtins();
            if let Some(completer) = shells.completer(name) {
                completer
                    .write_registration("COMPLETE", "epicctl", "epicctl", "epicctl", &mut script)
                    .map_err(|e| Failure::new(Code::Failure, "can't write the script").cause(e))?;
            }
        }
        session.output.data(String::from_utf8_lossy(&script))
    }
}

impl ManArgs {
    /// Does it.
    ///
    /// # Errors
    /// There is no such command, or a file can't be written.
    pub fn run(self, session: &Session) -> Outcome {
        if let Some(folder) = &self.out {
            return man(folder).map_err(|error| Failure::file("write", folder, &error));
        }
        let mut root = crate::command();
        root.build();
        let mut command = &mut root;
        for word in &self.words {
            command = command
                .find_subcommand_mut(word)
                .ok_or_else(|| Failure::usage(format!("there is no command `{word}`")))?;
        }
        let mut page = Vec::new();
        clap_mangen::Man::new(command.clone())
            .render(&mut page)
            .map_err(|e| Failure::new(Code::Failure, "can't write the page").cause(e))?;
        session.output.data(String::from_utf8_lossy(&page))
    }
}

/// Writes `completions/` and `man/` below `root`: what is committed and shipped. Files of commands
/// that are no more are taken away.
///
/// # Errors
/// A file can't be written.
pub fn generate(root: &Path) -> io::Result<()> {
    completions(&root.join("completions"))?;
    man(&root.join("man"))
}

fn completions(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for shell in SHELLS {
        clap_complete::generate_to(shell, &mut crate::command(), "epicctl", folder)?;
    }
    Ok(())
}

fn man(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if name.starts_with("epicctl") && name.ends_with(".1") {
            fs::remove_file(path)?;
        }
    }
    clap_mangen::generate_to(crate::command(), folder)
}
