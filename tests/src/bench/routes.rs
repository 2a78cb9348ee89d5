//! How long a new route takes to answer, with thousands of others on the gateway.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::bed::{Bed, PATIENCE, host};
use super::{Figure, percentile};
use crate::interrupt;
use crate::load::{self, Request};

/// Routes that are measured, one after another.
const MEASURED: usize = 200;

pub(super) fn run() -> Result<Vec<Figure>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let mut figures = Vec::new();
    // Both on one gateway: whether the time grows with the routes shows without noise between runs.
    let bed = Bed::make()?;
    for standing in [3_000, 10_000] {
        let begin = if standing == 3_000 {
            0
        } else {
            3_000 + MEASURED
        };
        let measured = runtime.block_on(async {
            bed.fill(begin..standing, false).await?;
            measure(&bed, standing, false).await
        })?;
        figures.extend(measured.figures(&format!("routes {standing}")));
    }
    bed.tear_down()?;
    let bed = Bed::make()?;
    let measured = runtime.block_on(async {
        bed.fill(0..3_000, true).await?;
        measure(&bed, 3_000, true).await
    })?;
    figures.extend(measured.figures("routes 3000, new backends"));
    bed.tear_down()?;
    Ok(figures)
}

#[derive(Default)]
struct Measured {
    /// From the return of `apply` to the first 200.
    delays: Vec<Duration>,
    /// From the call of `apply` to its return.
    applies: Vec<Duration>,
    /// Answers that were neither 404 before nor 200 after.
    other_status: f64,
}

impl Measured {
    fn figures(mut self, what: &str) -> Vec<Figure> {
        let name = |figure: &str| format!("{what}: {figure}");
        vec![
            Figure::new(name("p50"), percentile(&mut self.delays, 50), "ms").at_most(6.0),
            Figure::new(name("p99"), percentile(&mut self.delays, 99), "ms").at_most(20.0),
            Figure::new(name("other status"), self.other_status, "count").at_most(0.0),
            Figure::new(name("apply p50"), percentile(&mut self.applies, 50), "ms"),
        ]
    }
}

async fn measure(bed: &Bed, standing: usize, own_backend: bool) -> Result<Measured> {
    let http = load::client(PATIENCE)?;
    let mut measured = Measured::default();
    for number in standing..standing + MEASURED {
        interrupt::check()?;
        let request = Request::new(bed.gateway, &host(number), "/");
        let before = load::send(&http, &request).await?.status;
        if before != 404 {
            measured.other_status += 1.0;
        }
        let mut returned = Instant::now();
        for object in bed.objects(number, own_backend) {
            let begin = Instant::now();
            bed.client.apply(&object, false).await?;
            returned = Instant::now();
            measured.applies.push(returned - begin);
        }
        measured
            .delays
            .push(until_ok(&http, &request, returned, &mut measured.other_status).await?);
    }
    Ok(measured)
}

async fn until_ok(
    http: &reqwest::Client,
    request: &Request,
    since: Instant,
    other_status: &mut f64,
) -> Result<Duration> {
    loop {
        let answer = load::send(http, request)
            .await
            .context("a request was lost")?;
        let elapsed = since.elapsed();
        match answer.status {
            200 => return Ok(elapsed),
            404 => {}
            _ => *other_status += 1.0,
        }
        if elapsed > PATIENCE {
            bail!(
                "{} still answers {} after {PATIENCE:?}",
                request.host,
                answer.status
            );
        }
        tokio::time::sleep(Duration::from_micros(500)).await;
    }
}
