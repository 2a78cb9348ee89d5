use std::net::Ipv4Addr;

use super::*;
use crate::store::sqlite::{SqliteOptions, SqliteStore};

const HOME: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

/// A store's file with the first admin, and its token.
struct Lab {
    folder: tempfile::TempDir,
    _store: SqliteStore,
    auth: Auth,
    admin: NewToken,
}

impl Lab {
    fn new() -> Lab {
        let folder = tempfile::TempDir::new().unwrap();
        let file = folder.path().join("epic.db");
        let store = SqliteStore::open(&file, SqliteOptions::default()).unwrap();
        let auth = Auth::open(&file, at(0)).unwrap();
        auth.create_user(a_user("admin", "admin"), at(0)).unwrap();
        let admin = token(&auth, "admin");
        Lab {
            folder,
            _store: store,
            auth,
            admin,
        }
    }

    fn reopened(&self) -> Auth {
        Auth::open(&self.folder.path().join("epic.db"), at(0)).unwrap()
    }
}

fn a_user(name: &str, role: &str) -> User {
    User {
        name: name.to_owned(),
        bindings: vec![role.parse().unwrap()],
        ..User::default()
    }
}

fn token(auth: &Auth, user: &str) -> NewToken {
    let request = TokenRequest::new(TokenPurpose::User, user);
    auth.create_token(request, at(0)).unwrap()
}

fn is_known(auth: &Auth, token: &str, second: i64) -> bool {
    auth.check(token, HOME, at(second)).is_ok()
}

#[test]
fn a_token_is_known_until_it_is_deleted_and_after_reopening() {
    let lab = Lab::new();
    let new = token(&lab.auth, "admin");
    let auth = lab.reopened();
    let caller = auth.check(&new.token, HOME, at(1)).unwrap();
    assert_eq!(caller.name(), "admin");
    assert_eq!(caller.bindings, [Binding::everywhere(Role::Admin)]);
    for wrong in [
        "",
        "epic_",
        &format!("{}x", new.token),
        &format!("epic_{}_", new.id),
    ] {
        let error = auth.check(wrong, HOME, at(1)).unwrap_err();
        assert_eq!(error.reason, Reason::Unauthorized, "{wrong}");
    }
    auth.delete_token(&new.id, at(1)).unwrap();
    assert!(!is_known(&auth, &new.token, 1));
    assert!(!is_known(&lab.reopened(), &new.token, 1));
}

#[test]
fn the_file_holds_no_token() {
    let lab = Lab::new();
    let secret = lab.admin.token.rsplit('_').next().unwrap().as_bytes();
    for entry in std::fs::read_dir(lab.folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(secret.len()).any(|window| window == secret));
    }
}

#[test]
fn a_token_ends_when_it_was_told_to_and_a_join_token_by_itself() {
    let lab = Lab::new();
    let short = TokenRequest {
        expires_in_seconds: Some(60),
        ..TokenRequest::new(TokenPurpose::User, "admin")
    };
    let short = lab.auth.create_token(short, at(0)).unwrap();
    assert!(is_known(&lab.auth, &short.token, 59));
    assert!(!is_known(&lab.auth, &short.token, 60));
    let join = TokenRequest::new(TokenPurpose::Join, "edge-1");
    let join = lab.auth.create_token(join, at(0)).unwrap();
    assert_eq!(join.expires, Some(at(3600)));
}

#[test]
fn the_last_admin_stays() {
    let lab = Lab::new();
    let auth = &lab.auth;
    let disabled = User {
        disabled: true,
        ..a_user("admin", "admin")
    };
    let short = TokenRequest {
        expires_in_seconds: Some(60),
        ..TokenRequest::new(TokenPurpose::User, "second")
    };
    auth.create_user(a_user("second", "admin"), at(0)).unwrap();
    auth.create_token(short, at(0)).unwrap();
    for refused in [
        auth.delete_user("admin", at(0)).map(drop),
        auth.change_user(disabled.clone(), at(0)).map(drop),
        auth.change_user(a_user("admin", "operator"), at(0))
            .map(drop),
        auth.delete_token(&lab.admin.id, at(0)).map(drop),
    ] {
        assert_eq!(refused.unwrap_err().reason, Reason::Conflict);
    }
    assert!(is_known(auth, &lab.admin.token, 0));

    token(auth, "second");
    auth.change_user(disabled, at(0)).unwrap();
    assert!(!is_known(auth, &lab.admin.token, 0));
    auth.delete_user("admin", at(0)).unwrap();
    assert!(!is_known(&lab.reopened(), &lab.admin.token, 0));
}

