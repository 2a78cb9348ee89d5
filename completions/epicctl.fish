# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_epicctl_global_optspecs
    string join \n c/context= context-file= a/account= o/output= color= q/quiet y/yes debug h/help V/version
end

function __fish_epicctl_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_epicctl_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_epicctl_using_subcommand
    set -l cmd (__fish_epicctl_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c epicctl -n "__fish_epicctl_needs_command" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_needs_command" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_needs_command" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_needs_command" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_needs_command" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_needs_command" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_needs_command" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_needs_command" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_needs_command" -s V -l version -d 'Print version'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "context" -d 'Gateway clusters epicctl knows'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "contexts" -d 'Gateway clusters epicctl knows'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "account" -d 'Tenants'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "accounts" -d 'Tenants'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "ippool" -d 'Addresses that gateways may get'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "ippools" -d 'Addresses that gateways may get'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "template" -d 'What gateways made from it have in common'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "templates" -d 'What gateways made from it have in common'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "service-group" -d 'What gateways made from it have in common'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "sg" -d 'What gateways made from it have in common'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "gateway" -d 'Public entry points'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "gateways" -d 'Public entry points'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "gw" -d 'Public entry points'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "listener" -d 'Ports gateways listen on'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "listeners" -d 'Ports gateways listen on'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "route" -d 'Rules that lead requests to backends'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "routes" -d 'Rules that lead requests to backends'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "backend" -d 'Named sets of endpoints'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "backends" -d 'Named sets of endpoints'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "certificate" -d 'TLS material'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "certificates" -d 'TLS material'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "cert" -d 'TLS material'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "node" -d 'Machines that run gateways'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "nodes" -d 'Machines that run gateways'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "user" -d 'People who may sign in'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "users" -d 'People who may sign in'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "token" -d 'Tokens of people and agents'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "tokens" -d 'Tokens of people and agents'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "whoami" -d 'Who you are to epicd, and your roles'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "can-i" -d 'Whether you may do something: exit 0 yes, 1 no'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "config" -d 'Revisions of an account: who asked for what, what became of it, and going back'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "revisions" -d 'Revisions of an account: who asked for what, what became of it, and going back'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "backup" -d 'Everything epicd has, in a file'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "events" -d 'What happened'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "event" -d 'What happened'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "audit" -d 'Who did what, from where, and what came of it'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "apply" -d 'Make what is in files so'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "diff" -d 'Show what `apply` would change: exit 0 nothing, 1 something, more: error'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "delete" -d 'Delete what is in files'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "validate" -d 'Check files without a server: exit 79 when faults are found'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "get" -d 'Show objects of any kinds'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "trace" -d 'Show what becomes of a request, hop by hop: exit 1 when it fails'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "analyze" -d 'Find what should be looked at: exit 79 when there are errors'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "explain" -d 'Explain the fields of a kind, or a code of `analyze`'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "envoy" -d 'Look into the Envoys of a gateway'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "doctor" -d 'Check the way from here to epicd and its nodes: exit 79 when something is wrong'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "wait" -d 'Wait for a condition of an object'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "dashboard" -d 'The live dashboard'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "completions" -d 'Print a shell\'s completion script'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "man" -d 'Print the manual, or write its pages into a folder'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "version" -d 'Print the version'
complete -c epicctl -n "__fish_epicctl_needs_command" -f -a "help" -d 'Explain a command or a topic: environment, exit-codes, output'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "current" -d 'Print the one in use, and where it leads'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "use" -d 'Use one from now on'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "rename" -d 'Give one another name'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "delete" -d 'Forget one and its token'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "import" -d 'Take over a context file, as `epicd init` writes it, and use it'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "export" -d 'Write one as a context file, with its token'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from current" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from current" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from current" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from current" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from current" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from current" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from current" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from current" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from current" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from use" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from use" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from use" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from use" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from use" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from use" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from use" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from use" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -l server -d '`https://host:port`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -l ca -d 'The server\'s CA, PEM' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -l default-account -d 'The account to use where none is named' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -l read-only -d 'Whether the dashboard offers no changes' -r -f -a "true\t''
false\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from rename" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from rename" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from rename" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from rename" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from rename" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from rename" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from import" -l name -d 'A name other than the file\'s' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from import" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from import" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from import" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from import" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from import" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from import" -l no-use -d 'Leave the context in use as it is'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from import" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from import" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from export" -l out -d 'The file to write, mode 0600; stdout when absent' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from export" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from export" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from export" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from export" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from export" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from export" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from export" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand context; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "current" -d 'Print the one in use, and where it leads'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "use" -d 'Use one from now on'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "rename" -d 'Give one another name'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "delete" -d 'Forget one and its token'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "import" -d 'Take over a context file, as `epicd init` writes it, and use it'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and not __fish_seen_subcommand_from list current use set rename delete import export" -f -a "export" -d 'Write one as a context file, with its token'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from current" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from current" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from current" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from current" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from current" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from current" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from current" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from current" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from current" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from use" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from use" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from use" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from use" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from use" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from use" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from use" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from use" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -l server -d '`https://host:port`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -l ca -d 'The server\'s CA, PEM' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -l default-account -d 'The account to use where none is named' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -l read-only -d 'Whether the dashboard offers no changes' -r -f -a "true\t''
false\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from rename" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from rename" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from rename" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from rename" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from rename" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from rename" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from import" -l name -d 'A name other than the file\'s' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from import" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from import" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from import" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from import" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from import" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from import" -l no-use -d 'Leave the context in use as it is'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from import" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from import" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from export" -l out -d 'The file to write, mode 0600; stdout when absent' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from export" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from export" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from export" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from export" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from export" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from export" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from export" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand contexts; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "create" -d 'Make one'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l display-name -d 'A name for people' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l max-gateways -d 'The most gateways it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l max-routes -d 'The most routes it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l max-backends -d 'The most backends it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l max-endpoints -d 'The most endpoints all its backends may have together' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l max-certificates -d 'The most certificates it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l allow-template -d 'A template its gateways may name; replaces earlier ones [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l allow-pool -d 'A pool its gateways may get addresses from; replaces earlier ones [default: the templates\']' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l allow-network -d 'A network of the gateway cluster itself that its endpoints may lie in; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l display-name -d 'A name for people' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l max-gateways -d 'The most gateways it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l max-routes -d 'The most routes it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l max-backends -d 'The most backends it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l max-endpoints -d 'The most endpoints all its backends may have together' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l max-certificates -d 'The most certificates it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l allow-template -d 'A template its gateways may name; replaces earlier ones [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l allow-pool -d 'A pool its gateways may get addresses from; replaces earlier ones [default: the templates\']' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l allow-network -d 'A network of the gateway cluster itself that its endpoints may lie in; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand account; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "create" -d 'Make one'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l display-name -d 'A name for people' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l max-gateways -d 'The most gateways it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l max-routes -d 'The most routes it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l max-backends -d 'The most backends it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l max-endpoints -d 'The most endpoints all its backends may have together' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l max-certificates -d 'The most certificates it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l allow-template -d 'A template its gateways may name; replaces earlier ones [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l allow-pool -d 'A pool its gateways may get addresses from; replaces earlier ones [default: the templates\']' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l allow-network -d 'A network of the gateway cluster itself that its endpoints may lie in; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l display-name -d 'A name for people' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l max-gateways -d 'The most gateways it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l max-routes -d 'The most routes it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l max-backends -d 'The most backends it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l max-endpoints -d 'The most endpoints all its backends may have together' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l max-certificates -d 'The most certificates it may have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l allow-template -d 'A template its gateways may name; replaces earlier ones [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l allow-pool -d 'A pool its gateways may get addresses from; replaces earlier ones [default: the templates\']' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l allow-network -d 'A network of the gateway cluster itself that its endpoints may lie in; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand accounts; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "create" -d 'Make one'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -l range -d 'Addresses: `198.51.100.0/24`, `2001:db8::/112`, `203.0.113.10-203.0.113.20`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -l reserve -d 'Addresses of the pool that are never handed out; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -l add-range -d 'Add addresses' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -l remove-range -d 'Take addresses away that no gateway has' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -l reserve -d 'Addresses of the pool that are never handed out; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippool; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "create" -d 'Make one'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -l range -d 'Addresses: `198.51.100.0/24`, `2001:db8::/112`, `203.0.113.10-203.0.113.20`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -l reserve -d 'Addresses of the pool that are never handed out; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -l add-range -d 'Add addresses' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -l remove-range -d 'Take addresses away that no gateway has' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -l reserve -d 'Addresses of the pool that are never handed out; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand ippools; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "create" -d 'Make one'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "set" -d 'Change one, and with it every gateway of it'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "import" -d 'Read service groups of the original EPIC: what has a field here becomes templates and pools'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l pool -d 'Pools a gateway gets one address from each' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l instances -d 'Nodes that serve a gateway [default: 1]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l allow-port -d 'Ports listeners may have: `80`, `8000-8999` [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l allow-protocol -d 'Protocols listeners may have: HTTP, HTTPS, TLS, TCP, UDP [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l concurrency -d 'Envoy worker threads of an instance [default: 2]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l max-connections -d 'The most open client connections of an instance' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l idle-timeout -d 'Closes a client\'s connection without requests [default: 1h]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l connect-timeout -d 'Until a backend takes a connection [default: 5s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l drain-timeout -d 'How long an instance that stops lets open requests finish [default: 10s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l http3 -d 'Answer HTTP/3 too, on the UDP port of each HTTPS listener' -r -f -a "true\t''
false\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l proxy-protocol -d 'Whether clients send the PROXY protocol' -r -f -a "required\t'Every client; others are turned away'
optional\t'Some'
never\t'None'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l tls-min-version -d 'The oldest version of TLS that is spoken [default: 1.2]' -r -f -a "1.2\t''
1.3\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l cipher-suite -d 'Cipher suites for TLS 1.2, by BoringSSL\'s names; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l access-log -d 'A line for every request: `json` (EPIC\'s own choice), `none`, or Envoy\'s format, like `%START_TIME% …`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l envoy-patch -d 'Changes to generated Envoy resources: a YAML or JSON list of patches; replaces earlier ones' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l pool -d 'Pools a gateway gets one address from each' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l instances -d 'Nodes that serve a gateway [default: 1]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l allow-port -d 'Ports listeners may have: `80`, `8000-8999` [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l allow-protocol -d 'Protocols listeners may have: HTTP, HTTPS, TLS, TCP, UDP [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l concurrency -d 'Envoy worker threads of an instance [default: 2]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l max-connections -d 'The most open client connections of an instance' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l idle-timeout -d 'Closes a client\'s connection without requests [default: 1h]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l connect-timeout -d 'Until a backend takes a connection [default: 5s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l drain-timeout -d 'How long an instance that stops lets open requests finish [default: 10s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l http3 -d 'Answer HTTP/3 too, on the UDP port of each HTTPS listener' -r -f -a "true\t''
false\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l proxy-protocol -d 'Whether clients send the PROXY protocol' -r -f -a "required\t'Every client; others are turned away'
optional\t'Some'
never\t'None'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l tls-min-version -d 'The oldest version of TLS that is spoken [default: 1.2]' -r -f -a "1.2\t''
1.3\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l cipher-suite -d 'Cipher suites for TLS 1.2, by BoringSSL\'s names; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l access-log -d 'A line for every request: `json` (EPIC\'s own choice), `none`, or Envoy\'s format, like `%START_TIME% …`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l envoy-patch -d 'Changes to generated Envoy resources: a YAML or JSON list of patches; replaces earlier ones' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from import" -l pool -d 'The pool of groups that name no service prefix' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from import" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from import" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from import" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from import" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from import" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from import" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from import" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from import" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand template; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "create" -d 'Make one'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "set" -d 'Change one, and with it every gateway of it'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "import" -d 'Read service groups of the original EPIC: what has a field here becomes templates and pools'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l pool -d 'Pools a gateway gets one address from each' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l instances -d 'Nodes that serve a gateway [default: 1]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l allow-port -d 'Ports listeners may have: `80`, `8000-8999` [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l allow-protocol -d 'Protocols listeners may have: HTTP, HTTPS, TLS, TCP, UDP [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l concurrency -d 'Envoy worker threads of an instance [default: 2]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l max-connections -d 'The most open client connections of an instance' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l idle-timeout -d 'Closes a client\'s connection without requests [default: 1h]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l connect-timeout -d 'Until a backend takes a connection [default: 5s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l drain-timeout -d 'How long an instance that stops lets open requests finish [default: 10s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l http3 -d 'Answer HTTP/3 too, on the UDP port of each HTTPS listener' -r -f -a "true\t''
false\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l proxy-protocol -d 'Whether clients send the PROXY protocol' -r -f -a "required\t'Every client; others are turned away'
optional\t'Some'
never\t'None'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l tls-min-version -d 'The oldest version of TLS that is spoken [default: 1.2]' -r -f -a "1.2\t''
1.3\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l cipher-suite -d 'Cipher suites for TLS 1.2, by BoringSSL\'s names; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l access-log -d 'A line for every request: `json` (EPIC\'s own choice), `none`, or Envoy\'s format, like `%START_TIME% …`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l envoy-patch -d 'Changes to generated Envoy resources: a YAML or JSON list of patches; replaces earlier ones' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l pool -d 'Pools a gateway gets one address from each' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l instances -d 'Nodes that serve a gateway [default: 1]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l allow-port -d 'Ports listeners may have: `80`, `8000-8999` [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l allow-protocol -d 'Protocols listeners may have: HTTP, HTTPS, TLS, TCP, UDP [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l concurrency -d 'Envoy worker threads of an instance [default: 2]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l max-connections -d 'The most open client connections of an instance' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l idle-timeout -d 'Closes a client\'s connection without requests [default: 1h]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l connect-timeout -d 'Until a backend takes a connection [default: 5s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l drain-timeout -d 'How long an instance that stops lets open requests finish [default: 10s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l http3 -d 'Answer HTTP/3 too, on the UDP port of each HTTPS listener' -r -f -a "true\t''
false\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l proxy-protocol -d 'Whether clients send the PROXY protocol' -r -f -a "required\t'Every client; others are turned away'
optional\t'Some'
never\t'None'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l tls-min-version -d 'The oldest version of TLS that is spoken [default: 1.2]' -r -f -a "1.2\t''
1.3\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l cipher-suite -d 'Cipher suites for TLS 1.2, by BoringSSL\'s names; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l access-log -d 'A line for every request: `json` (EPIC\'s own choice), `none`, or Envoy\'s format, like `%START_TIME% …`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l envoy-patch -d 'Changes to generated Envoy resources: a YAML or JSON list of patches; replaces earlier ones' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from import" -l pool -d 'The pool of groups that name no service prefix' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from import" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from import" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from import" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from import" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from import" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from import" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from import" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from import" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand templates; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "create" -d 'Make one'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "set" -d 'Change one, and with it every gateway of it'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "import" -d 'Read service groups of the original EPIC: what has a field here becomes templates and pools'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l pool -d 'Pools a gateway gets one address from each' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l instances -d 'Nodes that serve a gateway [default: 1]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l allow-port -d 'Ports listeners may have: `80`, `8000-8999` [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l allow-protocol -d 'Protocols listeners may have: HTTP, HTTPS, TLS, TCP, UDP [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l concurrency -d 'Envoy worker threads of an instance [default: 2]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l max-connections -d 'The most open client connections of an instance' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l idle-timeout -d 'Closes a client\'s connection without requests [default: 1h]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l connect-timeout -d 'Until a backend takes a connection [default: 5s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l drain-timeout -d 'How long an instance that stops lets open requests finish [default: 10s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l http3 -d 'Answer HTTP/3 too, on the UDP port of each HTTPS listener' -r -f -a "true\t''
false\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l proxy-protocol -d 'Whether clients send the PROXY protocol' -r -f -a "required\t'Every client; others are turned away'
optional\t'Some'
never\t'None'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l tls-min-version -d 'The oldest version of TLS that is spoken [default: 1.2]' -r -f -a "1.2\t''
1.3\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l cipher-suite -d 'Cipher suites for TLS 1.2, by BoringSSL\'s names; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l access-log -d 'A line for every request: `json` (EPIC\'s own choice), `none`, or Envoy\'s format, like `%START_TIME% …`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l envoy-patch -d 'Changes to generated Envoy resources: a YAML or JSON list of patches; replaces earlier ones' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l pool -d 'Pools a gateway gets one address from each' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l instances -d 'Nodes that serve a gateway [default: 1]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l allow-port -d 'Ports listeners may have: `80`, `8000-8999` [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l allow-protocol -d 'Protocols listeners may have: HTTP, HTTPS, TLS, TCP, UDP [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l concurrency -d 'Envoy worker threads of an instance [default: 2]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l max-connections -d 'The most open client connections of an instance' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l idle-timeout -d 'Closes a client\'s connection without requests [default: 1h]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l connect-timeout -d 'Until a backend takes a connection [default: 5s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l drain-timeout -d 'How long an instance that stops lets open requests finish [default: 10s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l http3 -d 'Answer HTTP/3 too, on the UDP port of each HTTPS listener' -r -f -a "true\t''
false\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l proxy-protocol -d 'Whether clients send the PROXY protocol' -r -f -a "required\t'Every client; others are turned away'
optional\t'Some'
never\t'None'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l tls-min-version -d 'The oldest version of TLS that is spoken [default: 1.2]' -r -f -a "1.2\t''
1.3\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l cipher-suite -d 'Cipher suites for TLS 1.2, by BoringSSL\'s names; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l access-log -d 'A line for every request: `json` (EPIC\'s own choice), `none`, or Envoy\'s format, like `%START_TIME% …`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l envoy-patch -d 'Changes to generated Envoy resources: a YAML or JSON list of patches; replaces earlier ones' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from import" -l pool -d 'The pool of groups that name no service prefix' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from import" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from import" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from import" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from import" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from import" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from import" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from import" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from import" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand service-group; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "create" -d 'Make one'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "set" -d 'Change one, and with it every gateway of it'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and not __fish_seen_subcommand_from list get describe edit delete create set import" -f -a "import" -d 'Read service groups of the original EPIC: what has a field here becomes templates and pools'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l pool -d 'Pools a gateway gets one address from each' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l instances -d 'Nodes that serve a gateway [default: 1]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l allow-port -d 'Ports listeners may have: `80`, `8000-8999` [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l allow-protocol -d 'Protocols listeners may have: HTTP, HTTPS, TLS, TCP, UDP [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l concurrency -d 'Envoy worker threads of an instance [default: 2]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l max-connections -d 'The most open client connections of an instance' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l idle-timeout -d 'Closes a client\'s connection without requests [default: 1h]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l connect-timeout -d 'Until a backend takes a connection [default: 5s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l drain-timeout -d 'How long an instance that stops lets open requests finish [default: 10s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l http3 -d 'Answer HTTP/3 too, on the UDP port of each HTTPS listener' -r -f -a "true\t''
false\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l proxy-protocol -d 'Whether clients send the PROXY protocol' -r -f -a "required\t'Every client; others are turned away'
optional\t'Some'
never\t'None'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l tls-min-version -d 'The oldest version of TLS that is spoken [default: 1.2]' -r -f -a "1.2\t''
1.3\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l cipher-suite -d 'Cipher suites for TLS 1.2, by BoringSSL\'s names; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l access-log -d 'A line for every request: `json` (EPIC\'s own choice), `none`, or Envoy\'s format, like `%START_TIME% …`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l envoy-patch -d 'Changes to generated Envoy resources: a YAML or JSON list of patches; replaces earlier ones' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l pool -d 'Pools a gateway gets one address from each' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l instances -d 'Nodes that serve a gateway [default: 1]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l allow-port -d 'Ports listeners may have: `80`, `8000-8999` [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l allow-protocol -d 'Protocols listeners may have: HTTP, HTTPS, TLS, TCP, UDP [default: all]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l concurrency -d 'Envoy worker threads of an instance [default: 2]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l max-connections -d 'The most open client connections of an instance' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l idle-timeout -d 'Closes a client\'s connection without requests [default: 1h]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l connect-timeout -d 'Until a backend takes a connection [default: 5s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l drain-timeout -d 'How long an instance that stops lets open requests finish [default: 10s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l http3 -d 'Answer HTTP/3 too, on the UDP port of each HTTPS listener' -r -f -a "true\t''
false\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l proxy-protocol -d 'Whether clients send the PROXY protocol' -r -f -a "required\t'Every client; others are turned away'
optional\t'Some'
never\t'None'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l tls-min-version -d 'The oldest version of TLS that is spoken [default: 1.2]' -r -f -a "1.2\t''
1.3\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l cipher-suite -d 'Cipher suites for TLS 1.2, by BoringSSL\'s names; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l access-log -d 'A line for every request: `json` (EPIC\'s own choice), `none`, or Envoy\'s format, like `%START_TIME% …`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l envoy-patch -d 'Changes to generated Envoy resources: a YAML or JSON list of patches; replaces earlier ones' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from import" -l pool -d 'The pool of groups that name no service prefix' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from import" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from import" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from import" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from import" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from import" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from import" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from import" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from import" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand sg; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "create" -d 'Make one: `epicctl gateway create web --template http --port 80`'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "status" -d 'Show conditions, listeners and instances'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "graph" -d 'Show what leads where, with health and rates: -o tree, dot, mermaid, json'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "wait" -d 'Wait for a condition'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -s t -l template -d 'The template it is made from' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -s p -l port -d 'A port to listen on; HTTP, or HTTPS with --certificate' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -l protocol -d 'What is spoken on the ports: HTTP, HTTPS or TCP' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -l hostname -d 'Only requests for this host' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -l certificate -d 'A certificate for HTTPS' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -l listener -d 'A listener in full: `name=https,protocol=HTTPS,port=443,hostname=…,certificate=…`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -l address -d 'Ask for this address instead of the next free one' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -l wait -d 'Wait until a condition holds' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -l address -d 'Ask for this address' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -l wait -d 'Wait until a condition holds' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from status" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from status" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from status" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from status" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from status" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from status" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from status" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from graph" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from graph" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from graph" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from graph" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from graph" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from graph" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from graph" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from graph" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from graph" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from wait" -l for -d 'What is waited for: `condition=NAME`, `condition=NAME=False`, `create`, `delete`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from wait" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from wait" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from wait" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from wait" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from wait" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from wait" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from wait" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from wait" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateway; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "create" -d 'Make one: `epicctl gateway create web --template http --port 80`'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "status" -d 'Show conditions, listeners and instances'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "graph" -d 'Show what leads where, with health and rates: -o tree, dot, mermaid, json'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "wait" -d 'Wait for a condition'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -s t -l template -d 'The template it is made from' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -s p -l port -d 'A port to listen on; HTTP, or HTTPS with --certificate' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -l protocol -d 'What is spoken on the ports: HTTP, HTTPS or TCP' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -l hostname -d 'Only requests for this host' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -l certificate -d 'A certificate for HTTPS' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -l listener -d 'A listener in full: `name=https,protocol=HTTPS,port=443,hostname=…,certificate=…`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -l address -d 'Ask for this address instead of the next free one' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -l wait -d 'Wait until a condition holds' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -l address -d 'Ask for this address' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -l wait -d 'Wait until a condition holds' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from status" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from status" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from status" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from status" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from status" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from status" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from status" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from graph" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from graph" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from graph" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from graph" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from graph" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from graph" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from graph" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from graph" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from graph" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from wait" -l for -d 'What is waited for: `condition=NAME`, `condition=NAME=False`, `create`, `delete`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from wait" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from wait" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from wait" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from wait" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from wait" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from wait" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from wait" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from wait" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gateways; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "create" -d 'Make one: `epicctl gateway create web --template http --port 80`'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "status" -d 'Show conditions, listeners and instances'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "graph" -d 'Show what leads where, with health and rates: -o tree, dot, mermaid, json'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and not __fish_seen_subcommand_from list get describe edit delete create set status graph wait" -f -a "wait" -d 'Wait for a condition'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -s t -l template -d 'The template it is made from' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -s p -l port -d 'A port to listen on; HTTP, or HTTPS with --certificate' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -l protocol -d 'What is spoken on the ports: HTTP, HTTPS or TCP' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -l hostname -d 'Only requests for this host' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -l certificate -d 'A certificate for HTTPS' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -l listener -d 'A listener in full: `name=https,protocol=HTTPS,port=443,hostname=…,certificate=…`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -l address -d 'Ask for this address instead of the next free one' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -l wait -d 'Wait until a condition holds' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -l address -d 'Ask for this address' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -l wait -d 'Wait until a condition holds' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from status" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from status" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from status" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from status" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from status" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from status" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from status" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from graph" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from graph" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from graph" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from graph" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from graph" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from graph" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from graph" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from graph" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from graph" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from wait" -l for -d 'What is waited for: `condition=NAME`, `condition=NAME=False`, `create`, `delete`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from wait" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from wait" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from wait" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from wait" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from wait" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from wait" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from wait" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from wait" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand gw; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -f -a "list" -d 'List a gateway\'s'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -f -a "create" -d 'Add one to a gateway'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and not __fish_seen_subcommand_from list create set delete" -f -a "delete" -d 'Take one away from a gateway'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -s g -l gateway -d 'The gateway; all of the account when absent' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -s g -l gateway -d 'The gateway' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -s p -l port -d 'The port' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -l protocol -d 'What is spoken: HTTP, HTTPS, TLS, TCP or UDP' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -l hostname -d 'Only requests for this host; empty for all' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -l certificate -d 'A certificate for HTTPS or TLS; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -l client-ca -d 'A Certificate with authorities that clients\' certificates must be of; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -l passthrough -d 'Pass TLS through to the backends as it is; no certificate then'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -l client-ca-optional -d 'Let clients without a valid certificate in, too'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -s g -l gateway -d 'The gateway' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -s p -l port -d 'The port' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -l protocol -d 'What is spoken: HTTP, HTTPS, TLS, TCP or UDP' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -l hostname -d 'Only requests for this host; empty for all' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -l certificate -d 'A certificate for HTTPS or TLS; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -l client-ca -d 'A Certificate with authorities that clients\' certificates must be of; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -l passthrough -d 'Pass TLS through to the backends as it is; no certificate then'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -l client-ca-optional -d 'Let clients without a valid certificate in, too'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from delete" -s g -l gateway -d 'The gateway' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand listener; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -f -a "list" -d 'List a gateway\'s'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -f -a "create" -d 'Add one to a gateway'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and not __fish_seen_subcommand_from list create set delete" -f -a "delete" -d 'Take one away from a gateway'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -s g -l gateway -d 'The gateway; all of the account when absent' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -s g -l gateway -d 'The gateway' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -s p -l port -d 'The port' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -l protocol -d 'What is spoken: HTTP, HTTPS, TLS, TCP or UDP' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -l hostname -d 'Only requests for this host; empty for all' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -l certificate -d 'A certificate for HTTPS or TLS; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -l client-ca -d 'A Certificate with authorities that clients\' certificates must be of; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -l passthrough -d 'Pass TLS through to the backends as it is; no certificate then'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -l client-ca-optional -d 'Let clients without a valid certificate in, too'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -s g -l gateway -d 'The gateway' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -s p -l port -d 'The port' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -l protocol -d 'What is spoken: HTTP, HTTPS, TLS, TCP or UDP' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -l hostname -d 'Only requests for this host; empty for all' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -l certificate -d 'A certificate for HTTPS or TLS; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -l client-ca -d 'A Certificate with authorities that clients\' certificates must be of; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -l passthrough -d 'Pass TLS through to the backends as it is; no certificate then'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -l client-ca-optional -d 'Let clients without a valid certificate in, too'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from delete" -s g -l gateway -d 'The gateway' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand listeners; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "create" -d 'Make one: `epicctl route create shop --gateway web --path /cart --backend cart:90 --backend cart2:10`'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "weights" -d 'Show or set the weights of a rule\'s backends: `epicctl route weights shop cart=90 cart2=10`'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -s g -l gateway -d 'A gateway, or one listener of it' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l host -d 'Only requests for this host; every host when absent' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l path -d 'A path; several make alternatives' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l path-type -d 'How paths are compared' -r -f -a "prefix\t''
exact\t''
regex\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l method -d 'Only this method; with --grpc `shop.v1.Cart/AddItem`, `shop.v1.Cart` or `/AddItem`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l header -d 'Only with this header: NAME=VALUE, or NAME~=REGEX' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l query -d 'Only with this query parameter: NAME=VALUE, or NAME~=REGEX' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -s b -l backend -d 'Where requests go, with its share; 1 when absent' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l redirect -d 'Answer with a redirect: `https`, `https://new.example.com`, `https://host:8443/path`, `/path`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l redirect-status -d 'The redirect\'s status: 301, 302, 303, 307, 308 [default: 302]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l rewrite-prefix -d 'The prefix that the backend gets instead of the one that matched' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l rewrite-host -d 'The host that the backend gets' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l set-header -d 'Set a request header' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l remove-header -d 'Take a request header away' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l set-response-header -d 'Set a response header' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l request-timeout -d 'From the whole request in to the whole response out; 0s for no limit' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l backend-timeout -d 'One try at a backend' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l mirror -d 'Send a copy to this backend, of all requests or of this percentage' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l cors-origin -d 'CORS: an origin that may read answers (`https://shop.example`), or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l cors-method -d 'CORS: methods, or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l cors-header -d 'CORS: request headers, or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l cors-expose -d 'CORS: response headers that scripts may read, or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l cors-max-age -d 'CORS: how long a preflight\'s answer may be kept, in seconds [default: 5]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l retries -d 'Tries after the first that failed' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l retry-on -d 'Statuses that are tried again, besides connections that fail' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l retry-backoff -d 'At least this long between tries' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l session -d 'Keep a client at one endpoint, by a cookie or a header' -r -f -a "cookie\t'A cookie set by the gateway'
header\t'A header the client sends back'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l session-name -d 'The cookie\'s or header\'s name' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l session-timeout -d 'The session ends this long after its begin' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l backend-header -d 'Set a request header for one backend only' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l wait -d 'Wait until a condition holds' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l grpc -d 'For gRPC calls on HTTP and HTTPS listeners'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l tls -d 'For TLS listeners; connections are told apart by --host'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l tcp -d 'For TCP listeners'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l udp -d 'For UDP listeners'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l cors-credentials -d 'CORS: the browser may send credentials'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -s g -l gateway -d 'The gateways; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l host -d 'The hosts; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l rule -d 'The rule to change, by name or by number from 1' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l path -d 'A path; several make alternatives' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l path-type -d 'How paths are compared' -r -f -a "prefix\t''
exact\t''
regex\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l method -d 'Only this method; with --grpc `shop.v1.Cart/AddItem`, `shop.v1.Cart` or `/AddItem`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l header -d 'Only with this header: NAME=VALUE, or NAME~=REGEX' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l query -d 'Only with this query parameter: NAME=VALUE, or NAME~=REGEX' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -s b -l backend -d 'Where requests go, with its share; 1 when absent' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l redirect -d 'Answer with a redirect: `https`, `https://new.example.com`, `https://host:8443/path`, `/path`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l redirect-status -d 'The redirect\'s status: 301, 302, 303, 307, 308 [default: 302]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l rewrite-prefix -d 'The prefix that the backend gets instead of the one that matched' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l rewrite-host -d 'The host that the backend gets' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l set-header -d 'Set a request header' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l remove-header -d 'Take a request header away' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l set-response-header -d 'Set a response header' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l request-timeout -d 'From the whole request in to the whole response out; 0s for no limit' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l backend-timeout -d 'One try at a backend' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l mirror -d 'Send a copy to this backend, of all requests or of this percentage' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l cors-origin -d 'CORS: an origin that may read answers (`https://shop.example`), or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l cors-method -d 'CORS: methods, or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l cors-header -d 'CORS: request headers, or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l cors-expose -d 'CORS: response headers that scripts may read, or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l cors-max-age -d 'CORS: how long a preflight\'s answer may be kept, in seconds [default: 5]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l retries -d 'Tries after the first that failed' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l retry-on -d 'Statuses that are tried again, besides connections that fail' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l retry-backoff -d 'At least this long between tries' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l session -d 'Keep a client at one endpoint, by a cookie or a header' -r -f -a "cookie\t'A cookie set by the gateway'
header\t'A header the client sends back'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l session-name -d 'The cookie\'s or header\'s name' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l session-timeout -d 'The session ends this long after its begin' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l backend-header -d 'Set a request header for one backend only' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l wait -d 'Wait until a condition holds' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l cors-credentials -d 'CORS: the browser may send credentials'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -l rule -d 'The rule, by name or by number from 1' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -l wait -d 'Wait until a condition holds' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand route; and __fish_seen_subcommand_from weights" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "create" -d 'Make one: `epicctl route create shop --gateway web --path /cart --backend cart:90 --backend cart2:10`'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and not __fish_seen_subcommand_from list get describe edit delete create set weights" -f -a "weights" -d 'Show or set the weights of a rule\'s backends: `epicctl route weights shop cart=90 cart2=10`'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -s g -l gateway -d 'A gateway, or one listener of it' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l host -d 'Only requests for this host; every host when absent' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l path -d 'A path; several make alternatives' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l path-type -d 'How paths are compared' -r -f -a "prefix\t''
exact\t''
regex\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l method -d 'Only this method; with --grpc `shop.v1.Cart/AddItem`, `shop.v1.Cart` or `/AddItem`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l header -d 'Only with this header: NAME=VALUE, or NAME~=REGEX' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l query -d 'Only with this query parameter: NAME=VALUE, or NAME~=REGEX' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -s b -l backend -d 'Where requests go, with its share; 1 when absent' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l redirect -d 'Answer with a redirect: `https`, `https://new.example.com`, `https://host:8443/path`, `/path`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l redirect-status -d 'The redirect\'s status: 301, 302, 303, 307, 308 [default: 302]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l rewrite-prefix -d 'The prefix that the backend gets instead of the one that matched' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l rewrite-host -d 'The host that the backend gets' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l set-header -d 'Set a request header' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l remove-header -d 'Take a request header away' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l set-response-header -d 'Set a response header' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l request-timeout -d 'From the whole request in to the whole response out; 0s for no limit' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l backend-timeout -d 'One try at a backend' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l mirror -d 'Send a copy to this backend, of all requests or of this percentage' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l cors-origin -d 'CORS: an origin that may read answers (`https://shop.example`), or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l cors-method -d 'CORS: methods, or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l cors-header -d 'CORS: request headers, or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l cors-expose -d 'CORS: response headers that scripts may read, or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l cors-max-age -d 'CORS: how long a preflight\'s answer may be kept, in seconds [default: 5]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l retries -d 'Tries after the first that failed' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l retry-on -d 'Statuses that are tried again, besides connections that fail' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l retry-backoff -d 'At least this long between tries' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l session -d 'Keep a client at one endpoint, by a cookie or a header' -r -f -a "cookie\t'A cookie set by the gateway'
header\t'A header the client sends back'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l session-name -d 'The cookie\'s or header\'s name' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l session-timeout -d 'The session ends this long after its begin' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l backend-header -d 'Set a request header for one backend only' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l wait -d 'Wait until a condition holds' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l grpc -d 'For gRPC calls on HTTP and HTTPS listeners'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l tls -d 'For TLS listeners; connections are told apart by --host'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l tcp -d 'For TCP listeners'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l udp -d 'For UDP listeners'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l cors-credentials -d 'CORS: the browser may send credentials'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -s g -l gateway -d 'The gateways; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l host -d 'The hosts; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l rule -d 'The rule to change, by name or by number from 1' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l path -d 'A path; several make alternatives' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l path-type -d 'How paths are compared' -r -f -a "prefix\t''
exact\t''
regex\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l method -d 'Only this method; with --grpc `shop.v1.Cart/AddItem`, `shop.v1.Cart` or `/AddItem`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l header -d 'Only with this header: NAME=VALUE, or NAME~=REGEX' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l query -d 'Only with this query parameter: NAME=VALUE, or NAME~=REGEX' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -s b -l backend -d 'Where requests go, with its share; 1 when absent' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l redirect -d 'Answer with a redirect: `https`, `https://new.example.com`, `https://host:8443/path`, `/path`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l redirect-status -d 'The redirect\'s status: 301, 302, 303, 307, 308 [default: 302]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l rewrite-prefix -d 'The prefix that the backend gets instead of the one that matched' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l rewrite-host -d 'The host that the backend gets' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l set-header -d 'Set a request header' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l remove-header -d 'Take a request header away' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l set-response-header -d 'Set a response header' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l request-timeout -d 'From the whole request in to the whole response out; 0s for no limit' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l backend-timeout -d 'One try at a backend' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l mirror -d 'Send a copy to this backend, of all requests or of this percentage' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l cors-origin -d 'CORS: an origin that may read answers (`https://shop.example`), or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l cors-method -d 'CORS: methods, or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l cors-header -d 'CORS: request headers, or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l cors-expose -d 'CORS: response headers that scripts may read, or `*`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l cors-max-age -d 'CORS: how long a preflight\'s answer may be kept, in seconds [default: 5]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l retries -d 'Tries after the first that failed' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l retry-on -d 'Statuses that are tried again, besides connections that fail' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l retry-backoff -d 'At least this long between tries' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l session -d 'Keep a client at one endpoint, by a cookie or a header' -r -f -a "cookie\t'A cookie set by the gateway'
header\t'A header the client sends back'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l session-name -d 'The cookie\'s or header\'s name' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l session-timeout -d 'The session ends this long after its begin' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l backend-header -d 'Set a request header for one backend only' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l wait -d 'Wait until a condition holds' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l cors-credentials -d 'CORS: the browser may send credentials'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -l rule -d 'The rule, by name or by number from 1' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -l wait -d 'Wait until a condition holds' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand routes; and __fish_seen_subcommand_from weights" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "create" -d 'Make one'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "endpoint" -d 'Add or take away single endpoints'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -s e -l endpoint -d 'An endpoint: `10.0.0.1:8080`, `[2001:db8::1]:8080`; `set` replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l protocol -d 'What is spoken to the endpoints' -r -f -a "HTTP\t'HTTP/1.1'
H2C\t'HTTP/2 without TLS'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l health-path -d 'Probe by asking this path' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l health-grpc -d 'Probe by gRPC\'s health service; of one service, or of the whole server' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l health-interval -d 'Between probes [default: 5s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l health-timeout -d 'For one probe [default: 2s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l tls-hostname -d 'TLS towards the endpoints: the name that is sent and that their certificates must have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l ca -d 'A Certificate with the authorities that endpoints are verified by; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l san -d 'Another name that endpoints\' certificates may have: a host, or a URI like spiffe://…' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l client-cert -d 'The Certificate that is shown to endpoints that ask for one' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l lb -d 'How an endpoint is chosen' -r -f -a "RoundRobin\t''
LeastRequest\t''
Random\t''
RingHash\t''
Maglev\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l hash-on -d 'What a hash is made of: `source`, `header:NAME`, `cookie:NAME[:TTL]`, `query:NAME`; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l slow-start -d 'A new endpoint\'s share grows to its full size over this long' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l outlier-5xx -d '5xx in a row that take an endpoint out [default: 5]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l outlier-gateway-errors -d '502, 503 and 504 in a row that do' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l outlier-interval -d 'Between looks [default: 10s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l outlier-ejection -d 'Out for this long the first time [default: 30s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l outlier-max-percent -d 'The most endpoints out at a time, in percent [default: 50]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l max-connections -d 'The most open connections of an instance' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l max-pending -d 'The most requests that wait for a connection' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l max-requests -d 'The most requests under way' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l max-retries -d 'The most retries under way' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l proxy-protocol -d 'Tell endpoints the client\'s address by the PROXY protocol' -r -f -a "V1\t'The line of text'
V2\t'The binary header'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l health-tcp -d 'Probe by opening a connection'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l system-ca -d 'Verify endpoints by the authorities of the gateway node\'s operating system'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l outlier -d 'Take endpoints that fail real requests out for a while'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -s e -l endpoint -d 'An endpoint: `10.0.0.1:8080`, `[2001:db8::1]:8080`; `set` replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l protocol -d 'What is spoken to the endpoints' -r -f -a "HTTP\t'HTTP/1.1'
H2C\t'HTTP/2 without TLS'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l health-path -d 'Probe by asking this path' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l health-grpc -d 'Probe by gRPC\'s health service; of one service, or of the whole server' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l health-interval -d 'Between probes [default: 5s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l health-timeout -d 'For one probe [default: 2s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l tls-hostname -d 'TLS towards the endpoints: the name that is sent and that their certificates must have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l ca -d 'A Certificate with the authorities that endpoints are verified by; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l san -d 'Another name that endpoints\' certificates may have: a host, or a URI like spiffe://…' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l client-cert -d 'The Certificate that is shown to endpoints that ask for one' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l lb -d 'How an endpoint is chosen' -r -f -a "RoundRobin\t''
LeastRequest\t''
Random\t''
RingHash\t''
Maglev\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l hash-on -d 'What a hash is made of: `source`, `header:NAME`, `cookie:NAME[:TTL]`, `query:NAME`; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l slow-start -d 'A new endpoint\'s share grows to its full size over this long' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l outlier-5xx -d '5xx in a row that take an endpoint out [default: 5]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l outlier-gateway-errors -d '502, 503 and 504 in a row that do' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l outlier-interval -d 'Between looks [default: 10s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l outlier-ejection -d 'Out for this long the first time [default: 30s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l outlier-max-percent -d 'The most endpoints out at a time, in percent [default: 50]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l max-connections -d 'The most open connections of an instance' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l max-pending -d 'The most requests that wait for a connection' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l max-requests -d 'The most requests under way' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l max-retries -d 'The most retries under way' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l proxy-protocol -d 'Tell endpoints the client\'s address by the PROXY protocol' -r -f -a "V1\t'The line of text'
V2\t'The binary header'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l health-tcp -d 'Probe by opening a connection'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l system-ca -d 'Verify endpoints by the authorities of the gateway node\'s operating system'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l outlier -d 'Take endpoints that fail real requests out for a while'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l no-health -d 'No more probes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l no-tls -d 'No TLS towards the endpoints any more'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from endpoint" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from endpoint" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from endpoint" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from endpoint" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from endpoint" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from endpoint" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from endpoint" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from endpoint" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from endpoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from endpoint" -f -a "add" -d 'Add some'
complete -c epicctl -n "__fish_epicctl_using_subcommand backend; and __fish_seen_subcommand_from endpoint" -f -a "remove" -d 'Take some away'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "create" -d 'Make one'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and not __fish_seen_subcommand_from list get describe edit delete create set endpoint" -f -a "endpoint" -d 'Add or take away single endpoints'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -s e -l endpoint -d 'An endpoint: `10.0.0.1:8080`, `[2001:db8::1]:8080`; `set` replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l protocol -d 'What is spoken to the endpoints' -r -f -a "HTTP\t'HTTP/1.1'
H2C\t'HTTP/2 without TLS'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l health-path -d 'Probe by asking this path' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l health-grpc -d 'Probe by gRPC\'s health service; of one service, or of the whole server' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l health-interval -d 'Between probes [default: 5s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l health-timeout -d 'For one probe [default: 2s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l tls-hostname -d 'TLS towards the endpoints: the name that is sent and that their certificates must have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l ca -d 'A Certificate with the authorities that endpoints are verified by; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l san -d 'Another name that endpoints\' certificates may have: a host, or a URI like spiffe://…' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l client-cert -d 'The Certificate that is shown to endpoints that ask for one' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l lb -d 'How an endpoint is chosen' -r -f -a "RoundRobin\t''
LeastRequest\t''
Random\t''
RingHash\t''
Maglev\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l hash-on -d 'What a hash is made of: `source`, `header:NAME`, `cookie:NAME[:TTL]`, `query:NAME`; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l slow-start -d 'A new endpoint\'s share grows to its full size over this long' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l outlier-5xx -d '5xx in a row that take an endpoint out [default: 5]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l outlier-gateway-errors -d '502, 503 and 504 in a row that do' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l outlier-interval -d 'Between looks [default: 10s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l outlier-ejection -d 'Out for this long the first time [default: 30s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l outlier-max-percent -d 'The most endpoints out at a time, in percent [default: 50]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l max-connections -d 'The most open connections of an instance' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l max-pending -d 'The most requests that wait for a connection' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l max-requests -d 'The most requests under way' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l max-retries -d 'The most retries under way' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l proxy-protocol -d 'Tell endpoints the client\'s address by the PROXY protocol' -r -f -a "V1\t'The line of text'
V2\t'The binary header'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l health-tcp -d 'Probe by opening a connection'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l system-ca -d 'Verify endpoints by the authorities of the gateway node\'s operating system'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l outlier -d 'Take endpoints that fail real requests out for a while'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -s e -l endpoint -d 'An endpoint: `10.0.0.1:8080`, `[2001:db8::1]:8080`; `set` replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l protocol -d 'What is spoken to the endpoints' -r -f -a "HTTP\t'HTTP/1.1'
H2C\t'HTTP/2 without TLS'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l health-path -d 'Probe by asking this path' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l health-grpc -d 'Probe by gRPC\'s health service; of one service, or of the whole server' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l health-interval -d 'Between probes [default: 5s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l health-timeout -d 'For one probe [default: 2s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l tls-hostname -d 'TLS towards the endpoints: the name that is sent and that their certificates must have' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l ca -d 'A Certificate with the authorities that endpoints are verified by; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l san -d 'Another name that endpoints\' certificates may have: a host, or a URI like spiffe://…' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l client-cert -d 'The Certificate that is shown to endpoints that ask for one' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l lb -d 'How an endpoint is chosen' -r -f -a "RoundRobin\t''
LeastRequest\t''
Random\t''
RingHash\t''
Maglev\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l hash-on -d 'What a hash is made of: `source`, `header:NAME`, `cookie:NAME[:TTL]`, `query:NAME`; replaces earlier ones' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l slow-start -d 'A new endpoint\'s share grows to its full size over this long' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l outlier-5xx -d '5xx in a row that take an endpoint out [default: 5]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l outlier-gateway-errors -d '502, 503 and 504 in a row that do' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l outlier-interval -d 'Between looks [default: 10s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l outlier-ejection -d 'Out for this long the first time [default: 30s]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l outlier-max-percent -d 'The most endpoints out at a time, in percent [default: 50]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l max-connections -d 'The most open connections of an instance' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l max-pending -d 'The most requests that wait for a connection' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l max-requests -d 'The most requests under way' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l max-retries -d 'The most retries under way' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l proxy-protocol -d 'Tell endpoints the client\'s address by the PROXY protocol' -r -f -a "V1\t'The line of text'
V2\t'The binary header'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l health-tcp -d 'Probe by opening a connection'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l system-ca -d 'Verify endpoints by the authorities of the gateway node\'s operating system'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l outlier -d 'Take endpoints that fail real requests out for a while'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l no-health -d 'No more probes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l no-tls -d 'No TLS towards the endpoints any more'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from endpoint" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from endpoint" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from endpoint" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from endpoint" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from endpoint" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from endpoint" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from endpoint" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from endpoint" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from endpoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from endpoint" -f -a "add" -d 'Add some'
complete -c epicctl -n "__fish_epicctl_using_subcommand backends; and __fish_seen_subcommand_from endpoint" -f -a "remove" -d 'Take some away'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "create" -d 'Make one from PEM files'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "set" -d 'Renew one'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -l ca -d 'PEM: certificates of authorities, to verify others by; instead of --cert and --key' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -l cert -d 'PEM: the leaf first, then the intermediates' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -l key -d 'PEM: the leaf\'s private key' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -l ca -d 'PEM: certificates of authorities, to verify others by; instead of --cert and --key' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -l cert -d 'PEM: the leaf first, then the intermediates' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -l key -d 'PEM: the leaf\'s private key' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificate; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "create" -d 'Make one from PEM files'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "set" -d 'Renew one'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -l ca -d 'PEM: certificates of authorities, to verify others by; instead of --cert and --key' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -l cert -d 'PEM: the leaf first, then the intermediates' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -l key -d 'PEM: the leaf\'s private key' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -l ca -d 'PEM: certificates of authorities, to verify others by; instead of --cert and --key' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -l cert -d 'PEM: the leaf first, then the intermediates' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -l key -d 'PEM: the leaf\'s private key' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand certificates; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "create" -d 'Make one from PEM files'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and not __fish_seen_subcommand_from list get describe edit delete create set" -f -a "set" -d 'Renew one'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -l ca -d 'PEM: certificates of authorities, to verify others by; instead of --cert and --key' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -l cert -d 'PEM: the leaf first, then the intermediates' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -l key -d 'PEM: the leaf\'s private key' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -l ca -d 'PEM: certificates of authorities, to verify others by; instead of --cert and --key' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -l cert -d 'PEM: the leaf first, then the intermediates' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -l key -d 'PEM: the leaf\'s private key' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand cert; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "cordon" -d 'Place no more gateways on one'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "uncordon" -d 'Place gateways on one again'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "join" -d 'Make the context file that lets an agent join as a node'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "revoke" -d 'Make everything worthless that the agent of a node signs in with'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from cordon" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from cordon" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from cordon" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from cordon" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from cordon" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from cordon" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from cordon" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from cordon" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from cordon" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from cordon" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from uncordon" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from uncordon" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from uncordon" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from uncordon" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from uncordon" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from uncordon" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from uncordon" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from uncordon" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from uncordon" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from uncordon" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from join" -l out -d 'The file to write, mode 0600; stdout when absent' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from join" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from join" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from join" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from join" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from join" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from join" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from join" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from join" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from join" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from revoke" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from revoke" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from revoke" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from revoke" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from revoke" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from revoke" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand node; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "describe" -d 'Show everything about one: conditions, events, what it leads to'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "edit" -d 'Edit one in $EDITOR'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "delete" -d 'Delete some'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "cordon" -d 'Place no more gateways on one'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "uncordon" -d 'Place gateways on one again'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "join" -d 'Make the context file that lets an agent join as a node'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and not __fish_seen_subcommand_from list get describe edit delete set cordon uncordon join revoke" -f -a "revoke" -d 'Make everything worthless that the agent of a node signs in with'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from edit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from edit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from edit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from edit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from edit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from delete" -l ignore-not-found -d 'One that does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from set" -l label -d 'Set a label (`app=shop`), or take one away (`app-`)' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from set" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from cordon" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from cordon" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from cordon" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from cordon" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from cordon" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from cordon" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from cordon" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from cordon" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from cordon" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from cordon" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from uncordon" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from uncordon" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from uncordon" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from uncordon" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from uncordon" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from uncordon" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from uncordon" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from uncordon" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from uncordon" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from uncordon" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from join" -l out -d 'The file to write, mode 0600; stdout when absent' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from join" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from join" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from join" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from join" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from join" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from join" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from join" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from join" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from join" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from revoke" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from revoke" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from revoke" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from revoke" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from revoke" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from revoke" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand nodes; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -f -a "create" -d 'Make one; `token create --user NAME` then lets it in'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and not __fish_seen_subcommand_from list get create set delete" -f -a "delete" -d 'Delete some, with their tokens'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from create" -l role -d 'What it may do: admin, operator, viewer, owner:ACCOUNT, viewer:ACCOUNT; may be repeated' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from set" -l add-role -d 'Let it do something more; may be repeated' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from set" -l remove-role -d 'Let it do something no more; may be repeated' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from set" -l disabled -d 'Whether its tokens are refused' -r -f -a "true\t''
false\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand user; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -f -a "list" -d 'List them'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -f -a "get" -d 'Show one'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -f -a "create" -d 'Make one; `token create --user NAME` then lets it in'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -f -a "set" -d 'Change one'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and not __fish_seen_subcommand_from list get create set delete" -f -a "delete" -d 'Delete some, with their tokens'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from create" -l role -d 'What it may do: admin, operator, viewer, owner:ACCOUNT, viewer:ACCOUNT; may be repeated' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from set" -l add-role -d 'Let it do something more; may be repeated' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from set" -l remove-role -d 'Let it do something no more; may be repeated' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from set" -l disabled -d 'Whether its tokens are refused' -r -f -a "true\t''
false\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from set" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from set" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from set" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from set" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from set" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand users; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and not __fish_seen_subcommand_from list create delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and not __fish_seen_subcommand_from list create delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and not __fish_seen_subcommand_from list create delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and not __fish_seen_subcommand_from list create delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and not __fish_seen_subcommand_from list create delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and not __fish_seen_subcommand_from list create delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and not __fish_seen_subcommand_from list create delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and not __fish_seen_subcommand_from list create delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and not __fish_seen_subcommand_from list create delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and not __fish_seen_subcommand_from list create delete" -f -a "list" -d 'List them; the tokens themselves are never shown'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and not __fish_seen_subcommand_from list create delete" -f -a "create" -d 'Make one and print it: it is shown this once'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and not __fish_seen_subcommand_from list create delete" -f -a "delete" -d 'Make some worthless'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -l user -d 'The user it is for; you when nothing is said' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -l node -d 'The node whose agent it is for, for as long as it lives; `node join` is better' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -l controller -d 'The program it is for, which may write objects into the accounts of --in' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -l in -d 'An account a controller writes in; may be repeated' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -l expires -d 'How long it is good for: `720h`; until it is deleted when nothing is said' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -l description -d 'What it is for' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand token; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and not __fish_seen_subcommand_from list create delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and not __fish_seen_subcommand_from list create delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and not __fish_seen_subcommand_from list create delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and not __fish_seen_subcommand_from list create delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and not __fish_seen_subcommand_from list create delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and not __fish_seen_subcommand_from list create delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and not __fish_seen_subcommand_from list create delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and not __fish_seen_subcommand_from list create delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and not __fish_seen_subcommand_from list create delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and not __fish_seen_subcommand_from list create delete" -f -a "list" -d 'List them; the tokens themselves are never shown'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and not __fish_seen_subcommand_from list create delete" -f -a "create" -d 'Make one and print it: it is shown this once'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and not __fish_seen_subcommand_from list create delete" -f -a "delete" -d 'Make some worthless'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -l user -d 'The user it is for; you when nothing is said' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -l node -d 'The node whose agent it is for, for as long as it lives; `node join` is better' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -l controller -d 'The program it is for, which may write objects into the accounts of --in' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -l in -d 'An account a controller writes in; may be repeated' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -l expires -d 'How long it is good for: `720h`; until it is deleted when nothing is said' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -l description -d 'What it is for' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand tokens; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand whoami" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand whoami" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand whoami" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand whoami" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand whoami" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand whoami" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand whoami" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand whoami" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand whoami" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -l as-account -d 'In which account, instead of the one in use' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -l list -d 'Show everything, in the account'
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand can-i" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -f -a "history" -d 'List revisions, newest first: who asked for what, and what became of it'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -f -a "list" -d 'List revisions, newest first: who asked for what, and what became of it'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -f -a "show" -d 'Show a revision: who, when, from where, its fate, and what it changed'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -f -a "diff" -d 'Show what differs between two revisions, or from one to now: exit 0 nothing, 1 something'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -f -a "rollback" -d 'Bring the account\'s objects back as they were, as a new revision'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and not __fish_seen_subcommand_from history list show diff rollback confirm" -f -a "confirm" -d 'Keep a rollback that was made with --confirm-within'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -l limit -d 'How many' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -l before -d 'Only those before this revision' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -l limit -d 'How many' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -l before -d 'Only those before this revision' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from show" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from show" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from show" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from show" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from show" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from diff" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from diff" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from diff" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from diff" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from diff" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from diff" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from diff" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from rollback" -l confirm-within -d 'Take it back after this long unless `config confirm` comes first' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from rollback" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from rollback" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from rollback" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from rollback" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from rollback" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from rollback" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from rollback" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from rollback" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from rollback" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from rollback" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from confirm" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from confirm" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from confirm" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from confirm" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from confirm" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from confirm" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from confirm" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from confirm" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand config; and __fish_seen_subcommand_from confirm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -f -a "history" -d 'List revisions, newest first: who asked for what, and what became of it'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -f -a "list" -d 'List revisions, newest first: who asked for what, and what became of it'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -f -a "show" -d 'Show a revision: who, when, from where, its fate, and what it changed'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -f -a "diff" -d 'Show what differs between two revisions, or from one to now: exit 0 nothing, 1 something'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -f -a "rollback" -d 'Bring the account\'s objects back as they were, as a new revision'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and not __fish_seen_subcommand_from history list show diff rollback confirm" -f -a "confirm" -d 'Keep a rollback that was made with --confirm-within'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -l limit -d 'How many' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -l before -d 'Only those before this revision' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -l limit -d 'How many' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -l before -d 'Only those before this revision' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from show" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from show" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from show" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from show" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from show" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from diff" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from diff" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from diff" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from diff" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from diff" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from diff" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from diff" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from rollback" -l confirm-within -d 'Take it back after this long unless `config confirm` comes first' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from rollback" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from rollback" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from rollback" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from rollback" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from rollback" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from rollback" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from rollback" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from rollback" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from rollback" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from rollback" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from confirm" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from confirm" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from confirm" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from confirm" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from confirm" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from confirm" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from confirm" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from confirm" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand revisions; and __fish_seen_subcommand_from confirm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and not __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and not __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and not __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and not __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and not __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and not __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and not __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and not __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and not __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and not __fish_seen_subcommand_from create" -f -a "create" -d 'Take a backup while epicd serves; `epicd restore` brings it back'
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and __fish_seen_subcommand_from create" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and __fish_seen_subcommand_from create" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and __fish_seen_subcommand_from create" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and __fish_seen_subcommand_from create" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and __fish_seen_subcommand_from create" -l force -d 'Replace a file that exists'
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and __fish_seen_subcommand_from create" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand backup; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -l for -d 'Only about this object' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -s f -l follow -l watch -d 'Go on with what happens'
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand events" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -l for -d 'Only about this object' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -s f -l follow -l watch -d 'Go on with what happens'
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand event" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -l since -d 'Only what happened within this time: `1h`, `30m`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -l user -d 'Only of this user' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -l kind -d 'Only about objects of this kind' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -l limit -d 'At most so many entries, the newest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -s f -l follow -d 'Go on with what happens'
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand audit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -s f -l filename -d 'A file, a folder, or `-` for stdin' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -l field-manager -d 'In whose name fields are owned' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -s R -l recursive -d 'Folders inside folders too'
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -l server-side -d 'Own only the fields in the files; others keep theirs'
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -l force-conflicts -d 'Take over fields of other managers'
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand apply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand diff" -s f -l filename -d 'A file, a folder, or `-` for stdin' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand diff" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand diff" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand diff" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand diff" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand diff" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand diff" -s R -l recursive -d 'Folders inside folders too'
complete -c epicctl -n "__fish_epicctl_using_subcommand diff" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand diff" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand diff" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -s f -l filename -d 'A file, a folder, or `-` for stdin' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -s R -l recursive -d 'Folders inside folders too'
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -l ignore-not-found -d 'What does not exist is no failure'
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -l dry-run -d 'Check everything, store nothing'
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand validate" -s f -l filename -d 'A file, a folder, or `-` for stdin' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand validate" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand validate" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand validate" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand validate" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand validate" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand validate" -s R -l recursive -d 'Folders inside folders too'
complete -c epicctl -n "__fish_epicctl_using_subcommand validate" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand validate" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand validate" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand validate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -s l -l selector -d 'Only objects with these labels: `app=shop,tier!=test`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -s w -l watch -d 'Go on with what changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -s X -l request -d 'The method' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -s H -l request-header -d 'A header; may be repeated' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -s f -l filename -d 'Objects in files instead of a server\'s' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -l resolve -d 'Ask this machine\'s resolver for the name'
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand trace" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -s f -l filename -d 'Objects in files instead of a server\'s' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -l severity -d 'Only findings at least this bad' -r -f -a "info\t''
warning\t''
error\t''"
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand analyze" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand explain" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand explain" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand explain" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand explain" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand explain" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand explain" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand explain" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand explain" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -f -a "status" -d 'Show what each Envoy of a gateway is doing'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -f -a "config" -d 'Show the configuration an Envoy has, without private keys'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -f -a "stats" -d 'Show an Envoy\'s counters and gauges'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -f -a "clusters" -d 'Show an Envoy\'s clusters and endpoints'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and not __fish_seen_subcommand_from status config stats clusters log" -f -a "log" -d 'Show the end of an Envoy\'s log'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from status" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from status" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from status" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from status" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from status" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from status" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from status" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from status" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from status" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from status" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from config" -l node -d 'The node of the Envoy, where the gateway has several' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from config" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from config" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from config" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from config" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from config" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from config" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from config" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from config" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from config" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from stats" -l node -d 'The node of the Envoy, where the gateway has several' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from stats" -l filter -d 'Only names that this regular expression finds something in' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from stats" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from stats" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from stats" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from stats" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from stats" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from stats" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from stats" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from clusters" -l node -d 'The node of the Envoy, where the gateway has several' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from clusters" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from clusters" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from clusters" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from clusters" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from clusters" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from clusters" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from clusters" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from clusters" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from clusters" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from log" -l node -d 'The node of the Envoy, where the gateway has several' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from log" -s n -l lines -d 'How many lines' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from log" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from log" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from log" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from log" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from log" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from log" -l access -d 'The access log'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from log" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from log" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from log" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand envoy; and __fish_seen_subcommand_from log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand doctor" -l columns -d 'Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand doctor" -l sort-by -d 'Order by a column\'s heading or a JSONPath; `-HEADING` from the largest' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand doctor" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand doctor" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand doctor" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand doctor" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand doctor" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand doctor" -l no-headers -d 'Without the line of headings'
complete -c epicctl -n "__fish_epicctl_using_subcommand doctor" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand doctor" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand doctor" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand wait" -l for -d 'What is waited for: `condition=NAME`, `condition=NAME=False`, `create`, `delete`' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand wait" -l timeout -d 'The longest wait' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand wait" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand wait" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand wait" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand wait" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand wait" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand wait" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand wait" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand wait" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand dashboard" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand dashboard" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand dashboard" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand dashboard" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand dashboard" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand dashboard" -s A -l all-accounts -d 'Of every account'
complete -c epicctl -n "__fish_epicctl_using_subcommand dashboard" -l read-only -d 'Offer no changes'
complete -c epicctl -n "__fish_epicctl_using_subcommand dashboard" -l ascii -d 'Draw with ASCII only'
complete -c epicctl -n "__fish_epicctl_using_subcommand dashboard" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand dashboard" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand dashboard" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand dashboard" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand completions" -l out -d 'Write the static scripts of all shells into this folder' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand completions" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand completions" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand completions" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand completions" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand completions" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand completions" -l static -d 'A script that knows commands and flags but no names of objects'
complete -c epicctl -n "__fish_epicctl_using_subcommand completions" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand completions" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand completions" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand man" -l out -d 'Write the pages of all commands into this folder' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand man" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand man" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand man" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand man" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand man" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand man" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand man" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand man" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand version" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand version" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand version" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand version" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand version" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand version" -l client -d 'Only epicctl\'s own version; so it is anyway, scripts may say it'
complete -c epicctl -n "__fish_epicctl_using_subcommand version" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand version" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand version" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand version" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c epicctl -n "__fish_epicctl_using_subcommand help" -s c -l context -d 'Context to use [env: EPICCTL_CONTEXT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand help" -l context-file -d 'Context file to use instead of a context [env: EPICCTL_CONTEXT_FILE]' -r -F
complete -c epicctl -n "__fish_epicctl_using_subcommand help" -s a -l account -d 'Account to work in [env: EPICCTL_ACCOUNT]' -r
complete -c epicctl -n "__fish_epicctl_using_subcommand help" -s o -l output -d 'How data is written [env: EPICCTL_OUTPUT] [default: table]' -r -f -a "table\t'Columns for people'
wide\t'More columns'
json\t'The objects as the API has them; a list has `items`'
yaml\t'The objects as documents that `apply -f` takes'
name\t'`kind/name`, one a line'
csv\t'The table as comma-separated values (RFC 4180)'
jsonpath=\t'What a JSONPath finds, one match a line: `jsonpath=EXPRESSION`'
template=\t'What a minijinja template makes of it: `template=TEXT`, `template-file=FILE`'
template-file=\t'The same, from a file'"
complete -c epicctl -n "__fish_epicctl_using_subcommand help" -l color -d 'Colours: also off with NO_COLOR or CLICOLOR=0' -r -f -a "auto\t'On a terminal, unless NO_COLOR or CLICOLOR=0 is set'
always\t'Always'
never\t'Never'"
complete -c epicctl -n "__fish_epicctl_using_subcommand help" -s q -l quiet -d 'No notes on stderr'
complete -c epicctl -n "__fish_epicctl_using_subcommand help" -s y -l yes -d 'Answer every question with yes'
complete -c epicctl -n "__fish_epicctl_using_subcommand help" -l debug -d 'Tell on stderr what is sent and received'
complete -c epicctl -n "__fish_epicctl_using_subcommand help" -s h -l help -d 'Print help (see more with \'--help\')'
