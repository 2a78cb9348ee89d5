//! `cargo xtask bench`: figures, each with its unit.
#![expect(clippy::print_stdout, reason = "the table is what a bench is for")]

mod bed;
mod cli;
mod memory;
mod routes;
mod throughput;

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde_json::json;

use crate::interrupt;

/// One measured figure.
pub(crate) struct Figure {
    name: String,
    value: f64,
    unit: &'static str,
    /// What the figure should be at most (or at least), where somebody has said so.
    target: Option<f64>,
}

impl Figure {
    pub(crate) fn new(name: impl Into<String>, value: f64, unit: &'static str) -> Figure {
        Figure {
            name: name.into(),
            value,
            unit,
            target: None,
        }
    }

    /// For figures that are the better the larger they are: more than 1 of the target is well.
    pub(crate) fn at_least(self, target: f64) -> Figure {
        self.at_most(target)
    }

    pub(crate) fn at_most(mut self, target: f64) -> Figure {
        self.target = Some(target);
        self
    }
}

type Bench = (&'static str, fn() -> Result<Vec<Figure>>);

const BENCHES: [Bench; 4] = [
    ("cli", cli::run),
    ("routes", routes::run),
    ("memory", memory::run),
    ("throughput", throughput::run),
];

/// Runs one bench or all and prints a table.
pub fn run(name: Option<&str>, json_file: Option<&Path>) -> Result<ExitCode> {
    interrupt::install()?;
    let chosen: Vec<_> = BENCHES
        .iter()
        .filter(|(known, _)| name.is_none_or(|name| name == *known))
        .collect();
    if chosen.is_empty() {
        let known: Vec<&str> = BENCHES.iter().map(|(known, _)| *known).collect();
        bail!(
            "there is no bench `{}`; there are {}",
            name.unwrap_or_default(),
            known.join(", ")
        );
    }
    let mut figures = Vec::new();
    for (name, bench) in chosen {
        figures.extend(bench().with_context(|| format!("bench {name}"))?);
    }
    println!(
        "{:<36} {:>10} {:<6} {:>10}  of target",
        "figure", "value", "unit", "target"
    );
    for figure in &figures {
        let target = figure
            .target
            .map(|target| format!("{target:.2}"))
            .unwrap_or_default();
        let ratio = figure.target.filter(|target| *target > 0.0);
        let ratio = ratio
            .map(|target| format!("{:.2}x", figure.value / target))
            .unwrap_or_default();
        println!(
            "{:<36} {:>10.2} {:<6} {target:>10}  {ratio}",
            figure.name, figure.value, figure.unit
        );
    }
    if let Some(file) = json_file {
        let figures: Vec<_> = figures
            .iter()
            .map(|figure| json!({"name": figure.name, "value": figure.value, "unit": figure.unit}))
            .collect();
        std::fs::write(file, serde_json::to_vec_pretty(&figures)?)
            .with_context(|| format!("can't write {}", file.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The value below which `percent` of the samples lie, in milliseconds.
pub(crate) fn percentile(samples: &mut [Duration], percent: usize) -> f64 {
    samples.sort_unstable();
    let index = (samples.len() * percent).div_ceil(100).saturating_sub(1);
    samples
        .get(index)
        .map_or(f64::NAN, |sample| sample.as_secs_f64() * 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_a_sample_that_so_many_do_not_exceed() {
        let mut samples: Vec<Duration> = (1..=100).rev().map(Duration::from_millis).collect();
        assert_eq!(percentile(&mut samples, 50), 50.0);
        assert_eq!(percentile(&mut samples, 99), 99.0);
        assert_eq!(percentile(&mut samples[..1], 99), 1.0);
    }
}
