//! Answers, laid out once: a value that programs read, a sheet of rows as they are, a page for people, and a workbook.
//!
//! This is the hinge between commands and formats. A command makes one [`Report`]; a format renders any of them. Cells
//! have values and a precision for the eye: a page rounds, a sheet and the JSON don't.

mod backcast;
mod carried;
mod check;
mod compare;
mod criteria;
mod explain;
mod findings;
mod order;
mod places;
mod plan;
mod rank;
mod rating_sheet;
mod review;
mod rules;
mod stability;
mod starter;
mod triage;
mod view;
mod vote;
mod web;
mod whatif;
mod workbook;
mod workshop;

use std::borrow::Cow;

use crate::scoring::Exact;
use crate::table::Record;

pub use backcast::{BackcastReport, backcast_report};
pub use check::{CheckReport, CheckValue, Checked, CheckedFile, FingerprintedView, RuleView, check_report};
pub use compare::{CompareReport, ComparedSide, compare_report};
pub use criteria::{Origin, model_line};
pub use explain::{ExplainReport, explain_report};
pub use findings::FindingView;
pub use plan::{PlanReport, Worth, plan_report};
pub use rank::{RankReport, rank_report};
pub use rating_sheet::{RatingColumn, RatingKind, RatingSheet};
pub use review::{LEARNT, ReviewReport, review_report, scenario_text};
pub use rules::{RulesValue, rule_report, rules_report};
pub use stability::{StabilityReport, stability_report};
pub use starter::{StarterFile, starter};
pub use triage::{TriageReport, triage_report};
pub use view::Viewed;
pub use vote::{VoteReport, vote_report};
pub use web::{WebPage, WebPart, WebReport, WebResults, web_page};
pub use whatif::{BASE, WhatifReport, whatif_report};
pub use workbook::{CellName, Entry, Look, Sheet, SheetCell, SheetColumn, Workbook};
pub use workshop::{
    AgendaReport, MergeReport, Time, agenda_report, agreed_table, merge_report, rating_sheet, record_table,
};

/// An answer in its four faces; `V` serialises to the JSON.
pub struct Report<'a, V> {
    /// What programs read as JSON.
    pub value: V,
    /// What programs read as CSV or TSV: nothing rounded, nothing left out.
    pub sheet: Table<'a>,
    /// What people read; made only when somebody does.
    pub page: Box<dyn FnOnce() -> Vec<Block<'a>> + 'a>,
    /// What people go on working with in a spreadsheet; without one of its own the sheet is the workbook.
    pub workbook: Option<Box<dyn FnOnce() -> Workbook<'a> + 'a>>,
}

impl<'a> Report<'a, ()> {
    /// Rows for a file that is CSV or TSV whatever is asked for: there is nothing else to say.
    pub fn of_rows(sheet: Table<'a>) -> Self {
        Self { value: (), sheet, page: Box::new(Vec::new), workbook: None }
    }
}

/// A part of a page.
pub enum Block<'a> {
    /// Rows and columns.
    Table(Table<'a>),
    /// A heading of the second level.
    Heading(String),
    /// Paragraphs of our own words, broken to fit; what stands in backticks is code.
    Prose(Vec<String>),
    /// Sentences, one a line.
    Lines(Vec<String>),
    /// Lines whose indentation means something.
    Drawing(Vec<String>),
}

/// How a column stands on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Text that may be cut to fit.
    Flexible,
    /// Text that is never cut.
    Text,
    /// A number, to the right.
    Number,
    /// A bar from nought to one; left out where bars can't be drawn or the room is short.
    Bar,
}

/// A column: a stable key for programs, a heading for people.
#[derive(Clone, Debug)]
pub struct Column {
    /// The name in a sheet.
    pub key: String,
    /// The name on a page.
    pub heading: String,
    /// How it stands there.
    pub shape: Shape,
}

/// One value.
#[derive(Clone, Debug)]
pub enum Cell<'a> {
    /// Nothing.
    Blank,
    /// A text as it is; formats escape it for themselves.
    Text(Cow<'a, str>),
    /// A number, and how many places the eye needs.
    Number(Exact, u32),
    /// A rating that is the middle of a range.
    Uncertain(Exact),
    /// A rank, and whether others share it.
    Rank(u32, bool),
    /// By how many ranks something moved up, after the rank that it has now, where that is of interest.
    Move(Option<u32>, i64),
    /// The first cell of a row that is no item but a line across the table.
    Rule,
    /// A part of one.
    Bar(f64),
    /// An interval between nought and one, and where in it something stands now.
    Span {
        /// Where it begins.
        low: f64,
        /// Where something stands.
        at: f64,
        /// Where it ends.
        high: f64,
    },
    /// Parts of one that add up to it, in their order.
    Shades(Vec<f64>),
    /// All further cells of the row, as a file has them. Only sheets carry them along.
    Carried(Record<'a>),
}

type Add<'a> = dyn Fn(usize, &mut Vec<Cell<'a>>) + Sync + 'a;

/// Rows that are made as they are written, by whoever writes them: in any order, on any thread.
pub struct Table<'a> {
    /// The columns.
    pub columns: Vec<Column>,
    /// How many rows there are.
    pub len: usize,
    /// Adds the cells of a row, as many as there are columns; a carried record stands for all columns that are left.
    add: Box<Add<'a>>,
}

impl<'a> Table<'a> {
    /// A table of so many rows.
    pub fn new(columns: Vec<Column>, len: usize, row: impl Fn(usize) -> Vec<Cell<'a>> + Sync + 'a) -> Self {
        Self::adding(columns, len, move |number, cells| cells.append(&mut row(number)))
    }

    /// A table of so many rows, which may be very many: each adds its cells to those that are there.
    pub fn adding(columns: Vec<Column>, len: usize, add: impl Fn(usize, &mut Vec<Cell<'a>>) + Sync + 'a) -> Self {
        Self { columns, len, add: Box::new(add) }
    }

    /// A table of rows that are there already.
    pub fn of(columns: Vec<Column>, rows: Vec<Vec<Cell<'a>>>) -> Self {
        Self::new(columns, rows.len(), move |number| rows[number].clone())
    }

    /// Puts a row in the place of the one that was there.
    pub fn fill(&self, number: usize, cells: &mut Vec<Cell<'a>>) {
        cells.clear();
        (self.add)(number, cells);
    }

    /// A row.
    pub fn row(&self, number: usize) -> Vec<Cell<'a>> {
        let mut cells = Vec::new();
        (self.add)(number, &mut cells);
        cells
    }

    /// The rows, one after the other.
    pub fn rows(&self) -> impl Iterator<Item = Vec<Cell<'a>>> {
        (0..self.len).map(|number| self.row(number))
    }
}

impl Column {
    /// A column whose heading is its key.
    pub fn plain(key: impl Into<String>) -> Self {
        let key = key.into();
        Self { heading: key.clone(), key, shape: Shape::Text }
    }

    /// A column for people.
    pub fn new(key: impl Into<String>, heading: impl Into<String>, shape: Shape) -> Self {
        Self { key: key.into(), heading: heading.into(), shape }
    }
}
