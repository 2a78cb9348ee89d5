//! `epicctl account`.

use clap::{Args, Subcommand};
use epic_api::{Account, AccountSpec, Kind};
use ipnet::IpNet;

use crate::args::{Common, LabelArgs, WriteArgs};
use crate::ask::{self, Missing};
use crate::failure::Outcome;
use crate::objects::changed_word;
use crate::session::Session;

/// Verbs of accounts.
#[derive(Debug, Subcommand)]
pub enum AccountCommand {
    /// What every kind has.
    #[command(flatten)]
    Common(Common),
    /// Make one
    Create(Create),
    /// Change one
    Set(Set),
}

/// `account create`.
#[derive(Args, Debug)]
pub struct Create {
    /// Its name
    name: Option<String>,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    write: WriteArgs,
}

/// `account set`.
#[derive(Args, Debug)]
pub struct Set {
    /// Its name
    name: String,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Args, Debug)]
struct Fields {
    /// A name for people
    #[arg(long, value_name = "TEXT")]
    display_name: Option<String>,
    /// The most gateways it may have
    #[arg(long, value_name = "N")]
    max_gateways: Option<u32>,
    /// The most routes it may have
    #[arg(long, value_name = "N")]
    max_routes: Option<u32>,
    /// The most backends it may have
    #[arg(long, value_name = "N")]
    max_backends: Option<u32>,
    /// The most endpoints all its backends may have together
    #[arg(long, value_name = "N")]
    max_endpoints: Option<u32>,
    /// The most certificates it may have
    #[arg(long, value_name = "N")]
    max_certificates: Option<u32>,
    /// A template its gateways may name; replaces earlier ones [default: all]
    #[arg(long = "allow-template", value_name = "NAME", value_delimiter = ',')]
    templates: Vec<String>,
    /// A pool its gateways may get addresses from; replaces earlier ones [default: the templates']
    #[arg(long = "allow-pool", value_name = "NAME", value_delimiter = ',')]
    pools: Vec<String>,
    /// A network of the gateway cluster itself that its endpoints may lie in; replaces earlier ones
    #[arg(long = "allow-network", value_name = "CIDR", value_delimiter = ',')]
    networks: Vec<IpNet>,
    #[command(flatten)]
    labels: LabelArgs,
}

impl Fields {
    fn apply(&self, account: &mut Account) {
        if let Some(name) = &self.display_name {
            account.spec.display_name = Some(name.clone());
        }
        let quotas = &mut account.spec.quotas;
        quotas.gateways = self.max_gateways.or(quotas.gateways);
        quotas.routes = self.max_routes.or(quotas.routes);
        quotas.backends = self.max_backends.or(quotas.backends);
        quotas.endpoints = self.max_endpoints.or(quotas.endpoints);
        quotas.certificates = self.max_certificates.or(quotas.certificates);
        if !self.templates.is_empty() {
            account.spec.allowed_templates = Some(self.templates.clone());
        }
        if !self.pools.is_empty() {
            account.spec.allowed_pools = Some(self.pools.clone());
        }
        if !self.networks.is_empty() {
            account.spec.allowed_networks.clone_from(&self.networks);
        }
        self.labels.apply(&mut account.metadata);
    }
}

impl AccountCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            AccountCommand::Common(common) => common.run(Kind::Account, session).await,
            AccountCommand::Create(args) => {
                let missing = Missing {
                    what: "name of the account",
                    flag: "epicctl account create NAME",
                };
                let name = ask::text(args.name, missing, None)?;
                let mut account = Account::new(None, &name, AccountSpec::default());
                args.fields.apply(&mut account);
                let made = session
                    .create(&account.to_raw(), args.write.dry_run)
                    .await?;
                session.written(&made, "created", args.write.dry_run)
            }
            AccountCommand::Set(args) => {
                let key = session.key(Kind::Account, &args.name)?;
                let (after, changed) = session
                    .change::<AccountSpec>(&key, args.write.dry_run, |account| {
                        args.fields.apply(account);
                        Ok(())
                    })
                    .await?;
                session.written(&after, changed_word(changed), args.write.dry_run)
            }
        }
    }
}
