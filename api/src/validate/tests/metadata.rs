use super::*;

#[test]
fn each_fault_of_metadata_is_named_with_its_place_and_a_hint() {
    let long = "a".repeat(64);
    let annotations: Value = json!({ "a": "x".repeat(256 * 1024) });
    let many: serde_json::Map<String, Value> =
        (0..65).map(|i| (format!("k{i}"), json!("v"))).collect();
    for (kind, pointer, value, field, words) in [
        (
            Kind::Gateway,
            "/metadata/name",
            json!("My Gateway"),
            "metadata.name",
            "for example `my-gateway`",
        ),
        (
            Kind::Gateway,
            "/metadata/name",
            json!(long),
            "metadata.name",
            "at most 63",
        ),
        (
            Kind::Gateway,
            "/metadata/name",
            json!(""),
            "metadata.name",
            "RFC 1123",
        ),
        (
            Kind::Gateway,
            "/metadata/account",
            Value::Null,
            "metadata.account",
            "belongs to an account",
        ),
        (
            Kind::Gateway,
            "/metadata/account",
            json!("A/B"),
            "metadata.account",
            "is not a name",
        ),
        (
            Kind::IpPool,
            "/metadata/account",
            json!("acme"),
            "metadata.account",
            "remove it",
        ),
        (
            Kind::Gateway,
            "/metadata/labels",
            json!({ "a b": "c" }),
            "metadata.labels[a b]",
            "is not a key",
        ),
        (
            Kind::Gateway,
            "/metadata/labels",
            json!({ "a": "b c" }),
            "metadata.labels[a]",
            "longer texts go into annotations",
        ),
        (
            Kind::Gateway,
            "/metadata/labels",
            json!(many),
            "metadata.labels",
            "give at most 64",
        ),
        (
            Kind::Gateway,
            "/metadata/annotations",
            json!({ "/a": "" }),
            "metadata.annotations[/a]",
            "is not a key",
        ),
        (
            Kind::Gateway,
            "/metadata/annotations",
            json!({ "a": "\u{1b}" }),
            "metadata.annotations[a]",
            "control character",
        ),
        (
            Kind::Gateway,
            "/metadata/annotations",
            annotations,
            "metadata.annotations",
            "within 262144 bytes",
        ),
        (
            Kind::Account,
            "/spec/displayName",
            json!("a\nb"),
            "spec.displayName",
            "control character",
        ),
        (
            Kind::Account,
            "/spec/displayName",
            json!("x".repeat(254)),
            "spec.displayName",
            "at most 253",
        ),
    ] {
        assert_fault(kind, &with(kind, pointer, value), field, words);
    }
}
