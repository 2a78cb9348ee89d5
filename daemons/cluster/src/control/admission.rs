//! What is to be stored, given what was sent and what is there. Pure.

use std::sync::Arc;

use epic_api::certificate::REDACTED;
use epic_api::ownership::{self, ManagedFields};
use epic_api::{ApiError, FieldError, Kind, ObjectKey, RawObject, Reason};
use jiff::Timestamp;
use uuid::Uuid;

use crate::world::World;

/// An object that may be stored.
pub(super) struct Admitted {
    pub(super) object: RawObject,
    pub(super) spec_changed: bool,
}

/// The object to store; `None` if what is stored is what was asked for.
pub(super) fn admit(
    world: &World,
    mut object: RawObject,
    previous: Option<&RawObject>,
    owners: Owners<'_>,
    now: Timestamp,
) -> Result<Option<Admitted>, ApiError> {
    refuse_kinds_of_epicd(object.kind)?;
    check_version(&object, previous)?;
    take_over_metadata(&mut object, previous, now);
    refuse_placeholder(&object)?;
    let mut object = world.admit(object, previous, now)?;
    object.metadata.managed_fields = match (owners, previous) {
        (Owners::Are(owners), _) => owners,
        (Owners::Written(manager), Some(previous)) => {
            ownership::after_update(previous, &object, manager, now)?
        }
        (Owners::Written(_), None) => Vec::new(),
    };
    let Some(previous) = previous else {
        object.metadata.generation = 1;
        return Ok(Some(Admitted {
            object,
            spec_changed: true,
        }));
    };
    let spec_changed = object.spec != previous.spec;
    if !spec_changed && object == *previous {
        return Ok(None);
    }
    object.metadata.generation += u64::from(spec_changed);
    Ok(Some(Admitted {
        object,
        spec_changed,
    }))
}

/// Who owns an object's fields once it is stored.
pub(super) enum Owners<'a> {
    /// Worked out already.
    Are(Vec<ManagedFields>),
    /// What the write changes belongs to this manager.
    Written(&'a str),
}

/// What must be there for a write.
pub(super) enum Expected {
    Anything,
    Absent,
    /// The same as when the change was made from it, but for what epicd writes itself.
    Still(Option<Arc<RawObject>>),
}

impl Expected {
    pub(super) fn check(&self, key: &ObjectKey, found: Option<&RawObject>) -> Result<(), ApiError> {
        let met = match (self, found) {
            (Expected::Anything, _) | (Expected::Absent | Expected::Still(None), None) => true,
            (Expected::Absent, Some(_)) => return Err(already_exists(key)),
            (Expected::Still(Some(base)), Some(found)) => is_as_written(base, found),
            (Expected::Still(_), _) => false,
        };
        if met {
            return Ok(());
        }
        let message = format!("{key} was changed while the change to it was worked out");
        Err(ApiError::new(Reason::Conflict, message).with_hint("try again"))
    }
}

/// Whether two states of an object differ in nothing that users write.
fn is_as_written(a: &RawObject, b: &RawObject) -> bool {
    let (x, y) = (&a.metadata, &b.metadata);
    a.spec == b.spec
        && x.uid == y.uid
        && x.labels == y.labels
        && x.annotations == y.annotations
        && x.managed_fields == y.managed_fields
}

/// May users write objects of this kind?
pub(super) fn refuse_kinds_of_epicd(kind: Kind) -> Result<(), ApiError> {
    if kind == Kind::Event {
        let message = "events are written by EPIC only";
        return Err(ApiError::new(Reason::MethodNotAllowed, message));
    }
    Ok(())
}

/// There is no object at the key.
pub fn not_found(key: &ObjectKey) -> ApiError {
    ApiError::new(Reason::NotFound, format!("there is no {key}"))
}

/// There is an object at the key.
fn already_exists(key: &ObjectKey) -> ApiError {
    ApiError::new(Reason::AlreadyExists, format!("{key} exists already"))
        .with_hint("apply it to change it")
}

fn check_version(object: &RawObject, previous: Option<&RawObject>) -> Result<(), ApiError> {
    let Some(sent) = object.metadata.resource_version.as_deref() else {
        return Ok(());
    };
    let current = previous.and_then(|previous| previous.metadata.resource_version.as_deref());
    if current == Some(sent) {
        return Ok(());
    }
    let key = object.key();
    let message = match current {
        Some(current) => {
            format!("{key} has changed: it is at resourceVersion {current}, you sent {sent}")
        }
        None => format!("{key} is gone, you sent its resourceVersion {sent}"),
    };
    let hint = "read it again and make your change to that, or leave resourceVersion out";
    Err(ApiError::new(Reason::Conflict, message).with_hint(hint))
}

/// What only EPIC writes comes from the stored object, whatever was sent.
fn take_over_metadata(object: &mut RawObject, previous: Option<&RawObject>, now: Timestamp) {
    object.status = previous.and_then(|previous| previous.status.clone());
    let metadata = &mut object.metadata;
    match previous.map(|previous| &previous.metadata) {
        Some(previous) => {
            metadata.uid.clone_from(&previous.uid);
            metadata.creation_timestamp = previous.creation_timestamp;
            metadata.generation = previous.generation;
            metadata.spec_revision = previous.spec_revision;
            metadata
                .resource_version
                .clone_from(&previous.resource_version);
        }
        None => {
            metadata.uid = Some(Uuid::new_v4().to_string());
            metadata.creation_timestamp = Some(now);
            metadata.generation = 0;
            metadata.spec_revision = 0;
            metadata.resource_version = None;
        }
    }
}

/// A certificate's key that is not shown can only stand for one that is stored.
fn refuse_placeholder(object: &RawObject) -> Result<(), ApiError> {
    if object.kind != Kind::Certificate || object.spec["privateKey"] != REDACTED {
        return Ok(());
    }
    let cause = FieldError::new(
        "spec.privateKey",
        "is the placeholder for a key that is not shown",
    )
    .with_hint("send the private key itself, PEM");
    Err(ApiError::invalid(object.key(), vec![cause]))
}

/// The object as readers may see it.
pub fn redacted(object: &Arc<RawObject>) -> Arc<RawObject> {
    if object.kind != Kind::Certificate {
        return object.clone();
    }
    let mut object = RawObject::clone(object);
    object.spec["privateKey"] = REDACTED.into();
    Arc::new(object)
}
