//! Backups, the way back, the key of secrets, and disks that are full.

use std::path::{Path, PathBuf};

use epic_api::client::WatchEvent;
use epic_api::gateway::{GatewaySpec, Listener, Protocol};
use epic_api::ippool::IpPoolSpec;
use epic_api::template::GatewayTemplateSpec;
use epic_api::{
    Certificate, CertificateSpec, Gateway, GatewayTemplate, IpPool, Kind, ObjectKey, Reason,
};
use epic_cluster::app::{ServeOptions, start};
use epic_cluster::backup::{RestoreOptions, restore};
use epic_cluster::store::sqlite::{SqliteOptions, rotate_key};
use futures::StreamExt as _;
use tokio::task::JoinSet;

use crate::support::{Epicd, backend, backend_key, refusal};

async fn download(epicd: &Epicd) -> Vec<u8> {
    let (size, mut stream) = epicd.admin.backup().await.unwrap();
    let mut bytes = Vec::new();
    while let Some(chunk) = stream.next().await {
        bytes.extend_from_slice(&chunk.unwrap());
    }
    assert_eq!(size, Some(bytes.len() as u64));
    bytes
}

/// A certificate and the first line of its key.
fn certificate() -> (epic_api::RawObject, Vec<u8>) {
    let key = rcgen::KeyPair::generate().unwrap();
    let certificate = rcgen::CertificateParams::new(vec!["a.example".to_owned()])
        .unwrap()
        .self_signed(&key)
        .unwrap();
    let pem = key.serialize_pem();
    let secret = pem.lines().nth(1).unwrap().as_bytes().to_vec();
    let spec = CertificateSpec {
        certificate: certificate.pem(),
        private_key: Some(pem),
    };
    (
        Certificate::new(Some("default"), "tls", spec).to_raw(),
        secret,
    )
}

fn holds(bytes: &[u8], secret: &[u8]) -> bool {
    bytes.windows(secret.len()).any(|window| window == secret)
}

