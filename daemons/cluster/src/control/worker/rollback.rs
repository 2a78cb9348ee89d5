//! Going back: an account's objects as they were, as one new revision, all or nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use epic_api::certificate::REDACTED;
use epic_api::event::EventType;
use epic_api::revision::{ObjectDiff, RevisionDiff, RollbackAnswer, SYSTEM_ACCOUNT, Trial};
use epic_api::{ApiError, Kind, ObjectKey, RawObject, Reason, Scope, validate};
use jiff::Timestamp;
use tokio::time::Instant;

use super::{RETRY, Staged, Worker};
use crate::control::{Action, WriteRequest};
use crate::request::RequestContext;
use crate::store::history::{Entry, HistoryError};
use crate::world::EventDraft;

/// Where to go back to.
pub(crate) struct Plan {
    pub(crate) account: String,
    pub(crate) to: u64,
    /// The account's objects as of then.
    pub(crate) objects: Vec<RawObject>,
    /// How long it waits to be confirmed.
    pub(crate) confirm_within: Option<epic_api::Duration>,
    pub(crate) dry_run: bool,
    pub(crate) context: RequestContext,
    /// Touch only these; everything, where absent.
    pub(crate) only: Option<BTreeSet<ObjectKey>>,
}

impl Worker {
    /// Makes a revision that brings the objects back. Nothing else may be staged.
    pub(super) async fn rollback(&mut self, plan: Plan) -> Result<RollbackAnswer, ApiError> {
        self.trials.refuse_second(&plan.account)?;
        let undo = self.store.revision();
        self.restore(plan, undo, None).await
    }

    async fn restore(
        &mut self,
        plan: Plan,
        undo: u64,
        ends: Option<Entry>,
    ) -> Result<RollbackAnswer, ApiError> {
        let now = Timestamp::now();
        let wanted: BTreeMap<ObjectKey, RawObject> = plan
            .objects
            .iter()
            .filter(|object| kinds_of(&plan.account).contains(&object.kind))
            .map(|object| (object.key(), object.clone()))
            .collect();
        let steps = self.steps(&plan, &wanted);
        let diff = RevisionDiff {
            from: undo,
            to: plan.to,
            items: steps.values().cloned().collect(),
        };
        let mut staged = self.nothing_staged();
        staged.intended = Some(Vec::new());
        let outcome = self.stage_steps(&mut staged, &plan, &steps);
        let intended = staged.intended.take().unwrap_or_default();
        if outcome.is_err() || plan.dry_run {
            // What was staged is in the World already.
            self.restart_world();
            outcome.map_err(|error| refused(&plan, error))?;
            return Ok(RollbackAnswer {
                revision: None,
                diff: shown(diff),
                trial: None,
            });
        }
        self.remember(&mut staged, intended, &plan.context, Some(plan.to), now);
        let revision = staged.history.iter().find_map(|entry| match entry {
            Entry::Revision(record) if record.revision.account == plan.account => {
                Some(record.revision.revision)
            }
            _ => None,
        });
        let trial = plan
            .confirm_within
            .zip(revision)
            .map(|(within, revision)| Trial {
                account: plan.account.clone(),
                revision,
                undo,
                deadline: now + within.to_std(),
                within,
                user: plan.context.user.to_string(),
            });
        staged.history.extend(trial.clone().map(Entry::Trial));
        staged.history.extend(ends);
        self.flush(staged).await?;
        Ok(RollbackAnswer {
            revision,
            diff: shown(diff),
            trial,
        })
    }

    /// What has to change, by object.
    fn steps(
        &self,
        plan: &Plan,
        wanted: &BTreeMap<ObjectKey, RawObject>,
    ) -> BTreeMap<ObjectKey, ObjectDiff> {
        let account = Some(plan.account.as_str()).filter(|account| *account != SYSTEM_ACCOUNT);
        let current: BTreeMap<ObjectKey, Arc<RawObject>> = kinds_of(&plan.account)
            .into_iter()
            .flat_map(|kind| self.store.list(kind, account).objects)
            .map(|object| (object.key(), object))
            .collect();
        let keys: BTreeSet<&ObjectKey> = current.keys().chain(wanted.keys()).collect();
        keys.into_iter()
            .filter(|key| plan.only.as_ref().is_none_or(|only| only.contains(*key)))
            .filter_map(|key| {
                let before = current.get(key).map(|object| RawObject::clone(object));
                let after = wanted.get(key).cloned();
                let step = ObjectDiff {
                    object: key.clone(),
                    before,
                    after,
                };
                (!is_same(&step)).then(|| (key.clone(), step))
            })
            .collect()
    }

