//! The program from outside, one file a command: a command line goes in; standard output, standard error and an exit
//! code come out, and all of them are compared whole.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "the bans are for the program: a test reads, writes and prints"
)]

mod harness;

mod backcast;
mod check;
mod check_baseline;
mod check_formats;
mod check_human;
mod check_policy;
mod check_rules;
mod compare;
mod completions;
mod explain;
mod files;
mod findings;
mod formats;
mod init;
mod plan;
mod rank;
mod report;
mod sql;
mod review;
mod stability;
mod triage;
mod usage;
mod views;
mod vote;
mod watch;
mod weights;
mod whatif;
mod workbook_in;
mod workbook_out;
mod workshop_agenda;
mod workshop_merge;
mod workshop_sheets;
