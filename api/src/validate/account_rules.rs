//! An account by itself.

use super::faults::{Faults, Place, quote};
use super::{MAX_REFERENCES, count, names, unique};
use crate::account::AccountSpec;

const MAX_DISPLAY_NAME: usize = 253;
const MAX_ALLOWED: usize = 1_000;

pub(super) fn check(account: &AccountSpec, faults: &mut Faults) {
    let length = account
        .display_name
        .as_ref()
        .map_or(0, |name| name.chars().count());
    if length > MAX_DISPLAY_NAME {
        faults.add(
            Place::root("spec").field("displayName"),
            format!("the name has {length} characters"),
            format!("write at most {MAX_DISPLAY_NAME}"),
        );
    }
    let spec = Place::root("spec");
    for (field, list) in [
        ("allowedTemplates", &account.allowed_templates),
        ("allowedPools", &account.allowed_pools),
    ] {
        let Some(list) = list else { continue };
        let here = spec.field(field);
        count(&here, "names", list.len(), 0, MAX_ALLOWED, faults);
        for (index, name) in list.iter().enumerate() {
            names::label(here.item(index), name, faults);
        }
        unique(&here, list, |name| quote(name), faults);
    }
    let networks = spec.field("allowedNetworks");
    let found = account.allowed_networks.len();
    count(&networks, "networks", found, 0, MAX_REFERENCES, faults);
    for (index, network) in account.allowed_networks.iter().enumerate() {
        if network.addr() != network.network() {
            faults.add(
                networks.item(index),
                format!("`{network}` has bits beyond its prefix"),
                format!("write `{}`", network.trunc()),
            );
        }
    }
    unique(
        &networks,
        &account.allowed_networks,
        |network| format!("`{network}`"),
        faults,
    );
}
