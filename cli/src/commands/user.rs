//! `epicctl user`: who may sign in, and as what.

use clap::{Args, Subcommand};
use epic_api::access::{Binding, User};
use http::Method;
use serde::Deserialize;

use crate::args::{NameArg, WriteArgs};
use crate::ask;
use crate::choice::{Rows, TableArgs};
use crate::columns::age;
use crate::failure::{Code, Failure, Outcome};
use crate::output::Format;
use crate::session::Session;
use crate::table::{Cell, Tone};

const PATH: &str = "/auth/v1/users";

/// Verbs of users.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// List them
    List(List),
    /// Show one
    Get(NameArg),
    /// Make one; `token create --user NAME` then lets it in
    Create(Create),
    /// Change one
    Set(Set),
    /// Delete some, with their tokens
    Delete(Delete),
}

/// `user list`.
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    table: TableArgs,
}

/// `user create`.
#[derive(Args, Debug)]
pub struct Create {
    /// Its name
    name: String,
    /// What it may do: admin, operator, viewer, owner:ACCOUNT, viewer:ACCOUNT; may be repeated
    #[arg(long = "role", value_name = "ROLE[:ACCOUNT]", required = true)]
    roles: Vec<Binding>,
}

/// `user set`.
#[derive(Args, Debug)]
pub struct Set {
    /// Its name
    name: String,
    /// Let it do something more; may be repeated
    #[arg(long, value_name = "ROLE[:ACCOUNT]")]
    add_role: Vec<Binding>,
    /// Let it do something no more; may be repeated
    #[arg(long, value_name = "ROLE[:ACCOUNT]")]
    remove_role: Vec<Binding>,
    /// Whether its tokens are refused
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    disabled: Option<bool>,
}

/// `user delete`.
#[derive(Args, Debug)]
pub struct Delete {
    /// Their names
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    #[command(flatten)]
    write: WriteArgs,
}

impl UserCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            UserCommand::List(args) => list(&args, session).await,
            UserCommand::Get(args) => {
                let user = get(&args.name, session).await?;
                show(&[user], &TableArgs::default(), session, true)
            }
            UserCommand::Create(args) => {
                path(&args.name)?;
                let user = User {
                    name: args.name,
                    bindings: args.roles,
                    ..User::default()
                };
                let made: User = session
                    .client()?
                    .call(Method::POST, PATH, Some(&user))
                    .await?;
                written(&made, "created", session)
            }
            UserCommand::Set(args) => set(args, session).await,
            UserCommand::Delete(args) => delete(&args, session).await,
        }
    }
}

/// Names become parts of URLs; nothing else may be written into one.
fn path(name: &str) -> Outcome<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if name.is_empty() || !name.chars().all(plain) {
        return Err(
            Failure::usage(format!("`{name}` is not the name of a user"))
                .hint("names have lower-case letters, digits and `-`, like `alice`"),
        );
    }
    Ok(format!("{PATH}/{name}"))
}

async fn get(name: &str, session: &Session) -> Outcome<User> {
    let path = path(name)?;
    Ok(session
        .client()?
        .call(Method::GET, &path, None::<&()>)
        .await?)
}

async fn list(args: &List, session: &Session) -> Outcome {
    #[derive(Deserialize)]
    struct Items {
        items: Vec<User>,
    }
    let Items { items } = session
        .client()?
        .call(Method::GET, PATH, None::<&()>)
        .await?;
    show(&items, &args.table, session, false)
}

fn show(users: &[User], table: &TableArgs, session: &Session, one: bool) -> Outcome {
    match (session.output.format, users) {
        (format, [user]) if format.is_data() && one => session.output.value(user),
        (format, _) if format.is_data() => session.output.value(&users),
        (Format::Name, _) => {
            let names: String = users
                .iter()
                .map(|user| format!("user/{}\n", user.name))
                .collect();
            session.output.data(names)
        }
        _ => {
            let row = |user: &User| {
                let state = if user.disabled {
                    Cell::toned("disabled", Tone::Bad)
                } else {
                    Cell::toned("enabled", Tone::Good)
                };
                let created = user.created.map(|created| age(created, session.now));
                vec![
                    Cell::from(user.name.clone()),
                    Cell::from(roles(&user.bindings)),
                    state,
                    Cell::from(created.unwrap_or_default()),
                ]
            };
            let rows = users.iter().map(row).collect();
            let rows = Rows::new(&["NAME", "ROLES", "STATE", "AGE"], rows);
            session.output.table(table, rows)
        }
    }
}

/// `owner:acme, viewer`.
pub(super) fn roles(bindings: &[Binding]) -> String {
    let words: Vec<String> = bindings.iter().map(ToString::to_string).collect();
    words.join(", ")
}

async fn set(args: Set, session: &Session) -> Outcome {
    let before = get(&args.name, session).await?;
    let mut user = before.clone();
    for role in &args.remove_role {
        if !user.bindings.contains(role) {
            let message = format!("user `{}` does not have the role {role}", user.name);
            return Err(Failure::new(Code::NotFound, message)
                .hint(format!("it has {}", roles(&user.bindings))));
        }
        user.bindings.retain(|binding| binding != role);
    }
    for role in args.add_role {
        if !user.bindings.contains(&role) {
            user.bindings.push(role);
        }
    }
    user.disabled = args.disabled.unwrap_or(user.disabled);
    if user == before {
        return written(&user, "unchanged", session);
    }
    let path = path(&user.name)?;
    let after: User = session
        .client()?
        .call(Method::PUT, &path, Some(&user))
        .await?;
    written(&after, "configured", session)
}

fn written(user: &User, what: &str, session: &Session) -> Outcome {
    if session.output.format.is_data() {
        return session.output.value(user);
    }
    session.output.data(format!("user/{} {what}", user.name))
}

async fn delete(args: &Delete, session: &Session) -> Outcome {
    let paths: Vec<String> = args
        .names
        .iter()
        .map(|name| path(name))
        .collect::<Outcome<_>>()?;
    let names = args.names.join(", ");
    if !session.yes
        && !args.write.dry_run
        && !ask::confirm(&format!("Delete {names} and every token of theirs?"))?
    {
        return Err(Failure::new(Code::Failure, "nothing was deleted"));
    }
    for (name, path) in args.names.iter().zip(paths) {
        if args.write.dry_run {
            session
                .output
                .data(format!("user/{name} deleted (dry run)"))?;
            continue;
        }
        let _: User = session
            .client()?
            .call(Method::DELETE, &path, None::<&()>)
            .await?;
        session.output.data(format!("user/{name} deleted"))?;
    }
    Ok(())
}