    /// Deletions first, so that quotas and addresses have room; what is still needed then goes last.
    fn stage_steps(
        &mut self,
        staged: &mut Staged,
        plan: &Plan,
        steps: &BTreeMap<ObjectKey, ObjectDiff>,
    ) -> Result<(), ApiError> {
        let mut deletions: Vec<&ObjectKey> = steps
            .values()
            .filter(|step| step.after.is_none())
            .map(|step| &step.object)
            .collect();
        deletions.sort_by_key(|key| (std::cmp::Reverse(rank(key.kind)), *key));
        let mut later = Vec::new();
        for key in deletions {
            if self.world.admit_delete(key).is_err() {
                later.push(key);
                continue;
            }
            self.stage(staged, request(Action::Delete(key.clone()), plan))?;
        }
        let mut puts: Vec<&ObjectDiff> =
            steps.values().filter(|step| step.after.is_some()).collect();
        puts.sort_by_key(|step| (rank(step.object.kind), &step.object));
        for step in puts {
            let Some(wanted) = &step.after else { continue };
            let object = as_sent(wanted)?;
            if let Some(addresses) = self.former_addresses(step)? {
                self.world.keep_for(&step.object, addresses);
            }
            let made = self.stage(staged, request(Action::Apply(object), plan));
            self.world.keep_for(&step.object, Vec::new());
            made?;
        }
        for key in later {
            self.stage(staged, request(Action::Delete(key.clone()), plan))?;
        }
        Ok(())
    }

    /// The addresses that a gateway had when it was deleted.
    fn former_addresses(
        &self,
        step: &ObjectDiff,
    ) -> Result<Option<Vec<std::net::IpAddr>>, HistoryError> {
        if step.object.kind != Kind::Gateway || step.before.is_some() {
            return Ok(None);
        }
        let deleted = self.store.history().last_deleted(&step.object)?;
        let gateway = deleted.and_then(|raw| epic_api::Gateway::from_raw(&raw).ok());
        let status = gateway.and_then(|gateway| gateway.status);
        Ok(status.map(|status| {
            let held = status.addresses.into_iter();
            held.map(|address| address.value).collect()
        }))
    }

    /// Keeps the account's rollback.
    pub(super) async fn confirm(&mut self, account: &str) -> Result<Trial, ApiError> {
        let trial = self.trials.of(account)?.clone();
        let mut staged = self.nothing_staged();
        staged.history.push(Entry::TrialEnds {
            account: account.to_owned(),
        });
        self.flush(staged).await?;
        Ok(trial)
    }

    /// Takes back the rollbacks that nobody has confirmed in time.
    pub(super) async fn end_trials(&mut self) {
        for trial in self.trials.due(Instant::now()) {
            let account = trial.account.clone();
            match self.take_back(&trial).await {
                Ok(revision) => {
                    tracing::info!(
                        account,
                        ?revision,
                        "a rollback was not confirmed in time and is taken back"
                    );
                }
                Err(error) if error.reason == Reason::Unavailable => {
                    self.trials.put_off(&account, Instant::now() + RETRY);
                }
                Err(error) => {
                    tracing::warn!(account, %error, "a rollback was not confirmed in time and can't be taken back");
                    self.give_up(&trial, &error).await;
                }
            }
        }
    }

    /// Brings back what the rollback changed, except what was changed again since: that was
    /// somebody's will.
    async fn take_back(&mut self, trial: &Trial) -> Result<Option<u64>, ApiError> {
        let (history, wanted) = (self.store.history(), trial.clone());
        let read = move || {
            let account = wanted.account.as_str();
            let made = history.revision(account, wanted.revision)?;
            let then = history.objects(account, wanted.revision)?;
            let before = history.objects(account, wanted.undo)?;
            Ok::<_, HistoryError>((made, then, before))
        };
        let (made, then, before) = tokio::task::spawn_blocking(read)
            .await
            .map_err(|_| ApiError::new(Reason::Internal, "reading the history failed"))??;
        let then: BTreeMap<ObjectKey, RawObject> = then
            .into_iter()
            .map(|object| (object.key(), object))
            .collect();
        let untouched = |key: &ObjectKey| {
            is_same(&ObjectDiff {
                object: key.clone(),
                before: self.store.get(key).map(|object| RawObject::clone(&object)),
                after: then.get(key).cloned(),
            })
        };
        let only = made
            .changes
            .into_iter()
            .map(|change| change.object)
            .filter(|key| untouched(key))
            .collect();
        let plan = Plan {
            account: trial.account.clone(),
            to: trial.undo,
            objects: before,
            confirm_within: None,
            dry_run: false,
            context: RequestContext::internal("rollback"),
            only: Some(only),
        };
        let ends = Entry::TrialEnds {
            account: trial.account.clone(),
        };
        let undo = self.store.revision();
        let answer = self.restore(plan, undo, Some(ends)).await?;
        Ok(answer.revision)
    }

