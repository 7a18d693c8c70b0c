//! Parses the command line, runs the command, returns its exit code. Everything else is elsewhere.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(std::env::args_os()).into()
}
