//! Certificates, keys and authorities as SDS secrets: a new certificate changes no listener and no
//! cluster.

use std::collections::BTreeMap;
use std::sync::Arc;

use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::extensions::transport_sockets::tls::v3 as tls;
use epic_api::gateway::{CertificateRef, ClientValidationMode};
use epic_api::{Backend, Certificate};

use super::pb;
use super::resources::{Needs, Resource};
use crate::names;

/// An account's certificates by name.
pub(super) type Certificates = BTreeMap<String, Arc<Certificate>>;

/// The secret of a Certificate with its key.
pub(super) fn of(certificate: &Certificate) -> Resource {
    pair(&name(certificate), certificate)
}

/// Its name.
pub(super) fn name(certificate: &Certificate) -> String {
    let uid = certificate.metadata.uid.as_deref().unwrap_or_default();
    names::secret(&certificate.metadata.name, uid)
}

/// The secret with the authorities a backend's endpoints are verified by.
pub(super) fn authorities_name(backend: &Backend) -> String {
    let uid = backend.metadata.uid.as_deref().unwrap_or_default();
    format!("authorities/{}/{uid}", backend.metadata.name)
}

/// The secret with what is shown to a backend's endpoints.
pub(super) fn client_name(backend: &Backend) -> String {
    let uid = backend.metadata.uid.as_deref().unwrap_or_default();
    format!("client/{}/{uid}", backend.metadata.name)
}

/// The secret with the authorities a listener's clients are verified by.
pub(super) fn clients_name(listener: &str) -> String {
    format!("clients/{listener}")
}

/// A certificate and its key under a name of its own.
pub(super) fn pair(name: &str, certificate: &Certificate) -> Resource {
    let message = tls::Secret {
        name: name.to_owned(),
        r#type: Some(tls::secret::Type::TlsCertificate(tls::TlsCertificate {
            certificate_chain: Some(inline(&certificate.spec.certificate)),
            private_key: certificate.spec.private_key.as_deref().map(inline),
            ..Default::default()
        })),
    };
    Resource::new(name, &message, Needs::default())
}

/// Authorities that peers are verified by.
pub(super) fn authorities(
    name: &str,
    bundle: &str,
    clients: Option<ClientValidationMode>,
) -> Resource {
    use tls::certificate_validation_context::TrustChainVerification;
    let trust = match clients {
        Some(ClientValidationMode::AllowInsecureFallback) => {
            TrustChainVerification::AcceptUntrusted
        }
        Some(ClientValidationMode::AllowValidOnly) | None => {
            TrustChainVerification::VerifyTrustChain
        }
    };
    let context = tls::CertificateValidationContext {
        trusted_ca: Some(inline(bundle)),
        trust_chain_verification: trust as i32,
        ..Default::default()
    };
    let message = tls::Secret {
        name: name.to_owned(),
        r#type: Some(tls::secret::Type::ValidationContext(context)),
    };
    Resource::new(name, &message, Needs::default())
}

/// The authorities of all that are there, in the order of the references; `None` where none is.
pub(super) fn bundle(refs: &[CertificateRef], certificates: &Certificates) -> Option<String> {
    let found: Vec<&str> = refs
        .iter()
        .filter_map(|reference| certificates.get(&reference.name))
        .map(|certificate| certificate.spec.certificate.trim_end())
        .collect();
    (!found.is_empty()).then(|| found.join("\n") + "\n")
}

/// A secret that comes by the stream the resource that names it came by.
pub(super) fn by_ads(name: String) -> tls::SdsSecretConfig {
    tls::SdsSecretConfig {
        name,
        sds_config: Some(pb::ads()),
    }
}

fn inline(text: &str) -> core::DataSource {
    core::DataSource {
        specifier: Some(core::data_source::Specifier::InlineString(text.to_owned())),
        ..Default::default()
    }
}
