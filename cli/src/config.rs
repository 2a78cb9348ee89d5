//! Which gateway cluster, which account, and where that is written down.
//!
//! Contexts are in `config.toml`, which may be shared; tokens are in files of their own, mode 0600.
//! Precedence everywhere: flag, environment, context, default.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use epic_api::client::Credentials;
use epic_api::context::ContextFile;
use serde::{Deserialize, Serialize};

use crate::failure::{Code, Failure, Outcome};

/// The account where nobody names one; `epicd init` makes it.
pub const DEFAULT_ACCOUNT: &str = "default";

/// The environment variables epicctl looks at. Data, so that tests need not change the process's.
#[derive(Clone, Debug, Default)]
pub struct Environment(BTreeMap<String, String>);

impl Environment {
    /// The process's own.
    pub fn of_process() -> Self {
        Environment(
            std::env::vars_os()
                .filter_map(|(name, value)| {
                    Some((name.into_string().ok()?, value.into_string().ok()?))
                })
                .collect(),
        )
    }

    /// A variable that is set and not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Environment {
    fn from(variables: [(&str, &str); N]) -> Self {
        Environment(variables.map(|(n, v)| (n.to_owned(), v.to_owned())).into())
    }
}

/// Where epicctl keeps its files (XDG Base Directory Specification).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Paths {
    /// Contexts.
    pub config: PathBuf,
    /// One token a file.
    pub credentials: PathBuf,
    /// Names for completion.
    pub cache: PathBuf,
}

impl Paths {
    /// `$EPICCTL_CONFIG`, else `$XDG_CONFIG_HOME/epicctl/config.toml`, else under `~/.config`; the
    /// other two alike.
    pub fn of(environment: &Environment) -> Self {
        let home = PathBuf::from(environment.get("HOME").unwrap_or("/"));
        let base = |variable: &str, below_home: &str| {
            environment
                .get(variable)
                .map(PathBuf::from)
                .filter(|path| path.is_absolute())
                .unwrap_or_else(|| home.join(below_home))
                .join("epicctl")
        };
        Paths {
            config: environment.get("EPICCTL_CONFIG").map_or_else(
                || base("XDG_CONFIG_HOME", ".config").join("config.toml"),
                PathBuf::from,
            ),
            credentials: base("XDG_STATE_HOME", ".local/state").join("credentials"),
            cache: base("XDG_CACHE_HOME", ".cache"),
        }
    }

    /// The token's file of a context.
    pub fn token(&self, context: &str) -> PathBuf {
        self.credentials.join(context)
    }
}

/// `config.toml`.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Config {
    /// The context to use where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<String>,
    /// The contexts by name.
    #[serde(default)]
    pub contexts: BTreeMap<String, Context>,
}

/// A gateway cluster.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Context {
    /// `https://host:port`.
    pub server: String,
    /// The CA of the server's certificate, PEM.
    pub ca: String,
    /// The account to use where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Whether the dashboard offers no changes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub read_only: bool,
}

impl Config {
    /// Reads the file; one that does not exist is empty.
    ///
    /// # Errors
    /// The file can't be read or is not right; the failure says where.
    pub fn load(path: &Path) -> Outcome<Config> {
        match fs::read_to_string(path) {
            Ok(text) => toml::from_str(&text).map_err(|error| {
                Failure::new(Code::Failure, format!("`{}` is not right", path.display()))
                    .cause(error)
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Config::default()),
            Err(error) => Err(Failure::file("read", path, &error)),
        }
    }

    /// Writes the file whole or not at all.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn store(&self, path: &Path) -> Outcome {
        let text = toml::to_string_pretty(self)
            .map_err(|error| Failure::new(Code::Failure, "can't write TOML").cause(error))?;
        write_private(path, &text)
    }

    /// The context of this name.
    ///
    /// # Errors
    /// There is none; the failure names those there are.
    pub fn context(&self, name: &str) -> Outcome<&Context> {
        self.contexts.get(name).ok_or_else(|| {
            let known: Vec<&str> = self.contexts.keys().map(String::as_str).collect();
            let failure = Failure::new(Code::NotFound, format!("there is no context `{name}`"));
            if known.is_empty() {
                failure.hint("import one: `epicctl context import FILE`")
            } else {
                failure.hint(format!("the contexts are: {}", known.join(", ")))
            }
        })
    }
}

/// What the command line says about the target.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// `--context`.
    pub context: Option<String>,
    /// `--context-file`.
    pub context_file: Option<PathBuf>,
    /// `--account`.
    pub account: Option<String>,
}

/// Where to go: the outcome of flags, environment and configuration.
#[derive(Clone)]
pub struct Target {
    /// The context's name, for people.
    pub name: String,
    /// Server, CA and token.
    pub credentials: Credentials,
    /// The account.
    pub account: String,
    /// Whether the context asks for a dashboard without changes.
    pub read_only: bool,
}

/// The account alone: needs no context to exist.
pub fn account(flags: &Flags, environment: &Environment, context: Option<&str>) -> String {
    flags
        .account
        .as_deref()
        .or_else(|| environment.get("EPICCTL_ACCOUNT"))
        .or(context)
        .unwrap_or(DEFAULT_ACCOUNT)
        .to_owned()
}

