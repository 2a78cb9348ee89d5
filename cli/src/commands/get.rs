//! `epicctl get`: objects of any kinds.

use clap::Args;
use epic_api::Kind;

use super::common::show;
use crate::args::ListArgs;
use crate::choice::TableArgs;
use crate::failure::{Failure, Outcome};
use crate::objects::Listing;
use crate::session::{Session, parse_kind};

/// `get`.
#[derive(Args, Debug)]
pub struct GetArgs {
    /// Kinds joined by commas, `all`, or KIND/NAME
    #[arg(value_name = "KIND[,KIND]|all")]
    kinds: String,
    /// Only these
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    #[command(flatten)]
    list: ListArgs,
}

impl GetArgs {
    /// Does it.
    ///
    /// # Errors
    /// There is no such kind or object, or epicd can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        if self.kinds.contains('/') {
            let references: Vec<&str> = std::iter::once(self.kinds.as_str())
                .chain(self.names.iter().map(String::as_str))
                .collect();
            let mut found = Vec::new();
            for text in references {
                found.push(session.client()?.get(&session.reference(text)?).await?);
            }
            return many(&found, session);
        }
        let kinds = kinds(&self.kinds)?;
        let listing = Listing::from(&self.list);
        if let ([kind], false) = (kinds.as_slice(), self.names.is_empty()) {
            let mut found = Vec::new();
            for name in &self.names {
                found.push(session.client()?.get(&session.key(*kind, name)?).await?);
            }
            return many(&found, session);
        }
        if !self.names.is_empty() {
            return Err(Failure::usage("names with several kinds")
                .hint("write KIND/NAME: `epicctl get gateway/web route/shop`"));
        }
        if let [kind] = kinds.as_slice() {
            return session.list(*kind, &listing).await;
        }
        if listing.watch {
            return Err(Failure::usage("only one kind can be watched at a time"));
        }
        several(&kinds, &listing, session).await
    }
}

fn many(found: &[epic_api::RawObject], session: &Session) -> Outcome {
    match found {
        [one] => show(one, session),
        _ if session.output.format.is_table() => {
            for (index, object) in found.iter().enumerate() {
                let same_kind = index > 0 && found[index - 1].kind == object.kind;
                let listing = Listing {
                    table: TableArgs {
                        no_headers: same_kind,
                        ..TableArgs::default()
                    },
                    ..Listing::default()
                };
                session.print(object.kind, std::slice::from_ref(object), &listing)?;
            }
            Ok(())
        }
        _ => session.output.objects(found),
    }
}

fn kinds(text: &str) -> Outcome<Vec<Kind>> {
    if text == "all" {
        return Ok(Kind::ALL
            .into_iter()
            .filter(|kind| *kind != Kind::Event)
            .collect());
    }
    text.split(',').map(parse_kind).collect()
}

async fn several(kinds: &[Kind], listing: &Listing, session: &Session) -> Outcome {
    let mut everything = Vec::new();
    let mut printed = false;
    for kind in kinds {
        let mut items = session.fetch(*kind, listing.all_accounts).await?.items;
        items.retain(|object| listing.selector.fits(object));
        if !session.output.format.is_table() {
            everything.extend(items);
        } else if !items.is_empty() {
            if printed {
                session.output.data("\n")?;
            }
            if !listing.table.no_headers {
                session.output.data(format!("{}:", kind.plural()))?;
            }
            session.print(*kind, &items, listing)?;
            printed = true;
        }
    }
    if session.output.format.is_table() {
        Ok(())
    } else {
        session.output.objects(&everything)
    }
}
