//! PATCH: merge patch, JSON patch, server-side apply.

use epic_api::certificate::REDACTED;
use epic_api::client::WriteOptions;
use epic_api::patch::PatchType;
use epic_api::{ApiError, Kind, RawObject};
use hyper::Method;
use serde_json::{Value, json};

use crate::support::{Epicd, backend, backend_key, refusal};

fn by(manager: &str) -> WriteOptions {
    WriteOptions {
        field_manager: Some(manager.to_owned()),
        ..WriteOptions::default()
    }
}

async fn patch(epicd: &Epicd, kind: PatchType, patch: Value) -> Result<RawObject, ApiError> {
    let key = backend_key("web");
    let outcome = epicd
        .admin
        .patch(&key, kind, &patch, &WriteOptions::default())
        .await;
    outcome.map_err(|error| refusal::<()>(Err(error)))
}

fn endpoints(ports: &[u16]) -> Value {
    let endpoints: Vec<Value> = ports
        .iter()
        .map(|port| json!({ "address": "10.0.0.1", "port": port }))
        .collect();
    json!({
        "apiVersion": epic_api::API_VERSION,
        "kind": "Backend",
        "metadata": {},
        "spec": { "endpoints": endpoints },
    })
}

#[tokio::test]
async fn a_merge_patch_sets_what_it_names_and_null_removes() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("web", 80)).await.unwrap();
    let set = json!({ "metadata": { "labels": { "tier": "web", "old": "1" } } });
    patch(&epicd, PatchType::Merge, set).await.unwrap();
    let remove = json!({ "metadata": { "labels": { "old": null } } });
    let object = patch(&epicd, PatchType::Merge, remove).await.unwrap();
    assert_eq!(object.metadata.labels.len(), 1);
    assert_eq!(object.metadata.labels["tier"], "web");
    assert_eq!(object.spec["endpoints"][0]["port"], 80);
}

#[tokio::test]
async fn a_json_patch_is_admitted_like_a_put() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("web", 80)).await.unwrap();
    let replace = |value: Value| json!([{ "op": "replace", "path": "/spec/endpoints/0/port", "value": value }]);
    let object = patch(&epicd, PatchType::Json, replace(81.into()))
        .await
        .unwrap();
    assert_eq!(
        (
            object.spec["endpoints"][0]["port"].as_u64(),
            object.metadata.generation
        ),
        (Some(81), 2)
    );
    let error = patch(&epicd, PatchType::Json, replace(0.into()))
        .await
        .unwrap_err();
    assert_eq!(
        (error.code, error.causes[0].field.as_str()),
        (422, "spec.endpoints[0].port")
    );
    let error = patch(
        &epicd,
        PatchType::Json,
        json!([{ "op": "replace", "path": "", "value": "x" }]),
    )
    .await
    .unwrap_err();
    assert_eq!(error.code, 422, "{error}");
    let stored = epicd.admin.get(&backend_key("web")).await.unwrap();
    assert_eq!(stored.spec["endpoints"][0]["port"], 81);
}

#[tokio::test]
async fn a_patch_for_another_version_is_refused_and_a_dry_run_changes_nothing() {
    let epicd = Epicd::start().await;
    let made = epicd.admin.create(&backend("web", 80)).await.unwrap();
    let version = made.metadata.resource_version.unwrap();
    let labels = |value: &str, version: &str| json!({ "metadata": { "resourceVersion": version, "labels": { "a": value } } });
    let dry = WriteOptions {
        dry_run: true,
        ..WriteOptions::default()
    };
    let key = backend_key("web");
    let tried = epicd
        .admin
        .patch(
            &key,
            PatchType::Merge,
            &json!({ "metadata": { "labels": { "a": "0" } } }),
            &dry,
        )
        .await
        .unwrap();
    assert_eq!(tried.metadata.labels["a"], "0");
    let current = epicd.admin.get(&key).await.unwrap().metadata;
    assert!(current.labels.is_empty());
    let version = current.resource_version.unwrap_or(version);
    patch(&epicd, PatchType::Merge, labels("1", &version))
        .await
        .unwrap();
    let error = patch(&epicd, PatchType::Merge, labels("2", &version))
        .await
        .unwrap_err();
    assert_eq!(error.code, 409, "{error}");
    let renamed = json!({ "metadata": { "name": "other" } });
    assert_eq!(
        patch(&epicd, PatchType::Merge, renamed)
            .await
            .unwrap_err()
            .code,
        400
    );
}

#[tokio::test]
async fn patches_of_many_at_once_are_all_kept() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("web", 80)).await.unwrap();
    let patches = (0..16).map(|number| {
        let label = json!({ "metadata": { "labels": { format!("l{number}"): "x" } } });
        patch(&epicd, PatchType::Merge, label)
    });
    let outcomes = futures::future::join_all(patches).await;
    let done = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    let stored = epicd.admin.get(&backend_key("web")).await.unwrap();
    assert_eq!(stored.metadata.labels.len(), done);
    assert_eq!(done, 16);
}

