//! From bytes to a text, from a text to a backlog, from a weights file to a model: everything that can be wrong on the
//! way becomes a finding with its place.

mod answer;
mod backlog;
mod cells;
mod ballots;
pub mod config;
mod date;
mod decided;
mod decisions;
mod decode;
mod dialect;
mod excel;
mod figure;
mod funnel;
mod headers;
mod identity;
mod items;
mod listing;
mod names;
mod numbered;
mod open;
mod panel;
mod rating;
mod results;
mod rows;
mod seen;
mod shortlist;
mod workbook;

pub use answer::{Answer, is_json, printed_table, read_answer};
pub use backlog::{HeaderColumns, Outcome, Request, has_columns_for, read_backlog, read_backlog_into, read_header};
pub use ballots::{BallotRequest, KnownAction, read_ballots};
pub use decided::{Decided, DecidedItem, read_decided};
pub use decisions::{Decision, Decisions, Record, RecordedCell, read_decisions, read_record};
pub use decode::{decode, decode_with_json, encoding_named};
pub use excel::is_damaged_id;
pub use funnel::{StageOrder, StagedItem, Stages, read_funnel, read_staged};
pub use headers::{COLUMN_KEYS, NamedColumns};
pub use names::fold;
pub use open::{Opened, Opening, open};
pub use panel::{Sheet, context_columns, lay_over, missing_id, rater_called, sheet_levels, unrated};
pub use rating::{CellFault, CellRule, read_rating};
pub use results::{ResultRow, Results, read_results};
pub use seen::{seen, shares};
pub use shortlist::{Shortlist, Shortlisted};
pub use workbook::is_workbook;
