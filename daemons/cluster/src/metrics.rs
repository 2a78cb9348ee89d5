//! What `/metrics` shows.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use epic_api::{Gateway, Kind, condition};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::{Family, MetricConstructor};
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::store::Store;

/// Every figure. Cheap to clone.
#[derive(Clone)]
pub struct Metrics {
    registry: Arc<Mutex<Registry>>,
    requests: Family<RequestLabels, Counter>,
    latency: Family<VerbLabels, Histogram, Buckets>,
    commits: Counter,
    revisions: Counter,
    watches: Gauge,
    connections: Gauge,
    revision: Gauge,
    objects: Family<KindLabels, Gauge>,
    programmed: Gauge,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct RequestLabels {
    verb: &'static str,
    kind: &'static str,
    code: u16,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct VerbLabels {
    verb: &'static str,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct KindLabels {
    kind: &'static str,
}

#[derive(Clone)]
struct Buckets;

impl MetricConstructor<Histogram> for Buckets {
    fn new_metric(&self) -> Histogram {
        // Seconds: a write is an fsync, a read is memory.
        Histogram::new([
            0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5,
        ])
    }
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("epicd");
        let requests = Family::<RequestLabels, Counter>::default();
        let latency = Family::<VerbLabels, Histogram, Buckets>::new_with_constructor(Buckets);
        let commits = Counter::default();
        let revisions = Counter::default();
        let watches = Gauge::default();
        let connections = Gauge::default();
        let revision = Gauge::default();
        let objects = Family::<KindLabels, Gauge>::default();
        let programmed = Gauge::default();
        registry.register("requests", "Requests answered", requests.clone());
        registry.register_with_unit(
            "request_duration",
            "Time to the head of the answer",
            Unit::Seconds,
            latency.clone(),
        );
        registry.register("store_commits", "Commits made durable", commits.clone());
        registry.register("store_writes", "Revisions written", revisions.clone());
        registry.register("store_revision", "Newest revision", revision.clone());
        registry.register(
            "watches",
            "Open watches and intent streams",
            watches.clone(),
        );
        registry.register("connections", "Open connections", connections.clone());
        registry.register("objects", "Objects by kind", objects.clone());
        registry.register(
            "gateways_programmed",
            "Gateways that are Programmed",
            programmed.clone(),
        );
        Metrics {
            registry: Arc::new(Mutex::new(registry)),
            requests,
            latency,
            commits,
            revisions,
            watches,
            connections,
            revision,
            objects,
            programmed,
        }
    }
}

/// Counts itself for as long as it lives.
pub struct Held(Gauge);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.dec();
    }
}

impl Metrics {
    /// A request was answered.
    pub fn answered(&self, verb: &'static str, kind: &'static str, code: u16, took: Duration) {
        self.requests
            .get_or_create(&RequestLabels { verb, kind, code })
            .inc();
        self.latency
            .get_or_create(&VerbLabels { verb })
            .observe(took.as_secs_f64());
    }

    /// A commit of so many writes is durable.
    pub fn committed(&self, writes: u64) {
        self.commits.inc();
        self.revisions.inc_by(writes);
    }

    /// A watch or intent stream begins, unless there are `limit` already.
    pub fn watch_begins(&self, limit: i64) -> Option<Held> {
        if self.watches.inc() >= limit {
            self.watches.dec();
            return None;
        }
        Some(Held(self.watches.clone()))
    }

    /// A connection begins.
    pub fn connection_begins(&self) -> Held {
        self.connections.inc();
        Held(self.connections.clone())
    }

    /// The OpenMetrics text.
    pub fn render(&self, store: &dyn Store) -> String {
        self.revision.set(store.revision().cast_signed());
        for kind in Kind::ALL {
            let count = store.list(kind, None).objects.len();
            self.objects
                .get_or_create(&KindLabels { kind: kind.name() })
                .set(i64::try_from(count).unwrap_or(i64::MAX));
        }
        let gateways = store.list(Kind::Gateway, None).objects;
        let programmed = gateways
            .iter()
            .filter_map(|raw| Gateway::from_raw(raw).ok()?.status)
            .filter(|status| {
                condition::find(&status.conditions, "Programmed")
                    .is_some_and(condition::Condition::is_true)
            })
            .count();
        self.programmed
            .set(i64::try_from(programmed).unwrap_or(i64::MAX));
        let mut text = String::new();
        let registry = self.registry.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = encode(&mut text, &registry) {
            tracing::warn!(%error, "can't write the metrics");
        }
        text
    }
}
