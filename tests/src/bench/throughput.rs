//! Requests per second through a gateway, against the same Envoy with a static file written by hand.
//! Both run at once and are asked in turns, so that the machine's moods hit both.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

use super::Figure;
use super::bed::{Bed, host};
use crate::interrupt;
use crate::load::{self, Request};
use crate::netns::Place;
use crate::process::Daemon;
use crate::site::free_port;

/// Turns of each.
const TURNS: usize = 7;
/// How long a turn lasts.
const TURN: Duration = Duration::from_secs(2);
/// Connections that are kept, each with one request at a time.
const CONNECTIONS: usize = 4;

pub(super) fn run() -> Result<Vec<Figure>> {
    let bed = Bed::make()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(bed.fill(0..1, false))?;
    let plain = Plain::start(&bed)?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        theirs.push(per_second(plain.address)?);
        ours.push(per_second(bed.gateway)?);
    }
    drop(plain);
    bed.tear_down()?;
    let mut ratios: Vec<f64> = ours
        .iter()
        .zip(&theirs)
        .map(|(our, their)| our / their)
        .collect();
    Ok(vec![
        Figure::new("static Envoy", median(&mut theirs), "req/s"),
        Figure::new("gateway", median(&mut ours), "req/s"),
        Figure::new("gateway / static Envoy", median(&mut ratios), "ratio").at_least(0.97),
    ])
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// An Envoy that was told by a file what EPIC tells by xDS.
struct Plain {
    address: SocketAddr,
    _daemon: Daemon,
}

impl Plain {
    fn start(bed: &Bed) -> Result<Plain> {
        let address = SocketAddr::from(([127, 0, 0, 1], free_port()?));
        let backend = bed.site.backends[0].address;
        let file = bed.cluster.folder().join("static.yaml");
        std::fs::write(&file, config(address, backend))?;
        let envoy = bed.envoy_program()?;
        let mut command = Command::new(envoy);
        command
            .args([
                "--concurrency",
                "2",
                "--use-dynamic-base-id",
                "-l",
                "error",
                "-c",
            ])
            .arg(&file);
        let log = bed.cluster.logs().join("static-envoy.log");
        let mut daemon = Daemon::start("envoy", &Place::Host, &mut command, &log)?;
        let request = Request::new(address, &host(0), "/");
        let answers = || load::ask(&Place::Host, &request).is_ok_and(|answer| answer.status == 200);
        daemon.wait_until(Duration::from_secs(15), answers)?;
        Ok(Plain {
            address,
            _daemon: daemon,
        })
    }
}

fn config(address: SocketAddr, backend: SocketAddr) -> String {
    let host = host(0);
    let hcm = "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager";
    format!(
        r#"
static_resources:
  listeners:
  - address: {{ socket_address: {{ address: {}, port_value: {} }} }}
    filter_chains:
    - filters:
      - name: http
        typed_config:
          "@type": type.googleapis.com/{hcm}
          stat_prefix: static
          http_filters:
          - name: router
            typed_config: {{ "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }}
          route_config:
            virtual_hosts:
            - name: one
              domains: ["{host}"]
              routes:
              - match: {{ prefix: "/" }}
                route: {{ cluster: one }}
  clusters:
  - name: one
    load_assignment:
      cluster_name: one
      endpoints:
      - lb_endpoints:
        - endpoint: {{ address: {{ socket_address: {{ address: {}, port_value: {} }} }} }}
"#,
        address.ip(),
        address.port(),
        backend.ip(),
        backend.port(),
    )
}

/// Requests answered with 200 on kept connections in a turn, per second.
fn per_second(gateway: SocketAddr) -> Result<f64> {
    interrupt::check()?;
    let end = Instant::now() + TURN;
    let counts: Vec<Result<u64>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..CONNECTIONS)
            .map(|_| scope.spawn(|| ask_until(gateway, end)))
            .collect();
        let joined = threads.into_iter().map(|thread| match thread.join() {
            Ok(count) => count,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        joined.collect()
    });
    let total: u64 = counts.into_iter().sum::<Result<u64>>()?;
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    Ok(total as f64 / TURN.as_secs_f64())
}

fn ask_until(gateway: SocketAddr, end: Instant) -> Result<u64> {
    let mut stream = TcpStream::connect(gateway)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let request = format!("GET / HTTP/1.1\r\nhost: {}\r\n\r\n", host(0));
    let mut answered = 0;
    let mut buffer = Vec::with_capacity(4096);
    while Instant::now() < end {
        stream.write_all(request.as_bytes())?;
        read_answer(&mut stream, &mut buffer)?;
        answered += 1;
    }
    Ok(answered)
}

/// Reads one answer whose body has a length.
fn read_answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<()> {
    buffer.clear();
    let mut chunk = [0; 4096];
    let mut wanted = None;
    loop {
        let count = stream.read(&mut chunk)?;
        ensure!(count > 0, "the gateway closed a kept connection");
        buffer.extend_from_slice(&chunk[..count]);
        if wanted.is_none()
            && let Some(end) = buffer.windows(4).position(|four| four == b"\r\n\r\n")
        {
            let head = std::str::from_utf8(&buffer[..end])?.to_ascii_lowercase();
            ensure!(head.starts_with("http/1.1 200"), "answered {head}");
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length:"))
                .context("an answer without content-length")?;
            wanted = Some(end + 4 + length.trim().parse::<usize>()?);
        }
        if wanted.is_some_and(|wanted| buffer.len() >= wanted) {
            return Ok(());
        }
    }
}
