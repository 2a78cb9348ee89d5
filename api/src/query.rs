//! What one asks a gateway's Envoy, passed on by epicd over the node's intent stream.
//!
//! ```text
//! GET  /debug/v1/accounts/{account}/gateways/{gateway}/instances/{node}/{what}
//! POST /agent/v1/nodes/{node}/answers/{id}
//! ```
//!
//! A question is a line of the stream ([`crate::agent::IntentLine::Query`]) and its answer a POST of
//! the agent. Both are bounded: how many wait, how long, and how large an answer is.

use serde::{Deserialize, Serialize};

/// How long epicd waits for an agent's answer.
pub const ANSWER_SECONDS: u64 = 10;
/// The most bytes of an answer's text; what is longer is cut and marked.
pub const LARGEST_TEXT: usize = 8 << 20;
/// The most lines of a log in one answer.
pub const MOST_LINES: usize = 5_000;
/// The lines of a log when nobody says how many.
pub const USUAL_LINES: usize = 200;

/// The longest filter of names, in bytes.
pub const LONGEST_FILTER: usize = 256;

/// A question.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(tag = "what", rename_all = "camelCase")]
pub enum Query {
    /// Envoy's whole configuration as it has it, JSON; Envoy leaves private keys out.
    Config,
    /// Envoy's clusters and endpoints, JSON.
    Clusters,
    /// Envoy's counters and gauges, one `name: value` a line.
    Stats {
        /// Only names that this regular expression finds something in; all when empty.
        #[serde(default)]
        filter: String,
    },
    /// The end of what Envoy wrote about itself.
    Log {
        /// How many lines.
        lines: usize,
    },
    /// The end of its access log.
    AccessLog {
        /// How many lines.
        lines: usize,
    },
}

impl Query {
    /// The question a path's last part names, with the parameters of the request; `None` if there is
    /// none of this name.
    pub fn named(name: &str, filter: &str, lines: Option<usize>) -> Option<Query> {
        let lines = lines.unwrap_or(USUAL_LINES).clamp(1, MOST_LINES);
        Some(match name {
            "config" => Query::Config,
            "clusters" => Query::Clusters,
            "stats" => Query::Stats {
                filter: filter.to_owned(),
            },
            "log" => Query::Log { lines },
            "access-log" => Query::AccessLog { lines },
            _ => return None,
        })
    }

    /// What a path calls it.
    pub fn name(&self) -> &'static str {
        match self {
            Query::Config => "config",
            Query::Clusters => "clusters",
            Query::Stats { .. } => "stats",
            Query::Log { .. } => "log",
            Query::AccessLog { .. } => "access-log",
        }
    }
}

/// An agent's answer.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// What was asked for; empty with an error.
    #[serde(default)]
    pub text: String,
    /// Whether something is missing at the text's begin (logs) or end.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cut: bool,
    /// Why there is no answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

impl Answer {
    /// A text, cut to [`LARGEST_TEXT`] at its end.
    pub fn of(mut text: String) -> Answer {
        let cut = text.len() > LARGEST_TEXT;
        if cut {
            let end = text.floor_char_boundary(LARGEST_TEXT);
            text.truncate(end);
        }
        Answer {
            text,
            cut,
            error: None,
        }
    }

    /// No answer, and why.
    pub fn failed(error: impl std::fmt::Display) -> Answer {
        Answer {
            error: Some(error.to_string()),
            ..Answer::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_too_long_is_cut_between_characters_and_says_so() {
        let answer = Answer::of("ä".repeat(LARGEST_TEXT));
        assert!(answer.cut && answer.text.len() <= LARGEST_TEXT);
        assert!(!Answer::of("short".to_owned()).cut);
    }

    #[test]
    fn lines_are_bounded_whatever_is_asked_for() {
        let lines = |wanted| Query::named("log", "", wanted);
        assert_eq!(lines(None), Some(Query::Log { lines: USUAL_LINES }));
        assert_eq!(
            lines(Some(usize::MAX)),
            Some(Query::Log { lines: MOST_LINES })
        );
        assert_eq!(Query::named("quitquitquit", "", None), None);
    }
}
