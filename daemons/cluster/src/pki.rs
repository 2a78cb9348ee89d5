//! The cluster's CA and the server's certificate.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context as _;
use jiff::Timestamp;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, PKCS_ECDSA_P256_SHA256, date_time_ymd,
};
use rustls_pki_types::{CertificateDer, pem::PemObject as _};

const DAY: u64 = 24 * 60 * 60;
const CA_DAYS: u64 = 3653;
const SERVER_DAYS: u64 = 365;
const RENEW_DAYS: i64 = 30;
/// Clocks of clients may be behind.
const BACKDATE: u64 = 60 * 60;

/// A certificate and its key, PEM.
#[derive(Clone)]
pub struct Pair {
    /// The certificate.
    pub certificate: String,
    /// The private key, PKCS#8.
    pub key: String,
}

/// A new CA, good for ten years.
///
/// # Errors
/// The system has no randomness.
pub fn new_ca(now: Timestamp) -> anyhow::Result<Pair> {
    let mut params = params(Vec::new(), "EPIC CA", now, CA_DAYS)?;
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?;
    let certificate = params.self_signed(&key)?;
    Ok(Pair {
        certificate: certificate.pem(),
        key: key.serialize_pem(),
    })
}

/// A new certificate for the server, good for a year.
///
/// # Errors
/// A name is neither a DNS name nor an address, or the CA can't be read.
pub fn new_server(ca: &Pair, names: Vec<String>, now: Timestamp) -> anyhow::Result<Pair> {
    let mut params = params(names, "epicd", now, SERVER_DAYS)?;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    let ca_key = KeyPair::from_pem(&ca.key).context("can't read the CA's key")?;
    let issuer = Issuer::from_ca_cert_pem(&ca.certificate, ca_key)
        .context("can't read the CA's certificate")?;
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?;
    let certificate = params.signed_by(&key, &issuer)?;
    Ok(Pair {
        certificate: certificate.pem(),
        key: key.serialize_pem(),
    })
}

fn params(
    names: Vec<String>,
    common_name: &str,
    now: Timestamp,
    days: u64,
) -> anyhow::Result<CertificateParams> {
    let listed = names.join(", ");
    let mut params = CertificateParams::new(names)
        .with_context(|| format!("one of `{listed}` is neither a DNS name nor an address"))?;
    params
        .distinguished_name
        .push(DnType::CommonName, common_name);
    let seconds = u64::try_from(now.as_second()).context("the clock is before 1970")?;
    let epoch = date_time_ymd(1970, 1, 1);
    params.not_before = epoch + Duration::from_secs(seconds.saturating_sub(BACKDATE));
    params.not_after = epoch + Duration::from_secs(seconds + days * DAY);
    Ok(params)
}

/// The names a server's certificate carries: those given, the address listened on (unless that is
/// every address) and the local ones.
pub fn server_names(listen: SocketAddr, given: &[String]) -> Vec<String> {
    let mut names: BTreeSet<String> = given.iter().cloned().collect();
    if !listen.ip().is_unspecified() {
        names.insert(listen.ip().to_string());
    }
    names.extend(["localhost", "127.0.0.1", "::1"].map(str::to_owned));
    names.into_iter().collect()
}

/// Whether the certificate ends in less than 30 days.
///
/// # Errors
/// It is no certificate.
pub fn needs_renewal(certificate_pem: &str, now: Timestamp) -> anyhow::Result<bool> {
    let der = CertificateDer::from_pem_slice(certificate_pem.as_bytes())
        .context("the server's certificate is not PEM")?;
    let (_, certificate) = x509_parser::parse_x509_certificate(&der)
        .context("the server's certificate can't be read")?;
    let day = DAY.cast_signed();
    let ends = certificate.validity().not_after.timestamp();
    Ok(ends - now.as_second() < RENEW_DAYS * day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i64) -> Timestamp {
        Timestamp::from_second((20_000 + number) * DAY.cast_signed()).unwrap()
    }

    #[test]
    fn a_server_certificate_is_renewed_in_its_last_30_days() {
        let ca = new_ca(day(0)).unwrap();
        let server = new_server(&ca, vec!["localhost".to_owned()], day(0)).unwrap();
        assert!(!needs_renewal(&server.certificate, day(334)).unwrap());
        assert!(needs_renewal(&server.certificate, day(336)).unwrap());
    }

    #[test]
    fn the_certificate_carries_the_names_people_use() {
        let listen = "10.0.0.5:7443".parse().unwrap();
        let names = server_names(listen, &["epic.example.com".to_owned()]);
        assert_eq!(
            names,
            [
                "10.0.0.5",
                "127.0.0.1",
                "::1",
                "epic.example.com",
                "localhost"
            ]
        );
        let every = server_names("0.0.0.0:7443".parse().unwrap(), &[]);
        assert_eq!(every, ["127.0.0.1", "::1", "localhost"]);
    }
}
