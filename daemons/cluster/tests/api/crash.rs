//! The real program, killed.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use epic_api::Kind;
use epic_api::client::Client;
use epic_api::context::ContextFile;
use tokio::task::JoinSet;

use crate::support::{backend, initialised};

/// `epicd serve` as a process of its own; killed when dropped.
struct Process {
    child: Child,
    client: Client,
}

impl Process {
    fn start(data_dir: &Path) -> Process {
        let mut child = Command::new(env!("CARGO_BIN_EXE_epicd"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(data_dir)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let server = lines
            .map_while(Result::ok)
            .find_map(|line| Some(line.split_once("url=\"")?.1.split_once('"')?.0.to_owned()))
            .expect("epicd logs its URL");
        let text = std::fs::read_to_string(data_dir.join("admin-context.toml")).unwrap();
        let context = ContextFile {
            server,
            ..toml::from_str(&text).unwrap()
        };
        Process {
            child,
            client: Client::new(&context.credentials()).unwrap(),
        }
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acknowledged_write_survives_kill_9() {
    let folder = initialised().await;
    let data_dir = folder.path().join("data");
    let mut acknowledged = BTreeSet::new();
    for round in 0..3 {
        let epicd = Process::start(&data_dir);
        acknowledged.append(&mut write_until_killed(epicd, round).await);
        let epicd = Process::start(&data_dir);
        let list = epicd.client.list(Kind::Backend, None).await.unwrap();
        let stored: BTreeSet<String> = list
            .items
            .into_iter()
            .map(|object| object.metadata.name)
            .collect();
        let lost: Vec<_> = acknowledged.difference(&stored).collect();
        assert!(lost.is_empty(), "round {round} lost {lost:?}");
        // At most the writes that were under way are there without having been acknowledged.
        assert!(stored.len() - acknowledged.len() <= 8 * (round + 1));
    }
    assert!(acknowledged.len() >= 60);
}

/// Eight writers; the server is killed after 20 acknowledgements, in the middle of others.
async fn write_until_killed(epicd: Process, round: usize) -> BTreeSet<String> {
    let acknowledged = Arc::new(Mutex::new(BTreeSet::new()));
    let mut writers = JoinSet::new();
    for writer in 0..8 {
        let (client, acknowledged) = (epicd.client.clone(), acknowledged.clone());
        writers.spawn(async move {
            for number in 0.. {
                let name = format!("b{round}-{writer}-{number}");
                if client.create(&backend(&name, 80)).await.is_err() {
                    return;
                }
                acknowledged.lock().unwrap().insert(name);
            }
        });
    }
    let enough = async {
        while acknowledged.lock().unwrap().len() < 20 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), enough)
        .await
        .expect("writes are acknowledged");
    epicd.kill();
    writers.join_all().await;
    let acknowledged = acknowledged.lock().unwrap();
    acknowledged.clone()
}

#[tokio::test]
async fn sigterm_ends_it_in_time_and_stdout_stays_empty() {
    let folder = initialised().await;
    let mut epicd = Process::start(&folder.path().join("data"));
    let pid = epicd.child.id().to_string();
    let stdout = epicd.child.stdout.take().unwrap();
    assert!(Command::new("kill").arg(&pid).status().unwrap().success());
    let wait = tokio::task::spawn_blocking(move || (epicd.child.wait().unwrap(), epicd));
    let (status, _epicd) = tokio::time::timeout(Duration::from_secs(4), wait)
        .await
        .unwrap()
        .unwrap();
    assert!(status.success(), "{status}");
    assert_eq!(BufReader::new(stdout).lines().count(), 0);
}
