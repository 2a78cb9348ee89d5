//! Why a command did not do what it was asked: one shape for people, one exit code for scripts.

use std::fmt;
use std::io;

use epic_api::client::ClientError;
use epic_api::{ApiError, FieldError, Reason};

/// What a command returns.
pub type Outcome<T = ()> = Result<T, Failure>;

/// The process's exit code. `epicctl help exit-codes` documents them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub enum Code {
    /// Everything was done. Also the end when a reader closes the pipe.
    Ok = 0,
    /// It could not be done; for `diff`: there are differences.
    Failure = 1,
    /// The command line is wrong.
    Usage = 2,
    /// There is no such object.
    NotFound = 3,
    /// No token, or one that may not do this.
    Auth = 4,
    /// The object exists, changed since it was read, or another stands in the way.
    Conflict = 5,
    /// The condition that was waited for did not come in time.
    Timeout = 6,
    /// epicd can't be reached.
    Unreachable = 7,
    /// Of several objects, some were done and some were not.
    Partial = 8,
    /// `validate` found faults.
    Issues = 79,
    /// Ctrl-C.
    Interrupted = 130,
}

/// A failure: `error: … / cause: … / hint: …`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Failure {
    /// The exit code.
    pub code: Code,
    /// What failed; nothing is printed when empty.
    pub message: String,
    /// Why, outermost first.
    pub causes: Vec<String>,
    /// What to do: if possible, a command to run.
    pub hint: Option<String>,
}

impl Failure {
    /// A failure with a sentence.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Failure {
            code,
            message: message.into(),
            causes: Vec::new(),
            hint: None,
        }
    }

    /// The command line lacks or contradicts something.
    pub fn usage(message: impl Into<String>) -> Self {
        Failure::new(Code::Usage, message)
    }

    /// Everything worth saying has been said; only the exit code is left.
    pub fn silent(code: Code) -> Self {
        Failure::new(code, "")
    }

    /// With what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// With a reason below the others.
    #[must_use]
    pub fn cause(mut self, cause: impl fmt::Display) -> Self {
        self.causes.push(cause.to_string());
        self
    }

    /// The same failure, told as part of a larger one.
    #[must_use]
    pub fn context(mut self, what: impl Into<String>) -> Self {
        if self.message.is_empty() {
            return self;
        }
        let inner = std::mem::replace(&mut self.message, what.into());
        self.causes.insert(0, inner);
        self
    }

    /// A file that can't be read or written.
    pub fn file(what: &str, path: &std::path::Path, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::Interrupted {
            return Failure::silent(Code::Interrupted);
        }
        Failure::new(Code::Failure, format!("can't {what} `{}`", path.display())).cause(error)
    }
}

impl fmt::Display for Failure {
    /// What goes to stderr, without the last line's end; empty for a silent failure.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.message.is_empty() {
            return Ok(());
        }
        let error = anstyle::AnsiColor::Red.on_default().bold();
        let hint = anstyle::AnsiColor::Cyan.on_default();
        write!(f, "{error}error:{error:#} {}", self.message)?;
        for cause in &self.causes {
            write!(f, "\n  cause: {}", cause.replace('\n', "\n         "))?;
        }
        if let Some(text) = &self.hint {
            write!(f, "\n  {hint}hint:{hint:#} {text}")?;
        }
        Ok(())
    }
}

