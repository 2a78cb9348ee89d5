//! `envoyPatch`: changes that a template makes to what EPIC generates.
//!
//! A resource becomes JSON as Envoy's own `config_dump` shows it, is changed, and becomes a message
//! again by Envoy's descriptors: a field that Envoy does not know is found here, with its name, and
//! not by an Envoy that refuses everything.

use std::sync::OnceLock;

use epic_api::template::{EnvoyPatch, EnvoyResourceType};
use prost::Message as _;
use prost_reflect::{DescriptorPool, DeserializeOptions, DynamicMessage, SerializeOptions};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::translate::{Resource, ResourceType};

/// Why a patch can't be made.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("envoyPatch[{index}] can't be made on {kind:?} `{resource}`: {reason}")]
pub struct PatchError {
    /// Which of the template's patches.
    pub index: usize,
    /// The type of the resource.
    pub kind: ResourceType,
    /// The resource's name.
    pub resource: String,
    /// What is wrong with it.
    pub reason: String,
}

/// The types of resource that patches may be for.
pub const PATCHABLE: [ResourceType; 3] = [
    ResourceType::Cluster,
    ResourceType::RouteConfiguration,
    ResourceType::Listener,
];

/// The resource with the patches that are for it, in order; `None` where none is.
///
/// # Errors
/// A patch does not fit the resource, or makes something of it that Envoy has no message for.
pub fn apply(
    patches: &[EnvoyPatch],
    kind: ResourceType,
    resource: &Resource,
) -> Result<Option<Resource>, PatchError> {
    let mut own = patches
        .iter()
        .enumerate()
        .filter(|(_, patch)| is_for(patch, kind, &resource.name))
        .peekable();
    let Some((first, _)) = own.peek() else {
        return Ok(None);
    };
    let error = |index: usize, reason: String| PatchError {
        index,
        kind,
        resource: resource.name.to_string(),
        reason,
    };
    let mut last = *first;
    let mut json = to_json(resource).map_err(|reason| error(last, reason))?;
    for (index, patch) in own {
        change(&mut json, patch).map_err(|reason| error(index, reason))?;
        last = index;
    }
    if json.get("name").and_then(Value::as_str) != Some(&resource.name) {
        return Err(error(last, "it changes the resource's name".to_owned()));
    }
    let value = to_bytes(resource, &json).map_err(|reason| error(last, reason))?;
    let mut patched = resource.clone();
    patched.body.value = value;
    // Of the JSON, which is sorted: maps of a message may be encoded in any order.
    patched.version = version(&json);
    Ok(Some(patched))
}

fn is_for(patch: &EnvoyPatch, kind: ResourceType, name: &str) -> bool {
    let of_kind = match patch.target.kind {
        EnvoyResourceType::Listener => kind == ResourceType::Listener,
        EnvoyResourceType::RouteConfiguration => kind == ResourceType::RouteConfiguration,
        EnvoyResourceType::Cluster => kind == ResourceType::Cluster,
    };
    of_kind
        && match patch.target.name.as_deref() {
            None => true,
            Some(wanted) => match wanted.strip_suffix('*') {
                Some(begin) => name.starts_with(begin),
                None => name == wanted,
            },
        }
}

