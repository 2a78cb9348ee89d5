//! HTTP backends that tests bring along.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use hyper::service::service_fn;
use hyper::{Request, Response, header};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpListener;

use crate::support::PATIENCE;

/// A server that answers with its name and what it got.
pub(crate) async fn echo(name: &'static str) -> SocketAddr {
    scripted(name, &[]).await.address
}

/// What a server does with one request.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// Answers with this status.
    Status(u16),
    /// Closes the connection instead of answering.
    Reset,
    /// Answers after two seconds.
    Slow,
}

/// A server with a past.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    /// The requests it got: method, path, host.
    pub(crate) seen: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub(crate) fn count(&self) -> usize {
        self.seen.lock().unwrap().len()
    }

    /// Waits until it got that many requests.
    pub(crate) async fn has_seen(&self, count: usize) {
        let wait = async {
            while self.count() < count {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let arrived = tokio::time::timeout(PATIENCE, wait).await;
        arrived.unwrap_or_else(|_| panic!("{} of {count} requests", self.count()));
    }
}

/// An [`echo`] that does as the steps say with its first requests.
pub(crate) async fn scripted(name: &'static str, steps: &'static [Step]) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = Server {
        address: listener.local_addr().unwrap(),
        seen: Arc::default(),
    };
    let seen = server.seen.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let seen = seen.clone();
            tokio::spawn(async move {
                let service = service_fn(move |request| {
                    let number = note(&seen, &request);
                    act(name, steps.get(number).copied(), request)
                });
                let server = hyper_util::server::conn::auto::Builder::new(TokioExecutor::new());
                let connection = server
                    .serve_connection_with_upgrades(TokioIo::new(stream), service)
                    .into_owned();
                let _ = connection.await;
            });
        }
    });
    server
}

fn note(seen: &Mutex<Vec<String>>, request: &Request<hyper::body::Incoming>) -> usize {
    let mut seen = seen.lock().unwrap();
    seen.push(format!(
        "{} {} {}",
        request.method(),
        request
            .uri()
            .path_and_query()
            .map_or("", |path| path.as_str()),
        host(request)
    ));
    seen.len() - 1
}

fn host(request: &Request<hyper::body::Incoming>) -> String {
    let authority = request.uri().authority().map(ToString::to_string);
    let host = request.headers().get(header::HOST);
    authority
        .or_else(|| Some(host?.to_str().ok()?.to_owned()))
        .unwrap_or_else(|| "-".to_owned())
}

async fn act(
    name: &'static str,
    step: Option<Step>,
    request: Request<hyper::body::Incoming>,
) -> Result<Response<Full<Bytes>>, std::io::Error> {
    match step {
        Some(Step::Reset) => return Err(std::io::ErrorKind::ConnectionReset.into()),
        Some(Step::Slow) => tokio::time::sleep(Duration::from_secs(2)).await,
        Some(Step::Status(_)) | None => {}
    }
    let mut response = answer(name, request).await;
    if let Some(Step::Status(status)) = step {
        *response.status_mut() = status.try_into().unwrap();
    }
    Ok(response)
}

async fn answer(
    name: &'static str,
    mut request: Request<hyper::body::Incoming>,
) -> Response<Full<Bytes>> {
    if request.headers().contains_key(header::UPGRADE) {
        return upgrade(name, &mut request);
    }
    if request.uri().path().starts_with("/slow") {
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    let mut headers: Vec<String> = request
        .headers()
        .iter()
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or("?")))
        .collect();
    headers.sort();
    let text = format!(
        "from {name}\n{:?} {} {}\nhost {}\n{}\n",
        request.version(),
        request.method(),
        request
            .uri()
            .path_and_query()
            .map_or("", |path| path.as_str()),
        host(&request),
        headers.join("\n")
    );
    let response = Response::builder().header("x-upstream", name);
    response.body(Full::new(Bytes::from(text))).unwrap()
}

/// Switches protocols and sends back what comes.
fn upgrade(
    name: &'static str,
    request: &mut Request<hyper::body::Incoming>,
) -> Response<Full<Bytes>> {
    let upgraded = hyper::upgrade::on(&mut *request);
    tokio::spawn(async move {
        let (mut from, mut to) = tokio::io::split(TokioIo::new(upgraded.await.unwrap()));
        let _ = tokio::io::copy(&mut from, &mut to).await;
    });
    Response::builder()
        .status(101)
        .header("x-upstream", name)
        .header(header::CONNECTION, "upgrade")
        .header(header::UPGRADE, &request.headers()[header::UPGRADE])
        .body(Full::default())
        .unwrap()
}
