//! `epicctl token`: who may speak to epicd.

use clap::{Args, Subcommand, ValueEnum};
use epic_api::client::ClientError;
use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::args::WriteArgs;
use crate::ask;
use crate::choice::{Rows, TableArgs};
use crate::failure::{Code, Failure, Outcome};
use crate::output::Format;
use crate::session::Session;
use crate::table::Cell;

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
    /// What it may do
    #[arg(long, value_name = "ROLE", value_enum, default_value = "admin")]
    role: Role,
    /// The node it is for; needed for agents
    #[arg(long, value_name = "NAME", required_if_eq("role", "agent"))]
    node: Option<String>,
    /// What it is for
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
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

#[derive(Clone, Copy, Debug, Serialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
enum Role {
    /// Everything
    Admin,
    /// What the agent of one node needs
    Agent,
}

/// What epicd answers when it has made one.
#[derive(Deserialize, Serialize)]
pub struct Made {
    /// What names it.
    pub id: String,
    /// The token: not kept by epicd.
    pub token: String,
}

/// Makes a token.
///
/// # Errors
/// epicd refuses or can't be reached.
pub async fn make(session: &Session, request: &Value) -> Outcome<Made> {
    Ok(session
        .client()?
        .call(Method::POST, PATH, Some(request))
        .await?)
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
                let mut request = json!({ "role": args.role });
                if let Some(node) = args.node {
                    request["node"] = node.into();
                }
                if let Some(description) = args.description {
                    request["description"] = description.into();
                }
                let made = make(session, &request).await?;
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

async fn fetch(session: &Session) -> Outcome<Vec<Value>> {
    let answer: Value = session
        .client()?
        .call(Method::GET, PATH, None::<&()>)
        .await?;
    Ok(match answer {
        Value::Array(items) => items,
        Value::Object(mut map) => match map.remove("items").or_else(|| map.remove("tokens")) {
            Some(Value::Array(items)) => items,
            _ => Vec::new(),
        },
        _ => Vec::new(),
    })
}

async fn list(args: &List, session: &Session) -> Outcome {
    let tokens = fetch(session).await?;
    let text =
        |token: &Value, field: &str| token[field].as_str().map(str::to_owned).unwrap_or_default();
    match session.output.format {
        format if format.is_data() => session.output.value(&tokens),
        Format::Name => {
            let ids: String = tokens.iter().map(|t| text(t, "id") + "\n").collect();
            session.output.data(ids)
        }
        _ => {
            let row = |token: &Value| {
                ["id", "role", "node", "description"]
                    .map(|field| Cell::from(text(token, field)))
                    .to_vec()
            };
            let rows: Vec<Vec<Cell>> = tokens.iter().map(row).collect();
            let headers = ["ID", "ROLE", "NODE", "DESCRIPTION"];
            session.output.table(&args.table, Rows::new(&headers, rows))
        }
    }
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
        let gone: Result<Value, ClientError> = client
            .call(Method::DELETE, &format!("{PATH}/{id}"), None::<&()>)
            .await;
        gone?;
        session.output.data(format!("token/{id} deleted"))?;
    }
    Ok(())
}
