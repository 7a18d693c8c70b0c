//! `tenbin workshop`: before, in and after the meeting.

mod agenda;
mod merge;
mod sheets;

pub use agenda::ENOUGH;
use tenbin::lang::Lang;

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{Common, Workshop, WorkshopStep};

/// Runs the step that was asked for.
pub fn run(options: &Workshop, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    match &options.step {
        WorkshopStep::Sheets(sheets) => sheets::run(sheets, lang, messages),
        WorkshopStep::Agenda(agenda) => agenda::run(agenda, common, lang, messages),
        WorkshopStep::Merge(merge) => merge::run(merge, common, lang, messages),
    }
}
