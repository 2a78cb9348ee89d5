//! From writes to revisions: who asked for what, and what becomes of it.

use std::collections::{BTreeMap, BTreeSet};

use epic_api::event::EventType;
use epic_api::revision::{ChangeOperation, Fate, Revision, RevisionChange, Taint, summary};
use epic_api::{Gateway, Kind, ObjectKey};
use jiff::Timestamp;

use crate::request::RequestContext;
use crate::store::history::{Entry, Record, Unanswered, account_of};
use crate::world::EventDraft;

/// Revisions whose fate may be open at once; the oldest then count as served by nobody.
const OPEN: usize = 10_000;

/// A staged write that changes what is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Intended {
    pub(crate) key: ObjectKey,
    pub(crate) operation: ChangeOperation,
    pub(crate) generation: u64,
    /// The write's store revision.
    pub(crate) write: u64,
    /// The gateways whose Envoys it shapes, before or after.
    pub(crate) gateways: BTreeSet<ObjectKey>,
}

/// The revisions that a request's writes are: one in each account.
pub(crate) fn records(
    intended: Vec<Intended>,
    context: &RequestContext,
    restores: Option<u64>,
    now: Timestamp,
) -> Vec<Record> {
    let mut accounts: BTreeMap<String, Vec<Intended>> = BTreeMap::new();
    for one in intended {
        let account = account_of(&one.key).to_owned();
        accounts.entry(account).or_default().push(one);
    }
    let record = |(account, intended): (String, Vec<Intended>)| {
        let writes: Vec<u64> = intended.iter().map(|one| one.write).collect();
        let gateways: BTreeSet<ObjectKey> = intended
            .iter()
            .flat_map(|one| one.gateways.iter().cloned())
            .collect();
        let changes: Vec<RevisionChange> = intended
            .into_iter()
            .map(|one| RevisionChange {
                operation: one.operation,
                object: one.key,
                generation: one.generation,
                previous: None,
            })
            .collect();
        let what = summary(&changes);
        let revision = Revision {
            account,
            revision: writes.last().copied().unwrap_or_default(),
            time: now,
            user: context.user.to_string(),
            source: context.source,
            request_id: context.request_id.to_string(),
            summary: match restores {
                Some(to) => format!("rollback to {to}: {what}"),
                None => what,
            },
            change_count: changes.len() as u64,
            changes,
            fate: if gateways.is_empty() {
                Fate::NotServed
            } else {
                Fate::Pending
            },
            restores,
        };
        Record {
            revision,
            writes,
            gateways,
        }
    };
    accounts.into_iter().map(record).collect()
}

/// The revisions whose gateways have not all answered.
#[derive(Debug, Default)]
pub(crate) struct Fates {
    open: BTreeMap<(u64, String), Unanswered>,
    by_gateway: BTreeMap<ObjectKey, BTreeSet<(u64, String)>>,
    /// Gateways that may have answered since they were last looked at.
    touched: BTreeSet<ObjectKey>,
}

impl Fates {
    pub(crate) fn new(unanswered: Vec<Unanswered>) -> Self {
        let mut fates = Fates::default();
        for one in unanswered {
            fates.add(one);
        }
        fates
    }

    /// Takes in a revision that was just stored.
    pub(crate) fn add(&mut self, one: Unanswered) {
        let id = (one.revision, one.account.clone());
        for gateway in &one.gateways {
            self.by_gateway
                .entry(gateway.clone())
                .or_default()
                .insert(id.clone());
            self.touched.insert(gateway.clone());
        }
        self.open.insert(id, one);
    }

    /// The gateway's status is another than before, or the gateway is gone.
    pub(crate) fn touch(&mut self, gateway: &ObjectKey) {
        if self.by_gateway.contains_key(gateway) {
            self.touched.insert(gateway.clone());
        }
    }

    /// Whose account is gone, is nobody's any more.
    pub(crate) fn forget_account(&mut self, account: &str) {
        let gone: Vec<_> = self
            .open
            .keys()
            .filter(|(_, of)| of == account)
            .cloned()
            .collect();
        for id in gone {
            self.close(&id);
        }
    }

