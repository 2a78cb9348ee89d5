//! `epicctl node`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use epic_api::access::{TokenPurpose, TokenRequest};
use epic_api::context::ContextFile;
use epic_api::{Kind, NodeSpec};
use http::Method;

use super::token;
use crate::args::{Common, LabelArgs, WriteArgs};
use crate::ask;
use crate::config::write_private;
use crate::failure::{Code, Failure, Outcome};
use crate::objects::changed_word;
use crate::session::Session;

/// Verbs of nodes.
#[derive(Debug, Subcommand)]
pub enum NodeCommand {
    /// What every kind has.
    #[command(flatten)]
    Common(Common),
    /// Change one
    Set(Set),
    /// Place no more gateways on one
    Cordon(NodeWrite),
    /// Place gateways on one again
    Uncordon(NodeWrite),
    /// Make the context file that lets an agent join as a node
    Join(Join),
    /// Make everything worthless that the agent of a node signs in with
    Revoke(Revoke),
}

/// `node set`.
#[derive(Args, Debug)]
pub struct Set {
    /// Its name
    name: String,
    #[command(flatten)]
    labels: LabelArgs,
    #[command(flatten)]
    write: WriteArgs,
}

/// `node cordon` and `uncordon`.
#[derive(Args, Debug)]
pub struct NodeWrite {
    /// Its name
    name: String,
    #[command(flatten)]
    write: WriteArgs,
}

/// `node join`.
#[derive(Args, Debug)]
pub struct Join {
    /// The node's name
    name: String,
    /// The file to write, mode 0600; stdout when absent
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// `node revoke`.
#[derive(Args, Debug)]
pub struct Revoke {
    /// The node's name
    name: String,
}

impl NodeCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            NodeCommand::Common(common) => common.run(Kind::Node, session).await,
            NodeCommand::Set(args) => {
                let key = session.key(Kind::Node, &args.name)?;
                let (after, changed) = session
                    .change::<NodeSpec>(&key, args.write.dry_run, |node| {
                        args.labels.apply(&mut node.metadata);
                        Ok(())
                    })
                    .await?;
                session.written(&after, changed_word(changed), args.write.dry_run)
            }
            NodeCommand::Cordon(args) => schedulable(&args, false, session).await,
            NodeCommand::Uncordon(args) => schedulable(&args, true, session).await,
            NodeCommand::Join(args) => join(&args, session).await,
            NodeCommand::Revoke(args) => revoke(&args, session).await,
        }
    }
}

async fn schedulable(args: &NodeWrite, schedulable: bool, session: &Session) -> Outcome {
    let key = session.key(Kind::Node, &args.name)?;
    let (after, changed) = session
        .change::<NodeSpec>(&key, args.write.dry_run, |node| {
            node.spec.unschedulable = !schedulable;
            Ok(())
        })
        .await?;
    let word = match (changed, schedulable) {
        (false, _) => "unchanged",
        (true, true) => "uncordoned",
        (true, false) => "cordoned",
    };
    session.written(&after, word, args.write.dry_run)
}

async fn revoke(args: &Revoke, session: &Session) -> Outcome {
    let node = session.key(Kind::Node, &args.name)?.name;
    let question =
        format!("Lock out the agent of node {node}? Its gateways go on serving what they have.");
    if !session.yes && !ask::confirm(&question)? {
        return Err(Failure::new(Code::Failure, "nothing was revoked"));
    }
    let path = format!("/auth/v1/nodes/{node}/revoke");
    let _: serde_json::Value = session
        .client()?
        .call(Method::POST, &path, None::<&()>)
        .await?;
    session.output.note(format!(
        "`epicctl node join {node}` lets an agent join again"
    ));
    session.output.data(format!("node/{node} revoked"))
}

async fn join(args: &Join, session: &Session) -> Outcome {
    let node = session.key(Kind::Node, &args.name)?.name;
    let credentials = &session.target()?.credentials;
    let request = TokenRequest {
        description: format!("agent of {node}"),
        ..TokenRequest::new(TokenPurpose::Join, node.as_str())
    };
    let made = token::make(session, &request).await?;
    let file = ContextFile {
        name: session.target()?.name.clone(),
        server: credentials.server.clone(),
        account: None,
        node: Some(node.clone()),
        token: made.token,
        ca: credentials.ca_pem.clone(),
    };
    let text = toml::to_string_pretty(&file)
        .map_err(|error| Failure::new(Code::Failure, "can't write TOML").cause(error))?;
    match &args.out {
        None => session.output.data(text),
        Some(path) => {
            write_private(path, &text)?;
            session.output.note(format!(
                "start the agent with `epic-agent gateway --context {} --node {node}`",
                path.display()
            ));
            session.output.data(format!("node/{node} may join"))
        }
    }
}