impl From<ClientError> for Failure {
    fn from(error: ClientError) -> Self {
        match error {
            ClientError::Api(error) => error.into(),
            ClientError::Unreachable { server, cause } => {
                Failure::new(Code::Unreachable, format!("can't reach epicd at {server}"))
                    .cause(cause)
                    .hint("is epicd running there? `epicctl context current` shows where epicctl looks for it")
            }
            ClientError::Configuration(cause) => {
                Failure::new(Code::Failure, "the context can't be used")
                    .cause(cause)
                    .hint("import it again: `epicctl context import FILE`")
            }
            ClientError::Protocol { server, cause } => Failure::new(
                Code::Failure,
                format!("epicd at {server} sent an answer this epicctl can't read"),
            )
            .cause(cause)
            .hint("use the epicctl of the same release as epicd"),
        }
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        let code = match error.reason {
            Reason::NotFound => Code::NotFound,
            Reason::Unauthorized | Reason::Forbidden => Code::Auth,
            Reason::AlreadyExists | Reason::Conflict | Reason::Expired => Code::Conflict,
            Reason::Unavailable => Code::Unreachable,
            Reason::BadRequest
            | Reason::MethodNotAllowed
            | Reason::TooLarge
            | Reason::Invalid
            | Reason::TooManyRequests
            | Reason::Internal => Code::Failure,
        };
        let hint = error.hint.or_else(|| default_hint(error.reason));
        Failure {
            code,
            message: error.message,
            causes: error.causes.iter().map(fault).collect(),
            hint,
        }
    }
}

fn default_hint(reason: Reason) -> Option<String> {
    let hint = match reason {
        Reason::Unauthorized => {
            "the token is not known; import the context again: `epicctl context import FILE`"
        }
        Reason::Forbidden => "use a context whose token may do this: `epicctl context list`",
        Reason::Conflict => "read the object again and repeat the change",
        Reason::AlreadyExists => "change it with `set`, or use another name",
        Reason::Internal => "this is a fault of epicd; its log says more",
        _ => return None,
    };
    Some(hint.to_owned())
}

/// One fault of an object: where, what, and what would be right.
pub fn fault(error: &FieldError) -> String {
    let place = if error.field.is_empty() {
        String::new()
    } else {
        format!("{}: ", error.field)
    };
    match &error.hint {
        Some(hint) => format!("{place}{} ({hint})", error.message),
        None => format!("{place}{}", error.message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(failure: &Failure) -> String {
        anstream::adapter::strip_str(&failure.to_string()).to_string()
    }

    #[test]
    fn every_reason_of_the_api_has_the_exit_code_that_is_documented() {
        for (reason, code) in [
            (Reason::NotFound, 3),
            (Reason::Unauthorized, 4),
            (Reason::Forbidden, 4),
            (Reason::Conflict, 5),
            (Reason::AlreadyExists, 5),
            (Reason::Unavailable, 7),
            (Reason::Invalid, 1),
            (Reason::Internal, 1),
        ] {
            let failure = Failure::from(ApiError::new(reason, "x"));
            assert_eq!(failure.code as u8, code, "{reason:?}");
        }
    }

    #[test]
    fn an_unreachable_server_is_named_with_its_cause_and_a_command_that_helps() {
        let failure = Failure::from(ClientError::Unreachable {
            server: "https://127.0.0.1:1".into(),
            cause: "connection refused".into(),
        });
        insta::assert_snapshot!(plain(&failure), @r"
        error: can't reach epicd at https://127.0.0.1:1
          cause: connection refused
          hint: is epicd running there? `epicctl context current` shows where epicctl looks for it
        ");
        assert_eq!(failure.code, Code::Unreachable);
    }

    #[test]
    fn every_fault_of_a_refused_object_is_told_with_path_and_hint() {
        let error = ApiError::invalid(
            "Gateway default/web",
            vec![
                FieldError::new("spec.listeners[0].port", "0 is no port").with_hint("1-65535"),
                FieldError::new("spec.template", "there is no template `x`"),
            ],
        );
        insta::assert_snapshot!(plain(&error.into()), @r"
        error: Gateway default/web is not valid: 2 faults
          cause: spec.listeners[0].port: 0 is no port (1-65535)
          cause: spec.template: there is no template `x`
        ");
    }

    #[test]
    fn a_failure_with_nothing_to_say_prints_nothing() {
        assert_eq!(Failure::silent(Code::Failure).to_string(), "");
        assert_eq!(
            Failure::silent(Code::Failure).context("apply"),
            Failure::silent(Code::Failure)
        );
    }
}
