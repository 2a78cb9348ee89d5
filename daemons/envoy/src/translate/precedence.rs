//! Which match a request takes; one model with everything that explains it.

pub(super) use epic_api::precedence::{Candidate, Match, Target, candidates, count};
