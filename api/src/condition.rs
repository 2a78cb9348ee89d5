//! Conditions: what EPIC says of an object, one question at a time.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Kubernetes' `metav1.Condition`.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// The question, in CamelCase: `Accepted`, `Programmed`, `Ready`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The answer.
    pub status: ConditionStatus,
    /// The generation of the object that was looked at.
    #[serde(default)]
    pub observed_generation: u64,
    /// When the answer last changed.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub last_transition_time: Timestamp,
    /// One CamelCase word for programs.
    pub reason: String,
    /// A sentence for people: what is wrong, where, and what to do.
    #[serde(default)]
    pub message: String,
}

/// The answer a condition gives.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum ConditionStatus {
    /// Yes.
    True,
    /// No.
    False,
    /// EPIC can't tell now.
    Unknown,
}

impl From<bool> for ConditionStatus {
    fn from(value: bool) -> Self {
        if value {
            ConditionStatus::True
        } else {
            ConditionStatus::False
        }
    }
}

impl Condition {
    /// A condition first seen at `now`.
    pub fn new(
        kind: &str,
        status: impl Into<ConditionStatus>,
        reason: &str,
        message: impl Into<String>,
        observed_generation: u64,
        now: Timestamp,
    ) -> Self {
        Condition {
            kind: kind.to_owned(),
            status: status.into(),
            observed_generation,
            last_transition_time: now,
            reason: reason.to_owned(),
            message: message.into(),
        }
    }

    /// Whether the answer is yes.
    pub fn is_true(&self) -> bool {
        self.status == ConditionStatus::True
    }
}

/// The condition of this type, if the list has one.
pub fn find<'a>(conditions: &'a [Condition], kind: &str) -> Option<&'a Condition> {
    conditions.iter().find(|condition| condition.kind == kind)
}

/// Puts `new` into the list. The transition time stays as it was unless the answer changed, so
/// that a condition that is only looked at again is byte for byte the same.
pub fn set(conditions: &mut Vec<Condition>, new: Condition) {
    match conditions
        .iter_mut()
        .find(|condition| condition.kind == new.kind)
    {
        Some(old) => {
            let since = if old.status == new.status {
                old.last_transition_time
            } else {
                new.last_transition_time
            };
            *old = Condition {
                last_transition_time: since,
                ..new
            };
        }
        None => {
            conditions.push(new);
            conditions.sort_by(|a, b| a.kind.cmp(&b.kind));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ready(status: bool, second: i64) -> Condition {
        let now = Timestamp::from_second(second).unwrap();
        Condition::new("Ready", status, "Test", "", 1, now)
    }

    #[test]
    fn the_transition_time_moves_only_when_the_answer_changes() {
        let mut conditions = vec![ready(true, 100)];
        set(&mut conditions, ready(true, 200));
        assert_eq!(conditions, [ready(true, 100)]);
        set(&mut conditions, ready(false, 300));
        assert_eq!(conditions, [ready(false, 300)]);
    }
}
