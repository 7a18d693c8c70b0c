//! Items with ratings that can't be invalid: every rating has been checked against its scale.
//!
//! A backlog borrows from the text: ratings became numbers once, everything else is cut out of the table when it is
//! shown. Rows are numbered from nought in the order of the file.

mod ballots;
mod panel;
mod ratings;

use std::borrow::Cow;

use crate::model::NodeId;
use crate::table::Table;

pub use ballots::{Ballot, Ballots};
pub use panel::{Headings, Panel, PanelItem};
pub use ratings::{Rating, Ratings};

/// The ratings of one node, and the column that they came from.
#[derive(Debug)]
pub struct Reading {
    /// The criterion, or the factor that the file gives directly.
    pub node: NodeId,
    /// The column of the table.
    pub column: usize,
    /// A rating, or none, for each row.
    pub ratings: Ratings,
}

/// The items of one file.
#[derive(Debug)]
pub struct Backlog<'t> {
    /// Everything that the file holds.
    pub table: Table<'t>,
    /// The column that holds the ids; without one the row's number serves.
    pub id: Option<usize>,
    /// The column that holds the titles.
    pub title: Option<usize>,
    /// The column that says who rated the row, where several raters share a file.
    pub rater: Option<usize>,
    /// The columns that hold the reasons for the ratings of a node, in the order of the model.
    pub reasons: Vec<(NodeId, usize)>,
    /// The ratings, in the order of the model.
    pub readings: Vec<Reading>,
}

impl<'t> Backlog<'t> {
    /// Rows that have ratings and nothing else: no file stands behind them. Each reading has one for every row.
    pub fn bare(rows: usize, readings: Vec<Reading>) -> Self {
        let table = Table { text: "", delimiter: b',', header: Vec::new(), rows: vec![0; rows] };
        Self { table, id: None, title: None, rater: None, reasons: Vec::new(), readings }
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.table.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// An item's id, without the space around it; the row's number, from 1, in a file without ids.
    pub fn id(&self, row: usize) -> Cow<'t, str> {
        match self.id {
            Some(column) => trimmed(self.table.cell_text(row, column)),
            None => Cow::Owned((row + 1).to_string()),
        }
    }

    /// An item's title as it stands in the file, empty in a file without titles.
    pub fn title(&self, row: usize) -> Cow<'t, str> {
        self.title.map_or(Cow::Borrowed(""), |column| self.table.cell_text(row, column))
    }

    /// The first row with an id.
    pub fn find(&self, id: &str) -> Option<usize> {
        (0..self.len()).find(|&row| self.id(row) == id)
    }

    /// The ratings of a node, where the file has them.
    pub fn reading(&self, node: NodeId) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.node == node)
    }
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}
