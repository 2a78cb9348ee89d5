//! Envoy's messages as descriptors (`src/patch/envoy.binpb`), compiled from the very protos that
//! envoy-types is made of. `EPIC_BLESS=1` writes them.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, too, fail by panicking"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use prost::Message as _;
use protox::file::{File, FileResolver, GoogleFileResolver};
use serde_json::Value;

/// Where cargo keeps the sources of envoy-types.
fn protos() -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages
        .iter()
        .find(|package| package["name"] == "envoy-types")
        .expect("envoy-types is a dependency");
    let manifest = Path::new(package["manifest_path"].as_str().unwrap());
    manifest.parent().unwrap().join("proto")
}

/// Every file of version 3 below a folder, as protos import it.
fn files(root: &Path, folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(root, &path, found);
        } else if path.parent().is_some_and(|folder| folder.ends_with("v3")) {
            found.push(path.strip_prefix(root).unwrap().display().to_string());
        }
    }
}

/// The protos, with names written out that are found only by protoc's own rules of scope.
struct Protos(PathBuf);

impl FileResolver for Protos {
    fn open_file(&self, name: &str) -> Result<File, protox::Error> {
        const FOLDERS: [&str; 7] = [
            "data-plane-api",
            "cel-spec/proto",
            "client_model",
            "googleapis",
            "opentelemetry-proto",
            "protoc-gen-validate",
            "xds",
        ];
        let found = FOLDERS
            .iter()
            .find_map(|folder| std::fs::read_to_string(self.0.join(folder).join(name)).ok());
        let Some(source) = found else {
            return GoogleFileResolver::new().open_file(name);
        };
        let lines = source.lines().map(|line| {
            if line.trim_start().starts_with("//") {
                return String::from("\n");
            }
            let line = line.replace(" config.", " .envoy.config.");
            let shared = [
                "async_files",
                "aws",
                "dynamic_forward_proxy",
                "ratelimit",
                "tap",
            ];
            let line = shared.iter().fold(line, |line, package| {
                let long = format!(" .envoy.extensions.common.{package}.");
                line.replace(&format!(" common.{package}."), &long)
            });
            line + "\n"
        });
        File::from_source(name, &lines.collect::<String>())
    }
}

#[test]
fn the_descriptors_are_those_of_the_protos() {
    let protos = protos();
    let api = protos.join("data-plane-api");
    let mut roots = Vec::new();
    for folder in ["envoy/config", "envoy/extensions", "envoy/type"] {
        files(&api, &api.join(folder), &mut roots);
    }
    roots.sort();
    let mut compiler = protox::Compiler::with_file_resolver(Protos(protos));
    compiler.include_imports(true).include_source_info(false);
    compiler.open_files(&roots).unwrap();
    let bytes = compiler.file_descriptor_set().encode_to_vec();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/patch/envoy.binpb");
    if std::env::var_os("EPIC_BLESS").is_some() {
        std::fs::write(&file, &bytes).unwrap();
    }
    let committed = std::fs::read(&file).unwrap_or_default();
    assert!(
        committed == bytes,
        "src/patch/envoy.binpb is not current; run `cargo xtask generate`"
    );
}
