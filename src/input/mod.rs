//! From bytes to a text, from a text to a backlog, from a weights file to a model: everything that can be wrong on the
//! way becomes a finding with its place.

mod answer;
mod backlog;
pub mod config;
mod decisions;
mod decode;
mod dialect;
mod excel;
mod headers;
mod identity;
mod listing;
mod names;
mod open;
mod panel;
mod people;
mod planning;
mod rating;
mod rows;
mod workbook;

pub use answer::{Answer, is_json, read_answer};
pub use backlog::{Outcome, Request, has_columns_for, read_backlog, read_backlog_into};
pub use decisions::{Decision, Decisions, Record, RecordedCell, read_decisions, read_record};
pub use decode::{decode, decode_with_json, encoding_named};
pub use excel::is_damaged_id;
pub use headers::{COLUMN_KEYS, NamedColumns};
pub use names::fold;
pub use open::{Opened, Opening, open};
pub use panel::{Sheet, context_columns, lay_over, missing_id, rater_called, sheet_levels, unrated};
pub use people::{People, read_people};
pub use planning::{PLANNING_KEYS, Planning, has_column, no_weights, read_planning, read_values, unknown_value};
pub use rating::{CellFault, CellRule, read_rating};
pub use workbook::is_workbook;
