//! `epicd init`: everything a gateway cluster begins with.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use epic_api::access::{Binding, Role, TokenPurpose, TokenRequest, User};
use epic_api::context::ContextFile;
use epic_api::revision::ChangeOperation;
use epic_api::{Account, AccountSpec, Kind, ObjectKey};
use jiff::Timestamp;
use uuid::Uuid;

use crate::auth::{Auth, FIRST_ADMIN};
use crate::control::revisions::{Intended, records};
use crate::data_dir::{DataDir, Settings, write_private};
use crate::pki::{self, Pair};
use crate::request::RequestContext;
use crate::store::history::Entry;
use crate::store::sqlite::{SqliteOptions, SqliteStore};
use crate::store::{Batch, Expect, Store, Write};

/// The account that `init` makes.
pub const DEFAULT_ACCOUNT: &str = "default";

/// What to make.
#[derive(Clone, Debug)]
pub struct InitOptions {
    /// The folder to make.
    pub data_dir: PathBuf,
    /// Where the API will be served.
    pub listen: SocketAddr,
    /// Names and addresses clients will use besides the listen address. The first goes into the
    /// context file.
    pub server_names: Vec<String>,
}

/// Makes the folder with CA, server certificate, database, first account and first admin. Returns
/// where the admin's context file is.
///
/// # Errors
/// The folder is initialised already, a name is no name, or the disk refuses.
pub async fn init(options: &InitOptions) -> anyhow::Result<PathBuf> {
    let data_dir = DataDir::new(&options.data_dir);
    data_dir.create()?;
    let _lock = data_dir.lock()?;
    let now = Timestamp::now();
    let ca = pki::new_ca(now)?;
    let names = pki::server_names(options.listen, &options.server_names);
    let server = pki::new_server(&ca, names, now)?;
    write_private(&data_dir.ca_certificate(), &ca.certificate)?;
    write_private(&data_dir.ca_key(), &ca.key)?;
    write_server(&data_dir, &server)?;
    let token = make_database(&data_dir.database(), now).await?;
    let context = ContextFile {
        name: "epic".to_owned(),
        server: url(
            options.listen,
            options.server_names.first().map(String::as_str),
        ),
        account: Some(DEFAULT_ACCOUNT.to_owned()),
        node: None,
        token,
        ca: ca.certificate,
    };
    write_private(
        &data_dir.admin_context(),
        &toml::to_string_pretty(&context)?,
    )?;
    // Last: a folder with settings is one that was initialised to the end.
    let settings = Settings {
        listen: options.listen,
        server_names: options.server_names.clone(),
    };
    write_private(
        &data_dir.settings_file(),
        &toml::to_string_pretty(&settings)?,
    )?;
    Ok(data_dir.admin_context())
}

/// Writes the server's certificate and key.
///
/// # Errors
/// The disk refuses.
pub fn write_server(data_dir: &DataDir, pair: &Pair) -> anyhow::Result<()> {
    write_private(&data_dir.server_key(), &pair.key)?;
    write_private(&data_dir.server_certificate(), &pair.certificate)
}

/// How clients reach a server that listens there.
pub fn url(listen: SocketAddr, name: Option<&str>) -> String {
    let port = listen.port();
    match name {
        Some(name) if name.contains(':') => format!("https://[{name}]:{port}"),
        Some(name) => format!("https://{name}:{port}"),
        None if listen.ip().is_unspecified() => format!("https://localhost:{port}"),
        None => format!("https://{listen}"),
    }
}

async fn make_database(file: &Path, now: Timestamp) -> anyhow::Result<String> {
    let store = SqliteStore::open(file, SqliteOptions::default())?;
    let mut account = Account::new(None, DEFAULT_ACCOUNT, AccountSpec::default()).to_raw();
    account.metadata.uid = Some(Uuid::new_v4().to_string());
    account.metadata.creation_timestamp = Some(now);
    account.metadata.generation = 1;
    debug_assert_eq!(
        account.key(),
        ObjectKey::cluster(Kind::Account, DEFAULT_ACCOUNT)
    );
    let write = Write::Put {
        object: account.into(),
        spec_changed: true,
        expect: Expect::Absent,
    };
    let first = Intended {
        key: write.key(),
        operation: ChangeOperation::Create,
        generation: 1,
        write: 1,
        gateways: BTreeSet::new(),
    };
    let context = RequestContext::internal("init");
    let records = records(vec![first], &context, None, now);
    store
        .commit(Batch {
            after: Some(0),
            writes: vec![write],
            history: records
                .into_iter()
                .map(Box::new)
                .map(Entry::Revision)
                .collect(),
        })
        .await?;
    let auth = Auth::open(file, now).context("can't open the store for tokens")?;
    auth.create_user(
        User {
            name: FIRST_ADMIN.to_owned(),
            bindings: vec![Binding::everywhere(Role::Admin)],
            ..User::default()
        },
        now,
    )?;
    let request = TokenRequest {
        description: "made by epicd init".to_owned(),
        ..TokenRequest::new(TokenPurpose::User, FIRST_ADMIN)
    };
    Ok(auth.create_token(request, now)?.token)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn options(folder: &tempfile::TempDir) -> InitOptions {
        InitOptions {
            data_dir: folder.path().join("data"),
            listen: "127.0.0.1:7443".parse().unwrap(),
            server_names: Vec::new(),
        }
    }

    #[tokio::test]
    async fn nobody_else_can_read_what_init_makes() {
        let folder = tempfile::TempDir::new().unwrap();
        let options = options(&folder);
        init(&options).await.unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&options.data_dir), 0o700);
        for file in ["ca.key", "server.key", "admin-context.toml", "epicd.toml"] {
            assert_eq!(mode(&options.data_dir.join(file)), 0o600, "{file}");
        }
    }

    #[tokio::test]
    async fn a_folder_that_is_initialised_is_left_alone() {
        let folder = tempfile::TempDir::new().unwrap();
        let options = options(&folder);
        let context = init(&options).await.unwrap();
        let before = std::fs::read(&context).unwrap();
        let error = init(&options).await.unwrap_err().to_string();
        assert!(
            error.contains("initialised already") && error.contains("epicd serve"),
            "{error}"
        );
        assert_eq!(std::fs::read(&context).unwrap(), before);
    }

    #[test]
    fn a_client_is_told_a_name_it_can_reach() {
        let at = |listen: &str, name| url(listen.parse().unwrap(), name);
        assert_eq!(at("127.0.0.1:1", None), "https://127.0.0.1:1");
        assert_eq!(at("[::1]:1", None), "https://[::1]:1");
        assert_eq!(at("0.0.0.0:1", None), "https://localhost:1");
        assert_eq!(
            at("0.0.0.0:1", Some("epic.example.com")),
            "https://epic.example.com:1"
        );
    }
}