/// The context's name: flag, environment, `current`.
pub fn context_name<'a>(
    flags: &'a Flags,
    environment: &'a Environment,
    config: &'a Config,
) -> Option<&'a str> {
    flags
        .context
        .as_deref()
        .or_else(|| environment.get("EPICCTL_CONTEXT"))
        .or(config.current.as_deref())
}

/// Decides where to go: `--context-file`, `--context`, `$EPICCTL_CONTEXT_FILE`, `$EPICCTL_SERVER`,
/// `$EPICCTL_CONTEXT`, the current context. `$EPICCTL_TOKEN` replaces the context's token.
///
/// # Errors
/// No context is named anywhere, or the one named lacks something.
pub fn resolve(flags: &Flags, environment: &Environment, paths: &Paths) -> Outcome<Target> {
    let context_file = match &flags.context {
        Some(_) => flags.context_file.clone(),
        None => flags
            .context_file
            .clone()
            .or_else(|| environment.get("EPICCTL_CONTEXT_FILE").map(PathBuf::from)),
    };
    let mut target = if let Some(path) = context_file {
        of_file(&path)?
    } else if let (None, Some(server)) = (&flags.context, environment.get("EPICCTL_SERVER")) {
        of_environment(server, environment)?
    } else {
        of_config(flags, environment, paths)?
    };
    if let Some(token) = environment.get("EPICCTL_TOKEN") {
        token.clone_into(&mut target.credentials.token);
    }
    target.account = account(flags, environment, Some(&target.account));
    Ok(target)
}

fn of_file(path: &Path) -> Outcome<Target> {
    let file = read_context_file(path)?;
    Ok(Target {
        credentials: file.credentials(),
        account: file.account.unwrap_or_else(|| DEFAULT_ACCOUNT.to_owned()),
        name: file.name,
        read_only: false,
    })
}

fn of_environment(server: &str, environment: &Environment) -> Outcome<Target> {
    let missing = |name: &str| {
        Failure::usage(format!("EPICCTL_SERVER is set, {name} is not")).hint(format!(
            "set {name} too, or use a context: `epicctl context list`"
        ))
    };
    let ca = environment
        .get("EPICCTL_CA")
        .ok_or_else(|| missing("EPICCTL_CA"))?;
    let ca_pem = if ca.trim_start().starts_with("-----BEGIN") {
        ca.to_owned()
    } else {
        let path = Path::new(ca);
        fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))?
    };
    let token = environment
        .get("EPICCTL_TOKEN")
        .ok_or_else(|| missing("EPICCTL_TOKEN"))?;
    Ok(Target {
        name: "environment".to_owned(),
        credentials: Credentials {
            server: server.to_owned(),
            ca_pem,
            token: token.to_owned(),
        },
        account: DEFAULT_ACCOUNT.to_owned(),
        read_only: false,
    })
}

fn of_config(flags: &Flags, environment: &Environment, paths: &Paths) -> Outcome<Target> {
    let config = Config::load(&paths.config)?;
    let name = context_name(flags, environment, &config).ok_or_else(|| {
        Failure::usage("no context is chosen")
            .hint("import one: `epicctl context import FILE`; `epicd init` writes such a file")
    })?;
    let context = config.context(name)?;
    let token_file = paths.token(name);
    let token = match (
        environment.get("EPICCTL_TOKEN"),
        fs::read_to_string(&token_file),
    ) {
        (Some(token), _) => token.to_owned(),
        (None, Ok(token)) => token.trim().to_owned(),
        (None, Err(error)) => {
            return Err(Failure::new(
                Code::Auth,
                format!("there is no token for context `{name}`"),
            )
            .cause(format!("{}: {error}", token_file.display()))
            .hint(
                "import the context again: `epicctl context import FILE`, or set EPICCTL_TOKEN",
            ));
        }
    };
    Ok(Target {
        name: name.to_owned(),
        credentials: Credentials {
            server: context.server.clone(),
            ca_pem: context.ca.clone(),
            token,
        },
        account: context
            .account
            .clone()
            .unwrap_or_else(|| DEFAULT_ACCOUNT.to_owned()),
        read_only: context.read_only,
    })
}

/// Reads a context file as `epicd init` and `epicctl node join` write it.
///
/// # Errors
/// It can't be read or is not right.
pub fn read_context_file(path: &Path) -> Outcome<ContextFile> {
    let text = fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))?;
    toml::from_str(&text).map_err(|error| {
        // The error shows the line it is about; that may be the token's.
        Failure::new(
            Code::Failure,
            format!("`{}` is not a context file", path.display()),
        )
        .cause(error.message())
        .hint("a context file has name, server, token and ca; `epicd init` writes one")
    })
}

/// Writes a file that only its owner may read: whole or not at all.
///
/// # Errors
/// The file can't be written.
pub fn write_private(path: &Path, text: &str) -> Outcome {
    let failed = |error: io::Error| Failure::file("write", path, &error);
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(failed)?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.as_file()
        .set_permissions(fs::Permissions::from_mode(0o600))
        .map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

#[cfg(test)]
mod tests;
