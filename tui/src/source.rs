//! Where the data comes from: epicd, or a script in tests.

use epic_api::client::{Client, ClientError, List, WatchEvent};
use epic_api::kind::Kind;
use epic_api::revision::RevisionPage;
use epic_api::topology::Topology;
use futures::future::BoxFuture;
use futures::stream::BoxStream;
use futures::{FutureExt as _, StreamExt as _};

/// How many revisions are shown.
const REVISIONS: usize = 200;

/// Changes, until the connection breaks.
pub type Changes = BoxStream<'static, Result<WatchEvent, ClientError>>;

/// What the dashboard asks epicd for. Cheap to clone.
pub trait Source: Clone + Send + Sync + 'static {
    /// Every object of a kind.
    fn list(
        &self,
        kind: Kind,
        account: Option<String>,
    ) -> BoxFuture<'static, Result<List, ClientError>>;

    /// Changes of a kind after a resourceVersion.
    fn watch(
        &self,
        kind: Kind,
        account: Option<String>,
        resource_version: String,
    ) -> BoxFuture<'static, Result<Changes, ClientError>>;

    /// The newest revisions, of an account or of all.
    fn revisions(
        &self,
        account: Option<String>,
    ) -> BoxFuture<'static, Result<RevisionPage, ClientError>>;

    /// The graph of a gateway.
    fn topology(
        &self,
        account: String,
        gateway: String,
    ) -> BoxFuture<'static, Result<Topology, ClientError>>;
}

impl Source for Client {
    fn list(
        &self,
        kind: Kind,
        account: Option<String>,
    ) -> BoxFuture<'static, Result<List, ClientError>> {
        let client = self.clone();
        async move { Client::list(&client, kind, account.as_deref()).await }.boxed()
    }

    fn watch(
        &self,
        kind: Kind,
        account: Option<String>,
        resource_version: String,
    ) -> BoxFuture<'static, Result<Changes, ClientError>> {
        let client = self.clone();
        async move {
            let changes = Client::watch(&client, kind, account.as_deref(), &resource_version);
            Ok(changes.await?.boxed())
        }
        .boxed()
    }

    fn revisions(
        &self,
        account: Option<String>,
    ) -> BoxFuture<'static, Result<RevisionPage, ClientError>> {
        let client = self.clone();
        async move { Client::revisions(&client, account.as_deref(), REVISIONS, None).await }.boxed()
    }

    fn topology(
        &self,
        account: String,
        gateway: String,
    ) -> BoxFuture<'static, Result<Topology, ClientError>> {
        let client = self.clone();
        async move { Client::topology(&client, &account, &gateway).await }.boxed()
    }
}
