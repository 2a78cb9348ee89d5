//! `epicctl token`: who may speak to epicd.

use clap::{Args, Subcommand};
use epic_api::access::{NewToken, TokenInfo, TokenPurpose, TokenRequest};
use http::Method;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::args::WriteArgs;
use crate::ask;
use crate::choice::{Rows, TableArgs};
use crate::columns::age;
use crate::failure::{Code, Failure, Outcome};
use crate::output::Format;
use crate::session::Session;
use crate::table::{Cell, Tone};

const PATH: &str = "/auth/v1/tokens";

/// Verbs of tokens.
#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// List them; the tokens themselves are never shown
    List(List),
    /// Make one and print it: it is shown this once
    Create(Create),
    /// Make some worthless
    Delete(Delete),
}

/// `token list`.
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    table: TableArgs,
}

/// `token create`.
#[derive(Args, Debug)]
pub struct Create {
    /// The user it is for; you when nothing is said
    #[arg(long, value_name = "NAME", conflicts_with_all = ["node", "controller"])]
    user: Option<String>,
    /// The node whose agent it is for, for as long as it lives; `node join` is better
    #[arg(long, value_name = "NAME", conflicts_with = "controller")]
    node: Option<String>,
    /// The program it is for, which may write objects into the accounts of --in
    #[arg(long, value_name = "NAME", requires = "accounts")]
    controller: Option<String>,
    /// An account a controller writes in; may be repeated
    #[arg(long = "in", value_name = "ACCOUNT", requires = "controller")]
    accounts: Vec<String>,
    /// How long it is good for: `720h`; until it is deleted when nothing is said
    #[arg(long, value_name = "DURATION")]
    expires: Option<epic_api::Duration>,
    /// What it is for
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    description: String,
}

/// `token delete`.
#[derive(Args, Debug)]
pub struct Delete {
    /// Their ids
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Makes a token.
///
/// # Errors
/// epicd refuses or can't be reached.
pub async fn make(session: &Session, request: &TokenRequest) -> Outcome<NewToken> {
    Ok(session
        .client()?
        .call(Method::POST, PATH, Some(request))
        .await?)
}

impl Create {
    fn request(self) -> TokenRequest {
        let (purpose, subject) = match (self.node, self.controller) {
            (Some(node), _) => (TokenPurpose::Agent, Some(node)),
            (_, Some(controller)) => (TokenPurpose::Controller, Some(controller)),
            _ => (TokenPurpose::User, self.user),
        };
        TokenRequest {
            purpose,
            subject,
            accounts: self.accounts,
            expires_in_seconds: self.expires.map(|expires| expires.to_std().as_secs()),
            description: self.description,
        }
    }
}

impl TokenCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            TokenCommand::List(args) => list(&args, session).await,
            TokenCommand::Create(args) => {
                let made = make(session, &args.request()).await?;
                if session.output.format.is_table() {
                    session
                        .output
                        .note(format!("token {}; it is shown this once:", made.id));
                    session.output.data(&made.token)
                } else {
                    session.output.value(&made)
                }
            }
            TokenCommand::Delete(args) => delete(&args, session).await,
        }
    }
}

async fn list(args: &List, session: &Session) -> Outcome {
    let Items { items: tokens } = session
        .client()?
        .call(Method::GET, PATH, None::<&()>)
        .await?;
    match session.output.format {
        format if format.is_data() => session.output.value(&tokens),
        Format::Name => {
            let ids: String = tokens
                .iter()
                .map(|token| format!("{}\n", token.id))
                .collect();
            session.output.data(ids)
        }
        _ => {
            let headers = [
                "ID",
                "FOR",
                "NAME",
                "CREATED",
                "EXPIRES",
                "USED",
                "DESCRIPTION",
            ];
            let rows = tokens.iter().map(|token| row(token, session)).collect();
            session.output.table(&args.table, Rows::new(&headers, rows))
        }
    }
}

fn row(token: &TokenInfo, session: &Session) -> Vec<Cell> {
    let ago = |time: Timestamp| age(time, session.now);
    let expires = match token.expires {
        None => Cell::from("never".to_owned()),
        Some(end) if end <= session.now => Cell::toned("expired", Tone::Bad),
        Some(end) => Cell::from(format!("in {}", age(session.now, end))),
    };
    let name = match token.accounts.as_slice() {
        [] => token.subject.clone(),
        accounts => format!("{} ({})", token.subject, accounts.join(", ")),
    };
    vec![
        Cell::from(token.id.clone()),
        Cell::from(token.purpose.name().to_owned()),
        Cell::from(name),
        Cell::from(ago(token.created)),
        expires,
        Cell::from(token.last_used.map_or_else(|| "-".to_owned(), ago)),
        Cell::from(token.description.clone()),
    ]
}

#[derive(Deserialize)]
struct Items {
    items: Vec<TokenInfo>,
}

async fn delete(args: &Delete, session: &Session) -> Outcome {
    let client = session.client()?;
    if !session.yes
        && !args.write.dry_run
        && !ask::confirm(&format!(
            "Delete {}? Whoever uses them is locked out.",
            args.ids.join(", ")
        ))?
    {
        return Err(Failure::new(Code::Failure, "nothing was deleted"));
    }
    for id in &args.ids {
        if args.write.dry_run {
            session
                .output
                .data(format!("token/{id} deleted (dry run)"))?;
            continue;
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if !id.chars().all(plain) {
            return Err(Failure::usage(format!("`{id}` is not the id of a token"))
                .hint("list them: `epicctl token list`"));
        }
        let path = format!("{PATH}/{id}");
        let _: Value = client.call(Method::DELETE, &path, None::<&()>).await?;
        session.output.data(format!("token/{id} deleted"))?;
    }
    Ok(())
}