    async fn give_up(&mut self, trial: &Trial, error: &ApiError) {
        let mut staged = self.nothing_staged();
        staged.history.push(Entry::TrialEnds {
            account: trial.account.clone(),
        });
        let event = EventDraft {
            regarding: ObjectKey::cluster(Kind::Account, &trial.account),
            kind: EventType::Warning,
            reason: "RollbackNotTakenBack".to_owned(),
            message: format!(
                "revision {} was not confirmed in time, but what was before can't come back: {}",
                trial.revision, error.message
            ),
        };
        self.stage_event(&mut staged, event, Timestamp::now());
        if self.flush(staged).await.is_err() {
            self.trials.put_off(&trial.account, Instant::now() + RETRY);
        }
    }
}

fn request(action: Action, plan: &Plan) -> WriteRequest {
    WriteRequest {
        action,
        dry_run: false,
        context: plan.context.clone(),
    }
}

/// The kinds that a rollback of the account touches. Nodes enrol by themselves.
fn kinds_of(account: &str) -> Vec<Kind> {
    let scope = if account == SYSTEM_ACCOUNT {
        Scope::Cluster
    } else {
        Scope::Account
    };
    Kind::ALL
        .into_iter()
        .filter(|kind| kind.scope() == scope && !matches!(kind, Kind::Node | Kind::Event))
        .collect()
}

fn rank(kind: Kind) -> usize {
    Kind::ALL
        .iter()
        .position(|known| *known == kind)
        .unwrap_or(usize::MAX)
}

/// Whether what is asked for is the same before and after.
pub(crate) fn is_same(step: &ObjectDiff) -> bool {
    match (&step.before, &step.after) {
        (None, None) => true,
        (Some(before), Some(after)) => {
            before.spec == after.spec
                && before.metadata.labels == after.metadata.labels
                && before.metadata.annotations == after.metadata.annotations
        }
        _ => false,
    }
}

/// A former object as a user would send it: what only EPIC writes is left out. It is checked like
/// anything that is sent, because the rules may be stricter today.
fn as_sent(former: &RawObject) -> Result<RawObject, ApiError> {
    let mut sent = former.clone();
    let metadata = std::mem::take(&mut sent.metadata);
    sent.metadata.name = metadata.name;
    sent.metadata.account = metadata.account;
    sent.metadata.labels = metadata.labels;
    sent.metadata.annotations = metadata.annotations;
    sent.status = None;
    let value = serde_json::to_value(&sent)
        .map_err(|error| ApiError::new(Reason::Internal, error.to_string()))?;
    validate::admit(sent.kind, &value)
}

fn refused(plan: &Plan, error: ApiError) -> ApiError {
    let message = format!(
        "account `{}` can't go back to revision {}, nothing was changed: {}",
        plan.account, plan.to, error.message
    );
    ApiError { message, ..error }
}

/// Without what only epicd and agents may see.
pub(crate) fn shown(mut diff: RevisionDiff) -> RevisionDiff {
    for item in &mut diff.items {
        let key = |object: &Option<RawObject>| {
            let spec = object.as_ref().map(|object| &object.spec);
            spec.and_then(|spec| spec.get("privateKey")).cloned()
        };
        let another = key(&item.before) != key(&item.after);
        for (object, placeholder) in [
            (&mut item.before, REDACTED),
            (
                &mut item.after,
                if another {
                    "<redacted, another>"
                } else {
                    REDACTED
                },
            ),
        ] {
            let Some(object) = object else { continue };
            hide(object, placeholder);
        }
    }
    diff
}

/// Takes the secrets out of a former object, and what was never asked for.
pub(crate) fn hide(object: &mut RawObject, placeholder: &str) {
    object.status = None;
    if object.kind == Kind::Certificate && object.spec.get("privateKey").is_some() {
        object.spec["privateKey"] = placeholder.into();
    }
}
