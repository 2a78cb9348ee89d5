//! The real binary, from its command line to its exit code. No server is needed here.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Home(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_epicctl"));
        command.env_clear().env("HOME", self.path()).args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().unwrap())
    }
}

#[derive(Debug)]
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    fn of(output: Output) -> Self {
        Run {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// A CA nobody has a key of: good enough to be parsed.
const CA: &str = include_str!("ca.pem");

fn context_file(server: &str) -> String {
    format!("name = \"test\"\nserver = \"{server}\"\ntoken = \"secret\"\nca = '''{CA}'''\n")
}

/// A port of this machine that nobody listens on.
fn closed_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

#[test]
fn version_needs_no_configuration_and_no_server() {
    let run = Home::new().run(&["version", "-o", "json"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let version: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(version["client"]["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn a_wrong_flag_is_a_usage_error_on_stderr() {
    let run = Home::new().run(&["gateway", "list", "--frobnicate"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("--frobnicate"), "{run:?}");
}

#[test]
fn without_a_context_the_way_to_one_is_told() {
    let run = Home::new().run(&["gateway", "list"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert_eq!(
        run.err,
        "error: no context is chosen\n  hint: import one: `epicctl context import FILE`; `epicd init` writes such a file\n"
    );
}

#[test]
fn a_missing_value_is_not_asked_for_off_a_terminal() {
    let home = Home::new();
    let file = home.write("c.toml", &context_file("https://127.0.0.1:1"));
    for (arguments, flag) in [
        (vec!["gateway", "create", "web"], "--template NAME"),
        (
            vec!["gateway", "create", "web", "--template", "t"],
            "--port 80",
        ),
        (vec!["ippool", "create", "p"], "--range"),
        (vec!["template", "create", "t"], "--pool NAME"),
        (vec!["route", "create", "r", "--gateway", "g"], "--backend"),
        (vec!["backend", "create", "b"], "--endpoint"),
    ] {
        let run = home.run(&[&["--context-file", &file][..], &arguments].concat());
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.err.contains(flag), "{run:?}");
    }
}

#[test]
fn an_unreachable_server_ends_with_7_and_says_where_it_was_looked_for() {
    let home = Home::new();
    let server = format!("https://127.0.0.1:{}", closed_port());
    let file = home.write("c.toml", &context_file(&server));
    let run = home.run(&["--context-file", &file, "gateway", "list"]);
    assert_eq!((run.code, run.out.as_str()), (Some(7), ""));
    assert!(
        run.err
            .contains(&format!("error: can't reach epicd at {server}")),
        "{run:?}"
    );
    assert!(run.err.contains("refused"), "{run:?}");
    assert!(!run.err.contains("secret"), "{run:?}");
}

#[test]
fn an_imported_context_is_used_listed_renamed_and_forgotten() {
    let home = Home::new();
    let file = home.write("c.toml", &context_file("https://127.0.0.1:7443"));
    assert_eq!(
        home.run(&["context", "import", &file]).out,
        "context/test imported\n"
    );
    assert_eq!(
        home.run(&["context", "current"]).out,
        "test (https://127.0.0.1:7443, account default)\n"
    );
    assert_eq!(
        home.run(&["context", "rename", "test", "lab"]).code,
        Some(0)
    );
    assert_eq!(home.run(&["context", "list", "-o", "name"]).out, "lab\n");
    let exported = home.run(&["context", "export", "lab"]).out;
    assert!(exported.contains("token = \"secret\""), "{exported}");
    assert_eq!(home.run(&["context", "delete", "lab"]).code, Some(0));
    assert_eq!(home.run(&["context", "use", "lab"]).code, Some(3));
    let credentials = home.path().join(".local/state/epicctl/credentials");
    assert_eq!(fs::read_dir(credentials).unwrap().count(), 0);
}

#[test]
fn a_context_file_that_can_not_be_used_changes_nothing() {
    let home = Home::new();
    let file = home.write(
        "c.toml",
        "name = \"x\"\nserver = \"http://x\"\ntoken = \"t\"\nca = \"\"\n",
    );
    let run = home.run(&["context", "import", &file]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.err.contains("not an https:// URL"), "{run:?}");
    assert!(!home.path().join(".config").exists());
}

const BAD: &str = "\
apiVersion: epic-gateway.org/v1alpha1
kind: Gateway
metadata: {name: Web_1}
spec: {template: http, colour: red, listeners: [{name: http, protocol: HTTP, port: eighty}]}
---
apiVersion: epic-gateway.org/v1alpha1
kind: Pod
metadata: {name: x}
spec: {}
---
apiVersion: epic-gateway.org/v1alpha1
kind: IPPool
metadata: {name: p}
spec: {addresses: [10.0.0.1/24]}
";

#[test]
fn validate_tells_every_fault_with_file_object_and_path_and_ends_with_79() {
    let home = Home::new();
    let file = home.write("bad.yaml", BAD);
    let run = home.run(&["validate", "-f", &file]);
    assert_eq!(run.code, Some(79), "{run:?}");
    for words in [
        "bad.yaml, object 1: gateway/Web_1: spec.colour",
        "spec.listeners[0].port",
        "bad.yaml, object 2: pod/x: kind: there is no kind `Pod`",
        "bad.yaml, object 3: ippool/p: spec.addresses[0]",
    ] {
        assert!(run.out.contains(words), "{words}\n{run:?}");
    }
}

#[test]
fn a_bad_document_keeps_apply_from_sending_anything() {
    let home = Home::new();
    let file = home.write("bad.yaml", BAD);
    let server = format!("https://127.0.0.1:{}", closed_port());
    let context = home.write("c.toml", &context_file(&server));
    let run = home.run(&["--context-file", &context, "apply", "-f", &file]);
    // Had anything been sent, the server would have been found unreachable.
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{run:?}");
    assert!(run.err.contains("nothing was sent"), "{run:?}");
}

#[test]
fn a_manifest_of_10_mb_is_refused_with_its_limit() {
    let home = Home::new();
    let file = home.write("big.yaml", &format!("a: \"{}\"\n", "x".repeat(10 << 20)));
    let run = home.run(&["validate", "-f", &file]);
    assert_eq!(run.code, Some(79));
    assert!(run.out.contains("larger than 4 MiB"), "{}", run.out);
}

#[test]
fn a_missing_file_is_named() {
    let run = Home::new().run(&["validate", "-f", "nowhere.yaml"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("can't read `nowhere.yaml`"), "{run:?}");
}

#[test]
fn colour_comes_when_forced_and_goes_with_no_color() {
    let home = Home::new();
    let colored = home.run(&["--color", "always", "gateway", "list"]);
    assert!(colored.err.contains('\u{1b}'), "{colored:?}");
    let mut plain = home.command(&["gateway", "list"]);
    let plain = Run::of(
        plain
            .env("CLICOLOR_FORCE", "1")
            .env("NO_COLOR", "1")
            .output()
            .unwrap(),
    );
    let never = home.run(&["--color", "never", "gateway", "list"]);
    for run in [plain, never] {
        assert!(!run.err.contains('\u{1b}'), "{run:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let home = Home::new();
    let mut command = home.command(&["man"]);
    command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_wrong_output_in_the_environment_is_named() {
    let home = Home::new();
    let mut command = home.command(&["version"]);
    let run = Run::of(command.env("EPICCTL_OUTPUT", "xml").output().unwrap());
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("EPICCTL_OUTPUT is `xml`"), "{run:?}");
}

#[test]
fn help_knows_topics_commands_and_what_it_does_not_know() {
    let home = Home::new();
    assert!(
        home.run(&["help", "exit-codes"])
            .out
            .contains("79   `validate` found faults")
    );
    assert!(
        home.run(&["help", "gw", "create"])
            .out
            .contains("--template")
    );
    assert_eq!(home.run(&["help", "frobnicate"]).code, Some(2));
}

#[test]
fn a_shell_gets_live_completion() {
    let home = Home::new();
    let script = home.run(&["completions", "bash"]);
    assert!(script.out.contains("COMPLETE="), "{script:?}");
    let file = home.write("c.toml", &context_file("https://127.0.0.1:7443"));
    home.run(&["context", "import", &file]);
    let mut command = home.command(&["--", "epicctl", "context", "use", ""]);
    command
        .env("COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", "3")
        .env("_CLAP_IFS", "\n");
    let run = Run::of(command.output().unwrap());
    assert!(run.out.lines().any(|line| line == "test"), "{run:?}");
}

const SHOP: &str = "\
apiVersion: epic-gateway.org/v1alpha1
kind: Gateway
metadata: {name: web}
spec: {template: http, listeners: [{name: http, protocol: HTTP, port: 80}]}
---
apiVersion: epic-gateway.org/v1alpha1
kind: Route
metadata: {name: shop}
spec:
  parentRefs: [{name: web}]
  http: {rules: [{matches: [{path: {value: /cart}}], backendRefs: [{name: cart}]}]}
---
apiVersion: epic-gateway.org/v1alpha1
kind: Backend
metadata: {name: cart}
spec: {endpoints: [{address: 10.0.0.1, port: 8080}]}
";

#[test]
fn a_request_is_traced_through_files_and_the_exit_code_says_how_it_ends() {
    let home = Home::new();
    let file = home.write("shop.yaml", SHOP);
    let fits = home.run(&["trace", "http://a.example/cart", "-f", &file]);
    assert_eq!(fits.code, Some(0), "{fits:?}");
    assert!(fits.out.contains("goes to backend cart"), "{fits:?}");

    let misses = home.run(&["trace", "http://a.example/", "-f", &file]);
    assert_eq!(misses.code, Some(1), "{misses:?}");
    assert!(
        misses.out.contains("path is /, not under /cart"),
        "{misses:?}"
    );

    let data = home.run(&["trace", "http://a.example/cart", "-f", &file, "-o", "json"]);
    let trace: serde_json::Value = serde_json::from_str(&data.out).unwrap();
    assert_eq!(trace["state"], "ok");
}

#[test]
fn analyze_ends_with_79_for_errors_in_files_and_its_codes_can_be_explained() {
    let home = Home::new();
    let file = home.write("shop.yaml", SHOP);
    let found = home.run(&["analyze", "-f", &file]);
    assert_eq!(found.code, Some(79), "{found:?}");
    assert!(found.out.contains("EPIC0501"), "{found:?}");

    let explained = home.run(&["explain", "EPIC0501"]);
    assert_eq!(explained.code, Some(0), "{explained:?}");
    assert!(explained.out.contains("template that does not exist"));
}
