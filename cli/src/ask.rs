//! Asks a person for what is missing. Where nobody can be asked, a missing value is a usage error
//! that names the flag.

use std::io;

use dialoguer::{Confirm, Input, Select};

use crate::failure::{Code, Failure, Outcome};
use crate::output::can_ask;

/// What is missing, and how to give it without being asked.
#[derive(Clone, Copy, Debug)]
pub struct Missing {
    /// What it is: `template`.
    pub what: &'static str,
    /// How it is given: `--template NAME`.
    pub flag: &'static str,
}

impl Missing {
    fn failure(self) -> Failure {
        Failure::usage(format!("the {} is missing", self.what))
            .hint(format!("give `{}`", self.flag))
    }
}

/// The value, else the answer of a person.
///
/// # Errors
/// There is no value and nobody to ask.
pub fn text(value: Option<String>, missing: Missing, default: Option<&str>) -> Outcome<String> {
    match value {
        Some(value) => Ok(value),
        None if can_ask() => {
            let mut input = Input::<String>::new().with_prompt(missing.what);
            if let Some(default) = default {
                input = input.default(default.to_owned());
            }
            input.interact_text().map_err(interrupted)
        }
        None => Err(missing.failure()),
    }
}

/// The values, else what a person writes, split at blanks and commas.
///
/// # Errors
/// There are no values and nobody to ask.
pub fn list(values: Vec<String>, missing: Missing) -> Outcome<Vec<String>> {
    if !values.is_empty() {
        return Ok(values);
    }
    let answer = text(None, missing, None)?;
    Ok(answer
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect())
}

/// Whether a value must be asked for; then the choices are worth fetching.
///
/// # Errors
/// There is no value and nobody to ask.
pub fn must_choose(value: Option<&str>, missing: Missing) -> Outcome<bool> {
    match value {
        Some(_) => Ok(false),
        None if can_ask() => Ok(true),
        None => Err(missing.failure()),
    }
}

/// One of several.
///
/// # Errors
/// There is nothing to choose from, or the person leaves.
pub fn choose(missing: Missing, mut choices: Vec<String>) -> Outcome<String> {
    if choices.is_empty() {
        return Err(missing.failure().cause("there is none to choose from yet"));
    }
    let chosen = Select::new()
        .with_prompt(missing.what)
        .items(&choices)
        .default(0)
        .interact()
        .map_err(interrupted)?;
    Ok(choices.swap_remove(chosen))
}

/// Whether the person agrees. Without a person: yes, because scripts say what they mean.
///
/// # Errors
/// The person leaves.
pub fn confirm(question: &str) -> Outcome<bool> {
    if !can_ask() {
        return Ok(true);
    }
    Confirm::new()
        .with_prompt(question)
        .default(false)
        .interact()
        .map_err(interrupted)
}

fn interrupted(error: dialoguer::Error) -> Failure {
    let dialoguer::Error::IO(error) = error;
    if error.kind() == io::ErrorKind::Interrupted {
        Failure::silent(Code::Interrupted)
    } else {
        Failure::new(Code::Failure, "can't ask").cause(error)
    }
}