    /// The revisions whose fate is known now.
    pub(crate) fn settle(
        &mut self,
        gateway: impl Fn(&ObjectKey) -> Option<Gateway>,
        now: Timestamp,
    ) -> Vec<(Unanswered, Fate)> {
        let touched = std::mem::take(&mut self.touched);
        let candidates: BTreeSet<(u64, String)> = touched
            .iter()
            .filter_map(|gateway| self.by_gateway.get(gateway))
            .flatten()
            .cloned()
            .collect();
        let mut known: BTreeMap<ObjectKey, Option<Gateway>> = BTreeMap::new();
        let mut settled = Vec::new();
        for id in candidates {
            let Some(one) = self.open.get(&id) else {
                continue;
            };
            for key in &one.gateways {
                known.entry(key.clone()).or_insert_with(|| gateway(key));
            }
            if let Some(fate) = self.judge(one, &known, now) {
                settled.push((id, fate));
            }
        }
        while self.open.len() - settled.len() > OPEN {
            let taken: BTreeSet<_> = settled.iter().map(|(id, _)| id.clone()).collect();
            let Some(oldest) = self.open.keys().find(|id| !taken.contains(*id)) else {
                break;
            };
            settled.push((oldest.clone(), Fate::NotServed));
        }
        settled
            .into_iter()
            .filter_map(|(id, fate)| Some((self.close(&id)?, fate)))
            .collect()
    }

    fn judge(
        &self,
        one: &Unanswered,
        gateways: &BTreeMap<ObjectKey, Option<Gateway>>,
        now: Timestamp,
    ) -> Option<Fate> {
        let mut rejections = Vec::new();
        let (mut there, mut answered) = (false, true);
        // What every instance has acknowledged at least.
        let mut common = u64::MAX;
        for key in &one.gateways {
            let Some(gateway) = gateways.get(key).and_then(Option::as_ref) else {
                continue;
            };
            there = true;
            let instances = gateway.status.iter().flat_map(|status| &status.instances);
            let mut placed = false;
            for instance in instances {
                placed = true;
                common = common.min(instance.acknowledged_revision);
                answered &= instance.acknowledged_revision >= one.revision;
                let Some(rejected) = &instance.rejected else {
                    continue;
                };
                let taint = |objects: Vec<ObjectKey>, message: &str| Taint {
                    gateway: key.name.clone(),
                    account: key.account.clone().unwrap_or_default(),
                    node: instance.node.clone(),
                    objects,
                    message: message.to_owned(),
                };
                for fault in &rejected.objects {
                    let mine = |(object, write): &&(ObjectKey, u64)| {
                        *object == fault.object && *write == fault.spec_revision
                    };
                    if one.objects.iter().any(|object| mine(&object)) {
                        rejections.push(taint(vec![fault.object.clone()], &fault.message));
                    }
                }
                let whole = rejected.objects.is_empty()
                    && rejected.revision >= one.revision
                    && instance.acknowledged_revision < one.revision;
                if whole {
                    let objects = one.objects.iter().map(|(object, _)| object.clone());
                    rejections.push(taint(objects.collect(), &rejected.message));
                }
            }
            answered &= placed;
        }
        if !rejections.is_empty() {
            rejections.sort();
            return Some(Fate::Tainted { rejections });
        }
        if !there {
            return Some(Fate::NotServed);
        }
        answered.then(|| match self.superseded(one, common) {
            Some(by) => Fate::Superseded { by },
            None => Fate::Programmed { at: now },
        })
    }

    /// The revision that had replaced every object of this one by the time all instances answered.
    fn superseded(&self, one: &Unanswered, acknowledged: u64) -> Option<u64> {
        let after = (one.revision + 1, String::new());
        let mut by = 0;
        for (object, _) in &one.objects {
            let newer = self
                .open
                .range(after.clone()..)
                .find(|((revision, _), newer)| {
                    *revision <= acknowledged && newer.objects.iter().any(|(key, _)| key == object)
                });
            by = by.max(newer?.0.0);
        }
        Some(by)
    }

    fn close(&mut self, id: &(u64, String)) -> Option<Unanswered> {
        let one = self.open.remove(id)?;
        for gateway in &one.gateways {
            if let Some(open) = self.by_gateway.get_mut(gateway) {
                open.remove(id);
                if open.is_empty() {
                    self.by_gateway.remove(gateway);
                }
            }
        }
        Some(one)
    }
}

/// What a fate adds to history, and what is told about it.
pub(crate) fn verdict(one: &Unanswered, fate: Fate) -> (Entry, Vec<EventDraft>) {
    let mut events = Vec::new();
    if let Fate::Tainted { rejections } = &fate {
        let mut told = BTreeSet::new();
        for taint in rejections {
            if !told.insert((&taint.account, &taint.gateway)) {
                continue;
            }
            let objects: Vec<String> = taint.objects.iter().map(ToString::to_string).collect();
            let regarding = ObjectKey::in_account(Kind::Gateway, &taint.account, &taint.gateway);
            events.push(EventDraft {
                regarding,
                kind: EventType::Warning,
                reason: "RevisionTainted".to_owned(),
                message: format!(
                    "revision {} ({}) is refused by Envoy on node {} and what was served before goes on: {}",
                    one.revision,
                    crate::world::shorten(&objects),
                    taint.node,
                    taint.message
                ),
            });
        }
    }
    let entry = Entry::Fate {
        account: one.account.clone(),
        revision: one.revision,
        fate,
    };
    (entry, events)
}