fn options(file: &Path, data_dir: PathBuf, key: PathBuf) -> RestoreOptions {
    RestoreOptions {
        file: file.to_owned(),
        data_dir,
        key: Some(key),
        force: false,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_taken_while_writes_go_on_and_brings_everything_back() {
    let epicd = Epicd::start().await;
    let (tls, secret) = certificate();
    epicd.admin.create(&tls).await.unwrap();
    let mut writers = JoinSet::new();
    for number in 0..20 {
        let client = epicd.admin.clone();
        writers.spawn(async move { client.create(&backend(&format!("b{number}"), 80)).await });
    }
    let bytes = download(&epicd).await;
    for outcome in writers.join_all().await {
        outcome.unwrap();
    }
    assert!(!holds(&bytes, &secret), "keys are sealed");
    let ca_key = std::fs::read_to_string(epicd.data_dir().join("ca.key")).unwrap();
    let ca_line = ca_key.lines().nth(1).unwrap();
    assert!(!holds(&bytes, ca_line.as_bytes()), "so is the CA's");

    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("backup.db");
    std::fs::write(&file, &bytes).unwrap();
    let key = epicd.data_dir().join("seal.key");
    let then = epicd.admin.list(Kind::Backend, None).await.unwrap();
    let before: u64 = then.resource_version.parse().unwrap();
    let data_dir = folder.path().join("data");
    let revision = restore(&options(&file, data_dir.clone(), key)).unwrap();
    assert!(revision > before);

    let running = start(ServeOptions::new(&data_dir)).await.unwrap();
    let restored = epic_api::client::Client::new(&running.context.credentials()).unwrap();
    let name = tls.key();
    let stored = restored.get(&name).await.unwrap();
    assert_eq!(stored.spec["certificate"], tls.spec["certificate"]);
    assert_eq!(
        std::fs::read_to_string(data_dir.join("ca.key")).unwrap(),
        ca_key,
        "clients and agents trust it as before"
    );
    // Numbers go on and mean one thing: who watched before has to start over.
    let after = restored.create(&backend("new", 80)).await.unwrap();
    let after: u64 = after.metadata.resource_version.unwrap().parse().unwrap();
    assert!(after > revision);
    let mut watch = match restored
        .watch(Kind::Backend, None, &then.resource_version)
        .await
    {
        Err(error) => {
            assert_eq!(refusal::<()>(Err(error)).reason, Reason::Expired);
            return;
        }
        Ok(watch) => std::pin::pin!(watch).collect::<Vec<_>>().await.into_iter(),
    };
    let first = watch.next().unwrap().unwrap();
    assert!(matches!(first, WatchEvent::Error(error) if error.reason == Reason::Expired));
}

#[tokio::test]
async fn a_restore_refuses_what_is_no_backup_or_would_overwrite() {
    let epicd = Epicd::start().await;
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("backup.db");
    let key = epicd.data_dir().join("seal.key");
    let refused = |options: &RestoreOptions| format!("{:#}", restore(options).unwrap_err());
    let into = folder.path().join("data");

    std::fs::write(&file, "hello".repeat(2_000)).unwrap();
    let error = refused(&options(&file, into.clone(), key.clone()));
    assert!(error.contains("not a backup"), "{error}");

    let mut bytes = download(&epicd).await;
    std::fs::write(&file, &bytes).unwrap();
    let error = refused(&options(&file, epicd.data_dir(), key.clone()));
    assert!(
        error.contains("not empty") && error.contains("--force"),
        "{error}"
    );

    let other = Epicd::start().await;
    let error = refused(&options(
        &file,
        into.clone(),
        other.data_dir().join("seal.key"),
    ));
    assert!(
        error.contains("which the key file does not have"),
        "{error}"
    );

    let middle = bytes.len() / 2;
    bytes[middle..middle + 2_000].fill(0xAA);
    std::fs::write(&file, &bytes).unwrap();
    refused(&options(&file, into.clone(), key));
    assert!(!into.exists(), "nothing is left behind");
}

#[tokio::test]
async fn a_new_key_seals_everything_and_the_old_one_is_gone() {
    let epicd = Epicd::start().await;
    let (tls, _) = certificate();
    epicd.admin.create(&tls).await.unwrap();
    let key = |data_dir: &Path| std::fs::read_to_string(data_dir.join("seal.key")).unwrap();
    let before = key(&epicd.data_dir());
    let rotate = |data_dir: &Path| {
        assert_eq!(rotate_key(&data_dir.join("epic.db")).unwrap(), 1);
    };
    let epicd = epicd.restart_after(rotate).await;
    let key = key(&epicd.data_dir());
    let line = |text: &str| text.lines().last().unwrap().to_owned();
    assert_ne!(line(&before), line(&key));
    assert_eq!(key.lines().filter(|line| !line.starts_with('#')).count(), 1);
    let name = ObjectKey::in_account(Kind::Certificate, "default", "tls");
    epicd.admin.get(&name).await.unwrap();
}

#[tokio::test]
async fn a_full_disk_refuses_writes_and_everything_else_goes_on_until_there_is_room() {
    let epicd = Epicd::start_with(SqliteOptions {
        max_pages: Some(150),
        ..SqliteOptions::default()
    })
    .await;
    epicd.admin.create(&backend("before", 80)).await.unwrap();
    let agent = epicd.agent("n1").await;
    let intent = agent.intent("n1").await.unwrap();
    let mut intent = std::pin::pin!(intent);
    intent.next().await.unwrap().unwrap();

    let mut number = 0;
    let refused = loop {
        let mut big = backend(&format!("b{number}"), 80);
        let note = "x".repeat(30_000);
        big.metadata.annotations.insert("note".to_owned(), note);
        match epicd.admin.create(&big).await {
            Ok(_) => number += 1,
            Err(error) => break refusal::<()>(Err(error)),
        }
        assert!(number < 100, "the disk is small");
    };
    assert_eq!(refused.reason, Reason::Unavailable);
    assert!(refused.message.contains("full"), "{refused}");
    assert!(refused.hint.unwrap().contains("disk"));

    epicd.admin.get(&backend_key("before")).await.unwrap();
    assert!(
        epicd
            .admin
            .revisions(Some("default"), 10, None)
            .await
            .is_ok()
    );
    let line = tokio::time::timeout(std::time::Duration::from_secs(20), intent.next()).await;
    line.expect("the agent's stream goes on").unwrap().unwrap();

    // Somebody makes room: a smaller write fits, and nobody had to restart anything.
    let connection = rusqlite::Connection::open(epicd.data_dir().join("epic.db")).unwrap();
    let shrink = "UPDATE revisions SET object = json_remove(object, '$.metadata.annotations')
                  WHERE name LIKE 'b%' AND kind = 'Backend'";
    connection.execute(shrink, []).unwrap();
    epicd.admin.create(&backend("after", 80)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_64_creators_on_a_pool_of_50_addresses_50_win_and_14_hear_why() {
    let epicd = Epicd::start().await;
    let pool = IpPoolSpec {
        addresses: vec!["198.51.100.1-198.51.100.50".to_owned()],
        ..IpPoolSpec::default()
    };
    let pool = IpPool::new(None, "public", pool).to_raw();
    epicd.admin.create(&pool).await.unwrap();
    let template = GatewayTemplateSpec {
        pools: vec!["public".to_owned()],
        ..GatewayTemplateSpec::default()
    };
    let template = GatewayTemplate::new(None, "http", template).to_raw();
    epicd.admin.create(&template).await.unwrap();
    let mut creators = JoinSet::new();
    for number in 0..64 {
        let client = epicd.admin.clone();
        let listener = Listener {
            name: "http".to_owned(),
            protocol: Protocol::Http,
            port: 80,
            hostname: None,
            tls: None,
        };
        let spec = GatewaySpec {
            template: "http".to_owned(),
            listeners: vec![listener],
            ..GatewaySpec::default()
        };
        let gateway = Gateway::new(Some("default"), &format!("g{number}"), spec);
        creators.spawn(async move { client.create(&gateway.to_raw()).await });
    }
    for outcome in creators.join_all().await {
        outcome.unwrap();
    }
    let (winners, losers) = crate::support::eventually("every loser is told", async || {
        let list = epicd.admin.list(Kind::Gateway, None).await.unwrap();
        let gateways: Vec<Gateway> = list
            .items
            .iter()
            .map(|raw| Gateway::from_raw(raw).unwrap())
            .collect();
        let (winners, losers): (Vec<_>, Vec<_>) = gateways.into_iter().partition(|gateway| {
            let status = gateway.status.as_ref();
            status.is_some_and(|status| !status.addresses.is_empty())
        });
        let told = losers.iter().all(|gateway| {
            let status = gateway.status.iter();
            status
                .flat_map(|status| &status.conditions)
                .any(|condition| {
                    condition.reason == "AddressNotAssigned"
                        && condition.message.contains("50 of 50 addresses in use")
                })
        });
        told.then_some((winners, losers))
    })
    .await;
    assert_eq!((winners.len(), losers.len()), (50, 14));
    let addresses: std::collections::BTreeSet<_> = winners
        .iter()
        .map(|gateway| gateway.status.as_ref().unwrap().addresses[0].value)
        .collect();
    assert_eq!(addresses.len(), 50, "no address twice");
}
