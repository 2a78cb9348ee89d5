use super::*;

#[test]
fn each_fault_of_an_account_is_named_with_its_place_and_a_hint() {
    let many: Vec<String> = (0..65).map(|i| format!("t{i}")).collect();
    for (field, value, place, words) in [
        (
            "quotas",
            json!({ "gateways": -1 }),
            "quotas.gateways",
            "is out of range",
        ),
        (
            "quotas",
            json!({ "gateway": 1 }),
            "quotas.gateway",
            "did you mean `gateways`",
        ),
        (
            "allowedTemplates",
            json!(["A"]),
            "allowedTemplates[0]",
            "for example `a`",
        ),
        (
            "allowedTemplates",
            json!(["a", "a"]),
            "allowedTemplates[1]",
            "already at",
        ),
        (
            "allowedTemplates",
            json!(many),
            "allowedTemplates",
            "at most 64",
        ),
        (
            "allowedPools",
            json!(["a b"]),
            "allowedPools[0]",
            "is not a name",
        ),
        (
            "allowedNetworks",
            json!(["ten"]),
            "allowedNetworks[0]",
            "write a CIDR",
        ),
        (
            "allowedNetworks",
            json!(["10.0.0.7/8"]),
            "allowedNetworks[0]",
            "did you mean `10.0.0.0/8`",
        ),
        (
            "allowedNetworks",
            json!(["10.0.0.0/8", "10.0.0.0/8"]),
            "allowedNetworks[1]",
            "already at",
        ),
    ] {
        let sent = with(Kind::Account, &format!("/spec/{field}"), value);
        assert_fault(Kind::Account, &sent, &format!("spec.{place}"), words);
    }
}
