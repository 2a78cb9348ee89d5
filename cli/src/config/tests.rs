use super::*;

const FILE: &str = r#"
current = "one"
[contexts.one]
server = "https://one:7443"
ca = "CA 1"
account = "acme"
[contexts.two]
server = "https://two:7443"
ca = "CA 2"
"#;

struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        let home = Home(tempfile::tempdir().unwrap());
        write_private(&home.paths().config, FILE).unwrap();
        write_private(&home.paths().token("one"), "token 1\n").unwrap();
        write_private(&home.paths().token("two"), "token 2\n").unwrap();
        home
    }

    fn environment(&self, more: &[(&str, &str)]) -> Environment {
        let mut environment = Environment::from([("HOME", self.0.path().to_str().unwrap())]);
        for (name, value) in more {
            environment.0.insert((*name).into(), (*value).into());
        }
        environment
    }

    fn paths(&self) -> Paths {
        Paths::of(&self.environment(&[]))
    }

    fn resolve(&self, flags: &Flags, more: &[(&str, &str)]) -> Outcome<Target> {
        resolve(flags, &self.environment(more), &self.paths())
    }
}

fn context_flag(name: &str) -> Flags {
    Flags {
        context: Some(name.into()),
        ..Flags::default()
    }
}

#[test]
fn the_configuration_is_looked_for_in_the_documented_order() {
    let home = [("HOME", "/home/u")];
    assert_eq!(
        Paths::of(&home.into()).config,
        Path::new("/home/u/.config/epicctl/config.toml")
    );
    let xdg = [("HOME", "/home/u"), ("XDG_CONFIG_HOME", "/x")];
    assert_eq!(
        Paths::of(&xdg.into()).config,
        Path::new("/x/epicctl/config.toml")
    );
    let own = [("XDG_CONFIG_HOME", "/x"), ("EPICCTL_CONFIG", "/y.toml")];
    assert_eq!(Paths::of(&own.into()).config, Path::new("/y.toml"));
}

#[test]
fn a_relative_xdg_folder_is_ignored_as_the_specification_says() {
    let environment = [("HOME", "/home/u"), ("XDG_CONFIG_HOME", "x")];
    assert_eq!(
        Paths::of(&environment.into()).config,
        Path::new("/home/u/.config/epicctl/config.toml")
    );
}

#[test]
fn the_flag_beats_the_environment_which_beats_the_current_context() {
    let home = Home::new();
    let current = home.resolve(&Flags::default(), &[]).unwrap();
    assert_eq!(current.name, "one");
    assert_eq!(current.credentials.token, "token 1");
    let environment = [("EPICCTL_CONTEXT", "two")];
    let by_environment = home.resolve(&Flags::default(), &environment).unwrap();
    assert_eq!(by_environment.name, "two");
    let by_flag = home.resolve(&context_flag("one"), &environment).unwrap();
    assert_eq!(by_flag.name, "one");
}

#[test]
fn the_account_comes_from_flag_environment_context_or_default() {
    let home = Home::new();
    let account = |flags: &Flags, more: &[(&str, &str)]| home.resolve(flags, more).unwrap().account;
    assert_eq!(account(&context_flag("two"), &[]), "default");
    assert_eq!(account(&context_flag("one"), &[]), "acme");
    let environment = [("EPICCTL_ACCOUNT", "env")];
    assert_eq!(account(&context_flag("one"), &environment), "env");
    let flags = Flags {
        account: Some("flag".into()),
        ..Flags::default()
    };
    assert_eq!(account(&flags, &environment), "flag");
}

#[test]
fn a_server_in_the_environment_needs_no_configuration() {
    let home = Home::new();
    let environment = [
        ("EPICCTL_SERVER", "https://three:7443"),
        ("EPICCTL_CA", "-----BEGIN CERTIFICATE-----"),
        ("EPICCTL_TOKEN", "t"),
    ];
    let target = home.resolve(&Flags::default(), &environment).unwrap();
    assert_eq!(target.credentials.server, "https://three:7443");
    let failure = home
        .resolve(&Flags::default(), &environment[..1])
        .err()
        .unwrap();
    assert_eq!(failure.code, Code::Usage);
    assert!(failure.message.contains("EPICCTL_CA"), "{failure}");
}

#[test]
fn a_token_in_the_environment_replaces_the_one_on_disk() {
    let home = Home::new();
    let target = home
        .resolve(&Flags::default(), &[("EPICCTL_TOKEN", "other")])
        .unwrap();
    assert_eq!(target.credentials.token, "other");
}

#[test]
fn an_unknown_context_names_the_known_ones() {
    let failure = Home::new().resolve(&context_flag("x"), &[]).err().unwrap();
    assert_eq!(failure.code, Code::NotFound);
    assert_eq!(failure.hint.unwrap(), "the contexts are: one, two");
}

#[test]
fn a_context_without_its_token_is_an_authentication_failure_that_names_the_file() {
    let home = Home::new();
    fs::remove_file(home.paths().token("one")).unwrap();
    let failure = home.resolve(&Flags::default(), &[]).err().unwrap();
    assert_eq!(failure.code, Code::Auth);
    assert!(failure.causes[0].contains("credentials/one"), "{failure}");
}

#[test]
fn files_with_secrets_are_readable_by_their_owner_only() {
    let home = Home::new();
    let mode = fs::metadata(home.paths().token("one"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn an_error_in_a_context_file_never_shows_the_token() {
    let home = Home::new();
    let path = home.0.path().join("bad.toml");
    fs::write(&path, "name = \"x\"\ntoken = \"secret-value\" oops\n").unwrap();
    let failure = read_context_file(&path).err().unwrap().to_string();
    assert!(failure.contains("not a context file"), "{failure}");
    assert!(!failure.contains("secret-value"), "{failure}");
}
