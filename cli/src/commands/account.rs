//! `epicctl account`.

use clap::{Args, Subcommand};
use epic_api::{Account, AccountSpec, Kind};

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
    #[command(flatten)]
    labels: LabelArgs,
}

impl Fields {
    fn apply(&self, account: &mut Account) {
        if let Some(name) = &self.display_name {
            account.spec.display_name = Some(name.clone());
        }
        if let Some(limit) = self.max_gateways {
            account.spec.quotas.gateways = Some(limit);
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
