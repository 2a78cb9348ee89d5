//! Objects in files: read, named by place, and checked before anything is sent.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use epic_api::validate;
use epic_api::{FieldError, Kind, RawObject, Scope};
use serde_json::Value;

use crate::config;
use crate::failure::{Code, Failure, Outcome, fault};
use crate::session::Session;

/// The most files of one folder.
const FILES_LIMIT: usize = 10_000;

/// A document of a file.
#[derive(Clone, Debug)]
pub struct Document {
    /// `shop.yaml` or `shop.yaml, object 2`.
    pub place: String,
    /// Its text as data.
    pub value: Value,
}

/// A document that is a valid object, as far as can be told without a server.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// Where it is written.
    pub place: String,
    /// The object.
    pub object: RawObject,
}

/// A fault of a file, with its place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    /// Where it is written.
    pub place: String,
    /// The object, as far as it is known: `gateway/web`.
    pub object: Option<String>,
    /// What is wrong.
    pub error: FieldError,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: ", self.place)?;
        if let Some(object) = &self.object {
            write!(f, "{object}: ")?;
        }
        f.write_str(&fault(&self.error))
    }
}

/// Reads files, folders (`.yaml`, `.yml` and `.json` in them, sorted) and `-` (stdin).
///
/// # Errors
/// Something can't be read; a file that is not YAML is a fault instead.
pub fn read(paths: &[PathBuf], recursive: bool) -> Outcome<(Vec<Document>, Vec<Fault>)> {
    let mut documents = Vec::new();
    let mut faults = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            let text = bounded(io::stdin())
                .map_err(|error| Failure::file("read", Path::new("stdin"), &error))?;
            parse("stdin", &text, &mut documents, &mut faults);
            continue;
        }
        for file in files(path, recursive)? {
            let text = fs::File::open(&file)
                .and_then(bounded)
                .map_err(|error| Failure::file("read", &file, &error))?;
            parse(
                &file.display().to_string(),
                &text,
                &mut documents,
                &mut faults,
            );
        }
    }
    if documents.is_empty() && faults.is_empty() {
        return Err(Failure::usage("there are no objects in the files")
            .hint("give a file with documents of apiVersion, kind, metadata and spec"));
    }
    Ok((documents, faults))
}

/// The text, up to a little more than may be parsed: enough to see that it is too large.
fn bounded(source: impl io::Read) -> io::Result<String> {
    let mut bytes = Vec::new();
    let limit = validate::MAX_MANIFEST_BYTES as u64 + 1;
    source.take(limit).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == limit {
        // The cut may be inside a character, and the text is refused for its length anyway.
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

fn files(path: &Path, recursive: bool) -> Outcome<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|e| Failure::file("read", &folder, &e))?;
        for entry in entries {
            let entry = entry.map_err(|e| Failure::file("read", &folder, &e))?;
            let path = entry.path();
            // The link's own type: a folder that links to itself is not followed.
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let extension = path.extension().and_then(|e| e.to_str());
            if is_folder && recursive {
                folders.push(path);
            } else if !is_folder && matches!(extension, Some("yaml" | "yml" | "json")) {
                found.push(path);
            }
        }
        if found.len() > FILES_LIMIT {
            return Err(Failure::usage(format!(
                "`{}` holds more than {FILES_LIMIT} files",
                path.display()
            )));
        }
    }
    found.sort();
    Ok(found)
}

fn parse(file: &str, text: &str, documents: &mut Vec<Document>, faults: &mut Vec<Fault>) {
    let values = match validate::parse_documents(text) {
        Ok(values) => values,
        Err(error) => {
            faults.push(Fault {
                place: file.to_owned(),
                object: None,
                error: FieldError::new("", error.to_string()),
            });
            return;
        }
    };
    let several = values.len() > 1;
    for (index, value) in values.into_iter().enumerate() {
        let place = if several {
            format!("{file}, object {}", index + 1)
        } else {
            file.to_owned()
        };
        documents.push(Document { place, value });
    }
}

/// Checks documents as far as can be told without a server. Objects are sorted so that what others
/// need comes first. `account` is where objects go that name none.
pub fn check(documents: Vec<Document>, account: &str) -> (Vec<Manifest>, Vec<Fault>) {
    let mut manifests: Vec<Manifest> = Vec::new();
    let mut faults = Vec::new();
    for document in documents {
        let object = name(&document.value);
        let mut refuse = |error| {
            faults.push(Fault {
                place: document.place.clone(),
                object: object.clone(),
                error,
            });
        };
        match admit(document.value, account) {
            Err(errors) => errors.into_iter().for_each(&mut refuse),
            Ok(object) => {
                let key = object.key();
                match manifests.iter().find(|other| other.object.key() == key) {
                    Some(other) => refuse(FieldError::new(
                        "metadata.name",
                        format!("{key} is in {} too", other.place),
                    )),
                    None => manifests.push(Manifest {
                        place: document.place,
                        object,
                    }),
                }
            }
        }
    }
    let order = |kind: Kind| Kind::ALL.iter().position(|other| *other == kind);
    manifests.sort_by_key(|manifest| (order(manifest.object.kind), manifest.object.key()));
    (manifests, faults)
}

