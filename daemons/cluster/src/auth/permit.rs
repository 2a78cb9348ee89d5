//! May they? One pure function over who asks, what they want to do and to what.
//!
//! It looks at nothing that is stored, so that what is hidden and what does not exist can't be told
//! apart by its answer. Of lists over several accounts, and of pools and templates, [`super::Sight`]
//! says which ones are seen.

use epic_api::access::{Binding, Facility, Role, Verb};
use epic_api::{Kind, Scope};

use super::{Caller, Subject};

/// What is asked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Target<'a> {
    /// Objects of a kind. Without an account: of a kind that has none, or of every account. Whoever
    /// may write "in every account" may write in some; ask again when the account is known.
    Objects {
        /// The kind.
        kind: Kind,
        /// The account.
        account: Option<&'a str>,
    },
    /// What the API has besides objects.
    Facility(Facility),
    /// Former specs of an account's objects, and going back to them (`apply`).
    HistoryOf {
        /// The account.
        account: &'a str,
    },
    /// Tokens of the caller itself.
    OwnTokens,
    /// Who am I, may I.
    Myself,
    /// What the agent of a node does: intent, report, renewal.
    Node {
        /// The node.
        node: &'a str,
    },
    /// Getting a node's first certificate.
    Enroll,
}

/// Yes, no, or as if it did not exist.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Decision {
    /// Go ahead.
    Allowed,
    /// The caller has nothing to do with the account: to it, the account does not exist.
    Hidden,
    /// No, and why.
    Forbidden(String),
}

/// In the order of what weighs more among several bindings.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
enum Answer {
    Hidden,
    Forbidden,
    Allowed,
}

/// May the caller do this?
pub fn allowed(caller: &Caller, verb: Verb, target: Target<'_>) -> Decision {
    let answer = match &caller.subject {
        Subject::Agent { node } => of_agent(node, target),
        Subject::Join { .. } => yes(target == Target::Enroll),
        Subject::User { .. } | Subject::Controller { .. } => caller
            .bindings
            .iter()
            .map(|binding| of_binding(binding, verb, target))
            .fold(without_any(target), Answer::max),
    };
    match answer {
        Answer::Allowed => Decision::Allowed,
        Answer::Hidden => Decision::Hidden,
        Answer::Forbidden => Decision::Forbidden(why_not(caller, verb, target)),
    }
}

const fn yes(allowed: bool) -> Answer {
    if allowed {
        Answer::Allowed
    } else {
        Answer::Forbidden
    }
}

fn of_agent(own: &str, target: Target<'_>) -> Answer {
    match target {
        Target::Node { node } => yes(node == own),
        Target::Myself => Answer::Allowed,
        _ => Answer::Forbidden,
    }
}

/// What everybody hears who has no role that counts.
fn without_any(target: Target<'_>) -> Answer {
    match target {
        Target::Myself => Answer::Allowed,
        Target::Objects {
            kind,
            account: Some(_),
        } if kind.scope() == Scope::Account => Answer::Hidden,
        Target::HistoryOf { .. } => Answer::Hidden,
        _ => Answer::Forbidden,
    }
}

fn of_binding(binding: &Binding, verb: Verb, target: Target<'_>) -> Answer {
    match target {
        Target::Objects { kind, account } => of_objects(binding, verb, kind, account),
        Target::HistoryOf { account } => match (binding.role, covers(binding, account)) {
            (Role::Admin | Role::Operator, _) => Answer::Allowed,
            (_, false) => Answer::Hidden,
            (Role::Owner, true) => Answer::Allowed,
            (Role::Viewer | Role::Controller, true) => yes(verb.reads()),
            (Role::Agent, true) => Answer::Forbidden,
        },
        Target::Facility(facility) => yes(of_facility(binding, verb, facility)),
        Target::OwnTokens => yes(matches!(binding.role, Role::Admin | Role::Owner)),
        Target::Myself => Answer::Allowed,
        // Private keys pass there: not even an admin.
        Target::Node { .. } | Target::Enroll => Answer::Forbidden,
    }
}

fn of_objects(binding: &Binding, verb: Verb, kind: Kind, account: Option<&str>) -> Answer {
    match (binding.role, kind.scope()) {
        (Role::Admin | Role::Operator, _) => Answer::Allowed,
        (Role::Agent, _) => Answer::Forbidden,
        (role, Scope::Cluster) => {
            let everywhere = role == Role::Viewer && binding.account.is_none();
            yes(verb.reads() && (everywhere || kind != Kind::Node))
        }
        (role, Scope::Account) => match account {
            Some(account) if !covers(binding, account) => Answer::Hidden,
            _ if verb.reads() => Answer::Allowed,
            _ => yes(matches!(role, Role::Owner | Role::Controller) && kind != Kind::Event),
        },
    }
}

fn of_facility(binding: &Binding, verb: Verb, facility: Facility) -> bool {
    let reads_everything = binding.role == Role::Viewer && binding.account.is_none();
    match (binding.role, facility) {
        (Role::Admin, _) => true,
        (Role::Agent, _) => false,
        (_, Facility::OpenApi) => verb.reads(),
        (Role::Operator, Facility::Joins | Facility::History) => true,
        (Role::Operator, Facility::Audit | Facility::Metrics) => verb.reads(),
        (_, Facility::History | Facility::Metrics) => verb.reads() && reads_everything,
        _ => false,
    }
}

/// Whether the binding counts in the account.
fn covers(binding: &Binding, account: &str) -> bool {
    match &binding.account {
        Some(own) => own == account,
        None => matches!(binding.role, Role::Admin | Role::Operator | Role::Viewer),
    }
}

fn why_not(caller: &Caller, verb: Verb, target: Target<'_>) -> String {
    let who = caller.name();
    let has = match &caller.subject {
        Subject::Agent { .. } => "is an agent: its own node's intent and report only".to_owned(),
        Subject::Join { .. } => "is a join token: good for enrolling a node only".to_owned(),
        _ if caller.bindings.is_empty() => "has no role".to_owned(),
        _ => {
            let bindings: Vec<String> = caller.bindings.iter().map(ToString::to_string).collect();
            format!("is {}", bindings.join(", "))
        }
    };
    let what = match target {
        Target::Objects {
            kind,
            account: Some(account),
        } => format!("{verb} {} in account `{account}`", kind.plural()),
        Target::Objects {
            kind,
            account: None,
        } => format!("{verb} {}", kind.plural()),
        Target::HistoryOf { account } => format!("{verb} the history of account `{account}`"),
        Target::Facility(facility) => format!("{verb} {}", facility.name()),
        Target::OwnTokens => format!("{verb} tokens of its own"),
        Target::Myself => "ask who it is".to_owned(),
        Target::Node { node } => {
            format!("act as the agent of node `{node}`: private keys pass there")
        }
        Target::Enroll => "enroll as a node".to_owned(),
    };
    format!("{who} may not {what}; it {has}")
}

#[cfg(test)]
mod tests;
