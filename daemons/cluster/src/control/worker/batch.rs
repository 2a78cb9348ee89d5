//! Many writes of one request, in one commit.

use std::sync::Arc;

use epic_api::batch::BatchOutcome;
use epic_api::{ApiError, RawObject};
use jiff::Timestamp;

use super::Worker;
use crate::control::admission::redacted;
use crate::control::{Action, WriteRequest};
use crate::request::RequestContext;

/// Writes that happen together.
#[derive(Debug)]
pub(crate) struct BatchPlan {
    /// In order; what could not even be read is an error already.
    pub(crate) items: Vec<Result<Action, ApiError>>,
    /// All or nothing.
    pub(crate) atomic: bool,
    pub(crate) dry_run: bool,
    pub(crate) context: RequestContext,
}

/// What became of each item.
pub(crate) type BatchDone = Vec<Result<(BatchOutcome, Option<Arc<RawObject>>), ApiError>>;

impl Worker {
    /// Stages every item on top of those before it and commits what is fine. Nothing else may be
    /// staged.
    pub(in crate::control) async fn batch(
        &mut self,
        plan: BatchPlan,
    ) -> Result<BatchDone, ApiError> {
        let mut staged = self.nothing_staged();
        staged.intended = Some(Vec::new());
        let mut done = BatchDone::with_capacity(plan.items.len());
        for item in plan.items {
            let outcome = item.and_then(|action| {
                let before = match &action {
                    Action::Delete(_) => None,
                    Action::Create(object)
                    | Action::Apply(object)
                    | Action::Change { object, .. } => Some(self.current(&staged, &object.key())),
                };
                let request = WriteRequest {
                    action,
                    // A dry run is staged too, for those that come after it, and taken back.
                    dry_run: false,
                    context: plan.context.clone(),
                };
                let after = self.stage(&mut staged, request)?;
                let outcome = match before {
                    None => BatchOutcome::Deleted,
                    Some(None) => BatchOutcome::Created,
                    Some(Some(before)) if before == after => BatchOutcome::Unchanged,
                    Some(Some(_)) => BatchOutcome::Configured,
                };
                Ok((outcome, Some(redacted(&after))))
            });
            done.push(outcome);
        }
        let failed = plan.atomic && done.iter().any(Result::is_err);
        if failed || plan.dry_run {
            if !staged.writes.is_empty() {
                // What was staged is in the World already.
                self.restart_world();
            }
            if failed {
                for item in done.iter_mut().flatten() {
                    *item = (BatchOutcome::Skipped, None);
                }
            }
            return Ok(done);
        }
        let intended = staged.intended.take().unwrap_or_default();
        self.remember(&mut staged, intended, &plan.context, None, Timestamp::now());
        self.flush(staged).await?;
        Ok(done)
    }
}
