//! What the API answers when it refuses: one shape for every error.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The body of every answer that is not 2xx. Kubernetes' `Status`, with hints.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize, thiserror::Error)]
#[serde(rename_all = "camelCase")]
pub struct ApiError {
    /// The HTTP status.
    pub code: u16,
    /// One word for programs.
    pub reason: Reason,
    /// A sentence for people.
    pub message: String,
    /// Every fault of the object that was sent, each with its place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<FieldError>,
    /// What to do about it, where EPIC can tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        for cause in &self.causes {
            write!(f, "\n  {cause}")?;
        }
        Ok(())
    }
}

/// Why a request was refused.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum Reason {
    /// 400: the request can't be read.
    BadRequest,
    /// 401: no token, or one that is not known.
    Unauthorized,
    /// 403: the token may not do this.
    Forbidden,
    /// 404: there is no such object.
    NotFound,
    /// 405: the resource has no such verb.
    MethodNotAllowed,
    /// 409: create, but the object exists.
    AlreadyExists,
    /// 409: the object changed since it was read, or another object stands in the way.
    Conflict,
    /// 410: the watch starts before the oldest revision kept; list again.
    Expired,
    /// 413: the body is over the limit.
    TooLarge,
    /// 422: the object is well-formed but not valid; `causes` says why.
    Invalid,
    /// 429: too many requests or watches.
    TooManyRequests,
    /// 500: EPIC's fault.
    Internal,
    /// 503: EPIC can't store at the moment.
    Unavailable,
}

impl Reason {
    /// The HTTP status that goes with the reason.
    pub const fn code(self) -> u16 {
        match self {
            Reason::BadRequest => 400,
            Reason::Unauthorized => 401,
            Reason::Forbidden => 403,
            Reason::NotFound => 404,
            Reason::MethodNotAllowed => 405,
            Reason::AlreadyExists | Reason::Conflict => 409,
            Reason::Expired => 410,
            Reason::TooLarge => 413,
            Reason::Invalid => 422,
            Reason::TooManyRequests => 429,
            Reason::Internal => 500,
            Reason::Unavailable => 503,
        }
    }
}

impl ApiError {
    /// An error with the status that goes with its reason.
    pub fn new(reason: Reason, message: impl Into<String>) -> Self {
        ApiError {
            code: reason.code(),
            reason,
            message: message.into(),
            causes: Vec::new(),
            hint: None,
        }
    }

    /// With what to do about it.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// 422 with every fault.
    pub fn invalid(what: impl fmt::Display, causes: Vec<FieldError>) -> Self {
        let faults = if causes.len() == 1 {
            "1 fault".into()
        } else {
            format!("{} faults", causes.len())
        };
        ApiError {
            causes,
            ..ApiError::new(Reason::Invalid, format!("{what} is not valid: {faults}"))
        }
    }
}

/// One fault of an object: where, what, and what to do.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldError {
    /// The path of the field: `spec.rules[0].matches[1].path.value`.
    pub field: String,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

impl FieldError {
    /// A fault without a hint.
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        FieldError {
            field: field.into(),
            message: message.into(),
            hint: None,
        }
    }

    /// With what would be right.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.message)?;
        match &self.hint {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}
