//! The commands around a ranking: votes and fields before it, a plan, and what came of it.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;

use super::shared::{Output, Ranking, Reading, TableReading, View};

/// `tenbin vote`
#[derive(Debug, Args)]
pub struct Vote {
    #[arg(value_name = "BALLOTS")]
    pub ballots: OsString,

    #[arg(long, value_name = "FILE")]
    pub actions: Option<OsString>,

    #[arg(long, value_name = "N", default_value_t = 3, allow_negative_numbers = true)]
    pub picks: usize,

    #[command(flatten)]
    pub reading: Reading,

    #[command(flatten)]
    pub output: Output,
}

/// `tenbin triage`
#[derive(Debug, Args)]
pub struct Triage {
    #[arg(value_name = "FILE")]
    pub file: OsString,

    #[arg(long, value_name = "KEY")]
    pub value: Option<String>,

    #[arg(long, value_name = "KEY")]
    pub ease: Option<String>,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub at: Option<String>,

    #[command(flatten)]
    pub view: View,

    #[command(flatten)]
    pub ranking: Ranking,

    #[command(flatten)]
    pub output: Output,
}

/// `tenbin plan`
#[derive(Debug, Args)]
pub struct Plan {
    #[arg(value_name = "FILE")]
    pub file: OsString,

    #[arg(long, value_name = "N", required = true, allow_negative_numbers = true)]
    pub capacity: String,

    #[arg(long, value_name = "FILE")]
    pub people: Option<OsString>,

    #[arg(long, value_name = "N", default_value_t = 1, allow_negative_numbers = true)]
    pub periods: usize,

    #[arg(long, value_name = "COLUMN", default_value = "score")]
    pub value: String,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub step: Option<String>,

    #[command(flatten)]
    pub ranking: Ranking,

    #[command(flatten)]
    pub output: Output,
}

/// `tenbin review`
#[derive(Debug, Args)]
pub struct Review {
    #[arg(value_name = "RESULTS")]
    pub results: OsString,

    #[arg(long, value_name = "FILE")]
    pub ranked: Option<OsString>,

    #[command(flatten)]
    pub view: View,

    #[arg(long, value_name = "N", default_value_t = 1, allow_negative_numbers = true)]
    pub seed: u64,

    #[arg(short, long, value_name = "NAME")]
    pub model: Option<String>,

    #[arg(short, long, value_name = "FILE")]
    pub weights: Option<PathBuf>,

    #[command(flatten)]
    pub reading: TableReading,

    #[command(flatten)]
    pub output: Output,
}

/// `tenbin backcast`
#[derive(Debug, Args)]
pub struct Backcast {
    #[arg(value_name = "FUNNEL")]
    pub funnel: OsString,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub goal: String,

    #[arg(long, value_name = "FILE")]
    pub items: Option<OsString>,

    #[arg(long, value_name = "STAGE")]
    pub order: Option<String>,

    #[command(flatten)]
    pub reading: TableReading,
    #[command(flatten)]
    pub output: Output,
}
