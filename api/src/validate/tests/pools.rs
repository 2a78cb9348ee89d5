use super::*;

#[test]
fn each_fault_of_a_pool_is_named_with_its_place_and_a_hint() {
    for (pointer, value, field, words) in [
        ("/spec/addresses", json!([]), "spec.addresses", "at least 1"),
        (
            "/spec/addresses/0",
            json!("ten"),
            "spec.addresses[0]",
            "write `198.51.100.0/24`",
        ),
        (
            "/spec/addresses/0",
            json!("198.51.100.7/24"),
            "spec.addresses[0]",
            "did you mean `198.51.100.0/24`",
        ),
        (
            "/spec/reserved/0",
            json!("198.51.100.9-198.51.100.1"),
            "spec.reserved[0]",
            "swap",
        ),
        (
            "/spec/reserved/0",
            json!("198.51.100.9-2001:db8::1"),
            "spec.reserved[0]",
            "one family",
        ),
        (
            "/spec/reserved/0",
            json!("198.51.101.1"),
            "spec.reserved[0]",
            "not within the pool",
        ),
        (
            "/spec/reserved/0",
            json!("198.51.100.250-198.51.101.1"),
            "spec.reserved[0]",
            "not within the pool",
        ),
    ] {
        // A pool whose only range is broken has nothing to be reserved from.
        let mut sent = with(Kind::IpPool, pointer, value);
        if pointer.contains("addresses") {
            sent["spec"]["reserved"] = json!([]);
        }
        assert_fault(Kind::IpPool, &sent, field, words);
    }
}

#[test]
fn ranges_of_a_pool_that_overlap_are_named_both() {
    for addresses in [
        json!(["10.0.0.0/24", "10.0.0.255-10.0.1.1"]),
        json!(["10.0.0.0/24", "2001:db8::/64", "10.0.0.0/25"]),
        json!(["10.0.0.0/16", "10.0.1.0/24", "10.0.200.0/24"]),
    ] {
        let mut sent = with(Kind::IpPool, "/spec/addresses", addresses);
        sent["spec"]["reserved"] = json!([]);
        let error = refusal(Kind::IpPool, &sent);
        assert!(
            error.causes[0].message.contains("overlaps `10.0."),
            "{error}"
        );
        assert!(
            error.causes[0].message.contains("at spec.addresses[0]"),
            "{error}"
        );
    }
    let apart = json!([
        "10.0.0.0/24",
        "10.0.1.0/24",
        "2001:db8::/64",
        "2001:db8:0:1::/64"
    ]);
    let mut sent = with(Kind::IpPool, "/spec/addresses", apart);
    sent["spec"]["reserved"] = json!([]);
    assert!(admit(Kind::IpPool, &sent).is_ok());
}
