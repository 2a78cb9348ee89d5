//! The cluster's CA, the server's certificate, and those of agents.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context as _;
use epic_api::enroll::Enrollment;
use jiff::Timestamp;
use rcgen::{
    BasicConstraints, CertificateParams, CertificateSigningRequestParams, DistinguishedName,
    DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    PKCS_ECDSA_P256_SHA256, PublicKeyData as _, SanType, date_time_ymd,
};
use rustls_pki_types::{CertificateDer, pem::PemObject as _};
use sha2::{Digest as _, Sha256};
use x509_parser::extensions::GeneralName;

use crate::auth::AgentIdentity;

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
    let issuer = issuer(ca)?;
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?;
    let certificate = params.signed_by(&key, &issuer)?;
    Ok(Pair {
        certificate: certificate.pem(),
        key: key.serialize_pem(),
    })
}

/// What a certificate of an agent begins its name with; then node, uid, agent and generation.
const AGENT_NAME: &str = "epic://node/";
/// The longest request that is read, in bytes of PEM.
const LONGEST_CSR: usize = 16 << 10;

/// A request for a certificate: of what it says, only the key counts.
pub struct Csr(CertificateSigningRequestParams);

impl Csr {
    /// Reads a request, PEM, and checks that whoever made it has the key.
    ///
    /// # Errors
    /// Why not, for people.
    pub fn read(pem: &str) -> Result<Csr, String> {
        if pem.len() > LONGEST_CSR {
            return Err(format!("is longer than {} KiB", LONGEST_CSR >> 10));
        }
        CertificateSigningRequestParams::from_pem(pem)
            .map(Csr)
            .map_err(|error| format!("is no certificate signing request: {error}"))
    }

    /// What tells the key from others.
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(self.0.public_key.der_bytes());
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Issues agents' certificates.
pub struct AgentCa {
    issuer: Issuer<'static, KeyPair>,
    certificate: String,
    lifetime: Duration,
}

impl AgentCa {
    /// From the cluster's CA.
    ///
    /// # Errors
    /// The CA can't be read.
    pub fn new(ca: &Pair, lifetime: Duration) -> anyhow::Result<AgentCa> {
        Ok(AgentCa {
            issuer: issuer(ca)?,
            certificate: ca.certificate.clone(),
            lifetime,
        })
    }

    /// A certificate for the key of the request and the agent that is given, whatever else the
    /// request says; it counts from now on for the lifetime.
    ///
    /// # Errors
    /// The system can't sign.
    pub fn issue(
        &self,
        csr: Csr,
        identity: &AgentIdentity,
        now: Timestamp,
    ) -> anyhow::Result<Enrollment> {
        let AgentIdentity {
            node,
            uid,
            agent_id,
            generation,
            ..
        } = identity;
        let mut params = CertificateParams::default();
        params.distinguished_name = DistinguishedName::new();
        params
            .distinguished_name
            .push(DnType::CommonName, format!("agent of {node}"));
        let name = format!("{AGENT_NAME}{node}/{uid}/{agent_id}/{generation}");
        params.subject_alt_names = vec![SanType::URI(name.try_into()?)];
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
        params.use_authority_key_identifier_extension = true;
        let seconds = u64::try_from(now.as_second()).context("the clock is before 1970")?;
        let ends = seconds + self.lifetime.as_secs();
        let epoch = date_time_ymd(1970, 1, 1);
        params.not_before = epoch + Duration::from_secs(seconds.saturating_sub(BACKDATE));
        params.not_after = epoch + Duration::from_secs(ends);
        let csr = CertificateSigningRequestParams {
            params,
            public_key: csr.0.public_key,
        };
        let certificate = csr.signed_by(&self.issuer)?;
        Ok(Enrollment {
            node: node.clone(),
            certificate: certificate.pem(),
            ca: self.certificate.clone(),
            not_before: Timestamp::from_second(seconds.cast_signed())?,
            not_after: Timestamp::from_second(ends.cast_signed())?,
        })
    }
}

/// Whom a certificate says that it is for. The TLS handshake has checked that the CA says so too.
pub fn agent_identity(certificate: &CertificateDer<'_>) -> Option<AgentIdentity> {
    let (_, certificate) = x509_parser::parse_x509_certificate(certificate).ok()?;
    let names = certificate.subject_alternative_name().ok()??;
    let name = names
        .value
        .general_names
        .iter()
        .find_map(|name| match name {
            GeneralName::URI(uri) => uri.strip_prefix(AGENT_NAME),
            _ => None,
        })?;
    let mut parts = name.split('/').map(str::to_owned);
    let mut next = || parts.next();
    Some(AgentIdentity {
        node: next()?,
        uid: next()?,
        agent_id: next()?,
        generation: next()?.parse().ok()?,
        expires: Timestamp::from_second(certificate.validity().not_after.timestamp()).ok()?,
    })
}

fn issuer(ca: &Pair) -> anyhow::Result<Issuer<'static, KeyPair>> {
    let key = KeyPair::from_pem(&ca.key).context("can't read the CA's key")?;
    Issuer::from_ca_cert_pem(&ca.certificate, key).context("can't read the CA's certificate")
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

    fn agent(generation: u64) -> AgentIdentity {
        AgentIdentity {
            node: "edge-1".to_owned(),
            uid: "0b0e".to_owned(),
            agent_id: "a-1".to_owned(),
            generation,
            expires: Timestamp::MAX,
        }
    }

    fn csr(names: &[&str]) -> (Csr, KeyPair) {
        let key = KeyPair::generate().unwrap();
        let names = names.iter().map(|name| (*name).to_owned());
        let params = CertificateParams::new(names.collect::<Vec<_>>()).unwrap();
        let request = params.serialize_request(&key).unwrap();
        (Csr::read(&request.pem().unwrap()).unwrap(), key)
    }

    #[test]
    fn an_agents_certificate_says_what_epicd_knows_and_not_what_was_asked_for() {
        let ca = AgentCa::new(&new_ca(day(0)).unwrap(), Duration::from_secs(60)).unwrap();
        let (csr, _) = csr(&["epic.example.com", "localhost"]);
        let issued = ca.issue(csr, &agent(7), day(1)).unwrap();
        let der = CertificateDer::from_pem_slice(issued.certificate.as_bytes()).unwrap();
        let expected = AgentIdentity {
            expires: issued.not_after,
            ..agent(7)
        };
        assert_eq!(agent_identity(&der), Some(expected));
        assert_eq!(issued.not_after.as_second(), day(1).as_second() + 60);
        let (_, certificate) = x509_parser::parse_x509_certificate(&der).unwrap();
        let names = certificate.subject_alternative_name().unwrap().unwrap();
        assert_eq!(names.value.general_names.len(), 1);
        let usage = certificate.extended_key_usage().unwrap().unwrap();
        assert!(usage.value.client_auth && !usage.value.server_auth);
        assert!(!certificate.is_ca());
    }

    #[test]
    fn what_is_no_request_is_refused_with_the_reason() {
        for (pem, words) in [
            ("", "no certificate signing request"),
            (
                "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
                "no certificate signing request",
            ),
            (&"x".repeat(LONGEST_CSR + 1), "longer than 16 KiB"),
        ] {
            let why = Csr::read(pem).err().unwrap();
            assert!(why.contains(words), "{why}");
        }
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
