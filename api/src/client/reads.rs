//! Lists in pages, and lists and watches of some objects only.

use futures::Stream;
use http::Method;

use super::{Client, ClientError, List, WatchEvent, query};
use crate::kind::Kind;
use crate::object::RawObject;
use crate::path::ApiPath;

/// Which objects, and how many at once.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ListOptions {
    /// `app=web,tier!=db`; see [`crate::select`].
    pub label_selector: Option<String>,
    /// `spec.template=public`; see [`crate::select`].
    pub field_selector: Option<String>,
    /// The most objects of a page; all in one when absent.
    pub limit: Option<usize>,
    /// Where the last page ended: its `continue`.
    pub continue_from: Option<String>,
}

impl ListOptions {
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let texts = [
            ("labelSelector", &self.label_selector),
            ("fieldSelector", &self.field_selector),
            ("continue", &self.continue_from),
        ];
        for (name, value) in texts {
            pairs.extend(value.clone().map(|value| (name, value)));
        }
        pairs.extend(self.limit.map(|limit| ("limit", limit.to_string())));
        pairs
    }
}

impl Client {
    /// Some objects of a kind, or a page of them.
    ///
    /// # Errors
    /// See [`ClientError`]; 410 when a list that is gone on with is over.
    pub async fn list_with(
        &self,
        kind: Kind,
        account: Option<&str>,
        options: &ListOptions,
    ) -> Result<List, ClientError> {
        let path = list_path(kind, account, &options.pairs());
        self.call(Method::GET, &path, None::<&()>).await
    }

    /// Every object, page by page: all as they were when the first page was read.
    pub fn objects(
        &self,
        kind: Kind,
        account: Option<&str>,
        options: ListOptions,
    ) -> impl Stream<Item = Result<RawObject, ClientError>> + Send + use<> {
        let (client, account) = (self.clone(), account.map(str::to_owned));
        let first = Some((options, Vec::new().into_iter()));
        futures::stream::try_unfold(first, move |state| {
            let (client, account) = (client.clone(), account.clone());
            async move {
                let Some((mut options, mut page)) = state else {
                    return Ok(None);
                };
                loop {
                    if let Some(object) = page.next() {
                        return Ok(Some((object, Some((options, page)))));
                    }
                    if options.limit == Some(0) {
                        return Ok(None);
                    }
                    let list = client.list_with(kind, account.as_deref(), &options).await?;
                    page = list.items.into_iter();
                    match list.next {
                        Some(next) => options.continue_from = Some(next),
                        // Nothing asks for an empty page: the sign that this was the last.
                        None => options.limit = Some(0),
                    }
                }
            }
        })
    }

    /// Changes of some objects of a kind; see [`Client::watch`]. An object that stops being meant
    /// is deleted to this watch, one that begins to be is added.
    ///
    /// # Errors
    /// See [`ClientError`]. An error inside the stream ends it.
    pub async fn watch_with(
        &self,
        kind: Kind,
        account: Option<&str>,
        resource_version: &str,
        options: &ListOptions,
    ) -> Result<impl Stream<Item = Result<WatchEvent, ClientError>> + Send + use<>, ClientError>
    {
        let mut pairs = options.pairs();
        pairs.retain(|(name, _)| name.ends_with("Selector"));
        pairs.push(("watch", "true".to_owned()));
        pairs.push(("resourceVersion", resource_version.to_owned()));
        self.lines(&list_path(kind, account, &pairs)).await
    }
}

fn list_path(kind: Kind, account: Option<&str>, pairs: &[(&str, String)]) -> String {
    let path = ApiPath::List {
        kind,
        account: account.map(str::to_owned),
    };
    let query = query(pairs.iter().map(|(name, value)| (*name, value.as_str())));
    format!("{path}{query}")
}
