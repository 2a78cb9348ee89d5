//! What a gateway's Envoy takes: idle, and with 5,000 routes to 5,000 backends, most of them cold.

use std::time::{Duration, Instant};

use anyhow::Result;

use super::bed::{Bed, PATIENCE, host};
use super::{Figure, percentile};
use crate::interrupt;
use crate::load::{self, Request};

const ROUTES: usize = 5_000;
/// Cold backends that are asked once.
const ASKED: usize = 200;

pub(super) fn run() -> Result<Vec<Figure>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let bed = Bed::make()?;
    runtime.block_on(bed.fill(0..1, false))?;
    let idle = bed.envoy_mebibytes()?;
    runtime.block_on(bed.fill(1..ROUTES + 1, true))?;
    let full = bed.envoy_mebibytes()?;
    let mut first = runtime.block_on(ask_once_each(&bed))?;
    let after = bed.envoy_mebibytes()?;
    bed.tear_down()?;
    Ok(vec![
        Figure::new("idle gateway: Envoy", idle, "MiB").at_most(60.0),
        Figure::new("5000 backends: Envoy", full, "MiB").at_most(150.0),
        Figure::new("5000 backends, 200 asked: Envoy", after, "MiB").at_most(150.0),
        Figure::new("first request p50", percentile(&mut first.times, 50), "ms"),
        Figure::new("first request max", percentile(&mut first.times, 100), "ms"),
        Figure::new("first request: not 200", first.failed, "count").at_most(0.0),
    ])
}

#[derive(Default)]
struct First {
    times: Vec<Duration>,
    failed: f64,
}

/// Requests to backends spread over all of them; none was asked before.
async fn ask_once_each(bed: &Bed) -> Result<First> {
    let http = load::client(PATIENCE)?;
    let mut first = First::default();
    for turn in 0..ASKED {
        interrupt::check()?;
        let number = 1 + turn * (ROUTES / ASKED);
        let begin = Instant::now();
        let answer = load::send(&http, &Request::new(bed.gateway, &host(number), "/")).await?;
        first.times.push(begin.elapsed());
        if answer.status != 200 {
            first.failed += 1.0;
        }
    }
    Ok(first)
}
