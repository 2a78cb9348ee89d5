//! The dashboard over a script instead of a server: `cargo run -p epic-tui --example scripted`.

#[path = "../src/tests/fixture.rs"]
mod fixture;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use epic_api::client::{ClientError, List};
use epic_api::kind::Kind;
use epic_api::revision::RevisionPage;
use epic_api::topology::Topology;
use epic_tui::{Changes, Error, Options, Source};
use futures::future::BoxFuture;
use futures::{FutureExt as _, StreamExt as _};

/// Always there; nothing changes but the rates.
#[derive(Clone, Default)]
struct Script {
    polls: Arc<AtomicU32>,
}

impl Source for Script {
    fn list(&self, kind: Kind, _: Option<String>) -> BoxFuture<'static, Result<List, ClientError>> {
        let items = match kind {
            Kind::Gateway => fixture::gateways(),
            Kind::Event => fixture::events(),
            kind => fixture::objects(kind),
        };
        let resource_version = "100".to_owned();
        async {
            Ok(List {
                next: None,
                remaining_item_count: None,
                resource_version,
                items,
            })
        }
        .boxed()
    }

    fn watch(
        &self,
        _: Kind,
        _: Option<String>,
        _: String,
    ) -> BoxFuture<'static, Result<Changes, ClientError>> {
        async { Ok(futures::stream::pending().boxed()) }.boxed()
    }

    fn revisions(
        &self,
        _: Option<String>,
    ) -> BoxFuture<'static, Result<RevisionPage, ClientError>> {
        async { Ok(fixture::revisions()) }.boxed()
    }

    fn topology(
        &self,
        _: String,
        gateway: String,
    ) -> BoxFuture<'static, Result<Topology, ClientError>> {
        let second = self.polls.fetch_add(1, Ordering::Relaxed) % 20;
        async move { Ok(fixture::topology(&gateway, true, f64::from(second))) }.boxed()
    }
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    let options = Options {
        context_name: "script".to_owned(),
        ..Options::default()
    };
    epic_tui::run_with(Script::default(), options).await
}
