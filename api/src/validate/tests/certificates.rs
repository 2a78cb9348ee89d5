use rcgen::{CertificateParams, KeyPair, PKCS_ECDSA_P256_SHA256, date_time_ymd};

use super::*;
use crate::certificate::CertificateSpec;
use crate::validate::certificate_facts;

/// A certificate of the year 2025 for `a.example` and `*.b.example`, and its key.
pub(super) fn pair() -> (String, String) {
    let mut params =
        CertificateParams::new(vec!["*.b.example".into(), "a.example".into()]).unwrap();
    params.not_before = date_time_ymd(2025, 1, 1);
    params.not_after = date_time_ymd(2025, 12, 31);
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
    (params.self_signed(&key).unwrap().pem(), key.serialize_pem())
}

/// A certificate of an authority, and one that it has issued to a server.
fn issued() -> (String, String) {
    let mut params = CertificateParams::new(Vec::<String>::new()).unwrap();
    params
        .distinguished_name
        .push(rcgen::DnType::CommonName, "authority");
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
    let authority = params.self_signed(&key).unwrap().pem();
    let issuer = rcgen::Issuer::new(params, key);
    let params = CertificateParams::new(vec!["a.example".into()]).unwrap();
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
    (authority, params.signed_by(&key, &issuer).unwrap().pem())
}

fn sent(certificate: &str, key: &str) -> Value {
    let mut sent = good(Kind::Certificate);
    sent["spec"] = json!({ "certificate": certificate, "privateKey": key });
    sent
}

#[test]
fn a_certificate_with_its_key_is_admitted_even_when_expired_or_with_the_key_redacted() {
    let (certificate, key) = pair();
    for key in [key.as_str(), REDACTED] {
        let object = admit(Kind::Certificate, &sent(&certificate, key)).unwrap();
        assert_eq!(object.spec["privateKey"], key);
    }
}

#[test]
fn each_fault_of_a_certificate_is_named_with_its_place_and_a_hint() {
    let (certificate, key) = pair();
    let (_, other_key) = pair();
    let broken = certificate.replacen("MII", "AAA", 1);
    let not_pem = certificate.replace("-----END CERTIFICATE-----", "");
    let large = "x".repeat(64 * 1024 + 1);
    let encrypted = key.replace("PRIVATE", "ENCRYPTED PRIVATE");
    let chain = certificate.repeat(17);
    for (certificate, key, field, words) in [
        (
            certificate.as_str(),
            other_key.as_str(),
            "spec.privateKey",
            "does not match the certificate",
        ),
        (
            &certificate,
            "secret",
            "spec.privateKey",
            "has no PEM private key",
        ),
        (&certificate, &encrypted, "spec.privateKey", "openssl pkey"),
        (
            &certificate,
            &large,
            "spec.privateKey",
            "at most 65536 bytes",
        ),
        (&large, &key, "spec.certificate", "at most 65536"),
        (
            "hello",
            &key,
            "spec.certificate",
            "-----BEGIN CERTIFICATE-----",
        ),
        (&not_pem, &key, "spec.certificate", "line breaks included"),
        (
            &broken,
            &key,
            "spec.certificate",
            "certificate 1 of the chain can't be read",
        ),
        (&chain, &key, "spec.certificate", "at most 16"),
    ] {
        assert_fault(Kind::Certificate, &sent(certificate, key), field, words);
    }
}

#[test]
fn no_fault_of_a_certificate_shows_the_key() {
    let (certificate, _) = pair();
    let (_, key) = pair();
    let shown = refusal(Kind::Certificate, &sent(&certificate, &key)).to_string();
    let secret = key.lines().nth(1).unwrap();
    assert!(!shown.contains(secret), "{shown}");
}

#[test]
fn facts_of_a_certificate_are_what_its_leaf_says() {
    let (certificate, _) = pair();
    let spec = CertificateSpec {
        certificate,
        private_key: Some(REDACTED.into()),
    };
    let facts = certificate_facts(&spec).unwrap();
    assert_eq!(facts.dns_names, ["*.b.example", "a.example"]);
    assert_eq!(facts.not_before.to_string(), "2025-01-01T00:00:00Z");
    assert_eq!(facts.not_after.to_string(), "2025-12-31T00:00:00Z");
    assert_eq!(facts.fingerprint.len(), 64);
}

/// A certificate of an authority, valid for the year.
fn authority(year: i32) -> String {
    let mut params = CertificateParams::new(vec![]).unwrap();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    params.not_before = date_time_ymd(year, 1, 1);
    params.not_after = date_time_ymd(year, 12, 31);
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
    params.self_signed(&key).unwrap().pem()
}

fn bundle(certificate: &str) -> Value {
    with(
        Kind::Certificate,
        "/spec",
        json!({ "certificate": certificate }),
    )
}

#[test]
fn a_certificate_without_a_key_holds_authorities() {
    let two = authority(2025) + &authority(2027);
    let object = admit(Kind::Certificate, &bundle(&two)).unwrap();
    assert_eq!(object.spec.get("privateKey"), None);
    let facts = certificate_facts(&serde_json::from_value(object.spec).unwrap()).unwrap();
    assert_eq!(facts.dns_names, [""; 0]);
    assert_eq!(facts.not_before.to_string(), "2025-01-01T00:00:00Z");
    assert_eq!(facts.not_after.to_string(), "2027-12-31T00:00:00Z");

    let one = authority(2025);
    assert!(admit(Kind::Certificate, &bundle(&one.repeat(64))).is_ok());
    let (_, leaf) = issued();
    for (certificate, words) in [
        (leaf.clone(), "certificate 1 is no authority's"),
        (one.clone() + &leaf, "certificate 2 is no authority's"),
        (one.repeat(65), "at most 64"),
    ] {
        let sent = bundle(&certificate);
        assert_fault(Kind::Certificate, &sent, "spec.certificate", words);
    }
}

#[test]
fn ten_megabytes_of_certificates_are_refused_by_their_size_alone() {
    let large = authority(2025).repeat(20_000);
    assert!(large.len() > 10 << 20);
    let sent = bundle(&large);
    assert_fault(
        Kind::Certificate,
        &sent,
        "spec.certificate",
        "at most 65536",
    );
}
