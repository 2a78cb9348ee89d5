//! Name, account, labels and annotations.

use super::faults::{Faults, Place};
use super::{is_account_scoped, names};
use crate::kind::Kind;
use crate::meta::ObjectMeta;

/// The most labels of an object.
const MAX_LABELS: usize = 64;
/// The size of all annotations together, as in Kubernetes.
const MAX_ANNOTATION_BYTES: usize = 256 * 1024;

pub(super) fn check(kind: Kind, metadata: &ObjectMeta, faults: &mut Faults) {
    let place = Place::root("metadata");
    names::label(place.field("name"), &metadata.name, faults);
    match (&metadata.account, is_account_scoped(kind)) {
        (Some(account), true) => names::label(place.field("account"), account, faults),
        (None, true) => faults.add(
            place.field("account"),
            format!("is missing: a {kind} belongs to an account"),
            "write `account: NAME`, or let epicctl do it with --account",
        ),
        (Some(_), false) => faults.add(
            place.field("account"),
            format!("must be absent: a {kind} belongs to no account"),
            "remove it",
        ),
        (None, false) => {}
    }
    labels(metadata, faults);
    annotations(metadata, faults);
}

fn labels(metadata: &ObjectMeta, faults: &mut Faults) {
    let root = Place::root("metadata");
    let place = root.field("labels");
    super::count(
        &place,
        "labels",
        metadata.labels.len(),
        0,
        MAX_LABELS,
        faults,
    );
    for (key, value) in &metadata.labels {
        names::metadata_key(place.key(key), key, faults);
        names::label_value(place.key(key), value, faults);
    }
}

fn annotations(metadata: &ObjectMeta, faults: &mut Faults) {
    let root = Place::root("metadata");
    let place = root.field("annotations");
    let mut bytes = 0;
    for (key, value) in &metadata.annotations {
        bytes += key.len() + value.len();
        names::metadata_key(place.key(key), key, faults);
        let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if value.chars().any(odd) {
            faults.add(
                place.key(key),
                "has a control character",
                "only line breaks and tabs are allowed",
            );
        }
    }
    if bytes > MAX_ANNOTATION_BYTES {
        faults.add(
            place,
            format!("the annotations hold {bytes} bytes"),
            format!("keep keys and values together within {MAX_ANNOTATION_BYTES} bytes"),
        );
    }
}
