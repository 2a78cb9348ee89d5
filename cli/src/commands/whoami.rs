//! `epicctl whoami` and `epicctl can-i`: who one is to epicd, and what that allows.

use clap::Args;
use epic_api::access::{Facility, Question, Resource, Verb, Verdict, WhoAmI};
use epic_api::{Kind, Scope};
use http::Method;
use serde_json::json;

use super::user::roles;
use crate::choice::{Rows, TableArgs};
use crate::columns::age;
use crate::failure::{Code, Failure, Outcome};
use crate::output::Format;
use crate::session::Session;
use crate::table::{Cell, Tone};

/// `whoami`.
#[derive(Args, Debug)]
pub struct WhoAmIArgs {}

/// `can-i`.
#[derive(Args, Debug)]
pub struct CanIArgs {
    /// Do what: get, list, watch, create, apply, patch, delete
    #[arg(value_name = "VERB", required_unless_present = "list")]
    verb: Option<Verb>,
    /// To what: a kind, or users, tokens, joins, audit, history, backup, metrics, openapi
    #[arg(value_name = "KIND", required_unless_present = "list")]
    resource: Option<Resource>,
    /// To which one
    name: Option<String>,
    /// In which account, instead of the one in use
    #[arg(long, value_name = "NAME")]
    as_account: Option<String>,
    /// Show everything, in the account
    #[arg(long, conflicts_with = "verb")]
    list: bool,
    #[command(flatten)]
    table: TableArgs,
}

/// Asks epicd who the session's token is.
///
/// # Errors
/// epicd refuses or can't be reached.
pub async fn who(session: &Session) -> Outcome<WhoAmI> {
    Ok(session
        .client()?
        .call(Method::GET, "/auth/v1/whoami", None::<&()>)
        .await?)
}

impl WhoAmIArgs {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        let who = who(session).await?;
        if session.output.format.is_data() {
            return session.output.value(&who);
        }
        if session.output.format == Format::Name {
            return session.output.data(&who.name);
        }
        let roles = if who.bindings.is_empty() {
            "no role".to_owned()
        } else {
            roles(&who.bindings)
        };
        let expires = match who.expires {
            Some(end) => format!(", expires in {}", age(session.now, end)),
            None => String::new(),
        };
        let token = match &who.token {
            Some(id) => format!(" by token {id}{expires}"),
            None => expires,
        };
        session
            .output
            .data(format!("{} ({roles}){token}", who.name))
    }
}

impl CanIArgs {
    /// Does it. The answer "no" is exit code 1.
    ///
    /// # Errors
    /// Not allowed, epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        let account = match &self.as_account {
            Some(account) => account.clone(),
            None => session.account()?.to_owned(),
        };
        let (Some(verb), Some(resource)) = (self.verb, self.resource) else {
            return list(&account, &self.table, session).await;
        };
        let question = Question {
            name: self.name,
            ..question(verb, resource, &account)
        };
        let verdict = ask(&question, session).await?;
        if session.output.format.is_data() {
            session.output.value(&verdict)?;
        } else {
            session
                .output
                .data(if verdict.allowed { "yes" } else { "no" })?;
        }
        if verdict.allowed {
            return Ok(());
        }
        session.output.note(&verdict.reason);
        Err(Failure::silent(Code::Failure))
    }
}

fn question(verb: Verb, resource: Resource, account: &str) -> Question {
    let within = match resource {
        Resource::Kind(kind) => kind.scope() == Scope::Account,
        Resource::Facility(facility) => facility == Facility::History,
    };
    Question {
        verb,
        resource,
        account: within.then(|| account.to_owned()),
        name: None,
    }
}

async fn ask(question: &Question, session: &Session) -> Outcome<Verdict> {
    Ok(session
        .client()?
        .call(Method::POST, "/auth/v1/can-i", Some(question))
        .await?)
}

async fn list(account: &str, table: &TableArgs, session: &Session) -> Outcome {
    let kinds = Kind::ALL.into_iter().map(Resource::Kind);
    let facilities = Facility::ALL.into_iter().map(Resource::Facility);
    let mut rows = Vec::new();
    let mut values = Vec::new();
    for resource in kinds.chain(facilities) {
        let mut row = vec![Cell::from(resource.to_string())];
        let mut allowed = Vec::new();
        for verb in Verb::ALL {
            let verdict = ask(&question(verb, resource, account), session).await?;
            row.push(if verdict.allowed {
                Cell::toned("yes", Tone::Good)
            } else {
                Cell::from("-".to_owned())
            });
            allowed.extend(verdict.allowed.then_some(verb));
        }
        values.push(json!({ "resource": resource.to_string(), "verbs": allowed }));
        rows.push(row);
    }
    if session.output.format.is_data() {
        return session.output.value(&values);
    }
    let names: Vec<String> = Verb::ALL.map(|verb| verb.name().to_uppercase()).to_vec();
    let mut headers = vec!["RESOURCE"];
    headers.extend(names.iter().map(String::as_str));
    session.output.note(format!("in account {account}:"));
    session.output.table(table, Rows::new(&headers, rows))
}
