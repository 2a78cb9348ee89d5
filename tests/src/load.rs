//! Requests on kept connections, each answer counted: what a client would have seen.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use rustls_pki_types::{CertificateDer, pem::PemObject as _};

use crate::netns::Place;

/// What to ask.
#[derive(Clone, Debug)]
pub struct Request {
    /// Where the gateway is.
    pub gateway: SocketAddr,
    /// The Host header.
    pub host: String,
    /// The path.
    pub path: String,
}

impl Request {
    /// A GET of `http://host path` from the gateway.
    pub fn new(gateway: SocketAddr, host: &str, path: &str) -> Self {
        Request {
            gateway,
            host: host.to_owned(),
            path: path.to_owned(),
        }
    }
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body: for the lab's backends, JSON.
    pub body: String,
}

impl Answer {
    /// The name of the lab's backend that answered.
    pub fn backend(&self) -> Option<String> {
        let body: serde_json::Value = serde_json::from_str(&self.body).ok()?;
        Some(body.get("backend")?.as_str()?.to_owned())
    }
}

/// A client that keeps connections.
pub fn client(timeout: Duration) -> Result<reqwest::Client> {
    let client = reqwest::Client::builder()
        .tls_backend_preconfigured(no_tls())
        .redirect(reqwest::redirect::Policy::none())
        .timeout(timeout)
        .no_proxy()
        .build()?;
    Ok(client)
}

/// Plain HTTP needs no trust; reqwest wants to be told.
fn no_tls() -> rustls::ClientConfig {
    builder()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth()
}

fn builder() -> rustls::ConfigBuilder<rustls::ClientConfig, rustls::WantsVerifier> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring speaks TLS 1.2 and 1.3")
}

/// Sends one request.
pub async fn send(client: &reqwest::Client, request: &Request) -> Result<Answer> {
    let url = format!("http://{}{}", request.gateway, request.path);
    let response = client.get(url).header("host", &request.host).send().await?;
    Ok(Answer {
        status: response.status().as_u16(),
        body: response.text().await?,
    })
}

/// Sends one request from a place.
pub fn ask(place: &Place, request: &Request) -> Result<Answer> {
    place.block_on(async { send(&client(Duration::from_secs(5))?, request).await })?
}

/// Asks every 10 ms until the answer is as wanted.
///
/// # Errors
/// It is not within `limit`; with the last answer.
pub fn ask_until(
    place: &Place,
    request: &Request,
    limit: Duration,
    wanted: impl Fn(&Answer) -> bool + Send + Sync,
) -> Result<Answer> {
    place.block_on(async {
        let client = client(Duration::from_secs(2))?;
        let deadline = tokio::time::Instant::now() + limit;
        loop {
            let answer = send(&client, request).await;
            match &answer {
                Ok(good) if wanted(good) => return answer,
                _ if tokio::time::Instant::now() > deadline => {
                    return answer.and_then(|answer| {
                        anyhow::bail!("after {limit:?} the answer is still {answer:?}")
                    });
                }
                _ => tokio::time::sleep(Duration::from_millis(10)).await,
            }
        }
    })?
}

/// What a load saw.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Requests sent.
    pub sent: u64,
    /// Answered 200.
    pub ok: u64,
    /// Answers by backend.
    pub backends: BTreeMap<String, u64>,
    /// The first failures, in words; at most 10.
    pub failures: Vec<String>,
    /// The longest time that a worker had to wait from one 200 to the next.
    pub longest_gap: Duration,
}

impl Tally {
    fn count(&mut self, answer: Result<Answer>) {
        self.sent += 1;
        match answer {
            Ok(answer) if answer.status == 200 => {
                self.ok += 1;
                *self
                    .backends
                    .entry(answer.backend().unwrap_or_default())
                    .or_default() += 1;
            }
            Ok(answer) => self.fail(&format!("status {}: {}", answer.status, answer.body.trim())),
            Err(error) => self.fail(&format!("{error:#}")),
        }
    }

