//! An account by itself.

use super::faults::{Faults, Place, quote};
use super::{MAX_REFERENCES, count, names, unique};
use crate::account::AccountSpec;

const MAX_DISPLAY_NAME: usize = 253;

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
    for (field, names) in [
        ("allowedTemplates", &account.allowed_templates),
        ("allowedPools", &account.allowed_pools),
    ] {
        let Some(names) = names else { continue };
        let place = spec.field(field);
        count(&place, "names", names.len(), 0, MAX_REFERENCES, faults);
        for (index, name) in names.iter().enumerate() {
            names::label(place.item(index), name, faults);
        }
        unique(&place, names, |name| quote(name), faults);
    }
    let networks = spec.field("allowedNetworks");
    count(
        &networks,
        "networks",
        account.allowed_networks.len(),
        0,
        MAX_REFERENCES,
        faults,
    );
    for (index, network) in account.allowed_networks.iter().enumerate() {
        if network.addr() != network.network() {
            faults.add(
                networks.item(index),
                format!("`{network}` has bits after its prefix"),
                format!("did you mean `{}`?", network.trunc()),
            );
        }
    }
    unique(
        &networks,
        account.allowed_networks.iter().map(ipnet::IpNet::trunc),
        |network| format!("`{network}`"),
        faults,
    );
}
