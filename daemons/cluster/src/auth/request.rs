//! Is what is asked of users and tokens well-formed?

use epic_api::access::{Binding, Role, TokenPurpose, TokenRequest, User};
use epic_api::{ApiError, FieldError, Kind, Reason, validate};
use serde_json::json;

/// The most bindings a user may have.
const BINDINGS: usize = 256;
/// The longest description of a token, in bytes.
const DESCRIPTION: usize = 256;
/// The longest life of a token that ends: ten years, in seconds.
const LONGEST: u64 = 10 * 366 * 24 * 60 * 60;
/// How long a join token is good for when nothing is said, in seconds.
pub(super) const JOIN_SECONDS: u64 = 60 * 60;

/// Checks a user.
///
/// # Errors
/// Every fault.
pub(super) fn check_user(user: &User) -> Result<(), ApiError> {
    let mut faults = Vec::new();
    check_name("name", &user.name, &mut faults);
    if user.bindings.len() > BINDINGS {
        let message = format!("has {} of at most {BINDINGS}", user.bindings.len());
        faults.push(FieldError::new("bindings", message));
    }
    for (index, binding) in user.bindings.iter().take(BINDINGS).enumerate() {
        check_binding(&format!("bindings[{index}]"), binding, &mut faults);
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(ApiError::invalid(format!("user `{}`", user.name), faults))
}

fn check_binding(place: &str, binding: &Binding, faults: &mut Vec<FieldError>) {
    let role = binding.role;
    match (role, &binding.account) {
        (Role::Agent, _) => {
            let fault = FieldError::new(format!("{place}.role"), "a user is no agent");
            faults.push(fault.with_hint("`epicctl node join NAME` lets a node's agent in"));
        }
        (Role::Admin | Role::Operator, Some(_)) => {
            let message = format!("{role} counts everywhere");
            let fault = FieldError::new(format!("{place}.account"), message);
            faults.push(fault.with_hint("leave it out, or make it an owner of the account"));
        }
        (Role::Owner | Role::Controller, None) => {
            let message = format!("{role} counts in an account, and none is given");
            let fault = FieldError::new(format!("{place}.account"), message);
            faults.push(fault.with_hint(format!("write `{role}:ACCOUNT`")));
        }
        (_, Some(account)) => check_name(&format!("{place}.account"), account, faults),
        (_, None) => {}
    }
}

/// Names of users, controllers, nodes and accounts have the same form.
fn check_name(place: &str, name: &str, faults: &mut Vec<FieldError>) {
    let node = json!({
        "apiVersion": epic_api::API_VERSION,
        "kind": Kind::Node,
        "metadata": { "name": name },
        "spec": {},
    });
    if let Err(error) = validate::admit(Kind::Node, &node) {
        let causes = error.causes.into_iter().map(|cause| FieldError {
            field: place.to_owned(),
            ..cause
        });
        faults.extend(causes);
    }
}

/// Checks a request whose subject is filled in, and says for how many seconds the token is good.
///
/// # Errors
/// Every fault.
pub(super) fn check_token(request: &TokenRequest, subject: &str) -> Result<Option<u64>, ApiError> {
    let mut faults = Vec::new();
    check_name("subject", subject, &mut faults);
    let is_controller = request.purpose == TokenPurpose::Controller;
    if is_controller && request.accounts.is_empty() {
        let fault = FieldError::new(
            "accounts",
            "a controller writes in accounts, and none is given",
        );
        faults.push(fault.with_hint("name at least one"));
    }
    if !is_controller && !request.accounts.is_empty() {
        faults.push(FieldError::new(
            "accounts",
            "only a controller's token has accounts",
        ));
    }
    if request.accounts.len() > BINDINGS {
        let message = format!("has {} of at most {BINDINGS}", request.accounts.len());
        faults.push(FieldError::new("accounts", message));
    }
    for (index, account) in request.accounts.iter().take(BINDINGS).enumerate() {
        check_name(&format!("accounts[{index}]"), account, &mut faults);
    }
    if request.description.len() > DESCRIPTION {
        let message = format!("is longer than {DESCRIPTION} bytes");
        faults.push(FieldError::new("description", message));
    }
    let seconds = match (request.expires_in_seconds, request.purpose) {
        (None, TokenPurpose::Join) => Some(JOIN_SECONDS),
        (seconds, _) => seconds,
    };
    if seconds.is_some_and(|seconds| seconds == 0 || seconds > LONGEST) {
        let fault = FieldError::new("expiresInSeconds", "is not between a second and ten years");
        faults.push(fault.with_hint("leave it out for a token that does not end"));
    }
    if faults.is_empty() {
        return Ok(seconds);
    }
    Err(ApiError::invalid("the token", faults))
}

/// There is no user of that name.
pub(super) fn no_user(name: &str) -> ApiError {
    ApiError::new(Reason::NotFound, format!("there is no user `{name}`"))
        .with_hint("`epicctl user list` shows them")
}

/// There is no token of that id, or none of the caller's.
pub(crate) fn no_token(id: &str) -> ApiError {
    ApiError::new(Reason::NotFound, format!("there is no token `{id}`"))
        .with_hint("`epicctl token list` shows them")
}