    fn fail(&mut self, failure: &str) {
        if self.failures.len() < 10 {
            self.failures
                .push(format!("request {}: {failure}", self.sent));
        }
    }

    fn add(&mut self, other: Tally) {
        self.sent += other.sent;
        self.ok += other.ok;
        for (backend, count) in other.backends {
            *self.backends.entry(backend).or_default() += count;
        }
        self.failures.extend(other.failures);
        self.failures.truncate(10);
        self.longest_gap = self.longest_gap.max(other.longest_gap);
    }
}

/// A load that goes on beside other work.
pub struct Load {
    workers: Vec<thread::JoinHandle<Result<Tally>>>,
    stop: Arc<AtomicBool>,
    done: Arc<AtomicU64>,
}

/// How much a load sends.
#[derive(Clone, Copy, Debug)]
pub struct Volume {
    /// Workers, each with a connection that it keeps.
    pub workers: u64,
    /// Requests of all workers together; no worker sends more than its share.
    pub requests: u64,
    /// Between two requests of a worker.
    pub pause: Duration,
}

impl Load {
    /// Begins to send from a place. The place has to outlive the load: finish it first.
    pub fn start(place: &Arc<Place>, request: &Request, volume: Volume) -> Load {
        let stop = Arc::new(AtomicBool::new(false));
        let done = Arc::new(AtomicU64::new(0));
        let workers = (0..volume.workers)
            .map(|worker| {
                let share = volume.requests / volume.workers
                    + u64::from(worker < volume.requests % volume.workers);
                let (place, request) = (Arc::clone(place), request.clone());
                let (stop, done) = (Arc::clone(&stop), Arc::clone(&done));
                thread::spawn(move || {
                    place.block_on(work(request, share, volume.pause, stop, done))?
                })
            })
            .collect();
        Load {
            workers,
            stop,
            done,
        }
    }

    /// Requests answered so far.
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// Waits until every request is answered.
    pub fn finish(mut self) -> Result<Tally> {
        let mut total = Tally::default();
        for worker in std::mem::take(&mut self.workers) {
            let tally = worker
                .join()
                .ok()
                .context("a worker of the load panicked")??;
            total.add(tally);
        }
        Ok(total)
    }

    /// Sends no more, and waits for the answers still due.
    pub fn stop(self) -> Result<Tally> {
        self.stop.store(true, Ordering::Relaxed);
        self.finish()
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        for worker in std::mem::take(&mut self.workers) {
            let _ended = worker.join();
        }
    }
}

async fn work(
    request: Request,
    share: u64,
    pause: Duration,
    stop: Arc<AtomicBool>,
    done: Arc<AtomicU64>,
) -> Result<Tally> {
    let client = client(Duration::from_secs(10))?;
    let mut tally = Tally::default();
    let mut last_ok = Instant::now();
    for _ in 0..share {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let ok = tally.ok;
        tally.count(send(&client, &request).await);
        if tally.ok > ok {
            tally.longest_gap = tally.longest_gap.max(last_ok.elapsed());
            last_ok = Instant::now();
        }
        done.fetch_add(1, Ordering::Relaxed);
        tokio::time::sleep(pause).await;
    }
    Ok(tally)
}

/// Sends one HTTPS request from a place; the server's certificate has to come from `ca_pem` and be
/// for the request's host.
pub fn ask_tls(place: &Place, request: &Request, ca_pem: &str) -> Result<Answer> {
    let mut roots = rustls::RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(ca_pem.as_bytes()) {
        roots.add(certificate?)?;
    }
    let tls = builder()
        .with_root_certificates(roots)
        .with_no_client_auth();
    place.block_on(async {
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .resolve(&request.host, request.gateway)
            .timeout(Duration::from_secs(5))
            .no_proxy()
            .build()?;
        let url = format!(
            "https://{}:{}{}",
            request.host,
            request.gateway.port(),
            request.path
        );
        let response = client.get(url).send().await?;
        Ok(Answer {
            status: response.status().as_u16(),
            body: response.text().await?,
        })
    })?
}
