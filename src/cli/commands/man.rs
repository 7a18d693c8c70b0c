//! `tenbin man`: the manual page, in roff.

use clap_mangen::Man;
use tenbin::lang::Lang;

use crate::cli::exit::Exit;
use crate::cli::{help, output};

/// Runs the command.
pub fn run(lang: Lang) -> anyhow::Result<Exit> {
    let mut page = Vec::new();
    Man::new(help::localized(lang)).render(&mut page)?;
    Ok(output::print(&String::from_utf8_lossy(&page)))
}
