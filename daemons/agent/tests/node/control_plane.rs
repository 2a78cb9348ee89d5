//! epicd as an agent sees it, without epicd: objects that a test puts and deletes.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use epic_agent::control_plane::{ControlPlane, IntentStream};
use epic_api::agent::{InstanceReport, IntentLine, NodeReport};
use epic_api::client::ClientError;
use epic_api::gateway::Tainted;
use epic_api::query::Answer;
use epic_api::{Object, ObjectKey, RawObject, Spec};
use futures::future::BoxFuture;
use futures::stream::{self, StreamExt as _};
use tokio::sync::{mpsc, watch};
use tokio_stream::wrappers::UnboundedReceiverStream;

/// What the agent is told, and what it tells.
pub struct Plane {
    state: Mutex<State>,
    reports: watch::Sender<NodeReport>,
}

#[derive(Default)]
struct State {
    revision: u64,
    objects: BTreeMap<ObjectKey, RawObject>,
    streams: Vec<mpsc::UnboundedSender<IntentLine>>,
    is_down: bool,
}

impl Plane {
    pub fn new() -> Plane {
        Plane {
            state: Mutex::default(),
            reports: watch::Sender::default(),
        }
    }

    /// An epicd that answers nobody.
    pub fn down() -> Plane {
        let plane = Plane::new();
        plane.with(|state| state.is_down = true);
        plane
    }

    /// Stores an object as epicd would and says its revision.
    pub fn put<S: Spec>(&self, object: &Object<S>) -> u64 {
        self.with(|state| {
            state.revision += 1;
            let revision = state.revision;
            let mut object = object.to_raw();
            object.metadata.spec_revision = revision;
            state.objects.insert(object.key(), object.clone());
            state.send(&IntentLine::Put { revision, object });
            revision
        })
    }

    /// Stores several objects in one commit.
    pub fn put_all<S: Spec>(&self, objects: &[Object<S>]) {
        self.with(|state| {
            let lines = objects.iter().map(|object| {
                state.revision += 1;
                let revision = state.revision;
                let mut object = object.to_raw();
                object.metadata.spec_revision = revision;
                state.objects.insert(object.key(), object.clone());
                IntentLine::Put { revision, object }
            });
            let lines: Vec<IntentLine> = lines.collect();
            for line in &lines {
                state.send(line);
            }
        });
    }

    /// Says what other nodes' Envoys refuse.
    pub fn taint(&self, uid: &str, objects: Vec<Tainted>) {
        self.with(|state| {
            let line = IntentLine::Taint {
                revision: state.revision,
                uid: uid.to_owned(),
                objects,
            };
            state.send(&line);
        });
    }

    pub fn delete(&self, key: &ObjectKey) {
        self.with(|state| {
            state.revision += 1;
            state.objects.remove(key);
            let line = IntentLine::Delete {
                revision: state.revision,
                key: key.clone(),
            };
            state.send(&line);
        });
    }

    /// The last report of one instance, once `wanted` holds of it.
    pub async fn reported(
        &self,
        uid: &str,
        wanted: impl Fn(&InstanceReport) -> bool,
    ) -> InstanceReport {
        let mut reports = self.reports.subscribe();
        let fits = |report: &NodeReport| {
            let mut instances = report.instances.iter();
            instances
                .find(|instance| instance.uid == uid && wanted(instance))
                .cloned()
        };
        let waiting = reports.wait_for(|report| fits(report).is_some());
        let found = tokio::time::timeout(super::support::PATIENCE, waiting).await;
        let Ok(report) = found else {
            panic!("not reported in time; last: {:#?}", *self.reports.borrow());
        };
        fits(&report.unwrap()).unwrap()
    }

    pub fn last_report(&self) -> NodeReport {
        self.reports.borrow().clone()
    }

    fn with<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl State {
    fn send(&mut self, line: &IntentLine) {
        self.streams
            .retain(|stream| stream.send(line.clone()).is_ok());
    }
}

fn unreachable() -> ClientError {
    ClientError::Unreachable {
        server: "https://127.0.0.1:1".to_owned(),
        cause: "connection refused".to_owned(),
    }
}

impl ControlPlane for Plane {
    fn intent(&self) -> BoxFuture<'_, Result<IntentStream, ClientError>> {
        let stream = self.with(|state| {
            if state.is_down {
                return Err(unreachable());
            }
            let revision = state.revision;
            let objects = state.objects.values().cloned();
            let mut lines: Vec<IntentLine> = objects
                .map(|object| IntentLine::Put { revision, object })
                .collect();
            lines.push(IntentLine::Synced { revision });
            let (sender, receiver) = mpsc::unbounded_channel();
            state.streams.push(sender);
            let changes = UnboundedReceiverStream::new(receiver);
            Ok(stream::iter(lines).chain(changes).map(Ok).boxed())
        });
        Box::pin(async { stream })
    }

    fn report<'a>(&'a self, report: &'a NodeReport) -> BoxFuture<'a, Result<(), ClientError>> {
        let taken = self.with(|state| {
            if state.is_down {
                return Err(unreachable());
            }
            self.reports.send_replace(report.clone());
            Ok(())
        });
        Box::pin(async { taken })
    }

    fn answer<'a>(&'a self, _: &'a str, _: &'a Answer) -> BoxFuture<'a, Result<(), ClientError>> {
        // Nobody asks here.
        Box::pin(async { Ok(()) })
    }
}
