//! The commands about one ranking: what comes first, why, and how sure that is.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::shared::{Output, Ranking, Reading, View, Weighing};

/// `tenbin rank`
#[derive(Debug, Args)]
pub struct Rank {
    #[arg(value_name = "FILE")]
    pub file: Option<OsString>,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub top: Option<usize>,

    #[arg(long, conflicts_with = "output")]
    pub watch: bool,

    #[command(flatten)]
    pub view: View,

    #[command(flatten)]
    pub ranking: Ranking,

    #[command(flatten)]
    pub output: Output,
}

/// `tenbin explain`
#[derive(Debug, Args)]
pub struct Explain {
    #[arg(value_name = "FILE")]
    pub file: OsString,

    #[arg(value_name = "ID")]
    pub id: String,

    #[command(flatten)]
    pub ranking: Ranking,

    #[command(flatten)]
    pub output: Output,
}

/// `tenbin check`
#[derive(Debug, Args)]
pub struct Check {
    #[arg(value_name = "FILE")]
    pub files: Vec<OsString>,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub top: Option<usize>,

    #[arg(long, value_name = "SEVERITY")]
    pub fail_on: Option<FailOn>,

    #[arg(long)]
    pub exit_zero: bool,

    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,

    #[arg(long, requires = "baseline")]
    pub update_baseline: bool,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub limit: Option<usize>,

    #[arg(long, value_name = "NAME")]
    pub stdin_name: Option<String>,

    #[arg(long, conflicts_with_all = ["files", "explain"])]
    pub list: bool,

    #[arg(long, value_name = "CODE", conflicts_with = "files")]
    pub explain: Option<String>,

    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    #[arg(long)]
    pub ascii: bool,

    #[command(flatten)]
    pub ranking: Ranking,
}

/// The least severity that fails a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    Error,
    Warning,
}

/// `tenbin whatif`
#[derive(Debug, Args)]
pub struct Whatif {
    #[arg(value_name = "FILE")]
    pub file: OsString,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub top: Option<usize>,

    #[arg(long, conflicts_with = "output")]
    pub watch: bool,

    #[command(flatten)]
    pub weighing: Weighing,

    #[arg(long, value_name = "NAME")]
    pub scenario: Vec<String>,

    #[command(flatten)]
    pub reading: Reading,

    #[command(flatten)]
    pub output: Output,
}

/// `tenbin stability`
#[derive(Debug, Args)]
pub struct Stability {
    #[arg(value_name = "FILE")]
    pub file: OsString,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub top: Option<usize>,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub draws: Option<usize>,

    #[arg(long, value_name = "N", default_value_t = 1, allow_negative_numbers = true)]
    pub seed: u64,

    #[arg(long, value_name = "P")]
    pub within: Option<String>,

    #[command(flatten)]
    pub ranking: Ranking,

    #[command(flatten)]
    pub output: Output,
}

/// `tenbin compare`
#[derive(Debug, Args)]
pub struct Compare {
    #[arg(value_name = "OLD")]
    pub old: OsString,

    #[arg(value_name = "NEW")]
    pub new: OsString,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub top: Option<usize>,

    #[arg(long, value_name = "FILE")]
    pub old_weights: Option<PathBuf>,

    #[command(flatten)]
    pub ranking: Ranking,

    #[command(flatten)]
    pub output: Output,
}

/// `tenbin report`
#[derive(Debug, Args)]
pub struct Report {
    #[arg(value_name = "FILE")]
    pub file: OsString,

    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub top: Option<usize>,

    #[arg(long, value_name = "SHEET", num_args = 1..)]
    pub sheets: Vec<OsString>,

    #[arg(long, value_name = "FILE")]
    pub results: Option<OsString>,

    #[command(flatten)]
    pub view: View,

    #[command(flatten)]
    pub ranking: Ranking,
}

/// `tenbin sql`
#[derive(Debug, Args)]
pub struct Sql {
    #[arg(long, value_name = "NAME")]
    pub dialect: String,

    #[arg(long, value_name = "NAME")]
    pub table: String,

    #[arg(long, value_name = "COLUMNS")]
    pub header: Option<String>,

    #[arg(long = "column", value_name = "KEY=HEADER")]
    pub column: Vec<String>,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub decimals: Option<u32>,

    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub top: Option<usize>,

    #[command(flatten)]
    pub weighing: Weighing,

    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,

    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
