//! The command line as clap sees it: names and types only. Every word of help stands in the locales (`help.rs`), every
//! decision about what options mean together in `settings.rs`.

mod actions;
mod ranking;
mod shared;
mod workshop;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use actions::*;
pub use ranking::*;
pub use shared::*;
pub use workshop::*;

/// The program and the options that every command has.
#[derive(Debug, Parser)]
#[command(
    name = "tenbin",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub struct Options {
    #[command(subcommand)]
    pub command: Command,

    #[command(flatten)]
    pub common: Common,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    Rank(Rank),
    Explain(Explain),
    Check(Check),
    Whatif(Whatif),
    Stability(Stability),
    Compare(Compare),
    Report(Report),
    Sql(Sql),
    Workshop(Workshop),
    Vote(Vote),
    Triage(Triage),
    Plan(Plan),
    Review(Review),
    Backcast(Backcast),
    Init(Init),
    Completions(Completions),
    Man,
}

/// `tenbin init`
#[derive(Debug, Args)]
pub struct Init {
    #[arg(value_name = "DIR", default_value = ".")]
    pub dir: PathBuf,

    #[arg(short, long, value_name = "NAME")]
    pub model: Option<String>,
}

/// `tenbin completions`
#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}
