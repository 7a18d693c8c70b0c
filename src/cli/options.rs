//! The command line as clap sees it: names and types only. Every word of help stands in the locales (`help.rs`), every
//! decision about what options mean together in `settings.rs`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

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

/// Options of every command.
#[derive(Debug, Args)]
pub struct Common {
    #[arg(long, global = true, value_name = "en|ja")]
    pub lang: Option<Language>,

    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,

    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// Options of commands that rank a backlog.
#[derive(Debug, Args)]
pub struct Ranking {
    #[command(flatten)]
    pub weighing: Weighing,

    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,

    #[command(flatten)]
    pub reading: Reading,
}

/// By what a backlog is weighed.
#[derive(Debug, Default, Args)]
pub struct Weighing {
    #[arg(short, long, value_name = "NAME")]
    pub model: Option<String>,

    #[arg(short, long, value_name = "FILE")]
    pub weights: Option<PathBuf>,

    #[arg(long = "weight", value_name = "KEY=N")]
    pub weight: Vec<String>,
}

/// How a backlog is read.
#[derive(Debug, Args)]
pub struct Reading {
    #[arg(long = "column", value_name = "KEY=HEADER")]
    pub column: Vec<String>,

    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,

    #[arg(long, value_name = "CHAR")]
    pub delimiter: Option<String>,

    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
}

/// Which items are looked at, and how they are put together.
#[derive(Debug, Default, Args)]
pub struct View {
    #[arg(long, value_name = "COLUMN")]
    pub by: Option<String>,

    #[arg(long, value_name = "COLUMN=VALUE")]
    pub r#where: Vec<String>,
}

/// Options of commands that print an answer.
#[derive(Debug, Args)]
pub struct Output {
    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    #[arg(long)]
    pub excel: bool,

    #[arg(long)]
    pub ascii: bool,
}

/// `tenbin rank`
#[derive(Debug, Args)]
pub struct Rank {
    #[arg(value_name = "FILE")]
    pub file: Option<OsString>,

    #[arg(long, value_name = "N")]
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

    #[arg(long, value_name = "N")]
    pub top: Option<usize>,

    #[arg(long, value_name = "SEVERITY")]
    pub fail_on: Option<FailOn>,

    #[arg(long)]
    pub exit_zero: bool,

    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,

    #[arg(long, requires = "baseline")]
    pub update_baseline: bool,

    #[arg(long, value_name = "N")]
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

    #[arg(long, value_name = "N")]
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

    #[arg(long, value_name = "N")]
    pub top: Option<usize>,

    #[arg(long, value_name = "N")]
    pub draws: Option<usize>,

    #[arg(long, value_name = "N", default_value_t = 1)]
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

    #[arg(long, value_name = "N")]
    pub top: Option<usize>,

    #[arg(long, value_name = "FILE")]
    pub old_weights: Option<PathBuf>,

    #[command(flatten)]
    pub ranking: Ranking,

    #[command(flatten)]
    pub output: Output,
}

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

    #[arg(long, value_name = "N")]
    pub top: Option<usize>,

    #[arg(long, value_name = "N")]
    pub minutes: Option<usize>,

    #[arg(long, value_name = "N", default_value_t = 5, requires = "minutes")]
    pub each: usize,

    #[arg(long)]
    pub anonymous: bool,

    #[arg(long, value_name = "N", default_value_t = 1)]
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

/// `tenbin vote`
#[derive(Debug, Args)]
pub struct Vote {
    #[arg(value_name = "BALLOTS")]
    pub ballots: OsString,

    #[arg(long, value_name = "FILE")]
    pub actions: Option<OsString>,

    #[arg(long, value_name = "N", default_value_t = 3)]
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

/// `tenbin report`
#[derive(Debug, Args)]
pub struct Report {
    #[arg(value_name = "FILE")]
    pub file: OsString,

    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    #[arg(long, value_name = "N")]
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

    #[arg(long, value_name = "N")]
    pub decimals: Option<u32>,

    #[arg(long, value_name = "N")]
    pub top: Option<usize>,

    #[command(flatten)]
    pub weighing: Weighing,

    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,

    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How a table is read that is no backlog.
#[derive(Debug, Args)]
pub struct TableReading {
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,

    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
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

    #[arg(long, value_name = "N", default_value_t = 1)]
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

    #[arg(long, value_name = "N")]
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

/// `tenbin plan`
#[derive(Debug, Args)]
pub struct Plan {
    #[arg(value_name = "FILE")]
    pub file: OsString,

    #[arg(long, value_name = "N", required = true)]
    pub capacity: String,

    #[arg(long, value_name = "FILE")]
    pub people: Option<OsString>,

    #[arg(long, value_name = "N", default_value_t = 1)]
    pub periods: usize,

    #[arg(long, value_name = "COLUMN", default_value = "score")]
    pub value: String,

    #[arg(long, value_name = "N")]
    pub step: Option<String>,

    #[command(flatten)]
    pub ranking: Ranking,

    #[command(flatten)]
    pub output: Output,
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

/// A language of the output.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Language {
    En,
    Ja,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    Auto,
    Always,
    Never,
}
