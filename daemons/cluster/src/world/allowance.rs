//! What an account may have and use.
//!
//! A template or pool an account may not use is refused in the very words in which one that does not
//! exist is refused: its owners are not to learn of it.

use epic_api::account::Quotas;
use epic_api::{
    Account, Backend, FieldError, Gateway, GatewayTemplate, Kind, ObjectKey, RawObject,
};

use super::{World, shorten};

impl World {
    /// The account of that name.
    pub(super) fn account_named(&self, name: Option<&str>) -> Option<&Account> {
        let key = ObjectKey::cluster(Kind::Account, name?);
        self.accounts.get(&key).map(AsRef::as_ref)
    }

    /// One more than the account may have?
    pub(super) fn quota_faults(
        &self,
        account: &Account,
        object: &RawObject,
        faults: &mut Vec<FieldError>,
    ) {
        let name = &account.metadata.name;
        let Some(limit) = quota(&account.spec.quotas, object.kind) else {
            return;
        };
        let has = self.count_in(name, object.kind);
        if has < limit as usize {
            return;
        }
        let plural = object.kind.plural();
        let message = format!("account `{name}` has {has} of at most {limit} {plural}");
        let hint = format!("delete one of the {plural}, or have the limit raised");
        faults.push(FieldError::new("metadata.account", message).with_hint(hint));
    }

    /// More endpoints than the account may have? Fewer than before are always fine.
    pub(super) fn endpoint_quota_faults(
        &self,
        account: &Account,
        backend: &Backend,
        previous: Option<&Backend>,
        faults: &mut Vec<FieldError>,
    ) {
        let Some(limit) = account.spec.quotas.endpoints else {
            return;
        };
        let before = previous.map_or(0, |backend| backend.spec.endpoints.len());
        let after = backend.spec.endpoints.len();
        if after <= before {
            return;
        }
        let name = &account.metadata.name;
        let has: usize = self
            .keys_of(name, Kind::Backend)
            .filter_map(|key| self.backends.get(key))
            .map(|backend| backend.spec.endpoints.len())
            .sum();
        if has - before + after > limit as usize {
            let message = format!(
                "account `{name}` has {} of at most {limit} endpoints besides these {after}",
                has - before
            );
            let fault = FieldError::new("spec.endpoints", message);
            faults.push(fault.with_hint("take some out, or have the limit raised"));
        }
    }

    /// The fault of naming a template that does not exist for the account.
    pub(super) fn no_template(&self, account: &Account, name: &str) -> FieldError {
        let allowed = account.spec.allowed_templates.as_deref();
        let known: Vec<String> = self
            .templates
            .keys()
            .map(|key| key.name.clone())
            .filter(|name| allowed.is_none_or(|allowed| allowed.contains(name)))
            .collect();
        let hint = if known.is_empty() {
            "there are no templates yet".to_owned()
        } else {
            format!("the templates are {}", shorten(&known))
        };
        let message = format!("there is no GatewayTemplate `{name}`");
        FieldError::new("spec.template", message).with_hint(hint)
    }

    /// May the account make a gateway from the template? Only asked when one is made: what is stored
    /// stays.
    pub(super) fn template_allowed(
        &self,
        account: &Account,
        gateway: &Gateway,
        template: &GatewayTemplate,
    ) -> Result<(), FieldError> {
        let name = &gateway.spec.template;
        let spec = &account.spec;
        let is_in = |list: &Option<Vec<String>>, name: &String| {
            list.as_ref().is_none_or(|list| list.contains(name))
        };
        if !is_in(&spec.allowed_templates, name) {
            return Err(self.no_template(account, name));
        }
        let mut pools = template.spec.pools.iter();
        if pools.all(|pool| is_in(&spec.allowed_pools, pool)) {
            return Ok(());
        }
        let message = format!(
            "GatewayTemplate `{name}` takes addresses from a pool that account `{}` may not use",
            account.metadata.name
        );
        Err(FieldError::new("spec.template", message)
            .with_hint("name another template, or have the pool allowed"))
    }
}

/// The most objects of a kind.
fn quota(quotas: &Quotas, kind: Kind) -> Option<u32> {
    match kind {
        Kind::Gateway => quotas.gateways,
        Kind::Route => quotas.routes,
        Kind::Backend => quotas.backends,
        Kind::Certificate => quotas.certificates,
        _ => None,
    }
}
