//! A certificate by itself: it can be read, Envoy can use it, and the key is the leaf's.

use jiff::Timestamp;
use rustls::crypto::ring::sign::any_supported_type;
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use sha2::{Digest as _, Sha256};
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::FromDer as _;
use x509_parser::public_key::PublicKey;

use super::faults::{Faults, Place};
use crate::certificate::{CertificateSpec, REDACTED};

/// The most bytes of a chain, and of a key.
const MAX_PEM_BYTES: usize = 64 * 1024;
const MAX_CHAIN: usize = 16;
/// The most authorities of a bundle.
const MAX_BUNDLE: usize = 64;
/// Envoy refuses shorter RSA keys.
const LEAST_RSA_BITS: usize = 2048;
const MAX_NAMES: usize = 1_000;

/// What a certificate's leaf says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CertificateFacts {
    /// Its DNS names, sorted.
    pub dns_names: Vec<String>,
    /// Its first moment.
    pub not_before: Timestamp,
    /// Its last moment.
    pub not_after: Timestamp,
    /// SHA-256 of the leaf's DER, hexadecimal.
    pub fingerprint: String,
}

/// Why a certificate can't be read.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum CertificateFault {
    /// More bytes than are looked at.
    #[error("holds {0} bytes; at most {MAX_PEM_BYTES} are taken")]
    TooLarge(usize),
    /// No PEM certificate in the text.
    #[error("has no PEM certificate; it begins with `-----BEGIN CERTIFICATE-----`")]
    Missing,
    /// Broken PEM.
    #[error("is not PEM: {0}; give the file as it is, line breaks included")]
    Pem(String),
    /// More certificates than a chain has.
    #[error("holds {0} certificates; give the leaf and its intermediates, at most {MAX_CHAIN}")]
    TooMany(usize),
    /// More certificates than a bundle of authorities has.
    #[error("holds {0} certificates; give the authorities that count, at most {MAX_BUNDLE}")]
    TooManyAuthorities(usize),
    /// No key, so a bundle of authorities; but this one is none.
    #[error(
        "has no `privateKey`, so it is a bundle of authorities, but certificate {0} is no \
         authority's; give the key, or authorities only"
    )]
    NoAuthority(usize),
    /// PEM around something else.
    #[error("certificate {position} of the chain can't be read: {words}; is it X.509?")]
    X509 {
        /// Which, from 1.
        position: usize,
        /// The parser's words.
        words: String,
    },
    /// The leaf's key is one that Envoy does not take.
    #[error("has {0}, which Envoy refuses; use RSA with {LEAST_RSA_BITS} bits or more, or ECDSA")]
    Key(String),
}

/// What the leaf of a certificate says, for its status. Of a bundle of authorities: the first one,
/// and the time in which at least one of them is valid.
///
/// # Errors
/// The certificate can't be read. One that was admitted can.
pub fn certificate_facts(spec: &CertificateSpec) -> Result<CertificateFacts, CertificateFault> {
    let chain = chain(spec)?;
    let leaf = chain.first().ok_or(CertificateFault::Missing)?;
    let parsed = parse(1, leaf)?;
    let (mut not_before, mut not_after) = validity(1, &parsed)?;
    if spec.private_key.is_none() {
        for (index, one) in chain.iter().enumerate().skip(1) {
            let (first, last) = validity(index + 1, &parse(index + 1, one)?)?;
            not_before = not_before.min(first);
            not_after = not_after.max(last);
        }
    }
    let mut dns_names: Vec<String> = parsed
        .subject_alternative_name()
        .ok()
        .flatten()
        .into_iter()
        .flat_map(|names| &names.value.general_names)
        .filter_map(|name| match name {
            GeneralName::DNSName(name) => Some(name.to_ascii_lowercase()),
            _ => None,
        })
        .take(MAX_NAMES)
        .collect();
    dns_names.sort_unstable();
    dns_names.dedup();
    Ok(CertificateFacts {
        dns_names,
        not_before,
        not_after,
        fingerprint: hexadecimal(&Sha256::digest(leaf)),
    })
}

