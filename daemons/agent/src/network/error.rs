//! What can go wrong with networks, and what to do about it.

use std::io;

/// Why a network is not as wanted.
#[derive(Debug, thiserror::Error)]
pub enum NetworkError {
    /// The kernel refuses for want of a capability.
    #[error("may not {what}: {capability} is missing; run as root or use `--isolation none`")]
    Forbidden {
        /// What was tried.
        what: String,
        /// The capability it takes.
        capability: &'static str,
    },
    /// The kernel refuses for another reason.
    #[error("can't {what}: {cause}")]
    Failed {
        /// What was tried.
        what: String,
        /// Why.
        cause: io::Error,
    },
    /// More instances than transit addresses.
    #[error(
        "the transit range {range} has no address for instance number {slot}; give a larger one with --transit"
    )]
    NoTransit {
        /// The range.
        range: String,
        /// The instance's slot.
        slot: u32,
    },
    /// A uid that can't be part of a file's name.
    #[error("`{0}` can't be an instance's uid: letters, digits and `-`, at most 64")]
    Uid(String),
    /// [`announce`](super::Network::announce) before [`ensure`](super::Network::ensure).
    #[error("instance {0} has no network yet")]
    Missing(String),
}

impl NetworkError {
    /// About interfaces, addresses, routes.
    pub(super) fn net(what: impl Into<String>, cause: io::Error) -> NetworkError {
        NetworkError::of(what.into(), "CAP_NET_ADMIN", cause)
    }

    /// About namespaces and mounts.
    pub(super) fn sys(what: impl Into<String>, cause: io::Error) -> NetworkError {
        NetworkError::of(what.into(), "CAP_SYS_ADMIN", cause)
    }

    fn of(what: String, capability: &'static str, cause: io::Error) -> NetworkError {
        if cause.kind() == io::ErrorKind::PermissionDenied {
            return NetworkError::Forbidden { what, capability };
        }
        NetworkError::Failed { what, cause }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_right_is_named_with_the_way_out() {
        let denied = || io::Error::from_raw_os_error(1);
        assert_eq!(
            NetworkError::net("make a veth pair", denied()).to_string(),
            "may not make a veth pair: CAP_NET_ADMIN is missing; run as root or use `--isolation none`"
        );
        assert!(
            NetworkError::sys("x", denied())
                .to_string()
                .contains("CAP_SYS_ADMIN")
        );
    }
}