#[cfg(test)]
mod tests {
    use super::*;
    use epic_api::gateway::{GatewaySpec, InstanceStatus, Rejection, Tainted};
    use epic_api::{GatewayStatus, ObjectKey};

    fn key(kind: Kind, name: &str) -> ObjectKey {
        ObjectKey::in_account(kind, "acme", name)
    }

    fn open(revision: u64, object: &str) -> Unanswered {
        Unanswered {
            account: "acme".to_owned(),
            revision,
            objects: vec![(key(Kind::Route, object), revision)],
            gateways: BTreeSet::from([key(Kind::Gateway, "web")]),
        }
    }

    #[expect(clippy::needless_pass_by_value, reason = "tests read better so")]
    fn gateway(acknowledged: &[u64], rejected: Option<Rejection>) -> Option<Gateway> {
        let mut gateway = Gateway::new(Some("acme"), "web", GatewaySpec::default());
        let instance = |(number, revision): (usize, &u64)| InstanceStatus {
            node: format!("n{number}"),
            acknowledged_revision: *revision,
            rejected: rejected.clone(),
            ..InstanceStatus::default()
        };
        gateway.status = Some(GatewayStatus {
            instances: acknowledged.iter().enumerate().map(instance).collect(),
            ..GatewayStatus::default()
        });
        Some(gateway)
    }

    fn settle(fates: &mut Fates, gateway: &Option<Gateway>) -> Vec<(u64, Fate)> {
        fates.touch(&key(Kind::Gateway, "web"));
        let settled = fates.settle(|_| gateway.clone(), Timestamp::UNIX_EPOCH);
        settled
            .into_iter()
            .map(|(one, fate)| (one.revision, fate))
            .collect()
    }

    const AT: Fate = Fate::Programmed {
        at: Timestamp::UNIX_EPOCH,
    };

    #[test]
    fn a_revision_is_programmed_when_the_last_instance_has_acknowledged_it() {
        let mut fates = Fates::new(vec![open(5, "api")]);
        assert_eq!(settle(&mut fates, &gateway(&[5, 4], None)), []);
        assert_eq!(settle(&mut fates, &gateway(&[5, 7], None)), [(5, AT)]);
        assert_eq!(settle(&mut fates, &gateway(&[5, 7], None)), []);
    }

    #[test]
    fn a_revision_that_was_replaced_before_anybody_answered_is_superseded() {
        let mut fates = Fates::new(vec![open(5, "api"), open(6, "api"), open(7, "web")]);
        let settled = settle(&mut fates, &gateway(&[7], None));
        assert_eq!(settled, [(5, Fate::Superseded { by: 6 }), (6, AT), (7, AT)]);
    }

    #[test]
    fn what_envoy_refuses_as_a_whole_taints_every_revision_it_had_not_acknowledged() {
        let mut fates = Fates::new(vec![open(4, "old"), open(5, "api"), open(9, "later")]);
        let rejected = Rejection {
            revision: 5,
            message: "no such filter".to_owned(),
            objects: Vec::new(),
        };
        let settled = settle(&mut fates, &gateway(&[4], Some(rejected)));
        assert_eq!(settled[0], (4, AT));
        let (5, Fate::Tainted { rejections }) = &settled[1] else {
            panic!("{settled:?}");
        };
        assert_eq!(rejections[0].message, "no such filter");
        assert_eq!(settled.len(), 2, "9 was not part of it");
    }

    #[test]
    fn only_the_revision_whose_object_is_at_fault_is_tainted_where_envoy_can_tell() {
        let mut fates = Fates::new(vec![open(5, "good"), open(6, "bad")]);
        let rejected = Rejection {
            revision: 6,
            message: "1 object".to_owned(),
            objects: vec![Tainted {
                object: key(Kind::Route, "bad"),
                spec_revision: 6,
                message: "regex too large".to_owned(),
            }],
        };
        let settled = settle(&mut fates, &gateway(&[6], Some(rejected)));
        assert_eq!(settled[0], (5, AT));
        let (6, fate @ Fate::Tainted { rejections }) = &settled[1] else {
            panic!("{settled:?}");
        };
        assert_eq!(rejections[0].message, "regex too large");
        let (_, events) = verdict(&open(6, "bad"), fate.clone());
        assert!(events[0].message.contains("regex too large"), "{events:?}");
    }

    #[test]
    fn a_revision_of_a_gateway_that_is_gone_is_served_by_nobody() {
        let mut fates = Fates::new(vec![open(5, "api")]);
        assert_eq!(settle(&mut fates, &None), [(5, Fate::NotServed)]);
    }
}
