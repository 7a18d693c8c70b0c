//! The program from outside, one file a command: a command line goes in; standard output, standard error and an exit
//! code come out, and all of them are compared whole.
#![allow(clippy::disallowed_methods, reason = "the bans are for the program: a test reads and writes files")]

mod harness;

mod completions;
mod explain;
mod files;
mod findings;
mod formats;
mod init;
mod rank;
mod usage;
mod weights;
