//! Where things are in the REST API.
//!
//! ```text
//! /apis/epic-gateway.org/v1alpha1/{plural}                              every object of a kind
//! /apis/epic-gateway.org/v1alpha1/{plural}/{name}[/{sub}]               one, cluster-scoped kinds
//! /apis/epic-gateway.org/v1alpha1/accounts/{account}/{plural}           a kind in an account
//! /apis/epic-gateway.org/v1alpha1/accounts/{account}/{plural}/{name}[/{sub}]
//! ```

use crate::kind::{GROUP, Kind, Scope, VERSION};
use crate::meta::ObjectKey;

/// A part of an object with a life of its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Subresource {
    /// `status`: what EPIC reports.
    Status,
    /// `topology` of a gateway: the live graph.
    Topology,
}

impl Subresource {
    const fn name(self) -> &'static str {
        match self {
            Subresource::Status => "status",
            Subresource::Topology => "topology",
        }
    }
}

/// What a path names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ApiPath {
    /// The objects of a kind: everywhere, or in one account.
    List {
        /// The kind.
        kind: Kind,
        /// The account; `None` for all, and for cluster-scoped kinds.
        account: Option<String>,
    },
    /// One object.
    Object {
        /// Which.
        key: ObjectKey,
        /// Which part; `None` for the whole.
        sub: Option<Subresource>,
    },
}

impl ApiPath {
    /// What all paths of resources begin with.
    pub fn prefix() -> String {
        format!("/apis/{GROUP}/{VERSION}")
    }

    /// Reads what follows [`ApiPath::prefix`]. Segments must be percent-decoded already or need no
    /// decoding; names never do. `None` if nothing is at this path.
    pub fn parse(rest: &str) -> Option<ApiPath> {
        let segments: Vec<&str> = rest.trim_start_matches('/').split('/').collect();
        match segments.as_slice() {
            ["accounts", account, plural, tail @ ..] if Kind::from_plural(plural).is_some() => {
                let kind =
                    Kind::from_plural(plural).filter(|kind| kind.scope() == Scope::Account)?;
                Self::within(kind, Some((*account).to_owned()), tail)
            }
            [plural, tail @ ..] => {
                let kind = Kind::from_plural(plural)?;
                if kind.scope() == Scope::Account && !tail.is_empty() {
                    return None;
                }
                Self::within(kind, None, tail)
            }
            [] => None,
        }
    }

    fn within(kind: Kind, account: Option<String>, tail: &[&str]) -> Option<ApiPath> {
        let (name, sub) = match tail {
            [] => return Some(ApiPath::List { kind, account }),
            [name] => (name, None),
            [name, "status"] => (name, Some(Subresource::Status)),
            [name, "topology"] if kind == Kind::Gateway => (name, Some(Subresource::Topology)),
            _ => return None,
        };
        if name.is_empty() {
            return None;
        }
        let key = ObjectKey {
            kind,
            account,
            name: (*name).to_owned(),
        };
        Some(ApiPath::Object { key, sub })
    }
}

impl std::fmt::Display for ApiPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&ApiPath::prefix())?;
        let (kind, account) = match self {
            ApiPath::List { kind, account } => (kind, account),
            ApiPath::Object { key, .. } => (&key.kind, &key.account),
        };
        if let Some(account) = account {
            write!(f, "/accounts/{account}")?;
        }
        write!(f, "/{}", kind.plural())?;
        if let ApiPath::Object { key, sub } = self {
            write!(f, "/{}", key.name)?;
            if let Some(sub) = sub {
                write!(f, "/{}", sub.name())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_was_written_is_read_as_the_same() {
        let web = ObjectKey::in_account(Kind::Gateway, "acme", "web");
        for path in [
            ApiPath::List {
                kind: Kind::Gateway,
                account: None,
            },
            ApiPath::List {
                kind: Kind::Route,
                account: Some("acme".into()),
            },
            ApiPath::Object {
                key: web.clone(),
                sub: None,
            },
            ApiPath::Object {
                key: web,
                sub: Some(Subresource::Topology),
            },
            ApiPath::Object {
                key: ObjectKey::cluster(Kind::Account, "acme"),
                sub: None,
            },
            ApiPath::Object {
                key: ObjectKey::cluster(Kind::Account, "acme"),
                sub: Some(Subresource::Status),
            },
        ] {
            let text = path.to_string();
            let rest = text.strip_prefix(&ApiPath::prefix()).unwrap();
            assert_eq!(ApiPath::parse(rest).as_ref(), Some(&path), "{text}");
        }
    }

    #[test]
    fn nothing_is_at_a_path_of_the_wrong_scope() {
        for rest in [
            "/gateways/web",
            "/accounts/acme/ippools",
            "/pods",
            "/",
            "/routes//status",
        ] {
            assert_eq!(ApiPath::parse(rest), None, "{rest}");
        }
    }
}
