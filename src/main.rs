//! Parses the command line, runs the command, returns its exit code. Everything else is elsewhere.

#![allow(clippy::disallowed_methods, reason = "files, the environment and the streams are the binary's business")]

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(std::env::args_os()).into()
}
