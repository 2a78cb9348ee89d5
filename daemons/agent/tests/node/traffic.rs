//! Real backends and real requests.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tokio_util::task::AbortOnDropHandle;

/// An HTTP server that answers with its name, and with `/slow` in its path only after a while.
pub struct Server {
    pub address: SocketAddr,
    pub slow_requests: Arc<AtomicUsize>,
    _task: AbortOnDropHandle<()>,
}

pub const SLOW: Duration = Duration::from_millis(1500);

impl Server {
    pub async fn start(name: &'static str) -> Server {
        Server::start_on("127.0.0.1:0".parse().unwrap(), name).await
    }

    pub async fn start_on(address: SocketAddr, name: &'static str) -> Server {
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let slow_requests = Arc::<AtomicUsize>::default();
        let slow = slow_requests.clone();
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                connections.spawn(answer(stream, name, slow.clone()));
            }
        });
        Server {
            address,
            slow_requests,
            _task: AbortOnDropHandle::new(task),
        }
    }
}

async fn answer(stream: TcpStream, name: &str, slow: Arc<AtomicUsize>) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    loop {
        let mut first = String::new();
        if stream.read_line(&mut first).await? == 0 {
            return Ok(());
        }
        let mut line = String::new();
        while stream.read_line(&mut line).await? > 2 {
            line.clear();
        }
        if first.contains("/slow") {
            slow.fetch_add(1, Ordering::SeqCst);
            sleep(SLOW).await;
        }
        let length = name.len();
        let response = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{name}");
        stream.write_all(response.as_bytes()).await?;
    }
}

/// One request on a connection of its own: the status and the body.
pub async fn get(to: SocketAddr, host: &str, path: &str) -> io::Result<(u16, String)> {
    let asking = async {
        let mut stream = TcpStream::connect(to).await?;
        let request = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await?;
        let (mut stream, mut head) = (BufReader::new(stream), String::new());
        // Not to the end of the connection: a draining Envoy answers at once and closes later.
        while !head.ends_with("\r\n\r\n") {
            if stream.read_line(&mut head).await? == 0 {
                return Err(io::Error::other(format!("cut off after {head:?}")));
            }
        }
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        let status = status.ok_or_else(|| io::Error::other(format!("no status: {head:?}")))?;
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "));
        let mut body = vec![0; length.and_then(|length| length.parse().ok()).unwrap_or(0)];
        stream.read_exact(&mut body).await?;
        Ok((status, String::from_utf8_lossy(&body).into_owned()))
    };
    timeout(Duration::from_secs(5), asking).await?
}

/// Waits until a request is answered so.
pub async fn answers(to: SocketAddr, host: &str, path: &str, status: u16) {
    let mut last = None;
    let asking = async {
        loop {
            let got = get(to, host, path).await.map(|(status, _)| status);
            if matches!(got, Ok(got) if got == status) {
                return;
            }
            last = Some(got);
            sleep(Duration::from_millis(10)).await;
        }
    };
    let in_time = timeout(super::support::PATIENCE, asking).await;
    assert!(
        in_time.is_ok(),
        "{to} {host}{path}: wanted {status}, last {last:?}"
    );
}

/// Requests without pause until they are ended.
pub struct Load {
    stop: Arc<AtomicBool>,
    task: tokio::task::JoinHandle<(usize, Vec<String>)>,
}

impl Load {
    pub fn start(to: SocketAddr, host: &'static str) -> Load {
        let stop = Arc::<AtomicBool>::default();
        let stopped = stop.clone();
        let task = tokio::spawn(async move {
            let (mut done, mut failed) = (0, Vec::new());
            while !stopped.load(Ordering::SeqCst) {
                match get(to, host, "/").await {
                    Ok((200, _)) => {}
                    other => failed.push(format!("{other:?}")),
                }
                done += 1;
                sleep(Duration::from_millis(2)).await;
            }
            (done, failed)
        });
        Load { stop, task }
    }

    /// How many there were, and what went wrong.
    pub async fn end(self) -> (usize, Vec<String>) {
        self.stop.store(true, Ordering::SeqCst);
        self.task.await.unwrap()
    }
}
