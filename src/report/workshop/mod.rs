//! The workshop laid out: sheets to be filled in, the list to discuss, the agreed backlog and its record.

mod agenda;
mod agreed;
mod merge;
mod sheet;
mod words;

pub use agenda::{AgendaReport, Time, agenda_report};
pub use agreed::{agreed_table, record_table};
pub use merge::{MergeReport, merge_report};
pub use sheet::rating_sheet;
