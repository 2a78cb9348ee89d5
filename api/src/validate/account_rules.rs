//! An account by itself.

use super::faults::{Faults, Place};
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
}
