//! `epicctl help`: commands, and topics that belong to no command.

use clap::Args;

use crate::failure::{Failure, Outcome};
use crate::session::Session;

/// The topics and their texts.
pub const TOPICS: [(&str, &str); 3] = [
    ("environment", ENVIRONMENT),
    ("exit-codes", EXIT_CODES),
    ("output", OUTPUT),
];

const ENVIRONMENT: &str = "\
Environment and files

A flag beats the environment, which beats the context, which beats the default.

  EPICCTL_CONTEXT        context to use                            (--context)
  EPICCTL_CONTEXT_FILE   context file to use instead               (--context-file)
  EPICCTL_ACCOUNT        account to work in                        (--account)
  EPICCTL_OUTPUT         table, wide, json, yaml, name, csv, …     (--output)
  EPICCTL_TOKEN          token to use instead of the context's
  EPICCTL_SERVER         https://host:port; together with EPICCTL_CA and
                         EPICCTL_TOKEN it needs no context
  EPICCTL_CA             the server's CA: a PEM file, or PEM
  EPICCTL_CONFIG         the file with the contexts
  VISUAL, EDITOR         editor for `edit`
  NO_COLOR, CLICOLOR=0   no colours; CLICOLOR_FORCE=1: always      (--color)

  ~/.config/epicctl/config.toml              contexts: server, CA, account
  ~/.local/state/epicctl/credentials/NAME    a context's token, mode 0600
  ~/.cache/epicctl/NAME/                     names for completion

XDG_CONFIG_HOME, XDG_STATE_HOME and XDG_CACHE_HOME move them.
";

const EXIT_CODES: &str = "\
Exit codes

    0   done
    1   not done; for `diff`: there are differences
    2   the command line is wrong; for `diff`: any failure without a code of its own
    3   there is no such object
    4   no token, or one that may not do this
    5   the object exists, has changed since it was read, or another is in the way
    6   what was waited for did not come in time
    7   epicd can't be reached
    8   of several objects, some were done and some were not
   79   `validate` found faults, `analyze` errors
  130   interrupted by Ctrl-C
";

const OUTPUT: &str = "\
Output

Data goes to stdout, everything else to stderr. Nothing is coloured, asked or cut off where stdout
or stdin is no terminal.

  -o table   columns for people (the default)
  -o wide    more columns
  -o json    the objects as the API has them; a list has `items`
  -o yaml    documents that `epicctl apply -f -` takes
  -o name    kind/name, one a line
  -o csv     the table as comma-separated values (RFC 4180)
  -o jsonpath=EXPRESSION
             what RFC 9535's `$.status.addresses[*].value`, or kubectl's `{.status.addresses[*].value}`,
             finds; one match a line, strings without quotes
  -o template=TEXT, template-file=FILE
             a minijinja template over the fields: `{{ metadata.name }}`; a list has `items`

  --columns NAME,ADDRESS,TPL:.spec.template
             only these columns, in this order: headings, or HEADING:JSONPATH. Alone it lists them
  --sort-by ROUTES, --sort-by=-AGE, --sort-by '{.spec.template}'
             the order of rows; with `-` from the largest

With --watch, table prints a row for every change, and json one line for every change:
{\"type\":\"ADDED|MODIFIED|DELETED\",\"object\":{...}}.

`gateway graph` has -o tree, dot and mermaid besides.

Errors:

  error: what could not be done
    cause: why, one line for every fault, with the path of the field
    hint: what to do about it
";

/// `help`.
#[derive(Args, Debug)]
pub struct HelpArgs {
    /// A topic (environment, exit-codes, output), or a command: `gateway create`
    #[arg(value_name = "TOPIC|COMMAND")]
    words: Vec<String>,
}

impl HelpArgs {
    /// Does it.
    ///
    /// # Errors
    /// There is no such topic or command.
    pub fn run(self, session: &Session) -> Outcome {
        if let [word] = self.words.as_slice()
            && let Some((_, text)) = TOPICS.iter().find(|(name, _)| name == word)
        {
            return session.output.data(text);
        }
        let mut root = crate::command();
        root.build();
        let mut command = &mut root;
        for word in &self.words {
            command = command.find_subcommand_mut(word).ok_or_else(|| {
                let topics = TOPICS.map(|(name, _)| name).join(", ");
                Failure::usage(format!("there is no command or topic `{word}`")).hint(format!(
                    "the topics are {topics}; `epicctl help` shows the commands"
                ))
            })?;
        }
        let help = command.render_long_help();
        session.output.data(help.ansi().to_string())
    }
}
