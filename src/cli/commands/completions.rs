//! `tenbin completions`: the script that lets a shell complete the command line.

use tenbin::lang::Lang;

use crate::cli::exit::Exit;
use crate::cli::options::Completions;
use crate::cli::{help, output};

/// Runs the command.
pub fn run(options: &Completions, lang: Lang) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut help::localized(lang), "tenbin", &mut script);
    output::print(&String::from_utf8_lossy(&script), lang)
}