fn name(value: &Value) -> Option<String> {
    let kind = value.get("kind")?.as_str()?.to_ascii_lowercase();
    let name = value.get("metadata")?.get("name")?.as_str()?;
    Some(format!("{kind}/{name}"))
}

fn admit(mut value: Value, account: &str) -> Result<RawObject, Vec<FieldError>> {
    let kind: Kind = match value.get("kind").and_then(Value::as_str) {
        None => {
            return Err(vec![
                FieldError::new("kind", "is missing").with_hint("write `kind: Gateway`"),
            ]);
        }
        Some(text) => Kind::ALL
            .into_iter()
            .find(|kind| kind.name() == text)
            .ok_or_else(|| {
                let known = Kind::ALL.map(Kind::name).join(", ");
                vec![
                    FieldError::new("kind", format!("there is no kind `{text}`"))
                        .with_hint(format!("the kinds are {known}")),
                ]
            })?,
    };
    if kind.scope() == Scope::Account
        && let Some(Value::Object(metadata)) = value.get_mut("metadata")
    {
        metadata.entry("account").or_insert_with(|| account.into());
    }
    validate::admit(kind, &value).map_err(|error| {
        if error.causes.is_empty() {
            vec![FieldError::new("", error.message)]
        } else {
            error.causes
        }
    })
}

/// Reads the one object of a text that was edited.
///
/// # Errors
/// It is not one valid object; every fault is told.
pub fn read_one(text: &str, session: &Session) -> Outcome<RawObject> {
    let mut documents = Vec::new();
    let mut faults = Vec::new();
    parse("the edit", text, &mut documents, &mut faults);
    let account = config::account(&session.flags, &session.environment, None);
    let (mut manifests, more) = check(documents, &account);
    faults.extend(more);
    if !faults.is_empty() {
        return Err(refused(&faults));
    }
    match (manifests.pop(), manifests.is_empty()) {
        (Some(manifest), true) => Ok(manifest.object),
        _ => Err(Failure::usage("the edit must be one object")),
    }
}

/// Every fault as one failure.
pub fn refused(faults: &[Fault]) -> Failure {
    let count = match faults.len() {
        1 => "1 fault".to_owned(),
        many => format!("{many} faults"),
    };
    let mut failure = Failure::new(
        Code::Failure,
        format!("the input has {count}; nothing was sent"),
    );
    failure.causes = faults.iter().map(Fault::to_string).collect();
    failure
}

#[cfg(test)]
mod tests {
    use super::*;

    const POOL: &str = "apiVersion: epic-gateway.org/v1alpha1\nkind: IPPool\nmetadata: {name: p}\nspec: {addresses: [198.51.100.0/24]}\n";
    const ROUTE: &str = "apiVersion: epic-gateway.org/v1alpha1\nkind: Route\nmetadata: {name: r}\nspec: {parentRefs: [{name: web}], http: {rules: [{}]}}\n";

    fn documents(text: &str) -> (Vec<Document>, Vec<Fault>) {
        let (mut documents, mut faults) = (Vec::new(), Vec::new());
        parse("f.yaml", text, &mut documents, &mut faults);
        (documents, faults)
    }

    #[test]
    fn documents_are_applied_in_an_order_in_which_each_finds_what_it_needs() {
        let (documents, _) = documents(&format!("{ROUTE}---\n{POOL}"));
        let (manifests, faults) = check(documents, "acme");
        assert_eq!(faults, []);
        let kinds: Vec<Kind> = manifests.iter().map(|m| m.object.kind).collect();
        assert_eq!(kinds, [Kind::IpPool, Kind::Route]);
        assert_eq!(
            manifests[1].object.metadata.account.as_deref(),
            Some("acme")
        );
        assert_eq!(manifests[1].place, "f.yaml, object 1");
    }

    #[test]
    fn every_fault_is_told_with_its_file_document_and_object() {
        let (documents, faults) = documents(&format!(
            "{POOL}---\nkind: Pod\nmetadata: {{name: x}}\n---\n{POOL}---\nname: y\n"
        ));
        assert_eq!(faults, []);
        let (manifests, faults) = check(documents, "acme");
        assert_eq!(manifests.len(), 1);
        let told: Vec<String> = faults.iter().map(Fault::to_string).collect();
        assert_eq!(
            told[0],
            "f.yaml, object 2: pod/x: kind: there is no kind `Pod` (the kinds are Account, IPPool, GatewayTemplate, Certificate, Backend, Gateway, Route, Node, Event)"
        );
        assert_eq!(
            told[1],
            "f.yaml, object 3: ippool/p: metadata.name: IPPool p is in f.yaml, object 1 too"
        );
        assert_eq!(
            told[2],
            "f.yaml, object 4: kind: is missing (write `kind: Gateway`)"
        );
    }

    #[test]
    fn what_is_not_yaml_is_a_fault_of_the_file() {
        let (_, faults) = documents("a: [1");
        assert!(
            faults[0].to_string().starts_with("f.yaml: line 1"),
            "{}",
            faults[0]
        );
    }
}
