//! The addresses that an instance's namespace must reach: its backends' endpoints. No I/O.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use epic_api::agent::GatewayIntent;
use epic_api::{Backend, Kind, ObjectKey};

/// Addresses by backend, counted, so that a change of one backend looks at no other.
#[derive(Debug, Default)]
pub(super) struct Upstreams {
    by_backend: BTreeMap<String, BTreeSet<IpAddr>>,
    users: BTreeMap<IpAddr, usize>,
}

impl Upstreams {
    /// Takes in an intent, of which only `changed` differs. Says whether the addresses differ.
    pub(super) fn update(
        &mut self,
        intent: &GatewayIntent,
        changed: Option<&BTreeSet<ObjectKey>>,
    ) -> bool {
        let names: BTreeSet<String> = match changed {
            Some(changed) => changed
                .iter()
                .filter(|key| key.kind == Kind::Backend)
                .map(|key| key.name.clone())
                .collect(),
            None => self
                .by_backend
                .keys()
                .chain(intent.backends.keys())
                .cloned()
                .collect(),
        };
        let mut differ = false;
        for name in names {
            let backend = intent.backends.get(&name);
            differ |= self.exchange(&name, backend.map(|backend| addresses(backend)));
        }
        differ
    }

    /// All of them.
    pub(super) fn addresses(&self) -> BTreeSet<IpAddr> {
        self.users.keys().copied().collect()
    }

    fn exchange(&mut self, name: &str, now: Option<BTreeSet<IpAddr>>) -> bool {
        let before = self.by_backend.remove(name).unwrap_or_default();
        let now = now.unwrap_or_default();
        let mut differ = false;
        for address in now.difference(&before) {
            let users = self.users.entry(*address).or_default();
            *users += 1;
            differ |= *users == 1;
        }
        for address in before.difference(&now) {
            if let Some(users) = self.users.get_mut(address) {
                *users -= 1;
                if *users == 0 {
                    self.users.remove(address);
                    differ = true;
                }
            }
        }
        if !now.is_empty() {
            self.by_backend.insert(name.to_owned(), now);
        }
        differ
    }
}

fn addresses(backend: &Backend) -> BTreeSet<IpAddr> {
    let endpoints = backend.spec.endpoints.iter();
    endpoints.map(|endpoint| endpoint.address).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{backend, intent_with};

    fn set(addresses: &[&str]) -> BTreeSet<IpAddr> {
        addresses.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn an_address_stays_while_any_backend_uses_it() {
        let mut upstreams = Upstreams::default();
        let both = intent_with([
            backend("a", &["10.0.0.1:80", "10.0.0.1:81", "10.0.0.2:80"]),
            backend("b", &["10.0.0.1:80"]),
        ]);
        assert!(upstreams.update(&both, None));
        assert_eq!(upstreams.addresses(), set(&["10.0.0.1", "10.0.0.2"]));

        let only_b = intent_with([backend("b", &["10.0.0.1:80"])]);
        let changed = BTreeSet::from([ObjectKey::in_account(Kind::Backend, "acme", "a")]);
        assert!(upstreams.update(&only_b, Some(&changed)));
        assert_eq!(upstreams.addresses(), set(&["10.0.0.1"]));
    }

    #[test]
    fn a_change_that_moves_no_endpoint_says_so() {
        let mut upstreams = Upstreams::default();
        let intent = intent_with([backend("a", &["10.0.0.1:80"])]);
        upstreams.update(&intent, None);

        let moved_port = intent_with([backend("a", &["10.0.0.1:8080"])]);
        assert!(!upstreams.update(&moved_port, None));
        let changed = BTreeSet::from([ObjectKey::in_account(Kind::Route, "acme", "r")]);
        assert!(!upstreams.update(&moved_port, Some(&changed)));
    }
}
