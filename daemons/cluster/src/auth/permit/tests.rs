use epic_api::access::{Binding, Facility, Role, Verb};
use epic_api::{Kind, Scope};

use super::*;
use crate::auth::Proof;

const MINE: Option<&str> = Some("mine");
const THEIRS: Option<&str> = Some("theirs");

fn caller(subject: Subject, bindings: Vec<Binding>) -> Caller {
    Caller {
        subject,
        bindings,
        proof: Proof::Token("t".to_owned()),
        expires: None,
    }
}

fn user(bindings: Vec<Binding>) -> Caller {
    let name = "alice".to_owned();
    caller(Subject::User { name }, bindings)
}

/// One of each, in the order of the table's columns.
fn callers() -> [Caller; 9] {
    let node = || "edge-1".to_owned();
    let controller = Subject::Controller {
        name: "kubernetes".to_owned(),
    };
    [
        user(vec![Binding::everywhere(Role::Admin)]),
        user(vec![Binding::everywhere(Role::Operator)]),
        user(vec![Binding::within(Role::Owner, "mine")]),
        user(vec![Binding::everywhere(Role::Viewer)]),
        user(vec![Binding::within(Role::Viewer, "mine")]),
        caller(controller, vec![Binding::within(Role::Controller, "mine")]),
        caller(
            Subject::Agent { node: node() },
            vec![Binding::everywhere(Role::Agent)],
        ),
        caller(Subject::Join { node: node() }, Vec::new()),
        user(Vec::new()),
    ]
}

/// Two letters a cell: reads, writes. A: allowed, F: forbidden, H: hidden.
fn table() -> Vec<(Target<'static>, &'static str)> {
    let mut table = Vec::new();
    for kind in Kind::ALL {
        let at = |account| Target::Objects { kind, account };
        match (kind.scope(), kind) {
            //                         admin operator owner viewer viewer: contr. agent join nobody
            (Scope::Account, Kind::Event) => {
                table.push((at(MINE), "AA AA AF AF AF AF FF FF HH"));
                table.push((at(THEIRS), "AA AA HH AF HH HH FF FF HH"));
                table.push((at(None), "AA AA AF AF AF AF FF FF FF"));
            }
            (Scope::Account, _) => {
                table.push((at(MINE), "AA AA AA AF AF AA FF FF HH"));
                table.push((at(THEIRS), "AA AA HH AF HH HH FF FF HH"));
                table.push((at(None), "AA AA AA AF AF AA FF FF FF"));
            }
            (Scope::Cluster, Kind::Node) => {
                table.push((at(None), "AA AA FF AF FF FF FF FF FF"));
            }
            (Scope::Cluster, _) => table.push((at(None), "AA AA AF AF AF AF FF FF FF")),
        }
    }
    let facility = Target::Facility;
    let history = |account| Target::HistoryOf { account };
    let node = |node| Target::Node { node };
    //                                       admin operator owner viewer viewer: contr. agent join nobody
    table.extend([
        (facility(Facility::Users), "AA FF FF FF FF FF FF FF FF"),
        (facility(Facility::Tokens), "AA FF FF FF FF FF FF FF FF"),
        (facility(Facility::Joins), "AA AA FF FF FF FF FF FF FF"),
        (facility(Facility::Audit), "AA AF FF FF FF FF FF FF FF"),
        (facility(Facility::History), "AA AA FF AF FF FF FF FF FF"),
        (facility(Facility::Backup), "AA FF FF FF FF FF FF FF FF"),
        (facility(Facility::Metrics), "AA AF FF AF FF FF FF FF FF"),
        (facility(Facility::OpenApi), "AA AF AF AF AF AF FF FF FF"),
        (history("mine"), "AA AA AA AF AF AF FF FF HH"),
        (history("theirs"), "AA AA HH AF HH HH FF FF HH"),
        (Target::OwnTokens, "AA FF AA FF FF FF FF FF FF"),
        (Target::Myself, "AA AA AA AA AA AA AA FF AA"),
        (node("edge-1"), "FF FF FF FF FF FF AA FF FF"),
        (node("edge-2"), "FF FF FF FF FF FF FF FF FF"),
        (Target::Enroll, "FF FF FF FF FF FF FF AA FF"),
    ]);
    table
}

#[test]
fn each_role_may_do_to_each_thing_what_the_table_says() {
    let callers = callers();
    let table = table();
    let asked = Facility::ALL.map(Target::Facility);
    assert!(
        asked
            .iter()
            .all(|target| table.iter().any(|(listed, _)| listed == target)),
        "the table lacks a facility"
    );
    for (target, cells) in table {
        let cells: Vec<&str> = cells.split(' ').collect();
        assert_eq!(cells.len(), callers.len(), "{target:?}");
        for (caller, cell) in callers.iter().zip(cells) {
            for verb in Verb::ALL {
                let expected = cell.as_bytes()[usize::from(!verb.reads())];
                let found = match allowed(caller, verb, target) {
                    Decision::Allowed => b'A',
                    Decision::Forbidden(_) => b'F',
                    Decision::Hidden => b'H',
                };
                assert_eq!(
                    char::from(found),
                    char::from(expected),
                    "{} with {:?}: {verb} {target:?}",
                    caller.name(),
                    caller.bindings,
                );
            }
        }
    }
}

#[test]
fn several_roles_allow_what_any_of_them_does() {
    let both = user(vec![
        Binding::within(Role::Viewer, "theirs"),
        Binding::within(Role::Owner, "mine"),
    ]);
    let route = |account| Target::Objects {
        kind: Kind::Route,
        account: Some(account),
    };
    assert_eq!(
        allowed(&both, Verb::Delete, route("mine")),
        Decision::Allowed
    );
    assert_eq!(
        allowed(&both, Verb::Get, route("theirs")),
        Decision::Allowed
    );
    assert!(matches!(
        allowed(&both, Verb::Delete, route("theirs")),
        Decision::Forbidden(_)
    ));
    assert_eq!(allowed(&both, Verb::Get, route("other")), Decision::Hidden);
}

#[test]
fn a_refusal_says_who_may_not_do_what_and_what_they_are() {
    let viewer = user(vec![Binding::within(Role::Viewer, "mine")]);
    let gateways = Target::Objects {
        kind: Kind::Gateway,
        account: MINE,
    };
    let Decision::Forbidden(why) = allowed(&viewer, Verb::Delete, gateways) else {
        panic!("a viewer may not delete");
    };
    assert_eq!(
        why,
        "alice may not delete gateways in account `mine`; it is viewer:mine"
    );
}