/// RFC 7396 or RFC 6902.
fn change(json: &mut Value, patch: &EnvoyPatch) -> Result<(), String> {
    if let Some(merge) = &patch.merge {
        json_patch::merge(json, merge);
    }
    if let Some(operations) = &patch.json {
        let operations: json_patch::Patch = serde_json::from_value(operations.clone())
            .map_err(|error| format!("not a JSON patch: {error}"))?;
        json_patch::patch(json, &operations).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// A resource as `config_dump` shows it: fields as in the protos, defaults left out.
///
/// # Errors
/// It is of a type whose descriptor is not known; the translation makes none.
pub fn to_json(resource: &Resource) -> Result<Value, String> {
    let descriptor = descriptor(resource)?;
    let message = DynamicMessage::decode(descriptor, resource.body.value.as_slice())
        .map_err(|error| error.to_string())?;
    let options = SerializeOptions::new().use_proto_field_name(true);
    message
        .serialize_with_options(serde_json::value::Serializer, &options)
        .map_err(|error| error.to_string())
}

fn to_bytes(resource: &Resource, json: &Value) -> Result<Vec<u8>, String> {
    let options = DeserializeOptions::new().deny_unknown_fields(true);
    DynamicMessage::deserialize_with_options(descriptor(resource)?, json, &options)
        .map(|message| message.encode_to_vec())
        .map_err(|error| error.to_string())
}

fn descriptor(resource: &Resource) -> Result<prost_reflect::MessageDescriptor, String> {
    let url = &resource.body.type_url;
    let name = url.rsplit('/').next().unwrap_or_default();
    pool()
        .get_message_by_name(name)
        .ok_or_else(|| format!("there is no message `{name}`"))
}

/// Envoy's messages; read once, when the first patch needs them.
fn pool() -> &'static DescriptorPool {
    static POOL: OnceLock<DescriptorPool> = OnceLock::new();
    POOL.get_or_init(|| {
        let bytes = include_bytes!("patch/envoy.binpb");
        DescriptorPool::decode(bytes.as_slice()).expect("a test compiles the descriptors")
    })
}

fn version(json: &Value) -> String {
    let digest = Sha256::digest(json.to_string().as_bytes());
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use envoy_types::pb::envoy::config::cluster::v3::Cluster;
    use serde_json::json;

    use super::*;
    use crate::translate::Needs;

    fn cluster() -> Resource {
        let message = Cluster {
            name: "backend/shop/1".to_owned(),
            ..Cluster::default()
        };
        Resource::new("backend/shop/1", &message, Needs::default())
    }

    fn patched(patch: Value) -> Result<Option<Value>, PatchError> {
        let patch: EnvoyPatch = serde_json::from_value(patch).unwrap();
        let patched = apply(&[patch], ResourceType::Cluster, &cluster())?;
        Ok(patched.map(|resource| to_json(&resource).unwrap()))
    }

    #[test]
    fn a_merge_and_a_json_patch_change_the_named_resource_and_no_other() {
        let merge = json!({ "target": { "type": "Cluster", "name": "backend/*" },
            "merge": { "connect_timeout": "3s" } });
        let changed = patched(merge).unwrap().unwrap();
        assert_eq!(
            changed,
            json!({ "name": "backend/shop/1", "connect_timeout": "3s" })
        );
        let operations = json!({ "target": { "type": "Cluster" },
            "json": [{ "op": "add", "path": "/alt_stat_name", "value": "shop" }] });
        assert_eq!(
            patched(operations).unwrap().unwrap()["alt_stat_name"],
            "shop"
        );
        for target in [
            json!({ "type": "Cluster", "name": "backend/other/1" }),
            json!({ "type": "Listener" }),
        ] {
            assert_eq!(
                patched(json!({ "target": target, "merge": {} })).unwrap(),
                None
            );
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_with_its_place() {
        for (patch, words) in [
            (
                json!({ "merge": { "conect_timeout": "3s" } }),
                "conect_timeout",
            ),
            (
                json!({ "merge": { "connect_timeout": "soon" } }),
                "duration",
            ),
            (
                json!({ "merge": { "name": "other" } }),
                "changes the resource's name",
            ),
            (
                json!({ "json": [{ "op": "remove", "path": "/transport_socket" }] }),
                "/transport_socket",
            ),
            (
                json!({ "merge": { "transport_socket": { "name": "x",
                    "typed_config": { "@type": "type.googleapis.com/no.Such" } } } }),
                "no.Such",
            ),
        ] {
            let mut whole = patch;
            whole["target"] = json!({ "type": "Cluster" });
            let error = patched(whole).unwrap_err().to_string();
            assert!(
                error.starts_with("envoyPatch[0] can't be made on Cluster `backend/shop/1`")
                    && error.contains(words),
                "{error}"
            );
        }
    }
}
