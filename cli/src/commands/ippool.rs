//! `epicctl ippool`.

use clap::{Args, Subcommand};
use epic_api::{IpPool, IpPoolSpec, Kind};

use crate::args::{Common, LabelArgs, WriteArgs};
use crate::ask::{self, Missing};
use crate::failure::Outcome;
use crate::objects::changed_word;
use crate::session::Session;

/// Verbs of pools.
#[derive(Debug, Subcommand)]
pub enum IpPoolCommand {
    /// What every kind has.
    #[command(flatten)]
    Common(Common),
    /// Make one
    Create(Create),
    /// Change one
    Set(Set),
}

/// `ippool create`.
#[derive(Args, Debug)]
pub struct Create {
    /// Its name
    name: Option<String>,
    /// Addresses: `198.51.100.0/24`, `2001:db8::/112`, `203.0.113.10-203.0.113.20`
    #[arg(long = "range", value_name = "RANGE", value_delimiter = ',')]
    ranges: Vec<String>,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    write: WriteArgs,
}

/// `ippool set`.
#[derive(Args, Debug)]
pub struct Set {
    /// Its name
    name: String,
    /// Add addresses
    #[arg(long = "add-range", value_name = "RANGE", value_delimiter = ',')]
    add: Vec<String>,
    /// Take addresses away that no gateway has
    #[arg(long = "remove-range", value_name = "RANGE", value_delimiter = ',')]
    remove: Vec<String>,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Args, Debug)]
struct Fields {
    /// Addresses of the pool that are never handed out; replaces earlier ones
    #[arg(long = "reserve", value_name = "RANGE", value_delimiter = ',')]
    reserved: Vec<String>,
    #[command(flatten)]
    labels: LabelArgs,
}

impl Fields {
    fn apply(&self, pool: &mut IpPool) {
        if !self.reserved.is_empty() {
            pool.spec.reserved.clone_from(&self.reserved);
        }
        self.labels.apply(&mut pool.metadata);
    }
}

impl IpPoolCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            IpPoolCommand::Common(common) => common.run(Kind::IpPool, session).await,
            IpPoolCommand::Create(args) => create(args, session).await,
            IpPoolCommand::Set(args) => {
                let key = session.key(Kind::IpPool, &args.name)?;
                let (after, changed) = session
                    .change::<IpPoolSpec>(&key, args.write.dry_run, |pool| {
                        let addresses = &mut pool.spec.addresses;
                        addresses.retain(|range| !args.remove.contains(range));
                        for range in &args.add {
                            if !addresses.contains(range) {
                                addresses.push(range.clone());
                            }
                        }
                        args.fields.apply(pool);
                        Ok(())
                    })
                    .await?;
                session.written(&after, changed_word(changed), args.write.dry_run)
            }
        }
    }
}

async fn create(args: Create, session: &Session) -> Outcome {
    let name = Missing {
        what: "name of the pool",
        flag: "epicctl ippool create NAME",
    };
    let range = Missing {
        what: "range of addresses",
        flag: "--range 198.51.100.0/24",
    };
    let name = ask::text(args.name, name, None)?;
    let spec = IpPoolSpec {
        addresses: ask::list(args.ranges, range)?,
        reserved: Vec::new(),
    };
    let mut pool = IpPool::new(None, &name, spec);
    args.fields.apply(&mut pool);
    let made = session.create(&pool.to_raw(), args.write.dry_run).await?;
    session.written(&made, "created", args.write.dry_run)
}