/// An expired certificate passes: its status says so, and replacing a dead one by another dead one
/// is nobody's harm.
pub(super) fn check(certificate: &CertificateSpec, faults: &mut Faults) {
    let spec = Place::root("spec");
    let place = spec.field("certificate");
    let chain = chain(certificate).and_then(|chain| {
        for (index, one) in chain.iter().enumerate() {
            let parsed = parse(index + 1, one)?;
            // A self-signed one stands for itself, whatever it says.
            let authority = parsed.is_ca() || parsed.issuer() == parsed.subject();
            if certificate.private_key.is_none() && !authority {
                return Err(CertificateFault::NoAuthority(index + 1));
            }
        }
        usable(&parse(1, &chain[0])?)?;
        Ok(chain)
    });
    let leaf = match &chain {
        Ok(chain) => parse(1, &chain[0]).ok(),
        Err(fault) => {
            let words = fault.to_string();
            let (message, hint) = words.split_once("; ").unwrap_or((
                &words,
                "give the leaf first, then the intermediates, as PEM",
            ));
            faults.add(place, message, hint);
            None
        }
    };
    let place = spec.field("privateKey");
    if let Some(key) = &certificate.private_key
        && key.trim() != REDACTED
    {
        private_key(&place, key, leaf.as_ref(), faults);
    }
}

fn validity(
    position: usize,
    certificate: &X509Certificate<'_>,
) -> Result<(Timestamp, Timestamp), CertificateFault> {
    let moment = |time: x509_parser::time::ASN1Time| {
        Timestamp::from_second(time.timestamp()).map_err(|error| CertificateFault::X509 {
            position,
            words: error.to_string(),
        })
    };
    let validity = certificate.validity();
    Ok((moment(validity.not_before)?, moment(validity.not_after)?))
}

fn chain(spec: &CertificateSpec) -> Result<Vec<CertificateDer<'static>>, CertificateFault> {
    let pem = &spec.certificate;
    if pem.len() > MAX_PEM_BYTES {
        return Err(CertificateFault::TooLarge(pem.len()));
    }
    let chain = CertificateDer::pem_slice_iter(pem.as_bytes())
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| CertificateFault::Pem(error.to_string()))?;
    match chain.len() {
        0 => Err(CertificateFault::Missing),
        1..=MAX_CHAIN => Ok(chain),
        ..=MAX_BUNDLE if spec.private_key.is_none() => Ok(chain),
        more if spec.private_key.is_none() => Err(CertificateFault::TooManyAuthorities(more)),
        more => Err(CertificateFault::TooMany(more)),
    }
}

fn parse<'a>(
    position: usize,
    der: &'a CertificateDer<'_>,
) -> Result<X509Certificate<'a>, CertificateFault> {
    X509Certificate::from_der(der)
        .map(|(_, certificate)| certificate)
        .map_err(|error| CertificateFault::X509 {
            position,
            words: error.to_string(),
        })
}

/// RSA keys by their length; other kinds are told from the private key.
fn usable(leaf: &X509Certificate<'_>) -> Result<(), CertificateFault> {
    match leaf.public_key().parsed() {
        Ok(PublicKey::RSA(rsa)) if rsa.key_size() < LEAST_RSA_BITS => Err(CertificateFault::Key(
            format!("an RSA key of {} bits", rsa.key_size()),
        )),
        _ => Ok(()),
    }
}

fn private_key(
    place: &Place<'_>,
    pem: &str,
    leaf: Option<&X509Certificate<'_>>,
    faults: &mut Faults,
) {
    const WANTED: &str = "give the leaf's private key as PEM: PKCS#8, PKCS#1 or SEC1";
    if pem.len() > MAX_PEM_BYTES {
        faults.add(
            place,
            format!("holds {} bytes", pem.len()),
            format!("give one key, at most {MAX_PEM_BYTES} bytes"),
        );
        return;
    }
    if pem.contains("ENCRYPTED") {
        faults.add(
            place,
            "the private key is encrypted",
            "decrypt it first: `openssl pkey -in KEY -out PLAIN`",
        );
        return;
    }
    let Ok(der) = PrivateKeyDer::from_pem_slice(pem.as_bytes()) else {
        faults.add(place, "has no PEM private key", WANTED);
        return;
    };
    let Ok(key) = any_supported_type(&der) else {
        faults.add(
            place,
            "the private key is of a kind that can't be used",
            "use RSA with 2048 bits or more, ECDSA P-256 or P-384, or Ed25519",
        );
        return;
    };
    if let (Some(leaf), Some(public)) = (leaf, key.public_key())
        && public.as_ref() != leaf.public_key().raw
    {
        faults.add(
            place,
            "the private key does not match the certificate",
            "give the key of the first certificate; the leaf comes first in the chain",
        );
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
