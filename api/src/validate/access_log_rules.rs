//! The form of access logs: Envoy's command operators, as far as their syntax goes. Which operators
//! there are is Envoy's to say.

use super::count;
use super::faults::{Faults, Place, quote};
use crate::template::AccessLog;

const MAX_TEXT: usize = 4096;
const MAX_FIELDS: usize = 64;
const MAX_FIELD_NAME: usize = 128;

pub(super) fn check(place: &Place<'_>, log: &AccessLog, faults: &mut Faults) {
    if log.text.is_some() && !log.json.is_empty() {
        faults.add(place, "has both `text` and `json`", "keep one of the two");
    }
    if let Some(text) = &log.text {
        format(&place.field("text"), text, faults);
    }
    let json = place.field("json");
    count(&json, "fields", log.json.len(), 0, MAX_FIELDS, faults);
    for (name, text) in &log.json {
        if name.is_empty() || name.len() > MAX_FIELD_NAME {
            faults.add(
                json.key(name),
                format!("{} is not a field's name", quote(name)),
                format!("write 1 to {MAX_FIELD_NAME} bytes"),
            );
        }
        format(&json.key(name), text, faults);
    }
}

fn format(place: &Place<'_>, text: &str, faults: &mut Faults) {
    if text.is_empty() || text.len() > MAX_TEXT {
        faults.add(
            place,
            format!("the form has {} bytes", text.len()),
            format!("write 1 to {MAX_TEXT}"),
        );
    } else if let Err(fault) = operators(text) {
        faults.add(
            place,
            fault,
            "write an operator like `%START_TIME%`, `%REQ(USER-AGENT)%` or `%REQ(X-ID):8%`, and \
             `%%` for a percent sign",
        );
    }
}

/// `%NAME%`, `%NAME(arguments)%`, `%NAME(arguments):length%`, or `%%`.
fn operators(text: &str) -> Result<(), String> {
    let mut rest = text;
    while let Some(start) = rest.find('%') {
        let operator = &rest[start..];
        let inner = &operator[1..];
        if let Some(after) = inner.strip_prefix('%') {
            rest = after;
            continue;
        }
        let name_length = inner
            .bytes()
            .take_while(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || *c == b'_')
            .count();
        if name_length == 0 {
            return Err(format!("{} begins no operator", quote(operator)));
        }
        let mut after = &inner[name_length..];
        if let Some(arguments) = after.strip_prefix('(') {
            let Some(end) = arguments.find(')') else {
                return Err(format!("{} has no `)`", quote(operator)));
            };
            after = &arguments[end + 1..];
        }
        if let Some(length) = after.strip_prefix(':') {
            let digits = length.bytes().take_while(u8::is_ascii_digit).count();
            if digits == 0 {
                return Err(format!("{} has no length after `:`", quote(operator)));
            }
            after = &length[digits..];
        }
        rest = after
            .strip_prefix('%')
            .ok_or_else(|| format!("{} does not end with `%`", quote(operator)))?;
    }
    Ok(())
}