#[test]
fn what_is_wrong_with_a_user_is_told_field_by_field() {
    let lab = Lab::new();
    let user = User {
        name: "Not A Name".to_owned(),
        bindings: ["owner", "admin:acme", "agent", "viewer:-"]
            .map(|text| text.parse().unwrap())
            .to_vec(),
        ..User::default()
    };
    let error = lab.auth.create_user(user, at(0)).unwrap_err();
    let fields: Vec<&str> = error.causes.iter().map(|cause| &*cause.field).collect();
    assert_eq!(
        fields,
        [
            "name",
            "bindings[0].account",
            "bindings[1].account",
            "bindings[2].role",
            "bindings[3].account"
        ]
    );
    assert_eq!(lab.auth.users().len(), 1);
    let nobody = TokenRequest::new(TokenPurpose::User, "nobody");
    let error = lab.auth.create_token(nobody, at(0)).err().unwrap();
    assert_eq!(error.reason, Reason::NotFound);
}

#[test]
fn tokens_from_before_there_were_users_go_on_working() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("epic.db");
    let _store = SqliteStore::open(&file, SqliteOptions::default()).unwrap();
    let old = Connection::open(&file).unwrap();
    old.execute_batch(
        "CREATE TABLE tokens (id TEXT PRIMARY KEY, hash BLOB NOT NULL, role TEXT NOT NULL,
         node TEXT, description TEXT NOT NULL, created INTEGER NOT NULL)",
    )
    .unwrap();
    for (id, role, node) in [("a", "admin", None), ("b", "agent", Some("edge-1"))] {
        old.execute(
            "INSERT INTO tokens VALUES (?1, ?2, ?3, ?4, 'old', 1)",
            rusqlite::params![id, hash(&format!("epic_{id}_secret")), role, node],
        )
        .unwrap();
    }
    drop(old);
    for _ in 0..2 {
        let auth = Auth::open(&file, at(0)).unwrap();
        let admin = auth.check("epic_a_secret", HOME, at(0)).unwrap();
        assert_eq!(admin.name(), FIRST_ADMIN);
        assert_eq!(admin.bindings, [Binding::everywhere(Role::Admin)]);
        let agent = auth.check("epic_b_secret", HOME, at(0)).unwrap();
        let node = "edge-1".to_owned();
        assert_eq!(agent.subject, Subject::Agent { node });
    }
}

#[test]
fn a_source_of_many_wrong_tokens_has_to_wait_even_with_the_right_one() {
    let lab = Lab::new();
    let wrong = format!("epic_{}_wrong", lab.admin.id);
    let answers: Vec<Reason> = (0..30)
        .map(|_| lab.auth.check(&wrong, HOME, at(0)).unwrap_err().reason)
        .collect();
    assert_eq!(answers[0], Reason::Unauthorized);
    assert_eq!(answers[29], Reason::TooManyRequests);
    assert!(!is_known(&lab.auth, &lab.admin.token, 0));
    assert!(
        lab.auth
            .check(&lab.admin.token, "192.0.2.1".parse().unwrap(), at(0))
            .is_ok()
    );
    assert!(is_known(&lab.auth, &lab.admin.token, 10));
}

#[test]
fn a_caller_stands_until_anything_about_it_changes() {
    let lab = Lab::new();
    let auth = &lab.auth;
    let store = &lab._store;
    auth.create_user(a_user("bob", "owner:acme"), at(0))
        .unwrap();
    let bob = token(auth, "bob");
    let caller = auth.check(&bob.token, HOME, at(0)).unwrap();
    assert!(auth.stands(&caller, store, at(0)));
    auth.change_user(a_user("bob", "viewer:acme"), at(0))
        .unwrap();
    assert!(!auth.stands(&caller, store, at(0)));
    let caller = auth.check(&bob.token, HOME, at(0)).unwrap();
    auth.delete_token(&bob.id, at(0)).unwrap();
    assert!(!auth.stands(&caller, store, at(0)));
}
