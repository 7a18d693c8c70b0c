//! A delimited text as rows of cells that stay where they are: byte ranges, cut out only when somebody looks.
//!
//! What makes a text a sound table (one delimiter, closed quotes, rows of one length) is proven by `input` before a
//! [`Table`] is made; here it is only taken apart again.

mod blocks;
mod ends;
mod formula;
mod record;
mod split;

use std::borrow::Cow;

pub use blocks::{blocks, last_record_end};
pub use ends::Ends;
pub use formula::is_formula;
pub use record::Record;
use record::cells_from;
pub use split::{Cell, End, Fault, next_cell};

/// A sound delimited text: a header and rows of as many cells.
#[derive(Debug)]
pub struct Table<'t> {
    /// The decoded text.
    pub text: &'t str,
    /// What separates cells.
    pub delimiter: u8,
    /// The header's cells.
    pub header: Vec<Cell>,
    /// Where each row begins; blank rows have no entry.
    pub rows: Vec<u32>,
}

impl<'t> Table<'t> {
    /// The text of a header cell.
    pub fn heading(&self, column: usize) -> Cow<'t, str> {
        self.header[column].text(self.text)
    }

    /// The cells of a row, in order.
    pub fn cells(&self, row: usize) -> impl Iterator<Item = Cell> + use<'t> {
        cells_from(self.text, self.start(row), self.delimiter)
    }

    /// A row as a whole.
    pub fn record(&self, row: usize) -> Record<'_> {
        Record { table: self, row }
    }

    /// Where a row begins; at the end of the text where there is no such row.
    fn start(&self, row: usize) -> usize {
        self.rows.get(row).map_or(self.text.len(), |&start| start as usize)
    }

    /// One cell of a row.
    pub fn cell(&self, row: usize, column: usize) -> Option<Cell> {
        self.cells(row).nth(column)
    }

    /// The text of one cell, empty where there is none.
    pub fn cell_text(&self, row: usize, column: usize) -> Cow<'t, str> {
        self.cell(row, column).map_or(Cow::Borrowed(""), |cell| cell.text(self.text))
    }
}
