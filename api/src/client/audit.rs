//! Reading the audit log.

use http::Method;

use super::{Client, ClientError, query};
use crate::audit::{AUDIT_PATH, AuditList, AuditQuery};

impl Client {
    /// Who did what: the newest entries that fit, oldest first.
    ///
    /// # Errors
    /// See [`ClientError`].
    pub async fn audit(&self, wanted: &AuditQuery) -> Result<AuditList, ClientError> {
        let since = wanted.since.map(|since| since.to_string());
        let limit = wanted.limit.map(|limit| limit.to_string());
        let pairs = [
            ("since", &since),
            ("user", &wanted.user),
            ("kind", &wanted.kind),
            ("limit", &limit),
        ];
        let pairs = pairs
            .into_iter()
            .filter_map(|(name, value)| Some((name, value.as_deref()?)));
        let path = format!("{AUDIT_PATH}{}", query(pairs));
        self.call(Method::GET, &path, None::<&()>).await
    }
}
