//! The steps of a workshop.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::shared::{Output, Ranking};

/// `tenbin workshop`
#[derive(Debug, Args)]
#[command(disable_help_subcommand = true)]
pub struct Workshop {
    #[command(subcommand)]
    pub step: WorkshopStep,
}

/// Before, in and after the meeting.
#[derive(Debug, Subcommand)]
pub enum WorkshopStep {
    Sheets(Sheets),
    Agenda(Agenda),
    Merge(Merge),
}

/// `tenbin workshop sheets`
#[derive(Debug, Args)]
pub struct Sheets {
    #[arg(value_name = "BACKLOG")]
    pub backlog: OsString,

    #[arg(long, value_name = "NAME", num_args = 1..)]
    pub team: Vec<String>,

    #[arg(long)]
    pub lead_only: bool,

    #[arg(long, value_name = "DIR", default_value = ".")]
    pub out: PathBuf,

    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[command(flatten)]
    pub ranking: Ranking,
}

/// `tenbin workshop agenda`
#[derive(Debug, Args)]
pub struct Agenda {
    #[arg(value_name = "SHEET", required = true)]
    pub sheets: Vec<OsString>,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub top: Option<usize>,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub minutes: Option<usize>,

    #[arg(long, value_name = "N", default_value_t = 5, requires = "minutes")]
    pub each: usize,

    #[arg(long)]
    pub anonymous: bool,

    #[arg(long, value_name = "N", default_value_t = 1, allow_negative_numbers = true)]
    pub seed: u64,

    #[command(flatten)]
    pub ranking: Ranking,

    #[command(flatten)]
    pub output: Output,
}

/// `tenbin workshop merge`
#[derive(Debug, Args)]
pub struct Merge {
    #[arg(value_name = "SHEET", required = true)]
    pub sheets: Vec<OsString>,

    #[arg(short, long, value_name = "FILE", required = true)]
    pub output: PathBuf,

    #[arg(long, value_name = "HOW", default_value = "lead")]
    pub by: String,

    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,

    #[arg(long, value_name = "FILE")]
    pub previous: Option<PathBuf>,

    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[arg(long)]
    pub excel: bool,

    #[arg(long)]
    pub ascii: bool,

    #[command(flatten)]
    pub ranking: Ranking,
}
