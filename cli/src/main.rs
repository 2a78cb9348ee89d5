//! `epicctl`: the command line of EPIC. Everything is in the library, so that tests and generators
//! see the same definitions.

use std::process::ExitCode;

fn main() -> ExitCode {
    epic_cli::main()
}