#[tokio::test]
async fn managers_share_an_object_and_conflicts_name_field_and_owner() {
    let epicd = Epicd::start().await;
    let key = backend_key("web");
    let apply = |fields: Value, options: WriteOptions| {
        let (admin, key) = (epicd.admin.clone(), key.clone());
        async move { admin.apply_fields(&key, &fields, &options).await }
    };
    apply(endpoints(&[80]), by("blue")).await.unwrap();
    let object = apply(endpoints(&[81]), by("green")).await.unwrap();
    assert_eq!(object.spec["endpoints"].as_array().unwrap().len(), 2);
    assert_eq!(object.metadata.managed_fields.len(), 2);

    let again = apply(endpoints(&[81]), by("green")).await.unwrap();
    assert_eq!(
        again.metadata.resource_version,
        object.metadata.resource_version
    );

    let mut unready = endpoints(&[80]);
    unready["spec"]["endpoints"][0]["ready"] = false.into();
    let error = refusal(apply(unready.clone(), by("green")).await);
    assert_eq!(error.code, 409);
    assert_eq!(
        error.causes[0].field,
        "spec.endpoints[address=\"10.0.0.1\",port=80]"
    );
    assert!(error.causes[0].message.contains("`blue`"), "{error}");
    let force = WriteOptions {
        force: true,
        ..by("green")
    };
    let object = apply(unready, force).await.unwrap();
    assert_eq!(
        object.spec["endpoints"].as_array().unwrap().len(),
        1,
        "81 was dropped: {object:?}"
    );
    let nothing = apply(endpoints(&[]), by("green")).await.unwrap();
    assert!(
        nothing
            .spec
            .get("endpoints")
            .is_none_or(|list| list == &json!([]))
    );
}

#[tokio::test]
async fn a_put_between_applies_takes_over_what_it_changes() {
    let epicd = Epicd::start().await;
    let key = backend_key("web");
    let labelled = |value: &str| {
        let mut fields = endpoints(&[80]);
        fields["metadata"]["labels"] = json!({ "tier": value });
        fields
    };
    let mut object = epicd
        .admin
        .apply_fields(&key, &labelled("a"), &by("helm"))
        .await
        .unwrap();
    object
        .metadata
        .labels
        .insert("tier".to_owned(), "b".to_owned());
    object.metadata.resource_version = None;
    epicd.admin.apply(&object, false).await.unwrap();
    let error = refusal(
        epicd
            .admin
            .apply_fields(&key, &labelled("a"), &by("helm"))
            .await,
    );
    assert_eq!(error.causes.len(), 1);
    assert_eq!(error.causes[0].field, "metadata.labels.tier");
}

#[tokio::test]
async fn what_is_no_patch_is_refused_before_anything_is_done() {
    let epicd = Epicd::start().await;
    epicd.admin.create(&backend("web", 80)).await.unwrap();
    let path = "/apis/epic-gateway.org/v1alpha1/accounts/default/backends/web";
    let error = epicd.refused(Method::PATCH, path, Some(&json!({}))).await;
    assert_eq!(error.code, 415);
    assert!(error.hint.unwrap().contains("merge-patch"));
    let anonymous = epicd
        .admin
        .patch(
            &backend_key("web"),
            PatchType::Apply,
            &endpoints(&[80]),
            &WriteOptions::default(),
        )
        .await;
    assert!(refusal(anonymous).message.contains("fieldManager"));
    let absent = epicd
        .admin
        .patch(
            &backend_key("gone"),
            PatchType::Merge,
            &json!({}),
            &WriteOptions::default(),
        )
        .await;
    assert_eq!(refusal(absent).code, 404);
    let error = patch(&epicd, PatchType::Merge, json!([1]))
        .await
        .unwrap_err();
    assert_eq!(error.code, 400);
    let error = patch(&epicd, PatchType::Json, json!({})).await.unwrap_err();
    assert_eq!(error.code, 400);
}

#[tokio::test]
async fn no_patch_can_move_a_private_key_to_where_it_shows() {
    let epicd = Epicd::start().await;
    let made = rcgen::generate_simple_self_signed(["a.example".to_owned()]).unwrap();
    let spec =
        json!({ "certificate": made.cert.pem(), "privateKey": made.signing_key.serialize_pem() });
    let certificate = RawObject {
        kind: Kind::Certificate,
        metadata: backend("tls", 80).metadata,
        spec,
        status: None,
    };
    epicd.admin.create(&certificate).await.unwrap();
    let steal = json!([
        { "op": "add", "path": "/metadata/annotations", "value": {} },
        { "op": "copy", "from": "/spec/privateKey", "path": "/metadata/annotations/key" },
    ]);
    let object = epicd
        .admin
        .patch(
            &certificate.key(),
            PatchType::Json,
            &steal,
            &WriteOptions::default(),
        )
        .await
        .unwrap();
    assert_eq!(object.metadata.annotations["key"], REDACTED);
    let label = json!({ "metadata": { "labels": { "a": "b" } } });
    let object = epicd
        .admin
        .patch(
            &certificate.key(),
            PatchType::Merge,
            &label,
            &WriteOptions::default(),
        )
        .await
        .unwrap();
    assert_eq!(
        object.metadata.generation, 1,
        "the key is the stored one still"
    );
}
