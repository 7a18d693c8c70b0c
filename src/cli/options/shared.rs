//! What several commands take: how a file is read, how it is weighed, what is shown of it, and where the answer goes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

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

/// How a table is read that is no backlog.
#[derive(Clone, Debug, Args)]
pub struct TableReading {
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
