//! A template's patches over what was generated, made anew only where something changed.

use std::sync::Arc;

use epic_api::template::EnvoyPatch;

use super::resources::Resources;
use crate::patch::{self, PATCHABLE, PatchError};

/// What was patched last.
#[derive(Debug, Default)]
pub(super) struct Patched {
    patches: Vec<EnvoyPatch>,
    generated: Resources,
    shown: Resources,
    faults: Vec<PatchError>,
}

impl Patched {
    /// The resources with the patches. One that can't be patched stays as it was generated.
    pub(super) fn update(&mut self, patches: &[EnvoyPatch], generated: &Resources) -> Resources {
        if patches.is_empty() {
            *self = Patched::default();
            return generated.clone();
        }
        let same_patches = self.patches == patches;
        let mut shown = generated.clone();
        let mut faults = Vec::new();
        for kind in PATCHABLE {
            for (name, resource) in generated.of(kind).iter() {
                let before = self.generated.get(kind, name);
                let unchanged =
                    same_patches && before.is_some_and(|old| Arc::ptr_eq(old, resource));
                if unchanged && let Some(old) = self.shown.get(kind, name) {
                    shown.insert_shared(kind, old.clone());
                    let kept = self.faults.iter();
                    faults.extend(
                        kept.filter(|fault| fault.kind == kind && *fault.resource == **name)
                            .cloned(),
                    );
                    continue;
                }
                match patch::apply(patches, kind, resource) {
                    Ok(Some(patched)) => shown.insert(kind, patched),
                    Ok(None) => {}
                    Err(fault) => faults.push(fault),
                }
            }
        }
        // Equal to what was shown before: the same allocation, as everywhere.
        shown.share_with(&self.shown);
        *self = Patched {
            patches: patches.to_vec(),
            generated: generated.clone(),
            shown: shown.clone(),
            faults,
        };
        shown
    }

    pub(super) fn faults(&self) -> &[PatchError] {
        &self.faults
    }
}
